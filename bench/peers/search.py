#!/usr/bin/env python3
"""B5, the peers: asks other engines the questions of the search benchmark on the same files.

    python3 -m venv VENV && VENV/bin/pip install tantivy rapidfuzz nomenklatura
    VENV/bin/python bench/names/make_questions.py DATA OUT
    VENV/bin/python bench/peers/search.py OUT [--size N] [--rounds 5] [--peers a,b,…] [--ours "COMMAND OUT"]

Peers: fts5 (SQLite FTS5, trigram), like (SQLite, LIKE '%…%' over the table), tantivy (pairs of characters, BM25),
rapidfuzz (every name compared, OSA), logic-v2 (nomenklatura, every name of a small part compared). A peer that is not
installed is named and left out. Each runs in a process of its own on one core; memory is its resident size above that
of the empty interpreter with the questions and the names it must hold. Slow peers get fewer questions: the table says
how many. A peer is asked only what it can answer: FTS5 has nothing below three characters, LIKE knows no typing errors.
"""
import argparse
import gc
import json
import os
import re
import statistics
import subprocess
import sys
import time
import unicodedata

MIX = ("part-2", "part-3", "part-4", "part-5", "part-6", "full", "typo-wrong", "code-prefix")
TYPOS = ("typo-wrong", "typo-missing", "typo-extra", "typo-swapped", "typo-two-wrong", "typo-first-6")
OTHERS = ("brand-in-name", "short-name")
PER_GROUP = {"fts5": 100, "like": 20, "tantivy": 100, "rapidfuzz": 10, "logic-v2": 40}


CLOCK = time.perf_counter


def fold(text):
    return re.sub(r"[\s()\[\]【】.·,]", "", unicodedata.normalize("NFKC", text)).lower()


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def read(folder, stem, size):
    names = []
    with open(f"{folder}/{stem}names.tsv", encoding="utf-8") as file:
        for line in file:
            document, code, name = line.rstrip("\n").split("\t")
            names.append((int(document), code, name))
            if len(names) == size:
                break
    questions = {}
    with open(f"{folder}/{stem}questions.tsv", encoding="utf-8") as file:
        for line in file:
            group, text, right = line.rstrip("\n").split("\t")
            right = {int(r) for r in right.split(",") if r and int(r) < len(names)}
            questions.setdefault(group, []).append((text, right))
    return names, questions


def ordered(names):
    """The order of our answers: shorter names first, then by code."""
    return sorted(((d, c, fold(n)) for d, c, n in names), key=lambda e: (len(e[2]), e[1]))


class FTS5:
    """One row a name in the order of our answers, so that the first rows found are the ones wanted."""

    def __init__(self, names):
        import sqlite3
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE VIRTUAL TABLE name USING fts5(text, tokenize='trigram', content='')")
        self.db.execute("CREATE TABLE code(code TEXT PRIMARY KEY, document INTEGER) WITHOUT ROWID")
        self.documents = []
        for document, code, name in ordered(names):
            self.db.execute("INSERT INTO name(rowid, text) VALUES(?, ?)", (len(self.documents) + 1, name))
            self.documents.append(document)
            if code:
                self.db.execute("INSERT OR IGNORE INTO code VALUES(?, ?)", (code, document))
        self.db.execute("INSERT INTO name(name) VALUES('optimize')")
        self.db.commit()

    def can(self, group, text):
        return group.startswith("code") or len(fold(text)) >= 3

    def ask(self, group, text):
        if group.startswith("code"):
            rows = self.db.execute("SELECT document FROM code WHERE code >= ? AND code < ? LIMIT 20", (text, text + "~"))
            return [r[0] for r in rows]
        text = fold(text).replace('"', "")
        if group in TYPOS or group.startswith("pair"):
            grams = " OR ".join(f'"{text[i:i + 3]}"' for i in range(len(text) - 2))
            rows = self.db.execute("SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT 20", (grams,))
        else:
            rows = self.db.execute("SELECT rowid FROM name WHERE name MATCH ? LIMIT 20", (f'"{text}"',))
        return [self.documents[r[0] - 1] for r in rows]


class Like:
    def __init__(self, names):
        import sqlite3
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE name(rank INTEGER PRIMARY KEY, document INTEGER, code TEXT, text TEXT)")
        self.db.executemany(
            "INSERT INTO name VALUES(?, ?, ?, ?)", ((i, *entry) for i, entry in enumerate(ordered(names))))
        self.db.execute("CREATE INDEX code ON name(code)")
        self.db.commit()

    def can(self, group, text):
        return group not in TYPOS and not group.startswith("pair")

    def ask(self, group, text):
        if group.startswith("code"):
            rows = self.db.execute(
                "SELECT document FROM name WHERE code >= ? AND code < ? ORDER BY code LIMIT 20", (text, text + "~"))
        else:
            rows = self.db.execute(
                "SELECT document FROM name WHERE text LIKE ? ORDER BY rank LIMIT 20", (f"%{fold(text)}%",))
        return [r[0] for r in rows]


class Tantivy:
    """Pairs of characters as terms; all of them for a part, any of them by BM25 for a typing error."""

    def __init__(self, names):
        import tantivy
        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("name", tokenizer_name="pairs", index_option="freq")
        builder.add_text_field("code", tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field("document", stored=True)
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 2, False)).build()
        self.index.register_tokenizer("pairs", analyzer)
        writer = self.index.writer(128_000_000, 1)
        for document, code, name in names:
            writer.add_document(tantivy.Document(name=fold(name), code=code, document=document))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def can(self, group, text):
        return True

    def ask(self, group, text):
        query = self.tantivy.Query
        if group.startswith("code"):
            asked = query.regex_query(self.schema, "code", text + ".*")
        else:
            text = fold(text)
            how = self.tantivy.Occur.Should if group in TYPOS or group.startswith("pair") else self.tantivy.Occur.Must
            pairs = {text[i:i + 2] for i in range(len(text) - 1)}
            asked = query.boolean_query([(how, query.term_query(self.schema, "name", p)) for p in pairs])
        hits = self.searcher.search(asked, 20, count=False).hits
        return [self.searcher.doc(address)["document"][0] for _, address in hits]


class RapidFuzz:
    def __init__(self, names):
        from rapidfuzz import process
        from rapidfuzz.distance import OSA
        self.process, self.scorer = process, OSA.normalized_similarity
        self.documents = [d for d, _, _ in names]
        self.names = [fold(n) for _, _, n in names]

    def can(self, group, text):
        return (group in TYPOS and group != "typo-first-6") or group.startswith("pair")

    def ask(self, group, text):
        found = self.process.extract(fold(text), self.names, scorer=self.scorer, limit=20, score_cutoff=0.5)
        return [self.documents[place] for _, _, place in found]


class LogicV2:
    """Compares one by one: 300 names, among them every right answer of the questions it gets."""

    def __init__(self, names):
        from followthemoney import model
        from nomenklatura.matching import LogicV2 as Algorithm
        self.model, self.algorithm = model, Algorithm
        self.config = Algorithm.default_config()
        self.entities = [(d, self.entity(n)) for d, _, n in names]

    def entity(self, name):
        return self.model.get_proxy({"id": name, "schema": "Company", "properties": {"name": [name]}})

    def can(self, group, text):
        return group in TYPOS or group in OTHERS or group.startswith("pair")

    def ask(self, group, text):
        asked = self.entity(text)
        scored = [(self.algorithm.compare(asked, e, self.config).score, -i, d) for i, (d, e) in enumerate(self.entities)]
        return [d for score, _, d in sorted(scored, reverse=True)[:20] if score > 0.3]


PEERS = {"fts5": FTS5, "like": Like, "tantivy": Tantivy, "rapidfuzz": RapidFuzz, "logic-v2": LogicV2}


def run(name, folder, stem, size, rounds):
    names, questions = read(folder, stem, size)
    if stem:
        groups = list(questions)
    else:
        groups = [g for g in dict.fromkeys(MIX + TYPOS + OTHERS) if g in questions]
        questions = {g: questions[g][:PER_GROUP[name]] for g in groups}
    if name == "logic-v2" and not stem:
        wanted = {r for g in groups for _, right in questions[g] for r in list(right)[:1] if g in TYPOS + OTHERS}
        names = [n for n in names if n[0] in wanted or n[0] < 300 - min(len(wanted), 200)]
    gc.collect()
    before = resident()
    start = CLOCK()
    peer = PEERS[name](names)
    built = CLOCK() - start
    gc.collect()
    memory = resident() - before
    figures, mix = [], [[] for _ in range(rounds)]
    for group in groups:
        asked = [(t, r) for t, r in questions[group] if peer.can(group, t)]
        if not asked:
            continue
        times = [[] for _ in range(rounds)]
        first = five = judged = 0
        for number in range(rounds):
            for text, right in asked:
                start = CLOCK()
                found = peer.ask(group, text)
                times[number].append((CLOCK() - start) * 1e6)
                if number == 0 and right:
                    judged += 1
                    places = [i for i, d in enumerate(found) if d in right]
                    first += bool(places) and places[0] < 1
                    five += bool(places) and places[0] < 5
            if group in MIX:
                mix[number] += times[number]
        figures.append(figure(group, len(asked), times, first, five, judged))
    if mix[0] and not stem:
        figures.insert(0, figure("mix, as asked", len(mix[0]), mix, 0, 0, 0))
    print(json.dumps({"names": len(names), "built": built, "memory": memory, "figures": figures}))


def figure(group, count, times, first, five, judged):
    rounds = [sorted(t) for t in times]
    return {
        "group": group, "count": count, "first": first, "five": five, "judged": judged,
        "median": statistics.median(t[len(t) // 2] for t in rounds),
        "p99": statistics.median(t[min(len(t) - 1, int(len(t) * 0.99))] for t in rounds),
        "rate": statistics.median(len(t) / sum(t) * 1e6 for t in rounds),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--stem", default="", help="suite_ for the organisation pairs")
    parser.add_argument("--ours", help="a command that prints our figures")
    parser.add_argument("--cpu", action="store_true", help="processor time instead of wall time, on a busy machine")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.cpu:
        global CLOCK
        CLOCK = time.process_time
    if asked.one:
        return run(asked.one, asked.folder, asked.stem, asked.size, asked.rounds)
    if asked.ours:
        subprocess.run(asked.ours, shell=True, check=True)
    print(f"{'peer':10} {'names':>8} {'group':18} {'asked':>6} {'median µs':>10} {'p99 µs':>10} {'per s':>8}"
          f" {'@1 %':>6} {'@5 %':>6} {'built s':>8} {'MB':>6}")
    for name in asked.peers.split(","):
        command = [sys.executable, __file__, asked.folder, "--one", name, "--size", str(asked.size),
                   "--rounds", str(asked.rounds), "--stem", asked.stem] + ["--cpu"] * asked.cpu
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines()
            print(f"{name:10} not run: {lines[-1] if lines else 'no message'}", flush=True)
            continue
        result = json.loads(done.stdout.splitlines()[-1])
        for entry in result["figures"]:
            shares = [f"{entry[k] * 100 / entry['judged']:6.1f}" if entry["judged"] else "     -"
                      for k in ("first", "five")]
            print(f"{name:10} {result['names']:8} {entry['group']:18} {entry['count']:6} {entry['median']:10.0f}"
                  f" {entry['p99']:10.0f} {entry['rate']:8.0f} {shares[0]} {shares[1]} {result['built']:8.1f}"
                  f" {result['memory']:6.0f}", flush=True)


if __name__ == "__main__":
    main()
