"""Events → the page: what can be chosen, map, timeline, and the events by month, each with its evidence."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import IO, Any, Final

from stemmata.case.entries import Entry
from stemmata.exports import headline, wording
from stemmata.exports.drawing import frame
from stemmata.exports.drawing.places import Place, map_credit, outside, place_key, place_map
from stemmata.exports.drawing.timeline import bars_of, key_to, timeline
from stemmata.exports.formats.format import About
from stemmata.exports.formats.markup import text
from stemmata.exports.report.event import article
from stemmata.records import Window

COLOURS: Final = 7
"""Types that have a colour of their own; all others share one."""
GRADES: Final = ("confirmed", "corroborated", "single", "contested", "retracted")
NOT_DRAWN: Final = 200
"""Events without a point that are listed beside the map; of more the number is told."""
WHAT: Final = ("event", "events")
MARKED: Final = {
    "trigger": "what", "status": "whether", "initiator": "who", "target": "to whom", "places": "where", "when": "when",
    "figures": "how many", "claimant": "said by",
}  # fmt: skip
"""Fields of a report → what the key calls their marks."""
MONTH_DAYS: Final = 31
"""What is known to fewer days than these stands in the month of the first; most of such are of one night or week."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An event on the page."""

    html: str
    id: str
    type: str
    grade: str
    when: Window
    heading: str
    place: str | None
    country: str | None
    point: tuple[float, float, int] | None
    """Latitude, longitude, and how far from there it may lie, in metres."""

    @property
    def group(self) -> tuple[int, int]:
        """Year and month in which it happened or began; month 13 where only the year is known, year 9999 where not
        even that is."""
        start, end = self.when.start, self.when.end
        if start is None or end is None:
            return 9999, 14
        if (end - start).days < MONTH_DAYS:
            return start.year, start.month
        return (start.year, 13) if start.year == end.year else (9999, 13)

    @property
    def order(self) -> tuple[tuple[int, int], date, date, int]:
        """By group, then by the first day on which it may have happened."""
        first = self.when.start or self.when.end or date.max
        return self.group, first, self.when.end or first, int(self.id[1:])


def piece(entries: Sequence[Entry]) -> bytes:
    """Some events, each made ready for the page."""
    return json.dumps([_as_json(entry) for entry in entries], ensure_ascii=False).encode("utf-8", "replace")


def _as_json(entry: Entry) -> list[Any]:
    place, when = entry.place, entry.when
    point = None
    if place is not None and place.lat is not None and place.lon is not None:
        point = [place.lat, place.lon, place.radius_m or 0]
    days = [day and day.isoformat() for day in (when.start, when.end)]
    name = wording.one_line(place.name) if place else None
    heading = headline.headline(entry)
    return [article(entry), entry.id, entry.type, entry.grade, days, heading, name, headline.place_name(entry), point]


def _shown(told: list[Any]) -> Shown:
    html, name, kind, grade, days, heading, place, country, point = told
    when = Window(*(date.fromisoformat(day) if day else None for day in days))
    return Shown(html, name, kind, grade, when, heading, place, country, tuple(point) if point else None)


def assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    """The events of all pieces as one page."""
    shown = sorted((_shown(one) for made in pieces if made for one in json.loads(made)), key=lambda one: one.order)
    for part in _page(shown, about):
        file.write(part.encode("utf-8", "replace"))


def _page(shown: Sequence[Shown], about: About) -> Iterator[str]:
    types = Counter(one.type for one in shown)
    colours = {kind: f"t{min(nth, COLOURS)}" for nth, (kind, _) in enumerate(types.most_common())}
    sheet = frame.style("palette.css", "marks.css", "drawn.css", "report.css") + _chips(colours)
    code = frame.script()
    yield frame.head(text(about.title), sheet, code)
    yield f'<body>\n<header class="masthead"><p class="brand">Stemmata</p><p class="tally">{_tally(shown)}</p></header>'
    yield f'<div class="page"><header class="title"><h1 dir="auto">{text(about.title)}</h1>{_lead(shown, about)}'
    yield "</header>"
    yield _filters(shown, types, colours)
    yield f"<main>{_map(shown, colours)}{_timeline(shown, colours, types)}"
    yield '<section class="list" aria-label="Events"><p class="found" role="status" hidden></p>'
    yield _keys()
    for group, events in groupby(shown, key=lambda one: one.group):
        yield f'<section class="group"><h2>{_heading(group)}</h2>\n'
        yield from (one.html for one in events)
        yield "</section>\n"
    if not shown:
        yield '<p class="nothing">No event of the case was asked for.</p>'
    yield f"</section></main></div>\n<footer>{_foot(about)}</footer>\n"
    yield frame.foot(code)


def _chips(colours: Mapping[str, str]) -> str:
    """The colour of each type, where its name stands."""
    return "".join(f'[data-type="{kind}"]{{--hue:var(--{name})}}\n' for kind, name in sorted(colours.items()))


def _tally(shown: Sequence[Shown]) -> str:
    return f"{len(shown):,} {WHAT[len(shown) != 1]}"


def _lead(shown: Sequence[Shown], about: About) -> str:
    """What the page holds, and what it does not say."""
    days = [day for one in shown for day in (one.when.start, one.when.end) if day]
    between = f", {wording.window(min(days), max(days))}" if days else ""
    asof = f" As the case stood on {wording.day(about.asof.date())}." if about.asof else ""
    return (
        f'<p class="what">{_tally(shown)}{between}. Each is what reports say, with who says so and how many of them'
        f" are independent; a grade tells what the reports support, not what is true.{asof}</p>"
    )


def _heading(group: tuple[int, int]) -> str:
    year, month = group
    if year == 9999:
        return "Known to no year" if month == 13 else "No first or no last day known"
    return f"{year}, month not known" if month == 13 else f"{wording.MONTHS[month - 1]} {year}"


def _keys() -> str:
    """What the marks in a passage mean."""
    told = "".join(f'<li><mark class="{name}">{words}</mark></li>' for name, words in MARKED.items())
    return f'<ul class="keys" aria-label="Key to the marks">{told}</ul>'


# ---------------------------------------------------------------------------------------------------- filters


def _filters(shown: Sequence[Shown], types: Counter[str], colours: Mapping[str, str]) -> str:
    """What can be chosen; without script it would do nothing, so that only the script brings it to light."""
    grades = Counter(one.grade for one in shown)
    boxes = "".join(
        f'<fieldset data-facet="{name}"><legend>{legend}</legend><div class="options">'
        f"{''.join(_box(name, value, count, colours.get(value)) for value, count in options)}</div></fieldset>"
        for name, legend, options in (
            ("type", "Type", types.most_common()),
            ("grade", "Grade", [(grade, grades[grade]) for grade in GRADES if grades[grade]]),
        )
    )
    names = sorted({one.place for one in shown if one.place})
    places = "".join(f'<option value="{text(name)}">' for name in names[:2000])
    days = [day for one in shown for day in (one.when.start, one.when.end) if day]
    bounds = f' min="{min(days)}" max="{max(days)}"' if days else ""
    return (
        '<form class="filters" hidden aria-label="Choose events">'
        f'<label>Place <input type="search" name="where" list="places" autocomplete="off"></label>'
        f'<datalist id="places">{places}</datalist>'
        f'<label>From <input type="date" name="from"{bounds}></label><label>To <input type="date" name="to"{bounds}>'
        '</label><label class="tick"><input type="checkbox" name="undated" checked> with those of no known day</label>'
        f'{boxes}<button type="reset">Show all</button></form>'
    )


def _box(name: str, value: str, count: int, colour: str | None) -> str:
    kind = f' data-kind="{colour}"' if colour else ""
    return (
        f'<label class="tick" data-{name}="{text(value)}"><input type="checkbox" name="{name}" value="{text(value)}"'
        f"{kind} checked> <i></i>{text(wording.kind(value))} <b>{count:,}</b></label>"
    )


# ---------------------------------------------------------------------------------------------------- drawings


def _map(shown: Sequence[Shown], colours: Mapping[str, str]) -> str:
    places: dict[str, Place] = {}
    for one in shown:
        if one.point:
            lat, lon, radius_m = one.point
            key = place_key(lat, lon, radius_m)
            if key not in places:
                places[key] = Place(key, one.place or "", lat, lon, radius_m, one.id, Counter())
            places[key].told[colours[one.type]] += 1
    drawn = place_map(list(places.values()), WHAT)
    away = outside(list(places.values()))
    notes = [f"{away:,} lie outside of this view."] if away else []
    if drawn:
        notes.append("A dot is a place, as large as its events are many; the circle around it is how far from there"
                     f" they may have happened. {map_credit()}")  # fmt: skip
    told = f'<div class="canvas">{drawn}</div><figcaption>{" ".join(notes)}</figcaption>' if drawn else ""
    return f'<figure class="drawing" id="map"><h2>Map</h2>{told}{_not_drawn(shown)}</figure>'


def _not_drawn(shown: Sequence[Shown]) -> str:
    """The events that no map can show."""
    found = [one for one in shown if one.point is None]
    if not found:
        return ""
    items = "".join(f'<li><a href="#{one.id}">{one.id}</a> {text(one.heading)}</li>' for one in found[:NOT_DRAWN])
    more = f"<li>and {len(found) - NOT_DRAWN:,} more</li>" if len(found) > NOT_DRAWN else ""
    return (
        f"<details><summary>{_tally(found)} not on the map: no place is told, or none with a point</summary>"
        f"<ul>{items}{more}</ul></details>"
    )


def _timeline(shown: Sequence[Shown], colours: Mapping[str, str], types: Counter[str]) -> str:
    bars = bars_of([(one.when, colours[one.type]) for one in shown])
    if bars is None:
        return '<figure class="drawing"><h2>Timeline</h2><p>No day is known of any event.</p></figure>'
    kinds = [f"t{nth}" for nth in range(COLOURS + 1)]
    named = [(colours[kind], wording.kind(kind), count) for kind, count in types.most_common(COLOURS)]
    rest = sum(count for kind, count in types.items() if colours[kind] == kinds[-1])
    named += [(kinds[-1], "other types", rest)] if rest else []
    notes = [f"Above the line, events known to the {bars.step}; under it, in grey, those known less well, in every"
             f" {bars.step} in which they may have happened."]  # fmt: skip
    notes += [f"{bars.outside:,} lie before or after."] if bars.outside else []
    notes += [f"{bars.undated:,} have no known first and last day."] if bars.undated else []
    return (
        f'<figure class="drawing" id="timeline"><h2>Timeline, by {bars.step}</h2><div class="canvas">'
        f"{timeline(bars, kinds, WHAT, 'type')}</div>{key_to(named)}<figcaption>{' '.join(notes)}</figcaption></figure>"
    )


def _foot(about: About) -> str:
    credits = "".join(f"<li>{text(one)}</li>" for one in (*about.credits, map_credit()))
    return (
        f"<p>Made by Stemmata {text(about.version)} from published reports. Values were read by a program and may be"
        f" wrong; each can be checked against the words that are marked.</p><ul>{credits}</ul>"
    )
