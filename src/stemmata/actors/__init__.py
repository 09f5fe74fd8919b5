"""Actors and sources: whom a noun phrase stands for, and who says so."""

from stemmata.actors.acronyms import acronyms_introduced
from stemmata.actors.belonging import part_of, side_of
from stemmata.actors.loading import load_registry
from stemmata.actors.public import Public, public_person
from stemmata.actors.registry import Actor, Match, Registry
from stemmata.actors.sources import Source, Sources, load_sources, resolve_claimant
from stemmata.actors.told import Told

__all__ = [
    "Actor",
    "Match",
    "Public",
    "Registry",
    "Source",
    "Sources",
    "Told",
    "acronyms_introduced",
    "load_registry",
    "load_sources",
    "part_of",
    "public_person",
    "resolve_claimant",
    "side_of",
]
