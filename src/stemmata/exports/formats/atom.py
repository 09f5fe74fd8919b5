"""An Atom feed (RFC 4287): an entry an event, updated when a run last changed it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import IO, Final
from urllib.parse import quote

from stemmata.case.entries import Cited, Entry
from stemmata.exports import headline
from stemmata.exports.changing.change import Change
from stemmata.exports.changing.telling import fields
from stemmata.exports.described import claimant_name, wording_of_grade
from stemmata.exports.formats.format import About, Format
from stemmata.exports.formats.markup import text, web_address

MOST_REPORTS: Final = 20
"""That an entry quotes; of more their number is told."""
AUTHORITY: Final = "stemmata.invalid,2026"
"""Of the `tag:` URIs (RFC 4151). Cases have no address of their own, and `.invalid` is nobody's."""
CASE: Final = "\x00"
"""Stands for the case in a piece, which does not know it; no text of XML can hold this character."""
NOW: Final = "\x01"
"""Stands likewise for the moment of the feed."""
TOMBSTONES: Final = "http://purl.org/atompub/tombstones/1.0"
"""The namespace of entries that are gone (RFC 6721)."""
UNKNOWN: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Where no run tells when it changed something."""


def item(entry: Entry, news: str = "") -> str:
    """An event as an entry of the feed; `news` is HTML that comes first."""
    pages = dict.fromkeys(filter(None, (web_address(one.source.page) for one in entry.reports)))
    links = "".join(f'<link rel="related" href="{text(page)}"/>' for page in list(pages)[:MOST_REPORTS])
    return (
        f"<entry><id>{_tag(f'{CASE}/{entry.id}')}</id><title>{text(headline.headline(entry))}</title>"
        f"<updated>{_moment(entry.changed)}</updated>"
        f'<category term="{text(entry.type)}"/>{links}'
        f'<content type="html">{text(news + "".join(_content(entry)))}</content></entry>\n'
    )


def _content(entry: Entry) -> Iterator[str]:
    """The event as HTML: what holds of it, then what each report says."""
    facts = (
        ("When", headline.when(entry)),
        ("Where", headline.where(entry)),
        ("Who did it", headline.names(entry, "initiator")),
        ("To whom", headline.names(entry, "target")),
        ("How many", "; ".join(headline.figures(entry))),
        ("Status", ", ".join(sorted(entry.statuses))),
        ("Grade", f"{wording_of_grade(entry)}: {'; '.join(entry.event['reasons'])}"),
        ("Reports disagree on", ", ".join(entry.disputed())),
        ("Origins", ", ".join(one["name"] for one in entry.event["origins"][:MOST_REPORTS])),
    )
    yield "".join(f"<p>{text(name)}: {text(told)}</p>" for name, told in facts if told)
    yield from map(_quotation, entry.reports[:MOST_REPORTS])
    more = len(entry.reports) - MOST_REPORTS
    if more > 0:
        yield f"<p>and {more:,} more reports</p>"


def _quotation(report: Cited) -> str:
    said = ", according to ".join(map(claimant_name, report.claimants))
    where = ", ".join(filter(None, (said, report.source.publisher or report.source.page)))
    return f"<blockquote>{text(report.told['evidence']['quote'])}</blockquote><p>{text(where)}</p>"


def _tag(specific: str) -> str:
    return f"tag:{AUTHORITY}:{specific}"


def _moment(moment: datetime | None) -> str:
    return (moment or UNKNOWN).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _news(change: Change) -> str:
    """What changed, as an entry of the feed or the mark of one that is gone."""
    if change.after is None:
        why = text("; ".join(change.why))
        where = _tag(f"{CASE}/{change.entry.id}")
        return f'<at:deleted-entry ref="{where}" when="{NOW}"><at:comment>{why}</at:comment></at:deleted-entry>\n'
    told = [*(fields(change) if change.kind == "changed" else ()), *(f"because: {one}" for one in change.why)]
    return item(change.after, "".join(f"<p>{text(change.kind)}: {text(one)}</p>" for one in told))


def _changed(changes: Sequence[Change]) -> bytes:
    return "".join(map(_news, changes)).encode()


def _piece(entries: Sequence[Entry]) -> bytes:
    return "".join(map(item, entries)).encode()


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    case = quote(about.title, safe="")
    file.write(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"'
            f' xmlns:at="{TOMBSTONES}" xml:lang="en">'
            f"<id>{_tag(case)}</id><title>{text(about.title)}</title><updated>{_moment(about.asof)}</updated>"
            f"<author><name>{text(about.title)}</name></author>"
            f'<generator version="{text(about.version)}">Stemmata</generator>'
            f"<rights>{text('; '.join(about.credits))}</rights>\n"
        ).encode()
    )
    for piece in pieces:
        file.write(piece.replace(CASE.encode(), case.encode()).replace(NOW.encode(), _moment(about.asof).encode()))
    file.write(b"</feed>\n")


FORMAT = Format(
    name="atom",
    ending=".atom",
    means="a feed of new and changed events (RFC 4287)",
    carries=frozenset(
        {"window", "hedge", "dead", "other figures", "claimant", "second claimant", "unresolved place",
         "uncertain place", "second party", "direction", "status", "grade", "origins"}
    ),
    piece=_piece,
    assemble=_assemble,
    changed=_changed,
    notes=(
        f"Entries quote the first {MOST_REPORTS} reports of an event and count the others.",
        "An entry keeps its id as long as the case keeps its name and the event its reports.",
    ),
)  # fmt: skip
