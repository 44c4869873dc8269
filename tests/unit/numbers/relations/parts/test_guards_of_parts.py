"""What looks like parts, wholes and rates and is none; and what holds for any figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.intervals import meet


def failing(relate, text, kind):
    """How often figures of `kind` do not fit in `text`."""
    return sum(not row.fits for row in relate(text, kind))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # The pieces are not said to be all there is.
        ("sum-of-parts", "The firm has 60 ships, with 20 in Tarn and 15 in Orla."),
        (
            "sum-of-parts",
            "It will cost $90 million, with $20 million for Tarn and $9 million more.",
        ),
        ("sum-of-parts", "He won 30 points: 12 before the break, among others 9 from the line."),
        ("sum-of-parts", "There were 11 guests: a man, four women, three children and others."),
        # A processor of 32 bits is no whole of 300 processors.
        ("part-above-whole", "The firm sent 300 of its 32-bit boards to Tarn."),
        ("part-above-whole", "Of the 12 families, 40 people were homeless."),
        ("part-above-whole", "Of the 12 couples, 20 were from Tarn."),
        ("part-above-whole", "The 12 lorries included 40 boxes of fruit."),
        # The money of a bond is in the total, too.
        (
            "rate-times-count",
            (
                "It sold $30 million of bonds and 2 million shares at $10 each for a total of "
                "$50 million."
            ),
        ),
        (
            "rate-times-count",
            "He was fined $200 for each of the 15 lapses, $3,100 with costs plus tax.",
        ),
        # What is measured, not counted, has any average.
        ("impossible-average", "The five bills averaged 11.249 percent at the sale."),
        ("impossible-average", "He scored an average of 8.35 points from four judges."),
        ("impossible-average", "The five-year average was 8.11."),
        # A rounded share in words beside a percentage.
        ("percent-of-count", "Three out of four (76 per cent) of the farmers signed."),
        ("percent-of-count", "Two out of three (67 percent) signed."),
        ("percent-of-count", "Nine out of 10 (88 percent) signed."),
        ("percent-of-count", "Three out of four, or 73 percent, signed."),
        # Another list, region or time.
        ("rank-clash", "Tarn is one of Orla's largest cities. Tarn is Orla's third-largest city."),
        ("rank-clash", "Tarn is the largest city. Tarn is Orla's third-largest city."),
        ("rank-clash", "Tarn was the largest city in Orla. Tarn is Orla's third-largest city."),
        ("rank-clash", "Tarn is Orla's largest city. Tarn is Varn's third-largest city."),
        ("rank-clash", "Tarn is Orla's largest city. Tarn is Orla's third-largest port."),
    ],
)
def test_figures_that_only_look_like_it_are_left_alone(relate, kind, text):
    """A report with untrue findings is not read a second time."""
    assert failing(relate, text, kind) == 0


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("fraction-of-count", "Three out of four (86 per cent) of the farmers signed."),
        ("percent-of-count", "12 out of 48 houses (35 percent) were checked."),
        ("part-above-whole", "Ten of the nine-member board resigned."),
        (
            "rank-clash",
            "Tarn is Orla's largest city. Schools in Tarn, Orla's third-largest city, shut.",
        ),
        ("rank-clash", "The largest city in Orla is Tarn. Tarn is Orla's second-largest city."),
        ("rate-times-count", "He was fined $200 for each of the 15 lapses, a total of $4,400."),
        ("impossible-average", "He scored an average of 21.6 points in four games."),
        ("sum-of-parts", "The jury of seven women and five men, 15 in all, met for two days."),
        (
            "sum-of-parts",
            "The 100-seat house has 54 Republicans, 44 Democrats and nine independents.",
        ),
    ],
)
def test_a_guard_does_not_hide_what_does_not_fit(relate, kind, text):
    """The neighbours of what is left alone, one step further."""
    assert failing(relate, text, kind) == 1


@given(
    parts=st.lists(st.integers(2, 400), min_size=2, max_size=5),
    off=st.integers(1, 3),
)
def test_a_colon_makes_parts_all_there_is(relate, parts, off):
    """Any row that adds up fits; the same with a whole off by one does not."""
    listed = [f"{part} from Tarn" for part in parts]
    row = f"{', '.join(listed[:-1])} and {listed[-1]}"
    assert failing(relate, f"They own {sum(parts)} ships: {row}.", "sum-of-parts") == 0
    whole = sum(parts) + off
    seen = relate(f"They own {whole} ships: {row}.", "sum-of-parts")
    assert not seen or whole >= 1000 or not seen[0].fits


@given(whole=st.integers(2, 999), part=st.integers(1, 1998))
def test_a_part_is_above_its_whole_or_not(relate, whole, part):
    rows = relate(f"The storm took {part} of the {whole} roofs.", "part-above-whole")
    assert all(row.fits == (part <= whole) for row in rows)


@given(count=st.integers(2, 30), rate=st.integers(2, 30), off=st.integers(0, 40))
def test_a_total_is_rate_times_count(relate, count, rate, off):
    text = f"She sold {count} lamps at ${rate} each, for a total of ${count * rate + off}."
    rows = relate(text, "rate-times-count")
    assert all(row.fits for row in rows) if off == 0 else not any(row.fits for row in rows[:1])


@given(count=st.integers(2, 9), tenths=st.integers(11, 99))
def test_an_average_is_one_of_its_thirds_or_sevenths(relate, count, tenths):
    """By hand: some whole number over the count lies within half a tenth of the average."""
    text = f"The {count} clubs won an average of {tenths / 10} cups."
    near = [k / count for k in range(10 * count + 1)]
    possible = any(abs(value - tenths / 10) <= 0.05 + 1e-9 for value in near)
    assert all(row.fits == possible for row in relate(text, "impossible-average"))


@given(
    st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e6)),
    st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e6)),
    st.floats(0.5, 2),
)
def test_wider_intervals_still_meet(one, other, more):
    """Room can only help two figures to fit."""
    left, right = (one[0], one[0] + one[1]), (other[0], other[0] + other[1])
    wider = (left[0] - more, left[1] + more)
    assert meet(wider, right) or not meet(left, right)
    assert meet(left, left)


@pytest.mark.parametrize(
    "text",
    [
        "Of the " * 3000 + "12 men, 14 left.",
        "12 of the 10, " * 3000,
        "12 lamps at $5 each for $70, " * 2000,
        "(25%) of 48 " * 3000,
        "They own 9 ships: " + "3 here and " * 3000,
        "an average of 2.4 among " * 2000 + "seven clubs",
        "Tarn, the second-largest " * 3000,
    ],
)
def test_hostile_rows_are_read(relate, text):
    """Fragments repeated without end must neither raise nor grow out of hand."""
    assert len(relate(text)) <= len(text)
