"""The interface against its own description, by a tester that makes the questions up."""
import json
import os
import re
import shutil
import subprocess
import sys

import site_pages
from story import Skipped, get

TESTER = os.path.join(os.path.dirname(sys.executable), "schemathesis")


def test_the_description_holds_against_made_up_questions(desk):
    if not os.path.exists(TESTER):
        raise Skipped("no schemathesis: scripts/setup test installs it")
    site_pages.city(desk, 100, 600)
    base = desk.serve()
    # A filter may be well written and name a department, a day or a place in a list that there is not: that is refused by
    # its meaning, which no schema can say. All else that the description allows must be answered.
    desk.write("schemathesis.toml", "[checks]\npositive_data_acceptance.expected-statuses = [\"2xx\", 400, 403, 404, 406, 410]\n")
    seconds = os.environ.get("CHENGXIN_INTERFACE_SECONDS")
    done = subprocess.run(
        [TESTER, "run", base + "/api/v1/openapi.json", "--url", base + "/api/v1", "--checks", "all", "--workers", "2",
         "--max-examples", os.environ.get("CHENGXIN_INTERFACE_EXAMPLES", "15"), "--seed", "6", "--no-shrink", "--continue-on-failure",
         "--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all", "--warnings", "off",
         *(["--max-time", seconds] if seconds else [])],
        cwd=desk.folder, capture_output=True, text=True, timeout=900, env={**os.environ, "NO_COLOR": "1", "COLUMNS": "140"})
    tail = done.stdout[-12_000:]
    assert done.returncode == 0, tail
    print("     " + " · ".join(line.strip() for line in done.stdout.splitlines() if re.search(r"generated|passed", line)), flush=True)


def test_every_promised_status_is_a_problem_for_programs_and_a_page_for_people(desk):
    site_pages.city(desk, 60, 300)
    base = desk.serve("--rate", "60")
    import http.client
    import urllib.parse
    host = urllib.parse.urlsplit(base).netloc

    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection(host, timeout=30)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), answer.read()

    cases = [("/?lang=fr", "GET", {}, 400), ("/nothing", "GET", {}, 404), ("/", "POST", {}, 405),
             ("/", "GET", {"Accept": "image/png"}, 406)]
    for path, method, headers, status in cases:
        got = ask(path, method, **{"Accept": "text/html", **headers})
        assert got[0] == status and "text/html" in got[1]["content-type"], (path, got)
        got = ask("/api/v1" + path, method, **headers) if status != 406 else ask("/api/v1/?format=xml")
        assert got[0] == status and "application/problem+json" in got[1]["content-type"], (path, got)
        assert json.loads(got[2])["status"] == status
    for _ in range(80):
        got = ask("/health")
        if got[0] == 429:
            break
    assert got[0] == 429 and int(got[1]["retry-after"]) >= 1, got
    page = ask("/", Accept="text/html")
    assert page[0] == 429 and "text/html" in page[1]["content-type"] and "WEB-112" in page[2].decode()
    assert json.loads(ask("/api/v1/")[2])["code"] == "WEB-112"
