"""What programs do at the office: tokens, cases as JSON, batches; and accounts by page."""
import base64
import html
import json
import re

from office import HEAD, RIGHT, WRONG, Visitor, serve
from people import PASSWORD, account, code_of, officers, refused
from story import get, until


def call(base, token, method, path, body=None, read=None):
    """Status, headers and JSON of a call; a step of a case says which state of the case was read."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if token:
        headers["Authorization"] = "Bearer " + token
    visitor = Visitor(base)
    if read:
        headers["If-Match"] = read["ETag"]
    if method == "POST":
        headers |= {"Origin": "https://program.example", "Sec-Fetch-Site": "none"}
    status, answer, text = visitor.ask(method, path, json.dumps(body) if body is not None else None, **headers)
    return status, answer, json.loads(text) if text else None


def city(desk):
    """A desk of each kind, a penalty to speak of, and what their programs come in with."""
    staff = officers(
        desk, ("shi.bao", "市报", "market-regulation", ["submit"]), ("fa.ban", "发办", "development-reform", ["handle"]),
        ("fa.jue", "发决", "development-reform", ["decide"]), ("shui.ban", "税办", "tax", ["submit", "handle"]))
    tokens = {name: account(desk, "token", name).strip() for name in staff}
    return staff, tokens


def record_of(desk, base):
    """The id of a penalty that the sample holds and the public sees."""
    rows = json.loads(get(base + "/api/v1/penalties?limit=20")[2])["rows"]
    return rows[0]["path"].split("/")[-1]


def test_a_program_files_an_objection_and_works_on_it_as_a_desk_does(desk):
    manifest = desk.sample(30, 200)
    for file in manifest["files"]:
        if file["kind"] in ("registry-entry", "administrative-penalty"):
            desk.take(file["kind"], "files/" + file["file"], file["department"], exit=None)
    staff, tokens = city(desk)
    base = serve(desk)
    record = record_of(desk, base)
    window, second = tokens["fa.ban"], tokens["fa.jue"]
    assert call(base, None, "GET", "/api/v1/cases")[0] == 401
    queue = call(base, window, "GET", "/api/v1/cases")[2]
    assert any(opening["path"] == "/api/v1/objections" for opening in queue["openings"]), queue
    told = {"record": record, "ground": "wrong-content", "reason": "罚款金额有误", "applicant": "agent",
            "papers": "营业执照、授权委托书"}
    status, headers, problem = call(base, window, "POST", "/api/v1/objections", {**told, "grund": "x", "reason": None})
    assert status == 422 and headers["Content-Type"].startswith("application/problem+json")
    assert {fault["code"] for fault in problem["faults"]} == {"WEB-160", "WEB-183"}, problem
    status, headers, file = call(base, window, "POST", "/api/v1/objections", told)
    assert status == 201 and headers["Location"] == file["path"], file
    place = file["path"]
    # The mark is everywhere at once.
    assert json.loads(get(f"{base}/api/v1/records/{record}")[2])["record"]["contested"] is True
    filed = headers
    assert call(base, window, "POST", place + "/accept", {})[0] == 428, "which state it is about was not said"
    status, headers, file = call(base, window, "POST", place + "/accept", {}, filed)
    assert status == 201 and headers["Location"].startswith(place + "/steps/"), headers
    step = call(base, window, "GET", headers["Location"])[2]
    assert step["position"] > 0 and step["by"], step
    late = call(base, window, "POST", place + "/accept", {}, filed)
    assert late[0] == 409 and late[2]["code"] == "WEB-190", "it has moved on"
    late = call(base, window, "POST", place + "/route", {"question": "请核查"}, filed)
    assert late[0] == 409 and late[2]["code"] == "WEB-190", "what is still possible is not done about what was read before"
    # Another post, another organisation, another way in.
    assert call(base, tokens["shi.bao"], "GET", place)[0] == 403, "handing files in needs no case"
    assert call(base, tokens["shui.ban"], "GET", place)[0] == 404
    assert call(base, tokens["an.li"], "GET", place)[0] == 403, "a token never administers"
    clerk = Visitor(base)
    clerk.sign_in("fa.ban", staff["fa.ban"].address)
    assert clerk.get("/office/cases/" + file["id"])[0] == 200
    assert clerk.ask("GET", place)[0] == 401, "a cookie is no token"
    assert Visitor(base).ask("GET", "/office", **{"Authorization": "Bearer " + window})[0] == 401
    assert call(base, second, "POST", place + "/withdraw", {"reason": "误报"})[0] in (403, 409)
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def test_a_feed_hands_its_file_in_by_token(desk):
    _, tokens = city(desk)
    base = serve(desk)
    feed = tokens["shi.bao"]
    body = {"kind": "registry-entry",
            "file": {"name": "登记.csv", "base64": base64.b64encode((HEAD + RIGHT + WRONG).encode()).decode()}}
    status, headers, hand_in = call(base, feed, "POST", "/api/v1/batches", body)
    assert status == 201, hand_in
    place = headers["Location"]
    assert until(lambda: call(base, feed, "GET", place)[2]["state"] == "checked", 60)
    checked = call(base, feed, "GET", place)[2]
    assert checked["forecast"]["rows"] == 2 and checked["forecast"]["refused"] == 1, checked
    assert call(base, feed, "GET", "/api/v1/batches")[2]["batches"] == [], "a trial writes nothing"
    assert call(base, feed, "POST", checked["submission"])[0] == 202
    assert until(lambda: call(base, feed, "GET", place)[2]["state"] == "submitted", 60)
    batch = call(base, feed, "GET", place)[2]["batch"]
    held = call(base, feed, "GET", batch)[2]
    assert (held["accepted"], held["refused"]) == (1, 1) and held["faults"], held
    for path in [batch, place, batch + "/errors.csv"]:
        assert call(base, tokens["shui.ban"], "GET", path)[0] == 404, path
    assert call(base, tokens["fa.ban"], "GET", batch)[0] == 403
    status, _, zero = call(base, feed, "POST", "/api/v1/zero-reports", {"month": "2026-05", "signer": "局长"})
    assert status == 201 and zero["path"].startswith("/api/v1/zero-reports/ZERO-"), zero
    status, _, undone = call(base, feed, "POST", batch + "/undo", {"reason": "报错了文件"})
    assert status == 201 and undone["state"] == "undone", undone
    description = json.loads(get(base + "/api/v1/openapi.json")[2])
    assert {"get", "post"} <= set(description["paths"]["/objections"]) and "post" in description["paths"]["/measures"]


def test_a_token_ends_with_its_day_its_revocation_and_its_account(desk):
    staff, tokens = city(desk)
    base = serve(desk)
    assert call(base, tokens["fa.ban"], "GET", "/api/v1/cases")[0] == 200
    assert "ACC-129" in refused(desk, "account", "token", "fa.ban", "--until", "2028-01-01")
    assert "ACC-112" in refused(desk, "account", "token", "fa.ban", "--by", "shui.ban")
    with open(desk.path("data/chengxin.db"), "rb") as file:
        assert tokens["fa.ban"].encode() not in file.read()
    lines = account(desk, "tokens", "fa.ban")
    account(desk, "revoke", lines.split("\t")[0])
    assert call(base, tokens["fa.ban"], "GET", "/api/v1/cases")[0] == 401
    account(desk, "close", "--by", "an.li", "--name", "shui.ban", "--reason", "调离")
    assert call(base, tokens["shui.ban"], "GET", "/api/v1/cases")[0] == 401


def fields(text, name):
    """The values of the choices of a field."""
    return re.findall(rf'name="{name}" value="([^"]+)"', text) or re.findall(
        rf'<option value="([^"]+)"', text.split(f'name="{name}"')[1].split("</select>")[0])


def test_an_administrator_opens_an_account_by_page_and_its_holder_sets_it_up(desk):
    staff = officers(desk, ("fa.ban", "发办", "development-reform", ["handle"]))
    base = serve(desk)
    admin = Visitor(base)
    assert admin.sign_in("an.li", staff["an.li"].address)[0] == 303
    status, _, page = admin.post(
        "/office/people/new",
        {"name": "xin.ren", "person": "新人", "organisation": "development-reform", "duty-handle": "yes"})
    secret = re.search(r'<li class="code">([^<]+)</li>', page).group(1)
    assert status == 200 and secret not in admin.get("/office/people")[2]
    people = admin.get("/office/people")[2]
    place = re.search(r'href="(/office/people/[^"/]+)">xin.ren<', people).group(1)
    # Nobody changes the own rights, by page neither.
    own = re.search(r'href="(/office/people/[^"/]+)">an.li<', people).group(1)
    assert admin.get(own + "/grant")[0] == 409
    # Its holder sets it up without a command.
    new = Visitor(base)
    status, _, page = new.post(
        "/office/set-up", {"name": "xin.ren", "secret": secret, "new": PASSWORD, "again": PASSWORD}, token=False)
    assert status == 200, page
    address = html.unescape(re.search(r'<li class="code">(otpauth:[^<]+)</li>', page).group(1))
    status, _, page = new.post("/office/set-up/confirm", {"name": "xin.ren", "code": code_of(address)}, token=False)
    codes = re.findall(r'<li class="code">([^<]+)</li>', page)
    assert status == 200 and len(codes) == 10
    assert new.post("/office/sign-in", {"name": "xin.ren", "password": PASSWORD, "code": codes.pop()}, token=False)[0] == 303
    assert new.get("/office/people")[0] == 403
    # Rights come and go.
    assert admin.post(place + "/grant", {"duty": "decide"})[0] == 303
    assert admin.post(place + "/withdraw", {"duty": "handle", "reason": "轮岗"})[0] == 303
    assert "复核与决定" in new.get("/office/own")[2] and "受理与承办" not in new.get("/office/own")[2]
    # A substitute by a dated paper.
    form = admin.get(place + "/authorise")[2]
    other = [value for value in fields(form, "substitute") if value and value not in place]
    status, _, page = admin.post(
        place + "/authorise", {"substitute": other[-1], "duty-decide": "yes", "until": "2026-07-10", "paper": "授〔2026〕1号"})
    assert status == 303, page
    assert "授〔2026〕1号" in admin.get(place)[2]
    # Locked at once, and unlocked.
    assert admin.post(place + "/lock", {"reason": "离岗"})[0] == 303
    assert new.get("/office/own")[0] == 401
    assert new.post("/office/sign-in", {"name": "xin.ren", "password": PASSWORD, "code": codes.pop()}, token=False)[0] == 401
    assert admin.post(place + "/unlock", {"reason": "回岗"})[0] == 303
    assert new.post("/office/sign-in", {"name": "xin.ren", "password": PASSWORD, "code": codes.pop()}, token=False)[0] == 303
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def test_everybody_changes_password_and_telephone_and_ends_the_own_sessions(desk):
    staff = officers(desk, ("fa.ban", "发办", "development-reform", ["handle"]))
    base = serve(desk)
    officer = staff["fa.ban"]
    one, two = Visitor(base), Visitor(base)
    assert one.post("/office/sign-in", {"name": "fa.ban", "password": PASSWORD, "code": officer.recovery.pop()}, token=False)[0] == 303
    assert two.post("/office/sign-in", {"name": "fa.ban", "password": PASSWORD, "code": officer.recovery.pop()}, token=False)[0] == 303
    page = one.get("/office/own")[2]
    others = re.findall(r'name="id" value="([0-9a-f]{64})"', page)
    assert len(others) == 1, "the own one cannot be ended by its button"
    assert one.post("/office/own/end-session", {"id": others[0]}, token=one.token("/office/own"))[0] == 303
    assert two.get("/office/own")[0] == 401 and one.get("/office/own")[0] == 200
    # Another telephone.
    assert "ACC-101" in one.post("/office/own/telephone", {"old": "wrong wrong 12", "code": officer.recovery[0]})[2]
    page = one.post("/office/own/telephone", {"old": PASSWORD, "code": officer.recovery.pop()})[2]
    address = html.unescape(re.search(r'<li class="code">(otpauth:[^<]+)</li>', page).group(1))
    status, _, page = one.post("/office/own/confirm", {"code": code_of(address)}, token=one.token("/office/own"))
    codes = re.findall(r'<li class="code">([^<]+)</li>', page)
    assert status == 200 and len(codes) == 10, page
    assert two.post("/office/sign-in", {"name": "fa.ban", "password": PASSWORD, "code": officer.recovery.pop()}, token=False)[0] == 401
    # Another password ends every session.
    new = "松花江 浪打浪 一九五六"
    typed = {"old": PASSWORD, "code": codes.pop(), "new": new, "again": new}
    assert one.post("/office/own/password", {**typed, "again": new + "x"})[0] == 422
    assert one.post("/office/own/password", typed)[0] == 303
    assert one.get("/office/own")[0] == 401
    assert two.post("/office/sign-in", {"name": "fa.ban", "password": new, "code": codes.pop()}, token=False)[0] == 303
