"""An event as a part of the page: what holds of it, what is not told, and each report under the origin it rests on."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from stemmata.case.entries import Cited, Entry
from stemmata.exports import headline, wording
from stemmata.exports.described import claimant_name, country_of, lead, party
from stemmata.exports.drawing.listed import data_of
from stemmata.exports.formats.markup import text, web_address
from stemmata.exports.report.quoted import elsewhere, passage
from stemmata.records import Count, Window

MOST_REPORTS: Final = 30
"""That are shown of an event; of more the number is told."""
MOST_VERSIONS: Final = 12
"""Different values that are shown of a field."""
NAMES: Final = {"when": "day", "initiator": "who did it", "target": "to whom"}
UNTOLD: Final = {"when": "the day", "place": "the place", "initiator": "who did it", "target": "to whom"}
Told = Mapping[str, Any]


def article(entry: Entry) -> str:
    """The event as HTML."""
    data = data_of(facets_of(entry), entry.when, _where(entry), point_of(entry))
    return (
        f'<article class="item" id="{entry.id}"{data}>{_heading(entry)}<dl>{"".join(_facts(entry))}</dl>'
        f"{_lead(lead(entry))}{_evidence(entry)}</article>\n"
    )


def facets_of(entry: Entry) -> dict[str, str]:
    """What an event can be chosen by."""
    return {"type": entry.type, "grade": entry.grade}


def point_of(entry: Entry) -> tuple[float, float, int] | None:
    """Latitude, longitude, and how far from there it may lie, in metres; None without a point."""
    place = entry.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon, place.radius_m or 0


def _where(entry: Entry) -> str | None:
    """The place and its country, for those who search."""
    if entry.place is None:
        return None
    country = country_of(entry.place.country)
    return f"{entry.place.name}, {country.name}" if country else entry.place.name


def _heading(entry: Entry) -> str:
    dead = entry.figures.get("killed")
    parts = [headline.place_name(entry) or "place not told", headline.when(entry)]
    toll = f' <span class="toll">{text(headline.count("killed", entry.spread("killed")))}</span>' if dead else ""
    return (
        f'<h3><a class="number" href="#{entry.id}">{entry.id}</a> <span class="chip">{text(wording.kind(entry.type))}'
        f'</span> <span class="headline">{text(", ".join(parts))}</span>{toll}'
        f' <span class="grade {entry.grade}">{entry.grade}</span></h3>'
    )


# ------------------------------------------------------------------------------------------------ what holds of it


def _facts(entry: Entry) -> Iterator[str]:
    told = (
        ("who did it", headline.names(entry, "initiator")),
        ("to whom", headline.names(entry, "target")),
        ("how many", "; ".join(headline.figures(entry))),
        ("where", headline.where(entry) if entry.place else ""),
        ("status", ", ".join(sorted(entry.statuses)) if entry.statuses != {"happened"} else ""),
        ("grade", f"{entry.grade}: {'; '.join(entry.event['reasons'])}"),
    )
    for name, words in told:
        if words:
            yield _fact(name, text(words))
    disputed = [one for one in entry.event["fields"] if len(one["versions"]) > 1]
    if disputed:
        yield _fact("reports differ", "".join(_versions(one, entry) for one in disputed), "differ")
    yield from _standing(entry)
    untold = [words for name, words in UNTOLD.items() if not entry.held.get(name)]
    if untold:
        yield _fact("not told", text(", ".join(untold)), "untold")


def _standing(entry: Entry) -> Iterator[str]:
    """How it stands to other events and to persons."""
    if entry.event["part_of"]:
        wholes = [f'<a href="#{text(one)}">{text(one)}</a>' for one in entry.event["part_of"][:MOST_VERSIONS]]
        more = len(entry.event["part_of"]) - len(wholes)
        wholes += [f"{more:,} more"] if more else []
        yield _fact("part of", f"{', '.join(wholes)}; not to be added up with it")
    if entry.has_parts:
        yield _fact("a total", "Other events are parts of it; not to be added up with them")
    if entry.decisions:
        yield _fact("decided", "".join(f"<p>{_decision(one)}</p>" for one in entry.decisions))
    if entry.flag:
        yield _fact("to be looked at", text(entry.flag))


def _fact(name: str, words: str, kind: str = "") -> str:
    said = f' class="{kind}"' if kind else ""
    return f"<dt>{name}</dt><dd{said}>{words}</dd>"


def _decision(one: Told) -> str:
    what = f"{one['kind']} {one['field']}" if one["field"] else one["kind"]
    reason = f": {one['reason']}" if one["reason"] else ""
    return text(f"{what} by {one['author']}, {one['time'][:10]}{reason}")


def _versions(field: Told, entry: Entry) -> str:
    """The values that reports give, each with whom it rests on."""
    names = {one["id"]: one["name"] for one in entry.event["origins"]}
    told = []
    for version in field["versions"][:MOST_VERSIONS]:
        value = text(_value(field["name"], version["value"]))
        by = text(", ".join(names.get(one, one) for one in version["origins"]))
        told.append(f"<li><s>{value}</s> {by}, later told otherwise</li>" if version["replaced"] else
                    f"<li><b>{value}</b> {by}</li>")  # fmt: skip
    more = len(field["versions"]) - MOST_VERSIONS
    told += [f"<li>and {more:,} more</li>"] if more > 0 else []
    return f"<p>{NAMES.get(field['name']) or text(wording.kind(field['name']))}</p><ul>{''.join(told)}</ul>"


def _value(name: str, value: Any) -> str:
    """A value of a field in words."""
    if isinstance(value, str):
        return wording.kind(value) if name == "type" else party(value).name
    if name == "when":
        when = Window(*(_day(value[side]) for side in ("start", "end")))
        return wording.window(when.start, when.end)
    if name == "place":
        return str(value["name"])
    return headline.count(name, Count(**value))


# ------------------------------------------------------------------------------------------------ who says so


def _lead(report: Cited) -> str:
    return f'<figure class="lead">{passage(report)}<figcaption>{_cited(report)}</figcaption></figure>'


def _evidence(entry: Entry) -> str:
    """Each report under the origin that it rests on, copies after what they were taken from."""
    shown = entry.reports[:MOST_REPORTS]
    copied = sum(one.copied_from is not None for one in entry.reports)
    origins = entry.event["origins"]
    told = f"{_many(len(entry.reports), 'report')} from {_many(len(origins), 'independent origin')}"
    told += f", {copied:,} of them copied" if copied else ""
    inner = "".join(_origin(one, [r for r in shown if r.origin == one["id"]], entry) for one in origins)
    more = len(entry.reports) - len(shown)
    inner += f'<p class="untold">and {_many(more, "more report")}; the JSON export has all</p>' if more > 0 else ""
    return f'<details class="evidence"><summary>{told}</summary>{inner}</details>'


def _origin(origin: Told, reports: list[Cited], entry: Entry) -> str:
    if not reports:
        return ""
    kind = {"claimant": "named as source", "unnamed": "unnamed sources", "publisher": "the outlet's own voice"}
    facts = [kind[origin["kind"]]]
    if origin["side"]:
        facts.append(f"speaks for {party(origin['side']).name}")
    if origin["embedded_with"]:
        facts.append(f"was with {party(origin['embedded_with']).name}")
    name = text(claimant_name(origin["name"]))
    ordered = sorted(reports, key=lambda one: one.copied_from is not None)
    return (
        f"<section><h4>{name} <small>{text(', '.join(facts))}</small></h4>"
        f"{''.join(_report(one, entry) for one in ordered)}</section>"
    )


def _report(report: Cited, entry: Entry) -> str:
    copied = f'<p class="copied">{text(_copied(report, entry))}</p>' if report.copied_from else ""
    denied = {"denied": "denies it", "planned": "tells of it as planned", "hypothetical": "tells of it as possible"}
    status = denied.get(report.told["status"]["value"])
    said = f'<p class="status-word">{status}</p>' if status else ""
    return (
        f'<figure class="report{" copy" if report.copied_from else ""}">'
        f"{passage(report)}{elsewhere(report)}<figcaption>{_cited(report)}</figcaption>{said}{copied}</figure>"
    )


def _cited(report: Cited) -> str:
    """Who says so, and where it was published."""
    source = report.source
    said = ", according to ".join(map(claimant_name, report.claimants))
    outlet = source.publisher or source.page
    address = web_address(source.page)
    title = f"“{source.title}”" if source.title else outlet
    link = f'<a href="{text(address)}" rel="noopener noreferrer">{text(title)}</a>' if address else text(title)
    day = wording.day(source.published) if source.published else "day of publication not told"
    where = f"{text(outlet)}, {link}" if source.title else link
    author = f", by {text(source.author)}" if source.author else ""
    who = f"<b>{text(said)}</b> in " if said else ""
    return f'<span class="id">{report.id}</span> {who}{where}{author}, {day}'


def _copied(report: Cited, entry: Entry) -> str:
    """From whom the passage was taken, and how that was told."""
    names = {one.source.name: one.source.publisher or one.source.page for one in entry.reports}
    source = names.get(report.copied_from or "", "a document outside of this event")
    how = next(
        (f" ({one['kind']}: {one['why']})" for one in entry.copies
         if one["copy"] == report.source.name and one["source"] == report.copied_from),
        "",
    )  # fmt: skip
    return f"Copied from {source}{how}; it does not count as another origin."


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
