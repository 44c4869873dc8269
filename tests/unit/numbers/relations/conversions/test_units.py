"""An amount told in two units must be one amount; measures that only meet are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "unit-conversion"


@pytest.fixture
def told(relate):
    """The pairs of a text: the two figures as written, and whether they fit."""

    def _told(text):
        rows = relate(text, KIND)
        shown = [text[row.others[0].start : row.others[0].end] for row in rows]
        return [
            (left, text[row.start : row.end], row.fits)
            for left, row in zip(shown, rows, strict=True)
        ]

    return _told


def test_both_figures_and_what_one_comes_to_are_shown(relate):
    text = "The ferry ran aground 12 km (19 miles) off Sarn."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("19 miles", "“19 miles”")
    assert row.expected == "“12 km” comes to 7.46 miles"
    assert row.held == "both taken to tell the same length"
    assert [text[span.start : span.end] for span in row.others] == ["12 km"]


def test_a_pair_that_fits_is_counted_and_says_nothing(relate):
    (row,) = relate("The ferry ran aground 12 km (7.5 miles) off Sarn.", KIND)
    assert (row.fits, row.stated, row.expected, row.held) == (True, "", "", "")


# Each way of telling, once with the right figure and once with one that is far off.
WAYS = [
    ("The cave is five kilometers [{} miles] from here.", "3.1", "8"),
    ("The cave is 5 km ({} miles) from here.", "3", "8"),
    ("A 40-mile ({}-kilometre) road leads there.", "64", "25"),
    ("A 40-mile road ({} km) leads there.", "64", "25"),
    ("It is some 3 miles, or {} km, from Sarn.", "5", "2"),
    ("It is about 3 miles or {} kilometers from Sarn.", "5", "2"),
    ("It is 3 miles - about {} km - from Sarn.", "5", "2"),
    ("It is 3 miles, about {} km, from Sarn.", "5", "2"),
    ("They measured 5 km/{} miles on the map.", "3", "8"),
    ("One hectare is equal to {} acres.", "2.47", "24.7"),
    ("Of the snow 10-15 cm ({} inches) are left.", "4 to 6", "25 to 38"),
    ("It lies between 5 and 10 km ({} miles) away.", "3 to 6", "8 to 16"),
    ("Between 20C and 25C ({}) are expected.", "68F and 77F", "48F and 57F"),
    ("Up to 100 km ({} miles) of it are done.", "62", "160"),
    ("He is 6ft 2in ({} m) tall.", "1.88", "2.18"),
    ("He is 6ft 2 ({}m) tall.", "1.88", "2.18"),
    ("The man, {}m (6ft 2in), ran away.", "1.88", "2.18"),
    ("He weighs 11 stone 4 ({} kg).", "72", "51"),
    ("At 12st 3lb ({} kg) he fought.", "78", "35"),
    ("The bridge is 348 ft 2 in ({} m) long.", "106", "206"),
    ("A room of 5 by 3 metres ({} by 10 feet) is let.", "16", "26"),
    ("A slab of 2 m x 3 m ({} ft x 9.8 ft) fell.", "6.6", "16"),
    ("Gusts of 50 knots (58 mph, {} km/h) blew.", "93", "193"),
    ("It burnt 120 acres ({} hectares).", "49", "297"),
    ("It covers 20 square miles ({} square km).", "52", "32"),
    ("It covers 300 sq. miles ({} sq km).", "777", "483"),
    ("A 600-square-foot ({}-square-metre) flat is let.", "56", "183"),
    ("It gave 1.5 million barrels ({} million gallons).", "63", "630"),
    ("She was clocked at 60 mph ({} km/h).", "97", "37"),
    ("She was clocked at 65 miles an hour ({} kilometres an hour).", "105", "40"),
    ("The mint bought 20 troy ounces ({} grams).", "622", "62"),
    ("He drank 2 pints ({} litres).", "1.1", "4.2"),
    ("The trip takes 90 minutes ({} hours).", "1.5", "2.5"),
    ("The peak is 14,000 feet, or {} meters.", "4,270", "42,700"),
    ("It ran at 37C ({}F) all day.", "98.6", "66.6"),
    ("It was 98 degrees ({}C) at noon.", "37", "66"),
    ("It was minus 5 degrees Celsius ({} degrees Fahrenheit).", "23", "41"),
    ("It was 21 degrees below zero ({}C) there.", "-29", "29"),
    ("It is 60 m long ({} feet).", "197", "18"),
]


@pytest.mark.parametrize(("line", "right", "wrong"), WAYS)
def test_each_way_of_telling_is_read_and_judged(relate, line, right, wrong):
    assert {row.fits for row in relate(line.format(right), KIND)} == {True}
    assert any(not row.fits for row in relate(line.format(wrong), KIND))


@pytest.mark.parametrize(
    "text",
    [
        "It weighs 200 tonnes (220 tons).",  # short tons
        "It weighs 203 tonnes (200 tons).",  # long tons
        "It weighs 200 tonnes (200 tons).",
        "They mined 69,200 ounces (2.1524 tonnes) of gold.",  # troy ounces
        "They packed 12 ounces (340 g) of cheese.",
        "A 12-ounce (355-ml) can was found.",
        "It holds 10 gallons (38 litres).",
        "It holds 10 gallons (45 litres).",
        "The camp is about 100 miles (160 km) away.",
        "The camp is 45 km (30 miles) away.",
        "The camp is 90 km (50 miles) away.",
        "The camp is less than 3 miles (5 km) away.",
        "The sea is 6.1 metres (20 feet) deep there.",
        "A fall of 5 degrees Fahrenheit (2.8 Celsius) came overnight.",
        "A week (40 hours) and a five-day (40-hour) shift are paid.",
    ],
)
def test_another_reading_of_a_unit_and_rounding_fit(relate, text):
    assert all(row.fits for row in relate(text, KIND))


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("A warming of 2C (3.6F) is likely.", True),
        ("A warming of 2C (35.6F) is likely.", False),
        ("Summers are 2C (35.6F) warmer.", False),
        ("One degree Fahrenheit (0.6 C) matters.", True),
        ("The limit is 1.5C (2.7F).", True),
        ("The oven rose to 200C (392F).", True),
        ("The oven was at 205C (369F).", False),
    ],
)
def test_a_difference_of_temperatures_has_no_zero_to_add(relate, text, fits):
    (row,) = relate(text, KIND)
    assert row.fits is fits


def test_a_small_number_of_degrees_without_a_word_on_it_is_left_alone(told):
    """Whether 2C is how warm it is or how much warmer, only the writer knows."""
    assert told("They spoke about 2C (3.6F) for hours.") == []


@pytest.mark.parametrize(
    "text",
    [
        "She added a 5-mile run (2 km longer than last year).",
        "They stopped at 10 km (2 miles from the border).",
        "The pool is 5 ft (waist deep).",
        "The slab is 2 m x 3 m (6 ft).",
        "The beam is 19 . 89 inches ( 505 mm ) long.",
        "The beam is 19 @.@ 89 inches ( 505 mm ) long.",
        "The road is 1 , 200 miles ( 1931 km ) long.",
        "He ran 1,500 metres (4 minutes) and 10 km (31 minutes).",
        "They drove 300 miles in 5 hours (60 mph).",
        "The car does 40 miles per gallon (17 km per litre).",
        "A race of 5-mile or 10-km loops is planned.",
        "There is a choice of 5 miles or 10 km.",
        "He ran ten feet from a mile (1.6 km).",
        "He served three years (18 months suspended).",
        "They talked for 2 hours in the hall (90 minutes).",
        "They drove 300 hours, or 6 days.",
        "It holds several miles (80 km) of wire.",
        "Summer potatoes came to 21,003,000 kg (2.2 lb each).",
        "It rained 2 inches (on Monday) and 5 cm (on Friday).",
        "He lifted 100 kg (10 kg more than before).",
        "They need 2 cups (500 g) of flour.",
    ],
)
def test_measures_that_only_stand_together_are_left_alone(told, text):
    assert [pair for pair in told(text) if not pair[2]] == []


def test_one_figure_is_told_again_once(told):
    text = "From 5 km (3.1 miles) to 10 km (6.2 miles) it rises."
    assert told(text) == [("5 km", "3.1 miles", True), ("10 km", "6.2 miles", True)]


def test_the_unit_of_a_bare_figure_in_a_bracket_is_no_measure(told):
    assert told("The Tarn (5) and the Orla (3 miles) are rivers.") == []


@given(
    st.integers(1, 9999), st.sampled_from([("km", "miles", 0.621371), ("feet", "metres", 0.3048)])
)
def test_a_true_conversion_to_the_nearest_tenth_always_fits(relate, value, units):
    one, other, factor = units
    text = f"It is {value} {one} ({value * factor:.1f} {other}) long."
    assert all(row.fits for row in relate(text, KIND))


@given(st.integers(4, 9999))
def test_a_conversion_the_wrong_way_round_never_fits(relate, value):
    """Miles for kilometres is the commonest slip: 2.6 times too much."""
    (row,) = relate(f"It is {value} km ({value * 1.609:.1f} miles) long.", KIND)
    assert not row.fits


def test_a_long_row_of_brackets_is_read(relate):
    """Text from a scraper may be one sentence of nothing but measures."""
    text = "It is " + "5 km (3 miles) [ ( " * 3000 + "."
    rows = relate(text, KIND)
    assert rows
    assert all(row.fits for row in rows)


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("Five kilometres is {} miles.", "3.1", "4.1"),
        ("One mile is {} kilometres.", "1.6", "2.6"),
        ("Ten miles are {} kilometres, she said.", "16", "26"),
        ("The farm covers 200 hectares - about {} acres.", "494", "694"),
        ("It lies 60 miles — {} km — off Tarn.", "97", "147"),
    ],
)
def test_an_amount_told_again_behind_a_verb_or_a_dash_is_read(relate, line, right, wrong):
    assert [row.fits for row in relate(line.format(right), KIND)] == [True]
    assert [row.fits for row in relate(line.format(wrong), KIND)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The last mile is 3 kilometres from Tarn.",
        "Every 5 km is 2 miles closer to home.",
        "The first 5 km are 2 miles of sand.",
        "One of the 5 km is 2 miles off.",
        "The pit was 5 km. Two miles on, it ends.",
        "It took 5 hours - 30 minutes of them on foot - to get there.",
    ],
)
def test_a_verb_between_two_measures_of_two_things_is_none(told, text):
    assert [pair for pair in told(text) if not pair[2]] == []


@given(
    st.integers(3, 900),
    st.sampled_from(
        [("km", "miles", 0.621371), ("kg", "pounds", 2.204623), ("feet", "metres", 0.3048)]
    ),
    st.sampled_from(
        ["It is {a} ({b}).", "It is {a}, or {b}, by now.", "It is {a} [{b}].", "{a} is {b}."]
    ),
)
def test_turning_the_two_figures_round_changes_nothing(relate, value, units, line):
    one, other, factor = units
    told_again = f"{value * factor:.1f} {other}"
    for stated, fits in ((told_again, True), (f"{value * factor * 3:.1f} {other}", False)):
        there = relate(line.format(a=f"{value} {one}", b=stated), KIND)
        back = relate(line.format(a=stated, b=f"{value} {one}"), KIND)
        assert [row.fits for row in there] == [row.fits for row in back] == [fits]


@given(st.integers(-40, 45))
def test_every_temperature_told_in_both_scales_fits(relate, degrees):
    text = f"It was {degrees}C ({round(degrees * 9 / 5 + 32)}F) in Tarn at noon."
    assert all(row.fits for row in relate(text, KIND))


@given(st.text(alphabet="5 km(mile)s,.or-/[]", max_size=120))
def test_any_heap_of_brackets_and_units_is_read(relate, text):
    for row in relate(text, KIND):
        assert text[row.start : row.end].strip()
        assert all(text[span.start : span.end].strip() for span in row.others)


@pytest.mark.parametrize("hours", [40, 45, 120])
@pytest.mark.parametrize(
    "text",
    [
        "She works 8 hours a day, five days a week, or {} hours.",
        "The strike lasted {} hours (five days).",
        "The strike lasted five days ({} hours).",
        "The strike lasted one week ({} hours).",
        "The strike lasted {} hours, or five days.",
    ],
)
def test_hours_are_not_held_against_days(told, text, hours):
    """A day may be one at work or one by the clock; which one is not told."""
    assert told(text.format(hours)) == []


def test_hours_and_minutes_and_days_and_weeks_still_are(told):
    assert told("The film runs 90 minutes (1.5 hours).") == [("90 minutes", "1.5 hours", True)]
    assert told("The film runs 90 minutes (3 hours).") == [("90 minutes", "3 hours", False)]
    assert told("The strike lasted 14 days (two weeks).") == [("14 days", "two weeks", True)]
    assert told("The strike lasted 14 days (five weeks).") == [("14 days", "five weeks", False)]
