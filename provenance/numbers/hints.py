"""What is known of a text before it is read: which searches can find nothing in it.

A hint too many costs a search, one too few would lose what is there. They are
found for all texts at once, see `scan`.
"""

from typing import NamedTuple

# Two superlatives such as "largest"; a reference such as "the figure is"; a time of day; the name
# of a weekday.
RANKS, REFERENCE, CLOCK, DAY = "ranks", "reference", "clock", "day"
# Words of the lexicon of dates that a chain of dates, a time ago or a birth needs.
TRIGGERS = ("chain", "ago", "birth")


class Hints(NamedTuple):
    """What is known of one text.

    Attributes:
        held: Names of the hints that it gives.
        numbers: Places at which a number may begin, right there or one character behind, in order.
        dates: Places of `Expressions.anchor`, likewise.
    """

    held: frozenset[str]
    numbers: list[int]
    dates: list[int]
