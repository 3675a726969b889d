"""The commands users' scripts rest on."""
from story import DAY


def test_workdays_count_from_the_day_after_the_event(desk):
    vectors = [
        ("2020-01-20", 7, "2020-02-06"), ("2020-04-28", 7, "2020-05-11"), ("2020-06-24", 2, "2020-06-29"),
        ("2020-09-28", 7, "2020-10-14"), ("2021-02-08", 7, "2021-02-23"), ("2024-09-13", 3, "2024-09-19"),
        ("2025-09-26", 10, "2025-10-16"), ("2026-02-13", 7, "2026-03-02"), ("2026-09-30", 10, "2026-10-20"),
    ]
    for event, count, expected in vectors:
        assert desk.run("workdays", "add", event, str(count)).strip() == expected
    desk.run("workdays", "add", "2026-12-31", "1", exit=1)
    assert len(desk.run("workdays", "list", "2020").split()) == 249
    desk.run("workdays", "list", "2027", exit=1)
    desk.run("workdays", "list", "2017", exit=1)
    assert desk.run("workdays", "between", "2020-01-20", "2020-02-06").strip() == "7"


def test_code_check_gives_value_class_and_reason_in_order(desk):
    lines = [
        ("91640500MA7T033465", "valid"), ("91640500MA7T033466", "check-digit"), ("", "empty"),
        ("00000000000000000X", "sentinel"), ("11010519491231002X", "resident-id"), ("640500100000016", "registration-number"),
        ("10774368-0", "organisation-code"), ("无", "other"), ("9164050", "length"), ("91640500ma7t033465", "character"),
        ("99990000MA7T033465", "region"),
    ]
    out = desk.run("code", "check", input="".join(value + "\n" for value, _ in lines)).splitlines()
    assert len(out) == len(lines)
    for (value, found), line in zip(lines, out):
        parts = line.split("\t")
        assert parts[1] == found, (value, line)
        assert parts[2], line
    assert "1949" not in out[4], "a person's number must be masked"
    assert desk.run("code", "check", "--fold", input="91640500ma7t033465\n").split("\t")[1] == "valid"


def test_wrong_usage_is_told_apart_from_nothing_done(desk):
    desk.run("import", "no-such-kind", "x.csv", "--department", "tax", exit=2)
    desk.run("import", "tax-a-grade", "x.csv", "--department", "nobody", exit=2)
    desk.run("import", "tax-a-grade", "missing.csv", "--department", "tax", exit=1)
    desk.run("show", "91640500MA7T033465", exit=1)
    desk.run("nonsense", exit=2)


def test_every_kind_has_a_template_that_comes_back_empty(desk):
    for kind in ["registry-entry", "administrative-permit", "administrative-penalty", "tax-a-grade", "abnormal-operation",
                 "serious-violation", "dishonest-judgment-debtor", "major-tax-violation", "wage-arrears",
                 "contract-performance"]:
        desk.run("template", kind)
        answer = desk.take(kind, kind + ".xlsx", "market-regulation")
        assert answer["rows"] == 0, (kind, answer)


def test_the_pack_and_its_examples_are_right(desk):
    assert "问题 0" in desk.run("check-packs")


def test_the_same_seed_gives_the_same_bytes(desk):
    desk.sample(200, 1000)
    first = {name: open(desk.path("files/" + name), "rb").read() for name in ["registry-entry.csv", "manifest.json"]}
    desk.sample(200, 1000)
    for name, content in first.items():
        assert open(desk.path("files/" + name), "rb").read() == content, name
    assert "演示" in first["registry-entry.csv"].decode()
    assert DAY
