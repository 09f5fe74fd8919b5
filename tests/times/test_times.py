"""Which times a sentence tells and which days they mean, from raw text through the shipped model.

Every row counts from Wednesday 23 January 2019.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.language.trees import ROOT, Parser, Sentence, Word
from stemmata.times import Anchor, Time, find_times, time_spans
from stemmata.times.calendars import Window, to_gregorian
from trees import tree

WEDNESDAY = Anchor(date(2019, 1, 23))

# Text; the times as "words: start..end kind"; what the row shows.
TIMES = [
    # feasts
    ("Gunmen took two nuns on Easter Monday.", "on Easter Monday: 2018-04-02..2018-04-02 point"),  # the last one
    ("A church was bombed on Palm Sunday 2017.", "on Palm Sunday 2017: 2017-04-09..2017-04-09 point"),  # of a year
    ("Shells fell on Christmas Eve.", "on Christmas Eve: 2018-12-24..2018-12-24 point"),
    ("A car bomb went off on Eid al-Adha.", "on Eid al-Adha: 2018-08-21..2018-08-21 point"),
    ("The truce begins on Nowruz.", "on Nowruz: 2018-03-21..2018-03-21 point"),
    ("A church was shelled on Orthodox Easter Sunday.", ""),  # of another calendar
    (
        "Eight died in the 48 hours ending at noon Friday.",
        "in the 48 hours ending at noon Friday: 2019-01-16..2019-01-18 window",
    ),
    ("Nine were held in the two weeks to 12 January.", "in the two weeks to 12 January: 2018-12-29..2019-01-12 window"),
    ("The March 23 Movement took the town.", ""),  # a group bears the day as its name
    ("Shells fell near the 17 July Bridge.", ""),  # a place does
    ("By July 4,800 people had left.", "By July: ..2018-07-31 until"),  # a count follows
    ("On 17 July the bridge was hit.", "On 17 July: 2018-07-17..2018-07-17 point"),  # no name follows
    # full dates in any style
    (
        "The attack took place on 19 January 2019.",
        "on 19 January 2019: 2019-01-19..2019-01-19 point",
    ),  # day, month, year
    (
        "The attack took place on January 19, 2018.",
        "on January 19, 2018: 2018-01-19..2018-01-19 point",
    ),  # month, day, year
    (
        "The attack took place on the 19th of January, 2018.",
        "on the 19th of January, 2018: 2018-01-19..2018-01-19 point",
    ),  # an ordinal day
    (
        "The raid on 19/01/2019 failed.",
        "on 19/01/2019: 2019-01-19..2019-01-19 point",
    ),  # digits with one possible reading
    (
        "The raid on 01/19/2019 failed.",
        "on 01/19/2019: 2019-01-19..2019-01-19 point",
    ),  # the American order, sure since there is no month 19
    ("The raid on 03/04/2019 failed.", "on 03/04/2019: .. point"),  # digits with two readings leave the days open
    ("The raid on 19.01.2019 failed.", "on 19.01.2019: 2019-01-19..2019-01-19 point"),  # dots put the day first
    ("On 2019-01-19 the town fell.", "On 2019-01-19: 2019-01-19..2019-01-19 point"),  # ISO 8601
    (
        "At 191430ZJAN19 a convoy was hit.",
        "At 191430ZJAN19: 2019-01-19..2019-01-19 point",
    ),  # a military date and time group
    ("141120JAN19: a convoy was hit.", "141120JAN19: 2019-01-14..2019-01-14 point"),  # without its zone
    # a short weekday that opens an entry, stands before a part of the day or behind a word of time
    ("- Fri: two men were held.", "Fri: 2019-01-18..2019-01-18 point"),
    ("Sat night gangs attacked a post.", "Sat night: 2019-01-19..2019-01-19 point"),
    ("Three posts were burnt since Thu.", "since Thu: 2019-01-17.. since"),
    ("Sun beat down on the town.", ""),
    # the weekday told with a day settles its year
    ("Shells fell on Tuesday 21 March.", "on Tuesday 21 March: 2017-03-21..2017-03-21 point"),
    (
        "At 19 1430L JAN 2019 a convoy was hit.",
        "At 19 1430L JAN 2019: 2019-01-19..2019-01-19 point",
    ),  # the same, spaced
    (
        "On 5 November 1956 the city fell.",
        "On 5 November 1956: 1956-11-05..1956-11-05 point",
    ),  # an old year beside a day is no other year
    (
        "ON FRIDAY, 18 JANUARY 2019, REBELS ATTACKED.",
        "ON FRIDAY, 18 JANUARY 2019: 2019-01-18..2019-01-18 point",
    ),  # capitals
    # a day without its year that opens an entry of a log
    ("21/1 0700 - 14 rockets on the town.", "21/1: 2019-01-21..2019-01-21 point"),
    ("10/1 - two men detained.", "10/1: 2019-01-10..2019-01-10 point"),  # the reading that is not long past
    ("Their share fell to 10/1 of what it was.", ""),  # within a line it is a share
    # parts of the day
    ("A post was attacked before dawn on Monday.", "before dawn on Monday: 2019-01-21..2019-01-21 point"),  # of Monday
    ("The post fell before Monday.", "before Monday: ..2019-01-20 until"),
    (
        "They shelled it from dusk on Sunday until the early hours of Monday.",
        "from dusk on Sunday until the early hours of Monday: 2019-01-20..2019-01-21 window",
    ),  # a range told with its parts of the day
    # parts of a longer time
    ("It fell in the final week of December.", "in the final week of December: 2018-12-25..2018-12-31 window"),
    ("It fell on the first day of Ramadan.", "on the first day of Ramadan: 2018-05-16..2018-05-16 window"),
    ("It fell on the second day of Eid al-Fitr.", "on the second day of Eid al-Fitr: 2018-06-16..2018-06-16 point"),
    (
        "In the first two months of 2018, 340 people died.",
        "In the first two months of 2018: 2018-01-01..2018-02-28 window",
    ),
    # lengths
    ("Some 70 people have been killed in 24 hours.", "in 24 hours: 2019-01-22..2019-01-23 window"),
    ("The truce lasted two days.", ""),  # how long it was tells no day
    ("As of 20 January, 400 people had fled.", "As of 20 January: ..2019-01-20 until"),  # up to then
    (
        "Nine have died since the push began nearly two weeks ago.",
        "since the push began nearly two weeks ago: 2019-01-09.. since",
    ),  # loosely told, it still is where the period begins
    ("Nine died nearly two weeks ago.", "nearly two weeks ago: .. window"),  # but no day
    ("Six people died earlier in the day.", "earlier in the day: 2019-01-23..2019-01-23 other"),  # of the telling
    # partial dates
    (
        "On January 19, forces entered the town.",
        "On January 19: 2019-01-19..2019-01-19 point",
    ),  # the year nearest before the anchor
    (
        "On December 23 a chemical attack was staged.",
        "On December 23: 2018-12-23..2018-12-23 point",
    ),  # the year before the anchor's
    ("Forces entered on Jan. 19.", "on Jan. 19: 2019-01-19..2019-01-19 point"),  # an abbreviation
    (
        "Forces entered on 17 Sept and left.",
        "on 17 Sept: 2018-09-17..2018-09-17 point",
    ),  # an abbreviation without a dot
    (
        "On Monday, 14 January, a truck exploded.",
        "On Monday, 14 January: 2019-01-14..2019-01-14 point",
    ),  # a weekday before the date
    ("On Mon 14 Jan a truck exploded.", "On Mon 14 Jan: 2019-01-14..2019-01-14 point"),  # abbreviated weekday and month
    ("On 29 February a truck exploded.", "On 29 February: 2016-02-29..2016-02-29 point"),  # the nearest leap year
    ("On the 19th the town fell.", "On the 19th: 2019-01-19..2019-01-19 point"),  # a day of the month
    (
        "On the afternoon of the 18th the outpost fell.",
        "On the afternoon of the 18th: 2019-01-18..2019-01-18 point",
    ),  # a day of the month with its part of day
    ("On or about 3 April a man was taken.", "On or about 3 April: 2018-04-03..2018-04-03 point"),  # a loose day
    ("The raid of 12 October killed three.", "12 October: 2018-10-12..2018-10-12 point"),  # of
    ("A January 19 press release said so.", "January 19: 2019-01-19..2019-01-19 point"),  # a date that modifies a noun
    ("A shell fell on 31 February.", "on 31 February: .. point"),  # a day that no calendar has
    # months, years and their parts
    ("In March rebels left.", "In March: 2018-03-01..2018-03-31 window"),  # a month with the year nearest before
    (
        "In August 2013 rebels left.",
        "In August 2013: 2013-08-01..2013-08-31 window",
    ),  # a month of a year ends on its last day
    (
        "In January two people died.",
        "In January: 2019-01-01..2019-01-23 window",
    ),  # a month that still runs ends on the anchor
    ("In 2016 the town fell.", "In 2016: 2016-01-01..2016-12-31 window"),  # a year
    ("In mid-March the rebels left.", "In mid-March: 2018-03-11..2018-03-20 window"),  # the middle ten days
    (
        "In early November 2005 the offensive began.",
        "In early November 2005: 2005-11-01..2005-11-10 window",
    ),  # the first ten days
    (
        "The siege ended at the end of August.",
        "at the end of August: 2018-08-21..2018-08-31 window",
    ),  # the last ten days
    ("Early 2011 saw protests.", "Early 2011: 2011-01-01..2011-03-31 window"),  # January to March
    (
        "Late last year the group split.",
        "Late last year: 2018-10-01..2018-12-31 window",
    ),  # October to December of the year before
    (
        "In the first half of 2014 fighting spread.",
        "In the first half of 2014: 2014-01-01..2014-06-30 window",
    ),  # six months
    (
        "In the second quarter of 2018 fighting spread.",
        "In the second quarter of 2018: 2018-04-01..2018-06-30 window",
    ),  # a quarter
    (
        "In the second week of December 32 stores were burnt.",
        "In the second week of December: 2018-12-08..2018-12-14 window",
    ),  # the eighth to the fourteenth
    (
        "The town fell in the spring of 2015.",
        "in the spring of 2015: 2015-03-01..2015-05-31 window",
    ),  # a season of a year
    (
        "In the winter of 2015-16 the town was besieged.",
        "In the winter of 2015-16: 2015-12-01..2016-02-29 window",
    ),  # a winter with both of its years
    (
        "Last winter the town was besieged.",
        "Last winter: 2017-12-01..2018-02-28 window",
    ),  # in January the winter that has ended
    # weekdays
    (
        "A mine went off on Tuesday evening.",
        "on Tuesday evening: 2019-01-22..2019-01-22 point",
    ),  # the nearest before the anchor, and its part of day
    (
        "The talks began on Wednesday.",
        "on Wednesday: 2019-01-23..2019-01-23 point",
    ),  # the anchor's own weekday is the anchor
    ("Last Friday a mine went off.", "Last Friday: 2019-01-18..2019-01-18 point"),  # last
    (
        "Last Wednesday a mine went off.",
        "Last Wednesday: 2019-01-16..2019-01-16 point",
    ),  # last is never the anchor itself
    (
        "The return will begin on Wednesday.",
        "on Wednesday: 2019-01-23..2019-01-23 point",
    ),  # the future takes the next, and the anchor counts
    (
        "Next Wednesday the return begins.",
        "Next Wednesday: 2019-01-30..2019-01-30 point",
    ),  # next is never the anchor itself
    ("The return will begin on Thursday.", "on Thursday: 2019-01-24..2019-01-24 point"),  # will
    ("The talks are due to begin on Friday.", "on Friday: 2019-01-25..2019-01-25 point"),  # due to
    ("The two sides are to meet on Monday.", "on Monday: 2019-01-28..2019-01-28 point"),  # are to
    (
        "They called a strike for Thursday.",
        "for Thursday: 2019-01-24..2019-01-24 point",
    ),  # a strike for a day lies ahead
    (
        "The talks had begun on Thursday.",
        "on Thursday: 2019-01-17..2019-01-17 point",
    ),  # a past perfect stays before the anchor
    (
        "Tuesday of last week saw a clash.",
        "Tuesday of last week: 2019-01-15..2019-01-15 point",
    ),  # a weekday of the week before
    (
        "The office said Friday that two had died.",
        "Friday: 2019-01-18..2019-01-18 point",
    ),  # a weekday without a preposition
    ("Saturday's attack killed 12.", "Saturday: 2019-01-19..2019-01-19 point"),  # a possessive
    # "for" is of the attack
    ("Nobody admitted responsibility for Saturdays attack.", "Saturdays: 2019-01-19..2019-01-19 point"),
    ("Saturdays attack killed 12.", "Saturdays: 2019-01-19..2019-01-19 point"),  # a possessive that lost its apostrophe
    (
        "On Saturday and Sunday clashes broke out.",
        "On Saturday and Sunday: 2019-01-19..2019-01-20 window",
    ),  # two days in a row are one window
    (
        "From Monday to Wednesday the city was shelled.",
        "From Monday to Wednesday: 2019-01-21..2019-01-23 window",
    ),  # from and to
    (
        "At dawn on Wednesday gunmen struck.",
        "At dawn on Wednesday: 2019-01-23..2019-01-23 point",
    ),  # a part of day before
    (
        "In the early hours of Sunday gunmen struck.",
        "In the early hours of Sunday: 2019-01-20..2019-01-20 point",
    ),  # the early hours of
    (
        "Shortly after sunset on Sunday planes struck.",
        "Shortly after sunset on Sunday: 2019-01-20..2019-01-20 point",
    ),  # shortly after
    ("Early on Tuesday morning planes struck.", "Early on Tuesday morning: 2019-01-22..2019-01-22 point"),  # early on
    (
        "At 5 pm on Friday a shell fell.",
        "At 5 pm on Friday: 2019-01-18..2019-01-18 point",
    ),  # a clock time belongs to its day
    (
        "On 18/01/2019 at about 2130hrs a shell fell.",
        "On 18/01/2019 at about 2130hrs: 2019-01-18..2019-01-18 point",
    ),  # a clock time behind
    ("the attack happened on friday.", "on friday: 2019-01-18..2019-01-18 point"),  # no capitals
    # other calendars
    (
        "On 5 Ramadan 1439 fighters attacked.",
        "On 5 Ramadan 1439: 2018-05-20..2018-05-20 point",
    ),  # Islamic, with its year
    (
        "During Ramadan 2018 the truce held.",
        "During Ramadan 2018: 2018-05-16..2018-06-14 window",
    ),  # an Islamic month of a Gregorian year
    (
        "On the 24th of Muharram fighters attacked.",
        "On the 24th of Muharram: 2018-10-04..2018-10-04 point",
    ),  # Islamic, the year nearest before
    (
        "On 12 Khordad 1397 they were arrested.",
        "On 12 Khordad 1397: 2018-06-02..2018-06-02 point",
    ),  # the Persian calendar
    (
        "On 18 Saratan 1397 they surrendered.",
        "On 18 Saratan 1397: 2018-07-09..2018-07-09 point",
    ),  # the same with its Afghan names
    ("On 12 Tir 2011 E.C. the town fell.", "On 12 Tir 2011: 2019-01-20..2019-01-20 point"),  # the Ethiopian calendar
    # counted from the anchor
    ("Yesterday a mine went off.", "Yesterday: 2019-01-22..2019-01-22 point"),  # yesterday
    ("Today two people died.", "Today: 2019-01-23..2019-01-23 point"),  # today
    (
        "The day before yesterday a mine went off.",
        "The day before yesterday: 2019-01-21..2019-01-21 point",
    ),  # two days back
    ("Last night shelling hit the town.", "Last night: 2019-01-22..2019-01-22 point"),  # the evening before
    ("Overnight shelling hit the town.", "Overnight: 2019-01-22..2019-01-23 window"),  # the day before and the day
    ("This morning shelling hit the town.", "This morning: 2019-01-23..2019-01-23 point"),  # the anchor
    ("At noon today a shell fell.", "At noon today: 2019-01-23..2019-01-23 point"),  # noon today
    ("A shell fell at 18:00 yesterday.", "at 18:00 yesterday: 2019-01-22..2019-01-22 point"),  # a clock time before
    ("Two days ago a mine went off.", "Two days ago: 2019-01-21..2019-01-21 point"),  # a day so long ago
    ("A few days ago a mine went off.", "A few days ago: 2019-01-20..2019-01-23 window"),  # no single day is sure
    (
        "Two weeks ago a mine went off.",
        "Two weeks ago: 2019-01-07..2019-01-13 window",
    ),  # a calendar week, no single day
    ("The war has gone on since it erupted three years ago.", "since it erupted three years ago: 2016-01-01.. since"),
    ("They have come back since mid-July 2018.", "since mid-July 2018: 2018-07-15.. since"),  # the middle as a bound
    ("By the middle of July 2018 the town was empty.", "By the middle of July 2018: ..2018-07-15 until"),
    ("The town has been divided since mid-2012.", "since mid-2012: 2012-06-01.. since"),
    ("Three years ago the war began.", "Three years ago: 2016-01-01..2016-12-31 window"),  # a calendar year
    ("About a month ago the town fell.", "About a month ago: .. window"),  # a loose time has no days
    ("Last week rebels left.", "Last week: 2019-01-14..2019-01-20 window"),  # Monday to Sunday of the week before
    ("Last month rebels left.", "Last month: 2018-12-01..2018-12-31 window"),  # the month before
    ("Last November rebels left.", "Last November: 2018-11-01..2018-11-30 window"),  # a month that has passed
    ("Last year rebels left.", "Last year: 2018-01-01..2018-12-31 window"),  # the year before
    ("This week 12 people died.", "This week: 2019-01-21..2019-01-23 window"),  # from Monday to the anchor
    (
        "Earlier this month rebels took the base.",
        "Earlier this month: 2019-01-01..2019-01-23 window",
    ),  # from the first to the anchor
    (
        "So far this year 45 people have died.",
        "So far this year: 2019-01-01..2019-01-23 window",
    ),  # from 1 January to the anchor
    (
        "At the weekend clashes broke out.",
        "At the weekend: 2019-01-19..2019-01-20 window",
    ),  # the last Saturday and Sunday
    ("Last weekend clashes broke out.", "Last weekend: 2019-01-19..2019-01-20 window"),  # the same
    (
        "At the beginning of the week protests broke out.",
        "At the beginning of the week: 2019-01-21..2019-01-22 window",
    ),  # Monday and Tuesday
    (
        "The two sides are to meet next week.",
        "next week: 2019-01-28..2019-02-03 window",
    ),  # Monday to Sunday of the week after
    ("The pact is to be signed next month.", "next month: 2019-02-01..2019-02-28 window"),  # the month after
    (
        "The talks will be held later this month.",
        "later this month: 2019-01-23..2019-01-31 window",
    ),  # from the anchor to the end of the month
    ("The talks will be held on 24 January.", "on 24 January: 2019-01-24..2019-01-24 point"),  # a date ahead
    ("He said that on 5 June the army would attack.", "on 5 June: 2019-06-05..2019-06-05 point"),  # would
    # windows
    (
        "Towns were freed within the past two weeks.",
        "within the past two weeks: 2019-01-09..2019-01-23 window",
    ),  # within, and two weeks back
    (
        "Over the past ten days 30 people died.",
        "Over the past ten days: 2019-01-13..2019-01-23 window",
    ),  # days in words
    ("In the last 24 hours three people died.", "In the last 24 hours: 2019-01-22..2019-01-23 window"),  # hours
    ("In the past 48 hours three people died.", "In the past 48 hours: 2019-01-21..2019-01-23 window"),  # two days back
    ("Over the past five years the war spread.", "Over the past five years: 2014-01-23..2019-01-23 window"),  # years
    ("In recent days clashes have grown.", "In recent days: 2019-01-20..2019-01-23 window"),  # three days back
    (
        "Over the past few days clashes have grown.",
        "Over the past few days: 2019-01-20..2019-01-23 window",
    ),  # three days back
    ("In recent weeks clashes have grown.", "In recent weeks: 2019-01-02..2019-01-23 window"),  # three weeks back
    (
        "Over the next two weeks elections will be held.",
        "Over the next two weeks: 2019-01-23..2019-02-06 window",
    ),  # ahead
    (
        "From 3 to 5 January the town was shelled.",
        "From 3 to 5 January: 2019-01-03..2019-01-05 window",
    ),  # days of one month
    (
        "Between 10 and 12 December 14 people died.",
        "Between 10 and 12 December: 2018-12-10..2018-12-12 window",
    ),  # between
    ("On January 3-5 there were strikes.", "On January 3-5: 2019-01-03..2019-01-05 window"),  # a dash
    (
        "On 3rd and 4th of January there were strikes.",
        "On 3rd and 4th of January: 2019-01-03..2019-01-04 window",
    ),  # ordinals
    (
        "On the night of 3-4 January the village was raided.",
        "On the night of 3-4 January: 2019-01-03..2019-01-04 window",
    ),  # a night of two dates
    (
        "Between December 27 and January 8, 30 people died.",
        "Between December 27 and January 8: 2018-12-27..2019-01-08 window",
    ),  # over the turn of the year
    (
        "Between Dec. 2 and Dec. 15, 2018, the coalition struck.",
        "Between Dec. 2 and Dec. 15, 2018: 2018-12-02..2018-12-15 window",
    ),  # the year stands once
    (
        "Between January and May 2018, 45 people died.",
        "Between January and May 2018: 2018-01-01..2018-05-31 window",
    ),  # months
    (
        "From December 2016 to January 2017 the city was besieged.",
        "From December 2016 to January 2017: 2016-12-01..2017-01-31 window",
    ),  # months of two years
    ("The war, from 2011 to 2018, killed thousands.", "from 2011 to 2018: 2011-01-01..2018-12-31 window"),  # years
    # open windows
    ("The town has been besieged since Monday.", "since Monday: 2019-01-21.. since"),  # since has no end
    ("The truce has held since 10 September.", "since 10 September: 2018-09-10.. since"),  # since a date
    (
        "Nine caches were found since the start of the month.",
        "since the start of the month: 2019-01-01.. since",
    ),  # since the start of
    (
        "Thousands have fled since the war began in March 2011.",
        "since the war began in March 2011: 2011-03-01.. since",
    ),  # the date of a since clause is where it begins
    (
        "So far 12 people have died since Monday.",
        "since Monday: 2019-01-21..2019-01-23 since",
    ),  # so far says that it lasts until the anchor
    ("They will burn any lorry from Saturday.", "from Saturday: 2019-01-26.. since"),  # from a day ahead
    ("By 1 January 310 families had returned.", "By 1 January: ..2019-01-01 until"),  # by has no start
    ("They attacked the town before Friday.", "before Friday: ..2019-01-17 until"),  # before ends on the day before
    (
        "The groups might merge before September.",
        "before September: 2019-01-23..2019-08-31 until",
    ),  # ahead, it begins on the anchor
    ("Until Friday the road was closed.", "Until Friday: ..2019-01-18 until"),  # until
    # counted from another time
    (
        "On Friday a bomb went off; the next day another exploded.",
        "On Friday: 2019-01-18..2019-01-18 point | the next day: 2019-01-19..2019-01-19 other",
    ),  # the next day
    (
        "On Friday a bomb went off, and three days later another exploded.",
        "On Friday: 2019-01-18..2019-01-18 point | three days later: 2019-01-21..2019-01-21 other",
    ),  # days later
    (
        "On Friday two men were shot; the same night a house burned.",
        "On Friday: 2019-01-18..2019-01-18 point | the same night: 2019-01-18..2019-01-18 other",
    ),  # the same night
    (
        "The village was attacked on Monday, a day after the truce was signed.",
        "on Monday: 2019-01-21..2019-01-21 point | a day after: 2019-01-20..2019-01-20 other",
    ),  # the day of the truce, not of the attack
    ("Two weeks after the attack police found it.", "Two weeks after: .. other"),  # no time to count from
    ("At dawn gunmen struck.", "At dawn: .. clock"),  # a part of some day
    ("Since then 12 people have died.", "Since then: .. since"),  # nothing to count from
    # no times
    ("The soldiers march through the town.", ""),  # the verb march
    ("May God have mercy on them.", ""),  # the verb may
    ("Prime Minister May spoke.", ""),  # a name
    ("The Bloody Sunday killings were remembered.", ""),  # a name with a weekday
    ("On Sundays the market opens.", ""),  # a habit
    ("Every Friday the market opens.", ""),  # a habit
    ("The fighting lasted for three days.", ""),  # a duration
    ("The 28-month-old conflict goes on.", "28-month-old: 2016-09-23..2019-01-23 window"),  # it has lasted so long
    ("A six-year-old boy was hurt.", ""),  # an age
    ("The meeting starts at 5 pm.", "at 5 pm.: .. clock"),  # a clock time without a day
    ("The 25th Division left.", ""),  # an ordinal of a unit
    ("The 2014 ceasefire broke down.", ""),  # the year of a thing that has passed
    ("They entered 2000 villages.", ""),  # a count
    ("In the 1990s there was war.", ""),  # a decade
    ("The mine was found near Route 2016.", ""),  # a number that looks like a year
    ("It cost 2019 dollars.", ""),  # money
]


def times(parser: Parser, text: str, anchor: Anchor, previous: Window | None = None) -> list[Time]:
    return [
        time
        for sentence in parser.parse(text, [(0, len(text))])
        for time in find_times(sentence, text, anchor, previous)
    ]


def shown(text: str, time: Time) -> str:
    return f"{text[time.start_char : time.end_char]}: {time.start or ''}..{time.end or ''} {time.kind}"


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times(parser: Parser, text: str, expected: str) -> None:
    assert " | ".join(shown(text, time) for time in times(parser, text, WEDNESDAY)) == expected


@pytest.mark.parametrize("text", ["On Friday rebels left.", "In March rebels left.", "Rebels left two days ago."])
def test_without_an_anchor_the_words_stay_and_the_days_are_unknown(parser: Parser, text: str) -> None:
    (time,) = times(parser, text, Anchor(None))

    assert (time.start, time.end, time.anchor) == (None, None, None)
    assert text[time.start_char : time.end_char]


def test_a_full_date_needs_no_anchor(parser: Parser) -> None:
    (time,) = times(parser, "On 19 January 2019 rebels left.", Anchor(None))

    assert time.start == time.end == date(2019, 1, 19)
    assert time.anchor is None


def test_the_anchor_is_named_where_it_was_used(parser: Parser) -> None:
    (time,) = times(parser, "On Friday rebels left.", WEDNESDAY)

    assert time.anchor == date(2019, 1, 23)
    assert time.rule == "weekday"
    assert time.entry.startswith("time_words.csv:")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The next day rebels left.", date(2019, 1, 19), date(2019, 1, 19)),  # a day on
        ("The day before rebels had left.", date(2019, 1, 17), date(2019, 1, 17)),  # a day back
        ("Two days later rebels left.", date(2019, 1, 20), date(2019, 1, 20)),  # days on
        ("Over the three days that followed rebels left.", date(2019, 1, 19), date(2019, 1, 21)),  # a window behind it
        ("Rebels left at about the same time.", date(2019, 1, 18), date(2019, 1, 18)),  # the same time
        ("Since then rebels have left.", date(2019, 1, 18), None),  # an open window
    ],
)
def test_times_that_count_from_the_time_told_before(parser: Parser, text: str, start: date, end: date | None) -> None:
    friday = Window(date(2019, 1, 18), date(2019, 1, 18))
    (time,) = times(parser, text, WEDNESDAY, friday)

    assert (time.start, time.end) == (start, end)


def test_a_day_cannot_be_counted_from_a_month(parser: Parser) -> None:
    """Precision is never invented: the day after "in March" is no day."""
    march = Window(date(2018, 3, 1), date(2018, 3, 31))
    (time,) = times(parser, "The next day rebels left.", WEDNESDAY, march)

    assert (time.start, time.end) == (None, None)


def test_the_tense_is_that_of_the_verb_that_the_time_belongs_to() -> None:
    """The other verb of the sentence speaks of the future, and does not count."""
    sentence, text = tree("""
        They    they    PRON  PRP 2 nsubj
        left    leave   VERB  VBD 0 root
        on      on      ADP   IN  4 case
        Friday  Friday  PROPN NNP 2 obl
        and     and     CCONJ CC  7 cc
        will    will    AUX   MD  7 aux
        return  return  VERB  VB  2 conj
    """)
    (time,) = find_times(sentence, text, WEDNESDAY)

    assert time.start == date(2019, 1, 18)


@pytest.mark.parametrize(
    ("calendar", "told", "expected"),
    [
        ("solar", (1358, 1, 1), date(1979, 3, 21)),  # New Year's days as published
        ("solar", (1399, 1, 1), date(2020, 3, 20)),
        ("solar", (1400, 1, 1), date(2021, 3, 21)),
        ("solar", (1403, 1, 1), date(2024, 3, 20)),
        ("solar", (1404, 1, 1), date(2025, 3, 21)),
        ("solar", (1403, 12, 30), date(2025, 3, 20)),  # the leap day
        ("solar", (1404, 12, 30), None),  # no leap year
        ("ethiopian", (2016, 1, 1), date(2023, 9, 12)),  # a New Year after a leap day
        ("ethiopian", (2013, 2, 25), date(2020, 11, 4)),  # 25 Tikimt 2013: the war in Tigray begins
        ("ethiopian", (2015, 13, 6), date(2023, 9, 11)),  # the sixth day of Pagume
        ("ethiopian", (2016, 13, 6), None),
        ("islamic", (1445, 1, 1), date(2023, 7, 19)),  # by the table of Umm al-Qura
        ("islamic", (1445, 1, 31), None),
        ("islamic", (1200, 1, 1), None),  # outside the table
    ],
)
def test_other_calendars(calendar: str, told: tuple[int, int, int], expected: date | None) -> None:
    assert to_gregorian(calendar, *told) == expected


def flat(text: str) -> Sentence:
    """A sentence of words that tell nothing, all hanging on the first."""
    words, at = [], 0
    for index, form in enumerate(text.split()):
        at = text.index(form, at)
        words.append(Word(index, at, at + len(form), form, form, "X", "X", "", 0 if index else ROOT, "dep"))
        at += len(form)
    return Sentence(tuple(words))


@pytest.mark.parametrize(
    "text",
    [
        "on Friday " * 2000,  # a table of days
        "since " * 3000,  # clauses without a date
        "12 May " * 2000,  # a calendar pasted as text
        "from 1 to " * 2000,  # ranges without an end
        "early late mid " * 2000,  # modifiers without a date
        "at 5 at 6 at 7 on Friday " * 800,  # clock times
        "0" * 20000,  # digits
    ],
)
def test_garbage_is_read_in_time(text: str) -> None:
    """A run of several thousand words takes about a second; a slip into squares would take minutes."""
    for start, end in time_spans(flat(text), text):
        assert text[start:end]


PIECES = [
    "on",
    "since",
    "May",
    "31",
    "February",
    "0",
    "9999",
    "last",
    "Friday",
    "in",
    "2016",
    "-",
    "the",
    "19th",
    "week",
]
PIECES += ["next", "Ramadan", "30", "1439", "ago", "days", "a", "past", "two", "before", "and", "between", "year", "of"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.dates() | st.none())
def test_odd_dates_never_raise(pieces: list[str], day: date | None) -> None:
    """Whatever stands there, and whenever it was told: windows are in order and spans lie inside the text."""
    text = " ".join(pieces)
    for time in find_times(flat(text), text, Anchor(day)):
        assert 0 <= time.start_char < time.end_char <= len(text)
        assert time.start is None or time.end is None or time.start <= time.end
