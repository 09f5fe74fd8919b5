"""What is told only as known, as how things stand or as not done yet: no report of its own (codebook, section 1)."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.happenings.aims import attempts
from stemmata.coding.happenings.clauses_apart import set_off
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.kinds_of_acts import condemns
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# What is done about a happening that is known: "investigate the attack", "look into the strikes".
LOOKING_INTO: Final = frozenset("investigate probe examine study review inquire look".split())
# Words of how a place goes on to be held: "is still in rebel hands", "leaving the port under their control".
STAYING: Final = frozenset({"remain", "leave", "stay", "keep"})
# What is done for people, and what they do when they can.
HELPED: Final = frozenset({"aid", "displacement", "release", "return", "withdrawal"})
# Types of who leaves, in flight or from the fight.
LEAVING: Final = frozenset({"displacement", "return", "surrender", "withdrawal"})
# Verbs of a war that goes on.
WARRING: Final = frozenset({"fight", "battle"})
# Verbs of being where something was struck: "a school that shelters displaced families", "where they had gathered".
HOUSING: Final = {
    "displacement": frozenset({"shelter", "house", "host", "lodge"}),
    "protest": frozenset({"gather", "assemble"}),
}
WATCHING: Final = frozenset("monitor monitoring coordinate coordination oversee supervise supervision".split())
# Verbs that say where it was: "the attack occurred in the harbour".
OCCURRING: Final = frozenset({"occur", "happen", "take", "hit", "strike", "target"})
# Types whose noun takes up what was told: "the attack", "this offensive"; "the capture of the town" tells of it.
TOLD_AGAIN: Final = frozenset({"air_strike", "attack_on_civilians", "bombing", "clash", "shelling", "suicide_bombing"})
NOTORIOUS: Final = frozenset({"notorious", "infamous"})
# Verbs that liken one happening to another, and those of when it came.
LIKENING: Final = frozenset({"bear", "recall", "echo", "resemble", "mirror", "revive", "evoke"})
ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last".split())
FOLLOWING: Final = frozenset({"come", "follow", "precede", "coincide"})
AFTER: Final = frozenset({"after", "before", "as", "following", "amid", "since", "with"})
# How many words above a happening what is done about it may stand.
ABOVE: Final = 3


def is_background(report: Report, happening: Happening, scene: Scene) -> bool:
    """Tell whether a happening without a count is only taken as known, a state or a trait of somebody."""
    above = happening.sentence.head(happening.trigger.word)
    if (
        report.type in ("release", "arrest")
        and above is not None
        and above.upos == "VERB"
        and attempts(happening, scene.codebook)
    ):
        return True  # "tried to free the hostages"
    if report.status.value in ("planned", "hypothetical") and not _is_grounded(report, happening, scene):
        return True
    if report.type == "displacement" and _had_come(happening):
        return True
    if report.figures:
        return False
    if not report.target and _only_dates(happening):
        return True
    if report.type in LEAVING and attempts(happening, scene.codebook):
        return True  # "shot as they tried to flee", "executed those who tried to lay down arms"
    sides = bool(report.initiator) + bool(report.target)
    if report.type in HELPED and _is_prevented(happening, scene):
        return True
    if report.type == "territory_gain" and happening.trigger.row.pos == "noun" and _is_still_held(happening):
        return True
    if report.type == "clash" and report.status.value == "ongoing" and _is_war(report, happening):
        return True
    if report.type in HOUSING and _is_there(happening, scene):
        return True
    if report.type == "agreement" and not sides and _is_watched(happening):
        return True
    if not sides and happening.trigger.row.pos == "noun" and _is_characterised(happening, scene):
        return True
    if scene.codebook.types[report.type].specific is None or sides == 2:
        return False
    undated = report.when is None or report.when.start is None
    if not sides and undated and report.status.value != "denied" and _is_the_one_told(report, happening, scene):
        return True
    return (sides == 0 and _is_looked_into(happening)) or _is_trait(happening)


def _only_dates(happening: Happening) -> bool:
    """ "Days after the attack, a man was shot in Bor": a deed from which days are counted, and no more told."""
    word, sentence = happening.trigger.word, happening.sentence
    own = any(clauses.below(sentence, place.head, word) for place in happening.passage.places)
    return happening.trigger.row.pos == "noun" and set_off(sentence, word) and not own


def _is_grounded(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Will strike the port tomorrow": violence that is announced for a place that its sentence names, or counted."""
    if scene.codebook.types[report.type].specific is None:
        return True
    if happening.trigger.row.role == "effect":
        return bool(report.initiator and report.target)  # "threatened to kill them", not "the toll may rise"
    return bool(report.figures) or _names_place(report, happening)


def _names_place(report: Report, happening: Happening) -> bool:
    """Tell whether the sentence itself names a place of it."""
    return any(happening.sentence.start <= place.span.start < happening.sentence.end for place in report.places)


def _is_still_held(happening: Happening) -> bool:
    """ "Parts of the city are still in government hands": nobody took them now."""
    sentence, word = happening.sentence, happening.trigger.word
    above = sentence.head(word)
    still = any(w.lemma.lower() == "still" for w in sentence.children(word, "advmod"))
    return still or (above is not None and above.lemma.lower() in STAYING)


def _is_the_one_told(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "The attack came a week after", "this offensive was part of": the one told before, and nothing more of it."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos != "noun" or report.type not in TOLD_AGAIN:
        return False
    above = sentence.head(word) if matches(word.deprel, ("nsubj",)) else None
    if above is not None and any(place.span.start <= above.start < place.span.end for place in report.places):
        return False  # "the fighting was in Kidal"
    if (above is not None and above.lemma.lower() in OCCURRING) or clauses.phrase_after(sentence, word, "of"):
        return False
    if not clauses.determined(sentence, word, {"the", "this", "that", "these", "those"}):
        return False
    types, earlier = scene.codebook.types, scene.passages[: happening.passage.number]
    return any(types[m.row.type].specific is not None for passage in earlier for m in passage.mentions)


def _is_characterised(happening: Happening, scene: Scene) -> bool:
    """ "The siege was the worst in Kenya", "the abduction came a day after a blast in Nyanya", "the shooting bore the
    hallmarks of last year's", "denounced the carnage": what is said of what was told; its place and day are others'."""
    sentence, word = happening.sentence, happening.trigger.word
    above = sentence.head(word) if matches(word.deprel, ("nsubj", "obj")) else None
    if above is None or happening.effects or sentence.children(word, "nmod", "acl", "acl:relcl"):
        return False
    if not clauses.determined(sentence, word, {"the", "this", "that", "these", "those"}):
        return False
    said_to_be = sentence.child(above, "cop") is not None and (above.upos == "NOUN" or _is_ranked(above))
    likened = said_to_be or above.lemma.lower() in LIKENING
    following = above.lemma.lower() in FOLLOWING and _follows(sentence, above)
    if not (condemns(above, scene) if word.deprel == "obj" else likened or following):
        return False
    types, earlier = scene.codebook.types, scene.passages[: happening.passage.number]
    return any(
        types[m.row.type].specific is not None or m.row.type == happening.type for p in earlier for m in p.mentions
    )


def _is_ranked(word: Word) -> bool:
    """ "The worst", "the third"."""
    return word.xpos == "JJS" or word.lemma.lower() in ORDINALS


def _follows(sentence: Sentence, verb: Word) -> bool:
    """ "Came a day after", "came as", "followed": what else there was says when it came."""
    if sentence.child(verb, "obj") is not None:
        return True
    beside = (verb, *sentence.children(verb, "advcl"))
    told = [w for clause in beside for w in (clause, *sentence.children(clause, "obl"))]
    return any(clauses.cases(sentence, word) & AFTER for word in told)


def _is_prevented(happening: Happening, scene: Scene) -> bool:
    """ "Prevented the evacuation of the wounded": nobody got out."""
    word = happening.trigger.word
    above = happening.sentence.head(word) if word.deprel == "obj" else None
    return above is not None and above.lemma.lower() in scene.codebook.cues["prevent"]


def _is_war(report: Report, happening: Happening) -> bool:
    """ "The army is fighting several rebel groups": a war, and nowhere in it."""
    warring = happening.trigger.row.pos == "verb" and happening.trigger.word.lemma.lower() in WARRING
    return warring and report.when is None and all(place.level == "country" for place in report.places)


def _had_come(happening: Happening) -> bool:
    """ "Killing 106 civilians who had taken shelter there": who they were, in a clause without a place and a day."""
    sentence, word = happening.sentence, happening.trigger.word
    past = any(w.text.lower() == "had" for w in sentence.children(word, "aux"))
    if not past or not matches(word.deprel, ("acl:relcl",)):
        return False
    named = (place.head for place in happening.passage.places)
    dated = (sentence.words[time.first] for time in happening.passage.times)
    return not any(clauses.below(sentence, found, word) for found in (*named, *dated))


def _is_there(happening: Happening, scene: Scene) -> bool:
    """ "A shell hit a school housing displaced families": who was there, in a clause about what was struck."""
    word = happening.trigger.word
    if word.deprel == "aux":  # "where families were sheltering"
        word = happening.sentence.head(word) or word
    housed = matches(word.deprel, ("acl", "advcl")) and word.lemma.lower() in HOUSING[happening.type]
    types = scene.codebook.types
    return housed and any(types[m.row.type].specific is not None for m in happening.passage.mentions)


def _is_looked_into(happening: Happening) -> bool:
    """ "To investigate the chemical attack", "looking into the use of gas": it is known, and nothing more is told."""
    if happening.trigger.row.pos != "noun":
        return False
    return any(word.lemma.lower() in LOOKING_INTO for word in _governing(happening.sentence, happening.trigger.word))


def _is_watched(happening: Happening) -> bool:
    """ "The centre for monitoring the ceasefire": what a body is there for."""
    above = _governing(happening.sentence, happening.trigger.word)
    return any(word.lemma.lower() in WATCHING for word in above)


def _is_trait(happening: Happening) -> bool:
    """ "Notorious for using sleeper cells to attack its enemies": what somebody is like."""
    above = _governing(happening.sentence, happening.trigger.word)
    return any(w.lemma.lower() in NOTORIOUS for w in above)


def _governing(sentence: Sentence, word: Word) -> Iterator[Word]:
    """The words above a happening, as far as they may say what is done about it."""
    for n, above in enumerate(sentence.ancestors(word)):
        if n == ABOVE:
            return
        yield above
