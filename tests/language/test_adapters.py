"""Other parsers: what is told when they do not fit, and how their trees become UD."""

from pathlib import Path

import pytest
import spacy

from stemmata.errors import MissingPart, UnknownName, UnreadableInput
from stemmata.language import load_parser
from stemmata.language.clearnlp import to_ud
from stemmata.language.conllu import Trees
from stemmata.language.labels import names_of, spans_of
from stemmata.language.spacy_pipeline import Pipeline

WRITTEN = """\
# text = They don't fear al-Qaeda.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tfear\tfear\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
4.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_
5\tal-Qaeda\tal-Qaeda\tPROPN\tNNP\t_\t4\tobj\t_\tner=S-ORG|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

1\tNo\tno\tDET\tDT\t_\t2\tdet\t_\t_
2\tone\tone\tPRON\tNN\t_\t0\troot\t_\t_

"""


def trees(folder: Path, text: str = WRITTEN) -> Trees:
    file = folder / "trees.conllu"
    file.write_text(text, encoding="utf-8")
    return Trees(file)


def test_trees_are_laid_over_the_text_whatever_its_blanks(tmp_path: Path) -> None:
    text = "No one.\n\nThey   don't\nfear al-Qaeda. No one"
    middle = text.rindex("No one")
    first, second = trees(tmp_path).parse(text, [(9, middle), (middle, len(text))])
    assert [text[word.start : word.end] for word in first.words] == ["They", "do", "n't", "fear", "al-Qaeda", "."]
    assert (first.root.text, first.words[3].feats) == ("fear", "VerbForm=Inf")
    assert [(name.kind, name.first, name.last) for name in first.names] == [("group", 4, 4)]
    assert text[second.start : second.end] == "No one"


def test_a_text_that_the_file_does_not_hold_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"no tree for 'We fear al-Qaeda\.'"):
        trees(tmp_path).parse("We fear al-Qaeda.", [(0, 17)])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1\tNo\tno\n\n", r"trees\.conllu:1: a word has 10 columns"),
        ("1\tNo\tno\tDET\tDT\t_\t_\t_\t_\t_\n\n", r"trees\.conllu:1: the head '_' is no number"),
        ("1\tNo\tno\tDET\tDT\t_\t1\tdet\t_\t_\n\n", r"trees\.conllu:2: .* make no tree"),
        ("1\tNo\tno\tDET\tDT\t_\t7\tdet\t_\t_\n\n", r"trees\.conllu:2: .* make no tree"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        trees(tmp_path, line)


def test_a_folder_of_files_is_read_and_a_missing_one_named(tmp_path: Path) -> None:
    trees(tmp_path)
    parser = load_parser("conllu", str(tmp_path))
    assert parser.fingerprint.startswith("conllu-")
    assert len(parser.parse("No one", [(0, 6)])) == 1
    with pytest.raises(UnreadableInput, match="cannot be read"):
        Trees(tmp_path / "none.conllu")


def test_contractions_whose_parts_do_not_fit_are_cut_all_the_same(tmp_path: Path) -> None:
    text = (
        "1-2\twanna\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\twant\twant\tVERB\tVBP\t_\t0\troot\t_\t_\n2\tto\tto\tPART\tTO\t_\t1\txcomp\t_\t_\n\n"
    )
    (sentence,) = trees(tmp_path, text).parse("wanna", [(0, 5)])
    assert [word.text for word in sentence.words] == ["wa", "nna"]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("B-PER I-PER O S-LOC", [("PER", 0, 1), ("LOC", 3, 3)]),
        ("B-PER E-PER B-PER", [("PER", 0, 1), ("PER", 2, 2)]),
        ("I-PER I-ORG", [("PER", 0, 0), ("ORG", 1, 1)]),
        ("O", []),
    ],
)
def test_spans_of_tags(tags: str, spans: list[tuple[str, int, int]]) -> None:
    assert spans_of(tags.split()) == spans


def test_labels_that_are_no_kind_are_left_out() -> None:
    assert [name.kind for name in names_of([("GPE", 0, 0), ("WORK_OF_ART", 1, 1), ("person", 2, 2)])] == [
        "place",
        "person",
    ]


def test_unknown_parsers_list_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"'stanza'.*conllu, spacy, stemmata"):
        load_parser("stanza")


@pytest.mark.parametrize(("name", "argument"), [("spacy", None), ("spacy", "no_such_pipeline"), ("conllu", None)])
def test_what_a_parser_needs_is_told(name: str, argument: str | None) -> None:
    with pytest.raises(MissingPart):
        load_parser(name, argument)


def test_a_pipeline_with_another_label_set_is_refused_by_name() -> None:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in ("sb", "oa", "mnr"):  # TIGER's labels, as German pipelines have them
        parser.add_label(label)
    with pytest.raises(UnknownName, match=r"de_pipeline .*mnr, oa, sb"):
        Pipeline(nlp)
    with pytest.raises(UnknownName, match="its own are: none"):
        Pipeline(spacy.blank("en"))


CLEARNLP = [
    # written by hand as spaCy's English pipelines draw them: word, lemma/class, head, label; and what UD has
    ("Troops were killed in Idlib by rebels",
     "troop/NOUN>3:nsubjpass be/AUX>3:auxpass kill/VERB>0:ROOT in/ADP>3:prep Idlib/PROPN>4:pobj by/ADP>3:agent"
     " rebel/NOUN>6:pobj",
     "3:nsubj:pass 3:aux:pass 0:root 5:case 3:obl 7:case 3:obl:agent"),
    ("The base is in the desert",
     "the/DET>2:det base/NOUN>3:nsubj be/AUX>0:ROOT in/ADP>3:prep the/DET>6:det desert/NOUN>4:pobj",
     "2:det 6:nsubj 6:cop 6:case 6:det 0:root"),
    ("He is a general", "he/PRON>2:nsubj be/AUX>0:ROOT a/DET>4:det general/NOUN>2:attr", "4:nsubj 4:cop 4:det 0:root"),
    ("It became quiet", "it/PRON>2:nsubj become/VERB>0:ROOT quiet/ADJ>2:acomp", "2:nsubj 0:root 2:xcomp"),
    ("There were clashes", "there/PRON>2:expl be/VERB>0:ROOT clash/NOUN>2:attr", "2:expl 0:root 2:nsubj"),
    ("Homs , Hama and Idlib fell",
     "Homs/PROPN>6:nsubj ,/PUNCT>1:punct Hama/PROPN>1:conj and/CCONJ>3:cc Idlib/PROPN>3:conj fall/VERB>0:ROOT",
     "6:nsubj 1:punct 1:conj 5:cc 1:conj 0:root"),
    ("fled from Homs and from Hama",
     "flee/VERB>0:ROOT from/ADP>1:prep Homs/PROPN>2:pobj and/CCONJ>2:cc from/ADP>2:conj Hama/PROPN>5:pobj",
     "0:root 3:case 1:obl 6:cc 6:case 3:conj"),
    ("the bombing of the camp in May",
     "the/DET>2:det bombing/NOUN>0:ROOT of/ADP>2:prep the/DET>5:det camp/NOUN>3:pobj in/ADP>2:prep May/PROPN>6:pobj",
     "2:det 0:root 5:case 5:det 2:nmod 7:case 2:nmod"),
    ("fled from behind the wall",
     "flee/VERB>0:ROOT from/ADP>1:prep behind/ADP>2:prep the/DET>5:det wall/NOUN>3:pobj",
     "0:root 5:case 5:case 5:det 1:obl"),
    ("accused them of killing hostages",
     "accuse/VERB>0:ROOT they/PRON>1:dobj of/ADP>1:prep kill/VERB>3:pcomp hostage/NOUN>4:dobj",
     "0:root 1:obj 4:mark 1:advcl 4:obj"),
    ("gave food to them",
     "give/VERB>0:ROOT food/NOUN>1:dobj to/ADP>1:dative they/PRON>3:pobj", "0:root 1:obj 4:case 1:obl"),
    ("gave them food", "give/VERB>0:ROOT they/PRON>1:dative food/NOUN>1:dobj", "0:root 1:iobj 1:obj"),
    ("the town rebels took", "the/DET>2:det town/NOUN>0:ROOT rebel/NOUN>4:nsubj take/VERB>2:relcl",
     "2:det 0:root 4:nsubj 2:acl:relcl"),
    ("in", "in/ADP>0:ROOT", "0:root"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "drawn", "expected"), CLEARNLP)
def test_clearnlp_becomes_ud(text: str, drawn: str, expected: str) -> None:
    lemmas, classes, heads, labels = [], [], [], []
    for part in drawn.split():
        word, _, arc = part.rpartition(">")
        head, _, label = arc.partition(":")
        lemma, _, upos = word.rpartition("/")
        lemmas.append(lemma)
        classes.append(upos)
        heads.append(int(head) - 1)
        labels.append(label)
    assert len(lemmas) == len(text.split())
    assert " ".join(f"{head + 1}:{label}" for head, label in to_ud(lemmas, classes, heads, labels)) == expected
