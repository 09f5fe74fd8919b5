"""A map of places: a dot for each, as large as what lies there is many, and the circle within which it may lie."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from stemmata.exports.drawing.projection import WIDTH, Box, Projection, box_of, projection_of
from stemmata.exports.drawing.world import CREDIT, TENTHS, Land, land
from stemmata.exports.formats.markup import text
from stemmata.places.sphere import DEGREE_KM

OUTSIDE: Final = 0.03
"""Share of what lies on the map that the first view may leave out on each side, so that one far place does not make
all others small."""
LEAST_DEGREES: Final = 1.2
"""Of latitude, that a map shows of places close to each other."""
ALONE_DEGREES: Final = 7.0
"""Of latitude, that a map of one place shows: enough for a border or a coast by which a reader knows where it is."""
BEYOND: Final = 1.0
"""How far one can move beyond the first view, by its size."""
SMALLEST, LARGEST = 6.0, 30.0
"""Dots, in pixels across."""
LABELS: Final = 250
"""Places that have their name on the map, as far as it has room."""
LETTER, LINE = 7.4, 15.0
"""Pixels that a name takes."""
CAPITAL: Final = 11.5
"""Pixels that a letter of a country's name takes."""
LARGE: Final = 5.0
"""Half the width of a dot that no name may cover, in pixels."""
VAGUE_M: Final = 30_000
"""Radius from which on a place is a region, whose name says nothing at a dot."""
ZOOMS: Final = (1, 2, 4, 8, 16)
ROUND_KM: Final = (5, 10, 20, 50, 100, 200, 500, 1000, 2000)
STOPS: Final = 40
"""Places that a keyboard stops at, the largest; a keyboard finds the others by the search for a place."""
CROWDS: Final = (("few", 80), ("some", 300), ("crowd", 10**9))
"""How the circles are drawn, up to so many places: many on each other would hide the land."""
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


@dataclass(slots=True)
class Place:
    """A point of the map."""

    key: str
    """What items that lie there have as `data-place`."""
    name: str
    lat: float
    lon: float
    radius_m: int
    """How far from the point they may lie."""
    href: str
    """The first of them."""
    told: Counter[str]
    """How many of each kind; the kinds are classes of the style."""

    @property
    def count(self) -> int:
        return self.told.total()


def place_key(lat: float, lon: float, radius_m: int | None) -> str:
    """What tells a point of the map from others."""
    return f"{lat},{lon},{radius_m or 0}"


def place_map(places: Sequence[Place], what: tuple[str, str], first: Sequence[str] = ()) -> str:
    """The map as SVG, with its scale and its credit; empty where there is no place.

    Args:
        places: the points.
        what: the noun of what lies there, for one and for several.
        first: kinds that give their colour to a place that has several, and lie above the others, strongest first.
    """
    if not places:
        return ""
    projection = _first_view(places)
    whole = _whole(places, projection.view)
    x, y = projection.at(whole.north, whole.west)
    right, bottom = projection.at(whole.south, whole.east)
    countries = land(projection, whole)
    drawn = sorted(places, key=lambda place: (-_rank(place, first), -place.radius_m, -place.count, place.key))
    most = max(place.count for place in places)
    title = f"Map: {_many(len(places), ('place', 'places'))} of {_many(sum(p.count for p in places), what)}"
    return "".join(
        (
            f'<svg class="map" viewBox="0 0 {WIDTH} {projection.height:.0f}" role="group" aria-label="{text(title)}"'
            f' tabindex="0" data-whole="{x:.0f} {y:.0f} {right - x:.0f} {bottom - y:.0f}"'
            f' data-km="{projection.units_of_km:.5f}" data-one="{what[0]}" data-many="{what[1]}">',
            *_ground(countries),
            *_circles(drawn, projection),
            *_dots(drawn, projection, most, what, first),
            *_names(places, countries, projection, most),
            _scale(projection),
            "</svg>",
        )
    )


def map_credit() -> str:
    """Whose shapes the map draws."""
    return CREDIT


def outside(places: Sequence[Place]) -> int:
    """How many lie outside of the first view."""
    if not places:
        return 0
    view = _first_view(places).view
    return sum(
        place.count
        for place in places
        if not (view.west <= place.lon <= view.east and view.south <= place.lat <= view.north)
    )


def _first_view(places: Sequence[Place]) -> Projection:
    box = _middle(places)
    alone = (box.south, box.west) == (box.north, box.east)
    return projection_of(box, least=ALONE_DEGREES if alone else LEAST_DEGREES)


def _middle(places: Sequence[Place]) -> Box:
    """The box that holds nearly all that lies on the map."""

    def edges(told: list[tuple[float, int]]) -> tuple[float, float]:
        told.sort()
        few = sum(count for _, count in told) * OUTSIDE
        return _past(told, few), _past(told[::-1], few)

    south, north = edges([(place.lat, place.count) for place in places])
    west, east = edges([(place.lon, place.count) for place in places])
    return Box(west, south, east, north)


def _past(told: Iterable[tuple[float, int]], few: float) -> float:
    """The first value with which more than so few are told."""
    passed = 0
    for value, count in told:
        passed += count
        if passed > few:
            return value
    raise ValueError("no place is told")


def _whole(places: Sequence[Place], view: Box) -> Box:
    """As far as one can move: all places with their circles, and some of what lies around the first view."""
    wide, high = (view.east - view.west) * BEYOND, (view.north - view.south) * BEYOND
    around = [(view.south - high / 2, view.west - wide / 2), (view.north + high / 2, view.east + wide / 2)]
    for place in places:
        reach = place.radius_m / 1000 / DEGREE_KM
        around += [(place.lat - reach, place.lon - reach), (place.lat + reach, place.lon + reach)]
    box = box_of(around)
    return Box(max(-180.0, box.west), max(-90.0, box.south), min(180.0, box.east), min(90.0, box.north))


def _ground(countries: Sequence[Land]) -> Iterator[str]:
    yield f'<g class="land" transform="scale({1 / TENTHS})" aria-hidden="true">'
    yield from (f'<path d="{one.path}"/>' for one in countries)
    yield '</g><g class="countries" aria-hidden="true">'
    for one in _named(countries):
        x, y = one.label or (0, 0)
        yield f'<text x="{x:.0f}" y="{y:.0f}" font-size="13">{text(one.name)}</text>'
    yield "</g>"


def _named(countries: Iterable[Land]) -> Iterator[Land]:
    """The countries whose names have room."""
    return (one for one in countries if one.label and one.room > len(one.name) * CAPITAL)


def _circles(places: Sequence[Place], projection: Projection) -> Iterator[str]:
    crowded = next(name for name, most in CROWDS if len(places) <= most)
    yield f'<g class="radii {crowded}" aria-hidden="true">'
    for place in places:
        if place.radius_m:
            x, y = projection.at(place.lat, place.lon)
            wide, high = projection.radii(place.lat, place.radius_m)
            yield (f'<ellipse data-place="{place.key}" cx="{x:.1f}" cy="{y:.1f}" rx="{wide:.1f}" ry="{high:.1f}"/>')
    yield "</g>"


def _dots(
    places: Sequence[Place], projection: Projection, most: int, what: tuple[str, str], first: Sequence[str]
) -> Iterator[str]:
    """Dots keep their size in pixels: a point with a round line around it, which no zoom makes wider."""
    yield '<g class="dots">'
    stops = {place.key for place in sorted(places, key=lambda place: -place.count)[:STOPS]}
    for place in places:
        x, y = projection.at(place.lat, place.lon)
        within = f", within {round(place.radius_m / 1000)} km" if place.radius_m >= 1000 else ""
        told = f"{place.name}: {_many(place.count, what)}{within}"
        passed = "" if place.key in stops else ' tabindex="-1"'
        across = dot_size(place.count, most)
        point = f"M{x:.1f},{y:.1f}h0"
        yield (
            f'<a href="#{place.href}" data-place="{place.key}"{passed} aria-label="{text(told)}">'
            f"<title>{text(told)}</title>"
            f'<path class="edge" d="{point}" stroke-width="{across + 2.5:.1f}"/>'
            f'<path class="dot {_kind(place, first)}" d="{point}" stroke-width="{across:.1f}"/></a>'
        )
    yield "</g>"


def dot_size(count: int, most: int) -> float:
    """Pixels across of a dot: its area grows as what it stands for."""
    return SMALLEST + (LARGEST - SMALLEST) * sqrt(count / most) if most > 1 else SMALLEST + 2


def _rank(place: Place, first: Sequence[str]) -> int:
    """How strong the kinds are that lie there; 0 is the strongest."""
    return next((rank for rank, kind in enumerate(first) if place.told[kind]), len(first))


def _kind(place: Place, first: Sequence[str]) -> str:
    """The kind of all that lies there, or the strongest; `several` where none of several is strong."""
    strong = next((kind for kind in first if place.told[kind]), None)
    return strong or (next(iter(place.told)) if len(place.told) == 1 else "several")


def _names(places: Sequence[Place], countries: Sequence[Land], projection: Projection, most: int) -> Iterator[str]:
    """Names beside the dots, where there is room: each says from which zoom on it has some."""
    yield '<g class="names" aria-hidden="true">'
    ranked = sorted(places, key=lambda place: (-place.count, place.radius_m, place.key))
    taken = {zoom: [*_country_boxes(countries, zoom), *_dot_boxes(ranked, projection, most, zoom)] for zoom in ZOOMS}
    named = {place.name: place for place in reversed(ranked) if place.radius_m < VAGUE_M}
    for place in [place for place in ranked if named.get(place.name) is place][:LABELS]:
        x, y = projection.at(place.lat, place.lon)
        beside = dot_size(place.count, most) / 2 + 4
        first = None
        for zoom in ZOOMS:
            left, top = x * zoom + beside, y * zoom - LINE / 2
            box = left, top, left + len(place.name) * LETTER, top + LINE
            if first is None and not any(_overlap(box, other) for other in taken[zoom]):
                first = zoom
            if first is not None:
                taken[zoom].append(box)
        if first is not None:
            hidden = "" if first == 1 else ' class="later"'
            yield (
                f'<text{hidden} data-zoom="{first}" data-beside="{beside:.1f}" data-x="{x:.1f}" x="{x + beside:.1f}"'
                f' y="{y:.1f}" dy=".33em" font-size="12" data-place="{place.key}">{text(place.name)}</text>'
            )
    yield "</g>"


def _country_boxes(countries: Sequence[Land], zoom: int) -> Iterator[Rectangle]:
    for one in _named(countries):
        x, y = one.label or (0, 0)
        half = len(one.name) * CAPITAL / 2
        yield x * zoom - half, y * zoom - LINE, x * zoom + half, y * zoom + LINE / 3


def _dot_boxes(places: Iterable[Place], projection: Projection, most: int, zoom: int) -> Iterator[Rectangle]:
    """The dots that a name may not cover: the larger ones; small ones stand close, and no name would have room."""
    for place in places:
        half = dot_size(place.count, most) / 2
        if half >= LARGE:
            x, y = projection.at(place.lat, place.lon)
            yield x * zoom - half, y * zoom - half, x * zoom + half, y * zoom + half


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scale(projection: Projection) -> str:
    """A bar of some round kilometres, at the lower left."""
    kilometres = next((km for km in reversed(ROUND_KM) if km * projection.units_of_km <= WIDTH / 5), ROUND_KM[0])
    wide = kilometres * projection.units_of_km
    y = projection.height - 14
    return (
        f'<g class="scale" aria-hidden="true"><path d="M16,{y:.0f}h{wide:.1f}"/>'
        f'<text x="16" y="{y - 6:.0f}" font-size="12">{kilometres:,} km</text></g>'
    )


def _many(count: int, what: tuple[str, str]) -> str:
    return f"{count:,} {what[count != 1]}"
