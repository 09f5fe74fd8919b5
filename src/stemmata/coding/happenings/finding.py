"""Groups the triggers of a sentence into happenings, and settles the type of each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.happenings import consequences, wars
from stemmata.coding.happenings.consequences import Group
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.means import means_told
from stemmata.coding.happenings.one_happening import are_one
from stemmata.coding.happenings.prevented import prevented
from stemmata.coding.happenings.supports import find_supports
from stemmata.coding.happenings.told_apart import told_apart
from stemmata.coding.happenings.weapons_told import found_by_nobody
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.rows import MeansRow
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word
from stemmata.records import Why

NATURE_CASES: Final = frozenset("by in from of after".split())
# Types of what breaks a truce, and verbs of it that leave the means open.
BREAKING: Final = frozenset({"air_strike", "shelling", "bombing", "attack_on_civilians"})
STRIKING: Final = frozenset({"target", "hit", "strike", "fire", "shell", "bombard"})


def find_happenings(passage: Passage, scene: Scene) -> list[Happening]:
    """The happenings of a passage in text order, consequences joined to what they follow from."""
    effects = [
        m
        for m in passage.mentions
        if _is_effect(passage, m) and not prevented(passage.sentence, m.word, scene.codebook)
    ]
    mains = [
        m
        for m in passage.mentions
        if m not in effects
        and not found_by_nobody(passage.sentence, m, passage.mentions)
        and not _agreed_on(m, passage.mentions)
        and not consequences.treats_the_hurt(passage.sentence, m, passage.mentions)
        and not consequences.describes_the_struck(passage.sentence, m, passage.mentions)
        and not prevented(passage.sentence, m.word, scene.codebook)
        and not wars.begins_a_war(passage.sentence, m.word, scene.classes)
    ]
    groups = [g for g in _merge_mains(passage, mains, scene) if not _is_broken_by_act(passage, g)]
    loose = []
    homes: dict[int, int] = {}  # by the words of consequences
    for effect in effects:
        of_war = wars.counts_a_war(passage.sentence, effect.word, scene.classes)
        home = None if of_war else consequences.home_of(effect, groups, passage, scene.codebook)
        if home is None and not of_war:
            home = homes.get(consequences.listed_behind(passage.sentence, effect.word))
        if home is None:
            loose.append(effect)
        else:
            homes[effect.word.index] = home
            groups[home] = (groups[home][0], groups[home][1], (*groups[home][2], effect))
    happenings = [_settle(passage, scene, *group) for group in groups]
    happenings += [_settle(passage, scene, *group) for group in consequences.merged(loose, passage)]
    told = [h for h in happenings if not (_by_nature(h, scene) or _after_mishap(h, scene) or _opens_a_war(h, scene))]
    return sorted(told, key=lambda h: h.trigger.word.index)


def _is_effect(passage: Passage, mention: Mention) -> bool:
    return mention.row.role == "effect" or consequences.burned_in_it(passage.sentence, mention, passage.mentions)


def _agreed_on(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """The fighting of "agreed to stop fighting" is part of what was agreed."""
    accords = (m for m in mentions if m.row.type == "agreement" and m is not mention)
    return any(m.first < mention.word.head <= m.last for m in accords)


def _is_broken_by_act(passage: Passage, group: Group) -> bool:
    """ "Fired 10 shells at the town, violating the truce": the act that breaks it is told, and of another type."""
    breach = next((m.word for m in (group[0], *group[1]) if m.row.type == "ceasefire_violation"), None)
    if breach is None:
        return False
    for act in passage.mentions:
        struck = act.row.type in BREAKING or (act.row.role == "open" and act.word.lemma.lower() in STRIKING)
        if struck and (act.word.head == breach.index or breach.head == act.word.index):
            return True
    return False


def _by_nature(happening: Happening, scene: Scene) -> bool:
    """Storms, floods, accidents, illness and animals hit and kill too; they are no conflict."""
    sentence = happening.sentence
    if not (scene.classes.may_be_in(sentence, "disaster") or scene.classes.may_be_in(sentence, "beast")):
        return False
    words = (
        word
        for mention in happening.mentions
        for word in (
            *arguments.subjects(sentence, mention.word),
            *clauses.phrases_after(sentence, mention.word, NATURE_CASES),
            *clauses.compounds(sentence, mention.word),
        )
    )
    things = (word for word in words if word.upos != "VERB")  # "after rebels stormed the base"
    return any(
        (scene.classes.is_a(sentence, word, "disaster") and not _flies(word))
        or (happening.type in consequences.HARM | {"property_destruction"} and _is_beast(sentence, word, scene))
        for word in things
    )


def _is_beast(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """ "Killed by a lion", "an elephant attack"; the Lions, Operation Leopard and the lions of a militia are people."""
    named = word.index > 0 and not word.text.islower()
    praised = "as" in sentence.low[max(word.index - 1, 0) : word.index] or clauses.phrase_after(sentence, word, "of")
    return not (named or praised) and scene.classes.is_a(sentence, word, "beast")


def _after_mishap(happening: Happening, scene: Scene) -> bool:
    """ "Two trains collided. Twelve people were killed.": the sentence before tells of an accident and of no attack."""
    number = happening.passage.number
    if happening.type != "casualties" or happening.trigger.row.role != "effect" or number == 0:
        return False
    before, here = scene.passages[number - 1], happening.sentence
    if before.mentions or not scene.classes.may_be_in(before.sentence, "mishap"):
        return False
    return not any(scene.classes.may_be_in(one, "violence") for one in (before.sentence, here))


def _flies(word: Word) -> bool:
    """ "Two Tornados", "the Typhoons": in capitals and in the plural these are aircraft."""
    return word.text[0].isupper() and word.text.endswith("s") and (word.index > 0 or word.text.endswith("os"))


def _opens_a_war(happening: Happening, scene: Scene) -> bool:
    """How a war began is told to say which war is meant."""
    counted = happening.effects or happening.trigger.row.role == "effect"
    return not counted and wars.begins_a_war(happening.sentence, happening.trigger.word, scene.classes)


def _merge_mains(passage: Passage, mains: Sequence[Mention], scene: Scene) -> list[Group]:
    """Join a verb that says little more to the noun that names the happening, and a verb to its own repetition."""
    groups: list[Group] = []
    used: set[int] = set()
    for mention in mains:
        if mention.word.index in used:
            continue
        same = [
            o
            for o in mains
            if o is not mention
            and o.word.index not in used
            and are_one(passage.sentence, mention, o, scene)
            and not told_apart(passage, mention, o, scene)
        ]
        used |= {mention.word.index, *(o.word.index for o in same)}
        every = sorted((mention, *same), key=lambda m: _rank(scene, m))
        groups.append((every[0], tuple(every[1:]), ()))
    return groups


def _rank(scene: Scene, mention: Mention) -> tuple[bool, int, bool]:
    """Where a trigger stands among those of one happening; weapons that a fight destroyed are the least of it."""
    return mention.row.type == "weapons_found", -_specific(scene, mention), mention.row.type == "agreement"


def _specific(scene: Scene, mention: Mention) -> int:
    """How specific a trigger's type is as a means; an open trigger gives way to one that names its means."""
    rank = scene.codebook.types[mention.row.type].specific or 0
    return rank if mention.row.role != "open" else rank - 20


def _settle(
    passage: Passage, scene: Scene, trigger: Mention, others: tuple[Mention, ...], effects: tuple[Mention, ...]
) -> Happening:
    supports = tuple(s for m in (trigger, *others) for s in find_supports(passage.sentence, m, scene))
    happening = Happening(
        passage, trigger.row.type, trigger, Why("type-of-trigger", trigger.row.entry), others, effects, supports
    )
    if trigger.row.role == "effect" and wars.counts_a_war(passage.sentence, trigger.word, scene.classes):
        return replace(happening, of_war=True)
    if trigger.row.type == "displacement" and wars.counts_a_war(passage.sentence, trigger.word, scene.classes):
        return replace(happening, of_war=True)
    row = means_told(happening, scene)
    if row is None:
        return happening
    named = scene.codebook.types[trigger.row.type].specific
    told = scene.codebook.types[row.type].specific or 0
    if named is None or (
        trigger.row.role != "open" and trigger.row.type != "casualties" and not _overrides(trigger, row, told, named)
    ):
        return happening
    return replace(happening, type=row.type, why=Why("type-by-means", row.entry))


def _overrides(trigger: Mention, row: MeansRow, told: int, named: int) -> bool:
    """Poison and suicide attacks win over a trigger that names a lesser means; planes massacre from the air."""
    from_afar = row.type in ("air_strike", "shelling") and trigger.word.lemma.lower() in ("massacre", "slaughter")
    return from_afar or (row.type in ("chemical_attack", "suicide_bombing") and told > named)
