"""B1 to B4: ours and the peers on the same files, results compared before times; one table."""
import csv
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import time

program, folder = sys.argv[1], sys.argv[2]
path = lambda name: os.path.join(folder, name)
table = []


def ours(*arguments):
    return subprocess.run([program, "bench", *arguments], check=True, capture_output=True, text=True).stdout.splitlines()


def rate(line):
    return int(re.search(r"(\d+) \w+/s", line).group(1))


def timed(work, rounds=3):
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return result, statistics.median(seconds)


def add(work, who, per_second, base, note=""):
    table.append((work, who, f"{per_second:,.0f}/s", f"{base / per_second:.1f}×" if per_second else "", note))


def codes():
    lines = ours("codes", "--in", folder)
    base, valid = rate(lines[0]), int(re.search(r"valid (\d+)", lines[1]).group(1))
    add("B1", "chengxin", base, base, f"{valid:,} valid")
    values = open(path("codes.txt")).read().split("\n")[:-1]

    import numpy
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    numbers = numpy.full(256, 99, numpy.int64)
    for index, letter in enumerate(alphabet):
        numbers[ord(letter)] = index
    organisation = numpy.zeros(256, numpy.int64)
    for index, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        organisation[ord(letter)] = index
    raw = numpy.fromfile(path("codes.txt"), numpy.uint8).reshape(-1, 19)[:, :18]

    def vectorised():
        found = 0
        for part in numpy.array_split(raw, max(1, len(raw) // 500_000)):
            value = numbers[part]
            legal = (value < 31).all(axis=1)
            check = (31 - (value[:, :17] * numpy.array([pow(3, i, 31) for i in range(17)])).sum(axis=1) % 31) % 31
            own = 11 - (organisation[part[:, 8:16]] * numpy.array([3, 7, 9, 10, 5, 8, 4, 2])).sum(axis=1) % 11
            digit = numpy.where(own == 11, ord("0"), numpy.where(own == 10, ord("X"), own + ord("0")))
            found += int((legal & (check == value[:, 17]) & (digit == part[:, 16])).sum())
        return found

    found, seconds = timed(vectorised)
    assert found == valid, (found, valid)
    add("B1", "numpy, both check digits", len(raw) / seconds, base, "same count of valid codes")

    from stdnum.cn import uscc
    part = values[:100_000]
    found, seconds = timed(lambda: sum(uscc.is_valid(value) for value in part), 1)
    add("B1", "python-stdnum", len(part) / seconds, base, f"first {len(part):,} codes; no organisation digit")

    import duckdb
    weights = [pow(3, i, 31) for i in range(17)]
    term = " + ".join(f"(strpos('{alphabet}', substr(c, {i + 1}, 1)) - 1) * {w}" for i, w in enumerate(weights))
    query = (f"SELECT count(*) FROM codes WHERE regexp_full_match(c, '[{alphabet}]{{18}}') AND "
             f"(31 - ({term}) % 31) % 31 = strpos('{alphabet}', substr(c, 18, 1)) - 1")
    base_connection = duckdb.connect()
    base_connection.execute("SET threads = 2")
    base_connection.execute(
        f"CREATE TABLE codes AS SELECT column0 AS c FROM read_csv('{path('codes.txt')}', header = false, columns = "
        "{'column0': 'VARCHAR'})")
    found, seconds = timed(lambda: base_connection.execute(query).fetchone()[0], 1)
    assert found == valid, (found, valid)
    add("B1", "DuckDB, rule in SQL", len(values) / seconds, base, "two threads; final check digit only")


def checks():
    bases = {}
    for line in ours("check", "--in", folder, "--rounds", "3"):
        name = line.split("\t")[0].split()[-1]
        bases[name] = rate(line)
        add("B2", f"chengxin, {name}", bases[name], bases[name], re.search(r"refused.*", line).group(0))
    base = bases["one-percent-bad"]
    import duckdb
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    file = path("penalties-one-percent-bad.csv")
    total = connection.execute(f"SELECT count(*) FROM read_csv('{file}', all_varchar = true)").fetchone()[0]
    query = f"""SELECT count(*) FILTER (WHERE NOT (
        length("行政相对人名称") BETWEEN 1 AND 200
        AND "行政相对人类别" IN ('法人及非法人组织', '个体工商户', '自然人')
        AND length("行政处罚决定书文号") BETWEEN 1 AND 128
        AND try_cast("处罚决定日期" AS DATE) IS NOT NULL
        AND length("处罚机关统一社会信用代码") = 18)) FROM read_csv('{file}', all_varchar = true)"""
    found, seconds = timed(lambda: connection.execute(query).fetchone()[0])
    add("B2", "DuckDB, five checks of a whole row", total / seconds, base, f"{found:,} rows fail; no reasons for cells")
    from frictionless import Schema, Resource, fields
    with open(file) as source, open(path("sample.csv"), "w") as target:
        for _, line in zip(range(5_001), source):
            target.write(line)
    names = next(csv.reader(open(path("sample.csv"))))
    schema = Schema(fields=[fields.StringField(name=name, constraints={"maxLength": 5_000}) for name in names])
    _, seconds = timed(lambda: Resource(path="sample.csv", basepath=folder, schema=schema).validate(), 1)
    add("B2", "frictionless, length of every cell", 5_000 / seconds, base, "first 5,000 rows")


def inserts():
    line = ours("import", "--in", folder, "--rounds", "1")[0]
    base = rate(line)
    add("B3", "chengxin, whole way", base, base, re.search(r"first rows.*", line).group(0))
    with open(path("penalties-one-percent-bad.csv")) as source:
        rows = [tuple(row[:20]) for _, row in zip(range(200_000), csv.reader(source))][1:]

    def insert():
        for suffix in ["", "-wal", "-shm"]:
            if os.path.exists(path("raw.db" + suffix)):
                os.remove(path("raw.db" + suffix))
        database = sqlite3.connect(path("raw.db"))
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE t (" + ", ".join(f"c{i} TEXT" for i in range(20)) + ")")
        with database:
            database.executemany("INSERT INTO t VALUES (" + ", ".join("?" * 20) + ")", rows)
        database.close()

    _, seconds = timed(insert)
    add("B3", "sqlite3 of Python, executemany, 20 columns", len(rows) / seconds, base,
        "one table, no index, no checks, no log")


def log():
    lines = ours("log", "--out", folder, "--events", "200000", "--rounds", "3")
    bases = {}
    for line in lines[:3]:
        bases[line.split("\t")[0]] = rate(line)
        add("B4", "chengxin, " + line.split("\t")[0][3:], rate(line), rate(line))
    proofs = int(re.search(r"(\d+) proofs/s", lines[3]).group(1))
    add("B4", "chengxin, " + lines[3].split("\t")[0][3:], proofs, proofs)
    from pymerkle import InmemoryTree
    tree = InmemoryTree(algorithm="sha256")
    entries = [str(number).encode() * 20 for number in range(50_000)]
    _, seconds = timed(lambda: [tree.append_entry(entry) for entry in entries], 1)
    add("B4", "pymerkle append, in memory", len(entries) / seconds, bases["B4 append durable, batch 1,000"], "nothing is durable")
    _, seconds = timed(lambda: [tree.prove_inclusion(number) for number in range(1, 2_000)], 1)
    add("B4", "pymerkle proofs, in memory", 2_000 / seconds, proofs)


for work in [codes, checks, inserts, log]:
    work()
width = [max(len(row[column]) for row in table) for column in range(5)]
print("| work | who | rate | ours is | note |\n| --- | --- | --- | --- | --- |")
for row in table:
    print("| " + " | ".join(cell.ljust(width[index]) for index, cell in enumerate(row)) + " |")
