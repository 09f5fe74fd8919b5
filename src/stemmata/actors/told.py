"""Whom a text takes up by a common word: "the group", "the ministry", "the coalition", "a monitor".

Such words stand for a body that the text names, where it names only one that fits; `taken_up.csv` says which bodies
fit which words. The one in the sentences just before comes first, then the only one that the text has named at all.
Whoever speaks in a sentence speaks of others: in "the army said the group had fled", the group is not the army.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.actors.loading import load_registry
from stemmata.actors.phrases import fold
from stemmata.actors.registry import Match
from stemmata.actors.sources import load_sources, resolve_claimant
from stemmata.tables import CODEBOOK, read_table

Where = Literal["before", "at home", "speaking", "anywhere"]

REACH: Final = 400
"""Characters back in which the one body of a kind is taken up though others were named earlier; about three sentences.
Set by judgement."""

LONGEST_PHRASE: Final = 200
"""Characters of a phrase that are read."""

MOST_NAMES: Final = 4
"""Words of a person's name."""

MOST_TOLD: Final = 5
"""How many mentions of a person are looked at for an office."""

_CAPITALISED: Final = r"[^\W\d_a-z][\w'’&/-]*"
_NAMES: Final = re.compile(rf"\b{_CAPITALISED}(?: (?:of|for|and|the|de|du|des|al-\w+|{_CAPITALISED})){{0,20}}")
_DEFINITE: Final = re.compile(r"\b(?:the|this|these|that|those)\s*[\"“'‘]?\s*$", re.IGNORECASE)
_OTHERS: Final = frozenset("other another rival second third separate unknown new former splinter several two".split())
_NEW_PHRASE: Final = frozenset("and or as but the a an with by from to against between".split())
_SAID: Final = re.compile(
    r"[^.;\n]{0,30}?\b(?:said|says|told|claimed|claims|announced|added|reported|stated|accused)\b"
)
_BY: Final = re.compile(r"\b(?:according to|said|says|told)(?: the)? $")
_OFFICE_AFTER: Final = re.compile(r", (?:an? |the )?([^,.;\n]{3,100})[,.;\n]")
_FOUR_BEFORE: Final = re.compile(r"(?:[\w'’.-]+ ){1,4}$")
_WORDS_BEFORE: Final = re.compile(r"(?:[\w'’.-]+ ){1,8}$")
_WORD: Final = re.compile(r"\w+")
_SENTENCE: Final = re.compile(r"[.!?][\"”’]?\s|\n")


@dataclass(frozen=True, slots=True)
class _TakenUp:
    """A row of `taken_up.csv`."""

    entry: str
    kinds: frozenset[str]
    sides: frozenset[str]
    """Sides that fit; any where empty."""
    not_sides: frozenset[str]
    told: Where


@dataclass(frozen=True, slots=True)
class _Body:
    """An actor or a source, by what common words ask of it."""

    id: str
    kind: str
    side: str | None
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention of a body by its name."""

    start: int
    end: int
    body: _Body
    says: bool
    """Whether it speaks there."""


class Told:
    """The bodies that a text names, for what its common words take up.

    Args:
        text: the whole text.
        day: the day of what it tells, for names that changed hands.
        country: where that happened, ISO 3166 alpha-2.
        introduced: the acronyms that the text explains.
        folder: the codebook.
    """

    def __init__(
        self,
        text: str,
        *,
        day: date | None = None,
        country: str | None = None,
        introduced: Mapping[str, str] | None = None,
        folder: Path = CODEBOOK,
    ) -> None:
        self._text = text
        self._day, self._country = day, country
        self._introduced = introduced or {}
        self._folder = folder
        # What was asked already.
        self._called: dict[str, list[tuple[int, str]]] = {}
        self._first: dict[bool, list[_Named]] = {}
        self._named: list[_Named] | None = None

    def taken_up(self, phrase: str, start: int, *, speaks: bool = False, called: bool = False) -> Match | None:
        """Whom a phrase takes up that itself names nobody; None where a reader would not be sure.

        Args:
            phrase: the noun phrase as it stands, with or without its article: "group", "fighters of the group".
            start: its offset in the text.
            speaks: whether it is the one who says so; then monitors fit too, and persons whose office the text tells.
            called: only a body whose name ends in the word: "the coalition" after "the Syrian Coalition".
        """
        phrase_words = _WORD.findall(phrase[:LONGEST_PHRASE].lower())
        told = not _last_words(self._folder).isdisjoint(phrase_words)  # as of most phrases none is
        shape = _shape(self._folder).match(phrase[:LONGEST_PHRASE]) if told else None
        if shape is None:
            return self._by_office(phrase) if speaks and not called else None
        row = _rows(self._folder)[fold(shape["head"])]
        if not _is_plain(shape["own"]) or not (row.told == "anywhere" or self._is_definite(shape, start)):
            return None
        if row.told == "speaking" and not speaks:
            return None
        at = start + shape.start("head")
        so = self._called_so(shape["head"], speaking=row.told == "speaking")
        before = bisect_left(so, (at, ""))
        if called and not before:
            return None
        identity = so[before - 1][1] if before else self._only_one(row, at, speaks=speaks)
        if identity is None:
            return None
        if not shape["outer"] and not shape["rest"]:
            return Match(identity, row.entry, "taken-up")
        return self._with_its_people(phrase, shape["head"], identity)

    def _is_definite(self, shape: re.Match[str], start: int) -> bool:
        told = shape["article"] or ("" if shape["outer"] else self._text[max(0, start - 10) : start])
        return bool(_DEFINITE.search(told))

    def _with_its_people(self, phrase: str, word: str, identity: str) -> Match | None:
        """Whom people and offices of the body stand for: "the group's spokesman", not "the group's victims"."""
        registry = load_registry(self._folder)
        actor = registry.actors.get(identity)
        if actor is None:
            return None
        named = {**self._introduced, word: actor.name}
        match = registry.resolve(phrase, day=self._day, country=self._country, introduced=named)
        return Match(actor.id, match.entry, "taken-up") if match and match.id == actor.id else None

    def _by_office(self, phrase: str) -> Match | None:
        """Whom a person speaks for whose office the text tells elsewhere: "Mills, a spokesman for the army"."""
        words = phrase.split()
        if not 0 < len(words) <= MOST_NAMES or not all(word[0].isupper() and word.isalpha() for word in words):
            return None
        for told in islice(re.finditer(rf"\b{re.escape(words[-1])}\b", self._text), MOST_TOLD):
            after = _OFFICE_AFTER.match(self._text, told.end())
            before = _WORDS_BEFORE.search(self._text[max(0, told.start() - 80) : told.start()])
            match = self._resolved(f"{words[-1]}, {after[1]}") if after else None
            if match := match or (self._longest(before[0].split(), words[-1]) if before else None):
                return Match(match.id, match.entry, "office-told")
        return None

    def _only_one(self, row: _TakenUp, start: int, *, speaks: bool) -> str | None:
        """The one body that fits in the sentences just before, else in all that the text has told.

        Who speaks is first looked for among those whom the text has speaking.
        """
        named = self._all_named()
        low, high = (bisect_left(named, at, key=attrgetter("start")) for at in (start - REACH, start))
        pools = [named[low:high], self._firsts()]
        if speaks:
            said = [one for one in pools[0] if one.says]
            pools = [said, self._firsts(saying=True), *pools]
        for pool in pools:
            if ids := {one.body.id for one in pool if self._fits(one, row, start, speaks=speaks)}:
                return ids.pop() if len(ids) == 1 else None
        return None

    def _fits(self, one: _Named, row: _TakenUp, start: int, *, speaks: bool) -> bool:
        body = one.body
        if body.kind not in row.kinds or body.side in row.not_sides or (row.sides and body.side not in row.sides):
            return False
        if row.told == "at home" and self._country and self._country not in body.countries:
            return False
        if one.start >= start:
            return row.told == "anywhere"
        if speaks:
            return True
        tells_of_others = one.says and start - one.end < REACH and not _SENTENCE.search(self._text, one.end, start)
        return not tells_of_others and body.kind not in ("monitor", "ngo")

    def _all_named(self) -> list[_Named]:
        """All bodies that the text names, in its order."""
        if self._named is None:
            self._named = self._read()
        return self._named

    def _firsts(self, *, saying: bool = False) -> list[_Named]:
        """The first mention of each body, or the first in which it speaks."""
        if saying not in self._first:
            told = reversed([one for one in self._all_named() if one.says or not saying])
            self._first[saying] = list({one.body.id: one for one in told}.values())
        return self._first[saying]

    def _read(self) -> list[_Named]:
        named: list[_Named] = []
        known: dict[str, list[_Body]] = {}
        for run in _NAMES.finditer(self._text):
            if run[0] not in known:
                known[run[0]] = list(self._bodies(run[0]))
            if known[run[0]]:
                says = _SAID.match(self._text, run.end()) or _BY.search(
                    self._text[max(0, run.start() - 20) : run.start()]
                )
                named += [_Named(run.start(), run.end(), body, bool(says)) for body in known[run[0]]]
        return named

    def _bodies(self, run: str) -> Iterator[_Body]:
        """The bodies that a run of capitalised words names."""
        registry, sources = load_registry(self._folder), load_sources(self._folder)
        words, names = registry.names.read(run)
        for name in names:
            form = " ".join(token.form for token in words[name.first : name.last])
            match = registry.resolve(form, day=self._day, country=self._country, introduced=self._introduced)
            whole = " ".join(token.form for token in words[name.first :])
            if not match or registry.resolve(whole, day=self._day, country=self._country) is None:
                continue  # Amal is not told of by "Amal Relief"
            if actor := registry.actors.get(match.id):
                yield _Body(actor.id, actor.kind, actor.side, actor.countries)
        for name in sources.names.read(run)[1]:
            form = " ".join(token.form for token in words[name.first : name.last])
            if match := sources.resolve(form, country=self._country):
                source = sources.sources[match.id]
                yield _Body(source.id, source.kind, source.side, ())

    def _called_so(self, word: str, *, speaking: bool) -> list[tuple[int, str]]:
        """Where the text uses a word with a name beside it, and whom it calls so: "the Turkish ministry".

        With `speaking` only where that one says something.
        """
        if word not in self._called:
            beside = [m for m in self._beside(word) if not speaking or _SAID.match(self._text, m[2])]
            told = [(at, self._whom(self._text[at:head].split(), self._text[head:end])) for at, head, end in beside]
            self._called[word] = [(at, one) for at, one in told if one]
        return self._called[word]

    def _beside(self, word: str) -> Iterator[tuple[int, int, int]]:
        """Where up to four words stand before a word: from where, where it begins itself, and where it ends."""
        after = 0
        for m in re.finditer(rf" {re.escape(word)}\b", self._text, re.IGNORECASE):
            head = m.start() + 1
            if before := _FOUR_BEFORE.search(self._text, max(after, head - LONGEST_PHRASE), head):
                yield before.start(), head, m.end()
                after = m.end()

    def _whom(self, before: list[str], head: str) -> str | None:
        """Whom a word stands for with the words before it, where the last of them begins or ends a name."""
        if not fold(before[-1]) or not (before[-1][0].isupper() or "-" in before[-1]):
            return None
        match = self._longest(before, head)
        return match.id if match else None

    def _longest(self, before: list[str], head: str) -> Match | None:
        """Whom the longest phrase stands for that ends in a word and begins with some of those before it."""
        begins = max((at + 1 for at, word in enumerate(before) if word.casefold() in _NEW_PHRASE), default=0)
        phrases = (" ".join((*before[at:], head)) for at in range(begins, len(before)))
        return next((match for phrase in phrases if (match := self._resolved(phrase))), None)

    def _resolved(self, phrase: str) -> Match | None:
        return resolve_claimant(
            phrase, day=self._day, country=self._country, introduced=self._introduced, folder=self._folder
        )


def _is_plain(own: str) -> bool:
    """Whether the words before a common word neither name anybody nor tell that it is another one."""
    words = own.split()
    return not any((w[0].isupper() and "-" not in w) or "'" in w or "’" in w or w.casefold() in _OTHERS for w in words)


@cache
def _shape(folder: Path) -> re.Pattern[str]:
    """A phrase around one of the words of `taken_up.csv`."""
    heads = "|".join(re.escape(words) for words in sorted(_forms(folder), key=len, reverse=True))
    return re.compile(
        r"(?P<outer>(?:.{1,100} )?(?:of|from|for|by|with) )?(?P<article>(?:the|this|that|these|those|an?) )?"
        rf"(?P<own>(?:[\w'’-]+ )*?)(?P<head>{heads})\b(?! (?:{heads})\b)(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _last_words(folder: Path) -> frozenset[str]:
    """The last words of those of `taken_up.csv`, in lower case."""
    return frozenset(_WORD.findall(words.lower())[-1] for words in _forms(folder))


@cache
def _rows(folder: Path) -> Mapping[str, _TakenUp]:
    """The rows of `taken_up.csv` by their words as compared."""
    return {fold(words): row for words, row in _forms(folder).items()}


@cache
def _forms(folder: Path) -> Mapping[str, _TakenUp]:
    """The rows of `taken_up.csv` by their words as written.

    Raises:
        CodebookError: a row breaks a rule; names file and line.
    """
    rows: dict[str, _TakenUp] = {}
    for row in read_table(folder / "taken_up.csv", ("words", "kinds", "sides", "told", "note")):
        row.one_of("told", get_args(Where))
        sides = row.several("sides")
        taken = _TakenUp(
            row.entry,
            frozenset(row.several("kinds")),
            frozenset(side for side in sides if not side.startswith("!")),
            frozenset(side.removeprefix("!") for side in sides if side.startswith("!")),
            row["told"],  # type: ignore[arg-type]  # checked by one_of
        )
        for words in row.several("words"):
            if words in rows:
                raise row.wrong(f"{words!r} stands in this table twice")
            rows[words] = taken
    return rows
