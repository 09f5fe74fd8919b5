"""What can be counted: the record of a count, and the codebook's nouns and words of counting."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, cast, get_args

from stemmata.language.trees import Sentence, Word
from stemmata.records import Hedge, Unit
from stemmata.tables import CODEBOOK, Row, read_table

CountedClass = Literal[
    "civilian", "combatant", "person", "official", "family", "weapon", "vehicle", "building", "settlement",
    "strike", "animal", "money", "time", "distance", "share", "event",
]  # fmt: skip
FigureWord = Literal[
    "label",
    "toll",
    "rise",
    "casualty",
    "state",
    "part",
    "over",
    "title",
    "currency",
    "rank",
    "holder",
    "degree",
    "household",
]
"""The kinds of figure_words.csv, which says what each is."""

NEVER_COUNTED: Final = frozenset(("money", "time", "distance", "share"))


@dataclass(frozen=True, slots=True)
class Count:
    """A counted group. Word indices and offsets span the figure: hedge, number and counted noun phrase."""

    first: int
    last: int
    start: int
    end: int
    noun: int | None
    """Index of the counted noun; None where it is left out ("wounding dozens")."""
    of_start: int | None
    of_end: int | None
    """Offsets of the counted group without hedge and number; None where it is left out."""
    low: int | None
    high: int | None
    hedge: Hedge
    unit: Unit
    bare: bool
    """An article, "another" or "one" stands in place of a number: the caller decides whether it is a figure."""
    partitive: int | None
    """Index, in the list that was returned, of the count that contains this one."""
    part: bool
    """It is told as a part, also where its whole stands in another sentence: "five of the dead"."""
    entry: str
    """The codebook row that settled the bounds, such as `hedges.csv:12`; empty for plain digits."""
    rule: str


@lru_cache(maxsize=16384)
def counted_class(lemma: str) -> CountedClass | None:
    """The class of a counted noun: by counted.csv `combatant` for "fighter", else by its ending `person` or None."""
    low = _without_prefix(lemma.lower())
    listed = _classes().get(low)
    return "person" if listed is None and _names_a_follower(low) else listed


def _without_prefix(noun: str) -> str:
    """Combatant of "ex-combatant", inspector of "sub-inspector"; a noun that is listed whole stays whole."""
    prefix, _, rest = noun.partition("-")
    return rest if prefix in _PREFIXES and rest and noun not in _counted() else noun


def _names_a_follower(noun: str) -> bool:
    """Tell whether a noun ends like those for people: "separatist", "fisherfolk"; not "checklist"."""
    return len(noun) > len("artist") and noun.endswith(_FOLLOWING) and not noun.endswith(("klist", "tlist", "hlist"))


def never_counted(word: Word) -> bool:
    """Tell whether a noun measures time, distance, money or shares, so that no number before it is a figure."""
    row = _row(word)
    return row is not None and row["class"] in NEVER_COUNTED


def unit_of(sentence: Sentence, noun: int | None) -> Unit:
    """people, families or things, by counted.csv; people where the noun is left out, and for names of nations."""
    if noun is None:
        return "people"
    word = sentence.words[noun]
    if row := _row(word):
        return cast(Unit, row["unit"])
    low = word.text.lower()
    if low in figure_words("casualty") or word.upos in ("PRON", "ADJ", "VERB") or word.xpos == "NNPS":
        return "people"
    named = any(
        name.kind in ("people", "group", "person") and name.first <= noun <= name.last for name in sentence.names
    )
    return "people" if named or _befallen(sentence, word) or (len(low) > 5 and low.endswith(_PERSONAL)) else "things"


def _befallen(sentence: Sentence, word: Word) -> bool:
    """ "6 VDP killed": whom an acronym names by what befell them right behind it."""
    behind = sentence.low[word.index + 1 : word.index + 2]
    return word.text.isupper() and len(word.text) > 1 and not figure_words("casualty").isdisjoint(behind)


_PREFIXES: Final = frozenset(("ex", "sub", "co", "vice", "deputy"))
_FOLLOWING: Final = ("ist", "woman", "folk")
_PERSONAL: Final = ("ist", "ists", "man", "men", "woman", "women", "ian", "ians", "eer", "eers", "folk")
"""Endings of words for followers, trades and nations that the table does not list."""


@cache
def figure_words(kind: FigureWord) -> frozenset[str]:
    """The words of a kind in figure_words.csv, in lower case."""
    return frozenset(word for word, kinds in _figure_words().items() if kind in kinds)


@cache
def _figure_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table(CODEBOOK / "figure_words.csv", ("word", "kind")):
        kind = row.one_of("kind", get_args(FigureWord))
        found[row["word"]] = (*found.get(row["word"], ()), kind)
    return found


@cache
def _counted() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in read_table(CODEBOOK / "counted.csv", ("lemma", "unit", "class")):
        row.one_of("unit", get_args(Unit))
        row.one_of("class", get_args(CountedClass))
        if row["lemma"] in rows:
            raise row.wrong(f"{row['lemma']} stands twice in this table")
        rows[row["lemma"]] = row
    return rows


@cache
def _classes() -> dict[str, CountedClass]:
    return {lemma: cast(CountedClass, row["class"]) for lemma, row in _counted().items()}


def _row(word: Word) -> Row | None:
    """The row of a noun, by its lemma or by its letters where a parser missed the lemma."""
    low, table = _without_prefix(word.text.lower()), _counted()
    return (
        table.get(_without_prefix(word.lemma.lower()))
        or table.get(low)
        or (table.get(low[:-1]) if low.endswith("s") else None)
    )
