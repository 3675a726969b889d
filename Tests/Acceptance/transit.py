"""Natural persons' rows in transit: sealed, seen by nobody, sent on by two officers, deleted on their day (R9, R10, R16)."""
import json
import os

import openpyxl

from erasure import officers
from persons import checked
from story import DAY, get

NAME = "演某某甲"
ADULT, MINOR = checked("11010519491231002X"), checked("11010520150101002X")
HEAD = "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法事实,处罚类别,处罚决定日期,证件类型,证件号码\n"


def taken(desk):
    officers(desk)
    desk.write("p.csv", HEAD + f"{NAME},自然人,卫演罚〔2026〕1号,事实一,罚款,2026-06-20,身份证,{ADULT}\n"
               f"演某某乙,自然人,卫演罚〔2026〕2号,事实二,罚款,2026-06-20,身份证,{MINOR}\n")
    answer = desk.take("administrative-penalty", "p.csv", "market-regulation")
    assert (answer["refused"], answer["persons"]) == (2, 2), answer


def status(desk):
    return json.loads(desk.run("transit", "status", "--json", "--clock", DAY))


def export(desk, out, *more, second="chen.mo", exit=0, day=DAY):
    return desk.run("transit", "export", "--layout", "penalty-2018", "--by", "bai.yun", "--second", second, "--matter",
                    "办2026-1", "--out", out, "--clock", day, *more, exit=exit)


def leaked(desk):
    """Files of the data folder that hold a name or number; the marked workbook goes back to its sender."""
    found = []
    for folder, _, names in os.walk(desk.path("data")):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            if any(text.encode() in content for text in [NAME, "演某某乙", ADULT, MINOR]):
                found.append(name)
    return found


def test_sealed_rows_are_counted_and_shown_nowhere(desk):
    taken(desk)
    assert status(desk) == [{"kind": "administrative-penalty", "waiting": 1, "left": 0, "deleted": 0,
                             "firstDue": "2026-09-28"}], status(desk)
    assert leaked(desk) == []
    assert os.stat(desk.path("data/persons.key")).st_mode & 0o077 == 0
    base = desk.serve()
    for path in ["/search?q=" + "%E6%BC%94%E6%9F%90%E6%9F%90%E7%94%B2", "/penalties", "/departments", "/api/v1/penalties"]:
        text = get(base + path, Accept="text/html")[2].decode()
        assert ADULT not in text and "事实一" not in text, path
    assert desk.verify()["clean"]


def test_two_officers_send_them_on_in_the_layout_and_both_records_say_so(desk):
    taken(desk)
    export(desk, "one.xlsx", second="bai.yun", exit=1)
    assert not os.path.exists(desk.path("one.xlsx"))
    export(desk, "out.xlsx")
    assert os.stat(desk.path("out.xlsx")).st_mode & 0o077 == 0
    rows = [list(row) for row in openpyxl.load_workbook(desk.path("out.xlsx")).worksheets[0].values]
    head, row = rows[0], rows[1]
    assert len(rows) == 2 and len(head) == 30
    assert row[head.index("行政相对人名称")] == NAME and row[head.index("证件号码")] == ADULT
    assert row[head.index("行政处罚决定书文号")] == "卫演罚〔2026〕1号"
    export(desk, "more.xlsx", exit=1)
    export(desk, "more.xlsx", "--again")
    assert status(desk)[0]["left"] == 1
    assert leaked(desk) == [] and desk.verify()["clean"]


def test_a_lost_key_is_met_with_a_sentence(desk):
    taken(desk)
    os.rename(desk.path("data/persons.key"), desk.path("kept.key"))
    export(desk, "out.xlsx", exit=1)
    desk.write("q.csv", HEAD + f"演某某丙,自然人,卫演罚〔2026〕3号,事实,罚款,2026-06-20,身份证,{ADULT}\n")
    desk.take("administrative-penalty", "q.csv", "market-regulation", exit=1)
    assert not os.path.exists(desk.path("data/persons.key"))
    os.rename(desk.path("kept.key"), desk.path("data/persons.key"))
    desk.run("backup", "with.db", "--with-key", "--clock", DAY)
    desk.run("restore", "with.db", "--data", "again", "--clock", DAY)
    assert open(desk.path("again/persons.key")).read() == open(desk.path("data/persons.key")).read()


def test_what_is_due_is_deleted_and_a_stub_stays(desk):
    taken(desk)
    assert [name for name in os.listdir(desk.path("data/batches")) if name.endswith(".marked.xlsx")]
    desk.run("transit", "clean", "--clock", "2026-09-28", exit=1)
    export(desk, "out.xlsx", day="2026-09-28")
    desk.run("transit", "clean", "--clock", "2026-09-28")
    assert not [name for name in os.listdir(desk.path("data/batches")) if name.endswith(".marked.xlsx")]
    report = json.loads(desk.run("verify", "--json", "--clock", "2026-09-28"))
    assert report["clean"]
    left = json.loads(desk.run("transit", "status", "--json", "--clock", "2026-09-28"))
    assert left == [{"kind": "administrative-penalty", "waiting": 0, "left": 0, "deleted": 1, "firstDue": None}], left
