"""The words around a number bound it, and belong to the evidence."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.figures import figures
from provenance.text.sentence_tokens import split

BEFORE = [
    ("more than", "more-than"), ("over", "more-than"), ("at least", "more-than"),
    ("upwards of", "more-than"), ("in excess of", "more-than"), ("exceeding", "more-than"),
    ("no fewer than", "more-than"), ("well over", "more-than"), (">", "more-than"),
    ("fewer than", "less-than"), ("less than", "less-than"), ("under", "less-than"),
    ("up to", "up-to"), ("as many as", "up-to"), ("no more than", "up-to"), ("at most", "up-to"),
    ("nearly", "nearly"), ("almost", "nearly"), ("close to", "nearly"), ("just under", "nearly"),
    ("about", "about"), ("around", "about"), ("some", "about"), ("roughly", "about"),
    ("approximately", "about"), ("an estimated", "about"), ("~", "about"),
]  # fmt: skip
BEHIND = [
    ("or more", "more-than"), ("plus", "more-than"), ("or above", "more-than"),
    ("or less", "less-than"), ("or fewer", "less-than"), ("or so", "about"), ("odd", "about"),
]  # fmt: skip


@pytest.mark.parametrize(("cue", "bound"), BEFORE)
def test_a_bound_in_front_is_read_and_belongs_to_the_figure(one, cue, bound):
    row, evidence = one(f"They lost {cue} 240 boats.")
    assert (row.value, row.bound, evidence) == (240, bound, f"{cue} 240")


@pytest.mark.parametrize(("cue", "bound"), BEHIND)
def test_a_bound_behind_is_read_and_belongs_to_the_figure(one, cue, bound):
    row, evidence = one(f"They lost 240 {cue} in the storm.")
    assert (row.value, row.bound, evidence) == (240, bound, f"240 {cue}")


@pytest.mark.parametrize(
    ("text", "bound", "evidence"),
    [
        ("They lost more than $200 million.", "more-than", "more than $200 million"),
        ("They lost up to US$5 each.", "up-to", "up to US$5"),
        ("They lost about 14 percent of it.", "about", "about 14 percent"),
        ("They lost nearly two-thirds of it.", "nearly", "nearly two-thirds"),
        ("They lost 240+ boats.", "more-than", "240+"),
        ("A sub-5 micron filter", "less-than", "sub-5 micron"),
        ("About five hundred or more left.", "more-than", "About five hundred or more"),
        ("They lost 240 boats.", "exact", "240"),
    ],
)
def test_currency_and_unit_stand_between_bound_and_number(one, text, bound, evidence):
    row, shown = one(text)
    assert (row.bound, shown) == (bound, evidence)


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [
        ("dozens of", 24, 99),
        ("scores of", 40, 199),
        ("hundreds of", 200, 999),
        ("thousands of", 2_000, 9_999),
        ("tens of thousands of", 20_000, 99_999),
        ("hundreds of thousands of", 200_000, 999_999),
        ("several hundred", 300, 900),
        ("a few", 3, 9),
        ("a couple of", 2, 3),
    ],
)
def test_a_vague_word_has_a_range(one, word, low, high):
    row, _ = one(f"They lost {word} boats.")
    assert (row.bound, row.low, row.high) == ("vague", low, high)
    assert low <= row.value <= high


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("They lost more than a few boats.", "more-than", 3, None),
        ("They lost up to several hundred boats.", "up-to", 0, 900),
        ("They lost about a dozen boats.", "about", 10.8, 13.2),
        ("They lost three dozen boats.", "exact", 34.2, 37.8),
    ],
)
def test_a_bound_goes_with_a_vague_word_and_a_dozen_is_none(one, text, bound, low, high):
    row, _ = one(text)
    assert (row.bound, row.low, row.high) == (
        bound,
        pytest.approx(low),
        high and pytest.approx(high),
    )


@pytest.mark.parametrize(
    ("text", "low", "high", "evidence"),
    [
        ("More than 20 but fewer than 30 came.", 20, 30, "More than 20 but fewer than 30"),
        ("At most 30 and at least 20 came.", 20, 30, "At most 30 and at least 20"),
        ("It is above 5%, below 6%.", 5, 6, "above 5%, below 6%"),
        ("It takes over 2 and under 3 days.", 2, 3, "over 2 and under 3 days"),
    ],
)
def test_a_lower_and_an_upper_bound_are_one_range(one, text, low, high, evidence):
    row, shown = one(text)
    assert (row.bound, row.low, row.high, shown) == ("range", low, high, evidence)


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 and fewer than 30 came.",
        "More than 20 men and fewer than 30 boats left.",
        "More than 20 and more than 30 came.",
        "It cost over $5 and under 6%.",
    ],
)
def test_two_bounds_that_enclose_nothing_stay_two_figures(read, text):
    assert [row.bound for row in read(text)] != ["range"]
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It is equal to 50 or less than 60.", ["exact", "less-than"]),
        ("Fewer than 9 and more than 40 differ.", ["less-than", "more-than"]),
        ("A is => 30 here.", ["exact"]),
        ("A <> 30 here.", ["exact"]),
    ],
)
def test_a_bound_of_the_next_number_or_of_an_arrow_is_none(read, text, bounds):
    assert [row.bound for row in read(text)] == bounds


def test_several_alone_is_no_figure(read):
    """It says no more than a plural does."""
    assert read("Several boats sank.") == []


def test_a_figure_tells_how_finely_it_was_stated(lexicon):
    texts = ("1.5 million", "12,000", "2.25 km", "$7")
    steps = [figures(split(text, 0, len(text)), lexicon)[0].step for text in texts]
    assert steps == [100_000, 1000, pytest.approx(0.01), 1]


def test_vague_money_and_vague_measures_have_their_unit(read):
    rows = read("It cost tens of thousands of dollars and took a few years.")
    assert [(row.kind, row.unit) for row in rows] == [("money", "dollar"), ("measure", "year")]


@pytest.mark.parametrize(
    "text", ["Few came.", "A few more came", "The couple left.", "Scores rose."]
)
def test_a_vague_word_without_its_article_is_none(read, text):
    assert [row.value for row in read(text)] in ([], [6])


def test_a_bound_is_never_taken_from_the_figure_before(read):
    for second in ("30", "thirty", "a hundred"):
        text = f"They lost 20 or more than {second} boats."
        assert [text[r.start : r.end] for r in read(text)] == ["20", f"more than {second}"]


def test_a_sign_between_two_numbers_belongs_to_the_first(read):
    text = "They paid 20 $ 30"
    assert [text[row.start : row.end] for row in read(text)] == ["20 $"]


def test_several_figures_come_in_the_order_of_the_text(read):
    rows = read("Of 300 boats, 20 sank, a third of them were holed and about 5 were lost.")
    assert [row.value for row in rows] == [300, 20, pytest.approx(1 / 3), 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a 12-member crew", True), ("a four-cylinder engine", True), ("12 members", False)],
)
def test_a_number_on_a_hyphen_narrows_a_noun(lexicon, text, expected):
    (figure,) = figures(split(text, 0, len(text)), lexicon)
    assert figure.attributive is expected


WORDS = st.sampled_from(
    "20 1,250 3.5 two hundred and half a third of more than about up to between - $ % km per cent "
    "dozens several men boats in May 2014 , . ( ) or so one to".split()
)


@given(st.lists(WORDS, max_size=25))
def test_figures_never_overlap_whatever_the_words(lexicon, chosen):
    text = " ".join(chosen)
    words = split(text, 0, len(text))
    found = figures(words, lexicon)
    for figure in found:
        assert 0 <= figure.first < figure.last <= words.count
    for left, right in itertools.pairwise(found):
        assert left.last <= right.first


@given(st.lists(WORDS, max_size=25))
def test_every_figure_lies_within_its_own_interval(lexicon, chosen):
    text = " ".join(chosen)
    for figure in figures(split(text, 0, len(text)), lexicon):
        assert figure.reach.low <= figure.value
        assert figure.reach.high is None or figure.value <= figure.reach.high


@pytest.mark.parametrize(
    "piece", ["20 ", "more than ", "one hundred and ", "a third of ", "1/2 ", "20 to "]
)
def test_a_long_row_of_number_words_is_read(lexicon, piece):
    text = piece * (40_000 // len(piece))
    assert len(figures(split(text, 0, len(text)), lexicon)) < 20_000
