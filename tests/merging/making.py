"""Small documents and reports, made by hand, so that merging is tested apart from coding."""

from datetime import date, timedelta

from stemmata.records import (
    Claimant,
    Coding,
    DatedMark,
    Document,
    Figure,
    MadeWith,
    Party,
    Report,
    Status,
    Trigger,
    When,
    Where,
    Why,
)

WHY = Why("test")
DAY = date(2023, 5, 10)
PLACES = {
    "Tarin": ("XA", 10.0, 20.0, "populated_place", 5000),
    "Marun": ("XA", 10.1, 20.1, "populated_place", 3000),
    "Osk": ("XA", 14.0, 24.0, "populated_place", 5000),
    "Velia": ("XB", 40.0, 20.0, "populated_place", 5000),
    "Belka": ("XA", 10.4, 20.4, "unknown", 40000),
    "Belka checkpoint": ("XA", 10.9, 20.8, "unknown", 40000),
    "Dorun": ("XA", 10.4, 20.4, "unknown", 40000),
    "Northern Region": ("XA", None, None, "region", None),
    "Long Sea": (None, 12.0, 22.0, "sea", 90000),
}


def document(name, text, publisher=None, published=DAY, at="12:00"):
    """A document with its day and hour of publication."""
    mark = DatedMark("published", published, "test", f"{published}T{at}:00+00:00")
    return Document(name, text, "0" * 64, name, publisher=publisher, dates=(mark,))


def coding(doc, *reports):
    return Coding(doc, reports, MadeWith("0", "0", "0"))


def report(
    doc,
    type,
    *,
    trigger=None,
    evidence=None,
    place=None,
    day=None,
    last=None,
    killed=None,
    by=None,
    on=None,
    says=None,
    says_id=None,
    status="happened",
):
    """A report on words of the document: `trigger` and `evidence` are found in its text, the rest stands there."""
    passage = _span(doc, evidence or doc.text)
    word = _span(doc, trigger) if trigger else doc.span(passage.start, passage.start + 1)
    return Report(
        type=type,
        status=Status(status, word, WHY),
        trigger=Trigger(word, WHY),
        evidence=passage,
        initiator=_parties(doc, by),
        target=_parties(doc, on),
        places=tuple(_where(word, name) for name in ([place] if place else [])),
        when=When(word, day, last or day, None, WHY) if day else None,
        figures=(_killed(word, killed),) if killed is not None else (),
        claimant=(Claimant(_span(doc, says) if says in doc.text else _fake(doc, says), says_id, WHY),) if says else (),
        known_by=doc.published,
    )


def days(number):
    """The day of publication and so many days after it."""
    return DAY + timedelta(days=number)


def _span(doc, words):
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def _fake(doc, words):
    from stemmata.records import Span

    return Span(doc.id, 0, len(words), words)


def _where(span, name):
    country, lat, lon, level, radius = PLACES.get(name, (None, None, None, "unknown", None))
    return Where(span, "at", name, country, lat, lon, level, radius, WHY)


def _parties(doc, ids):
    return tuple(Party(doc.span(0, 1), identity, WHY) for identity in ([ids] if ids else []))


def _killed(span, killed):
    low, high = killed if isinstance(killed, tuple) else (killed, killed)
    hedge = "exact" if low == high else "range"
    return Figure(span, "killed", "people", low, high, hedge, "people", None, WHY)
