"""What a command knows of the terminal: its width and colours, and how a fault is told there."""

import io
import os
import shutil
import sys
import traceback
from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from provenance.reporters.palette import Style

_PIPED_WIDTH = 100
_ISSUES = "please report it, with PROVENANCE_DEBUG=1 set for the details"


def style(color: str, output: str | None, quiet: bool = False) -> "Style":
    """How to look: as wide as the terminal, in colours when wanted and `output` is null."""
    from provenance.reporters.palette import Style, wants_color  # noqa: PLC0415

    terminal = output is None and _is_terminal(sys.stdout)
    width = (
        max(40, shutil.get_terminal_size((_PIPED_WIDTH, 0)).columns) if terminal else _PIPED_WIDTH
    )
    return Style(wants_color(color, terminal, os.environ), width, quiet)


def shows_progress(switched_off: bool) -> bool:
    """Whether to tell how far a run is."""
    return not switched_off and _is_terminal(sys.stderr)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def say(message: str) -> None:
    """Talk on standard error."""
    from provenance.reporters import output  # noqa: PLC0415

    output.say(message)


def usage(fault: typer.TyperException) -> str:
    """The text typer shows for wrong use."""
    shown = io.StringIO()
    show = getattr(fault, "show", None)
    if show is None:
        return str(fault)
    show(file=shown)
    return shown.getvalue()


def internal(fault: BaseException) -> str:
    """One line for a fault of ours; with PROVENANCE_DEBUG=1 the traceback before it."""
    lines = traceback.format_exception(fault) if os.environ.get("PROVENANCE_DEBUG") == "1" else []
    text = " ".join(str(fault).split())[:300]
    return "".join(lines) + f"internal error: {type(fault).__name__}: {text}; {_ISSUES}"
