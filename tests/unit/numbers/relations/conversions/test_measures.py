"""What conversions take for one measure: figures said together, further units, no torn digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.conversions import measures


@pytest.fixture(scope="module")
def sentence(grammar):
    def _sentence(text):
        row = Article("a", "-", 1, False, text, None, 0, None, None, "en")
        (article,) = frames.rows(frames.frame([row], Article), Article)
        return story_of(article, grammar.lexicon).sentences[0]

    return _sentence


@pytest.fixture(scope="module")
def measure(sentence, grammar):
    """The measure of the figure at `index` of a text."""
    return lambda text, index=0: measures.read(sentence(text), index, grammar)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It holds 20 troy ounces of it.", "troy ounce"),
        ("He weighs 11 stone now.", "stone"),
        ("It spans 300 sq. miles of heath.", "square mile"),
        ("It spans 300 square yards of heath.", "square yard"),
        ("A 300-square-mile park opened.", "square mile"),
        ("It was 40 degrees C there.", "celsius"),
        ("It moves 5 kilometers per second now.", "kilometre per second"),
        ("It holds 9 U.S. gallons of it.", "US gallon"),
        ("It was 12 m (or so) deep.", "metre"),
        ("It was 93 m2 in all.", "square metre"),
    ],
)
def test_further_units_are_read_beside_those_of_the_figures(measure, text, unit):
    assert measure(text).unit == unit


def test_a_letter_is_no_unit_in_front_of_a_word(measure):
    assert measure("He saw 12 in the yard.").unit is None


@pytest.mark.parametrize(
    ("text", "index", "value", "unit"),
    [
        ("He is 6 feet 2 inches tall.", 1, 74, "inch"),
        ("He is 6 feet, 2 inches tall.", 1, 74, "inch"),
        ("He is 6ft 2 (or more).", 1, 74, "inch"),
        ("He is 6ft 8in (or so) tall.", 0, 80, "inch"),
        ("He is 11 stone 4 (or more).", 1, 158, "pound"),
        ("At 12st 3lb he fought.", 0, 171, "pound"),
        ("It took 1 hour and 20 minutes.", 1, 80, "minute"),
    ],
)
def test_figures_said_together_are_one_measure(measure, text, index, value, unit):
    found = measure(text, index)
    assert (found.row.value, found.unit) == (value, unit)


def test_the_parts_are_shown_as_written(measure):
    text = "He is 6ft 8in (or so) tall."
    row = measure(text).row
    assert text[row.start : row.end] == "6ft 8in"


@pytest.mark.parametrize(
    "text",
    [
        "He is 6 feet 20 inches tall.",  # more than a foot
        "It is 6 feet 2 pounds heavy.",
        "It is 6 feet behind 2 inches of steel.",
    ],
)
def test_figures_that_are_no_parts_stay_apart(measure, text):
    found = measure(text, 1)
    assert found is None or found.row.value in (20, 2)


@pytest.mark.parametrize(
    "text",
    [
        "The beam ( 1 , 200 inches ) bends.",
        "The beam ( 1 @,@ 200 inches ) bends.",
        "There are several hundred miles of it left.",
        "Some 40 percent are left.",
    ],
)
def test_torn_vague_and_other_figures_are_no_measure(measure, sentence, text):
    last = len(sentence(text).figures) - 1
    assert measure(text, last) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It is 5 km long.", [(4.5, 5.5)]),
        ("It is 3.10 km long.", [(3.095, 3.105)]),
        ("It is 40 km long.", [(36, 44)]),  # half the tens would be 5: a tenth at most
        ("It is about 82 km long.", [(77.9, 86.1)]),
        ("It is more than 7 km long.", [(6.5, 7.5)]),  # the figure, whatever its bound
        ("It is 5 to 8 km long.", [(4.5, 5.5), (7.5, 8.5)]),
    ],
)
def test_a_measure_has_the_room_of_its_last_digit(measure, text, ends):
    found = measure(text).ends
    assert [pytest.approx(end) for end in ends] == [tuple(end) for end in found]


@given(st.integers(1, 99_999))
def test_a_measure_always_holds_its_own_value(measure, value):
    ((low, high),) = measure(f"It is {value} km long.").ends
    assert low <= value <= high
