"""Where it was, more closely than its own sentence says: told by another one of the same happening.

"An air raid on a market in the north killed 22 people, an official said. Warplanes bombed the market of Marl, residents
said.": both are told of Marl, though by two voices. A mention or a toll far behind ("the Observatory gave a toll of
31") has the place of what it is of, and so has an attack told of a whole country. A sum over several places keeps the
land in which they lie.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.elsewhere.one_telling import LEAD, QUIET, VIOLENT, Telling, is_definite
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.locating.ties import opens
from stemmata.coding.passages import Scene
from stemmata.coding.reporting.ground import MOVING, PLACELESS
from stemmata.coding.reporting.said_where import kinds_untold
from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.alike import FROM_AFAR, OF_ONE_PLACE, is_one_more
from stemmata.coding.retelling.counts import counts_clash, joined_by_figure, only_few, shares_toll
from stemmata.coding.retelling.one_voice import two_voices
from stemmata.coding.retelling.those_in_it import doers, other_sides
from stemmata.coding.retelling.times_apart import apart_in_time
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.timing.looking_back import looks_back
from stemmata.language.trees import matches
from stemmata.records import Report, Where, Why

# How many sentences behind a lead its place may be told. Set by judgement.
REACH: Final = 5
# How far "the attack" and a toll still mean what was told.
REACH_OF_MENTIONS: Final = 20
# How many sentences on "the gunmen" are still those told of before.
AT_ONCE: Final = 1
# How many days what lasts longer tells of more than one happening. Set by judgement.
LONGEST: Final = 7
# From how many people on a vague count ("thousands") is hardly that of one happening. Set by judgement.
HUNDREDS: Final = 200
ONE: Final = frozenset({"a", "an", "one", "the", "this"})
TIMES: Final = frozenset({"during", "amid", "since", "after", "before", "until", "despite"})
INDEFINITE: Final = frozenset({"a", "an", "another", "two", "several"})
# Words at the head of a sentence that tells of one more.
BESIDES: Final = frozenset("also additionally earlier furthermore later likewise meanwhile moreover similarly".split())
# Types that no word for violence stands for.
NAMED_BY_ITSELF: Final = frozenset({"abduction", "sexual_violence"})
# Types of what goes on in many places of a land at once.
ALL_OVER: Final = frozenset({"clash", "protest", "riot", "deployment", "siege", "casualties"})
TOLD: Final = frozenset({"happened", "ongoing", "denied"})


def place_closer(reports: Sequence[Report], families: Mapping[str, str], scene: Scene) -> list[Report]:
    """The reports, in text order; what is told of a land or nowhere has the place that a telling of the same names."""
    starts = [passage.sentence.start for passage in scene.passages]
    passages = [scene.passages[bisect_right(starts, report.trigger.span.start) - 1] for report in reports]
    told = [
        Telling(report, passage, next(w for w in passage.sentence.words if w.end > report.trigger.span.start))
        for report, passage in zip(reports, passages, strict=True)
    ]
    return [_placed(n, told, families, scene) for n in range(len(told))]


def _placed(n: int, told: Sequence[Telling], families: Mapping[str, str], scene: Scene) -> Report:
    one = told[n]
    if one.report.type in MOVING | PLACELESS or one.report.status.value not in TOLD:
        return one.report
    sources = [source for source in _tellings(n, told, families) if _may_be_of(source, one, scene)]
    counted = [source for source in sources if shares_toll(source.report, one.report)]
    at_once = [source for source in sources if 0 < source.passage.number - one.passage.number <= AT_ONCE]
    sources = counted or at_once or sources
    if not sources or any(_names(s.report) != _names(sources[0].report) for s in sources):
        return one.report
    best = min(sources, key=lambda source: abs(source.passage.number - one.passage.number))
    return replace(one.report, places=tuple(_at(place) for place in _named(best.report)))


def _tellings(n: int, told: Sequence[Telling], families: Mapping[str, str]) -> Iterator[Telling]:
    """The other reports that name a place which a report may have been at more closely."""
    one = told[n]
    places = [place for place in one.report.places if not _is_any(place, one)]
    for m, source in enumerate(told):
        closer = _named(source.report)
        if m == n or not closer or source.report.type in MOVING or source.report.status.value not in TOLD:
            continue
        if not _kindred(source, one, families):
            continue
        if not places or one_place.narrower(closer, places) or _details(source, one):
            yield source


def _is_any(place: Where, one: Telling) -> bool:
    """ "A village", "markets": only told by its kind, as not known yet."""
    sentence = one.passage.sentence
    head = next((w for w in sentence.words if w.end == place.span.end), None)
    untold = head is not None and head.lemma.lower() in kinds_untold(sentence)
    return place.why.rule == "place-described" and untold


def _details(source: Telling, one: Telling) -> bool:
    """ "Jets bombed a quarter of Marl. Two bombs came down near the market of Oru": a name that nobody knows, told at
    once, is a part of the town."""
    at_once = source.passage.number - one.passage.number == AT_ONCE and source.report.type == one.report.type
    unknown = all(place.level == "unknown" for place in source.report.places)
    opening = any(opens(source.passage.sentence, place) for place in source.passage.places)  # "In X, ..."
    return at_once and unknown and not opening and all(p.level == "populated_place" for p in one.report.places)


def _may_be_of(source: Telling, one: Telling, scene: Scene) -> bool:
    """Tell whether nothing speaks against two reports being of one happening, and something for it."""
    a, b = source.report, one.report
    if apart_in_time(a.when, b.when) or _lasts(one):
        return False
    if shares_toll(a, b):
        return True
    if is_one_more(a) or is_one_more(b) or _looks_back(source) or _looks_back(one):
        return False
    if not told_together(source.passage, one.passage, scene):
        return False
    blocks = {source.passage.block_number, one.passage.block_number}
    if len(blocks) > 1 and "list_item" in (source.passage.block.kind, one.passage.block.kind):
        return False
    if b.type in OF_ONE_PLACE and not kinds_untold(one.passage.sentence):
        return False  # "seized land north of Marl"
    gap = source.passage.number - one.passage.number
    if gap < 0:
        versions = two_voices(a.claimant, b.claimant) or not other_sides(doers(a), doers(b))  # each blames another
        return versions and _takes_up(one, -gap)
    if gap == 0 or gap > REACH or one.passage.number > LEAD or other_sides(doers(a), doers(b)):
        return False
    if counts_clash(a.figures, b.figures) or _is_new(source) or source.passage.sentence.low[0] in BESIDES:
        return False
    if joined_by_figure(a, b) and not only_few(a.figures, b.figures):
        return True
    return _is_one(one) and (gap <= AT_ONCE or (bool(b.places) and b.type not in ALL_OVER))


def _lasts(one: Telling) -> bool:
    """ "Nine have died in shelling since March": told of a time in which more than one place was hit."""
    when = one.report.when
    since = any(word.text.lower() == "since" for word in one.passage.sentence.words)
    return since or (
        when is not None and when.start is not None and when.end is not None and (when.end - when.start).days > LONGEST
    )


def _kindred(source: Telling, one: Telling, families: Mapping[str, str]) -> bool:
    """Tell whether two types may be one happening's: the same, or violence of which one word leaves the means open."""
    a, b = source.report.type, one.report.type
    if a == b or {a, b} == {"bombing", "suicide_bombing"}:
        return True
    if not {families[a], families[b]} <= VIOLENT or {a, b} & QUIET:
        return False
    if {a, b} & OF_ONE_PLACE and {families[a], families[b]} & FROM_AFAR:
        return False  # no blast takes a town
    named = {a, b} & NAMED_BY_ITSELF
    return _has_same_doers(source, one) or (not named and (_is_open(source) or _is_open(one)))


def _is_toll(one: Telling) -> bool:
    """ "The deaths of four generals"."""
    return any(m.word.index == one.word.index and m.row.role == "effect" for m in one.passage.mentions)


def _is_open(one: Telling) -> bool:
    """ "Attack", "killed": of whatever means."""
    return any(m.word.index == one.word.index and m.row.role in ("open", "effect") for m in one.passage.mentions)


def _has_same_doers(source: Telling, one: Telling) -> bool:
    """ "Gunmen killed fourteen villagers. The gunmen rode into Marl": they are those told just before."""
    if not 0 < source.passage.number - one.passage.number <= AT_ONCE:
        return False
    before = {party.span.quote.split()[-1].casefold() for party in one.report.initiator}
    sentence = source.passage.sentence
    subjects = (
        w for verb in (source.word, sentence.head(source.word)) if verb for w in arguments.subjects(sentence, verb)
    )
    return any(w.text.casefold() in before and clauses.determined(sentence, w, clauses.DEFINITE) for w in subjects)


def _takes_up(one: Telling, gap: int) -> bool:
    """ "The attack", "the police put the dead at nine", so many sentences behind: what is told of was told before."""
    if any(place.level not in one_place.WIDE for place in one.report.places) or _is_aside(one):
        return False
    if is_definite(one):
        return gap <= REACH_OF_MENTIONS and (not _is_toll(one) or bool(one.report.places))
    tolls = (m.word for m in one.passage.mentions if any(slot == "toll" for slot, _ in m.row.counts))
    return gap <= REACH and any(word is one.word or word.lemma == "toll" for word in tolls)


def _is_one(one: Telling) -> bool:
    """Tell whether a lead is of one happening: "an air raid", "gunmen attacked"; "attacks" may be several."""
    sentence = one.passage.sentence
    last = next((w for w in sentence.words if w.end >= one.report.trigger.span.end), one.word)
    if len(one.report.places) > 1 or last.xpos in ("NNS", "NNPS") or _is_aside(one) or _is_sum(one.report):
        return False
    return last.upos != "NOUN" or clauses.determined(sentence, last, ONE)


def _is_sum(report: Report) -> bool:
    """ "Fired 900 times over the past day", "thousands were captured", "an offensive goes on in the north": of many."""
    strikes = any(f.measure == "strikes" and f.low is not None and f.low > 1 for f in report.figures)
    vague = any(f.hedge == "vague" and (f.low or 0) >= HUNDREDS for f in report.figures)
    return strikes or vague or (report.type in ALL_OVER and report.status.value == "ongoing")


def _is_aside(one: Telling) -> bool:
    """ "Killed during the offensive", "the land retaken in May": told only to say when or which."""
    sentence = one.passage.sentence
    return bool(clauses.cases(sentence, one.word) & TIMES) or matches(one.word.deprel, ("acl", "amod"))


def _is_new(source: Telling) -> bool:
    """ "A car bomb went off", "a raid on Marl": it is told as none that was told before."""
    sentence, word = source.passage.sentence, source.word
    nouns = [word] if word.upos == "NOUN" else arguments.subjects(sentence, word)
    return any(clauses.determined(sentence, noun, INDEFINITE) for noun in nouns)


def _looks_back(one: Telling) -> bool:
    return looks_back(one.passage.sentence, one.word, one.report.claimant)


def _named(report: Report) -> tuple[Where, ...]:
    """The places that a report tells by name; where bodies are pulled from, people died."""
    left = report.type != "casualties"
    return tuple(
        p for p in report.places if p.why.rule not in one_place.UNNAMED and not (left and p.relation == "from")
    )


def _at(place: Where) -> Where:
    """The place as another passage tells it: where they rode to or bodies were pulled from, it was done."""
    relation = "at" if place.relation in ("toward", "from") else place.relation
    return replace(place, relation=relation, why=Why("place-told-elsewhere", place.why.entry))


def _names(report: Report) -> frozenset[str]:
    return frozenset((place.name or place.span.quote).casefold() for place in _named(report))
