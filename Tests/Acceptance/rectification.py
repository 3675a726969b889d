"""A department enters a penalty by form, has it mended, corrects and withdraws; a notice goes to its addressees only."""
import re
import urllib.parse

from lettering import deliver, draw, serve_letter
from office import Visitor, serve
from people import account, first, set_up
from story import DAY

ENTRY = "/office/new/ent-entry.administrative-penalty"
PENALTY = {
    "party": "中卫市云麓砂石有限公司（演示）", "category": "法人及非法人组织", "party-code": "91640500MA7T033465",
    "document-number": "卫演罚〔2026〕1号", "offence": "未按规定公示", "facts": "未按规定公示年度报告",
    "basis": "企业信息公示暂行条例第十七条", "penalty-kinds": "罚款", "content": "罚款2000元", "fine": "0.2",
    "decided": DAY, "valid-until": "2099-12-31", "organ": "中卫市市场监督管理局", "organ-code": "11640502MB0T003810",
    "source-organ": "中卫市市场监督管理局", "source-organ-code": "11640502MB0T003810",
}
ORDER = {"date": DAY, "basis": "某法第二十八条", "items": "补报年度报告", "days": "10",
         "unit": "working-days"}
NOTICE = {
    "unit": "12640500MB0T0987X3", "name": "某公共服务中心（演示）", "kind": "institution", "organ": "中卫市某局（演示）",
    "number": "卫演纪〔2026〕7号", "date": DAY, "basis": "某条例第三条", "facts": "虚报完成情况",
    "body-audit": "中卫市审计局（演示）", "body-superior-body": "中卫市某委（演示）",
}


def staff(desk):
    """Two departments and who works there, each signed in."""
    set_up(desk, "an.li", first(desk))
    desk.run("organisation", "adopt", "--by", "an.li", "--data", "data", "--clock", DAY)
    phones = {}
    for name, organ, duties in [
            ("bai.yun", "market-regulation", ["submit"]), ("chen.ban", "market-regulation", ["handle"]),
            ("wu.cha", "market-regulation", ["decide"]), ("wang.ban", "development-reform", ["handle"]),
            ("li.he", "development-reform", ["decide"])]:
        secret = account(desk, "add", name, "--by", "an.li", "--person", name.title(), "--organisation",
                         organ, *[word for duty in duties for word in ("--role", duty)]).split()[-1]
        phones[name], _ = set_up(desk, name, secret)
    base = serve(desk)
    people = {}
    for name, phone in phones.items():
        people[name] = Visitor(base)
        status, _, text = people[name].sign_in(name, phone)
        assert status == 303, text
    return people


def done(visitor, path, values, field=None, content=b"%PDF-1.4 demonstration"):
    """Posts a form, with a file where it asks for one; answers where the browser is sent."""
    if field is None:
        status, headers, text = visitor.post(path, values)
    else:
        parts = [*visitor.hidden(path).items(), *values.items()]
        body = "".join(f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                       for key, value in parts).encode()
        body += f'--edge\r\nContent-Disposition: form-data; name="{field}"; filename="scan.pdf"\r\n'.encode()
        body += b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n--edge--\r\n"
        status, headers, text = visitor.ask(
            "POST", path, body, **{"Content-Type": "multipart/form-data; boundary=edge"})
        text = text.decode()
    assert status == 303, (path, status, re.sub(r"<[^>]+>", " ", text)[-3000:])
    return urllib.parse.unquote(headers["Location"])


def refused(visitor, path, values, code):
    status, _, text = visitor.post(path, values)
    assert status == 422 and code in text, (path, status, re.sub(r"<[^>]+>", " ", text)[-3000:])
    return text


def stop(desk):
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def entered(people, **changes):
    """The penalty entered by form; its case, its record."""
    clerk = people["bai.yun"]
    case = done(clerk, ENTRY, {**PENALTY, **changes})
    record = re.search(r'href="/records/([^"?]+)', clerk.get(case)[2]).group(1)
    return case, record


def test_a_record_is_entered_by_form_corrected_and_withdrawn(desk):
    people = staff(desk)
    clerk, looker = people["bai.yun"], people["wu.cha"]
    wrong = refused(clerk, ENTRY, {**PENALTY, "party-code": "91640500MA7T033466", "decided": "2026-07-20"}, "REC-")
    for field in ["party-code", "decided"]:
        assert re.search(rf'href="#[^"]*{field}"', wrong), f"{field} is told beside its field"
    case, record = entered(people)
    assert case.startswith("/office/cases/ENT-")
    assert "罚款2000元" in clerk.get("/records/" + record)[2]
    batch = case.rsplit("/", 1)[1]
    assert "100.00%" in clerk.get("/office/batches/" + batch)[2]
    refused(clerk, ENTRY, PENALTY, "DESK-124")
    # Another department, another post.
    assert people["wang.ban"].get(case)[0] == 404
    assert people["chen.ban"].get("/office/new/rev-correct")[0] in (403, 404, 409)
    # Corrected: a further version, the earlier one stays in the log.
    change = {"record": record, "claims": "处罚内容：罚款1000元\n罚款金额（万元）：0.1", "reason": "录入有误"}
    refused(clerk, "/office/new/rev-correct", {**change, "claims": "处罚决定日期：2027-01-01"}, "OBJ-116")
    done(clerk, "/office/new/rev-correct", change)
    page = clerk.get("/records/" + record)[2]
    assert "罚款1000元" in page and "罚款2000元" not in page
    # Looked at by sample: one finding for the batch.
    refused(looker, "/office/new/smp-sample", {"batch": batch, "count": "2"}, "SMP-103")
    sample = done(looker, "/office/new/smp-sample", {"batch": batch, "count": "1"})
    assert record in looker.get(sample)[2]
    done(looker, sample + "/right", {"reason": "与决定书一致"})
    assert looker.get(sample + "/right")[0] == 409
    # Withdrawn: a neutral notice, in no list any more.
    done(clerk, "/office/new/rev-withdraw", {"record": record, "ground": "already-ended", "reason": "决定书已撤销"})
    status, _, page = clerk.get("/records/" + record)
    assert status == 410 and "罚款" not in page and "卫演罚" not in page and "决定书已撤销" not in page
    assert record not in clerk.get("/penalties")[2]
    refused(clerk, "/office/new/rev-withdraw", {"record": record, "ground": "other", "reason": "x"}, "REV-108")
    stop(desk)


def test_an_order_is_served_shown_mended_and_becomes_material_of_a_repair(desk):
    people = staff(desk)
    # So long ago that its shortest period of publication is over and a repair may be asked for.
    _, record = entered(people, decided="2026-03-20")
    drawer, looker = people["chen.ban"], people["wu.cha"]
    refused(drawer, "/office/new/rct-order", {**ORDER, "record": record, "days": "0"}, "RCT-109")
    refused(drawer, "/office/new/rct-order", {**ORDER, "record": "none"}, "RCT-101")
    order = done(drawer, "/office/new/rct-order", {**ORDER, "record": record})
    assert order.startswith("/office/cases/RCT-") and "不产生惩戒" in drawer.get(order)[2]
    assert people["wang.ban"].get(order)[0] == 404
    assert drawer.get(order + "/serve")[0] == 409, "service belongs to the letter"
    id, number, draft = deliver(drawer, order, DAY)
    assert draft["title"] == "责令限期整改通知书" and "补报年度报告" in draft["text"] and "10 个工作日" in draft["text"]
    assert number == "市市场监管局〔2026〕1号"
    assert "2026-07-14" in drawer.get(order)[2], "ten working days from service"
    done(drawer, order + "/show", {"words": "年度报告回执"}, "evidence")
    refused(looker, order + "/not-mended", {"reason": "未补报"}, "RCT-117")
    assert drawer.get(order + "/mended")[0] == 409, "who drew it up does not look at it"
    assert number not in drawer.get("/records/" + record)[2]
    done(looker, order + "/extend", {"days": "2", "reason": "设备检修"})
    assert "2026-07-16" in drawer.get(order)[2]
    done(looker, order + "/mended", {"words": "已补报，属实"})
    page = drawer.get("/records/" + record)[2]
    assert number in page and "已整改" in page
    # The talk: invited, and nothing before its day.
    talk = {"record": record, "date": DAY, "basis": "某办法第五条", "items": "年度报告",
            "meeting": DAY, "place": "市局三楼"}
    refused(drawer, "/office/new/rct-talk", talk, "RCT-110")
    case = done(drawer, "/office/new/rct-talk", {**talk, "meeting": "2026-07-08"})
    _, invitation, draft = deliver(drawer, case, DAY)
    assert "2026-07-08" in draft["text"] and "市局三楼" in draft["text"] and invitation == "市市场监管局〔2026〕2号"
    refused(drawer, case + "/absent", {}, "RCT-119")
    assert invitation not in drawer.get("/records/" + record)[2]
    # The case of a repair names the mended order as material.
    office = people["wang.ban"]
    repair = done(office, "/office/new/rpr-repair", {"record": record, "class": "general"})
    assert number in office.get(repair)[2]
    stop(desk)


def test_a_formal_notice_reaches_its_addressees_and_no_public_page(desk):
    people = staff(desk)
    drawer, second = people["wang.ban"], people["li.he"]
    refused(drawer, "/office/new/ntc-unit", {**NOTICE, "kind": "organ"}, "NTC-102")
    again = refused(drawer, "/office/new/ntc-unit", {**NOTICE, "facts": "某人 11010519491231002X"}, "WEB-191")
    assert "11010519491231002X" not in again, "no form shows a person's number again"
    notice = done(drawer, "/office/new/ntc-unit", NOTICE)
    assert notice.startswith("/office/cases/NTC-")
    assert drawer.get(notice + "/release")[0] == 409
    done(second, notice + "/release", {"date": DAY}, "letter")
    id, number, draft = draw(drawer, notice)
    assert number == "卫信用办函〔2026〕1号" and "虚报完成情况" in draft["text"] and "审计局（演示）" in draft["addressee"]
    assert drawer.get(f"{notice}/letter.serve.{id}.announcement")[0] == 409, "what is never public is not announced"
    serve_letter(drawer, notice, id, DAY, body="audit")
    assert drawer.get(f"{notice}/letter.draw.{id}")[0] == 409, "one of two has it in hand"
    assert drawer.get(notice + "/close")[0] == 409, "not before it has reached all"
    serve_letter(drawer, notice, id, DAY, body="superior-body")
    assert drawer.get(f"{notice}/letter.serve.{id}.direct")[0] == 409
    assert drawer.get("/office/letters/" + id)[2].count("李某") >= 2, "a service for each of those it goes to"
    done(drawer, notice + "/answer", {"body": "audit", "words": "已列入审计计划"})
    assert "已列入审计计划" in drawer.get(notice)[2]
    done(drawer, notice + "/close", {})
    for stranger in [people["chen.ban"], people["wu.cha"]]:
        for place in [notice, notice + "/volume", "/office/letters/" + id, f"/office/letters/{id}/letter.docx"]:
            assert stranger.get(place)[0] == 404, place
        assert number not in stranger.get("/office/register")[2]
        assert NOTICE["name"] not in stranger.get("/office")[2]
    visitor = Visitor("http://" + drawer.place)
    for path in ["/", "/search?q=" + urllib.parse.quote(NOTICE["name"]), "/log", "/news", "/penalties", "/lists",
                 "/companies/" + NOTICE["unit"], "/bulletins", notice,
                 "/office/letters/" + id, "/office/register", notice + "/volume", "/api/v1/log", "/measures/tasks"]:
        status, _, text = visitor.get(path)
        assert status in (200, 401, 404), (path, status)
        for mark in ["虚报完成情况", number, "卫演纪", "审计局（演示）"]:
            assert mark not in text, (path, mark)
    stop(desk)
