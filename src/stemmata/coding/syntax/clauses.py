"""The phrases of a clause: what prepositions, possessors and compounds tie to a word, where a noun phrase begins and
ends, and the way from one word to another through the tree."""

from collections.abc import Iterable, Iterator, Set
from typing import Final

from stemmata.figures import counted_class
from stemmata.language.trees import ROOT, Sentence, Word, Words, asked_once, matches

HYPHENS: Final = frozenset({"-", "–", "‑"})
PERIODS: Final = frozenset({"day", "week", "month", "year", "night", "hour"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose"})
# What a noun takes up by that was told before: "the attack".
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "such", "both", "same"})
OF: Final = frozenset({"of"})
# Classes of those of whom "who" tells.
PERSONAL: Final = frozenset({"civilian", "combatant", "person", "official", "family"})
# Marks that stand inside a noun phrase without parting it.
TYING: Final = frozenset({"-", "–", "/", "'", "’", "‘", '"', "“", "”"})
# What a noun phrase leaves out when it is quoted as an actor: clauses about it, asides, other members of a list.
LOOSE: Final = ("acl", "appos", "parataxis", "conj", "cc", "punct", "dep", "discourse", "advcl", "orphan", "list")
# How far behind its description a name may stand, in words.
PROPER_REACH: Final = 5
# Words before one of several: "22 people, among them the envoy Ann Lee".
PARTLY: Final = frozenset({"among", "including", "notably"})
# Verbs with which somebody is in a state that a phrase tells: "remain in the hands of".
REMAINING: Final = frozenset({"remain", "stay", "languish", "fall"})


@asked_once
def phrase_after(sentence: Sentence, word: Word, preposition: str) -> Words:
    """The heads of the phrases that a preposition ties to a word ("strikes on X" gives X), with their lists."""
    return phrases_after(sentence, word, {preposition})


def phrases_after(sentence: Sentence, word: Word, prepositions: Set[str]) -> Words:
    """The same for any of several prepositions."""
    found = tuple(c for c, before in _phrases(sentence, word) if not prepositions.isdisjoint(before))
    return with_lists(sentence, antecedents(sentence, word, found))


@asked_once
def _phrases(sentence: Sentence, word: Word) -> tuple[tuple[Word, frozenset[str]], ...]:
    """The heads of the phrases tied to a word, each with its prepositions."""
    tied = sentence.children(word, "obl", "nmod", "advmod", "advcl", "obj")  # an object with a preposition is none
    if word.upos == "NOUN":
        tied += sentence.children(word, "nsubj")  # "in shelling by troops"
    back = (w for way in sentence.children(word, "advmod") for w in sentence.children(way, "obl"))  # "back from X"
    return tuple((w, before) for w in (*tied, *back) if (before := cases(sentence, w)))


@asked_once
def possessors(sentence: Sentence, noun: Word) -> Words:
    """The heads of "the army's" in "the army's strikes"."""
    return with_lists(sentence, sentence.children(noun, "nmod:poss"))


@asked_once
def described(sentence: Sentence, word: Word) -> Words:
    """What an adjective tells of: "the besieged town", "70 were dead", "left 70 people dead"."""
    above = sentence.head(word)
    found = sentence.children(word, "nsubj")
    if above is not None and matches(word.deprel, ("amod", "acl", "nmod")):
        found += (above,)
    if not found and above is not None and word.deprel == "conj" and sentence.child(word, "cop") is not None:
        found = sentence.children(above, "nsubj")  # "lost five men and was back in control"
    if (place := again_at(sentence, word)) is not None:
        found += sentence.children(place, "nsubj")
    elif above is not None and word.deprel == "advmod" and above.upos == "NOUN":
        found += (above,)  # "900 households back from X"
    if above is not None and above.upos == "ADV" and matches(word.deprel, ("obl",)):
        found += sentence.children(above, "nsubj")  # "the airport is back in their hands"
    if above is not None and above.lemma.lower() in REMAINING and matches(word.deprel, ("obl",)):
        found += sentence.children(above, "nsubj")  # "remain in the hands of the gang"
    if above is not None and matches(word.deprel, ("xcomp", "advcl", "acl", "obj", "amod")):
        found += sentence.children(above, "obj")
    return with_lists(sentence, found)


def again_at(sentence: Sentence, word: Word) -> Word | None:
    """The place of an adverb in "the families are back in Gao", where the tree makes the place what they are."""
    if word.upos != "ADV":
        return None
    above = sentence.head(word) if word.deprel == "advmod" else None
    around = (*sentence.children(word, "obl"), *((above,) if above is not None else ()))
    after = (place for place in around if place.index > word.index and sentence.child(place, "cop") is not None)
    return next((place for place in after if sentence.child(place, "case") is not None), None)


@asked_once
def compounds(sentence: Sentence, noun: Word) -> Words:
    """The words that modify a noun from before: "Russian" and "air" in "Russian air strikes"."""
    found = sentence.children(noun, "compound", "amod", "nmod:unmarked", "nmod:desc", "nmod:npmod")
    before = [child for child in found if child.index < noun.index]
    inner = (c for child in before if child.deprel == "compound" for c in sentence.children(child, "amod"))
    return (*before, *(child for child in inner if child.upos in ("ADJ", "PROPN")))  # "Israeli tank shelling"


@asked_once
def owners(sentence: Sentence, noun: Word) -> Words:
    """Whose a thing is: "the army's base", "ISIS positions", "the headquarters of the brigade"."""
    return (*compounds(sentence, noun), *possessors(sentence, noun), *phrase_after(sentence, noun, "of"))


@asked_once
def cases(sentence: Sentence, word: Word) -> frozenset[str]:
    """The prepositions of a phrase, as words in lower case."""
    return frozenset(child.text.lower() for child in sentence.children(word, "case", "mark"))


def phrase(sentence: Sentence, head: Word, *, whole_list: bool = False, ties: frozenset[str] = OF) -> tuple[Word, Word]:
    """The first and last word of the noun phrase of a head, without article, clauses about it and list members.

    "of" phrases and close modifiers belong to it; other prepositional phrases do not. With `whole_list`
    the members of a list stay together ("fighters and their families"). `ties` are the prepositions that tie a phrase
    to the head: those of a speaker are more ("a spokesman for the army", "a source in the city").
    """
    return _phrase(sentence, head, whole_list, ties)


@asked_once
def _phrase(sentence: Sentence, head: Word, whole_list: bool, ties: frozenset[str]) -> tuple[Word, Word]:
    keep = sorted(_phrase_words(sentence, head, whole_list, ties), key=lambda word: word.index)
    run = _run_around(sentence, keep, head)
    while len(run) > 1 and (run[0].upos in ("DET", "PUNCT", "CCONJ", "ADP") and run[0].deprel != "nmod:poss"):
        run = run[1:]
    while len(run) > 1 and run[-1].upos in ("PUNCT", "CCONJ", "ADP", "DET"):
        run = run[:-1]
    return run[0], run[-1]


@asked_once
def proper(sentence: Sentence, head: Word) -> Word:
    """The name that stands behind a description ("state news agency SANA", "the Islamist group al Shabaab")."""
    if head.upos != "NOUN":
        return head
    listed = next(iter(sentence.children(head, "conj")), None)
    until = head.index + PROPER_REACH if listed is None else min(listed.index, head.index + PROPER_REACH)
    named = (c for c in sentence.children(head, "appos", "flat", "nmod:desc") if c.upos == "PROPN")
    found = (c for c in named if PARTLY.isdisjoint(w.text.lower() for w in sentence.words[head.index + 1 : c.index]))
    own = next((c for c in found if head.index < c.index <= until and not _hyphened(sentence, head, c)), None)
    first = sentence.head(head) if matches(head.deprel, ("conj",)) else None
    if own is None and first is not None:  # "the government and its ally Russia": the tree ties the name to the first
        own = next(
            (c for c in sentence.children(first, "appos") if c.index == head.index + 1 and c.upos == "PROPN"), None
        )
    return head if own is None else own


def _hyphened(sentence: Sentence, head: Word, part: Word) -> bool:
    """ "F-16s" is one name of three words."""
    return part.index == head.index + 2 and sentence.words[head.index + 1].text in HYPHENS


def path(sentence: Sentence, a: Word, b: Word) -> list[Word]:
    """The words on the way from one word to another through the tree, both included."""
    up_a, up_b = _up(sentence, a), _up(sentence, b)
    shared = 0  # words at the top of both ways
    while shared < len(up_a) and shared < len(up_b) and up_a[-1 - shared] is up_b[-1 - shared]:
        shared += 1
    meeting = up_a[len(up_a) - shared : len(up_a) - shared + 1]
    return up_a[: len(up_a) - shared] + meeting + up_b[: len(up_b) - shared][::-1]


def _up(sentence: Sentence, word: Word) -> list[Word]:
    """A word and its governors, nearest first."""
    way = [word]
    while word.head != ROOT:
        word = sentence.words[word.head]
        way.append(word)
    return way


def below(sentence: Sentence, word: Word, top: Word) -> bool:
    """Tell whether a word stands under another, or is it."""
    return word.index == top.index or any(above.index == top.index for above in sentence.ancestors(word))


def members(sentence: Sentence, head: Word) -> Words:
    """A head and the other members of its list."""
    return (head, *sentence.children(head, "conj"))


def with_lists(sentence: Sentence, heads: Iterable[Word]) -> Words:
    found: dict[Word, None] = {}
    for head in heads:
        for member in members(sentence, head):
            if member.upos not in ("VERB", "AUX") or head.upos in ("VERB", "AUX"):
                found[member] = None
    return tuple(found)


def determined(sentence: Sentence, noun: Word, by: Set[str]) -> bool:
    """Whether a determiner of a noun is one of these, in lower case: "the market", "any strike"."""
    return any(det.text.lower() in by for det in sentence.children(noun, "det"))


def antecedents(sentence: Sentence, verb: Word, found: Words) -> Words:
    """A relative pronoun stands for the noun that its clause tells about, also in "which the army said it had left"."""
    above = sentence.head(verb)
    while above is not None and matches(verb.deprel, ("ccomp", "xcomp")):
        verb, above = above, sentence.head(above)
    if above is None or not matches(verb.deprel, ("acl",)):
        return found
    return tuple(_meant(sentence, word, above) if is_relative(word) else word for word in found)


def _meant(sentence: Sentence, relative: Word, above: Word) -> Word:
    """The members of "members of a party who were arrested", whom the tree takes for the party; and the town of "shot
    nine men in Kela, which rebels had taken", which it takes for the men."""
    if relative.text.lower() == "which" and counted_class(above.lemma.lower()) in PERSONAL:
        nearest = next((w for w in reversed(sentence.words[: relative.index]) if w.upos != "PUNCT"), above)
        return nearest if nearest.upos == "PROPN" and nearest.head == above.index else above
    whole = sentence.head(above) if above.deprel == "nmod" and relative.text.lower() in ("who", "whom") else None
    if whole is None or counted_class(above.lemma.lower()) in PERSONAL or cases(sentence, above) != OF:
        return above
    return whole if counted_class(whole.lemma.lower()) in PERSONAL else above


def _phrase_words(sentence: Sentence, head: Word, whole_list: bool, ties: frozenset[str]) -> Iterator[Word]:
    loose = tuple(r for r in LOOSE if not (whole_list and r in ("conj", "cc", "punct")))
    stack = [head]
    while stack:
        word = stack.pop()
        yield word
        for child in sentence.children(word):
            if matches(child.deprel, loose) and not (word.index != head.index and child.deprel in ("conj", "cc")):
                continue
            if (
                matches(child.deprel, ("case", "mark", "cop", "aux", "nsubj", "advmod", "obl"))
                and word.index == head.index
            ):
                continue
            tied = cases(sentence, child)
            if tied and child.deprel == "compound" and child.lemma.lower() in PERIODS:
                continue  # "for a week regime troops have battled", which lost its comma
            if child.deprel == "nmod" and not tied & ties and (tied or word.index == head.index):
                continue
            stack.append(child)


def _run_around(sentence: Sentence, words: list[Word], head: Word) -> list[Word]:
    """The unbroken run of words that holds the head."""
    at = next(n for n, word in enumerate(words) if word.index == head.index)
    first = last = at
    while first > 0 and _adjoin(sentence, words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _adjoin(sentence, words[last], words[last + 1]):
        last += 1
    return words[first : last + 1]


def _adjoin(sentence: Sentence, left: Word, right: Word) -> bool:
    """Tell whether two words stand side by side, marks that tie or quote words ("government-held") passed over."""
    return all(word.text in TYING for word in sentence.words[left.index + 1 : right.index])


def verb_of(sentence: Sentence, word: Word) -> Word | None:
    """The verb of the clause in which a word stands."""
    return next((w for w in (word, *sentence.ancestors(word)) if w.upos == "VERB" and w.deprel != "amod"), None)


def is_relative(word: Word) -> bool:
    return word.text.lower() in RELATIVES and word.upos in ("PRON", "DET", "SCONJ")
