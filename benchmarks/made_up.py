"""Made-up reports of known events, and made-up pages with known copies, at sizes that nobody codes by hand.

Density is that of a busy year at every size: a country has 150 places and some 17 events a day, half of them in a tenth
of the places; four reports to an event on average, some without a day or a place, with tolls that differ. A million
reports are a year of forty countries, fewer are a year of fewer countries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from stemmata.records import DatedMark, Document, Figure, Report, Span, Status, Trigger, When, Where, Why

WHY = Why("made-up")
FIRST_DAY = date(2022, 1, 1)
PLACES, WORDS = 150, 4000
EVENTS_A_DAY = 17.5
"""Of one country."""
REPORTS_A_COUNTRY = 25_000
"""Of a year, at so many events a day."""
PUBLISHERS = 300
TYPES = ("air_strike", "shelling", "clash", "bombing", "attack_on_civilians", "abduction", "arrest", "protest", "aid")
KIN = {"air_strike": "shelling", "shelling": "air_strike", "attack_on_civilians": "casualties", "bombing": "casualties"}


def reports(count: int, seed: int = 7) -> Iterator[tuple[str, Document, Report]]:
    """So many reports, each with the name of its event and a document of its own, in no order of events."""
    chance = Random(seed)
    countries = max(1, round(count / REPORTS_A_COUNTRY))
    waiting: list[tuple[int, str, Document, Report]] = []
    made = number = 0
    while made < count:
        number += 1
        day = FIRST_DAY + timedelta(days=int(number / (EVENTS_A_DAY * countries)))
        country = chance.randrange(countries)
        waiting += [(chance.randrange(1 << 30), *report) for report in _told(number, country, day, chance)]
        if len(waiting) >= min(20_000, count - made):
            waiting.sort(key=lambda each: each[0])
            for _, *each in waiting[: count - made]:
                yield each[0], each[1], each[2]  # type: ignore[misc]
            made += len(waiting)
            waiting = []


def _told(number: int, country: int, day: date, chance: Random) -> Iterator[tuple[str, Document, Report]]:
    """The reports of one event."""
    place = chance.randrange(PLACES // 10) if chance.random() < 0.5 else chance.randrange(PLACES)
    kind, toll = chance.choice(TYPES), int(chance.paretovariate(1.2))
    words = [f"{letters(chance.randrange(WORDS))}word" for _ in range(6)]
    for copy in range(min(40, int(chance.paretovariate(1.0)) + 1)):
        name = f"{number}-{copy}"
        told = [*chance.sample(words, 4), *(f"{letters(chance.randrange(WORDS))}word" for _ in range(3))]
        text = " ".join(told)
        published = day + timedelta(days=chance.choice((0, 1, 1, 2)))
        document = Document(name, text, "", name, dates=(DatedMark("published", published, "made", str(published)),))
        said = toll if chance.random() < 0.7 else max(1, toll + chance.choice((-2, -1, 1, 2, 5)))
        yield str(number), document, _report(document, chance, kind, country, place, day, said, published)


def _report(
    document: Document, chance: Random, kind: str, country: int, place: int, day: date, toll: int, published: date
) -> Report:
    span = Span(document.id, 0, 4, document.text[:4])
    evidence = Span(document.id, 0, len(document.text), document.text)
    spread = Random(country * 1000 + place)  # a place lies where it lies
    lat, lon = -50 + 2.5 * country + 2 * spread.random(), 4.0 * country - 80 + 4 * spread.random()
    name = f"Place{letters(country)}{letters(place)}"
    code = f"{chr(65 + country // 26)}{chr(65 + country % 26)}"
    where = Where(span, "at", name, code, lat, lon, "populated_place", 5000, WHY)
    vague = replace(where, level="country", lat=None, lon=None)
    untold = chance.random()
    return Report(
        type=KIN.get(kind, kind) if chance.random() < 0.15 else kind,
        status=Status("happened", span, WHY),
        trigger=Trigger(span, WHY),
        evidence=evidence,
        places=() if untold < 0.01 else (vague,) if untold < 0.08 else (where,),
        when=None if untold > 0.88 else When(span, day, day, None, WHY),
        figures=(Figure(span, "killed", "people", toll, toll, "exact", "people", None, WHY),) if toll > 1 else (),
        known_by=published,
    )


def letters(number: int) -> str:
    """A word for each number."""
    found = ""
    while True:
        found += "bcdfgklmnprstvz"[number % 15] + "aeiou"[number // 15 % 5]
        number //= 75
        if not number:
            return found


class Words:
    """Words by Zipf's law over a vocabulary of 30,000, so that runs of common words repeat as in a language."""

    def __init__(self) -> None:
        self.vocabulary = [letters(n + 40) for n in range(30_000)]
        self._weights = list(accumulate(1 / (n + 3) for n in range(30_000)))

    def some(self, chance: Random, count: int) -> list[str]:
        """So many words."""
        return chance.choices(self.vocabulary, cum_weights=self._weights, k=count)

    def sentences(self, chance: Random, count: int) -> list[str]:
        """So many words in sentences."""
        return in_sentences(self.some(chance, count))


def in_sentences(words: Sequence[str]) -> list[str]:
    """Sentences of 20 words."""
    return [" ".join(words[at : at + 20]) + "." for at in range(0, len(words), 20)]


def pages(count: int, seed: int = 11) -> Iterator[tuple[str, Document]]:
    """So many pages of 300 words, each with the name of the page that it was taken from, or its own.

    A third of the pages are copies: a third of these word for word, a third lightly and a third heavily edited.
    """
    chance, made = Random(seed), Words()
    originals: list[tuple[str, list[str]]] = []
    for number in range(count):
        name = f"p{number:06}"
        if originals and chance.random() < 1 / 3:
            source, words = chance.choice(originals[-2000:])
            words = _edited(words, chance, chance.choice((0.0, 0.08, 0.2)), made.vocabulary)
        else:
            source, words = name, made.some(chance, 300)
            originals.append((name, words))
        sentences = in_sentences(words)
        day = FIRST_DAY + timedelta(minutes=number)
        mark = DatedMark("published", day, "made", f"{day}")
        yield (
            source,
            Document(
                name,
                "\n".join(sentences),
                "",
                name,
                publisher=f"Paper {letters(number % PUBLISHERS).title()}",
                dates=(mark,),
            ),
        )


def _edited(words: list[str], chance: Random, share: float, vocabulary: list[str]) -> list[str]:
    """A page with a share of its words exchanged, and some of its sentences left out."""
    kept = [words[at : at + 20] for at in range(0, len(words), 20) if not share or chance.random() > share]
    return [chance.choice(vocabulary) if chance.random() < share else word for part in kept for word in part]
