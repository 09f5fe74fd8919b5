"""What a deed's own words tell of who did it without naming him: that it goes on, and what sort of people they are."""

from collections.abc import Iterator
from typing import Final

from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Span

# Words before an attack that say what it is and not whose.
BARE: Final = frozenset({"terrorist", "militant", "insurgent", "extremist", "enemy"})
# Words of one more of what was told before: "another rocket", "similar attacks".
MORE: Final = frozenset("another other similar further additional same such second third these those".split())


def goes_on(sentence: Sentence, deed: Span) -> bool:
    """Tell whether a deed is one more of those told before, or a part of them: "two other rockets hit", "three of the
    shells fell"."""
    for noun in _nouns(sentence, deed):
        before = (w.text.lower() for w in sentence.children(noun, "amod", "det"))
        if not MORE.isdisjoint(before):
            return True
        if noun.upos == "NUM" and any(sentence.child(part, "det") for part in sentence.children(noun, "nmod")):
            return True
    return False


def described_as(sentence: Sentence, deed: Span) -> frozenset[str]:
    """The sort of people whose deed it is told to be: "terrorist" of "terrorist rocket attacks"."""
    words = (w for noun in _nouns(sentence, deed) for w in (noun, *sentence.children(noun, "amod", "compound")))
    return BARE.intersection(w.text.lower() for w in words) - {"enemy"}


def _nouns(sentence: Sentence, deed: Span) -> Iterator[Word]:
    """The words of a deed, and what it is told of."""
    inside = {w.index: w for w in sentence.words if w.start < deed.end and deed.start < w.end}
    yield from inside.values()
    for word in sentence.words:
        if word.head in inside and word.index not in inside and matches(word.deprel, ("nsubj", "nsubj:pass")):
            yield word
