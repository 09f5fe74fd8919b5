"""Takes out what a page says about itself: comment forms, menus, buttons, banners. The phrases are data.

`boilerplate.toml` holds them and says how they are written. A phrase must match a whole paragraph.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from stemmata.records import BlockKind

Cut = tuple[BlockKind, int, int]
"""A block that is not yet frozen: its kind, start and end."""

_ANYTHING = r"(?:[^.!?\n]|[.!?](?!\s|$)|(?<=\b[A-Z])\.){0,100}"


@cache
def _phrases(group: str) -> re.Pattern[str]:
    written = tomllib.loads((files("stemmata.reading") / "boilerplate.toml").read_text(encoding="utf-8"))[group]
    return re.compile("|".join(_pattern(phrase) for phrase in written), re.I)


def _pattern(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.rstrip(" .").split())
    return words.replace(r"\*", _ANYTHING).replace(r"\#", r"\d+") + r"[\s.]*"


def kept(text: str, cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The blocks of a text that tell about the world."""
    among_links = False
    for kind, start, end in cuts:
        words = text[start:end]
        if _phrases("over_the_end").fullmatch(words):
            return
        if _phrases("over_links").fullmatch(words):
            among_links = True
            continue
        among_links = among_links and not re.search(r"[.!?]['\"”’)]*$", words)
        if not among_links and not _phrases("alone").fullmatch(words):
            yield kind, start, end
