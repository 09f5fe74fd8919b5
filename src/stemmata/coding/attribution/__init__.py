"""Who says so: the stretches of a document that somebody says, and who relays them.

attribution → quotations, running, resuming                a document's claims, across its sentences
transcripts, headings                                      who speaks where the layout tells it
saying, dismissing, nouns_of_saying → voices, said         a sentence's: by a verb or noun of saying, "according to"
voices, said → bare_speakers, inverted, parallel           where lost marks and likely trees hide who speaks
speakers → titles; publisher, claims                       who can speak, and who is left out; what a claim is
pronouns                                                   whom "he" and "it" take up in whole reports
"""
