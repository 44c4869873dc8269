"""What a match kind is: how its texts are checked at load, and how they find lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

PAIRS = {"row": pl.UInt32, "term": pl.UInt32}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text of a rule cannot be used.

    Attributes:
        message: What is wrong, as a sentence without a full stop.
        advice: What to write instead; may be empty.
        offset: Characters of the text before the fault.
    """

    message: str
    advice: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Matcher:
    """One match kind.

    Attributes:
        kind: Its key in a rule's `match:`.
        refusals: For each text of a rule, null or why it cannot be used. Called once for all
            texts of all rules.
        find: Given lines (`row`, `text`, `folded`) and terms (`term`, `value`; at least one), the
            pairs (`PAIRS`) of line and term where the term matches the line, each once, in any
            order. Linear in the lines' text.
    """

    kind: str
    refusals: Callable[[Sequence[str]], list[Refusal | None]]
    find: Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]
