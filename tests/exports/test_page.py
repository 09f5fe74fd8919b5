"""The HTML page: no script, no request, nothing from outside left unescaped, and links both ways."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.exports import as_page
from stemmata.records import Coding, Problem, Span, Why

from .factory import MADE_WITH, coding, document, shelling, words
from .strategies import codings

VOID = {"meta", "br"}


class Parsed(HTMLParser):
    """What a page holds: elements, ids, links, and the text outside of the style."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.ids, self.links, self.text, self.open = [], [], [], "", []
        self.feed(page)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.elements.append((tag, told))
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told["href"]] if "href" in told else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += "" if "style" in self.open else data


def test_every_value_leads_to_its_words_and_back():
    made = coding()
    page = as_page([made])
    parsed = Parsed(page)
    span = words(made.document, "two children")
    assert f'<a id="r1-figures-2" href="#w1-{span.start}-{span.end}"' in page
    marked = re.search(rf'<mark id="w1-{span.start}-{span.end}" class="figures">(.*?)</mark>', page)
    assert marked and marked[1].startswith("two children")
    assert '<a href="#r1-figures-2">1 figures</a>' in marked[1]
    assert all(link[1:] in parsed.ids for link in parsed.links if link.startswith("#"))


def test_a_card_says_each_value_with_its_precision():
    text = Parsed(as_page([coding()])).text
    for said in (
        "3 to 5 March 2021",
        "at least 7 killed",
        "children, part of “at least seven villagers”",
        "near Marun",
        "SY, within 5 km",
        "government-of-marun",
        "published 6 March 2021 (read from: time element)",
        "Northern Post",
    ):
        assert said in text


def test_what_is_not_told_is_said():
    bare = replace(shelling(document()), initiator=(), when=None, figures=(), claimant=())
    text = Parsed(as_page([coding(document(), bare)])).text
    assert "who, when, figures" in text
    assert "Northern Post, in its own voice" in text


def test_the_rule_stands_in_words_with_its_entry():
    page = as_page([coding()])
    assert "It is told as a fact" in page
    assert "<code>speech.csv:4 say</code>" in page


def test_the_policy_allows_this_style_and_nothing_else():
    page = as_page([coding()])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp;",
    "\u202eevil\u202c \u2066x",
    "a\x00b\x1b[31m",
    "<!-- --> ]]> <mark id=r1>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text):
    of = document(
        f"{text}\n\nArmy {text} shells", publisher=text, author=text, url="javascript:alert(1)", language=text
    )
    span = of.span(len(text) + 2, len(of.text))
    report = replace(
        shelling(document()),
        type=text, evidence=span, also=(),
        trigger=replace(shelling(document()).trigger, span=span, why=Why(text, text)),
        status=replace(shelling(document()).status, span=span),
        initiator=(replace(shelling(document()).initiator[0], span=span, id=text),),
        target=(), places=(), when=None, figures=(), claimant=(),
    )  # fmt: skip
    made = Coding(of, (report,), MADE_WITH, (Problem(text, "code", "x", text),))
    parsed = Parsed(as_page([made]))
    assert {tag for tag, _ in parsed.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "header", "main", "article", "section", "footer", "div"),
        *(
            "p",
            "ul",
            "li",
            "a",
            "b",
            "h1",
            "h2",
            "span",
            "mark",
            "dl",
            "dt",
            "dd",
            "small",
            "details",
            "summary",
            "code",
        ),
        "bdi",
    }
    assert not any(name.startswith("on") for _, told in parsed.elements for name in told)
    assert not any("javascript:" in link for link in parsed.links)
    assert len(parsed.ids) == len(set(parsed.ids))
    if text.isprintable():
        assert parsed.text.count(text) >= 2


@given(st.lists(codings(), max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_coding_gives_a_whole_page_whose_links_all_lead_somewhere(made):
    parsed = Parsed(as_page(made))
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {link[1:] for link in parsed.links if link.startswith("#")} <= set(parsed.ids)


def test_words_that_cross_light_up_as_one():
    of = document("one two three four")
    report = replace(
        shelling(document()), evidence=words(of, "one two three"), also=(words(of, "two three four"),),
        trigger=replace(shelling(document()).trigger, span=words(of, "two")),
        status=replace(shelling(document()).status, span=words(of, "two")),
        initiator=(), target=(), places=(), when=None, figures=(), claimant=(),
    )  # fmt: skip
    page = as_page([coding(of, report)])
    assert page.count('class="evidence w1-4-18"') == 2
    assert "body:has(#w1-4-18:target) .w1-4-18{" in page


def test_two_documents_number_their_reports_on():
    parsed = Parsed(as_page([coding(), coding(document(id="other"))]))
    assert {"r1", "r2"} <= set(parsed.ids)
    assert "2 reports in 2 documents" in parsed.text


def test_a_page_without_reports_says_so():
    assert "No event is reported here." in Parsed(as_page([Coding(document(), (), MADE_WITH)])).text


def test_words_that_reading_left_out_are_shown_as_such():
    of = document()
    made = coding(replace(of, text=of.text + "\n\nLeave a Reply"), shelling(of))
    assert "<details><summary>Left out as no part of the text</summary>" in as_page([made])


def test_ten_thousand_reports_stay_bounded():
    sentence = (
        "Army shells killed at least seven villagers, including two children, near Marun between 3 and 5 March 2021, "
    )
    of = document("Title\n\n" + "\n\n".join([sentence + "the Marun Monitor said."] * 10_000))
    one = shelling(document())

    def moved(span: Span, by: int) -> Span:
        return of.span(span.start + by, span.end + by)

    reports = []
    for number in range(10_000):
        by = 7 + number * (len(sentence) + 25) - 31
        reports.append(
            replace(
                one,
                also=(),
                when=None,
                places=(),
                target=(),
                figures=(),
                evidence=moved(one.evidence, by),
                trigger=replace(one.trigger, span=moved(one.trigger.span, by)),
                status=replace(one.status, span=moved(one.status.span, by)),
                initiator=(replace(one.initiator[0], span=moved(one.initiator[0].span, by)),),
                claimant=(replace(one.claimant[0], span=moved(one.claimant[0].span, 7 - 31)),),
            )
        )
    page = as_page([coding(of, *reports)])
    assert len(page) < 40_000_000
    assert "and 9988 more" in page  # the words that all share lead back to the first twelve only
