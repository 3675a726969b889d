"""Lawful erasure: the content is gone from every file and every answer, a provable stub stays (R12)."""
import csv
import hashlib
import io
import json
import os
import random
import re
import shutil
import signal
import subprocess
import time

import letters
from lettering import done, png, prefilled, send
from people import account
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


def erase(desk, record, *more, exit=0, first="bai.yun", second="chen.mo", data="data"):
    return desk.run(
        "erase", record, "--by", first, "--second", second, "--ground", "order", "--organ", "中卫市中级人民法院",
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


OTHER = "91640500MA0QF0T15F"
NAME = "中卫市云麓砂石有限公司（演示）"
SAID = {"title": "关于贵单位异议的答复甲乙丙", "addressee": "收件人庚辛壬", "text": "正文所写的名字丁戊己\n第二段",
        "receiver": "签收人子丑寅", "archive": "2026-异议-卯辰", "reason": "异议理由巳午未"}

REFUSED = "不是扫描件但写有名字"


def scan(word):
    """A picture in which a word lies."""
    return png() + word.encode() + b"IEND"


def lying(desk, words, *places):
    """Of these words those that lie in files of the folder, with the files."""
    found = {}
    for place in places:
        paths = [desk.path(place)] if os.path.isfile(desk.path(place)) else [
            os.path.join(folder, name) for folder, _, names in os.walk(desk.path(place)) for name in names]
        for path in paths:
            with open(path, "rb") as file:
                content = file.read()
            for word in words:
                if word.encode() in content or word in os.path.basename(path):
                    found.setdefault(word, []).append(os.path.basename(path))
    return found


def heard(people, record):
    """An objection to a record of the market regulation, decided, answered by letter, served and closed; its address and
    that of the letter."""
    window, second, source = people["wang.chuang"], people["li.fu"], people["zhao.he"]
    case = done(send(window, "/office/new/obj-objection", {
        "record": record, "ground": "wrong-content", "reason": SAID["reason"], "applicant": "agent",
        "papers": "营业执照、授权委托书", "claims": "罚款金额（万元）：0.1"}, evidence=("e.png", scan("证据"))), "file")
    done(window.post(case + "/accept", window.hidden(case), token=False), "accept")
    done(window.post(case + "/route", {"question": "罚款金额是否有误"}), "route")
    done(window.post(case + "/letter.new.objection-routed", prefilled(window, case + "/letter.new.objection-routed")),
         "inquiry")
    done(send(source, case + "/answer", {"finding": "right", "words": "核对了决定书，金额无误"}), "answer")
    done(window.post(case + "/propose", {
        "outcome": "rejected", "correction": "none", "reasons": "经核查，一致", "remedy": "可以依法申请行政复议、提起行政诉讼"}),
         "propose")
    done(second.post(case + "/decide", {}), "decide")
    form = case + "/letter.new.objection-answered"
    done(window.post(form, {**prefilled(window, form), **{key: SAID[key] for key in ["title", "addressee", "text"]}}),
         "draw")
    letter = re.findall(r'href="(/office/letters/[^"/?]+)"[^>]*><span lang="zh-CN">卫信用办〔2026〕', window.get(case)[2])[-1]
    id = letter.split("/")[-1]
    refused = send(window, f"{case}/letter.seal.{id}", {"archive": SAID["archive"]}, scan=("s.png", REFUSED.encode()))
    assert refused[0] == 422 and "LET-106" in refused[2]
    done(send(window, f"{case}/letter.seal.{id}", {"archive": SAID["archive"]}, scan=("s.png", scan("用印扫描件"))), "seal")
    done(send(window, f"{case}/letter.serve.{id}.direct", {"begun": DAY, "receiver": SAID["receiver"]},
              proof=("p.png", scan("送达回证"))), "serve")
    notice = case + "/letter.new.general"
    done(window.post(notice, prefilled(window, notice)), "notice")
    done(window.post(case + "/close", {"reason": "已送达"}), "close")
    return case, letter


def test_letters_of_an_erased_case_are_in_no_file_and_their_numbers_stay(desk):
    base, people, record = letters.city(desk)
    cells = {**dict(letters.CELLS), "行政相对人名称": "中卫市别家商贸有限公司（演示）",
             "行政相对人代码_1(统一社会信用代码)": OTHER, "行政处罚决定书文号": "卫演罚〔2026〕2号"}
    desk.write("o.csv", ",".join(cells) + "\n" + ",".join(cells.values()) + "\n")
    assert desk.take("administrative-penalty", "o.csv", "market-regulation")["accepted"] == 1
    other = json.loads(desk.run("show", OTHER, "--json", "--clock", DAY))["records"][0]["id"]
    account(desk, "add", "chen.mo", "--by", "an.li", "--person", "陈墨", "--organisation", "market-regulation",
            "--role", "decide")
    window = people["wang.chuang"]
    case, letter = heard(people, record)
    words = [*SAID.values(), NAME, "用印扫描件", "送达回证"]
    words[words.index(SAID["text"])] = SAID["text"].split("\n")[0]
    refused = hashlib.sha256(REFUSED.encode()).hexdigest()
    before = lying(desk, words, "data")
    assert set(before) == set(words) and sorted(os.listdir(desk.path("data/evidence"))) != [], before
    files = set(os.listdir(desk.path("data/evidence")))
    register = window.get("/office/register")[2]
    assert "第 1 至 2 号，连续无空号" in register and SAID["title"] in register and "依法删除" not in register
    numbers = re.findall(r"卫信用办(?:函)?〔2026〕\d+号", register)
    erase(desk, record, first="zhao.he")
    left = lying(desk, words, "data")
    assert left == {}, left
    # Every file of the case is gone; one that came with a refused form goes once no form can be on its way.
    assert len(files) == 4 and os.listdir(desk.path("data/evidence")) == [refused]
    os.utime(desk.path("data/evidence/" + refused), (time.time() - 660,) * 2)
    desk.run("erase", "--finish", "--clock", DAY)
    assert os.listdir(desk.path("data/evidence")) == [] and lying(desk, [REFUSED], "data") == {}
    for path in [case, case + "/volume", letter, letter + "/letter.docx", letter + "/scan"]:
        assert window.ask("GET", path)[0] == 404, path
    desk.run("volume", case.split("/")[-1], "--data", "data", "--out", "gone.zip", "--clock", DAY, exit=1)
    register = window.get("/office/register")[2]
    assert "第 1 至 2 号，连续无空号，依法删除 2 件" in register and "第 1 至 1 号，连续无空号，依法删除 1 件" in register
    assert re.findall(r"卫信用办(?:函)?〔2026〕\d+号", register) == numbers
    assert f'依法删除</span> <time datetime="{DAY}">' in register and "/office/letters/" not in register, register
    assert not [word for word in words if word in register]
    assert "erased by law" in window.get("/office/register?lang=en")[2]
    assert desk.verify()["clean"]
    # The next letter of the register follows the erased ones.
    again, later = heard(people, other)
    files = set(os.listdir(desk.path("data/evidence")))
    os.utime(desk.path("data/evidence/" + refused), (time.time() - 660,) * 2)
    desk.run("erase", "--finish", "--clock", DAY)
    assert set(os.listdir(desk.path("data/evidence"))) == files - {refused} and len(files) == 4, "what a case names stays"
    register = window.get("/office/register")[2]
    assert "第 1 至 4 号，连续无空号，依法删除 2 件" in register, register
    assert "卫信用办〔2026〕3号" in window.get(later)[2] and window.ask("GET", later + "/scan")[0] == 200
    report = desk.verify()
    assert report["clean"] and report["erased"], report
    desk.run("backup", "later.db", "--clock", DAY)
    assert lying(desk, [NAME], "data", "later.db") == {}
    assert SAID["title"] in lying(desk, [SAID["title"]], "later.db")
    # And so it goes on when this one is erased as well.
    erase(desk, other, first="zhao.he")
    desk.run("backup", "last.db", "--clock", DAY)
    assert lying(desk, words + ["中卫市别家商贸有限公司"], "data", "last.db") == {}
    assert "第 1 至 4 号，连续无空号，依法删除 4 件" in window.get("/office/register")[2]
    assert desk.verify()["clean"]
