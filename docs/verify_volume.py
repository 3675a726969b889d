#!/usr/bin/env python3
"""Checks the volume of a case without the software that wrote it; standard library and verify_log.py beside it only.

    verify_volume.py VOLUME.zip [--key KEY] [--list]

Every byte of the file is accounted for: the archive is written again from its members and compared, the signature
covers the index, the index covers every member, and every event is shown to stand in the public log of the checkpoint.
Exit: 0 all right, 1 could not be read, 3 something is wrong (said on standard error).
"""

import argparse
import json
import pathlib
import struct
import sys
import zlib

from verify_log import Key, Wrong, check_envelope, decode, included, leaf_hash, sha256

FORMAT = "chengxin.volume/v1"


def read_members(data):
    """The members of a stored archive in their order, read front to back."""
    members, at = [], 0
    while data[at : at + 4] == b"PK\x03\x04":
        head = struct.unpack("<IHHHHHIIIHH", data[at : at + 30])
        size, length = head[8], head[9]
        name = data[at + 30 : at + 30 + length]
        content = data[at + 30 + length : at + 30 + length + size]
        if len(name) != length or len(content) != size:
            raise Wrong("archive: ends inside a member")
        members.append((name, content))
        at += 30 + length + size
    if not members:
        raise Wrong("archive: no member is where the first one must be")
    return members


def write_members(members):
    """The archive of these members as the volume's form has it: stored, on a fixed day."""
    out, directory = b"", b""
    for name, content in members:
        common = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x0021, zlib.crc32(content), len(content), len(content),
                             len(name), 0)
        directory += struct.pack("<IH", 0x02014B50, 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += struct.pack("<I", 0x04034B50) + common + name + content
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(members), len(members), len(directory), len(out), 0)
    return out + directory + end


def check_archive(data):
    members = read_members(data)
    again = write_members(members)
    if again != data:
        byte = next((i for i, (a, b) in enumerate(zip(again, data)) if a != b), min(len(again), len(data)))
        raise Wrong(f"archive: byte {byte} is not what the members make it")
    names = [name.decode("utf-8") for name, _ in members]
    if len(set(names)) != len(names):
        raise Wrong("archive: a member stands there twice")
    if names[:2] != ["index.json", "signature.note"]:
        raise Wrong("archive: index.json and signature.note do not come first")
    return dict(zip(names, (content for _, content in members)))


def check_signature(key, note, index_bytes, index):
    text, separator, lines = note.rpartition("\n\n")
    text += "\n"
    if not separator or not lines.endswith("\n"):
        raise Wrong("signature.note: no signature lines")
    wanted = "\n".join([FORMAT, index["case"], str(index["treeSize"])]) + "\n"
    rows = text.split("\n")
    if not text.startswith(wanted) or len(rows) != 5:
        raise Wrong("signature.note: it is not about this case")
    if decode(rows[3], "signature.note", 32) != sha256(index_bytes):
        raise Wrong("index.json: it is not the index that was signed")
    words = lines[:-1].split(" ")
    if len(words) != 3 or words[0] != "\u2014" or words[1] != key.name:
        raise Wrong("signature.note: malformed signature line")
    raw = decode(words[2], "signature.note")
    from verify_log import ed25519_valid

    if raw[:4] != key.id or not ed25519_valid(key.public, text.encode(), raw[4:]):
        raise Wrong(f"signature.note: the signature by {key.name} is not valid")


def check_members(index, members):
    told = {member["name"]: member for member in index["members"]}
    for name in told:
        if name not in members:
            raise Wrong(f"{name}: it is missing")
    for name, content in members.items():
        if name in ("index.json", "signature.note"):
            continue
        if name not in told:
            raise Wrong(f"{name}: the index does not know it")
        if len(content) != told[name]["size"] or sha256(content).hex() != told[name]["sha256"]:
            raise Wrong(f"{name}: it is not what the index says")
        if name.startswith("files/") and sha256(content).hex() != name[6:]:
            raise Wrong(f"{name}: its content is another")


def check_event(key, told, content):
    name, evidence = told["member"], json.loads(content)
    size, root = key.checkpoint(evidence["checkpoint"], f"{name}: checkpoint")
    entry = decode(evidence["entry"], name)
    commitment = check_envelope(entry, f"{name}: entry")
    envelope, position = json.loads(entry), evidence["position"]
    if (position, envelope["class"], envelope["instant"]) != (told["position"], told["class"], told["instant"]):
        raise Wrong(f"{name}: the index tells another place, class or instant")
    if sha256(decode(evidence["salt"], name, 16), evidence["body"].encode()) != commitment:
        raise Wrong(f"{name}: body or salt is not what entry {position} committed to")
    proof = [decode(text, name, 32) for text in evidence["inclusion"]]
    if not included(leaf_hash(entry), position, size, proof, root):
        raise Wrong(f"{name}: entry {position} is not shown to stand in the log of size {size}")
    return position, json.loads(evidence["body"])


def check_letters(index, events, members):
    """What the index says of a letter is what its events say; nothing is served without number and text."""
    for letter in index["letters"]:
        steps = [events.get(int(position)) for position in letter["positions"]]
        if None in steps or any(step["letter"] != letter["id"] for step in steps):
            raise Wrong(f"letter {letter['id']}: an event of it is missing")
        names = [step["event"] for step in steps]
        if names[0] != "letter.numbered" or steps[0]["number"] != letter["number"]:
            raise Wrong(f"letter {letter['id']}: its number is another")
        if "letter.served" in names:
            # To each of those it goes to, one after another; the index tells the last.
            service = [step for step in steps if step["event"] == "letter.served"][-1]["service"]
            if "letter.drawn" not in names[:names.index("letter.served")]:
                raise Wrong(f"letter {letter['id']}: served before it was drawn up")
            if (service["served"], service["way"]) != (letter.get("served"), letter.get("way")):
                raise Wrong(f"letter {letter['id']}: its service is another")
        sealed = [step for step in steps if step["event"] == "letter.sealed"]
        if (sealed[-1]["digest"] if sealed else None) != letter.get("scan"):
            raise Wrong(f"letter {letter['id']}: its scan is another")
        if sealed and "files/" + sealed[-1]["digest"] not in members and sealed[-1]["digest"] not in index.get("missing", []):
            raise Wrong(f"letter {letter['id']}: its scan is not in the volume")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("volume")
    parser.add_argument("--key", help="verifier key you trust (otherwise the volume's own, which proves less)")
    parser.add_argument("--list", action="store_true", help="print the contents")
    options = parser.parse_args()
    try:
        members = check_archive(pathlib.Path(options.volume).read_bytes())
        index_bytes = members["index.json"]
        index = json.loads(index_bytes)
        if index.get("format") != FORMAT:
            raise Wrong("index.json: an unknown form")
        key = Key(options.key or index["verifier"])
        check_signature(key, members["signature.note"].decode(), index_bytes, index)
        check_members(index, members)
        size, _ = key.checkpoint(index["checkpoint"], "index.json: checkpoint")
        if size != index["treeSize"] or key.name != index["origin"]:
            raise Wrong("index.json: size or name of the log is another")
        events = {}
        for told in index["events"]:
            position, body = check_event(key, told, members[told["member"]])
            events[position] = body
        check_letters(index, events, members)
        print(f"{index['case']}: signed by {key.name}, every byte accounted for")
        print(f"{len(events)} events, each in the log of {size} entries; {len(index['letters'])} letters; "
              f"{sum(name.startswith('files/') for name in members)} files, {len(index.get('missing', []))} missing")
        if options.list:
            print(members["contents.txt"].decode())
    except Wrong as wrong:
        print(f"WRONG: {wrong}", file=sys.stderr)
        return 3
    except UnicodeDecodeError as error:
        print(f"WRONG: a member is no text: {error}", file=sys.stderr)
        return 3
    except (KeyError, TypeError, ValueError, struct.error) as error:
        print(f"WRONG: not written as a volume is: {error!r}", file=sys.stderr)
        return 3
    except OSError as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
