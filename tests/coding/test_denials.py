"""Who denies what was told before tells a report of its own: of that type, at that place, denied."""

import pytest
from documents import coded, told

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
    # by the name that it is given
    (
        "Rebels said the army shelled Kaga on Monday. The army called the allegation a joke.",
        [("called the allegation", "shelling denied: army | at Kaga | 2021-03-01 | - | army")],
    ),
    (
        "Baku says its troops captured Kaga; Yerevan calls this a lie.",
        [("calls this", "territory_gain denied: its troops | at Kaga | - | - | Yerevan")],
    ),
    # what is called a lie tells it itself
    (
        "The ministry described reports of an attack on Kaga as a fabrication.",
        [("attack", "clash denied: - | at Kaga | - | - | ministry")],
    ),
    (
        "Reports of an attack on Kaga are not true, police said.",
        [("attack", "clash denied: - | at Kaga | - | - | police")],
    ),
    (
        "It is not true that rebels captured the town of Kaga, the governor said.",
        [("captured", "territory_gain denied: rebels | at Kaga | - | - | governor")],
    ),
    # who calls it something else denies nothing, and plans nothing
    ("The minister called the shelling of Kaga a crime.", []),
    # the share in it that somebody denies
    (
        "A bomb went off at the market in Kaga on Monday. The rebels have denied any involvement.",
        [("denied any involvement", "bombing denied: - > market | at Kaga | 2021-03-01 | - | rebels")],
    ),
    # one "not" for both
    (
        "The army said it would not enter or shell Kaga.",
        [("enter", "territory_gain denied: it | at Kaga | - | - | army")],
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
