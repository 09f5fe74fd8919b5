"""Times: the windows of days that a sentence tells, absolute, partial or counted from an anchor."""

from stemmata.times.calendars import Window
from stemmata.times.finding import Anchor, Time, find_times, time_spans
from stemmata.times.lasting import age_of_war, lasted

__all__ = ["Anchor", "Time", "Window", "age_of_war", "find_times", "lasted", "time_spans"]
