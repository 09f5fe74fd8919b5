"""The only place that a document has told of, for what a new paragraph tells and places nowhere.

"Gunmen attacked Marl on Tuesday. [Paragraph] Several houses were set on fire. [Paragraph] Police arrested three men.":
news keep to their scene from paragraph to paragraph, also where the next one tells of somebody new. They have left it
where they name another place, look back or sum up.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from stemmata.coding.attribution.claims import Claims, claims_over
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.locating import locating
from stemmata.coding.locating.unnamed import done_to, takes_up_place
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.reporting.ground import MOVING
from stemmata.coding.reporting.recalling import places_named
from stemmata.coding.retelling.one_place import narrower
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.timing.looking_back import finite
from stemmata.records import Report, Where

# How many sentences the scene holds where nobody told of before is told on. Set by judgement.
REACH: Final = 4
# Types of those who move that still start from the scene: who flees flees from it, forces are sent to it.
STARTING: Final = frozenset({"displacement", "withdrawal", "deployment"})
# Verbs in the present behind what was done: "those arrested include".
LISTING: Final = frozenset({"include", "comprise"})
# Words for who was told of before.
GOING_ON: Final = frozenset({"they", "he", "she", "it"})
# How many days on what is told is still of the scene. Set by judgement.
DAYS: Final = timedelta(days=2)


def only_place(
    happening: Happening, before: Sequence[tuple[Happening, Report]], claims: Claims, scene: Scene
) -> tuple[Where, ...]:
    """The places of a document that has told of one scene only."""
    if not before or not told_together(before[-1][0].passage, happening.passage, scene):
        return ()
    last = next((h.passage for h, report in reversed(before) if places_named(report)), None)
    held = next((h.passage.block_number for h, report in reversed(before) if report.places), None)
    apart = held != happening.passage.block_number
    told_on = not apart or is_told_on(happening)
    if not told_on and (last is None or not _keeps_to(last, happening, before, claims, scene)):
        return ()
    return () if happening.type in MOVING and told_on else _only(happening, before, apart=apart)


def _only(happening: Happening, before: Sequence[tuple[Happening, Report]], *, apart: bool) -> tuple[Where, ...]:
    """The one place of all that was told; of a land in a headline and a town of it in the lead the town.

    Args:
        apart: it is told in a paragraph of its own; what goes on within one is of the place told last.
    """
    only: tuple[Where, ...] = ()
    for _, report in before:
        places = places_named(report)
        if apart and report.type in MOVING and any(place.relation == "toward" for place in places):
            continue  # "thousands fled towards Goma"
        if only and places and _names(places) != _names(only) and not (apart and narrower(places, only)):
            if apart and narrower(only, places):  # "an attack in Nigeria killed nine", "nine died in Marl"
                continue
            return ()
        only = one_scene(places, report, happening) if places else only
    return only


def one_scene(places: tuple[Where, ...], report: Report, happening: Happening) -> tuple[Where, ...]:
    """The places of a report as a scene: three towns taken are none of the kidnapping told behind."""
    holds = len(places) == 1 or report.type == happening.type or takes_up_place(happening)  # "fled the area"
    return places if holds else ()


def _keeps_to(
    last: Passage, happening: Happening, before: Sequence[tuple[Happening, Report]], claims: Claims, scene: Scene
) -> bool:
    """Tell whether a new paragraph goes on with the scene: it tells what was done, and neither another place nor an
    earlier time."""
    passage = happening.passage
    if passage.number - last.number > REACH or "list_item" in (last.block.kind, passage.block.kind):
        return False
    starts = happening.type in STARTING and not any(done_to(happening))  # "fled to villages around"
    if (happening.type in MOVING and not starts) or locating.names_place(happening, claims):
        return False
    summing = scene.codebook.classes["summing"]
    return (
        summing.isdisjoint(passage.sentence.low) and _is_past(happening, claims) and not any(_earlier(passage, before))
    )


def _is_past(happening: Happening, claims: Claims) -> bool:
    """ "Were burned", "arrested three men", "said they had come under fire"; "has killed" sums up, "kills" tells of a
    habit, and "had killed" looks back."""
    sentence, word = happening.sentence, happening.trigger.word
    verb = next((w for w in (word, *sentence.ancestors(word)) if finite(sentence, w)), None)
    if verb is not None and verb.lemma in LISTING and word.xpos == "VBN":
        return True  # "weapons recovered include nine rifles"
    said = bool(claims_over(claims, word.start, word.end))
    return verb is not None and all(w.xpos == "VBD" and (said or w.lemma != "have") for w in finite(sentence, verb))


def _earlier(passage: Passage, before: Sequence[tuple[Happening, Report]]) -> Iterator[bool]:
    """Whether each time of a sentence is another than that of the scene."""
    days = [report.when.start for _, report in before if report.when is not None and report.when.start is not None]
    for time in passage.times:
        if time.kind == "clock" or time.start is None:
            continue
        yield not days or time.end is None or not _soon(time.start, time.end, max(days))


def _soon(start: date, end: date, scene: date) -> bool:
    return scene <= start and end - scene <= DAYS


def is_told_on(happening: Happening) -> bool:
    """Tell whether a sentence goes on with what was told: "the bomb wounded", "they fled", "to direct that attack"."""
    sentence = happening.sentence
    told = [happening.trigger.word]
    for carrier in happening.carriers:
        told += arguments.subjects(sentence, carrier) + arguments.objects(sentence, carrier)
    told += [part for head in told for part in sentence.children(head, "nmod")]
    if any(head.text.lower() in GOING_ON for head in told):
        return True
    that = any(word.text.lower() == "that" and word.upos == "DET" for word in sentence.words)
    return that or any(head.upos == "NOUN" and clauses.determined(sentence, head, clauses.DEFINITE) for head in told)


def _names(places: Sequence[Where]) -> list[str]:
    return [place.name or place.span.quote for place in places]
