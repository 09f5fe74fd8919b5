"""The coder: takes a document apart and gives its reports."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from stemmata import __version__
from stemmata.actors import Told, acronyms_introduced, load_registry
from stemmata.coding.attribution import pronouns
from stemmata.coding.attribution.attribution import find_claims
from stemmata.coding.codebook import Codebook, load_codebook
from stemmata.coding.elsewhere import bystanders
from stemmata.coding.elsewhere.blame import blame
from stemmata.coding.elsewhere.called_by_deed import called_by_deed
from stemmata.coding.elsewhere.closer import place_closer
from stemmata.coding.elsewhere.doers import lend
from stemmata.coding.elsewhere.fallen import without_fallen
from stemmata.coding.elsewhere.opponents import oppose
from stemmata.coding.elsewhere.told_elsewhere import date_by_what_is_told_elsewhere
from stemmata.coding.happenings.antecedents import tie
from stemmata.coding.happenings.denials import with_denials
from stemmata.coding.happenings.finding import find_happenings
from stemmata.coding.locating.chains import find_places
from stemmata.coding.parties import subject_before
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.prose.heads import Head, head_of
from stemmata.coding.prose.stretches import stretches
from stemmata.coding.reporting.reports import make_reports
from stemmata.coding.retelling.headlines import join_headlines
from stemmata.coding.retelling.retelling import join_retold
from stemmata.coding.syntax.classes import Classes
from stemmata.coding.syntax.mending import mended
from stemmata.coding.timing.narrative import find_told_times
from stemmata.coding.timing.opening_date import opening_date, written_day
from stemmata.coding.timing.titles import window_of_title
from stemmata.coding.triggers import find_triggers
from stemmata.language import detect, load_parser
from stemmata.language.trees import Parser, Sentence
from stemmata.places import load_gazetteer
from stemmata.records import Coding, Document, MadeWith, Problem
from stemmata.times import Time


def code(
    document: Document,
    *,
    parser: Parser | None = None,
    codebook: Codebook | None = None,
    region: Sequence[str] = (),
) -> Coding:
    """Code one document.

    Args:
        document: what `read` gave.
        parser: the language model; the shipped one by default.
        codebook: the tables; the shipped ones by default.
        region: the countries that the document is expected to be about, ISO 3166 alpha-2. Names of places that the
            text leaves open are looked for there first; what the text says of its country goes before.

    Returns:
        The reports in text order; none where the document tells of no event.

    Raises:
        CodebookError: a table of the codebook breaks a rule.
        MissingPart: the language model is not installed.
    """
    parser = parser or load_parser()
    codebook = codebook or load_codebook()
    made_with = MadeWith(__version__, codebook.digest, parser.fingerprint, tuple(region))
    if (language := _other_language(document)) is not None:
        return Coding(document, (), made_with, (_foreign(document, language),))
    if not codebook.sieve.may_report(document.text):
        return Coding(document, (), made_with)
    sentences = tuple(map(mended, parser.parse(document.text, stretches(document))))
    scene = set_scene(document, sentences, codebook, region)
    claims = find_claims(scene.passages, scene)
    happenings = [h for passage in scene.passages for h in find_happenings(passage, scene)]
    told = with_denials(tie(happenings, claims, scene), claims, scene)
    reports = pronouns.resolve(make_reports(told, claims, scene), scene)
    reports = subject_before.take_up(reports, scene)
    families = {name: kind.family for name, kind in codebook.types.items()}
    retold = join_headlines(join_retold(reports, families, scene), families, scene)
    joined = date_by_what_is_told_elsewhere(without_fallen(retold, scene), families, scene)
    joined = place_closer(joined, families, scene)
    lent = lend(bystanders.identify(joined, scene), scene)
    blamed = called_by_deed(blame(lent, claims, scene), scene)
    return Coding(document, tuple(oppose(blamed, scene)), made_with)


def _other_language(document: Document) -> str | None:
    """The language of a text that is not English, where the page tells it or the text is long enough to tell."""
    told = document.language or (detect(document.text) if len(document.text) >= ENOUGH_TEXT else None)
    return None if told in (None, "en") else told


# Characters from which the language of a text is told by its words: a headline of names and two verbs
# ("Policemen beat two journalists in Kampala") is taken for other languages.
ENOUGH_TEXT: Final = 200


def _foreign(document: Document, language: str) -> Problem:
    """Text in another language is named and kept, and its reports are not guessed."""
    message = f"The text is in another language ({language}); only English is coded, so translate it first."
    return Problem(document.source, "code", "foreign", message)


def _no_counts(
    sentence: Sentence, times: Sequence[Time], places: Sequence[PlaceName], opening_end: int
) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence whose numbers are times or names; what dates the document counts nothing either."""
    later = [(time.start_char, time.end_char) for time in times if time.start_char >= opening_end]
    for place in places:
        words = sentence.words[place.first : place.last + 1]
        if any(word.text.isdigit() for word in words):  # "Camp 9"
            later.append((words[0].start, words[-1].end))
    return ((0, opening_end), *sorted(later)) if opening_end else tuple(sorted(later))


def _opening_date(document: Document, above: Head, sentences: Sequence[Sentence]) -> tuple[date | None, int]:
    """The day that stands above the story or opens it, and the offset behind it where that is read as prose."""
    if above.day is not None:
        return written_day(document.text[slice(*above.day)], document.published), 0
    opening = opening_date(sentences, document.text, document.published) if sentences else None
    return opening or (None, 0)


def _known(places: Sequence[PlaceName], country: str | None) -> frozenset[int]:
    """The heads of the places in a country that the gazetteer knows by a name of one word."""
    known = ((p, p.resolved) for p in places if p.first == p.last)
    return frozenset(
        p.head.index for p, found in known if found and found.country == country and found.level != "country"
    )


def set_scene(
    document: Document, sentences: Sequence[Sentence], codebook: Codebook, region: Sequence[str] = ()
) -> Scene:
    """Find the triggers, counts, times and places of every sentence; `region` as in `code`."""
    above = head_of(document)
    day, opening_end = _opening_date(document, above, sentences)
    day = day or document.dateline or document.published
    registry = load_registry()
    places, countries = find_places(sentences, document.text, load_gazetteer(), registry, document.publisher, region)
    country = countries[0] if countries else None
    placed = {s.start: _known(named, country) for s, named in zip(sentences, places, strict=True) if named}
    classes = Classes(codebook, registry, day, country, placed)
    headings = [block.start for block in document.blocks if block.kind == "heading"]
    told = find_told_times(
        sentences, document.text, day, codebook.speech["verb"], opening_end, document.title, headings
    )
    starts = [block.start for block in document.blocks]
    passages = []
    for number, (sentence, named) in enumerate(zip(sentences, places, strict=True)):
        block = bisect_right(starts, sentence.start) - 1
        passages.append(
            Passage(
                number=number,
                sentence=sentence,
                block=document.blocks[block],
                block_number=block,
                mentions=find_triggers(sentence, codebook, classes),
                times=told[number],
                places=named,
                text=document.text,
                uncounted=_no_counts(sentence, told[number], named, opening_end),
            )
        )
    if day and (chronicle := window_of_title(document.title, document.text)) and chronicle.end:
        day = min(day, chronicle.end)  # what is told in it years later is no background
    introduced = acronyms_introduced(document.text)
    naming = Told(document.text, day=day, country=countries[0] if countries else None, introduced=introduced)
    return Scene(
        document, codebook, registry, classes, passages, countries, introduced, naming, day, opening_end, above.story
    )
