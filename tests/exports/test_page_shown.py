"""The HTML page as a reader's browser shows it: the policy lets its style through, and the colours can be read."""

import re

import pytest

from stemmata.exports import as_page
from stemmata.exports.drawing.frame import style

from .factory import coding, words

CSS = style("palette.css")


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
