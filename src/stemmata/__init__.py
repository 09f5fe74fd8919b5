"""Stemmata turns scattered conflict reporting into sourced events."""

__version__ = "0.1.0.dev0"
