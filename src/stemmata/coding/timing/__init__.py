"""When it happened: the times that a document tells, and which of them a happening has.

datelines, statement_days, log_days   the day of a document, of a statement in it, of an entry in a log
narrative → titles, periods           times told one after the other
since_war                             since when there is the war whose toll is told
timing → own_days, looking_back       a happening's own days; what the text looks back on
"""
