"""Finds the means of what names none, "the attack" or "nine were killed", in the sentences around it."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.parties.roles import initiators
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.forms import means_at
from stemmata.language.trees import Word, matches
from stemmata.records import Report

# Types that a bare "attack", "strike" or "blast" near them takes over.
TOLD_MEANS: Final = frozenset({"air_strike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "grenade"})
BARE_WORDS: Final = frozenset(
    {"attack", "strike", "raid", "blast", "explosion", "bombing", "hit", "target", "bombardment"}
)
# Words of those that only some means are called by: nobody calls a suicide bombing a strike.
OF_WORD: Final = {"raid": frozenset({"air_strike"}), "strike": frozenset({"air_strike", "shelling"})}
# How many sentences away the means may be told; before counts first. Set by judgement.
REACH: Final = 4
# How many sentences before a consequence its means may be named. Set by judgement.
MEANS_REACH: Final = 2
# Where a means stands that a sentence is about: "a glide bomb came through the roof", "a drone, two bombs".
LEADING: Final = ("nsubj", "root", "conj", "appos", "list", "parataxis", "dep")
PRONOUNS: Final = frozenset({"it", "they", "he", "she", "we", "who", "which", "its", "their"})


def told_near(report: Report, happening: Happening, others: Sequence[Happening], scene: Scene) -> str | None:
    """The means that a sentence close by tells, for a trigger that names none ("the attack")."""
    trigger = happening.trigger
    if (
        trigger.row.role != "open"
        or said(happening) not in BARE_WORDS
        or (trigger.row.pos == "verb" and len(trigger.row.form) > 1)  # "hit back"
        or (trigger.row.pos == "verb" and said(happening) == "attack")  # who attacks tells of his own
        or (happening.why.rule == "type-by-means" and trigger.word.text.lower() != "bombing")
    ):
        return None
    if happening.type not in ("clash", "bombing", "shelling") or (
        trigger.row.pos == "verb" and happening.type != "clash"
    ):
        return None
    here = happening.passage.number
    open_to = {"blast", "explosion"} if trigger.row.pos == "verb" else set()  # "a blast shook Kano; a post was hit"
    named = [
        h for h in others if h.type in TOLD_MEANS and h is not happening and (not _is_bare(h) or said(h) in open_to)
    ]
    before = [h for h in named if 0 <= here - h.passage.number <= REACH]
    block = happening.passage.block_number
    after = [h for h in named if 0 < h.passage.number - here <= REACH and _goes_on_in(block, h)]
    nearest = before[-1] if before else after[0] if after else None
    if nearest is None or (happening.type != "clash" and nearest.type not in _taken_over_by(trigger.word)):
        return None
    if nearest.type == "air_strike" and _tells_its_own(report, happening):
        return None
    if nearest.type not in OF_WORD.get(said(happening), TOLD_MEANS) or _on_another_day(happening, nearest):
        return None
    if _others_did_it(report, nearest, scene) or not told_together(nearest.passage, happening.passage, scene):
        return None
    return nearest.type


def said(happening: Happening) -> str:
    """The word of the lexicon that a trigger is headed by, also where it comes as a name: "Government Strikes"."""
    return happening.trigger.row.form[happening.trigger.row.head]


def _taken_over_by(word: Word) -> tuple[str, ...]:
    """What a blast or a shelling may turn out to be; "the bombing" may be one from the air."""
    return ("suicide_bombing", "air_strike") if word.text.lower() == "bombing" else ("suicide_bombing",)


def _tells_its_own(report: Report, happening: Happening) -> bool:
    """ "The army targeted a gathering": who targets something tells of his own, whatever was told before."""
    trigger = happening.trigger
    return trigger.row.pos == "verb" and said(happening) == "target" and bool(report.initiator)


def _goes_on_in(block: int, later: Happening) -> bool:
    """Tell whether a happening is told in a paragraph, or where that one is a headline."""
    return later.passage.block_number == block or block == 0


def _on_another_day(happening: Happening, near: Happening) -> bool:
    """ "On 20 March a wave of attacks killed 52": attacks that are not "the attacks", with a day of their own."""
    word = happening.trigger.word
    if happening.trigger.row.pos != "noun" or clauses.determined(happening.sentence, word, clauses.DEFINITE):
        return False
    own, theirs = (
        [(t.start, t.end) for t in h.passage.times if t.start is not None and t.end is not None]
        for h in (happening, near)
    )
    return bool(own and theirs) and not any(a <= d and c <= b for a, b in own for c, d in theirs)


def _others_did_it(report: Report, near: Happening, scene: Scene) -> bool:
    """Tell whether a happening near by has other doers: the army's air strikes say nothing of the gunmen's attack."""
    own = {p.id or p.span.quote.casefold() for p in report.initiator if p.id or p.span.quote.lower() not in PRONOUNS}
    theirs = {party.id or party.span.quote.casefold() for party in initiators(near, scene)}
    return bool(own and theirs) and not own & theirs


def means_told_before(happening: Happening, others: Sequence[Happening], scene: Scene) -> str | None:
    """The means that a sentence just before names without telling what it did: "Two mortar bombs. Three dead."."""
    here, block = happening.passage.number, happening.passage.block_number
    if happening.of_war or happening.passage.places or happening.trigger.row.role != "effect":
        return None
    for passage in reversed(scene.passages[max(0, here - MEANS_REACH) : here]):
        elsewhere = passage.block_number not in (0, block)
        if elsewhere or any(other.passage is passage for other in others):
            return None
        leading = [w for w in passage.sentence.words if w.upos in ("NOUN", "PROPN") and matches(w.deprel, LEADING)]
        rows = [row for word in leading if (row := means_at(scene.codebook, passage.sentence, word))]
        if rows:
            return max(rows, key=lambda row: scene.codebook.types[row.type].specific or 0).type
    return None


def _is_bare(happening: Happening) -> bool:
    """Tell whether a trigger is one of the bare words alone: "attack", but not "gas attack"."""
    bare = said(happening) in BARE_WORDS - {"bombing"}
    return bare and happening.trigger.row.role == "open"
