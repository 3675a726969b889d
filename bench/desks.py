"""Officers at work on open cases: desks.py PROGRAM FOLDER [--cases 10000] [--officers 200] [--seconds 60] [--pause 2]
[--companies 5000] [--records 50000]

Makes, once, a demonstration store in FOLDER with that many open cases (objections at the credit office, orders to mend at
the departments, all filed by page), then lets that many officers work at the same time, each signed in, each by pages:
the queue, a case, its next step, now and then a step that a colleague takes at the same moment. Prints for each kind of
page how many were asked for and p50, p99 and the slowest, and ends with what makes the figures worth anything: every step
that was answered as done stands in the log once, none that was refused does, and `verify` is clean.
"""
import argparse
import asyncio
import collections
import html
import json
import os
import random
import re
import secrets
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path.insert(0, os.path.join(ROOT, "Tests", "Acceptance"))
import people

DAY, OFFICE, PORT = "2026-06-30", "development-reform", 8188
ORDER = {"date": DAY, "basis": "某法第二十八条", "items": "补报年度报告", "days": "10", "unit": "working-days"}
OBJECTION = {"ground": "wrong-content", "reason": "与决定书不一致", "applicant": "company", "papers": "营业执照", "claims": ""}


class Browser:
    """One officer's connection: keeps the cookie and the line open, and times every answer."""

    def __init__(self, name, organ):
        self.name, self.organ, self.cookie, self.line = name, organ, None, None

    async def ask(self, method, path, values=None):
        fresh = self.line is None
        if fresh:
            self.line = await asyncio.open_connection("127.0.0.1", PORT, limit=1 << 22)
        read, write = self.line
        body = urllib.parse.urlencode(values).encode() if values is not None else b""
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{PORT}", "Accept: text/html"]
        if self.cookie:
            head.append("Cookie: " + self.cookie)
        if method == "POST":
            head += [f"Origin: http://127.0.0.1:{PORT}", "Sec-Fetch-Site: same-origin",
                     "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        began = time.perf_counter()
        write.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        try:
            head = await read.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError as gone:
            # A line that lay idle was closed meanwhile; nothing was asked on it.
            if fresh or method != "GET" or gone.partial:
                raise
            self.line = None
            return await self.ask(method, path, values)
        answer = head.decode("latin-1").split("\r\n")
        fields = dict(line.split(": ", 1) for line in answer[1:] if ": " in line)
        fields = {key.lower(): value for key, value in fields.items()}
        if fields.get("transfer-encoding") == "chunked":
            text = b""
            while size := int(await read.readline(), 16):
                text += (await read.readexactly(size + 2))[:-2]
            await read.readline()
        else:
            text = await read.readexactly(int(fields.get("content-length", 0)))
        taken = time.perf_counter() - began
        if "set-cookie" in fields:
            self.cookie = fields["set-cookie"].split(";")[0]
        if fields.get("connection") == "close":
            self.line = None
        return int(answer[0].split()[1]), fields, text.decode(), taken

    def beside(self):
        """The same officer at a second window: a line of its own, the same session."""
        window = Browser(self.name, self.organ)
        window.cookie = self.cookie
        return window

    def close(self):
        if self.line:
            self.line[1].close()
        self.line = None

    async def sign_in(self, address):
        for wait in (30, 0):
            values = {"name": self.name, "password": people.PASSWORD, "code": people.code_of(address, time.time() + wait)}
            status, _, text, _ = await self.ask("POST", "/office/sign-in", values)
            if status == 303:
                return
        raise SystemExit(f"{self.name}: {status} {plain(text)[-300:]}")

    async def file(self, action, values):
        """Begins a case; its address, or None where the rules refuse it."""
        status, _, text, _ = await self.ask("GET", "/office/new/" + action)
        hidden = fields_of(text)
        status, fields, text, _ = await self.ask("POST", "/office/new/" + action, {**hidden, **values})
        return fields["location"] if status == 303 else plain(text)


def fields_of(text):
    """The hidden fields of a form: the token, and which state of the case it was made from."""
    return {html.unescape(name): html.unescape(value)
            for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)}


def plain(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.split("<main", 1)[-1]))


class Store:
    """The store and its accounts, made once and kept."""

    def __init__(self, program, folder, asked):
        self.program, self.folder = os.path.abspath(program), os.path.abspath(folder)
        self.data, self.cases, self.count = os.path.join(self.folder, "data"), asked.cases, asked.officers
        self.companies, self.rows = str(asked.companies), str(asked.records)
        self.kept = os.path.join(self.folder, "desks.json")
        self.where = ["--data", self.data, "--clock", DAY]
        self.server = None

    def run(self, *arguments, exit=0, input=None):
        done = subprocess.run([self.program, *arguments], capture_output=True, input=input)
        if done.returncode != exit:
            sys.exit(f"{arguments[:2]}: {done.returncode} {done.stderr.decode()}")
        return done.stdout.decode()

    def make(self):
        sample = os.path.join(self.folder, "sample")
        print(f"making the store: {self.rows} records, then an account for every officer")
        self.run("sample", "--companies", self.companies, "--records", self.rows, "--seed", "1", "--until", DAY, "--out", sample)
        subprocess.run([os.path.join(ROOT, "scripts", "load-demo"), self.program, sample, self.data, DAY], check=True)
        people.PASSWORD = "-".join(secrets.token_hex(3) for _ in range(3))
        organs = self.organs()
        wanted = []
        for number in range(self.count):
            # One in ten sits at the credit office, the others are spread over the departments that hand penalties in.
            organ = OFFICE if number % 10 == 0 else organs[number % len(organs)]
            wanted.append((f"desk.{number}", f"人员{number}", organ, ["handle", "decide"]))
        found = people.officers(self, *wanted)
        kept = {"password": people.PASSWORD,
                "officers": [[name, organ, found[name].address] for name, _, organ, _ in wanted]}
        with open(self.kept, "w") as file:
            json.dump(kept, file)

    def organs(self):
        """The departments that handed penalties in."""
        with open(os.path.join(self.folder, "sample", "manifest.tsv")) as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        return sorted({row[2] for row in rows if row[1] == "administrative-penalty" and row[2] != OFFICE})

    @property
    def base(self):
        return f"http://127.0.0.1:{PORT}"

    def serve(self):
        self.server = subprocess.Popen(
            [self.program, "serve", "--office", "--rate", "0", "--port", str(PORT), *self.where],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                return urllib.request.urlopen(self.base + "/log", timeout=5).read()
            except OSError:
                time.sleep(0.1)
        sys.exit("the program does not serve")

    def stop(self):
        self.server.terminate()
        self.server.wait(30)

    def records(self, organ):
        """Ids of the penalties of a department that are published."""
        with urllib.request.urlopen(f"{self.base}/penalties?department={organ}&format=jsonl") as answer:
            return [json.loads(line)["id"] for line in answer]

    def open(self):
        """How many cases are open."""
        with sqlite3.connect(f"file:{self.data}/chengxin.db?mode=ro", uri=True) as link:
            return sum(link.execute(f"SELECT COUNT(*) FROM {table} WHERE closed_day IS NULL").fetchone()[0]
                       for table in ("objection", "rectification"))

    def steps(self):
        """How many steps of cases the tables hold, which `verify` compares with the log."""
        with sqlite3.connect(f"file:{self.data}/chengxin.db?mode=ro", uri=True) as link:
            return sum(link.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
                       for table in ("objection_step", "rectification_step"))


async def fill(store, desks):
    """Files what is missing to the number of open cases."""
    records = {organ: store.records(organ) for organ in sorted({desk.organ for desk in desks})}
    # Every second record is contested, on several grounds; orders rest on the others, some on the same.
    spare = [(record, ground) for ground in ("other", "not-public", "wrong-subject", "wrong-content")
             for rows in records.values() for record in rows[::2]]
    own = {organ: 4 * rows[1::2] for organ, rows in records.items()}
    numbers, refusals = iter(range(1, 10 ** 6)), collections.Counter()
    filed, left = store.open(), 10 * store.cases

    async def work(desk):
        nonlocal filed, left
        while filed < store.cases and left > 0:
            left -= 1
            if desk.organ == OFFICE:
                if not spare:
                    return
                record, ground = spare.pop()
                answer = await desk.file("obj-objection", {**OBJECTION, "record": record, "ground": ground})
            else:
                if not own.get(desk.organ):
                    return
                number = f"卫演责改〔2026〕{next(numbers)}号"
                answer = await desk.file("rct-order", {**ORDER, "record": own[desk.organ].pop(), "number": number})
            if answer.startswith("/office/cases/"):
                filed += 1
            else:
                refusals[re.search(r"[A-Z]{3,4}-\d{3}", answer + " XXX-000").group()] += 1

    await asyncio.gather(*[work(desk) for desk in desks])
    print(f"{filed} open cases, filed by page, refused {dict(refusals)}")


async def work(desk, colleagues, until, pause, times, done, dice):
    """What an officer does: the queue, a case, a step of it; one step in five a colleague takes too, at once."""
    kind = "objections" if desk.organ == OFFICE else "rectifications"
    queue = ""
    while time.time() < until:
        await asyncio.sleep(dice.expovariate(1 / pause))
        # The whole queue, one kind of it, the page after the one before, a search by name or by id.
        forward = re.search(r'class="forward" href="([^"]+)"', queue)
        cases = re.findall(r'href="/office/cases/([A-Z]+-[^"/?]+)"', queue)
        what, path = dice.choices(
            [("queue", "/office"), ("queue of a kind", f"/office?kind={kind}"),
             ("queue, next page", html.unescape(forward[1]) if forward else f"/office?kind={kind}"),
             ("queue by name", f"/office?kind={kind}&q=" + urllib.parse.quote(dice.choice("种建商工农药"))),
             ("queue by id", "/office?q=" + dice.choice(cases) if cases else "/office")], [4, 4, 4, 1, 2])[0]
        status, _, queue, taken = await desk.ask("GET", path)
        times[what].append(taken)
        cases = re.findall(r'href="(/office/cases/[A-Z]+-[^"/?]+)"', queue)
        if status != 200 or not cases:
            done[f"{what} {status}, {len(cases)} cases"] += 1
            continue
        case = dice.choice(cases)
        status, _, sheet, taken = await desk.ask("GET", case)
        times["case"].append(taken)
        steps = [step for step in re.findall(re.escape(case) + r'/([a-z-]+)"', sheet)
                 if step in ("accept", "propose", "withdraw", "extend", "route")]
        if status != 200 or not steps:
            continue
        step = dice.choice(steps)
        both = [desk] if dice.random() < 0.8 else [desk, dice.choice(colleagues[desk.organ]).beside()]
        forms = []
        for who in both:
            status, _, form, taken = await who.ask("GET", f"{case}/{step}")
            times["form"].append(taken)
            forms.append((who, fields_of(form)))
            if status != 200:
                done[f"form of {step} {status}"] += 1
        values = {"reason": "核对完毕", "days": "2", "outcome": "upheld", "words": "核对完毕", "organ": "tax"}
        answers = await asyncio.gather(*[who.ask("POST", f"{case}/{step}", {**hidden, **values}) for who, hidden in forms])
        statuses = [status for status, *_ in answers]
        times["step"] += [taken for *_, taken in answers]
        for who in both[1:]:
            who.close()
        done[f"{step} " + " ".join(map(str, sorted(statuses)))] += 1


def told(times):
    print("page\tasked\tp50 ms\tp99 ms\tslowest ms")
    for what, taken in times.items():
        taken = sorted(taken)
        at = lambda part: 1_000 * taken[min(len(taken) - 1, int(part * len(taken)))]
        print(f"{what}\t{len(taken)}\t{at(0.5):.1f}\t{at(0.99):.1f}\t{1_000 * taken[-1]:.1f}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("folder")
    for name, default in [("cases", 10_000), ("officers", 200), ("seconds", 60), ("companies", 5_000), ("records", 50_000)]:
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--pause", type=float, default=2, help="seconds between the pages of an officer, on average")
    asked = parser.parse_args()
    os.makedirs(asked.folder, exist_ok=True)
    store = Store(asked.program, asked.folder, asked)
    if not os.path.exists(store.kept):
        store.make()
    with open(store.kept) as file:
        kept = json.load(file)
    people.PASSWORD = kept["password"]
    desks = [(Browser(name, organ), address) for name, organ, address in kept["officers"]]
    store.serve()
    try:
        asyncio.run(day_of_work(store, desks, asked))
    finally:
        store.stop()
    found = json.loads(store.run("verify", "--json", *store.where))
    print("verify:", "clean" if found["clean"] else found)


async def day_of_work(store, desks, asked):
    for desk, address in desks:
        await desk.sign_in(address)
    desks = [desk for desk, _ in desks]
    if store.open() < store.cases:
        await fill(store, desks)
    colleagues = collections.defaultdict(list)
    for desk in desks:
        colleagues[desk.organ].append(desk)
    before, times, done = store.steps(), collections.defaultdict(list), collections.Counter()
    until = time.time() + asked.seconds
    dice = random.Random(1)
    await asyncio.gather(*[work(desk, colleagues, until, asked.pause, times, done, dice) for desk in desks])
    told(times)
    for what, count in sorted(done.items()):
        print(f"{count}\t{what}")
    taken = sum(count * what.split().count("303") for what, count in done.items())
    print(f"steps answered as done {taken}, in the tables {store.steps() - before}")
    assert taken == store.steps() - before


if __name__ == "__main__":
    main()
