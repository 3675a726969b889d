"""Accounts by command: the first administrator, set-up from standard input, duties, authorisations, the access record."""
import base64
import csv
import hashlib
import hmac
import io
import json
import os
import sqlite3
import stat
import struct
import subprocess
import time
import urllib.parse

from story import DAY

PASSWORD = "黄河 九曲十八弯 2026"
WHERE = ["--data", "data", "--clock", DAY]


def where(desk):
    """The store that a desk works on; another than a story's names its own."""
    return getattr(desk, "where", WHERE)


def code_of(address, at=None):
    """The one-time code that a telephone shows for an otpauth address."""
    secret = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["secret"][0]
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at or time.time()) // 30), hashlib.sha1).digest()
    place = digest[19] & 15
    return "%06d" % ((struct.unpack(">I", digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000)


def account(desk, verb, *arguments, exit=0, input=None):
    return desk.run("account", verb, *arguments, *where(desk), exit=exit, input=input)


def refused(desk, *arguments):
    """What a command that is refused says."""
    done = subprocess.run([desk.program, *arguments, *WHERE], cwd=desk.folder, capture_output=True, timeout=60)
    assert done.returncode == 1, (arguments, done.returncode, done.stdout.decode(), done.stderr.decode())
    return done.stderr.decode()


def first(desk):
    return account(desk, "first", "--name", "an.li", "--person", "安丽", "--organisation", "development-reform").strip()


def set_up(desk, name, secret):
    """Types what an officer types; the address of the codes, and the recovery codes."""
    with subprocess.Popen(
            [desk.program, "account", "set-up", "--name", name, *where(desk)], cwd=desk.folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdin.write(f"{secret}\n{PASSWORD}\n".encode())
        process.stdin.flush()
        address = process.stdout.readline().decode().strip()
        assert address.startswith("otpauth://totp/"), (address, process.stderr.read().decode())
        process.stdin.write(f"{code_of(address)}\n".encode())
        process.stdin.close()
        codes = process.stdout.read().decode().split()
        assert process.wait(60) == 0, process.stderr.read().decode()
        return address, codes


class Officer:
    """Somebody who signs in: name, password, and a telephone; other stories use it to open the office."""

    def __init__(self, desk, name, secret):
        self.name, self.password = name, PASSWORD
        self.address, self.recovery = set_up(desk, name, secret)

    def code(self):
        """A code that was not used: of the telephone's next half minute, since setting up used this one's; each call
        after the first within a minute takes a recovery code instead."""
        if not hasattr(self, "shown"):
            self.shown = True
            return code_of(self.address, time.time() + 30)
        return self.recovery.pop()


def officers(desk, *wanted):
    """The first administrator `an.li` and these: (name, person, organisation, duties)."""
    found = {"an.li": Officer(desk, "an.li", first(desk))}
    desk.run("organisation", "adopt", "--by", "an.li", *where(desk))
    for name, person, organisation, duties in wanted:
        secret = account(desk, "add", name, "--by", "an.li", "--person", person, "--organisation",
                         organisation, *[part for duty in duties for part in ("--role", duty)]).strip()
        found[name] = Officer(desk, name, secret)
    return found


def test_the_first_administrator_sets_up_and_opens_accounts(desk):
    secret = first(desk)
    assert "ACC-122" in refused(desk, "account", "first", "--name", "an.er", "--person", "安二", "--organisation", "tax")
    assert "ACC-141" in refused_input(desk, "set-up", "an.li", "0000-0000-0000-0000\n" + PASSWORD + "\n")
    assert "ACC-142" in refused_input(desk, "set-up", "an.li", f"{secret}\nshort\n")
    address, codes = set_up(desk, "an.li", secret)
    assert len(set(codes)) == 10
    assert "ACC-141" in refused_input(desk, "set-up", "an.li", f"{secret}\n{PASSWORD}\n"), "a set-up secret is good once"
    mode = os.stat(desk.path("data/people.key")).st_mode
    assert stat.S_IMODE(mode) == 0o600
    desk.run("organisation", "adopt", "--by", "an.li", *WHERE)
    second = account(
        desk, "add", "bai.yun", "--by", "an.li", "--person", "白云", "--organisation", "market-regulation",
        "--role", "handle", "--role", "submit").strip()
    set_up(desk, "bai.yun", second)
    held = {item["name"]: item for item in json.loads(account(desk, "list", "--json"))}
    assert held["an.li"]["duties"] == ["administer"] and held["bai.yun"]["duties"] == ["submit", "handle"]
    for secret_text in [secret, second, PASSWORD, *codes]:
        with open(desk.path("data/chengxin.db"), "rb") as file:
            assert secret_text.encode() not in file.read()
    assert desk.verify()["clean"]


def test_an_account_is_added_by_name_organisation_and_roles_with_an_organisation_of_the_pack(desk):
    assert "account first" in refused(desk, "account", "add", "bai.yun", "--organisation", "water", "--role", "handle")
    assert account(desk, "add", "an.li", "--organisation", "development-reform", "--role", "administer").strip()
    secret = account(desk, "add", "bai.yun", "--organisation", "water", "--role", "handle", "--role", "decide")
    assert len(secret.split()) == 1, "the one-time secret alone is what is printed"
    assert "ACC-" in refused(desk, "account", "add", "shui.er", "--organisation", "nowhere", "--role", "handle")
    set_up(desk, "bai.yun", secret.strip())
    assert account(desk, "token", "bai.yun").strip()
    held = {item["name"]: item for item in json.loads(account(desk, "list", "--json"))}
    assert held["bai.yun"]["duties"] == ["handle", "decide"] and held["bai.yun"]["organisation"] == "water"
    account(desk, "add", "an.er", "--organisation", "development-reform", "--role", "administer")
    desk.run("account", "add", "shui.er", "--organisation", "water", "--role", "handle", *WHERE, exit=2)
    account(desk, "add", "shui.er", "--organisation", "water", "--role", "handle", "--by", "an.er")
    assert desk.verify()["clean"]


def test_nobody_grants_themselves_and_every_refusal_is_in_the_access_record(desk):
    set_up(desk, "an.li", first(desk))
    assert "ACC-113" in refused(desk, "account", "grant", "--by", "an.li", "--name", "an.li", "--duty", "audit")
    assert "ACC-114" in refused(desk, "account", "close", "--by", "an.li", "--name", "an.li", "--reason", "调离")
    assert "ACC-145" in refused(desk, "access", "--by", "an.li")
    account(desk, "add", "an.shen", "--by", "an.li", "--person", "安审", "--organisation", "development-reform",
            "--role", "audit")
    assert "ACC-112" in refused(
        desk, "account", "grant", "--by", "an.shen", "--name", "an.li", "--duty", "decide")
    lines = json.loads(desk.run("access", "--by", "an.shen", "--json", *WHERE))
    told = [(line["what"], line["outcome"]) for line in lines]
    for expected in [("account-grant", "ACC-113"), ("account-close", "ACC-114"), ("access-record", "ACC-145"),
                     ("account-grant", "ACC-112"), ("account-add", "done"), ("set-up", "done")]:
        assert expected in told, (expected, told)
    assert told[0] == ("access-record", "done"), "a look at the access record is a line of it"
    rows = list(csv.reader(io.StringIO(desk.run("access", "--by", "an.shen", "--csv", "--outcome", "ACC-113", *WHERE))))
    assert len(rows) == 2 and rows[1][2] == "an.li"


def test_a_reorganisation_passes_people_with_its_day(desk):
    first(desk)
    desk.run("organisation", "adopt", "--by", "an.li", *WHERE)
    account(desk, "add", "bai.yun", "--by", "an.li", "--person", "白云", "--organisation", "commerce",
            "--role", "handle")
    account(desk, "add", "bai.xue", "--by", "an.li", "--person", "白雪", "--organisation", "commerce")
    account(desk, "authorise", "--by", "an.li", "--principal", "bai.yun", "--substitute", "bai.xue", "--duty", "handle",
            "--until", "2026-07-09", "--paper", "卫商授〔2026〕1号")
    desk.run("organisation", "merge", "commerce", "--into", "industry-information", "--from", "2026-07-05", "--paper",
             "卫编发〔2026〕9号", "--by", "an.li", *WHERE)
    on = lambda day: {item["name"]: item for item in json.loads(account(desk, "list", "--json", "--on", day))}
    assert on("2026-07-04")["bai.yun"]["organisation"] == "commerce"
    assert on("2026-07-05")["bai.yun"]["organisation"] == "industry-information"
    assert len(on("2026-07-09")["bai.xue"]["standsInFor"]) == 1 and not on("2026-07-10")["bai.xue"]["standsInFor"]
    assert desk.verify()["clean"]


def test_a_subject_is_given_the_list_of_looks_at_it_and_no_officers_names(desk):
    set_up(desk, "an.li", first(desk))
    account(desk, "add", "an.shen", "--by", "an.li", "--person", "安审", "--organisation", "development-reform",
            "--role", "audit")
    given = list(csv.reader(io.StringIO(desk.run("access", "--subject", "91640500MA7T033465", "--csv", *WHERE))))
    assert given == [["\ufeff日期", "查阅单位", "用途", "事由编号"]], given
    told = json.loads(desk.run("access", "--by", "an.shen", "--what", "access-given-out", "--json", *WHERE))
    assert [line["subject"] for line in told] == ["91640500MA7T033465"], "that it was given out is a line"
    assert "--by" in refused(desk, "access", "--subject", "91640500MA7T033465", "--name", "an.li")
    assert "--by" in refused(desk, "access")


def test_a_line_taken_out_of_the_access_record_is_named(desk):
    set_up(desk, "an.li", first(desk))
    assert desk.verify()["clean"]
    with sqlite3.connect(desk.path("data/chengxin.db")) as database:
        count = database.execute("SELECT COUNT(*) FROM access_record").fetchone()[0]
        database.execute("DELETE FROM access_record WHERE ordinal = ?", (count - 1,))
    report = json.loads(desk.run("verify", "--json", *WHERE, exit=3))
    assert [(item["table"], item["key"]) for item in report["altered"]] == [("access_record", str(count - 1))]


def refused_input(desk, verb, name, typed):
    done = subprocess.run(
        [desk.program, "account", verb, "--name", name, *WHERE], cwd=desk.folder, capture_output=True, timeout=60,
        input=typed.encode())
    assert done.returncode == 1, (verb, done.returncode, done.stdout.decode(), done.stderr.decode())
    return done.stderr.decode()
