"""Which lines are posts set into an article, and that nothing else is."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.reuse.posts import posts

POST = "The quay is open again, and so is the tea house. — Ada Brenk (@adabrenk) May 3, 2024"


@pytest.fixture
def found(table, article):
    """The texts of the posts in an article."""

    def _found(text):
        spans = posts(table(Article, article("a", text)))
        assert set(spans["article_id"]) <= {"a"}
        return [text[start:end] for start, end in spans.select("start", "end").iter_rows()]

    return _found


@pytest.mark.parametrize(
    "post",
    [
        POST,
        "The quay is open again — Ada Brenk (@ada_brenk1)",
        "The quay is open again — Marren Ferries 🚢 (@marrenferries) 3. Mai 2024",
        "The quay is open again – Brenk (@adabrenk) May 3, 2024",
        "Ada Brenk (@adabrenk) The quay is open again, @harbour says",
        "Ada Brenk (@adabrenk): “3 quays are open again.”",
    ],
)
def test_a_line_signed_with_a_name_and_a_handle_is_a_post(found, post):
    text = f"Ada Brenk told her readers.\n\n  {post} \r\n\r\nThe ferry sails at noon."
    assert found(text) == [post]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brenk (@adabrenk) wrote that the quay is open again.",
        "The quay — see Ada Brenk (@adabrenk). It is open again.",
        "Follow Ada Brenk (@adabrenk)",
        "The quay is open again — Ada Brenk, May 3, 2024",
        "The quay is open again — ask her (or him) (@adabrenk)",
        "word " * 200 + POST,
    ],
)
def test_prose_that_names_a_handle_is_none(found, line):
    """An article's own words must not become somebody's post."""
    assert found(line) == []


def test_texts_without_a_handle_have_none(table, article):
    spans = posts(table(Article, article("a", "The quay is open — Ada Brenk"), article("b", "")))
    assert spans.is_empty()
    assert spans.schema == {"article_id": pl.String, "start": pl.Int64, "end": pl.Int64}


@given(st.lists(st.sampled_from(["— ", "-", "(@", "a", ")", "\n", " ", ".", "x" * 90])))
def test_every_span_is_one_line_that_ends_behind_a_handle(table, article, pieces):
    text = "".join(pieces)
    for start, end in posts(table(Article, article("a", text))).select("start", "end").iter_rows():
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        assert "(@" in text[start:end][-160:]


def test_one_line_of_five_megabytes_is_read_once(found):
    """Dashes and handles without end must not make the search start over."""
    assert found("— a (@b" * 700_000) == []
    assert found("— a (@b)\n" * 300_000) == ["— a (@b)"] * 300_000
