"""A firm from its penalty to a list, to a measure, to repair, to a clean file: by page only, in a browser without scripts."""
import csv
import html
import io
import json
import os
import re
import subprocess
import sys
import urllib.parse

import people
from calls import call
from lettering import png
from look import Browser
from repairs import PDF, ROW
from story import ROOT, get, until
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
        self.desk, self.browser, self.album = desk, browser, os.environ.get("CHENGXIN_STORY")
        desk.where = ["--data", "data", "--clock", FINED]
        self.officers = people.officers(desk, *STAFF)
        self.agent_codes, self.number = [], 0
        if self.album:
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
            walker.go(f"/{door}/sign-in").fill({"账号": name, "密码": people.PASSWORD, "动态口令": codes.pop()}).send()
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


# 1. Penalty.

def the_department_hands_the_penalty_in(city):
    city.open(FINED)
    clerk = city.at("shi.bao")
    registry = f"名称,统一社会信用代码,登记状态\n{NAME},{COMPANY},存续\n".encode()
    for kind, name, content in [("登记注册信息", "登记.csv", registry), ("行政处罚", "行政处罚 六月.csv", table(PENALTY))]:
        clerk.go("/office/upload").fill({"信用信息类别": kind, "文件": (name, content)}).send()
        assert until(lambda: clerk.click("立即更新") is None if clerk.offers("立即更新") else True, 30)
        clerk.says("试报", "100.00%")
        if kind == "行政处罚":
            city.photo(clerk, "hand-in")
        clerk.click("确认报送")
        assert until(lambda: clerk.click("立即更新") is None if clerk.offers("立即更新") else True, 30)
        clerk.says("100.00%")
    page, records = city.public()
    penalty = records["administrative-penalty"]
    # 36 months from the decision, the day itself not counted.
    page.says(FINE, "公示至 2028-05-29", "2025-05-29 + 36 个月 = 2028-05-29")
    assert penalty["publication"]["until"] == "2028-05-29" and penalty["publication"]["grade"] == "serious", penalty
    city.photo(page, "fined")
    return penalty["id"]


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


# 2. Listing.

def the_agent_is_bound(city):
    agent = Walker(city.browser, city.base, city.album)
    agent.go("/agent/sign-in").click("还没有账号：经办人登记").fill({
        "账号": "qian", "姓名": "钱经办", "企业统一社会信用代码": COMPANY, "联系方式": "0955-0000000", "口令": people.PASSWORD,
        "再输入一次口令": people.PASSWORD}).send()
    address = agent.page.locator(".secrets li").inner_text()
    agent.fill({"手机上的 6 位数字": people.code_of(address)}).send()
    city.agent_codes += agent.page.locator(".secrets li").all_inner_texts()
    city.at("qian").says("还没有绑定企业")
    city.photo(binds(city, "2026-06-05"), "bound")


def binds(city, until):
    """An officer binds the agent, and not without the paper."""
    officer = city.at("fa.ban").click("登记：钱经办").says(COMPANY, "待核验材料").click("核验并绑定")
    officer.fill({"授权末日": until, "已核对原件": True}).send(refused="WEB-")
    officer.fill({"授权委托书（扫描件）": ("委托书.pdf", PDF), "授权末日": until, "已核对原件": True}).send()
    return officer.says("已绑定", until)


def the_bureau_tells_the_firm(city, penalty):
    city.open(TOLD, "shi.ban")
    officer = city.at("shi.ban")
    officer.does(f"拟列入“{LIST}”", {
        "统一社会信用代码或者注册号": COMPANY, "对象类别": "企业", "列入事由": "受到较重行政处罚（演示）", "依托记录编号": penalty})
    case = officer.path.split("/")[-1]
    officer.says("拟列入，待告知", NAME, penalty)
    officer.does("制发告知书", {
        "文书日期": TOLD, "事实": "2025-05-29 被处以罚款 200000 元，决定书 卫市监罚〔2025〕18号", "理由": "属于较重行政处罚（演示）",
        "依据": BASIS, "告知的权利": "可以在期限内陈述、申辩，不收取任何费用。",
        "申辩期限所依据的条文": "演示条文（规则包没有核到）", "申辩期限（天数）": "5", "天数按": "工作日", "措施：" + MEASURE: True})
    the_agent_is_bound(city)
    assert city.case("qian", case).status == 404, "a notice that was not served is told to nobody"
    place = letter(city, "shi.ban", case, "2025-演-001")
    city.photo(city.at("shi.ban").go(place), "notice-served")
    # 5 working days from service, the day itself not counted: 6, 9, 10, 11, 12 June.
    officer = city.case("shi.ban", case).says("陈述申辩期", "2025-06-12", "2025-06-05")
    assert not officer.offers("提出核实意见，送审批"), "申辩期内不得作出列入决定"
    assert "2025-06-12" in json.dumps(city.data("shi.ban", case)["clocks"])
    city.photo(officer, "time-to-answer")
    page, records = city.public()
    page.lacks(LIST + "·")
    assert set(records) == {"administrative-penalty"}, set(records)
    agent = city.at("qian").says("公示的不利信息", "卫市监罚〔2025〕18号", "2028-05-29", "中卫市市场监督管理局").click(LIST)
    agent.says("申辩", "2025-06-12", "列入后可能采取的措施", MEASURE).lacks("列入决定书")
    city.photo(agent, "agent-reads")
    agent.does("提交陈述申辩", {"陈述申辩内容": "三批砂已经召回，罚款已经缴清。"})
    officer = city.case("shi.ban", case).says("三批砂已经召回", "钱经办（企业经办人）")
    assert "三批砂已经召回" in json.dumps(city.data("shi.ban", case), ensure_ascii=False)
    return case


def the_bureau_lists_the_firm(city, case, penalty):
    city.open(LISTED)
    # That a party's time has run out is nobody's delay.
    officer = city.case("shi.ban", case).says("申辩期满，待核实", "已届满").lacks("超期", "逾期")
    officer.does("提出核实意见，送审批", {"核实意见": "召回属实，处罚事实未变，拟列入。"})
    officer.does("签署：承办人意见", {"意见": "同意", "说明": "拟列入"})
    for name, step in [("shi.ke", "科室审核"), ("shi.fa", "法制审核"), ("shi.fen", "分管领导审批"), ("shi.ji", "集体讨论")]:
        signer = city.case(name, case)
        assert not signer.offers("作出列入决定"), "the chain is not through"
        signer.does("签署：" + step, {"意见": "同意", "说明": "同意列入"})
        if step == "法制审核":
            city.photo(signer.says("签署（承办人意见）", "签署（法制审核）").lacks("逾期", "（legal）"), "sign-off")
    city.case("shi.ban", case).does("登记上级同意", {
        "上级机关": "宁夏回族自治区市场监督管理厅", "文号": "宁市监信〔2025〕6号（演示）", "文书日期": LISTED})
    decision = {
        "文书日期": LISTED, "事实和理由": "受到较重行政处罚，申辩理由已记录，事实未变。", "依据": BASIS,
        "救济途径和移出条件": "六十日内可以申请行政复议，六个月内可以提起行政诉讼；列入满一年可以申请移出。",
        "终止方式": "有效期至", "有效期或者复核日期": "2028-06-12", "措施：" + MEASURE: True}
    city.case("shi.fa", case).click("作出列入决定").fill(decision).send(refused="LIST-117")
    city.case("shi.ding", case).does("作出列入决定", decision)
    letter(city, "shi.ban", case, "2025-演-002")
    assert "serious-violation" not in city.public()[1], "served, but not yet published"
    officer = city.case("shi.ban", case).does("公示").says("在列")
    bound = city.case("shi.ke", case).does("采取措施", {
        "措施": MEASURE, "依据（条文）": "其他条文", "其他条文": "发改财金规〔2021〕1827号（待核实）", "依附": "依附其效力",
        "实施单位": "中卫市财政局"})
    bound.says("依附措施", MEASURE + "（中卫市财政局）：依附其效力；有效；未反馈")
    city.photo(bound, "listed")
    page, records = city.public()
    entry = records["serious-violation"]
    page.says("严重违法失信名单", "2028-06-12")
    assert entry["publication"]["until"] == "2028-06-12" or entry["publication"]["end"], entry
    city.photo(page, "firm-listed")
    page.go("/records/" + entry["id"]).says("2028-06-12", BASIS)
    city.photo(page, "entry")
    agent = city.at("qian").says(MEASURE, "发改财金规〔2021〕1827号", "中卫市财政局", "依附其效力", "与条目同时终止", "有效")
    # Who looked is told by organisation and purpose, and no officer by name.
    agent.says("办理本案", "中卫市市场监督管理局").lacks("市科", "shi.ke")
    city.photo(agent, "own-page")
    agent.click(LIST).says("列入决定书", "六十日内", "有效期至 2028-06-12", MEASURE)
    assert not agent.page.locator("main a[href^='/office/']").count(), "no way from the company into the office"
    return entry["id"]


# 3. Measure.

def the_task_is_executed(city, case):
    city.open(TASKED, "cai.ban")
    officer = city.at("cai.ban")
    city.photo(officer.says(MEASURE, NAME, "待执行反馈"), "task-waits")
    officer.click(MEASURE)
    task = officer.path.split("/")[-1]
    officer.says("依附其效力", "发改财金规〔2021〕1827号").does("反馈：已执行", {
        "实施日期": TASKED, "业务事项编号": "财项〔2025〕演7号", "结果": "审核中的一个项目申请未予受理，已书面说明"})
    officer.says("已执行")
    assert "已执行" in json.dumps(city.data("cai.ban", task), ensure_ascii=False)
    city.photo(officer, "task-executed")
    city.case("shi.ban", case).says("财项〔2025〕演7号")
    return task


# 5. Repair.

def files(*titles):
    return {title: (title + ".pdf", PDF) for title in titles}


def applies(city, words):
    """The firm's agent fills in the form that its own page offers beside a record."""
    agent = city.at("qian")
    agent.page.locator("tr", has_text=words).get_by_role("link", name="申请修复").click()
    return agent.fill({"失信程度": "严重", **files("义务履行完毕的证明材料", "信用修复承诺书")})


def the_firm_applies_too_early(city, penalty):
    city.open(EARLY)
    page, records = city.public()
    # The rule of 2026 asks twelve months of what is serious.
    assert records["administrative-penalty"]["repair"]["earliest"] == "2026-05-29", records["administrative-penalty"]["repair"]
    agent = applies(city, FINE).send(refused="RPR-103")
    assert "2026-05-29" in agent.says("最早 2026-05-29 可以申请").words()
    city.photo(agent, "too-early")


def granted(city, repair, paper):
    """From the check of the papers to the execution: who decided it decides, the city carries it out."""
    officer = city.case("fa.ban", repair).click("材料齐全")
    for box in officer.page.locator("main input[type=checkbox]").all():
        box.check()
    officer.send()
    city.case("fa.jue", repair).does("本市审核通过并转出", {"理由或者说明": "材料齐全，符合条件"})
    city.case("shi.ban", repair).does("决定单位受理")
    city.case("shi.ke", repair).does("准予修复", {
        "决定文书：机关": "中卫市市场监督管理局", "决定文书：文号": paper, "决定文书：日期": city.day})
    officer = city.case("fa.jue", repair).does("执行修复").says("本地已终止", "国家待同步")
    assert "国家待同步" in json.dumps(city.data("fa.ban", repair), ensure_ascii=False)
    return officer


def the_penalty_is_repaired(city, penalty, case):
    city.open(REPAIRED, "fa.ban")
    agent = applies(city, FINE).send()
    repair = agent.path.split("/")[-1]
    agent.says("R2026", "2026-05-29", FINE)
    city.photo(agent, "applied")
    assert "administrative-penalty" in city.public()[1], "an application ends nothing"
    city.photo(city.case("fa.ban", repair), "repair-arrives")
    city.photo(granted(city, repair, "卫市监修〔2026〕3号（演示）"), "repair-carried-out")
    page, records = city.public()
    assert set(records) == {"serious-violation"}, set(records)
    page.lacks("卫市监罚", "不合格").says("2028-06-12")
    city.photo(page, "penalty-repaired")
    ended = city.anybody.go("/records/" + penalty)
    assert (ended.status, ended.json()[0]) == (410, 410)
    ended.says("2026-05-31").lacks("不合格", "卫市监罚")
    city.photo(ended, "penalty-ended")
    # What rests on the validity of the entry stands, whatever becomes of the publication of the fine (R5).
    city.case("shi.ban", case).says("依附其效力；有效")
    return repair


def the_firm_leaves_the_list(city, case, entry, task, repair):
    city.open(OUT, "fa.ban", "cai.ban")
    city.case("fa.ban", repair).does("收到国家处理结果，办结", {
        "国家处理结果：机关": "信用中国", "国家处理结果：文号": "同步〔2026〕1号（演示）", "国家处理结果：日期": OUT}).says("已办结")
    # The authorisation is over; the window sees the papers again.
    city.at("qian").says("授权已经到期")
    binds(city, "2027-06-14")
    second = applies(city, "受到较重行政处罚").send().path.split("/")[-1]
    granted(city, second, "卫市监修〔2026〕5号（演示）")
    # Its publication has ended; the entry itself and what rests on its validity stand until whoever decided it ends it.
    assert not city.public()[1]
    city.case("shi.ke", case).says("依附其效力；有效")
    agent = city.at("qian").says("今日没有公示本企业的不利信息", MEASURE, "有效").lacks("已终止")
    city.photo(agent, "validity-stands")
    leaving = {"文书日期": OUT, "理由": "列入满一年，义务已经履行，行为已经纠正（演示）"}
    city.case("shi.ding", case).click("移出").fill({"退出情形": "信用修复", **leaving}).send(refused="LIST-117")
    city.case("shi.ke", case).does("移出", {"退出情形": "信用修复", **leaving}).says("已移出", "依附其效力；已终止")
    letter(city, "shi.ban", case, "2026-演-001")
    officer = city.case("cai.ban", task).says("已随依据终止", "条目已移出", "不得再执行")
    assert not officer.offers("反馈：已执行") and not officer.offers("反馈：未执行")
    assert "已随依据终止" in json.dumps(city.data("cai.ban", task), ensure_ascii=False)
    city.photo(officer, "measure-ended")
    agent = city.at("qian").says("已终止").click(LIST).says("移出决定", "信用修复", "列入满一年")
    city.photo(agent, "agent-reads-the-exit")


# 6. Clean.

ADVERSE = ["卫市监罚", "不合格", "较重行政处罚", "卫市监修", MEASURE, "同意列入"]


def the_file_is_clean(city, case, penalty, entry):
    page, records = city.public()
    assert not records, records
    page.says(NAME, "除登记信息外，今日没有公示的信息").lacks(*ADVERSE)
    city.photo(page, "clean")
    for path in [FILE, "/penalties", "/lists", "/search?q=" + urllib.parse.quote(NAME), "/search?q=" + COMPANY]:
        for form in ["text/html", "application/json", "text/csv"]:
            text = get(city.base + path, Accept=form)[2].decode()
            for word in [*ADVERSE, penalty, entry]:
                assert word not in text, (path, form, word)
    for record in (penalty, entry):
        for path in [f"/records/{record}", f"/records/{record}/repair-notice", f"/api/v1/records/{record}/evidence"]:
            assert get(city.base + path)[0] == 410, path
    # What programs follow the log by gives back digests and no content (R6).
    size = json.loads(get(city.base + "/api/v1/log")[2])["size"]
    bundle = get(f"{city.base}/log/tile/entries/000.p/{size}")
    assert bundle[0] == 200 and len(bundle[2]) > size, bundle[0]
    for word in [*ADVERSE, NAME, COMPANY]:
        assert word.encode() not in bundle[2], word
    officer = city.case("shi.ke", case)
    with officer.page.expect_download() as download:
        officer.click("下载签名卷宗")
    download.value.save_as(city.desk.path("volume.zip"))
    city.photo(officer, "whole-way")


def the_log_proves_it_all(city):
    city.close()
    assert json.loads(city.desk.run("verify", "--json", *city.desk.where[:2], "--clock", OUT))["clean"]
    told = subprocess.run(
        [sys.executable, os.path.join(ROOT, "docs", "verify_volume.py"), city.desk.path("volume.zip")],
        capture_output=True, timeout=120)
    assert told.returncode == 0 and b"3 letters" in told.stdout, (told.stdout.decode(), told.stderr.decode())


def test_a_firm_goes_from_its_penalty_to_a_clean_file(desk):
    with Browser() as browser:
        city = City(desk, browser)
        penalty = the_department_hands_the_penalty_in(city)
        case = the_bureau_tells_the_firm(city, penalty)
        entry = the_bureau_lists_the_firm(city, case, penalty)
        task = the_task_is_executed(city, case)
        the_firm_applies_too_early(city, penalty)
        repair = the_penalty_is_repaired(city, penalty, case)
        the_firm_leaves_the_list(city, case, entry, task, repair)
        the_file_is_clean(city, case, penalty, entry)
        the_log_proves_it_all(city)
