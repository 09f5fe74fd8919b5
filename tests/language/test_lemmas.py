"""Base forms; the words are those of reports on violence, the rules those of English."""

import pytest

from stemmata.language.lemmas import lemma

PAST = """
killed kill, fled flee, resumed resume, barricaded barricade, reunited reunite, seceded secede, gassed gas,
exhumed exhume, bayoneted bayonet, visited visit, vacuumed vacuum, claimed claim,
shelled shell, bombed bomb, struck strike, laid lay, besieged besiege, fired fire, raided raid,
executed execute, planned plan, travelled travel, carried carry, died die, seized seize, freed free, hit hit,
shot shoot, fought fight, took take,
retook retake, withdrew withdraw, overran overrun, blew blow, torched torch, abducted abduct,
ambushed ambush, clashed clash, detonated detonate, evacuated evacuate, wounded wound, displaced displace, looted loot,
left leave, found find, bled bleed, broke break, drove drive, led lead, fell fall, held hold, strafed strafe,
defused defuse, stormed storm, said say, told tell, added add, agreed agree, controlled control, targeted target,
stabbed stab, kidnapped kidnap, gunned gun, hijacked hijack, massed mass, surged surge, damaged damage, razed raze,
dynamited dynamite, routed rout, waylaid waylay, disembowelled disembowel, pummelled pummel, revoked revoke,
installed install, boycotted boycott
"""
PARTICIPLES = """
beaten beat, stricken strike, driven drive, taken take, besieged besiege, shot shoot, blown blow, overrun overrun,
torn tear, seen see, stolen steal, hidden hide, slain slay, held hold, buried bury, tortured torture, hanged hang
"""
GERUNDS = """
shelling shell, killing kill, bombing bomb, firing fire, dying die, lying lie, fleeing flee, besieging besiege,
advancing advance, planning plan, carrying carry, using use, beating beat, striking strike, escaping escape,
seizing seize, massing mass, digging dig, running run, mining mine, raping rape
"""
PLURALS = """
soldiers soldier, militiamen militiaman, women woman, children child, villages village, cities city, bodies body,
casualties casualty, buses bus, crashes crash, wives wife, lives life, clashes clash, boxes box, families family,
houses house, hostages hostage, attacks attack, heroes hero, policemen policeman, losses loss, bases base,
schoolchildren schoolchild, corpses corpse, minibuses minibus, viruses virus, escapees escapee, canoes canoe
"""


def rows(table: str, upos: str, xpos: str) -> list[tuple[str, str, str, str]]:
    return [(form, base, upos, xpos) for form, base in (pair.split() for pair in table.replace("\n", " ").split(","))]


@pytest.mark.parametrize(
    ("form", "base", "upos", "xpos"),
    [
        *rows(PAST, "VERB", "VBD"),
        *rows(PARTICIPLES, "VERB", "VBN"),
        *rows(GERUNDS, "VERB", "VBG"),
        *rows(PLURALS, "NOUN", "NNS"),
        ("left", "left", "ADJ", "JJ"),  # not the past of leave
        ("found", "found", "VERB", "VB"),  # to found a party
        ("fires", "fire", "VERB", "VBZ"),
        ("Goes", "go", "VERB", "VBZ"),
        ("were", "be", "AUX", "VBD"),
        ("heavier", "heavy", "ADJ", "JJR"),
        ("worst", "bad", "ADJ", "JJS"),
        ("n’t", "not", "PART", "RB"),
        ("KILLED", "kill", "VERB", "VBD"),  # wire copy
        ("Syrian", "syrian", "ADJ", "JJ"),
        ("Homs", "Homs", "PROPN", "NNP"),  # a name keeps its form and its capitals
        ("ISIS", "isis", "NOUN", "NNS"),  # initials are no plural
        ("", "", "X", "FW"),
    ],
)
def test_base_forms(form: str, base: str, upos: str, xpos: str) -> None:
    assert lemma(form, upos, xpos) == base
