"""Joins the reports by which one document tells the same twice: headline, lead and body."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.amending import amend
from stemmata.coding.retelling.one_voice import named_first, two_voices, unnamed
from stemmata.records import Document, Figure, Party, Report, Span, Trigger, When, Where, Why

# Types that a later passage may replace: "an attack" in the headline is "a rocket attack" in the lead.
LESS_SPECIFIC: Final = frozenset({"casualties", "clash", "attack_on_civilians", "property_destruction"})
# Rules that settle a type by what stands near: a passage that names its means may replace it.
INFERRED: Final = frozenset(
    {
        "type-told-near",
        "type-of-antecedent",
        "strike-from-abroad",
        "strike-at-home",
        "strike-by-nobody-named",
        "bombs-of-a-state",
    }
)
# Types that last once they have begun.
LASTING: Final = frozenset({"siege", "agreement"})
VIOLENT: Final = frozenset({"fighting", "strikes", "bombs", "civilians", "property"})
# A count of people from which on two passages hardly share it by chance: a city and its quarter are then one place.
# Set by judgement.
TELLING_COUNT: Final = 10
# Types of what is done to somebody or something: passages that name other targets, and no count in common, tell of two.
OF_ONE_TARGET: Final = frozenset(
    "property_destruction weapons_found arrest abduction release shelling air_strike attack_on_civilians bombing aid"
    " siege".split()
)
# Types of which each place is a report of its own.
OF_ONE_PLACE: Final = frozenset({"territory_gain", "withdrawal"})
# Days that a day and the night before it span, and those of a week.
A_DAY, A_WEEK = 1, 7
PRONOUNS: Final = frozenset({"him", "her", "it", "them", "he", "she", "they"})
# How many characters behind a passage the next sentence begins.
AT_ONCE: Final = 3
# Characters of some four sentences: the longest passage that evidence may grow to. Set by judgement.
LONGEST: Final = 900
BEFALLEN: Final = frozenset({"killed", "wounded", "casualties", "abducted", "captured", "freed"})


def join_retold(reports: Sequence[Report], families: dict[str, str], document: Document) -> list[Report]:
    """Reports of one document with those that tell the same made one, in text order.

    Two reports may be seen to be one only after each has been joined with a third, so it goes on until none are.
    """
    kept = _joined_once(reports, families)
    while len(again := _joined_once(kept, families)) < len(kept):
        kept = again
    whole = (_run_together(_without_repeats(report), document) for report in kept)
    return sorted(whole, key=lambda report: report.evidence.start)


def _joined_once(reports: Sequence[Report], families: dict[str, str]) -> list[Report]:
    kept: list[Report] = []
    alike: dict[Trait, set[int]] = defaultdict(set)
    for report in reports:
        near = sorted({n for trait in _traits(report) for n in alike[trait]})
        at = next((n for n in near if same(kept[n], report, families)), None)
        if at is None:
            at = len(kept)
            kept.append(report)
        else:
            kept[at] = join(kept[at], report)
        for trait in _traits(kept[at]):
            alike[trait].add(at)
    return kept


Trait = str | tuple[str, int | None]


def _traits(report: Report) -> set[Trait]:
    """What two reports share at least one of, where they are the same: a type, or a count of something."""
    kind = "bombing" if report.type == "suicide_bombing" else report.type
    return {kind, *_numbers(report.figures)}


def _run_together(report: Report, document: Document) -> Report:
    """A report told in passages that follow on one another has them as one, as long as it can be read at once."""
    whole = report.evidence
    for span in sorted(report.also, key=lambda span: abs(span.start - whole.start)):
        start, end = min(whole.start, span.start), max(whole.end, span.end)
        between = document.text[min(whole.end, span.end) : max(whole.start, span.start)]
        if len(between) < AT_ONCE and not between.strip(" ") and end - start <= LONGEST:
            whole = document.span(start, end)
    apart = tuple(span for span in report.also if not whole.start <= span.start < whole.end)
    return amend(report, evidence=whole, also=apart)


def _without_repeats(report: Report) -> Report:
    """What a passage says twice in the same words is said once: a target, a count, also one that tells not of what."""
    targets = {party.span.quote.casefold(): party for party in reversed(report.target)}
    told = {_key(figure) for figure in report.figures if figure.of}
    own = (figure for figure in reversed(report.figures) if figure.of or _key(figure) not in told)
    figures = {(*_key(figure), figure.of.casefold()): figure for figure in own}
    return amend(report, target=tuple(reversed(targets.values())), figures=tuple(reversed(figures.values())))


def same(a: Report, b: Report, families: dict[str, str]) -> bool:
    """Tell whether two reports of one document tell of the same happening in the same voice."""
    if not _same_status(a, b) or not _same_type(a, b, families):
        return False
    if apart_in_time(a.when, b.when) or other_sides(doers(a), doers(b)):
        return False
    if one_place.apart(a, b) and not shares_toll(a, b):
        return False
    if _word_for_word(a, b):
        return True
    shared = _shared_figures(a.figures, b.figures)
    described = unnamed(a.claimant) or unnamed(b.claimant)  # "a monitor" of the lead is named in the next sentence
    goes_on = _at_once(a, b) and not b.figures and a.status.value == b.status.value == "happened"
    if two_voices(a.claimant, b.claimant) and not (described and (shared or goes_on)):
        return False
    if shared and not (_only_few(a.figures, b.figures) and _clashing_figures(a.figures, b.figures)):
        return a.type == b.type or not _of_two_people(a, b)
    if a.type == b.type and a.type in OF_ONE_TARGET and not shared and _no_party_shared(a.target, b.target):
        return False
    if _in_one_sentence(a, b):
        return False
    if _is_one_more(b) and not _is_one_more(a):
        return False
    if a.type != b.type or _clashing_figures(a.figures, b.figures):
        return False
    violent = families[a.type] in VIOLENT  # of two strikes in a country nothing tells that they are one
    account = families[a.type] == "civilians" and _is_an_account(b, a)
    there = _places_of_its_own(b) if account else b.places
    if one_place.shared(a.places, there, country=not violent) or _adds_nothing(a, b) or _adds_nothing(b, a):
        return True
    wide = [place for place in a.places if place.level != "country"]
    return _is_definite(b) and one_place.narrower(b.places, wide)


def _places_of_its_own(report: Report) -> list[Where]:
    """The places of a report but those of the scene told before, in which more than one such thing may be done."""
    return [place for place in report.places if place.why.rule != "place-told-before"]


def _is_an_account(report: Report, before: Report) -> bool:
    """ "The Commission counted 40 dead. ... A woman said that they slit his throat.": what one witness tells is no toll
    of the document's."""
    return bool(report.claimant) and unnamed(report.claimant) and not before.claimant


# "The strikes on the town of X", "this attack": what was told before.
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those)(?:\s+[\w-]+){0,2}\s*$", re.IGNORECASE)


def _word_for_word(a: Report, b: Report) -> bool:
    """Whether a lead repeats what the title has just told, in the same words around the trigger."""
    if a.trigger.span.start == b.trigger.span.start or _quotes(a) != _quotes(b):
        return False
    one, other = (_around_trigger(report) for report in (a, b))
    return one == other and len(one) >= 2 * REPEATED


def _quotes(report: Report) -> set[str]:
    """The places of a report in the text's words."""
    return {place.span.quote.casefold() for place in report.places}


def _around_trigger(report: Report) -> str:
    start = report.trigger.span.start - report.evidence.start
    end = report.trigger.span.end - report.evidence.start
    return report.evidence.quote[max(0, start - REPEATED) : end + REPEATED].casefold()


def _is_definite(report: Report) -> bool:
    """Tell whether a report takes up what was told: "the strikes on the town of X hit ..."."""
    before = report.evidence.quote[: max(0, report.trigger.span.start - report.evidence.start)]
    return _DEFINITE.search(before) is not None


def _in_one_sentence(a: Report, b: Report) -> bool:
    """What one sentence tells as done to two, or a town taken by two, is two: "burned down two clinics and looted a
    compound", "the army retook it a day after rebels had seized it"."""
    if a.type in ("riot", "protest") or a.evidence.start != b.evidence.start:
        return False
    taken = a.type == b.type == "territory_gain"
    return _no_party_shared(a.target, b.target) or (taken and _no_party_shared(a.initiator, b.initiator))


def _no_party_shared(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether two passages tell of parties, and of none in common."""
    told_a, told_b = ({q for p in side if (q := p.span.quote.casefold()) not in PRONOUNS} for side in (a, b))
    return bool(told_a and told_b) and not told_a & told_b


# Characters on both sides of a trigger that two passages must share to be one sentence told twice. Set by judgement.
REPEATED: Final = 30


# "A second car bomb exploded", "another strike hit": not the one told before.
_ONE_MORE: Final = re.compile(
    r"\b(?:another|a (?:second|third|fourth|separate|further))(?:\s+[\w-]+){0,3}\s*$", re.IGNORECASE
)


def _is_one_more(report: Report) -> bool:
    """Tell whether a report tells of one more happening of its kind."""
    before = report.evidence.quote[: max(0, report.trigger.span.start - report.evidence.start)]
    return _ONE_MORE.search(before) is not None


def _same_status(a: Report, b: Report) -> bool:
    """A state is told once as begun and once as going on: "laid siege to X, turning back lorries of grain"."""
    values = {a.status.value, b.status.value}
    return len(values) == 1 or (a.type == b.type in LASTING and values == {"happened", "ongoing"})


def joined_by_figure(a: Report, b: Report) -> bool:
    """Tell whether two reports share a number of the same measure."""
    return _shared_figures(a.figures, b.figures) > 0


def _adds_nothing(thin: Report, full: Report) -> bool:
    """Tell whether a passage only mentions what another tells: no count, side, day or place of its own.

    The country of the other's places is none of its own, and neither is the same day again.
    """
    if thin.figures or not _within_time(thin.when, full.when):
        return False
    own = [p for p in thin.places if p.why.rule not in one_place.UNNAMED]
    at_once = _at_once(full, thin)
    if at_once and thin.type not in OF_ONE_PLACE and one_place.narrower(own, full.places):
        return True
    if thin.claimant and (not at_once or thin.type in OF_ONE_PLACE):
        return False
    countries = {p.country for p in full.places}
    named = {p.span.quote.casefold() for p in full.places}
    return all(
        p.span.quote.casefold() in named
        or (p.level == "country" and p.country in countries)
        or one_place.same_name([p], full.places)
        or one_place.told_within(p, full)
        for p in own
    )


def _at_once(a: Report, b: Report) -> bool:
    """Tell whether the passage of one report is the next sentence after that of another."""
    return 0 <= b.evidence.start - a.evidence.end <= AT_ONCE


def _within_time(thin: When | None, full: When | None) -> bool:
    if thin is None or thin.start is None:
        return True
    return full is not None and (thin.start, thin.end) == (full.start, full.end)


def join(a: Report, b: Report) -> Report:
    """One report of two: the fuller passage as evidence, the more specific value in each field, both figures kept."""
    best, other = (a, b) if _fullness(a) >= _fullness(b) else (b, a)
    return filled(best, other)


def filled(best: Report, other: Report) -> Report:
    """A passage's report with what it lacks and another passage tells."""
    kind = other if (is_vague(best) and not is_vague(other)) or other.type == "suicide_bombing" else best
    return replace(
        best,
        type=kind.type,
        trigger=best.trigger if kind is best else _of_the_type_told(best, kind),
        initiator=tuple(doers(best)) or other.initiator or best.initiator,
        target=best.target or other.target,
        places=one_place.closest(best.places, other.places),
        when=best.when if best.when and best.when.start else other.when or best.when,
        figures=_all_figures(best.figures, other.figures),
        claimant=named_first(best.claimant, other.claimant),
        also=_others(best, other),
    )


def _of_the_type_told(vague: Report, specific: Report) -> Trigger:
    """The trigger of the fuller passage, which stands for what the other one names."""
    return replace(vague.trigger, why=Why("type-told-near", specific.trigger.why.entry))


def _same_type(a: Report, b: Report, families: dict[str, str]) -> bool:
    """Tell whether two types may be one happening's: the same, or a vague and a specific one with the same count."""
    if a.type == b.type:
        return True
    shared = _shared_figures(a.figures, b.figures)
    if {a.type, b.type} == {"bombing", "suicide_bombing"}:
        return shared > 0 or one_place.shared(a.places, b.places)  # only some tell that the bomber died
    vague = is_vague(a) or is_vague(b)
    return {families[a.type], families[b.type]} <= VIOLENT and shared > (0 if vague else 1)


def is_vague(report: Report) -> bool:
    return report.type in LESS_SPECIFIC or report.trigger.why.rule in INFERRED


def apart_in_time(a: When | None, b: When | None) -> bool:
    if a is None or b is None:
        return False
    if over_before(a, b) or over_before(b, a):
        return True
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    lengths = [(end - start).days for start, end in ((a.start, a.end), (b.start, b.end))]
    return min(lengths) <= A_DAY and max(lengths) > A_WEEK  # the raids of months, and that of Monday


def over_before(a: When, b: When) -> bool:
    """Whether one was over before the other began, however long the one had gone on: "by 2 October", "on 3 May"."""
    return a.end is not None and b.start is not None and a.end < b.start


def doers(report: Report) -> list[Party]:
    """Those who did it, less a state that only leads them: "US-led strikes" are the coalition's."""
    quote, start = report.evidence.quote, report.evidence.start
    return [p for p in report.initiator if not quote[max(0, p.span.end - start) :].startswith(("-led", "-backed"))]


def other_sides(a: Sequence[Party], b: Sequence[Party]) -> bool:
    known_a, known_b = {p.id for p in a if p.id}, {p.id for p in b if p.id}
    return bool(known_a and known_b) and not known_a & known_b


def _key(figure: Figure) -> tuple[str, int | None, int | None]:
    return figure.measure, figure.low, figure.high


def _shared_figures(a: Sequence[Figure], b: Sequence[Figure]) -> int:
    """How many counts both tell."""
    return len(_numbers(a) & _numbers(b))


def shares_toll(a: Report, b: Report) -> bool:
    """Tell whether two reports of one type tell the same large count of people hurt, taken or freed."""
    shared = _numbers(a.figures) & _numbers(b.figures)
    return a.type == b.type and any(m in BEFALLEN and (n or 0) >= TELLING_COUNT for m, n in shared)


def _numbers(figures: Sequence[Figure]) -> set[tuple[str, int | None]]:
    return {(f.measure, f.low if f.low is not None else f.high) for f in figures if f.hedge != "vague"}


def _only_few(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Tell whether two passages share small numbers only: a woman was killed here, and a woman there."""
    return all((number or 0) < TELLING_COUNT for _, number in _numbers(a) & _numbers(b))


def _of_two_people(a: Report, b: Report) -> bool:
    """Whether all that two passages share is that one person was hurt, and each tells of another."""
    alone = all(number == 1 for _, number in _numbers(a.figures) & _numbers(b.figures))
    return alone and _no_party_shared(a.target, b.target)


def _clashing_figures(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Different counts of the same measure, none a part."""
    for measure in {f.measure for f in a} & {f.measure for f in b}:
        whole_a = {_key(f) for f in a if f.measure == measure and f.part_of is None}
        whole_b = {_key(f) for f in b if f.measure == measure and f.part_of is None}
        if whole_a and whole_b and not whole_a & whole_b:
            return True
    return False


def _fullness(report: Report) -> tuple[int, int]:
    """How much a passage tells, then its length; one that names who says so is the one that the others go back to."""
    named = 2 * bool(report.claimant and not unnamed(report.claimant))
    points = named + sum(map(len, (report.initiator, report.target, report.places, report.figures, report.claimant)))
    points += bool(report.when) + (report.type not in LESS_SPECIFIC)
    return points, len(report.evidence.quote)


def _all_figures(best: Sequence[Figure], other: Sequence[Figure]) -> tuple[Figure, ...]:
    """Each figure once; the same number hedged and bare is one, as the more specific passage has it."""
    out = list(best)
    for figure in other:
        number = figure.low if figure.low is not None else figure.high
        if not any(f.measure == figure.measure and number in (f.low, f.high) for f in out):
            out.append(figure)
    return tuple(out)


def _others(best: Report, other: Report) -> tuple[Span, ...]:
    spans = dict.fromkeys((*best.also, other.evidence, *other.also))
    return tuple(span for span in spans if span != best.evidence)
