"""Actors and sources: whom a noun phrase stands for, and who says so."""

from stemmata.actors.registry import Actor, Match, Registry, load_registry
from stemmata.actors.sources import Source, Sources, load_sources, resolve_claimant

__all__ = ["Actor", "Match", "Registry", "Source", "Sources", "load_registry", "load_sources", "resolve_claimant"]
