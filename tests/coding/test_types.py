"""Many ways of telling each type, from many wars: the lexicon is held to the language and not to one outlet."""

import pytest
from documents import coded

# Each sentence tells one happening of the type above it.
SENTENCES = {
    "abduction": """
Gunmen seized five teachers from a school near Kuriga on Tuesday.
Four aid workers were taken by armed men on the road to Maiduguri.
Armed men on motorcycles dragged two nurses from their homes in Burkina Faso's Sahel region.
Rebels held a priest hostage for three days in Bambari.
Two journalists have gone missing in Mekelle after soldiers took them away.
The kidnapping of 12 miners in Plateau state was confirmed by police.
A businessman was snatched from his shop in Port-au-Prince on Monday.
More than 80 pupils were carried off by jihadists in Chibok.
Militiamen forcibly disappeared 14 men in Tripoli in May.
Pirates took three sailors captive off the coast of Guinea.
ISIS abducted dozens of Yazidi women in Sinjar in August 2014.
Five girls were kidnapped and are still being held by Boko Haram in Borno.
Bandits made off with 11 farmers in Kaduna, residents said.
The mayor of Melitopol was led away with a bag over his head by Russian soldiers.
Bandits seized 40 pupils from a school in Kuriga.
Armed men took the mayor of Melitopol from his office.
Two aid workers went missing after being stopped at a checkpoint in Kaga-Bandoro.
Eleven fishermen were carried off by pirates near Bakassi.
The journalist has been held captive by rebels in Marib since May.
Gunmen whisked away the traditional ruler of Gindiri.
A Chinese engineer was kidnapped in Zamfara.
Rebels abducted 20 villagers during a raid in Bas-Uele.
Jihadists are holding a German doctor in Kidal.
Masked men bundled a banker into a car in Caracas.
The fate of 30 men seized by the militia in Bani Walid is unknown.
Passengers were abducted from a train near Kaduna.
""",
    "arrest": """
Police rounded up 40 students in Harare on Monday.
Security forces detained a Hamas commander in Jenin overnight.
Troops captured six insurgents in Cabo Delgado.
The army apprehended two smugglers at the border near Arsal.
Officers handcuffed and led away four protesters in Minsk.
Police nabbed a suspected ISIS financier in Mersin.
The FSB said it had detained three Ukrainians in Crimea.
A former general was placed under arrest in Khartoum on Friday.
Authorities jailed two opposition leaders in Kampala on Monday.
Turkish intelligence seized a PKK leader in Sulaymaniyah.
Military police picked up 13 youths in Bamenda.
The arrest of five activists in Tunis was condemned by unions.
Police picked up three students in Dakar.
Security agents nabbed a suspected arms dealer in Jos.
Thirty people were rounded up after the march in Conakry.
The opposition leader was taken into custody in Tunis.
Soldiers apprehended two suspected bombers in Kismayo.
Officers held 15 demonstrators overnight in Minsk.
Police detained more than 100 people at a rally in Almaty.
A former minister was arrested at the airport in Kinshasa.
Forces arrested four Palestinians in Jenin.
A court ordered the detention of the editor, whom police had taken from his home in Managua.
""",
    "surrender": """
Twenty-three Boko Haram fighters surrendered to troops in Bama on Monday.
A group of seven rebels laid down their arms in Tumaco on Friday.
Dozens of militants gave themselves up to the army in Lanao del Sur.
Forty fighters handed in their weapons at a camp near Goma.
ISIS fighters turned themselves in to the SDF at Baghouz.
The last defenders of the plant raised a white flag in Mariupol.
Eight gunmen yielded to police in Karachi on Sunday.
The mass surrender of 300 rebels took place in Bangui.
Forty insurgents turned themselves in at Bama.
A Boko Haram commander gave himself up to troops in Mora.
Rebels handed in their rifles in Buenaventura.
More than 100 fighters laid down their arms in Mozambique.
The last defenders of Azovstal surrendered.
""",
    "release": """
The rebels freed 14 hostages in Zamfara on Friday.
A kidnapped priest regained his freedom in Kaduna on Monday.
Russia and Ukraine exchanged 150 prisoners on Saturday.
Troops rescued 21 hostages from a forest in Borno.
Authorities set free 30 detainees in Yangon.
Two German tourists were let go by their captors in Timbuktu.
The jihadists released the abducted judge in Djibo.
A prisoner swap between the Houthis and the government freed 900 people.
The journalist walked free from Evin prison on Tuesday.
The kidnappers let the schoolgirls go near Jangebe.
The two sides swapped 90 prisoners near Marib.
Troops rescued 16 captives from a camp in Sambisa.
The court in Minsk set the blogger free.
Three nuns were freed in Maaloula.
A French journalist held in Gao has been released.
Russia returned 75 prisoners of war to Ukraine.
Soldiers rescued four kidnapped students in Katsina.
""",
    "protest": """
Thousands of people took to the streets of Khartoum on Thursday.
Around 60 villagers joined a rally against the mine in Marikana on Friday.
Taxi drivers blocked the Kano road over fuel prices on Monday.
Students staged a sit-in at the university in Dhaka.
Hundreds marched through Tbilisi against the foreign agents law.
Protesters gathered outside the parliament in Nairobi.
Doctors went on strike in Kano on Tuesday over unpaid wages.
Women held a silent vigil in front of the Iranian consulate in Karbala.
Demonstrators rallied in Hong Kong on Sunday demanding elections.
Police fired tear gas at demonstrators in Lagos.
A hunger strike by 20 detainees began in Tunis.
Truckers blockaded the highway near Bogotá on Monday in protest at tolls.
Security forces dispersed a demonstration in Omdurman.
Thousands took to the streets of Yangon.
Teachers walked off the job in Lagos.
Women marched on the governor's office in Bamenda.
Residents blocked the highway at Tataouine to demand jobs.
Students held a sit-in outside the ministry in Dhaka.
Hundreds rallied in Tbilisi against the law.
A crowd gathered in front of the court in Nairobi, chanting slogans.
Farmers drove tractors into Delhi in protest at the laws.
Miners are on strike in Rustenburg.
Relatives of the missing demonstrated in Algiers.
Thousands marched through Bamako.
Prisoners in Roumieh began a hunger strike.
""",
    "riot": """
Youths threw stones at police and burned cars in Clichy on Saturday.
A mob lynched two men in Petion-Ville on Monday.
An aid worker was lynched in Butembo.
An angry crowd set fire to the police station in Bweyale.
Rioters looted shops in Durban on Monday.
Riots broke out in Belfast after a march.
Villagers beat a suspected thief to death in Guwahati.
Clashes between police and protesters left 20 injured in Dakar.
Fans rioted in Malang after the match.
Demonstrators stormed the parliament building in Colombo.
Protesters hurled petrol bombs at officers in Athens.
Youths hurled stones at police in Conakry.
A mob burned down the home of a councillor in Peshawar.
Rioters looted shops in Durban.
Crowds clashed with police in Lima.
Protesters threw petrol bombs at police in Athens.
Angry residents attacked a police station in Goma.
Demonstrators set fire to a bank in Beirut.
Rioters torched cars in Nanterre.
Crowds burned tyres and stoned buses in Karachi.
A mob beat a man to death in Sialkot.
Youths fought running battles with riot police in Santiago.
Rival fans clashed in Conakry.
Demonstrators hurled Molotov cocktails at the ministry in Baghdad.
Villagers lynched two suspected thieves in Chiapas.
Hindu and Muslim groups pelted each other with stones in Nuh.
Inmates rioted at the prison in Guayaquil.
A crowd stormed the town hall in Oshakati.
""",
    "weapons_found": """
Police seized 40 rifles in Culiacán on Friday.
Troops discovered an arms cache near Mubi.
Sappers defused a bomb in Kirkuk on Monday.
Soldiers recovered three AK-47s and 200 rounds in Birnin Gwari.
An unexploded shell was made safe in Kharkiv.
The army found a weapons depot in a tunnel in Douma.
Bomb disposal experts disposed of two IEDs in Mandera.
Deminers cleared 120 mines from a field near Izium.
A car bomb was dismantled in Idlib before it could explode.
Security forces thwarted a bomb attack in Quetta.
Explosives were uncovered in a house in Antwerp.
The navy destroyed 15 sea mines off Hodeidah.
Soldiers uncovered an arms cache in Dikwa.
Police seized 40 rifles in Mandera.
Sappers defused a bomb on the bridge at Mocha.
A mine was safely removed from a school in Kherson.
Customs officers intercepted a shipment of pistols in Port-au-Prince.
Troops destroyed 120 mines near Ghat.
A cache of mortar shells was discovered in Fallujah.
Bomb disposal experts neutralised a car bomb in Aden.
Policemen found explosives hidden in a truck in Lamu.
""",
    "property_destruction": """
Soldiers burned down 30 huts in Kemereut.
Militiamen looted the hospital in El Geneina.
A church was set on fire in Jos on Sunday.
Settlers torched olive trees in Burin.
Israeli bulldozers demolished six homes in Jenin.
Rebels ransacked a WFP warehouse in Gao.
Gang members torched the station in Bon Repos within the hour.
The village of Mora was razed by jihadists.
Thieves plundered the museum in Khartoum.
Three schools were burnt at Dessie in the first week of May.
ISIS blew up the temple of Baalshamin in Palmyra.
Herders destroyed crops in Benue.
Herders burned crops in Benue.
Bulldozers razed 14 homes in Masafer Yatta.
Gang members set a police station ablaze in Port-au-Prince.
Unknown persons vandalised a church in Kandhamal.
Soldiers torched huts in Inn Din.
The pipeline in Wilayat Sinai was sabotaged.
Cattle were stolen from a farm in Kapoeta.
Settlers uprooted 200 olive trees in Burin.
Armed men plundered a hospital in Leer.
""",
    "agreement": """
The two sides signed a peace agreement in Juba on Saturday.
A ceasefire came into force in Idlib at midnight.
Israel and Hamas agreed to a four-day truce.
The truce in Tripoli was extended by a week.
Five villages are to sign a peace pact with the rebels in Samar next month.
The government and the ELN reached an accord in Havana.
Both sides declared a humanitarian pause in Khartoum.
The ceasefire collapsed in Aleppo on Monday.
Clan elders brokered a truce between the two communities in Galkayo.
The warring parties signed a truce in Jeddah.
Hamas and Israel agreed to a pause in fighting.
The ceasefire in Tripoli took effect at midnight.
Elders of both clans struck a peace deal in Galkayo.
The government and the FNL have extended their truce in Burundi.
The two armies agreed to stop fighting in Abyei.
A humanitarian corridor was agreed for Mariupol.
Rebels and the government inked a peace accord in Addis Ababa.
The truce in Idlib is holding.
""",
    "ceasefire_violation": """
Armenia accused Azerbaijan of breaking the ceasefire near Lachin.
Monitors recorded 84 violations of the truce in Donetsk.
The army breached the ceasefire in Hodeidah, the Houthis said.
Pakistan violated the ceasefire along the Line of Control on Sunday.
Each side accused the other of breaking the truce in Nagorno-Karabakh.
Monitors logged 32 truce violations around Hodeidah.
The army violated the ceasefire in Kordofan, the rebels said.
The OSCE recorded 400 violations of the ceasefire in Donetsk.
The rebels said the army had breached the truce in Kidal.
The truce in Stepanakert was broken within minutes.
Azerbaijan accused Armenia of violating the armistice at Kelbajar.
Monitors reported 12 breaches of the ceasefire in Taiz.
""",
    "clash": """
Special forces with tanks and jets launched an offensive in Harim.
Rebels tried to break through the lines near Goma on Monday, but were repelled.
Clashes on Sunday continued between the army and rebels around Kassala.
Fierce fighting raged in Bakhmut on Monday.
Gunmen ambushed an army patrol near Diffa, killing six soldiers.
Government troops repelled an attack on Marib.
Rival militias exchanged fire in Tripoli overnight.
Taliban fighters stormed a checkpoint in Kunduz.
Two soldiers were killed in a firefight with insurgents in Awaran.
M23 rebels advanced on Sake on Tuesday.
The army launched an offensive in Kachin state.
Al-Shabaab fighters raided a military base at Barire.
A policeman was shot dead by gunmen in Peshawar.
Troops killed 15 bandits in Katsina.
Four insurgents were neutralised in Cabo Delgado.
The rebels attacked a convoy of the UN mission near Kidal.
Snipers killed two Ukrainian soldiers near Avdiivka.
Soldiers came under fire in Catatumbo.
Fighting erupted between Amhara militia and federal forces in Lalibela.
Gunfire rang out in Port-au-Prince as gangs battled police.
The army said it had beaten back the assault on El Fasher.
Hezbollah fighters confronted Israeli troops near Aita al-Shaab.
Kurdish fighters shot down a helicopter near Afrin.
Gunmen and soldiers traded fire for two hours near Tin Akoff.
Heavy exchanges of fire were heard around the airport in Goma.
Insurgents fell on a patrol outside Mueda, killing three soldiers.
A gunfight broke out between two gangs in Cité Soleil.
The two militias came to blows in Zawiya on Friday.
M23 fighters overran the defences of the army at Kitshanga.
Assailants opened fire on a military convoy near Kaya.
Troops beat back an attack on the base at Damboa.
Rebels stormed the barracks in Loikaw.
A soldier was shot dead by a sniper on the outskirts of Taiz.
The army said it had neutralised 14 terrorists in the Wagadou forest.
Fighters ambushed a supply column on the road to Gao.
Gunmen raided a police post in Lamu and made off with rifles.
Security forces engaged armed bandits in Zamfara, killing nine.
Street battles raged in Khartoum North.
Two militants and a soldier died in an encounter in Kulgam.
The insurgents suffered losses when they tried to enter Dablo.
A patrol from the gendarmerie fell into an ambush near Kompienga.
Fierce fighting has been under way at Bakhmut since dawn.
Rangers killed five Taliban in a shootout in Dera Ismail Khan.
Our fighters attacked a post of the army at Tazolé and seized two vehicles.
Paramilitaries and army units have been locked in combat in Omdurman.
RSF fighters assaulted the headquarters of the armoured corps in Khartoum.
A firefight with smugglers left two border guards dead near Zahedan.
The army repulsed three assaults at Vuhledar.
""",
    "territory_gain": """
Troops captured most of Qalqas on Sunday.
Rebels seized parts of Harim from the army.
Rebels seized the town of Bunagana on Monday.
The village of Robotyne fell to Ukrainian troops.
The army drove the rebels out of Marawi.
Federal troops entered Mekelle unopposed on Saturday.
Houthi fighters captured a strategic hill in Al Bayda.
Al-Shabaab overran a base at El Adde.
Government forces recaptured three villages in Hama.
Federal troops drove into Gondar on Monday unopposed.
Taliban fighters swept into Kabul.
Iraqi forces cleared the Old City of Mosul of militants.
The flag was raised over the town hall in Kherson.
The rebels pushed the army out of Goma.
The town of Ménaka fell to Islamic State fighters on Sunday.
Rebels hoisted their flag over the town hall in Kamango.
Militants overran the town of Palma.
The junta lost the town of Hsipaw to the TNLA.
Troops cleared the insurgents out of Awra Amba.
Fighters of the FDLR took the hill of Kanyabayonga from the army.
Al-Shabaab marched into El Bur after the Ethiopians left.
The strategic crossing at Spin Boldak changed hands.
The rebels moved into Kiwanja without resistance.
The Tatmadaw lost Laukkai in January.
Troops have wrested Gamboru from Boko Haram.
Al-Shabaab took over the district of Masagaway.
The SDF completed the recapture of Baghouz.
The village of Staromaiorske has been liberated.
Gunmen have occupied the police station in Ganthier.
""",
    "withdrawal": """
Russian troops withdrew from Kherson on Friday.
The rebels abandoned their bases at Bria last night.
French soldiers left Gossi on Tuesday.
The garrison retreated from the fort at Ber.
Police fled their post in Cité Soleil.
The militia pulled back from the airport in Tripoli.
Troops evacuated the outpost near Laukkai.
M23 vacated Kibumba on Friday.
The rebels pulled their fighters out of Kibumba.
Soldiers abandoned their posts in Dori.
The mercenaries packed up and left Kidal.
Troops fell back to the river at Sievierodonetsk.
The last French soldiers left Niamey on Friday.
Al-Shabaab vacated Adale.
The battalion retreated from Lyman.
Armed men deserted the village of Kouri.
The army has left its last base in Rakhine's Myebon township.
The rebels melted away from Sake overnight.
Israeli troops moved out of Jenin camp on Wednesday.
Taliban fighters ceded the valley to the militia.
The brigade was pulled back from the outskirts of Sumy.
The last convoy of peacekeepers drove out of Gao.
Police fled their station in Carrefour.
The militants left the village of Goubé after two days.
Government forces abandoned Kutkai without a fight.
The army relinquished its positions in Farabougou.
Ethiopian soldiers returned home from Baidoa.
Rebel fighters slipped out of the town of Rubaya.
US forces have completed their withdrawal from Agadez.
""",
    "air_strike": """
Tupolev bombers conducted strikes near Harim.
The Sudanese air force dealt painful strikes to a gathering of the militia in Kutum.
Warplanes bombed a market in Maarat al-Numan.
A drone strike killed three people in Mubi.
Saudi-led coalition jets hit a school bus in Dahyan.
Israel struck a house in Rafah, killing 11.
Helicopters dropped barrel bombs on Daraya.
The junta's aircraft bombed Pazigyi village.
Ethiopian jets pounded Mekelle on Monday.
Turkey carried out air raids on Qandil.
Russia launched 54 Shahed drones at Kyiv.
An FPV drone hit a minibus in Kherson.
US forces conducted an airstrike near Jilib.
Aerial bombardments were focused on Zintan, according to activists.
Two people died when a glide bomb fell on Kupiansk.
Fighter planes raided positions of the rebels in Saada.
The air force carried out 12 sorties over Marib.
A drone hit a fuel depot in Feodosia.
Jets pounded targets near Sanaa overnight.
A military plane dropped bombs on a school in Tabayin.
Helicopter gunships strafed a village in Sagaing.
Six people died when a Turkish drone targeted a car in Qamishli.
Warplanes carried out four raids on Hodeidah.
A guided bomb struck an apartment block in Kharkiv.
A drone slammed into an oil depot in Klintsy.
Planes bombed a camp for displaced people in Shire.
A kamikaze drone crashed into a bus stop in Nikopol.
Aircraft fired missiles at the port of Hodeidah.
Shahed drones attacked energy facilities in Odesa.
A Pakistani jet struck militants' hideouts in Khost.
Houses in Nyala were bombed from the air.
An FPV drone killed a man on a bicycle in Kherson.
Seven people were hurt when bombs fell from a military plane on Kalogi.
""",
    "shelling": """
Two people were killed by rebel fire in Harim.
Regime fire on the suburb of Duma wounded six people.
Insurgents fired from the hills into Kabul, killing two people.
Militants targeted the al-Nahr and al-Wadi neighbourhoods and the university of Harim with dozens of rocket shells.
Six rounds landed near the bus station in Bahri.
Artillery fire killed a woman in Nikopol.
The army shelled Douma with mortars.
A mortar round struck a house in Kharkiv.
Russian missiles hit a hotel in Kramatorsk.
Tanks fired on the hospital in Khan Younis.
Grad rockets rained down on Stepanakert.
Houthi forces launched a ballistic missile at Marib.
A shell exploded in a courtyard in Luhansk.
The bombardment of El Fasher continued for a third day.
Hezbollah fired a barrage of rockets at Kiryat Shmona.
A salvo of rockets slammed into the market.
Three children were hurt by shrapnel when a rocket hit their yard in Herat.
Mortars landed on a market in El Fasher.
Rockets rained down on Sderot.
Artillery hit the village of Hroza.
A shell crashed into a house in Marinka, killing a woman.
Rebels lobbed mortar bombs at the airport in Aden.
Tank fire destroyed a clinic in Khan Younis.
Grad rockets hit Kramatorsk.
The village of Krasnohorivka came under fire from heavy guns.
Two people were wounded by shelling in Zolochiv.
Enemy artillery shelled Huliaipole 14 times.
Katyusha rockets landed inside the Balad air base.
A missile struck a railway station in Kramatorsk.
The militia bombarded the camp with howitzers.
A tank round hit a minibus in Gaza City.
Hezbollah launched 30 rockets at Kiryat Shmona.
Iskander missiles hit an industrial plant in Dnipro.
Mortar rounds struck the stadium in Mogadishu.
""",
    "bombing": """
A roadside bomb hit a bus in Ghazni.
An IED went off in Mandera, killing two policemen.
A car bomb exploded in Afrin.
Two soldiers died when their vehicle ran over a mine in Tillabéri.
A blast tore through a market in Quetta.
Unknown men detonated an explosive device outside the courthouse in Arauca.
A landmine killed three children in Hodeidah.
A bomb was planted under a police car in Derry.
An explosion rocked a mosque in Kunduz.
A farmer stepped on a landmine near Izium.
A booby-trapped motorcycle exploded in Azaz.
A landmine blew up a bus near Dhobley.
A roadside device hit an army vehicle in Mandera.
A bomb planted under a car killed a journalist in Kabul.
Three people died when their cart ran over a mine near Niafunké.
An explosive device went off at a checkpoint in Arauca.
Suspected militants blew up a pipeline near Warri.
A motorcycle packed with explosives exploded outside a police station in Cali.
A booby-trapped toy killed a girl in Hajjah.
Two policemen were wounded when an IED went off in Quetta.
A blast outside a voting centre in Kabul injured four.
A minibus hit a mine on the road to Gao, killing three.
A parcel bomb exploded in the hands of a lawyer in Athens.
Saboteurs blew up a railway bridge near Tokmak.
A car bomb exploded near the parliament in Mogadishu.
Unexploded ordnance killed two boys in Manbij.
""",
    "suicide_bombing": """
A suicide bomber blew himself up at a checkpoint in Mogadishu.
A suicide attack on a mosque in Peshawar killed 84.
A bomber detonated his vest in a crowd in Kabul.
An attacker rammed a car packed with explosives into the gate in Beledweyne.
Two female suicide bombers struck a market in Maiduguri.
A woman detonated her vest at a wedding in Gwoza.
A bomber rammed his vehicle into the gate of the hotel in Kismayo.
A suicide bomber attacked a mosque in Kandahar.
Two girls with explosives strapped to their bodies blew themselves up in Maiduguri.
""",
    "grenade": """
A grenade was thrown into a bar in Bujumbura.
Attackers tossed a grenade at a police station in Garissa.
A hand grenade exploded in a kiosk in Goma.
Assailants lobbed grenades at a church in Nairobi.
A man hurled a grenade into a bar in Bujumbura.
Grenades were thrown at a church in Sange.
A grenade exploded in a café in Kigali.
Attackers lobbed a grenade at a police station in Kayanza.
A hand grenade attack in Nairobi wounded six.
""",
    "chemical_attack": """
Chlorine was dropped on Saraqeb.
The army used sarin in Khan Sheikhoun.
A chemical attack on Halabja killed thousands.
Residents choked after barrels of chlorine were dropped on Talmenes.
Bombs with nerve agent killed at least 80 people in Khan Sheikhoun.
The army is accused of using poison gas in Jobar.
""",
    "attack_on_civilians": """
Gunmen killed 30 villagers in Solhan.
Soldiers executed six prisoners in Tigray.
A journalist was shot dead in Tijuana.
Police beat a man to death in Kisumu.
Militants beheaded ten people in Palma.
A teacher was hacked to death in Yala.
Jihadists massacred 100 people in Ogossagou.
Settlers attacked a Palestinian shepherd near Yatta.
Security forces opened fire on protesters in Khartoum, killing nine.
A former minister was assassinated in Herat.
Men were tortured at a police station in Gori.
A stabbing attack at a bus stop in Be'er Sheva killed four people.
Gunmen burst into a mosque in Gusau and shot eight worshippers.
Militiamen hacked 20 villagers to death in Djugu.
Three farmers had their throats slit near Jere.
Police beat up a reporter in Harare.
A human rights lawyer was gunned down in Cauca.
Settlers assaulted a shepherd near Yatta.
The cartel hanged five bodies from a bridge in Zacatecas.
Two teachers were murdered in Pattani.
Herdsmen killed seven villagers in Agatu.
The bodies of two executed men were shown in a video from Derna.
Police shot dead a demonstrator in Kisumu.
ISIL put four men to death in Hawija.
Gunmen on a motorbike assassinated a judge in Kandahar.
Soldiers opened fire on worshippers in Mekelle, killing 11.
Two priests were stabbed in Owerri.
Soldiers tortured three detainees in Mocimboa.
A pastor was beheaded in Adamawa.
Guards beat prisoners at the jail in Evin.
Unknown men killed a village chief near Bogoro.
Police fired on protesters in Lagos, killing two.
A journalist was tortured in custody in Minsk.
A mayor was shot in the head in Guerrero.
Soldiers whipped young men at a checkpoint in Bamenda.
An imam was murdered with machetes in Beni.
Settlers beat an elderly man in Huwara.
""",
    "sexual_violence": """
Militiamen raped women in El Geneina.
Two girls were gang-raped by soldiers in Axum.
Women were sexually assaulted at checkpoints in Khartoum.
Fighters raped seven women on the road to Nyala.
Militiamen assaulted women and girls sexually in Tigray.
Three sisters were gang-raped by gunmen in Walikale.
A girl of 14 was raped by a police officer in Kasese.
Militiamen took turns raping her in a house in Shire.
Women were sexually abused at the detention centre in Zawiya.
The UN documented 117 cases of rape in Bentiu.
A guard molested three boys at the camp in Moria.
Two nurses were violated by rebels in Goma.
Prisoners were stripped and sexually assaulted in Evin.
Armed men forced four girls into marriage in Chibok.
Eleven women told doctors in Mekelle that soldiers had raped them.
An elder said the paramilitaries abused girls sexually in El Geneina.
""",
    "displacement": """
Some 12,000 people fled Goma on Monday.
Residents were evacuated from Kupiansk.
More than 5,000 refugees crossed into Chad from Darfur.
Villagers sought refuge in a church in Boda.
700 households arrived in Nyala from El Fasher.
The army expelled 200 villagers from Masafer Yatta.
Thousands have been forced from their homes in Kachin.
Twenty people reached the camp at Bunia on Monday after fleeing their village.
Families streamed out of Rafah towards Khan Younis.
Around 1,200 people are sheltering in a school in Lashio after leaving their villages.
Herders drove farmers off their land in Benue.
40 families took shelter with relatives in Qamishli.
The UN said 60,000 had been uprooted in Ituri since May.
Hundreds of people were seen leaving Sinjar on foot.
Whole villages emptied as fighters approached Beni.
Some 800 families ran for their lives from Bulengo.
About 2,000 people have sought safety in Cox's Bazar.
Inhabitants of Sokolo were driven from their homes.
The camp at Zamzam has taken in 5,000 new arrivals.
Nearly 300 people crossed into Chad from Darfur.
Hundreds of families fled Tawila for Tina.
Some 200 households arrived in Pemba after attacks.
Around 500 people are sheltering in a church in Wau.
Civilians streamed out of Mosul.
""",
    "return": """
Some 200 families returned to Raqqa on Sunday.
Displaced people have begun going back to Kherson.
3,000 refugees were repatriated from Kenya to Somalia.
About 1,500 IDPs came back to their villages in Anbar.
Displaced people have begun going home to Mekelle.
Refugees came back to Bambari.
Almost 3,000 people returned to Kobani.
Families went back to their villages near Kupiansk.
""",
    "aid": """
A convoy of 30 trucks reached Madaya on Thursday.
The WFP distributed food to 4,000 people in Pibor.
Food packs were delivered to 300 families at the gymnasium in Jolo on 3 March.
The Red Cross brought medicine to Gaza City.
Trucks with flour entered Rafah.
Aid was airdropped over Deir ez-Zor.
1,200 children were vaccinated in Idlib.
UNHCR handed out blankets in Roj camp.
600 households received cash assistance in Herat.
Volunteers fed 300 evacuees in Dnipro.
A convoy brought medicine to Madaya.
The Red Cross handed out blankets to 600 people in Sirte.
Planes dropped food over northern Gaza.
Trucks carrying wheat reached Tigray.
Trucks with food entered Zamzam camp.
MSF vaccinated 2,000 children in Bentiu.
The UN delivered seeds to 4,000 farmers in Gorom-Gorom.
Volunteers cooked meals for the displaced in Omdurman.
""",
    "siege": """
Rebels besieged the town of Kapoeta.
The army has cut off food and water to Kadugli.
Jihadists blockaded Djibo for months.
Militants sealed off all roads to Farabougou.
Israel closed the crossing at Rafah to aid.
Government forces encircled Eastern Ghouta.
The siege of Mariupol lasted 82 days.
RSF fighters surrounded El Fasher on Friday.
Trucks were barred from entering Tigray.
Militants cut the road to Djibo, leaving the town without food.
The army has encircled Myawaddy.
Fighters sealed off the town of Farabougou.
The RSF has surrounded El Fasher.
Gangs have cut off the southern peninsula of Haiti from the capital.
The blockade of Kafraya continues.
""",
    "deployment": """
Turkey sent 2,000 troops to Idlib.
Russian forces massed near Kharkiv.
A convoy of 40 tanks arrived in Afrin.
The US deployed a Patriot battery to Erbil.
Wagner fighters reached Timbuktu.
The army set up a base in Kolwezi.
Reinforcements were sent to Pokrovsk.
Kenyan police landed in Port-au-Prince.
The army established three checkpoints around Pinga.
Ethiopia moved troops to the border with Eritrea.
Reinforcements poured into Gonder.
Kenya sent 200 police officers to Port-au-Prince.
The army set up a checkpoint at Bwera.
Rwanda has stationed troops in Bambari.
Two warships arrived in Port Sudan.
Ethiopian troops crossed into Somalia at Dolo.
The army massed tanks on the border near Metema.
Hundreds of Wagner fighters arrived in Bangassou.
The militia has moved artillery into Zintan.
Armoured vehicles have been brought to the square in Yerevan.
Special forces were flown into Cabo Delgado.
The navy has stationed two ships off Tartus.
The army has stepped up patrols in Abeche.
Russian soldiers have dug in near Robotyne.
A battalion of Burundian troops has taken up positions in Minova.
A convoy of 40 army trucks passed through Metema.
Fighters have been gathering in the hills above Shusha.
Rebels put up roadblocks in Buenaventura.
""",
    "group_change": """
Four gangs in Port-au-Prince formed an alliance.
Fifty soldiers defected to the rebels in Kachin.
Two factions merged into Hayat Tahrir al-Sham.
A new armed group announced its formation in Ituri.
The Islamic State recruited 30 boys in Hasakah.
A faction split from the ELN in Nariño.
Four gangs from Artibonite joined the alliance on Sunday.
Nine police officers deserted in Loikaw.
Three militias merged to form the Popular Front in Ituri.
A general in Juba defected to the opposition with 300 men.
Boko Haram recruited 50 boys in Banki.
The rebels announced the creation of a new movement in Kidal.
Some 40 officers defected from the army in Daraa.
Al-Shabaab is recruiting children in Bay region.
Fifty teenagers joined the militia in Djibo.
The jihadists enlisted boys from the camp at Bidi Bidi.
A colonel and his men switched sides in Marib.
Two factions of the SPLM split in Juba.
The FDLR and Nyatura formed an alliance in Rutshuru.
Rebels elected a new leader at a meeting in Kidal.
Villagers in Kaya set up a self-defence group.
Some 300 deserters left the army in Sagaing.
The militia disbanded in Zintan.
Soldiers mutinied in Bouaké.
A new front against the junta was announced in Shan State.
""",
    "casualties": """
The bodies of 12 people were found in Bucha.
Seven people were killed in Gao on Friday.
A mass grave with 40 bodies was discovered in Tarhuna.
Two people died of their wounds in Aden.
The death toll in Derna rose to 112.
Three people were found dead in Culiacán.
Four were killed and 12 wounded in Bamenda.
Nine people lost their lives in violence in Jos.
Ten civilians were among the dead in Hodeidah.
Five bodies were found in a well in Tarhuna.
At least 12 people lost their lives in Bangui.
The remains of 30 people were exhumed in Izium.
Two children were among the dead in Kadugli.
Three people were killed in Sebha overnight.
A mass grave with 12 bodies was found in Sinjar.
An official in Kutum reported nine deaths.
A hospital in Bentiu received 14 wounded.
A soldier succumbed to his injuries in Tillabéri.
""",
}

ROWS = [(kind, line) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_a_sentence_tells_one_report_of_its_type(kind: str, text: str) -> None:
    assert [report.type for report in coded(text).reports] == [kind]
