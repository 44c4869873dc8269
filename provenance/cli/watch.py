"""`provenance check --watch`: the same run again and again, while somebody writes."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from provenance.cli.terminal import say
from provenance.errors import ProvenanceError, UsageError

if TYPE_CHECKING:
    from provenance.api.watching import Footprint

_CLEAR = "\x1b[H\x1b[2J"  # Home, then clear; what was scrolled away stays to be read.


def refuse_stream(paths: Sequence[str]) -> None:
    """Refuses standard input, which cannot be read a second time.

    Raises:
        UsageError: It is among `paths`.
    """
    if "-" in paths:
        hint = "name the file that is being written"
        raise UsageError("standard input cannot be watched", hint=hint)


def watch(run: Callable[[], int], look: Callable[[], "Footprint"]) -> NoReturn:
    """Runs, and again whenever the footprint changed; ends with Ctrl-C only.

    That is exit code 130 whatever the runs said, as of any interrupted run: somebody stopped
    looking, and a script that goes on after it must not take that for a gate that passed. Faults
    that a user can mend (a setting half typed, a file away for a moment) are told, and the next
    change is waited for.

    Args:
        run: One check with its reports; gives its exit code.
        look: Makes the footprint of what `run` reads.
    """
    from provenance import api  # noqa: PLC0415  (heavy)

    while True:
        seen = look()
        _clear()
        code = _attempt(run)
        say(f"{time.strftime('%H:%M:%S')} exit code {code}; waiting for changes, Ctrl-C ends")
        api.wait_for_change(look, seen)


def _attempt(run: Callable[[], int]) -> int:
    try:
        return run()
    except ProvenanceError as fault:
        say(str(fault))
        return 2


def _clear() -> None:
    """Empties a terminal; a file or a pipe gets one report after another."""
    if sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
