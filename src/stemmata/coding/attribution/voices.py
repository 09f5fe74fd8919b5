"""Which words of a sentence name who speaks: the subject of a verb of saying, wherever the tree has hung it.

Old wire copy and thinned punctuation leave out the mark before the speaker ("killed five in Kura on Tuesday a medical
source said"), so the words right before the verb are read one by one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from stemmata.coding.attribution.bare_speakers import NAME_REACH, bare_before
from stemmata.coding.attribution.inverted import told_behind
from stemmata.coding.attribution.parallel import parallel_subjects
from stemmata.coding.attribution.said import SHORT_REST
from stemmata.coding.attribution.speakers import TELLING
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word, matches

# Words among which the colon behind what heads a line stands: "Goma/Beni, 12 May: ...".
OPENING: Final = 12
# What may stand in a noun phrase beside its nouns and article.
INSIDE: Final = ("ADP", "ADJ", "CCONJ", "NUM", "ADV", "PART")
TYING: Final = ("-", "'s", "’s")
# What somebody has to say it on: "found grounds to believe", "has evidence indicating".
GROUNDS: Final = frozenset({"ground", "grounds", "reason", "evidence", "proof", "indication", "information"})
QUOTING: Final = frozenset({"quote", "cite"})
MARKS: Final = (",", ";", ":", '"', "”", "“")


def who_speaks(sentence: Sentence, verb: Word, nouns: Mapping[str, frozenset[str]]) -> Sequence[Word]:
    """The heads of who speaks: the verb's subject, unless the tree of unpunctuated text takes another word for it.

    `nouns` are the classes of those who speak.
    """
    if behind := told_behind(sentence, verb, nouns):
        return [behind]
    heads = [
        w
        for w in _before_who(sentence, verb) or parallel_subjects(sentence, verb) or arguments.subjects(sentence, verb)
        if not _heads_line(sentence, w)
    ]
    # "An attack blamed on the regime": whom it is blamed on does not say so.
    heads = [head for head in heads if head.deprel != "obl:agent" or "on" not in clauses.cases(sentence, head)]
    heads = [holder for head in heads for holder in _who_holds(sentence, head)]
    if verb.lemma in TELLING:  # "told AFP" without a mark before it
        heads = [head for head in heads if head.index < verb.index or head.deprel == "obl:agent"]
    subjects, heads = heads, _beside(sentence, heads, verb)
    first = _first_of(sentence, verb)
    if first.xpos not in ("VBD", "VBZ", "VBP") or verb.index < SHORT_REST or _relative(heads, verb):
        return heads
    if heads and sentence.words[first.index - 1].upos == "CCONJ":
        return heads  # "have combed the hills since May and say"
    if plural := bare_before(sentence, first, nouns["bare"]):
        return [plural]
    before = _phrase_before(sentence, first)
    if first is not verb:
        return heads or _with_list(sentence, before, verb)
    if not heads:
        found = before or _ends_before(sentence, verb) or _inverted(sentence, verb) or _subject_before(sentence, verb)
        return _with_list(sentence, found, verb)
    if len(before) == 1 and _named_by(sentence, heads[0], before[0]):
        return before
    beside = any(heads[0].index == word.index for word in before) or not before
    # "Shelled the town overnight said the monitor": who speaks may stand on either side.
    around = (first.index - 1, verb.index + 1)
    adjoining = any(word.index in around for head in subjects for word in sentence.subtree(head))
    listed = beside and len(before) > len(heads) and _is_listed(sentence, heads[0])
    return before if listed or not (beside or adjoining) else heads


def _first_of(sentence: Sentence, verb: Word) -> Word:
    """The first word of a verb with what helps it: "have reported", "was quoted"."""
    at = verb.index
    while at > 0 and sentence.words[at - 1].upos == "AUX" and verb.xpos == "VBN":
        at -= 1
    helped = at < verb.index and (sentence.words[at].lemma == "have" or verb.lemma in QUOTING)
    return sentence.words[at] if helped else verb


def _is_listed(sentence: Sentence, head: Word) -> bool:
    """Tell whether "and" joins a phrase to one before it: "a medical source and two witnesses said"."""
    first = sentence.subtree(head)[0]
    return "CCONJ" in (first.upos, sentence.words[max(0, first.index - 1)].upos)


def _beside(sentence: Sentence, heads: list[Word], verb: Word) -> list[Word]:
    """Of several subjects that no list joins, as trees of glued text give a verb, those that stand next to it."""
    if len(heads) < 2:
        return heads
    near = min(heads, key=lambda head: abs(head.index - verb.index))
    first = sentence.head(near) if near.deprel == "conj" else near
    joined = {word.index for word in clauses.members(sentence, first or near)}
    return [head for head in heads if head.index in joined]


def _who_holds(sentence: Sentence, head: Word) -> Sequence[Word]:
    """ "The panel has reasonable grounds to believe": who has the grounds believes it, where that is told."""
    if head.lemma.lower() not in GROUNDS or head.upos != "NOUN":
        return [head]
    holding = sentence.head(head)
    return arguments.subjects(sentence, holding) if holding is not None and matches(head.deprel, ("obj",)) else ()


def _heads_line(sentence: Sentence, word: Word) -> bool:
    """ "Borno: Bandits killed nine, residents said": what stands before the first colon of a line says nothing."""
    colon = next((w.index for w in sentence.words[word.index + 1 : OPENING] if w.text == ":"), None)
    return colon is not None and all(w.upos not in ("VERB", "AUX") for w in sentence.words[:colon])


def _before_who(sentence: Sentence, verb: Word) -> list[Word]:
    """ "It is a ruse, said the mayor, who noted ...": "who" takes up the name right before it, wherever it hangs."""
    who = sentence.child(verb, "nsubj")
    if who is None or who.text.lower() != "who":
        return []
    before = next((w for w in reversed(sentence.words[: who.index]) if w.upos != "PUNCT"), None)
    while before is not None and matches(before.deprel, ("flat", "compound", "appos")):
        before = sentence.head(before)
    named = before is not None and before.upos in ("NOUN", "PROPN") and before.index > verb.head
    return [before] if before is not None and named else []


def _with_list(sentence: Sentence, heads: Sequence[Word], verb: Word) -> list[Word]:
    """Who speaks with those whom "and" joins to them before the verb: "residents and an official said"."""
    found = {w.index: w for head in heads for w in clauses.members(sentence, head) if w.index < verb.index or w == head}
    return list(found.values())


def _named_by(sentence: Sentence, described: Word, name: Word) -> bool:
    """ "The website Al Masdar News": a description, and behind it nothing but a name."""
    between = sentence.words[described.index + 1 : name.index]
    named = described.upos == "NOUN" and name.upos == "PROPN" and described.index < name.index
    return named and all(w.upos in ("PROPN", "ADP") for w in between)


def _inverted(sentence: Sentence, verb: Word) -> list[Word]:
    """ "..., say villagers who fled", "..., said a mother of four": trees take who speaks for what is said."""
    thing = sentence.child(verb, "obj") or _phrase_behind(sentence, verb)
    said_before = any(c.index < verb.index for c in sentence.children(verb, "ccomp", "parataxis"))
    behind = thing is not None and 0 < thing.index - verb.index <= SHORT_REST
    return [thing] if thing is not None and behind and said_before and verb.lemma == "say" else []


def _phrase_behind(sentence: Sentence, verb: Word) -> Word | None:
    """The noun of the phrase right behind a verb that the tree hangs on a word before it."""
    for word in sentence.words[verb.index + 1 : verb.index + SHORT_REST + 1]:
        if word.upos in ("NOUN", "PROPN") and word.head < verb.index:
            return word
        if word.upos not in ("DET", "ADJ", "NUM", "NOUN", "PROPN"):
            return None
    return None


def _relative(heads: Sequence[Word], verb: Word) -> bool:
    """ "The rebels, who ... said": the subject stands behind its pronoun."""
    return any(head.index == verb.head for head in heads)


def _phrase_before(sentence: Sentence, verb: Word) -> list[Word]:
    """The heads of the noun phrase with its article that ends right before a verb, read word by word.

    "Killed five in Kura on Tuesday a medical source and two witnesses said": where nothing parts the speaker from what
    is said, the article does. Empty where no article is found before a verb or a mark.
    """
    words = sentence.words
    heads: list[Word] = []
    inner = verb  # the word to the right of the one that is read
    for at in range(verb.index - 1, max(-1, verb.index - NAME_REACH - 1), -1):
        word = words[at]
        if word.upos in ("NOUN", "PROPN"):
            if inner.upos == "ADP" or inner.xpos == "VBN":
                heads = [word, *heads[1:]]
            elif inner.upos == "CCONJ" or inner.xpos == "VBG" or (inner.upos in ("VERB", "ADV", "AUX") and not heads):
                heads = [word, *heads]
        elif word.upos == "DET" or word.text.lower() == "one":
            # "A group tracking the violence said".
            described = at > 1 and words[at - 1].xpos == "VBG" and _describes(words[at - 1], words[at - 2])
            if described:
                heads = heads[1:]
            if at == 0 or not (described or words[at - 1].upos in ("ADP", "CCONJ")):
                break
        elif word.xpos == "VBG" and inner.upos == "DET" and not heads:
            pass
        elif not (word.upos in INSIDE or word.text in TYING or (word.xpos == "VBN" and inner.upos == "ADP")):
            return []
        inner = word
    else:
        return []
    return heads


def _describes(verb: Word, noun: Word) -> bool:
    return verb.deprel == "acl" and verb.head == noun.index and noun.upos in ("NOUN", "PROPN")


def _ends_before(sentence: Sentence, verb: Word) -> list[Word]:
    """The phrase that ends right before a verb and that the tree has hung elsewhere.

    "Kidnapped three aid workers the charity they work for said": as an apposition, or as the subject of a later verb.
    """
    word: Word | None = sentence.words[verb.index - 1]
    while word is not None and sentence.subtree(word)[-1].index == verb.index - 1:
        hung = word.deprel == "appos" or (matches(word.deprel, ("nsubj",)) and word.head > verb.index)
        if hung and word.upos in ("NOUN", "PROPN", "PRON"):
            return [word]
        word = sentence.head(word)
    return []


def _top(sentence: Sentence, noun: Word) -> Word:
    """The noun that another one describes: "sources" in "sources on the ground"."""
    above = sentence.head(noun)
    while above is not None and above.upos in ("NOUN", "PROPN") and noun.deprel == "nmod" and above.index < noun.index:
        noun, above = above, sentence.head(above)
    return noun


def _subject_before(sentence: Sentence, verb: Word) -> list[Word]:
    """The noun phrase between a comma and a verb of saying, where the tree gives the verb no subject."""
    first = verb.index
    while first > 0 and sentence.words[first - 1].text not in MARKS and verb.index - first < NAME_REACH:
        first -= 1
    nouns = [w for w in sentence.words[first : verb.index] if w.upos in ("NOUN", "PROPN", "PRON")]
    # Without its comma the speaker is taken for a second subject, behind its verb: "killed five the monitor said".
    behind = [w for w in nouns if matches(w.deprel, ("nsubj",)) and w.head < w.index]
    if behind:
        return behind[:1]
    if nouns and sentence.words[max(0, first - 1)].text not in MARKS and nouns[-1].index == verb.index - 1:
        return [_top(sentence, nouns[-1])]  # "killed five in the town activists said"
    tops = [w for w in nouns if not first <= w.head < verb.index]
    return (tops or nouns)[:1]
