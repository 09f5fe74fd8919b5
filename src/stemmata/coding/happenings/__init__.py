"""What happened, and whether it did: the happenings of a sentence, with those that lean on an earlier one.

happenings → one_happening, consequences, wars, prevented, weapons_told   from triggers to happenings
consequences → other_doings                                               what is of something else in the sentence
status → lasting, aims, untrue                                            planned, denied, ongoing, hypothetical
antecedents → one_account, nearness, whereabouts                          what takes up an earlier sentence
denials, turns, on_the_way                                                of what was told before; turns of a story
"""
