"""How raw text is cut into words; each row proves one convention of UD English, or one kind of damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.language.words import words

CUT = [
    ("They don't flee.", "They|do|n't|flee|."),  # a negation is a word
    ("They don’t flee.", "They|do|n’t|flee|."),  # and so it is with a typographic apostrophe
    ("We cannot, gonna", "We|can|not|,|gon|na"),  # two words written as one
    ("dont shoot", "do|nt|shoot"),  # typed without its apostrophe
    ("Assad's army, the rebels' camp", "Assad|'s|army|,|the|rebels|'|camp"),  # possessives
    ("It’s they’ve we'll I'm he'd", "It|’s|they|’ve|we|'ll|I|'m|he|'d"),  # contractions
    ("a vehicle-borne bomb", "a|vehicle|-|borne|bomb"),  # a hyphen is a word
    (
        "re-elected, non-lethal e-mail, anti-tank",
        "re-elected|,|non-lethal|e-mail|,|anti-tank",
    ),  # but not after a prefix
    ("al-Nusra in Deir ez-Zor", "al|-|Nusra|in|Deir|ez|-|Zor"),  # an article is a word too
    ("Ash Sha'fah and Sha‘ab", "Ash|Sha'fah|and|Sha‘ab"),  # an apostrophe inside a name is not
    ("Ta'iz's port", "Ta'iz|'s|port"),  # unless it begins a possessive ending
    ("Da’esh fled", "Da’esh|fled"),
    ("the U.N. and U.S. forces", "the|U.N.|and|U.S.|forces"),  # dotted initials keep their stops
    ("Gen. Smith met Mr. Lee.", "Gen.|Smith|met|Mr.|Lee|."),  # abbreviations keep theirs
    ("No. 5 but no. Then", "No.|5|but|no|.|Then"),  # "No." is one only before a number
    ("guns, shells, etc.", "guns|,|shells|,|etc|."),  # a sentence takes its stop back
    ("$5m, US$3,000 and 20%", "$|5|m|,|US$|3,000|and|20|%"),  # currency and share
    ("10km, 5pm, 1.5 million", "10|km|,|5|pm|,|1.5|million"),  # units written close
    ("in the 1990s, 2nd, 21st", "in|the|1990s|,|2nd|,|21st"),  # no unit
    ("on 12/03/2019 at 10:30", "on|12/03/2019|at|10:30"),  # dates and hours
    ("3,4 and 1,234,567", "3|,|4|and|1,234,567"),  # commas between thousands only
    ("2014-2018 and/or", "2014|-|2018|and|/|or"),
    ("see https://example.org/a?b=c, or a.b@example.org.", "see|https://example.org/a?b=c|,|or|a.b@example.org|."),
    ("RT @who_said: #Aleppo", "RT|@who_said|:|#Aleppo"),  # handles and hashtags
    ("“Stop!” he said...", "“|Stop|!|”|he|said|..."),  # typographic quotation marks
    ("killed ... 'n' wounded?!", "killed|...|'|n|'|wounded|?!"),
    ("DON'T; CANT", "DO|N'T|;|CA|NT"),  # capitals of a wire
    ("did n't stop , he 's gone", "did|n't|stop|,|he|'s|gone"),  # text that somebody has cut already
    ("Caf\u00e9 Cafe\u0301", "Caf\u00e9|Cafe\u0301"),  # an accent of its own belongs to its letter
    ("Da\u00adesh \u200bnews\ufeff", "Da\u00adesh|news"),  # soft hyphens inside, invisible blanks outside
    ("بيان الجيش: hit", "بيان|الجيش|:|hit"),  # right to left
    ("🔥🔥 fire", "🔥|🔥|fire"),
    ("", ""),
    (" \n\t\x00\u200e", ""),  # nothing but blanks, controls and marks of direction
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_words_follow_the_treebanks(text: str, expected: str) -> None:
    assert "|".join(text[start:end] for start, end in words(text)) == expected


@given(st.text(), st.integers(0, 10), st.integers(0, 30))
def test_words_are_in_order_never_overlap_and_lose_no_letter(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + size)
    spans = list(words(text, start, end))
    borders = [start, *(border for span in spans for border in span), end]
    assert borders == sorted(borders)
    assert all(first < last for first, last in spans)
    covered = {place for first, last in spans for place in range(first, last)}
    assert all(place in covered for place in range(start, end) if text[place].isalnum())
