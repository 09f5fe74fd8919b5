"""Who speaks behind the verb: "..., confirmed the governor", "..., tweeted spokesman Ade Bello".

Trees take such a clause for a participle with an object, or give the verb the subject of what is said.
"""

from collections.abc import Mapping
from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word

# Verbs that somebody hears: "shelled the town, warned the governor" may tell whom they warned.
HEARD: Final = frozenset(
    "tell inform notify accuse blame warn threaten condemn denounce criticize criticise quote cite describe document"
    " count admit receive find remind assure reassure brief advise alert charge suspect fear mourn answer message"
    " text email carry show record list collect gather hear".split()
)
CLOSING: Final = frozenset({"”", '"', "’", "»"})
PEOPLE: Final = frozenset({"official", "civilian", "person", "combatant"})
SPEAKING: Final = ("signing", "body", "outlet", "reporter", "bare", "personal")
# What may stand before the noun of a speaker.
BEFORE: Final = ("DET", "ADJ", "NOUN", "PROPN", "NUM")


def told_behind(sentence: Sentence, verb: Word, nouns: Mapping[str, frozenset[str]]) -> Word | None:
    """The head of the speaker right behind a verb that a mark parts from what is said, else None."""
    at = verb.index
    if at < 2 or verb.xpos not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    mark = sentence.words[at - 1].text
    if mark not in CLOSING and (mark != "," or verb.lemma.lower() in HEARD):
        return None
    behind = sentence.words[at + 1 : at + 2]
    if not behind or behind[0].upos not in BEFORE or not any(w.upos == "VERB" for w in sentence.words[:at]):
        return None
    head = _head(sentence, at + 1)
    return head if head is not None and _speaks(sentence, head, nouns) else None


def _head(sentence: Sentence, first: int) -> Word | None:
    """The noun that heads the phrase at a place: "the provincial governor", "police spokesman Ade Bello"."""
    last = first
    while last < len(sentence.words) and sentence.words[last].upos in BEFORE:
        last += 1
    if last < len(sentence.words) and sentence.words[last].text in clauses.HYPHENS:
        return None  # "the Britain-based group's director Ade Bello"
    if last < len(sentence.words) and sentence.words[last].upos in ("VERB", "AUX", "ADV", "PART"):
        return None  # "Ade Bello, who saw it, said two women were hurt"
    phrase = sentence.words[first:last]
    tops = [w for w in phrase if w.upos in ("NOUN", "PROPN") and not first <= w.head < last]
    return clauses.proper(sentence, tops[0]) if tops else None


def _speaks(sentence: Sentence, head: Word, nouns: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a noun names somebody: the ministry confirmed it, and somebody confirmed the deaths."""
    if any(n.kind in ("person", "group") and n.first <= head.index <= n.last for n in sentence.names):
        return True
    lemma = head.lemma.lower()
    return counted_class(lemma) in PEOPLE or any(lemma in nouns[kind] for kind in SPEAKING)
