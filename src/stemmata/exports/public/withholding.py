"""An event as the public may read it: built anew of what is known to be harmless, so that nothing new slips through."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from stemmata.case.entries import NOT_COUNTED, PARTIES, Cited, Entry, Source, Told
from stemmata.coding.codebook import load_codebook
from stemmata.exports.public.addresses import NO_ADDRESS, is_run_together, public_address
from stemmata.exports.public.confidential import without
from stemmata.exports.public.explaining import Known
from stemmata.exports.public.introduced import is_located
from stemmata.exports.public.judging import judged, names_in
from stemmata.exports.public.places import as_json, coarse, divisions_of, is_known, names_of, without_house
from stemmata.exports.public.quoting import Passage, day_of, passage
from stemmata.exports.public.retelling import (
    is_of_a_name,
    is_registered,
    registered,
    registered_name,
    retold,
    site,
    site_of,
)
from stemmata.exports.public.rules import Rules
from stemmata.exports.public.texts import texts_of
from stemmata.records import WITHHELD, Site

_GRADED: Final = re.compile(r"graded \w+ by ")
_IDS: Final = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)+)")


@dataclass(frozen=True, slots=True)
class Public:
    """An event as the public may read it."""

    entry: Entry
    withheld: Counter[str]
    """What was withheld of it, in words → how often."""


def public_entry(entry: Entry, rules: Rules) -> Public | str:
    """The event as the public may read it; or why it may not read it at all."""
    kept = without(entry, rules.confidential, rules.aggregation)
    if kept is None:
        return "only confidential sources tell it"
    day = max(filter(None, (kept.when.start, kept.when.end, kept.known_by)), default=None)
    if rules.newest and (day is None or day > rules.newest):
        return f"younger at the last run than delay_days = {rules.delay_days}, or its day is not known"
    shown = _Maker(kept, rules).made()
    return Public(shown, _counted(entry, shown))


def _counted(entry: Entry, shown: Entry) -> Counter[str]:
    """What was withheld between an event and what may be read of it."""
    told = {one.id: one for one in entry.reports}
    pairs = [(told[one.id], one) for one in shown.reports]
    counts = {
        "names, and words that nothing explains": sum(text.count(WITHHELD) for text in texts_of(shown)),
        "reports of confidential sources": len(entry.reports) - len(shown.reports),
        "passages, shortened to the words of their values": sum(
            one.told["evidence"]["quote"] != other.told["evidence"]["quote"] for one, other in pairs
        ),
        "other passages of a document": sum(len(one.told["also"]) for one, _ in pairs),
        "titles of documents": sum(one.source.title is not None for one, _ in pairs),
        "authors of documents": sum(one.source.author is not None for one, _ in pairs),
        "addresses and files, in whole or in part": sum(one.source.page != other.source.page for one, other in pairs),
        "places, told less exactly or without a point": sum(
            site_of(place) != site_of(new)
            for one, other in pairs
            for place, new in zip(one.told["places"], other.told["places"], strict=True)
        ),
        "what else a place might be": sum(len(place["candidates"]) for one, _ in pairs for place in one.told["places"]),
        "persons' decisions, with authors, reasons and notes": len(entry.decisions),
        "copies of passages": len(entry.copies),
    }
    return +Counter(counts)


class _Maker:
    """Makes one event anew."""

    def __init__(self, entry: Entry, rules: Rules) -> None:
        self._entry = entry
        self._rules = rules
        self._located = {
            (one.id, place["span"]["quote"]): is_located(place, one.told) for one, place in self._told_places()
        }
        countries = {place["country"] for _, place in self._told_places()} - {None}
        self._places = names_of(self._sites_to_name()).union(*map(divisions_of, countries))
        self._passages, self._hidden = self._judge(frozenset())
        if self._hidden:  # what is withheld in one text is withheld in all
            self._passages, self._hidden = self._judge(self._hidden)
        self._known = Known(self._places, self._hidden)
        self._origins = {
            one["id"]: one["id"] if is_registered(one["id"]) else f"origin-{nth}"
            for nth, one in enumerate(entry.event["origins"], 1)
        }

    def _told_places(self) -> Iterator[tuple[Cited, Told]]:
        return ((report, place) for report in self._entry.reports for place in report.told["places"])

    # ----------------------------------------------------------------------------------------------- judging

    def _sites_to_name(self) -> Iterator[Site]:
        """The places of the event whose names may be told, as they are to be told."""
        for report, place in self._told_places():
            if self._located[report.id, place["span"]["quote"]]:
                told = self._coarse(site_of(place))
                yield told
                if told == site_of(place):
                    yield replace(told, name=place["span"]["quote"])

    def _judge(self, hidden: frozenset[str]) -> tuple[dict[str, Passage], frozenset[str]]:
        """The passages of all reports, and the words of names that are withheld in them or were before."""
        passages = {}
        for report in self._entry.reports:
            named = {
                place["span"]["quote"]: self._located[report.id, place["span"]["quote"]]
                and self._coarse(site_of(place)) == site_of(place)
                for place in report.told["places"]
            }
            known = Known(self._places, hidden, day_of(report.told))
            passages[report.id] = passage(report.told, known, named)
        texts = [text for each in passages.values() for text in each.texts()]
        texts += [judged(one["name"], Known(self._places, hidden)) for one in self._entry.event["origins"]]
        own = frozenset(word for name in self._places for word in name.split())  # its town stays, whoever is called so
        return passages, hidden | (names_in(texts) - own)

    def _text(self, text: str) -> str:
        """A text that stands by itself, as the public may read it."""
        return judged(text, self._known).shown()

    # -------------------------------------------------------------------------------------------- the event

    def made(self) -> Entry:
        """The event, made of what may be told."""
        entry = self._entry
        accepted = ("accept",) if entry.reviewed else ()
        kept = [one for one in entry.decisions if one["kind"] in ("edit", *accepted)]
        nobody = {"number": 0, "author": "", "time": "", "reason": "", "value": None}
        return Entry(
            number=entry.number,
            event=self._event(entry.event),
            held={name: self._value(name, value) for name, value in entry.held.items() if _is_field(name)},
            grade=entry.grade,
            reports=tuple(self._cited(one) for one in entry.reports),
            decisions=tuple({**nobody, "kind": one["kind"], "field": one["field"]} for one in kept),
            changed=entry.changed,
            has_parts=entry.has_parts,
        )

    def _event(self, told: Told) -> dict[str, Any]:
        return {
            "id": self._entry.id,
            "type": told["type"],
            "reports": [
                {
                    "key": one.id,
                    "document": _document(one.source.name),
                    "origin": self._origins.get(one.origin, ""),
                    "published": one.source.published.isoformat() if one.source.published else None,
                    "copied_from": None,
                    "joined": [],
                    "words": "",
                }
                for one in self._entry.reports
            ],
            "fields": [self._field(one) for one in told["fields"] if _is_field(one["name"])],
            "origins": [self._origin(one) for one in told["origins"]],
            "sides": [one for one in told["sides"] if is_registered(one)],
            "grade": told["grade"],
            "reasons": [self._reason(one) for one in told["reasons"] if not _GRADED.match(one)],
            "part_of": [one for one in told["part_of"] if re.fullmatch(r"E\d+", one)],
            "decisions": [],
        }

    def _field(self, told: Told) -> dict[str, Any]:
        name, keys = told["name"], {one.id for one in self._entry.reports}
        versions = [
            {
                "value": self._value(name, one["value"]),
                "reports": [key for key in one["reports"] if key in keys],
                "origins": [self._origins.get(origin, "") for origin in one["origins"]],
                "replaced": one["replaced"],
            }
            for one in told["versions"]
        ]
        return {"name": name, "chosen": self._value(name, told["chosen"]), "versions": versions, "span": told["span"]}

    def _value(self, field: str, value: Any) -> Any:
        if field == "place" and value:
            return as_json(self._site_value(site(value)))
        if field in PARTIES and isinstance(value, str):
            return self._party(value)
        if isinstance(value, str):
            return value if value in load_codebook().types else WITHHELD
        return value

    def _party(self, words: str) -> str:
        """A party by its id or words; the most careful of what the reports that tell it may show."""
        told = [
            (one, self._passages[report.id].shown(one["span"]))
            for report in self._entry.reports
            for role in PARTIES
            for one in report.told[role]
            if words in (one["id"], one["span"]["quote"])
        ]
        if is_registered(words):
            return WITHHELD if told and all(is_of_a_name(one, shown) for one, shown in told) else words
        shown = [shown for _, shown in told] or [self._text(words)]
        return next((one for one in shown if WITHHELD in one), shown[0])

    def _origin(self, told: Told) -> dict[str, Any]:
        return {
            "id": self._origins[told["id"]],
            "name": told["name"] if registered_name(told["id"]) == told["name"] else self._text(told["name"]),
            "kind": told["kind"],
            "side": registered(told["side"]),
            "embedded_with": registered(told["embedded_with"]),
        }

    def _reason(self, reason: str) -> str:
        """A reason for the grade: the program's own words, with the origins as they may be named."""
        names = {one["name"]: self._origin(one)["name"] for one in self._entry.event["origins"]}
        pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        parts = re.split(f"({pattern})", reason) if pattern else [reason]
        return "".join(names[part] if part in names else self._own_words(part) for part in parts)

    def _own_words(self, part: str) -> str:
        words = _IDS.split(part)
        return "".join(one if is_registered(one) or not re.search(r"\w", one) else self._spaced(one) for one in words)

    def _spaced(self, words: str) -> str:
        lead, rest = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        return f"{lead}{self._text(words)}{rest}"

    # ------------------------------------------------------------------------------------------- the reports

    def _cited(self, report: Cited) -> Cited:
        source = self._source(report.source)
        places = report.told["places"]
        sites = {place["span"]["quote"]: self._site(report, place, site_of(place)) for place in places}
        told = retold(report.told, self._passages[report.id], source.name, self._known, sites)
        return Cited(report.id, self._origins.get(report.origin, ""), source, None, told)

    def _source(self, source: Source) -> Source:
        publisher = source.publisher
        if publisher and not is_run_together(publisher):
            publisher = self._text(publisher)
        page = public_address(source.page, self._hidden, self._places)
        return Source(
            name=_document(source.name),
            page=page,
            sha256=source.sha256 if page != NO_ADDRESS else "",
            title=None,
            publisher=WITHHELD if publisher and WITHHELD in publisher else publisher,
            published=source.published,
            language=source.language if re.fullmatch("[a-z]{2,3}", source.language or "") else None,
        )

    # --------------------------------------------------------------------------------------------- its places

    def _site_value(self, value: Site) -> Site:
        """A place that the event takes: as its report may tell it; one that a person set, if a gazetteer knows it."""
        for report, place in self._told_places():
            if value.name in (place["name"], place["span"]["quote"]):
                return self._site(report, place, value)
        known = is_known(value.name, value.country)
        return self._coarse(value if known else without_house(value))

    def _site(self, report: Cited, place: Told, site: Site) -> Site:
        """A place as it may be told, by what the passage may show of its name."""
        located = self._located[report.id, place["span"]["quote"]]
        told = self._coarse(site)
        if located and told != site:
            return told
        shown = self._passages[report.id].shown(place["span"])
        return told if WITHHELD not in shown else self._coarse(without_house(site))

    def _coarse(self, site: Site) -> Site:
        return coarse(site, self._rules.coarsen, self._rules.coarsen_m)


def _is_field(name: str) -> bool:
    return name in NOT_COUNTED or name in load_codebook().measures


def _document(name: str) -> str:
    """What the public calls a document: a name that was given by its file might name somebody."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
