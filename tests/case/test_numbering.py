"""The same pages give reports and events the same numbers, whichever process was faster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.case.numbering import numbers
from stemmata.case.workers import in_order

MOST = 3


def test_new_events_are_numbered_as_their_first_reports_are():
    assert numbers([[5, 9], [2], [7, 3]], {}, 1) == [3, 1, 2]


def test_an_event_keeps_its_number_and_a_new_one_takes_a_free_one():
    assert numbers([[1], [4, 5]], {4: 2}, 3) == [3, 2]


@given(st.permutations(range(12)))
def test_results_come_once_each_and_none_waits_for_more_than_so_many(items):
    order = list(range(12))
    held, most_held, told = 0, 0, []

    def coming():
        nonlocal held, most_held
        for item in items:
            held += 1
            yield item, item
            most_held = max(most_held, held)

    for item, result in in_order(coming(), lambda item: item, order, MOST):
        assert item == result
        held -= 1
        told.append(item)
    assert sorted(told) == order
    assert most_held <= MOST


def test_results_come_in_order():
    assert [i for i, _ in in_order([(2, ""), (0, ""), (3, ""), (1, "")], lambda i: i, [0, 1, 2, 3], MOST)] == [
        0,
        1,
        2,
        3,
    ]


def test_what_waits_is_handed_out_when_interrupted():
    def coming():
        yield 1, "done"
        raise KeyboardInterrupt

    told = in_order(coming(), lambda item: item, [0, 1], MOST)
    assert next(told) == (1, "done")
    with pytest.raises(KeyboardInterrupt):
        next(told)
