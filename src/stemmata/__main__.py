"""`python -m stemmata` is the command `stemmata`."""

from stemmata.cli import main

main(prog_name="stemmata")
