"""Two ends are one figure when they bound a range, and two or none when they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


def ends(rows):
    return [(row.low, row.high) for row in rows if row.bound == "range"]


@pytest.mark.parametrize(
    ("text", "low", "high", "evidence"),
    [
        ("They lost 20 to 30 boats.", 20, 30, "20 to 30"),
        ("They lost 20-30 boats.", 20, 30, "20-30"),
        ("They lost 20–30 boats.", 20, 30, "20–30"),
        ("They lost between 20 and 30 boats.", 20, 30, "between 20 and 30"),
        ("They lost from 20 to 30 boats.", 20, 30, "from 20 to 30"),
        ("They lost two or three boats.", 2, 3, "two or three"),
        ("They lost four to five thousand boats.", 4000, 5000, "four to five thousand"),
        ("They lost 1 to 2 million boats.", 1e6, 2e6, "1 to 2 million"),
        ("They lost $70 to $75 billion.", 70e9, 75e9, "$70 to $75 billion"),
        ("They lost US$150 million to $170 million.", 150e6, 170e6, "US$150 million to $170 million"),
        ("It rose between 5% and 6%.", 5, 6, "between 5% and 6%"),
        ("It takes 35 to 40 per cent of it.", 35, 40, "35 to 40 per cent"),
        ("They drove 15-22 miles per hour.", 15, 22, "15-22 miles per hour"),
        ("It goes 0-to-60-mph quickly.", 0, 60, "0-to-60-mph"),
        ("It takes one to two years.", 1, 2, "one to two years"),
        ("It is 1200-5000.", 1200, 5000, "1200-5000"),
        ("It is 1200 – 5000.", 1200, 5000, "1200 – 5000"),
        ("It is 5k-20k.", 5000, 20_000, "5k-20k"),
    ],
)  # fmt: skip
def test_a_range_is_one_figure_with_both_its_ends(one, text, low, high, evidence):
    row, shown = one(text)
    assert (row.bound, row.low, row.high, shown) == ("range", low, high, evidence)
    assert row.value == (low + high) / 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate rose from 4% to 6%.", [4, 6]),
        ("The rate fell from 6% to 4%.", [6, 4]),
        ("Sales increased by $43 million to $419 million.", [43e6, 419e6]),
        ("They went from 50 boats to 20.", [50, 20]),
        ("They moved 3 boats to 20 ports.", [3, 20]),
        ("Either 10 billion or 12 billion was lost.", [10e9, 12e9]),
        ("It went from 40 to 50.", [40, 50]),
        ("It was cut from 40 to 50 boats.", [40, 50]),
        ("The fleet has grown from 40 to 50 boats.", [40, 50]),
        ("They want to expand from 28 to 55 inns.", [28, 55]),
        ("They moved the limit from 18 to 21.", [18, 21]),
        ("An increase from 40 to 50 boats was seen.", [40, 50]),
        ("It closed off 1% to 6,557.52 then.", [1, 6557.52]),
        ("Profit gained 10 pct to 90 mln dlrs.", [10, 90e6]),
        ("It sold for £8m - $12.4m.", [8e6, 12.4e6]),
        ("It sold for $8m to €12m.", [8e6, 12e6]),
    ],
)
def test_a_change_is_two_figures_and_no_range(read, text, expected):
    """A range would swallow the fall, and a conflict with either end would go unseen."""
    assert [row.value for row in read(text)] == expected


@pytest.mark.parametrize(
    "text", ["Tarn won 3-5 at home.", "Call 20-3000 now.", "A 1-2 defeat hurt.", "It ended 20-30."]
)
def test_two_numbers_on_a_hyphen_without_a_noun_are_no_range(read, text):
    assert read(text) == []


def test_ends_of_different_kinds_are_two_figures(read):
    assert [row.kind for row in read("It rose 8 percent to 99 yuan.")] == ["percent", "money"]


def test_a_hyphen_with_a_gap_on_one_side_only_joins_nothing(read):
    assert ends(read("They lost 20- 30 boats.")) == []


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from([" to ", "-", "–", " - "]))
def test_a_range_needs_its_lower_end_first(read, low, high, joiner):
    rows = read(f"They lost {low:,}{joiner}{high:,} boats.")
    assert ends(rows) == ([(low, high)] if low < high else [])


@given(st.integers(1, 500), st.integers(501, 1000))
def test_the_middle_lies_between_the_ends(read, low, high):
    (row,) = read(f"They lost between {low} and {high} boats.")
    assert row.low < row.value < row.high


@pytest.mark.parametrize(
    "text",
    [
        "Estimates range from 40 to 50 boats.",
        "They lost from 40 to 50 boats.",
        "The boats, which were moved in May, are worth from 40 to 50 cows.",
        "They raised 40 to 50 boats.",
        "They were cut into 40 to 50 pieces.",
    ],
)
def test_a_move_makes_two_figures_only_of_what_it_moved_from(read, text):
    """A comma ends its reach, and without "from" 40 to 50 is what was moved."""
    assert (40, 50) in ends(read(text))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost US$8m to $12m.", "USD"),
        ("It cost $8m to US$12m.", "USD"),
        ("It cost A$8m to $12m.", "AUD"),
        ("It cost NZ$8m - $12m.", "NZD"),
        ("It cost £8m to £12m.", "GBP"),
    ],
)
def test_a_plain_dollar_takes_the_country_of_the_other_end(one, text, unit):
    row, _ = one(text)
    assert (row.bound, row.unit, row.low, row.high) == ("range", unit, 8e6, 12e6)


def test_feet_and_inches_are_no_range(read):
    """Five foot ten is taller than five foot, and nobody is between five and ten feet."""
    assert ends(read("He is 5-foot-10.")) == ends(read("The 6-foot-11 guard left.")) == []


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(["cows", "percent", "miles", "dollars"]),
)
def test_the_two_ends_of_a_range_are_what_stands_in_the_text(read, low, more, unit):
    text = f"They had between {low} and {low + more} {unit} left."
    (row,) = read(text)
    assert (row.low, row.high) == (low, low + more)
    assert row.soft_low <= row.low <= row.value <= row.high <= row.soft_high
    assert text[row.start : row.end].startswith(f"between {low} and {low + more}")


@given(st.lists(st.sampled_from(["5", "20", "to", "-", "from", "between", "and", "%", "$"])))
def test_any_row_of_ends_and_joiners_gives_ranges_in_order(read, parts):
    for row in read(" ".join(parts)):
        assert row.bound != "range" or row.low < row.high
