"""Reads the corpora of names into one set of kinds.

A corpus teaches only some kinds. Where it marks nothing, a word may still bear a kind that the corpus does
not know; so each word gets the set of tags that it may have, and the loss asks only for one of them.
"""

import json
import re
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stemmata.language.pieces import GLUED
from training.treebank import Paragraph, Tree

KINDS = ("person", "group", "place", "facility", "people", "time", "quantity")
"""What is taught. `weapon` is not: the corpora hold some twenty weapons, too few to learn from."""
TAGS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))

LISTS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
FACILITIES, TIME_WORDS, PEOPLES, NO_PEOPLES, PRONOUNS = (
    frozenset(LISTS[name].split()) for name in ("facilities", "time_words", "peoples", "no_peoples", "pronouns")
)
_PEOPLE_ENDINGS = ("an", "ese", "ish", "i", "nch", "tch", "ite")


def spans(tags: list[str]) -> list[tuple[str, int, int]]:
    """The marked spans of a tag sequence: label, first, end (exclusive)."""
    found: list[tuple[str, int, int]] = []
    for place, tag in enumerate(tags):
        if tag.startswith("I-") and found and found[-1][2] == place and found[-1][0] == tag[2:]:
            found[-1] = (tag[2:], found[-1][1], place + 1)
        elif tag != "O":
            found.append((tag[2:], place, place + 1))
    return found


def kind_of(label: str, words: list[str], labels: dict[str, str]) -> str | None:
    """The kind that a corpus's label means for these words, None for one that is not taught."""
    kind = labels.get(label)
    if kind == "place" and words[-1].lower() in FACILITIES:
        return "facility"
    return kind


def allowed(
    words: list[str], marked: list[tuple[str, int, int]], unknown: set[str], free: Collection[int] = ()
) -> list[list[str]]:
    """The tags that each word may have: the marked one; anything for `free` words; else none, or an unknown kind.

    `unknown` are the kinds that the corpus does not mark. A word may bear one of them only if it has a
    capital or a digit, or belongs to the language of time and number.
    """
    elsewhere = ["O"] + [tag for tag in TAGS[1:] if tag[2:] in unknown]
    tags = [elsewhere if _may_name(word) else ["O"] for word in words]
    for place in free:
        tags[place] = list(TAGS)
    for kind, first, end in marked:
        for place in range(first, end):
            tags[place] = [("B-" if place == first else "I-") + kind]
    return tags


def _may_name(word: str) -> bool:
    return word[:1].isupper() or any(letter.isdigit() for letter in word) or word.lower() in TIME_WORDS


# ---------------------------------------------------------------------------------- wikigold, UNER-EWT, GUM

CONLL = {"PER": "person", "ORG": "group", "LOC": "place", "person": "person", "organization": "group", "place": "place"}


def read_marked(file: Path, part: str) -> list[dict[str, list[str]]]:
    """The sentences of one part of `aux_ner.json`: `words` and `tags`."""
    sentences: list[dict[str, list[str]]] = json.loads(file.read_text(encoding="utf-8"))[part]
    return sentences


def conll_names(words: list[str], tags: list[str]) -> list[list[str]]:
    """Names of wikigold and UNER: persons, organisations, places; what is marked MISC may be a people."""
    marked: list[tuple[str, int, int]] = []
    for label, first, end in spans(tags):
        kind = kind_of(label, words[first:end], CONLL)
        if kind:
            marked.append((kind, first, end))
    return allowed(words, marked, {"people", "time", "quantity"})


def gum_names(tree: Tree, tags: list[str]) -> list[list[str]]:
    """Names of GUM, which marks all mentions: those headed by a proper noun, cut down to the name itself."""
    marked: list[tuple[str, int, int]] = []
    free: set[int] = set()
    for label, first, end in spans(tags):
        cut = _name_within(tree, first, end) if label != "time" else _time_within(tree, first, end)
        kind = "time" if label == "time" else kind_of(label, tree.words[first : cut[1] if cut else end], CONLL)
        if cut and kind:
            marked.append((kind, *cut))
        else:
            free |= {i for i in range(first, end) if tree.upos[i] in ("PROPN", "NUM")}
    taken = {i for _, first, end in marked for i in range(first, end)}
    free |= {i for i in range(len(tree)) if tree.upos[i] == "PROPN" and i not in taken}
    return allowed(tree.words, marked, {"quantity"}, free - taken)


def _name_within(tree: Tree, first: int, end: int) -> tuple[int, int] | None:
    """The run of proper nouns around the head of a mention, with small words inside it."""
    heads = [i for i in range(first, end) if not first <= tree.heads[i] < end]
    if len(heads) != 1 or tree.upos[heads[0]] != "PROPN":
        return None
    low = high = heads[0]
    while low > first and (tree.upos[low - 1] == "PROPN" or _inside(tree, low - 1, first, end)):
        low -= 1
    while high + 1 < end and (tree.upos[high + 1] == "PROPN" or _inside(tree, high + 1, first, end)):
        high += 1
    return low, high + 1


def _inside(tree: Tree, place: int, first: int, end: int) -> bool:
    """Whether a small word links two proper nouns of one mention, as in "University of Damascus"."""
    small = tree.words[place].lower() in ("of", "the", "-", "de", "del", "al", "&", "'", "’")
    return small and first < place < end - 1 and tree.upos[place - 1] in ("PROPN", "ADP") and _proper(tree, place, end)


def _proper(tree: Tree, place: int, end: int) -> bool:
    return any(tree.upos[i] == "PROPN" for i in range(place + 1, min(place + 3, end)))


def _time_within(tree: Tree, first: int, end: int) -> tuple[int, int] | None:
    """A mention of time that holds a number or a named day or month."""
    named = any(tree.upos[i] in ("NUM", "PROPN") for i in range(first, end))
    while named and tree.upos[first] in ("DET", "ADP"):
        first += 1
    return (first, end) if named else None


def with_names(documents: list[list[Paragraph]], sentences: list[dict[str, list[str]]]) -> list[list[Paragraph]]:
    """GUM's documents with the names marked in the same order of sentences."""
    marks = iter(sentences)
    return [
        [Paragraph([_named(tree, next(marks)) for tree in paragraph.trees]) for paragraph in paragraphs]
        for paragraphs in documents
    ]


def _named(tree: Tree, sentence: dict[str, list[str]]) -> Tree:
    assert tree.words == sentence["words"], tree.text
    return replace(tree, names=gum_names(tree, sentence["tags"]))


def with_peoples(tree: Tree) -> Tree:
    """Mark as a people what the tree shows to be one: an adjective of the kind of "Syrian", with its capital.

    Where nobody has marked names, other words of the classes that names are made of stay unknown.
    """
    marked = [("people", i, i + 1) for i in range(1, len(tree)) if _is_people(tree, i)]
    if tree.names is None:
        may_be_named = [i for i in range(len(tree)) if tree.upos[i] in ("PROPN", "NOUN", "ADJ", "NUM", "X", "SYM")]
        return replace(tree, names=allowed(tree.words, marked, set(KINDS), may_be_named))
    names = list(tree.names)
    for _, i, _ in marked:
        if "O" in names[i]:
            names[i] = ["B-people"]
    return replace(tree, names=names)


def _is_people(tree: Tree, i: int) -> bool:
    word = tree.words[i]
    if tree.upos[i] != "ADJ" or not word.istitle() or not tree.words[i - 1].islower() or tree.gaps[i] == GLUED:
        return False
    return may_be_people(word)


def may_be_people(word: str) -> bool:
    """Whether an adjective with a capital looks like that of a people or a faith."""
    lower = word.lower()
    return word.istitle() and (
        lower in PEOPLES or (len(word) > 4 and lower.endswith(_PEOPLE_ENDINGS) and lower not in NO_PEOPLES)
    )


# ------------------------------------------------------------------------------- re3d, MEANTIME, event places

RE3D = {
    "Person": "person",
    "Organisation": "group",
    "Location": "place",
    "Nationality": "people",
    "Temporal": "time",
    "Quantity": "quantity",
}
UNSEEN = (
    "US State Department",
    "Australian Department of Foreign Affairs",
    "Delegation of the European Union to Syria",
)
"""Sources of re3d that are never trained on: names are measured on them."""
_LOWER_WORDS = re.compile(r"(?:[a-z]+ )*")
"""What stands before the name in "city of Mosul" and "northern Iraq"."""
_ARTICLES = ("the", "a", "an", "this", "that", "these", "those", "our", "its", "his", "their")


@dataclass(frozen=True)
class Marked:
    """A document with its marked spans: kind, start and end in the text."""

    text: str
    spans: list[tuple[str, int, int]]
    mentions: list[tuple[str, int, int]]
    """Every mention of a taught kind, pronouns and descriptions too."""
    free: list[tuple[int, int]]
    """Stretches that were marked as something that is no name, or as a kind that is not taught."""


def read_re3d(folder: Path) -> list[Marked]:
    """The documents of one source of re3d, with the mentions that name something.

    re3d marks pronouns and descriptions too ("they", "the former leader"); a name holds a capital, or is a
    time or a quantity.
    """
    mentions: dict[str, list[dict[str, Any]]] = {}
    for mention in _lines(folder / "entities.json"):
        mentions.setdefault(mention["documentId"], []).append(mention)
    documents = []
    for document in _lines(folder / "documents.json"):
        text, named, every, free = document["text"], [], [], []
        for mention in mentions.get(document["_id"], []):
            start, end = _trimmed(text, mention["begin"], mention["end"])
            kind = RE3D.get(mention["type"])
            if kind == "place":
                start += len(_LOWER_WORDS.match(text[start:end])[0])  # type: ignore[index]
            marked = (kind_of(mention["type"], text[start:end].split(), RE3D) or kind, start, end)
            if marked[0] and start < end:
                every.append(marked)
            if kind and _names(kind, text[start:end].split()):
                named.append(marked)
            else:
                free.append((mention["begin"], mention["end"]))
        documents.append(Marked(text, _longest(named), _longest(every), free))
    return documents


def unseen_documents(data: Path) -> list[Marked]:
    """The documents that names are measured on."""
    return [document for source in UNSEEN for document in read_re3d(data / "ner" / "re3d" / source)]


def _names(kind: str, words: list[str]) -> bool:
    """Whether words name something: they begin with a capital, and are no pronoun and no long description."""
    if not words or len(words) > 7 or words[0].lower() in PRONOUNS:
        return False
    return kind in ("time", "quantity") or words[0][0].isupper() or words[0].lower().startswith("al-")


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A mention without article, possessive ending and space around it."""
    while start < end and text[start].isspace():
        start += 1
    first = text[start:end].split(" ", 1)[0]
    if first.lower() in _ARTICLES:
        start += len(first) + 1
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending):
            end -= len(ending)
    return start, start + len(text[start:end].rstrip())


def _longest(spans: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Spans without those that overlap a longer one."""
    kept: list[tuple[str, int, int]] = []
    for span in sorted(spans, key=lambda span: span[1] - span[2]):
        if all(span[2] <= other[1] or other[2] <= span[1] for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span[1])


MEANTIME = {"PER": "person", "ORG": "group", "FIN": "group", "LOC": "place", "TIME": "time", "QUANTITY": "quantity"}

MEANTIME_SENTENCES = 6
"""The title, the date and the sentences of an article in which all mentions are marked."""


def read_meantime(folder: Path) -> list[tuple[list[str], list[list[str]]]]:
    """The sentences of MEANTIME's Wikinews articles with the tags that their words may have."""
    sentences = []
    for file in sorted(folder.glob("**/intra_cross-doc_annotation/**/*.xml")):
        root = ElementTree.parse(file).getroot()
        tokens = {token.get("t_id"): token for token in root.iter("token")}
        place = {key: number for number, key in enumerate(tokens)}
        words = [token.text or "" for token in tokens.values()]
        entity = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
        refers = {
            source.get("m_id"): entity.get(link.findall("target")[0].get("m_id"))
            for link in root.iter("REFERS_TO")
            for source in link.findall("source")
        }
        marked: list[tuple[str, int, int]] = []
        free: set[int] = set()
        for mention in root.find("Markables") or ():
            at = sorted(place[a.get("t_id")] for a in mention.findall("token_anchor"))
            if not at:
                continue
            label = {"TIMEX3": "TIME", "VALUE": "QUANTITY"}.get(mention.tag) or refers.get(mention.get("m_id")) or ""
            first, end = at[0], at[-1] + 1
            if words[first].lower() in _ARTICLES and end - first > 1:
                first += 1
            kind = kind_of(label, words[first:end], MEANTIME)
            named = mention.tag != "ENTITY_MENTION" or all(
                w[0].isupper() or w in ("of", "and", "&") for w in words[first:end]
            )
            if kind and named and mention.tag in ("TIMEX3", "VALUE", "ENTITY_MENTION"):
                marked.append((kind, first, end))
            elif mention.tag == "ENTITY_MENTION":
                free |= set(range(first, end))
        marked = _longest(marked)
        capitals = {i for i in free if words[i][:1].isupper()}
        tags = allowed(words, marked, {"people"}, capitals)
        numbers = [int(token.get("sentence", 0)) for token in tokens.values()]
        for sentence in range(min(MEANTIME_SENTENCES, max(numbers) + 1)):
            inside = [i for i, number in enumerate(numbers) if number == sentence]
            sentences.append(([words[i] for i in inside], [tags[i] for i in inside]))
    return sentences


def read_event_places(file: Path) -> list[tuple[list[str], list[list[str]]]]:
    """Sentences in which the places of one event are marked; other words with a capital stay unknown."""
    sentences = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kept = [i for i, token in enumerate(row["tokens"]) if token.strip()]
        place = {old: new for new, old in enumerate(kept)}
        words = [row["tokens"][i].strip().replace(" ", "") for i in kept]
        marked = []
        for first, last in row["locations"]:
            if first in place and last in place and words[place[first]][0].isupper():
                found = words[place[first] : place[last] + 1]
                marked.append((kind_of("LOC", found, CONLL) or "place", place[first], place[last] + 1))
        if marked and len(words) <= 60:
            taken = {i for _, first, end in marked for i in range(first, end)}
            free = [i for i, word in enumerate(words) if _may_name(word) and i not in taken]
            sentences.append((words, allowed(words, _longest(marked), set(), free)))
    return sentences
