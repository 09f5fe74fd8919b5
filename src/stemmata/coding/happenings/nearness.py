"""Which happenings stand in one sentence, and to which a place or a time belongs: the one that stands nearest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Word


def distance(word: Word, happening: Happening) -> tuple[int, int]:
    """How far a word stands from a happening's words: steps through the tree, then words in the line."""
    ways = [len(clauses.path(happening.sentence, word, carrier)) for carrier in happening.carriers]
    return min(ways), min(abs(word.index - carrier.index) for carrier in happening.carriers)


def by_passage(happenings: Iterable[Happening]) -> Mapping[int, Sequence[Happening]]:
    """The happenings of a document by the number of their passage."""
    found: dict[int, list[Happening]] = defaultdict(list)
    for happening in happenings:
        found[happening.passage.number].append(happening)
    return found


def nearest(word: Word, happenings: Sequence[Happening]) -> Happening:
    """The happening of a sentence that a word of it stands nearest to; the first of several as near."""
    return min(happenings, key=lambda happening: distance(word, happening))
