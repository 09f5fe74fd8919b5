"""Posts and logs are read without their pictures and signs, and with shorthand written out."""

import pytest

from stemmata.language.shorthand import as_told, written_out
from stemmata.language.words import words

ROWS = [
    ("🔴 #Kaga | 2 raids 🇸🇩", "Kaga | | | 2 | raids"),  # emoji, flags and the sign of a hashtag are no words
    ("clashes w/ police b/w Kaga & Tola", "clashes | with | police | between | Kaga | & | Tola"),  # shorthand
    ("troops + police", "troops | and | police"),  # a mark that stands by itself
    ("2x shells, x14 hurt", "2 | shells | , | 14 | hurt"),  # how many
    ("5 KIA, 2 police WIA", "5 | killed | , | 2 | police | wounded"),  # what became of those counted
    ("12 KIA fighters and a KIA post", "12 | KIA | fighters | and | a | KIA | post"),  # the Kachin Independence Army
    ("Kaga - residents", "Kaga | – | residents"),  # a hyphen between blanks is a dash
    ("20+ hurt", "20 | + | hurt"),  # not one that says "and more"
    ("9 dead incl. a child", "9 | dead | including | a | child"),
    ("Kaga → Tola", "Kaga | to | Tola"),
    ("Site #5 and @kaga_news", "Site | # | 5 | and | @kaga_news"),  # a number's sign and a handle stay
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_posts_are_read_as_prose(text: str, expected: str) -> None:
    assert " | ".join(written_out(text, *stretch) for stretch in as_told(text, words(text))) == expected
