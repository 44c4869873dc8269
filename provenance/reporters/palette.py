"""Colours for the terminal, and whether to use any.

Written by hand because `rich` takes 0.1 s to import, lets escape and bidi
characters through, and raises on `[/x]` in a text. Colour never carries a
meaning alone: each coloured word says it too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_CODES = {
    "strong": "1",
    "faint": "2",
    "mark": "1;4",
    "gone": "31",
    "come": "32",
    "changed": "1;33",
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "passed": "32",
    "failed": "1;31",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report should look.

    Attributes:
        color: Whether to use terminal colours.
        width: Cells in a line; text around evidence is shortened to this.
        quiet: Whether to show the summary and the verdict only.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False

    def paint(self, text: str, kind: str) -> str:
        """`text`, which must be safe to print, in the colour of `kind`."""
        return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if self.color and text else text


def wants_color(choice: str, is_terminal: bool, environment: Mapping[str, str]) -> bool:
    """Whether to colour, from `always`, `never` or `auto`.

    `auto` means on a terminal that is not dumb. A `NO_COLOR` that is set and not empty turns it
    off (no-color.org), else a `FORCE_COLOR` that is not empty or 0 turns it on (force-color.org).
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"
