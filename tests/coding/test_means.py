"""The means of violence and its type: what things come from, what they hold, what people wear, lists of means."""

import pytest
from documents import coded

# (types in text order, sentence, what it proves)
ROWS = [
    # --- where rockets and bombs come from
    ("air_strike", "Rockets fired by helicopters ripped through a tea stall in Bannu.", "sent by aircraft"),
    ("air_strike", "A bomb dropped from a plane killed two herders in Heglig.", "dropped from aircraft"),
    ("air_strike", "A Russian Su-34 fired a missile at a school in Bakhmut.", "a name with a number"),
    ("air_strike", "Warplanes released their bombs on the eastern quarter of Kobani.", "aircraft release"),
    ("air_strike", "Aviation employed a glide bomb against a barracks in Halwan.", "calque of a ministry"),
    ("air_strike", "Halwan was pounded from the air.", "from the air"),
    ("shelling", "A rocket fired from a lorry hit a tea stall in Bannu.", "a lorry is no aircraft"),
    ("shelling", "Halwan was pounded from the hills.", "a place is no aircraft"),
    ("air_strike", "A drone set a depot on fire in Tuapse.", "fire set from the air"),
    ("shelling", "A rocket set a depot on fire in Tuapse.", "fire set by a rocket"),
    ("property_destruction", "Rebels set a depot on fire in Bor.", "fire set by hand"),
    ("shelling", "The house in Ganja took a direct hit.", "a hit taken"),
    ("shelling", "Missiles slammed into Ganja.", "hurtling verbs are active without an auxiliary"),
    # --- one list of several means
    ("air_strike shelling", "Drones and cruise missiles slammed into Kyiv.", "list as subject"),
    ("air_strike shelling", "Sloviansk was hit by shells and glide bombs.", "list as agent"),
    ("air_strike shelling", "A missile and drone attack on Odesa injured 12.", "list before the noun"),
    ("air_strike shelling", "Artillery and drone strikes killed four in Khartoum.", "list parted by its noun"),
    ("air_strike shelling", "The army used helicopters and mortars against rebels in Malakal.", "list as object"),
    ("bombing shelling", "A volley of car bombs and mortar rounds struck Bor.", "list within an amount"),
    ("air_strike", "Jets and helicopters bombed Kobani.", "one type"),
    ("air_strike", "Drones destroyed a mortar and a drone near Robotyne.", "what is hit is no means"),
    ("air_strike", "Warplanes hit a convoy of tanks and artillery near Sirte.", "what is hit is no means"),
    # --- what is laden or worn
    ("bombing", "A tricycle rigged with explosives went off in Qamishli.", "a laden thing"),
    ("bombing", "A booby-trapped fridge blew up in Sirte.", "booby-trapped"),
    ("bombing", "Saboteurs blew the roof off a station in Bor.", "blew off"),
    ("suicide_bombing", "A man with explosives strapped to his body struck a funeral in Jalalabad.", "strapped on"),
    ("suicide_bombing", "A girl wearing an explosive vest walked into a market in Mora.", "worn"),
    ("suicide_bombing", "A militant triggered the bomb he was carrying in Makassar.", "carried on the body"),
    (
        "suicide_bombing",
        "The driver of a truck loaded with explosives rammed the gate in Beirut.",
        "driver of a laden lorry",
    ),
    ("bombing", "A militant triggered a bomb on the road to Makassar.", "a bomb that lies"),
    # --- poison
    ("chemical_attack", "A helicopter dropped canisters of a toxic gas on Saraqeb.", "what canisters hold"),
    ("chemical_attack", "Chlorine bombs fell on the market of Halwan.", "bombs named for their gas"),
    ("chemical_attack", "Fifty people died of poison gas in Halwan.", "died of it"),
    ("chemical_attack", "Hundreds were treated for exposure to a nerve agent in Halwan.", "exposure to it"),
    ("chemical_attack", "Eleven men inhaled a toxic substance in Halwan.", "inhaled"),
    ("chemical_attack", "The regime gassed Ghouta, killing 1,400.", "a town gassed"),
    ("protest", "Police fired tear gas at protesters in Halwan.", "tear gas is no poison"),
    ("", "Nine migrants were treated for exposure to the cold in Halwan.", "exposure to the cold"),
    ("", "A pipeline carries gas to Halwan.", "gas that heats"),
    # --- the verbs of guns
    ("shelling", "Coastal guns plastered the harbour of Halwan.", "guns as the doer"),
    ("shelling", "The army peppered Halwan with rockets.", "rockets as what it was done with"),
    ("shelling", "Gunners put four rounds into the mosque of Halwan.", "rounds put into it"),
    ("shelling", "The siege guns opened up on Halwan.", "guns that open up"),
    ("shelling", "The chapel in Halwan took a stray rocket.", "a rocket taken"),
    ("shelling", "Howitzers reduced a mill in Halwan to rubble.", "reduced to rubble"),
    ("shelling", "Troops levelled a village near Halwan with rockets.", "levelled with rockets"),
    ("shelling", "An 82-mm bomb killed two women in Halwan.", "a calibre tells a mortar bomb"),
    ("", "Rents rocketed in Halwan.", "prices rocket"),
    ("", "Nurses peppered the minister with questions in Halwan.", "peppered with no shells"),
    ("", "The chapel in Halwan took two novices.", "people taken in"),
    # --- the verbs of aircraft
    ("air_strike", "F-16s pasted a ridge near Halwan.", "aircraft paste"),
    ("air_strike", "A plane put eight bombs on a school in Halwan.", "bombs put on it"),
    ("air_strike", "The Antonov dropped its load on Halwan.", "a load dropped"),
    ("air_strike", "Drones swarmed over a depot in Halwan.", "a swarm of drones"),
    ("air_strike", "Jets turned a bakery in Halwan into a crater.", "turned into a crater"),
    ("", "A coach turned a barn in Halwan into a studio.", "turned into no ruin"),
    ("", "Tourists swarmed over the beach of Halwan.", "people swarm"),
    # --- bombs and what they do
    ("bombing", "A mine took both legs of a shepherd near Halwan.", "legs taken by a mine"),
    ("bombing", "A boy tripped a wire near Halwan.", "a wire tripped"),
    ("bombing", "Rebels had seeded an orchard near Halwan with pressure plates.", "seeded with mines"),
    ("bombing", "Somebody put a bomb on the doorstep of a judge in Halwan.", "a bomb put there"),
    ("bombing", "Guerrillas dynamited a pipeline near Halwan.", "a lifeline dynamited"),
    ("bombing", "A device burst under a tractor near Halwan.", "a device that bursts"),
    ("", "Farmers had seeded a field near Halwan with barley.", "seeded with grain"),
    ("", "A tyre burst near Halwan.", "a tyre that bursts"),
    ("suicide_bombing", "A woman triggered her belt in a market in Halwan.", "a belt triggered"),
    ("suicide_bombing", "A girl set off the explosives strapped to her in Halwan.", "strapped to her"),
    ("suicide_bombing", "A man in an explosive vest walked into a mosque in Halwan.", "clad in a vest"),
    ("suicide_bombing", "A driver rammed a lorry bomb into the gate of a school in Halwan.", "a bomb that is driven"),
    ("", "A man in a vest walked into a bank in Halwan.", "a vest of cloth"),
    ("", "A driver fastened his belt in Halwan.", "a belt in a car"),
    # --- grenades
    ("grenade", "Two men bowled grenades into a bar in Halwan.", "grenades bowled"),
    ("grenade", "A grenade rolled under the counter of a shop in Halwan.", "a grenade as the subject"),
    ("grenade", "Youths chucked a hand bomb at a bus in Halwan.", "a hand bomb"),
    ("grenade", "The police station of Halwan was grenaded.", "grenade as a verb"),
    ("shelling", "A rocket-propelled grenade landed in a yard in Halwan.", "no grenade of the hand"),
    # --- poison by its other names
    ("chemical_attack", "Planes dropped canisters of phosgene on Halwan.", "phosgene"),
    ("chemical_attack", "Planes dusted Halwan with mustard gas.", "dusted with it"),
    ("", "A chemist spread mustard on his bread in Halwan.", "mustard to eat"),
    # --- what guns, jets and gas are said to do
    ("shelling", "The pounding of Halwan by howitzers went on all night.", "a noun of the verb"),
    ("air_strike", "Helicopters were called in on a column near Halwan.", "jets called in"),
    ("bombing", "A parcel blew up in the hands of a clerk in Halwan.", "a parcel that blows up"),
    ("chemical_attack", "Nerve gas crept into a cellar in Halwan.", "gas as the subject"),
    ("", "A firm called in helicopters to film Halwan.", "called in on nobody"),
    ("", "Fog crept into a cellar in Halwan.", "fog"),
    # --- weapons found
    ("weapons_found", "Dogs sniffed out nine bricks of Semtex in Halwan.", "sniffed out"),
    ("weapons_found", "Police dug three rifles out of a garden in Halwan.", "dug out"),
    ("weapons_found", "Marines chanced on a pit with 41 mortar bombs near Halwan.", "chanced on"),
    ("weapons_found", "The coastguard searched a dhow with sniper scopes near Halwan.", "what the boat held"),
    ("weapons_found", "Customs intercepted a container of rocket launchers in Halwan.", "a container of them"),
    ("weapons_found", "Some 840 guns were cut up in Halwan.", "guns cut up"),
    ("", "Dogs sniffed out nine bags of truffles in Halwan.", "truffles"),
    ("", "The coastguard searched a dhow with broken oars near Halwan.", "a boat that held none"),
    # --- what shows how somebody died
    ("attack_on_civilians", "The bodies of six men with gunshot wounds were found in Halwan.", "wounds of bullets"),
    ("attack_on_civilians", "Bullet-riddled bodies were found in Halwan.", "riddled"),
    ("attack_on_civilians", "A body bearing signs of torture was found in Halwan.", "signs of torture"),
    ("casualties", "The bodies of six men were found in Halwan.", "nothing shows"),
    ("attack_on_civilians", "Police in Conakry shot dead two young men.", "no dead shot"),
    ("attack_on_civilians", "Guards threw prisoners off a roof in Halwan.", "thrown off"),
    ("attack_on_civilians", "A man drove a van into pedestrians in Barcelona.", "a van as a weapon"),
    ("attack_on_civilians", "Assailants threw acid at three schoolgirls in Kandahar.", "acid"),
    ("attack_on_civilians", "Militiamen finished off survivors in Halwan.", "the helpless finished off"),
    ("clash", "Soldiers finished off the rebels in Halwan.", "fighters finished off"),
    ("attack_on_civilians", "Relatives buried seven shepherds who were shot near Nablus.", "burial of those shot"),
    ("attack_on_civilians", "Gunmen attacked Solhan, killing 132 people.", "people killed in a town, no side named"),
    ("clash", "Gunmen attacked Solhan, killing 13 soldiers.", "soldiers killed in a town"),
    ("clash", "Gunmen attacked a post near Solhan, killing 13.", "a post is manned"),
    # --- who bombs by hand, what bombs are met with
    ("bombing", "Separatists bombed a railway line in Assam.", "who has no aircraft"),
    ("bombing", "The trial of three men accused of bombing a bus in Burgas opened.", "men bomb a bus"),
    ("air_strike", "Russia bombed a bus in Burgas.", "a state bombs from the air"),
    ("bombing", "Their cart hit an unexploded shell in Hajjah.", "what lies is met with"),
    ("bombing", "A bus ran over a roadside bomb in Ghazni.", "nobody was run over"),
    ("suicide_bombing", "A car driven by a suicide bomber exploded in Mogadishu.", "who drove what went off"),
    # --- fires of strikes
    ("air_strike", "The strike hit a camp in Halwan and set tents on fire.", "a fire that a strike set"),
    ("air_strike", "Two bombs fell on Halwan, and twenty houses burned.", "houses that burned in it"),
    ("air_strike property_destruction", "Jets bombed Halwan, and rebels burned twenty houses.", "others burned them"),
    ("air_strike", "Incendiary weapons were dropped on a suburb of Halwan.", "weapons dropped on a place"),
    ("surrender", "Forty rebels dropped their weapons in Bor.", "weapons dropped"),
    ("attack_on_civilians", "Gunmen set a hall in Halwan on fire, killing 52 guests.", "who burns people"),
    ("property_destruction", "Gunmen set a hall in Halwan on fire.", "who burns a hall"),
    ("air_strike", "Helicopter fire destroyed a hospital in Kunduz.", "fire from aircraft"),
    ("air_strike shelling", "Nikopol came under artillery and drone fire.", "fire of two sorts"),
    ("air_strike", "Two drones blew up near a stage in Caracas.", "drones blow up"),
    ("bombing", "Two cars blew up near a stage in Caracas.", "cars blow up"),
    ("bombing", "A herder wandered into a minefield in Halwan.", "a minefield"),
    ("attack_on_civilians", "Troops poured fire into a crowd in Andijan.", "fire poured into people"),
    ("shelling", "Troops poured fire into the town of Andijan.", "fire poured into a town"),
    ("attack_on_civilians", "Armed men went on a shooting rampage in Mumbai.", "no crowd"),
    ("suicide_bombing", "A car laden with explosives ploughed into a bus stop in Ankara.", "a laden car that drives"),
    ("bombing", "An explosion shook Kano. Police stations were hit, and 12 people died.", "hit by the explosion"),
    ("air_strike attack_on_civilians", "Jets strafed Demoso, and soldiers killed nine villagers.", "others killed"),
    ("shelling", "Volleys rained on Ashkelon.", "volleys that fall"),
    ("shelling", "A clinic in Maarat took four hits.", "hits taken by a building"),
    ("", "The minister took four hits in the polls.", "hits of another sort"),
    ("suicide_bombing", "A man with explosives around his waist blasted a bus in Quetta.", "around the waist"),
    (
        "attack_on_civilians",
        "Soldiers opened fire; dozens of villagers were slaughtered in Halwan.",
        "fell to the fire",
    ),
    ("sexual_violence", "A nurse in Bor treated 24 women who had been raped by rebels.", "care for those hurt"),
    ("attack_on_civilians", "Gunmen killed dozens of people fleeing on foot in Halwan.", "what the struck were doing"),
    # --- captives, and bombers stopped
    ("attack_on_civilians", "Rebels killed 25 prisoners of war in Halwan.", "captives fight nobody"),
    ("attack_on_civilians", "The corpses of 13 men were discovered shot to death near Halwan.", "found shot"),
    ("attack_on_civilians", "The army was accused by the opposition of executing 65 people.", "not the accuser"),
    ("clash", "The army killed 75 militants, including suicide bombers, in Daraa.", "bombers killed by others"),
    ("suicide_bombing", "The front sent three suicide bombers into Hasakah; nine fighters died.", "bombers sent"),
    # --- what is said in general
    ("", "The army says it does not target civilians.", "policy"),
    ("", "The council called on all to stop attacks on hospitals.", "attacks in general"),
    ("", "Services were held for the victims of the massacre.", "only referred to"),
    ("attack_on_civilians", "Services were held for the victims of the massacre in Halwan.", "told with its place"),
    ("", "He was targeted by critics in Halwan.", "words hit nobody"),
]


@pytest.mark.parametrize(("types", "text", "proves"), ROWS)
def test_the_means_gives_the_type(types: str, text: str, proves: str) -> None:
    assert sorted(report.type for report in coded(text).reports) == types.split(), proves


def test_a_joint_toll_is_told_once() -> None:
    """The figure goes with the first report of a list of means."""
    reports = coded("Drones and missiles hit Kyiv, killing nine people.").reports
    assert [len(report.figures) for report in reports] == [1, 0]


def test_attacks_of_another_day_are_not_those_told_before() -> None:
    """ "A wave of attacks" with a day of its own takes over no means from the day before."""
    text = "On 2 March a suicide bomber killed nine people in Kirkuk. On 5 March a wave of attacks killed 52 in Mosul."
    first, second = (report.type for report in coded(text).reports)
    assert first == "suicide_bombing" != second
