"""Hostile input in every parameter and every path: no failure of ours, nothing reflected, no identity number anywhere."""
import http.client
import os
import random
import re
import time
import urllib.parse

import site_pages
from site_pages import description

# A number whose birth date and check character are right; nobody's.
IDENTITY = "110101190001010014"
MARK = "chengxin7hostile"
POISON = [
    f"<script>{MARK}</script>", f"\"><img src=x onerror={MARK}>", f"' onfocus={MARK} autofocus='", f"javascript:{MARK}()", f"</title><b>{MARK}",
    f"{{{{{MARK}}}}}", "[[a|b]]", "{{{x}}}", "' OR 1=1 --", "'; DROP TABLE record; --", "%' UNION SELECT body FROM entry --", "\\", "\"",
    "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e", "file:///etc/passwd", "%00", "\x00", "\r\nSet-Cookie: a=b", "%0d%0aX: y",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "%ff%fe", "%", "%zz", "%u4e2d", "A" * 3_000, "中" * 700, "9" * 40, "-1", "0",
    "1e309", "NaN", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "2026-02-30", "0000-00-00", "9999-99-99", "2026-13",
    "\u202eabc", "\ufeff", "e\u0301", "\U0001f600" * 50, "٣٤", "１２３", IDENTITY, IDENTITY[:17] + " " + IDENTITY[17], "王某 " + IDENTITY, "*", "?",
    "#", "&", "=", ";", "|", "$(id)", "`id`", "${jndi:ldap://x}", "null", "undefined", "true", "[]", "{}", " ", "\t", "+", ",", ":", "@", "~",
]
HEADERS = ["Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "X-Forwarded-For", "User-Agent", "Referer", "Cookie", "Range"]
BAD = [f"<script>{MARK}", f"onerror={MARK}>", f"<b>{MARK}", f"onfocus={MARK} autofocus='", IDENTITY, "root:x:0"]


def tell(text):
    return repr(text[:200])


def test_hostile_input_breaks_nothing_and_comes_back_nowhere(desk):
    site_pages.city(desk, 100, 600)
    base = desk.serve()
    site = site_pages.Site(base)
    host = urllib.parse.urlsplit(base).netloc
    dice = random.Random(int(os.environ.get("CHENGXIN_SEED", "6")))
    patterns = []
    for pattern, operations in description(base)["paths"].items():
        names = [p["name"] for p in operations["get"].get("parameters", []) if p["in"] == "query"] + ["format", "on", "limit", "after"]
        patterns.append((pattern, names))
    good = site.pages + ["/log/checkpoint", "/log/key", "/log/tile/0/000.p/8", "/health"]
    end = time.time() + float(os.environ.get("CHENGXIN_HOSTILE_SECONDS", "15"))
    connection, asked, statuses = None, 0, {}

    def poison():
        text = dice.choice(POISON)
        if dice.random() < 0.15:
            text = text[:dice.randrange(1, len(text) + 1)] + dice.choice(POISON)
        return text if dice.random() < 0.3 else urllib.parse.quote(text, safe="", errors="surrogatepass")

    while time.time() < end:
        pattern, names = dice.choice(patterns)
        prefix = dice.choice(["", "/api/v1"])
        kind = dice.random()
        if kind < 0.5:
            path = re.sub(r"\{[^}]*\}", lambda _: poison(), prefix + pattern) if "{" in pattern else prefix + dice.choice(good)
            chosen = dice.sample(names, min(len(names), dice.randrange(1, 4)))
            path += ("&" if "?" in path else "?") + "&".join(f"{name}={poison()}" for name in chosen)
        elif kind < 0.7:
            path = re.sub(r"\{[^}]*\}", lambda _: poison(), prefix + pattern)
        elif kind < 0.85:
            path = prefix + dice.choice(good).split("?")[0].rstrip("/") + "/" + poison()
        else:
            path = prefix + "/" + poison() + "?" + poison() + "=" + poison()
        headers = {"Accept": dice.choice(["text/html", "application/json", "*/*"])}
        if dice.random() < 0.3:
            headers[dice.choice(HEADERS)] = re.sub(r"[\r\n\x00]", "", dice.choice(POISON)).encode("utf-8", "replace").decode("latin-1")
        # What http.client itself would refuse to send goes out as it would stand on the wire.
        path = path.encode("utf-8", "surrogatepass").decode("latin-1")
        path = re.sub(r"[\x00-\x20\x7f]", lambda m: f"%{ord(m.group()):02x}" if dice.random() < 0.9 else "\x01", path)
        try:
            connection = connection or http.client.HTTPConnection(host, timeout=30)
            connection._validate_path = lambda _: None
            connection.putrequest(dice.choice(["GET"] * 8 + ["HEAD", "POST"]), path, skip_host=False, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value.encode("latin-1", "replace"))
            connection.endheaders()
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            fields = answer.getheaders()
        except (http.client.HTTPException, ConnectionError, UnicodeError):
            # The parser below closed on us; the next question must be answered as if nothing had been.
            connection = None
            continue
        asked += 1
        statuses[answer.status] = statuses.get(answer.status, 0) + 1
        assert answer.status < 500, (answer.status, tell(path), headers)
        for bad in BAD:
            assert bad not in body, (bad, tell(path), headers)
            assert all(bad not in value for _, value in fields), (bad, tell(path))
        assert not any(name.lower() in ("set-cookie", "location", "x") for name, _ in fields), (tell(path), fields)
        if answer.getheader("Connection", "").lower() == "close":
            connection = None
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("GET", "/health")
    assert connection.getresponse().status == 200
    assert IDENTITY not in desk.told(), "an identity number stands in what the server said"
    assert MARK not in desk.told(), "the server's log repeats what was asked"
    assert asked > 100, asked
    print(f"     {asked} hostile requests, answers {dict(sorted(statuses.items()))}", flush=True)
