"""How much of a span lies in others, against counting character by character."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.coverage import share

SCHEMA = {"article_id": pl.String, "start": pl.Int64, "end": pl.Int64}


def spans(*rows):
    return pl.DataFrame(list(rows), schema=SCHEMA, orient="row")


def counted(place, covering):
    article_id, start, end = place
    inside = sum(
        any(name == article_id and a <= at < b for name, a, b in covering)
        for at in range(start, end)
    )
    return inside / (end - start)


places = st.tuples(st.sampled_from("ab"), st.integers(0, 30), st.integers(1, 20)).map(
    lambda item: (item[0], item[1], item[1] + item[2])
)


@given(st.lists(places, max_size=8), st.lists(places, max_size=8))
def test_the_share_is_that_of_counting(asked, covering):
    found = share(spans(*asked), spans(*covering)).tolist()
    assert found == pytest.approx([counted(place, covering) for place in asked])


def test_overlapping_spans_count_once():
    covering = spans(("a", 0, 6), ("a", 4, 8), ("a", 5, 6))
    assert share(spans(("a", 0, 10)), covering).tolist() == [0.8]


def test_spans_of_other_articles_do_not_count():
    """Offsets of all articles lie on one line inside; they must not touch there."""
    covering = spans(("a", 0, 100), ("c", 0, 100))
    assert share(spans(("b", 0, 100)), covering).tolist() == [0.0]


def test_the_places_keep_their_order():
    asked = spans(("b", 0, 2), ("a", 0, 2))
    assert share(asked, spans(("a", 0, 1))).tolist() == [0.0, 0.5]


def test_nothing_asked_or_nothing_covering_is_answered():
    assert share(spans(), spans(("a", 0, 5))).tolist() == []
    assert share(spans(("a", 0, 5)), spans()).tolist() == [0.0]
