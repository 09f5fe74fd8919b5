"""Reads the registry from the codebook's tables, with the user's own actors beside them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.actors.names import Candidate, Mark, Names
from stemmata.actors.phrases import slug, word_roles, written
from stemmata.actors.registry import Actor, Registry
from stemmata.tables import CODEBOOK, Row, own_folder, read_loose_table, read_table

ACTORS: Final = (
    *("id", "names", "acronyms", "kind", "countries", "side", "parent"),
    *("from", "to", "became", "wikidata", "note"),
)
KINDS: Final = ("id", "inter", "sector", "means")
DESCRIPTIONS: Final = ("phrases", "actor", "countries", "from", "to", "note")
LEADERS: Final = ("names", "actor", "from", "to", "office", "public")
COUNTRIES: Final = ("iso2", "iso3", "name", "aliases", "adjectives", "seats")
OWN: Final = "own-actors.csv"
"""The user's table, in `own_folder()`. It may leave out columns of `ACTORS` other than `NEEDED`."""
NEEDED: Final = ("id", "names")
OWN_LEADERS: Final = "own-leaders.csv"
"""The user's table of persons, in `own_folder()`."""
LEADERS_NEEDED: Final = ("names", "office")

SHORT_ACRONYM: Final = 3
"""Letters up to which an acronym counts only in its actor's countries, unless a `*` marks it as usual everywhere. Of
the 281 of that length in the tables of actors and sources 13 stand for two bodies, of the 268 longer ones 3; and the
world has more bodies than the tables."""

_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")


def load_registry(folder: Path = CODEBOOK, own: Path | None = None) -> Registry:
    """Read the registry, once for each pair of folders.

    Args:
        folder: the codebook, with `actors.csv`, `descriptions.csv`, `leaders.csv`, `countries.csv` and their
            vocabularies.
        own: the folder of the user's own tables, by default `tables.own_folder()`.

    Raises:
        CodebookError: a row breaks a rule; names file and line.
    """
    return _load(folder, own or own_folder())


@cache
def _load(folder: Path, own: Path) -> Registry:
    roll = Roll(folder)
    if (file := own / OWN).exists():
        for row in read_loose_table(file, ACTORS, NEEDED):
            roll.take(row)
    if (file := own / OWN_LEADERS).exists():
        for row in read_loose_table(file, LEADERS, LEADERS_NEEDED):
            roll.take_leader(row)
    return Registry(roll.actors, roll.names, word_roles(folder), roll.persons)


def forget_registry() -> None:
    """Let `load_registry` read its tables anew, after the user's own have changed."""
    _load.cache_clear()


def load_kinds(folder: Path = CODEBOOK) -> dict[str, Row]:
    """The rows of `actor_kinds.csv` by their ids."""
    return {row["id"]: row for row in read_table(folder / "actor_kinds.csv", KINDS)}


class Roll:
    """The actors and names of the codebook, and those taken in after it, each row checked against all before it."""

    def __init__(self, folder: Path = CODEBOOK) -> None:
        self.actors: dict[str, Actor] = {}
        self.names = Names()
        self.persons = Names()
        """Persons in office by their names, also those who stand for no actor."""
        self.kinds = load_kinds(folder)
        states = read_table(folder / "countries.csv", COUNTRIES)
        self._countries = {row["iso2"] for row in states}
        for row in states:
            self._enter(_government(row, self.kinds["government"]), row)
            self.names.take(row, _state_names(row))
        rows = read_table(folder / "actors.csv", ACTORS)
        for row in rows:
            self._enter(self._actor(row), row)
        for row in rows:
            self._check_kin(row)
            self.names.take(row, _actor_names(row, self.actors[row["id"]]))
        for row in read_table(folder / "descriptions.csv", DESCRIPTIONS):
            self._described(row, "phrases", row.several("countries"))
        for row in read_table(folder / "leaders.csv", LEADERS):
            self.take_leader(row)

    def take(self, row: Row) -> None:
        """Take in a row of the user's own: a new actor, or, where it tells no kind, more names of a known one.

        Raises:
            CodebookError: the row breaks a rule; nothing of it was taken.
        """
        known = self.actors.get(row["id"])
        if known and not row["kind"]:
            self._more_names(row, known)
            return
        if known is None and not row["kind"]:
            raise row.wrong(f"kind is missing; it must be one of: {', '.join(self.kinds)}")
        actor = self._actor(row)
        self._check_unknown(row)
        self._check_kin(row)
        self.names.take(row, _actor_names(row, actor))
        self.actors[actor.id] = actor

    def take_leader(self, row: Row) -> None:
        """Take in a person in office, of the codebook or the user's own.

        Raises:
            CodebookError: the row breaks a rule; nothing of it was taken.
        """
        row.one_of("public", ("", *get_args(Mark)))
        if not row["office"]:
            raise row.wrong("office is missing; only persons in a public office or at the head of a body are listed")
        if row["actor"]:
            self._described(row, "names", (), person=True)
        since, until = days(row)
        mark: Mark | None = row["public"] or None  # type: ignore[assignment]  # checked by one_of
        person = Candidate(row["actor"], row.entry, "name", None, (), False, since, until, True, True, mark)
        self.persons.take(row, ((name, person) for name in row.several("names")))

    def _enter(self, actor: Actor, row: Row) -> None:
        self._check_unknown(row, actor.id)
        self.actors[actor.id] = actor

    def _check_unknown(self, row: Row, id_: str | None = None) -> None:
        id_ = id_ or row["id"]
        if id_ in self.actors:
            raise row.wrong(
                f"id {id_!r} stands already on {self.actors[id_].entry}; ids are given once, and a row that only"
                " adds names to that actor leaves kind empty"
            )

    def _actor(self, row: Row) -> Actor:
        """The actor of a row whose cells keep to the rules."""
        check_id(row)
        kind = self.kinds[row.one_of("kind", tuple(self.kinds))]
        if not row.several("names"):
            raise row.wrong("an actor needs at least one name; the first is the usual English one")
        if row["wikidata"] and not _WIKIDATA.fullmatch(row["wikidata"]):
            raise row.wrong(f"wikidata is an item like Q2429253, not {row['wikidata']!r}")
        self._check_countries(row)
        since, until = days(row)
        return Actor(
            id=row["id"],
            name=row.several("names")[0],
            names=row.several("names"),
            kind=row["kind"],
            inter=int(kind["inter"]),
            sector=kind["sector"],
            countries=row.several("countries"),
            entry=row.entry,
            side=row["side"] or None,
            parent=row["parent"] or None,
            since=since,
            until=until,
            became=row["became"] or None,
            wikidata=row["wikidata"] or None,
            note=row["note"] or None,
        )

    def _check_kin(self, row: Row) -> None:
        for column in ("parent", "became"):
            if row[column] and row[column] not in self.actors:
                raise row.wrong(f"{column} {row[column]!r} is no actor's id; one of your own must stand before it")
        if row["kind"] == "state_organ" and not row["parent"]:
            raise row.wrong("a state_organ needs the state that it acts for as its parent")
        if row["became"] and not row["to"]:
            raise row.wrong("an actor that became another needs the day `to` which it bore this name")

    def _check_countries(self, row: Row) -> None:
        if unknown := [code for code in row.several("countries") if code not in self._countries]:
            raise row.wrong(f"country {unknown[0]!r} is not in countries.csv; use ISO 3166 alpha-2 codes")

    def _more_names(self, row: Row, known: Actor) -> None:
        self._check_countries(row)
        since, until = days(row)
        countries = row.several("countries") or known.countries
        meant = known.parent if known.kind == "state_organ" and known.parent else known.id
        self.names.take(row, _names(row, meant, countries, since or known.since, until or known.until))

    def _described(self, row: Row, column: str, countries: Sequence[str], *, person: bool = False) -> None:
        """Descriptions and leaders: names that stand for an actor in some countries or for some time."""
        if row["actor"] not in self.actors:
            raise row.wrong(f"actor {row['actor']!r} is no actor's id")
        if countries:
            self._check_countries(row)
        since, until = days(row)
        homes = tuple(countries)
        candidate = Candidate(row["actor"], row.entry, "name", None, homes, bool(homes), since, until, person, True)
        self.names.take(row, ((name, candidate) for name in row.several(column)))


def check_id(row: Row) -> None:
    """Hold an id to its form.

    Raises:
        CodebookError: it is no slug.
    """
    if not row["id"] or slug(row["id"]) != row["id"]:
        raise row.wrong(f"id {row['id']!r} must be lower-case words joined by hyphens")


def days(row: Row) -> tuple[date | None, date | None]:
    """The days from and to which a row holds.

    Raises:
        CodebookError: one is no ISO day, or they stand in the wrong order.
    """
    try:
        since, until = (date.fromisoformat(row[column]) if row[column] else None for column in ("from", "to"))
    except ValueError as error:
        raise row.wrong(f"from and to are days like 2016-07-28 or empty: {error}") from error
    if since and until and since > until:
        raise row.wrong(f"it ends on {until}, before it begins on {since}")
    return since, until


def _government(row: Row, kind: Row) -> Actor:
    return Actor(
        id=f"government-of-{slug(row['name'])}",
        name=f"Government of {row['name']}",
        names=(f"Government of {row['name']}",),
        kind="government",
        inter=int(kind["inter"]),
        sector=kind["sector"],
        countries=(row["iso2"],),
        entry=row.entry,
    )


def _state_names(row: Row) -> Iterator[tuple[str, Candidate]]:
    government = f"government-of-{slug(row['name'])}"
    sorts: tuple[tuple[tuple[str, ...], Literal["state", "seat", "adjective"]], ...] = (
        ((row["name"], *row.several("aliases")), "state"),
        (row.several("seats"), "seat"),
        (row.several("adjectives"), "adjective"),
    )
    seen = set()
    for names, sort in sorts:
        for name in names:
            if name not in seen:
                seen.add(name)
                short = name if len(name) <= SHORT_ACRONYM and name.isupper() else None
                yield name, Candidate(government, row.entry, sort, form=short)


def _actor_names(row: Row, actor: Actor) -> Iterator[tuple[str, Candidate]]:
    """The names of an actor; an organ's stand for its state."""
    meant = actor.parent if actor.kind == "state_organ" and actor.parent else actor.id
    return _names(row, meant, actor.countries, actor.since, actor.until)


def _names(
    row: Row, meant: str, countries: tuple[str, ...], since: date | None, until: date | None
) -> Iterator[tuple[str, Candidate]]:
    for name in row.several("names"):
        yield name, Candidate(meant, row.entry, "name", None, countries, False, since, until)
    for acronym in row.several("acronyms"):
        form = acronym.rstrip("*")
        bound = len(form) <= SHORT_ACRONYM and not acronym.endswith("*")
        yield form, Candidate(meant, row.entry, "name", written(form), countries, bound, since, until)
