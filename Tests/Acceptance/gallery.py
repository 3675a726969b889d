"""Pictures of every page at three widths, light, dark and on paper: gallery.py PROGRAM [FOLDER]; see scripts/gallery."""
import io
import os
import re
import shutil
import sys

import site_pages
import story
from look import Browser
from PIL import Image

WIDTHS = [360, 768, 1280]
# A4 at 96 dots an inch, less the margins of the style sheet.
PAPER = 688
# How much of a tall page is kept; its colours in the dark are seen on less.
TALLEST = {"light": 1_600, "dark": 800, "print": 1_600}
MOST = 12 * 1024 * 1024


def name(pattern):
    return re.sub(r"[^a-z0-9]+", "-", pattern.lower()).strip("-") or "home"


def picture(page, path, quality, tallest):
    image = Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
    if image.height > tallest:
        image = image.crop((0, 0, image.width, tallest))
    image.save(path, "WEBP", quality=quality, method=6)
    return os.path.getsize(path)


def richest(base, found):
    """Of several files of companies the one that shows most."""
    return max(found, key=lambda path: len(story.get(base + path, Accept="text/html")[2]))


def main(program, folder, quality=18):
    with story.Desk(program) as desk, Browser() as browser:
        manifest = desk.sample(300, 3000)
        for file in manifest["files"]:
            desk.take(file["kind"], "files/" + file["file"], file["department"])
        base = desk.serve()
        site = site_pages.Site(base, each=4)
        shown = [(pattern, richest(base, paths) if "{" in pattern else paths[0]) for pattern, paths in site.found.items() if paths]
        shown += [("/search?q=", site_pages.QUESTIONS[0]), ("/search?q=nothing", site_pages.QUESTIONS[1]),
                  ("/log/proof?of=", site_pages.QUESTIONS[2])]
        shown += [(path, path) for path in site_pages.BROKEN]
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        total, rows = 0, []
        page = browser.page()
        for pattern, path in shown:
            links = {}
            for scheme in ["light", "dark"]:
                page.emulate_media(media="screen", color_scheme=scheme)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.goto(base + path)
                    file = f"{name(pattern)}-{scheme}-{width}.webp"
                    total += picture(page, os.path.join(folder, file), quality, TALLEST[scheme])
                    links[f"{scheme} {width}"] = file
            page.set_viewport_size({"width": PAPER, "height": 900})
            page.emulate_media(media="print", color_scheme="light")
            page.goto(base + path)
            file = f"{name(pattern)}-print.webp"
            total += picture(page, os.path.join(folder, file), quality, TALLEST["print"])
            links["print"] = file
            rows.append((page.title().split(" – ")[0], pattern, links))
            print(pattern, flush=True)
        with open(os.path.join(folder, "README.md"), "w", encoding="utf-8") as index:
            index.write(
                "# 页面图集 · Gallery of the pages\n\n"
                "Every page of the portal over a made-up city, in Chinese, as Chromium shows it; tall pages are cut at "
                f"{TALLEST['light']:,} px, {TALLEST['dark']} px in the dark. Made by `scripts/gallery PROGRAM`.\n\n"
                "| page | address | light | dark | paper |\n| --- | --- | --- | --- | --- |\n")
            for title, pattern, links in rows:
                cells = [" ".join(f"[{width}]({links[f'{scheme} {width}']})" for width in WIDTHS) for scheme in ["light", "dark"]]
                index.write(f"| {title.replace('|', '·')} | `{pattern}` | {cells[0]} | {cells[1]} | [A4]({links['print']}) |\n")
        assert total < MOST, f"{total:,} bytes of pictures"
        print(f"{len(rows)} pages, {len(rows) * 7} pictures, {total / 1024 / 1024:.1f} MiB")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
