"""A small case to export: three events, one of no known place, and one of a disputed toll; a browser that looks."""

import json
import shutil
import struct
import subprocess
import zlib

import pytest

from case.coder import code
from stemmata.case import add, new_case
from stemmata.case import run as run_case

PAGES = {
    "monitor": "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."
    " The Army bombed Atarib on 4 March 2021.",
    "hospital": "Rockets shelled Marun on 3 March 2021, killing 9, the Hospital said.",
    "nowhere": "Police raided Oblan.",
}
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr"]


@pytest.fixture
def told(tmp_path):
    """E1 in Marun on 3 March, two origins, 7 or 9 dead; E2 in Atarib on 4 March; E3 in Oblan, no day."""
    case = new_case(tmp_path / "case")
    for name, text in PAGES.items():
        line = {"id": name, "url": f"https://{name}.example/1", "publisher": f"{name.title()} Post", "text": text}
        file = tmp_path / f"{name}.jsonl"
        file.write_text(json.dumps(line | {"published": "2021-03-05"}), encoding="utf-8")
        list(add(case, str(file)))
    run_case(case, code=code, processes=1)
    return case


@pytest.fixture
def browser(tmp_path):
    """Shows a page in headless Chromium; returns the screenshot's rows of (red, green, blue) and what was logged."""
    chromium = installed()

    def show(page, anchor="", width=1200, height=1400):
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        shot = tmp_path / "shot.png"
        done = subprocess.run(
            [chromium, *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},{height}",
             f"--screenshot={shot}", f"file://{tmp_path / 'page.html'}{anchor}"],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        return pixels(shot.read_bytes()), done.stderr

    return show


def pixels(png):
    """The rows of an eight-bit PNG without palette (RFC 2083)."""
    width, height, _, colour = struct.unpack(">IIBB", png[16:26])
    step = {2: 3, 6: 4}[colour]
    data, at = b"", 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        data += png[at + 8 : at + 8 + size] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += size + 12
    raw, above, rows = zlib.decompress(data), bytearray(width * step), []
    for y in range(height):
        kind, *line = raw[y * (width * step + 1) : (y + 1) * (width * step + 1)]
        line = bytearray(line)
        for x in range(width * step):
            left = line[x - step] if x >= step else 0
            corner = above[x - step] if x >= step else 0
            guess = left + above[x] - corner
            near = min((left, above[x], corner), key=lambda value: abs(guess - value))
            line[x] = (line[x] + (0, left, above[x], (left + above[x]) // 2, near)[kind]) % 256
        rows.append([tuple(line[x : x + 3]) for x in range(0, width * step, step)])
        above = line
    return rows


@pytest.fixture
def opened(tmp_path):
    """Opens a page in headless Chromium and lets its script run; returns the page after that, and what was logged."""
    chromium = installed()

    def show(page):
        (tmp_path / "page.html").write_bytes(page if isinstance(page, bytes) else page.encode())
        done = subprocess.run(
            [chromium, *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=3000", "--dump-dom",
             f"file://{tmp_path / 'page.html'}"],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        return done.stdout, done.stderr

    return show


def installed():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return chromium or pytest.skip("needs a browser: apt-get install chromium")
