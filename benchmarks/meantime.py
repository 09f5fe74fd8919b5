"""Times, and certainty and polarity of events, in Wikinews, against MEANTIME (2016): `make bench NAME=meantime`.

Its events are of business and stock markets, so few are triggers; the rules of status are asked about every event
that its readers marked. What is certain, positive and not of the future happened; what is of the future is planned;
what is negated is denied. Published models of this set predict a number made of these marks, on which no status can
be compared; so the share of events told right stands beside that of always saying "happened".

A time is right where its words overlap and its window is that of the value: `2009-06` is 1 to 30 June. "Since" and
"until" have one side of it, "between" those of both values, and a period still running ends with the day of the
article, as the codebook has it. What has no days in the gold ("two years", "currently") is left out on both sides, so
that the published figures, HeidelTime's on TempEval-3, measured by us on other news, are a bearing and no rival.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.public import Agreement, as_document, data_folder, with_progress
from benchmarks.results import Row
from benchmarks.statuses import statuses
from stemmata.language import load_parser
from stemmata.times import Anchor, Time, find_times

COMMAND = "make bench NAME=meantime"
FOLDER = "meantime_newsreader_english_oct15/intra-doc_annotation"
GLUED = frozenset(". , ; : ) ] ? ! % 's n't '' ’s".split())
"""Tokens that a text writes without a space before them."""
LAST_SENTENCE = 5
"""Readers marked the headline, the date and the first four sentences of each article."""
OPENING = ("(", "[", "$", "\n")
"""What a text writes no space behind."""
HEIDELTIME = "HeidelTime on TempEval-3"

Window = tuple[date, date]


@dataclass(frozen=True)
class Article:
    """An article of the set, one sentence a paragraph."""

    text: str
    written: date | None
    events: Mapping[int, str]
    """Status by the offset of the word."""
    times: Mapping[tuple[int, int], Window | None]
    """By start and end; None where the value has no days."""


def articles(folder: Path) -> Iterator[Article]:
    """The articles of the set."""
    for file in sorted(folder.glob("corpus_*/*.xml")):
        root = ElementTree.parse(file).getroot()
        text, words = _text(root)
        events = {
            words[at.get("t_id")][0]: status
            for event in root.iter("EVENT_MENTION")
            if (status := _status(event)) and (at := event.find("token_anchor")) is not None
        }
        written, times = None, {}
        for time in root.iter("TIMEX3"):
            window = days(time.get("value", ""))
            anchors = [words[at.get("t_id")] for at in time.iter("token_anchor")]
            if time.get("functionInDocument") == "CREATION_TIME":
                written = window[0] if window else None
            if anchors:
                times[anchors[0][0], anchors[-1][1]] = window
        yield Article(text, written, events, times)


def _text(root: ElementTree.Element) -> tuple[str, dict[str | None, tuple[int, int]]]:
    """The text, put together from its tokens, with start and end of each."""
    text, words, sentence = "", {}, "0"
    for token in root.iter("token"):
        if int(token.get("sentence", "0")) > LAST_SENTENCE:
            break
        if token.get("sentence") != sentence:
            text, sentence = f"{text}\n\n", token.get("sentence", "")
        elif text and token.text not in GLUED and not text.endswith(OPENING):
            text += " "
        start = len(text)
        text += token.text or ""
        words[token.get("t_id")] = start, len(text)
    return text, words


def _status(event: ElementTree.Element) -> str | None:
    """What the marks come to; None where they were left open."""
    certainty, polarity, time = (event.get(key, "") for key in ("certainty", "polarity", "time"))
    if event.get("special_cases", "NONE") != "NONE" or "UNDERSPECIFIED" in (certainty, polarity) or not certainty:
        return None
    if polarity == "NEG":
        return "denied"
    if time == "FUTURE":
        return "planned"
    return "happened" if certainty == "CERTAIN" else "hypothetical"


def days(value: str) -> Window | None:
    """The window of a TIMEX3 value: a year, quarter, month, week or day; None for what has no days."""
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        year, last = int(found[1]), 3 * int(found[2])
        return date(year, last - 2, 1), date(year, last, monthrange(year, last)[1])
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + timedelta(days=6)
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if month and day:
        return date(year, month, day), date(year, month, day)
    return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])


def measure(arguments: Sequence[str]) -> list[Row]:
    """Times with their days; share of statuses told right, and precision, recall and F1 of each status."""
    texts = list(articles(data_folder("meantime", arguments, __doc__) / FOLDER))
    by_status = {name: Agreement() for name in ("happened", "planned", "denied", "hypothetical")}
    words, windows = Agreement(), Agreement()
    for article in with_progress(texts, "articles"):
        document = as_document(article.text)
        events = article.events
        found = {o: "happened" if s == "ongoing" else s for o, s in statuses(document, events).items()}
        for name, agreement in by_status.items():
            agreement.add({o for o in found if events[o] == name}, {o for o in found if found[o] == name})
        _add_times(article, words, windows)
    asked = sum(agreement.gold for agreement in by_status.values())
    right = sum(agreement.right for agreement in by_status.values())
    return [
        *words.rows("times with days, by their words", COMMAND, {"f1": 0.907}, HEIDELTIME),
        *windows.rows("times with days, words and window", COMMAND, {"f1": 0.781}, HEIDELTIME),
        Row("status told right", right / asked, "share", COMMAND, source=f"{asked} events"),
        Row("status told right by always saying happened", by_status["happened"].gold / asked, "share", COMMAND),
        *(row for name, agreement in by_status.items() for row in agreement.rows(name, COMMAND)),
    ]


def _add_times(article: Article, words: Agreement, windows: Agreement) -> None:
    """Count the times of an article; one found that overlaps a time without days counts nowhere."""
    gold = {span: window for span, window in article.times.items() if window}
    blocks = [(block.start, block.end) for block in as_document(article.text).blocks]
    sentences = load_parser().parse(article.text, blocks)
    seen = set()
    for time in (t for s in sentences for t in find_times(s, article.text, Anchor(article.written))):
        own = time.start_char, time.end_char
        if not (time.start or time.end) or any(_overlap(own, span) for span in article.times if span not in gold):
            continue
        meant = {span for span in gold if _overlap(own, span)} - seen
        seen |= meant
        for agreement, right in ((words, True), (windows, _same(time, [gold[span] for span in meant], article))):
            agreement.found += max(1, len(meant))
            agreement.right += len(meant) * right
    words.gold += len(gold)
    windows.gold += len(gold)


def _same(time: Time, windows: Sequence[Window], article: Article) -> bool:
    """Tell whether a time has the window from the first of the values to the last."""
    if not windows:
        return False
    start, end = min(start for start, _ in windows), max(end for _, end in windows)
    running = article.written is not None and start <= article.written < end and time.end == article.written
    return time.start in (start, None) and (time.end in (end, None) or running)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
