"""Noun phrases as they stand, cut into words and parts, and the index that finds names in them.

A name is compared in a folded form: no accents, apostrophes, hyphens or case, no articles ("al-", "the"),
one spelling of "defence". The form as written is kept beside it, because an acronym counts only in its own case.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.errors import CodebookError
from stemmata.tables import read_table

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
    "protester",
    "teller",
    "outlet",
    "link",
]
"""What a common word lets a name beside it stand for; `actor_words.csv` says each in words."""

LONGEST: Final = 60
"""Words of a phrase that are read; a longer noun phrase names its actor in its first words or not at all."""

_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)|['’](?=s\b)")
_ARTICLE = re.compile(r"\b(?:[aA]l|[eE]l|[uU]l|[aA]n|[aA]r|[aA]s|[aA]sh|[aA]d|[aA]t|[aA]z)[-‐–](?=\w)|\bال(?=\w{2})")
_APOSTROPHES = re.compile("['’‘ʼʻʿʾ`´ـ]")
_TOKEN = re.compile(r"[^\W_]+|[,;:(&/]")
_DROPPED: Final = frozenset(["the", "a", "an", "al", "el", "ul"])
_SPELLINGS: Final = {
    "center": "centre",
    "defense": "defence",
    "organization": "organisation",
    "labor": "labour",
}
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


def fold(text: str) -> str:
    """The form in which names are compared: `Ḥayʼat Taḥrīr al-Shām` and `hayat tahrir sham` meet."""
    return " ".join(token.folded for token in tokens(text))


def tokens(text: str) -> list[Token]:
    """Cut a phrase into words; articles and marks that separate nothing are dropped."""
    text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    text = _POSSESSIVE.sub("", _ARTICLE.sub("", text))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    found = []
    for form in _TOKEN.findall(_APOSTROPHES.sub("", plain))[:LONGEST]:
        folded = form.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l")
        if folded not in _DROPPED or (form.isupper() and len(form) > 1):
            found.append(Token(form, _SPELLINGS.get(folded, folded)))
    return found


@cache
def word_roles(folder: Path) -> dict[str, frozenset[Role]]:
    """The roles of common words, from `actor_words.csv`.

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
    return roles


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may stand for, and under which conditions."""

    id: str
    entry: str
    """The codebook row, `actors.csv:17`."""
    sort: Literal["name", "state", "seat", "adjective"]
    """`adjective` needs a word beside it that names an organ; `state` and `seat` do not."""
    form: str | None = None
    """For an acronym: its letters in their own case, which must agree."""
    countries: tuple[str, ...] = ()
    """Where it is at home; ISO 3166 alpha-2. Empty: anywhere."""
    bound: bool = False
    """Whether the name counts only in one of those countries."""
    since: date | None = None
    until: date | None = None
    person: bool = False
    """A person's name: another name before it makes it somebody else's."""
    lapses: bool = False
    """Whether the name stands for nobody after `until`, as an office does; a group's name lives on in retrospect."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a phrase: tokens `first` to `last`, `last` excluded."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]


class Index:
    """Names by their folded form; the longest one that begins at a word wins."""

    def __init__(self, names: Iterable[tuple[str, Candidate]]) -> None:
        self._named: dict[str, tuple[Candidate, ...]] = {}
        self._longest: dict[str, int] = {}
        for name, candidate in names:
            folded = fold(name)
            self._named[folded] = (*self._named.get(folded, ()), candidate)
            words = folded.split(" ")
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def scan(self, phrase: list[Token]) -> list[Found]:
        """The names in a phrase, left to right, the longest first, none inside another."""
        found, at = [], 0
        while at < len(phrase):
            hit = self._longest_at(phrase, at)
            if hit:
                found.append(hit)
            at = hit.last if hit else at + 1
        return found

    def _longest_at(self, phrase: list[Token], at: int) -> Found | None:
        first = phrase[at].folded
        for stem in {first, _singular(first)}:
            for length in range(min(self._longest.get(stem, 0), len(phrase) - at), 0, -1):
                words = [token.folded for token in phrase[at : at + length]]
                if candidates := self._fitting(words, phrase[at : at + length]):
                    return Found(at, at + length, candidates)
        return None

    def _fitting(self, words: list[str], span: list[Token]) -> tuple[Candidate, ...]:
        """Candidates for exactly these words; an acronym must keep its case, a plural's or possessive's `s` may go."""
        form = " ".join(token.form for token in span)
        exact = tuple(c for c in self._named.get(" ".join(words), ()) if c.form in (None, form))
        if exact:
            return exact
        bare = [*words[:-1], _singular(words[-1])]
        return tuple(
            c
            for c in self._named.get(" ".join(bare), ())
            if bare != words and c.sort != "adjective" and c.form in (None, form[:-1])
        )


def _singular(word: str) -> str:
    """Without a plural's or a bare possessive's `s`: texts thinned of apostrophes write "Assads forces"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def told_apart(names: Sequence[tuple[str, Candidate]]) -> Sequence[tuple[str, Candidate]]:
    """The names, after a check that no two actors share one that neither country, day nor case tells apart.

    Raises:
        CodebookError: two do; names both rows. Or a name folds to nothing that could be told from other words.
    """
    seen: dict[str, list[Candidate]] = {}
    for name, candidate in names:
        if not fold(name):
            raise CodebookError(f"{candidate.entry}: {name!r} holds no letters to know it by")
        for other in seen.setdefault(fold(name), []):
            if other.id != candidate.id and _same_setting(other, candidate):
                raise CodebookError(
                    f"{candidate.entry}: {name!r} stands for {candidate.id} and, on {other.entry}, for {other.id};"
                    " give them different countries or days, or take it from one"
                )
        seen[fold(name)].append(candidate)
    return names


def _same_setting(one: Candidate, other: Candidate) -> bool:
    apart_in_time = (one.until and other.since and one.until <= other.since) or (
        other.until and one.since and other.until <= one.since
    )
    apart_in_space = one.countries and other.countries and not set(one.countries) & set(other.countries)
    bound = one.bound != other.bound
    return not (apart_in_time or apart_in_space or bound or one.form != other.form)


def slug(name: str) -> str:
    """A lower-case slug of a name, `cote-d-ivoire`, as ids are made."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", _APOSTROPHES.sub("", plain.casefold())))
