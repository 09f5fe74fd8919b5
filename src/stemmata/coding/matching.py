"""Tells whether the form of a row stands at a word of a sentence, in its order or as the tree has it."""

from typing import Final

from stemmata.coding.rows import TriggerRow
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import ends_at, keys
from stemmata.language.trees import Sentence, Word, matches

# How many articles, possessives, adverbs and adjectives may stand between two words of a form:
# "laid down all of their heavy arms" needs four.
GAP: Final = 4
# Days and months: some are words of the lexicon too ("March"), and none is what somebody fired on.
MONTHS: Final = frozenset(
    "January February March April May June July August September October November December".split()
)
DAYS: Final = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
# What people do before what others do: "escaped shelling".
ESCAPING: Final = frozenset({"flee", "escape", "avoid", "evade", "dodge", "survive", "fear", "endure", "witness"})
CONDITIONS: Final = frozenset({"if", "unless", "whether"})
# Particles that stand as prepositions too, away from their verb.
PARTED: Final = frozenset({"out", "away", "back"})
FILLERS: Final = ("DET", "PRON", "ADJ", "ADV", "NUM", "PART", "PUNCT", "PROPN")


def matched(sentence: Sentence, word: Word, row: TriggerRow) -> tuple[int, int] | None:
    """The first and last word of a row's form that stands at a word, else None; `word` is its head."""
    if row.pos == "noun":
        back = _is_state(sentence, word) or clauses.again_at(sentence, word) is not None
        named = word.upos in ("NOUN", "PROPN", "VERB", "ADJ") or back or _is_tail(sentence, word)
        if not named or (word.upos == "PROPN" and word.text in MONTHS):
            return None
        if row.head == 0 and len(row.form) > 1:
            return _forward(sentence, word, row)
        first = ends_at(sentence, word.index, row.form)
        if first is None and word.upos == "NOUN":
            first = _behind_preposition(sentence, word, row)
        taken = len(row.form) > 1 and sentence.child(word, "case") is not None  # "under siege", taken for a participle
        verbal = word.upos == "VERB" and word.xpos != "JJ" and not taken and not _gerund(sentence, word)
        return None if first is None or verbal else (first, word.index)
    if not _is_verb(sentence, word) or _gerund(sentence, word):
        return None
    if len(row.form) == 1:
        stance = word.lemma == "take" and any(p.text.lower() == "up" for p in sentence.children(word, "compound:prt"))
        return None if stance else (word.index, word.index)  # "took up position" takes none
    if row.head == 1:
        adverbs = sentence.children(word, "advmod")
        return (word.index, word.index) if len(row.form) == 2 and any(row.form[0] in keys(a) for a in adverbs) else None
    return _forward(sentence, word, row) or _by_tree(sentence, word, row)


def _is_state(sentence: Sentence, word: Word) -> bool:
    """ "The families are back", "900 households back": an adverb that a sentence or a line says of somebody."""
    if word.upos != "ADV":
        return False
    above = sentence.head(word)
    alone = above is not None and above.upos == "NOUN" and above.deprel in ("root", "parataxis")
    return sentence.child(word, "cop") is not None or (alone and word.deprel == "advmod")


def _is_tail(sentence: Sentence, word: Word) -> bool:
    """The "in" of "broke up that sit-in": the tree takes the end of such a noun for an adverb."""
    dash = sentence.words[word.index - 1] if word.index else None
    return word.upos in ("ADV", "ADP") and dash is not None and dash.text == "-" and dash.end == word.start


def _behind_preposition(sentence: Sentence, word: Word, row: TriggerRow) -> int | None:
    """The first word of "back in hands" in "back in government hands": what opens the phrase of its last word."""
    opening = [w for w in sentence.children(word, "case", "advmod", "cc:preconj") if w.index < word.index]
    above = sentence.head(word)
    if above is not None and any(w.deprel == "case" for w in opening):
        around = (above, *sentence.children(above, "advmod"))
        opening += [w for w in around if w.index == opening[0].index - 1]
    by_form = {w.text.lower(): w.index for w in opening}
    if len(row.form) < 2 or not all(want in by_form for want in row.form[:-1]):
        return None
    return min(by_form[want] for want in row.form[:-1])


def _gerund(sentence: Sentence, word: Word) -> bool:
    """ "Fighting broke out", "after fighting between gangs": a noun that the tree takes for a clause."""
    if word.xpos != "VBG" or sentence.child(word, "obj", "nsubj"):
        return False
    if sentence.child(word, "expl") is not None:
        return True  # "there was fighting in X"
    if word.index == 0 and sentence.low[1:2] == ("of",):
        return True  # "Burning of nine houses, 3 May"
    if _lends_a_subject(sentence, word):
        return True
    if sentence.child(word, "case", "mark") and (word.upos == "NOUN" or sentence.child(word, "compound", "amod")):
        return True  # "killed in regime shelling", "in shelling by troops"
    if word.index and sentence.words[word.index - 1].lemma in ESCAPING:
        return True  # "people fleeing fighting in X", who fight nobody
    above = sentence.head(word)
    if above is not None and word.index < above.index and word.deprel == "advcl":
        finite = above.xpos in ("VBD", "VBZ") or sentence.child(above, "aux:pass") is not None
        return finite and not sentence.child(above, "nsubj", "nsubj:pass")  # "fighting in X continued", "was reported"
    between = any("between" in clauses.cases(sentence, child) for child in sentence.children(word, "obl"))
    return between or matches(word.deprel, ("csubj", "nsubj"))


def _lends_a_subject(sentence: Sentence, word: Word) -> bool:
    """ "Despite the talks fighting continues": the finite verb right behind has no other subject."""
    after = sentence.words[word.index + 1] if word.index + 1 < len(sentence.words) else None
    finite = after is not None and after.upos == "VERB" and after.xpos in ("VBD", "VBZ", "VBP")
    if not finite or after is None or any(m.text.lower() in CONDITIONS for m in sentence.children(after, "mark")):
        return False
    return not sentence.children(after, "nsubj", "nsubj:pass", "csubj", "obj")


def _is_verb(sentence: Sentence, word: Word) -> bool:
    if word.upos == "VERB" or (word.upos in ("ADJ", "AUX", "PROPN", "NOUN") and word.xpos.startswith("VB")):
        return True
    return arguments.taken_for_noun(sentence, word)


def _forward(sentence: Sentence, word: Word, row: TriggerRow) -> tuple[int, int] | None:
    """The rest of a form after its head, with fillers between."""
    at = word.index
    for want in row.form[1:]:
        for step in range(1, GAP + 2):
            if at + step >= len(sentence.words):
                return None
            other = sentence.words[at + step]
            if want in keys(other) and not _is_agent(row, other):
                at += step
                break
            if (other.upos not in FILLERS and other.deprel != "compound") or other.deprel == "xcomp":
                return None  # "succumbed to a bullet wound"; "a militia called Dozo in the hills"
        else:
            return None
    return None if _opens_a_day(sentence, at) else (word.index, at)


def _is_agent(row: TriggerRow, word: Word) -> bool:
    """The forces of "seized by rebel forces", which is no "seized by force"."""
    return row.form[1] == "by" and word.xpos == "NNS"


def _opens_a_day(sentence: Sentence, at: int) -> bool:
    """Tell whether a form ends in the preposition of a day: "fired on" of "fired on Tuesday rockets"."""
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    return sentence.words[at].upos == "ADP" and after is not None and after.text in DAYS | MONTHS


def _by_tree(sentence: Sentence, word: Word, row: TriggerRow) -> tuple[int, int] | None:
    """The rest of a form wherever the tree has it: "rockets were fired" for "fire rocket", "held a priest hostage" for
    "hold hostage", "beat a man to death" for "beat to death", "threw the enemy back" for "throw back"."""
    if len(row.form) == 3 and row.form[1] == "to" and row.form[2] != "death":
        for child in sentence.children(word, "xcomp", "advcl", "ccomp"):
            if child.xpos == "VB" and row.form[2] in keys(child):
                return word.index, max(word.index, child.index)
    if len(row.form) == 3 and (part := _particle_and_object(sentence, word, row)):
        return part
    if len(row.form) == 3:
        around = sentence.children(word, "obl")
        for thing in arguments.objects(sentence, word):
            around += sentence.children(thing, "nmod")  # "set a hotel and the office of the firm on fire"
        ended = (child for child in around if row.form[1] in clauses.cases(sentence, child))
        found = (child for child in ended if row.form[2] in keys(child) and not _is_agent(row, child))
        return None if next(found, None) is None else (word.index, word.index)
    if len(row.form) == 4:
        held = (w for thing in arguments.objects(sentence, word) for w in sentence.children(thing, "nmod"))
        put_out = any(
            row.form[3] in keys(w) and clauses.cases(sentence, w).issuperset(row.form[1:3])
            for w in (*sentence.children(word, "obl"), *held)
        )
        return (word.index, word.index) if put_out else None  # "put 15 men out of action"
    if len(row.form) != 2:
        return None
    parts = sentence.children(word, "nsubj:pass", "obj", "xcomp", "ccomp", "compound:prt", "advmod")
    if row.form[1] in PARTED and any(row.form[1] in clauses.cases(sentence, c) for c in sentence.children(word, "obl")):
        return word.index, word.index  # "drove families out of the village"
    for child in (*parts, *arguments.objects(sentence, word)):
        counted = (w for w in sentence.children(child, "nmod") if "of" in clauses.cases(sentence, w))  # "a number of"
        if any(row.form[1] in keys(w) for w in (child, *counted)):
            return word.index, word.index
    return None


def _particle_and_object(sentence: Sentence, word: Word, row: TriggerRow) -> tuple[int, int] | None:
    """ "Laid their guns down" for "lay down gun": the particle behind the object."""
    particles = sentence.children(word, "compound:prt", "advmod")
    thrown = (c for c in arguments.objects(sentence, word) if row.form[2] in keys(c))
    told = any(row.form[1] in keys(p) for p in particles) and next(thrown, None) is not None
    return (word.index, word.index) if told else None
