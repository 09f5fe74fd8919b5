"""The codebook in memory: its tables, checked on load with file and line, and ready to be asked.

A researcher edits the files of `codebook/`; nothing here knows a single trigger.
"""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, Literal, TypeVar, cast, get_args

from stemmata.coding.checking import Rules
from stemmata.coding.headed import Headed, by_head
from stemmata.coding.rows import (
    BlameRow,
    Cue,
    CueRow,
    EventType,
    MeansRow,
    SpeechRow,
    SupportRow,
    Weight,
)
from stemmata.coding.sieve import Sieve
from stemmata.errors import CodebookError
from stemmata.records import StatusName
from stemmata.tables import CODEBOOK, own_folder, read_table


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
    rules = Rules(types, measures, classes)
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
    rows = read_table(file, _CLASSES)
    return {
        row["class"]: frozenset(f for form in row.several("form") for f in _spelt_out(form.lower())) for row in rows
    }


def _spelt_out(form: str) -> Iterator[str]:
    """The forms that `trade/tax deal/pact` stands for: "trade deal", "trade pact", "tax deal", "tax pact"."""
    return map(" ".join, product(*(word.split("/") for word in form.split())))


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
