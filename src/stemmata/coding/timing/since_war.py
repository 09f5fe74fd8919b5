"""Since when there is war: the toll of a whole war counts from its beginning, wherever the text tells that.

"The war, which began in 2011, has killed 90,000 people and displaced millions. ... Some 400 of the dead were doctors."
"""

from dataclasses import replace

from stemmata.coding.happenings import wars
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Passage, Scene
from stemmata.language.trees import Sentence, Word
from stemmata.times import Time, age_of_war


def war_began(happening: Happening, scene: Scene) -> Time | None:
    """The time at which a war began whose toll a happening is: of its own sentence, else the first that the text tells.

    Returns:
        None for the toll of anything else, and where the text does not tell when the war began.
    """
    if not _is_toll(happening, scene):
        return None
    passages = (happening.passage, *scene.passages)
    began = next((began for p in passages for time in p.times if (began := _beginning(p, time, scene))), None)
    return began or age_of_war(happening.sentence, scene.document.text, scene.day)  # "killed in the five-year war"


def _is_toll(happening: Happening, scene: Scene) -> bool:
    """ "Has killed 90,000 people and displaced millions": what is joined to a war's toll is one."""
    toll = happening.type in ("casualties", "displacement")
    return happening.of_war or (toll and wars.counts_a_war(happening.sentence, happening.trigger.word, scene.classes))


def _beginning(passage: Passage, time: Time, scene: Scene) -> Time | None:
    """The time, open at its end, where it says since when there is war."""
    sentence, start = passage.sentence, time.named.start or time.start
    if start is None or not scene.classes.may_be_in(sentence, "war"):
        return None
    head = time.head(sentence)
    verb = next((word for word in sentence.ancestors(head) if word.upos == "VERB"), None)
    within = sentence.words[time.first : time.last + 1] if time.kind == "since" else ()
    begins = (
        (verb is not None and wars.begins(sentence, verb, scene.classes))
        or any(scene.classes.is_a(sentence, word, "war") for word in within)
        or (time.kind == "since" and _at_war(sentence, head, scene))
    )
    return replace(time, kind="since", start=start, end=None, clause=True) if begins else None


def _at_war(sentence: Sentence, head: Word, scene: Scene) -> bool:
    """ "Locked in a civil war since 2011", "at war since May": a time that says since when hangs where the war does."""
    above = sentence.head(head)
    if above is None:
        return False
    beside = (above, *sentence.children(above, "obl", "obj", "nmod", "nsubj:pass", "nsubj"))
    return any(scene.classes.is_a(sentence, word, "war") for word in beside)
