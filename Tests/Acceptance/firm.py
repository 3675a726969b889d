"""A firm from its penalty to a list, to a measure, to repair, to a clean file: by page only, in a browser without scripts."""
import json
import os
import subprocess
import sys
import urllib.parse

from firm_city import COMPANY, EARLY, FILE, FINE, LIST, MEASURE, NAME, OUT, REPAIRED, City, binds, letter
from firm_listing import (
    the_bureau_lists_the_firm, the_bureau_tells_the_firm, the_department_hands_the_penalty_in,
    the_firm_objects_and_takes_it_back, the_task_is_executed)
from look import Browser
from repairs import PDF
from story import ROOT, get


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
    # Ten working days from the day after: 2 to 5, 8 to 12, 15 June.
    agent.says("R2026", "2026-05-29", FINE, "2026-06-01 起算，当日不计，期限 10 个工作日", "届满日 2026-06-15")
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
    agent = city.at("qian").says("今日没有公示本企业的不利信息")
    assert MEASURE in agent.words() and agent.tags("measures") == ["有效"]
    city.photo(agent, "validity-stands")
    leaving = {"文书日期": OUT, "理由": "列入满一年，义务已经履行，行为已经纠正（演示）"}
    city.case("shi.ding", case).click("移出").fill({"退出情形": "信用修复", **leaving}).send(refused="LIST-117")
    city.case("shi.ke", case).does("移出", {"退出情形": "信用修复", **leaving}).says("已移出", "依附其效力；已终止")
    letter(city, "shi.ban", case, "2026-演-001")
    officer = city.case("cai.ban", task).says("已随依据终止", "条目已移出", "不得再执行")
    assert not officer.offers("反馈：已执行") and not officer.offers("反馈：未执行")
    assert "已随依据终止" in json.dumps(city.data("cai.ban", task), ensure_ascii=False)
    city.photo(officer, "measure-ended")
    agent = city.at("qian")
    assert agent.tags("measures") == ["已终止"]
    agent.click(LIST).says("移出决定", "信用修复", "列入满一年")
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
        the_firm_objects_and_takes_it_back(city, penalty)
        the_firm_applies_too_early(city, penalty)
        repair = the_penalty_is_repaired(city, penalty, case)
        the_firm_leaves_the_list(city, case, entry, task, repair)
        the_file_is_clean(city, case, penalty, entry)
        the_log_proves_it_all(city)
