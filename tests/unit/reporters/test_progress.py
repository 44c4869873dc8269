"""Progress is for people who wait, and leaves nothing behind."""

import io

from provenance.reporters.progress import Progress


class Clock:
    """A clock that stands still until told."""

    now = 0.0

    def __call__(self):
        return self.now


def run(steps, shown=True):
    """What is written by steps of (seconds, stage, done, total)."""
    stream, clock = io.StringIO(), Clock()
    with Progress(stream, shown=shown, clock=clock) as progress:
        for clock.now, *step in steps:
            progress(*step)
    return stream.getvalue()


def test_a_short_run_shows_nothing():
    assert run([(0.1, "rules", 0, 5), (0.49, "figures", 1, 5)]) == ""


def test_a_long_run_shows_stage_count_and_share_and_clears_the_line():
    assert run([(0.6, "figures", 1200, 4800)]) == ("\r\x1b[Kfigures: 1,200 of 4,800 (25 %)\r\x1b[K")


def test_a_stage_that_only_begins_shows_how_much_there_is():
    assert run([(0.6, "figures", 0, 4800)]) == "\r\x1b[Kfigures: 4,800\r\x1b[K"


def test_nothing_to_do_divides_by_nothing():
    assert "reading: 0" in run([(0.6, "reading", 0, 0)])


def test_nothing_is_shown_where_nobody_looks():
    assert run([(9.0, "figures", 1, 5)], shown=False) == ""


def test_the_line_is_cleared_when_the_run_fails():
    """An error message must not start behind half a progress line."""
    stream, clock = io.StringIO(), Clock()
    try:
        with Progress(stream, shown=True, clock=clock) as progress:
            clock.now = 1.0
            progress("figures", 1, 2)
            raise ValueError
    except ValueError:
        pass
    assert stream.getvalue().endswith("\r\x1b[K")
