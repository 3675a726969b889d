"""A company's agent: signs up by page, is bound by an officer who saw the papers, objects, and sees nothing of others."""
import base64
import html
import json
import re

from calls import call
from lettering import png
from office import HEAD, RIGHT, Visitor, serve
from people import PASSWORD, account, code_of, officers
from story import DAY, get

COMPANY = "91640500MA7T033465"
PDF = b"%PDF-1.4\n%made up\n"


class Agent(Visitor):
    """A browser of somebody who acts for a company."""

    def sign_up(self, name, code):
        status, _, page = self.post(
            "/agent/sign-up", {"name": name, "person": "钱经办", "code": code, "contact": "0955-0000000", "new": PASSWORD,
                               "again": PASSWORD}, token=False)
        assert status == 200, page
        self.address = html.unescape(re.search(r'<li class="code">(otpauth:[^<]+)</li>', page).group(1))
        status, _, page = self.post("/agent/sign-up/confirm", {"name": name, "code": code_of(self.address)}, token=False)
        self.codes = re.findall(r'<li class="code">([^<]+)</li>', page)
        assert status == 200 and len(self.codes) == 10, page

    def enter(self, name):
        return self.post("/agent/sign-in", {"name": name, "password": PASSWORD, "code": self.codes.pop()}, token=False)[0]


def send_file(visitor, path, values, field, name, content):
    """Posts a form with one file."""
    parts = [*visitor.hidden(path).items(), *values.items()]
    body = "".join(f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                   for key, value in parts).encode()
    body += f'--edge\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'.encode()
    body += b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n--edge--\r\n"
    status, headers, text = visitor.ask("POST", path, body, **{"Content-Type": "multipart/form-data; boundary=edge"})
    return status, headers, text.decode()


def test_an_agent_is_bound_objects_and_sees_nothing_of_others(desk):
    manifest = desk.sample(30, 200)
    for file in manifest["files"]:
        if file["kind"] in ("registry-entry", "administrative-penalty"):
            desk.take(file["kind"], "files/" + file["file"], file["department"], exit=None)
    staff = officers(desk, ("fa.ban", "发办", "development-reform", ["handle"]), ("shui.ban", "税办", "tax", ["handle"]))
    base = serve(desk)
    # Two companies with a penalty each.
    found = {}
    rows = json.loads(get(base + "/api/v1/penalties?limit=50")[2])["rows"]
    # The oldest first: its shortest period is over.
    for row in sorted(rows, key=lambda row: row.get("decided", DAY)):
        record = row["path"].split("/")[-1]
        code = json.loads(get(f"{base}/api/v1/records/{record}")[2])["subject"].get("code")
        if code and code[0:2] == "91":
            found.setdefault(code, record)
    (own, record), (other, others) = list(found.items())[:2]
    agent, rival = Agent(base), Agent(base)
    agent.sign_up("qian", own)
    rival.sign_up("sun.li", other)
    said = Agent(base).post(
        "/agent/sign-up", {"name": "li.si", "person": "李 11010519491231002X", "code": own, "contact": "x", "new": PASSWORD,
                           "again": PASSWORD}, token=False)[2]
    assert "WEB-191" in said and "11010519491231002X" not in said, "no form takes or shows a person's number"
    assert agent.enter("qian") == 303 and rival.enter("sun.li") == 303
    # Whoever is not bound sees nothing.
    assert "还没有绑定企业" in agent.get("/agent")[2]
    assert agent.get("/agent/new/objection")[0] == 409
    # Only the office sees who signed up; it binds by the paper it has seen.
    clerk, tax = Visitor(base), Visitor(base)
    clerk.sign_in("fa.ban", staff["fa.ban"].address)
    tax.sign_in("shui.ban", staff["shui.ban"].address)
    queue = clerk.get("/office")[2]
    places = re.findall(r'href="(/office/cases/AGT-[^"]+)">登记：钱经办', queue)
    assert len(places) == 2 and "AGT-" not in tax.get("/office")[2]
    assert tax.get(places[0])[0] == 404
    assert "0955-0000000" in clerk.get(places[0])[2]
    for place in places:
        assert clerk.post(place + "/bind", {"until": "2026-12-31", "seen": "yes"})[0] == 422, "no paper, no binding"
        status, _, page = send_file(
            clerk, place + "/bind", {"until": "2026-12-31", "seen": "yes"}, "paper", "委托书.pdf", PDF)
        assert status == 303, page
    assert "2026-12-31" in agent.get("/agent")[2]
    # An objection to the own record marks it at once; another's is refused.
    told = {"record": record, "ground": "wrong-content", "reason": "罚款金额有误"}
    assert "AGT-109" in agent.post("/agent/new/objection", {**told, "record": others})[2]
    status, headers, page = send_file(agent, "/agent/new/objection", told, "evidence", "证据.pdf", PDF)
    assert status == 303, page
    place = headers["Location"]
    assert json.loads(get(f"{base}/api/v1/records/{record}")[2])["record"]["contested"] is True
    page = agent.get(place)[2]
    assert "待受理" in page or "已提出" in page or "时限" in page, page
    assert place.split("/")[-1] in agent.get("/agent")[2]
    # Nothing of it for another company, nor by the office's door.
    assert rival.get(place)[0] == 404 and place.split("/")[-1] not in rival.get("/agent")[2]
    assert rival.post(place + "/withdraw", {"reason": "x"}, token=rival.token("/agent"))[0] == 404
    assert agent.get(place.replace("/agent/", "/office/"))[0] == 401
    assert clerk.get(place)[0] == 401
    assert agent.get(place + "/decide")[0] == 409 and agent.get(place + "/accept")[0] == 409, "an agent judges nothing"
    # The office returns it, the agent completes it, and takes it back.
    case = place.replace("/agent/", "/office/")
    assert clerk.post(case + "/return", {"missing": "决定书复印件"})[0] == 303
    status, _, page = send_file(agent, place + "/complete", {"papers": "决定书复印件"}, "evidence", "决定书.pdf", PDF)
    assert status == 303, page
    assert "钱经办（企业经办人）" in clerk.get(case)[2], "who did it is told to the office"
    status, _, page = agent.post(place + "/withdraw", {"reason": "已与提供单位沟通", "casePosition": "1"})
    assert status == 409 and "WEB-190" in page and "已与提供单位沟通" in page, "what was read before is not acted on"
    assert agent.post(place + "/withdraw", {"reason": "已与提供单位沟通"})[0] == 303
    # A repair goes by its own rule.
    page = agent.get("/agent/new/repair")[2]
    classes = re.findall(r'name="class" value="([^"]+)"', page)
    assert "AGT-109" in agent.post("/agent/new/repair", {"record": others, "class": classes[0]})[2]
    filed = [agent.post("/agent/new/repair", {"record": record, "class": one}) for one in classes]
    made = [headers["Location"] for status, headers, _ in filed if status == 303]
    assert len(made) == 1, [(status, re.findall("RPR-[0-9]+", text)) for status, _, text in filed]
    page = agent.get(made[0])[2]
    assert "尚缺材料" in page and "起算" in page, page
    assert agent.get(made[0] + "/supplement")[0] == 409, "nothing was asked back yet"
    assert agent.post(made[0] + "/withdraw", {"reason": "补齐后再申请"})[0] == 303
    # Unbound, nothing is left; nobody is published.
    binding = next(place for place in places if own in clerk.get(place)[2])
    assert clerk.post(binding + "/unbind", {"reason": "离职"})[0] == 303
    assert "还没有绑定企业" in agent.get("/agent")[2] and agent.get(place)[0] == 409
    for path in ["/", "/companies/" + own, f"/records/{record}", "/search?q=" + "%E9%92%B1%E7%BB%8F%E5%8A%9E", "/log"]:
        text = get(base + path)[2].decode()
        assert "0955-0000000" not in text and 'lang="zh-CN">钱经办' not in text, path
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def filled(fields, **known):
    """What a form asks for, filled in: the first of each choice, some words, the day."""
    values = {}
    for field in fields:
        if field["name"] in known:
            values[field["name"]] = known[field["name"]]
        elif field["needed"]:
            values[field["name"]] = {"day": DAY, "check": True, "choice": (field.get("choices") or [{}])[0].get("value"),
                                     "line": "示1号", "text": "写明的内容"}.get(field["type"])
    return values


def test_an_agent_answers_the_notice_of_a_listing_and_sees_it_only_after_service(desk):
    officers(desk, ("fa.ban", "发办", "development-reform", ["handle"]), ("shi.ban", "市办", "market-regulation", ["handle"]))
    desk.write("r.csv", HEAD + RIGHT)
    desk.take("registry-entry", "r.csv", "market-regulation")
    office, market = (account(desk, "token", name).strip() for name in ("fa.ban", "shi.ban"))
    base = serve(desk)
    agent = Agent(base)
    agent.sign_up("qian", COMPANY)
    assert agent.enter("qian") == 303
    waiting = call(base, office, "GET", "/api/v1/agents")[2]["cases"]
    paper = {"name": "委托书.pdf", "base64": base64.b64encode(PDF).decode()}
    read = call(base, office, "GET", waiting[0]["path"])[1]
    status, _, file = call(
        base, office, "POST", waiting[0]["path"] + "/bind", {"paper": paper, "until": "2026-12-31", "seen": True}, read)
    assert status == 201, file
    openings = call(base, market, "GET", "/api/v1/listings")[2]["openings"]
    opening = openings[0]
    status, read, file = call(base, market, "POST", "/api/v1/listings", {
        "opening": opening["opening"], **filled(opening["fields"], subject=COMPANY)})
    assert status == 201, file
    place = file["path"]
    case = "/agent/cases/" + file["id"]
    assert agent.get(case)[0] == 404 and file["id"] not in agent.get("/agent")[2], "a proposal is the organ's own matter"
    assert "尚未告知的事项" in agent.get("/agent")[2], "that it was looked at is told all the same"
    actions = {action["action"]: action["fields"] for action in file["actions"]}
    status, read, file = call(base, market, "POST", place + "/notice", filled(actions["notice"], days="5"), read)
    assert status == 201, file
    assert agent.get(case)[0] == 404, "not served yet"
    actions = {action["action"]: action["fields"] for action in file["actions"]}
    letter = file["letters"][-1]["id"]
    draft = {field["name"]: field.get("initial", "") for field in actions[f"letter.draw.{letter}"]}
    status, read, file = call(base, market, "POST", f"{place}/letter.draw.{letter}", draft, read)
    assert status == 201 and "serve-notice" not in str(file["actions"]), "service belongs to the letter"
    receipt = {"name": "receipt.png", "base64": base64.b64encode(png()).decode()}
    status, _, file = call(base, market, "POST", f"{place}/letter.serve.{letter}.direct", {
        "begun": DAY, "receiver": "李某", "proof": receipt}, read)
    assert status == 201 and file["letters"][-1]["served"] == DAY, file
    page = agent.get(case)[2]
    assert "申辩" in page and "写明的内容" in page, page
    status, _, page = agent.post(case + "/answer", {"text": "不符合列入条件"})
    assert status == 303, page
    told = call(base, market, "GET", place)[2]
    assert "不符合列入条件" in json.dumps(told, ensure_ascii=False), told
    assert agent.get(case + "/drop")[0] == 409 and agent.get(case + "/weigh")[0] == 409
