"""Who reports: outlets, agencies, monitors, bodies and accounts, and the persons and offices that speak for them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.actors.loading import SHORT_ACRONYM, check_id, load_registry
from stemmata.actors.names import Candidate, Found, Names
from stemmata.actors.phrases import Role, Token, slug, tokens, word_roles, written
from stemmata.actors.registry import Match, Registry
from stemmata.tables import CODEBOOK, Row, own_folder, read_loose_table, read_table

SourceKind = Literal["outlet", "agency", "monitor", "ngo", "un", "ministry", "account", "official", "military"]
Scale = Literal["Local partner", "Subnational", "National", "Regional", "International", "New media", "Other"]
"""ACLED's source_scale, in its own words."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""A letter of the Admiralty system: A completely reliable … E unreliable, F cannot be judged."""

SOURCES: Final = ("id", "names", "acronyms", "kind", "scale", "country", "side", "speaks_for", "note")
OWN: Final = "own-sources.csv"
"""The user's table, in `own_folder()`."""
OWN_COLUMNS: Final = (*SOURCES, "reliability")
NEEDED: Final = ("id",)
DESCRIPTIONS: Final = ("phrases", "source", "countries", "note")

_TELLERS: Final = frozenset[Role](("teller", "organ", "arm", "part", "title", "fighter", "quality"))
_NOT_CLAIMANTS: Final = frozenset(("civilians", "protesters"))


@dataclass(frozen=True, slots=True)
class Source:
    """One who reports."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: SourceKind
    scale: Scale
    entry: str
    country: str | None = None
    """Where it sits; ISO 3166 alpha-2."""
    side: str | None = None
    speaks_for: str | None = None
    """The actor whose voice it is; None for one that speaks for itself."""
    reliability: Reliability | None = None
    """What the user says of it; the shipped table judges nobody."""


class Sources:
    """Sources by their names. Made by `load_sources`; resolving changes nothing in it."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        names: Names,
        roles: Mapping[str, frozenset[Role]],
    ) -> None:
        self.sources = sources
        self.names = names
        self._roles = roles

    def resolve(self, phrase: str, *, country: str | None = None) -> Match | None:
        """Tell which source a noun phrase names, "a Reuters correspondent", "monitors at the Observatory".

        Args:
            phrase: the noun phrase as it stands.
            country: where the happening is, ISO 3166 alpha-2, for short acronyms that several bodies use.
        """
        words, names = self.names.read(phrase)
        for name in names:
            fitting = [c for c in name.candidates if not c.bound or country in c.countries]
            one = len({c.id for c in fitting}) == 1
            if one and self._leads_to(words, name) and self._belongs(words, name.last):
                return Match(fitting[0].id, fitting[0].entry, "source-name")
        return None

    def by_its_kind(self, phrase: str) -> Match | None:
        """A source that is in no table but says what it is, under a slug of its name: "Radio Mikado"."""
        words = tokens(phrase)
        proper = [token for token in words if token.folded not in ("of", "for", "and", "de", "du", "des")]
        kinds = [token for token in proper if "outlet" in self._roles.get(token.folded, ())]
        if not kinds or len(proper) < 2 or len(kinds) == len(proper) or not all(token.capitalised for token in proper):
            return None
        if any("title" in self._roles.get(token.folded, ()) for token in words):
            return None
        return Match(slug(re.sub(r"(?i)^the\s+|\([^)]*\)", "", phrase.strip())), None, "source-by-its-kind")

    def _leads_to(self, words: Sequence[Token], name: Found) -> bool:
        """Whether the words before a name leave it as the one who tells: "a spokesman for", "Britain-based"."""
        links = [at for at in range(name.first) if "link" in self._roles.get(words[at].folded, ())]
        if not links:
            return name.first == 0 or "turn" not in self._roles.get(words[name.first - 1].folded, ())
        before = [self._roles.get(token.folded, frozenset()) for token in words[: links[0]]]
        return "into" in self._roles.get(words[links[-1]].folded, ()) and all(roles & _TELLERS for roles in before)

    def _belongs(self, words: Sequence[Token], at: int) -> bool:
        """Whether the words after a name, up to the next mark or link, only tell its people and papers."""
        named = False
        for token in words[at:]:
            roles = self._roles.get(token.folded, frozenset())
            if token.breaks or "link" in roles:
                return True
            if not roles & _TELLERS and not (named and token.capitalised):
                return False
            named = True
        return True


def load_sources(folder: Path = CODEBOOK, own: Path | None = None) -> Sources:
    """Read the sources, once for each pair of folders.

    A source that is also an actor, such as a UN agency, bears the actor's id and takes its names from there.

    Args:
        folder: the codebook, with `sources.csv` and `source_descriptions.csv`.
        own: the folder of the user's own tables, by default `tables.own_folder()`.

    Raises:
        CodebookError: a row breaks a rule; names file and line.
    """
    return _load(folder, own or own_folder())


@cache
def _load(folder: Path, own: Path) -> Sources:
    roll = SourceRoll(load_registry(folder, own), folder)
    if (file := own / OWN).exists():
        for row in read_loose_table(file, OWN_COLUMNS, NEEDED):
            roll.take(row)
    return Sources(roll.sources, roll.names, word_roles(folder))


def forget_sources() -> None:
    """Let `load_sources` read its tables anew, after the user's own have changed."""
    _load.cache_clear()


class SourceRoll:
    """The sources of the codebook, and those taken in after it, each row checked against all before it."""

    def __init__(self, registry: Registry, folder: Path = CODEBOOK) -> None:
        self.sources: dict[str, Source] = {}
        self.names = Names()
        self._actors = registry.actors
        self._countries = registry.countries
        for row in read_table(folder / "sources.csv", SOURCES):
            self._new(row)
        for row in read_table(folder / "source_descriptions.csv", DESCRIPTIONS):
            if row["source"] not in self.sources:
                raise row.wrong(f"source {row['source']!r} is no id of sources.csv")
            described = Candidate(row["source"], row.entry, "name", None, row.several("countries"), True)
            self.names.take(row, ((phrase, described) for phrase in row.several("phrases")))

    def take(self, row: Row) -> None:
        """Take in a row of the user's own: a new source, or, where it tells no kind, more of a known one.

        Raises:
            CodebookError: the row breaks a rule; nothing of it was taken.
        """
        if row["reliability"]:
            row.one_of("reliability", get_args(Reliability))
        if row["id"] not in self.sources or row["kind"]:
            self._new(row)
        else:
            self.names.take(row, _names(row))
        if row["reliability"]:
            graded: Reliability = row["reliability"]  # type: ignore[assignment]  # checked by one_of
            self.sources[row["id"]] = replace(self.sources[row["id"]], reliability=graded)

    def _new(self, row: Row) -> None:
        source = self._source(row)
        if source.id in self.sources:
            raise row.wrong(
                f"id {source.id!r} stands already on {self.sources[source.id].entry}; ids are given once, and a row"
                " that only adds names to that source or grades it leaves kind empty"
            )
        self.names.take(row, _names(row))
        self.sources[source.id] = source

    def _source(self, row: Row) -> Source:
        """The source of a row whose cells keep to the rules."""
        actor = self._actors.get(row["id"])
        check_id(row)
        if not row.several("names") and actor is None:
            raise row.wrong("a source needs a name, unless its id is an actor's whose names it bears")
        if row["speaks_for"] and row["speaks_for"] not in self._actors:
            raise row.wrong(f"speaks_for {row['speaks_for']!r} is no actor's id")
        if row["country"] and row["country"] not in self._countries:
            raise row.wrong(f"country {row['country']!r} is not in countries.csv; use an ISO 3166 alpha-2 code")
        names = row.several("names") or (actor.names if actor else ())
        row.one_of("kind", get_args(SourceKind))
        row.one_of("scale", get_args(Scale))
        return Source(
            id=row["id"],
            name=names[0],
            names=names,
            kind=row["kind"],  # type: ignore[arg-type]  # checked by one_of
            scale=row["scale"],  # type: ignore[arg-type]  # checked by one_of
            entry=row.entry,
            country=row["country"] or None,
            side=row["side"] or None,
            speaks_for=row["speaks_for"] or None,
        )


def _names(row: Row) -> Iterator[tuple[str, Candidate]]:
    for name in row.several("names"):
        yield name, Candidate(row["id"], row.entry, "name")
    for acronym in row.several("acronyms"):
        form = acronym.rstrip("*")
        bound = len(form) <= SHORT_ACRONYM and not acronym.endswith("*")
        yield form, Candidate(row["id"], row.entry, "name", written(form), row.several("country"), bound)


def resolve_claimant(
    phrase: str,
    *,
    head: str | None = None,
    day: date | None = None,
    country: str | None = None,
    introduced: Mapping[str, str] | None = None,
    folder: Path = CODEBOOK,
) -> Match | None:
    """Tell who says so: a source by its name, else the actor for whom an office or a spokesman speaks.

    Residents, witnesses and protesters are no source by name: they stay None. The arguments are those of
    `Registry.resolve`.
    """
    full = introduced.get(phrase.strip(), phrase) if introduced else phrase
    registry, sources = load_registry(folder), load_sources(folder)
    source = sources.resolve(full, country=country)
    actor = registry.resolve(phrase, head=head, day=day, country=country, introduced=introduced)
    if actor is None and (body := _without_papers(full)) != full:
        actor = registry.resolve(body, day=day, country=country, introduced=introduced)
    if actor and actor.id in _NOT_CLAIMANTS:
        actor = None
    if source and actor and country in registry.actors[actor.id].countries:
        # AFP is the agency, but the army in the Philippines
        return source if sources.sources[source.id].country == country else actor
    return source or actor or sources.by_its_kind(full)


def _without_papers(phrase: str) -> str:
    """Who speaks through papers: "UN estimates" are the UN's."""
    roles, words = word_roles(CODEBOOK), phrase.split()
    while words and "teller" in roles.get(words[-1].casefold(), ()):
        words.pop()
    return " ".join(words)
