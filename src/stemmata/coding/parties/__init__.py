"""Who did it and to whom: the parties of a happening.

acted_on, roles → clause_above, sides_beside, makers, eligibility, going_on   which words of a sentence are target and
                                                            initiator
counted_arguments                                           which of them are counted
parties                                                     from words to actors
subject_before                                              whom "they" takes up at the head of a sentence
"""
