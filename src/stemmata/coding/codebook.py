"""The codebook in memory: its tables, checked on load with file and line, and ready to be asked.

A researcher edits the files of `codebook/`; nothing here knows a single trigger.
"""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeVar, cast, get_args

from stemmata.coding.headed import Headed, by_head
from stemmata.coding.rows import (
    BlameRow,
    Cue,
    CueRow,
    EventType,
    Form,
    MeansRow,
    Need,
    Role,
    SpeechRow,
    SupportRow,
    TriggerRow,
    Weight,
)
from stemmata.coding.sieve import Sieve
from stemmata.errors import CodebookError
from stemmata.language.words import words
from stemmata.records import StatusName
from stemmata.tables import CODEBOOK, Row, own_folder, read_table

VERB_SLOTS: Final = ("subject", "object", "trigger", "clause", "hands", "undertaking", "negated", "above")
NOUN_SLOTS: Final = ("compound", "possessive", "described", "verbless", "adjective", "purpose", "holder")
WHOLE: Final = "sentence"
# A slot is one of those or a preposition; this list keeps a typing error from becoming a slot that is never filled.
PREPOSITIONS: Final = [
    "by",
    "without",
    "of",
    "on",
    "onto",
    "upon",
    "in",
    "into",
    "inside",
    "at",
    "to",
    "toward",
    "towards",
    "against",
    "from",
    "with",
    "between",
    "near",
    "outside",
    "among",
    "over",
    "for",
    "under",
    "beside",
    "through",
    "across",
    "along",
    "around",
    "round",
    "out",
    "off",
    "after",
    "before",
    "as",
]
SLOTS: Final = (*VERB_SLOTS, *NOUN_SLOTS, WHOLE, *PREPOSITIONS)
COUNTED_IN: Final = ("initiator", "target", "trigger", "toll", *SLOTS)
# Classes that roles.py decides by itself, beside those that classes.csv and counted.csv list.
BUILT_IN_CLASSES: Final = tuple(
    "people name side armed civilian none any bomb aircraft shell laden numeral numbered slain_body body_bomb".split()
)

MANY: Final = 10_000
"""Stands for how many words are of a class that no table lists."""


@dataclass(frozen=True)
class Codebook:
    """All tables that the coder asks."""

    types: Mapping[str, EventType]
    measures: Mapping[str, str]
    """Measure → class of the counted noun that takes it, or empty."""
    triggers: Mapping[str, Headed]
    """By the lemma that heads the form: longest form first, then other senses, then the order of the file."""
    means: Mapping[str, tuple[MeansRow, ...]]
    """By the last lemma of the form, longest first."""
    support: Mapping[str, tuple[SupportRow, ...]]
    """By first lemma, longest first."""
    blame: Mapping[str, tuple[BlameRow, ...]]
    """By first lemma, longest first."""
    classes: Mapping[str, frozenset[str]]
    """Class → lemmas or two-word forms."""
    cues: Mapping[Cue, Mapping[str, CueRow]]
    speech: Mapping[str, Mapping[str, SpeechRow]]
    """Part of speech → form → row."""
    speakers: Mapping[str, frozenset[str]]
    """Class → nouns of those who speak, as lemmas."""
    digest: str
    """First 12 hexadecimal digits of the SHA-256 over the files, so that a coding says which codebook made it."""

    class_words: Mapping[str, frozenset[str]] = field(init=False)
    """The last words of the forms of each class."""
    classes_ending_in: Mapping[str, frozenset[str]] = field(init=False)
    """The classes that have a form with this last word."""
    tellers: frozenset[str] = field(init=False)
    """The lemmas of verbs of saying, of tolls, of naming, and of what is said ("by his account", "a report that")."""
    sieve: Sieve = field(init=False)
    """Tells texts without any trigger from those to read."""

    def __post_init__(self) -> None:
        last_words = {kind: frozenset(form.split()[-1] for form in listed) for kind, listed in self.classes.items()}
        object.__setattr__(self, "class_words", last_words)
        ending_in: defaultdict[str, set[str]] = defaultdict(set)
        for kind, listed in last_words.items():
            for word in listed:
                ending_in[word].add(kind)
        frozen = {word: frozenset(kinds) for word, kinds in ending_in.items()}
        object.__setattr__(self, "classes_ending_in", frozen)
        verbs = (*self.speech["verb"], *self.speech["toll"], *self.speakers["naming"])
        nouns = (*self.speakers["telling"], *self.speakers["denied"], *self.speakers["document"])
        object.__setattr__(self, "tellers", frozenset((*verbs, *nouns)))
        rows = [row for headed in self.triggers.values() for row in headed.rows if row.type]
        object.__setattr__(self, "sieve", Sieve((row.form[row.head], row.form) for row in rows))


@cache
def load_codebook(folder: Path = CODEBOOK) -> Codebook:
    """Read and check the codebook in a folder.

    Raises:
        CodebookError: a file breaks a rule; the message names file and line.
    """
    types = _read_types(folder / "types.toml")
    measures = {row["measure"]: row["class"] for row in read_table(folder / "measures.csv", _MEASURES)}
    classes = _read_classes(folder / "classes.csv")
    sizes = {kind: len(classes.get(kind, ())) or MANY for kind in (*BUILT_IN_CLASSES, *_COUNTED, *classes)}
    rules = _Rules(types, measures, sizes)
    senses = [r for row in read_table(folder / "other_senses.csv", _SENSES) for r in rules.sense(row)]
    triggers = [r for row in read_table(folder / "triggers.csv", _TRIGGERS) for r in rules.trigger(row)]
    return Codebook(
        types=types,
        measures=measures,
        triggers=by_head((*senses, *triggers)),
        means=_index_means(r for row in read_table(folder / "means.csv", _MEANS) for r in rules.means(row)),
        support=_by_first(r for row in read_table(folder / "support.csv", _SUPPORT) for r in rules.support(row)),
        blame=_by_first(r for row in read_table(folder / "blame.csv", _BLAME) for r in rules.blame(row)),
        classes=classes,
        cues=_read_cues(folder / "cues.csv"),
        speech=_read_speech(folder / "speech.csv"),
        speakers=_read_classes(folder / "speakers.csv"),
        digest=_digest(folder),
    )


_TRIGGERS: Final = ("type", "form", "pos", "initiator", "target", "counts", "needs", "role", "note")
_SENSES: Final = ("form", "pos", "needs", "note")
_MEASURES: Final = ("measure", "class", "means")
_CLASSES: Final = ("class", "form")
_MEANS: Final = ("type", "form")
_SUPPORT: Final = ("form", "trigger", "initiator", "target", "note")
_BLAME: Final = ("form", "who", "by", "deed", "note")
_CUES: Final = ("status", "form", "cue", "note")
_SPEECH: Final = ("form", "pos", "weight", "note")
# The classes of counted.csv that a trigger may ask for.
_COUNTED: Final = tuple("civilian combatant person official family weapon vehicle building settlement strike".split())


def words_of(form: str) -> Form:
    """Part a form as the language layer parts words, so that "air-strike" meets "air - strike"."""
    return tuple(form.lower().replace("-", " ").split())


def ways_of_writing(form: str) -> tuple[Form, ...]:
    """A form as `words_of` parts it, and as it is where a hyphen does not part words: "counter-offensive" is one."""
    low = form.lower()
    whole = tuple(low[start:end] for start, end in words(low) if low[start:end] != "-") if "-" in form else ()
    return tuple(dict.fromkeys((words_of(form), whole or words_of(form))))


def _read_types(file: Path) -> dict[str, EventType]:
    try:
        text = file.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError as error:
        raise CodebookError(f"{file}:1: this codebook file is missing; put it back from the release") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodebookError(f"{file}: {error}") from error
    lines = {line.strip(): number for number, line in enumerate(text.splitlines(), 1)}
    types = {}
    for name, table in tables.items():
        at = f"{file}:{lines.get(f'[{name}]', 1)}"
        try:
            types[name] = EventType(
                name=name,
                means=str(table["means"]),
                example=str(table["example"]),
                family=str(table["family"]),
                specific=table.get("specific"),
                one_place=bool(table.get("one_place", False)),
                lasting=bool(table.get("lasting", False)),
                people=dict(table.get("people", {})),
                struck=table.get("struck"),
                acled=tuple((str(event), str(sub_event)) for event, sub_event in table["acled"]),
                plover=str(table["plover"]),
                cameo=str(table["cameo"]),
            )
        except KeyError as error:
            raise CodebookError(f"{at}: type {name} lacks {error}") from error
        except (TypeError, ValueError) as error:
            raise CodebookError(f"{at}: type {name}: acled is a list of pairs [event type, sub-event type]") from error
    return types


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a row must keep to."""

    types: Mapping[str, EventType]
    measures: Mapping[str, str]
    classes: Mapping[str, int]
    """Class → how many forms are listed under it."""
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
            group = tuple(self.need(row, one) for one in part.removeprefix("not ").split("+"))
            group = tuple(sorted(group, key=lambda need: self.classes[need.kind]))  # the rarest is asked first
            if forbidden:
                forbids += group
            else:
                needs.append(group)
        return tuple(needs), tuple(forbids)

    def need(self, row: Row, text: str) -> Need:
        slot, _, kind = text.strip().partition(":")
        if slot not in SLOTS or kind not in self.classes:
            raise row.wrong(f"needs: {text!r} must be a slot, a colon and one of: {', '.join(sorted(self.classes))}")
        return self.known.setdefault((slot, kind), Need(slot, kind))

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


def _index_means(rows: Iterable[MeansRow]) -> dict[str, tuple[MeansRow, ...]]:
    by_last: dict[str, list[MeansRow]] = defaultdict(list)
    for row in rows:
        by_last[row.form[-1]].append(row)
    return {last: tuple(sorted(found, key=lambda row: -len(row.form))) for last, found in by_last.items()}


ByFirst = TypeVar("ByFirst", SupportRow, BlameRow)


def _by_first(rows: Iterable[ByFirst]) -> dict[str, tuple[ByFirst, ...]]:
    by_first: dict[str, list[ByFirst]] = defaultdict(list)
    for row in rows:
        by_first[row.form[0]].append(row)
    return {first: tuple(sorted(found, key=lambda row: -len(row.form))) for first, found in by_first.items()}


def _read_classes(file: Path) -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(map(str.lower, row.several("form"))) for row in read_table(file, _CLASSES)}


def _read_cues(file: Path) -> dict[Cue, dict[str, CueRow]]:
    cues: dict[Cue, dict[str, CueRow]] = {cue: {} for cue in get_args(Cue)}
    for row in read_table(file, _CUES):
        status = cast(StatusName, row.one_of("status", get_args(StatusName)))
        cue = cast(Cue, row.one_of("cue", get_args(Cue)))
        for form in row.several("form"):
            cues[cue].setdefault(form.lower(), CueRow(status, form, cue, f"{row.entry} {form}"))
    return cues


def _read_speech(file: Path) -> dict[str, dict[str, SpeechRow]]:
    speech: dict[str, dict[str, SpeechRow]] = {"verb": {}, "preposition": {}, "toll": {}}
    for row in read_table(file, _SPEECH):
        pos = cast(Literal["verb", "preposition", "toll"], row.one_of("pos", tuple(speech)))
        weight = cast(Weight, row.one_of("weight", get_args(Weight)))
        for form in row.several("form"):
            speech[pos].setdefault(form.lower(), SpeechRow(form, pos, weight, f"{row.entry} {form}"))
    return speech


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    own = own_folder().glob("own-*.csv")  # a user's own actors and sources change what comes out
    for file in (*sorted(folder.iterdir()), *sorted(own)):
        if file.suffix in (".csv", ".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]
