"""What is told twice in a document is one report.

retelling                          two tellings of one happening are made one
alike → one_place, one_voice, counts, mentions   when they are
headlines                          what is told above the text, and again in it
amending                           a report with other values
"""
