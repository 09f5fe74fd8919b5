"""Times: the windows of days that a sentence tells, absolute, partial or counted from an anchor."""

from stemmata.times.calendars import Window
from stemmata.times.finding import Anchor, Time, find_times, time_spans

__all__ = ["Anchor", "Time", "Window", "find_times", "time_spans"]
