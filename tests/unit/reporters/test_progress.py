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


def test_a_stage_under_way_shows_its_pace_and_what_that_leaves():
    """1,000 in 10 seconds are 100 a second; the other 3,000 take half a minute."""
    shown = run([(1.0, "figures", 0, 4000), (11.0, "figures", 1000, 4000)])
    assert "figures: 1,000 of 4,000 (25 %), 100 a second, 30 s left" in shown


def test_what_was_done_before_the_stage_began_says_nothing_of_its_pace():
    """A run that goes on finds most of its work done at once."""
    shown = run([(1.0, "within", 900, 1000), (11.0, "within", 950, 1000)])
    assert "950 of 1,000 (95 %), 5 a second, 10 s left" in shown


def test_a_pace_is_not_guessed_from_a_moment():
    assert "second" not in run([(1.0, "figures", 0, 9), (2.9, "figures", 8, 9)])


def test_long_times_are_told_as_people_say_them():
    shown = run([(1.0, "a", 0, 10_000), (11.0, "a", 10, 10_000)])
    assert "166 min left" not in shown
    assert "2 h 46 min left" in shown
    assert "15 min left" in run([(1.0, "a", 0, 100), (11.0, "a", 1, 91)])


def test_less_than_was_expected_is_left_as_nothing():
    """How many articles a file holds is estimated from what was read of it."""
    assert "0 s left" in run([(1.0, "a", 0, 10), (11.0, "a", 12, 10)])
