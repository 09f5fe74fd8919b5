"""The label that opens a line of a log or a post: "Borno / Bama: ...", "14:20 – ...", "Aleppo countryside: ...".

It is no part of the sentence behind it. The model learnt from prose and takes "Bama" for what "attacked" in "Bama: two
men attacked a post", so what stands behind it is read by itself.
"""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from stemmata.language.trees import ROOT, Name, Sentence, matches

LONGEST: Final = 70
"""Characters of a label with the mark behind it."""
MOST_WORDS: Final = 8

# A colon, or a dash or bar with blanks around it; "14:20" holds none.
_LABEL: Final = re.compile(
    r"(?P<label>[^\n.!?:\"“”]*(?:(?<=\d):(?=\d)[^\n.!?:\"“”]*)*?)(?::|\s(?P<dash>[–—|-]))\s+(?=[^\s\"“'‘])"
)
_WORD: Final = re.compile(r"[^\W_][\w'’-]*")


def label_end(text: str, start: int, end: int) -> int:
    """Where the words behind the label of a line begin; its start where it has none.

    Args:
        text: the document.
        start: where the line begins.
        end: where it ends.
    """
    match = _LABEL.match(text, start, min(end, start + LONGEST))
    if match is None:
        return start
    label = _WORD.findall(match["label"])
    named = 0 < len(label) <= MOST_WORDS and all(not word[0].islower() or word in _in_labels() for word in label)
    dated = match["dash"] is None or any(word[0].isdigit() for word in label)
    return match.end() if named and dated and match.end() < end else start


def entangled(line: Sentence, size: int) -> bool:
    """Tell whether a tree takes the words of a label, the first `size`, for part of what stands behind it.

    It does not where the label only heads the sentence, or only stands beside it.
    """
    return any(
        (word.index < size) != (word.head < size) and word.head != ROOT and not matches(word.deprel, BESIDE)
        for word in line.words
    )


BESIDE: Final = ("punct", "parataxis", "obl", "discourse", "dislocated", "vocative", "advmod")


def joined(line: Sentence, rest: Sentence) -> Sentence:
    """A line's sentence with the tree of what stands behind its label; the label hangs on the root of that.

    The label's own words are those of the whole line: what a name names is seen by what is told of it.
    """
    shift = len(line.words) - len(rest.words)
    root = rest.root.index + shift
    tops = [w.index for w in line.words[:shift] if not 0 <= w.head < shift]
    hung = {at: "punct" if line.words[at].upos == "PUNCT" else "obl:unmarked" for at in tops}
    label = [replace(w, head=root, deprel=hung[w.index]) if w.index in hung else w for w in line.words[:shift]]
    behind = [replace(w, index=w.index + shift, head=w.head + shift if w.head != ROOT else ROOT) for w in rest.words]
    names = [Name(name.kind, name.first + shift, name.last + shift) for name in rest.names]
    return Sentence((*label, *behind), (*(name for name in line.names if name.last < shift), *names))


@cache
def _in_labels() -> frozenset[str]:
    """The words that a label has in lower case."""
    lines = files("stemmata.language").joinpath("in_labels.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
