"""A comparison as a page: map, timeline, counts, and every pair side by side with what speaks for it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final

from stemmata import __version__
from stemmata.actors import load_registry
from stemmata.comparing.comparison import Comparison, Pair, Tally
from stemmata.comparing.happening import Happening
from stemmata.exports import wording
from stemmata.exports.drawing.listed import Facet, Item, Page, data_of, listed
from stemmata.exports.drawing.places import map_credit
from stemmata.exports.formats.markup import text
from stemmata.exports.headline import count
from stemmata.places.countries import country_names
from stemmata.records import Count

MOST_ITEMS: Final = 10_000
"""That a browser shows without waiting."""
MOST_ROWS: Final = 20
"""Of a table of counts."""
MATCHED, HERE, THERE = "matched", "only here", "only there"
COLOURS: Final = {MATCHED: "t3", HERE: "t1", THERE: "t2"}
WHAT: Final = ("event or row", "events and rows")


def as_page(told: Comparison) -> Iterator[str]:
    """The page, piece by piece: pairs, what only the case has, what only the file has, as far as there is room."""
    items = list(
        islice(
            chain(
                map(_pair, told.pairs),
                (_single(one, HERE) for one in told.only_here),
                (_single(one, THERE) for one in told.only_there),
            ),
            MOST_ITEMS,
        )
    )
    sides, types = (Counter(one.facets[name] for one in items) for name in ("side", "type"))
    page = Page(
        title=f"{told.case} beside {told.file}",
        lead=_lead(told, len(items)),
        facets=(
            Facet("side", "Found", [(side, sides[side]) for side in COLOURS if sides[side]]),
            Facet("type", "Type", types.most_common()),
        ),
        by="side",
        colours=COLOURS,
        first=(MATCHED, HERE),
        what=WHAT,
        sheets=("compare.css",),
        foot=f"<p>Made by Stemmata {__version__}. Pairs were found by a program and may be wrong; each tells what"
        f" speaks for it. The rows belong to those who published the file. {map_credit()}</p>",
        before=_counts(told),
        nothing="Neither side has anything.",
    )
    return listed(page, items)


def _lead(told: Comparison, shown: int) -> str:
    """How much was found, and what was not compared."""
    lines = [
        f"<b>{len(told.pairs):,}</b> events of the case are matched one to one with rows of {text(told.file)}"
        f" ({text(told.table)}); <b>{len(told.only_here):,}</b> are only here, <b>{len(told.only_there):,}</b> rows"
        " only there."
    ]
    total = len(told.pairs) + len(told.only_here) + len(told.only_there)
    if total > shown:
        lines.append(
            f"The page shows {shown:,} of {total:,}; compare fewer days or a box (<code>--since</code>,"
            " <code>--until</code>, <code>--box</code>) to see all."
        )
    return "".join(f'<p class="what">{line}</p>' for line in lines) + _not_counted(told)


def _not_counted(told: Comparison) -> str:
    """What is on no side: without a match, and where the other could have none."""
    left = [f"<li>{number:,} of the case: {text(why)}</li>" for why, number in told.not_compared.most_common()]
    left += [f"<li>{number:,} of the file: {text(why)}</li>" for why, number in told.beyond.most_common()]
    left += [f"<li>not read: {text(why)}</li>" for why in told.broken.told[:MOST_ROWS]]
    if not left:
        return ""
    total = told.not_compared.total() + told.beyond.total() + told.broken.count
    return f'<details class="what"><summary>{total:,} are not counted: why</summary><ul>{"".join(left)}</ul></details>'


# ---------------------------------------------------------------------------------------------------- counts


def _counts(told: Comparison) -> str:
    agreed = "".join(
        f"<tr><th>{name}</th><td>{_how(counts)}</td></tr>" for name, counts in told.agreement().items() if counts
    )
    parts = (
        [f'<section class="counts"><h2>How the pairs agree</h2><table>{agreed}</table>'] if agreed else ["<section>"]
    )
    for title, tallies in (("Type", told.types()), ("Place", told.places()), ("Month", told.months())):
        parts.append(f"<details><summary>By {title.casefold()}</summary>{_table(title, tallies)}</details>")
    return "".join(parts) + "</section>"


def _how(counts: Counter[str]) -> str:
    return "; ".join(f"<b>{number:,}</b> {how}" for how, number in counts.most_common())


def _table(title: str, told: Mapping[str, Tally]) -> str:
    rows = "".join(
        f"<tr><th>{text(name)}</th><td>{one.matched:,}</td><td>{one.only_here:,}</td><td>{one.only_there:,}</td></tr>"
        for name, one in islice(told.items(), MOST_ROWS)
    )
    more = f"<p>and {len(told) - MOST_ROWS:,} more</p>" if len(told) > MOST_ROWS else ""
    head = f"<tr><th>{title}</th><th>matched</th><th>only here</th><th>only there</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{more}"


# ---------------------------------------------------------------------------------------------------- items


def _pair(pair: Pair) -> Item:
    ours, theirs = pair.ours, pair.theirs
    agreed = "".join(f"<li><b>{name}</b> {how}</li>" for name, how in pair.agreement.items())
    why = "".join(f"<li>{text(one)}</li>" for one in pair.reasons)
    inner = (
        f'<div class="both">{_card("here", ours)}{_card("there", theirs)}</div><ul class="agreed">{agreed}</ul>'
        f"<details><summary>Why: {pair.points:.1f} points</summary><ul>{why}</ul></details>"
    )
    return _item(ours, MATCHED, f"{ours.id} = {theirs.id}", inner)


def _single(one: Happening, side: str) -> Item:
    where = "here" if side == HERE else "there"
    return _item(one, side, one.id, f'<div class="both">{_card(where, one)}</div>')


def _item(one: Happening, side: str, name: str, inner: str) -> Item:
    anchor = f"{'there' if side == THERE else 'here'}-{''.join(c if c.isalnum() else '-' for c in one.id)}"
    facets = {"side": side, "type": one.kind}
    point = (one.lat, one.lon, round(one.radius_km * 1000)) if one.lat is not None and one.lon is not None else None
    heading = ", ".join(filter(None, (one.kind, one.place, wording.window(one.when.start, one.when.end))))
    where = ", ".join(filter(None, (one.place, country_names().get(one.country or ""))))
    html = (
        f'<article class="item" id="{text(anchor)}"{data_of(facets, one.when, where, point)}><h3>'
        f'<span class="chip">{side}</span> <a class="number" href="#{text(anchor)}">{text(name)}</a></h3>{inner}'
        "</article>\n"
    )
    return Item(html, anchor, heading, facets, one.when, one.place, point)


def _card(side: str, one: Happening) -> str:
    line = f", line {one.line:,}" if one.line else ""
    facts = (
        ("type", one.kind),
        ("day", wording.window(one.when.start, one.when.end)),
        ("place", _place(one)),
        ("actors", _names(sorted(one.parties))),
        ("deaths", _deaths(one)),
    )
    told = "".join(f"<dt>{name}</dt><dd>{text(words)}</dd>" for name, words in facts)
    return (
        f'<section class="{side}"><h4>{side} <small>{text(one.id)}{line}</small></h4><dl>{told}</dl>'
        f'<blockquote dir="auto">{text(one.text)}</blockquote></section>'
    )


def _place(one: Happening) -> str:
    if one.place is None:
        return "not told"
    if one.lat is None:
        return f"{one.place}, no point known"
    return f"{one.place}, within {wording.distance(round(one.radius_km * 1000))}"


def _names(ids: Sequence[str]) -> str:
    actors = load_registry().actors
    return ", ".join(actors[one].name if one in actors else one for one in ids) or "none that the registry knows"


def _deaths(one: Happening) -> str:
    if one.low is None and one.high is None:
        return "not told"
    told = count("killed", Count(one.low, one.high))
    return told if one.low == one.high or one.best is None else f"{told}, best {one.best:,}"
