"""The HTML page as a reader's browser shows it: the policy lets its style through, and the colours can be read."""

import re
import shutil
import struct
import subprocess
import zlib

import pytest

from stemmata.exports import as_page
from stemmata.exports.drawing.frame import style

from .factory import coding, words

CSS = style("palette.css")


@pytest.fixture
def browser(tmp_path):
    """Shows a page in headless Chromium; returns the screenshot's rows of (red, green, blue) and what was logged."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("needs a browser: apt-get install chromium")

    def show(page, anchor="", width=1200, height=1400):
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        shot = tmp_path / "shot.png"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr"]
        done = subprocess.run(
            [chromium, *options, f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},{height}",
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


def colour(name):
    value = re.search(rf"--{name}: (#\w+)", CSS)[1].removeprefix("#")
    return tuple(int(value[at : at + 2], 16) for at in (0, 2, 4))


def test_the_browser_takes_the_style_and_lights_up_the_words_that_were_asked_for(browser):
    made = coding()
    span = words(made.document, "two children")
    shown, log = browser(as_page([made]), f"#w1-{span.start}-{span.end}", 700, 700)
    assert "Refused" not in log and "violates" not in log
    seen = {pixel for row in shown for pixel in row}
    assert {colour("paper"), colour("evidence"), colour("target")} <= seen
    assert colour("target") not in {pixel for row in browser(as_page([made]), "", 700, 700)[0] for pixel in row}


def luminance(hexadecimal):
    """Of a colour, as WCAG 2.2 defines it."""
    digits = hexadecimal.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_all_text_can_be_read(scheme):
    palette = dict(re.findall(r"--([\w-]+): (#\w+);", re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[scheme]))
    for ground in ("paper", "card", "evidence"):
        for ink in ("ink", "soft", "accent"):
            assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
        for line in ("trigger", "who", "whom", "where", "when", "figures", "said"):
            assert contrast(palette[line], palette[ground]) >= 3, (line, ground)  # what is no text needs less
    assert contrast(palette["on-target"], palette["target"]) >= 4.5
