"""How many: the figures of a happening, each with what it measures.

measuring → group_tolls, named_people, strength
"""
