"""Document → reports: who did what to whom, where, when, how many, according to whom.

The rooms, in the order in which they run; `coder` calls them one after the other:

    the ground       codebook (its tables) ← rows, passages (a document on its way), sieve (may it report at all?)
    reading trees    clauses, arguments, taken_up, slots, nearness
    what happened    triggers → one_happening, consequences → happenings, wars, antecedents (what leans on an earlier
                     sentence), denials (of what was told before), turns
    who says so      attribution → claims, saying, dismissing, voices, said, quotations, transcripts, speakers,
                     resuming, running, pronouns, subject_before
    who and whom     roles, clause_above, sides_beside, eligibility, parties, bystanders, going_on, doers, blame,
                     opponents
    where            homes, place_lists, place_kinds, no_places, place_names, place_descriptions,
                     place_lying, place_apposed, place_unnamed, place_chains
                     → place_openings, place_ties → locating, scenes
    when             datelines, narrative, statement_days, log_days, periods → timing, own_days, looking_back,
                     one_telling → told_elsewhere
    how many         counted_arguments, group_tolls, weapons_told, named_people, strength → measuring
    is it so         status, lasting, aims, prevented
    the report       reports, amending, kinds (its type), on_the_way, enough → telling (is it worth one?),
                     one_place, one_voice
                     → retelling (told twice, it is one) → headlines (and told above, it is the same)
"""

from stemmata.coding.coder import code

__all__ = ["code"]
