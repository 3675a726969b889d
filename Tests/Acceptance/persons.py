"""No identifier of a person in any address, page, file or line of the server (R10)."""
import csv
import json
import re
import urllib.parse

import site_pages
from story import get

# Numbers whose birth date and check character are right; nobody's. The second and third are written as people write them.
NUMBERS = ["110101190001010014", "11010119000101003X", "110101190001010057"]
COMPANY = "91640500MA7T033465"


def checked(number):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return number[:17] + "10X98765432"[sum(int(d) * w for d, w in zip(number, weights)) % 11]


def test_no_identity_number_that_was_handed_in_comes_out_anywhere(desk):
    numbers = [checked(number) for number in NUMBERS]
    site_pages.city(desk, 100, 600)
    # Rows of the sample with an identity number put where a clerk might put it: the code, the name, a text, a header.
    with open(desk.path("files/manifest.json")) as file:
        files = json.load(file)["files"]
    spoiled = 0
    for entry in files:
        if not entry["file"].endswith(".csv"):
            continue
        with open(desk.path("files/" + entry["file"]), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        if len(rows) < 4:
            continue
        head, rows = rows[0], [list(row) for row in rows[1:40]]
        for index, row in enumerate(rows):
            place = index % len(head)
            number = numbers[index % len(numbers)]
            row[place] = number if index % 2 else (row[place] + "（身份证" + number + "）")
            spoiled += 1
        name = f"spoiled-{spoiled}.csv"
        with open(desk.path(name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head] + rows)
        desk.take(entry["kind"], name, entry["department"], exit=None)
    assert spoiled > 100, spoiled
    base = desk.serve()
    site = site_pages.Site(base, each=6)
    addresses = set(site.pages) | {link for _, link in site.links}
    addresses |= {"/api/v1" + page for page in site.pages}
    addresses |= {page + ("&" if "?" in page else "?") + "format=" + form for page in site.pages for form in ("csv", "jsonl")}
    addresses |= {"/log/tile/entries/000.p/200", "/log/checkpoint", "/api/v1/openapi.json"}
    # Every record of every company, with its evidence: where a text of a row would show.
    names = [row for row in ("中卫", "有限", "公司", "合作社")]
    for name in names:
        for hit in json.loads(get(base + "/api/v1/search?q=" + urllib.parse.quote(name))[2])["hits"]:
            addresses.add("/api/v1" + hit["path"])
            body = get(base + "/api/v1" + hit["path"])[2]
            for record in json.loads(body).get("records", []):
                addresses |= {record["path"], "/api/v1" + record["path"] + "/evidence"}
    hidden = [re.compile(number[:6] + r"\s*" + number[6:14] + r"\s*" + number[14:], re.I) for number in numbers]
    for path in sorted(addresses):
        assert not any(pattern.search(urllib.parse.unquote(path)) for pattern in hidden), f"in an address: {path[:80]}"
        _, headers, body = get(base + path, Accept="text/html")
        text = body.decode("utf-8", "replace") + json.dumps(headers)
        assert not any(pattern.search(text) for pattern in hidden), (
            f"in the answer of {path[:80]}: " + next(text[max(0, m.start() - 60):m.end() + 20] for p in hidden for m in p.finditer(text)))
    for number in numbers:
        for path in ["/search?q=", "/companies/", "/subjects/", "/records/", "/log/proof?of=", "/nothing/"]:
            status, headers, body = get(base + path + number, Accept="text/html")
            assert 400 <= status < 500 and number not in body.decode() + json.dumps(headers), path
    told = desk.told()
    assert not any(pattern.search(told) for pattern in hidden), "in what the server said"
    print(f"     {len(addresses)} addresses looked through after {spoiled} spoiled rows", flush=True)
