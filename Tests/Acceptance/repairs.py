"""A case of repair of each version of the rules, by page from its filing to its end; what is shown at every step is asserted."""
import csv
import io
import json
import re

import people
from office import Visitor
from story import get

COMPANY = "91640500MA7T033465"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
ROW = {
    "行政相对人名称": "中卫市云麓砂石有限公司（演示）", "行政相对人类别": "法人及非法人组织",
    "行政相对人代码_1(统一社会信用代码)": COMPANY, "法定代表人": "演示甲", "违法行为类型": "超范围经营",
    "违法事实": "经查超范围经营（演示）", "处罚依据": "某条例第一条", "处罚类别": "罚款", "处罚内容": "罚款人民币20000元",
    "罚款金额（万元）": "2", "处罚机关": "中卫市市场监督管理局", "处罚机关统一社会信用代码": "11640500DEMYYYYYXJ",
    "数据来源单位": "中卫市市场监督管理局", "数据来源单位统一社会信用代码": "11640500DEMYYYYYXJ", "处罚程序": "普通",
    "失信程度": "一般"}
STAFF = [
    ("fa.ban", "发办", "development-reform", ["handle", "decide"]),
    ("fa.jue", "发决", "development-reform", ["handle", "decide"]),
    ("shi.jue", "市决", "market-regulation", ["handle", "decide"])]


class City:
    """A city on one day with a company, two fines of it and three officers; and what everybody sees."""

    def __init__(self, desk, day, decided):
        self.desk, self.day = desk, day
        desk.where = ["--data", "data", "--clock", day]
        desk.write("c.csv", f"名称,统一社会信用代码,登记状态\n{ROW['行政相对人名称']},{COMPANY},存续\n")
        rows = [{**ROW, "行政处罚决定书文号": f"卫演罚〔{decided[:4]}〕{number}号", "处罚决定日期": decided,
                 "处罚有效期": "2099-12-31"} for number in (1, 2)]
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        desk.write("p.csv", text.getvalue())
        for kind, file, count in [("registry-entry", "c.csv", 1), ("administrative-penalty", "p.csv", 2)]:
            answer = json.loads(desk.run(
                "import", kind, file, "--department", "market-regulation", "--json", *desk.where).splitlines()[-1])
            assert answer["accepted"] == count, answer
        self.officers = people.officers(desk, *STAFF)
        self.base = desk.serve("--rate", "0", "--office", "--clock", day)
        self.visitors = {name: Visitor(self.base) for name, *_ in STAFF}
        for name, visitor in self.visitors.items():
            status, _, text = visitor.sign_in(name, self.officers[name].address)
            assert status == 303, (name, status, text)
        self.record = next(
            line["id"] for line in self.file() if f"{decided[:4]}〕1号" in json.dumps(line, ensure_ascii=False))

    # What everybody sees.

    def json(self, path):
        status, _, body = get(self.base + path, Accept="application/json")
        return status, json.loads(body)

    def file(self):
        return self.json(f"/api/v1/companies/{COMPANY}")[1]["records"]

    def shown(self):
        """In which channels the record is given: its page, its JSON, the company's file, the list as page, JSON and CSV."""
        path = "/records/" + self.record
        statuses = [get(self.base + path)[0], self.json("/api/v1" + path)[0]]
        assert statuses[0] == statuses[1] and statuses[0] in (200, 410), statuses
        lists = [get(self.base + "/penalties")[2].decode(), json.dumps(self.json("/api/v1/penalties")[1]),
                 get(self.base + "/penalties?format=csv")[2].decode()]
        other = [line["id"] for line in self.file()
                 if line["id"] != self.record and line["kind"] == "administrative-penalty"]
        assert len(other) == 1 and all(other[0] in text for text in lists), "the other fine is not touched"
        return [statuses[0] == 200, any(line["id"] == self.record for line in self.file()),
                *[self.record in text for text in lists]]

    # What officers do.

    def begin(self, name, values, files):
        status, headers, text = submit(
            self.visitors[name], "/office/new/rpr-repair", {"record": self.record, **values}, files)
        assert status == 303, (status, words(text))
        self.case = headers["Location"]
        return self.look(name)

    def look(self, name):
        status, _, text = self.visitors[name].get(self.case)
        assert status == 200, (name, status)
        return text

    def does(self, name, action, values=None, files=None):
        """Does something in the case; the page it leads to."""
        status, _, text = submit(self.visitors[name], f"{self.case}/{action}", values or {}, files or {})
        assert status == 303, (name, action, status, words(text))
        return self.look(name)

    def refused(self, name, action, values=None):
        """What the form says that refuses."""
        status, _, text = submit(self.visitors[name], f"{self.case}/{action}", values or {}, {})
        assert status == 422, (name, action, status, words(text))
        return text

    def offers(self, name, action):
        return f"{self.case}/{action}" in self.look(name)

    def paper(self, organ, number, day=None):
        return {"organ": organ, "number": number, "date": day or self.day}


def words(text):
    """What of a page is read."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.split("<main", 1)[-1].split("</main>", 1)[0]))


def submit(visitor, path, values, files):
    """Posts a form that may bring files; nothing is sent for a form that is not offered."""
    status, headers, page = visitor.get(path)
    if status != 200:
        return status, headers, page
    if not files and "multipart/form-data" not in page:
        return visitor.post(path, values)
    parts = [*visitor.hidden(path).items(), *values.items()]
    body = "".join(f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                   for key, value in parts).encode()
    for field, (name, content) in files.items():
        body += f'--edge\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'.encode()
        body += b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n"
    status, headers, text = visitor.ask(
        "POST", path, body + b"--edge--\r\n", **{"Content-Type": "multipart/form-data; boundary=edge"})
    return status, headers, text.decode()


def evidence(*codes):
    return {f"file-{code}": (f"{code}.pdf", PDF) for code in codes}


def up_to_forwarding(city, rule, materials, conditions):
    """From the filing that lacks its last paper to the passing on by a second officer."""
    *brought, lacking = materials
    page = city.begin("fa.ban", {"class": "general"}, evidence(*brought))
    assert "已提交，待核对材料" in page and "尚缺材料" in page and rule in page, words(page)
    assert "SHA-256" in page and "申请途径" in page and "窗口" in page
    assert all(city.shown()), "an application ends nothing"
    confirmed = {f"condition-{code}": "yes" for code in conditions}
    assert "RPR-112" in city.refused("fa.ban", "complete", confirmed), "papers are missing"
    page = city.does("fa.ban", "return", {f"missing-{lacking}": "yes", "reason": "请补交"})
    assert "待申请人补正" in page and "已一次性告知" in page and not city.offers("fa.ban", "complete")
    page = city.does("fa.ban", "supplement", files=evidence(lacking))
    assert "收到补正材料" in page and "尚缺材料" not in page and not city.offers("fa.ban", "return"), "told once"
    assert "RPR-112" in city.refused("fa.ban", "complete"), "no condition was found fulfilled"
    assert "材料齐全，审核中" in city.does("fa.ban", "complete", confirmed)
    assert "RPR-114" in city.refused("fa.ban", "forward"), "nobody reviews their own check"
    assert "已转出，待决定" in city.does("fa.jue", "forward", {"reason": "材料齐全，符合条件"})
    assert not city.offers("fa.jue", "execute") and all(city.shown()), "passed on is not granted"


def gone(city):
    """Nothing of the record is given by any channel, and the log is sound."""
    assert not any(city.shown()), city.shown()
    for path in [f"/records/{city.record}", f"/records/{city.record}/repair-notice"]:
        status, _, body = get(city.base + path)
        assert status == 410 and "超范围经营" not in body.decode(), (path, status)
    city.desk.server.terminate()
    city.desk.server.wait(20)
    city.desk.server = None
    assert json.loads(city.desk.run("verify", "--json", "--clock", city.day))["clean"]


def decided_by_the_nation(desk, day, decided, rule, materials, conditions):
    city = City(desk, day, decided)
    up_to_forwarding(city, rule, materials, conditions)
    assert city.visitors["shi.jue"].get(city.case)[0] == 404, "the bureau has no part in it"
    assert "上级审核通过" in city.does("fa.ban", "pass", city.paper("自治区信用办", "宁信〔1〕号"))
    nation = city.paper("国家公共信用信息中心", "终审1号")
    assert "RPR-114" in city.refused("fa.ban", "approve", nation), "who checked the papers does not enter the decision"
    future = city.paper("国家公共信用信息中心", "终审1号", "2099-01-01")
    assert "RPR-119" in city.refused("fa.jue", "approve", future)
    assert "准予修复，待执行" in city.does("fa.jue", "approve", nation) and all(city.shown())
    assert "RPR-114" in city.refused("fa.ban", "execute")
    page = city.does("fa.jue", "execute")
    assert "办结" in page and "国家待同步" not in page and "公示末日" in page, words(page)
    gone(city)


def test_by_the_rule_of_2019_the_nation_decides_and_the_city_ends_the_publication(desk):
    decided_by_the_nation(desk, "2022-06-30", "2022-01-05", "R2019", ["commitment-letter", "licence", "proof"],
                          ["performed", "commitment", "minimum"])


def test_by_the_rule_of_2023_the_nation_decides_and_the_city_ends_the_publication(desk):
    decided_by_the_nation(desk, "2024-06-28", "2024-01-10", "R2023", [
        "application", "commitment-letter", "licence", "handler", "representative", "authority", "proof"],
        ["performed", "commitment", "minimum"])


def test_by_the_rule_of_2026_the_recogniser_decides_and_the_city_carries_out_and_reconciles(desk):
    city = City(desk, "2026-06-30", "2026-02-10")
    up_to_forwarding(city, "R2026", ["commitment-letter", "proof"], ["minimum", "performed", "commitment", "other"])
    for name in ["fa.ban", "fa.jue"]:
        for action in ["accept", "refuse", "approve", "reject"]:
            assert not city.offers(name, action), (name, action)
            assert submit(city.visitors[name], f"{city.case}/{action}", {}, {})[0] == 409, (name, action)
    queue = city.visitors["shi.jue"].get("/office")[2]
    assert city.case in queue, "it is the bureau's turn"
    assert "决定单位受理" in city.does("shi.jue", "accept")
    paper = city.paper("中卫市市场监督管理局", "卫市监修〔2026〕1号")
    page = city.does("shi.jue", "approve", paper)
    assert "准予修复，待执行" in page and not city.offers("shi.jue", "execute") and all(city.shown())
    page = city.does("fa.jue", "execute")
    assert "本地已终止，国家待同步" in page and "本地已终止公示和共享，国家待同步" in page, words(page)
    assert not any(city.shown()), "it is ended here before the nation says so"
    assert city.case in city.visitors["fa.ban"].get("/office")[2], "the nation's result is awaited"
    page = city.does("fa.ban", "report", city.paper("信用中国", "同步1号"))
    assert "收到国家处理结果，办结" in page and "已办结" in page
    assert city.case not in city.visitors["fa.ban"].get("/office")[2]
    gone(city)
