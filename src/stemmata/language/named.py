"""Reads names off the tags of a sentence's words, and joins the parts of Arabic names.

The treebanks hold few names in Arabic, so the net may tag "Al" and "Kashmah" apart, or only one of them.
What joins them is no guess about the place but a rule of the language: an article belongs to its noun.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import cast

from stemmata.language.trees import Name, NameKind, Word


def read_names(words: Sequence[Word], tags: Sequence[str]) -> tuple[Name, ...]:
    """The names that tags such as `B-place`, `I-place`, `O` mark, one tag for each word."""
    found: list[Name] = []
    for place, tag in enumerate(tags):
        if tag == "O":
            continue
        kind = cast(NameKind, tag[2:])
        if tag[0] == "I" and found and found[-1].last == place - 1 and found[-1].kind == kind:
            found[-1] = Name(kind, found[-1].first, place)
        else:
            found.append(Name(kind, place, place))
    return _merged(words, [_widened(words, name) for name in found])


def _widened(words: Sequence[Word], name: Name) -> Name:
    """A name with the article before it, and with the noun after an article that ends it."""
    first, last = name.first, name.last
    if name.kind in ("time", "quantity", "people"):
        return name
    while first > 0 and (before := _part_before(words, first)) < first:
        first = before
    while last + 1 < len(words) and (after := _noun_after(words, last)) > last:
        last = after
    return Name(name.kind, first, last)


def _part_before(words: Sequence[Word], first: int) -> int:
    """Where a name begins if an article or first part stands before it: "Al Kashmah", "al-Nusra", "ez-Zor"."""
    at = first - 1
    if at > 0 and _hyphen(words, at):
        at -= 1
        return at if words[at].text.lower() in _articles() else first
    # In "As Susah" the tree says that "As" is no preposition; a lower-case "as" before a name is one.
    named = words[at].text[:1].isupper() and words[at].upos == "PROPN"
    return at if named and words[at].text.lower() in _articles() | _first_parts() else first


def _noun_after(words: Sequence[Word], last: int) -> int:
    """Where a name ends if its last word is an article or first part, or an article follows it with a hyphen."""
    word, after = words[last].text.lower(), last + 1
    if _hyphen(words, after) and after + 1 < len(words):
        return after + 1 if word in _articles() else last
    follows = words[after].text[:1].isupper() and words[after].upos == "PROPN"
    if word in _articles() | _first_parts() and follows:
        return after
    written_on = word in _first_parts() and words[after].text.lower() in _articles() and after + 2 < len(words)
    return after + 2 if written_on and _hyphen(words, after + 1) else last


def _hyphen(words: Sequence[Word], place: int) -> bool:
    """Whether a hyphen stands here that ties its neighbours together."""
    if not 0 < place < len(words) - 1 or words[place].text not in "-‐‑–":
        return False
    return words[place - 1].end == words[place].start and words[place].end == words[place + 1].start


def _merged(words: Sequence[Word], names: Sequence[Name]) -> tuple[Name, ...]:
    """Names that came to overlap as one, of the kind of the later part; "Abu Bakr" and "al-Baghdadi" as one too."""
    merged: list[Name] = []
    for name in sorted(names, key=lambda name: name.first):
        before = merged[-1] if merged else None
        goes_on = words[name.first].text in _articles() and before is not None and before.last == name.first - 1
        if before is not None and name.first <= before.last + 1 and _flat(words, before, name):
            merged[-1] = Name(before.kind, before.first, name.last)
        elif before is not None and (name.first <= before.last or (goes_on and name.kind == before.kind)):
            kind = name.kind if name.last >= before.last else before.kind
            merged[-1] = Name(kind, before.first, max(before.last, name.last))
        else:
            merged.append(name)
    return tuple(merged)


def _flat(words: Sequence[Word], before: Name, name: Name) -> bool:
    """Whether the tree makes the second name a further part of the first: "Boko" + "Haram"."""
    word = words[name.first]
    return word.deprel == "flat" and before.first <= word.head <= before.last


@cache
def _articles() -> frozenset[str]:
    return frozenset(line.split()[0] for line in _lines() if line.endswith(" -"))


@cache
def _first_parts() -> frozenset[str]:
    return frozenset(line for line in _lines() if not line.endswith(" -"))


def _lines() -> list[str]:
    lines = files("stemmata.language").joinpath("name_parts.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
