"""Nesting of marked words, whatever they overlap."""

from hypothesis import given
from hypothesis import strategies as st

from stemmata.exports.marks import by_block, within

TEXT = "0123456789"


def drawn(*words, start=0, end=10):
    """The text with brackets: `(` and `)` around first and last pieces, `{` and `}` at the cuts."""
    told = []
    for edge in within(start, end, words):
        if edge.kind == "text":
            told.append(TEXT[edge.start : edge.end])
        elif edge.kind == "open":
            told.append("(" if edge.first else "{")
        else:
            told.append(")" if edge.last else "}")
    return "".join(told)


def test_words_in_words_nest():
    assert drawn((2, 8), (3, 5)) == "01(2(34)567)89"


def test_words_that_begin_or_end_together_nest():
    assert drawn((2, 8), (2, 4), (6, 8)) == "01((23)45(67))89"


def test_words_that_cross_are_cut():
    assert drawn((2, 6), (4, 8)) == "01(23(45}){67)89"


def test_words_side_by_side_do_not_touch():
    assert drawn((0, 3), (3, 6)) == "(012)(345)6789"


def test_words_that_leave_the_block_are_cut_at_its_end():
    assert drawn((2, 8), start=5, end=10) == "{567)89"
    assert drawn((2, 8), start=0, end=5) == "01(234}"


WORDS = st.tuples(st.integers(0, 9), st.integers(1, 10)).filter(lambda w: w[0] < w[1])


@given(st.lists(WORDS, unique=True, max_size=8))
def test_every_character_lies_in_exactly_the_words_that_hold_it(words):
    opened, seen = [], ""
    for edge in within(0, 10, words):
        if edge.kind == "open":
            opened.append(edge.words)
        elif edge.kind == "close":
            assert opened.pop() == edge.words
        else:
            for at in range(edge.start, edge.end):
                assert sorted(opened) == sorted(w for w in words if w[0] <= at < w[1])
            seen += TEXT[edge.start : edge.end]
    assert (seen, opened) == (TEXT, [])


@given(st.lists(WORDS, unique=True, max_size=8))
def test_each_of_the_words_begins_once_and_ends_once(words):
    edges = list(within(0, 10, words))
    for kind, attribute in (("open", "first"), ("close", "last")):
        assert sorted(e.words for e in edges if e.kind == kind and getattr(e, attribute)) == sorted(words)


def test_blocks_get_the_words_that_reach_into_them():
    reached = by_block([(0, 4), (6, 10)], [(7, 8), (2, 7), (4, 6)])
    assert reached == {0: [(2, 7)], 1: [(2, 7), (7, 8)]}
