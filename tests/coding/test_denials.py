"""Who denies what was told before tells a report of its own: of that type, at that place, denied."""

import pytest

from coding.documents import coded, told

# The text, and its denied reports as `told` writes them, with the words that deny.
ROWS = [
    (
        "Rebels said the army shelled the market of Kaga, killing six people. The army rejected the accusation.",
        [("rejected the accusation", "shelling denied: army > people | at Kaga | - | - | army")],
    ),
    # in the same sentence, by a pronoun; the type is what the whole sentence made of it
    (
        "Amnesty accuses the police of having shot dead 12 protesters in Kaga; the police deny it.",
        [("deny it", "attack_on_civilians denied: police > protesters | at Kaga | - | - | police")],
    ),
    # "claims that" says itself what is denied, and that is no happening
    ("Gunmen abducted two nuns in Kaga, villagers said. The mayor rejected claims that the state was weak.", []),
    # who says it denies something else
    ("The army said it shelled Kaga. The army denied the claim.", []),
    # who pleads not guilty denies what he is charged with
    ("Gunmen killed a judge in Kaga. The accused denied the charges.", []),
    # nothing has been told that could be denied
    ("The minister rejected the allegations.", []),
]


@pytest.mark.parametrize(("text", "lines"), ROWS)
def test_a_denial_of_what_was_told_is_a_report(text: str, lines: list[tuple[str, str]]) -> None:
    denied = [report for report in coded(text).reports if report.status.value == "denied"]
    assert [(report.trigger.span.quote, told(report)) for report in denied] == lines
