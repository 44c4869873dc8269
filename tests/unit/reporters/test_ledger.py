"""A score in words adds up, and what was not judged is told with it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import AppliedCap, DimensionScore
from provenance.reporters.ledger import graded, ledger, ranged
from provenance.reporters.palette import Style

PLAIN = Style(False, 100)


def part(name, lost=0, weight=30, judged=True):
    return DimensionScore(name, weight, lost, judged, None if judged else "nothing to compare with")


def lines(row, width=100):
    return list(ledger(row, Style(False, width)))


def test_the_sum_names_the_dearest_dimension_first(score):
    row = score("a", 73, 200, grade="C", dimensions=(part("sourcing", 12), part("integrity", 15)))
    assert lines(row) == ["  score 73 C = 100 - 15 (integrity) - 12 (sourcing)"]


def test_a_cap_stands_in_the_sum_with_its_limit(score):
    """Without it the sum would not come out, and nobody could argue with it."""
    caps = (AppliedCap("lifted-text", 59, 16), AppliedCap("headline-figure", 74, 0))
    row = score("a", 59, 200, grade="D", dimensions=(part("originality", 25, 25),), caps=caps)
    assert lines(row) == ["  score 59 D = 100 - 25 (originality) - 16 (cap lifted-text at 59)"]


def test_what_was_not_judged_stands_with_the_interval_it_leaves(score):
    parts = (part("originality", 0, 25, judged=False), part("metadata", 0, 10, judged=False))
    (line,) = lines(score("a", 100, 200, low=65, dimensions=parts))
    told = "65 to 100 as originality and metadata could not be judged"
    assert line == f"  score 100 A; {told}"


def test_without_a_score_the_reason_is_told(score):
    row = score("a", None, 4, "4 words outside boilerplate, 150 are needed")
    assert lines(row) == ["  no score: 4 words outside boilerplate, 150 are needed"]
    assert graded(row) == "no score"


def test_an_interval_stands_behind_the_score_only_where_something_is_open(score):
    """A hundred that compared nothing is no hundred."""
    assert ranged(score("a", 100, 200, low=65)) == "score 100 A (65-100)"
    assert ranged(score("a", 92, 200)) == "score 92 A"
    assert ranged(score("a", None, 4, "few words")) == "no score"


def test_names_from_rule_files_do_no_harm_on_a_terminal(score):
    row = score(
        "a", 99, 200, dimensions=(part("\x1b[31m", 1),), caps=(AppliedCap("\u202e", 99, 0),)
    )
    assert "\x1b" not in "".join(lines(row))


@given(st.lists(st.integers(0, 20), max_size=5), st.integers(40, 120))
def test_every_sum_comes_out_at_any_width(score, losses, width):
    row = score(
        "a",
        100 - sum(losses),
        200,
        dimensions=tuple(part(f"d{n}", loss) for n, loss in enumerate(losses)),
    )
    shown = lines(row, width)
    assert all(len(line) <= width for line in shown)
    taken = re.findall(r"- (\d+)", " ".join(line.strip() for line in shown))
    assert 100 - sum(map(int, taken)) == row.score
