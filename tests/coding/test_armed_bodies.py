"""Who fights whom where the tree, the names or the words of a side mislead: bodies nobody knows, two of one state."""

import pytest
from documents import coded, told

ROWS = [
    # whoever is ambushed suffers it, also where nobody is told to have done it
    ("Soldiers were ambushed by guards near Goma.", ["clash: guards > Soldiers | near Goma"]),
    # a place is taken from a side, which the tree takes for the agent of the passive
    ("Baidoa was retaken from Hamas gunmen.", ["territory_gain: - > Hamas gunmen | at Baidoa"]),
    ("The hamlet of Goma was retaken from the Azov Brigade.", ["territory_gain: - > Azov Brigade | at Goma"]),
    # "on" behind those who attack tells whom, and not what they ride
    (
        "An ambush by commandos on Taliban fighters left five dead.",
        ["clash: commandos > Taliban fighters | - | - | 5 killed dead"],
    ),
    (
        "A raid by gunmen on motorcycles left a soldier dead in Goma.",
        ["clash: gunmen > soldier | at Goma | - | 1 killed soldier"],
    ),
    # two bodies of one state may fight each other
    ("The police attacked Cameroonian soldiers near Buea.", ["clash: police > Cameroonian soldiers | near Buea"]),
    # nobody fights himself: "the militia" is not that which attacks it
    ("Fano fighters attacked the militia near Gondar.", ["clash: Fano fighters > militia | near Gondar"]),
    # trees with two subjects, or a noun for a verb
    (
        "Clashes broke out between Taliban fighters and Chechen fighters in Kunduz.",
        ["clash: Taliban fighters > Chechen fighters | at Kunduz"],
    ),
    ("Coalition forces shelled the village of Mocha.", ["shelling: Coalition forces | at Mocha"]),
    ("Regime forces shelled the village of Mocha.", ["shelling: Regime forces | at Mocha"]),
    ("Karen fighters attacked the police near Goma.", ["clash: Karen fighters > police | near Goma"]),
    ("M23 rebels' attack on Goma was repelled.", ["clash: M23 rebels | at Goma"]),
    ("The army retook Goma from the rebels.", ["territory_gain: army > rebels | at Goma"]),
    ("A suicide bombing hit Kunduz.", ["suicide_bombing: - | at Kunduz"]),
    # bodies that no registry knows are called as armed bodies are, and are no place
    ("Soldiers attacked the ZRA near Goma.", ["clash: Soldiers > ZRA | near Goma"]),
    ("Troops clashed with the Shifta in Goma.", ["clash: Troops > Shifta | at Goma"]),
    ("The militia attacked Ansar al-Haqq near Goma.", ["clash: militia > Ansar al-Haqq | near Goma"]),
    (
        "The army retook Goma from the Kela Liberation Front.",
        ["territory_gain: army > Kela Liberation Front | at Goma"],
    ),
    ("Rebels attacked the 25th Division near Goma.", ["clash: Rebels > 25th Division | near Goma"]),
    ("Jaish al-Fajr ambushed soldiers near Goma.", ["clash: Jaish al-Fajr > soldiers | near Goma"]),
    # what only looks so is a place
    ("Rebels attacked a base in Lashkar Gah.", ["clash: Rebels > base | at Lashkar Gah"]),
    ("The army advanced in the DMZ near Goma.", ["clash: army | at DMZ"]),
    # men with arms are no civilians
    ("Soldiers attacked armed men near Goma.", ["clash: Soldiers > armed men | near Goma"]),
    # to whom a place is lost, and whom it is cleared of
    ("Goma fell into the hands of insurgents.", ["territory_gain: insurgents | at Goma"]),
    ("The army lost control of Goma to jihadists.", ["territory_gain: jihadists > army | at Goma"]),
    ("The army cleared Goma of jihadists.", ["territory_gain: army > jihadists | at Goma"]),
    # a place by what befell it, though no gazetteer knows it
    ("Kramna came under the control of rebels.", ["territory_gain: rebels | at Kramna"]),
    # two sides of one fight
    ("Rebels engaged soldiers in a gun battle near Goma.", ["clash: Rebels > soldiers | near Goma"]),
    ("The army battled jihadists for control of Goma.", ["clash: army > jihadists | at Goma"]),
    ("The patrol made contact with rebels near Goma.", ["clash: patrol > rebels | near Goma"]),
    # the means tell the type
    ("Troops launched glide bombs at the base in Goma.", ["air_strike: Troops > base | at Goma"]),
    ("Soldiers set off a bomb in Goma.", ["bombing: Soldiers | at Goma"]),
    ("The army subjected Goma to shelling.", ["shelling: army | at Goma"]),
    ("A truck ran over an explosive device near Goma.", ["bombing: - > truck | near Goma"]),
    ("Drone-dropped grenades hit an army position near Goma.", ["air_strike: - > army position | near Goma"]),
    ("Rebels attacked a base in Goma with self-propelled guns.", ["shelling: Rebels > base | at Goma"]),
    ("A suicide motorcycle hit an army position near Goma.", ["suicide_bombing: - > army position | near Goma"]),
    ("Chlorine barrel bombs hit an army position near Goma.", ["chemical_attack: - > army position | near Goma"]),
    # no happening: talks, wares
    ("Talks were held between the United Barak Alliance and officials in Goma.", []),
    ("The company launched a drone at the trade fair in Goma.", []),
]


@pytest.mark.parametrize(("text", "lines"), ROWS)
def test_who_fights_whom(text: str, lines: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == lines
