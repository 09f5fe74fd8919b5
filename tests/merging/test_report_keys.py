"""The names of reports and events stay from run to run."""

from stemmata.merging.keys import event_id


def test_an_event_is_named_after_its_first_report() -> None:
    assert event_id("wire-3:120") == event_id("wire-3:120") != event_id("wire-3:120.2")
