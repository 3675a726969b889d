"""Commitments at the desk, through real pages: signed, supervised, fulfilled; broken with its whole chain; papers missing."""
import json
import re

import people
import story
from lettering import deliver, done, draw, letters, prefilled, serve_letter
from office import Visitor
from story import get

COMPANY = "91640500MA7T033465"
NAME = "中卫市云麓砂石有限公司（演示）"
HEAD = "名称,统一社会信用代码,曾用名,登记状态\n"
KEY = "consequence.key-supervision"


class Office:
    """The office of one day after another, and who works in it."""

    def __init__(self, desk):
        self.desk = desk
        self.people = people.officers(
            desk, ("shui.ban", "水办", "water", ["handle"]), ("shui.jue", "水决", "water", ["decide"]),
            ("shui.cha", "水查", "water", ["handle", "decide"]), ("fa.ban", "发办", "development-reform", ["handle"]))
        desk.take("registry-entry", desk.write("登记.csv", HEAD + f"{NAME},{COMPANY},,存续\n"), "market-regulation")

    def open(self, day):
        """The office on a day; whoever was signed in signs in again."""
        self.close()
        usual, story.DAY = story.DAY, day
        try:
            self.base = self.desk.serve("--rate", "0", "--office")
        finally:
            story.DAY = usual
        self.visitors = {}

    def close(self):
        if self.desk.server:
            self.desk.server.terminate()
            self.desk.server.wait(20)
            self.desk.server = None

    def who(self, name):
        if name not in self.visitors:
            officer, visitor = self.people[name], Visitor(self.base)
            status, _, text = visitor.post(
                "/office/sign-in", {"name": name, "password": officer.password, "code": officer.code()}, token=False)
            assert status == 303, text
            self.visitors[name] = visitor
        return self.visitors[name]

    def sign(self, name, **values):
        values = {"subject": COMPANY, "kind": "approval-substituting", "cause": "申请办理取水许可证",
                  "content": "三个月内安装计量设施", "liability": "依法处理，计入信用记录", "made": "2026-06-30",
                  "publicity": "open", "papers": "营业执照、授权委托书", **values}
        status, headers, text = self.who(name).post("/office/new/cmt-sign.permit-commitments", values)
        assert status == 303, text
        return headers["Location"]

    def act(self, name, case, action, expect=303, **values):
        visitor = self.who(name)
        address = f"{case}/{action}"
        if visitor.get(address)[0] != 200:
            assert expect != 303, (action, visitor.get(address)[2])
            return visitor.get(address)[2]
        status, _, text = visitor.post(address, values)
        assert status == expect, (action, status, re.sub(r"<[^>]+>", " ", text))
        return text

    def sheet(self, case, name="shui.ban"):
        status, _, text = self.who(name).get(case)
        assert status == 200, text
        return text

    def shown(self):
        """The states that the company's file shows."""
        answer = json.loads(get(f"{self.base}/api/v1/companies/{COMPANY}")[2])
        return [line["state"] for line in answer["commitments"]], [r["kind"] for r in answer["records"]]

    def counts(self):
        answer = json.loads(get(f"{self.base}/api/v1/commitments")[2])
        line = next(line for line in answer["matters"] if line["code"] == "permit-commitments")
        return line["signed"], line["fulfilled"], line["breached"]


def paper(number, day="2026-06-30"):
    return {"number": number, "paperDay": day}


SUPERVISION = {"organ": "water", "plan": "现场核查", "supervisionDays": "20", "supervisionUnit": "working-days",
               "supervisionDocument": "承诺书第三条"}


def test_a_commitment_is_signed_supervised_and_found_broken_with_its_whole_chain(desk):
    office = Office(desk)
    office.open("2026-06-30")
    case = office.sign("shui.ban")
    assert "64050020260630000001" in office.sheet(case)
    assert office.shown() == (["signed"], []) and office.counts() == (1, 0, 0)
    office.act("shui.ban", case, "supervise", **paper("卫水监〔2026〕1号"), **SUPERVISION)
    office.act("shui.ban", case, "check", **paper("卫水查〔2026〕1号"), finding="没有安装计量设施")
    told = {"paperDay": "2026-06-30", "degree": "wholly", "unfulfilled": "没有安装计量设施", "facts": "现场核查，没有安装",
            "basis": "承诺书第二条", "remedy": "收到告知书之日起可以陈述、申辩", KEY: "yes"}
    # How long the time to answer is stands in no rule of the city: the notice names what sets it.
    office.act("shui.ban", case, "notice", expect=422, **told)
    office.act("shui.ban", case, "notice", **told, answerDays="5", answerUnit="working-days", answerDocument="告知书")
    assert "serve-notice" not in office.sheet(case), "service belongs to the letter"
    id, number, draft = deliver(office.who("shui.ban"), case, "2026-06-30")
    assert draft["title"] == "拟认定违诺告知书" and "没有安装计量设施" in draft["text"] and "5 个工作日" in draft["text"]
    assert number.endswith("〔2026〕1号") and "2026-06-30 送达" in office.sheet(case)
    proposal = {"degree": "wholly", "unfulfilled": "没有安装计量设施", "reasons": "没有收到申辩", "basis": "承诺书第二条",
                "end": "2027-07-08", "endBasis": "卫水发〔2026〕9号", "supervisedUntil": "2026-10-08",
                "remedy": "六十日内申请行政复议", KEY: "yes"}
    early = office.act("shui.ban", case, "propose", expect=422, paperDay="2026-06-30", **proposal)
    assert "COM-117" in early and "2026-07-07" in early, early
    assert office.shown() == (["supervised"], []), "what is only told is seen by nobody"
    office.open("2026-07-08")
    assert "申辩期满" in office.who("shui.ban").get("/office")[2]
    assert office.shown() == (["supervised"], []), "a time that is over finds nothing"
    office.act("shui.ban", case, "propose", paperDay="2026-07-08", **proposal)
    # Sent back and proposed again it keeps its number; there is no letter before there is a decision.
    id, number = letters(office.who("shui.ban"), case)[-1]
    office.act("shui.jue", case, "send-back", reason="请写明理由")
    office.act("shui.ban", case, "propose", paperDay="2026-07-08", **proposal)
    assert letters(office.who("shui.ban"), case)[-1] == (id, number) and number.endswith("〔2026〕2号")
    for step in [f"draw.{id}", f"seal.{id}", f"serve.{id}.direct"]:
        assert office.who("shui.ban").get(f"{case}/letter.{step}")[0] == 409, step
    # The handler has no post to decide, a stranger sees nothing, and who proposes does not decide.
    assert office.who("shui.ban").get(case + "/decide")[0] in (403, 404, 409)
    assert office.who("fa.ban").get(case)[0] == 404
    office.act("shui.jue", case, "decide")
    assert office.shown() == (["supervised"], []), "what is not served is not in force"
    draw(office.who("shui.ban"), case)
    assert "LET-110" in serve_letter(office.who("shui.ban"), case, id, "2026-07-07", expect=422), "before the decision"
    serve_letter(office.who("shui.ban"), case, id, "2026-07-08")
    assert office.shown() == (["breached"], ["broken-commitment"]) and office.counts() == (1, 0, 1)
    sheet = office.sheet(case)
    assert "有效，至 2026-10-08" in sheet, sheet
    page = get(f"{office.base}/companies/{COMPANY}")[2].decode()
    assert "信用承诺" in page and "违诺" in page and number in page
    rows = json.loads(get(f"{office.base}/api/v1/commitments/permit-commitments?state=breached")[2])["rows"]
    assert [row["number"] for row in rows] == ["64050020260630000001"]
    record = rows[0]["recordPath"]
    assert "六十日内申请行政复议" in get(office.base + record)[2].decode()
    # Who had a part in it does not end it; another officer does, and the supervision is over the same day.
    ending = {**paper("卫水解〔2026〕1号", "2026-07-08"), "ground": "cured", "reason": "已安装"}
    assert "COM-124" in office.act("shui.jue", case, "release", expect=422, **ending)
    office.act("shui.cha", case, "release", **ending)
    assert "已终止" in office.sheet(case) and office.shown()[0] == ["breached"]
    # The end of its publication takes the finding off every page.
    office.open("2027-07-09")
    assert office.shown() == ([], []) and office.counts() == (0, 0, 0)
    assert get(office.base + record)[0] == 410
    office.close()
    assert json.loads(desk.run("verify", "--json", "--clock", "2027-07-09"))["clean"]


def test_what_is_missing_runs_on_a_clock_whose_end_is_a_task_and_nothing_more(desk):
    office = Office(desk)
    office.open("2026-06-30")
    lenient = {"kind": "lenient-acceptance", "missing": "环评批复\n法人授权", "missingDays": "5",
               "missingUnit": "working-days", "missingDocument": "承诺书第二条"}
    case = office.sign("shui.ban", **lenient)
    assert "2026-07-07" in office.sheet(case)
    told = prefilled(office.who("shui.ban"), case + "/letter.new.missing-material")
    assert "环评批复\n法人授权" in told["text"] and "2026-07-07" in told["text"], told
    done(office.who("shui.ban").post(case + "/letter.new.missing-material", told), "draw")
    assert office.who("shui.ban").get(case + "/letter.new.missing-material")[0] == 409, "told once"
    office.act("shui.ban", case, "supply", items="环评批复", papers="原件")
    office.open("2026-07-08")
    assert "补齐期限届满，请核实" in office.who("shui.ban").get("/office")[2]
    assert office.shown() == (["signed"], []), "nothing adverse follows by itself"
    assert office.who("shui.ban").get(case + "/fulfil")[0] != 200, "something is still missing"
    office.act("shui.ban", case, "supply", items="法人授权", papers="原件")
    office.act("shui.ban", case, "fulfil", **paper("卫水履〔2026〕1号", "2026-07-08"), finding="已经补齐")
    assert office.shown() == (["fulfilled"], []) and office.counts() == (1, 1, 0)
    office.close()
    assert json.loads(desk.run("verify", "--json", "--clock", "2026-07-08"))["clean"]


def test_a_person_is_none_of_its_subjects_and_a_file_of_commitments_is_taken_in(desk):
    office = Office(desk)
    office.open("2026-06-30")
    visitor = office.who("shui.ban")
    values = {"subject": "110101190001010014", "kind": "proactive", "cause": "自愿", "content": "守信", "liability": "无",
              "made": "2026-06-30", "publicity": "open", "papers": "无"}
    status, _, text = visitor.post("/office/new/cmt-sign.permit-commitments", values)
    assert status == 422 and "WEB-191" in text and values["subject"] not in text, "a person's number is refused at the form"
    status, _, text = visitor.post("/office/new/cmt-sign.permit-commitments", {**values, "subject": "某人"})
    assert status == 422 and "COM-101" in text
    office.close()
    row = ["64050020260506000001", NAME, "法人及非法人组织", COMPANY, "主动型", "自愿作出承诺", "守信", "依法处理", "2026-05-06", "",
           "全部履行", "", "", "", "", "", "中卫市水务局", "11640502MB0T003810", "可向社会公开", ""]
    titles = ["承诺编码", "承诺人名称", "承诺人类别", "承诺人代码", "承诺类型", "承诺事由", "承诺内容", "违诺责任", "承诺作出日期", "承诺有效期",
              "承诺履行状态", "未履行的承诺内容", "违诺责任追究内容", "承诺履行状态认定日期", "承诺履行状态认定单位", "承诺履行状态认定单位代码",
              "承诺受理单位", "承诺受理单位代码", "公开类型", "备注"]
    person = row[:2] + ["自然人"] + row[3:]
    file = desk.write("承诺.csv", "\n".join(",".join(cells) for cells in (titles, row, person)) + "\n")
    answer = desk.take("commitment", file, "water")
    assert answer["accepted"] == 1 and answer["refused"] == 1, answer
