#!/usr/bin/env python3
"""Works out a department's scorecard again from the lists that the portal offers for download, and compares.

    recompute_scorecard.py http://127.0.0.1:8080 market-regulation 2026-06

Read are only `batches.csv` and `errors.csv` of the department and month; the standard library is enough. Every count, both
rates and the table of faults are worked out here by the formulas the page states, and then compared with what
`/api/v1/departments/CODE?month=YYYY-MM` says. The exit code is 0 where all agree and 1 where anything differs.
"""
import csv
import io
import json
import sys
import urllib.parse
import urllib.request
from collections import Counter


def fetch(address):
    """The text of an address and where its list goes on."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        link = answer.headers.get("Link", "")
        following = link[link.index("<") + 1:link.index(">")] if 'rel="next"' in link else None
        return answer.read().decode("utf-8-sig"), following


def rows(base, path):
    """All rows of a list, page by page."""
    found = []
    while path:
        text, following = fetch(base + path)
        found += csv.DictReader(io.StringIO(text))
        if following and "format=csv" not in following:
            following += ("&" if "?" in following else "?") + "format=csv"
        path = following
    return found


def percent(numerator, denominator):
    """To the nearest hundredth; what is not all never reads as all, what is not nothing never as nothing."""
    if denominator == 0:
        return None
    points = (numerator * 20000 + denominator) // (denominator * 2)
    if numerator not in (0, denominator):
        points = min(9999, max(1, points))
    return f"{points // 100}.{points % 100:02d}%"


def recompute(batches, errors):
    """The figures of a month by the formulas of the page."""
    complete = [line for line in batches if line["state"] == "complete"]

    def total(name, lines):
        return sum(int(line[name]) for line in lines)

    clocked = [line for line in complete if line["clock"] == "true"]
    figures = {"files": len(complete)}
    for name in ["rows", "accepted", "changed", "known", "refused", "persons"]:
        figures[name] = total(name, complete)
    figures["clocked"] = total("accepted", clocked) + total("changed", clocked)
    figures["late"] = total("late", clocked)
    figures["unknownTimeliness"] = total("unknownTimeliness", clocked)
    passed = figures["accepted"] + figures["changed"] + figures["known"]
    told = figures["clocked"] - figures["unknownTimeliness"]
    ids = {line["batch"] for line in complete}
    cells = [line for line in errors if line["batch"] in ids]
    return {
        "figures": figures,
        "compliance": (passed, figures["rows"]),
        "timeliness": (told - figures["late"], told),
        "faults": Counter((line["kind"], line["rule"], line["field"]) for line in cells),
        "refused rows": len({(line["batch"], line["sheet"], line["line"]) for line in cells}),
    }


def compare(card, own):
    """What differs, in words; nothing where all agree."""
    differences = []

    def check(name, theirs, ours):
        if theirs != ours:
            differences.append(f"{name}: the page says {theirs}, the lists say {ours}")

    tally = card["months"][-1].get("tally")
    if own["figures"]["files"] == 0:
        check("counts of a month without a file", tally, None)
    else:
        for name, value in own["figures"].items():
            check(name, tally[name], value)
        check("rows that stand in errors.csv", tally["refused"], own["refused rows"])
    for figure in card["figures"]:
        numerator, denominator = own[figure["name"]]
        check(figure["name"] + " numerator", figure["numerator"], numerator)
        check(figure["name"] + " denominator", figure["denominator"], denominator)
        check(figure["name"], figure.get("percent"), percent(numerator, denominator))
        if tally:
            theirs = tally.get(figure["name"])
            ours = percent(numerator, denominator)
            check(figure["name"] + " of the month", theirs and theirs["percent"], ours)
    faults = {(line["kind"], line["rule"], line["field"]): line for line in card["faults"]}
    whole = sum(own["faults"].values())
    check("kinds of fault", set(faults), set(own["faults"]))
    for key, count in own["faults"].items():
        if key in faults:
            check(f"cells of {key}", faults[key]["cells"], count)
            check(f"share of {key}", faults[key]["share"]["percent"], percent(count, whole))
    return differences


def main(base, department, month):
    base = base.rstrip("/")
    code = urllib.parse.quote(department)
    card = json.loads(fetch(f"{base}/api/v1/departments/{code}?month={month}")[0])
    own = recompute(
        rows(base, f"/departments/{code}/batches?month={month}&format=csv"),
        rows(base, f"/departments/{code}/errors?month={month}&format=csv"))
    differences = compare(card, own)
    for line in differences:
        print(line)
    numbers = own["figures"]
    print(
        f"{department} {month}: {numbers['files']} files, {numbers['rows']} rows, {numbers['refused']} refused, "
        f"compliance {percent(*own['compliance']) or 'none'}, timeliness {percent(*own['timeliness']) or 'none'}: "
        + ("all figures agree" if not differences else f"{len(differences)} differ"))
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
