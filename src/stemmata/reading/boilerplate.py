"""Takes out what a page says about itself: comment forms, menus, buttons, banners. The phrases are data.

`boilerplate.toml` holds them and says how they are written. A phrase must match a whole paragraph, so that a sentence
of reporting is never cut.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

LONGEST = 300
"""Characters. The longest line of a form or banner among the seed page's and the tests' has 140; prose runs longer."""

LONGEST_LINK = 200
"""Characters of a link to another page under a heading such as `Related`; headlines have up to 150."""

_ANYTHING = r"(?:[^.!?\n]|[.!?](?!\s|$)|(?<=\b[A-Z])\.){0,100}"
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MANY = re.compile(r"[\s|·•,/&–—>»:+-]*")


@cache
def _written() -> dict[str, list[str]]:
    return tomllib.loads((files("stemmata.reading") / "boilerplate.toml").read_text(encoding="utf-8"))


@cache
def _phrases(group: str) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(phrase) for phrase in _written()[group]), re.I | re.S)


def _pattern(phrase: str) -> str:
    """A phrase of the file as a regular expression."""
    words = re.escape(_plain(phrase).rstrip(" ."))
    for written, meant in (
        (r"\ \*\*", r"(?:\s.{0,300})?"),
        (r"\*\*\ ", r"(?:.{0,300}\s)?"),
        (r"\*\*", r".{0,300}"),
        (r"\ \*", rf"(?:\s{_ANYTHING})?"),
        (r"\*", _ANYTHING),
        (r"\#", r"\d[\d.,]*[km]?"),
        (r"\ ", r"\s+"),
    ):
        words = words.replace(written, meant)
    return words + (r"\??" if phrase.endswith("*") else r"[\s.]*")


@cache
def _made_of(group: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_written()[group], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)


def _plain(words: str) -> str:
    return words.translate(_TYPOGRAPHIC)


_TYPOGRAPHIC = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})


def is_boilerplate(words: str) -> bool:
    """Tell whether a paragraph says nothing about the world: a button, a menu, a banner, a line of a form."""
    if len(words) > LONGEST:
        return False
    words = _plain(words)
    return bool(_phrases("alone").fullmatch(words)) or _only(words, "buttons", 1) or _only(words, "menus", 3)


def _only(words: str, group: str, least: int) -> bool:
    rest, found = _made_of(group).subn("", words)
    return found >= least and _MANY.fullmatch(rest) is not None


def kept(paragraphs: Sequence[str]) -> list[int]:
    """Indexes of the paragraphs that tell about the world.

    Args:
        paragraphs: all paragraphs of a text, in order.
    """
    found: list[int] = []
    prose = among_links = False
    for index, words in enumerate(paragraphs):
        line = _plain(words) if len(words) <= LONGEST else ""
        if prose and _phrases("over_the_end").fullmatch(line):
            break
        sentence = len(words) > LONGEST_LINK or _ENDS_SENTENCE.search(words) is not None
        if _phrases("over_links").fullmatch(line):
            among_links = True
            continue
        among_links = among_links and not sentence
        if not among_links and not is_boilerplate(words):
            prose = prose or sentence
            found.append(index)
    return found


def names_no_reporting(names: str) -> bool:
    """Tell whether the `class` and `id` of a page's part say that it holds none."""
    parts = _parts()
    return any(
        name in parts or any(name[:at] in parts for at in range(2, len(name)) if name[at] in "-_")
        for name in names.lower().split()
    )


@cache
def _parts() -> frozenset[str]:
    return frozenset(_written()["parts"])
