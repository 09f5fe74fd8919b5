"""Which stretches of a text are read as prose, and where sentences begin that no stop tells.

What a page put on lines of their own (title, day, sender, headings, tags) stands in one line with the story where the
page was copied without its line breaks. Read as one sentence it would speak, act and lie somewhere.
"""
