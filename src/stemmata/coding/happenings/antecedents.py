"""Ties what a sentence tells to the happening that an earlier sentence told.

Two things lean on an earlier happening: a consequence in a sentence of its own ("Nine people were killed, the
police said.") and a bare mention ("the attack", "it was blamed on rebels"). Leaning on the same voice they are
one happening; in the voice of somebody else they are a report of their own, of the same type, place and time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from stemmata.coding.attribution.claims import Claim, claims_over
from stemmata.coding.happenings import status
from stemmata.coding.happenings.consequences import brought_to
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.kinds_of_acts import is_of_a_kind
from stemmata.coding.happenings.nearness import by_passage, nearest
from stemmata.coding.happenings.one_account import SPEAKING_ON, hurt_nobody, more_hurt, one_account
from stemmata.coding.happenings.whereabouts import befell, is_raid, of_one_means, says_where
from stemmata.coding.passages import PlaceName, Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Why

# How many sentences after a happening a consequence, and a bare mention, may stand. Set by judgement.
REACH: Final = 2
MENTION_REACH: Final = 4
VIOLENT: Final = frozenset({"strikes", "bombs", "civilians"})
THE_DEAD: Final = frozenset({"dead", "wounded", "injured", "victim", "casualty"})
# What may go on for days, of which a sentence in the perfect counts them all.
GOING_ON: Final = frozenset(
    {"bombardment", "shelling", "fighting", "violence", "offensive", "campaign", "clash", "strike"}
)
EXPLOSIONS: Final = frozenset({"bombing", "blast", "explosion", "shelling", "bombardment", "detonation"})


@dataclass(frozen=True, slots=True)
class Told:
    """A happening with the earlier one that it leans on, if any."""

    happening: Happening
    antecedent: int | None
    """Index in the list of the happening whose type, place and time it takes over."""


def tie(happenings: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> list[Told]:
    """Happenings in text order; what leans on an earlier one in the same voice is joined to it."""
    told: list[Told] = []
    beside = by_passage(happenings)
    for happening in happenings:
        rivals = [h for h in beside[happening.passage.number] if h is not happening]
        home = _home(told, happening, rivals, claims, scene)
        if home is None:
            told.append(Told(happening, None))
        elif (_of_those(happening) or one_account(told[home].happening, happening, claims)) and (
            hurt_nobody(happening) or not _is_denied(happening, claims, scene)
        ):
            earlier = told[home].happening
            told[home] = Told(replace(earlier, later=(*earlier.later, happening)), told[home].antecedent)
        else:
            kind = told[home].happening.type
            told.append(Told(replace(happening, type=kind, why=Why("type-of-antecedent", happening.why.entry)), home))
    return told


def _home(
    earlier: Sequence[Told], happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene
) -> int | None:
    """The nearest earlier happening that this one leans on."""
    if _of_those(happening):
        before = reversed(range(len(earlier)))
        hurt = happening.trigger.row.role == "effect"
        others = ((n, earlier[n].happening) for n in before)
        return next((n for n, h in others if (_violent(h, scene) if hurt else h.type == happening.type)), None)
    if not rivals and (told := _told_where(earlier, happening, scene)) is not None:
        return told
    mention = _bare_mention(happening, rivals, scene)
    grounds = _grounds_told(happening, claims)
    alone = _consequence_alone(happening, grounds)
    if not mention and not alone and not _consequence_at_once(happening, grounds, scene):
        return None
    if ("toll", "killed") in happening.trigger.row.counts and (
        deadly := _deadly(earlier, happening, scene)
    ) is not None:
        return deadly
    beside: int | None = None
    for n in reversed(range(len(earlier))):
        other = earlier[n].happening
        last = other.later[-1].passage if other.later else other.passage
        gap = happening.passage.number - last.number
        if gap > (MENTION_REACH if mention else REACH if alone else 1):
            return beside
        if not mention and not alone and last.block_number != happening.passage.block_number:
            return None
        if gap == 1 and alone and more_hurt(happening, other):
            beside = n
        if gap > 0 and _takes_up(happening, other, scene) and not is_of_a_kind(other, scene):
            return n
    return beside


def _deadly(earlier: Sequence[Told], happening: Happening, scene: Scene) -> int | None:
    """The last happening of which deaths were told: "a rights group put the toll at 157" is no toll of a beating."""
    for n in reversed(range(len(earlier))):
        other = earlier[n].happening
        if happening.passage.number - other.passage.number > MENTION_REACH:
            return None
        at_once = happening.passage.number - other.passage.number == 1
        if at_once and _goes_on(happening, other, scene):
            return n
        if _takes_up(happening, other, scene) and any(
            measure == "killed" for h in (other, *other.later) for m in h.mentions for _, measure in m.row.counts
        ):
            return n
    return None


def _goes_on(happening: Happening, other: Happening, scene: Scene) -> bool:
    """ "Jets bombed the market, activists said. They put the toll at 11.": the toll of what they told just before."""
    they = {w.text.lower() for w in happening.sentence.words[:1]} & SPEAKING_ON
    return bool(they) and scene.codebook.types[other.type].family in ("strikes", "bombs")


def _told_where(earlier: Sequence[Told], happening: Happening, scene: Scene) -> int | None:
    """The last happening, where this one only says where it was."""
    n = len(earlier) - 1
    while n > 0 and earlier[n].antecedent is not None:
        n -= 1
    if n < 0 or not says_where(happening, earlier[n].happening, scene):
        return None
    other = earlier[n].happening
    violent = scene.codebook.types[other.type].family in VIOLENT | {"fighting"}
    again = is_raid(other, scene) or (violent and befell(happening, scene)) or of_one_means(happening, other)
    return n if again or _takes_up(happening, other, scene) else None


def _takes_up(happening: Happening, other: Happening, scene: Scene) -> bool:
    """Tell whether a mention may be of an earlier happening: of its type, or of violence that left the type open."""
    if happening.trigger.row.role == "effect" or _violent(happening, scene):
        told = other.trigger.row.role != "effect" or other.type != other.trigger.row.type  # "shells killed nine"
        return _violent(other, scene) and told and _fits(other, happening)
    return other.type == happening.type


def _violent(happening: Happening, scene: Scene) -> bool:
    return (
        scene.codebook.types[happening.type].family in VIOLENT | {"fighting"}
        and scene.codebook.types[happening.type].specific is not None
    )


def _fits(earlier: Happening, happening: Happening) -> bool:
    """A bare mention that names its means leans only on the same means."""
    explosive = happening.trigger.word.lemma.lower() in EXPLOSIONS
    if explosive and earlier.type in ("attack_on_civilians", "sexual_violence", "abduction"):
        return False  # "the bombings" are no execution
    if happening.trigger.row.role in ("open", "effect") or happening.type == earlier.type:
        return True
    return happening.type == "attack_on_civilians" and earlier.trigger.row.role == "open"  # "the massacre"


def _grounds_told(happening: Happening, claims: Sequence[Claim]) -> list[PlaceName]:
    """The places of a sentence, less those of who says it: "the prosecutor of X put the toll at sixty"."""
    word = happening.trigger.word
    voices = [v.span for claim in claims_over(claims, word.start, word.end) for v in claim.voices]
    places = [p for p in happening.passage.places if not _is_seat(happening.sentence, p)]
    return [p for p in places if not any(v.start <= p.head.start < v.end for v in voices)]


def _is_seat(sentence: Sentence, place: PlaceName) -> bool:
    """ "A Britain-based monitor": where who speaks is at home."""
    above = sentence.head(place.head)
    return above is not None and above.lemma == "base" and above.deprel == "amod"


def _consequence_alone(happening: Happening, places: Sequence[PlaceName]) -> bool:
    """A consequence that names no time, no other doer and no place but where people came from or were brought."""
    effect = happening.trigger.row.role == "effect" and happening.type in ("casualties", "property_destruction")
    if not effect or happening.of_war or happening.passage.times:
        return False
    if happening.type == "property_destruction":
        return not places
    return all(place.relation == "from" or brought_to(place, happening.sentence) for place in places)


def _consequence_at_once(happening: Happening, places: Sequence[PlaceName], scene: Scene) -> bool:
    """ "Shells fell at the gate. Four people were killed, one of whom died on the 7th.": right after, with a day."""
    effect = happening.trigger.row.role == "effect" and happening.type == "casualties"
    counted_since = any(w.text.lower() == "since" for w in happening.sentence.words)
    return effect and not happening.of_war and not _tells_new_places(happening, places, scene) and not counted_since


def _tells_new_places(happening: Happening, places: Sequence[PlaceName], scene: Scene) -> bool:
    """Tell whether a sentence names a place that the one before it does not."""
    here = happening.passage
    before = scene.passages[here.number - 1] if here.number else None
    known = {place.head.text for place in before.places} if before else set()
    return any(place.head.text not in known for place in places)


def _of_those(happening: Happening) -> bool:
    """ "Among those captured is X", "six of those killed were children": people told of before by what was done to
    them, and "four were among the dead"."""
    sentence, trigger = happening.sentence, happening.trigger
    above = sentence.head(trigger.word)
    those = above is not None and above.text.lower() == "those" and matches(trigger.word.deprel, ("acl",))
    dead = trigger.row.pos == "noun" and trigger.word.lemma.lower() in THE_DEAD and _definite(happening, trigger.word)
    among = dead and bool(clauses.cases(sentence, trigger.word) & {"among", "amongst"})
    return (those and trigger.word.xpos == "VBN") or among


def _bare_mention(happening: Happening, rivals: Sequence[Happening], scene: Scene) -> bool:
    """ "The attack", "this bombing" with no place, figure or new trigger of its own."""
    trigger = happening.trigger
    if trigger.row.pos != "noun" or happening.of_war or not _definite(happening, trigger.word):
        return False
    if happening.effects and (happening.passage.places or _has_gone_on(happening)):
        return False
    grounds = any(_own(word, happening, rivals) for word in _grounds(happening))
    return not grounds and not _names_sides(happening, scene)


def _has_gone_on(happening: Happening) -> bool:
    """ "The bombardment, now in its sixth day, has killed 460": more than what was just told."""
    sentence = happening.sentence
    return happening.trigger.word.lemma.lower() in GOING_ON and any(
        verb.word.xpos == "VBN" and any(w.text.lower() in ("has", "have") for w in sentence.children(verb.word, "aux"))
        for verb in happening.effects
    )


def _names_sides(happening: Happening, scene: Scene) -> bool:
    """ "The fighting between rebels and the army": a mention that tells who fought is no bare one."""
    sentence, trigger = happening.sentence, happening.trigger
    slots = set(trigger.row.initiator + trigger.row.target) & {"between", "by", "with", "against"}
    named = (word for slot in slots for word in fill(sentence, trigger.word, slot))
    return any(scene.classes.is_a(sentence, word, kind) for word in named for kind in ("people", "armed", "aircraft"))


def _grounds(happening: Happening) -> list[Word]:
    """The words that head the places and times of a happening's passage."""
    passage = happening.passage
    return [*(p.head for p in passage.places), *(t.head(passage.sentence) for t in passage.times)]


def _own(word: Word, happening: Happening, rivals: Sequence[Happening]) -> bool:
    return nearest(word, [happening, *rivals]) is happening


def _definite(happening: Happening, word: Word) -> bool:
    return clauses.determined(happening.sentence, word, clauses.DEFINITE)


def _is_denied(happening: Happening, claims: Sequence[Claim], scene: Scene) -> bool:
    """A denial stands by itself, whoever told of what is denied."""
    word = happening.trigger.word
    return status.decide(happening, claims_over(claims, word.start, word.end), scene).value == "denied"
