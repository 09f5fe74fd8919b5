"""Noun phrases cut into words, and the roles that common words play in them.

A word is compared in a folded form: no accents, apostrophes, hyphens or case, no articles ("al-", "the"), one
spelling of "defence". The form as written is kept beside it, because an acronym counts only in its own case.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.tables import CODEBOOK, read_table

Role = Literal[
    "organ",
    "local",
    "arm",
    "part",
    "title",
    "fighter",
    "quality",
    "stranger",
    "civilian",
    "person",
    "protester",
    "teller",
    "outlet",
    "link",
    "into",
    "whose",
    "turn",
]
"""What a common word lets a name beside it stand for; `actor_words.csv` says each in words."""

LONGEST: Final = 60
"""Words of a phrase that are read; a longer noun phrase names its actor in its first words or not at all."""

REMEMBERED: Final = 16384
"""Phrases whose words are kept: a document asks for those of its names over and over."""

_DOTTED: Final = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s|$)|['’](?=s\b)")
_ARTICLE: Final = re.compile(
    r"\b(?:[aAeEuU]l|[aAeE](?:n|r|sh?|dh?|th?|z))[-‐–](?=\w)|\bال(?=\w{2})|\b[аАэЭ](?:ль|[нршдстз])[-‐–](?=\w)"
)
_APOSTROPHES: Final = re.compile("['’‘ʼʻʿʾ`´ـ]")
_TOKEN: Final = re.compile(r"[^\W_]+|[,;:(&/]")
_DROPPED: Final = frozenset(["the", "a", "an", "al", "el", "ul"])
_LETTERS: Final = str.maketrans(
    dict(zip("ىیةەۀکگ", "ييهههكك", strict=True))
    | {chr(0x1210 + order): chr(0x1200 + order) for order in range(7)}
    | {chr(0x1280 + order): chr(0x1200 + order) for order in range(7)}
    | {chr(0x1220 + order): chr(0x1230 + order) for order in range(7)}
    | {chr(0x12D0 + order): chr(0x12A0 + order) for order in range(7)}
    | {chr(0x1340 + order): chr(0x1338 + order) for order in range(7)}
)
"""Letters that keyboards and countries write two ways: Arabic ones, and the rows of Amharic that sound the same."""
_BREAKS: Final = frozenset([",", ";", ":", "(", "&", "/", "and", "or", "as"])


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a phrase, or a mark that separates parts."""

    form: str
    """As written, without dots and apostrophes: `US`, `Daesh`."""
    folded: str
    """As compared."""

    @property
    def breaks(self) -> bool:
        """Whether the phrase falls into parts here, unless a name spans it."""
        return self.folded in _BREAKS

    @property
    def capitalised(self) -> bool:
        return not self.form[0].islower()


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """The form in which names are compared: `Ḥayʼat Taḥrīr al-Shām` and `hayat tahrir sham` meet."""
    return " ".join(token.folded for token in tokens(text))


def written(text: str) -> str:
    """The form in which acronyms are compared, with their case: `SPLM/A-IO` and `SPLM/A IO` meet."""
    return " ".join(token.form for token in tokens(text))


@lru_cache(REMEMBERED)
def tokens(text: str) -> tuple[Token, ...]:
    """Cut a phrase into words; articles and marks that separate nothing are dropped."""
    text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    text = _POSSESSIVE.sub("", _ARTICLE.sub("", text))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_LETTERS)
    found, spellings = [], _spellings()
    for form in _TOKEN.findall(_APOSTROPHES.sub("", plain))[:LONGEST]:
        folded = form.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l")
        if folded not in _DROPPED or (form.isupper() and len(form) > 1):
            found.append(Token(form, spellings.get(folded, folded)))
    return tuple(found)


@cache
def _spellings() -> Mapping[str, str]:
    """The words that are written two ways, by the one that is not compared."""
    return {row["written"]: row["compared"] for row in read_table(CODEBOOK / "spellings.csv", ("written", "compared"))}


@cache
def word_roles(folder: Path) -> dict[str, frozenset[Role]]:
    """The roles of common words, from `actor_words.csv`; other nouns that `counted.csv` has for civilians are so.

    Raises:
        CodebookError: a role is unknown or a word stands twice; names file and line.
    """
    roles: dict[str, frozenset[Role]] = {}
    for row in read_table(folder / "actor_words.csv", ("word", "roles")):
        given = row.several("roles")
        word = fold(row["word"])
        if unknown := [role for role in given if role not in get_args(Role)]:
            raise row.wrong(f"role {unknown[0]!r} is not known; a word's roles are: {', '.join(get_args(Role))}")
        if word in roles:
            raise row.wrong(f"{row['word']!r} stands in this table twice; join its roles with | in one row")
        roles[word] = frozenset(given)  # type: ignore[arg-type]  # checked against Role just above
    unarmed = frozenset[Role](("civilian",))
    for row in read_table(CODEBOOK / "counted.csv", ("lemma", "unit", "class")):
        if row["class"] == "civilian":
            for form in (row["lemma"], plural(row["lemma"])):
                roles.setdefault(fold(form), unarmed)
    return roles


def plural(noun: str) -> str:
    """The plural of a noun for people: "tailors", "dairymen", "stepchildren", "passers-by", "sisters-in-law"."""
    head, hyphen, rest = noun.partition("-")
    if hyphen and rest.startswith(("by", "in-", "to-")):
        return f"{plural(head)}-{rest}"
    if noun.endswith("man") and noun != "shaman":
        return f"{noun[:-2]}en"
    if noun.endswith("child"):
        return f"{noun}ren"
    if noun.endswith("wife"):
        return f"{noun[:-2]}ves"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def slug(name: str) -> str:
    """A lower-case slug of a name, `cote-d-ivoire`, as ids are made."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", _APOSTROPHES.sub("", plain.casefold())))
