"""Cases at the office over HTTP: who decides, decides about the case they read, as who they are at that moment; nobody
without a post reads one, every look is written down, and a case outlives the organ that began it."""
import csv
import json
import re
import socket
import threading
import time
import urllib.parse
import zipfile

import site_pages
from office import Visitor, serve
from people import account, officers
from story import DAY, get

IDENTITY = "11010519491231002X"
PEOPLE = [
    ("gao.shen", "高审", "development-reform", ["audit"]), ("fa.ban", "发办", "development-reform", ["handle"]),
    ("fa.jue", "发决", "development-reform", ["decide"]), ("fa.er", "发二", "development-reform", ["decide"]),
    ("fa.san", "发三", "development-reform", ["decide"]), ("fa.wu", "发无", "development-reform", []),
    ("shi.ban", "市办", "market-regulation", ["handle"]), ("shi.jue", "市决", "market-regulation", ["decide"]),
    ("zhong.ban", "宁办", "zhongning", ["handle", "decide"]),
]


def city(desk):
    """A loaded city whose office is open; its people, its address."""
    site_pages.city(desk, 60, 400)
    staff = officers(desk, *PEOPLE)
    return staff, serve(desk)


def enter(base, staff, name):
    visitor = Visitor(base)
    status, _, text = visitor.post(
        "/office/sign-in", {"name": name, "password": staff[name].password, "code": staff[name].code()}, token=False)
    assert status == 303, (name, text)
    return visitor


def records(base):
    """Published penalties of companies."""
    found = json.loads(get(base + "/api/v1/penalties?limit=50")[2])
    return [item for item in found["rows"] if (item.get("subjectCode") or "").startswith("91")]


def objection(record, **more):
    return {"record": record, "ground": "wrong-content", "reason": "内容不符", "applicant": "agent", "papers": "执照", **more}


def begin(visitor, kind, values):
    status, headers, text = visitor.post("/office/new/" + kind, values)
    assert status == 303, text
    return headers["Location"]


def does(visitor, case, action, **values):
    status, _, text = visitor.post(f"{case}/{action}", values)
    assert status == 303, (action, status, text)


def looks(desk):
    """Lines of the access record that came over the network, newest first."""
    lines = json.loads(desk.run("access", "--by", "gao.shen", "--json", "--data", "data", "--clock", DAY))
    return [line for line in lines if line["address"] != "command"]


def listing(base, kind="abnormal-operation", **more):
    """What is asked where a subject is proposed for a list."""
    target = {"abnormal-operation": "enterprise", "broken-commitments": "organisation"}[kind]
    return {"subject": records(base)[0]["subjectCode"], "target": target, "reason": "登记的住所无法联系", "records": "", "name": "",
            **more}


def test_who_decides_decides_about_the_case_they_read(desk):
    staff, base = city(desk)
    clerk, first, second = (enter(base, staff, name) for name in ["fa.ban", "fa.jue", "fa.er"])
    case = begin(clerk, "obj-objection", objection(records(base)[0]["id"], ground="not-public"))
    does(clerk, case, "accept")
    opinion = {"correction": "none", "remedy": "可以申请复核", "claims": "", "last-day": ""}
    does(clerk, case, "propose", outcome="unresolved", reasons="甲意见", **opinion)
    read = first.hidden(case + "/decide")
    typed = first.hidden(case + "/send-back")
    does(second, case, "send-back", reason="再核")
    does(clerk, case, "propose", outcome="rejected", reasons="乙意见", **opinion)
    # The form that was opened for the first opinion does not decide about the second.
    status, _, text = first.post(case + "/decide", read, token=False)
    assert status == 409 and "WEB-190" in text and "再核" in text, (status, text)
    status, _, text = first.post(case + "/send-back", {**typed, "reason": "写了很久的理由"}, token=False)
    assert status == 409 and "写了很久的理由" in text, (status, text)
    del read["casePosition"]
    assert first.post(case + "/decide", read, token=False)[0] == 409, "a form that says nothing is as late"
    assert "乙意见" in first.get(case)[2] and "救济途径" not in first.get(case)[2].split("拟定结果")[0]
    does(first, case, "decide")
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def test_one_objection_is_one_case_and_one_step_one_step(desk):
    staff, base = city(desk)
    clerk = enter(base, staff, "fa.ban")
    record = records(base)[0]["id"]
    form = clerk.hidden("/office/new/obj-objection")

    def at_once(path, values):
        answers = []

        def go():
            twin = Visitor(base)
            twin.cookie = clerk.cookie
            answers.append(twin.post(path, values, token=False))
        threads = [threading.Thread(target=go) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers
    answers = at_once("/office/new/obj-objection", {**form, **objection(record)})
    assert sorted(answer[0] for answer in answers) == [303, 422, 422, 422, 422], [answer[0] for answer in answers]
    assert all("OBJ-130" in text for status, _, text in answers if status == 422)
    case = next(headers["Location"] for status, headers, _ in answers if status == 303)
    assert clerk.post("/office/new/obj-objection", objection(record, applicant="company"))[0] == 303, "another applicant"
    answers = at_once(case + "/accept", clerk.hidden(case + "/accept"))
    assert sorted(answer[0] for answer in answers) == [303, 409, 409, 409, 409], [
        (answer[0], re.findall(r"[A-Z]{3,4}-[0-9]{3}", answer[2])) for answer in answers]


def test_what_is_allowed_counts_when_the_body_has_come(desk):
    staff, base = city(desk)
    clerk = enter(base, staff, "shi.ban")
    path = "/office/new/lst-listing.abnormal-operation"
    # Rows that were handed in for the list wait there as candidates.
    waiting = lambda: set(re.findall(r"/office/cases/(LST-[^\"/?]+)", clerk.get("/office?kind=listings")[2]))
    before = waiting()
    assert before
    body = urllib.parse.urlencode({**clerk.hidden(path), **listing(base)}).encode()
    place = urllib.parse.urlsplit(base)
    link = socket.create_connection((place.hostname, place.port))
    link.sendall(
        (f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nCookie: {clerk.cookie}\r\nConnection: close\r\n"
         f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body[:20])
    time.sleep(0.5)
    account(desk, "withdraw", "--by", "an.li", "--name", "shi.ban", "--duty", "handle", "--reason", "调离")
    link.sendall(body[20:])
    link.settimeout(20)
    answer = link.recv(4_000).decode("utf8", "replace")
    link.close()
    assert answer.split()[1] in ("403", "409"), answer
    account(desk, "grant", "--by", "an.li", "--name", "shi.ban", "--duty", "inspect")
    assert waiting() == before, "nothing was begun"
    # What is told to be too large is answered at once, and not read for ever.
    link = socket.create_connection((place.hostname, place.port))
    link.settimeout(20)
    link.sendall(
        (f"POST /office/sign-out HTTP/1.1\r\nHost: {place.netloc}\r\nCookie: {clerk.cookie}\r\n"
         "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000000\r\n\r\n").encode())
    assert b" 413 " in link.recv(200)
    sent = 0
    try:
        while sent < 200_000_000:
            sent += link.send(b"a" * 1_000_000)
    except OSError:
        pass
    assert sent < 100_000_000, sent


def test_a_case_goes_on_with_whoever_holds_its_code(desk):
    staff, base = city(desk)
    clerk = enter(base, staff, "shi.ban")
    case = begin(clerk, "lst-listing.abnormal-operation", listing(base))
    other = enter(base, staff, "zhong.ban")
    assert other.get(case)[0] == 404
    desk.run("organisation", "merge", "market-regulation", "--into", "commerce", "--from", DAY, "--paper", "卫编发〔2026〕1号",
             "--by", "an.li", "--data", "data", "--clock", DAY)
    assert case in clerk.get("/office")[2] and clerk.get(case)[0] == 200
    assert "lst-listing.abnormal-operation" in clerk.get("/office")[2], "the list moved with the code"
    assert other.get(case)[0] == 404
    does(clerk, case, "drop", reason="已恢复联系")
    assert "已恢复联系" in clerk.get(case)[2]


def test_a_substitute_is_chosen_shown_and_ends(desk):
    staff, base = city(desk)
    clerk = enter(base, staff, "fa.ban")
    case = begin(clerk, "obj-objection", objection(records(base)[0]["id"], ground="not-public"))
    does(clerk, case, "accept")
    account(desk, "authorise", "--by", "an.li", "--principal", "fa.jue", "--substitute", "fa.er", "--duty", "decide",
            "--until", "2026-07-09", "--paper", "卫信用办授〔2026〕1号")
    substitute = enter(base, staff, "fa.er")
    page = substitute.get("/office/stand-in")[2]
    principal = re.search(r'value="([^"-][^"]*)" checked|type="radio"[^>]*value="([^"]+)"', page)
    assert "代发决，至 2026-07-09" in page and principal, page
    chosen = principal.group(1) or principal.group(2)
    before = substitute.hidden("/office/stand-in")
    assert substitute.post("/office/stand-in", {"principal": chosen})[0] == 303
    for path in ["/office", case, "/office/stand-in"]:
        assert re.search(r"代[^<]*<span[^>]*>发决</span>", substitute.get(path)[2]), path
    # A form opened as oneself is not sent as a substitute.
    assert substitute.post("/office/stand-in", {**before, "principal": "-"}, token=False)[0] == 403
    does(clerk, case, "propose", outcome="rejected", correction="none", reasons="属实", remedy="可以申请复核", claims="",
         **{"last-day": ""})
    does(substitute, case, "decide")
    line = next(line for line in looks(desk) if line["what"].endswith("/decide") and line["what"].startswith("POST"))
    assert line["standingInFor"] == "fa.jue", line
    signed = substitute.token("/office")
    assert substitute.post("/office/sign-out", {}, token=signed)[0] == 303
    again = enter(base, staff, "fa.er")
    assert "发决</span>" not in again.get("/office")[2], "signing out ends it"
    assert "代行" not in clerk.get("/office")[2]


def test_a_county_of_one_has_its_second_officer_at_the_city(desk):
    staff, base = city(desk)
    county = enter(base, staff, "zhong.ban")
    case = begin(county, "lst-listing.broken-commitments", listing(base, "broken-commitments"))
    deciders = [enter(base, staff, name) for name in ["fa.jue", "fa.er", "fa.san"]]
    assert enter(base, staff, "fa.ban").get(case)[0] == 404, "who handles cases of the city handles none of a county's"
    assert enter(base, staff, "shi.jue").get(case)[0] == 404, "another department is no city office above it"
    does(county, case, "weigh", opinion="属实")
    for _ in range(4):
        steps = re.findall(re.escape(case) + r"/(sign\.[^\"]+)", county.get(case)[2] + deciders[0].get(case)[2])
        if not steps:
            break
        if county.post(f"{case}/{steps[0]}", {"agrees": "yes", "opinion": "同意"})[0] == 303:
            continue
        city_officer = deciders.pop(0)
        assert case in city_officer.get("/office")[2], "it waits in the city's queue"
        page = city_officer.get(case)[2]
        assert "由市级复核" in page and "/drop" not in page
        does(city_officer, case, steps[0], agrees="yes", opinion="市级复核同意")
    assert "市级复核同意" in county.get(case)[2]
    # Where the county has a second officer of its own, the city's is none.
    secret = account(desk, "add", "zhong.er", "--by", "an.li", "--person", "宁二", "--organisation", "zhongning",
                     "--role", "decide")
    assert secret and deciders[0].get(case)[0] == 404


def test_nobody_without_a_post_reads_and_every_look_is_a_line(desk):
    staff, base = city(desk)
    clerk = enter(base, staff, "fa.ban")
    record = records(base)[0]
    case = begin(clerk, "obj-objection", objection(record["id"]))
    idle = enter(base, staff, "fa.wu")
    status, _, text = idle.get("/office")
    assert status == 200 and case not in text and "/office/new/" not in text
    status, _, text = idle.get(case)
    assert status == 403 and "WEB-158" in text
    before = len(looks(desk))
    for path in ["/office", case, case + "/accept", "/office/new/obj-objection"]:
        assert clerk.get(path)[0] == 200
    lines = looks(desk)
    assert len(lines) == before + 4, lines[:6]
    told = {line["what"]: line for line in lines[:4]}
    for path in [case, case + "/accept"]:
        assert record["subjectCode"] in (told["GET " + path]["subject"] or ""), told


def test_no_text_holds_a_person_and_a_known_subject_keeps_its_name(desk):
    staff, base = city(desk)
    clerk = enter(base, staff, "shi.ban")
    path = "/office/new/lst-listing.abnormal-operation"
    for field in ["reason", "name", "records"]:
        status, _, text = clerk.post(path, listing(base, **{field: "联系人 " + IDENTITY}))
        assert status == 422 and "WEB-191" in text and IDENTITY not in text, (field, status)
    case = begin(clerk, "lst-listing.abnormal-operation", listing(base, name="毫不相干科技有限公司"))
    page = clerk.get(case)[2]
    assert "毫不相干" not in page and records(base)[0]["subjectName"] in page
    with open(desk.path("data/chengxin.db"), "rb") as file:
        assert IDENTITY.encode() not in file.read()


def test_a_reporting_layout_holds_no_number_of_a_person(desk):
    manifest = desk.sample(60, 400)
    file = next(file for file in manifest["files"] if file["kind"] == "administrative-penalty")
    with open(desk.path("files/" + file["file"]), encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    facts = next(name for name in rows[0] if "事实" in name)
    rows[0][facts] = "联系人 " + IDENTITY
    with open(desk.path("one.csv"), "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0].keys())
        writer.writeheader()
        writer.writerow(rows[0])
    assert desk.take(file["kind"], "one.csv", file["department"])["accepted"] == 1
    desk.run("export", "--layout", "penalty-2018", "--out", "nation.xlsx", "--clock", DAY)
    with zipfile.ZipFile(desk.path("nation.xlsx")) as book:
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert IDENTITY not in text, "in clear"
    assert "110105********002X" in text
