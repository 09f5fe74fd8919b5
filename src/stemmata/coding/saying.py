"""What a sentence puts in somebody's mouth: by a verb of saying, or by "according to".

Two questions for each: which words are said, and who says them.
"""

from collections.abc import Iterator, Sequence

from stemmata.coding import clauses
from stemmata.coding.claims import Claim
from stemmata.coding.codebook import SpeechRow
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.quotations import Quotation
from stemmata.coding.speakers import TELLING, can_speak, named_one, outlets_told, speakers_of
from stemmata.language.trees import Sentence, Word, matches

# Words that may follow the verb where it closes its sentence: "said on Tuesday in a statement". Set by judgement.
SHORT_REST = 5
# How long the name of a speaker at the end of a sentence may be, in words.
NAME_REACH = 12
# Auxiliaries under which nothing has been said yet: "as the elders will testify".
UNSAID = frozenset({"will", "'ll", "wo", "shall", "would", "should", "might"})
# Auxiliaries that put a clause into what was said before.
SHIFTED = frozenset({"had", "would"})
# Nouns that may stand between a claim and the act: "claimed responsibility for the attack".
RESPONSIBILITY = frozenset({"responsibility", "credit"})
# What may stand in a noun phrase beside its nouns and article.
INSIDE = ("ADP", "ADJ", "CCONJ", "NUM", "ADV", "PART")
TYING = ("-", "'s", "’s")
MARKS = (",", ";", ":", '"', "”", "“")


def said_in(passage: Passage, scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    """The claims that the words of a sentence make, in text order."""
    for word in passage.sentence.words:
        row = speech_row(word, scene)
        if row is not None and (word.upos == "VERB" or word.xpos.startswith("VB")):
            yield from _by_verb(passage, scene, word, row, quotations)
        elif word.text.lower() == "according" or (word.text.lower() in ("citing", "quoting") and word.deprel != "root"):
            yield from _by_preposition(passage, scene, word)


def speech_row(word: Word, scene: Scene) -> SpeechRow | None:
    """The row of a verb of saying."""
    lemma = word.lemma.lower()
    return scene.codebook.speech["verb"].get(lemma) or scene.codebook.speech["toll"].get(lemma)


def _by_verb(
    passage: Passage, scene: Scene, verb: Word, row: SpeechRow, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    sentence = passage.sentence
    heads = _speaking(sentence, verb)
    if row.weight == "relay" and not heads:
        heads = _told_by(sentence, verb)
    if not (heads or _is_quoted(sentence, verb, row)) or _says_nothing(sentence, verb, row, scene):
        return
    content = _content(passage, verb, heads, quotations)
    if content is None:
        return
    heads, relaying = _relayed(sentence, verb, row, heads)
    speakers = named_one(
        tuple(s for head in heads if can_speak(passage, head, scene) for s in speakers_of(passage, scene, head))
    )
    if not speakers:
        return
    relaying += [outlet for head in heads for outlet in _quoting(sentence, head, scene)]
    relays = (*(s for head in relaying for s in speakers_of(passage, scene, head)), *outlets_told(passage, scene, verb))
    start, end, rule = content
    cue = scene.document.span(verb.start, verb.end)
    yield Claim(start, end, speakers, row.weight, rule, row.entry, cue, relays)


def _is_quoted(sentence: Sentence, verb: Word, row: SpeechRow) -> bool:
    """ "A spokesman was quoted as saying": by whom may stay unsaid."""
    quoted = row.weight == "relay" and clauses.passive(sentence, verb) and verb.deprel in ("parataxis", "root")
    return quoted and any(child.lemma.lower() == "say" for child in sentence.children(verb, "advcl", "xcomp", "ccomp"))


def _told_by(sentence: Sentence, verb: Word) -> list[Word]:
    """The agency of "was quoted as saying by the agency"."""
    saying = (c for c in sentence.children(verb, "advcl", "xcomp", "ccomp") if c.lemma.lower() == "say")
    return [w for say in saying for w in sentence.children(say) if "by" in clauses.cases(sentence, w)]


def _says_nothing(sentence: Sentence, verb: Word, row: SpeechRow, scene: Scene) -> bool:
    """A verb of saying that tells nothing here: "will say", "declined to say", "claimed 12 lives", "carried people"."""
    nouns = scene.codebook.speakers
    objects = {word.lemma.lower() for word in clauses.objects(sentence, verb)}
    if any(aux.text.lower() in UNSAID for aux in sentence.children(verb, "aux")) or "life" in objects:
        return True
    if row.weight != "deny" and any(
        no.text.lower() in ("not", "n't", "n’t", "never") for no in sentence.children(verb)
    ):
        return True
    above = sentence.head(verb)
    if above is not None and verb.deprel == "xcomp" and above.lemma.lower() in nouns["withhold"]:
        return True
    if row.weight == "publish" and verb.upos == "VERB":
        return not objects & nouns["document"] and sentence.child(verb, "ccomp") is None
    return row.pos == "toll" and not objects & nouns["toll"]


def _relayed(sentence: Sentence, verb: Word, row: SpeechRow, heads: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Who speaks and who relays it: "the agency quoted a doctor", "the radio carried a statement by the militia"."""
    told = clauses.objects(sentence, verb)
    if not told or row.weight not in ("relay", "publish"):
        return list(heads), []
    if row.weight == "relay" or any(sentence.children(one, "nmod", "nmod:poss", "acl") for one in told):
        return told, list(heads)
    return list(heads), []


def _quoting(sentence: Sentence, speaker: Word, scene: Scene) -> Iterator[Word]:
    """Who passes on what a speaker says: "a doctor quoted by local media said"."""
    for verb in sentence.children(speaker, "acl"):
        row = speech_row(verb, scene)
        if row is not None and row.weight == "relay" and clauses.passive(sentence, verb):
            yield from clauses.subjects(sentence, verb)


def _content(
    passage: Passage, verb: Word, heads: Sequence[Word], quotations: Sequence[Quotation]
) -> tuple[int, int, str] | None:
    """The stretch that a verb of saying puts in its subject's mouth, and the rule that finds it."""
    sentence = passage.sentence
    if quoted := _quotation_of(passage, verb, quotations):
        clause = sentence.child(verb, "ccomp", "parataxis")
        start = quoted.start if clause is None else min(quoted.start, _extent(sentence, [clause])[0])
        return start, quoted.end, "quotation"
    if said := _of_passive(sentence, verb) or _claimed_act(sentence, verb):
        return (*said, "reported-thing")
    if said_clauses := sentence.children(verb, "ccomp"):
        return (*_extent(sentence, [*said_clauses, *_said_further(sentence, verb)]), "reported-clause")
    if verb.deprel == "parataxis" or _ends_sentence(sentence, verb):
        outside = (
            {w.index for w in sentence.subtree(verb)}
            if verb.deprel == "parataxis"
            else {w.index for head in heads for w in sentence.subtree(head)} | {verb.index}
        )
        inside = [w for w in sentence.words if w.index not in outside and w.upos != "PUNCT"]
        if inside:
            return inside[0].start, inside[-1].end, "said-at-the-end"
    after = [w for w in sentence.children(verb, "xcomp", "parataxis") if not _new_clause(sentence, w)]
    if after:
        return (*_extent(sentence, after[:1]), "reported-clause")
    if things := sentence.children(verb, "obj", "nsubj:pass"):
        return (*_extent(sentence, [*things, *sentence.children(verb, "obl", "advcl")]), "reported-thing")
    beside = sentence.children(verb, "obl", "advcl")
    return (*_extent(sentence, beside), "reported-clause") if beside else None


def _extent(sentence: Sentence, heads: Sequence[Word]) -> tuple[int, int]:
    words = [word for head in heads for word in sentence.subtree(head)]
    return min(word.start for word in words), max(word.end for word in words)


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
        return _extent(sentence, [*told, *sentence.children(verb, "xcomp", "ccomp")])
    thing = sentence.head(verb)
    if thing is None or not matches(verb.deprel, ("acl",)):
        return None
    above = sentence.head(thing)
    act = [above] if above is not None and matches(thing.deprel, ("nsubj", "nmod")) else []
    told = [thing, *act, *sentence.children(thing, "acl:relcl")]  # "one claimed by the group that hit the market"
    return min(w.start for w in told), max(w.end for w in told)


def _by_agent(sentence: Sentence, verb: Word) -> bool:
    return clauses.passive(sentence, verb) and any(
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


def _speaking(sentence: Sentence, verb: Word) -> list[Word]:
    """The heads of who speaks: the verb's subject, unless the tree of unpunctuated text takes another word for it."""
    heads = clauses.subjects(sentence, verb)
    if verb.lemma in TELLING:  # "told AFP" without a mark before it
        heads = [head for head in heads if head.index < verb.index or head.deprel == "obl:agent"]
    if verb.xpos not in ("VBD", "VBZ", "VBP") or verb.index < SHORT_REST or _relative(heads, verb):
        return heads
    before = _phrase_before(sentence, verb)
    if not heads:
        return before or _ends_before(sentence, verb) or _subject_before(sentence, verb)
    beside = any(heads[0].index == word.index for word in before) or not before
    adjoining = any(word.index == verb.index - 1 for head in heads for word in sentence.subtree(head))
    return before if (beside and len(before) > len(heads)) or not (beside or adjoining) else heads


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
            elif inner.upos in ("CCONJ", "VERB", "ADV", "AUX"):
                heads = [word, *heads]
        elif word.upos == "DET" or word.text.lower() == "one":
            if at == 0 or words[at - 1].upos not in ("ADP", "CCONJ"):
                break
        elif not (word.upos in INSIDE or word.text in TYING or (word.xpos == "VBN" and inner.upos == "ADP")):
            return []
        inner = word
    else:
        return []
    return heads


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
        return nouns[-1:]  # "killed five in the town activists said"
    tops = [w for w in nouns if not first <= w.head < verb.index]
    return (tops or nouns)[:1]


def _quotation_of(passage: Passage, verb: Word, quotations: Sequence[Quotation]) -> Quotation | None:
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


def _by_preposition(passage: Passage, scene: Scene, word: Word) -> Iterator[Claim]:
    """ "According to X": X heads the phrase that the words stand in."""
    sentence = passage.sentence
    marks = word.deprel in ("case", "mark", "fixed")
    head = sentence.head(word) if marks else sentence.child(word, "obl", "nmod", "obj")
    if head is None:
        return
    scope = _claimed_scope(sentence, {w.index for w in sentence.subtree(head if marks else word)})
    speakers = named_one(tuple(s for h in clauses.members(sentence, head) for s in speakers_of(passage, scene, h)))
    if scope and speakers:
        entry = scene.codebook.speech["preposition"].get("according to")
        cue = scene.document.span(word.start, word.end)
        yield Claim(scope[0].start, scope[-1].end, speakers, "say", "according-to", entry.entry if entry else None, cue)


def _claimed_scope(sentence: Sentence, outside: set[int]) -> list[Word]:
    """The words that "according to" holds for: its sentence, up to the semicolons around it."""
    low, high = min(outside), max(outside)
    parts = [w.index for w in sentence.words if w.text == ";"]
    start = max((p for p in parts if p < low), default=-1)
    end = min((p for p in parts if p > high), default=len(sentence.words))
    return [w for w in sentence.words[start + 1 : end] if w.index not in outside and w.upos != "PUNCT"]
