"""An entry of a list of our own, by page from the proposal to the exit; what is shown at every step is asserted."""
import json

import people
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

    def __init__(self, desk):
        self.desk, desk.where = desk, ["--data", "data", "--clock", TOLD]
        desk.write("c.csv", f"名称,统一社会信用代码,登记状态\n{NAME},{COMPANY},存续\n")
        desk.run("import", "registry-entry", "c.csv", "--department", "market-regulation", "--json", *desk.where)
        self.officers = people.officers(
            desk, *[(name, person, "human-resources", duties) for name, person, duties in STAFF])

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

    def shown(self):
        """Whether the entry is given: by the company's file, and by the list as page, JSON and CSV."""
        file = json.loads(get(f"{self.base}/api/v1/companies/{COMPANY}", Accept="application/json")[2])
        lists = [get(self.base + path, Accept=form)[2].decode() for path, form in [
            ("/lists", "text/html"), ("/api/v1/lists", "application/json"), ("/lists?format=csv", "text/csv")]]
        return [any(line["kind"] == "wage-arrears" for line in file["records"]), *["云麓砂石" in text for text in lists]]

    def paper(self, number):
        return {"number": number, "paperDay": self.day}

    def service(self):
        return {"way": "direct", "begun": self.day, "served": self.day}


def test_a_listing_goes_from_the_proposal_to_the_exit(desk):
    bureau = Bureau(desk)
    bureau.open(TOLD)
    page = bureau.does("ren.ban", "/office/new/lst-listing.wage-arrears", {
        "subject": COMPANY, "name": NAME, "target": "employer", "reason": "拖欠工资，责令支付后逾期未付"})
    assert NAME in page and not any(bureau.shown()), "a proposal lists nobody"
    assert not bureau.offers("ren.ke", "decide") and not bureau.offers("ren.ban", "weigh")
    page = bureau.does("ren.ban", "notice", {
        **bureau.paper("人社告〔2026〕1号"), "facts": "拖欠十人工资", "grounds": "逾期未付",
        "basis": "保障农民工工资支付条例第四十八条", "remedy": "可以陈述、申辩", "article": "某规定第一条", "days": "5", "unit": "working-days"})
    assert not bureau.offers("ren.ban", "weigh"), "the time to answer runs from service"
    bureau.does("ren.ban", "serve-notice", bureau.service())
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
    decision = {**bureau.paper("人社列〔2026〕1号"), "facts": "拖欠五人工资", "basis": "保障农民工工资支付条例第四十八条",
                "remedy": "六十日内复议，六个月内诉讼；支付后可以申请移出", "end": "last-day", "endDay": "2029-06-29"}
    assert "LIST-117" in bureau.refused("ren.fen", "decide", decision), "who signed does not decide"
    bureau.does("ren.ding", "decide", decision)
    assert not any(bureau.shown()), "listed from the service of the decision on"
    bureau.does("ren.ban", "serve-decision", bureau.service())
    page = bureau.does("ren.ban", "publish")
    assert all(bureau.shown()), bureau.shown()
    assert "2029-06-29" in page
    exit = {"ground": "repaired", **bureau.paper("人社移〔2026〕1号"), "reason": "已全部支付"}
    assert "LIST-117" in bureau.refused("ren.ding", "leave", exit), "who decided the entry does not judge its exit"
    page = bureau.does("ren.ke", "leave", exit)
    assert "人社移〔2026〕1号" in page and "已全部支付" in page, words(page)
    assert not any(bureau.shown()), bureau.shown()
    bureau.close()
    assert json.loads(desk.run("verify", "--json", "--clock", LATER))["clean"]
