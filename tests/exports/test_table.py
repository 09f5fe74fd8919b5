"""The table of a terminal, at the widths that people have."""

import io
from dataclasses import replace

import pytest

from stemmata.exports import console, print_table
from stemmata.records import Coding, Problem

from .factory import MADE_WITH, coding, document, shelling


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def printed(made, width=None, first=1):
    stream = io.StringIO()
    on = console(stream)
    if width:
        on.width = width
    print_table(made, on, first)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


@pytest.mark.parametrize("width", [40, 80, 120, 160, 200])
def test_every_value_is_there_and_no_line_is_too_long(width):
    text = printed(coding(), width)
    assert max(map(len, text.splitlines())) <= width
    told = " ".join(text.split())
    for word in ("shelling", "happened", "Army", "villagers", "Marun", "children", "Monitor", "March", "2021"):
        assert word in told


def test_the_narrow_list_reads_top_to_bottom():
    assert printed(coding(), 80).splitlines() == [
        "Shelling kills seven in Marun",
        "Northern Post · published 6 March 2021 (read from: time element)",
        "",
        "        1 shelling · happened",
        "      who Army (government-of-marun)",
        "     whom villagers (civilians)",
        "    where near Marun (SY, within 5 km)",
        "     when 3 to 5 March 2021",
        "  figures at least 7 killed (villagers)",
        "          2 killed (children, part of “at least seven villagers”)",
        "  said by the Marun Monitor",
        "    quote Army shells killed at least seven villagers, including two children,",
        "          near Marun between 3 and 5 March 2021, the Marun Monitor said.",
        "",
    ]


def test_the_wide_table_has_a_column_for_each_field():
    head = printed(coding(), 160).splitlines()[3].split()
    assert head == ["#", "what", "who", "whom", "where", "when", "figures", "said", "by", "quote"]


def test_what_is_unknown_is_said():
    bare = replace(shelling(document()), initiator=(), target=(), places=(), when=None, figures=(), claimant=())
    lines = [line.split(maxsplit=1) for line in printed(coding(document(), bare), 80).splitlines()[4:10]]
    assert lines == [
        ["who", "?"],
        ["whom", "?"],
        ["where", "?"],
        ["when", "not told"],
        ["figures", "not told"],
        ["said", "by Northern Post"],
    ]


def test_a_time_without_a_day_shows_its_words():
    report = shelling(document())
    vague = replace(report, when=replace(report.when, start=None, end=None))
    assert "day not known (“between 3 and 5 March 2021”)" in printed(coding(document(), vague), 80)


def test_a_document_that_reports_nothing_says_so():
    assert "No event is reported here." in printed(Coding(document(), (), MADE_WITH))


def test_a_problem_of_the_coder_is_shown():
    problem = Problem("page.html", "code", "language", "The text is in German; only English is coded.")
    assert "only English is coded" in printed(Coding(document(), (), MADE_WITH, (problem,)))


def test_colours_are_for_terminals():
    terminal = Terminal()
    on = console(terminal)
    on.width = 80
    print_table(coding(), on)
    assert ("\x1b[" in terminal.getvalue(), "\x1b[" in printed(coding())) == (on.color_system is not None, False)


def test_a_page_cannot_command_the_terminal():
    of = document("\x1b]0;owned\x07 [bold]title[/bold]\n\nArmy shells", publisher="\x1b[2J")
    text = printed(Coding(of, (), MADE_WITH))
    assert "\x1b" not in text and "\x07" not in text
    assert "[bold]title[/bold]" in text
