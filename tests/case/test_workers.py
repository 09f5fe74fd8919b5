"""Work over processes: bounded in how far it runs ahead of the oldest item."""

import time

from stemmata.case.workers import each


def first_is_slow(number):
    """A task that takes a second for the first item, and nothing for the others."""
    time.sleep(1.0 if number == 0 else 0.0)
    return 2 * number


def test_nobody_runs_further_ahead_of_the_oldest_item_than_allowed():
    taken, done = [], []

    def items():
        for number in range(20):
            taken.append(number)
            yield number

    for number, result in each(first_is_slow, items(), processes=2, seconds=60, ahead=4):
        assert result == 2 * number
        done.append(number)
        if 0 not in done:
            assert taken[-1] < 4
    assert sorted(done) == list(range(20))
