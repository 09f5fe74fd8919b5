"""The command line: one short function a command, one library call each.

    commands   code, merge, why, score, schema
    gazetteers the gazetteer commands: add, list, find, remove
    registries the actors and sources commands: find, add, check
    pages      reads and codes the pages of a call, and collects what failed
    output     where the result goes
    progress   how far a long run is

Exit codes: 0 all done, also where a page reports nothing; 2 the call is wrong; 3 an input could not be read or coded,
the others were done; 4 the codebook is broken; 5 a part is not installed; 130 interrupted; 141 the reader left.
"""

from stemmata.cli.commands import main

__all__ = ["main"]
