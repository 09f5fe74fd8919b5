"""Who did it, and to whom: takes the parties of a happening from its slots."""

from collections.abc import Iterable, Iterator, Sequence

from stemmata.coding import clauses
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.slots import PEOPLE, fill, keys, means_at
from stemmata.coding.triggers import Mention
from stemmata.figures import counted_class
from stemmata.language.trees import Word, matches
from stemmata.places.resolution import place_words
from stemmata.records import Party, Span, Why

# Classes of nouns that never act and are never acted upon as a party.
NO_PARTY = frozenset({"money", "time", "distance", "share", "strike", "event"})
# Types whose people stand as object when somebody drives them out ("the army displaced 300 families").
DRIVEN = frozenset({"displacement", "return"})


def initiators(happening: Happening, scene: Scene) -> tuple[Party, ...]:
    """Who did it; in displacement, return, surrender and protest those who flee, return, surrender, protest."""
    if happening.of_war:
        return ()
    if happening.type in DRIVEN and (driven := _driven(happening, scene)):
        return _parties(happening.passage, driven, scene, "driven-people")
    found = list(_role(happening, "initiator"))
    acting = [(word, rule) for word, rule in found if _can_act(happening, word, scene)]
    acting = [
        (word, rule) for word, rule in acting if rule != "initiator-of-consequence" or _can_kill(happening, word, scene)
    ]
    return _named_parties(happening.passage, acting, scene)


def targets(happening: Happening, scene: Scene) -> tuple[Party, ...]:
    """Whom or what it was done to; in displacement those who drove the people out."""
    if happening.type in DRIVEN:
        drivers = _subjects_of_driving(happening, scene) if _driven(happening, scene) else []
        return _parties(happening.passage, drivers, scene, "driver")
    found = [(word, rule) for word, rule in _role(happening, "target") if _can_suffer(happening, word, scene)]
    whole = [(word, rule) for word, rule in found if not _is_rest(happening, word)]
    return _named_parties(happening.passage, whole or found, scene)


def target_heads(happening: Happening) -> list[Word]:
    """The heads of all that stands in the target slots, parties or not: places and things too."""
    return [word for word, _ in _role(happening, "target")]


def party_span(passage: Passage, scene: Scene, head: Word, *, whole_list: bool = False) -> Span:
    """The shortest full noun phrase of a head, as it stands in the document."""
    head = head if whole_list else clauses.proper(passage.sentence, head)
    first, last = clauses.phrase(passage.sentence, head, whole_list=whole_list)
    for count in passage.counts:
        if count.noun == head.index and count.of_start is not None:
            first = next(
                (w for w in passage.sentence.words[first.index : head.index + 1] if w.start >= count.of_start), first
            )
    while first.index < head.index and (
        first.upos == "NUM" or first.text.lower() in ("more", "than", "at", "least", "some", "about")
    ):
        first = passage.sentence.words[first.index + 1]
    return scene.document.span(first.start, last.end)


def resolve_party(scene: Scene, head: Word, span: Span) -> tuple[str | None, str | None, str]:
    """The registry id of a phrase with its entry and rule; None where a reader would not be sure."""
    match = scene.registry.resolve(
        span.quote, head=head.text, day=scene.day, country=scene.country, introduced=scene.introduced
    )
    return (None, None, "no-actor-known") if match is None else (match.id, match.entry, match.rule)


def _role(happening: Happening, role: str) -> Iterator[tuple[Word, str]]:
    """Each head in the slots of a role, trigger first, with the rule that found it."""
    sentence = happening.sentence
    for mention in happening.mentions:
        rule = f"{role}-of-consequence" if mention.row.role == "effect" else f"{role}-in-slot"
        yield from ((w, rule) for w in _slots(happening, mention, role))
    for support in happening.supports:
        own = {c.index for c in happening.carriers}
        for slot in support.row.initiator if role == "initiator" else support.row.target:
            yield from ((w, f"{role}-of-support") for w in fill(sentence, support.verb, slot) if w.index not in own)


def _slots(happening: Happening, mention: Mention, role: str) -> Iterator[Word]:
    slots = mention.row.initiator if role == "initiator" else mention.row.target
    own = set(range(mention.first, mention.last + 1))
    for slot in slots:
        yield from (w for w in fill(happening.sentence, mention.word, slot) if w.index not in own)


def _driven(happening: Happening, scene: Scene) -> list[Word]:
    """People who stand as object of a verb of driving out."""
    mention = happening.trigger
    if mention.row.pos != "verb":
        return []
    found = fill(happening.sentence, mention.word, "object")
    return [w for w in found if _is_people(happening, w, scene)]


def _subjects_of_driving(happening: Happening, scene: Scene) -> list[Word]:
    found = fill(happening.sentence, happening.trigger.word, "subject")
    return [w for w in found if _is_people(happening, w, scene) or scene.classes.is_a(happening.sentence, w, "side")]


def _is_people(happening: Happening, word: Word, scene: Scene) -> bool:
    return scene.classes.is_a(happening.sentence, word, "people") or scene.classes.is_a(
        happening.sentence, word, "armed"
    )


def _can_act(happening: Happening, word: Word, scene: Scene) -> bool:
    """Leave out what cannot act: rockets, places, days; a word before a noun must be a known side or people."""
    sentence = happening.sentence
    if word.text.lower() in clauses.RELATIVES or word.upos in ("NUM", "SYM") or _is_time(happening, word):
        return False
    if _speaks(happening, word, scene) or scene.classes.is_a(sentence, word, "abstract"):
        return False
    if _is_place(happening, word) and not scene.classes.side(sentence, word):
        return False
    if scene.classes.is_a(sentence, word, "corpse") or scene.classes.is_a(sentence, word, "hurt"):
        return False
    if matches(word.deprel, ("amod", "compound")) and word.head in {c.index for c in happening.carriers}:
        if _is_place(happening, word) and not _is_country(happening, word):
            return False  # "the Kyiv offensive" says where, "the Israel strikes" who
        people = word.upos in ("NOUN", "PROPN") and scene.classes.is_a(sentence, word, "people")
        return people or scene.classes.side(sentence, word)
    counted = next((kind for key in keys(word) if (kind := counted_class(key))), None)
    if counted in NO_PARTY:
        return False
    if counted in ("weapon", "building", "settlement"):
        return scene.classes.side(sentence, word)
    means = means_at(scene.codebook, sentence, word)
    return (
        means is None
        or (means.type == "air_strike" and counted in ("vehicle", None))
        or counted in PEOPLE
        or scene.classes.side(sentence, word)
    )


def _speaks(happening: Happening, word: Word, scene: Scene) -> bool:
    """Tell whether a verb of saying follows a phrase at once: "..., residents said, ..." acts in no other verb."""
    words = happening.sentence.words
    last = clauses.phrase(happening.sentence, word)[1].index
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.lemma.lower() not in scene.codebook.speech["verb"] or after in happening.carriers:
        return False
    # "The army denied shelling the market": who denies is who would have shelled.
    own = any(c.head == after.index and c.deprel in ("xcomp", "advcl", "obj") for c in happening.carriers)
    return after.xpos in ("VBD", "VBZ", "VBP") and not own


def _can_kill(happening: Happening, word: Word, scene: Scene) -> bool:
    """The subject of a consequence did it only where it is a side, or people that nobody counts."""
    if any(count.noun == word.index for count in happening.passage.counts):
        return False
    sentence = happening.sentence
    return scene.classes.side(sentence, word) or scene.classes.is_a(sentence, word, "armed") or word.upos == "PRON"


def _is_rest(happening: Happening, word: Word) -> bool:
    """ "25 others", "five of the injured": people told beside or within those who are named."""
    counts = happening.passage.counts
    part = any(c.noun == word.index and c.partitive is not None for c in counts)
    return (
        part or word.lemma.lower() in ("other", "another", "most", "rest", "those", "each", "one") or word.upos == "NUM"
    )


def _can_suffer(happening: Happening, word: Word, scene: Scene) -> bool:
    """Leave out places and times, which have fields of their own, and what is no party at all."""
    if _speaks(happening, word, scene):
        return False
    if place_words().get(word.lemma.lower(), "facility") not in ("facility", "town") or _is_time(happening, word):
        return False
    if place_words().get(word.lemma.lower()) == "town" and _holds_place(happening, word):
        return False
    if (
        word.text.lower() in clauses.RELATIVES
        or counted_class(word.lemma.lower()) in NO_PARTY
        or (word.upos in ("NUM", "SYM") and not word.lemma.isalpha())
    ):
        return False
    return not _is_place(happening, word)


def _is_time(happening: Happening, word: Word) -> bool:
    """Tell whether a word tells when. A whole clause may ("since the army began its siege"): its parties stay."""
    words = happening.sentence.words
    stretches = [words[t.first : t.last + 1] for t in happening.passage.times if t.first <= word.index <= t.last]
    return any(all(w.upos != "VERB" for w in stretch) for stretch in stretches)


def _holds_place(happening: Happening, word: Word) -> bool:
    """ "The town of X" is a place."""
    return any(clauses.below(happening.sentence, place.head, word) for place in happening.passage.places)


def _is_place(happening: Happening, word: Word) -> bool:
    return any(place.first <= word.index <= place.last for place in happening.passage.places)


def _parties(passage: Passage, heads: Iterable[Word], scene: Scene, rule: str) -> tuple[Party, ...]:
    return _named_parties(passage, [(head, rule) for head in heads], scene)


def _is_country(happening: Happening, word: Word) -> bool:
    places = (p for p in happening.passage.places if p.first <= word.index <= p.last)
    return any(place.resolved is not None and place.resolved.level == "country" for place in places)


def _named_parties(passage: Passage, found: Sequence[tuple[Word, str]], scene: Scene) -> tuple[Party, ...]:
    """One party a phrase; a list whose members are not known apart stays one phrase."""
    parties: list[Party] = []
    whole = _lists(passage, found, scene)
    for head, rule in found:
        if head.index in whole and whole[head.index] != head.index:
            continue
        span = party_span(passage, scene, head, whole_list=whole.get(head.index) == head.index)
        if any(_same_words(party.span, span) for party in parties):
            continue
        identity, entry, _ = resolve_party(scene, head, span)
        parties.append(Party(span, identity, Why(rule, entry)))
    return tuple(parties)


def _same_words(a: Span, b: Span) -> bool:
    """Tell whether two spans overlap, or say the same again."""
    return (a.start < b.end and b.start < a.end) or a.quote.casefold() == b.quote.casefold()


def _lists(passage: Passage, found: Sequence[tuple[Word, str]], scene: Scene) -> dict[int, int]:
    """Members of a list that is quoted whole → the list's first head: "fighters and their families"."""
    whole: dict[int, int] = {}
    heads = {word.index for word, _ in found}
    for word, _ in found:
        joined = [m for m in passage.sentence.children(word, "conj") if m.index in heads]
        if not joined:
            continue
        ids = {resolve_party(scene, m, party_span(passage, scene, m))[0] for m in (word, *joined)} - {None}
        theirs = any(passage.sentence.child(m, "nmod:poss") for m in joined)
        apart = len(ids) > 1 or sum(m.upos == "PROPN" for m in (word, *joined)) > 1
        if theirs or not apart:
            whole |= {m.index: word.index for m in (word, *joined)}
    return whole
