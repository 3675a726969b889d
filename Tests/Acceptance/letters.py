"""Letters of a case over HTTP: drawn, printed, had as DOCX, sealed, served, filed, and the signed volume checked outside."""
import io
import json
import os
import random
import re
import subprocess
import sys
import zipfile

from lettering import done, png, prefilled, send
from office import Visitor, serve
from people import account, first, set_up
from story import DAY, ROOT, Skipped

COMPANY = "91640500MA7T033465"
CELLS = [
    ("行政相对人名称", "中卫市云麓砂石有限公司（演示）"), ("行政相对人类别", "法人及非法人组织"),
    ("行政相对人代码_1(统一社会信用代码)", COMPANY), ("法定代表人", "某某"),
    ("行政处罚决定书文号", "卫演罚〔2026〕1号"), ("违法行为类型", "未按规定公示"),
    ("违法事实", "未按规定公示年度报告"), ("处罚依据", "企业信息公示暂行条例第十七条"), ("处罚类别", "罚款"),
    ("处罚内容", "罚款2000元"), ("罚款金额（万元）", "0.2"), ("处罚决定日期", "2026-06-24"), ("处罚有效期", "2099-12-31"),
    ("处罚机关", "中卫市市场监督管理局"), ("处罚机关统一社会信用代码", "11640502MB0T003810"),
    ("数据来源单位", "中卫市市场监督管理局"), ("数据来源单位统一社会信用代码", "11640502MB0T003810"),
]


def city(desk):
    desk.write("p.csv", ",".join(key for key, _ in CELLS) + "\n" + ",".join(value for _, value in CELLS) + "\n")
    assert desk.take("administrative-penalty", "p.csv", "market-regulation")["accepted"] == 1
    set_up(desk, "an.li", first(desk))
    desk.run("organisation", "adopt", "--by", "an.li", "--data", "data", "--clock", DAY)
    phones = {}
    for name, organ, duty in [("wang.chuang", "development-reform", "handle"), ("li.fu", "development-reform", "decide"),
                              ("zhao.he", "market-regulation", "handle")]:
        secret = account(desk, "add", name, "--by", "an.li", "--person", name.title(), "--organisation",
                         organ, "--role", duty).split()[-1]
        phones[name], _ = set_up(desk, name, secret)
    base = serve(desk)
    people = {}
    for name in phones:
        people[name] = Visitor(base)
        assert people[name].sign_in(name, phones[name])[0] == 303, name
    record = json.loads(desk.run("show", COMPANY, "--json", "--clock", DAY))["records"][0]["id"]
    return base, people, record


def decided(people, record):
    """An objection from the window to the decision; the address of its case."""
    window, second, source = people["wang.chuang"], people["li.fu"], people["zhao.he"]
    case = done(send(window, "/office/new/obj-objection", {
        "record": record, "ground": "wrong-content", "reason": "罚款金额有误", "applicant": "agent",
        "papers": "营业执照、授权委托书", "claims": "罚款金额（万元）：0.1"}), "file")
    done(window.post(case + "/accept", window.hidden(case), token=False), "accept")
    done(window.post(case + "/route", {"question": "罚款金额是否有误"}), "route")
    # The question to the provider is a letter between organs, numbered on its own.
    done(window.post(case + "/letter.new.objection-routed", prefilled(window, case + "/letter.new.objection-routed")),
         "inquiry")
    done(send(source, case + "/answer", {"finding": "right", "words": "核对了决定书，金额无误"}), "answer")
    done(window.post(case + "/propose", {
        "outcome": "rejected", "correction": "none", "reasons": "经核查，罚款金额与决定书一致",
        "remedy": "可以要求复核一次，或者依法申请行政复议、提起行政诉讼"}), "propose")
    assert window.get(case + "/serve")[0] == 409, "nothing is served before there is a decision"
    done(second.post(case + "/decide", {}), "decide")
    return case


def check(desk, name, exit=0, *more):
    found = subprocess.run([sys.executable, os.path.join(ROOT, "docs", "verify_volume.py"), desk.path(name), *more],
                           capture_output=True, timeout=120)
    assert found.returncode == exit, (found.returncode, found.stdout.decode(), found.stderr.decode())
    return found.stdout.decode() + found.stderr.decode()


def test_a_letter_is_drawn_printed_sealed_served_and_its_volume_checked_outside(desk):
    base, people, record = city(desk)
    case = decided(people, record)
    window = people["wang.chuang"]
    page = window.get(case)[2]
    assert "卫信用办函〔2026〕1号" in page and "制发文书：异议处理结果告知书" in page, page
    assert case + "/serve" not in page and window.get(case + "/serve")[0] == 409, "service belongs to the letter"
    form = case + "/letter.new.objection-answered"
    draft = prefilled(window, form)
    assert "经核查，罚款金额与决定书一致" in draft["text"] and "起算，当日不计" in draft["text"], draft
    assert "行政复议" in draft["text"] and "administrative review" in draft["english"]
    refused = window.post(form, {**draft, "text": draft["text"] + "\n证件 11010519491231002X"})
    assert refused[0] == 422 and "WEB-191" in refused[2]
    late = window.hidden(form)
    done(window.post(form, draft), "draw")
    assert window.get(form)[0] == 409, "one letter follows from one decision"
    # What happens to a letter goes on with the case: a form read before it decides nothing.
    notice = case + "/letter.new.general"
    status, _, text = window.post(notice, {**prefilled(window, notice), **late}, token=False)
    assert status == 409 and "WEB-190" in text, status
    letter = re.findall(r'href="(/office/letters/[^"/?]+)"[^>]*><span lang="zh-CN">卫信用办〔2026〕1号', window.get(case)[2])[0]
    sheet = window.get(letter)[2]
    for words in ["卫信用办〔2026〕1号", "中卫市发展和改革委员会", "2026年6月30日", "（印章）", "异议处理结果告知书", "登记送达：公告送达"]:
        assert words in sheet, words
    # Revised before it is sealed, under the same number.
    id = letter.split("/")[-1]
    done(window.post(f"{case}/letter.draw.{id}", {**draft, "text": draft["text"] + "\n请妥善保管本告知书。"}), "revise")
    assert "请妥善保管本告知书。" in window.get(letter)[2]
    status, headers, document = window.ask("GET", letter + "/letter.docx")
    words = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()
    assert status == 200 and "卫信用办〔2026〕1号" in words and "请妥善保管本告知书。" in words
    # What is called a PDF and is none comes back; so does a picture that is cut off.
    seal = f"{case}/letter.seal.{id}"
    for content in [b"just text", png()[:-20], b"%PDF-1.7 without an end"]:
        status, _, text = send(window, seal, {"archive": "2026-XY-0001"}, scan=("scan.pdf", content))
        assert status == 422 and "LET-106" in text, content
    done(send(window, seal, {"archive": "2026-XY-0001"}, scan=("scan.png", png())), "seal")
    assert window.ask("GET", letter + "/scan")[2] == png()
    assert window.post(f"{case}/letter.draw.{id}", draft, token=window.token(letter))[0] == 409, "sealed is sealed"
    # Service with the proof of its way; an announcement only when its time is over.
    direct = f"{case}/letter.serve.{id}.direct"
    assert send(window, direct, {"begun": DAY, "receiver": "李某"})[0] == 422, "no receipt, no service"
    status, _, text = send(window, f"{case}/letter.serve.{id}.announcement", {
        "begun": DAY, "place": "市政府网站", "reason": "下落不明"}, proof=("a.png", png()))
    assert status == 422 and "LET-113" in text and "2026-07-30" in text
    status, _, text = send(window, direct, {"begun": "2026-06-29", "receiver": "李某"}, proof=("a.png", png()))
    assert status == 422 and "LET-110" in text, "no service before the letter"
    done(send(window, direct, {"begun": DAY, "receiver": "李某"}, proof=("a.png", png() + b"IEND")), "serve")
    assert "直接送达，2026-06-30 送达" in window.get(case)[2], "the case knows the service of its letter"
    assert window.get(direct)[0] == 409
    # A notice that is void keeps its number.
    notice = prefilled(window, case + "/letter.new.general")
    done(window.post(case + "/letter.new.general", notice), "notice")
    void = re.findall(r'href="(/office/letters/[^"/?]+)"[^>]*><span lang="zh-CN">卫信用办〔2026〕2号', window.get(case)[2])[0]
    done(window.post(f"{case}/letter.void.{void.split('/')[-1]}", {"reason": "文字有误"}), "void")
    done(window.post(case + "/letter.new.general", notice), "again")
    register = window.get("/office/register")[2]
    assert "第 1 至 3 号，连续无空号，其中作废 1 件" in register and "2026-XY-0001" in register
    # The provider sees the case, draws from its own register, and may not touch the letters of the office.
    source = people["zhao.he"]
    assert source.get(letter)[0] == 200 and "letter.seal" not in source.get(letter)[2]
    assert source.get(seal)[0] == 409
    assert "没有发文" in source.get("/office/register")[2]
    # The volume, at the desk and by command, checked by a program that is not ours.
    status, headers, bytes_ = window.ask("GET", case + "/volume")
    assert status == 200 and headers["Content-Type"] == "application/zip"
    desk.write("volume.zip", bytes_)
    told = check(desk, "volume.zip")
    assert "every byte accounted for" in told and "4 letters" in told and "2 files, 0 missing" in told, told
    key = json.loads(zipfile.ZipFile(io.BytesIO(bytes_)).read("index.json"))["verifier"]
    check(desk, "volume.zip", 0, "--key", key)
    check(desk, "volume.zip", 3, "--key", "other+00000000+" + key.split("+", 2)[2])
    names = zipfile.ZipFile(io.BytesIO(bytes_)).namelist()
    assert "contents.txt" in names and f"letters/{id}.docx" in names
    rng = random.Random(7)
    for place in [0, 30, len(bytes_) - 1] + [rng.randrange(len(bytes_)) for _ in range(60)]:
        flipped = bytearray(bytes_)
        flipped[place] ^= 1 << rng.randrange(8)
        desk.write("flipped.zip", bytes(flipped))
        assert "WRONG" in check(desk, "flipped.zip", 3), place
    desk.write("cut.zip", bytes_[:-1])
    check(desk, "cut.zip", 3)
    desk.run("volume", case.split("/")[-1], "--data", "data", "--out", "again.zip", "--clock", DAY)
    check(desk, "again.zip")
    desk.run("volume", "OBJ-none", "--data", "data", "--out", "none.zip", "--clock", DAY, exit=1)
    # A look at any of it stands in the access record.
    secret = account(desk, "add", "shen.ji", "--by", "an.li", "--person", "申记", "--organisation",
                     "development-reform", "--role", "audit").split()[-1]
    set_up(desk, "shen.ji", secret)
    seen = desk.run("access", "--by", "shen.ji", "--json", "--data", "data", "--clock", DAY)
    for look in [letter, letter + "/letter.docx", letter + "/scan", case + "/volume"]:
        assert "GET " + look in seen.replace("\\/", "/"), look
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def test_a_notice_of_listing_takes_its_number_with_it_and_is_served_as_a_letter(desk):
    base, people, _ = city(desk)
    officer = people["zhao.he"]
    begin = re.findall(r'href="(/office/new/lst-listing\.[^"?]+)"', officer.get("/office")[2])
    assert begin, "market regulation proposes for a list"
    case = None
    for path in begin:
        target = re.findall(r'name="target" value="([^"]+)"', officer.get(path)[2])
        if not target:
            continue
        answer = officer.post(path, {"subject": COMPANY, "target": target[0], "reason": "多次违法"})
        if answer[0] == 303 and re.search(r'/notice[?"]', officer.get(answer[1]["Location"])[2]):
            case = answer[1]["Location"]
            break
    assert case, "a list that owes a notice"
    form = officer.get(case + "/notice")[2]
    assert 'name="number"' not in form, "the number comes from the register"
    done(officer.post(case + "/notice", {
        "paperDay": DAY, "facts": "三次处罚", "grounds": "屡次违法", "basis": "办法第九条", "remedy": "可以陈述、申辩",
        "article": "办法第十条", "days": "10", "unit": "days"}), "notice")
    page = officer.get(case)[2]
    number = "市市场监管局〔2026〕1号"
    letter = re.findall(rf'href="(/office/letters/[^"/?]+)"[^>]*><span lang="zh-CN">{number}', page)[0]
    id = letter.split("/")[-1]
    assert "serve-notice" not in page and "已编号，待成稿" in page
    assert officer.get(f"{case}/letter.serve.{id}.post")[0] == 409, "no text, no service"
    draft = prefilled(officer, f"{case}/letter.draw.{id}")
    assert draft["title"].startswith("拟列入“") and "10" in draft["text"] and "三次处罚" in draft["text"], draft
    done(officer.post(f"{case}/letter.draw.{id}", draft), "draw")
    assert "letter.void" not in officer.get(letter)[2], "the case names this number"
    done(send(officer, f"{case}/letter.serve.{id}.post", {"begun": DAY, "served": DAY, "tracking": "XA123"},
              proof=("slip.png", png())), "serve")
    page = officer.get(case)[2]
    assert "2026-06-30 送达" in page and "陈述申辩期" in page and number in page
    bytes_ = officer.ask("GET", case + "/volume")[2]
    desk.write("volume.zip", bytes_)
    check(desk, "volume.zip")


def test_a_letter_prints_as_an_official_letter(desk):
    from look import Browser
    base, people, record = city(desk)
    case = decided(people, record)
    window = people["wang.chuang"]
    form = case + "/letter.new.objection-answered"
    done(window.post(form, prefilled(window, form)), "draw")
    letter = re.findall(r'href="(/office/letters/[^"/?]+)"[^>]*><span lang="zh-CN">卫信用办〔2026〕1号', window.get(case)[2])[0]
    name, value = window.cookie.split("=", 1)
    kept = os.environ.get("CHENGXIN_PICTURES")
    with Browser() as browser:
        for width in (360, 1280):
            page = browser.page(width)
            page.context.add_cookies([{"name": name, "value": value, "url": base}])
            for path in [letter, case, "/office/register", form.replace("answered", "returned"), letter + "?lang=en"]:
                page.goto(base + path)
                sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert sideways <= 0, (path, width, sideways)
                if kept:
                    page.screenshot(path=f"{kept}/{path.split('/')[2].split('?')[0]}-{width}{'-en' if 'en' in path[-2:] else ''}.png",
                                    full_page=True)
            page.goto(base + letter)
            page.emulate_media(media="print")
            for hidden in [".desk-bar", "aside", ".letter-columns aside .button", ".foot", ".notice"]:
                assert not page.locator(hidden).first.is_visible(), hidden
            assert page.locator(".rehearsal").is_visible(), "a rehearsal is marked on paper too"
            assert page.locator(".letter h1").is_visible() and page.locator(".letter .letterhead").is_visible()
        printed = page.pdf(prefer_css_page_size=True)
        assert printed[:5] == b"%PDF-" and re.search(rb"/MediaBox \[0 0 59[45]", printed), "A4"
        if kept:
            open(f"{kept}/letter.pdf", "wb").write(printed)
