"""A clerk at the office: signs in, hands a file in by page, sees what is wrong, takes it back; and what nobody may."""
import html
import http.client
import re
import time
import urllib.parse

from people import PASSWORD, account, code_of, first, set_up
from story import DAY, until

HEAD = "名称,统一社会信用代码,曾用名,登记状态\n"
RIGHT = "中卫市云麓砂石有限公司（演示）,91640500MA7T033465,中卫市云麓石料厂（演示）,存续\n"
WRONG = "甲（演示）,91640500MA7T033466,,存续\n"


class Visitor:
    """A browser without scripts: keeps the cookie, sends the hidden fields of the form it was shown."""

    def __init__(self, base):
        self.place = urllib.parse.urlsplit(base).netloc
        self.cookie = None

    def ask(self, method, path, body=None, **headers):
        if self.cookie:
            headers["Cookie"] = self.cookie
        if method == "POST":
            headers.setdefault("Origin", "http://" + self.place)
            headers.setdefault("Sec-Fetch-Site", "same-origin")
        link = http.client.HTTPConnection(self.place, timeout=60)
        link.request(method, path, body, headers)
        answer = link.getresponse()
        text = answer.read()
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        link.close()
        return answer.status, dict(answer.getheaders()), text

    def get(self, path):
        status, headers, text = self.ask("GET", path)
        return status, headers, text.decode()

    def token(self, path):
        found = re.search(r'name="formToken" value="([^"]+)"', self.get(path)[2])
        assert found, path
        return html.unescape(found.group(1))

    def hidden(self, path):
        """What the form at an address carries unseen: the session's token, and where the case stood."""
        page = self.get(path)[2]
        found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
        assert found, (path, page)
        return {name: html.unescape(value) for name, value in found}

    def post(self, path, values, token=None, **headers):
        values = dict(values)
        if token:
            values["formToken"] = token
        elif token is not False:
            values = {**self.hidden(path), **values}
        body = urllib.parse.urlencode(values)
        status, headers, text = self.ask(
            "POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded", **headers})
        return status, headers, text.decode()

    def upload(self, path, values, name, content):
        parts = [*self.hidden(path).items(), *values.items()]
        body = "".join(f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                       for key, value in parts).encode()
        body += f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'.encode()
        body += b"Content-Type: text/csv\r\n\r\n" + content + b"\r\n--edge--\r\n"
        status, headers, text = self.ask("POST", path, body, **{"Content-Type": "multipart/form-data; boundary=edge"})
        return status, headers, text.decode()

    def sign_in(self, name, address, **more):
        code = code_of(address, time.time() + 30)
        return self.post("/office/sign-in", {"name": name, "password": PASSWORD, "code": code, **more}, token=False)


def staff(desk):
    """A city with an administrator and one clerk in each of two departments; what their telephones know."""
    set_up(desk, "an.li", first(desk))
    desk.run("organisation", "adopt", "--by", "an.li", "--data", "data", "--clock", DAY)
    phones = {}
    for name, organ, duty in [("bai.yun", "market-regulation", "submit"), ("ding.wei", "tax", "submit"),
                              ("shen.he", "market-regulation", "decide")]:
        secret = account(desk, "add", name, "--by", "an.li", "--person", name.title(), "--organisation",
                         organ, "--role", duty).split()[-1]
        phones[name], _ = set_up(desk, name, secret)
    return phones


def serve(desk):
    return desk.serve("--rate", "0", "--office")


def hand_in(visitor, name, content):
    status, headers, text = visitor.upload("/office/upload", {"kind": "registry-entry"}, name, content.encode())
    assert status == 303, (status, text)
    place = headers["Location"]
    assert until(lambda: "Refresh" not in visitor.get(place)[1], 60), place
    return place


def test_a_clerk_hands_a_file_in_sees_what_is_wrong_and_takes_it_back(desk):
    phones = staff(desk)
    base = serve(desk)
    clerk = Visitor(base)
    assert clerk.get("/office/batches")[0] == 401
    status, headers, _ = clerk.sign_in("bai.yun", phones["bai.yun"], next="/office/upload")
    assert (status, headers["Location"]) == (303, "/office/upload")
    place = hand_in(clerk, "登记 六月.csv", HEAD + RIGHT + WRONG)
    checked = clerk.get(place)[2]
    assert "50.00%" in checked and "REC-" in checked and "91640500MA7T033466" in checked, checked
    assert "没有批次" in clerk.get("/office/batches")[2], "a trial writes nothing"
    assert clerk.post(place, {})[0] == 303
    assert until(lambda: clerk.get(place)[0] == 303, 60)
    batch = clerk.get(place)[1]["Location"]
    page = clerk.get(batch)[2]
    assert "登记 六月.csv" in page and "50.00%" in page
    status, headers, errors = clerk.get(batch + "/errors.csv")
    assert status == 200 and "91640500MA7T033466" in errors and "attachment" in headers["Content-Disposition"]
    assert clerk.ask("GET", batch + "/marked.xlsx")[2][:2] == b"PK"
    # Another department and another post see nothing of it.
    other = Visitor(base)
    other.sign_in("ding.wei", phones["ding.wei"])
    for path in [batch, batch + "/errors.csv", batch + "/undo", place]:
        assert other.get(path)[0] == 404, path
    second = Visitor(base)
    second.sign_in("shen.he", phones["shen.he"])
    assert second.get(batch)[0] == 403 and "WEB-158" in second.get("/office/upload")[2]
    # Back it goes, with a reason.
    assert clerk.post(batch + "/undo", {"reason": " "})[0] == 422
    assert clerk.post(batch + "/undo", {"reason": "报错了文件"})[0] == 303
    assert "报错了文件" in clerk.get(batch)[2]
    assert clerk.get(batch + "/undo")[0] == 409
    assert "bai.yun" not in clerk.get("/")[2], "the public pages know nobody"
    desk.server.terminate()
    desk.server.wait(20)
    desk.server = None
    assert desk.verify()["clean"]


def test_nothing_is_done_for_another_site_without_a_token_or_after_the_end(desk):
    phones = staff(desk)
    base = serve(desk)
    clerk = Visitor(base)
    clerk.sign_in("bai.yun", phones["bai.yun"])
    place = hand_in(clerk, "a.csv", HEAD + RIGHT)
    token = clerk.token(place)
    assert clerk.post(place, {}, token=False)[0] == 403
    assert clerk.post(place, {}, token=token[:-1])[0] == 403
    assert clerk.post(place, {}, token=token, Origin="https://evil.example")[0] == 403
    assert clerk.post(place, {}, token=token, **{"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert clerk.post("/office/sign-out", {}, token=token)[0] == 303
    clerk.cookie = None
    assert clerk.post(place, {}, token=token)[0] == 401


def test_the_office_is_served_where_passwords_are_safe_only(desk):
    assert desk.run("serve", "--office", "--clock", DAY, "--port", "0", exit=1) == "", "no store, no office"
    staff(desk)
    desk.run("serve", "--office", "--host", "0.0.0.0", "--clock", DAY, "--port", "0", exit=2)
    base = desk.serve("--rate", "0")
    assert Visitor(base).get("/office")[0] == 404, "without --office there is none"
