"""Turns trees with ClearNLP labels, as spaCy's English pipelines make them, into UD trees.

The two differ in more than names: in ClearNLP a preposition governs its noun, "is" governs its
predicate, and conjuncts hang in a chain. The relations of one are therefore moved about, not renamed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.language.trees import ROOT

LABELS = frozenset({"nsubj", "dobj", "pobj", "prep"})
"""Labels that every pipeline with ClearNLP labels has."""

RENAMED = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "agent": "obl:agent",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "dep",
    "oprd": "xcomp",
    "ROOT": "root",
}
NOMINALS = ("NOUN", "PROPN", "PRON", "NUM", "SYM")


@dataclass
class _Node:
    """A word on its way from one scheme to the other."""

    lemma: str
    upos: str
    head: int
    deprel: str


def to_ud(
    lemmas: Sequence[str], upos: Sequence[str], heads: Sequence[int], deprels: Sequence[str]
) -> list[tuple[int, str]]:
    """The heads and relations of a sentence in UD. `heads` are indices in the sentence, ROOT for the root."""
    nodes = [_Node(*values) for values in zip(lemmas, upos, heads, deprels, strict=True)]
    for node in nodes:
        if node.deprel == "nmod":  # a modifier without a preposition; UD's nmod comes of the prepositions below
            node.deprel = "compound"
    _move_coordinators(nodes)
    _straighten_conjuncts(nodes)
    _turn_prepositions(nodes)
    _turn_copulas(nodes)
    for node in nodes:
        if node.deprel == "dative":
            node.deprel = "iobj"
        elif node.deprel in ("acomp", "attr"):
            node.deprel = "xcomp"
        node.deprel = RENAMED.get(node.deprel, node.deprel)
    return [(node.head, node.deprel) for node in nodes]


def _children(nodes: Sequence[_Node], place: int, *deprels: str) -> list[int]:
    return [i for i, node in enumerate(nodes) if node.head == place and (not deprels or node.deprel in deprels)]


def _move_coordinators(nodes: list[_Node]) -> None:
    """Hang "and" on the conjunct that follows it; in ClearNLP it hangs on the one before."""
    for place, node in enumerate(nodes):
        if node.deprel == "cc":
            following = [i for i in _children(nodes, node.head, "conj") if i > place]
            node.head = following[0] if following else node.head


def _straighten_conjuncts(nodes: list[_Node]) -> None:
    """Hang every conjunct on the first one; in ClearNLP each hangs on the one before it."""
    for node in nodes:
        while node.deprel == "conj" and nodes[node.head].deprel == "conj":
            node.head = nodes[node.head].head


def _turn_prepositions(nodes: list[_Node]) -> None:
    """Put a noun in the place of the preposition that governs it: "killed in Idlib", "killed by rebels"."""
    for place in sorted(range(len(nodes)), key=lambda place: -_depth(nodes, place)):
        node = nodes[place]
        objects = _children(nodes, place, "pobj", "pcomp")
        if node.deprel not in ("prep", "agent", "dative") and not (node.deprel == "conj" and objects):
            continue
        if not objects:
            if node.deprel == "prep":
                _settle_bare(nodes, place)
            continue
        noun, clause = objects[0], nodes[objects[0]].deprel == "pcomp"
        nodes[noun].head, nodes[noun].deprel = node.head, _relation(nodes, node, clause)
        for child in _children(nodes, place):
            if child != noun:
                nodes[child].head = noun
                if nodes[child].deprel in ("pobj", "pcomp"):
                    nodes[child].deprel = "conj"
        node.head, node.deprel = noun, "mark" if clause and nodes[noun].upos in ("VERB", "AUX") else "case"


def _settle_bare(nodes: list[_Node], place: int) -> None:
    """A preposition without a noun of its own: "out of town" goes with the next one, "moved in" is an adverb."""
    inner = [i for i in _children(nodes, place) if nodes[i].deprel in ("obl", "nmod")]
    if inner:
        noun = inner[0]
        nodes[noun].head = nodes[place].head
        for child in _children(nodes, place):
            nodes[child].head = noun
        nodes[place].head, nodes[place].deprel = noun, "case"
    else:
        nodes[place].deprel = "advmod"


def _relation(nodes: Sequence[_Node], preposition: _Node, clause: bool) -> str:
    if preposition.head == ROOT:
        return "ROOT"
    if preposition.deprel == "conj":
        return "conj"  # "in Homs and in Hama"
    nominal = nodes[preposition.head].upos in NOMINALS
    if nodes[preposition.head].deprel == "prep":
        return "obl"  # the object of a chain of prepositions; `_settle_bare` moves it on
    if clause:
        return "acl" if nominal else "advcl"
    if preposition.deprel == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _depth(nodes: Sequence[_Node], place: int) -> int:
    depth = 0
    while nodes[place].head != ROOT and depth <= len(nodes):
        place, depth = nodes[place].head, depth + 1
    return depth


def _turn_copulas(nodes: list[_Node]) -> None:
    """Let the predicate govern "is": "the town is quiet", "he is a general", "the base is in Idlib"."""
    for place in sorted(range(len(nodes)), key=lambda place: -_depth(nodes, place)):
        if nodes[place].lemma != "be" or nodes[place].deprel in ("aux", "auxpass"):
            continue
        predicates = _children(nodes, place, "attr", "acomp")
        if _children(nodes, place, "expl"):
            for noun in predicates:
                nodes[noun].deprel = "nsubj"
            continue
        if not predicates and _children(nodes, place, "nsubj"):
            predicates = [i for i in _children(nodes, place, "obl") if i > place]
        if predicates:
            _promote(nodes, place, predicates[0])


def _promote(nodes: list[_Node], verb: int, predicate: int) -> None:
    nodes[predicate].head, nodes[predicate].deprel = nodes[verb].head, nodes[verb].deprel
    for child in _children(nodes, verb):
        nodes[child].head = predicate
        if nodes[child].deprel in ("attr", "acomp"):
            nodes[child].deprel = "conj"
    nodes[verb].head, nodes[verb].deprel = predicate, "cop"
