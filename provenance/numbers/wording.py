"""What a figure counts, as an editor would say it: "people killed" for `person` and `kill`.

In: a figure with its noun and event. Out: words, for messages; the plural of the noun and the
word that the lexicon of stories gives for the event. Without such words noun and event stand as
the grammar names them.
"""

from provenance.model import Quantity
from provenance.numbers.grammar import Grammar

_TOLD = "stories.told"
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


def counted(row: Quantity, grammar: Grammar) -> str:
    """What was counted and what happened to it; empty when neither is known.

    The plural of a noun is that of the lexicon, or a regular one.
    """
    parts = (plural(row.noun, grammar) if row.noun else "", _participle(row.event, grammar))
    return " ".join(filter(None, parts))


def plural(noun: str, grammar: Grammar) -> str:
    """More than one of `noun`."""
    stated = next(
        (many for many, one in grammar.lexicon.words["plurals"].items() if one == noun), ""
    )
    if stated:
        return stated
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANTS) else f"{noun}s"


def _participle(event: str | None, grammar: Grammar) -> str:
    """The word for what happened, of those that the lexicon of stories tells with."""
    if event is None:
        return ""
    for phrase in sorted(grammar.classes[_TOLD]):
        tokens = phrase.split()
        found = grammar.lexicon.cues.at([*tokens, ""], 0)
        if found and found[0] == f"event.{event}":
            return phrase
    return event.replace("-", " ")
