"""When it happened: the times that a document tells, and which of them a happening has.

datelines, statement_days, log_days   the day of a document, of a statement in it, of an entry in a log
narrative → titles, periods           times told one after the other
since_war, lasting                    since when there is the war whose toll is told, and how long something has gone on
timing → other_things                 a happening's own days, and days of another thing in its sentence
own_days, looking_back                places with each its day; what the text looks back on
"""
