"""Groups the triggers of a sentence into happenings, and settles the type of each.

"Coalition air strikes targeted and killed more than 200 fighters" holds three triggers and one happening:
a noun that names it, a verb that says little more, and a consequence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from stemmata.coding.happenings import consequences, wars
from stemmata.coding.happenings.consequences import Group
from stemmata.coding.happenings.one_happening import are_one
from stemmata.coding.happenings.prevented import prevented
from stemmata.coding.happenings.weapons_told import found_by_nobody
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.rows import MeansRow, SupportRow
from stemmata.coding.syntax import arguments, clauses, loads
from stemmata.coding.syntax.slots import fill, forms, keys, means_at, means_of
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Why

# Prepositions that tie a means to a verb: "killed by/in/with/during ...".
MEANS_CASES: Final = frozenset("by in with from during using via through under after following amid of".split())
NATURE_CASES: Final = frozenset("by in from of after".split())
# Verbs that carry a consequence: "a grenade left five injured", "the blast claimed nine lives".
BEARING: Final = frozenset({"leave", "claim", "cause", "inflict", "take"})
# What is more than its weapons: an offensive with tanks and jets is no air strike.
OFFENSIVES: Final = frozenset({"offensive", "counteroffensive", "advance"})
# Types of what breaks a truce, and verbs of it that leave the means open.
BREAKING: Final = frozenset({"air_strike", "shelling", "bombing", "attack_on_civilians"})
STRIKING: Final = frozenset({"target", "hit", "strike", "fire", "shell", "bombard"})
# Verbs that say what a shell is filled with.
HOLDING: Final = frozenset({"contain", "carry", "hold", "release", "spread"})


@dataclass(frozen=True, slots=True)
class Support:
    """A verb whose noun is the trigger, with what its subject and object are in the happening."""

    verb: Word
    row: SupportRow


@dataclass(frozen=True)
class Happening:
    """One happening told in a passage: a trigger, the verbs that carry it, and its consequences."""

    passage: Passage
    type: str
    trigger: Mention
    why: Why
    others: tuple[Mention, ...] = ()
    """Triggers that say the same ("targeted" of "strikes targeted")."""
    effects: tuple[Mention, ...] = ()
    supports: tuple[Support, ...] = ()
    of_war: bool = False
    """Whether it is the toll of a whole war."""
    later: tuple["Happening", ...] = field(default=())
    """Consequences told in sentences after it."""

    @property
    def sentence(self) -> Sentence:
        return self.passage.sentence

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Trigger first, then what says the same, then the consequences."""
        return (self.trigger, *self.others, *self.effects)

    @property
    def carriers(self) -> tuple[Word, ...]:
        """The words whose arguments belong to the happening."""
        return tuple(m.word for m in self.mentions) + tuple(s.verb for s in self.supports)


def find_happenings(passage: Passage, scene: Scene) -> list[Happening]:
    """The happenings of a passage in text order, consequences joined to what they follow from."""
    effects = [m for m in passage.mentions if _is_effect(passage, m)]
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
    for effect in effects:
        of_war = wars.counts_a_war(passage.sentence, effect.word, scene.classes)
        home = None if of_war else consequences.home_of(effect, groups, passage)
        if home is None:
            loose.append(effect)
        else:
            groups[home] = (groups[home][0], groups[home][1], (*groups[home][2], effect))
    happenings = [_settle(passage, scene, *group) for group in groups]
    happenings += [_settle(passage, scene, *group) for group in consequences.merged(loose, passage.sentence)]
    told = [h for h in happenings if not _by_nature(h, scene) and not _opens_a_war(h, scene)]
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
    """Storms, floods, accidents and illness hit and kill too; they are no conflict."""
    sentence = happening.sentence
    if not scene.classes.may_be_in(sentence, "disaster"):
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
    return any(scene.classes.is_a(sentence, word, "disaster") and not _flies(word) for word in words)


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
            if o is not mention and o.word.index not in used and are_one(passage.sentence, mention, o, scene)
        ]
        used |= {mention.word.index, *(o.word.index for o in same)}
        every = sorted((mention, *same), key=lambda m: (-_specific(scene, m), m.row.type == "agreement"))
        groups.append((every[0], tuple(every[1:]), ()))
    return groups


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
    row = _means_told(happening, scene)
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


def _means_told(happening: Happening, scene: Scene) -> MeansRow | None:
    """The most specific means that the clause names as what did it, or that fills what did ("barrels of chlorine")."""
    sentence = happening.sentence
    if scene.codebook.means.keys().isdisjoint(forms(sentence)) or happening.trigger.word.lemma.lower() in OFFENSIVES:
        return None
    words = [word for mention in happening.mentions for word in _means_words(sentence, mention)]
    words += [word for support in happening.supports for word in fill(sentence, support.verb, "subject")]
    if happening.trigger.row.type in ("shelling", "air_strike"):  # "bombing and shelling": the other is told itself
        told = {m.word.index for m in happening.passage.mentions if m not in happening.mentions}
        words = [word for word in words if word.index not in told]
    found = [row for word in words if (row := means_of(scene.codebook, sentence, word))]
    fillings = [row for word in _fillings(happening) if (row := means_at(scene.codebook, sentence, word))]
    found += [row for row in fillings if row.type == "chemical_attack"]
    if not found and happening.trigger.row.role == "open":
        found += _means_after(happening, scene)
    own = means_at(scene.codebook, sentence, happening.trigger.word)
    if own is not None and happening.trigger.row.pos == "noun":
        found.append(own)
    return max(found, key=lambda row: scene.codebook.types[row.type].specific or 0, default=None)


def _fillings(happening: Happening) -> Iterator[Word]:
    """Gas of "canisters of gas were dropped", "shells filled with gas hit the town"."""
    sentence = happening.sentence
    verbs = [m.word for m in happening.mentions if m.row.pos == "verb"]
    held = [w for verb in verbs for slot in ("subject", "object", "with") for w in fill(sentence, verb, slot)]
    for thrown in (*held, *(w for one in held for w in clauses.phrase_after(sentence, one, "of"))):  # "tens of shells"
        yield from clauses.phrases_after(sentence, thrown, frozenset({"of", "with", "containing"}))
        for filled in sentence.children(thrown, "acl", "acl:relcl"):
            yield from clauses.phrases_after(sentence, filled, frozenset({"with"}))
            if filled.lemma.lower() in HOLDING:
                yield from sentence.children(filled, "obj")


# How far behind an open trigger "with rocket shells" is looked for where the tree does not show it, in words.
MEANS_REACH: Final = 25


def _means_after(happening: Happening, scene: Scene) -> Iterator[MeansRow]:
    """Means in a phrase of "with", "using" or "by" behind the trigger, up to the next trigger."""
    words, at = happening.sentence.words, happening.trigger.last
    ends = [m.first for m in happening.passage.mentions if m.first > at and m not in happening.mentions]
    until = min([at + MEANS_REACH, len(words), *ends])
    for n in range(at + 1, until):
        if words[n].text.lower() in ("with", "using", "by"):
            for word in words[n + 1 : min(n + 6, until)]:
                if row := means_at(scene.codebook, happening.sentence, word):
                    yield row


def _means_words(sentence: Sentence, mention: Mention) -> Iterator[Word]:
    word = mention.word
    if mention.row.pos == "noun":
        yield from clauses.compounds(sentence, word)
    else:
        yield from (w for one in fill(sentence, word, "subject") for w in (one, *loads.sent_from(sentence, one)))
        if mention.last > word.index:
            yield from sentence.words[word.index + 1 : mention.last + 1]
    bearing = sentence.head(word)
    if bearing is not None and bearing.upos == "NOUN" and word.deprel == "acl":
        bearing = sentence.head(bearing)  # "left five people injured"
    if mention.row.role == "effect" and bearing is not None and bearing.lemma.lower() in BEARING:
        yield from fill(sentence, bearing, "subject")
    of_means = mention.row.pos == "noun" and "of" not in mention.row.target
    yield from clauses.phrases_after(sentence, word, MEANS_CASES if of_means else MEANS_CASES - {"of"})
    for child in sentence.children(word, "advcl", "xcomp", "acl"):
        if child.lemma in ("use", "employ", "fire", "launch", "drop", "throw", "detonate", "involve"):
            yield from fill(sentence, child, "object")


def find_supports(sentence: Sentence, mention: Mention, scene: Scene) -> Iterator[Support]:
    """The words that carry a noun trigger: "carried out strikes", "came under attack", "an attack claimed by"."""
    if mention.row.pos != "noun":
        return
    word = mention.word
    counted = _amount_of(sentence, word, scene)
    nearer = [c.index for c in clauses.compounds(sentence, word) if scene.classes.side(sentence, c)]
    described = [w for w in sentence.children(word, "amod") if not any(w.index < n for n in nearer)]
    clauses_of = [v for noun in (word, *sentence.children(word, "nmod")) for v in sentence.children(noun, "acl")]
    around = [*_governors(sentence, word), *clauses_of, *described]
    for verb in dict.fromkeys(around):
        rows = (row for key in keys(verb) for row in scene.codebook.support.get(key, ()))
        fitting = next((row for row in rows if _fits(sentence, verb, counted, row)), None)
        if fitting is not None:
            yield Support(verb, fitting)


def _amount_of(sentence: Sentence, noun: Word, scene: Scene) -> Word:
    """The series of "carried out a series of strikes", which stands where the strikes would; else the noun itself."""
    above = sentence.head(noun)
    if above is None or noun.deprel != "nmod" or above.lemma.lower() not in scene.codebook.classes["amount"]:
        return noun
    return above if "of" in clauses.cases(sentence, noun) else noun


def _governors(sentence: Sentence, word: Word) -> Iterator[Word]:
    """What a noun hangs on, and what that noun hangs on itself ("claimed responsibility for"); a list hangs as one."""
    above = sentence.head(word)
    if above is not None and word.deprel == "conj":
        above = sentence.head(above)
    if above is not None:
        yield above
        if above.upos == "NOUN" and (further := sentence.head(above)) is not None:
            yield further


def _fits(sentence: Sentence, verb: Word, noun: Word, row: SupportRow) -> bool:
    """Tell whether the noun stands in the slot kept for the trigger, at the verb or at a word of its form."""
    parts = [verb]
    for form in row.form[1:]:
        child = next((c for c in sentence.children(verb) if c.lemma.lower() == form), None)
        if child is None:
            return False
        parts.append(child)
    found = [w for part in parts for slot in row.trigger for w in fill(sentence, part, slot)]
    # "The attack in X, for which Y claimed responsibility": the clause may hang on the nearer noun.
    nearer = matches(verb.deprel, ("acl:relcl",)) and len(row.form) > 1
    return any(w.index == noun.index or (nearer and w.head == noun.index) for w in found)
