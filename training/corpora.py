"""All that the model is trained on."""

from dataclasses import dataclass
from pathlib import Path

from stemmata.language.pieces import SPACE
from training.named import TAGS, conll_names, nationalities, read_marked, with_names
from training.treebank import Paragraph, Tree, read_treebank
from training.windows import Labels, Window


@dataclass(frozen=True)
class Corpora:
    """Documents with trees, and windows with names only."""

    parsed: list[list[Paragraph]]
    named: list[Window]


def read_corpora(data: Path) -> Corpora:
    """Read the training parts of all corpora below a folder."""
    marked = data / "ner" / "aux_ner.json"
    ewt = read_treebank(data / "ud" / "ewt-train.conllu")
    gum = with_names(read_treebank(data / "ud" / "gum-train.conllu"), read_marked(marked, "gm"))
    gum = [[Paragraph([nationalities(tree) for tree in par.trees]) for par in document] for document in gum]
    # UNER marks the sentences of EWT's dev and test parts; those of the test part stay unseen.
    development = {
        tuple(t.words) for doc in read_treebank(data / "ud" / "ewt-dev.conllu") for p in doc for t in p.trees
    }
    uner = [s for s in read_marked(marked, "un") if tuple(s["words"]) in development]
    named = [_window(s) for s in read_marked(marked, "wg") + uner]
    return Corpora(ewt + gum, named)


def _window(sentence: dict[str, list[str]]) -> Window:
    words = sentence["words"]
    tree = Tree(words, [SPACE] * len(words), [], [], [], [], [], [], conll_names(words, sentence["tags"]))
    return Window([tree], parsed=False, whole=False)


def labels_of(corpora: Corpora) -> Labels:
    """The labels that occur, sorted."""
    trees = [tree for document in corpora.parsed for par in document for tree in par.trees]

    def every(part: str) -> list[str]:
        return sorted({value for tree in trees for value in getattr(tree, part)})

    return Labels(every("upos"), every("xpos"), every("feats"), every("relations"), list(TAGS))
