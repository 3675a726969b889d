"""The public site over a demonstration city: pages, JSON, log; looked at in a real browser where there is one."""
import json
import os
import shutil
import subprocess
import sys
import urllib.parse

import story
from story import DAY, ROOT, Skipped, get


def city(desk):
    manifest = desk.sample(300, 2000)
    for file in manifest["files"]:
        desk.take(file["kind"], "files/" + file["file"], file["department"])
    return desk.serve()


def search(base, text):
    status, _, body = get(base + "/api/v1/search?q=" + urllib.parse.quote(text))
    assert status == 200, body
    return json.loads(body)


def test_page_and_json_say_the_same_and_persons_are_refused(desk):
    base = city(desk)
    hits = search(base, "中卫")
    key = next(hit for hit in json.dumps(hits).split('"') if hit.startswith("9164"))
    status, headers, page = get(base + "/companies/" + key, Accept="text/html")
    assert status == 200 and "text/html" in headers["Content-Type"]
    status, headers, body = get(base + "/api/v1/companies/" + key)
    assert status == 200 and "json" in headers["Content-Type"]
    file = json.loads(body)
    assert file["subject"]["name"] in page.decode()
    shown = json.loads(desk.run("show", key, "--json", "--clock", DAY))
    assert shown["subject"] == file["subject"] and shown["records"] == file["records"]
    identity = "11010519491231002X"
    status, _, body = get(base + "/search?q=" + identity, Accept="text/html")
    assert identity not in body.decode()
    for header in ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]:
        assert header in headers or header.lower() in {name.lower() for name in headers}, headers


def test_unknown_things_are_problems_in_json_and_kind_pages_in_html(desk):
    base = city(desk)
    status, headers, body = get(base + "/api/v1/companies/91640500MA7T033465")
    assert status == 404 and "application/problem+json" in headers["Content-Type"] and json.loads(body)["status"] == 404
    status, headers, body = get(base + "/companies/xyz", Accept="text/html")
    assert status in (400, 404) and "text/html" in headers["Content-Type"]
    for path in ["/records/zzz", "/nothing", "/log/tile/9/x", "/log/tile/0/999", "/search?q=%00", "/..%2f..%2fetc/passwd"]:
        status, _, body = get(base + path)
        assert status < 500, (path, status)
    status, _, body = get(base + "/search?q=" + urllib.parse.quote("<script>alert(1)</script>"), Accept="text/html")
    assert "<script>alert" not in body.decode()


def test_a_verifier_that_is_not_ours_reads_the_log(desk):
    base = city(desk)
    verifier = os.path.join(ROOT, "docs", "verify_log.py")
    subprocess.run([sys.executable, verifier, base + "/log"], check=True, capture_output=True, timeout=300)


def test_import_while_serve_serves_and_the_new_rows_are_found_at_once(desk):
    base = city(desk)
    desk.write("new.csv", "名称,统一社会信用代码\n中卫市新到商贸有限公司（演示）,91640500MA7T033465\n")
    desk.take("registry-entry", "new.csv", "market-regulation")
    assert "91640500MA7T033465" in json.dumps(search(base, "新到商贸"))


def test_pages_can_be_looked_at(desk):
    browser = shutil.which("chromium")
    if not browser:
        raise Skipped("no chromium on this machine")
    base = city(desk)
    key = next(hit for hit in json.dumps(search(base, "有限公司")).split('"') if hit.startswith("9164"))
    folder = os.environ.get("CHENGXIN_SCREENSHOTS", desk.folder)
    for name, path in [("home", "/"), ("search", "/search?q=" + urllib.parse.quote("中卫")), ("company", "/companies/" + key)]:
        for width in [360, 1280]:
            picture = os.path.join(folder, f"{name}-{width}.png")
            subprocess.run(
                [browser, "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars",
                 f"--window-size={width},1600", f"--screenshot={picture}", base + path],
                check=True, capture_output=True, timeout=120)
            assert os.path.getsize(picture) > 5_000, picture
