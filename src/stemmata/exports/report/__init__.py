"""The report page: events with a map, a timeline and their evidence, in one file that needs no network.

event    an event with its reports, quotes, copies and disagreements      quoted   a passage with its values marked
page     all of it together
"""
