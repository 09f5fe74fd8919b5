"""Numbers that count nothing: names and ranks ("Brigade 93", "No. 4"), ages, years, measures, footnotes, idioms."""

from collections.abc import Callable
from typing import Final

from stemmata.figures.counted import figure_words, never_counted
from stemmata.figures.noun_phrases import Phrase, counted_phrase
from stemmata.figures.number_words import Number
from stemmata.language.trees import Sentence, Word

OLDEST: Final = 120
"""Years; no larger number is an age."""
_AGE_WORDS: Final = frozenset(("aged", "age", "ages"))


def is_label(sentence: Sentence, text: str, first: int, number: Number, stops: Callable[[int], bool]) -> bool:
    """Tell from the words before a number that it names, ranks or dates; `first` is its first word."""
    following = sentence.words[first + 1].text.lower() if first + 1 < len(sentence.words) else ""
    if number.form == "words" and number.low == 1 and following == "another":
        return True
    if first == 0:
        return _numbers_list(text, number)
    previous, digits = sentence.words[first - 1], number.form == "digits"
    low = previous.text.lower()
    if low in _AGE_WORDS or low in figure_words("title") or low in figure_words("currency"):
        return True
    before = sentence.words[first - 2].text.lower() if first > 1 else ""
    if low == "." and before in figure_words("title"):
        return True
    if (low == "between" and before in _AGE_WORDS) or (low == "no" and number.form == "words"):
        return True
    if low in ("not", "nor") and digits and not _has_noun(sentence, first, stops):
        return True  # "on 11 September, not 10"
    if low == "[" or (low == "(" and text[number.end : number.end + 1] == ")"):
        return digits
    if (
        digits
        and previous.upos in ("NOUN", "PROPN")
        and not figure_words("label").isdisjoint((low, previous.lemma.lower()))
    ):
        return _names_one(sentence, first, stops)
    return digits and _is_age(sentence, text, first, number)


def is_measure(sentence: Sentence, phrase: Phrase, number: Number, first: int, last: int) -> bool:
    """Tell from the noun that a number measures ("12 km", "three days"), dates ("a 2008 raid") or ranks.

    `first` and `last` are the words of the number.
    """
    head, nearest = sentence.words[phrase.head], sentence.words[min(last + 1, len(sentence.words) - 1)]
    if never_counted(head) or (is_year(number) and _dates(sentence, first, head)):
        return True
    if never_counted(nearest) and not phrase.of and nearest.upos in ("NOUN", "SYM", "PROPN", "ADV"):
        return True
    idiom = sentence.words[last].text.lower() in ("one", "some", "two", "several")
    return phrase.of and idiom and _is_superlative(sentence, phrase.first)


def is_year(number: Number) -> bool:
    """Tell whether a number could be a year: four digits without a separator."""
    plain = number.form == "digits" and number.hedge == "exact" and number.end - number.start == 4
    return plain and 1900 <= number.low <= 2100


def _numbers_list(text: str, number: Number) -> bool:
    """Tell whether a number opens a list item: "1. The", "2) In"."""
    behind = text[number.end : number.end + 2]
    return number.form == "digits" and behind[:1] in (".", ")") and not behind[1:].strip()


def _has_noun(sentence: Sentence, first: int, stops: Callable[[int], bool]) -> bool:
    return counted_phrase(sentence, first + 1, None, stops) is not None


def _names_one(sentence: Sentence, first: int, stops: Callable[[int], bool]) -> bool:
    """Tell whether "Brigade 93" is named by its number, unlike "on the road 12 soldiers" and "four roads 2 schools"."""
    label = sentence.words[first - 1]
    if label.upos == "PROPN" or label.text[:1].isupper():
        return True
    article = first > 1 and sentence.words[first - 2].upos == "DET"
    if not article and label.xpos != "NNS":
        return True
    phrase = counted_phrase(sentence, first + 1, None, stops)
    return phrase is None or sentence.words[phrase.head].xpos not in ("NNS", "NNPS")


def _is_age(sentence: Sentence, text: str, first: int, number: Number) -> bool:
    """Tell whether a number is set off behind a name: "Ahmed Ali, 34, was killed"."""
    if number.hedge != "exact" or number.low > OLDEST or first < 2:
        return False
    opened = sentence.words[first - 1].text in (",", "(") and sentence.words[first - 2].upos == "PROPN"
    return opened and text[number.end : number.end + 1] in (",", ")", ".", ";")


def _dates(sentence: Sentence, first: int, head: Word) -> bool:
    """Tell whether a year stands before its noun: "a 2008 raid", "the 2014 elections"."""
    article = first > 0 and sentence.words[first - 1].upos == "DET"
    return head.xpos not in ("NNS", "NNPS") or article


def _is_superlative(sentence: Sentence, first: int) -> bool:
    """Tell whether "one of the largest attacks" ranks instead of counting."""
    near = sentence.words[first : first + 3]
    return any(
        word.xpos in ("JJS", "RBS") or word.text.lower().endswith("iest") or word.text.lower() in figure_words("rank")
        for word in near
    )
