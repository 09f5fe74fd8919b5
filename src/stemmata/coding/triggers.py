"""Finds the words that name a happening, and the type that the codebook gives them."""

from dataclasses import dataclass
from typing import Final

from stemmata.coding.codebook import Codebook
from stemmata.coding.matching import matched
from stemmata.coding.rows import Need, TriggerRow
from stemmata.coding.syntax import clauses, passives
from stemmata.coding.syntax.classes import Classes
from stemmata.coding.syntax.forms import forms, keys
from stemmata.language.trees import Sentence, Word, matches

# Types whose participle before a noun says what it is, not what befell it: "the kidnapped priest", "the
# Russian-occupied town", "seven burnt lorries".
STATES: Final = frozenset(
    "abduction arrest displacement property_destruction release return surrender territory_gain".split()
)
CONVEYING: Final = frozenset({"carry", "transport", "take", "bring", "move"})
ANSWERABLE: Final = frozenset({"responsible", "accountable", "liable"})
# Nouns that only say that what stands before them occurred: "stone pelting incidents".
OCCURRENCES: Final = frozenset({"incident", "case", "episode", "spree", "event"})
# What is done to suicide bombers before they blow up.
STOPPING: Final = frozenset(
    "kill shoot eliminate neutralise neutralize arrest capture detain stop intercept catch seize train recruit".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger found in a sentence: the head word, the first and last word of the form, and its row."""

    word: Word
    first: int
    last: int
    row: TriggerRow


def find_triggers(sentence: Sentence, codebook: Codebook, classes: Classes) -> list[Mention]:
    """All triggers of a sentence in text order; a word belongs to one trigger, the longest form first."""
    present = forms(sentence)
    known = {form for form in present if form in codebook.triggers}
    found = [
        mention
        for word in sentence.words
        if not known.isdisjoint(keys(word)) and (mention := _at(sentence, word, present, codebook, classes))
    ]
    found.sort(key=lambda mention: (-len(mention.row.form), mention.word.index))
    taken: set[int] = set()
    kept = []
    for mention in found:
        whole = mention.row.pos == "noun" or not mention.row.type
        words = set(range(mention.first, mention.last + 1)) if whole else {mention.word.index}
        if not words & taken:
            kept.append(mention)
            taken |= words | ({mention.last} if len(mention.row.form) > 1 else set())
    told = (mention for mention in kept if mention.row.type)  # the others are words in another sense
    return sorted(told, key=lambda mention: mention.word.index)


def _at(
    sentence: Sentence, word: Word, present: frozenset[str], codebook: Codebook, classes: Classes
) -> Mention | None:
    """The first row that fits at a word; `present` are the words of the sentence, as forms have them."""
    known: dict[Need, bool] = {}
    alone: dict[str, tuple[int, int] | None] = {}  # forms of one word fit or do not, by their part of speech
    for key in keys(word):
        headed = codebook.triggers.get(key)
        for row in headed.among(present) if headed else ():
            if len(row.form) == 1:
                if row.pos not in alone:
                    alone[row.pos] = matched(sentence, word, row)
                span = alone[row.pos]
            else:
                span = matched(sentence, word, row)
            if span and _has_needs(sentence, word, row, classes, known) and _speaks(sentence, word, row):
                return Mention(word, *span, row)
    return None


def _speaks(sentence: Sentence, word: Word, row: TriggerRow) -> bool:
    """Leave out nouns that only modify another ("strike group", "protest leader") and participles used as names."""
    after = sentence.words[word.index + 1] if word.index + 1 < len(sentence.words) else None
    if after is not None and after.upos == "NOUN" and word.deprel == after.deprel == "conj" and word.head == after.head:
        return False  # "with missiles and attack drones", as trees part them
    if row.pos == "verb":
        describes = word.deprel == "acl" and row.type in ("deployment", "clash") and len(row.form) == 1
        describes = describes and not _is_whole_clause(sentence, word)
        held = row.type in STATES and (word.deprel == "amod" or _stands_before_noun(sentence, word))
        conveys = word.deprel == "acl" and word.xpos == "VBG" and word.lemma.lower() in CONVEYING
        if conveys and row.type in ("aid", "displacement"):
            return False  # "a bus carrying pilgrims", "lorries carrying flour"
        if row.type == "deployment" and word.lemma.lower() == "order" and sentence.child(word, "xcomp"):
            return False  # "were ordered to withdraw": the infinitive tells what was ordered
        if any(child.lemma.lower() in ANSWERABLE for child in sentence.children(word, "xcomp")):
            return False  # "held the militia responsible"
        return not describes and not held and not (word.deprel == "amod" and word.xpos in ("VBG", "JJ"))
    if row.form[-1:] == ("bomber",) and _is_suffering(sentence, word):
        return False
    if matches(word.deprel, ("compound", "nmod:unmarked")):
        above = sentence.head(word)
        return above is not None and (above.index < word.index or above.lemma.lower() in OCCURRENCES)
    return row.role != "effect" or not (_is_whole(sentence, word) or _is_somebodys(sentence, word))


def _stands_before_noun(sentence: Sentence, participle: Word) -> bool:
    """The displaced of "a church sheltering displaced people", which the tree ties to the church."""
    after = sentence.words[participle.index + 1] if participle.index + 1 < len(sentence.words) else None
    if participle.deprel != "acl" or participle.xpos == "VBG" or after is None or after.upos != "NOUN":
        return False
    before = sentence.words[participle.index - 1]
    return before.xpos == "VBG" and after.deprel == "obj" and after.head in (before.index, participle.index)


def _is_suffering(sentence: Sentence, bomber: Word) -> bool:
    """Suicide bombers whom others killed or caught blew nobody up; those sent did."""
    above = sentence.head(bomber)
    if above is not None and "including" in clauses.cases(sentence, bomber):
        return True
    held = above is not None and matches(bomber.deprel, ("obj", "nsubj:pass"))
    return held and above is not None and above.lemma.lower() in STOPPING


def _is_somebodys(sentence: Sentence, word: Word) -> bool:
    """The body of "explosives strapped to her body", "burns on his body" is no dead one."""
    owned = word.lemma.lower() == "body" and sentence.child(word, "nmod:poss") is not None
    return owned and bool(clauses.cases(sentence, word) & {"to", "on", "around", "over"})


def _is_whole_clause(sentence: Sentence, verb: Word) -> bool:
    """ "Fighters loyal to Haftar advanced on Gharyan": the tree takes the only verb of a sentence for a participle."""
    above = sentence.head(verb)
    if any(mark.text.lower() == "that" for mark in sentence.children(verb, "mark")):
        return True  # "reports that forces have reached the town"
    finite = verb.xpos in ("VBD", "VBN") and verb.lemma.lower() in passives.INTRANSITIVE
    return finite and above is not None and above.deprel == "root" and above.upos in ("NOUN", "PROPN")


def _is_whole(sentence: Sentence, word: Word) -> bool:
    """The injured of "some of the injured" and "six of the injured" have been told of before."""
    above = sentence.head(word)
    if above is None or not matches(word.deprel, ("nmod",)) or above.upos not in ("NUM", "DET", "PRON", "ADJ"):
        return False
    return "of" in clauses.cases(sentence, word) and clauses.determined(sentence, word, {"the"})


def _has_needs(sentence: Sentence, word: Word, row: TriggerRow, classes: Classes, known: dict[Need, bool]) -> bool:
    """Tell whether all stands beside a word that a row asks for; `known` keeps what rows asked of it before."""
    met = not row.needs or any(all(_holds(sentence, word, n, classes, known) for n in group) for group in row.needs)
    return met and not any(_holds(sentence, word, need, classes, known) for need in row.forbids)


def _holds(sentence: Sentence, word: Word, need: Need, classes: Classes, known: dict[Need, bool]) -> bool:
    found = known.get(need)
    if found is None:
        found = known[need] = classes.holds(sentence, word, need)
    return found
