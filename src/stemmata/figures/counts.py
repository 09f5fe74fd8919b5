"""Finds what a sentence counts: "at least 26 people", "four senior ISIS commanders", "dozens", "no casualties".

`numbers.py` reads the numbers, `labels.py` drops those that count nothing, `noun_phrases.py` finds what is counted,
`hedges.py` settles the bounds, `households.py` adds up families, and `parts.py` and `adding_up.py` tell which figure
contains which.
Bounds follow the codebook: "more than n" is n and no upper bound, "up to n" is n and no lower one, a round plural is
vague.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.figures.adding_up import with_sums
from stemmata.figures.counted import Count, CountedClass, counted_class, figure_words, never_counted, unit_of
from stemmata.figures.hedges import Bounds, Hedge, bounds, hedge_after, hedge_before
from stemmata.figures.households import with_households
from stemmata.figures.labels import is_label, is_measure, is_year
from stemmata.figures.noun_phrases import Phrase, counted_phrase
from stemmata.figures.number_words import Number, table
from stemmata.figures.numbers import read_numbers
from stemmata.figures.parts import with_parts
from stemmata.language.trees import Sentence, Word
from stemmata.times import time_spans

__all__ = ["Count", "CountedClass", "counted_class", "find_counts"]

HEDGE_REACH: Final = 8
"""Words before a number that are searched for its hedges."""
TOLL_REACH: Final = 30
"""Words between "death toll" and the number that it has reached."""
_CORE: Final = ("nsubj", "nsubj:pass", "obj")
_ARGUMENTS: Final = (*_CORE, "obl", "obl:unmarked", "ccomp", "xcomp", "dep")
_REACHED: Final = frozenset(("to", "at", "of", "reached", "was", "is", "stands", "stood", "hit"))
_PLURAL_VERBS: Final = frozenset(("were", "have", "are", "remain", "had", "died", "more", "dead", "others"))
_AS_MANY: Final = frozenset({"many", "few", "much"})
_ALONE: Final = frozenset(("some", "many", "several", "various", "multiple", "numerous"))
# What may follow "injured many": words that begin another phrase.
_CLOSERS: Final = frozenset(("the", "a", "an", "and", "in", "on", "at", "by", "who", "when", "of"))


# What stands in place of a number.
_NUMBERLESS: Final = frozenset(
    "nobody no-one no without a an another his her their its both twin twins triplets quadruplets".split()
)


# What stands before the members of a list without nouns.
_LISTED: Final = frozenset((",", ":", ";", "and", "including", "with", "–", "-", "("))
# Words that tell how many people are meant without being numbers.
_MANIFOLD: Final = {"both": 2, "twin": 2, "twins": 2, "triplets": 3, "quadruplets": 4}


# Units in which the bore of a weapon is told, which stands inside what is counted.
SIZES: Final = frozenset({"mm", "cm", "millimetre", "millimeter", "calibre", "caliber"})


def find_counts(sentence: Sentence, text: str, times: Sequence[tuple[int, int]] | None = None) -> list[Count]:
    """The counts of a sentence in the order of the text; parts point to their whole by index.

    Ages, dates, distances, money, shares, ordinals and the numbers of names ("Brigade 93", "T-72") are no counts.

    Args:
        sentence: its tree.
        text: the document's.
        times: start and end of what tells a time, in order, where they have been found already.
    """
    times = time_spans(sentence, text) if times is None else times
    found = sorted(_Reader(sentence, text, times).counts(), key=lambda count: count.start)
    return with_sums(sentence, with_parts(sentence, with_households(sentence, found)))


class _Reader:
    """One sentence while its counts are read."""

    def __init__(self, sentence: Sentence, text: str, times: Sequence[tuple[int, int]]) -> None:
        self.sentence, self.text, self.words = sentence, text, sentence.words
        self.low = sentence.low
        self.starts = [word.start for word in self.words]
        self.times = times
        self.time_starts = [start for start, _ in self.times]

    def counts(self) -> list[Count]:
        found: list[Count] = []
        taken = -1
        numbers = read_numbers(self.text, self.sentence.start, self.sentence.end)
        for n, number in enumerate(numbers):
            follower = next((later for later in numbers[n + 1 :] if not self._sizes(later)), None)
            count = self._numbered(number, follower)
            if count and count.first > taken:
                taken = count.last if count.noun is not None else self._word_at(number.end - 1)
                found.append(count)
        covered = {index for count in found for index in range(count.first, count.last + 1)}
        bare = self._bare(covered | {self._word_at(number.start) for number in numbers})
        return [*found, *(count for count in bare if covered.isdisjoint(range(count.first, count.last + 1)))]

    def _sizes(self, number: Number) -> bool:
        """Tell whether a number says how large a thing is: the 9 of "one 9 mm pistol"."""
        behind = self._word_at(number.end - 1) + 1
        return behind < len(self.low) and self.low[behind] in SIZES

    def _word_at(self, offset: int) -> int:
        """Index of the word that covers an offset, or of the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def _in_time(self, start: int, end: int) -> bool:
        """Tell whether a stretch overlaps a time expression."""
        at = bisect_right(self.time_starts, end - 1)
        return at > 0 and start < self.times[at - 1][1]

    def _stops(self, index: int) -> bool:
        """Tell whether a noun phrase ends before a word, since a time expression stands there."""
        return self._in_time(self.words[index].start, self.words[index].end)

    # ---------------------------------------------------------------------------------- counts with a number

    def _numbered(self, number: Number, follower: Number | None) -> Count | None:
        first, last = self._word_at(number.start), self._word_at(number.end - 1)
        if self._in_time(number.start, number.end):
            return None
        if number.form == "vague" and first and self.low[first - 1] == "as" and self.low[first] in _AS_MANY:
            return None  # "killing seven and injuring as many", and not "as hundreds fled"
        if is_label(self.sentence, self.text, first, number, self._stops):
            return None
        begin, before = self._hedges_before(first, number)
        after, behind = hedge_after(self.low, last + 1)
        phrase = counted_phrase(self.sentence, behind, follower.start if follower else None, self._stops)
        if phrase and is_measure(self.sentence, phrase, number, first, last):
            return None
        if phrase is None and behind < len(self.words) and self.low[behind] == "more":
            behind += 1
        whole = self._family_of(begin, behind) if phrase is None else None
        if whole is not None:
            return self._count(whole, last, None, bounds(number, before), "number-alone", False)
        if phrase is None and not self._stands_alone(number, begin, last, behind, before):
            return None
        end = max(phrase.last if phrase else behind - 1, behind - 1)
        if after is None:
            after, end = self._trailing(end)
        told = bounds(number, [*before, *([after] if after else [])])
        one = self.low[first] == "one" and first == last
        if one and begin and self.low[begin - 1] == "not":
            return self._count(begin - 1, end, phrase, Bounds(0, 0, "exact", told.entry), "no-noun", False)
        rule = "number-of-noun" if phrase and phrase.of else "number-noun" if phrase else "number-alone"
        return self._count(begin, end, phrase, told, rule, one)

    def _count(self, first: int, last: int, phrase: Phrase | None, told: Bounds, rule: str, bare: bool) -> Count:
        noun = phrase.head if phrase else None
        return Count(
            first=first,
            last=last,
            start=self.words[first].start,
            end=self.words[last].end,
            noun=noun,
            of_start=self.words[phrase.first].start if phrase else None,
            of_end=self.words[phrase.last].end if phrase else None,
            low=told.low,
            high=told.high,
            hedge=told.hedge,
            unit=unit_of(self.sentence, noun),
            bare=bare,
            partitive=None,
            part=False,
            entry=told.entry,
            rule=rule,
        )

    def _hedges_before(self, first: int, number: Number) -> tuple[int, list[Hedge]]:
        """Where the figure begins, and its hedges, nearest first: "at least another", "a total of some"."""
        at = first - 1 if number.hedge == "range" and first and self.low[first - 1] == "between" else first
        found: list[Hedge] = []
        while first - at < HEDGE_REACH:
            hedge = hedge_before(self.low, at)
            if hedge is None or self._is_particle(hedge, at):
                break
            found.append(hedge)
            at -= len(hedge.words)
        return at, found

    def _is_particle(self, hedge: Hedge, at: int) -> bool:
        """Tell whether the word belongs elsewhere: "handing over 11 Humvees", "in all 40 people"."""
        before = at - 2
        if before < 0 or len(hedge.words) > 1:
            return False
        if hedge.words == ("all",):
            return self.low[before] in ("in", "at")
        verb = self.words[before]
        return hedge.words == ("over",) and (
            verb.lemma in figure_words("over") or self.words[at - 1].deprel == "compound:prt"
        )

    def _trailing(self, last: int) -> tuple[Hedge | None, int]:
        """A hedge behind the counted noun, "eleven people at least", and where the figure ends."""
        hedge, behind = hedge_after(self.low, last + 1)
        if hedge is None or hedge.words[0] not in ("or", "at", "if"):
            return None, last
        # "killed 12 people, at least 3 of them women": the hedge belongs to the number behind it.
        if behind < len(self.words) and (self.words[behind].upos == "NUM" or self.low[behind] in ("a", "one")):
            return None, last
        return hedge, behind - 1

    # ------------------------------------------------------------------------------------ numbers without a noun

    def _stands_alone(self, number: Number, begin: int, last: int, behind: int, before: Sequence[Hedge]) -> bool:
        """Tell whether a number without a noun still counts: "killing 112", "dozens were hurt", "at least 50"."""
        hedged = any(hedge.effect != "none" for hedge in before)
        previous = self.words[begin - 1] if begin else None
        if self._is_sign(begin, last, behind) or (is_year(number) and not hedged):
            return False
        if previous and previous.text.lower() == "from":
            return False  # what a toll rose from
        if previous and previous.upos in ("NOUN", "PROPN") and before and before[-1].words in _AGE_HEDGES:
            return False  # "children under twelve" are younger, not counted
        if behind < len(self.words) and self.low[behind] == "of":
            return True  # "five of 10 wells"
        if number.form == "vague":
            return self._vague_alone(number, previous, behind)
        if (behind < len(self.words) and self._acts(behind)) or self._toll(begin):
            return True
        if (
            previous
            and previous.text == ","
            and self.low[behind : behind + 1]
            and self.low[behind] in figure_words("degree")
        ):
            return True  # "nine were wounded, two seriously"
        if previous and previous.text.lower() in _LISTED and self._there(behind):
            return True  # "12 were killed in Bor, five in Torit"
        relation = self.words[last].deprel
        if number.hedge == "range" and self.low[begin] == "between":
            return True
        if previous and previous.upos == "VERB":
            ranged = number.hedge == "range" and self.words[begin].deprel in _ARGUMENTS  # "killed 10 to 14"
            summed = any(word.deprel in _CORE for word in self.words[begin:last])  # "killed a total of seven"
            return hedged or ranged or summed or previous.xpos == "VBG" or relation in _ARGUMENTS
        if previous and previous.upos in ("NOUN", "PROPN", "ADP", "SYM"):
            return hedged and previous.upos in ("ADP", "NOUN")
        return hedged or relation in _CORE or (relation == "conj" and number.form == "words")

    def _family_of(self, begin: int, behind: int) -> int | None:
        """Where "a family of five", "a crew of nine" begins, whose size is how many they are."""
        of, group = begin - 1, begin - 2
        sized = group > 0 and self.low[of] == "of" and self.low[group] in figure_words("household")
        if not sized or (behind < len(self.words) and self.words[behind].upos in ("NOUN", "ADJ", "PROPN")):
            return None
        at = group
        while at and self.words[at - 1].upos in ("ADJ", "NOUN", "DET") and self.words[at - 1].head == group:
            at -= 1
        return at

    def _there(self, behind: int) -> bool:
        """Tell whether a place follows a number: "five in Torit"."""
        named = behind + 1 < len(self.words) and self.words[behind + 1].upos == "PROPN"
        return named and self.low[behind] in ("in", "at", "near")

    def _is_sign(self, begin: int, last: int, behind: int) -> bool:
        """Tell whether a number stands in a table, a telephone number, coordinates or a ratio."""
        before = begin > 0 and self.words[begin - 1].text[0].isdigit()
        if behind >= len(self.words):
            return before
        following = self.words[behind]
        glued = following.start == self.words[last].end and following.text in ("/", "°", "'", "′")
        return before or following.text[0].isdigit() or glued

    def _acts(self, index: int) -> bool:
        """Tell whether a verb in the plural or a participle follows: "three were killed", "12 arrested"."""
        word = self.words[index]
        return self.low[index] in _PLURAL_VERBS or (word.upos == "VERB" and word.xpos in ("VBN", "VBD"))

    def _acts_alone(self, index: int) -> bool:
        return self.words[index].upos in ("AUX", "VERB")

    def _toll(self, begin: int) -> bool:
        """Tell whether a toll reached a number: "the death toll rose to 112", "the number of dead reached 112"."""
        if not begin or self.low[begin - 1] not in _REACHED:
            return False
        return not figure_words("toll").isdisjoint(self.low[max(0, begin - TOLL_REACH) : begin])

    def _vague_alone(self, number: Number, previous: Word | None, behind: int) -> bool:
        if self.text[number.start : number.end].lower() not in _ALONE:
            return True
        if previous and previous.text.lower() in ("as", "how", "so", "too"):
            return False
        follows = self.low[behind] if behind < len(self.words) else ""
        after_verb = previous is not None and previous.upos == "VERB" and (not follows.isalpha() or follows in _CLOSERS)
        return follows in _PLURAL_VERBS or after_verb or self.words[self._word_at(number.start)].deprel in _CORE

    # -------------------------------------------------------------------------------- counts without a number

    def _bare(self, covered: set[int]) -> Iterator[Count]:
        """ "a soldier", "another man", "no casualties", "nobody": an article or a negation in place of a number."""
        for word, low in zip(self.words, self.low, strict=True):
            at = word.index
            if low not in _NUMBERLESS or at in covered or self._in_time(word.start, word.end):
                continue
            if low in ("nobody", "no-one") or self.low[at : at + 2] == ("no", "one"):
                last = at + (low == "no")
                yield self._count(at, last, None, Bounds(0, 0, "exact", ""), "no-one", False)
            elif low in ("no", "without") and word.upos in ("DET", "ADP"):
                yield from self._none(at)
            elif word.xpos == "PRP$":
                yield from self._somebodys(at)
            elif low in _MANIFOLD:
                yield from self._together(at, _MANIFOLD[low])
            elif low in ("a", "an", "another") and word.upos in ("DET", "PRON"):
                yield from self._article(at)

    def _together(self, at: int, size: int) -> Iterator[Count]:
        """ "Both soldiers", "twin brothers", "triplets": so many people without a number."""
        alone = self.low[at].endswith("s")
        phrase = counted_phrase(self.sentence, at if alone else at + 1, None, self._stops)
        if phrase is None or phrase.of or self.words[phrase.head].xpos != "NNS":
            return
        listed = self.low[at] == "both" and "and" in self.low[at : phrase.last + 2]  # "both men and women"
        owned = at > 0 and (self.words[at - 1].upos in ("DET", "ADJ", "NUM") or self.words[at - 1].xpos == "PRP$")
        if not listed and not owned and unit_of(self.sentence, phrase.head) == "people":
            yield self._count(at, phrase.last, phrase, Bounds(size, size, "exact", ""), "number-noun", False)

    def _is_one_more(self, at: int) -> bool:
        """Tell whether "a third" stands for one more: "killing two pupils and wounding a third"."""
        behind = self.words[at + 2] if at + 2 < len(self.words) else None
        stands = at > 0 and (behind is None or not (behind.upos in ("NOUN", "PROPN", "ADJ") or behind.text == "of"))
        hurt = self.words[at - 1].upos == "VERB" or (behind is not None and self._acts_alone(behind.index))
        return stands and hurt and self.low[at + 1 : at + 2] in (("third",), ("fourth",), ("fifth",), ("sixth",))

    def _none(self, at: int) -> Iterator[Count]:
        """ "no casualties", "without casualties", "no fighters at all"; other things are rather denied than counted."""
        phrase = counted_phrase(self.sentence, at + 1, None, self._stops)
        if phrase is None or phrase.of:
            return
        head = self.words[phrase.head]
        casualty = head.text.lower() in figure_words("casualty")
        if casualty or (
            self.low[at] == "no" and counted_class(head.lemma) not in (None, "event") and not never_counted(head)
        ):
            yield self._count(at, phrase.last, phrase, Bounds(0, 0, "exact", ""), "no-noun", False)

    def _article(self, at: int) -> Iterator[Count]:
        if self._is_one_more(at):
            yield self._count(at, at + 1, None, Bounds(1, 1, "exact", ""), "article-alone", True)
            return
        phrase = counted_phrase(self.sentence, at + 1, None, self._stops)
        if phrase is None and self.low[at] == "another" and at + 1 < len(self.words) and self._acts_alone(at + 1):
            yield self._count(at, at, None, Bounds(1, 1, "exact", ""), "article-alone", True)
        if phrase is None or phrase.of:
            return
        head = self.words[phrase.head]
        if head.xpos in ("NNS", "NNPS") or never_counted(head):
            return
        if at and self.low[at - 1] == "not" and self.low[at + 1] == "single":
            yield self._count(at - 1, phrase.last, phrase, Bounds(0, 0, "exact", ""), "no-noun", False)
        else:
            row = table().get(head.lemma.lower())
            size = int(row["value"]) if row is not None and row["kind"] == "group" else 1  # "an elderly couple"
            yield self._count(at, phrase.last, phrase, Bounds(size, size, "exact", ""), "article-noun", size == 1)

    def _somebodys(self, at: int) -> Iterator[Count]:
        """ "His wife", "their driver": one person who is somebody's."""
        phrase = counted_phrase(self.sentence, at + 1, None, self._stops)
        if phrase is None or phrase.of or self.low[max(0, at - 1)] == "and":
            return  # "a mother and her son" are one count
        head = self.words[phrase.head]
        one = head.xpos == "NN" and counted_class(head.lemma) in ("civilian", "combatant", "person", "official")
        if one and "and" not in self.low[at : phrase.last]:
            yield self._count(at, phrase.last, phrase, Bounds(1, 1, "exact", ""), "article-noun", True)


_AGE_HEDGES: Final = (("under",), ("over",), ("above",), ("below",))
