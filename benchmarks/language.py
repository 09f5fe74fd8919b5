"""The language model: trees, names and sentence ends against gold, damaged text, int8, speed, memory.

Trees are scored as at the CoNLL 2018 shared task: words are aligned by their characters, so that a word cut
wrongly counts as one missed and one too many, and LAS of raw text leaves out the subtypes of relations. With
gold words the subtypes count. The data (`--data`, `ud` and `ner` in it) is not part of the repository.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.named import unseen_documents
from training.treebank import Paragraph, Tree, read_treebank

from benchmarks.results import Row
from stemmata.language.model import Model, load_shipped
from stemmata.language.trees import ROOT, Sentence

COMMAND = "python -m benchmarks language --data DIR"
Span = tuple[int, int]


def row(measure: str, value: float, unit: str = "%", **more: object) -> Row:
    return Row(measure, round(value, 2), unit, COMMAND, **more)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------ scoring


@dataclass(frozen=True)
class Analysis:
    """One word as the scorer sees it: features, the span of its head (None for the root) and relation."""

    upos: str
    xpos: str
    feats: str
    lemma: str
    head: Span | None
    relation: str


Words = dict[Span, Analysis]


def f1(correct: float, gold: float, found: float) -> float:
    """The harmonic mean of recall and precision, in percent."""
    return 200 * correct / (gold + found) if gold + found else 0.0


def agreement(gold: Words, found: Words, same: Callable[[Analysis, Analysis], bool]) -> float:
    """F1 of words that are cut alike and analysed alike."""
    correct = sum(span in found and same(analysis, found[span]) for span, analysis in gold.items())
    return f1(correct, len(gold), len(found))


def las(gold: Words, found: Words, subtypes: bool) -> float:
    def relation(analysis: Analysis) -> str:
        return analysis.relation if subtypes else analysis.relation.partition(":")[0]

    return agreement(gold, found, lambda a, b: a.head == b.head and relation(a) == relation(b))


def of_relations(gold: Words, found: Words, relations: Sequence[str]) -> float:
    """F1 of heads and relations of the words that bear one of these relations."""

    def only(words: Words) -> Words:
        return {span: analysis for span, analysis in words.items() if analysis.relation in relations}

    return las(only(gold), only(found), subtypes=True)


# ------------------------------------------------------------------------------------------------------- gold


@dataclass(frozen=True)
class Text:
    """A document: raw text, its paragraphs, and the gold sentences with the span of every word."""

    text: str
    stretches: list[Span]
    sentences: list[tuple[Tree, list[Span]]]


def gold_text(paragraphs: Iterable[Paragraph]) -> Text:
    """Lay out a document of a treebank, with an empty line between paragraphs."""
    parts: list[str] = []
    size = 0
    stretches: list[Span] = []
    sentences: list[tuple[Tree, list[Span]]] = []
    for paragraph in paragraphs:
        at = 0
        for tree in paragraph.trees:
            at = paragraph.text.index(tree.text, at)
            spans, place = [], at
            for word in tree.words:
                place = paragraph.text.index(word, place)
                spans.append((size + place, size + place + len(word)))
                place += len(word)
            sentences.append((tree, spans))
            at += len(tree.text)
        stretches.append((size, size + len(paragraph.text)))
        parts.append(paragraph.text)
        size += len(paragraph.text) + 2
    return Text("\n\n".join(parts), stretches, sentences)


def gold_words(text: Text) -> Words:
    words: Words = {}
    for tree, spans in text.sentences:
        for i, span in enumerate(spans):
            head = None if tree.heads[i] == ROOT else spans[tree.heads[i]]
            lemma = tree.lemmas[i]
            words[span] = Analysis(tree.upos[i], tree.xpos[i], tree.feats[i], lemma, head, tree.relations[i])
    return words


def found_words(sentences: Iterable[Sentence]) -> Words:
    words: Words = {}
    for sentence in sentences:
        for word in sentence.words:
            head = sentence.head(word)
            at = None if head is None else (head.start, head.end)
            analysis = Analysis(word.upos, word.xpos, word.feats, word.lemma, at, word.deprel)
            words[word.start, word.end] = analysis
    return words


def collect(texts: Iterable[tuple[Text, list[Sentence]]]) -> tuple[Words, Words, float]:
    """Gold and found words of several documents, told apart by an offset, and F1 of sentences."""
    gold: Words = {}
    found: Words = {}
    shift = same = total_gold = total_found = 0
    for text, sentences in texts:
        for words, collected in ((gold_words(text), gold), (found_words(sentences), found)):
            for (start, end), a in words.items():
                head = None if a.head is None else (a.head[0] + shift, a.head[1] + shift)
                moved = Analysis(a.upos, a.xpos, a.feats, a.lemma, head, a.relation)
                collected[start + shift, end + shift] = moved
        borders = {(spans[0][0], spans[-1][1]) for _, spans in text.sentences}
        found_borders = {(sentence.start, sentence.end) for sentence in sentences}
        same += len(borders & found_borders)
        total_gold, total_found = total_gold + len(borders), total_found + len(found_borders)
        shift += len(text.text) + 1
    return gold, found, f1(same, total_gold, total_found)


# -------------------------------------------------------------------------------------------------- measures

GOLD_WORDS: dict[str, Callable[[Analysis, Analysis], bool]] = {
    "UAS": lambda a, b: a.head == b.head,
    "UPOS": lambda a, b: a.upos == b.upos,
    "XPOS": lambda a, b: a.xpos == b.xpos,
    "FEATS": lambda a, b: a.feats == b.feats,
    "lemmas": lambda a, b: a.lemma.lower() == b.lemma.lower(),
}
BOUNDS: dict[str, dict[str, float]] = {
    "EWT test, gold words, LAS": {"floor": 87.5, "aim": 89.5, "published": 88.5},
    "EWT test, gold words, nsubj and obj": {"floor": 92, "aim": 94},
    "EWT test, raw text, LAS": {"floor": 83, "aim": 86, "published": 89.4},
    "GUM test, raw text, LAS": {"floor": 82, "aim": 85},
    "GUM test, raw text, sentences": {"floor": 90, "aim": 94},
}
"""Published: UDify (gold words of another release), a RoBERTa pipeline of spaCy (raw text)."""


def measure_trees(model: Model, data: Path, part: str = "test") -> list[Row]:
    """Trees on EWT and GUM, with gold words and from raw text."""
    rows: list[Row] = []
    for name in ("ewt", "gum"):
        texts = [gold_text(document) for document in read_treebank(data / "ud" / f"{name}-{part}.conllu")]
        label, source = f"{name.upper()} {part}", f"ud/{name}-{part}.conllu"
        gold, found = with_gold_words(model, texts)
        values = {"gold words, LAS": las(gold, found, True)}
        values |= {f"gold words, {what}": agreement(gold, found, same) for what, same in GOLD_WORDS.items()}
        values["gold words, nsubj and obj"] = of_relations(gold, found, ("nsubj", "obj"))
        gold, found, sentences = collect([(text, model.parse(text.text, text.stretches)) for text in texts])
        values["raw text, words"] = agreement(gold, found, lambda _a, _b: True)
        values |= {"raw text, sentences": sentences, "raw text, LAS": las(gold, found, False)}
        for what, value in values.items():
            measure = f"{label}, {what}"
            rows.append(row(measure, value, source=source, **BOUNDS.get(measure, {})))
    return rows


def with_gold_words(model: Model, texts: Sequence[Text]) -> tuple[Words, Words]:
    cut = [(text, model.parse_cut(text.text, [spans for _, spans in text.sentences])) for text in texts]
    gold, found, _ = collect(cut)
    return gold, found


DAMAGE: dict[str, Callable[[Tree], Tree]] = {
    "in capitals": lambda tree: _reworded(tree, str.upper),
    "in lower case": lambda tree: _reworded(tree, str.lower),
    "in title case": lambda tree: _reworded(tree, lambda word: word[:1].upper() + word[1:]),
}


def _reworded(tree: Tree, change: Callable[[str], str]) -> Tree:
    def same_length(text: str) -> str:
        return (
            "".join(c if len(change(c)) != 1 else change(c) for c in text) if change is not str.upper else text.upper()
        )

    words = [change(word) if len(change(word)) == len(word) else word for word in tree.words]
    place, text = 0, tree.text
    for old, new in zip(tree.words, words, strict=True):
        place = text.index(old, place)
        text = text[:place] + new + text[place + len(new) :]
        place += len(new)
    return replace(tree, words=words, text=text)


def measure_damaged(model: Model, data: Path) -> list[Row]:
    """EWT's test part as a wire, as a post, as headlines, and without its commas, with gold words."""
    documents = read_treebank(data / "ud" / "ewt-test.conllu")
    rows = []
    for what, change in DAMAGE.items():
        damaged = [[Paragraph([change(tree) for tree in par.trees]) for par in doc] for doc in documents]
        gold, found = with_gold_words(model, [gold_text(document) for document in damaged])
        rows.append(row(f"EWT test, gold words, {what}, LAS", las(gold, found, True), source="ud/ewt-test.conllu"))
    texts = [gold_text(document) for document in documents]
    thinned = [Text(text.text, text.stretches, [_without_commas(*each) for each in text.sentences]) for text in texts]
    gold, found = with_gold_words(model, thinned)
    rows.append(row("EWT test, gold words, commas left out, LAS", las(gold, found, True), source="ud/ewt-test.conllu"))
    return rows


def _without_commas(tree: Tree, spans: list[Span]) -> tuple[Tree, list[Span]]:
    from_tree = [i for i in range(len(tree)) if tree.words[i] != "," or i in tree.heads]
    place = {old: new for new, old in enumerate(from_tree)} | {ROOT: ROOT}

    def pick(values: list[str]) -> list[str]:
        return [values[i] for i in from_tree]

    thinned = Tree(
        pick(tree.words), [tree.gaps[i] for i in from_tree], pick(tree.upos), pick(tree.xpos), pick(tree.feats),
        [place[tree.heads[i]] for i in from_tree], pick(tree.relations), pick(tree.lemmas),
    )  # fmt: skip
    return thinned, [spans[i] for i in from_tree]


def measure_names(model: Model, data: Path) -> list[Row]:
    """Names in documents of sources that were never trained on, against the names that are marked and against
    every mention, of which pronouns and descriptions ("they", "the former leader") name nothing.
    """
    documents = unseen_documents(data)
    found = [_found(model, document.text) for document in documents]
    names = _agree([set(document.spans) for document in documents], found)
    mentions = _agree([set(document.mentions) for document in documents], found)
    source = "re3d: US State Department, Australian DFAT, EU Delegation"
    return [
        row("names, sources never trained on, overlap F1", names[0], floor=80, aim=86, source=source),
        row("names, sources never trained on, exact F1", names[1], source=source),
        row("every mention, sources never trained on, overlap F1", mentions[0], source=source),
        row("every mention, sources never trained on, exact F1", mentions[1], source=source),
    ]


Name = tuple[str, int, int]


def _found(model: Model, text: str) -> set[Name]:
    lines: list[Span] = []
    for line in text.split("\n"):
        start = lines[-1][1] + 1 if lines else 0
        lines.append((start, start + len(line)))
    return {
        (name.kind, sentence.words[name.first].start, sentence.words[name.last].end)
        for sentence in model.parse(text, lines)
        for name in sentence.names
    }


def _agree(gold: list[set[Name]], found: list[set[Name]]) -> tuple[float, float]:
    """Overlap and exact F1, in percent; kinds must agree in both."""
    pairs = list(zip(gold, found, strict=True))
    total_gold, total_found = sum(map(len, gold)), sum(map(len, found))
    right = sum(any(_overlap(a, b) for b in marked) for marked, told in pairs for a in told)
    reached = sum(any(_overlap(a, b) for b in told) for marked, told in pairs for a in marked)
    precision, recall = right / max(1, total_found), reached / max(1, total_gold)
    exact = f1(sum(len(marked & told) for marked, told in pairs), total_gold, total_found)
    return 200 * precision * recall / max(1e-9, precision + recall), exact


def _overlap(a: tuple[str, int, int], b: tuple[str, int, int]) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def measure_speed(data: Path) -> list[Row]:
    """Speed, memory and start, each in a fresh process on one thread, the best of three; on Linux."""
    done = [_in_a_fresh_process(data) for _ in range(3)]
    rate, memory, start = max(d[0] for d in done), min(d[1] for d in done), min(d[2] for d in done)
    source = "news articles on Syria (FA-KES)"
    return [
        row("sentences of 26 words on one core", rate, "sentences/CPU s", floor=250, source=source),
        row("memory over Python's own", memory, "MB, at most 150", source=source),
        row("start to first tree", start, "CPU s, at most 0.5"),
    ]


_ALONE = """
import json, sys, time
def peak():  # in kB; of this program alone, while ru_maxrss counts the one that started it too
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
own = peak()
begun = time.process_time()
from stemmata.language.model import load_shipped
model = load_shipped()
model.parse("Six people died.", [(0, 16)])
start = time.process_time() - begun
articles = json.load(sys.stdin)
begun = time.process_time()
words = sum(len(s.words) for text in articles for s in model.parse(text, [(0, len(text))]))
spent = time.process_time() - begun
print(words / 26 / spent, (peak() - own) / 1024, start)
"""
"""What one process measures: 26-word sentences a CPU second, megabytes, and CPU seconds to the first tree."""


def _in_a_fresh_process(data: Path) -> tuple[float, float, float]:
    lines = (data / "fa_kes" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[:80]
    articles = [max((v for v in json.loads(line).values() if isinstance(v, str)), key=len) for line in lines]
    command = [sys.executable, "-c", _ALONE]
    done = subprocess.run(command, input=json.dumps(articles), capture_output=True, text=True, check=True)
    rate, memory, start = map(float, done.stdout.split())
    return rate, memory, start


def measure(arguments: Sequence[str]) -> list[Row]:
    """Measure everything for which there is data; see the module's description."""
    parser = argparse.ArgumentParser(prog="benchmarks language", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with `ud`, `ner`, `fa_kes`")
    parser.add_argument("--float-weights", type=Path, help="made by training.export --float: tells what int8 costs")
    given = parser.parse_args(arguments)
    if not (given.data / "ud").is_dir():
        parser.error(
            f"{given.data} has no folder `ud`; get the treebanks EWT and GUM and name their folder with --data"
        )
    model = load_shipped()
    rows = measure_trees(model, given.data) + measure_damaged(model, given.data) + measure_names(model, given.data)
    if given.float_weights:
        exact = measure_trees(Model(given.float_weights), given.data)
        loss = exact[0].value - rows[0].value  # type: ignore[operator]
        rows.append(row("loss by int8, EWT test, gold words, LAS", loss, "points, at most 0.5"))
    return rows + measure_speed(given.data)
