"""Places: gazetteers, names across spellings and scripts, and which place a document means."""

from stemmata.places.adding import Intake, add_gazetteer
from stemmata.places.gazetteer import Gazetteer, countries_told, load_gazetteer
from stemmata.places.index import About, Named, Place
from stemmata.places.readers import Refusal
from stemmata.places.resolution import Mention, Resolved, Scored

__all__ = [
    "About",
    "Gazetteer",
    "Intake",
    "Mention",
    "Named",
    "Place",
    "Refusal",
    "Resolved",
    "Scored",
    "add_gazetteer",
    "countries_told",
    "load_gazetteer",
]
