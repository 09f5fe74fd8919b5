"""Gives the counts of a passage to its happenings, and to each the measure that its verb or noun decides."""

from collections.abc import Iterator

from stemmata.coding import clauses
from stemmata.coding.figures import Count, counted_class
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Word
from stemmata.records import Figure, Span, Why

# Measures that a single unnumbered thing may have: "a soldier was killed" is one, "an air strike" is no count.
BARE = frozenset({"killed", "wounded", "captured", "freed", "abducted", "surrendered", "missing", "vehicles", "buildings"})
# A thing in the target's place of these types is counted by what it is: two tanks destroyed, ten caches seized.
BY_CLASS = {"weapon": "weapons", "vehicle": "vehicles", "building": "buildings", "settlement": "villages", "strike": "strikes"}
FIRED = frozenset({"air_strike", "shelling", "chemical_attack", "bombing", "grenade"})


def figures(happening: Happening, taken: set[tuple[int, int]], scene: Scene) -> tuple[Figure, ...]:
    """The figures of a happening. `taken` holds (passage, count) pairs that another happening has, and grows."""
    passage = happening.passage
    measures: dict[int, tuple[str, str]] = {}
    for n, measure, entry in _found(happening, scene):
        if (passage.number, n) not in taken:
            measures.setdefault(n, (measure, entry))
    for n, count in enumerate(passage.counts):
        if count.partitive in measures and n not in measures and (passage.number, n) not in taken:
            measures[n] = (measures[count.partitive][0], count.entry)  # a part has the measure of its whole
    taken |= {(passage.number, n) for n in measures}
    return tuple(
        _figure(passage, passage.counts[n], measure, entry, measures, scene) for n, (measure, entry) in sorted(measures.items())
    )


def _found(happening: Happening, scene: Scene) -> Iterator[tuple[int, str, str]]:
    """(count, measure, codebook entry) for each count that a slot of the happening holds."""
    passage = happening.passage
    for mention in happening.mentions:
        for slot, measure in mention.row.counts:
            for word in _slot_words(happening, mention, slot):
                for n in _counts_at(passage, word):
                    if not (passage.counts[n].bare and measure not in BARE) and _suits(passage.counts[n], measure):
                        yield n, measure, mention.row.entry
        for word in _all_arguments(happening, mention):
            for n in _counts_at(passage, word):
                if measure_ := _by_class(happening, passage.counts[n], passage):
                    yield n, measure_, mention.row.entry
    for support in happening.supports:
        for word in (*fill(passage.sentence, support.verb, "object"), *fill(passage.sentence, support.verb, "subject")):
            for n in _counts_at(passage, word):
                if measure_ := _by_class(happening, passage.counts[n], passage):
                    yield n, measure_, support.row.entry


def _suits(count: Count, measure: str) -> bool:
    """Counted people suit measures of people, counted things those of things."""
    return (count.unit == "things") == (measure in ("strikes", "weapons", "vehicles", "buildings", "villages")) or count.noun is None


def _slot_words(happening: Happening, mention: Mention, slot: str) -> list[Word]:
    sentence, word = happening.sentence, mention.word
    if slot == "trigger":
        return [word, *clauses.described(sentence, word)]
    if slot in ("initiator", "target"):
        slots = mention.row.initiator if slot == "initiator" else mention.row.target
        found = [w for s in slots for w in fill(sentence, word, s)]
        if happening.type in ("displacement", "return") and mention.row.pos == "verb":
            found += fill(sentence, word, "object")
        return found
    return fill(sentence, word, slot)


def _all_arguments(happening: Happening, mention: Mention) -> list[Word]:
    slots = dict.fromkeys((*mention.row.initiator, *mention.row.target, "subject", "object", "with", "by", "of"))
    if mention.row.pos == "noun":
        slots = dict.fromkeys((*mention.row.target, "with", "of"))
    words = [w for slot in slots for w in fill(happening.sentence, mention.word, slot)]
    form = [happening.sentence.words[mention.last]] if mention.last > mention.word.index else []
    return [*words, *form, mention.word]


def _counts_at(passage: Passage, word: Word) -> list[int]:
    """The counts that a word heads: the counted noun, or a number that stands for it."""
    found = []
    for n, count in enumerate(passage.counts):
        heads = count.noun == word.index if count.noun is not None else count.first <= word.index <= count.last
        if heads and count.partitive is None:
            found.append(n)
    return found


def _by_class(happening: Happening, count: Count, passage: Passage) -> str | None:
    """The measure of counted things by what they are."""
    if count.noun is None:
        return None
    kind = counted_class(passage.sentence.words[count.noun].lemma.lower())
    if kind == "weapon" and happening.type in FIRED and not _is_target(happening, count.noun):
        return None if count.bare else "strikes"
    if count.bare and kind not in ("vehicle", "building"):
        return None
    return BY_CLASS.get(kind or "")


def _is_target(happening: Happening, index: int) -> bool:
    for mention in happening.mentions:
        if mention.row.pos == "verb" and mention.word.lemma in ("destroy", "seize", "hit", "target", "damage", "strike"):
            return index in {w.index for w in fill(happening.sentence, mention.word, "object")}
    return False


def _figure(
    passage: Passage, count: Count, measure: str, entry: str, chosen: dict[int, tuple[str, str]], scene: Scene
) -> Figure:
    whole: Span | None = None
    if count.partitive is not None and count.partitive in chosen:
        container = passage.counts[count.partitive]
        whole = scene.document.span(container.start, container.end)
    of = scene.document.text[count.of_start : count.of_end] if count.of_start is not None and count.of_end is not None else ""
    return Figure(
        span=scene.document.span(count.start, count.end),
        measure=measure,
        of=of,
        low=count.low,
        high=count.high,
        hedge=count.hedge,
        unit=count.unit,
        part_of=whole,
        why=Why(count.rule, entry),
    )
