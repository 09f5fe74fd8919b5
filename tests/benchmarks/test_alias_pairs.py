"""The pairs of names across scripts: many are joined that no table holds so, and none of two bodies."""

from benchmarks.actors import pair_rows


def test_no_pair_of_two_bodies_is_joined() -> None:
    joined, new, wrong = pair_rows()
    assert wrong.value == 0
    assert new.value is not None and new.value > 0.9
    assert joined.value is not None and joined.value > 0.9
    assert wrong.source is not None and new.source is not None
    assert int(wrong.source.split()[1]) >= 50
    assert int(new.source.split()[0]) >= 100
