"""Damaged files may be refused and may never crash a reader; twenty seconds for each."""
import os

SECONDS = os.environ.get("CHENGXIN_FUZZ_SECONDS", "20")


def fuzz(desk, target):
    out = desk.run("bench", "fuzz", target, "--seconds", SECONDS)
    assert "crashes 0" in out and " inputs in " in out, out
    print("     " + out.strip())


def test_csv(desk):
    fuzz(desk, "csv")


def test_json(desk):
    fuzz(desk, "json")


def test_xlsx(desk):
    fuzz(desk, "xlsx")


def test_spreadsheetml(desk):
    fuzz(desk, "spreadsheetml")


def test_packs(desk):
    fuzz(desk, "packs")
