"""The pictures of docs/story.md, from the album of the story `firm`: firm_pictures.py ALBUM FOLDER; see scripts/story."""
import os
import re
import sys

from PIL import Image

# Stations of the album, by the words of their names and the width at which they are shown.
SHOWN = [
    ("fined", 1280), ("notice-served", 1280), ("agent-reads", 1280), ("sign-off", 1280), ("entry", 1280),
    ("own-page", 1280), ("task-executed", 1280), ("too-early", 360), ("repair-carried-out", 1280),
    ("validity-stands", 1280), ("measure-ended", 1280), ("clean", 1280)]
TALLEST = {1280: 1500, 360: 1100}
MOST = 150 * 1024


def main(album, folder):
    os.makedirs(folder, exist_ok=True)
    taken = os.listdir(album)
    for station, width in SHOWN:
        name = next((name for name in taken if re.fullmatch(rf"\d+-{station}-{width}\.png", name)), None)
        assert name, f"the story took no picture of {station} at {width} px"
        image = Image.open(os.path.join(album, name)).convert("RGB")
        image = image.crop((0, 0, image.width, min(image.height, TALLEST[width])))
        path = os.path.join(folder, station + ".webp")
        image.save(path, "WEBP", quality=55, method=6)
        assert os.path.getsize(path) < MOST, f"{path}: {os.path.getsize(path):,} bytes"
        print(f"{path} {os.path.getsize(path) // 1024} KiB")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
