"""What the stories need: a folder of their own, the program, and the folder of real data where there is one."""
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "data")
DAY = "2026-06-30"


class Skipped(Exception):
    """A story that cannot be told here; the reason is printed."""


def shared(*parts):
    path = os.path.join(SHARED, *parts)
    if not os.path.exists(path):
        raise Skipped("the folder of real data is not beside this checkout")
    return path


class Desk:
    """A data folder of its own and the program that works on it."""

    def __init__(self, program):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="chengxin-story-")
        self.server = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.terminate()
            self.server.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return self.path(name)

    def run(self, *arguments, exit=0, input=None):
        done = subprocess.run(
            [self.program, *arguments], cwd=self.folder, capture_output=True, timeout=600,
            input=input.encode() if isinstance(input, str) else input)
        assert exit is None or done.returncode == exit, (
            f"{arguments}: exit {done.returncode} instead of {exit}\n{done.stdout.decode()}\n{done.stderr.decode()}")
        return done.stdout.decode()

    def take(self, kind, file, department, *more, exit=0):
        answer = self.run(
            "import", kind, file, "--department", department, "--clock", DAY, "--json", *more, exit=exit)
        answer = json.loads(answer.splitlines()[-1]) if answer.strip() else None
        if answer:
            total = answer["accepted"] + answer["changed"] + answer["known"] + answer["refused"]
            assert answer["rows"] == total, answer
            assert answer["persons"] <= answer["refused"], answer
        return answer

    def verify(self, exit=0):
        return json.loads(self.run("verify", "--json", "--clock", DAY, exit=exit))

    def sample(self, companies, records, *more):
        self.run("sample", "--companies", str(companies), "--records", str(records), "--seed", "3", "--until", DAY,
                 "--out", "files", *more)
        return json.load(open(self.path("files/manifest.json")))

    def serve(self, *more):
        """Serves the store and returns its address; what the server says is kept for `told`."""
        self.output = open(self.path("server.log"), "wb")
        self.server = subprocess.Popen(
            [self.program, "serve", "--port", "0", "--clock", DAY, *(more or ("--rate", "0"))], cwd=self.folder,
            stdout=self.output, stderr=subprocess.STDOUT)
        assert until(lambda: "http://" in self.told() or self.server.poll() is not None, 60), "nothing serves"
        line = next((line for line in self.told().splitlines() if line.startswith("http://")), None)
        assert line, self.told()
        return line.rstrip("/")

    def told(self):
        """What the server has said so far."""
        with open(self.path("server.log"), "rb") as file:
            return file.read().decode("utf-8", "replace")


def get(address, **headers):
    """Status, headers and body of an address."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, dict(refusal.headers), refusal.read()


def until(condition, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False
