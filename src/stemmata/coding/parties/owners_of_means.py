"""Whose the means is that did it, or who sent it: "Russian glide bombs", "RSF shells", "a mine that Maoists had laid",
"fire from rebel positions"."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.eligibility import flies, is_place
from stemmata.coding.parties.parties import Found
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import keys, means_at
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Sentence, Word

RULE: Final = "owner-of-means"
# Where a means stands with its verb: "shells hit", "hit by shells", "killed with a bomb", "drove over a mine".
MEANS_STAND: Final = ("subject", "by", "with", "from", "object", "over", "on")
# What somebody fires, told by no weapon: "killed by rebel fire".
FIRE: Final = frozenset({"fire", "gunfire", "bullet", "crossfire"})
# Where it is fired from: whose place that is has fired it.
FROM_THERE: Final = frozenset({"side", "territory", "area", "line", "trench", "battery", "gun"})
# What is done with a means.
SENDING: Final = frozenset(
    "fire launch lay plant bury drop send throw hurl place hide leave set detonate shoot dispatch lob".split()
)
# Families of types whose target is the people hurt, where they are told, and not the market or bus where it was.
HURTING: Final = frozenset({"strikes", "bombs", "civilians"})


def owners_of_means(happening: Happening, scene: Scene) -> Iterator[Found]:
    """The heads of those whose means it was, each with its rule."""
    sentence = happening.sentence
    if scene.codebook.types[happening.type].family not in HURTING:
        return
    verbs = [m.word for m in happening.mentions if m.row.pos == "verb"]
    nouns = [m.word for m in happening.mentions if m.row.pos == "noun"]
    for word in (*(w for verb in verbs for slot in MEANS_STAND for w in fill(sentence, verb, slot)), *nouns):
        if not _is_means(sentence, word, scene) or flies(sentence, word, scene):
            continue
        if word not in nouns:
            beside = [*clauses.possessors(sentence, word), *clauses.compounds(sentence, word)]
            behind = clauses.phrases_after(sentence, word, {"of", "from"})
            beside += [w for w in behind if not is_place(happening, w)]
            yield from ((w, RULE) for w in beside if _is_side(sentence, w, scene))
        yield from ((w, RULE) for w in _fired_from(sentence, word, scene))
        for verb in sentence.children(word, "acl", "acl:relcl"):
            sent = verb.deprel == "acl" or verb.lemma.lower() in SENDING  # not "a strike on Kaga, which the army holds"
            if sent and word in arguments.objects(sentence, verb):
                yield from ((w, RULE) for w in arguments.subjects(sentence, verb))
    for noun in (m.word for m in happening.mentions if m.row.pos == "noun" and "of" in m.row.target):
        yield from ((w, RULE) for w in fill(sentence, noun, "of") if flies(sentence, w, scene))


def _is_means(sentence: Sentence, word: Word, scene: Scene) -> bool:
    means = means_at(scene.codebook, sentence, word) is not None or word.lemma.lower() in FIRE
    return means and not scene.classes.is_a(sentence, word, "people")


def _is_side(sentence: Sentence, word: Word, scene: Scene) -> bool:
    return scene.classes.is_a(sentence, word, "armed") or scene.classes.side(sentence, word)


def _fired_from(sentence: Sentence, word: Word, scene: Scene) -> Iterator[Word]:
    """ "Mortar fire from rebel positions", "shells from the army's side"."""
    for place in clauses.phrase_after(sentence, word, "from"):
        if place.lemma.lower() in FROM_THERE or scene.codebook.classes["post"].intersection(keys(place)):
            owners = (*clauses.possessors(sentence, place), *clauses.compounds(sentence, place))
            yield from (w for w in owners if scene.classes.is_a(sentence, w, "armed"))
