"""Possessives are two words also in texts that lost their apostrophes."""

import pytest

from stemmata.language.shorthand import as_told, written_out
from stemmata.language.words import words

ROWS = [
    ("in Syrias north", "in | Syria | 's | north"),  # a country
    ("Mondays attack on the armys posts", "Monday | 's | attack | on | the | army | 's | posts"),  # -ys is no plural
    ("on Fridays and Mondays", "on | Fridays | and | Mondays"),  # nothing is owned
    ("It's in Syrias north", "It | 's | in | Syrias | north"),  # a text that has its apostrophes
    ("men left Kaga after Kagas old mayor", "men | left | Kaga | after | Kaga | 's | old | mayor"),  # a name told alone
    ("Kagas old mayor", "Kagas | old | mayor"),  # a name that may end in s
    ("the YPG and the YPGs men", "the | YPG | and | the | YPG | 's | men"),
    ("an IED and IEDs near it", "an | IED | and | IEDs | near | it"),  # things that are counted
    ("a Kurd and Kurds armed by him", "a | Kurd | and | Kurds | armed | by | him"),  # a people
    ("Force and Forces alike with a force", "Force | and | Forces | alike | with | a | force"),  # a common noun
    ("a Ranger said Rangers exchanged fire", "a | Ranger | said | Rangers | exchanged | fire"),  # a verb follows
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_possessives(text: str, expected: str) -> None:
    assert " | ".join(written_out(text, *stretch) for stretch in as_told(text, words(text))) == expected
