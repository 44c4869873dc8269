"""A price for each and how many there are give what they came to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "rate-times-count"


def verdicts(relate, text):
    """Whether each total of `text` fits, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "She bought five tickets at $10 each, for ${}.",
        "She bought five tickets at $10 apiece for a total of ${}.",
        "She paid ${} for five tickets at $10 each.",
        "She paid ${} for the five tickets ($10 each).",
        "She paid $10 each for five tickets, or ${}.",
        "She paid ${} for five tickets, or $10 each.",
        "At $10 a ticket, five tickets cost ${}.",
        "The five tickets cost $10 each, ${} in all.",
        "Tickets were $10 each, so she paid ${} for five.",
        "He worked five hours at $10 an hour, earning ${}.",
        "Each of the five winners will get $10, for a total of ${}.",
        "The five winners will each get $10, a total of ${}.",
        "The ${} was divided among five winners, who got $10 each.",
        "The mill pays five hands at $10 an hour, ${} an hour in all.",
        "Five nights at $10 a night came to ${}.",
    ],
)
def test_the_total_is_the_product(relate, text):
    assert verdicts(relate, text.format(50)) == [True]
    assert verdicts(relate, text.format(60)) == [False]
    assert verdicts(relate, text.format(41)) == [False]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("It sold about 1,200 copies at $9.99 each, for about $12,000.", True),
        ("It sold 1.2 million copies at $10 each, for $12 million.", True),
        ("It sold 1.2 million copies at $10 each, for $15 million.", False),
        ("It sold 300 tonnes at $200 a tonne, for $60,000.", True),
        ("It sold 300 tonnes at $200 a tonne, for $70,000.", False),
    ],
)
def test_rounded_figures_have_room(relate, text, fits):
    assert verdicts(relate, text) == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "She bought five tickets at $10 each, for $55 with the booking fee.",
        "She bought five tickets at $10 each, for $45 after a discount.",
        "She bought five tickets at $10 each, for $60 including tax.",
        "Five people paid $10 each for lunch and $60 for dinner.",
        "He bought three books at $10 each and a lamp for $60.",
        "She bought five tickets at $10 each, for 60 euros.",
        "She bought at least five tickets at $10 each, for $60.",
        "The fund gave $10 each to 5,000 homes, for $60.",
        "She saves $100 a week, or $6,200 a year.",
        "They raised $500 for 12 homes at $30 a ticket.",
    ],
)
def test_other_prices_and_surcharges_are_left_alone(relate, text):
    """Fees, discounts, two purchases, two currencies, a rate for something else."""
    assert verdicts(relate, text) == []


def test_an_editor_sees_the_product(relate):
    text = "She bought five tickets at $10 each, for $60."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("$60", "“$60”")
    assert row.expected.startswith("they come to 50")
    assert [text[other.start : other.end] for other in row.others] == ["$10", "five"]


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 30), st.integers(2, 30), st.integers(-3, 3))
def test_a_total_fits_exactly_when_it_is_the_product(relate, count, rate, off):
    total = count * rate + off
    text = f"She bought {count} tickets at ${rate} each, for ${total}."
    near = 1 / 3 <= total / (count * rate) <= 3
    assert verdicts(relate, text) == ([off == 0] if near else [])


def test_a_long_bill_is_read(relate):
    assert relate("five tickets at $10 each " * 4000 + "for $60", KIND) is not None
