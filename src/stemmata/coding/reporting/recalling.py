"""A place told only as "the market", where it was told before what was done to a market of a name.

"Shells hit a market in Marl. ... Shells hit the market again at noon."
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.passages import Scene
from stemmata.coding.retelling.one_place import UNNAMED
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Word
from stemmata.records import Report, Where, Why

# How many sentences back it was told of a thing that "the" takes up. Set by judgement.
RECALL: Final = 4
# The rule of the place that "there" means.
THERE: Final = "place-meant-by-there"


def recalled(draft: Report, happening: Happening, before: Sequence[tuple[Happening, Report]], scene: Scene) -> Report:
    """A report of what only "the market" places, with the place of the market of which the same was told before."""
    if not all(place.why.rule in ("place-taken-up", "place-described") for place in draft.places):
        return draft
    for earlier, report in reversed(before):
        if happening.passage.number - earlier.passage.number > RECALL:
            break
        if _is_of_the_same_thing(happening, earlier) and (places := places_named(report)):
            together = told_together(earlier.passage, happening.passage, scene)
            return replace(draft, places=told_before(places)) if together else draft
    return draft


def _is_of_the_same_thing(happening: Happening, earlier: Happening) -> bool:
    """Tell whether "the market" is what an earlier happening of the type was done to: "shells hit a market in X"."""
    if happening.type != earlier.type:
        return False
    now, then = (_objects(h) for h in (happening, earlier))
    definite = (w for w in now if clauses.determined(happening.sentence, w, clauses.DEFINITE))
    return any(w.upos == "NOUN" and any(w.lemma == other.lemma for other in then) for w in definite)


def _objects(happening: Happening) -> list[Word]:
    return [w for carrier in happening.carriers for w in arguments.objects(happening.sentence, carrier)]


def places_named(report: Report) -> tuple[Where, ...]:
    """The places that the passage of a report names; where people left from is no scene."""
    places = tuple(place for place in report.places if place.why.rule not in UNNAMED - {THERE})
    return tuple(place for place in places if place.relation != "from") or places


def told_before(places: Sequence[Where]) -> tuple[Where, ...]:
    """The places as those of a passage that names none."""
    return tuple(replace(place, why=Why("place-told-before", place.why.entry)) for place in places)
