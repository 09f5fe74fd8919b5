"""Base forms of words: a table of exceptions, then the rules of English spelling.

Where a spelling has several possible bases ("shelled": shell, shelle, shel), the one that the treebanks
know as a base wins; the first of them otherwise.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from stemmata.language.words import hyphenated_verbs

_VOWELS = "aeiou"
_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]$")
"""A stem of one syllable with one vowel before one consonant."""
_SYLLABLE = re.compile(r"[aeiouy]+")
_E_DROPPED = re.compile(
    r"(?:[cvu]|[^t]z|[^s]s|dg|[rlai]g|ieg|[^aeo]at|[^aeiou](?:ir|ut|id|in|ur|af|ad|um|am)|unit|[cp]ed|plor"
    r"|[^lrw aeiou]l)$"
)
"""Endings of longer stems that are spelt with a final e when they stand alone: besieg-, tortur-, evacuat-, resum-."""
_ENDING_IN_IE = frozenset({"sortie", "zombie", "movie", "lie", "die", "tie", "rookie", "hoodie", "gendarmerie"})
"""Nouns that keep their e before the plural; all others in -ies are of -y."""
_OTHER_FORMS = ("VB", "VBP", "VBZ", "VBG", "MD")
"""Tags of verb forms that are not past: "found", "lay" and "bound" are bases there, "retook" is none."""


@cache
def _learnt() -> tuple[dict[tuple[str, str], str], dict[str, frozenset[str]]]:
    """What the treebanks taught: exceptions by (word class, form), and the known bases of each class."""
    exceptions: dict[tuple[str, str], str] = {}
    bases: dict[str, set[str]] = {"VERB": set(), "NOUN": set(), "ADJ": set(), "ADV": set()}
    lines = files("stemmata.language").joinpath("weights", "lemmas.tsv").read_text(encoding="utf-8").splitlines()
    for upos, form, base in (line.split("\t") for line in lines if not line.startswith("#")):
        if form:
            exceptions[upos, form] = base
        else:
            bases[upos].add(base)
    return exceptions, {upos: frozenset(known) for upos, known in bases.items()}


@cache
def _irregular() -> dict[tuple[str, str], str]:
    """Irregular verbs by (tag, form); "lay" is the past of lie, and a base of its own."""
    forms: dict[tuple[str, str], str] = {}
    lines = files("stemmata.language").joinpath("irregular.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            base, past, participle = line.split()
            forms.setdefault(("VBD", past), base)
            forms.setdefault(("VBN", participle), base)
    return forms


@cache
def _told() -> dict[tuple[str, str], str]:
    """Bases by (word class, form) that neither the treebanks nor the rules know."""
    lines = files("stemmata.language").joinpath("forms.txt").read_text(encoding="utf-8").splitlines()
    told = (line.split() for line in lines if line and not line.startswith("#"))
    return {(upos, form): base for upos, form, base in told}


@cache
def known_bases(upos: str) -> frozenset[str]:
    """The bases of a word class that the treebanks hold, and those of the irregular verbs."""
    known = _learnt()[1].get(upos, frozenset())
    return known | frozenset(_irregular().values()) if upos == "VERB" else known


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str, xpos: str) -> str:
    """The base form of a word, in lower case except for proper nouns.

    `upos` is the word's UD class and `xpos` its Penn tag, which tells "left" (leave) from "left" (adjective).
    """
    form = word.lower().replace("’", "'")
    if upos == "PROPN":
        return word
    if upos in ("VERB", "AUX"):
        for tag in (xpos, "VBD", "VBN"):
            if (tag, form) in _irregular() and (xpos not in _OTHER_FORMS or form not in known_bases("VERB")):
                return _irregular()[tag, form]
    if "-" in form and upos in ("VERB", "ADJ"):
        if form in hyphenated_verbs():
            return hyphenated_verbs()[form]
        if form.startswith("re-") and upos == "VERB":
            return f"re-{lemma(word[3:], upos, xpos)}"  # "re-took" is of "re-take"
    if (upos, form) in _told():
        return _told()[upos, form]
    exceptions = _learnt()[0]
    if (upos, form) in exceptions:
        return exceptions[upos, form]
    candidates = list(dict.fromkeys(_candidates(form, upos, xpos)))
    known = known_bases(upos)
    likeliest = candidates[0] if candidates and not _initials(word) else form
    named = known_bases("NOUN") if upos == "VERB" else known  # "gassed" is of gas
    return next((base for some in (known, named) for base in candidates if base in some), likeliest)


def _initials(word: str) -> bool:
    """Whether a word is written as initials, "ISIS": an unknown one is no plural."""
    return len(word) > 1 and word.isupper()


def _candidates(form: str, upos: str, xpos: str) -> Iterator[str]:
    """Possible bases, the likeliest first."""
    if upos == "VERB" and xpos in ("VBD", "VBN") and form.endswith("ed"):
        yield from _stem(form[:-2])
    elif upos == "VERB" and xpos == "VBG" and form.endswith("ing"):
        yield from _stem(form[:-3])
    elif (upos == "VERB" and xpos == "VBZ") or (upos == "NOUN" and xpos == "NNS"):
        yield from _without_s(form)
    elif xpos in ("JJR", "RBR") and form.endswith("er"):
        yield from _stem(form[:-2])
    elif xpos in ("JJS", "RBS") and form.endswith("est"):
        yield from _stem(form[:-3])


def _stem(stem: str) -> Iterator[str]:
    """The bases of a stem before -ed, -ing, -er, -est, as in carri-ed, plann-ed, fir-ed, shell-ed."""
    if len(stem) < 2 or not any(letter in _VOWELS + "y" for letter in stem):
        return
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    doubled = stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-1] not in "lsfz":
        yield stem[:-1]
    elif doubled and stem[-1] == "l" and len(_SYLLABLE.findall(stem)) > 1:
        yield stem[:-1]  # disembowell-ed; "installed" is of a known base
        yield stem
    elif doubled:
        yield stem
        yield stem[:-1]
    elif _SHORT.match(stem) or (stem[-1] == "e" and stem[-2] != "e"):
        # "rap" would double its consonant, so raped is of rape; freed is of free.
        yield stem + "e"
        return
    elif _E_DROPPED.search(stem):
        yield stem + "e"
    yield stem
    yield stem + "e"


def _without_s(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield from (form[:-1], form[:-3] + "y") if form[:-1] in _ENDING_IN_IE else (form[:-3] + "y",)
    if form.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        yield form[:-2]
    if form.endswith("ves"):
        yield form[:-1]
        yield form[:-3] + "f"
        yield form[:-3] + "fe"
    if form.endswith("men"):
        yield form[:-3] + "man"
    if form.endswith("children"):
        yield form.removesuffix("ren")
    if form.endswith(("buses", "ruses")):  # minibuses, viruses
        yield form[:-2]
    if form.endswith("s") and not form.endswith("ss") and len(form) > 2:
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
