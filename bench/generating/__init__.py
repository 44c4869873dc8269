"""Stories with one relation each, made by chance: right, right only by rounding, and not right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """Three versions of one story.

    Attributes:
        right: Its figures fit exactly.
        rounded: They fit only because the figures shown are rounded.
        wrong: They do not fit, by clearly more than rounding allows.
    """

    right: str
    rounded: str
    wrong: str
