"""One line on standard error that says how far the run is, for a person who waits."""

import time
from collections.abc import Callable
from typing import Self, TextIO

_SILENT_SECONDS = 0.5  # Shorter runs would only flicker.
_CLEAR = "\r\x1b[K"


class Progress:
    """Rewrites one line of a terminal until its `with` block ends.

    Silent for the first half second, and when not shown.

    Args:
        stream: Where to write, in practice standard error.
        shown: False for a stream that is no terminal, or when the user wants none.
        clock: Seconds that only grow.
    """

    def __init__(
        self, stream: TextIO, *, shown: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._shown = shown
        self._clock = clock
        self._began = clock()
        self._dirty = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tells the stage, and how much is done of how much."""
        if not self._shown or self._clock() - self._began < _SILENT_SECONDS:
            return
        share = f"{done:,} of {total:,} ({100 * done // total} %)" if done else f"{total:,}"
        self._stream.write(f"{_CLEAR}{stage}: {share}")
        self._stream.flush()
        self._dirty = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        """Takes the line away."""
        if self._dirty:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._dirty = False
