"""Whether two figures are of one thing is told from their words, and so is whether they fit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.places import likeness


@pytest.fixture(scope="session")
def mention(grammar):
    """The first figure of a text, where it stands."""

    def _mention(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, None)
        return next(likeness.mentions(story_of(article, grammar.lexicon)))

    return _mention


@pytest.fixture
def near(mention):
    """Whether two figures are likely about one thing, read from their sentences."""
    return lambda one, two: likeness.is_rival(mention(one), mention(two))


FIRE = "A fire killed 14 people in a ferry off Tarn."


@pytest.mark.parametrize(
    ("stated", "found", "fit"),
    [
        ("200 men", "203 men", True),
        ("200 men", "231 men", False),
        ("203 men", "200 men", True),
        ("203 men", "207 men", False),
        ("14 men", "13 men", False),
        ("$1.2 million", "$1.24 million", True),
        ("$1 million", "$930,000", True),
        ("$1 million", "$1.9 million", False),
        ("dozens of men", "36 men", True),
        ("dozens of men", "12 men", False),
        ("more than 50 men", "80 men", True),
        ("half of the men", "52 percent of the men", True),
    ],
)
def test_a_headline_may_round_as_people_round(mention, stated, found, fit):
    assert likeness.fits(mention(stated), mention(found)) is fit


def test_figures_of_other_kinds_and_units_are_not_compared(mention):
    assert likeness.of_one_kind(mention("half of the men"), mention("40 percent of the men"))
    assert not likeness.of_one_kind(mention("14 men"), mention("14 percent of the men"))
    assert not likeness.of_one_kind(mention("$14 million"), mention("€14 million"))


@pytest.mark.parametrize(
    "other",
    [
        "Nine people were killed when a ferry burned.",
        "At least nine people died in the fire off Tarn.",
        "The number of people killed in the fire was brought up to nine.",
    ],
)
def test_one_noun_and_one_event_and_a_shared_word_make_rivals(near, other):
    assert near(FIRE, other)


@pytest.mark.parametrize(
    "other",
    [
        "Nine goats were killed when a ferry burned.",
        "Nine people were rescued from a ferry that burned.",
        "Another nine people were killed in a ferry off Tarn.",
        "In 1988 a fire killed nine people in a ferry off Tarn.",
        "A fire kills nine people a year in a ferry off Tarn.",
        "A fire killed 900 people in a ferry off Tarn.",
        "A fire killed dozens of people in a ferry off Tarn.",
        "It is disputed that nine people were killed by the fire.",
    ],
)
def test_a_reason_to_differ_makes_no_rivals(near, other):
    assert not near(FIRE, other)


def test_many_shared_words_stand_in_for_an_event(near):
    headline = "The brewer Ostrand buys 12 pubs in Morrow"
    assert near(headline, "Ostrand, a brewer, has bought seven pubs in the town of Morrow.")
    assert not near(headline, "Visitors of the town like to see seven pubs in one night.")
    longer = f"{headline} after months of talks with angry villagers"
    assert not near(longer, "The mayor had talks with angry villagers about seven pubs.")


@pytest.mark.parametrize(
    ("stated", "others", "sums"),
    [
        ("14 men", ["9 men", "5 men"], True),
        ("4 men", ["9 men", "5 men"], True),
        ("14 men", ["9 men"], False),
        ("14 men", ["20 men", "30 men"], False),
        ("30 men", ["8 men", "9 men", "14 men"], True),
        ("$3 million", ["$1 million", "$2 million"], True),
    ],
)
def test_parts_and_differences_are_seen(mention, stated, others, sums):
    assert likeness.adds_up(mention(stated), [mention(each) for each in others]) is sums


def test_so_many_figures_that_any_sum_is_among_them_are_not_tried(mention, monkeypatch):
    base = mention("14 men")
    rows = [replace(base.row, value=float(1000 + n * n)) for n in range(3_000)]
    others = [likeness.Mention(row, base.text, 0, 6) for row in rows]
    assert likeness.adds_up(base, others)


@given(one=st.integers(2, 10**6), two=st.integers(2, 10**6))
def test_figures_that_fit_are_never_far_apart(mention, one, two):
    """Rounding allows 15 % at the most, and a reader 10 %."""
    if likeness.fits(mention(f"{one:,} men"), mention(f"{two:,} men")):
        assert abs(one - two) <= 0.25 * max(one, two) + 1


def test_the_figures_of_a_headline_are_read_wherever_it_stands(grammar):
    """A record may give the title beside the text."""
    base = Article("a", "a", 1, False, "Fire kills 14\nIt was 9.", None, 0, None, None, None)
    inside = story_of(replace(base, title="Fire kills 14", body_start=14), grammar.lexicon)
    beside = story_of(replace(base, title="Fire kills 15", body_start=0), grammar.lexicon)
    nowhere = story_of(base, grammar.lexicon)
    assert [m.text[m.row.start : m.row.end] for m in likeness.heading(inside)] == ["14"]
    assert [m.text[m.row.start : m.row.end] for m in likeness.heading(beside)] == ["15"]
    assert [m.text for m in likeness.heading(beside)] == ["Fire kills 15"]
    assert list(likeness.heading(nowhere)) == []
