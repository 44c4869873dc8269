"""All relations of a story together: each place is told once, and every place is in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Article, Relation, Span
from provenance.numbers import relations
from provenance.numbers.extract import story_of

TEXT = "Sales rose 10% to 110 boats from 100. Of 48 men, 12 (25%) drowned on Monday, May 5, 2014. "
STORY = Article("a", "a", 1, False, TEXT, None, 0, None, None, None)


def made(start, *others, fits=False, kind="kind"):
    """A relation at `start` that names others."""
    places = tuple(Span("a", place, place + 1, "beside") for place in others)
    return Relation("a", start, start + 1, kind, fits, "", "", "", places)


@pytest.fixture
def told(monkeypatch, lexicon, grammar):
    """What is told of a story in which the given relations are found, in their order."""

    def _told(*found):
        monkeypatch.setattr(relations, "RELATIONS", (lambda *_: found,))
        return list(relations.relate(story_of(STORY, lexicon), grammar))

    return _told


def test_of_two_at_one_place_the_one_that_does_not_fit_is_told(told):
    """Else a fault would hide behind another reading of the same figure."""
    right, wrong = made(1, 5, fits=True), made(1, 7)
    assert told(right, wrong) == [wrong]
    assert told(wrong, right) == [wrong]


def test_of_two_that_fit_at_one_place_the_first_is_told(told):
    first, second = made(1, 5, fits=True), made(1, 7, fits=True)
    assert told(first, second) == [first]


def test_relations_of_two_kinds_at_one_place_are_both_told(told):
    both = made(1, 5, kind="one"), made(1, 7, kind="other")
    assert told(*both) == list(both)


def test_the_same_two_places_are_told_once(told):
    first = made(1, 5, kind="one")
    assert told(first, made(5, 1, kind="other")) == [first]


def test_further_figures_are_named_beside_the_first(told):
    assert told(made(1, 5), made(1, 7)) == [made(1, 5, 7)]


def test_figures_that_stand_beside_one_are_not_held_against_one_another_again(told):
    """Three figures of one thing are one finding, not three."""
    assert told(made(1, 5), made(1, 7), made(5, 7)) == [made(1, 5, 7)]
    other = made(5, 7, kind="other")
    assert told(made(1, 5), made(1, 7), other) == [made(1, 5, 7), other]


def test_a_relation_with_nothing_beside_it_is_told(told):
    assert told(made(1), made(2)) == [made(1), made(2)]


def test_many_that_do_not_fit_are_told_without_comparing_all(told):
    """Thousands of figures in one table must not cost the square of their number."""
    found = [made(2 * place, 2 * place + 1) for place in range(20_000)]
    assert told(*found) == found


SENTENCES = (
    TEXT,
    "The fire killed 20 men in Brenk, police said. ",
    "The fire killed 30 men in Brenk, police said. ",
    "It was a 5-kilometre (3-mile) run at 25:10 p.m. ",
    "He was born in 1950 and was 40 in 1999. ",
    "The range was from 20 to 10. ",
    "In a poll 40 percent said yes, 50 percent no and 30 percent were undecided. ",
    "“if the figure is confirmed” ",
    "- 12 men died\n- 30 men fled\n\n",
    "é😀 20,",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), max_size=12))
def test_every_place_that_is_told_stands_in_the_text(relate, sentences):
    text = "".join(sentences)
    found = relate(text, date="2014-05-06")
    for row in found:
        for place in (row, *row.others):
            assert 0 <= place.start < place.end <= len(text)
    keys = [(row.start, row.end, row.kind) for row in found]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_stands_behind_far_off_changes_no_relation_of_a_sentence(relate, sentence):
    text = sentence + "\n\n" + "Rain fell over the harbour. " * 40
    within = [row for row in relate(text) if row.end <= len(sentence)]
    assert {row.kind for row in within} >= {row.kind for row in relate(sentence)}


def test_no_more_dates_than_so_many_are_held_against_anything(relate):
    """A calendar of a megabyte is no article; see `_DATES`."""
    text = "On Monday, May 5, 2014. " * 2_000
    found = relate(text, "weekday-of-date")
    assert len(found) == 500 + len(text) // 60
    assert all(row.fits for row in found)
