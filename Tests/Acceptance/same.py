"""What a program reads is what a person reads: every leaf of a company's JSON that is shown stands on its page."""
import html
import json
import os
import random
import re

import site_pages
from story import get

# Codes for programs; the page says them in words beside.
FOR_PROGRAMS = {"kind", "family", "department", "timeliness", "grade", "state", "lang", "name", "withheld", "end", "class"}


def leaves(value, name="", inside=""):
    """Name and text of everything a person is to see."""
    if isinstance(value, dict):
        for key, part in value.items():
            # A field's name is for programs, a subject's is what it is called.
            if key == "name" and inside not in ("subject",):
                continue
            yield from leaves(part, key, key if isinstance(part, dict) else inside)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, name, name)
    elif isinstance(value, bool):
        return
    elif name not in FOR_PROGRAMS - {"name"}:
        yield name, value


def words(page):
    """The page as text, its attributes too, for addresses stand in them."""
    text = html.unescape(re.sub(r"\s+", " ", page))
    return text


def shown(number):
    return f"{number:,}"


def test_a_company_s_page_says_all_that_its_json_says(desk):
    wanted = int(os.environ.get("CHENGXIN_COMPANIES", "1000"))
    site_pages.city(desk, wanted + 200, 4 * wanted)
    base = desk.serve()
    with open(desk.path("files/registry-entry.csv"), encoding="utf-8-sig") as file:
        text = file.read()
    codes = sorted(set(re.findall(r"\b(?:9[1-3]|[1-8A-Y][1-9A])6405[0-9A-Z]{12}\b", text)))
    random.Random(6).shuffle(codes)
    assert len(codes) >= wanted, len(codes)
    compared, missing, records = 0, [], 0
    for code in codes[:wanted]:
        status, _, body = get(base + "/api/v1/companies/" + code)
        if status == 404:
            continue  # refused at intake, so no file
        language = ["zh", "en"][compared % 2]
        if language == "en":
            status, _, body = get(base + "/api/v1/companies/" + code + "?lang=en")
        file = json.loads(body)
        _, _, page = get(base + "/companies/" + code + "?lang=" + language, Accept="text/html")
        page = words(page.decode())
        for record in file["records"]:
            del record["versions"]
            # Conditions and papers of a repair stand on the record's own page; its day, who decides and its end here.
            if "repair" in record:
                record["repair"] = {
                    key: record["repair"][key] for key in ("words", "recogniser", "endsByItself") if key in record["repair"]
                }
        for name, value in leaves(file):
            text = shown(value) if isinstance(value, int) else re.sub(r"\s+", " ", value)
            if name == "rehearsal" or (name == "found" and value == 0):
                continue
            # The page does not link to itself; versions, grade and rule stand on the record's own page (next story).
            if value == "/companies/" + code or name in ("rule", "lastDayByRule", "gradeTitle", "endTitle"):
                continue
            if text not in page:
                missing.append((code, name, text))
        compared += 1
        records += len(file["records"])
    assert not missing, missing[:20]
    assert compared >= wanted * 0.95, f"only {compared} of {wanted} have a file"
    print(f"     {compared} companies with {records} records compared", flush=True)


def test_a_record_s_page_says_all_that_its_json_says(desk):
    site_pages.city(desk, 100, 600)
    base = desk.serve()
    text = open(desk.path("files/registry-entry.csv"), encoding="utf-8-sig").read()
    codes = sorted(set(re.findall(r"\b916405[0-9A-Z]{12}\b", text)))
    missing, compared = [], 0
    for code in codes[:60]:
        status, _, body = get(base + "/api/v1/companies/" + code)
        for record in json.loads(body)["records"][:3] if status == 200 else []:
            record_file = json.loads(get(base + "/api/v1" + record["path"])[2])
            page = words(get(base + record["path"], Accept="text/html")[2].decode())
            for name, value in leaves(record_file):
                text = shown(value) if isinstance(value, int) else re.sub(r"\s+", " ", value)
                if text not in page and name not in ("familyTitle", "status", "formerNames", "version"):
                    missing.append((record["path"], name, text))
            compared += 1
    assert compared > 50, compared
    assert not missing, missing[:20]
