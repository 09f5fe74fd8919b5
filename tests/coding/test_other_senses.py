"""Words of the lexicon in another sense name no happening, and the same words in their own sense do."""

import pytest
from documents import coded

# Sentences of our own that tell no happening.
NONE = """
Frost killed the apricot blossom in the valley of Bor.
The senate killed the bill by nine votes on Friday.
The tenor murdered the anthem in Juba.
A heart attack killed the old singer in Juba on Friday.
The columnist attacked the tariff in the paper.
Speculators attacked the currency for a third day.
The premier came under fire in parliament for his handling of the strike.
Senators opened fire on the budget.
A barrage of questions met the coach in Juba.
The market in Bor was a riot of colour.
The manager was besieged by reporters outside his hotel in Juba.
Winter laid siege to the villages above Bor.
The besieged finance minister will face a vote on Monday.
He was seized by a fit of laughter.
The bank released its figures on Friday.
She surrendered to sleep.
Investors fled to safe assets.
The climber's assault on the summit failed.
The raid on pensions angered the unions.
The striker hit the post in the second half.
The visitors were under siege for the whole match.
The film bombed at the box office.
The regional body has nine members.
The toll on the motorway will rise in May.
The long tour took its toll on her voice.
The radios were dead.
The judges struck down the law on Friday.
She was struck off the medical register.
The firms agreed to a truce in their price war.
The two broadcasters struck a deal over the rights to the cup.
The chiefs agreed to meet again in May.
Tea was served to the elders in Bor.
The hospital in Juba discharged her on Sunday.
The council pulled down the old stadium in Bor.
A captain took leave from his job in Bor.
Drones are flying intelligence missions over Bor.
Rescue workers rushed the injured to a clinic in Bor.
The base near Bor holds several tanks and guns.
Firemen in Bor are still recovering victims from under the rubble.
The envoy handed over a note of protest.
The ambassador lodged a formal protest in Juba.
The demonstration of the new tractor drew a crowd.
He protested that he had never met the contractor.
The party will boycott the vote.
Two diplomats were expelled from Juba.
A bus overturned near Bor on Friday, killing nine pilgrims.
Four people drowned when their boat capsized in heavy seas off Bor.
A gas explosion wrecked a bakery in Juba on Friday.
The blast at the fireworks plant in Bor was due to a spark.
The index lost 40 points on Friday.
The airline signed a deal for nine airliners.
The senate killed the trade deal on Friday.
The country entered a recession in May.
The economy is hurting.
A war of words followed in Juba.
The district of Bor falls within a safe zone.
A fire broke out at the registry in Bor on Friday.
The plan places the chemical weapons under international control.
The road to Bor has come under army fire control.
A drone was flying over Bor on Friday.
The minibus was bringing a family back from a wedding in Bor.
Soldiers were accused of harassing traders in Bor.
The ministry ordered nine attack drones and two attack helicopters.
""".strip().splitlines()

# The same words in their own sense, and the type that they tell.
TOLD = [
    ("Gunmen killed a singer in Juba on Friday.", "attack_on_civilians"),
    ("Rebels came under fire near Bor on Friday.", "clash"),
    ("Soldiers opened fire on the rebels near Bor.", "clash"),
    ("A barrage of rockets hit Bor on Friday.", "shelling"),
    ("The town of Bor was besieged by rebels on Friday.", "siege"),
    ("Fans rioted after the match in Juba on Friday.", "riot"),
    ("A bomb at a football match in Juba killed nine people.", "bombing"),
    # near the capital, and no view
    ("The army launched an attack on rebels in the Damascus countryside.", "clash"),
    # what an advance is, and no "in advance"
    ("Nine soldiers were killed in a rebel advance near Bor.", "clash"),
    # what was shot down, and no accident
    ("A warplane crashed into a market in Bor on Friday, killing nine people.", "air_strike"),
    ("The bodies of nine villagers were found near Bor.", "casualties"),
    ("Nine villagers were found dead near Bor on Friday.", "casualties"),
    ("The sides agreed to a ceasefire in Juba on Friday.", "agreement"),
    ("Nine families came home to Bor on Friday.", "return"),
    ("Nine hostages came home to Bor on Friday.", "release"),
    ("The army released nine hostages in Bor.", "release"),
    ("Farmers protested in Bor on Friday that prices were too low.", "protest"),
    ("Soldiers shelled several border posts near Bor.", "shelling"),
    ("Rebels launched rockets at Bor from Juba, and clashes broke out.", "clash"),
    ("The drones flew over Bor and dropped bombs on the market.", "air_strike"),
    ("The army placed Bor under its control.", "territory_gain"),
    ("The UN brought nine refugee families back from Juba to Bor.", "return"),
    ("Fighters praised as lions stormed a base near Bor.", "clash"),
]


@pytest.mark.parametrize("text", NONE)
def test_another_sense_is_no_happening(text: str) -> None:
    assert [report.type for report in coded(text).reports] == []


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_its_own_sense_is_one(text: str, kind: str) -> None:
    assert kind in [report.type for report in coded(text).reports]
