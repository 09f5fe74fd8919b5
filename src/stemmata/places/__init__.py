"""Places: gazetteers, names across spellings and scripts, and which place a document means."""

from stemmata.places.gazetteer import Gazetteer, load_gazetteer
from stemmata.places.index import Named, Place
from stemmata.places.resolution import Mention, Resolved, Scored

__all__ = ["Gazetteer", "Mention", "Named", "Place", "Resolved", "Scored", "load_gazetteer"]
