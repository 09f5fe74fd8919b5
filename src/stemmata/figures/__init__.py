"""Figures: what a sentence counts, with bounds, hedge, unit and the whole that it is part of."""

from stemmata.figures.counted import Count, CountedClass, counted_class, figure_words
from stemmata.figures.counts import find_counts

__all__ = ["Count", "CountedClass", "counted_class", "figure_words", "find_counts"]
