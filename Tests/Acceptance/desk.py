"""A clerk's day: files in, known, changed, taken back, exported, backed up."""
import csv
import gzip
import io
import json
import os

import openpyxl

from story import DAY

HEAD = "名称,统一社会信用代码,曾用名,登记状态\n"
ROW = "中卫市云麓砂石有限公司（演示）,91640500MA7T033465,中卫市云麓石料厂（演示）,存续\n"


def test_the_same_file_again_changes_nothing_and_other_content_is_a_version(desk):
    desk.write("a.csv", HEAD + ROW)
    first = desk.take("registry-entry", "a.csv", "market-regulation")
    assert first["accepted"] == 1
    again = desk.take("registry-entry", "a.csv", "market-regulation")
    assert (again["accepted"], again["changed"], again["known"]) == (0, 0, 1)
    desk.write("b.csv", HEAD + ROW.replace("存续", "吊销"))
    changed = desk.take("registry-entry", "b.csv", "market-regulation")
    assert changed["changed"] == 1
    file = json.loads(desk.run("show", "91640500MA7T033465", "--json", "--clock", DAY))
    assert "吊销" in json.dumps(file, ensure_ascii=False)
    desk.run("undo", changed["batch"], "--reason", "误报", "--clock", DAY)
    file = json.loads(desk.run("show", "91640500MA7T033465", "--json", "--clock", DAY))
    assert "吊销" not in json.dumps(file["facts"], ensure_ascii=False), file["facts"]
    desk.run("undo", changed["batch"], "--reason", "误报", "--clock", DAY, exit=1)
    assert desk.verify()["clean"]


def test_a_file_that_contradicts_itself_changes_nothing_the_second_time(desk):
    desk.write("twice.csv", HEAD + ROW + ROW.replace("存续", "吊销"))
    first = desk.take("registry-entry", "twice.csv", "market-regulation")
    assert (first["accepted"], first["changed"]) == (1, 1)
    again = desk.take("registry-entry", "twice.csv", "market-regulation")
    assert (again["accepted"], again["changed"], again["known"]) == (0, 0, 2)


def test_the_same_rows_give_the_same_records_in_every_encoding_and_packing(desk):
    text = HEAD + ROW + "中卫市“引号”商贸有限公司（演示）,91640500MA7T03354U,,存续\n"
    forms = {
        "utf8.csv": text.encode(), "mark.csv": b"\xef\xbb\xbf" + text.encode(), "gb.csv": text.encode("gb18030"),
        "utf16.csv": text.encode("utf-16"), "tab.tsv": text.replace(",", "\t").encode(),
        "packed.csv.gz": gzip.compress(text.encode()),
    }
    counts = None
    for name, content in forms.items():
        desk.write(name, content)
        answer = desk.take("registry-entry", name, "market-regulation")
        seen = (answer["accepted"] + answer["known"], answer["refused"])
        counts = counts or seen
        assert seen == counts, (name, answer)
        assert answer["known"] == counts[0] or name == "utf8.csv", (name, answer)


def test_every_wrong_cell_is_told_with_place_reason_and_remedy_and_good_rows_go_in(desk):
    desk.write("c.csv", "名称,统一社会信用代码,登记状态,成立日期\n甲（演示）,91640500MA7T033466,存续,2026-02-30\n"
               "乙（演示）,91640500MA7T033465,营业,2020-01-01\n丙（演示）,91640500MA7T033465,存续,2020-01-01\n")
    answer = desk.take("registry-entry", "c.csv", "market-regulation")
    assert (answer["rows"], answer["accepted"], answer["refused"]) == (3, 1, 2), answer
    errors = open(desk.path(f"{answer['batch']}.errors.csv"), encoding="utf-8-sig", newline="").read()
    rows = list(csv.DictReader(io.StringIO(errors)))
    assert list(rows[0]) == ["file", "sheet", "row", "column", "field", "rule", "value", "message", "remedy"]
    assert [(row["row"], row["column"], row["field"]) for row in rows] == [
        ("2", "2", "统一社会信用代码"), ("2", "4", "成立日期"), ("3", "3", "登记状态")], rows
    assert all(row["message"] and row["remedy"] for row in rows)
    assert os.path.exists(desk.path(f"{answer['batch']}.marked.xlsx"))


def test_a_dry_run_predicts_what_the_import_then_does_and_writes_nothing(desk):
    manifest = desk.sample(300, 2000)
    before = sorted(os.listdir(desk.folder))
    for file in manifest["files"]:
        name = "files/" + file["file"]
        predicted = desk.take(file["kind"], name, file["department"], "--dry-run")
        assert sorted(os.listdir(desk.folder)) == before, "a dry run must write nothing"
        assert predicted["refused"] == sum(file["planted"].values()), (file["file"], predicted, file["planted"])
        break
    answers = [(desk.take(f["kind"], "files/" + f["file"], f["department"], "--dry-run"),
                desk.take(f["kind"], "files/" + f["file"], f["department"])) for f in manifest["files"]]
    for predicted, done in answers:
        for key in ["rows", "accepted", "changed", "known", "refused", "persons", "late"]:
            assert predicted[key] == done[key], (key, predicted, done)


def test_persons_are_counted_and_refused_and_nothing_of_them_is_repeated(desk):
    desk.write("p.csv", "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法事实,处罚类别,证件类型,证件号码\n"
               "演某某,自然人,卫演罚〔2026〕1号,事实,罚款,身份证,11010519491231002X\n")
    answer = desk.take("administrative-penalty", "p.csv", "market-regulation")
    assert (answer["refused"], answer["persons"]) == (1, 1)
    for folder, _, names in os.walk(desk.path("data")):
        for name in names:
            content = open(os.path.join(folder, name), "rb").read()
            assert b"11010519491231002X" not in content, name
            assert "演某某".encode() not in content or name.endswith(".marked.xlsx"), name


def test_a_mapping_is_given_once_and_kept_for_the_department(desk):
    desk.write("m.csv", "公司大名,码\n中卫市云麓砂石有限公司（演示）,91640500MA7T033465\n")
    desk.take("registry-entry", "m.csv", "market-regulation", exit=1)
    desk.write("own.map", "公司大名=名称\n码=统一社会信用代码\n")
    assert desk.take("registry-entry", "m.csv", "market-regulation", "--map", "own.map")["accepted"] == 1
    assert desk.take("registry-entry", "m.csv", "market-regulation")["known"] == 1


def sheet(path):
    """The cells of the first sheet, read by a library that is not ours."""
    return [list(row) for row in openpyxl.load_workbook(path, read_only=False).worksheets[0].values]


def test_backup_restore_and_export_give_the_same_again(desk):
    manifest = desk.sample(200, 1000)
    for file in manifest["files"]:
        desk.take(file["kind"], "files/" + file["file"], file["department"])
    exported = desk.run("export", "administrative-permit", "--clock", DAY)
    assert exported.count("\n") > 100
    lines = desk.run("export", "administrative-permit", "--format", "jsonl", "--clock", DAY).splitlines()
    assert len(lines) == exported.count("\r\n") - 1
    assert all(json.loads(line)["fields"] for line in lines)
    desk.run("backup", "copy.db", "--clock", DAY)
    desk.run("restore", "copy.db", "--data", "other", "--clock", DAY)
    assert desk.run("export", "administrative-permit", "--clock", DAY, "--data", "other") == exported
    desk.run("restore", "copy.db", "--data", "other", "--clock", DAY, exit=1)
    desk.run("export", "--layout", "penalty-2018", "--out", "nation.xlsx", "--clock", DAY)
    back = desk.take("administrative-penalty", "nation.xlsx", "market-regulation", "--data", "third")
    assert back["rows"] > 0
    nation, region = sheet(desk.path("nation.xlsx")), "penalty-ningxia-2018"
    assert (len(nation[0]), nation[0][0], nation[0][-1]) == (30, "行政相对人名称", "备注"), nation[0]
    desk.run("export", "--layout", region, "--out", "region.xlsx", "--clock", DAY)
    rows = sheet(desk.path("region.xlsx"))
    assert len(rows[0]) == 22 and len(rows) == len(nation), rows[0]
    number = nation[0].index("行政处罚决定书文号")
    assert sorted(row[0] for row in rows[1:]) == sorted(row[number] for row in nation[1:])
    desk.run("template", "--layout", region, "--out", "empty.xlsx")
    empty = sheet(desk.path("empty.xlsx"))
    assert empty[0] == rows[0] and len(empty) == 2
    desk.run("export", "administrative-permit", "--layout", region, "--clock", DAY, exit=2)
    desk.run("export", "--clock", DAY, exit=2)


def test_a_rehearsal_never_mixes_with_live_days_and_its_day_only_advances(desk):
    desk.write("a.csv", HEAD + ROW)
    desk.take("registry-entry", "a.csv", "market-regulation")
    desk.run("import", "registry-entry", "a.csv", "--department", "market-regulation", exit=1)
    desk.run("import", "registry-entry", "a.csv", "--department", "market-regulation", "--clock", "2026-06-29", exit=1)
    desk.run("import", "registry-entry", "a.csv", "--department", "market-regulation", "--clock", "2026-07-01")


def test_hostile_files_are_refused_with_a_sentence_and_no_crash(desk):
    files = {
        "empty.csv": b"", "blank.csv": b"\n\n\n", "binary.csv": bytes(range(256)) * 64, "page.pdf": b"%PDF-1.7\nx",
        "cut.xlsx": b"PK\x03\x04" + b"\0" * 40, "cut.gz": gzip.compress(b"a,b\n1,2\n")[:-6],
        "broken.json": b'[{"a":1},', "locked.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    }
    for name, content in files.items():
        desk.write(name, content)
        desk.run("import", "registry-entry", name, "--department", "market-regulation", "--clock", DAY, exit=1)
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as file:
        for _ in range(300):
            file.write(b"0" * (1 << 20))
    desk.write("bomb.csv.gz", bomb.getvalue())
    desk.run("import", "registry-entry", "bomb.csv.gz", "--department", "market-regulation", "--clock", DAY, exit=1)


def test_formulas_stay_text_in_what_is_given_back(desk):
    desk.write("f.csv", "名称,统一社会信用代码\n=HYPERLINK(1),91640500MA7T033466\n+1,@x\n")
    answer = desk.take("registry-entry", "f.csv", "market-regulation")
    for row in csv.reader(io.StringIO(open(desk.path(f"{answer['batch']}.errors.csv"), encoding="utf-8-sig").read())):
        assert not any(cell[:1] in ("=", "+", "@") for cell in row), row
