"""Places: gazetteers, names across spellings and scripts, and which place a document means."""

from stemmata.places.adding import Intake, add_gazetteer
from stemmata.places.countries import CountryWord, countries_told, country_words
from stemmata.places.gazetteer import Gazetteer, load_gazetteer
from stemmata.places.index import About, Named, Place
from stemmata.places.ranking import Scored
from stemmata.places.readers import Refusal
from stemmata.places.settling import Resolved
from stemmata.places.wording import Mention

__all__ = [
    "About",
    "CountryWord",
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
    "country_words",
    "load_gazetteer",
]
