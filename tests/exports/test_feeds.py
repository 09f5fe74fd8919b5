"""Formats in XML, each checked by a schema and read by a program that is not ours."""

import io
from pathlib import Path

import fastkml
import feedparser
import pytest
from hypothesis import given
from lxml import etree

from exports.entries import HARD_TEXT, entries, entry, hard_entry, nowhere, told_by_many
from exports.test_maps import district, written

KML = {"k": "http://www.opengis.net/kml/2.2"}
SCHEMAS = {
    "kml": etree.XMLSchema(file=Path(fastkml.__file__).with_name("schema") / "ogckml22.xsd"),
    "atom": etree.RelaxNG.from_rnc_string(Path(__file__).with_name("atom.rnc").read_text(encoding="utf-8")),
}


def tree(name, *pieces):
    """What is written of some pieces, valid by the format's schema."""
    told = etree.parse(io.BytesIO(written(name, *pieces)), etree.XMLParser(huge_tree=True))
    SCHEMAS[name].assertValid(told)
    return told


@pytest.mark.parametrize("name", SCHEMAS)
def test_hard_events_are_valid(name):
    tree(name, [entry(), hard_entry()], [nowhere(), district()])
    tree(name, [told_by_many(10_000)])
    tree(name)


@pytest.mark.parametrize("name", SCHEMAS)
@given(any_entry=entries())
def test_any_event_is_valid(name, any_entry):
    tree(name, [any_entry])


def test_kml_has_a_folder_for_each_type_with_days_and_shapes():
    told = tree("kml", [entry(), entry(7, type="clash"), nowhere()], [district()])
    names = {
        one.findtext("k:name", None, KML): len(one.findall("k:Placemark", KML))
        for one in told.iterfind(".//k:Folder", KML)
    }
    assert names == {"clash": 1, "shelling": 3}
    marun = told.find(".//k:Placemark[@id='E1']", KML)
    assert marun.findtext("k:name", None, KML) == "shelling, near Marun (Syria), 3 to 5 March 2021: at least 7 killed"
    assert marun.findtext("k:TimeSpan/k:begin", None, KML) == "2021-03-03"
    assert marun.findtext("k:Point/k:coordinates", None, KML) == "36.7,35.1"
    assert marun.findtext("k:ExtendedData/k:Data[@name='uncertainty_m']/k:value", None, KML) == "3000"
    over = told.find(".//k:Placemark[@id='E5']", KML)
    assert len(over.findall("k:MultiGeometry/k:Polygon", KML)) == 2
    bare = told.find(".//k:Placemark[@id='E4']", KML)
    assert bare.find("k:TimeSpan", KML) is None and bare.find("k:Point", KML) is None


def test_kml_is_read_by_fastkml():
    read = fastkml.KML.from_string(written("kml", [entry(), district()]))
    (folder,) = read.features[0].features
    assert [one.geometry.geom_type for one in folder.features] == ["Point", "MultiPolygon"]


def test_words_in_a_balloon_are_escaped_for_html_too():
    told = tree("kml", [hard_entry()])
    balloon = told.findtext(".//k:Placemark/k:description", None, KML)
    assert "&lt;script&gt;" in balloon and "<script" not in balloon
    assert "\x1b" not in balloon and "\N{RIGHT-TO-LEFT OVERRIDE}" not in balloon


def test_atom_is_read_by_feedparser():
    read = feedparser.parse(written("atom", [entry(), hard_entry()], [nowhere()]))
    assert not read.bozo
    first, _, last = read.entries
    assert first.id == "tag:stemmata.invalid,2026:Marun/E1"
    assert first.title == "shelling, near Marun (Syria), 3 to 5 March 2021: at least 7 killed"
    assert first.updated == "2021-03-07T12:00:00Z"
    assert (first.tags[0].term, first.links[0].href) == ("shelling", "https://post.example/1")
    assert "Army shells killed at least seven villagers" in first.content[0].value
    assert "place not told" in last.content[0].value


def test_no_markup_of_a_source_reaches_a_reader_of_the_feed():
    told = tree("atom", [hard_entry()])
    content = told.findtext(".//{*}content")
    assert "<script" not in content and "&lt;script&gt;" in content
    assert not told.findall(".//{*}entry/{*}link")  # an address with spaces and markup is no link
    assert HARD_TEXT not in content
