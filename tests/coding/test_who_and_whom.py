"""Who did it and to whom, where the words of the deed leave it to its form: one row shows one form."""

import pytest
from documents import coded

# The text; its reports as `type: who > whom`; what the row shows.
ROWS = [
    # --- behind "of" of a deed that somebody makes; of a doing, whom it befell
    (
        "The air strike of the Turkish army on Afrin killed four villagers.",
        ["air_strike: Turkish army > villagers"],
    ),
    (
        "Raids of the Saudi-led coalition hit the port of Hodeidah on Sunday.",
        ["air_strike: Saudi-led coalition > -"],
    ),
    (
        "The offensive of the M23 on Sake began on Friday.",
        ["clash: M23 > -"],
    ),
    (
        "The shelling of the rebels went on in Goma.",
        ["shelling: - > rebels"],
    ),
    (  # a base makes no strike
        "Air strikes of ISIS positions went on near Raqqa.",
        ["air_strike: - > ISIS positions"],
    ),
    # --- who blows up a bomb is not who is blown up
    ("Militants blew up a car bomb near Mosul, killing four.", ["bombing: Militants > -"]),
    ("A truck blew up near Mosul.", ["bombing: - > truck"]),
    ("A patrol was blown up near Mosul, killing four.", ["bombing: - > patrol"]),
    ("Sappers blew up a bomb in Mosul.", ["weapons_found: Sappers > -"]),
    # --- who fires, without an auxiliary, and what is fired
    ("Jets fired on a column of rebels in Taiz.", ["air_strike: Jets > column of rebels"]),
    ("Militants fired on an army post in Gao.", ["clash: Militants > army post"]),
    ("Rockets fired on Kiryat Shmona wounded two people.", ["shelling: - > people"]),
    ("Shots were fired at a foot patrol in Ballymurphy.", ["clash: - > foot patrol"]),
    # --- what a preposition at the end of the words of the deed ties to them
    (
        "Helicopters dropped eight barrel bombs on the vegetable market in Douma.",
        ["air_strike: Helicopters > vegetable market"],
    ),
    ("Commandos fell upon the militia near Sake.", ["clash: Commandos > militia"]),
    ("The shells set fire to a school in Donetsk.", ["shelling: - > school"]),
    # --- fire is set to nobody's side
    ("Army artillery rained shells on Hazzeh, setting two homes on fire.", ["shelling: Army > homes"]),
    # --- two sides, of which the tree lists one with a word of the other; the dead may be of either
    (
        "Clashes between Fulani herders and Hausa farmers left nine people dead in Jos.",
        ["clash: Fulani herders > Hausa farmers"],
    ),
    ("Police arrested Hutu rebels and Tutsi deserters in Goma.", ["arrest: Police > Hutu rebels, Tutsi deserters"]),
    (
        "Fighting between the army and the militia in Bor killed 30 civilians.",
        ["clash: army > militia, civilians"],
    ),
    ("The shells left nine people dead in Sloviansk.", ["shelling: - > people"]),
    # --- who holds it then; what another does meanwhile; who was killed in what went on
    ("Garoua was brought back under the control of the army.", ["territory_gain: army > -"]),
    (
        "RSF fighters advanced on Bara, while the army shelled Kosti.",
        ["clash: RSF fighters > -", "shelling: army > -"],
    ),
    ("A Basij member was killed in fighting near Fallujah.", ["clash: - > Basij member"]),
    ("Militants were killed fighting the army near Kela.", ["clash: Militants > army"]),
    # --- what was done by those whom the deed names, and whose it was
    (
        "Two suicide bombers killed nine people in Kabul in an attack claimed by the Taliban.",
        ["suicide_bombing: suicide bombers, Taliban > people"],
    ),
    # --- what somebody says that it was, and who is named beside his number
    ("Troops raided what they called a terrorist camp in Marib.", ["clash: Troops > terrorist camp"]),
    ("Police arrested what they said were four gunmen in Cali.", ["arrest: Police > gunmen"]),
    ("One of them, Ali Hassan, was shot dead in Basra.", ["attack_on_civilians: - > Ali Hassan"]),
    # --- who goes on behind a verb that may be one of saying, and who admits what he did
    ("The army announced a curfew and shelled the town of Kela.", ["shelling: army > -"]),
    (
        "Residents said rebels attacked the village of Kela and killed nine people.",
        ["attack_on_civilians: rebels > people"],
    ),
    ("The military acknowledged carrying out dozens of strikes in Somalia.", ["shelling: military > -"]),
    # --- who foils an attempt goes on; who is in the attempt does not
    (
        "Police foiled an attempt by militants to bomb a station in Lahore, arresting two men.",
        ["clash: militants > Police", "bombing: militants > station", "arrest: Police > men"],
    ),
    # --- who took it before held it until then
    (
        "Rebels recaptured Bor, a town that government troops took last month.",
        ["territory_gain: Rebels > government troops", "territory_gain: government troops > -"],
    ),
    # --- the only doer told of goes on; not on another day, and not where there are two
    (
        "The RSF shelled Omdurman, killing nine people. Shells hit Bahri as well, wounding two children.",
        ["shelling: RSF > people", "shelling: RSF > children"],
    ),
    (
        "The RSF shelled Omdurman. The army shelled Bahri. Shells hit Kosti as well, wounding two children.",
        ["shelling: RSF > -", "shelling: army > -", "shelling: - > children"],
    ),
    # --- a place is taken from the only side that is fought there at the time
    (
        "Al-Shabaab attacked the Somali army in Baidoa. The town was quiet on Sunday. The Somali army seized Bardale.",
        ["clash: Al-Shabaab > Somali army", "territory_gain: Somali army > Al-Shabaab"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), ROWS)
def test_who_did_it_and_to_whom(text: str, sides: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        who, whom = (", ".join(p.span.quote for p in side) or "-" for side in (report.initiator, report.target))
        found.append(f"{report.type}: {who} > {whom}")
    assert found == sides
