"""Scorecards of departments: every figure worked out again from the downloads, errors by rule kept honest by verify."""
import importlib.util
import io
import json
import os
import sqlite3
import xml.dom.minidom
import zipfile

from story import ROOT, get

MONTHS = ["2026-05", "2026-06"]
HEAD = "名称,统一社会信用代码,登记状态\n"
GOOD = "中卫市云麓砂石有限公司（演示）,91640500MA7T033465,存续\n"
WRONG = "中卫市云麓砂石有限公司（演示）,91640500MA7T033466,营业\n"


def recomputing():
    path = os.path.join(ROOT, "docs", "recompute_scorecard.py")
    spec = importlib.util.spec_from_file_location("recompute_scorecard", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def city(desk):
    """A city of which one unit handed in in two months, one took a file back, one handed in a file without rows."""
    manifest = desk.sample(200, 1500)
    for file in manifest["files"]:
        desk.take(file["kind"], "files/" + file["file"], file["department"])
    desk.write("may.csv", HEAD + GOOD + WRONG)
    desk.take("registry-entry", "may.csv", "market-regulation", "--received", "2026-05-20", exit=None)
    desk.write("empty.csv", HEAD)
    desk.take("registry-entry", "empty.csv", "water", exit=None)
    desk.write("mistake.csv", HEAD + WRONG + GOOD.replace("存续", "注销"))
    mistake = desk.take("registry-entry", "mistake.csv", "transport", exit=None)
    desk.run("undo", mistake["batch"], "--reason", "误报", "--clock", "2026-06-30")
    return desk.serve()


def card(base, department, month):
    status, _, body = get(f"{base}/api/v1/departments/{department}?month={month}")
    assert status == 200, body
    return json.loads(body)


def test_every_figure_is_worked_out_again_from_the_downloads(desk):
    base = city(desk)
    recompute = recomputing()
    status, _, body = get(f"{base}/api/v1/departments?month=2026-06")
    units = json.loads(body)["departments"]
    assert len(units) == 36
    for unit in units:
        for month in MONTHS:
            assert recompute.main(base, unit["code"], month) == 0, (unit["code"], month)
    states = {unit["code"]: unit["state"] for unit in units}
    assert states["market-regulation"] == "rows" and states["water"] == "zero-rows"
    # What was taken back counts for nothing, and nothing is not zero.
    assert states["transport"] == "nothing" and states["education"] == "nothing"
    assert all("tally" not in unit for unit in units if unit["state"] == "nothing")
    assert card(base, "market-regulation", "2026-05")["months"][-1]["tally"]["refused"] == 1
    assert card(base, "education", "2026-04")["state"] == "unknown"
    # The script finds a figure that is wrong.
    wrong = card(base, "market-regulation", "2026-06")
    wrong["months"][-1]["tally"]["late"] += 1
    own = recompute.recompute(
        recompute.rows(base, "/departments/market-regulation/batches?month=2026-06&format=csv"),
        recompute.rows(base, "/departments/market-regulation/errors?month=2026-06&format=csv"))
    assert any(line.startswith("late:") for line in recompute.compare(wrong, own))


def test_the_counts_of_faults_are_those_of_the_refused_rows_and_verify_guards_them(desk):
    desk.write("may.csv", HEAD + GOOD + WRONG + WRONG)
    desk.take("registry-entry", "may.csv", "market-regulation", exit=None)
    path = desk.path("data/chengxin.db")
    with sqlite3.connect(path) as database:
        kept = {(rule, field): cells for rule, field, cells in database.execute(
            "SELECT rule, field, cells FROM batch_fault")}
        counted = {}
        for (body,) in database.execute("SELECT body FROM refusal"):
            for problem in json.loads(body)["problems"]:
                rule, field = problem.split("\x1f")[:2]
                counted[rule, field] = counted.get((rule, field), 0) + 1
    assert kept and kept == counted, (kept, counted)
    assert desk.verify()["clean"]
    with sqlite3.connect(path) as database:
        database.execute("UPDATE batch_fault SET cells = cells + 1 WHERE rule = 'REC-115'")
    found = desk.verify(exit=None)
    assert not found["clean"] and "batch_fault" in json.dumps(found), found


def test_no_refused_value_and_no_subject_leaves_by_the_lists(desk):
    identity = "11010519491231002X"
    head = "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法事实,处罚类别,证件类型,证件号码\n"
    desk.write(f"报送{identity}.csv", head + f"演某某,自然人,演1号,某种违法事实,罚款,身份证,{identity}\n")
    desk.take("administrative-penalty", f"报送{identity}.csv", "market-regulation", exit=None)
    base = desk.serve()
    for path in ["", "/batches", "/errors", "/errors?rule=REC-122"]:
        for form in ["", "format=csv", "format=jsonl"]:
            mark = "&" if "?" in path else "?"
            address = f"{base}/departments/market-regulation{path}" + (mark + form if form else "")
            status, _, body = get(address)
            text = body.decode()
            if path == "" and status == 406:
                continue
            assert status == 200, (address, status)
            for secret in [identity, "演某某", "某种违法事实", "演1号"]:
                assert secret not in text, (address, secret)


def test_the_bulletin_comes_as_page_and_as_office_files(desk):
    base = city(desk)
    status, _, body = get(base + "/api/v1/bulletins/2026-06")
    bulletin = json.loads(body)
    assert status == 200 and bulletin["unfinished"] and len(bulletin["units"]) == 36
    ranked = [unit for unit in bulletin["units"] if "complianceRank" in unit]
    assert [unit["complianceRank"] for unit in ranked] == sorted(unit["complianceRank"] for unit in ranked)
    letters = [unit["letter"] for unit in bulletin["units"] if "letter" in unit]
    assert letters, "decisions of years ago that came in today are late"
    for path in ["/bulletins/2026-06", "/bulletins/2026-06/index", letters[0]]:
        status, headers, body = get(base + path, Accept="text/html")
        assert status == 200 and "text/html" in headers["Content-Type"], path
        for form in ["docx", "xlsx"]:
            status, headers, body = get(f"{base}{path}?format={form}")
            assert status == 200, (path, form)
            archive = zipfile.ZipFile(io.BytesIO(body))
            assert archive.testzip() is None
            for name in archive.namelist():
                xml.dom.minidom.parseString(archive.read(name))
    status, _, body = get(base + "/bulletins/2026-06/letters/education")
    assert status == 404
