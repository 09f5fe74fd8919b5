"""Tells whether two triggers of a sentence name one happening.

"Launched an assault, targeting two villages" names it twice, "shelled the market and stormed the station" are two.
"""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.happenings.weapons_told import destroyed_in_it, tells_of_weapons
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.coding.syntax.forms import means_at
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches

HURT: Final = frozenset({"kill", "injure", "wound", "hurt", "die"})
REFUGE: Final = frozenset({"refuge", "shelter", "safety", "asylum", "sanctuary"})
# Types in which the same people are told of once: those kidnapped are those missing.
OF_PEOPLE: Final = frozenset({"abduction", "arrest", "displacement", "release", "return"})


def are_one(sentence: Sentence, a: Mention, b: Mention, scene: Scene) -> bool:
    """Tell whether two triggers of a sentence name one happening."""
    types = scene.codebook.types
    violent = types[a.row.type].specific is not None and types[b.row.type].specific is not None
    way = clauses.path(sentence, a.word, b.word)
    direct = len(way) == 2
    if direct and _set_against(sentence, *way):
        return False
    if violent and _was_the_attack(sentence, a, b, way):
        return True
    if direct and _fought_for(sentence, a, b):
        return True
    if direct and a.row.type == b.row.type == "displacement" and _fled_on(sentence, *way):
        return True
    if direct and a.row.type == b.row.type == "surrender" and _links(way, ("conj",)):
        return True  # "dropped their guns and presented themselves"
    if direct and (_is_one(sentence, *way) or {a.row.type, b.row.type} == {"agreement", "ceasefire_violation"}):
        return True
    if a.row.type == b.row.type and (_goes_on(sentence, *way) if direct else _sent_what_hit(sentence, way, scene)):
        return True
    if {a.row.type, b.row.type} == {"suicide_bombing", "bombing"} and _drove_what_went_off(way):
        return True
    if a.row.type == b.row.type == "clash" and _was_fought_off(sentence, way):
        return True
    if direct and _is_called(sentence, a, b):
        return True
    if destroyed_in_it(sentence, a, b):
        return True
    if direct and _fell_to_fire(sentence, a, b):
        return True
    if (direct and _went_on_to_hurt(sentence, a, b)) or (violent and _aims_it(a, b, way)):
        return True
    if a.row.type == b.row.type and b.row.pos == "verb" and a.word in arguments.subjects(sentence, b.word):
        return True  # "the truce continued to hold"
    if violent and _was_heard(sentence, a, b):
        return True
    if a.row.type == b.row.type and a.row.type in OF_PEOPLE and _of_the_same_people(sentence, a, b):
        return True
    if violent and "casualties" in (a.row.type, b.row.type) and _of_the_same_people(sentence, a, b):
        return True  # "buried the shepherds who were shot": they died of it
    if a.row.type == b.row.type and (_takes_up(sentence, a, b) or _of_the_same_weapons(sentence, a, b)):
        return True
    if a.row.type == b.row.type == "territory_gain" and _dates_it(sentence, a, b):
        return False
    if a.row.type == b.row.type:
        return direct and _links(
            way, ("appos", "nmod", "compound", "obl", "nsubj", "obj", "amod", "acl", "advcl", "xcomp")
        )
    if tells_of_weapons(a, b, way):
        return True
    if not violent or "open" not in (a.row.role, b.row.role):
        return False
    if "territory_gain" in (a.row.type, b.row.type):
        return False
    return direct and _links(way, ("nsubj", "obj", "obl", "nmod", "acl", "xcomp", "compound", "appos", "advcl", "amod"))


def _set_against(sentence: Sentence, a: Word, b: Word) -> bool:
    """ "The rebels advanced, while the army shelled their rear": what another does meanwhile."""
    below = b if b.head == a.index else a
    meanwhile = any(w.text.lower() in ("while", "whereas") for w in sentence.children(below, "mark"))
    return meanwhile and below.deprel == "advcl" and sentence.child(below, "nsubj") is not None


def _was_the_attack(sentence: Sentence, a: Mention, b: Mention, way: Sequence[Word]) -> bool:
    """ "Two suicide bombers killed nine people in an attack claimed by X": what those did whom the deed names."""
    doer, deed = (a, b) if "trigger" in a.row.initiator else (b, a)
    if len(way) != 3 or "trigger" not in doer.row.initiator or deed.row.pos != "noun" or deed.row.role != "open":
        return False
    joined = doer.word.head == way[1].index == deed.word.head and way[1].upos == "VERB"
    acts = joined and doer.word.deprel == "nsubj" and deed.word.deprel == "obl"
    return acts and "in" in clauses.cases(sentence, deed.word)


def _fought_for(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Overran the camp after a gun battle": a fight that ends with a place taken is the taking of it."""
    if {a.row.type, b.row.type} != {"territory_gain", "clash"}:
        return False
    taken, fight = (a, b) if a.row.type == "territory_gain" else (b, a)
    tied = clauses.cases(sentence, fight.word) & {"after", "in", "following"}
    return fight.row.pos == "noun" and fight.word.head == taken.word.index and bool(tied)


def _is_one(sentence: Sentence, a: Word, b: Word) -> bool:
    """ "The siege was an operation of the army": what one noun is said to be."""
    subject, said = (a, b) if a.head == b.index else (b, a)
    nouns = subject.upos in ("NOUN", "PROPN") and said.upos in ("NOUN", "PROPN")
    return nouns and matches(subject.deprel, ("nsubj",)) and sentence.child(said, "cop") is not None


def _dates_it(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Took Sejar days after the recapture of Karmah": another taking says when it was."""
    return any(m.row.pos == "noun" and clauses.cases(sentence, m.word) & {"after", "before", "since"} for m in (a, b))


def _is_called(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Cars were torched in what police called a racist attack": what it is said to be."""
    noun = next((m.word for m in (a, b) if m.row.pos == "noun" and m.row.role == "open"), None)
    if noun is None or sentence.child(noun, "cop") is None:
        return False
    what = (w for w in sentence.children(noun, "nsubj") if w.text.lower() == "what")
    return any("in" in clauses.cases(sentence, w) for w in what)


def _goes_on(sentence: Sentence, a: Word, b: Word) -> bool:
    """Tell whether a verb only goes on with those of the verb before: "were kidnapped and are still held by X"."""
    first, second = (a, b) if b.head == a.index else (b, a)
    passive = sentence.child(second, "aux") is not None and second.xpos == "VBN"
    own = sentence.children(second, "nsubj", "obj") if passive else sentence.children(second, "nsubj", "obj", "obl")
    return second.deprel == "conj" and first.upos == "VERB" and not own


def _was_heard(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Shellfire was heard": of it, and of nothing else."""
    noun, verb = (a, b) if a.row.pos == "noun" else (b, a)
    heard = noun.row.pos == "noun" and verb.row.form[-1] == "hear"
    last = sentence.words[verb.last]
    return heard and noun.word in sentence.children(last, "nsubj", "nsubj:pass")


def _fled_on(sentence: Sentence, a: Word, b: Word) -> bool:
    """ "Abandoned their plots and are sheltering in a school": where those are now who left."""
    first, second = (a, b) if b.head == a.index else (b, a)
    own = sentence.child(second, "nsubj", "nsubj:pass", "obj")
    return second.deprel == "conj" and first.upos == "VERB" and (own is None or own.lemma.lower() in REFUGE)


def _was_fought_off(sentence: Sentence, way: Sequence[Word]) -> bool:
    """ "Tried to break through but were repelled", "launched an assault but was driven back": what came of what they
    tried."""
    if len(way) != 3:
        return False
    then, tried = sorted((way[0], way[2]), key=lambda word: word.deprel != "conj")
    joined = tried.head == way[1].index == then.head and tried.deprel in ("xcomp", "obj") and then.deprel == "conj"
    return joined and passives.passive(sentence, then) and not sentence.child(then, "nsubj", "nsubj:pass")


def _went_on_to_hurt(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Stormed a clinic and opened fire", "burst into a mosque and shot eight": one attack, told as it went on."""
    first, then = (a, b) if b.word.head == a.word.index else (b, a)
    if then.word.deprel != "conj" or first.row.type != "clash" or "verb" not in (first.row.pos, then.row.pos):
        return False
    attack = then.row.type == "attack_on_civilians" or (then.row.type == "clash" and "fire" in then.row.form)
    return attack and first.row.role == "open" and not sentence.child(then.word, "nsubj", "nsubj:pass")


def _fell_to_fire(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Soldiers opened fire; dozens were slaughtered": nobody else is told to have done it."""
    first, then = (a, b) if b.word.head == a.word.index else (b, a)
    fired = first.row.type == "clash" and "fire" in first.row.form and first.word.index < then.word.index
    behind = matches(then.word.deprel, ("conj", "parataxis")) and passives.passive(sentence, then.word)
    return fired and behind and then.row.type == "attack_on_civilians" and not arguments.subjects(sentence, then.word)


def _of_the_same_people(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Four officers who had been kidnapped remain missing": a clause about those of whom the verb tells."""
    for clause, other in ((a, b), (b, a)):
        slots = other.row.initiator if other.row.type in ("displacement", "return") else other.row.target
        befallen = {word.index for slot in slots for word in fill(sentence, other.word, slot)}
        if matches(clause.word.deprel, ("acl",)) and clause.word.head in befallen:
            return True
    return False


def _takes_up(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Opened fire on a patrol, and two were hurt in the exchange of fire": the fight told of before, with no more."""
    later = max(a, b, key=lambda mention: mention.word.index)
    above = sentence.head(later.word)
    hurt = above is not None and above.lemma.lower() in HURT
    aside = hurt and later.row.pos == "noun" and matches(later.word.deprel, ("obl",))
    return (
        aside
        and clauses.determined(sentence, later.word, {"the", "that", "this"})
        and not any(w.upos == "PROPN" for w in sentence.children(later.word, "nmod", "compound"))
    )


def _of_the_same_weapons(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Seized nine rifles hidden in a truck": where they were found."""
    if a.row.type != "weapons_found":
        return False
    for clause, other in ((a, b), (b, a)):
        if matches(clause.word.deprel, ("acl",)) and clause.word.head in {
            w.index for w in arguments.objects(sentence, other.word)
        }:
            return True
    return False


def _aims_it(a: Mention, b: Mention, way: Sequence[Word]) -> bool:
    """ "Launched an assault in the east, targeting two villages": the participle says what the noun was aimed at."""
    noun, verb = (a, b) if a.row.pos == "noun" else (b, a)
    if len(way) != 3 or noun.row.pos != "noun" or verb.row.pos != "verb" or "open" not in (a.row.role, b.row.role):
        return False
    carried = noun.word.head == way[1].index and matches(noun.word.deprel, ("obj", "nsubj:pass"))
    aiming = verb.word.head == way[1].index and verb.word.xpos == "VBG" and verb.word.deprel == "advcl"
    return carried and aiming and verb.row.type != "territory_gain"


def _sent_what_hit(sentence: Sentence, way: Sequence[Word], scene: Scene) -> bool:
    """ "A missile fired by the army slammed into a house": one verb says whose the means of the other is."""
    if len(way) != 3:
        return False
    ends, middle = (way[0], way[2]), way[1]
    of_means = [w for w in ends if w.head == middle.index and matches(w.deprel, ("acl",))]
    return bool(of_means) and means_at(scene.codebook, sentence, middle) is not None


def _drove_what_went_off(way: Sequence[Word]) -> bool:
    """ "A car driven by a suicide bomber exploded": the participle says who drove it."""
    if len(way) != 3:
        return False
    ends, middle = (way[0], way[2]), way[1]
    return middle.upos in ("NOUN", "PROPN") and any(
        w.head == middle.index and matches(w.deprel, ("acl",)) for w in ends
    )


def _links(way: Sequence[Word], relations: Sequence[str]) -> bool:
    """Tell whether one of two neighbours in the tree hangs on the other by one of the relations."""
    a, b = way
    return matches(a.deprel if a.head == b.index else b.deprel, relations)
