"""Regions come some at a time, with the texts of their articles and no others."""

import pytest

from provenance.model import Article, Region
from provenance.reuse import passages
from provenance.reuse.passages import with_texts

PAIRS = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")]


@pytest.fixture
def articles(table, article):
    return table(Article, *(article(name, f"Text of {name}.") for name in "abcdef"))


@pytest.fixture
def regions(table, region):
    return table(Region, *(region(left, right) for left, right in PAIRS))


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_all_regions_come_in_their_order(regions, articles, monkeypatch, most):
    monkeypatch.setattr(passages, "_PART", most)
    parts = [part for part, _ in with_texts(regions, articles)]
    assert [len(part) <= most for part in parts] == [True] * len(parts)
    assert [row for part in parts for row in part.rows()] == regions.rows()


def test_the_texts_are_those_of_either_side(regions, articles, monkeypatch):
    monkeypatch.setattr(passages, "_PART", 1)
    held = [(part.row(0, named=True), dict(texts)) for part, texts in with_texts(regions, articles)]
    assert len(held) == len(PAIRS)
    for row, texts in held:
        names = row["left_id"], row["right_id"]
        assert texts == {name: f"Text of {name}." for name in names}


def test_no_regions_are_no_parts(regions, articles):
    assert list(with_texts(regions.clear(), articles)) == []
