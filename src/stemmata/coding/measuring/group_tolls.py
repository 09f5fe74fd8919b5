"""Counts of people told before: "five of the dead were children", "six nurses were among the wounded".

They are parts of a figure of an earlier sentence and belong to its happening, or to one of their own sentence: "among
the dead in the shelling were two children".
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Passage, Scene
from stemmata.figures import Count
from stemmata.language.trees import Sentence, Word
from stemmata.records import Figure, Span
from stemmata.tables import CODEBOOK, Row, read_table

# How many sentences the group may have been told before. Set by judgement.
REACH: Final = 3
# Words between a count and the group that it is among: "were also reported to be among those".
GAP: Final = 7
# The same where the verb between turns them round: "among the dead in Sunday's shelling of the town were".
TURNED_GAP: Final = 14
HARM: Final = frozenset({"killed", "wounded", "casualties"})
VIOLENT: Final = frozenset({"fighting", "strikes", "bombs", "civilians"})


@cache
def _groups() -> dict[str, Row]:
    return {row["word"]: row for row in read_table(CODEBOOK / "told_groups.csv", ("word", "measure"))}


@dataclass(frozen=True, slots=True)
class Part:
    """A count that is told of people of an earlier figure."""

    owner: int
    """Index of the happening."""
    count: Count
    measure: str
    whole: Span | None
    """The words of the earlier figure; None where its own sentence tells of all."""
    entry: str


def parts_told_on(happenings: Sequence[Happening], figures: Sequence[Sequence[Figure]], scene: Scene) -> Iterator[Part]:
    """The parts, each with the last happening before it that has a figure of its group.

    Args:
        happenings: in text order.
        figures: those found of each happening.
        scene: the document.
    """
    taken = {figure.span.start for found in figures for figure in found}
    for passage in scene.passages:
        yield from _parts_of_them(passage, happenings, figures, taken)
        for count, row in _counts_of_groups(passage):
            if count.start in taken:
                continue
            for owner in range(len(happenings) - 1, -1, -1):
                gap = passage.number - happenings[owner].passage.number
                whole = next((f for f in figures[owner] if f.measure == row["measure"] and f.part_of is None), None)
                if whole is not None and 0 <= gap <= REACH and _may_hold(whole, count):
                    yield Part(owner, count, row["measure"], whole.span, row.entry)
                    break
            else:
                own = (
                    n for n, h in enumerate(happenings) if h.passage is passage and _may_have(h, row["measure"], scene)
                )
                if (first := next(own, None)) is not None:
                    yield Part(first, count, row["measure"], None, row.entry)


def _parts_of_them(
    passage: Passage, happenings: Sequence[Happening], figures: Sequence[Sequence[Figure]], taken: Set[int]
) -> Iterator[Part]:
    """ "Fourteen people were killed. Three of them were children": who some of those just told of are."""
    ahead = (n for n, happening in enumerate(happenings) if happening.passage.number == passage.number - 1)
    if not any(figures[n] for n in ahead):
        return
    for count in passage.counts:
        if count.start in taken or not _are(passage.sentence, count):
            continue
        before = ((n, h) for n, h in enumerate(happenings) if h.passage.number == passage.number - 1)
        for owner, _ in reversed(list(before)):
            people = [f for f in figures[owner] if f.unit == "people" and f.part_of is None]
            if len(people) == 1 and _may_hold(people[0], count):
                yield Part(owner, count, people[0].measure, people[0].span, people[0].why.entry or "")
                break


def _are(sentence: Sentence, count: Count) -> bool:
    """Tell whether a count is of some of "them" or "the victims", and its sentence says no more than what they are."""
    of = sentence.low[count.first : count.last + 2]
    head = sentence.head(sentence.words[count.first])
    told = head is not None and head.upos == "NOUN" and sentence.child(head, "cop") is not None
    return count.partitive is None and of[-3:-1] == ("of", "them") and told


def _may_have(happening: Happening, measure: str, scene: Scene) -> bool:
    """Tell whether a happening has a measure: of harm the violent ones, of others those whose trigger counts it."""
    if measure in HARM:
        return scene.codebook.types[happening.type].family in VIOLENT
    return any(counted == measure for mention in happening.mentions for _, counted in mention.row.counts)


def _may_hold(whole: Figure, part: Count) -> bool:
    return whole.high is None or part.low is None or part.low <= whole.high


def _counts_of_groups(passage: Passage) -> Iterator[tuple[Count, Row]]:
    """The counts of a sentence that are parts of a group, with the group's row."""
    if _groups().keys().isdisjoint(passage.sentence.low):
        return
    for count in passage.counts:
        row = _group(passage.sentence.words, count) if count.partitive is None and count.unit == "people" else None
        if row is not None:
            yield count, row


def _group(words: Sequence[Word], count: Count) -> Row | None:
    """The row of the group that a count is part of."""
    behind = words[count.first : count.last + 2]
    if row := _named(behind, "of"):
        return row
    if row := _named(words[count.last + 1 : count.last + 1 + GAP], "among"):
        return row
    turned = count.first > 0 and words[count.first - 1].lemma == "be"
    before = words[max(0, count.first - (TURNED_GAP if turned else GAP)) : count.first]
    if turned or any(word.lemma == "include" for word in before):
        return _named(before, "among") or (_named(before, "") if before[-1].lemma == "include" else None)
    return None


def _named(words: Sequence[Word], opening: str) -> Row | None:
    """The group of "of the dead", "among those killed", "the dead", whichever word opens it."""
    low = [word.text.lower() for word in words]
    for at, word in enumerate(low):
        opened = at and low[at - 1] in ("the", "those") and (not opening or (at > 1 and low[at - 2] == opening))
        if opened and word in _groups():
            return _groups()[word]
    return None
