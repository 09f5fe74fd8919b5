"""Chooses which of the places named in a sentence a happening happened at."""

from collections.abc import Iterator, Sequence

from stemmata.coding import clauses
from stemmata.coding.claims import Claim
from stemmata.coding.eligibility import is_people
from stemmata.coding.happenings import Happening
from stemmata.coding.nearness import nearest
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.language.trees import matches
from stemmata.places import Scored
from stemmata.places.wording import place_words
from stemmata.records import PlaceCandidate, Relation, Where, Why

# Places of these levels only say where another lies, when both are told.
WIDE = ("country", "region", "district", "area", "sea")


def locate(
    happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene
) -> tuple[PlaceName, ...]:
    """The places of its own passage that a happening happened at.

    Args:
        happening: the happening.
        rivals: the other happenings of its passage.
        claims: who says so; a name that speaks ("told SANA") is no place here.
        scene: its document.
    """
    passage = happening.passage
    one_place = scene.codebook.types[happening.type].one_place  # a place taken or left is the object of its verb
    if (described := _described_object(happening, one_place=one_place)) is not None:
        return (described,)
    speaking = {speaker.head.start for claim in claims for speaker in claim.voices}
    candidates = [
        n
        for n, place in enumerate(passage.places)
        if place.head.start not in speaking
        and (_is_what_changed_hands(happening, place) or not _only_seat(passage, place))
        and not _names_speaker(place, claims)
        and not _said_there(passage, place, claims)
        and not _comes_from(place, happening, scene)
    ]
    candidates = [n for n in candidates if not _in_an_aside(passage, passage.places[n], happening)]
    own = [n for n in candidates if nearest(passage.places[n].head, [happening, *rivals]) is happening]
    if not own and candidates:
        own = [
            n
            for n in candidates
            if _opens(passage, passage.places[n]) or _shares(passage, passage.places[n], happening)
        ]
    return tuple(_most_specific(passage, own))


def _names_speaker(place: PlaceName, claims: Sequence[Claim]) -> bool:
    """ "The Union of Journalists of the Philippines confirmed": the country of a speaker says nothing of where."""
    if place.rule != "place-without-preposition" or place.resolved is None or place.resolved.level != "country":
        return False
    return any(s.span.start < place.head.start < s.span.end for claim in claims for s in claim.voices)


def _described_object(happening: Happening, *, one_place: bool) -> PlaceName | None:
    """What was taken or left where it is only described ("captured the village"): no other place of the sentence.

    It stays a place that nobody has located; which village is meant the sentence does not say.
    """
    sentence, verb = happening.sentence, happening.trigger.word
    if not one_place or happening.trigger.row.pos != "verb":
        return None
    for head in clauses.objects(sentence, verb):
        taken_up = [p for p in happening.passage.places if p.head == head and p.rule == "place-taken-up"]
        if taken_up:
            return taken_up[0]
        first, last = clauses.phrase(sentence, head)
        near = any(0 < place.first - last.index <= 3 for place in happening.passage.places)  # "the village near X"
        named = near or any(clauses.below(sentence, place.head, head) for place in happening.passage.places)
        definite = any(det.text.lower() in ("the", "this", "that", "another") for det in sentence.children(head, "det"))
        if definite and not named and head.upos == "NOUN" and head.lemma.lower() in place_words():
            return PlaceName(first.index, last.index, head, "at", "place-described", None)
    return None


def _is_what_changed_hands(happening: Happening, place: PlaceName) -> bool:
    """Palma of "Palma is back in government hands"."""
    trigger = happening.trigger
    return trigger.row.pos == "noun" and place.head.head == trigger.word.index and place.head.deprel == "nsubj"


def _only_seat(passage: Passage, place: PlaceName) -> bool:
    """A place that acts or speaks ("Moscow said", "its ally Russia has blamed") is not where it happened."""
    word = place.head
    while (
        matches(word.deprel, ("conj", "appos", "flat", "compound"))
        and (above := passage.sentence.head(word)) is not None
    ):
        word = above
    if word.deprel not in ("nsubj", "nsubj:outer", "obl:agent"):
        return False
    verb = passage.sentence.head(word)
    return verb is not None and not (
        word.index != place.head.index and word.upos in ("NOUN",) and place.relation != "at"
    )


def _said_there(passage: Passage, place: PlaceName, claims: Sequence[Claim]) -> bool:
    """A place right behind the word of saying is where it was said: "a spokesman said in Geneva"."""
    words = passage.sentence.words
    before = [word for word in words[max(0, place.first - 4) : place.first] if word.upos not in ("DET", "ADJ")]
    cues = {claim.cue.start for claim in claims}
    if len(before) < 2 or before[-1].upos != "ADP":
        return False
    told = before[-2].start in cues or (len(before) > 2 and before[-3].start in cues and before[-2].upos == "NOUN")
    return told and place.first < len(words)


def _comes_from(place: PlaceName, happening: Happening, scene: Scene) -> bool:
    """The home of people is no place of what happened to them: "a teacher from Kano"; of those who move it is."""
    above = happening.sentence.head(place.head)
    if place.relation != "from" or happening.type in LEAVING | {"return"} or above is None:
        return False
    return matches(place.head.deprel, ("nmod",)) and is_people(happening, above, scene)


def _in_an_aside(passage: Passage, place: PlaceName, happening: Happening) -> bool:
    """A place in a clause about something else ("outlawed in Russia", "the London-based group")."""
    carriers = {word.index for word in happening.carriers}
    for word in (place.head, *passage.sentence.ancestors(place.head)):
        if word.index in carriers:
            return False
        if matches(word.deprel, ("acl", "amod")) and word.upos in ("VERB", "ADJ"):
            return not any(clauses.below(passage.sentence, carrier, word) for carrier in happening.carriers)
    return False


def _opens(passage: Passage, place: PlaceName) -> bool:
    """Tell whether a place opens its sentence ("In Iraq, ...") and so holds for all of it."""
    before = passage.sentence.words[: place.first]
    return all(w.upos in ("ADP", "DET", "ADJ", "NOUN", "PUNCT", "ADV") for w in before) and len(before) <= 5


def _shares(passage: Passage, place: PlaceName, happening: Happening) -> bool:
    """Tell whether a happening without a place stands in the same clause, no semicolon between."""
    low, high = sorted((place.head.index, happening.trigger.word.index))
    return not any(w.text in (";", ":") for w in passage.sentence.words[low:high])


def _most_specific(passage: Passage, chosen: Sequence[int]) -> Iterator[PlaceName]:
    """Leave out the places that only say where another chosen one lies, and wide ones beside points in them."""
    kept = [n for n in chosen if passage.places[n].inside not in chosen or passage.places[n].inside is None]
    levels = {n: known.level if (known := passage.places[n].resolved) else "unknown" for n in kept}
    points = any(level not in WIDE for level in levels.values())
    for n in kept:
        if not (points and levels[n] in ("country", "region")):
            yield passage.places[n]


def where(place: PlaceName, happening: Happening, scene: Scene) -> Where:
    """The record of a place of a happening."""
    passage = happening.passage
    first, last = passage.sentence.words[place.first], passage.sentence.words[place.last]
    known = place.resolved
    relation = _relation_to(place, happening)
    if relation == "at" and known is not None and known.level in WIDE:
        relation = "in_area"
    beside = known is not None and known.rule in ("place-between", "place-away")
    if known is not None and beside and known.level != "facility":
        relation = "near"  # what is told between two towns, or so far from one, is at neither; a road lies between
    return Where(
        span=scene.document.span(first.start, last.end),
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
LEAVING = frozenset({"displacement", "withdrawal"})
ARRIVING = frozenset({"arrive", "reach", "enter", "return", "advance", "head", "move"})


def _relation_to(place: PlaceName, happening: Happening) -> Relation:
    """The relation that the preposition gives; without one, or with a bare "in", the verb tells it."""
    if place.relation != "at" or happening.type not in LEAVING | {"return"}:
        return place.relation
    verb = happening.trigger.word
    if verb.lemma.lower() in ARRIVING:
        return "toward"
    if happening.type in LEAVING and place.rule in ("place-without-preposition", "place-taken-up"):
        heads = {w.index for w in clauses.objects(happening.sentence, verb)}
        return "from" if place.head.index in heads else "at"
    return place.relation
