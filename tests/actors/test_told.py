"""What common words take up: the one body that the text names and that fits, and nobody where several do."""

import time
from datetime import date

import pytest

from stemmata.actors import Told

ROWS = [
    # (text with the phrase in brackets, country, speaks, id)
    # The one body of the kind that was named before.
    ("Boko Haram raided Damasak. [The group] burnt forty homes.", "NG", False, "boko-haram"),
    ("Al-Shabaab fighters shelled Baidoa. Later the [group] withdrew.", "SO", False, "al-shabaab"),
    ("M23 entered Sake. The [rebels] then took the hill.", "CD", False, "m23"),
    (
        "Talks with the New People's Army broke off. The [guerrillas] ambushed a patrol.",
        "PH",
        False,
        "new-peoples-army",
    ),
    ("Troops freed a town from Islamic State. The [jihadists] had mined it.", "IQ", False, "islamic-state"),
    ("Fano fighters hold the road. The army blamed the [militia] for the fire.", "ET", False, "fano"),
    # People and offices of it.
    ("Boko Haram raided Damasak. Police arrested [five members of the group].", "NG", False, "boko-haram"),
    ("M23 entered Sake. [The rebels' spokesman] denied it.", "CD", True, "m23"),
    ("M23 entered Sake. [Commanders of the group] were seen there.", "CD", False, "m23"),
    # What was called so with a name beside it.
    (
        "The Turkish Defence Ministry named three dead. The [ministry] gave no place.",
        "SY",
        True,
        "government-of-turkey",
    ),
    ("The Saudi-led coalition hit Sanaa. The [coalition] said it was a depot.", "YE", True, "saudi-led-coalition"),
    # A monitor may be named after it.
    (
        "Shelling killed six, [a monitoring group] said. The Syrian Observatory for Human Rights gave their names.",
        "SY",
        True,
        "syrian-observatory-for-human-rights",
    ),
    # Whoever speaks is looked for among those who spoke.
    (
        "Five died in Idlib, the Syrian Observatory for Human Rights said. Ahrar al-Sham held the road. "
        "The [group] counted 300 dead this year.",
        "SY",
        True,
        "syrian-observatory-for-human-rights",
    ),
    # Nearer ones first.
    (
        "Islamic State lost Hajin in a long campaign. "
        + "The river rose and fields were flooded. " * 12
        + "Boko Haram raided Damasak. The [group] fled.",
        None,
        False,
        "boko-haram",
    ),
    # A speaker's office is told elsewhere.
    (
        "Pentagon spokesman Peter Hall named the base. [Hall] said two had died.",
        "IQ",
        True,
        "government-of-united-states",
    ),
    (
        "Lena Fall, a spokeswoman for UNICEF, named no place. [Fall] said nine died.",
        "YE",
        True,
        "united-nations-childrens-fund",
    ),
    # The army that speaks is the one that was called so and spoke, and not that of the country.
    ("The Turkish army said nine died. Jets hit Azaz, the [army] said.", "SY", True, "government-of-turkey"),
    ("The Turkish army shelled Azaz. The [army] said nine died.", "SY", True, None),
    ("The Turkish army said nine died. The [army] left Azaz.", "SY", False, None),
    # Nobody: several fit, none was named, or it is another one.
    ("Boko Haram and Ansaru fought near Damasak. The [group] fled.", "NG", False, None),
    ("Amal Relief runs a clinic in Baalbek. The [group] fled.", "LB", False, None),  # not the Amal Movement
    ("Men came on motorcycles. The [group] burnt forty homes.", "NG", False, None),
    ("Boko Haram raided Damasak. [Another group] burnt a mill.", "NG", False, None),
    ("Boko Haram raided Damasak. [A group] of women fled.", "NG", False, None),
    ("Boko Haram raided Damasak. [Fulani militia] burnt a mill.", "NG", False, None),
    ("Boko Haram raided Damasak. The [rival group] fled.", "NG", False, None),
    ("M23 entered Sake. [The group's victims] were buried.", "CD", False, None),
    ("The M23 said the [rebels] had fled.", "CD", False, None),
    ("Islamic State shelled Azaz. The [rebels] held on.", "SY", False, None),
    ("The [rebels] left. Later M23 entered Sake.", "CD", False, None),
    ("M23 delegates spoke in Rome. The [rebels] took Kidal.", "ML", False, None),
    ("Peter Hall, who fled Syria, keeps a shop. [Hall] said two had died.", "SY", True, None),
    ("Journalist Peter Hall filmed it. [Hall] said two had died.", "SY", True, None),
]


@pytest.mark.parametrize(("marked", "country", "speaks", "id_"), ROWS)
def test_what_words_take_up(marked: str, country: str | None, speaks: bool, id_: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    told = Told(text, day=date(2023, 5, 1), country=country)
    match = told.taken_up(text[start:end], start, speaks=speaks)
    assert (match.id if match else None) == id_


def test_a_long_text_is_read_once() -> None:
    text = "Boko Haram raided Damasak and the group fled. M23 said so. " * 4000
    told = Told(text, country="NG")
    begun = time.process_time()
    for start in range(0, len(text), 59):
        told.taken_up("group", start + text.index("group"))
    assert time.process_time() - begun < 5, "4,000 mentions among 8,000 names"
