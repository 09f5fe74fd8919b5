"""Reading a sentence's tree: its clauses, what a verb takes, whom a pronoun takes up, what class a word is of.

clauses, arguments   paths and phrases of a tree; subjects, objects and agents of a verb
band_names           names by which armed bodies are called
taken_up             what "it" and "which" stand for within a sentence
slots                the classes of the codebook that a word belongs to
"""
