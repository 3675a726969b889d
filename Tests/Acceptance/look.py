"""Every page in a real browser: accessibility, keyboard, without scripts, nothing from elsewhere, no sideways scrolling,
nothing that jumps, and markup that two checkers have nothing to say against."""
import re
import shutil
import subprocess

import site_pages
from story import Skipped, get

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

CHROMIUM = shutil.which("chromium")
# All of these: WCAG 2.2 A and AA and what the checker's makers call good practice.
EVERYTHING = {"resultTypes": ["violations"]}
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}


class Browser:
    def __enter__(self):
        if not (sync_playwright and CHROMIUM):
            raise Skipped("no browser: scripts/setup test installs it")
        self.play = sync_playwright().start()
        self.browser = self.play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.play.stop()

    def page(self, width=1280, height=900, **more):
        # Without motion, so that a colour is read after it has changed and not on its way.
        return self.browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN",
            reduced_motion="reduce", **more).new_page()


def everything(desk):
    site_pages.city(desk, 200, 1200)
    base = desk.serve()
    site = site_pages.Site(base)
    return base, site


def test_an_accessibility_checker_has_nothing_to_say_in_light_and_dark(desk):
    base, site = everything(desk)
    faults = []
    with Browser() as browser:
        page = browser.page(360)
        for path in site.pages + site_pages.BROKEN:
            for suffix, options, scheme in [("", EVERYTHING, "light"), ("", CONTRAST, "dark")]:
                page.emulate_media(color_scheme=scheme)
                if scheme == "light":
                    page.goto(base + path)
                found = Axe().run(page, options=options)
                for fault in found.response["violations"]:
                    places = [node["html"][:160] for node in fault["nodes"][:3]]
                    faults.append(f"{path} {scheme}: {fault['id']}: {fault['help']}: {places}")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        for path in site.pages:
            page.goto(base + path + ("&" if "?" in path else "?") + "lang=en")
            for fault in Axe().run(page, options=EVERYTHING).response["violations"]:
                faults.append(f"{path} en: {fault['id']}: {[node['html'][:160] for node in fault['nodes'][:3]]}")
    assert not faults, "\n".join(faults)


FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !e.disabled)"""
STEP = """() => { const e = document.activeElement; const all = window.__all; const lines = (s) =>
    s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
    return [all.indexOf(e), lines(getComputedStyle(e)) || lines(getComputedStyle(e, '::after')), e.outerHTML.slice(0, 120)]; }"""


def test_the_keyboard_reaches_every_control_in_order_with_a_focus_that_can_be_seen(desk):
    base, site = everything(desk)
    faults = []
    with Browser() as browser:
        page = browser.page()
        for path in site.pages + site_pages.BROKEN:
            page.goto(base + path)
            count = page.evaluate(f"() => {{ window.__all = ({FOCUSABLE})(); return window.__all.length; }}")
            for expected in range(min(count, 150)):
                page.keyboard.press("Tab")
                at, seen, markup = page.evaluate(STEP)
                for _ in range(4):
                    # Year, month and day of one control are stops of their own.
                    if at == expected - 1 and re.search('type="(date|month)"', markup):
                        page.keyboard.press("Tab")
                        at, seen, markup = page.evaluate(STEP)
                if at != expected:
                    faults.append(f"{path}: Tab {expected + 1} reached {at}: {markup}")
                    break
                if not seen:
                    faults.append(f"{path}: focus cannot be seen: {markup}")
            page.goto(base + path)
            page.keyboard.press("Tab")
            skip = page.evaluate("() => { const r = document.activeElement.getBoundingClientRect();"
                                 " return [document.activeElement.className, r.left >= 0 && r.width > 0]; }")
            page.keyboard.press("Enter")
            target = page.evaluate("() => document.activeElement.id")
            if skip != ["skip", True] or target != "content":
                faults.append(f"{path}: the skip link does not work: {skip} {target}")
    assert not faults, "\n".join(faults)


def test_pages_are_the_same_without_scripts_ask_nothing_elsewhere_fit_a_phone_and_do_not_jump(desk):
    base, site = everything(desk)
    faults = []
    asked = set()
    shifts = """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) sum += entry.value; }).observe({type: 'layout-shift', buffered: true});
        requestAnimationFrame(() => setTimeout(() => done(sum), 20)); })"""
    with Browser() as browser:
        page, plain = browser.page(), browser.page(java_script_enabled=False)
        for tab in (page, plain):
            tab.on("request", lambda request: asked.add(request.url))
        for path in site.pages + site_pages.BROKEN:
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(base + path)
            plain.goto(base + path)
            if page.content() != plain.content():
                faults.append(f"{path}: differs without scripts")
            if page.evaluate("() => document.scripts.length"):
                faults.append(f"{path}: holds a script")
            if page.evaluate(shifts) > 0:
                faults.append(f"{path}: jumps while it loads")
            for width in (1280, 768, 360):
                page.set_viewport_size({"width": width, "height": 900})
                wide = page.evaluate("() => document.documentElement.scrollWidth")
                if wide > width:
                    faults.append(f"{path}: {wide} px wide at {width}")
    faults += [f"asks elsewhere: {url}" for url in asked if not url.startswith((base, "data:"))]
    assert not faults, "\n".join(faults)


def test_markup_is_valid(desk):
    base, site = everything(desk)
    faults = []
    try:
        import html5lib
    except ImportError:
        html5lib = None
    for path in site.pages + site_pages.BROKEN:
        for language in ("zh", "en"):
            _, _, body = get(base + path + ("&" if "?" in path else "?") + "lang=" + language, Accept="text/html")
            if html5lib:
                reader = html5lib.HTMLParser()
                reader.parse(body)
                faults += [f"{path}: html5lib {place}: {code} {more}" for place, code, more in reader.errors]
            if shutil.which("tidy"):
                # What is newer than this tidy is taken out before: groups in a list of terms, aria-current.
                body = re.sub(rb"<dl.*?</dl>", lambda m: re.sub(rb"</?div[^>]*>", b"", m.group()), body, flags=re.S)
                body = re.sub(rb' aria-current="[a-z]+"', b"", body)
                done = subprocess.run(
                    ["tidy", "-quiet", "-errors", "-utf8", "--drop-empty-elements", "no", "--warn-proprietary-attributes", "yes"],
                    input=body, capture_output=True)
                faults += [f"{path}: tidy {line}" for line in done.stderr.decode().splitlines() if "Warning" in line or "Error" in line]
    assert not faults, "\n".join(sorted(set(faults)))


def test_no_link_of_any_page_is_dead(desk):
    base, site = everything(desk)
    dead, tried = [], {}
    for page, link in sorted(site.links)[:3000]:
        if link not in tried:
            tried[link] = get(base + link, Accept="text/html")[0]
        if tried[link] != 200:
            dead.append(f"{page} leads to {link}: {tried[link]}")
    assert not dead, "\n".join(dead[:40])
    # A city of well-registered companies has no subject without a code.
    lost = [pattern for pattern in site.missing if pattern != "/subjects/{key}"]
    assert not lost, f"no page leads to these addresses: {lost}"
