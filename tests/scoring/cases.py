"""A tiny document and its reports, and the files that scoring reads."""

import json

TEXT = (
    "Rebels shelled Avdara on Monday, killing three civilians and wounding a nurse, police said. "
    "Troops later took Belkov and Castra. The army denied it had bombed the clinic."
)


def at(words, nth=0, **parts):
    """The nth occurrence of some words of TEXT, with whatever else the field holds."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words), **parts}


def figure(words, measure, low, high):
    return at(words, measure=measure, low=low, high=high)


def shelling(**changes):
    """The first sentence's report."""
    told = {
        "type": "shelling",
        "status": "happened",
        "trigger": at("shelled"),
        "evidence": at(TEXT[: TEXT.index(" Troops")]),
        "initiator": [at("Rebels", id=None)],
        "target": [at("three civilians", id="civilians")],
        "places": [at("Avdara", name="Avdara", country="UA", lat=48.0, lon=37.0, relation="at")],
        "when": {"text": "Monday", "text_start": 25, "text_end": 31, "start": "2020-03-02", "end": "2020-03-02"},
        "figures": [figure("three civilians", "killed", 3, 3), figure("a nurse", "wounded", 1, 1)],
        "claimant": [at("police", id="government-of-ukraine")],
    }
    return told | changes


def gain(place, **changes):
    """The second sentence's report at one of its places."""
    told = {
        "type": "territory_gain",
        "status": "happened",
        "trigger": at("took"),
        "evidence": at("Troops later took Belkov and Castra."),
        "initiator": [at("Troops", id=None)],
        "places": [at(place, lat=None, lon=None)],
    }
    return told | changes


def denial(**changes):
    """The third sentence's report."""
    told = {
        "type": "air_strike",
        "status": "denied",
        "trigger": at("bombed"),
        "evidence": at("The army denied it had bombed the clinic."),
        "claimant": [at("The army", id="government-of-ukraine")],
    }
    return told | changes


GOLD = [shelling(), gain("Belkov"), gain("Castra"), denial()]


def as_lines(*items):
    return "".join(json.dumps(item) + "\n" for item in items)
