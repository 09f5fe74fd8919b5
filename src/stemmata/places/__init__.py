"""Places: gazetteers, names across spellings and scripts, and which place a document means."""

from stemmata.places.gazetteer import Gazetteer, countries_told, load_gazetteer
from stemmata.places.importing import Intake, Refusal, add_gazetteer, where_to_get
from stemmata.places.index import Named, Place
from stemmata.places.resolution import Mention, Resolved, Scored

__all__ = [
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
    "where_to_get",
]
