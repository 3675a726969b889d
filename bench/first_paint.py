"""First contentful paint of a page in a cold Chromium, and what it weighs on the wire: first_paint.py BASE [PATH]

Seven times an empty profile of a running browser opens the page once, over loopback, and seven times a browser that has
just been started. The paint is what the
browser itself reports, counted from the beginning of the navigation; the weight is what came over the wire, headers
included. Needs the tools of `scripts/setup test`: .build/acceptance/bin/python bench/first_paint.py http://127.0.0.1:8080
Without PATH it is the company's file that shows most, of the first companies that the list of penalties names.
"""
import gzip
import json
import os
import statistics
import sys
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests", "Acceptance"))
from look import Browser

TIMES = 7
PAINT = """() => new Promise(done => new PerformanceObserver(list => { for (const entry of list.getEntries())
    if (entry.name === 'first-contentful-paint') done(entry.startTime); }).observe({type: 'paint', buffered: true}))"""


def fetch(url, **headers):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return answer.read()


def fullest(base):
    rows = json.loads(fetch(base + "/api/v1/penalties?limit=50"))["rows"]
    paths = sorted({row["subjectPath"] for row in rows})
    return max(paths, key=lambda path: len(fetch(base + path, Accept="text/html")))


def opened(browser, base, path):
    page = browser.page()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    sizes = []
    line.on("Network.loadingFinished", lambda told: sizes.append(int(told["encodedDataLength"])))
    page.goto(base + path)
    paint = page.evaluate(PAINT)
    page.context.close()
    return paint, sum(sizes)


def main(base, path=None):
    path = path or fullest(base)
    fetch(base + path, Accept="text/html")
    with Browser() as browser:
        # The program itself is started before; what is cold is everything that it could know of the site.
        browser.page().goto("about:blank")
        times, weights = zip(*(opened(browser, base, path) for _ in range(TIMES)))
    alone = []
    for _ in range(TIMES):
        with Browser() as browser:
            alone.append(opened(browser, base, path)[0])
    plain = fetch(base + path, Accept="text/html")
    packed = fetch(base + path, **{"Accept": "text/html", "Accept-Encoding": "gzip"})
    assert gzip.decompress(packed) == plain
    print(f"page {path}")
    print(f"first contentful paint, median of {TIMES} empty profiles: {statistics.median(times):.0f} ms "
          f"(from {min(times):.0f} to {max(times):.0f}); the browser's own start included: {statistics.median(alone):.0f} ms")
    print(f"page packed {len(packed):,} bytes, plain {len(plain):,}; page and style sheet on the wire {max(weights):,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
