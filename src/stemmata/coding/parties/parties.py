"""The phrases of parties: how much of the text names one, which lists fall apart, whom the registry knows."""

from collections.abc import Sequence
from typing import Final

from stemmata.actors import Match
from stemmata.coding.attribution.pronouns import antecedent
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.forms import keys
from stemmata.figures import counted_class
from stemmata.language.trees import Word, matches
from stemmata.records import Party, Span, Why

Found = tuple[Word, str]
"""The head of a phrase and the rule that found it."""

# What makes a member of a list a phrase of its own: "the army and allied forces" are two, "soldiers and gunmen" one.
OF_ITS_OWN: Final = ("det", "amod", "nummod", "compound", "nmod", "acl")


# What ties people to the body they are of: "gunmen from the front", "fighters loyal to the president".
OF_BODY: Final = frozenset({"from", "of", "with"})
BELONGING: Final = frozenset({"belong", "loyal", "belonging", "answer", "pledge", "swear"})
# "Kidnappers believed to be rebels", "gunmen identified as members of the front".
TAKEN_FOR: Final = frozenset({"think", "believe", "suspect", "identify", "presume", "say", "know"})
# People who are told by the force they are of: "army men".
MEN: Final = frozenset({"man", "personnel", "member", "element", "staff"})
# What a side calls its fighters.
PRAISED: Final = frozenset({"lion", "hero", "knight", "eagle", "son"})


def parties(passage: Passage, found: Sequence[Found], scene: Scene) -> tuple[Party, ...]:
    """One party a phrase; a list whose members are not told apart stays one phrase."""
    named: list[Party] = []
    whole = _lists(passage, found, scene)
    for head, rule in found:
        if head.index in whole and whole[head.index] != head.index:
            continue
        span = party_span(passage, scene, head, whole_list=whole.get(head.index) == head.index)
        if named and _beside(passage, named[-1], head, span):
            span = scene.document.span(named.pop().span.start, span.end)
        if any(_same_words(party.span, span) for party in named):
            continue
        if pair := _several_of_one_noun(passage, scene, head, span):
            named += [Party(part, one.id, Why(rule, one.entry)) for part, one in pair]
            continue
        match = _of_list(passage, scene, head, whole) or resolve_party(scene, head, span)
        if match is not None and match.rule == "state-name" and _is_national(passage, head):
            match = None
        if match is None and (body := _body_of(passage, scene, head)) is not None:
            match, rule = body, "member-of-body"
        if match is not None and match.rule == "taken-up":
            rule = match.rule
        if match is None and (meant := _meant(passage, head, scene)) is not None:
            match = resolve_party(scene, meant, party_span(passage, scene, meant))
            rule = "pronoun-in-sentence" if match else rule
        identity, entry = (match.id, match.entry) if match else (None, None)
        named.append(Party(span, identity, Why(rule, entry)))
    return tuple(named)


def _is_national(passage: Passage, head: Word) -> bool:
    """ "An Algerian", "two Swiss": who is counted is from there, and not its state."""
    counted = any(count.noun == head.index for count in passage.counts)
    return counted and head.text[0].isupper() and counted_class(head.lemma.lower()) == "person"


def _several_of_one_noun(passage: Passage, scene: Scene, head: Word, span: Span) -> list[tuple[Span, Match]]:
    """ "Russian" and "regime warplanes" of "Russian and regime warplanes": sides that share a noun."""
    sentence = passage.sentence
    modifiers = [w.start for w in sentence.children(head, "amod", "compound") if sentence.child(w, "conj")]
    start = min([*modifiers, span.start])  # the comma of "American, British and French forces" parts their phrase
    words = [w for w in sentence.words if start <= w.start and w.end <= span.end]
    joints = [n for n, w in enumerate(words) if (w.upos == "CCONJ" or w.text == ",") and w.index < head.index and n]
    if not any(words[n].upos == "CCONJ" for n in joints) or head.upos not in ("NOUN", "PROPN"):
        return []
    parts = [words[a + 1 : b] for a, b in zip([-1, *joints], [*joints, len(words)], strict=True) if b > a + 1]
    if any(matches(w.deprel, ("conj",)) and w.upos == "NOUN" for w in (*(part[-1] for part in parts[:-1]), head)):
        return []
    spans = [scene.document.span(part[0].start, part[-1].end) for part in parts]
    lasts = [*(part[-1] for part in parts[:-1]), head]
    found = [resolve_party(scene, last, part) for last, part in zip(lasts, spans, strict=True)]
    known = [(part, one) for part, one in zip(spans, found, strict=True) if one is not None]
    return known if len({one.id for _, one in known}) == len(parts) > 1 else []


def _of_list(passage: Passage, scene: Scene, head: Word, whole: dict[int, int]) -> Match | None:
    """Whom the first of a list that stays whole stands for: "the regime and its backers"."""
    if whole.get(head.index) != head.index:
        return None
    return resolve_party(scene, head, party_span(passage, scene, head))


def _body_of(passage: Passage, scene: Scene, head: Word) -> Match | None:
    """The body whose people or things are told of: "gunmen from the front", "the lions of the brigade", "the
    positions and movements of the group"."""
    sentence = passage.sentence
    if head.upos == "NOUN" and scene.codebook.classes["held"].intersection(keys(head)):
        members = clauses.members(sentence, head)  # "positions and movements of the group": the tree ties it to one
        tied = [w for one in members for w in clauses.owners(sentence, one) if w.upos in ("NOUN", "PROPN")]
    elif counted_class(head.lemma.lower()) in ("combatant", "official") or head.lemma.lower() in PRAISED:
        tied = [w for w in sentence.children(head, "nmod") if clauses.cases(sentence, w) & OF_BODY]
    elif head.lemma.lower() in MEN:
        tied = list(clauses.compounds(sentence, head))
    else:
        return None
    for way in sentence.children(head, "acl", "amod"):
        if way.lemma.lower() in BELONGING:
            tied += sentence.children(way, "obl")
        elif way.lemma.lower() in TAKEN_FOR:
            tied += sentence.children(way, "xcomp", "obl", "obj")
    bodies = (clauses.proper(sentence, w) for w in tied)
    found = (resolve_party(scene, w, party_span(passage, scene, w)) for w in bodies)
    return next((one for one in found if one is not None and one.id not in ("civilians", "protesters")), None)


def _same_words(a: Span, b: Span) -> bool:
    """Tell whether two spans overlap, or say the same again."""
    return (a.start < b.end and b.start < a.end) or a.quote.casefold() == b.quote.casefold()


def _meant(passage: Passage, head: Word, scene: Scene) -> Word | None:
    """Whom "it" stands for, and "its" in "its planes"."""
    pronoun = head if head.upos == "PRON" else passage.sentence.child(head, "nmod:poss")
    return None if pronoun is None else antecedent(passage.sentence, pronoun, scene.classes)


def _beside(passage: Passage, before: Party, head: Word, span: Span) -> bool:
    """Tell whether two parties are one phrase: "Sudanese government" of "Sudanese government strikes", and an owner
    without its apostrophe ("President Sanis air force").
    """
    words = passage.sentence.words
    if head.index == 0:
        return False
    last = words[head.index - 1]
    if matches(head.deprel, ("compound", "amod")):
        return last.end == before.span.end and last.head == head.head and matches(last.deprel, ("compound", "amod"))
    return span.start == before.span.end + 1 and before.span.quote.endswith("s") and before.span.quote[0].isupper()


def party_span(passage: Passage, scene: Scene, head: Word, *, whole_list: bool = False) -> Span:
    """The shortest full noun phrase of a head, as it stands in the document, without its number."""
    head = head if whole_list else clauses.proper(passage.sentence, head)
    first, last = clauses.phrase(passage.sentence, head, whole_list=whole_list)
    for count in passage.counts:
        if count.noun == head.index and count.of_start is not None:
            first = next(
                (w for w in passage.sentence.words[first.index : head.index + 1] if w.start >= count.of_start), first
            )
    while first.index < head.index and (
        (first.upos == "NUM" and not _is_age(passage, first))
        or first.text.lower() in ("more", "than", "at", "least", "some", "about")
    ):
        first = passage.sentence.words[first.index + 1]
    while max(first.index, head.index) < last.index and last.upos == "ADJ" and last.head == head.index:
        last = passage.sentence.words[last.index - 1]  # "left 147 people dead"
    return scene.document.span(first.start, last.end)


def _is_age(passage: Passage, number: Word) -> bool:
    """ "60-year-old women": a number that is no count of them."""
    return passage.sentence.low[number.index + 1 : number.index + 3] in (("-", "year"), ("-", "month"))


def resolve_party(scene: Scene, head: Word, span: Span) -> Match | None:
    """Whom the registry or the text around knows by a phrase; None where a reader would not be sure."""
    match = scene.registry.resolve(
        span.quote, head=head.text, day=scene.day, country=scene.country, introduced=scene.introduced
    )
    if match is None or match.rule == "state-of-country":
        return scene.told.taken_up(span.quote, span.start) or match
    if match.rule == "actor-description":  # "the coalition" is that which the text has named before that of the war
        return scene.told.taken_up(span.quote, span.start, called=True) or match
    return match


def _lists(passage: Passage, found: Sequence[Found], scene: Scene) -> dict[int, int]:
    """Members of a list that is quoted whole → the list's first head: "fighters and their families"."""
    whole: dict[int, int] = {}
    heads = {word.index for word, _ in found}
    for word, _ in found:
        joined = [m for m in passage.sentence.children(word, "conj") if m.index in heads]
        if joined and not _apart(passage, word, joined, scene):
            whole |= {m.index: word.index for m in (word, *joined)}
    return whole


def _apart(passage: Passage, word: Word, joined: Sequence[Word], scene: Scene) -> bool:
    """Tell whether the members of a list are parties of their own: several names or numbers, a force beside another.

    "Coalition and partner forces" share a noun, and "soldiers and their families" or "a school and a clinic" are one.
    """
    sentence = passage.sentence
    every = (word, *joined)
    if scene.registry.names.of(party_span(passage, scene, word, whole_list=True).quote):
        return False  # "the Islamic State of Iraq and the Levant"
    if any(w.deprel == "nmod:poss" and w.upos == "PRON" for m in joined for w in sentence.subtree(m, ("conj", "acl"))):
        return False
    matches = (resolve_party(scene, m, party_span(passage, scene, m)) for m in every)
    ids = {match.id for match in matches if match}
    if len(ids) > 1 or sum(m.upos == "PROPN" for m in every) > 1 or any(sentence.child(m, "nummod") for m in joined):
        return True
    if not sentence.child(word, "amod", "compound", "nmod", "acl"):
        return word.upos == "PROPN" and any(sentence.child(m, "amod") for m in joined)
    armed = any(scene.classes.is_a(sentence, m, "armed") for m in every)
    return armed and any(sentence.child(m, *OF_ITS_OWN) for m in joined)
