"""The status that the rules give any verb or noun, a trigger or not: what sets on factuality ask about."""

from collections.abc import Iterable, Mapping

from stemmata.coding.attribution.attribution import find_claims
from stemmata.coding.attribution.claims import claims_over
from stemmata.coding.codebook import load_codebook
from stemmata.coding.coder import set_scene
from stemmata.coding.happenings import status
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.rows import TriggerRow
from stemmata.coding.triggers import Mention
from stemmata.language import load_parser
from stemmata.records import Document, Why

ANY = TriggerRow("clash", ("any",), "verb", (), (), (), (), (), "", "benchmark")
"""Stands for the row of the codebook that a word which is no trigger lacks; the rules of status do not ask for it."""


def statuses(document: Document, offsets: Iterable[int]) -> Mapping[int, str]:
    """The status of the word that begins at each offset; words that the parser cuts otherwise are left out.

    What the document itself negates is no report; here it is `denied`.
    """
    stretches = [(block.start, block.end) for block in document.blocks]
    sentences = load_parser().parse(document.text, stretches)
    scene = set_scene(document, sentences, load_codebook())
    claims = find_claims(scene.passages, scene)
    words = {word.start: (passage, word) for passage in scene.passages for word in passage.sentence.words}
    found = {}
    for offset in offsets:
        if offset in words:
            passage, word = words[offset]
            mention = Mention(word, word.index, word.index, ANY)
            happening = Happening(passage, ANY.type, mention, Why("benchmark"))
            over = claims_over(claims, word.start, word.end)
            denied = status.negated(happening, over)
            found[offset] = "denied" if denied else status.decide(happening, over, scene).value
    return found
