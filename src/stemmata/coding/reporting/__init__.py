"""A happening with all that its document tells of it becomes a report, if it is worth one.

reports → kinds (its type), scenes (what its document tells around it), said_where (a sentence that says where)
scenes → only_place (what a new paragraph leaves out)
telling → enough (is it worth one?)
"""
