"""Files as departments and registries really made them; skipped where the folder of real data is absent.

The counts are those of docs/real-data.md, whose table `print_table` writes.
"""
import json

from story import shared

FILES = [
    ("registry-entry", ["subjects", "zhongwei_subjects.csv"], "market-regulation", (3875, 3875, 0, 0)),
    ("administrative-penalty", ["double_publicity", "tibet_penalty_rows.csv"], "market-regulation", (204, 0, 204, 21)),
    ("administrative-penalty", ["double_publicity", "ningxia_longde_penalty_template_2018.xls"], "market-regulation",
     (4, 3, 1, 1)),
    ("administrative-penalty", ["double_publicity", "ningxia_longde_penalty_template_2018.xlsx"], "market-regulation",
     (4, 3, 1, 1)),
    ("administrative-penalty", ["penalties", "chongqing_penalties.csv"], "market-regulation", (4663, 0, 4663, 0)),
    ("tax-a-grade", ["red_lists", "tax_a_grade_2018_heilongjiang_gbk.csv"], "tax", (5233, 0, 5233, 0)),
    ("registry-entry", ["registry_files", "zhejiang_random_check_2883.xlsx"], "market-regulation", (2883, 2883, 0, 0)),
    ("registry-entry", ["registry_files", "zhejiang_random_check_2883_spreadsheetml.xlsx"], "market-regulation",
     (2883, 2883, 0, 0)),
]


def test_counts_add_up_and_every_refusal_is_explained(desk):
    for index, (kind, place, department, expected) in enumerate(FILES):
        path = shared(*place)
        data = f"store-{index}"
        answer = desk.take(kind, path, department, "--data", data)
        seen = tuple(answer[key] for key in ["rows", "accepted", "refused", "persons"])
        assert seen == expected, (place[-1], seen, expected)
        if answer["refused"]:
            rows = {line.split(",")[2] for line in open(desk.path(f"{data}/batches/{answer['batch']}.errors.csv"))}
            assert len(rows) - 1 == answer["refused"], (place[-1], len(rows), answer)


def test_the_same_rows_in_two_formats_are_the_same_records(desk):
    for first, second in [
        ("double_publicity/ningxia_longde_penalty_template_2018.xls", "double_publicity/ningxia_longde_penalty_template_2018.xlsx"),
        ("registry_files/zhejiang_random_check_2883.xlsx", "registry_files/zhejiang_random_check_2883_spreadsheetml.xlsx"),
    ]:
        kind = "administrative-penalty" if "penalty" in first else "registry-entry"
        one = desk.take(kind, shared(*first.split("/")), "market-regulation", "--data", "pair-" + kind)
        two = desk.take(kind, shared(*second.split("/")), "market-regulation", "--data", "pair-" + kind)
        assert two["known"] == one["accepted"] and two["accepted"] == two["changed"] == 0, (first, one, two)


def test_one_list_in_csv_json_and_xls_is_the_same_records(desk):
    answers = [desk.take("registry-entry", shared("same_rows_three_formats", "2000_hainan." + form), "market-regulation")
               for form in ["csv", "json", "xls"]]
    assert answers[0]["accepted"] > 0
    for answer in answers[1:]:
        assert answer["known"] == answers[0]["accepted"] and answer["refused"] == answers[0]["refused"], answers


def test_search_answers_for_a_part_of_a_name_and_a_code(desk):
    desk.take("registry-entry", shared("subjects", "zhongwei_subjects.csv"), "market-regulation")
    by_part = json.loads(desk.run("search", "柔远", "--json"))
    assert by_part and all("柔远" in hit["name"] for hit in by_part[:3]), by_part
    code = by_part[0]["code"]
    assert json.loads(desk.run("search", code, "--json"))[0]["code"] == code
    assert json.loads(desk.run("search", code[:14], "--json"))[0]["code"].startswith(code[:14])
    desk.run("search", "11010519491231002X", exit=1)


def test_every_template_of_other_systems_is_read_or_refused_with_a_sentence(desk):
    import glob
    for path in sorted(glob.glob(shared("excel_templates") + "/*")):
        for kind in ["administrative-penalty", "administrative-permit", "registry-entry"]:
            desk.run("import", kind, path, "--department", "market-regulation", "--clock", "2026-06-30", "--dry-run",
                     exit=None)
