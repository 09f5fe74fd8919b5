"""Any coding that keeps the laws, for property tests."""

from hypothesis import strategies as st

from stemmata.records import (
    Block,
    Claimant,
    Coding,
    DatedMark,
    Document,
    Figure,
    MadeWith,
    Party,
    Problem,
    Report,
    Span,
    Status,
    Trigger,
    When,
    Where,
    Why,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
DAYS = st.none() | st.dates()
WHYS = st.builds(Why, TEXTS, st.none() | TEXTS)


@st.composite
def spans(draw: st.DrawFn, of: Document) -> Span:
    start = draw(st.integers(0, len(of.text) - 1))
    return of.span(start, draw(st.integers(start + 1, len(of.text))))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXTS)
    cut = draw(st.integers(0, len(text)))
    kinds = st.sampled_from(["headline", "paragraph", "quote", "list_item", "caption", "embedded_post", "byline"])
    blocks = tuple(Block(draw(kinds), a, b) for a, b in ((0, cut), (cut, len(text))) if a < b)
    marks = st.builds(DatedMark, st.sampled_from(["published", "updated", "dateline"]), st.dates(), TEXTS, TEXTS)
    named = draw(st.lists(st.none() | TEXTS, min_size=5, max_size=5))
    return Document(
        draw(TEXTS), text, draw(TEXTS), draw(TEXTS), None, *named, tuple(draw(st.lists(marks, max_size=2))), blocks
    )


def times(of: Document) -> st.SearchStrategy[When]:
    def ordered(span: Span, days: tuple, why: Why) -> When:
        first, second, anchor = days
        swap = first and second and first > second
        return When(span, second if swap else first, first if swap else second, anchor, why)

    return st.builds(ordered, spans(of), st.tuples(DAYS, DAYS, DAYS), WHYS)


@st.composite
def figures(draw: st.DrawFn, of: Document) -> Figure:
    low = draw(st.none() | st.integers(0, 10**7))
    high = draw(st.none() | st.integers(low or 0, 10**8))
    hedge = draw(st.sampled_from(["exact", "about", "at_least", "at_most", "range", "vague"]))
    unit = draw(st.sampled_from(["people", "families", "things"]))
    part = draw(st.none() | spans(of))
    return Figure(draw(spans(of)), draw(TEXTS), draw(st.text(max_size=9)), low, high, hedge, unit, part, draw(WHYS))


def places(of: Document) -> st.SearchStrategy[Where]:
    degrees = st.none() | st.floats(-90, 90)
    return st.builds(
        Where,
        spans(of),
        st.sampled_from(["at", "near", "toward", "from", "in_area"]),
        st.none() | TEXTS,
        st.none() | st.just("SY"),
        degrees,
        degrees,
        st.sampled_from(["facility", "populated_place", "district", "region", "country", "area", "unknown"]),
        st.none() | st.integers(0, 10**6),
        WHYS,
    )


@st.composite
def reports(draw: st.DrawFn, of: Document) -> Report:
    some = {"max_size": 2}
    statuses = st.sampled_from(["happened", "ongoing", "planned", "denied", "hypothetical"])
    parties = st.lists(st.builds(Party, spans(of), st.none() | TEXTS, WHYS), **some).map(tuple)
    return Report(
        type=draw(st.sampled_from(["air_strike", "clash", "aid"])),
        status=Status(draw(statuses), draw(spans(of)), draw(WHYS)),
        trigger=Trigger(draw(spans(of)), draw(WHYS)),
        evidence=draw(spans(of)),
        initiator=draw(parties),
        target=draw(parties),
        places=tuple(draw(st.lists(places(of), **some))),
        when=draw(st.none() | times(of)),
        figures=tuple(draw(st.lists(figures(of), **some))),
        claimant=tuple(
            draw(st.lists(st.builds(Claimant, spans(of), st.none() | TEXTS, WHYS, st.none() | spans(of)), **some))
        ),
        also=tuple(draw(st.lists(spans(of), **some))),
    )


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    of = draw(documents())
    problems = st.builds(Problem, TEXTS, st.sampled_from(["capture", "read", "code"]), TEXTS, TEXTS)
    return Coding(
        of,
        tuple(draw(st.lists(reports(of), max_size=3))),
        MadeWith(draw(TEXTS), draw(TEXTS), draw(TEXTS)),
        tuple(draw(st.lists(problems, max_size=1))),
    )
