"""Under which forms words stand in the codebook's tables, and where a form of several words ends."""

from functools import lru_cache
from itertools import chain

from stemmata.coding.codebook import Codebook
from stemmata.coding.rows import Form, MeansRow
from stemmata.coding.syntax.band_names import is_band
from stemmata.language.trees import Sentence, Word, asked_once


def keys(word: Word) -> tuple[str, ...]:
    """The forms under which a word may stand in the codebook: its lemma, itself, and the singular of a name.

    Headlines and terms in capitals ("Air Strikes", "Improvised Explosive Devices") come as proper nouns, whose
    lemma keeps the plural.
    """
    if not word.spelled:
        object.__setattr__(word, "spelled", _keys(word.text, word.lemma, word.upos == "PROPN"))
    return word.spelled


@lru_cache(maxsize=16384)
def _keys(form: str, lemma: str, proper: bool) -> tuple[str, ...]:
    text, lemma = form.lower(), lemma.lower()
    kept = proper or lemma == text  # "troops" keeps its plural too
    singular = (text.removesuffix("s"),) if kept and (len(text) > 3 or text[:1].isdigit()) else ()
    # A past tense that is taken for the present keeps its ending: "protested".
    present = (text[:-2], text[:-1]) if lemma == text and text.endswith("ed") and len(text) > 4 else ()
    silent = (text[:-1],) if text == f"{lemma}ed" else ()  # "inhaled" of a verb "inhal"
    again = (lemma[3:], f"re{lemma[3:]}") if lemma.startswith("re-") else ()
    return tuple(dict.fromkeys((lemma, text, *singular, *present, *silent, *again)))


@asked_once
def forms(sentence: Sentence) -> frozenset[str]:
    """The forms under which the words of a sentence may stand in the codebook."""
    return frozenset(chain.from_iterable(keys(word) for word in sentence.words))


def means_at(codebook: Codebook, sentence: Sentence, word: Word) -> MeansRow | None:
    """The longest means of violence whose form ends at a word, else None; in the name of a band it is none."""
    for key in keys(word):
        for row in codebook.means.get(key, ()):
            if ends_at(sentence, word.index, row.form) is not None:
                return None if word.upos == "PROPN" and is_band(sentence, word) else row
    return None


def means_of(codebook: Codebook, sentence: Sentence, word: Word) -> MeansRow | None:
    """The means that a noun names, with the number behind it: "F-16s" is three words."""
    close = sentence.words[word.index + 1 : word.index + 3]
    parts = (word, *(w for w in close if w.head == word.index and (w.upos == "NUM" or w.text[0].isdigit())))
    return next((row for part in parts if (row := means_at(codebook, sentence, part))), None)


def ends_at(sentence: Sentence, last: int, form: Form) -> int | None:
    """The index of the first word of a form that ends at a word, else None; hyphens between are passed over."""
    at = last
    for n, want in enumerate(reversed(form)):
        while n and at >= 0 and sentence.words[at].text == "-":
            at -= 1
        if at < 0 or want not in keys(sentence.words[at]):
            return None
        first, at = at, at - 1
    return first


def with_particle(sentence: Sentence, verb: Word) -> str:
    """A verb with the word behind it that hangs on it: "call off", "go on", "stop short"."""
    behind = sentence.words[verb.index + 1 : verb.index + 2]
    tied = behind and behind[0].head == verb.index
    return f"{verb.lemma.lower()} {behind[0].text.lower()}" if tied else ""
