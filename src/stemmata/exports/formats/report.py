"""The report page: map, timeline and evidence in one HTML file that works from a disk with no network."""

from stemmata.exports.features import EVERYTHING
from stemmata.exports.formats.format import Format
from stemmata.exports.report.event import MOST_REPORTS
from stemmata.exports.report.page import assemble, piece

MOST_EVENTS = 10_000
"""That a browser shows without waiting: about 60 MB of page."""

FORMAT = Format(
    name="report",
    ending=".html",
    means="a page to read: map, timeline and every quote in one HTML file that needs no network",
    carries=EVERYTHING - {"parts"},
    piece=piece,
    assemble=assemble,
    most=MOST_EVENTS,
    notes=(
        f"Of an event the first {MOST_REPORTS} reports are shown and the others counted.",
        "What is known less well than to a bar of the timeline stands under its line, in every bar where it may lie.",
    ),
)
