"""Finds the words that carry a noun of the lexicon: "carried out strikes", "came under fire", "claimed the attack"."""

from collections.abc import Iterator

from stemmata.coding.happenings.happenings import Support
from stemmata.coding.passages import Scene
from stemmata.coding.rows import SupportRow
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.forms import keys
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches


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
        if fitting is not None and _names_it(sentence, verb, word):
            continue
        if fitting is not None:
            yield Support(verb, fitting)


def _names_it(sentence: Sentence, verb: Word, noun: Word) -> bool:
    """ "Called the raid a crime": who gives it a name calls for none."""
    called = [w for w in sentence.children(verb, "xcomp") if w.upos in ("NOUN", "ADJ") and w.index > noun.index]
    return verb.lemma.lower() == "call" and bool(called)


def _amount_of(sentence: Sentence, noun: Word, scene: Scene) -> Word:
    """The series of "carried out a series of strikes", the start of "announced the start of an operation", which stand
    where the strikes would; else the noun itself."""
    above = sentence.head(noun)
    if above is None or noun.deprel != "nmod":
        return noun
    if all(above.lemma.lower() not in scene.codebook.classes[kind] for kind in ("amount", "outset")):
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
