"""One line on standard error that says how far the run is, for a person who waits."""

import time
from collections.abc import Callable
from typing import Self, TextIO

_SILENT_SECONDS = 0.5  # Shorter runs would only flicker.
# Before this much of a stage is over, its pace says little of what is left.
_PACE_SECONDS = 2.0
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
        self._stage = ""
        self._stage_began = (self._began, 0)
        self._dirty = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tells the stage, how much is done of how much, how fast it goes and what that leaves."""
        now = self._clock()
        if stage != self._stage:
            # What an earlier run had done already says nothing of the pace.
            self._stage, self._stage_began = stage, (now, done)
        if not self._shown or now - self._began < _SILENT_SECONDS:
            return
        share = f"{done:,} of {total:,} ({100 * done // total} %)" if done else f"{total:,}"
        self._stream.write(f"{_CLEAR}{stage}: {share}{self._pace(now, done, total)}")
        self._stream.flush()
        self._dirty = True

    def _pace(self, now: float, done: int, total: int) -> str:
        """The rate of the stage and the time it leaves; empty while neither can be told."""
        began, before = self._stage_began
        seconds = now - began
        if done <= before or seconds < _PACE_SECONDS:
            return ""
        rate = (done - before) / seconds
        return f", {rate:,.0f} a second, {_span(max(0, total - done) / rate)} left"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        """Takes the line away."""
        if self._dirty:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._dirty = False


def _span(seconds: float) -> str:
    """A time as people say it: `40 s`, `12 min`, `3 h 5 min`."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
