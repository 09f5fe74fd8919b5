"""Did it happen? The verbs of EWT's test sentences that readers judged (UDS-IH2): `make bench NAME=factuality`.

Readers told of each verb whether it happened, and how sure they were; above 0 is taken for yes. The rules of status
are asked about every verb, though they were made for violence and its news, and this is web text with wishes, habits
and advice in it, of which they know nothing. Published models of this set (Rudinger and others 2018) predict the
number itself, on which no status can be compared; so the share of verbs told right stands beside that of always
saying yes.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.public import Agreement, as_document, data_folder, with_progress
from benchmarks.results import Row
from benchmarks.statuses import statuses

COMMAND = "make bench NAME=factuality"
ANNOTATIONS = "decomp/data/1.0/normalized/sentence/annotations/factuality.json"
HAPPENED = ("happened", "ongoing")


def judged(annotations: Path, treebank: Path, part: str) -> Iterator[tuple[str, dict[int, bool]]]:
    """Each judged sentence of a part with the offsets of its verbs, and whether readers think that they happened."""
    told = json.loads(annotations.read_text(encoding="utf-8"))["data"]
    for number, (text, starts) in enumerate(_sentences(treebank), 1):
        verbs = told.get(f"ewt-{part}-{number}", {})
        words = {int(name.rsplit("-", 1)[1]): value["factuality"]["factual"]["value"] for name, value in verbs.items()}
        if words:
            yield text, {starts[word - 1]: value > 0 for word, value in words.items()}


def _sentences(treebank: Path) -> Iterator[tuple[str, list[int]]]:
    """The text of each sentence of a CoNLL-U file, and where its words begin."""
    for block in treebank.read_text(encoding="utf-8").split("\n\n"):
        text = re.search(r"^# text = (.*)$", block, re.MULTILINE)
        starts, at = [], 0
        for form in re.findall(r"^\d+\t([^\t]+)", block, re.MULTILINE) if text else ():
            at = max(at, text[1].find(form, at))
            starts.append(at)
            at += len(form)
        if text:
            yield text[1], starts


def measure(arguments: Sequence[str]) -> list[Row]:
    """Share told right, and precision, recall and F1 of "happened" and of "did not"."""
    folder = data_folder("factuality", arguments, __doc__)
    sentences = list(judged(folder / ANNOTATIONS, folder.parent / "ud" / "ewt-test.conllu", "test"))
    yes, no = Agreement(), Agreement()
    right = asked = 0
    for text, verbs in with_progress(sentences, "sentences"):
        found = statuses(as_document(text), verbs)
        told = {offset: found[offset] in HAPPENED for offset in found}
        yes.add({o for o in told if verbs[o]}, {o for o in told if told[o]})
        no.add({o for o in told if not verbs[o]}, {o for o in told if not told[o]})
        right += sum(told[offset] == verbs[offset] for offset in told)
        asked += len(told)
    always = f"always yes, {asked} verbs"
    return [
        Row("told right", right / asked, "share", COMMAND, source=f"{asked} verbs"),
        Row("told right by always saying yes", yes.gold / asked, "share", COMMAND, source=always),
        *yes.rows("happened", COMMAND),
        *no.rows("did not happen", COMMAND),
    ]
