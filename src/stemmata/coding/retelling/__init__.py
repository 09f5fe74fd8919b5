"""What is told twice in a document is one report.

retelling → one_place, one_voice   two tellings of one happening
headlines                          what is told above the text, and again in it
amending                           a report with other values
"""
