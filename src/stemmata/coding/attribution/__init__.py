"""Who says so: the stretches of a document that somebody says, and who relays them.

attribution → quotations, transcripts, running, resuming   a document's claims, across its sentences
saying, dismissing → voices, said                          a sentence's: by a verb of saying, "according to", a denial
speakers, claims                                           who can speak; what a claim is
pronouns                                                   whom "he" and "it" take up in whole reports
"""
