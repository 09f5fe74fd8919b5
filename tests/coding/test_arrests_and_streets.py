"""Wordings of arrests, releases, protests and riots, and what looks like them and is none."""

import pytest
from documents import coded

# What happens (nothing where the wording tells none of it), the sentence, what it proves.
ROWS = [
    ("arrest", "Detectives hauled in the midwife in Goma.", "the object behind a particle that the tree parts from it"),
    ("arrest", "Two suspects were clamped into detention in Goma.", "put where one is held"),
    ("arrest", "Three men were taken to the police station in Goma.", "taken to a lock-up"),
    ("arrest", "An editor was seized on suspicion of spying in Goma.", "held on suspicion"),
    ("arrest", "Police swooped on a flat in Goma.", "police swoop on a dwelling"),
    ("air_strike", "The jets swooped on a convoy in Goma.", "jets that swoop arrest nobody"),
    ("arrest", "The fugitive was run to earth in Goma.", "a fugitive is run to earth"),
    ("arrest", "Detectives tracked down three men in Goma.", "police track somebody down"),
    ("", "Two children were tracked down in Goma.", "by nobody told: found"),
    ("chemical_attack", "Troops smoked out the villagers with gas in Goma.", "smoked out with gas: no arrest"),
    ("", "Hold on, said the nurse in Goma.", "hold on: nobody is held"),
    ("arrest", "Police brought in three men in Goma.", "police bring somebody in"),
    ("release", "The militia gave the surveyors to the Red Cross in Goma.", "given to who goes between"),
    ("release", "The kidnappers dropped off five of the girls in Goma.", "dropped off by kidnappers"),
    ("release", "Six inmates tunnelled out of the prison in Goma.", "who is held gets out by himself"),
    ("release", "Fourteen prisoners were traded for nine in Goma.", "captives are traded"),
    ("release", "Her relatives bought back the girls in Goma.", "bought back"),
    ("release", "The guards threw open the cells in Goma.", "cells are thrown open"),
    ("release", "31 child soldiers were separated from the ranks in Goma.", "child soldiers leave the ranks"),
    ("", "Land was swapped for houses in Goma.", "land is swapped otherwise"),
    ("protest", "Marchers wound their way through Goma.", "a march told by its way"),
    ("protest", "Shopkeepers pulled down their shutters in Goma.", "shutters as a strike"),
    ("protest", "Citizens banged pots in Goma.", "noise as protest"),
    ("protest", "Mourners held up portraits of the dead in Goma.", "what is held up"),
    ("protest", "Women chained themselves to the gate of the ministry in Goma.", "chained to something"),
    ("protest", "Police dispersed a vigil in Goma.", "who is dispersed had gathered"),
    ("protest", "Dairy farmers dumped milk on the road in Goma.", "produce is dumped"),
    ("protest", "Villagers cut the highway near Goma.", "civilians cut a road"),
    ("siege", "Rebels cut the highway near Goma.", "rebels who cut a road besiege"),
    ("siege", "The highway blockade by rebels near Goma went on.", "so with their blockade"),
    ("", "Queues formed a line at the clinic in Goma.", "a line that waits"),
    ("", "Patients queued outside the ministry in Goma.", "a queue"),
    ("", "The wounded lay in the road in Goma.", "lying in the road is no sit-in of itself"),
    ("riot", "Inmates threw cups at the guards in Goma.", "inmates throw whatever there is"),
    ("grenade", "Rebels hurled grenades at the police in Goma.", "rebels' grenades are none of it"),
    ("riot", "The crowd set upon a driver in Goma.", "a crowd sets upon somebody"),
    ("clash", "Rebels set upon a convoy in Goma.", "rebels who do so fight"),
    ("riot", "Riot police battled protesters in Goma.", "police battle protesters"),
    ("riot", "Villagers drove out the police in Goma.", "villagers drive out the police"),
    ("riot", "Young men tore up the railings in Goma.", "railings torn up"),
    ("casualties", "Villagers dug up three bodies in Goma.", "bodies dug up"),
    ("riot", "Stones rained on the officers in Goma.", "a rain of stones"),
    ("shelling", "Shells rained on the officers in Goma.", "a rain of shells"),
    ("", "A riot of colour filled the market in Goma.", "a riot of colour"),
]


@pytest.mark.parametrize(("kind", "text", "proves"), ROWS)
def test_arrests_and_streets(kind: str, text: str, proves: str) -> None:
    assert [report.type for report in coded(text).reports] == kind.split(), proves
