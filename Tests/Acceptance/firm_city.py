"""The city of one firm: its days, its officers and the firm's agent, each at a browser of their own."""
import csv
import io
import os

import people
from calls import call
from lettering import png
from repairs import PDF, ROW
from walker import Walker

COMPANY, NAME = ROW["行政相对人代码_1(统一社会信用代码)"], ROW["行政相对人名称"]
FILE = "/companies/" + COMPANY
LIST = "市场监督管理严重违法失信名单"
# Penalty, notice, decision, task, repair of the penalty, its result, the way out of the list.
FINED, TOLD, LISTED, TASKED = "2025-06-03", "2025-06-05", "2025-06-13", "2025-06-18"
EARLY, REPAIRED, OUT = "2026-05-22", "2026-06-01", "2026-06-15"
STAFF = [
    ("shi.bao", "市报", "market-regulation", ["submit"]), ("shi.ban", "市办", "market-regulation", ["handle"]),
    *[(f"shi.{name}", f"市{word}", "market-regulation", ["decide"]) for name, word in
      [("ke", "科"), ("fa", "法"), ("fen", "分"), ("ji", "集"), ("ding", "定")]],
    ("cai.ban", "财办", "finance", ["handle"]), ("fa.ban", "发办", "development-reform", ["handle"]),
    ("fa.jue", "发决", "development-reform", ["decide"])]
FINE = "卫市监罚〔2025〕18号"
PENALTY = {
    **ROW, "行政处罚决定书文号": FINE, "违法行为类型": "销售不合格建材（演示）",
    "违法事实": "经抽检，三批次机制砂与标注的等级不符（演示）", "处罚依据": "某法第五十条（演示）", "处罚类别": "罚款",
    "处罚内容": "罚款人民币200000元", "罚款金额（万元）": "20", "失信程度": "严重", "处罚决定日期": "2025-05-29",
    "处罚有效期": "2099-12-31"}
BASIS = "国家市场监督管理总局令第44号"
MEASURE = "限制申请财政性资金项目"


def table(row):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(row))
    writer.writeheader()
    writer.writerow(row)
    return text.getvalue().encode()


class City:
    """A city of one firm on one day after another, its officers, and the firm's agent, each at a browser."""

    def __init__(self, desk, browser):
        # Pictures of every station go where somebody asks for them, and go with the story otherwise.
        self.desk, self.browser, self.album = desk, browser, os.environ.get("CHENGXIN_STORY") or desk.path("album")
        desk.where = ["--data", "data", "--clock", FINED]
        self.officers = people.officers(desk, *STAFF)
        self.agent_codes, self.number = [], 0
        os.makedirs(self.album, exist_ok=True)

    def open(self, day, *programs):
        """Goes on to a day: everybody signs in anew when they are needed; whose programs read cases has a token."""
        self.close()
        self.day, self.walkers, self.desk.where = day, {}, ["--data", "data", "--clock", day]
        self.tokens = {name: people.account(self.desk, "token", name).strip() for name in programs}
        self.base = self.desk.serve("--rate", "0", "--office", "--clock", day)
        self.anybody = Walker(self.browser, self.base, self.album)

    def close(self):
        if self.desk.server:
            self.desk.server.terminate()
            self.desk.server.wait(20)
            self.desk.server = None

    def at(self, name):
        """Somebody of the staff, or the firm's agent, signed in, at the place where their work begins."""
        door, codes = ("agent", self.agent_codes) if name == "qian" else ("office", self.officers[name].recovery)
        if name not in self.walkers:
            walker = self.walkers[name] = Walker(self.browser, self.base, self.album)
            walker.go(f"/{door}/sign-in").fill({"账号": name, "口令": people.PASSWORD, "动态口令": codes.pop()}).send()
            assert walker.path == "/" + door, (name, walker.words())
        return self.walkers[name].go("/" + door)

    def case(self, name, id):
        """Opens a case from the queue or, where it waits for nobody there, by its address."""
        return self.at(name).go(f"/{'agent' if name == 'qian' else 'office'}/cases/{id}")

    def data(self, name, id):
        """The same case as a program gets it with the officer's rights."""
        noun = {"LST": "listings", "EFF": "measures", "RPR": "repairs"}[id[:3]]
        status, _, file = call(self.base, self.tokens[name], "GET", f"/api/v1/{noun}/{id}")
        assert status == 200, (id, status, file)
        return file

    def photo(self, walker, name):
        self.number += 1
        walker.photo(f"{self.number:02}-{name}")

    def public(self):
        """The firm's public page and the same as JSON: the kinds of its published records."""
        page = self.anybody.go(FILE)
        assert page.status == 200
        status, file = page.json()
        assert status == 200
        return page, {record["kind"]: record for record in file["records"]}


def letter(city, name, case, archive, scan=png()):
    """Draws the letter on which the case waits, brings its sealed scan back, hands it over; its address."""
    officer = city.case(name, case)
    officer.page.locator("main a[href^='/office/letters/']").last.click()
    officer.does("成稿")
    officer.page.locator("main a[href^='/office/letters/']").last.click()
    officer.does("传回用印扫描件", {"用印扫描件": ("scan.png", scan), "档号": archive})
    officer.page.locator("main a[href^='/office/letters/']").last.click()
    officer.does("登记送达：直接送达", {
        "送达之日": city.day, "签收人": "李某（演示）", "送达回证扫描件": ("receipt.png", png())})
    officer.page.locator("main a[href^='/office/letters/']").last.click()
    return officer.path


def binds(city, until):
    """An officer binds the agent, and not without the paper."""
    officer = city.at("fa.ban").click("登记：钱经办").says(COMPANY, "待核验材料").click("核验并绑定")
    officer.fill({"授权末日": until, "已核对原件": True}).send(refused="WEB-")
    officer.fill({"授权委托书（扫描件）": ("委托书.pdf", PDF), "授权末日": until, "已核对原件": True}).send()
    return officer.says("已绑定", until)
