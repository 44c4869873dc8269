"""The gate's table on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import METRICS, Measure, Metric, Offender, Standing, Unit, Verdict
from provenance.reporters.cells import cells
from provenance.reporters.gate_table import gate_table, worth_showing
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.text import render

TERMS = {
    "unread": Metric("unread", Unit.COUNT, False, "inputs"),
    "checked": Metric("checked", Unit.COUNT, True, "articles looked at"),
    "findings": Metric("findings", Unit.COUNT, False, "findings"),
}


def row(  # noqa: PLR0917
    name, value, error=None, warn=None, standing="passed", reason=None, worst=()
):
    metric = (METRICS | TERMS)[name]
    about = (metric.about, metric.unit, metric.at_least)
    offenders = tuple(Offender(*each) for each in worst)
    return Measure(name, *about, value, warn, error, Standing(standing), reason, offenders)


PLAIN = (row("unread", 0, 0), row("articles", 1, 1), row("checked", 1, 1), row("findings", 0, 0))
LIMITED = (
    row("articles", 1200, 1000),
    row("boilerplate-text", 0.12345, 0.2, 0.1, "warned", worst=[("Post", 0.1), ("Mail", 0.02)]),
    row("mean-score", None, 60, standing="unknown", reason="2 of 2 articles have no score"),
)


def lines(measures, **style):
    return list(gate_table(measures, Style(**style)))


def test_the_whole_table():
    """The layout is what people see first; a change must be meant."""
    assert lines(LIMITED) == [
        "verdict   value     limit  warning  gate",
        " passed   1,200  >= 1,000        -  articles",
        " warned  12.35%    <= 20%   <= 10%  boilerplate-text",
        "      worst: Post 10%, Mail 2%",
        "unknown       -     >= 60        -  mean-score",
        "      2 of 2 articles have no score",
    ]


def test_without_warning_limits_there_is_no_column_for_them():
    assert lines(PLAIN)[0] == "verdict  value  limit  gate"


def test_a_value_beyond_its_limit_is_not_written_as_the_limit():
    told = lines([row("boilerplate-text", 0.500001, 0.5, standing="failed")])[1]
    assert told.split() == ["failed", "50.0001%", "<=", "50%", "boilerplate-text"]


@pytest.mark.parametrize(
    ("measure", "shown"),
    [
        (row("findings", 3, 0, standing="failed"), False),
        (row("articles", 9, 1), False),
        (row("articles", 9, 5), True),
        (row("articles", 9, 1, 3), True),
        (row("checked", 0, 1, standing="unknown"), True),
        (row("unread", 2, 0, standing="failed"), False),
        (row("duplicated-text", 0, 1), True),
    ],
)
def test_the_table_is_shown_where_it_says_more_than_the_verdict(measure, shown):
    assert worth_showing([*PLAIN, measure]) == shown


def test_it_stands_before_the_verdict_and_not_on_a_quiet_page(report, article):
    made = report([article("a.txt", "x")], verdict=Verdict(2, ("why",), LIMITED))
    page = render(made, Style()).decode().splitlines()
    assert page[-9:] == ["", *lines(LIMITED), "", "not a valid run: why"]
    assert "boilerplate-text" not in render(made, Style(quiet=True)).decode()


def test_without_limits_the_page_ends_as_ever(report, article):
    made = report([article("a.txt", "x")], verdict=Verdict(0, ("fine",), PLAIN))
    assert "verdict" not in render(made, Style()).decode()


def test_how_a_row_came_out_is_coloured_and_said():
    (line,) = (line for line in lines(LIMITED, color=True) if "mean-score" in line)
    assert "\x1b[1;31munknown\x1b[0m" in line


STRANGE = st.text(max_size=60)


@given(st.lists(st.tuples(STRANGE, st.floats(0, 1)), max_size=3), STRANGE, st.integers(40, 120))
def test_names_and_reasons_from_outside_only_show(worst, reason, width):
    measures = [row("boilerplate-text", 0.5, 0.2, 0.1, "failed", reason, worst)]
    assert all(printable(line) == line for line in lines(measures, width=width))


def test_limits_without_room_stand_below():
    assert lines([row("articles", 999_999_999, 10**9, 10**9, "failed")], width=40) == [
        "verdict        value  gate",
        " failed  999,999,999",
        "      articles",
        "      limit >= 1,000,000,000,",
        "      warning >= 1,000,000,000",
    ]


def test_the_table_holds_at_forty_cells():
    worst = [("a-rather-long-outlet-name-of-a-paper", 0.1), ("東京" * 20, 0.01)]
    measures = [
        row("articles-with-boilerplate", 0.12345, 0.2, 0.1, "warned", "why " * 30, worst),
        row("unresolved-figures", 1_000_000, 9, standing="failed"),
    ]
    assert max(map(cells, lines(measures, width=40))) <= 40


def test_a_name_of_a_million_letters_takes_lines_and_not_minutes():
    assert lines([row("articles", 1, 1, worst=[("x" * 1_000_000, 1)])], width=80)
