"""Acronyms that a text explains: "Hayat Tahrir al-Sham (HTS)", "the SDF (Syrian Democratic Forces)".

Whatever the letters stand for elsewhere, in this text they stand for what it says. A name explains an acronym when
its letters stand in the name in their order, the first one at the beginning of a word (Schwartz and Hearst, 2003). So
"Aleppo (SANA)" explains nothing: the agency is only credited.
"""

import re
from collections.abc import Mapping
from typing import Final

_BRACKET: Final = re.compile(r"\(\s*([^()\n]{2,80}?)\s*\)")
_ACRONYM: Final = re.compile(r"[A-Z][\w/-]{0,8}[A-Z0-9]s?")
_LAST_WORD: Final = re.compile(r"([\w/-]+)\s*$")
_SENTENCE_END: Final = re.compile(r"[.;:!?)\n]\s")
_QUOTES: Final = "\"'“”‘’«» "
_WINDOW: Final = 120
"""Characters before a bracket in which its name is looked for; the longest name of `actors.csv` has 98."""


def acronyms_introduced(text: str) -> Mapping[str, str]:
    """The acronyms that a text explains, each with the name that it stands for; the first explanation counts."""
    told: dict[str, str] = {}
    for bracket in _BRACKET.finditer(text):
        inside = bracket[1].strip(_QUOTES)
        before = _SENTENCE_END.split(text[max(0, bracket.start() - _WINDOW) : bracket.start()])[-1].rstrip(_QUOTES)
        last = _LAST_WORD.search(before)
        if _ACRONYM.fullmatch(inside):
            acronym, name = inside, _spelled(before, inside)
        elif last and _ACRONYM.fullmatch(last[1]):
            acronym, name = last[1], _spelled(inside, last[1])
        else:
            continue
        if name and " " in name:
            told.setdefault(acronym, name)
    return told


def _spelled(text: str, acronym: str) -> str | None:
    """The shortest end of a text that spells the acronym, from a capital that begins a word on; else None."""
    letters = [char for char in acronym.removesuffix("s").casefold() if char.isalnum()]
    at = len(text)
    for position in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (text[at].casefold() == letters[position] and (position or _begins_a_name(text, at))):
            at -= 1
        if at < 0:
            return None
    return text[at:]


def _begins_a_name(text: str, at: int) -> bool:
    return text[at].isupper() and (at == 0 or not text[at - 1].isalnum())
