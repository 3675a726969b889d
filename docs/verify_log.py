#!/usr/bin/env python3
"""Checks a public log without the software that wrote it. Written from docs/log.md alone; standard library only
(the package `cryptography` is used for the signature where it is installed).

    verify_log.py LOG [--key KEY] [--since CHECKPOINT_FILE] [--evidence EVIDENCE_JSON]... [--no-entries]

LOG is the address of a log (http://host/log) or a folder laid out alike (key, checkpoint, tile/...).
Exit: 0 all right, 1 could not be read, 3 something is wrong (said on standard error).
"""

import argparse
import base64
import hashlib
import json
import pathlib
import sys
import urllib.request


class Wrong(Exception):
    pass


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def leaf_hash(entry):
    return sha256(b"\x00", entry)


def node_hash(left, right):
    return sha256(b"\x01", left, right)


def root_hash(hashes):
    """The root over hashes, pairing neighbours row by row and lifting an odd last one."""
    if not hashes:
        return sha256()
    while len(hashes) > 1:
        row = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)]
        if len(hashes) % 2:
            row.append(hashes[-1])
        hashes = row
    return hashes[0]


def included(leaf, index, size, proof, root):
    """RFC 9162 2.1.3.2."""
    if not 0 <= index < size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


# Ed25519 after RFC 8032 5.1.7, for machines without the package `cryptography`: slow, and enough for one signature.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def _add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    e, f = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    g, h = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n, a):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = _add(result, a)
        a, n = _add(a, a), n >> 1
    return result


def _point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def ed25519_valid(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
            return True
        except (InvalidSignature, ValueError):
            return False
    except ImportError:
        return ed25519_valid_plain(key, message, signature)


def ed25519_valid_plain(key, message, signature):
    a, r = _point(key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    base = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    left, right = _times(s, base), _add(r, _times(h, a))
    return not (left[0] * right[2] - right[0] * left[2]) % P and not (left[1] * right[2] - right[1] * left[2]) % P


def decode(text, what, length=None):
    try:
        raw = base64.b64decode(text, validate=True)
    except Exception:
        raise Wrong(f"{what}: no base64: {text[:60]!r}")
    if base64.b64encode(raw).decode() != text or (length is not None and len(raw) != length):
        raise Wrong(f"{what}: {len(raw)} bytes or stray bits in {text[:60]!r}")
    return raw


class Key:
    def __init__(self, text):
        parts = text.strip().split("+", 2)
        if len(parts) != 3:
            raise Wrong("verifier key: not NAME+ID+KEY")
        self.name, raw = parts[0], decode(parts[2], "verifier key", 33)
        if raw[0] != 1:
            raise Wrong("verifier key: not Ed25519")
        self.public = raw[1:]
        self.id = sha256(self.name.encode(), b"\n\x01", self.public)[:4]
        if self.id.hex() != parts[1]:
            raise Wrong("verifier key: the key id is not that of name and key")

    def checkpoint(self, note, what):
        """Size and root of a note signed by this key."""
        text, separator, lines = note.rpartition("\n\n")
        text += "\n"
        if not separator or not lines.endswith("\n"):
            raise Wrong(f"{what}: no signature lines")
        found = False
        for line in lines[:-1].split("\n"):
            words = line.split(" ")
            if len(words) != 3 or words[0] != "\u2014":
                raise Wrong(f"{what}: malformed signature line {line!r}")
            raw = decode(words[2], what)
            if words[1] == self.name and raw[:4] == self.id:
                if not ed25519_valid(self.public, text.encode(), raw[4:]):
                    raise Wrong(f"{what}: the signature by {self.name} is not valid")
                found = True
        if not found:
            raise Wrong(f"{what}: not signed by {self.name}")
        rows = text.split("\n")
        if len(rows) < 4 or rows[0] != self.name or not rows[1].isdecimal() or str(int(rows[1])) != rows[1]:
            raise Wrong(f"{what}: malformed checkpoint")
        return int(rows[1]), decode(rows[2], what, 32)


class Log:
    def __init__(self, place):
        self.place = place.rstrip("/")
        self.is_remote = "://" in place

    def read(self, path):
        if self.is_remote:
            with urllib.request.urlopen(f"{self.place}/{path}") as answer:
                return answer.read()
        return (pathlib.Path(self.place) / path).read_bytes()

    def tile(self, kind, number, width):
        digits = str(number)
        digits = digits.zfill((len(digits) + 2) // 3 * 3)
        groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
        path = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
        partial = "" if width == 256 else f".p/{width}"
        return self.read(f"tile/{kind}/{path}{partial}")


def check_entries(log, size):
    """Every entry of the log, checked against its form; gives the leaf hashes."""
    leaves = []
    for number in range((size + 255) // 256):
        width = min(256, size - number * 256)
        data, at, count = log.tile("entries", number, width), 0, 0
        while at < len(data):
            length = int.from_bytes(data[at : at + 2], "big")
            entry = data[at + 2 : at + 2 + length]
            if len(entry) != length:
                raise Wrong(f"entry bundle {number}: ends inside an entry")
            check_envelope(entry, f"entry {number * 256 + count}")
            leaves.append(leaf_hash(entry))
            at, count = at + 2 + length, count + 1
        if count != width:
            raise Wrong(f"entry bundle {number}: {count} entries where {width} are needed")
    return leaves


def check_envelope(entry, what):
    try:
        value = json.loads(entry)
        plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except ValueError:
        raise Wrong(f"{what}: no JSON")
    if plain != entry or sorted(value) != ["algorithm", "class", "commitment", "instant", "version"]:
        raise Wrong(f"{what}: not written as an entry is")
    if value["algorithm"] != "sha-256" or value["version"] != 1:
        raise Wrong(f"{what}: algorithm or version unknown")
    return decode(value["commitment"], what, 32)


def check_tiles(log, size, leaves):
    """Every tile, level by level; gives the hashes of level 0, so that they can stand in for entries."""
    level, below, first = 0, leaves, None
    while size >> 8 * level:
        count, hashes = size >> 8 * level, []
        for number in range((count + 255) // 256):
            width = min(256, count - number * 256)
            data = log.tile(level, number, width)
            if len(data) != width * 32:
                raise Wrong(f"tile {level}/{number}: {len(data)} bytes where {width * 32} are needed")
            hashes += [data[i : i + 32] for i in range(0, len(data), 32)]
        if below is not None:
            for index, (stored, computed) in enumerate(zip(hashes, below)):
                if stored != computed:
                    raise Wrong(f"tile {level}/{index // 256}: hash {index % 256} is not that of what is below it")
        if first is None:
            first = hashes
        below = [root_hash(hashes[i : i + 256]) for i in range(0, count - count % 256, 256)]
        level += 1
    return first or []


def check_evidence(key, path):
    evidence = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    position = evidence["position"]
    size, root = key.checkpoint(evidence["checkpoint"], f"{path}: checkpoint")
    entry = decode(evidence["entry"], path)
    commitment = check_envelope(entry, f"{path}: entry")
    if sha256(decode(evidence["salt"], path, 16), evidence["body"].encode()) != commitment:
        raise Wrong(f"{path}: body or salt is not what entry {position} committed to")
    proof = [decode(text, path, 32) for text in evidence["inclusion"]]
    if not included(leaf_hash(entry), position, size, proof, root):
        raise Wrong(f"{path}: entry {position} is not shown to stand in the log of size {size}")
    return size, root


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("log")
    parser.add_argument("--key", help="verifier key you trust (otherwise the log's own, which proves less)")
    parser.add_argument("--since", help="file with a checkpoint you kept: the log must begin with that one")
    parser.add_argument("--evidence", action="append", default=[], help="file with the evidence of a record")
    parser.add_argument("--no-entries", action="store_true", help="trust level 0 of the tiles, do not read the entries")
    options = parser.parse_args()
    log = Log(options.log)
    try:
        key = Key(options.key or log.read("key").decode())
        size, root = key.checkpoint(log.read("checkpoint").decode(), "checkpoint")
        print(f"checkpoint: {key.name}, {size} entries, root {base64.b64encode(root).decode()}: signature right")
        leaves = None if options.no_entries else check_entries(log, size)
        hashes = check_tiles(log, size, leaves)
        if root_hash(hashes) != root:
            raise Wrong("the root in the checkpoint is not that of the log")
        print(f"tree: every {'tile' if options.no_entries else 'entry and tile'} checked, root right")
        known = [(path, *check_evidence(key, path)) for path in options.evidence]
        if options.since:
            note = pathlib.Path(options.since).read_text(encoding="utf-8")
            known.append((options.since, *key.checkpoint(note, options.since)))
        for path, old_size, old_root in known:
            if old_size > size or root_hash(hashes[:old_size]) != old_root:
                raise Wrong(f"{path}: the log of {old_size} entries signed there is not the beginning of this one")
            print(f"{path}: right, and the log of {old_size} entries is the beginning of this one")
    except Wrong as wrong:
        print(f"WRONG: {wrong}", file=sys.stderr)
        return 3
    except (OSError, ValueError, KeyError) as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
