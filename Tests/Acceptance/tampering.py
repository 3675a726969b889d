"""Bytes of the database flipped at random: verify names every flip that alters derived or digested content."""
import json
import os
import random
import shutil
import sqlite3

from story import DAY

FLIPS = int(os.environ.get("CHENGXIN_FLIPS", "30"))
CHECKED = [
    "entry", "tile", "log_opening", "rules_adoption", "batch", "batch_fault", "record", "subject", "subject_name", "refusal",
]


def content(path):
    """What the derived and digested tables hold, or None where SQLite itself cannot read it."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
            return {table: sorted(map(repr, database.execute(f"SELECT * FROM {table}"))) for table in CHECKED}
    except sqlite3.DatabaseError:
        return None


def test_a_flipped_byte_is_reported(desk):
    manifest = desk.sample(150, 600)
    for file in manifest["files"]:
        desk.take(file["kind"], "files/" + file["file"], file["department"])
    assert desk.verify()["clean"]
    original = desk.path("data/chengxin.db")
    with sqlite3.connect(original) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = content(original)
    bytes_ = open(original, "rb").read()
    chance = random.Random(23)
    altering = reported = named = 0
    for number in range(FLIPS):
        shutil.copytree(desk.path("data"), desk.path("flipped"), dirs_exist_ok=True)
        place = chance.randrange(len(bytes_))
        changed = bytearray(bytes_)
        changed[place] ^= 1 << chance.randrange(8)
        open(desk.path("flipped/chengxin.db"), "wb").write(changed)
        for suffix in ["-wal", "-shm"]:
            if os.path.exists(desk.path("flipped/chengxin.db" + suffix)):
                os.remove(desk.path("flipped/chengxin.db" + suffix))
        after = content(desk.path("flipped/chengxin.db"))
        alters = after != before
        out = desk.run("verify", "--json", "--clock", DAY, "--data", "flipped", exit=None)
        clean = False
        if out.strip().startswith("{"):
            report = json.loads(out)
            clean = report["clean"]
            if not clean and after is not None and alters:
                named += all(finding["table"] and finding["key"] for finding in report["altered"])
        if alters:
            altering += 1
            reported += not clean
            assert not clean, f"the flip at byte {place} altered content and was not reported"
        shutil.rmtree(desk.path("flipped"))
    assert altering > 0
    print(f"     {FLIPS} flips: {altering} altered content, {reported} reported, {named} named with table and key")


def test_a_changed_row_is_named(desk):
    manifest = desk.sample(100, 300)
    for file in manifest["files"]:
        desk.take(file["kind"], "files/" + file["file"], file["department"])
    database = sqlite3.connect(desk.path("data/chengxin.db"))
    record, = database.execute("SELECT id FROM record ORDER BY id LIMIT 1").fetchone()
    database.execute("UPDATE record SET published_until = '2099-01-01', reason = NULL WHERE id = ?", (record,))
    database.commit()
    database.close()
    report = desk.verify(exit=3)
    assert any(finding["table"] == "record" and record in finding["key"] for finding in report["altered"]), report


def test_an_old_backup_refuses_to_go_on(desk):
    desk.write("a.csv", "名称,统一社会信用代码\n甲（演示）,91640500MA7T033465\n")
    desk.write("b.csv", "名称,统一社会信用代码\n甲乙（演示）,91640500MA7T033465\n")
    desk.take("registry-entry", "a.csv", "market-regulation")
    desk.run("backup", "old.db", "--clock", DAY)
    desk.take("registry-entry", "b.csv", "market-regulation")
    for name in os.listdir(desk.path("data")):
        if name.startswith("chengxin.db"):
            os.remove(desk.path("data/" + name))
    desk.run("restore", "old.db", "--clock", DAY, exit=None)
    desk.take("registry-entry", "b.csv", "market-regulation", exit=1)


def test_a_lost_key_keeps_the_store_readable_and_refuses_to_append(desk):
    desk.write("a.csv", "名称,统一社会信用代码\n甲（演示）,91640500MA7T033465\n")
    desk.take("registry-entry", "a.csv", "market-regulation")
    keys = [name for name in os.listdir(desk.path("data")) if "key" in name and not name.endswith(".pub")]
    assert keys, os.listdir(desk.path("data"))
    assert os.stat(desk.path("data/" + keys[0])).st_mode & 0o077 == 0, "the private key must be 0600"
    os.remove(desk.path("data/" + keys[0]))
    desk.run("show", "91640500MA7T033465", "--clock", DAY)
    desk.write("b.csv", "名称,统一社会信用代码\n甲乙（演示）,91640500MA7T033465\n")
    desk.take("registry-entry", "b.csv", "market-regulation", exit=1)
