"""Whom or what it was done to: of what stands in the target slots of a happening those who suffer it, each once."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties import roles
from stemmata.coding.parties.eligibility import can_suffer, is_only_where, is_people
from stemmata.coding.parties.owners_of_means import HURTING
from stemmata.coding.parties.parties import Found, parties
from stemmata.coding.parties.roles import DRIVEN
from stemmata.coding.parties.sides_beside import struck_beside
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word
from stemmata.records import Figure, Party

# Words before a part of those told of before: "dozens, mostly women and children".
PART_OF: Final = frozenset({"including", "mostly", "mainly", "notably", "whom", "them"})
COUNTED: Final = "target-counted"
# Measures of people who come to harm.
HARM: Final = frozenset({"killed", "wounded", "casualties"})


def targets(happening: Happening, figures: Sequence[Figure], scene: Scene) -> tuple[Party, ...]:
    """Whom or what it was done to, in its later sentences too; in displacement those who drove the people out.

    Args:
        happening: what was done.
        figures: its figures, which tell who was hurt where no slot does.
        scene: the document.
    """
    if happening.type in DRIVEN:
        drivers = _subjects_of_driving(happening, scene) if roles.driven(happening, scene) else []
        return parties(happening.passage, [(word, "driver") for word in drivers], scene)
    told = [
        (part, word, rule)
        for part in (happening, *happening.later)
        for word, rule in _struck(part, scene)
        if can_suffer(part, word, scene)
    ]
    if scene.codebook.types[happening.type].family in HURTING and any(is_people(h, w, scene) for h, w, _ in told):
        told = [(h, w, rule) for h, w, rule in told if not is_only_where(h, w, scene)]
    told = _wholes(told, scene)
    if happening.type == "clash" and fill(happening.sentence, happening.trigger.word, "between"):
        told = [(h, w, rule) for h, w, rule in told if not _of_neither(w, rule)]
    elif not any(is_people(h, w, scene) for h, w, _ in told):
        told += [(h, w, COUNTED) for h, w in _counted_harmed(happening, figures, scene)]
    told = _without_doers(told, scene)
    found: list[Party] = []
    seen: set[tuple[str, str | None]] = set()
    for part, group in groupby(_without_parts_of_others(told), key=itemgetter(0)):
        heads = [(word, rule) for _, word, rule in group]
        for party in parties(part.passage, heads, scene):
            # "12 civilians were killed ... eight other civilians were hurt" are one party.
            key = (party.span.quote.split()[-1].casefold(), party.id)
            if key not in seen:
                seen.add(key)
                found.append(party)
    return tuple(found)


def _struck(part: Happening, scene: Scene) -> tuple[Found, ...]:
    """What stands in the target's slots, and what was hit beside it."""
    told = tuple(roles.in_role(part, "target", scene))
    return (*told, *struck_beside(part, [word for word, _ in told], scene))


def _counted_harmed(happening: Happening, figures: Sequence[Figure], scene: Scene) -> Iterator[tuple[Happening, Word]]:
    """Who is counted as killed or hurt: "claimed the lives of 20 people", "its toll has reached nine civilians"."""
    if scene.codebook.types[happening.type].family not in HURTING and happening.type != "clash":
        return
    harmed = [f.span for f in figures if f.measure in HARM and f.part_of is None]
    for part in (happening, *happening.later):
        for count in part.passage.counts:
            if count.noun is None or count.part:
                continue
            noun = part.sentence.words[count.noun]
            counted = any(s.start <= noun.start and noun.end <= s.end for s in harmed)
            if counted and _is_victim(part, noun, scene):
                yield part, noun


def _is_victim(happening: Happening, noun: Word, scene: Scene) -> bool:
    """People who can have been struck; bodies tell only that they were found."""
    found = scene.classes.is_a(happening.sentence, noun, "corpse")
    return not found and is_people(happening, noun, scene) and can_suffer(happening, noun, scene)


def _wholes(told: list[tuple[Happening, Word, str]], scene: Scene) -> list[tuple[Happening, Word, str]]:
    """The targets without a nameless part of one told before, and without the pronoun that takes one up again."""
    nouns = [one for one in told if one[1].upos != "PRON"]
    kept: list[tuple[Happening, Word, str]] = []
    for happening, word, rule in nouns or told:
        before = happening.sentence.words[max(0, word.index - 4) : word.index]
        earlier = any(h is happening and w.index < word.index for h, w, _ in kept)
        part = earlier and any(w.text.lower() in PART_OF for w in before)
        if not part or roles.is_known_by_name(happening.sentence, word, scene):
            kept.append((happening, word, rule))
    return kept


def _without_parts_of_others(told: list[tuple[Happening, Word, str]]) -> list[tuple[Happening, Word, str]]:
    """ "A woman was killed and four other people were hurt": the others say what the woman is too."""
    at = next((n for n, (h, w, _) in enumerate(told) if n and _is_others(h, w)), None)
    if at is None:
        return told
    return [one for n, one in enumerate(told) if n >= at or one[0] is not told[at][0] or not _is_one_person(one[1])]


def _without_doers(told: list[tuple[Happening, Word, str]], scene: Scene) -> list[tuple[Happening, Word, str]]:
    """ "Attacked the post, leaving 12 officers and 77 attackers dead": the attackers who fell were not attacked."""
    others = [one for one in told if not scene.classes.is_a(one[0].sentence, one[1], "doer")]
    return (
        [one for one in told if one in others or one[2] not in ("target-of-consequence", COUNTED)] if others else told
    )


def _of_neither(word: Word, rule: str) -> bool:
    """ "Fighting between the clans left nine people dead": of which side they were is not told."""
    return word.lemma.lower() in ("people", "person") and rule != "target-in-slot"


def _is_others(happening: Happening, word: Word) -> bool:
    return any(w.lemma.lower() == "other" for w in happening.sentence.children(word, "amod"))


def _is_one_person(word: Word) -> bool:
    return word.xpos == "NN" and counted_class(word.lemma.lower()) in ("civilian", "person")


def _subjects_of_driving(happening: Happening, scene: Scene) -> list[Word]:
    """Those in arms who drove people out; who ferried them out or counted them did not."""
    sentence = happening.sentence
    found = fill(sentence, happening.trigger.word, "subject")
    return [w for w in found if scene.classes.is_a(sentence, w, "armed") or _are_somebodys(sentence, w)]


def _are_somebodys(sentence: Sentence, word: Word) -> bool:
    """ "The warlord's men": who has men has them in arms."""
    return word.text.lower() == "men" and bool(clauses.possessors(sentence, word))
