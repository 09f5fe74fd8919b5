"""Chooses which of the places named in a sentence a happening happened at."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claims
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.nearness import distance
from stemmata.coding.locating.closest import WIDE, closest, members, named_beside
from stemmata.coding.locating.halves import half, tie_in_half
from stemmata.coding.locating.not_there import FROM_THERE, MOVING, is_qualifier
from stemmata.coding.locating.openings import opening_places
from stemmata.coding.locating.relations import is_on_the_way
from stemmata.coding.locating.ties import CUSTODY, Tie, stands_with_doer, tie
from stemmata.coding.locating.unnamed import done_in, left_behind, takes_up
from stemmata.coding.locating.where_said import opens_what_is_said, said_there, says_from
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places import Scored
from stemmata.places.wording import place_words
from stemmata.records import PlaceCandidate, Relation, Where, Why

# Where somebody comes from or goes to.
ELSEWHERE: Final = ("from", "toward")
SEATED: Final = frozenset({"ministry", "government", "office", "command", "embassy", "presidency", "headquarters"})


def locate(happening: Happening, rivals: Sequence[Happening], claims: Claims, scene: Scene) -> tuple[PlaceName, ...]:
    """The places of its own passage that a happening happened at.

    Args:
        happening: the happening.
        rivals: the other happenings of its passage.
        claims: the claims of its document; where somebody speaks or is at home is no place of what is told.
        scene: its document.
    """
    passage = happening.passage
    one_place = scene.codebook.types[happening.type].one_place  # a place taken or left is the object of its verb
    if (described := _described_object(happening, one_place=one_place)) is not None:
        return (named_beside(passage, described),)
    if told_of := _told_of(happening):
        return closest(passage, told_of, scene.document.text)
    speakers = {
        head.index
        for head in set(claims.heads_in(passage))
        if head.lemma.lower() in SEATED
        or not any(_does(passage.sentence, head, carrier) for carrier in happening.carriers)
    }
    ties = {
        n: tied
        for n, place in enumerate(passage.places)
        if not said_there(happening, place, claims.cues)
        and (tied := tie(place, happening, speakers, scene)) is not None
    }
    ties |= {n: ties[first] for n, first in members(passage) if first in ties}
    for n, place in enumerate(passage.places):  # "along the line in the Nowshera sector of Rajouri"
        if n in ties and place.inside is not None and place.rule != "place-taken-up":
            ties[place.inside] = min(ties[n], ties.get(place.inside, ties[n]))
    opening = [place for there, place in opening_places(passage, scene) if there is passage]
    for n, place in enumerate(passage.places):
        if place in opening:
            ties.pop(n, None)
            if place is opening[-1]:
                ties[n] = Tie.ASIDE
    word = happening.trigger.word
    ties = {n: tie_in_half(passage.sentence, word.index, passage.places[n], tied) for n, tied in ties.items()}
    for n, tied in ties.items():
        if tied < Tie.BESIDE and opens_what_is_said(happening, passage.places[n], claims.cues):
            ties[n] = Tie.BESIDE
    nearest_to = {n for n in ties if _is_nearest(passage.places[n], happening, rivals)}
    if happening.type not in FROM_THERE | CUSTODY:  # "shot at him as he came home from X"
        ties = {
            n: t for n, t in ties.items() if t < Tie.BESIDE or not is_on_the_way(passage.sentence, passage.places[n])
        }
    if happening.type == "release":  # "nuns kidnapped in X were freed" does not tell where
        ties = {n: t for n, t in ties.items() if t != Tie.ASIDE and (t != Tie.PARTY or n in nearest_to)}
    own = [n for n, tied in ties.items() if tied == Tie.OWN and n in nearest_to]
    own = own or [n for n, tied in ties.items() if tied <= Tie.PARTY and n in nearest_to]
    own = own or [n for n, tied in ties.items() if tied <= Tie.FRAME]
    if happening.type in LEAVING and (left := tuple(left_behind(happening))[:1]):
        return (*left, *closest(passage, own, scene.document.text))  # "left the southern quarters for X"
    if not own and (unnamed := tuple(done_in(happening))[:1]):
        return unnamed
    own = own or [n for n, tied in ties.items() if tied <= Tie.BESIDE]
    if not happening.of_war:
        own = own or [n for n in ties if n in nearest_to]
        own = own or [n for n, place in enumerate(passage.places) if _has_its_own_police(passage, place, claims)]
    if opening and own and _only_arrives(happening, [passage.places[n] for n in own]):
        own = [*own, passage.places.index(opening[-1])]
    shells = happening.type == "shelling" and len(own) > 1
    origins = {n for n in own if shells and stands_with_doer(passage.places[n], happening, scene)}
    return closest(passage, own, scene.document.text, origins)


def _told_of(happening: Happening) -> list[int]:
    """The place that a clause is about: Harasta of "in Douma and Harasta, where a car bomb killed two people".

    Where it lies belongs to it, "in Goma, North Kivu, where ...".
    """
    sentence, places = happening.sentence, happening.passage.places
    if "where" not in sentence.low:
        return []
    word = happening.trigger.word
    clause = clauses.verb_of(sentence, word) or word
    where = next((w for w in sentence.children(clause, "advmod") if w.text.lower() == "where"), None)
    if where is None or any(clauses.below(sentence, place.head, clause) for place in places):
        return []
    begins, found = where.index, list[int]()
    for n in reversed(range(len(places))):
        if places[n].last >= begins or sentence.low[places[n].last + 1 : begins] not in ((), (",",)):
            continue
        if not found and places[n].relation == "near":
            return []  # "in Sake near Goma, where"
        found.append(n)
        if places[n].head.deprel == "conj":
            break
        begins = places[n].first
    wide = all((known := places[n].resolved) is not None and known.level in WIDE for n in found)
    before = any(place.first < begins for place in places)
    return [] if wide and before else found  # "in Douma, the largest town in Eastern Ghouta, where"


def _has_its_own_police(passage: Passage, place: PlaceName, claims: Claims) -> bool:
    """ "Police in Kampala said": a town's police tell of the town, where they tell no other place."""
    local = (head for head in claims.heads_in(passage) if head.lemma.lower() == "police")
    return any(place.head in passage.sentence.children(head, "nmod") for head in local)


def names_place(happening: Happening, claims: Claims) -> bool:
    """Tell whether the passage of a happening names a place other than where somebody speaks or sits, or goes to from
    a fight: "after four hours the soldiers fled towards Bourem"."""
    passage = happening.passage
    left = happening.type not in MOVING | CUSTODY
    return any(
        not (left and place.relation in ELSEWHERE)
        and not said_there(happening, place, claims.cues)
        and not says_from(passage, place, claims.cues)
        and not is_qualifier(passage.sentence, place)
        and not any(clauses.below(passage.sentence, place.head, head) for head in claims.heads_in(passage))
        for place in passage.places
    )


def _does(sentence: Sentence, speaker: Word, carrier: Word) -> bool:
    """Tell whether who speaks only does what is told: "rebels in X threatened to strike", "the use of gas shows"."""
    return clauses.below(sentence, carrier, speaker) or speaker in arguments.subjects(sentence, carrier)


def _is_nearest(place: PlaceName, happening: Happening, rivals: Sequence[Happening]) -> bool:
    """Tell whether no other happening of the sentence stands nearer to a place; its list is as near as its first."""
    head = place.head
    if head.deprel == "conj" and (opening := happening.sentence.head(head)) is not None:
        head = opening
    own, there = distance(head, happening), half(happening.sentence, place.first)
    if half(happening.sentence, happening.trigger.word.index) == there:
        rivals = [rival for rival in rivals if half(rival.sentence, rival.trigger.word.index) == there]
    return all(own[0] <= distance(head, rival)[0] for rival in rivals)


def _described_object(happening: Happening, *, one_place: bool) -> PlaceName | None:
    """What was taken or left where it is only described ("captured the village"): no other place of the sentence.

    It stays a place that nobody has located; which village is meant the sentence does not say.
    """
    sentence, verb = happening.sentence, happening.trigger.word
    if not one_place or happening.trigger.row.pos != "verb":
        return None
    for head in arguments.objects(sentence, verb):
        taken_up = [p for p in happening.passage.places if p.head == head and p.rule == "place-taken-up"]
        if taken_up:
            return taken_up[0]
        first, last = clauses.phrase(sentence, head)
        near = any(0 < place.first - last.index <= 3 for place in happening.passage.places)  # "the village near X"
        named = near or any(clauses.below(sentence, place.head, head) for place in happening.passage.places)
        definite = clauses.determined(sentence, head, {"the", "this", "that", "another"})
        if definite and not named and head.upos == "NOUN" and head.lemma.lower() in place_words():
            if takes_up(sentence, head) and (one := _only_town_before(happening, head)) is not None:
                return one
            return PlaceName(first.index, last.index, head, "at", "place-described", None)
    return None


def _only_town_before(happening: Happening, head: Word) -> PlaceName | None:
    """ "Began their assault on X and cleared the town": the one place told before, which nobody needs to know."""
    before = [p for p in happening.passage.places if p.last < head.index and p.inside is None]
    one = before[0] if len(before) == 1 else None
    if one is None or one.resolved is None or one.resolved.level != "unknown" or one.relation in ELSEWHERE:
        return None
    return one if matches(one.head.deprel, ("obj", "obl", "nmod", "nsubj:pass")) else None


def where(place: PlaceName, happening: Happening, scene: Scene) -> Where:
    """The record of a place of a happening."""
    passage = happening.passage
    first, last = passage.sentence.words[place.first], passage.sentence.words[place.last]
    known = place.resolved
    beside_it = happening.trigger.word in passage.sentence.words  # a scene set before tells of no verb of this one
    relation = _relation_to(place, happening) if beside_it else place.relation
    if beside_it and happening.type == "shelling" and relation == "at" and stands_with_doer(place, happening, scene):
        relation = "from"
    if relation == "at" and known is not None and known.level in WIDE:
        relation = "in_area"
    beside = known is not None and known.rule in ("place-between", "place-away")
    if known is not None and beside and known.level != "facility":
        relation = "near"  # what is told between two towns, or so far from one, is at neither; a road lies between
    return Where(
        span=scene.document.span(first.start, last.end - place.cut),
        relation=relation,
        name=known.name if known else None,
        country=known.country if known else None,
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        level=known.level if known else "unknown",
        radius_m=known.radius_m if known else None,
        why=Why(place.rule),
        located=Why(known.rule, known.entry) if known else None,
        pcode=known.pcode if known else None,
        candidates=tuple(_candidate(each) for each in known.candidates) if known else (),
    )


def _candidate(scored: Scored) -> PlaceCandidate:
    place = scored.place
    return PlaceCandidate(
        place.entry, place.name, place.country, place.lat, place.lon, place.level, round(scored.score, 2)
    )


# Types whose people or forces leave the place that stands as object ("fled the town", "abandoned the base").
LEAVING: Final = frozenset({"displacement", "withdrawal"})
ARRIVING: Final = frozenset({"arrive", "reach", "enter", "return", "advance", "head", "move"})


def _only_arrives(happening: Happening, places: Sequence[PlaceName]) -> bool:
    """ "Michika: lorries with grain arrived from Yola": an item that opens with where they came tells whence."""
    return happening.trigger.word.lemma.lower() in ARRIVING and all(place.relation == "from" for place in places)


def _relation_to(place: PlaceName, happening: Happening) -> Relation:
    """The relation that the preposition gives; without one, or with a bare "in", the verb tells it."""
    if _has_clause(place, happening):
        return "at"
    if place.relation != "at" or happening.type not in LEAVING | {"return"}:
        return place.relation
    verb = happening.trigger.word
    if verb.lemma.lower() in ARRIVING:
        return "toward"
    if happening.type in LEAVING and place.rule in ("place-without-preposition", "place-taken-up"):
        heads = {w.index for w in arguments.objects(happening.sentence, verb)}
        of = _kind_noun(happening.sentence, place.head)
        if heads & {place.head.index, of}:
            return "from"
    if happening.type == "displacement" and "of" in clauses.cases(happening.sentence, place.head):
        people = {w.index for carrier in happening.carriers for w in arguments.subjects(happening.sentence, carrier)}
        return "from" if _kind_noun(happening.sentence, place.head) in people else "at"  # "residents of X fled"
    return place.relation


def _has_clause(place: PlaceName, happening: Happening) -> bool:
    """ "Fled to Kela, which rebels had seized", "driven from Kela, where they shot nine": the preposition is for the
    other deed."""
    if place.relation not in ("toward", "from"):
        return False
    sentence, word = happening.sentence, happening.trigger.word
    clause = next((w for w in sentence.children(place.head, "acl") if clauses.below(sentence, word, w)), None)
    if clause is None:
        return False
    opening = sentence.children(clause, "nsubj", "obj", "advmod")
    return any(w.text.lower() in ("which", "where", "that") and w.index < clause.index for w in opening)


def _kind_noun(sentence: Sentence, head: Word) -> int:
    """The index of hamlets for either name of "the hamlets of A and B"; its own where no such word stands before."""
    first = (sentence.head(head) if head.deprel == "conj" else head) or head
    if matches(first.deprel, ("nmod", "compound")):
        return first.head
    return first.index if "of" in clauses.cases(sentence, head) else head.index
