"""The noun phrase behind a number: which noun is counted, and how far its words reach.

Rests on parts of speech and nearness first and on the tree second, since parsers err on news and on texts that
lost their punctuation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from stemmata.figures.counted import figure_words, never_counted
from stemmata.language.trees import Sentence, Word

# Longest noun phrase, in words, that is taken in; longer ones are lists or tables.
REACH: Final = 20
_GROUP_PRONOUNS: Final = frozenset(("them", "whom", "which", "those", "these", "us", "you"))
_DASHES: Final = frozenset(("-", "–", "‑", "‐"))
_SKIPPED: Final = frozenset(("more", "further", "additional", "extra"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `last` are the counted group, `head` its noun."""

    first: int
    last: int
    head: int
    of: bool
    """The group stands behind "of": "hundreds of civilians", "two of the dead"."""


def counted_phrase(sentence: Sentence, at: int, before: int | None, stops: Callable[[int], bool]) -> Phrase | None:
    """The noun phrase that begins at a word, or behind its "of"; None where no noun is counted.

    `before` is the offset of the next number, which no phrase crosses; `stops` tells a word that ends it.
    """
    words = sentence.words
    while at < len(words) and words[at].text.lower() in _SKIPPED:
        at += 1
    if at >= len(words):
        return None
    inside = at > 0 and words[at - 1].text.lower() == "of"  # "a number of" ends with its "of"
    of = words[at].text.lower() == "of" or inside
    begin = _past_articles(words, at if inside else at + 1) if of else at
    if of and begin < len(words) and words[begin].text.lower() in _GROUP_PRONOUNS:
        return (
            None if words[begin].text.lower() in ("which", "us", "you") else _of_those(sentence, begin, before, stops)
        )
    found = _plain(sentence, begin, before, stops, number=at - 1 if not of else None)
    if found is None:
        return None
    first, head, last = found
    if (shared := _shared_head(sentence, at, head)) is not None:
        head = last = shared
    return Phrase(first, _with_tail(sentence, head, last, before, stops), head, of)


def _shared_head(sentence: Sentence, at: int, head: int) -> int | None:
    """The fighters of "70 regime and rebel fighters": what is counted by more than one stands in the plural."""
    words = sentence.words
    one = at > 0 and words[at - 1].lemma.lower() in ("one", "1", "a", "another")
    if one or words[head].xpos != "NN" or not (head + 1 < len(words) and words[head + 1].text.lower() in ("and", "or")):
        return None
    plural = (w.index for w in sentence.children(words[head], "conj") if w.xpos == "NNS" and w.index <= head + 4)
    return next(plural, None)


def _past_kinds(
    sentence: Sentence, found: tuple[int, int, int], before: int | None, stops: Callable[[int], bool]
) -> tuple[int, int, int]:
    """ "40 rocket and mortar shells": two nouns before "and" and behind it say which shells are counted."""
    words, (first, head, last) = sentence.words, found
    if words[head].xpos != "NN" or last + 2 >= len(words) or words[last + 1].text.lower() not in ("and", "or", "&"):
        return found
    joined = _plain(sentence, last + 2, before, stops, number=None)
    if joined is None or words[joined[1]].xpos != "NNS" or joined[1] == joined[0]:
        return found
    return first, joined[1], joined[2]


def _of_those(sentence: Sentence, begin: int, before: int | None, stops: Callable[[int], bool]) -> Phrase:
    """ "two of them", "nine of those killed", "three of those passengers"."""
    words = sentence.words
    if words[begin].text.lower() in ("those", "these") and begin + 1 < len(words):
        if words[begin + 1].text.lower() in figure_words("casualty"):
            return Phrase(begin, begin + 1, begin + 1, True)
        found = _plain(sentence, begin + 1, before, stops, number=None)
        if found:
            return Phrase(found[0], found[2], found[1], True)
    return Phrase(begin, begin, begin, True)


def _past_articles(words: tuple[Word, ...], at: int) -> int:
    while at < len(words) and (words[at].upos == "DET" or words[at].xpos == "PRP$"):
        if words[at].text.lower() in _GROUP_PRONOUNS:
            break
        at += 1
    return at


def _plain(
    sentence: Sentence, begin: int, before: int | None, stops: Callable[[int], bool], number: int | None
) -> tuple[int, int, int] | None:
    """First word, head and last word of a run of modifiers and nouns."""
    words = sentence.words
    governor = words[number].head if number is not None and words[number].deprel in ("nummod", "det", "amod") else None
    head: int | None = None
    at, owned = begin, False
    while at < len(words) and at < begin + REACH:
        word = words[at]
        if (before is not None and word.start >= before) or stops(at):
            break
        if word.upos in ("NOUN", "PROPN"):
            if head is not None and not owned and _closes(words[head], word, governor):
                break
            head, owned = at, False
            if head == governor and not never_counted(word):
                break
        elif not _modifies(sentence, at, begin, head, before):
            break
        owned = owned or word.xpos == "POS"
        at = _past_aside(words, at)
    if head is None:
        return _state(words, begin)
    return begin, head, _past_mark(words, head)


def _past_mark(words: tuple[Word, ...], head: int) -> int:
    """The last word of a name with a number: "AK-47s"."""
    if head + 2 < len(words) and words[head + 1].text in _DASHES and words[head + 2].text[0].isdigit():
        glued = words[head + 1].start == words[head].end and words[head + 2].start == words[head + 1].end
        return head + 2 + (head + 3 < len(words) and words[head + 3].text == "s") if glued else head
    return head


def _closes(head: Word, word: Word, governor: int | None) -> bool:
    """Tell whether a noun is the last of its phrase, so that the next one belongs to something else."""
    if governor is not None and governor > head.index:
        return False
    if word.head == head.index and word.deprel in ("flat", "compound"):
        return False
    # "12 fighters Monday", "30 people state television said": a plural seldom modifies another noun.
    return head.xpos in ("NNS", "NNPS") and (word.xpos not in ("NNS",) or word.head == head.head)


def _modifies(sentence: Sentence, at: int, begin: int, head: int | None, before: int | None) -> bool:
    """Tell whether a word can stand inside a noun phrase before its noun."""
    words = sentence.words
    word, low = words[at], words[at].text.lower()
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or (before is not None and following.start >= before):
        return False
    if low in ("'s", "’s", "'", "’") and word.xpos == "POS":
        return head is not None
    if low in _DASHES and word.start == words[at - 1].end:
        return following.start == word.end
    if low in ('"', "“", "”", "‘", "’", "''", "``"):
        return following.upos in ("NOUN", "PROPN", "ADJ") or head is None
    if word.upos == "ADJ" or word.xpos in ("JJ", "JJR", "JJS"):
        return head is None or words[head].xpos not in ("NNS", "NNPS") or (word.deprel == "amod" and word.head > at)
    if word.text == "IS" and following.upos in ("NOUN", "PROPN", "ADJ"):
        return head is None  # the group, which parsers take for the verb
    if word.upos == "NUM":
        # "a five-member family", "an AK-47 rifle", "three 122 mm rockets", "a 12-year-old girl"
        if following.text in _DASHES and following.start == word.end:
            return head is None
        if words[at - 1].text in _DASHES and words[at - 1].end == word.start and at - 1 > begin:
            return True
        if never_counted(following):
            return head is None
        return not word.text.isdigit() and any(c.isalpha() for c in word.text) and any(c.isdigit() for c in word.text)
    if word.upos == "ADV" and word.xpos != "WRB":  # "32 injured when armed men came": what follows is another clause
        return head is None and following.upos in ("ADJ", "VERB") and low not in ("then", "now", "there", "later")
    if word.upos == "VERB":
        if at == begin and word.xpos == "VBN" and following.xpos in ("NNS", "NNPS"):
            return True
        joined = words[at - 1].text in _DASHES and at > begin
        nominal = following.upos in ("NOUN", "PROPN", "ADJ") or (
            following.text in _DASHES and following.start == word.end
        )
        return word.xpos in ("VBN", "VBG", "VBD") and nominal and (joined or head is None) and word.deprel in (
            "amod", "compound", "nummod", "dep", "acl",
        )  # fmt: skip
    if word.upos in ("ADP", "PART", "ADV") and words[at - 1].text in _DASHES and at > begin:
        return True
    return word.upos == "SYM" and low == "&"


def _past_aside(words: tuple[Word, ...], at: int) -> int:
    """The next word of the phrase, past a short aside: "ISIS (banned in Russia) fighters"."""
    if at + 1 < len(words) and words[at + 1].text == "(" and words[at].upos in ("NOUN", "PROPN", "ADJ"):
        for close in range(at + 2, min(at + 9, len(words) - 1)):
            if words[close].text == ")":
                return close + 1 if words[close + 1].upos in ("NOUN", "PROPN", "ADJ") else at + 1
    return at + 1


def _state(words: tuple[Word, ...], begin: int) -> tuple[int, int, int] | None:
    """ "12 wounded", "a dozen dead": what has befallen them stands for the noun; likewise "two Taliban"."""
    if begin >= len(words):
        return None
    word = words[begin]
    if word.text.lower() in figure_words("state") or (word.upos == "ADJ" and word.text[:1].isupper() and begin > 0):
        return begin, begin, begin
    return None


def _with_tail(sentence: Sentence, head: int, last: int, before: int | None, stops: Callable[[int], bool]) -> int:
    """Take in "of" phrases and the bare nouns that are joined: "members of its escort", "fighters and families"."""
    words = sentence.words
    for _ in range(3):
        behind = last + 1
        if behind + 1 >= len(words):
            break
        low = words[behind].text.lower()
        if low == "of":
            tail = _of_tail(sentence, behind, before, stops)
        elif low in ("and", "&", "or") or words[behind].upos in ("NOUN", "PUNCT"):
            tail = _joined_tail(sentence, head, behind, before, stops)
        else:
            tail = None
        if tail is None:
            break
        last = tail
    return last


def _of_tail(sentence: Sentence, of: int, before: int | None, stops: Callable[[int], bool]) -> int | None:
    words = sentence.words
    begin = of + 1
    while begin < len(words) and (words[begin].upos == "DET" or words[begin].xpos == "PRP$"):
        begin += 1
    if begin + 1 < len(words) and words[begin].text.lower() == "one":
        begin, before = begin + 1, None  # "five civilians of one family"
    if begin >= len(words) or words[begin].upos in ("PRON", "NUM", "VERB") or stops(begin):
        return None
    found = _plain(sentence, begin, before, stops, number=None)
    return found[2] if found else None


def _joined_tail(
    sentence: Sentence, head: int, behind: int, before: int | None, stops: Callable[[int], bool]
) -> int | None:
    """A joined noun without a number or article of its own shares the number."""
    words = sentence.words
    begin = behind + 1 if words[behind].upos in ("CCONJ", "PUNCT", "SYM") else behind
    if words[behind].upos == "PUNCT" and words[behind].text != ",":
        return None
    if begin < len(words) and words[begin].upos == "CCONJ":
        begin += 1
    if begin < len(words) and words[begin].xpos == "PRP$":
        begin += 1
    if begin >= len(words) or words[begin].upos in ("NUM", "DET", "PRON", "VERB", "AUX", "ADP") or stops(begin):
        return None
    found = _plain(sentence, begin, before, stops, number=None)
    if found is None or words[found[1]].upos != "NOUN" or words[found[1]].xpos != "NNS":
        return None
    joined = words[found[1]]
    return found[2] if joined.deprel == "conj" and joined.head <= behind and _under(words, joined, head) else None


def _under(words: tuple[Word, ...], word: Word, head: int) -> bool:
    """Tell whether a list member hangs on the counted noun, directly or through the member before it."""
    for _ in range(6):
        if word.head == head:
            return True
        if word.deprel != "conj" or word.head < 0:
            return False
        word = words[word.head]
    return False
