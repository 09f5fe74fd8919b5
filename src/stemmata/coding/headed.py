"""The rows of the lexicon by the word that heads them, so that a sentence is asked only for what it may have."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from stemmata.coding.rows import TriggerRow

Ranked = tuple[int, TriggerRow]
"""A row, and its place in the order in which the rows of a head are tried."""


@dataclass(frozen=True, slots=True)
class Headed:
    """All rows whose form has the same head: longest form first, then in the order in which they were given."""

    alone: tuple[TriggerRow, ...]
    """Those of one word."""
    beside: Mapping[str, tuple[Ranked, ...]]
    """Those of several words, by the one of them that the fewest sentences have."""
    companions: frozenset[str]
    """The words of `beside`."""

    @property
    def rows(self) -> tuple[TriggerRow, ...]:
        """All of them in order."""
        ranked = sorted((one for listed in self.beside.values() for one in listed), key=itemgetter(0))
        return (*[row for _, row in ranked], *self.alone)

    def among(self, present: frozenset[str]) -> tuple[TriggerRow, ...]:
        """Those whose words a sentence has, in order; `present` are its words, as forms have them.

        Few heads have most of the rows ("take" 353 of 16,600), and few sentences any of their other words.
        """
        met = self.companions & present
        if not met:
            return self.alone
        ranked = [one for word in met for one in self.beside[word] if present.issuperset(one[1].form)]
        ranked.sort(key=itemgetter(0))
        return (*[row for _, row in ranked], *self.alone)


def by_head(rows: Iterable[TriggerRow]) -> dict[str, Headed]:
    """Rows of the lexicon by the lemma that heads their form."""
    listed: dict[str, list[TriggerRow]] = defaultdict(list)
    for row in rows:
        listed[row.form[row.head]].append(row)
    return {head: _headed(found) for head, found in listed.items()}


def _headed(rows: list[TriggerRow]) -> Headed:
    beside: dict[str, list[Ranked]] = defaultdict(list)
    ranked = sorted(rows, key=lambda row: -len(row.form))
    for rank, row in enumerate(ranked):
        if len(row.form) > 1:
            beside[_companion(row)].append((rank, row))
    alone = tuple(row for row in ranked if len(row.form) == 1)
    return Headed(alone, {word: tuple(found) for word, found in beside.items()}, frozenset(beside))


def _companion(row: TriggerRow) -> str:
    """The longest word beside the head: short ones are in most sentences ("to", "of", "in")."""
    return max((word for at, word in enumerate(row.form) if at != row.head), key=len)
