"""The evidence bundle, read as triples by a program that is not ours."""

from datetime import UTC, datetime

import pytest
import rdflib
from hypothesis import given, settings
from rdflib import DC, RDF, Literal, Namespace

from exports.entries import HARD_TEXT, entries, entry, hard_entry, nowhere, told_by_many
from exports.test_maps import written
from stemmata.case import decide, refresh
from stemmata.exports.exporting import Wanted, export

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib itself uses it

CASE = Namespace("tag:stemmata.invalid,2026:Marun/")
OURS = Namespace("tag:stemmata.invalid,2026:evidence/1#")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
NAMES = {"": OURS, "oa": OA, "prov": PROV, "schema": SCHEMA, "as": "http://www.w3.org/ns/activitystreams#"}


def graph(*pieces):
    """What a bundle of some pieces says, as triples."""
    return rdflib.Graph().parse(data=written("jsonld", *pieces), format="json-ld")


def asked(told, query):
    """What SPARQL finds, as plain values."""
    return [tuple(one and one.toPython() for one in row) for row in told.query(query, initNs=NAMES)]


def test_each_value_is_an_annotation_on_its_words():
    told = graph([entry()])
    assert asked(
        told,
        """SELECT ?measure ?low ?high ?hedge ?exact ?prefix ?suffix ?start ?end ?source WHERE {
             ?annotation a oa:Annotation; oa:motivatedBy oa:describing; oa:hasBody ?body; oa:hasTarget ?target.
             ?body :measure ?measure; :hedge ?hedge; :low ?low. OPTIONAL { ?body :high ?high }
             ?target oa:hasSource ?source; oa:hasSelector ?quote, ?place.
             ?quote a oa:TextQuoteSelector; oa:exact ?exact; oa:prefix ?prefix; oa:suffix ?suffix.
             ?place a oa:TextPositionSelector; oa:start ?start; oa:end ?end } ORDER BY ?start""",
    ) == [
        ("killed", 7, None, "at_least", "at least seven villagers", "Army shells killed ",
         ", including two children, near M", 50, 74, "tag:stemmata.invalid,2026:Marun/document/doc"),
        ("killed", 2, 2, "exact", "two children", "east seven villagers, including ",
         ", near Marun between 3 and 5 Mar", 86, 98, "tag:stemmata.invalid,2026:Marun/document/doc"),
    ]  # fmt: skip
    # type, status, who, whom, where, when, two figures, who says so
    assert len(list(told.subjects(RDF.type, OA.Annotation))) == 9


def test_a_report_is_quoted_from_its_document_by_a_program_with_its_codebook_and_model():
    told = graph([entry()])
    assert asked(
        told,
        """SELECT ?document ?page ?coding ?model ?codebook ?program WHERE {
             <tag:stemmata.invalid,2026:Marun/R10> prov:wasQuotedFrom ?document; prov:wasGeneratedBy ?coding.
             ?document a prov:Entity; prov:hadPrimarySource ?page.
             ?coding a prov:Activity; :model ?model; :codebook ?codebook; prov:wasAssociatedWith ?agent.
             ?agent a prov:SoftwareAgent; schema:name ?program }""",
    ) == [
        ("tag:stemmata.invalid,2026:Marun/document/doc", "https://post.example/1",
         "tag:stemmata.invalid,2026:Marun/coding/0/words/by%20hand", "by hand", "words", "Stemmata 0, model by hand"),
    ]  # fmt: skip


GRADED = {
    "number": 4, "kind": "grade", "author": "Ana B.", "time": "2021-03-08T12:00:00+00:00",
    "reason": "the list of names", "field": None, "value": "confirmed",
}  # fmt: skip
NOTED = GRADED | {"number": 5, "kind": "note", "value": "ask the mayor"}


def test_what_a_person_decided_stands_apart_from_what_the_machine_says():
    told = graph([entry(decisions=(GRADED, NOTED), grade="confirmed")])
    event, machine, ana = CASE.E1, CASE["E1/machine"], CASE["person/Ana%20B."]
    assert set(told.objects(event, PROV.wasGeneratedBy)) == {CASE["decision/4"], CASE["decision/5"]}
    assert set(told.objects(event, PROV.wasDerivedFrom)) == {machine}
    assert set(told.objects(machine, PROV.wasDerivedFrom)) == {CASE.R10}
    assert told.value(machine, OURS.grade) == Literal("single")
    assert told.value(event, OURS.grade) == Literal("confirmed")
    assert (told.value(machine, PROV.wasAttributedTo), told.value(CASE["decision/4"], PROV.used)) == (
        CASE.program,
        machine,
    )
    run = told.value(machine, PROV.wasGeneratedBy)
    assert told.value(run, PROV.startedAtTime).toPython() == datetime(2021, 3, 7, 12, tzinfo=UTC)
    assert told.value(CASE["decision/4"], PROV.wasAssociatedWith) == ana
    assert (ana, RDF.type, PROV.Person) in told
    assert told.value(CASE["decision/4"], PROV.endedAtTime).toPython() == datetime(2021, 3, 8, 12, tzinfo=UTC)


def test_a_claim_that_a_person_graded_is_reviewed():
    told = graph([entry(decisions=(GRADED, NOTED), grade="confirmed")], [entry(2)])
    assert asked(
        told,
        """SELECT ?event ?claim ?rating ?best ?worst ?named ?reason ?author ?said ?where WHERE {
             ?event schema:review ?review. ?review a schema:ClaimReview; schema:claimReviewed ?claim;
                 schema:reviewRating ?rated; schema:author [ schema:name ?author ]; schema:itemReviewed ?item.
             ?rated schema:ratingValue ?rating; schema:bestRating ?best; schema:worstRating ?worst;
                 schema:alternateName ?named; schema:ratingExplanation ?reason.
             ?item a schema:Claim; schema:author [ schema:name ?said ]; schema:appearance ?where }""",
    ) == [
        ("tag:stemmata.invalid,2026:Marun/E1",
         "shelling, near Marun (Syria), 3 to 5 March 2021: at least 7 killed", 5, 5, 1, "confirmed",
         "the list of names", "Ana B.", "the Marun Monitor", "tag:stemmata.invalid,2026:Marun/document/doc"),
    ]  # fmt: skip


def test_a_bundle_says_what_it_is_and_whom_to_credit():
    told = graph([entry()])
    bundle = CASE.events
    assert (bundle, RDF.type, PROV.Bundle) in told
    assert told.value(bundle, SCHEMA.name) == Literal("Marun")
    assert set(told.objects(bundle, OURS.credits)) == {Literal("GeoNames (CC BY 4.0)")}


def test_who_said_it_to_whom_keeps_its_order(told, tmp_path):
    """In RDF only a list has one."""
    decide(told, "grade", ["E1"], value="contested", author="ana", reason="two tolls")
    refresh(told)
    read = rdflib.Graph().parse(export(told, Wanted("jsonld"), tmp_path / "out").file, format="json-ld")
    lists = list(read.objects(None, OURS.claimant))
    assert lists and all((one, RDF.first, None) in read for one in lists if one != RDF.nil)
    assert len(list(read.subjects(RDF.type, SCHEMA.ClaimReview))) == 1


def test_hard_events_are_triples():
    told = graph([entry(), hard_entry()], [nowhere(), told_by_many(100)])
    assert len(list(told.subjects(RDF.type, OURS.Event))) == 4
    assert (CASE["document/hard"], DC.title, Literal(HARD_TEXT)) in told


@given(any_entry=entries())
@settings(max_examples=25)
def test_any_event_is_triples_with_one_annotation_a_value(any_entry):
    told = graph([any_entry])
    assert set(told.subjects(RDF.type, OURS.Event)) == {CASE[any_entry.id]}
    values = sum(_values(one.told) for one in any_entry.reports)
    assert len(list(told.subjects(RDF.type, OA.Annotation))) == values


def _values(report):
    several = ("initiator", "target", "places", "figures", "claimant")
    return 2 + bool(report["when"]) + sum(len(report[name]) for name in several)


def test_nothing_is_fetched_to_read_one():
    assert b'"@context":"' not in written("jsonld", [entry()])


@pytest.mark.parametrize("name", ["id", "type"])
def test_our_names_are_not_taken_for_those_of_json_ld(name):
    assert OURS[name] not in set(graph([entry()]).predicates())
