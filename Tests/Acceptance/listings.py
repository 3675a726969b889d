"""An entry of a list of our own, by page from the proposal to the exit; what is shown at every step is asserted."""
import datetime
import json

import people
from lettering import draw, letters, serve_letter
from office import Visitor
from repairs import submit, words
from story import get

COMPANY, NAME = "91640500MA7T033465", "中卫市云麓砂石有限公司（演示）"
TOLD, LATER = "2026-06-01", "2026-06-30"
STAFF = [("ren.ban", "人办", ["handle"]), ("ren.ke", "人科", ["handle", "decide"]),
         ("ren.fa", "人法", ["handle", "decide"]), ("ren.fen", "人分", ["handle", "decide"]),
         ("ren.ji", "人集", ["handle", "decide"]), ("ren.ding", "人定", ["handle", "decide"])]


class Bureau:
    """A bureau of six, at work on a day: an entry of a list of dishonesty takes as many."""

    def __init__(self, desk, organ="human-resources"):
        self.desk, desk.where = desk, ["--data", "data", "--clock", TOLD]
        desk.write("c.csv", f"名称,统一社会信用代码,登记状态\n{NAME},{COMPANY},存续\n")
        desk.run("import", "registry-entry", "c.csv", "--department", "market-regulation", "--json", *desk.where)
        self.officers = people.officers(
            desk, *[(name, person, organ, duties) for name, person, duties in STAFF])

    def open(self, day):
        self.close()
        self.day = day
        self.base = self.desk.serve("--rate", "0", "--office", "--clock", day)
        self.visitors = {}
        for name, *_ in STAFF:
            visitor = self.visitors[name] = Visitor(self.base)
            officer = self.officers[name]
            status, _, text = visitor.post(
                "/office/sign-in", {"name": name, "password": officer.password, "code": officer.code()}, token=False)
            assert status == 303, (name, words(text))

    def close(self):
        if self.desk.server:
            self.desk.server.terminate()
            self.desk.server.wait(20)
            self.desk.server = None

    def does(self, name, action, values=None):
        status, headers, text = submit(
            self.visitors[name], action if action.startswith("/") else f"{self.case}/{action}", values or {}, {})
        assert status == 303, (name, action, status, words(text))
        if action.startswith("/"):
            self.case = headers["Location"]
        return self.look(name)

    def look(self, name):
        status, _, text = self.visitors[name].get(self.case)
        assert status == 200, (name, status)
        return text

    def offers(self, name, action):
        return f"{self.case}/{action}" in self.look(name)

    def refused(self, name, action, values):
        status, _, text = submit(self.visitors[name], f"{self.case}/{action}", values, {})
        assert status == 422, (name, action, status, words(text))
        return text

    def shown(self, kind="wage-arrears"):
        """Whether the entry is given: by the company's file, and by the list as page, JSON and CSV."""
        file = json.loads(get(f"{self.base}/api/v1/companies/{COMPANY}", Accept="application/json")[2])
        lists = [get(self.base + path, Accept=form)[2].decode() for path, form in [
            (f"/lists?kind={kind}", "text/html"), (f"/api/v1/lists?kind={kind}", "application/json"),
            (f"/lists?kind={kind}&format=csv", "text/csv")]]
        return [any(line["kind"] == kind for line in file["records"]), *["云麓砂石" in text for text in lists]]

    def serves(self, name):
        """Draws the letter on which the case waits up, and hands it over; its number."""
        visitor = self.visitors[name]
        assert "serve-" not in self.look(name), "service belongs to the letter"
        id, number, _ = draw(visitor, self.case)
        assert "LET-110" in serve_letter(visitor, self.case, id, before(self.day), expect=422), "before the letter"
        assert "LET-111" in serve_letter(visitor, self.case, id, after(self.day), expect=422), "ahead of its day"
        serve_letter(visitor, self.case, id, self.day)
        return number


def before(day):
    return str(datetime.date.fromisoformat(day) - datetime.timedelta(1))


def after(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(1))


def test_a_listing_goes_from_the_proposal_to_the_exit(desk):
    bureau = Bureau(desk)
    bureau.open(TOLD)
    page = bureau.does("ren.ban", "/office/new/lst-listing.wage-arrears", {
        "subject": COMPANY, "name": NAME, "target": "employer", "reason": "拖欠工资，责令支付后逾期未付"})
    assert NAME in page and not any(bureau.shown()), "a proposal lists nobody"
    assert not bureau.offers("ren.ke", "decide") and not bureau.offers("ren.ban", "weigh")
    given = lambda: desk.run("access", "--subject", COMPANY, "--csv", *desk.where)
    id = bureau.case.split("/")[-1]
    assert "办理本案" in given() and id not in given(), "every look is told, and no proposal before it is served"
    page = bureau.does("ren.ban", "notice", {
        "paperDay": bureau.day, "facts": "拖欠十人工资", "grounds": "逾期未付",
        "basis": "保障农民工工资支付条例第四十八条", "remedy": "可以陈述、申辩", "article": "某规定第一条", "days": "5", "unit": "working-days"})
    assert not bureau.offers("ren.ban", "weigh"), "the time to answer runs from service"
    assert bureau.serves("ren.ban").endswith("〔2026〕1号")
    assert id in given(), "what was served may be named"
    assert not bureau.offers("ren.ban", "weigh") and not bureau.offers("ren.ke", "decide"), "申辩期内不得作出列入决定"
    page = bureau.does("ren.ban", "answer", {"received": TOLD, "text": "已支付五人"})
    assert "已支付五人" in page and not any(bureau.shown())
    bureau.open(LATER)
    bureau.does("ren.ban", "weigh", {"opinion": "其余五人仍未支付"})
    bureau.does("ren.ban", "sign.handler", {"agrees": "yes", "opinion": "拟列入"})
    assert bureau.case.split("/")[-1] in bureau.visitors["ren.ke"].get("/office")[2]
    for name, step in [("ren.ke", "section"), ("ren.fa", "legal"), ("ren.fen", "leader"), ("ren.ji", "collective")]:
        assert not bureau.offers(name, "decide"), "the chain is not through"
        bureau.does(name, "sign." + step, {"agrees": "yes", "opinion": "同意"})
    decision = {"paperDay": bureau.day, "facts": "拖欠五人工资", "basis": "保障农民工工资支付条例第四十八条",
                "remedy": "六十日内复议，六个月内诉讼；支付后可以申请移出", "end": "last-day", "endDay": "2029-06-29"}
    assert "LIST-117" in bureau.refused("ren.fen", "decide", decision), "who signed does not decide"
    bureau.does("ren.ding", "decide", decision)
    assert not any(bureau.shown()), "listed from the service of the decision on"
    assert bureau.serves("ren.ban").endswith("〔2026〕2号")
    page = bureau.does("ren.ban", "publish")
    assert all(bureau.shown()), bureau.shown()
    assert "2029-06-29" in page
    exit = {"ground": "repaired", "paperDay": bureau.day, "reason": "已全部支付"}
    assert "LIST-117" in bureau.refused("ren.ding", "leave", exit), "who decided the entry does not judge its exit"
    page = bureau.does("ren.ke", "leave", exit)
    number = letters(bureau.visitors["ren.ke"], bureau.case)[-1][1]
    assert number.endswith("〔2026〕3号") and number in page and "已全部支付" in page, words(page)
    assert not any(bureau.shown()), bureau.shown()
    bureau.close()
    assert json.loads(desk.run("verify", "--json", "--clock", LATER))["clean"]


HEAD = "主体名称,统一社会信用代码,列入事由,认定依据,认定部门,认定文书号,认定日期,有效期至\n"


def row(number, organ="中卫市人力资源和社会保障局", until="2028-12-31", reason="拖欠十人工资"):
    return HEAD + f"{NAME},{COMPANY},{reason},保障农民工工资支付条例第四十八条,{organ},{number},2026-01-05,{until}\n"


def test_a_row_for_a_list_of_our_own_waits_for_an_officer_and_lists_nobody(desk):
    """无案件即无列入: a file brings candidates; only the case that an officer makes of one can end in an entry (R4)."""
    bureau = Bureau(desk)
    take = lambda name, text: (desk.write(name, text), desk.take("wage-arrears", name, "human-resources", *desk.where))[1]
    # It names a number, a day, a basis and an end, as of a decision of earlier years; none of it stands in for the case.
    first = take("a.csv", row("人社列〔2026〕7号"))
    assert (first["rows"], first["accepted"], first["candidates"], first["refused"]) == (1, 1, 1, 0), first
    assert take("a.csv", row("人社列〔2026〕7号"))["known"] == 1
    told = take("b.csv", row("宁人社列〔2026〕1号", organ="宁夏回族自治区人力资源和社会保障厅", until="2026-06-15"))
    assert (told["accepted"], told["candidates"]) == (1, 0), "decided elsewhere, it is taken in as it is"
    desk.run("undo", told["batch"], "--reason", "演示", *desk.where)
    bureau.open(TOLD)
    assert not any(bureau.shown()), bureau.shown()
    queue = bureau.visitors["ren.ban"].get("/office")[2]
    bureau.case = "/office/cases/LST-" + queue.split("/office/cases/LST-")[1].split('"')[0]
    page = bureau.look("ren.ban")
    assert first["batch"] + "/2" in page and "没有列入、没有公示" in page and "人社列〔2026〕7号" in page, words(page)
    assert bureau.offers("ren.ban", "take-up") and not bureau.offers("ren.ban", "decide")
    assert not bureau.offers("ren.ban", "publish") and not bureau.offers("ren.ban", "serve-decision")
    page = bureau.does("ren.ban", "take-up", {"target": "employer", "reason": "拖欠十人工资"})
    assert first["batch"] + "/2" in page and bureau.offers("ren.ban", "notice") and not any(bureau.shown())
    # What its case decides is not changed by a file.
    answer = take("c.csv", row("人社列〔2026〕7号", until="2030-12-31"))
    assert (answer["refused"], answer["candidates"]) == (1, 0), answer
    assert take("d.csv", row("人社列〔2026〕7号") + "\n")["known"] == 1
    # A batch that is taken back leaves its case nothing but to be dropped.
    desk.run("undo", first["batch"], "--reason", "错报", *desk.where)
    assert not bureau.offers("ren.ban", "notice") and bureau.offers("ren.ban", "drop")
    bureau.does("ren.ban", "drop", {"reason": "来源批次已撤回"})
    again = take("a.csv", row("人社列〔2026〕7号"))
    assert again["candidates"] == 1, again
    assert "LST-" in bureau.visitors["ren.ban"].get("/office")[2]
    assert not any(bureau.shown())
    bureau.close()
    assert json.loads(desk.run("verify", "--json", "--clock", LATER))["clean"]


def test_a_red_list_is_cross_checked_before_it_is_published_and_left_where_something_adverse_comes_up(desk):
    """守信名单列入前与失信名单、在效不良信息交叉比对；列入后出现的移出。"""
    bureau = Bureau(desk, "transport")
    bureau.open(TOLD)
    opening = {"subject": COMPANY, "name": NAME, "target": "enterprise", "reason": "运输安全有序，三年没有不良信息"}
    bureau.does("ren.ban", "/office/new/lst-listing.transport-honest", opening)
    assert not any(bureau.shown("transport-honest")), "a proposal lists nobody"
    bureau.does("ren.ban", "weigh", {"opinion": "符合条件"})
    bureau.does("ren.ban", "sign.handler", {"agrees": "yes", "opinion": "拟列入"})
    bureau.does("ren.ke", "sign.section", {"agrees": "yes", "opinion": "同意"})
    decision = {"paperDay": bureau.day, "facts": "运输安全有序", "basis": "交政研发〔2018〕181号", "remedy": "可以申请复核",
                "end": "last-day", "endDay": "2027-05-31"}
    adverse = row("宁人社列〔2026〕1号", organ="宁夏回族自治区人力资源和社会保障厅")
    desk.write("elsewhere.csv", adverse)
    batch = desk.take("wage-arrears", "elsewhere.csv", "human-resources", *desk.where)["batch"]
    assert not bureau.offers("ren.ding", "decide") and bureau.offers("ren.ban", "drop"), "whoever is listed for dishonesty is not listed by merit"
    desk.run("undo", batch, "--reason", "演示", *desk.where)
    bureau.does("ren.ding", "decide", decision)
    bureau.serves("ren.ban")
    bureau.does("ren.ban", "publish")
    assert all(bureau.shown("transport-honest")), bureau.shown("transport-honest")
    desk.take("wage-arrears", "elsewhere.csv", "human-resources", *desk.where)
    bureau.does("ren.ke", "leave", {"ground": "bad-record", "paperDay": bureau.day, "reason": "列入拖欠农民工工资名单"})
    assert not any(bureau.shown("transport-honest"))
    bureau.close()
    assert json.loads(desk.run("verify", "--json", "--clock", LATER))["clean"]
