"""Finds the words that name a happening, and the type that the codebook gives them."""

from dataclasses import dataclass
from typing import Final

from stemmata.coding.codebook import Codebook
from stemmata.coding.rows import Need, TriggerRow
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.coding.syntax.classes import Classes
from stemmata.coding.syntax.forms import ends_at, forms, keys
from stemmata.language.trees import Sentence, Word, matches

# How many articles, possessives, adverbs and adjectives may stand between two words of a form:
# "laid down all of their heavy arms" needs four.
GAP: Final = 4
# Days and months: some are words of the lexicon too ("March"), and none is what somebody fired on.
MONTHS: Final = frozenset(
    "January February March April May June July August September October November December".split()
)
DAYS: Final = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
# Types whose participle before a noun says what it is, not what befell it: "the kidnapped priest", "the
# Russian-occupied town", "seven burnt lorries".
STATES: Final = frozenset(
    "abduction arrest displacement property_destruction release return surrender territory_gain".split()
)
# What people do before what others do: "escaped shelling".
ESCAPING: Final = frozenset({"flee", "escape", "avoid", "evade", "dodge", "survive", "fear", "endure", "witness"})
CONVEYING: Final = frozenset({"carry", "transport", "take", "bring", "move"})
CONDITIONS: Final = frozenset({"if", "unless", "whether"})
ANSWERABLE: Final = frozenset({"responsible", "accountable", "liable"})
# Particles that stand as prepositions too, away from their verb.
PARTED: Final = frozenset({"out", "away", "back"})
# Nouns that only say that what stands before them occurred: "stone pelting incidents".
OCCURRENCES: Final = frozenset({"incident", "case", "episode", "spree", "event"})
# What is done to suicide bombers before they blow up.
STOPPING: Final = frozenset(
    "kill shoot eliminate neutralise neutralize arrest capture detain stop intercept catch seize train recruit".split()
)
FILLERS: Final = ("DET", "PRON", "ADJ", "ADV", "NUM", "PART", "PUNCT", "PROPN")


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
                    alone[row.pos] = _matches_form(sentence, word, row)
                span = alone[row.pos]
            else:
                span = _matches_form(sentence, word, row)
            if span and _has_needs(sentence, word, row, classes, known) and _speaks(sentence, word, row):
                return Mention(word, *span, row)
    return None


def _matches_form(sentence: Sentence, word: Word, row: TriggerRow) -> tuple[int, int] | None:
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
