"""Wordings of police blotters, ministries, logs, flash updates, threads, parish letters and union news for what happens
beside the fighting: arrests, captives, crowds, relief, returns, looting, finds and the dead."""

import pytest
from documents import coded

# Each sentence tells one happening of the type above it.
SENTENCES = {
    "ceasefire_violation": """
The militia flouted the truce in Karsa.
""",
    "agreement": """
The clans of Karsa patched up their quarrel.
""",
    "displacement": """
The families were bombed out of Karsa.
Villagers of Karsa hid in the gorge for nine nights.
""",
    "abduction": """
The gang wants money for the missionaries it took in Tamale.
Three drivers were taken by men of the KPC on the Karsa road.
The whereabouts of four activists of Tamale are unknown.
Kidnappers demanded a ransom for the merchant they hold in Karsa.
The pirates left with six crewmen off Karsa.
Peasants detained nine soldiers in Karsa.
A bus was stopped at Tamale and its passengers led into the forest.
The secret service disappeared three students in Karsa.
Four aid workers fell into the hands of kidnappers in Tamale.
The seizure of two tourists by tribesmen near Karsa was confirmed.
""",
    "aid": """
Volunteers ladled out soup to 300 people in Karsa.
Food for 300 families in Karsa.
Jordan dispatched a plane with 40 tons of medicines to Tamale.
Help has arrived in Karsa.
Partners handed 1,200 health kits to a hospital in Karsa.
The crossing of Karsa saw the entry of 11 lorries with blankets.
A kitchen serves 5,000 plates a day in Tamale.
The ICRC vessel lifted 405 patients from the beach of Karsa.
Rice was shared among 200 widows in Karsa.
Water bladders were set up for 3,000 persons in Tamale.
Some 900 households benefited from shelter kits in Karsa.
Villagers cooked for the displaced in Tamale.
Mobile teams saw 600 patients in Karsa.
Tents were pitched for 90 families in Tamale.
School kits went to 600 children in Karsa.
A donation of 100 bags of rice was received by the victims in Tamale.
""",
    "arrest": """
Eleven men are in handcuffs in Karsa.
Seventy persons were delivered to the internal affairs department in Karsa.
Two ministers are under house arrest in Tamale.
Four males were put at the disposal of the prosecutor in Karsa.
More than 40 people have been deprived of their liberty in Karsa.
The army is holding 40 villagers in Tamale.
Police conducted a raid in Karsa that netted six suspects.
Detained in Tamale: 40 workers.
The army has under arrest 716 people in Karsa.
The front said it had in custody four mayors of Tamale.
A total of 41 wanted persons fell into the hands of the law in Karsa.
More than 1,600 suspects have been put under control in Tamale.
The prison of Karsa took in two deputies on Monday night.
The cops bundled twelve people into a van in Karsa.
There were 14 arrests in Tamale overnight.
Arrests: 14 in Karsa.
Two men are helping police with their inquiries in Karsa.
The accused were produced before a court in Karsa and sent to jail.
Nine men were placed in pre-trial detention in Tamale.
Gendarmes interpellated three delegates in Karsa.
Border guards turned five deserters over to the military police in Tamale.
""",
    "casualties": """
Ten people were crushed to death in Karsa.
In Tamale 844 people needed treatment.
Eighty-six people were laid to rest in Karsa.
Two people were brought in with bullet wounds in Tamale.
Two people came to the hospital of Karsa with bullet wounds.
119 police hurt, Tamale.
""",
    "property_destruction": """
Militiamen set a hotel and the office of the firm on fire in Tamale.
Numerous shops in Karsa suffered degradations.
Burning of nine houses in Karsa.
Gunmen seized vehicles of diplomats at gunpoint in Karsa.
Some 29 schools were degraded in Tamale.
The old quarter of Karsa has been burnt to cinders.
Twelve homes fell to the flames in Tamale.
Rebels carted off the medicines of the clinic in Karsa.
Raiders lifted 400 cows from Tamale.
Forty olive trees were sawn down in Karsa.
The ballot papers were burnt in Tamale.
A vehicle of the agency was carjacked in Karsa.
""",
    "protest": """
A roadblock by teachers in Karsa.
The union called out its men at the refinery in Tamale.
Few turned up for the demonstration in Karsa.
Barricades went up in Karsa for a 12th day.
Some 380 students have camped out in front of the US embassy in Tamale.
About 150 townspeople with flags demanded the return of the mayor in Karsa.
Nurses in Tamale have put down their stethoscopes.
Shops stayed shut in Karsa on a call of the lawyers.
Farmers drove 900 tractors into Tamale.
Widows with portraits of their sons gathered at the gate of the barracks in Karsa.
A monk set himself alight in Tamale against the decree.
Tens of thousands gathered for a rally in Karsa.
Residents prevented a convoy of soldiers from passing in Tamale.
People are lying on the rails in Karsa.
Mounted police charged into marchers in Tamale.
""",
    "release": """
Freed in Karsa: 11 girls.
The rebels threw open the gates of the jail in Tamale.
The charges against the poet were withdrawn and he left the cells in Karsa.
Two hostages are out in Tamale.
Convicts streamed out of the prison in Karsa.
The captors gave up their five hostages in Tamale.
Vigilantes snatched the trader back from her captors in Karsa.
The hijackers released the dhow at Tamale.
The Red Cross received 12 policemen from the guerrillas in Karsa.
""",
    "return": """
Nine hundred people headed homeward to Karsa on Monday.
Half of the village had come home to Karsa.
Some 900 households back from the forest, Karsa.
Families are repopulating the village of Tamale.
The displaced were sent back to their areas of origin in Karsa.
Some 3,000 refugees crossed back into Tamale.
Some 310 families are back in Karsa.
Three hundred families reopened their houses in Tamale.
Residents were allowed back to Karsa.
""",
    "riot": """
Crowds got into the ministry in Karsa.
Clashes between students and police in Karsa, 6 hurt.
Officers came under a hail of stones in Tamale.
A tout was clobbered to death by an irate crowd in Karsa.
The crowd made off with sacks of rice at Tamale.
Thousands broke into several warehouses of the agency in Karsa.
A Molotov was thrown at a bus in Tamale.
Stones and bottles rained on the officers in Karsa.
Inmates took control of a wing of the jail in Tamale.
A mutiny of prisoners at Karsa left 10 dead.
Furious depositors smashed the front of a bank in Tamale.
Running battles between students and police went on in Karsa.
The convoy of the minister was pelted in Tamale.
Disturbances broke out in Karsa.
""",
    "sexual_violence": """
Militiamen undressed the women in Karsa.
Captured girls were sold as brides in Tamale.
""",
    "weapons_found": """
Seized: 40 rifles, Karsa.
A farmer turned up with a mortar shell in Tamale.
Police relieved the men of two pistols in Karsa.
Two pistols and a rifle were taken into possession in Karsa.
A search of the house in Tamale revealed three rifles.
The house in Karsa held three rifles.
Troops pulled three rifles out of a well in Tamale.
A farmer handed an old shell to the sappers in Karsa.
The disposal team neutralised an aerial bomb in Tamale.
A car rigged with explosives was found in Karsa.
Deminers blew up 60 shells near Tamale.
A bomb workshop was raided in Karsa.
""",
}

ROWS = [(kind, line) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_a_wording_of_civil_life_tells_one_report_of_its_type(kind: str, text: str) -> None:
    assert [report.type for report in coded(text).reports] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The spread of the disease in Karsa was arrested.",  # only people are arrested
        "Ten people were detained by bad weather at the airport of Karsa.",  # weather holds nobody captive
        "The talks in Karsa were held hostage by the election.",  # nor is a matter a captive
        "The whereabouts of the suspect in Karsa are unknown.",  # who hides from the police is not abducted
        "The residents are back at work in Karsa.",  # back at work, not back home
        "Pupils went back to school in Karsa.",  # nor are pupils
        "The family reopened its shop in Karsa.",  # shops are reopened for many reasons
        "Fans came to the stadium in Karsa.",  # who comes to watch does not protest
        "Supporters demanded a new coach in Karsa.",  # what people want is policy, unless they march for it
        "A shipment of grain left Karsa on Monday.",  # trade is no aid
        "The museum in Karsa houses 200 cannons.",  # nobody found them
        "The dam released water near Karsa.",  # water that runs reaches nobody
        "The men left with their families from Karsa.",  # who leaves with people takes nobody
        "Employees of the embassy walked through Karsa.",  # staff are no crowd
        "Trade picked up in Karsa.",  # nobody picked it up
        "The union called its men heroes in Karsa.",  # who is called something is not called out
        "A teacher punched the air in Karsa.",  # one person is no crowd
        "The families moved house to Karsa.",  # who moves house flees from nobody
        "The ship of the company docked in Karsa with cars.",  # goods are no relief
        "The council rejected the budget deal in Karsa.",  # a deal of politics is no truce
    ],
)
def test_what_only_sounds_like_it_is_no_report(text: str) -> None:
    assert coded(text).reports == ()
