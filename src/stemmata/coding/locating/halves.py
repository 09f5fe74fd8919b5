"""The halves of a sentence that tell of two places: "In Basra, a bomb killed two; in Mosul, gunmen shot a judge".

Each has its own places, though the trees hang what opens the second on the verb of the first.
"""

from typing import Final

from stemmata.coding.locating.ties import Tie
from stemmata.coding.passages import PlaceName
from stemmata.language.trees import Sentence, Word, asked_once, matches

# Words that may stand before a place that opens a half.
OPENING: Final = frozenset({"ADP", "DET", "ADJ", "ADV", "CCONJ", "SCONJ", "PROPN", "PART"})
# Words that begin a half where a place and a clause with a subject of its own follow: "and in Mosul gunmen shot".
JOINING: Final = frozenset({"and", "but", "while", "whereas"})
WHERE: Final = frozenset({"in", "at", "near", "outside"})
CLAUSES: Final = ("root", "conj", "parataxis", "advcl", "ccomp")


@asked_once
def _breaks(sentence: Sentence) -> tuple[int, ...]:
    """The indices of the words that stand between two halves."""
    if ";" not in sentence.low and not JOINING.intersection(sentence.low):
        return ()
    verbs = [word for word in sentence.words if word.upos == "VERB"]
    if len(verbs) < 2:
        return ()
    between = range(verbs[0].index + 1, verbs[-1].index)
    return tuple(n for n in between if sentence.low[n] == ";" or _joins(sentence, n, verbs))


def _joins(sentence: Sentence, n: int, verbs: list[Word]) -> bool:
    """Tell whether a word joins a clause that opens with its place: not "in Kidal and in Gao, where gunmen shot"."""
    if sentence.low[n] not in JOINING or sentence.low[n + 1] not in WHERE:
        return False
    return any(_has_subject(sentence, verb, n + 2) for verb in verbs if verb.index > n)


def _has_subject(sentence: Sentence, verb: Word, begin: int) -> bool:
    """Tell whether a verb heads a clause of its own whose subject stands behind a place that begins somewhere."""
    if not matches(verb.deprel, CLAUSES) or sentence.children(verb, "mark"):
        return False
    return any(begin < subject.index < verb.index for subject in sentence.children(verb, "nsubj"))


def half(sentence: Sentence, index: int) -> int:
    """The number of the half that a word stands in."""
    return sum(place < index for place in _breaks(sentence))


def tie_in_half(sentence: Sentence, trigger: int, place: PlaceName, tied: Tie) -> Tie:
    """The tie of a place to the happening of a trigger: looser across two halves, and close where it opens the half."""
    breaks = _breaks(sentence)
    if not breaks:
        return tied
    own, there = half(sentence, trigger), half(sentence, place.first)
    if own != there:
        return max(tied, Tie.BESIDE)
    opens = own > 0 and all(w.upos in OPENING for w in sentence.words[breaks[own - 1] + 1 : place.first])
    return min(tied, Tie.OWN) if opens else tied
