"""Makes reports of happenings: fills the fields, splits by place, joins what a document tells twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from stemmata.actors import Match, resolve_claimant
from stemmata.coding.attribution.claims import Claim, Claims, claims_over
from stemmata.coding.attribution.publisher import is_publisher
from stemmata.coding.attribution.speakers import Speaker
from stemmata.coding.happenings import status
from stemmata.coding.happenings.antecedents import Told
from stemmata.coding.happenings.denials import DENIAL
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.nearness import by_passage
from stemmata.coding.happenings.whereabouts import says_where
from stemmata.coding.locating import locating
from stemmata.coding.measuring import measuring
from stemmata.coding.parties import acted_on, roles
from stemmata.coding.parties.subject_before import body_of_subject
from stemmata.coding.passages import Scene
from stemmata.coding.reporting import kept_out, kinds, recalling, said_where, scenes
from stemmata.coding.reporting.joint_means import of_each_means
from stemmata.coding.reporting.telling import worth_telling
from stemmata.coding.reporting.tolls_of_places import of_each_place
from stemmata.coding.retelling import one_place
from stemmata.coding.timing import own_days, timing
from stemmata.language.trees import matches
from stemmata.records import Claimant, Figure, Party, Report, Span, Trigger, Where, Why


def make_reports(told: Sequence[Told], claims: Claims, scene: Scene) -> list[Report]:
    """One report for each happening and, where the type says so, each of its places."""
    happenings = [one.happening for one in told]
    figures = measuring.measure(happenings, claims, scene)
    beside = by_passage(happenings)
    drafts: list[tuple[Happening, Report]] = []
    idle: set[int] = set()
    for n, (one, happening) in enumerate(zip(told, happenings, strict=True)):
        rivals = [h for h in beside[happening.passage.number] if h is not happening]
        draft = _report(happening, figures[n], rivals, claims, scene)
        draft = _placed_later(draft, happening, claims, scene)
        if one.antecedent is not None:
            told_of, earlier = drafts[one.antecedent]
            if not rivals and says_where(happening, told_of, scene):
                drafts[one.antecedent] = told_of, _told_closer(earlier, draft.places)
            if not _adds(draft, earlier) or _is_condemned(happening, claims):
                idle.add(n)
            draft = _taken_over(draft, earlier)
        elif not draft.places:
            draft = scenes.placed(draft, happening, drafts, claims, scene)
        else:
            draft = scenes.with_there(draft, happening, claims, scene)
            draft = recalling.recalled(draft, happening, drafts, scene)
            draft = scenes.described_there(draft, happening, claims, scene)
        settled = kinds.settle(draft, happening, happenings, scene)
        drafts.append((happening, kept_out.as_siege(settled, happening)))
    worth = [
        told_there
        for n, (happening, draft) in enumerate(drafts)
        if n not in idle and worth_telling(draft, happening, claims, scene)
        for report in of_each_means(draft, happening, scene)
        for told_there in of_each_place(report, happening, scene)
    ]
    return [report for draft in worth for report in _by_place(draft, scene)]


def _placed_later(draft: Report, happening: Happening, claims: Claims, scene: Scene) -> Report:
    """A report of a land, with the place that a sentence behind it says it was at: "The attack took place in Marl"."""
    for later in happening.later:
        if says_where(later, happening, scene):
            told = locating.locate(later, (), claims, scene)
            draft = _told_closer(draft, tuple(_once(locating.where(place, later, scene) for place in told)))
    if (said := said_where.places_said(draft, happening, scene)) is not None:
        there, places = said
        elsewhere = replace(happening, passage=there)
        closer = tuple(_once(locating.where(place, elsewhere, scene) for place in places))
        draft = _told_closer(draft, closer)
    return draft


def _told_closer(draft: Report, places: tuple[Where, ...]) -> Report:
    """A report of a land, with the places in it that what takes it up names."""
    unnamed = all(place.why.rule == "place-described" for place in draft.places)  # "a restaurant", or none
    closer = bool(places) if unnamed else one_place.narrower(places, draft.places)
    return replace(draft, places=places) if closer else draft


def _is_condemned(happening: Happening, claims: Claims) -> bool:
    """ "Thousands marched to denounce the carnage": a judgement on what was told, and no version of it."""
    word = happening.trigger.word
    over = claims_over(claims, word.start, word.end)
    return bool(over) and over[0].weight == "condemn" and not happening.effects


def _adds(version: Report, earlier: Report) -> bool:
    """Tell whether another voice says more of a happening than that it knows of it: a count, who did it, a denial."""
    blamed = {party.span.quote.casefold() for party in version.initiator}
    known = {party.span.quote.casefold() for party in earlier.initiator}
    struck = {party.span.quote.casefold() for party in version.target}
    hit = {party.span.quote.casefold() for party in earlier.target}
    more = bool(version.figures) or bool(blamed - known) or bool(struck - hit)
    return more or version.status.value != earlier.status.value


def _taken_over(draft: Report, earlier: Report) -> Report:
    """A version of an earlier happening in another voice has its place, time and sides where it tells none; a toll or a
    denial has its type too."""
    return replace(
        draft,
        type=earlier.type if draft.trigger.why.rule in (DENIAL, "type-of-antecedent") else draft.type,
        places=draft.places or recalling.told_before(earlier.places),
        when=draft.when or earlier.when,
        initiator=draft.initiator or earlier.initiator,
        target=draft.target or earlier.target,
    )


def _report(
    happening: Happening, figures: tuple[Figure, ...], rivals: Sequence[Happening], claims: Claims, scene: Scene
) -> Report:
    """The report of a happening, beside its rivals: the others of its passage."""
    trigger = _trigger_span(happening, scene)
    over = claims_over(claims, happening.trigger.word.start, happening.trigger.word.end)
    places = locating.locate(happening, rivals, claims, scene)
    fact = status.decide(happening, over, scene)
    claimant = tuple(_claimants(over or _attributed_later(happening, claims, scene), scene))
    return Report(
        type=happening.type,
        status=fact,
        trigger=Trigger(trigger, happening.why),
        evidence=_evidence(happening, scene),
        initiator=roles.initiators(happening, scene),
        target=tuple(p for p in acted_on.targets(happening, figures, scene) if not _says_so(p, claimant, scene)),
        places=tuple(_once(locating.where(place, happening, scene) for place in places)),
        figures=figures,
        when=timing.when(happening, rivals, over, scene, runs=fact.value == "ongoing"),
        claimant=claimant,
        known_by=timing.statement_day(over, scene) if fact.value in ("happened", "ongoing") else None,
    )


# What stands between a name and the office behind it.
_OFFICE: Final = re.compile(r", (?:the|an?) ")


def _says_so(party: Party, claimant: Sequence[Claimant], scene: Scene) -> bool:
    """Who tells of it is not whom it was done to, nor is his office: "according to Ann Lee, the governor, one died";
    text is read that way at times."""
    text = scene.document.text
    return any(
        (party.span.start < c.span.end and c.span.start < party.span.end)
        or _OFFICE.fullmatch(text, c.span.end, max(c.span.end, party.span.start))
        for c in claimant
    )


def _once(places: Iterable[Where]) -> Iterator[Where]:
    """Each place once, however often a sentence names it."""
    seen: set[str] = set()
    for place in places:
        key = (place.name or place.span.quote).casefold()
        if key not in seen:
            seen.add(key)
            yield place


def _trigger_span(happening: Happening, scene: Scene) -> Span:
    words = happening.sentence.words
    mention = happening.trigger
    return scene.document.span(words[mention.first].start, words[mention.last].end)


def _evidence(happening: Happening, scene: Scene) -> Span:
    """The sentence, with the sentences that tell its consequences where they follow at once."""
    passages = [happening.passage, *(later.passage for later in happening.later)]
    return scene.document.span(min(p.sentence.start for p in passages), max(p.sentence.end for p in passages))


def _attributed_later(happening: Happening, claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """Who tells the consequences of what the document tells in its own voice: such a report is theirs.

    Who denies something of it tells a report of its own; who only condemns it, or says what he makes of it, none.
    """
    words = [m.word for m in happening.mentions[1:]]
    told_on = (h for h in happening.later if not _is_judged(h) or says_where(h, happening, scene))
    words += [later.trigger.word for later in told_on]
    told = ([c for c in claims_over(claims, w.start, w.end) if c.weight not in ("deny", "condemn")] for w in words)
    return next((over for over in told if over), [])


def _is_judged(later: Happening) -> bool:
    """ "The strike was a mistake", "the raid would not go unpunished": what somebody makes of what was told."""
    if later.trigger.row.role == "effect" or later.effects:
        return False
    sentence, word = later.sentence, later.trigger.word
    if matches(word.deprel, ("nmod", "obl")) and not later.supports:
        return True  # "had no warning of the attacks"
    above = sentence.head(word) if matches(word.deprel, ("nsubj",)) else None
    if above is None:
        return False
    return sentence.child(above, "cop") is not None or any(w.xpos == "MD" for w in sentence.children(above, "aux"))


def _claimants(over: Sequence[Claim], scene: Scene) -> Iterator[Claimant]:
    seen: set[str] = set()
    for claim in over:
        for speaker in claim.voices:
            name = speaker.named
            key = name.quote.casefold()
            if key not in seen and not is_publisher(speaker, scene):
                seen.add(key)
                yield claimant(speaker, Why(claim.rule, claim.entry), scene)


def claimant(speaker: Speaker, why: Why, scene: Scene) -> Claimant:
    """Who speaks, with whom the registry knows him as; `why` is the rule and word that found him."""
    name = speaker.named
    match = _who_speaks(name, scene)
    identity, entry = (match.id, match.entry or why.entry) if match else (None, why.entry)
    return Claimant(speaker.span, identity, Why(why.rule, entry), name if name != speaker.span else None)


def _who_speaks(name: Span, scene: Scene) -> Match | None:
    match = resolve_claimant(name.quote, day=scene.day, country=scene.country, introduced=scene.introduced)
    if match is None and (match := body_of_subject(name, scene)) is not None:
        return match
    if match is None or match.rule == "state-of-country":
        match = scene.told.taken_up(name.quote, name.start, speaks=True) or match
    elif match.rule == "actor-description":  # see parties.resolve_party
        match = scene.told.taken_up(name.quote, name.start, speaks=True, called=True) or match
    return match


def _by_place(report: Report, scene: Scene) -> Iterator[Report]:
    """Towns taken in one sentence are a report each, with a day of its own where that is told; a strike near two
    villages is one."""
    days = own_days.of_places(report, scene)
    if not scene.codebook.types[report.type].one_place or len(report.places) < 2:
        yield own_days.of_its_day(report, days)
        return
    goals = tuple(place for place in report.places if place.relation == "toward")
    goals = goals if len(goals) < len(report.places) else ()  # "withdrew from A and B to C"
    for place, day in zip(report.places, days, strict=True):
        if place not in goals:
            yield replace(report, places=(place, *goals), when=day or report.when)
