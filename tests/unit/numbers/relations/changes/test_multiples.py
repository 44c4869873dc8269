"""A word such as "doubled" is held against the two figures it is the ratio of, and read loosely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "multiple"

# From 40 to 80, or the other way about.
DOUBLED = [
    "The number of beehives doubled to 80 from 40.",
    "The number of beehives doubled from 40 to 80.",
    "The number of beehives doubled last year, from 40 to 80.",
    "The number of beehives doubled in 2015 to 80 from 40 in 2014.",
    "The number of beehives doubled, rising from 40 to 80.",
    "Beehives rose to 80 from 40, doubling in a year.",
    "Beehives rose to 80, double the 40 counted in 2014.",
    "Beehives totalled 80, twice the 40 of 2014.",
    "Beehives totalled 80, twice as many as the 40 counted in 2014.",
    "Beehives totalled 80, two times as many as the 40 counted in 2014.",
    "Beehives totalled 80, compared with 40 in 2014, a twofold rise.",
    "There was a doubling of beehives, from 40 to 80.",
    "There was a twofold rise in beehives, from 40 to 80.",
    "They plan to double the fee from the present $40 to $80.",
    "They plan to double the number of their shops to 80 from 40 by 2020.",
    "The firm doubled its profit to $80 million from $40 million.",
    "The number of beehives halved from 80 to 40.",
    "Beehives were halved to 40 from 80.",
    "Beehives fell by half, from 80 to 40.",
]


@pytest.mark.parametrize("text", DOUBLED)
def test_a_multiple_that_fits_is_seen_and_fits(relate, text):
    assert [found.fits for found in relate(text, KIND)] == [True]


@pytest.mark.parametrize("text", DOUBLED)
def test_the_same_words_with_another_figure_do_not_fit(relate, text):
    assert [found.fits for found in relate(text.replace("80", "56"), KIND)] == [False]


@pytest.mark.parametrize(
    ("word", "times"),
    [
        ("doubled", 2),
        ("tripled", 3),
        ("trebled", 3),
        ("quadrupled", 4),
        ("rose fivefold", 5),
        ("rose 5-fold", 5),
        ("rose five-fold", 5),
        ("rose sevenfold", 7),
        ("rose tenfold", 10),
        ("rose 12-fold", 12),
    ],
)
def test_every_word_has_its_multiple(relate, word, times):
    right = f"The price {word}, from $21 to ${21 * times}."
    wrong = f"The price {word}, from $21 to ${21 * times * 2}."
    assert [found.fits for found in relate(right, KIND)] == [True]
    assert [found.fits for found in relate(wrong, KIND)] == [False]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Fines doubled to 224 from 100.", True),
        ("Fines doubled to 176 from 100.", True),
        ("Fines doubled to 245 from 100.", False),
        ("Fines doubled to 165 from 100.", False),
        ("Fines halved to 56 from 101.", True),
        ("Fines halved to 71 from 101.", False),
        ("Fines halved to 31 from 101.", False),
    ],
)
def test_a_bare_word_is_read_15_percent_up_and_down(relate, text, fits):
    """Nobody writes "multiplied by 2.2"."""
    assert [found.fits for found in relate(text, KIND)] == [fits]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Fines more than doubled to 260 from 101.", True),
        ("Fines more than doubled to 190 from 101.", False),
        ("Fines nearly doubled to 190 from 101.", True),
        ("Fines almost doubled to 260 from 101.", False),
        ("Fines nearly doubled to 140 from 101.", False),
        ("Fines more than halved to 31 from 101.", True),
        ("Fines more than halved to 61 from 101.", False),
        ("Fines almost halved to 55 from 101.", True),
        ("Fines almost halved to 41 from 101.", False),
        ("At 310, fines were more than three times the 101 of 2009.", True),
        ("At 210, fines were more than three times the 101 of 2009.", False),
    ],
)
def test_bounds_are_taken_at_their_word(relate, text, fits):
    """What has more than halved is less than half."""
    assert [found.fits for found in relate(text, KIND)] == [fits]


@pytest.mark.parametrize("new", [61, 81])
def test_three_times_more_is_three_or_four_times_as_much(relate, new):
    """Writers mean either; only what is neither is told."""
    text = f"The yard built {new} boats, three times more than the 20 built in 2009."
    assert [found.fits for found in relate(text, KIND)] == [True]


def test_three_times_more_is_not_twice_as_much(relate):
    text = "The yard built 41 boats, three times more than the 20 built in 2009."
    assert [found.fits for found in relate(text, KIND)] == [False]


def test_the_finding_shows_the_word_and_the_ratio(relate):
    text = "The number of beehives more than tripled to 63 from 42."
    (found,) = relate(text, KIND)
    assert text[found.start : found.end] == "more than tripled"
    assert found.stated == "“more than tripled”"
    assert found.expected == "1.5 times the figure before"
    assert found.held == "from “42” to “63”"
    assert [text[span.start : span.end] for span in found.others] == ["42", "63"]


@pytest.mark.parametrize(
    "text",
    [
        "Fees rose to $40 from $35, and the fines doubled.",
        "The brackets were cut from seven to three, nearly doubling the standard allowance.",
        "It would triple the visas to 195,000 and double the 1990 cap of 140,000.",
        "Its rate is four times that of one city, five times that of another, 35 times that of a third.",
        "Its lead shrank by double-digits, to 59 from 73.",
        "The index has doubled, driving some prices to over 70, compared with about 15 elsewhere.",
        "With 14 members for it, more than twice that number, 32, were against.",
        "Over the next three years it will lose 800, roughly double from the previous three years.",
        "The cast appeared twice, for a total of 40 minutes, to 30 spectators from 12 towns.",
        "The loss doubled to $3 million from a profit of $9 million.",
        "Wages doubled while the hours fell to 35 from 38.",
    ],
)
def test_multiples_of_something_else_are_left_alone(relate, text):
    assert [found for found in relate(text, KIND) if not found.fits] == []


@given(old=st.integers(21, 480), by=st.sampled_from([(2, "doubled"), (3, "tripled")]))
def test_an_exact_multiple_always_fits(relate, old, by):
    times, word = by
    text = f"The sum of fines {word} from ${old} to ${old * times}."
    assert [found.fits for found in relate(text, KIND)] == [True]


@given(st.text(alphabet="15 %$,.()-\ntwicedoublfrm", max_size=300))
def test_no_text_breaks_the_search(relate, text):
    for found in relate(text, KIND):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The number of users doubled from two to {} million.", "five"),
        ("Exports halved, from 10 to {} million tonnes.", "8"),
        ("Attendance tripled, from 1 to {} million visitors.", "5"),
        ("The number of cars doubled from 1.5 to {} million.", "5"),
        ("The number of cars doubled to {} million from 1.5.", "5"),
        ("Visits doubled from two to {} thousand.", "five"),
    ],
)
def test_a_scale_word_may_be_shared_by_both_figures(relate, text, wrong):
    """Such as "from two to four million", which begins at two million."""
    right = {"five": "four", "8": "5", "5": "3"}[wrong]
    assert [row.fits for row in relate(text.format(right), "multiple")] == [True]
    (row,) = relate(text.format(wrong), "multiple")
    assert not row.fits
    assert "00" not in row.expected


def test_a_figure_with_a_scale_of_its_own_or_a_large_one_shares_none(relate):
    for text in (
        "The number of users doubled from 500,000 to 2 million.",
        "The number of users doubled from 2 thousand to 4 million.",
    ):
        assert [row.fits for row in relate(text, "multiple")] == [False]
    text = "The number of users rose tenfold, from 500 to 5 thousand."
    assert [row.fits for row in relate(text, "multiple")] == [True]


def test_a_large_multiple_is_told_in_few_digits(relate):
    """Nobody can use "1838709.68 times"."""
    (row,) = relate("The number of users doubled from 2 thousand to 4 million.", "multiple")
    # 3.8 over 2.1 and 4.2 over 1.9: of one digit each, both may be 5 percent off.
    assert row.expected == "1,810 to 2,210 times the figure before"
