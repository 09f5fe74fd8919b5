"""Names are read off tags; the parts of Arabic names are joined by rule."""

import pytest

from stemmata.language import Word
from stemmata.language.named import read_names


def words(text: str) -> list[Word]:
    """Words from `word/CLASS` separated by blanks; `_` before one glues it to the word before."""
    made: list[Word] = []
    end = -1
    for i, part in enumerate(text.split()):
        surface, upos = part.removeprefix("_").split("/")
        start = end if part.startswith("_") else end + 1
        end = start + len(surface)
        made.append(Word(i, start, end, surface, surface, upos, "", "", -1, "dep"))
    return made


ROWS = [
    # one span, and two of the same kind side by side
    ("Deir/PROPN Hafer/PROPN fell/VERB", "B-place I-place O", ["place Deir Hafer"]),
    ("Homs/PROPN Hama/PROPN", "B-place B-place", ["place Homs", "place Hama"]),
    # an I without its B begins a name; so does an I of another kind
    ("in/ADP Homs/PROPN", "O I-place", ["place Homs"]),
    ("Homs/PROPN Friday/PROPN", "B-place I-time", ["place Homs", "time Friday"]),
    # an article is joined to its noun, on either side of the tags
    ("of/ADP Al/PROPN Kashmah/PROPN", "O O B-place", ["place Al Kashmah"]),
    ("of/ADP Al/PROPN Kashmah/PROPN", "O B-place O", ["place Al Kashmah"]),
    ("of/ADP Al/PROPN Kashmah/PROPN", "O B-person B-place", ["place Al Kashmah"]),
    ("near/ADP As/PROPN Shafah/PROPN", "O O B-place", ["place As Shafah"]),
    # but "As" as a preposition is none
    ("As/ADP Russia/PROPN said/VERB", "O B-place O", ["place Russia"]),
    ("as/ADP Russia/PROPN said/VERB", "O B-place O", ["place Russia"]),
    # hyphens
    ("al/PROPN _-/PUNCT _Nusra/PROPN", "O O B-group", ["group al - Nusra"]),
    ("al/PROPN _-/PUNCT _Nusra/PROPN", "B-group O O", ["group al - Nusra"]),
    ("Deir/PROPN ez/PROPN _-/PUNCT _Zor/PROPN", "B-place O O B-place", ["place Deir ez - Zor"]),
    ("Deir/PROPN ez/PROPN _-/PUNCT _Zor/PROPN", "B-place O O O", ["place Deir ez - Zor"]),
    ("Abu/PROPN Bakr/PROPN al/PROPN _-/PUNCT _Baghdadi/PROPN", "B-person I-person O O B-person",
     ["person Abu Bakr al - Baghdadi"]),
    # a dash between blanks ties nothing
    ("al/PROPN -/PUNCT Nusra/PROPN", "O O B-group", ["group Nusra"]),
    # a surname like a first part does not swallow a verb
    ("Khan/PROPN said/VERB", "B-person O", ["person Khan"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tags", "expected"), ROWS)
def test_names(text: str, tags: str, expected: list[str]) -> None:
    made = words(text)
    names = read_names(made, tags.split())
    shown = [f"{n.kind} {' '.join(word.text for word in made[n.first : n.last + 1])}" for n in names]
    assert shown == expected
