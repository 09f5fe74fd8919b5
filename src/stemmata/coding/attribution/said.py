"""Which words somebody says: the clause below a verb of saying, a quotation beside it, the rest of its sentence."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.attribution.parallel import until_parallel
from stemmata.coding.attribution.quotations import Quotation
from stemmata.coding.attribution.speakers import TELLING
from stemmata.coding.passages import Passage
from stemmata.coding.syntax import clauses, passives
from stemmata.language.trees import Sentence, Word, matches

# Words that may follow the verb where it closes its sentence: "said on Tuesday in a statement". Set by judgement.
SHORT_REST: Final = 5
# Auxiliaries that put a clause into what was said before.
SHIFTED: Final = frozenset({"had", "would"})
# Verbs of saying whose "of" opens what is said.
SPEAKING: Final = frozenset({"speak", "talk", "tell"})
# Words that may stand before "according to" in a clause of its own.
RELATIVE: Final = frozenset({"where", "which", "who", "whom"})
# What opens a clause behind a passive: "was accused by residents of burning", "is said by them to have burned".
TOLD_OF: Final = frozenset({"of", "to"})
# What a clause may be told to have happened in: "killed two in an attack claimed by the group".
DEEDS: Final = frozenset("attack assault ambush raid operation bombing blast explosion shooting strike".split())
# Nouns that may stand between a claim and the act: "claimed responsibility for the attack".
RESPONSIBILITY: Final = frozenset({"responsibility", "credit"})


def words_said(
    passage: Passage, verb: Word, heads: Sequence[Word], quotations: Sequence[Quotation]
) -> tuple[int, int, str] | None:
    """The stretch that a verb of saying puts in its subject's mouth, and the rule that finds it."""
    sentence = passage.sentence
    clause = sentence.child(verb, "ccomp", "parataxis")
    quoted = quotation_of(passage, verb, quotations)
    # "It is a ruse," said the mayor, who noted that ...: the quotation is what another verb closes.
    if quoted and not (clause and clause.deprel == "ccomp" and quoted.end <= verb.start and verb.index < clause.index):
        start = quoted.start if clause is None else min(quoted.start, extent(sentence, [clause])[0])
        return start, quoted.end, "quotation"
    if (
        said := _announced(sentence, verb)
        or spoken_of(sentence, verb)
        or _of_passive(sentence, verb)
        or _claimed_act(sentence, verb)
    ):
        return (*said, "reported-thing")
    if said_clauses := [w for w in sentence.children(verb, "ccomp") if not _new_clause(sentence, w)]:
        start, end = extent(sentence, [*said_clauses, *_said_further(sentence, verb)])
        until = min(until_parallel(sentence, verb, said_clauses), _next_clause(sentence, verb, said_clauses[0]))
        return start, min(end, until), "reported-clause"
    if before := _opened_by_as(sentence, verb):
        return before
    if (verb.deprel == "parataxis" and not _new_clause(sentence, verb)) or _ends_sentence(sentence, verb):
        outside = (
            {w.index for w in sentence.subtree(verb)}
            if verb.deprel == "parataxis"
            else {w.index for head in heads for w in sentence.subtree(head)} | {verb.index}
        )
        until = _next_clause(sentence, verb, sentence.head(verb) if verb.deprel == "parataxis" else None)
        inside = [w for w in sentence.words if w.end <= until and w.index not in outside and w.upos != "PUNCT"]
        if inside:
            return inside[0].start, inside[-1].end, "said-at-the-end"
    after = [w for w in sentence.children(verb, "xcomp", "parataxis") if not _new_clause(sentence, w)]
    if after:
        return (*extent(sentence, after[:1]), "reported-clause")
    if things := sentence.children(verb, "obj", "nsubj:pass"):
        return (*extent(sentence, [*things, *sentence.children(verb, "obl", "advcl")]), "reported-thing")
    beside = sentence.children(verb, "obl", "advcl")
    return (*extent(sentence, beside), "reported-clause") if beside else None


def extent(sentence: Sentence, heads: Sequence[Word]) -> tuple[int, int]:
    words = [word for head in heads for word in sentence.subtree(head)]
    return min(word.start for word in words), max(word.end for word in words)


def spoken_of(sentence: Sentence, verb: Word) -> tuple[int, int] | None:
    """All behind "of", up to a semicolon: "residents spoke of houses burnt", "spoke to us of men shot"."""
    if verb.lemma.lower() not in SPEAKING:
        return None
    behind = sentence.low[verb.index + 1 : verb.index + SHORT_REST]
    if "of" not in behind or behind[0] not in ("of", "to"):
        return None
    first = verb.index + 2 + behind.index("of")
    until = next((w.index for w in sentence.words[first:] if w.text == ";"), len(sentence.words))
    said = [w for w in sentence.words[first:until] if w.upos != "PUNCT"]
    return (said[0].start, said[-1].end) if said else None


def _announced(sentence: Sentence, verb: Word) -> tuple[int, int] | None:
    """All behind the colon of "As reported by the division: ten rebels laid down their arms"."""
    if verb.index == 0 or verb.index > SHORT_REST or sentence.low[verb.index - 1] != "as" or ":" not in sentence.low:
        return None
    colon = sentence.low.index(":")
    behind = [w for w in sentence.words[colon + 1 :] if w.upos != "PUNCT"]
    heads = colon > verb.index and all(w.upos not in ("VERB", "AUX") for w in sentence.words[verb.index + 1 : colon])
    return (behind[0].start, behind[-1].end) if heads and behind else None


def _opened_by_as(sentence: Sentence, verb: Word) -> tuple[int, int, str] | None:
    """All behind "As the governor said, ..."; "as the governor said his prayers" says nothing."""
    clause = sentence.subtree(verb)
    if verb.deprel != "advcl" or clause[0].index or sentence.low[0] != "as" or sentence.child(verb, "obj", "ccomp"):
        return None
    behind = [w for w in sentence.words[clause[-1].index + 1 :] if w.upos != "PUNCT"]
    return (behind[0].start, behind[-1].end, "said-at-the-end") if behind else None


def _next_clause(sentence: Sentence, verb: Word, said: Word | None) -> int:
    """Where a clause with a subject of its own begins behind "..., police said, and gunmen ...": nobody says it."""
    if said is None or said.index > verb.index:
        return sentence.end
    for clause in sentence.children(said, "conj"):
        first = sentence.subtree(clause)[0]
        own = sentence.child(clause, "cc") and sentence.child(clause, "nsubj", "nsubj:pass")
        if own and first.index > verb.index and sentence.words[verb.index + 1].text == ",":
            return first.start
    return sentence.end


def _said_further(sentence: Sentence, verb: Word) -> list[Word]:
    """A clause that the tree joins to the verb of saying and that is said too, by its tense.

    "Said there had been drones and jets had bombed the town".
    """
    clause = (
        c for c in sentence.children(verb, "conj") if c.upos == "VERB" and sentence.child(c, "nsubj", "nsubj:pass")
    )
    shifted = (c for c in clause if any(aux.text.lower() in SHIFTED for aux in sentence.children(c, "aux")))
    return [c for c in shifted if not _new_clause(sentence, c)]


def _new_clause(sentence: Sentence, word: Word) -> bool:
    """Tell whether a clause stands behind a semicolon: it says its own thing."""
    return any(mark.text == ";" for mark in sentence.children(word, "punct"))


def _of_passive(sentence: Sentence, verb: Word) -> tuple[int, int] | None:
    """What is told by its agent: "was reported by survivors", "a bomb claimed by the group tore a bus apart"."""
    if not sentence.children(verb, "obl:agent") and not _by_agent(sentence, verb):
        return None
    if told := sentence.children(verb, "nsubj:pass", "csubj:pass"):
        agents = (w for w in sentence.children(verb, "obl:agent") for w in sentence.children(w, "acl"))
        ways = (w for w in (*agents, *sentence.children(verb, "advcl")) if clauses.cases(sentence, w) & TOLD_OF)
        return extent(sentence, [*told, *sentence.children(verb, "xcomp", "ccomp"), *ways])
    thing = sentence.head(verb)
    if thing is None or not matches(verb.deprel, ("acl",)):
        return None
    above = sentence.head(thing)
    act = [above] if above is not None and matches(thing.deprel, ("nsubj", "nmod")) else []
    deed = verb.lemma == "claim" and thing.lemma.lower() in DEEDS
    if above is not None and deed and matches(thing.deprel, ("obl",)) and "in" in clauses.cases(sentence, thing):
        act = [above, *sentence.children(above, "nsubj", "nsubj:pass")]
    told = (thing, *act, *sentence.children(thing, "acl:relcl"))  # "one claimed by the group that hit the market"
    return min(w.start for w in told), max(w.end for w in told)


def _by_agent(sentence: Sentence, verb: Word) -> bool:
    return passives.passive(sentence, verb) and any(
        "by" in clauses.cases(sentence, c) for c in sentence.children(verb, "obl")
    )


def _claimed_act(sentence: Sentence, verb: Word) -> tuple[int, int] | None:
    """All before the clause, in "an attack on the market, for which the group claimed responsibility"."""
    claimed = any(o.lemma.lower() in RESPONSIBILITY for o in sentence.children(verb, "obj"))
    first = sentence.subtree(verb)[0].index
    if not claimed or verb.deprel != "acl:relcl" or first == 0:
        return None
    return sentence.start, sentence.words[first - 1].end


def _ends_sentence(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb of saying closes the sentence: old wire style, "five died on Friday the agency said"."""
    rest = [w for w in sentence.words[verb.index + 1 :] if w.upos != "PUNCT"]
    if verb.lemma.lower() not in TELLING and sentence.child(verb, "obj") is not None:
        return False
    return len(rest) <= SHORT_REST and all(w.deprel != "ccomp" for w in rest) and verb.index > SHORT_REST


def quotation_of(passage: Passage, verb: Word, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that a verb introduces or closes: in its own sentence, or right beside it in the same block."""
    start, end = passage.sentence.start, passage.sentence.end
    opens = passage.sentence.words[-1].text == ":"
    closes = verb.index <= SHORT_REST and passage.sentence.child(verb, "ccomp") is None  # "...” he said on Friday."
    touching = [
        q
        for q in quotations
        if q.speaks
        and not q.start <= verb.start < q.end
        and (
            (q.start < end and start < q.end)
            or (opens and 0 <= q.start - end <= 3)
            or (closes and 0 <= start - q.end <= 3 and passage.block.start <= q.start)
        )
    ]
    return min(touching, key=lambda q: min(abs(q.start - verb.end), abs(verb.start - q.end)), default=None)


def claimed_scope(sentence: Sentence, outside: set[int]) -> list[Word]:
    """The words that "according to" holds for: its sentence, up to the semicolons around it."""
    low, high = min(outside), max(outside)
    verb = _opened_clause(sentence, low, high)
    if verb is not None:
        return [w for w in sentence.subtree(verb) if w.index > high and w.upos != "PUNCT"]
    parts = [w.index for w in sentence.words if w.text == ";"]
    start = max((p for p in parts if p < low), default=-1)
    end = min((p for p in parts if p > high), default=len(sentence.words))
    return [w for w in sentence.words[start + 1 : end] if w.index not in outside and w.upos != "PUNCT"]


def _opened_clause(sentence: Sentence, low: int, high: int) -> Word | None:
    """The verb of a clause that "according to" opens: "..., where according to witnesses a truck was burned"."""
    head = next((w for w in sentence.words[low : high + 1] if not low <= w.head <= high), None)
    verb = sentence.head(head) if head is not None else None
    if verb is None or verb.index < high or not matches(verb.deprel, ("acl", "conj")):
        return None
    opening = [w for w in sentence.subtree(verb) if w.index < low]
    opens = all(w.upos in ("CCONJ", "PUNCT") or w.text.lower() in RELATIVE for w in opening)
    return verb if opening and opens else None
