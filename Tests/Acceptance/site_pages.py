"""The public site of a demonstration city for the stories that look at all of it: the addresses come from the
interface's own description, what stands for their names from the links of the pages."""
import html.parser
import json
import re
import urllib.parse

from story import get

# Where the description names no page that links there, or what is asked matters.
QUESTIONS = ["/search?q=" + urllib.parse.quote("中卫"), "/search?q=" + urllib.parse.quote("没有这样的名称"), "/log/proof?of=0"]
BROKEN = ["/nothing", "/records/nothing"]


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        for name in ("href", "action", "src"):
            if tag != "link" and attributes.get(name):
                self.found.append(attributes[name])


def links(page):
    reader = Links()
    reader.feed(page)
    return reader.found


def city(desk, companies=300, records=2000):
    """Loads a demonstration city into the desk's store, but serves nothing yet."""
    manifest = desk.sample(companies, records)
    for file in manifest["files"]:
        desk.take(file["kind"], "files/" + file["file"], file["department"])


def description(base):
    status, _, body = get(base + "/api/v1/openapi.json")
    assert status == 200
    return json.loads(body)


def templates(base):
    """Address patterns that are pages."""
    patterns = []
    for pattern, operations in description(base)["paths"].items():
        answer = operations["get"]["responses"]["200"]["content"]
        if "application/json" in answer and pattern not in ("/openapi.json",) and "evidence" not in pattern:
            patterns.append(pattern)
    return patterns


def expression(pattern):
    return re.compile("^" + re.sub(r"\\\{[^}]*\\\}", "[^/?#]+", re.escape(pattern)) + "$")


def pattern_of(path, patterns):
    """Which pattern an address is of; one that is written out goes before one with names."""
    if path in patterns:
        return path
    return next((pattern for pattern in patterns if "{" in pattern and expression(pattern).match(path)), None)


# The lists whose rows are records.
LISTS = ("/penalties", "/permits", "/lists")


class Site:
    """Every page, one or two of each pattern."""

    def __init__(self, base, each=1):
        self.base = base
        patterns = templates(base)
        self.found = {pattern: [] for pattern in patterns}
        self.missing = []
        self.links = set()
        listed = set()
        seen, wanted = set(), [pattern for pattern in patterns if "{" not in pattern] + QUESTIONS
        while wanted:
            path = wanted.pop(0)
            if path in seen:
                continue
            seen.add(path)
            status, headers, body = get(base + path, Accept="text/html", **{"Accept-Language": "zh-CN"})
            if status in (404, 406) and "text/html" not in headers.get("Content-Type", ""):
                continue
            assert status == 200, (path, status)
            if "text/html" not in headers.get("Content-Type", ""):
                continue  # an answer for programs only
            bare = path.split("?")[0]
            own = pattern_of(bare, patterns)
            if own:
                self.found[own].append(path)
            for link in links(body.decode()):
                link = link.split("#")[0]
                if not link.startswith("/") or link.startswith(("/api/", "/style/")):
                    continue
                self.links.add((path, link))
                pattern = pattern_of(link.split("?")[0], patterns)
                if pattern and "{" in pattern and link not in wanted:
                    waiting = sum(pattern_of(other.split("?")[0], patterns) == pattern for other in wanted)
                    # Penalties, licences and entries have pages that differ: one record from each list.
                    is_first = pattern == "/records/{id}" and bare in LISTS and bare not in listed
                    if is_first:
                        listed.add(bare)
                    if is_first or len(self.found[pattern]) + waiting < each:
                        wanted.append(link)
        self.missing = [pattern for pattern in patterns if "{" in pattern and not self.found[pattern]]

    @property
    def pages(self):
        return [page for pages in self.found.values() for page in pages]
