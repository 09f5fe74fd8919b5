"""What a row of the lexicon must keep to: its slots, measures and classes are those that the coder knows."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, cast, get_args

from stemmata.coding.rows import BlameRow, EventType, Form, MeansRow, Need, Role, SupportRow, TriggerRow
from stemmata.language.words import hyphenated_verbs, words
from stemmata.tables import Row

VERB_SLOTS: Final = ("subject", "object", "trigger", "clause", "hands", "undertaking", "negated", "above")
NOUN_SLOTS: Final = ("compound", "possessive", "described", "verbless", "adjective", "purpose", "holder")
WHOLE: Final = "sentence"
# A slot is one of those or a preposition; this list keeps a typing error from becoming a slot that is never filled.
PREPOSITIONS: Final = tuple(
    "by without of on onto upon in into inside at to toward towards against from with between near outside among over"
    " for under beside through across along around round out off after before as".split()
)
SLOTS: Final = (*VERB_SLOTS, *NOUN_SLOTS, WHOLE, *PREPOSITIONS)
COUNTED_IN: Final = ("initiator", "target", "trigger", "toll", *SLOTS)
# Classes that roles.py decides by itself, beside those that classes.csv and counted.csv list.
BUILT_IN_CLASSES: Final = tuple(
    "people name side armed civilian none any bomb aircraft shell laden numeral numbered slain_body body_bomb".split()
)
# The classes of counted.csv that a trigger may ask for.
COUNTED: Final = tuple("civilian combatant person official family weapon vehicle building settlement strike".split())
OTHER_CLASSES: Final = frozenset((*BUILT_IN_CLASSES, *COUNTED))


def words_of(form: str) -> Form:
    """Part a form as the language layer parts words, so that "air-strike" meets "air - strike"."""
    return tuple(form.lower().replace("-", " ").split())


def ways_of_writing(form: str) -> tuple[Form, ...]:
    """Part a form as `words_of` parts it, and as it is where a hyphen does not part words: "counter-offensive" is one,
    and so is "tear-gas" where somebody was tear-gassed."""
    low = form.lower()
    if low in hyphenated_verbs().values():
        return words_of(form), (low,)
    whole = tuple(low[start:end] for start, end in words(low) if low[start:end] != "-") if "-" in form else ()
    return tuple(dict.fromkeys((words_of(form), whole or words_of(form))))


@dataclass(frozen=True, slots=True)
class Rules:
    """What a row must keep to."""

    types: Mapping[str, EventType]
    measures: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    """Class → the forms listed under it."""
    known: dict[tuple[str, str], Need] = field(default_factory=dict)
    """By slot and class."""

    def trigger(self, row: Row) -> Iterable[TriggerRow]:
        kind = row.one_of("type", tuple(self.types))
        pos = cast(Literal["verb", "noun"], row.one_of("pos", ("verb", "noun")))
        role = cast(Role, row.one_of("role", get_args(Role)))
        defaults = (
            (("subject",), ("object",))
            if pos == "verb"
            else (("by", "compound", "possessive"), ("on", "against", "of"))
        )
        initiator, target = self.slots(row, "initiator", defaults[0]), self.slots(row, "target", defaults[1])
        needs, forbids = self.needs(row)
        for form in row.several("form"):
            for way in ways_of_writing(form):
                yield TriggerRow(
                    kind,
                    way,
                    pos,
                    initiator,
                    target,
                    self.counts(row),
                    needs,
                    forbids,
                    role,
                    f"{row.entry} {form}",
                )

    def sense(self, row: Row) -> Iterable[TriggerRow]:
        pos = cast(Literal["verb", "noun"], row.one_of("pos", ("verb", "noun")))
        needs, forbids = self.needs(row)
        for form in row.several("form"):
            for way in ways_of_writing(form):
                yield TriggerRow("", way, pos, (), (), (), needs, forbids, "", f"{row.entry} {form}")

    def slots(self, row: Row, column: str, default: tuple[str, ...]) -> tuple[str, ...]:
        if row[column] in ("", "-"):
            return () if row[column] else default
        told = tuple(slot for slot in row.several(column) if slot != "-")
        for slot in told:
            if slot not in SLOTS:
                raise row.wrong(
                    f"{column}: {slot!r} is no slot; it must be one of: {', '.join(SLOTS)}, or - for nowhere"
                )
        return told

    def counts(self, row: Row) -> tuple[tuple[str, str], ...]:
        pairs = []
        for part in row.several("counts"):
            slot, _, measure = part.partition(":")
            if slot not in COUNTED_IN or measure not in self.measures:
                raise row.wrong(
                    f"counts: {part!r} must be a role or slot, a colon and one of: {', '.join(self.measures)}"
                )
            pairs.append((slot, measure))
        return tuple(pairs)

    def needs(self, row: Row) -> tuple[tuple[tuple[Need, ...], ...], tuple[Need, ...]]:
        needs: list[tuple[Need, ...]] = []
        forbids: list[Need] = []
        for part in row.several("needs"):
            forbidden = part.startswith("not ")
            group = sorted((self.need(row, one) for one in part.removeprefix("not ").split("+")), key=self.commonness)
            if forbidden:
                forbids += group
            else:
                needs.append(tuple(group))
        return tuple(needs), tuple(forbids)

    def need(self, row: Row, text: str) -> Need:
        slot, _, kind = text.strip().partition(":")
        if slot not in SLOTS or (kind not in self.classes and kind not in OTHER_CLASSES):
            kinds = ", ".join(sorted({*self.classes, *OTHER_CLASSES}))
            raise row.wrong(f"needs: {text!r} must be a slot, a colon and one of: {kinds}")
        return self.known.setdefault((slot, kind), Need(slot, kind))

    def commonness(self, need: Need) -> float:
        """How many words are of a need's class: of several, the rarest is asked first."""
        return len(self.classes.get(need.kind, ())) or math.inf

    def means(self, row: Row) -> Iterable[MeansRow]:
        kind = row.one_of("type", tuple(name for name, t in self.types.items() if t.specific is not None))
        return (
            MeansRow(kind, way, f"{row.entry} {form}") for form in row.several("form") for way in ways_of_writing(form)
        )

    def support(self, row: Row) -> Iterable[SupportRow]:
        trigger, initiator, target = (self.slots(row, column, ()) for column in ("trigger", "initiator", "target"))
        for form in row.several("form"):
            yield SupportRow(words_of(form), trigger, initiator, target, f"{row.entry} {form}")

    def blame(self, row: Row) -> Iterable[BlameRow]:
        who, by, deed = (self.slots(row, column, ()) for column in ("who", "by", "deed"))
        for form in row.several("form"):
            yield BlameRow(words_of(form), who, by, deed, f"{row.entry} {form}")
