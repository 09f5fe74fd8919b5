"""What of a case the public may read. `public_entry` makes each event anew before any format sees it.

    withholding   an event made anew of what is harmless      retelling     one of its reports
    rules         what the case's settings ask for            confidential  sources that are left out whole
    judging       which words of a text may be read           words, lexicon, explaining   by what they are judged
    quoting       a passage cut to the words of its values    places, introduced, addresses   by tables of their own

Whatever nothing explains is withheld. The name of a private person in a file that calls itself public may cost a life;
a public name that is withheld costs a look at the source.
"""

from stemmata.exports.public.rules import Rules
from stemmata.exports.public.withholding import Public, public_entry

__all__ = ["Public", "Rules", "public_entry"]
