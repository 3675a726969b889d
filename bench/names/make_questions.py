#!/usr/bin/env python3
"""Makes the files of the search benchmark (B5): names to search and questions with their right answers.

    make_questions.py DATA OUT [--size N] [--seed S]

DATA is the folder with the public sample data (names/, peer_suites/), OUT a folder outside the repository: the open
list of names may not be redistributed, so nothing made here is kept. The same seed makes the same files.

OUT/names.tsv          document <tab> code <tab> name
OUT/questions.tsv      group <tab> text <tab> documents that are right, comma-separated (empty: none is expected)
OUT/suite_names.tsv, OUT/suite_questions.tsv    the same for the organisation pairs of nomenklatura's name_bench

Names: the 60,000 of the open list, the companies of brand_company_profiles.csv and full_name_to_short_name.csv, then
names put together from places of the list, short names, trades and legal forms until there are N.
"""
import argparse
import csv
import os
import random
import re

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [pow(3, i, 31) for i in range(17)]


def code(rng, region):
    body = "".join(rng.choice(ALPHABET) for _ in range(8))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = [int(c) if c.isdigit() else ord(c) - 55 for c in body]
    check = 11 - sum(v * w for v, w in zip(values, weights)) % 11
    text = "91" + region + body + ("X" if check == 10 else "0" if check == 11 else str(check))
    return text + ALPHABET[(31 - sum(ALPHABET.index(c) * w for c, w in zip(text, WEIGHTS)) % 31) % 31]


def lines(path):
    with open(path, encoding="utf-8-sig") as file:
        return [line.strip() for line in file if line.strip()]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def made_names(rng, real, data):
    """Endless made-up names with the parts and the proportions of real ones."""
    places = [m.group(0) for m in (re.match(r"^[一-鿿]{2,3}?[省市县区]?", n) for n in real) if m]
    shorts = [s for s in lines(f"{data}/names/company_short_names.txt") if 2 <= len(s) <= 4]
    trades = lines(f"{data}/names/lexicon_trade.txt")
    forms = [m.group(0) for m in (re.search(
        r"(股份有限公司|有限责任公司|有限公司|专业合作社|合作社|经营部|营业部|分公司|公司|厂|店|中心)$", n) for n in real) if m]
    while True:
        yield rng.choice(places) + rng.choice(shorts) + rng.choice(trades) + rng.choice(forms)


def wrong(rng, text, characters):
    place = rng.randrange(len(text))
    new = rng.choice(characters)
    while new == text[place]:
        new = rng.choice(characters)
    return text[:place] + new + text[place + 1:]


def missing(rng, text, _):
    place = rng.randrange(len(text))
    return text[:place] + text[place + 1:]


def extra(rng, text, characters):
    place = rng.randrange(len(text) + 1)
    return text[:place] + rng.choice(characters) + text[place:]


def swapped(rng, text, _):
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1]]
    place = rng.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2:]


def questions(rng, names, codes, by_name, brands, shorts, real_count):
    count = 1_000
    characters = [c for n in rng.sample(names[:real_count], min(5_000, real_count)) for c in n if "一" <= c <= "鿿"]
    every = range(len(names))
    real = [i for i in range(real_count) if re.fullmatch(r"[一-鿿]{6,40}", names[i])]

    def right(document):
        return by_name[names[document]]

    for length in range(2, 7):
        for document in rng.choices(every, k=count):
            name = names[document]
            if len(name) >= length:
                start = rng.randrange(len(name) - length + 1)
                yield f"part-{length}", name[start:start + length], []
    for document in rng.choices(every, k=count):
        yield "full", names[document], right(document)
    for group, change in (("wrong", wrong), ("missing", missing), ("extra", extra), ("swapped", swapped)):
        for document in rng.choices(real, k=count):
            yield f"typo-{group}", change(rng, names[document], characters), right(document)
    for document in rng.choices(real, k=count):
        twice = wrong(rng, wrong(rng, names[document], characters), characters)
        yield "typo-two-wrong", twice, right(document)
    for length in (4, 6, 8):
        beginning = {}
        for document, name in enumerate(names):
            beginning.setdefault(name[:length], []).append(document)
        for document in rng.choices(real, k=count):
            part = names[document][:length]
            yield f"typo-first-{length}", wrong(rng, part, characters), beginning[part]
    for document in rng.choices(every, k=count):
        yield "code-prefix", codes[document][:rng.randrange(4, 13)], []
    for document in rng.choices(every, k=count):
        yield "code", codes[document], [document]
    for document in rng.choices(real, k=count):
        name = names[document]
        yield "two-words", name[:2] + " " + name[len(name) // 2 - 1:len(name) // 2 + 2], right(document)
    for short, document in shorts:
        yield "short-name", short, right(document)
    for brand, document in brands:
        group = "brand-in-name" if brand in names[document] else "brand-not-in-name"
        yield group, brand, right(document)


def suite(data, out):
    pairs = [r for r in rows(f"{data}/peer_suites/nomenklatura_name_bench_organisations.csv")]
    names = sorted({r["name2"] for r in pairs})
    number = {name: i for i, name in enumerate(names)}
    with open(f"{out}/suite_names.tsv", "w", encoding="utf-8") as file:
        for name in names:
            file.write(f"{number[name]}\t\t{clean(name)}\n")
    with open(f"{out}/suite_questions.tsv", "w", encoding="utf-8") as file:
        for row in pairs:
            group = "pair-match" if row["is_match"] == "true" else "pair-no-match"
            file.write(f"{group}\t{clean(row['name1'])}\t{number[row['name2']]}\n")


def clean(text):
    return re.sub(r"[\t\r\n]+", " ", text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=20_201_122)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    os.makedirs(asked.out, exist_ok=True)
    real = lines(f"{asked.data}/names/company_names_open.txt")
    names = list(real)
    known = {}
    brands, shorts = [], []
    for row in rows(f"{asked.data}/names/brand_company_profiles.csv"):
        name = row["公司名称"].strip()
        if name and row["名称"].strip():
            document = known.setdefault(name, len(names))
            if document == len(names):
                names.append(name)
            brands.append((row["名称"].strip(), document))
    for full, short in csv.reader(lines(f"{asked.data}/names/full_name_to_short_name.csv")[1:]):
        if short:
            document = known.setdefault(full, len(names))
            if document == len(names):
                names.append(full)
            shorts.append((short, document))
    made = made_names(rng, real, asked.data)
    while len(names) < asked.size:
        names.append(next(made))
    names = [clean(n) for n in names]
    regions = [r["code"] for r in rows(f"{asked.data}/codes/areas_2023.csv")] if os.path.exists(
        f"{asked.data}/codes/areas_2023.csv") else ["640502"]
    regions = [r for r in regions if re.fullmatch(r"\d{6}", r)] or ["640502"]
    codes = [code(rng, rng.choice(regions)) for _ in names]
    by_name = {}
    for document, name in enumerate(names):
        by_name.setdefault(name, []).append(document)
    with open(f"{asked.out}/names.tsv", "w", encoding="utf-8") as file:
        for document, name in enumerate(names):
            file.write(f"{document}\t{codes[document]}\t{name}\n")
    total = 0
    with open(f"{asked.out}/questions.tsv", "w", encoding="utf-8") as file:
        for group, text, right in questions(rng, names, codes, by_name, brands, shorts, len(real)):
            file.write(f"{group}\t{text}\t{','.join(map(str, right))}\n")
            total += 1
    suite(asked.data, asked.out)
    print(f"{len(names)} names ({len(real)} of the open list), {len(by_name)} different; {total} questions")


if __name__ == "__main__":
    main()
