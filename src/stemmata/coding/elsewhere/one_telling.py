"""Tells whether two reports of a document tell of one happening, or the one of several that the other is one of.

Asked of a report that names no day, beside one that does.
"""

import math
from collections.abc import Mapping
from typing import Final, NamedTuple

from stemmata.coding.locating.ties import opens
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.alike import LESS_SPECIFIC
from stemmata.coding.retelling.counts import joined_by_figure, shares_toll
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Word
from stemmata.places.sphere import kilometres
from stemmata.records import Report, Where

VIOLENT: Final = frozenset({"fighting", "strikes", "bombs", "civilians", "property"})
QUIET: Final = frozenset({"surrender", "withdrawal", "deployment", "siege"})
WIDE: Final = frozenset({"country", "region", "area", "sea"})
# Sentences, from the headline on, that may sum up what follows.
LEAD: Final = 2
# Those that may be a headline and its lead.
HEAD: Final = 1
# How many sentences on those who died are still those of what was just told. Set by judgement.
BESIDE: Final = 2
# Words at the head of a sentence that go on at the same time.
AT_ONCE: Final = frozenset({"meanwhile", "simultaneously", "concurrently"})
# Pronouns of those who did the last deed, and how many words may stand before them at the head of a sentence.
THEY: Final = frozenset({"they", "he", "she", "it"})
OPENING: Final = 1
# How many sentences on what is told of the same place is still of the same day. Set by judgement.
IN_SCENE: Final = 3
# How far around a town lies what is told to be near it, in kilometres. Set by judgement.
NEAR_KM: Final = 40
DEGREE_KM: Final = 111.2


class Telling(NamedTuple):
    """A report with the sentence and the word that tell it."""

    report: Report
    passage: Passage
    word: Word


def is_definite(one: Telling) -> bool:
    """ "The attack", "that bombing", "firing the shells": it has been told."""
    sentence = one.passage.sentence
    noun = one.word if one.word.upos == "NOUN" else sentence.child(one.word, "obj")
    if noun is None or noun.upos != "NOUN":
        return False
    if noun is not one.word and (one.word.xpos != "VBG" or sentence.children(noun, "amod", "compound", "nmod", "acl")):
        return False
    return clauses.determined(sentence, noun, clauses.DEFINITE)


def is_sum(source: Telling) -> bool:
    """ "Attacks in three provinces killed nine on Friday", at the head of a text: they are told one by one behind."""
    return source.passage.number <= LEAD and is_plural(source)


def is_plural(source: Telling) -> bool:
    """ "Rocket attacks", "strikes"."""
    last = next((w for w in source.passage.sentence.words if w.end >= source.report.trigger.span.end), source.word)
    return last.xpos in ("NNS", "NNPS")


def of_one(source: Telling, one: Telling, families: Mapping[str, str], scene: Scene) -> bool:
    """Tell whether a dated report tells of the same happening as another, or of several of which it is one.

    Of another type it does so only where both tell the same number: an article on one strike tells of clashes too.
    """
    a, b = source.report, one.report
    if source.passage is one.passage:
        return _goes_on(source, one) or _retold(source, one)
    if source.passage.number > one.passage.number and _adds(source, scene):
        return False
    if families[b.type] in VIOLENT and _they_went_on(source, one):
        return True
    violent = {families[a.type], families[b.type]} <= VIOLENT and not {a.type, b.type} & QUIET
    told_again = joined_by_figure(a, b) and (not one_place.apart(a, b) or shares_toll(a, b))
    if told_again and (a.type == b.type or (violent and {a.type, b.type} & LESS_SPECIFIC)):
        return True
    if a.type == b.type and (_same_place(source, one) or _all_within(source, one) or _details(source, one)):
        return True
    if not violent:
        return False
    return (
        is_bare_mention(one)
        or _meanwhile(source, one)
        or _tells_the_dead(source, one)
        or _adds(one, scene)
        or _is_part(source, one, families)
        or _in_scene(source, one)
        or (_open(source) and _all_within(source, one))
    )


def _goes_on(source: Telling, one: Telling) -> bool:
    """ "The attackers looted shops and took eleven people away": one subject, and what dates the first dates both."""
    sentence = source.passage.sentence
    told_before = source.report.when is not None and source.report.when.why.rule == "time-told-elsewhere"
    joined = one.word.deprel == "conj" and one.word.head == source.word.index
    return told_before and joined and sentence.child(one.word, "nsubj", "nsubj:pass") is None


def _retold(source: Telling, one: Telling) -> bool:
    """What was told before with its day, and is told again beside it: "had targeted the market, blaming the army for
    the strike"."""
    when, sentence = source.report.when, source.passage.sentence
    told_before = when is not None and not sentence.start <= when.span.start < sentence.end
    return told_before and source.report.type == one.report.type and _same_place(source, one)


def _meanwhile(source: Telling, one: Telling) -> bool:
    """ "Meanwhile rockets hit the port": at the time of what was told just before."""
    first, when = one.passage.sentence.words[0].text.lower(), source.report.when
    return (
        first in AT_ONCE
        and when is not None
        and when.start == when.end
        and 0 < one.passage.number - source.passage.number <= BESIDE
    )


def _they_went_on(source: Telling, one: Telling) -> bool:
    """ "Militants came on motorbikes on Wednesday. They gunned down 97 men.": what the same ones did next."""
    next_ = one.passage.number - source.passage.number == 1 and one.passage.block_number == source.passage.block_number
    subjects = one.passage.sentence.children(one.word, "nsubj")
    they = next_ and any(w.text.lower() in THEY and w.index <= OPENING for w in subjects)
    return they and bool(source.report.initiator) and not _own_places(one.report)


def is_bare_mention(one: Telling) -> bool:
    """ "The assault was claimed by the group": no means and no place of its own."""
    open_ = any(m.word.index == one.word.index and m.row.role == "open" for m in one.passage.mentions)
    return open_ and is_definite(one) and not _own_places(one.report)


def _tells_the_dead(source: Telling, one: Telling) -> bool:
    """ "A teenager died of gunshot wounds, a nurse said", right behind the clash."""
    near = 0 < one.passage.number - source.passage.number <= BESIDE
    return (
        near and one.report.type == "casualties" and source.report.type != "casualties" and not _own_places(one.report)
    )


def _adds(one: Telling, scene: Scene) -> bool:
    """ "Rockets also hit the camp", "another shell fell": it is told as more of the same."""
    sentence = one.passage.sentence
    clause = next((w for w in (one.word, *sentence.ancestors(one.word)) if w.upos == "VERB"), one.word)
    near = {clause.index, one.word.index, *(w.index for w in sentence.children(clause))}
    adding = scene.codebook.speakers["adding"]
    return any(w.text.lower() in adding and w.head in near for w in sentence.words)


def _is_part(source: Telling, one: Telling, families: Mapping[str, str]) -> bool:
    """ "Attacks in Aleppo, Hama and Damascus killed nine on Friday": each of them is told in its turn.

    Air strikes have no shelling among them; fighting has burnt shops, and explosions a suicide bomber.
    """
    a, b = source.report.type, one.report.type
    kind = a == b or _open(source) or families[a] == families[b] == "bombs" or families[b] == "property"
    if not kind or not is_sum(source) or source.passage.number > one.passage.number:
        return False
    words = source.passage.sentence.words
    named = {w.text for p in source.passage.places for w in words[p.first : p.last + 1] if w.upos == "PROPN"}
    return any(w.text in named for w in one.passage.sentence.words)


def _open(source: Telling) -> bool:
    """ "Attacks", "violence": of whatever means."""
    return any(m.word.index == source.word.index and m.row.role == "open" for m in source.passage.mentions)


def _all_within(source: Telling, one: Telling) -> bool:
    """ "Attacks across the province": what is told behind at places in it is of them."""
    told, own = source.report.places, _own_places(one.report)
    if not (is_sum(source) and told and source.passage.number < one.passage.number):
        return False
    return bool(own) and all(any(_holds(wide, place) for wide in told) for place in own)


def _holds(wide: Where, place: Where) -> bool:
    """Tell whether a place may lie in a country, a region or an area."""
    if wide.level not in WIDE or place.level in WIDE or place.country not in (wide.country, None):
        return False
    if wide.lat is None or wide.lon is None or place.lat is None or place.lon is None:
        return True
    return kilometres(wide.lat, wide.lon, place.lat, place.lon) <= (wide.radius_m or 0) / 1000


def _in_scene(source: Telling, one: Telling) -> bool:
    """ "They torched ten cars", "burned nine houses in the town", some sentences on and where the last one was."""
    places = one.report.places
    if not 0 < one.passage.number - source.passage.number <= IN_SCENE or not places:
        return False
    if any(place.why.rule not in one_place.TAKEN_UP for place in places):
        return False
    return {_name(place) for place in places} == {_name(place) for place in source.report.places}


def _details(source: Telling, one: Telling) -> bool:
    """ "Four rounds landed at the bus station", right behind the shells that hit a town."""
    own, told = _own_places(one.report), source.report.places
    at_once = one.passage.number - source.passage.number == 1
    at_once = at_once and not any(opens(one.passage.sentence, place) for place in one.passage.places)  # "In X, ..."
    close = all(place.level == "unknown" for place in own)
    return at_once and close and any(place.level == "populated_place" for place in told)


def _own_places(report: Report) -> list[Where]:
    """The places that the report's own words name."""
    return [p for p in report.places if p.why.rule not in one_place.UNNAMED]


def _same_place(source: Telling, one: Telling) -> bool:
    own, told = _own_places(one.report), source.report.places
    if not own:
        return True
    names = {_name(place) for place in told}
    if any(_name(place) in names or _lies_in(place, source.report) for place in own):
        return True
    next_ = 0 < one.passage.number - source.passage.number <= 1
    if not (is_plural(source) or next_) or not told:
        return False
    wide = all(place.level in WIDE for place in told)
    return all(
        (wide and place.country == told[0].country) or any(_near(place, other) for other in told) for place in own
    )


def _near(place: Where, other: Where) -> bool:
    """Tell whether a place lies where another one says that it is near."""
    if other.relation == "at" or place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return False
    east = (place.lon - other.lon) * math.cos(math.radians(other.lat))
    return DEGREE_KM * math.hypot(place.lat - other.lat, east) <= NEAR_KM


def _lies_in(quarter: Where, source: Report) -> bool:
    """Tell whether a place is a quarter of a town that the source tells."""
    if quarter.located is None or quarter.located.rule != "place-in-town":
        return False
    return any(place.located is not None and place.located.entry == quarter.located.entry for place in source.places)


def _name(place: Where) -> str:
    return (place.name or place.span.quote).casefold()
