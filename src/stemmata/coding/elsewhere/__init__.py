"""What other sentences of a document tell of a report: who did it, when it was, whose civilians they are.

told_elsewhere → one_telling, wholes, named_days   its days
closer → one_telling                where it was, told more closely
doers, blame → blaming, opponents   who did it, who is blamed for it, whom it was against
called_by_deed                 who is called by it: "the attackers"
bystanders                     who the people are that were struck
fallen                         who of them only fell in it
"""
