"""Somebody at a browser without scripts: reads pages, fills forms by their labels, hands files over, keeps pictures."""
import json
import re

from story import get

WIDTHS = {1280: 900, 360: 800}


class Walker:
    """One person with a window of their own; what they do, they do by clicking and typing."""

    def __init__(self, browser, base, album=None):
        self.base, self.album = base, album
        self.page = browser.page(java_script_enabled=False)
        self.page.set_default_timeout(20_000)

    # Reading.

    def go(self, path):
        answer = self.page.goto(self.base + path)
        self.status = answer.status
        return self

    @property
    def path(self):
        return self.page.url[len(self.base):].split("?")[0]

    def words(self):
        """What of the page is read, folded parts too, without the spaces of the layout."""
        return re.sub(r"\s+", " ", self.page.locator("main").text_content())

    def tags(self, name):
        """The states that a section of the page shows."""
        return self.page.locator(f"section[aria-labelledby={name}] .tag").all_inner_texts()

    def says(self, *texts):
        words = self.words()
        for text in texts:
            assert text in words, f"{self.path} does not say {text}:\n{words}"
        return self

    def lacks(self, *texts):
        words = self.words()
        for text in texts:
            assert text not in words, f"{self.path} says {text}:\n{words}"
        return self

    def offers(self, name):
        """Whether a link or a button of this name is there."""
        return any(self.page.get_by_role(role, name=name, exact=True).count() for role in ("link", "button"))

    def json(self, path=None):
        """The same page as JSON, as anybody gets it."""
        status, _, body = get(self.base + (path or self.path), Accept="application/json")
        return status, json.loads(body)

    # Acting.

    def click(self, name, exact=True):
        for role in ("link", "button"):
            found = self.page.get_by_role(role, name=name, exact=exact)
            if found.count():
                found.first.click()
                return self
        raise AssertionError(f"{self.path} offers no {name}:\n{self.words()}")

    def fill(self, fields):
        """Fills a form: text and days are typed, choices chosen, boxes ticked, files handed over."""
        for label, value in fields.items():
            self.field(label, value)
        return self

    def field(self, label, value):
        main = self.page.locator("main")
        group = main.get_by_role("group", name=label, exact=True)
        if group.count():
            group.get_by_label(value, exact=True).check()
            return
        # A field may be named as one of the answers to another: what stands beside a box is then not meant.
        found = main.get_by_label(re.compile("^" + re.escape(label) + r"\s+（选填）$"))
        if not found.count():
            found = main.get_by_label(label, exact=True)
        assert found.count() == 1, f"{self.path}: {found.count()} fields are called {label}:\n{self.words()}"
        kind = found.evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName")
        if kind == "file":
            name, content = value
            found.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
        elif kind in ("checkbox", "radio"):
            found.check()
        elif kind == "SELECT":
            options = found.locator("option").all_text_contents()
            assert value in options, f"{self.path}: {label} knows no {value}: {options}"
            found.select_option(label=value)
        else:
            found.fill(value)

    def send(self, refused=None):
        """Sends the form of the page; it is taken, or refused with this code."""
        self.page.locator("main form.desk-form button[type=submit]").click()
        faults = self.page.locator("main [role=alert]")
        told = faults.first.inner_text() if faults.count() else ""
        if refused:
            assert refused in told, f"{self.path} is not refused by {refused}: {told}\n{self.words()}"
        else:
            assert not told, f"{self.path}: {told}"
        return self

    def does(self, action, fields=None):
        """Opens the form of an action, fills it and sends it; an action without questions is done at once."""
        self.click(action)
        if self.page.locator("main form.desk-form").count():
            self.fill(fields or {}).send()
        return self

    # Pictures.

    def photo(self, name, scroll=None):
        """Keeps the page as it looks at a desk and on a telephone, which it must fit."""
        for width, height in WIDTHS.items():
            self.page.set_viewport_size({"width": width, "height": height})
            wide = self.page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= width, f"{self.path}: {wide} px wide at {width}"
            if self.album:
                self.page.screenshot(path=f"{self.album}/{name}-{width}.png", full_page=True)
        self.page.set_viewport_size({"width": 1280, "height": WIDTHS[1280]})
        return self
