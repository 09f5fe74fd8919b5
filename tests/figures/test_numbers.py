"""Numbers are read from characters alone, whatever words a parser makes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.figures.numbers import LARGEST, read_numbers


def read(text: str) -> list[tuple[str, int, int | None]]:
    return [(text[n.start : n.end], n.low, n.high) for n in read_numbers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12", 12, 12),  # digits
        ("1,400", 1400, 1400),  # separators
        ("12\u00a0000", 12000, 12000),  # a fixed space
        ("12\u202f000\u202f000", 12000000, 12000000),  # narrow spaces
        ("1.2 million", 1200000, 1200000),  # a decimal with its scale
        ("25k", 25000, 25000),  # a suffix
        ("two dozen", 24, 24),  # a group with a number
        ("two hundred and three", 203, 203),  # "and" inside a number
        ("03", 3, 3),  # as police write it
        ("eleven (11)", 11, 11),  # and say it twice
        ("three hundred thousand", 300000, 300000),  # scales that multiply
        ("one thousand two hundred", 1200, 1200),  # scales that add up
        ("a million and a half", 1500000, 1500000),  # a half behind the scale
        ("half a dozen", 6, 6),  # a half before it
        ("a half-dozen", 6, 6),  # joined by hyphens
        ("half-a-dozen", 6, 6),
        ("two, possibly three", 2, 3),  # the second is not sure
        ("two or perhaps three", 2, 3),
        ("two or three dozen", 24, 36),  # one scale for both sides
        ("a considerable number of", 2, None),  # a number of some size
        ("a couple of dozen", 24, None),
        ("a couple of hundred", 200, None),  # a loose couple
        ("few hundreds", 200, None),  # few before a plural
        ("dozens and dozens", 20, None),  # a plural told twice
    ],
)
def test_one_number(text: str, low: int, high: int | None) -> None:
    assert read(text) == [(text, low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "T-72",  # a model
        "M23",  # a group
        "MH17",  # a flight
        "P5+1",  # a format of talks
        "122mm",  # a calibre
        "14:30",  # a clock time
        "0610",  # a clock time without a colon
        "19/01/2019",  # a date
        "19.01.2019",  # a date
        "25th",  # an ordinal
        "twenty-fifth",  # an ordinal in words
        "1990s",  # a decade
        "15-year-old",  # an age
        "five-member",  # a compound
        "$5 million",  # money
        "40%",  # a share
        "40 per cent",  # a share in words
        "two thirds",  # a fraction
        "nine tenths",  # a fraction that looks like a plural
        "three out of four",  # a ratio
        "2011-2013",  # years
        "3-1",  # a score
        "1.5",  # a decimal that no word makes whole
        "1.400",  # a decimal or thousands: not sure, so not read
        "v2.0",  # a version
        "9" * 30,  # an identifier
        "1000000000001",  # more than anybody counts
        "few",  # how little, not how many
    ],
)
def test_no_number(text: str) -> None:
    assert read(text) == []


def test_numbers_side_by_side_stay_apart() -> None:
    assert [low for _, low, _ in read("Killed 12, wounded 20 and five or six missing")] == [12, 20, 5]


UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
UNITS += ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spoken(number: int) -> str:
    """A number below a million in British English."""
    if number >= 1000:
        rest = number % 1000
        return f"{spoken(number // 1000)} thousand" + (f"{' and' if rest < 100 else ''} {spoken(rest)}" if rest else "")
    if number >= 100:
        return f"{UNITS[number // 100]} hundred" + (f" and {spoken(number % 100)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


@given(st.integers(1, 999_999))
def test_every_spoken_number_is_read_back(number: int) -> None:
    text = spoken(number)

    assert read(text) == [(text, number, number)]


@given(st.integers(1, LARGEST))
def test_digits_with_and_without_separators_are_the_same(number: int) -> None:
    plain = [] if len(str(number)) > 15 else [(str(number), number, number)]

    assert read(str(number)) == plain
    assert read(f"{number:,}") == [(f"{number:,}", number, number)]
