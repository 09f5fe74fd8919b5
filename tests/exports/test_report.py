"""The report page: all evidence in one file that asks nobody for anything, to be read with and without its script."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given

from exports import factory
from exports.entries import HARD_TEXT, MARUN, cited, entries, entry, hard_entry, nowhere, told_by_many
from exports.test_page_shown import contrast
from stemmata.errors import ExportError
from stemmata.exports.drawing.frame import policy, style
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats import format_named
from stemmata.exports.formats.format import About
from stemmata.records import Site, Window

ABOUT = About("Marun", None, ("GeoNames (CC BY 4.0)",), "0")


def page(*given_entries):
    form, file = format_named("report"), io.BytesIO()
    form.assemble([form.piece(given_entries)] if given_entries else [], file, ABOUT)
    return file.getvalue().decode()


class Tags(HTMLParser):
    """All elements of a page, with their attributes, and its text outside of style and script."""

    def __init__(self, html):
        super().__init__()
        self.found, self.text, self.inside = [], "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, _):
        self.inside = ""

    def handle_data(self, data):
        self.text += "" if self.inside in ("style", "script") else f"{data} "


# ---------------------------------------------------------------------------------------------- what it shows


def test_an_event_is_shown_with_its_values_quotes_claimants_and_grade():
    html = page(entry())
    told = " ".join(Tags(html).text.split())
    assert "E1 shelling near Marun (Syria), 3 to 5 March 2021 at least 7 killed single" in told
    assert "grade single: one origin: the Marun Monitor" in told
    assert "the Marun Monitor in Northern Post, “Shelling kills seven in Marun” , day of publication not told" in told
    assert '<mark class="trigger" title="named by">shells</mark>' in html
    assert re.search(
        r'<mark class="figures"[^>]*>at least seven <mark class="target"[^>]*>villagers</mark></mark>', html
    )
    assert "As the case stood" not in told  # no run is known


def test_what_is_not_told_is_said_and_nothing_is_put_in_its_place():
    html = page(nowhere())
    told = " ".join(Tags(html).text.split())
    assert "not told the day, the place, who did it, to whom" in told
    assert "1 event not on the map: no place is told, or none with a point" in told
    assert "No day is known of any of them." in told
    assert "No first or no last day known" in told
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("when", "heading"),
    [
        (Window(date(2021, 3, 3), date(2021, 3, 3)), "March 2021"),
        (Window(date(2021, 3, 31), date(2021, 4, 1)), "March 2021"),  # a night
        (Window(date(2021, 1, 1), date(2021, 12, 31)), "2021, month not known"),
        (Window(date(2019, 1, 1), date(2021, 12, 31)), "Known to no year"),
        (Window(None, date(2021, 3, 3)), "No first or no last day known"),
    ],
)
def test_events_stand_in_the_month_that_is_known(when, heading):
    assert f"<h2>{heading}</h2>" in page(entry(when=when))


def test_what_is_known_less_well_than_to_a_bar_stands_under_the_line():
    days = [Window(date(2021, 3, day), date(2021, 3, day)) for day in (1, 2, 2, 8)]
    html = page(*(entry(nth, when=when) for nth, when in enumerate(days, 1)), entry(9))  # 3 to 5 March
    assert "2 March 2021: 2 events</title>" in html
    assert "4 March 2021: 0 events; 1 more may lie here</title>" in html
    assert html.count('<rect class="maybe"') == 3


def test_the_map_draws_each_place_once_with_the_circle_in_which_it_may_lie():
    html = page(entry(1), entry(2), entry(3, place=Site("Atarib", "SY", 36.1, 36.8, "district", 20_000)), nowhere())
    assert 'aria-label="Marun: 2 events, within 3 km"' in html
    assert 'aria-label="Atarib: 1 event, within 20 km"' in html
    (marun, atarib) = sorted(float(one) for one in re.findall(r'<ellipse[^>]*ry="([\d.]+)"', html))
    assert atarib / marun == pytest.approx(20 / 3, rel=0.1)
    assert ">SYRIA<" in html.upper()
    assert "Natural Earth (public domain)" in html


def test_a_country_without_a_point_is_not_drawn_in_its_middle():
    html = page(entry(place=Site("Syria", "SY", None, None, "country", None)))
    assert '<svg class="map"' not in html
    assert 'href="#E1">E1</a>' in html


def test_copies_are_told_from_corroboration():
    of = factory.document(id="doc", publisher="Northern Post")
    other = factory.document(id="copy", publisher="Southern Post")
    given_reports = (
        cited(1, of, factory.shelling(of)),
        cited(2, other, factory.shelling(other), copied_from="doc"),
    )
    copies = ({"copy": "copy", "source": "doc", "kind": "verbatim", "scope": "page", "why": "it names its source"},)
    told = " ".join(Tags(page(entry(given=given_reports, copies=copies))).text.split())
    assert "2 reports from 1 independent origin, 1 of them copied" in told
    assert "Copied from Northern Post (verbatim: it names its source); it does not count as another origin." in told


def test_values_that_differ_are_shown_with_whom_they_rest_on(told, tmp_path):
    html = export(told, Wanted("report"), tmp_path / "out.html").file.read_text(encoding="utf-8")
    text = " ".join(Tags(html).text.split())
    assert (
        "reports differ killed 7 killed unnamed sources of Monitor Post 9 killed unnamed sources of Hospital Post"
        in text
    )


# ---------------------------------------------------------------------------------------------- what it never does


def test_hostile_words_stay_words():
    html = page(hard_entry())
    tags = Tags(html).found
    assert [tag for tag, _ in tags].count("script") == 1
    assert "alert('x')" not in re.sub(r"&#x27;|&lt;|&gt;", "", html).replace("&", "")
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in html and "\x08" not in html and "\x1b" not in html
    assert "<script>alert" in Tags(html).text


def test_a_page_that_a_browser_would_run_is_no_link():
    of = factory.document(url="javascript:alert(1)")
    assert "javascript:" not in "".join(
        attributes.get("href") or ""
        for _, attributes in Tags(page(entry(given=(cited(1, of, factory.shelling(of)),)))).found
    )


def test_nothing_is_asked_of_anybody():
    html = page(entry(), hard_entry(), nowhere())
    tags = Tags(html).found
    assert not {tag for tag, _ in tags} & {"img", "link", "iframe", "object", "embed", "audio", "video", "base"}
    assert not [attributes for _, attributes in tags if "src" in attributes or "style" in attributes]
    style, script = (re.search(rf"<{name}>(.*?)</{name}>", html, re.DOTALL)[1] for name in ("style", "script"))
    assert "url(" not in style and "@import" not in style
    assert not re.search(r"fetch|XMLHttp|innerHTML|import\(|eval|WebSocket|https?://(?!www.w3.org/2000/svg)", script)
    assert policy(style, script) in html
    assert policy(style, script).startswith("default-src 'none'; style-src 'sha256-")


# ---------------------------------------------------------------------------------------------- how much it holds


def test_too_many_events_are_refused_with_the_remedy(told, tmp_path, monkeypatch):
    few = replace(format_named("report"), most=2)
    monkeypatch.setattr("stemmata.exports.exporting.format_named", lambda _: few)
    with pytest.raises(ExportError, match=r"3 events are asked for, and a file of report holds at most 2; .*--since"):
        export(told, Wanted("report"), tmp_path / "out.html")
    assert not (tmp_path / "out.html").exists()


def test_of_ten_thousand_reports_the_first_are_shown_and_the_others_counted():
    html = page(told_by_many(10_000))
    assert "and 9,970 more reports; the JSON export has all" in html
    assert len(html) < 1_000_000


@given(entries())
def test_any_event_can_be_shown(any_entry):
    assert f'id="{any_entry.id}"' in page(any_entry)


def test_a_case_without_events_is_a_page_that_says_so():
    assert "No event of the case was asked for." in page()


# ---------------------------------------------------------------------------------------------- who cannot see it all


def test_a_keyboard_reaches_the_list_and_stops_at_the_largest_places_only():
    places = [Site(f"Town {nth}", "SY", 33 + nth / 20, 37.0, "populated_place", 3000) for nth in range(60)]
    html = page(*(entry(nth, place=place) for nth, place in enumerate(places, 1)), entry(99, place=places[7]))
    assert '<a class="skip" href="#list">' in html and 'id="list"' in html
    assert html.count('tabindex="-1"') == 20
    assert 'tabindex="-1"' not in re.search(r'<a href="#E8"[^>]*data-place[^>]*>', html)[0]  # two events


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_all_can_be_told_from_its_ground(scheme):
    palette = {}
    for name in ("palette.css", "drawn.css"):
        palette |= re.findall(r"--([\w-]+): (#\w+);", re.findall(r":root \{(.*?)\}", style(name), re.DOTALL)[scheme])
    for ink in ("ink", "soft", "where", "when", "accent"):  # text, of the grades too
        assert contrast(palette[ink], palette["card"]) >= 4.5, ink
    for ground in ("land", "sea"):
        assert contrast(palette["ink"], palette[ground]) >= 4.5, ground
    for colour in (*(f"t{nth}" for nth in range(8)), "several", "dot"):
        assert contrast(palette[colour], palette["land"]) >= 3, colour
        assert contrast(palette[colour], palette["paper"]) >= 3, colour


# ---------------------------------------------------------------------------------------------- in a browser


def test_the_browser_runs_our_script_and_no_other(opened):
    seen, log = opened(page(entry(), hard_entry(), nowhere()))
    assert "Refused" not in log and "violates" not in log and "Uncaught" not in log
    assert "All 3 are shown." in seen
    assert 'aria-label="Zoom in"' in seen
    assert '<form class="filters" aria-label' in seen  # no longer hidden


def test_what_is_chosen_is_shown_in_list_map_and_timeline(opened):
    """The policy is taken out, so that the test can act as a person would."""
    html = page(
        entry(1), entry(2, type="clash", when=Window(date(2021, 4, 1), date(2021, 4, 1))), nowhere(3)
    )  # fmt: skip
    act = """<script>
      document.querySelector('[name=type][value=clash]').click();
      document.querySelector('[name=undated]').click();
    </script>"""
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html).replace("</body>", act + "</body>")
    seen, log = opened(html)
    assert "Uncaught" not in log
    assert "1 of 3 are shown." in seen
    assert re.findall(r'<article class="item" id="(E\d)"[^>]*?hidden=""', seen) == ["E2", "E3"]
    assert seen.count('<rect class="maybe"') == 3 and '<rect class="t' not in seen


def test_without_script_it_is_a_list_to_read(opened):
    html = re.sub(r"script-src [^;]*;", "", page(entry(), nowhere()))
    seen, log = opened(html)
    assert "violates" in log
    assert "hidden" not in re.search(r'<article class="item" id="E1"[^>]*>', seen)[0]
    assert '<form class="filters" hidden' in seen  # what would do nothing is not shown
    assert '<a href="#E1"' in seen


def test_the_place_of_an_event_is_a_link_from_the_map_to_it():
    assert f'<a href="#E1" data-place="{MARUN.lat},{MARUN.lon},3000"' in page(entry())
    assert HARD_TEXT not in page(hard_entry())


def test_the_map_of_one_place_shows_where_in_the_world_it_is():
    named = set(re.findall(r"<text[^>]*>([^<]*)", page(entry())))
    assert {"Syria", "Turkey", "Iraq", "Cyprus"} < named
    assert "Iraq" not in re.findall(r"<text[^>]*>([^<]*)", page(entry(1), entry(2, place=replace(MARUN, lat=35.4))))
