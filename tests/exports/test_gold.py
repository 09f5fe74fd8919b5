"""Lines as hand-coded documents have them."""

from hypothesis import given, settings

from stemmata.exports import as_gold

from .factory import coding
from .strategies import codings


def test_every_field_of_a_report():
    assert as_gold(coding()) == {
        "id": "doc",
        "reports": [
            {
                "type": "shelling",
                "status": "happened",
                "trigger": {"text": "shells", "start": 36, "end": 42},
                "evidence": {
                    "text": "Army shells killed at least seven villagers, including two children, near Marun between"
                    " 3 and 5 March 2021, the Marun Monitor said.",
                    "start": 31,
                    "end": 162,
                },
                "initiator": [{"text": "Army", "id": "government-of-marun", "start": 31, "end": 35}],
                "target": [{"text": "villagers", "id": "civilians", "start": 65, "end": 74}],
                "places": [
                    {
                        "text": "Marun",
                        "name": "Marun",
                        "country": "SY",
                        "lat": 35.1,
                        "lon": 36.7,
                        "relation": "near",
                        "start": 105,
                        "end": 110,
                    }
                ],
                "when": {
                    "text": "between 3 and 5 March 2021",
                    "start": "2021-03-03",
                    "end": "2021-03-05",
                    "text_start": 111,
                    "text_end": 137,
                },
                "figures": [
                    {
                        "text": "at least seven villagers",
                        "measure": "killed",
                        "of": "villagers",
                        "low": 7,
                        "high": None,
                        "hedge": "at_least",
                        "unit": "people",
                        "part_of": None,
                        "start": 50,
                        "end": 74,
                    },
                    {
                        "text": "two children",
                        "measure": "killed",
                        "of": "children",
                        "low": 2,
                        "high": 2,
                        "hedge": "exact",
                        "unit": "people",
                        "part_of": "at least seven villagers",
                        "start": 86,
                        "end": 98,
                    },
                ],
                "claimant": [{"text": "the Marun Monitor", "id": None, "start": 139, "end": 156}],
            }
        ],
    }


@given(codings())
@settings(max_examples=40, deadline=None)
def test_every_quoted_text_stands_at_its_offsets(made):
    text = made.document.text

    def check(value):
        if isinstance(value, list):
            for one in value:
                check(one)
        elif isinstance(value, dict):
            start, end = ("text_start", "text_end") if "text_start" in value else ("start", "end")
            assert "text" not in value or text[value[start] : value[end]] == value["text"]
            for one in value.values():
                check(one)

    check(as_gold(made)["reports"])
