"""Reports as events of CAMEO (Gerner, Schrodt and Yilmaz 2009): who did what to whom, in its codes.

The codes of types stand in `types.toml`, those of kinds of actors in `actor_kinds.csv`. What CAMEO cannot say is
left out here: places, times, figures, claimants. What Stemmata does not code by design has no code here: statements,
appeals, meetings, aid that is only promised, investigations, demands, threats without a place, and so on (roots 01
to 04, 06, 09 to 12, 16).
"""

from functools import cache
from itertools import product

from stemmata.actors import load_registry
from stemmata.actors.phrases import fold
from stemmata.coding.codebook import load_codebook
from stemmata.records import Party, Report
from stemmata.tables import CODEBOOK, Row, read_table

NOBODY = "---"
"""What PETRARCH writes where an actor has no country or none is told."""
THREAT, INTENT = "138", "030"
"""Of what is planned: a violent act is threatened, any other intended."""
VIOLENT = ("18", "19", "20")
ROLES = {
    "COP": "police policeman policemen",
    "MIL": "army military troop soldier force navy air marine tank warplane battalion brigade peacekeeper",
    "JUD": "court judge prosecutor tribunal",
    "LEG": "parliament senate congress lawmaker",
    "GOV": "government president minister ministry official mayor governor king",
    "OPP": "opposition protester demonstrator activist dissident",
    "REB": "rebel insurgent militant fighter guerrilla",
    "EDU": "student teacher school university",
    "MED": "journalist reporter",
    "BUS": "company airline",
    "REF": "refugee",
    "CVL": "civilian villager resident child children woman women",
}
"""CAMEO's codes of roles, with the common words that its dictionaries of agents give them to."""
SECTORS = {"PRM": "UAF", "CRM": "CRM", "PTY": "OPP"}
"""The sectors of PLOVER, which the registry holds, that CAMEO calls otherwise."""

Event = tuple[str, str, str]
"""Source, target, code."""


def events(report: Report) -> set[Event]:
    """One event for each pair of sides; sides that act on each other give one in each direction.

    CAMEO has no place: where nobody is told whom it was done to, the country where it was done stands in, as in
    "attacked Iraq" and "protested in Beijing".
    """
    code = event_code(report)
    if code is None:
        return set()
    sources, targets = ([actor_code(party) for party in side] for side in (report.initiator, report.target))
    if not targets and len(sources) > 1:
        targets = sources
    where = {iso3()[place.country] for place in report.places if place.country in iso3()}
    pairs = product(sources or [NOBODY], targets or sorted(where) or [NOBODY])
    return {(a, b, code) for a, b in pairs if a != b or NOBODY in (a, b)}


def event_code(report: Report) -> str | None:
    """The code of type and status; None for what has none: what is denied, or only possible."""
    code = load_codebook().types[report.type].cameo
    if not code or report.status.value in ("denied", "hypothetical"):
        return None
    if report.status.value == "planned":
        return THREAT if code[:2] in VIOLENT else INTENT
    return code


def is_coded(code: str) -> bool:
    """Tell whether the codebook codes what a CAMEO code means: the same code to the third digit, or its whole root."""
    ours = {kind.cameo for kind in load_codebook().types.values() if kind.cameo} | {THREAT}
    return any(code[:3] == own[:3] or code == f"{own[:2]}0" for own in ours)


def actor_code(party: Party) -> str:
    """Country in three letters and role in three: `SYRREB`. The registry's id decides; where it has none, the words."""
    return nation(party) + sector(party)


def nation(party: Party) -> str:
    """The country, ISO 3166 alpha-3; where the registry names none, the first whose name or adjective is told."""
    actor = load_registry().actors.get(party.id or "")
    if actor is not None and actor.countries:
        return iso3()[actor.countries[0]]
    words = fold(party.span.quote).split()
    runs = (" ".join(words[at : at + length]) for at in range(len(words)) for length in (3, 2, 1))
    return next((countries()[run] for run in runs if run in countries()), NOBODY)


def sector(party: Party) -> str:
    """The role: by the last word that tells one, else by the registry; a state by its name alone has none."""
    for word in reversed(fold(party.span.quote).split()):
        for code, words in ROLES.items():
            if word in words.split() or word.removesuffix("s") in words.split():
                return code
    actor = load_registry().actors.get(party.id or "")
    if actor is None:
        return ""
    if actor.kind == "government":
        return "" if fold(party.span.quote) in countries() else "GOV"
    return SECTORS.get(actor.sector, actor.sector)


@cache
def countries() -> dict[str, str]:
    """ISO 3166 alpha-3 by names, adjectives and seats of government, folded."""
    return {
        fold(word): row["iso3"]
        for row in _rows()
        for word in (row["name"], *(one for column in NAMES for one in row.several(column)))
    }


@cache
def iso3() -> dict[str, str]:
    """ISO 3166 alpha-3 by alpha-2."""
    return {row["iso2"]: row["iso3"] for row in _rows()}


NAMES = ("aliases", "adjectives", "seats")


def _rows() -> list[Row]:
    return list(read_table(CODEBOOK / "countries.csv", ("iso2", "iso3", "name", *NAMES)))
