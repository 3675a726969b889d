"""The firm's way in: the penalty, the notice, the answer, the chain of signatures, the decision, the entry and its measure."""
import json

import people
from firm_city import (
    BASIS, COMPANY, FILE, FINE, FINED, LIST, LISTED, MEASURE, NAME, PENALTY, TASKED, TOLD, binds, letter, table)
from story import until
from walker import Walker


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

def the_firm_objects_and_takes_it_back(city, penalty):
    """异议: the record is marked at once in page and JSON, and no longer than the objection is open (R7)."""
    agent = city.at("qian")
    agent.page.locator("tr", has_text=FINE).get_by_role("link", name="提出异议").click()
    agent.fill({"异议理由": "内容有错误或者遗漏", "事实和理由": "三批中的一批不是本企业生产的"}).send()
    objection = agent.path.split("/")[-1]
    page, records = city.public()
    assert page.page.locator("article .chip.contested").all_inner_texts() == ["异议处理中"]
    page.says("1 条有异议")
    assert records["administrative-penalty"]["contested"] and not records["serious-violation"]["contested"]
    city.photo(page, "contested")
    city.case("qian", objection).does("撤回异议", {"理由或者说明": "已与提供单位核对"})
    page, records = city.public()
    assert not page.page.locator(".chip.contested").count()
    assert not records["administrative-penalty"]["contested"]


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
