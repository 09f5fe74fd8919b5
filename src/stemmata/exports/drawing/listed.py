"""A page of many items: what can be chosen, a map, a timeline, and the items by month."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final

from stemmata.exports import wording
from stemmata.exports.drawing import frame
from stemmata.exports.drawing.places import Place, map_credit, outside, place_key, place_map
from stemmata.exports.drawing.timeline import bars_of, key_to, timeline
from stemmata.exports.formats.markup import text
from stemmata.records import Window

OTHERS: Final = "t7"
"""The colour of all values that have none of their own."""
NOT_DRAWN: Final = 200
"""Items without a point that are listed beside the map; of more the number is told."""
PLACES: Final = 2_000
"""Names that are suggested where a place is asked for."""
MONTH_DAYS: Final = 31
"""What is known to fewer days than these stands in the month of the first; most of such are of one night or week."""
NEVER: Final = 9999


@dataclass(frozen=True, slots=True)
class Item:
    """One of the page."""

    html: str
    """An `article` of class `item`, with `data_of` among its attributes."""
    id: str
    heading: str
    """What it is, in a line."""
    facets: Mapping[str, str]
    """What it can be chosen by → its value."""
    when: Window
    place: str | None
    point: tuple[float, float, int] | None
    """Latitude, longitude, and how far from there it may lie, in metres."""

    @property
    def group(self) -> tuple[int, int]:
        """Year and month in which it happened or began; month 13 where only the year is known, year 9999 where not
        even that is."""
        start, end = self.when.start, self.when.end
        if start is None or end is None:
            return NEVER, 14
        if (end - start).days < MONTH_DAYS:
            return start.year, start.month
        return (start.year, 13) if start.year == end.year else (NEVER, 13)

    @property
    def order(self) -> tuple[tuple[int, int], date, date]:
        """By group, then by the first day on which it may have happened."""
        first = self.when.start or self.when.end or date.max
        return self.group, first, self.when.end or first


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that items can be chosen by."""

    name: str
    legend: str
    values: Sequence[tuple[str, int]]
    """With how many items have each, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the items."""

    title: str
    lead: str
    """HTML: what the page holds, and what it does not say."""
    facets: Sequence[Facet]
    by: str
    """The facet by whose values map and timeline have their colours."""
    colours: Mapping[str, str]
    """Value of that facet → class of the style, `t0` to `t7`."""
    what: tuple[str, str]
    """The noun of an item, for one and for several."""
    sheets: Sequence[str]
    """Styles beside those of all such pages."""
    foot: str
    """HTML."""
    first: Sequence[str] = ()
    """Values whose colour a place has that has several, the strongest first; else such a place is grey."""
    before: str = ""
    """HTML between the drawings and the items."""
    nothing: str = field(default="Nothing was asked for.")
    """What is said where there is no item."""


def data_of(
    facets: Mapping[str, str], when: Window, where: str | None, point: tuple[float, float, int | None] | None
) -> str:
    """The attributes that an item is chosen by; a side of the days that is not known is left out."""
    told = dict(facets)
    if when.start:
        told["from"] = when.start.isoformat()
    if when.end:
        told["to"] = when.end.isoformat()
    if where:
        told["where"] = where
    if point:
        told["place"] = place_key(*point)
    return "".join(f' data-{name}="{text(value)}"' for name, value in told.items())


def listed(page: Page, items: Sequence[Item]) -> Iterator[str]:
    """The whole page, the items in the order of their days."""
    sheet = frame.style("palette.css", "marks.css", "drawn.css", *page.sheets) + _hues(page)
    code = frame.script()
    title = text(page.title)
    items = sorted(items, key=lambda one: one.order)
    yield frame.head(title, sheet, code)
    yield f'<body>\n<a class="skip" href="#list">Skip to the {page.what[1]}</a>'
    yield '<header class="masthead"><p class="brand">Stemmata</p>'
    yield f'<p class="tally">{many(len(items), page.what)}</p></header><div class="page">'
    yield f'<header class="title"><h1 dir="auto">{title}</h1>{page.lead}</header>'
    yield _filters(page, items)
    yield f"<main>{_map(page, items)}{_timeline(page, items)}{page.before}"
    yield f'<section class="list" id="list" aria-label="{page.what[1]}"><p class="found" role="status" hidden></p>'
    for group, inside in groupby(items, key=lambda one: one.group):
        yield f'<section class="group"><h2>{_heading(group)}</h2>\n'
        yield from (one.html for one in inside)
        yield "</section>\n"
    if not items:
        yield f'<p class="nothing">{page.nothing}</p>'
    yield f"</section></main></div>\n<footer>{page.foot}</footer>\n"
    yield frame.foot(code)


def many(count: int, what: tuple[str, str]) -> str:
    """`1 event`, `2 events`."""
    return f"{count:,} {what[count != 1]}"


def _hues(page: Page) -> str:
    """The colour of each value, where its name stands."""
    return "".join(
        f'[data-{page.by}="{value}"]{{--hue:var(--{name})}}\n' for value, name in sorted(page.colours.items())
    )


def _heading(group: tuple[int, int]) -> str:
    year, month = group
    if year == NEVER:
        return "Known to no year" if month == 13 else "No first or no last day known"
    return f"{year}, month not known" if month == 13 else f"{wording.MONTHS[month - 1]} {year}"


# ---------------------------------------------------------------------------------------------------- filters


def _filters(page: Page, items: Sequence[Item]) -> str:
    """What can be chosen; without script it would do nothing, so that only the script brings it to light."""
    boxes = "".join(_facet(one, page) for one in page.facets)
    names = sorted({one.place for one in items if one.place})
    places = "".join(f'<option value="{text(name)}">' for name in names[:PLACES])
    days = [day for one in items for day in (one.when.start, one.when.end) if day]
    bounds = f' min="{min(days)}" max="{max(days)}"' if days else ""
    return (
        f'<form class="filters" hidden aria-label="Choose {page.what[1]}">'
        '<label>Place <input type="search" name="where" list="places" autocomplete="off"></label>'
        f'<datalist id="places">{places}</datalist>'
        f'<label>From <input type="date" name="from"{bounds}></label><label>To <input type="date" name="to"{bounds}>'
        '</label><label class="tick"><input type="checkbox" name="undated" checked> with those of no known day</label>'
        f'{boxes}<button type="reset">Show all</button></form>'
    )


def _facet(facet: Facet, page: Page) -> str:
    boxes = []
    for value, count in facet.values:
        colour = page.colours.get(value) if facet.name == page.by else None
        kind = f' data-kind="{colour}"' if colour else ""
        boxes.append(
            f'<label class="tick" data-{facet.name}="{text(value)}"><input type="checkbox" name="{facet.name}"'
            f' value="{text(value)}"{kind} checked> <i></i>{text(wording.kind(value))} <b>{count:,}</b></label>'
        )
    return (
        f'<fieldset data-facet="{facet.name}"><legend>{facet.legend}</legend>'
        f'<div class="options">{"".join(boxes)}</div></fieldset>'
    )


# ---------------------------------------------------------------------------------------------------- drawings


def _map(page: Page, items: Sequence[Item]) -> str:
    found: dict[str, Place] = {}
    for one in items:
        if one.point:
            lat, lon, radius_m = one.point
            key = place_key(lat, lon, radius_m)
            if key not in found:
                found[key] = Place(key, one.place or "", lat, lon, radius_m, one.id, Counter())
            found[key].told[page.colours[one.facets[page.by]]] += 1
    places = list(found.values())
    first = [page.colours[value] for value in page.first]
    drawn, away = place_map(places, page.what, first), outside(places)
    notes = [f"{away:,} lie outside of this view."] if away else []
    notes.append(
        f"A dot is a place, as large as its {page.what[1]} are many; the circle around it is how far from there they"
        f" may have happened. {map_credit()}"
    )
    told = f'<div class="canvas">{drawn}</div><figcaption>{" ".join(notes)}</figcaption>' if drawn else ""
    return f'<figure class="drawing" id="map"><h2>Map</h2>{told}{_not_drawn(page, items)}</figure>'


def _not_drawn(page: Page, items: Sequence[Item]) -> str:
    """The items that no map can show."""
    found = [one for one in items if one.point is None]
    if not found:
        return ""
    shown = "".join(f'<li><a href="#{one.id}">{one.id}</a> {text(one.heading)}</li>' for one in found[:NOT_DRAWN])
    more = f"<li>and {len(found) - NOT_DRAWN:,} more</li>" if len(found) > NOT_DRAWN else ""
    return (
        f"<details><summary>{many(len(found), page.what)} not on the map: no place is told, or none with a point"
        f"</summary><ul>{shown}{more}</ul></details>"
    )


def _timeline(page: Page, items: Sequence[Item]) -> str:
    bars = bars_of([(one.when, page.colours[one.facets[page.by]]) for one in items])
    if bars is None:
        return '<figure class="drawing"><h2>Timeline</h2><p>No day is known of any of them.</p></figure>'
    counts = Counter(one.facets[page.by] for one in items)
    named = [
        (page.colours[one], wording.kind(one), n) for one, n in counts.most_common() if page.colours[one] != OTHERS
    ]
    rest = sum(count for value, count in counts.items() if page.colours[value] == OTHERS)
    named += [(OTHERS, f"other {page.by}s", rest)] if rest else []
    kinds = sorted(set(page.colours.values()))
    notes = [
        f"Above the line, {page.what[1]} known to the {bars.step}; under it, in grey, those known less well, in every"
        f" {bars.step} in which they may have happened."
    ]
    notes += [f"{bars.outside:,} lie before or after."] if bars.outside else []
    notes += [f"{bars.undated:,} have no known first and last day."] if bars.undated else []
    return (
        f'<figure class="drawing" id="timeline"><h2>Timeline, by {bars.step}</h2><div class="canvas">'
        f"{timeline(bars, kinds, page.what, page.by)}</div>{key_to(named)}"
        f"<figcaption>{' '.join(notes)}</figcaption></figure>"
    )
