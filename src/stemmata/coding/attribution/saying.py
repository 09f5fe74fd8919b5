"""What a sentence puts in somebody's mouth: by a verb of saying, or by "according to".

Two questions for each: which words are said, and who says them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.dismissing import dismissed
from stemmata.coding.attribution.nouns_of_saying import by_account, by_noun
from stemmata.coding.attribution.quotations import Quotation
from stemmata.coding.attribution.said import SHORT_REST, claimed_scope, extent, spoken_of, words_said
from stemmata.coding.attribution.speakers import can_speak, named_one, outlets_told, speakers_of
from stemmata.coding.attribution.voices import MARKS, who_speaks
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.rows import SpeechRow
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.language.trees import Sentence, Word, Words, matches

# Words that cite somebody without a verb of saying.
CITING: Final = frozenset({"per", "according", "citing", "quoting"})
# Verbs of those to whom somebody tells it.
HEARING: Final = frozenset({"hear", "learn"})
# Verbs whose participle tells on whom something is put.
ATTRIBUTING: Final = frozenset({"attribute", "ascribe"})
FINITE: Final = ("VBD", "VBZ", "VBP")
# How a clause joins one that somebody says.
JOINED: Final = ("advcl", "conj", "parataxis")
# Auxiliaries under which nothing has been said yet: "as the elders will testify".
UNSAID: Final = frozenset({"will", "'ll", "wo", "shall", "would", "should", "might"})


def said_in(passage: Passage, scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    """The claims that the words of a sentence make, in text order."""
    for word, low in zip(passage.sentence.words, passage.sentence.low, strict=True):
        if low not in CITING and word.lemma.lower() not in scene.codebook.tellers:
            continue
        if things := dismissed(passage.sentence, word, scene):
            yield from _by_naming(passage, scene, word, things)
            continue
        row = speech_row(word, scene)
        if low == "saying" and word.index and passage.sentence.low[word.index - 1] == "as":
            continue  # "quoted a source as saying": the quoting says it
        if row is not None and _is_citing(word, row):
            yield from _by_citing(passage, scene, word, quotations)
        elif row is not None and (word.upos == "VERB" or word.xpos.startswith("VB")):
            yield from _by_verb(passage, scene, word, row, quotations)
        elif _is_according(passage.sentence, word):
            yield from _by_preposition(passage, scene, word)
        elif word.lemma.lower() in scene.codebook.speakers["telling"] and word.deprel == "obl":
            yield from by_account(passage, scene, word)
        elif word.upos == "NOUN":
            yield from by_noun(passage, scene, word)


def _by_naming(passage: Passage, scene: Scene, verb: Word, things: Words) -> Iterator[Claim]:
    """The denial of "called the reports a fabrication": it says what "denied the reports" does."""
    heads = (
        head for head in who_speaks(passage.sentence, verb, scene.codebook.speakers) if can_speak(passage, head, scene)
    )
    speakers = named_one(tuple(s for head in heads for s in speakers_of(passage, scene, head)))
    row = scene.codebook.speech["verb"].get("deny")
    if speakers and row is not None:
        start, end = extent(passage.sentence, things)
        cue = scene.document.span(verb.start, verb.end)
        yield Claim(start, end, speakers, row.weight, "reported-thing", row.entry, cue)


def _is_citing(word: Word, row: SpeechRow) -> bool:
    """ "Citing a doctor", "quoting a relative", beside the clause that tells what these said."""
    return row.weight == "relay" and word.xpos == "VBG" and matches(word.deprel, ("acl", "advcl", "case", "mark"))


def _is_according(sentence: Sentence, word: Word) -> bool:
    """ "According to", and "per" at the start or behind a mark: "ten per truck" tells a share."""
    low = word.text.lower()
    if low == "per":
        return word.deprel == "case" and (word.index == 0 or sentence.words[word.index - 1].upos == "PUNCT")
    return low == "according" or (low in ("citing", "quoting") and word.deprel != "root")


def speech_row(word: Word, scene: Scene) -> SpeechRow | None:
    """The row of a verb of saying."""
    lemma = word.lemma.lower()
    return scene.codebook.speech["verb"].get(lemma) or scene.codebook.speech["toll"].get(lemma)


def _by_verb(
    passage: Passage, scene: Scene, verb: Word, row: SpeechRow, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    sentence = passage.sentence
    heads = who_speaks(sentence, verb, scene.codebook.speakers)
    if row.weight == "relay" and not heads:
        heads = _told_by(sentence, verb)
    if not (heads or _is_quoted(sentence, verb, row)) or _says_nothing(sentence, verb, row, scene):
        return
    told = words_said(passage, verb, heads, quotations)
    if told is None:
        return
    quoting = [w for w in _told_by(sentence, verb) if w not in heads] if row.weight == "relay" else []
    heads, relaying = _relayed(sentence, verb, row, heads)
    speakers = named_one(
        tuple(s for head in heads if can_speak(passage, head, scene) for s in speakers_of(passage, scene, head))
    )
    if not speakers:
        return
    papers = (w for w in sentence.children(verb, "obl") if w.lemma.lower() in scene.codebook.speakers["document"])
    relaying = (
        *relaying,
        *quoting,
        *(outlet for told_by in (*heads, *papers) for outlet in _quoting(sentence, told_by, scene)),
    )
    relays = (*(s for head in relaying for s in speakers_of(passage, scene, head)), *outlets_told(passage, scene, verb))
    start, end, rule = told
    end = _before_next_speaker(sentence, verb, start, end, scene)
    if any(mention.word is verb and mention.row.role == "effect" for mention in passage.mentions):
        start, end = min(start, verb.start), max(end, verb.end)  # "residents count 136": what they say is the counting
    cue = scene.document.span(verb.start, verb.end)
    yield Claim(start, end, speakers, row.weight, rule, row.entry, cue, relays)


def _before_next_speaker(sentence: Sentence, verb: Word, start: int, end: int, scene: Scene) -> int:
    """Where what somebody says ends: before another clause that somebody else says, "as a reporter said he saw it"."""
    for word in sentence.words[verb.index + 1 :]:
        row = speech_row(word, scene) if start <= word.start < end else None
        if row is None or (row.pos == "toll" and _says_nothing(sentence, word, row, scene)):
            continue
        if word.deprel in JOINED and word.xpos in FINITE and (who := sentence.child(word, "nsubj")):
            first = next(w for w in sentence.words[verb.index + 1 :] if clauses.below(sentence, w, word))
            if first.index <= who.index < word.index and who.upos != "PRON" and first.start > start:
                return sentence.words[first.index - 1].end
    return end


def _is_quoted(sentence: Sentence, verb: Word, row: SpeechRow) -> bool:
    """ "A spokesman was quoted as saying": by whom may stay unsaid."""
    quoted = row.weight == "relay" and passives.passive(sentence, verb) and verb.deprel in ("parataxis", "root")
    return quoted and any(child.lemma.lower() == "say" for child in sentence.children(verb, "advcl", "xcomp", "ccomp"))


def _told_by(sentence: Sentence, verb: Word) -> list[Word]:
    """The agency of "was quoted as saying by the agency"."""
    saying = (c for c in sentence.children(verb, "advcl", "xcomp", "ccomp") if c.lemma.lower() == "say")
    return [w for say in saying for w in sentence.children(say) if "by" in clauses.cases(sentence, w)]


def _says_nothing(sentence: Sentence, verb: Word, row: SpeechRow, scene: Scene) -> bool:
    """A verb of saying that tells nothing here: "will say", "declined to say", "claimed 12 lives", "carried people"."""
    nouns = scene.codebook.speakers
    objects = {word.lemma.lower() for word in arguments.objects(sentence, verb)}
    if verb.lemma in ATTRIBUTING and verb.xpos == "VBN" and verb.deprel != "root":
        return True  # "most of them attributed to armed men"
    if any(aux.text.lower() in UNSAID for aux in sentence.children(verb, "aux")) or "life" in objects:
        return True
    if row.weight != "deny" and any(
        no.text.lower() in ("not", "n't", "n’t", "never") for no in sentence.children(verb)
    ):
        return True
    above = sentence.head(verb)
    if above is not None and verb.deprel == "xcomp" and above.lemma.lower() in nouns["withhold"]:
        return True
    if row.weight == "deny" and _of_a_claim(sentence, verb, scene):
        return True
    if row.weight == "publish" and verb.upos == "VERB":
        does = verb.lemma.lower() == "carry" and sentence.child(verb, "compound:prt") is not None
        return does or (
            not objects & nouns["document"] and sentence.child(verb, "ccomp") is None
        )  # "carried out a series"
    if row.weight == "find":
        clause = sentence.child(verb, "ccomp")
        return not _is_told(sentence, clause) if clause is not None else not _closes(sentence, verb)
    if row.weight == "hear":
        return not objects & nouns["document"] and not _told_from(sentence, verb)
    return row.pos == "toll" and not objects & nouns["toll"] and spoken_of(sentence, verb) is None


def _is_told(sentence: Sentence, clause: Word) -> bool:
    """Tell whether a clause is one that is said: "found that nine had died", and not "found nine rifles hidden"."""
    own = sentence.child(clause, "nsubj", "nsubj:pass", "expl") is not None
    helped = sentence.child(clause, "aux", "aux:pass", "cop") is not None
    return own and (helped or clause.xpos not in ("VB", "VBG"))


def _closes(sentence: Sentence, verb: Word) -> bool:
    """ "..., a rescuer reckoned": the verb stands with its subject behind a mark, and at most a few words follow."""
    if verb.deprel == "parataxis":
        return True
    subject = sentence.child(verb, "nsubj")
    first = sentence.subtree(subject)[0].index if subject is not None and subject.index < verb.index else verb.index
    behind = sum(word.upos != "PUNCT" for word in sentence.words[verb.index + 1 :])
    said = verb.xpos in FINITE or subject is not None
    return said and first > SHORT_REST and sentence.words[first - 1].text in MARKS and behind <= SHORT_REST


def _of_a_claim(sentence: Sentence, verb: Word, scene: Scene) -> bool:
    """ "A claim that the army dismissed": who denies what another says does not say it too."""
    if sentence.child(verb, "obj") is not None:
        return False
    above = sentence.head(verb)
    claims = scene.codebook.speakers["document"] | scene.codebook.speakers["denied"]
    return above is not None and matches(verb.deprel, ("acl",)) and above.lemma.lower() in claims


def _told_from(sentence: Sentence, verb: Word) -> Words:
    """The people of "we hear from people there", "the agency learned from a doctor"."""
    return clauses.phrase_after(sentence, verb, "from") if verb.lemma.lower() in HEARING else ()


def _relayed(
    sentence: Sentence, verb: Word, row: SpeechRow, heads: Sequence[Word]
) -> tuple[Sequence[Word], Sequence[Word]]:
    """Who speaks and who relays it: "the agency quoted a doctor", "the radio carried a statement by the militia"."""
    if sources := _told_from(sentence, verb):
        return sources, heads
    told = arguments.objects(sentence, verb) or sentence.children(verb, "iobj")  # "quoted a doctor as saying"
    if not told or row.weight not in ("relay", "publish"):
        return heads, ()
    if row.weight == "relay" or any(sentence.children(one, "nmod", "nmod:poss", "acl") for one in told):
        return told, heads
    return heads, ()


def _quoting(sentence: Sentence, speaker: Word, scene: Scene) -> Iterator[Word]:
    """Who passes on what a speaker or paper says: "a doctor quoted by the radio", "in a letter carried by it"."""
    for verb in sentence.children(speaker, "acl"):
        row = speech_row(verb, scene)
        if row is not None and row.weight in ("relay", "publish") and passives.passive(sentence, verb):
            yield from arguments.subjects(sentence, verb)


def _by_citing(passage: Passage, scene: Scene, word: Word, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    """ "The agency reported, quoting a relative": the relative says what the agency relays."""
    sentence = passage.sentence
    verbs = [w for w in sentence.ancestors(word) if speech_row(w, scene) is not None]
    verb = next(iter(verbs), None)
    saying = who_speaks(sentence, verb, scene.codebook.speakers) if verb else ()
    told = words_said(passage, verb, saying, quotations) if verb else None
    cited = sentence.child(word, "obj") or _behind(sentence, word)
    if verb is None or told is None or cited is None:
        yield from _by_preposition(passage, scene, word)
        return
    # "Citing news from its partners": the partners say it.
    sources = (*sentence.children(cited, "nmod"), *sentence.children(word, "obl"))
    behind = (
        [s for s in sources if "from" in clauses.cases(sentence, s)] if not can_speak(passage, cited, scene) else []
    )
    heads = (h for one in behind or [cited] for h in clauses.members(sentence, one) if can_speak(passage, h, scene))
    speakers = named_one(tuple(s for h in heads for s in speakers_of(passage, scene, h)))
    relays = named_one(tuple(s for h in saying for s in speakers_of(passage, scene, h)))
    if speakers:
        entry, cue = scene.codebook.speech["verb"][word.lemma.lower()].entry, scene.document.span(word.start, word.end)
        yield Claim(told[0], told[1], speakers, "say", told[2], entry, cue, relays)


def _behind(sentence: Sentence, word: Word) -> Word | None:
    """Who is cited, where the tree hangs the name elsewhere: "Reuters reported, citing Amnesty International"."""
    first = next((w for w in sentence.words[word.index + 1 : word.index + 3] if w.upos != "DET"), None)
    while first is not None and word.index < first.head < len(sentence.words) and first.upos not in ("VERB", "AUX"):
        first = sentence.head(first)
    return first if first is not None and first.upos in ("NOUN", "PROPN") else None


def _by_preposition(passage: Passage, scene: Scene, word: Word) -> Iterator[Claim]:
    """ "According to X": X heads the phrase that the words stand in."""
    sentence = passage.sentence
    marks = word.deprel in ("case", "mark", "fixed")
    head = sentence.head(word) if marks else sentence.child(word, "obl", "nmod", "obj")
    if head is None:
        return
    scope = claimed_scope(sentence, {w.index for w in sentence.subtree(head if marks else word)})
    heads = (h for h in clauses.members(sentence, head) if can_speak(passage, h, scene))
    speakers = named_one(tuple(s for h in heads for s in speakers_of(passage, scene, h)))
    if scope and speakers:
        entry = scene.codebook.speech["preposition"].get("according to")
        cue = scene.document.span(word.start, word.end)
        yield Claim(scope[0].start, scope[-1].end, speakers, "say", "according-to", entry.entry if entry else None, cue)
