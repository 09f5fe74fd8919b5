"""Words that name nobody: what English and the codebook know as common words, and the tables of `privacy.csv`.

A word is common where the treebanks or the codebook's tables of language hold it. Tables of names (actors, places,
leaders, feasts and months, which are given names in much of the world) are not among these.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, Literal

from stemmata.actors.phrases import word_roles
from stemmata.language.lemmas import known_bases, lemma
from stemmata.tables import CODEBOOK, read_table

Class = Literal["kin", "home", "given", "reaches", "harms", "people", "particle", "body", "small", "host", "address"]

_LANGUAGE: Final[dict[str, tuple[str, str]]] = {
    "actor_words": ("word", "word,roles"),
    "classes": ("form", "class,form"),
    "common_words": ("words", "words"),
    "counted": ("lemma", "lemma,unit,class"),
    "cues": ("form", "status,form,cue,note"),
    "hedges": ("phrase", "phrase,place,effect"),
    "means": ("form", "type,form"),
    "measures": ("means", "measure,class,means"),
    "numbers": ("word", "word,value,kind"),
    "offices": ("words", "class,words"),
    "organs": ("words", "words,organ,name"),
    "place_words": ("word", "word,sort"),
    "relations": ("form", "form,relation"),
    "speakers": ("form", "class,form"),
    "speech": ("form", "form,pos,weight,note"),
    "support": ("form", "form,trigger,initiator,target,note"),
    "taken_up": ("words", "words,kinds,sides,told,note"),
    "told_groups": ("word", "word,measure"),
    "triggers": ("form", "type,form,pos,initiator,target,counts,needs,role,note"),
}
"""Tables of common words → the column that holds them, and all columns."""
_TIMES: Final[dict[str, tuple[str, str]]] = {
    "time_words": ("word", "word,kind,value"),
    "feasts": ("feast", "feast,calendar,month,day"),
}
_PEOPLE: Final = ("actor_words", "counted", "means", "organs", "speakers", "told_groups", "offices")
"""Tables of those who act, suffer or speak, and of what they act with."""
_ENDINGS: Final = ("er", "ers", "ly", "ness", "en", "ment", "ments", "less", "ful")
"""What makes a common word of a common word: "backers", "wooden"."""
_PLACES: Final = ("town", "quarter", "district", "region", "land", "countryside", "around", "facility")
"""Sorts of place words that a name may stand beside."""
_FORMS: Final = (
    ("NOUN", "NN"),
    ("NOUN", "NNS"),
    ("VERB", "VBD"),
    ("VERB", "VBG"),
    ("VERB", "VBZ"),
    ("ADJ", "JJR"),
    ("ADJ", "JJS"),
)
"""Word classes and tags under which a word may be a form of a known base."""


@cache
def words_of(kind: Class) -> frozenset[str]:
    """The words of a class of `privacy.csv`, in lower case.

    Raises:
        CodebookError: the table cannot be read; names file and line.
    """
    rows = read_table(CODEBOOK / "privacy.csv", ("class", "words"))
    return frozenset(word for row in rows if row["class"] == kind for word in row.several("words"))


@lru_cache(65536)
def is_common(word: str) -> bool:
    """Whether a word, in lower case, is one of the language; "jets" and "shelled" are forms of such."""
    known = _known(word, _common()) or any(_base(word, upos, tag) in known_bases(upos) for upos, tag in _FORMS)
    return known or any(word.endswith(end) and is_common(word.removesuffix(end)) for end in _ENDINGS)


@lru_cache(65536)
def is_for_people(word: str) -> bool:
    """Whether a word, in lower case, is one for those who act, suffer or speak, or for what they act with."""
    return _known(word, _people())


@lru_cache(65536)
def stands_alone(word: str) -> bool:
    """Whether a word, in lower case, opens a sentence without an article: "rebels", "police", "minister"."""
    roles = word_roles(CODEBOOK).get(word, frozenset())
    return bool(roles & {"organ", "civilian", "title"}) or (_base(word, "NOUN", "NNS") != word and is_for_people(word))


@lru_cache(65536)
def is_person(word: str) -> bool:
    """Whether a word, in lower case, is one for a single person: "student", "mayor"."""
    roles = word_roles(CODEBOOK).get(word, frozenset())
    return (
        word in _counted_people()
        or word in words_of("kin")
        or bool(roles & {"civilian", "person", "teller", "protester"})
    )


def closes_a_body(word: str) -> bool:
    """Whether a word, in lower case, closes the name of a body: "Council", "Observatory"."""
    return word in words_of("body") or bool(word_roles(CODEBOOK).get(word, frozenset()) & {"organ", "outlet"})


@cache
def peoples() -> frozenset[str]:
    """Peoples and faiths, in lower case, but for those that are given names too: "kurdish", "yazidis"."""
    rows = read_table(CODEBOOK / "classes.csv", ("class", "form"))
    told = {one.lower() for row in rows if row["class"] == "peoples" for one in row.several("form")}
    return frozenset((*told, *(f"{one}s" for one in told))) - words_of("given") | words_of("people")


@cache
def place_words() -> frozenset[str]:
    """Words that say what sort of place is meant, in lower case: "town", "north"."""
    return frozenset(_words("place_words", *_LANGUAGE["place_words"]))


@cache
def described() -> frozenset[str]:
    """Words beside which a name is a place's, in lower case: "village", "district"; not what private persons own."""
    rows = read_table(CODEBOOK / "place_words.csv", ("word", "sort"))
    return frozenset(row["word"] for row in rows if row["sort"] in _PLACES) - words_of("home")


@cache
def time_words() -> frozenset[str]:
    """Words of times, in lower case: months, weekdays, feasts. Elsewhere they may be somebody's name."""
    return frozenset(word for file, columns in _TIMES.items() for word in _words(file, *columns, any_case=True))


def _known(word: str, known: frozenset[str]) -> bool:
    return word in known or _base(word, "NOUN", "NNS") in known or _base(word, "VERB", "VBD") in known


def _base(word: str, upos: str, tag: str) -> str:
    return lemma(word, upos, tag)


@cache
def _common() -> frozenset[str]:
    tables = frozenset(word for file, columns in _LANGUAGE.items() for word in _words(file, *columns))
    return tables.union(*(words_of(kind) for kind in ("small", "kin", "home", "body")))


@cache
def _counted_people() -> frozenset[str]:
    rows = read_table(CODEBOOK / "counted.csv", ("lemma", "unit", "class"))
    return frozenset(row["lemma"] for row in rows if row["unit"] == "people")


@cache
def _people() -> frozenset[str]:
    """The last words of phrases: "city officials" are officials."""
    phrases = (phrase for file in _PEOPLE for phrase in _phrases(file, *_LANGUAGE[file]))
    return frozenset(phrase.split()[-1] for phrase in phrases if phrase[:1].islower()) | words_of("kin")


def _words(file: str, column: str, columns: str, *, any_case: bool = False) -> Iterator[str]:
    """The single words of a column; those in capitals are names."""
    for phrase in _phrases(file, column, columns):
        for word in re.split(r"[\s-]+", phrase):
            if word[:1].islower() or any_case:
                yield word.strip(".,'’()").lower()


def _phrases(file: str, column: str, columns: str) -> Iterator[str]:
    for row in read_table(CODEBOOK / f"{file}.csv", columns.split(",")):
        yield from row.several(column)
