"""Public sets are read as their makers wrote them, and compared by the rules that stand in each benchmark."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from stemmata.records import Party, Span, Why

ROOT = Path(__file__).parents[2]
SETS = ("event_location", "factuality", "idetect", "meantime", "muc4", "petrarch", "plover_gsr")


@pytest.fixture
def benchmark_of(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: import_module(f"benchmarks.{name}")


@pytest.mark.parametrize("name", SETS)
def test_a_missing_set_is_one_sentence(benchmark_of, name, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        benchmark_of(name).measure(["--data", str(tmp_path)])
    assert ended.value.code == 2
    assert f"there is no folder {tmp_path / name}; get the set" in capsys.readouterr().err


def test_agreement_counts_what_both_have(benchmark_of):
    agreement = benchmark_of("public").Agreement()
    agreement.add({1, 2, 3}, {2, 3, 4, 5})
    agreement.add(set(), {6})
    assert (agreement.precision, agreement.recall) == (2 / 5, 2 / 3)
    assert agreement.f1 == pytest.approx(0.5)
    assert benchmark_of("public").Agreement().f1 is None


def test_petrarch_records_close_their_sentences_twice(benchmark_of, tmp_path):
    file = tmp_path / "records.xml"
    file.write_text(
        """<Sentences>
<Sentence category="OWN" date="20110304" id="OWN1" evaluate="true"/>
<EventCoding eventcode="190" sourcecode="MLIREB" targetcode="MLIMIL" />
<Text>
Rebels attacked an army post
in Mali, ``the radio'' said.
</Text>
<Parse>1 Rebels</Parse></Sentence>
<Sentence date="20110305" id="OWN2"/>
<EventCoding noevents="True" />
<Text>
Rain fell in Mali.
</Text></Sentence>
</Sentences>""",
        encoding="utf-8",
    )
    first, second = benchmark_of("petrarch").records(file)
    assert first.text == 'Rebels attacked an army post in Mali, "the radio" said.'
    assert (first.day, first.events) == (date(2011, 3, 4), {("MLIREB", "MLIMIL", "190")})
    assert (second.day, second.events) == (date(2011, 3, 5), frozenset())


@pytest.mark.parametrize(
    ("words", "id_", "code"),
    [
        ("Kenyan police", "government-of-kenya", "KENCOP"),
        ("Kenya", "government-of-kenya", "KEN"),
        ("Chadian soldiers", "government-of-chad", "TCDMIL"),
        ("the mayor of Lima", "government-of-peru", "PERGOV"),
        ("gunmen", None, "---"),
        ("Nigerian students", None, "NGAEDU"),
    ],
)
def test_actors_as_cameo_writes_them(benchmark_of, words, id_, code):
    party = Party(Span("own", 0, len(words), words), id_, Why("own"))
    assert benchmark_of("cameo").actor_code(party) == code


@pytest.mark.parametrize(
    ("value", "window"),
    [
        ("2011", (date(2011, 1, 1), date(2011, 12, 31))),
        ("2012-02", (date(2012, 2, 1), date(2012, 2, 29))),
        ("2012-02-05T14:30", (date(2012, 2, 5), date(2012, 2, 5))),
        ("2010-Q2", (date(2010, 4, 1), date(2010, 6, 30))),
        ("2009-W01", (date(2008, 12, 29), date(2009, 1, 4))),
        ("P2Y", None),
        ("PRESENT_REF", None),
    ],
)
def test_days_of_a_timex_value(benchmark_of, value, window):
    assert benchmark_of("meantime").days(value) == window


def test_keys_of_muc4(benchmark_of):
    template = {
        "INCIDENT: TYPE": ["BOMBING / ATTACK"],
        "INCIDENT: DATE": ["30 MAR 90 - 02 APR 90"],
        "INCIDENT: LOCATION": ["PERU: PUNO (DEPARTMENT): JULIACA (CITY)"],
        "PERP: ORGANIZATION ID": ['"NIGHT FRONT" / "NF"'],
        "HUM TGT: NAME": ['"ANA SOLIS"'],
        "HUM TGT: DESCRIPTION": ['"CLERK": "ANA SOLIS"', '"PASSENGERS"'],
        "HUM TGT: NUMBER": ['1: "ANA SOLIS"', '~12: "PASSENGERS"', 'PLURAL: "CREW"'],
    }
    told = benchmark_of("muc4").keys([template, {"INCIDENT: TYPE": ["ARSON"], "INCIDENT: DATE": ["- 04 APR 90"]}])
    assert told.types == {"BOMBING", "ARSON"}
    assert told.days == {(date(1990, 3, 30), date(1990, 4, 2))}
    assert told.places == {"juliaca"}
    assert told.perpetrators == {("night front", "nf")}
    assert told.victims == {("ana solis", "clerk", "ana solis"), ("passengers",)}
    assert told.numbers == {1, 12}
