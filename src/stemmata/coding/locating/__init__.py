"""Where it happened: the places that a document names, and which of them a happening has.

chains → names, lists, kinds, relations, no_places, homes       names of places, and what only looks like one
descriptions, lying, apposed, unnamed, there                    "a village near X", "the town", "its airport", "there"
locating → ties, openings, closest, where_said                  how a place hangs on a happening
land_of_war                                                     the country of a whole war
"""
