"""Lawful erasure: the content is gone from every file and every answer, a provable stub stays (R12)."""
import csv
import io
import json
import os
import random
import shutil
import signal
import subprocess
import time

from repairs import ROW
from story import DAY, get

COMPANY = "91640500MA7T033465"
WORD = "应当删除的违法事实甲乙丙丁"
KILLS = int(os.environ.get("CHENGXIN_KILLS", "5"))


def officers(desk):
    """Two officers of the market regulation."""
    clock = ["--clock", DAY]
    desk.run("account", "first", "--name", "an.li", "--person", "安丽", "--organisation", "market-regulation", *clock)
    for name, person, duty in [("bai.yun", "白云", "handle"), ("chen.mo", "陈墨", "decide")]:
        desk.run("account", "add", name, "--person", person, "--organisation", "market-regulation", "--role",
                 duty, "--by", "an.li", *clock)


def taken(desk):
    desk.write("r.csv", f"名称,统一社会信用代码\n中卫市云麓砂石有限公司（演示）,{COMPANY}\n")
    desk.take("registry-entry", "r.csv", "market-regulation")
    # The last row is refused, so that the file goes back marked, with every row in it.
    rows = [{**ROW, "处罚决定日期": "2026-06-22", "处罚有效期": "2099-12-31",
             "行政处罚决定书文号": number and f"卫演罚〔2026〕{number}号", "违法事实": fact}
            for number, fact in [("1", WORD), ("2", "别的事实"), ("", "第三")]]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    desk.write("p.csv", text.getvalue())
    answer = desk.take("administrative-penalty", "p.csv", "market-regulation")
    assert (answer["accepted"], answer["refused"]) == (2, 1), answer
    lines = desk.run("export", "administrative-penalty", "--format", "jsonl", "--clock", DAY).splitlines()
    return next(json.loads(line)["id"] for line in lines if WORD in line)


def erase(desk, record, *more, exit=0, second="chen.mo", data="data"):
    return desk.run(
        "erase", record, "--by", "bai.yun", "--second", second, "--ground", "order", "--organ", "中卫市中级人民法院",
        "--paper", "（2026）宁05行终1号", "--dated", DAY, "--basis", "判决主文第二项", "--reason", "依生效判决", "--clock", DAY,
        "--data", data, *more, exit=exit)


def holding(desk, data="data"):
    """The files of a data folder in which the word lies, in any of the forms of text that we write."""
    found = []
    for folder, _, names in os.walk(desk.path(data)):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            if WORD.encode() in content or name.endswith(".marked.xlsx"):
                found.append(name)
    return found


def test_what_is_erased_is_in_no_file_and_no_answer_and_its_stub_is_proved(desk):
    officers(desk)
    record = taken(desk)
    assert len(holding(desk)) > 1, holding(desk)
    base = desk.serve()
    status, _, body = get(f"{base}/api/v1/records/{record}")
    assert status == 200 and WORD in body.decode()
    position = json.loads(body)["record"].get("position")
    erase(desk, record, second="bai.yun", exit=1)
    erase(desk, record)
    assert holding(desk) == []
    # The server that was running all the while tells the stub, and nothing else, at every address.
    for path in ["", "/evidence"]:
        status, _, body = get(f"{base}/api/v1/records/{record}{path}")
        assert status == 410 and WORD not in body.decode(), (path, status, body)
        assert "删除" in body.decode() or "rased" in body.decode(), body
        assert COMPANY not in body.decode() and "云麓" not in body.decode(), body
    for path in [f"/records/{record}", f"/companies/{COMPANY}", "/penalties", f"/search?q={COMPANY}",
                 f"/api/v1/companies/{COMPANY}", "/api/v1/penalties"]:
        assert WORD not in get(base + path, Accept="text/html")[2].decode(), path
    report = desk.verify()
    assert report["clean"] and len(report["erased"]) == 1, report
    position = report["erased"][0]
    status, _, body = get(f"{base}/api/v1/log/proof?of={position}")
    proof = json.loads(body)["proof"]
    assert status == 200 and proof["proven"] is True and proof["class"] == "record", body
    stub = json.loads(desk.run("erase", "--list", "--json", "--clock", DAY))
    assert stub["kind"] == "administrative-penalty" and stub["erased"] == [position], stub
    assert stub["paper"] == "（2026）宁05行终1号" and stub["ground"] == "order" and stub["day"] == DAY
    assert WORD not in desk.run("export", "administrative-penalty", "--format", "jsonl", "--clock", DAY)
    erase(desk, record, exit=1)
    told = desk.run("access", "--clock", DAY, exit=None)
    assert WORD not in told


def test_a_backup_made_afterwards_holds_nothing_of_it(desk):
    officers(desk)
    record = taken(desk)
    erase(desk, record)
    desk.run("backup", "later.db", "--clock", DAY)
    with open(desk.path("later.db"), "rb") as file:
        content = file.read()
    assert WORD.encode() not in content and "别的事实".encode() in content


def test_kill_while_erasing_leaves_it_whole_or_gone_and_can_be_finished(desk):
    officers(desk)
    record = taken(desk)
    chance = random.Random(5)
    whole = gone = 0
    started = time.time()
    shutil.copytree(desk.path("data"), desk.path("once"))
    erase(desk, record, data="once")
    took = time.time() - started
    for number in range(KILLS):
        data = f"killed-{number}"
        shutil.copytree(desk.path("data"), desk.path(data))
        process = subprocess.Popen(
            [desk.program, "erase", record, "--by", "bai.yun", "--second", "chen.mo", "--ground", "order", "--organ",
             "法院", "--paper", "1号", "--dated", DAY, "--basis", "主文", "--reason", "判决", "--clock", DAY, "--data",
             data], cwd=desk.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep((number + chance.random()) / KILLS * 0.9 * took)
        process.send_signal(signal.SIGKILL)
        process.wait()
        report = json.loads(desk.run("verify", "--json", "--clock", DAY, "--data", data))
        assert report["clean"], report
        lines = desk.run("export", "administrative-penalty", "--format", "jsonl", "--clock", DAY, "--data", data)
        if WORD in lines:
            whole += 1
            assert report["erased"] == []
            erase(desk, record, data=data)
        else:
            gone += 1
            assert len(report["erased"]) == 1
            desk.run("erase", "--finish", "--clock", DAY, "--data", data)
        assert holding(desk, data) == [], number
        report = json.loads(desk.run("verify", "--json", "--clock", DAY, "--data", data))
        assert report["clean"] and len(report["erased"]) == 1
    print(f"     {KILLS} kills: {whole} left it whole, {gone} gone; all were finished afterwards")
