"""B6: the site under load, beside peers on the same file; one table. Run by run_http."""
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

program, folder, store, day, seconds = sys.argv[1:6]
CONNECTIONS, THREADS, KEYS = 64, 1, 50_000
dice = random.Random(6)
rows = []


def database():
    for root, _, files in os.walk(os.path.join(store, "data")):
        for name in files:
            path = os.path.join(root, name)
            with open(path, "rb") as file:
                if file.read(15) == b"SQLite format 3":
                    return path
    sys.exit("no database in " + store)


def resident(pid):
    with open(f"/proc/{pid}/status") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) / 1024


def wait(address):
    for _ in range(600):
        try:
            return urllib.request.urlopen(address, timeout=30).status
        except OSError:
            time.sleep(0.1)
    sys.exit("nothing answers at " + address)


def script(paths, headers):
    """A question list for wrk: the addresses in turn, begun at another place by every thread."""
    lines = ["local paths = {"] + [f"  {json.dumps(path)}," for path in paths] + ["}", "local at = 0"]
    fields = ", ".join(f"[{json.dumps(k)}] = {json.dumps(v)}" for k, v in headers.items())
    lines += [f"request = function() at = at % #paths + 1; return wrk.format('GET', paths[at], {{{fields}}}) end",
              "done = function(summary, latency, requests)",
              "  io.write(string.format('RESULT %d %d %d %d %d\\n', summary.requests, summary.duration, latency:percentile(50),"
              " latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))",
              "end"]
    handle, path = tempfile.mkstemp(suffix=".lua", dir=folder)
    with os.fdopen(handle, "w") as file:
        file.write("\n".join(lines))
    return path


def load(what, who, base, paths, pid, note="", **headers):
    lua = script(paths, headers)
    command = ["wrk", "-t", str(THREADS), "-c", str(CONNECTIONS), "-s", lua, base]
    subprocess.run([*command, "-d", "2s"], capture_output=True, check=True)
    rounds = []
    for _ in range(3):
        out = subprocess.run([*command, "-d", seconds + "s"], capture_output=True, check=True, text=True).stdout
        rounds.append([int(text) for text in re.search(r"RESULT (.*)", out).group(1).split()])
    os.unlink(lua)
    rates = sorted(count / (micros / 1e6) for count, micros, *_ in rounds)
    middle = rounds[[count / (micros / 1e6) for count, micros, *_ in rounds].index(rates[1])]
    errors = sum(r[4] for r in rounds)
    rows.append((what, who, rates[1], f"{rates[0]:,.0f}–{rates[2]:,.0f}", middle[2] / 1000, middle[3] / 1000, resident(pid),
                 note + (f" **{errors} errors**" if errors else "")))
    print(f"{what}: {who}: {rates[1]:,.0f}/s", file=sys.stderr, flush=True)
    return rates[1]


def stop(server):
    server.terminate()
    server.wait(30)


path = database()
reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
companies = reader.execute("SELECT count(*) FROM subject").fetchone()[0]
records = reader.execute("SELECT count(*) FROM record").fetchone()[0]
# Companies with about ten records, the size that the figure is about, drawn from the whole store, so that hardly one is
# asked twice while it is fresh in a cache.
every = [row[0] for row in reader.execute("SELECT key FROM subject WHERE key GLOB '91*'")]
dice.shuffle(every)
keys = []
for key in every:
    if len(keys) == KEYS:
        break
    if 8 <= reader.execute("SELECT count(*) FROM record WHERE subject = ?", (key,)).fetchone()[0] <= 12:
        keys.append(key)
del every
names = [row[0] for row in reader.execute("SELECT name FROM subject WHERE key GLOB '91*' LIMIT 2000") if row[0]]
ids = [row[0] for row in reader.execute("SELECT id FROM record WHERE published_until >= ? AND until_day > ? AND from_day <= ? LIMIT 5000", (day,) * 3)]
reader.close()

server = subprocess.Popen(
    [program, "serve", "--port", "0", "--data", os.path.join(store, "data"), "--clock", day, "--rate", "0"],
    stdout=subprocess.PIPE, text=True)
base = server.stdout.readline().strip().rstrip("/")
wait(base + "/health")
files = ["/companies/" + key for key in keys]
size = len(urllib.request.urlopen(urllib.request.Request(base + files[0], headers={"Accept": "text/html"})).read())
hello = load("smallest answer", "chengxin /health", base, ["/health"], server.pid)
load("file, JSON", "chengxin", base, ["/api/v1" + file for file in files], server.pid, f"{len(keys):,} companies of 8 to 12 records")
load("file, page", "chengxin", base, files, server.pid, f"{size:,} bytes, not packed", Accept="text/html")
load("file, page, gzip", "chengxin", base, files, server.pid, "", **{"Accept": "text/html", "Accept-Encoding": "gzip"})
described = json.load(urllib.request.urlopen(base + "/api/v1/openapi.json"))["paths"]
fixed = [p for p in ["/", "/log", "/rights", "/departments", "/penalties", "/permits", "/lists", "/catalogue", "/rules"] if p in described]
mixed = []
for index in range(5_000):
    draw = dice.random()
    if draw < 0.5:
        mixed.append(dice.choice(files))
    elif draw < 0.75:
        name = dice.choice(names)
        start = dice.randrange(max(1, len(name) - 3))
        mixed.append("/search?q=" + urllib.parse.quote(name[start:start + dice.randrange(2, 5)]))
    elif draw < 0.9:
        mixed.append("/records/" + dice.choice(ids))
    else:
        mixed.append(dice.choice(fixed))
load("mixed pages", "chengxin", base, mixed, server.pid, "half files, a quarter searches, records, lists",
     Accept="text/html")
stop(server)

server = subprocess.Popen(
    [os.path.join(folder, "venv", "bin", "datasette"), "serve", "-i", path, "--port", "8939", "--setting", "sql_time_limit_ms", "5000"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
name = os.path.splitext(os.path.basename(path))[0]
peer = "http://127.0.0.1:8939"
wait(peer + "/")
found = json.load(urllib.request.urlopen(f"{peer}/{name}/record.json?_shape=array&subject=" + keys[0]))
assert 8 <= len(found) <= 12, len(found)
theirs = [f"/{name}/record.json?_shape=array&_nofacet=1&_nocount=1&subject={key}" for key in keys]
load("file, JSON", "Datasette, the rows of `record` alone", peer, theirs, server.pid, "no rights, no words, no log position")
load("file, page", "Datasette, the rows of `record` alone", peer, [text.replace(".json?_shape=array&", "?") for text in theirs], server.pid)
stop(server)

print(f"{companies:,} companies, {records:,} records; wrk, {CONNECTIONS} connections, {THREADS} thread, {seconds} s, median of 3; "
      f"{os.cpu_count()} cores shared with wrk; load {os.getloadavg()[0]:.1f}\n")
print("| work | who | /s | spread | p50 ms | p99 ms | peak MiB | remark |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
for what, who, rate, spread, p50, p99, memory, note in rows:
    print(f"| {what} | {who} | {rate:,.0f} | {spread} | {p50:.2f} | {p99:.2f} | {memory:,.0f} | {note} |")
