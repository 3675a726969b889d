"""Letters at the office, for every story that serves one: drawn up as the form holds it, and served with its proof."""
import html
import re
import struct
import zlib


def png():
    """A picture of one point."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def send(visitor, path, values, **files):
    """Posts a form with files, as a browser does."""
    body = b""
    for key, value in [*visitor.hidden(path).items(), *values.items()]:
        body += f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
    for key, (name, content) in files.items():
        body += f'--edge\r\nContent-Disposition: form-data; name="{key}"; filename="{name}"\r\n'.encode()
        body += b"Content-Type: application/octet-stream\r\n\r\n" + content + b"\r\n"
    status, headers, text = visitor.ask(
        "POST", path, body + b"--edge--\r\n", **{"Content-Type": "multipart/form-data; boundary=edge"})
    return status, headers, text.decode()


def done(answer, what):
    status, headers, text = answer
    assert status == 303, (what, status, re.sub(r"<[^>]+>", " ", text)[-1500:])
    return headers["Location"]


def prefilled(visitor, path):
    """The draft that the form holds."""
    text = visitor.get(path)[2]
    values = {name: html.unescape(value) for name, value in
              re.findall(r'<input[^>]*name="(title|addressee|englishTitle)"[^>]*value="([^"]*)"', text)}
    for name, value in re.findall(r'<textarea[^>]*name="(text|english)"[^>]*>(.*?)</textarea>', text, re.S):
        values[name] = html.unescape(value)
    assert values.get("title") and values.get("text"), (path, text[-1500:])
    return values


def letters(visitor, case):
    """The letters of a case, by id and number, in the order of their numbers being taken."""
    return re.findall(r'href="/office/letters/([^"/?]+)[^"]*"[^>]*>\s*<span[^>]*>([^<]+〔\d{4}〕\d+号)', visitor.get(case)[2])


def draw(visitor, case):
    """Draws the last letter of a case up as its form holds it; its id, its number, its text."""
    id, number = letters(visitor, case)[-1]
    form = f"{case}/letter.draw.{id}"
    draft = prefilled(visitor, form)
    done(visitor.post(form, draft), form)
    return id, number, draft


def serve_letter(visitor, case, id, day, expect=303, **more):
    """Hands a letter over, with its receipt."""
    form = f"{case}/letter.serve.{id}.direct"
    status, _, text = send(visitor, form, {"begun": day, "receiver": "李某", **more}, proof=("proof.png", png()))
    assert status == expect, (form, status, re.sub(r"<[^>]+>", " ", text)[-1500:])
    return text


def deliver(visitor, case, day, **more):
    """Draws the last letter of a case up and hands it over; its id, its number, its text."""
    id, number, draft = draw(visitor, case)
    serve_letter(visitor, case, id, day, **more)
    return id, number, draft
