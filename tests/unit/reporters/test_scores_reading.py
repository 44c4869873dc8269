"""How hard articles are to read, beside their scores."""

import dataclasses

import pytest

from provenance import frames
from provenance.model import Readability
from provenance.reporters.scores_reading import FORMULAS, pieces, readings

COUNTS = (210, 12, 330)


@pytest.fixture(scope="session")
def reading():
    """A row of which only what is named is known."""

    def _reading(article_id="a.txt", **fields):
        nothing = dict.fromkeys(field.name for field in dataclasses.fields(Readability))
        return Readability(**nothing | {"article_id": article_id} | fields)

    return _reading


def test_formulas_stand_before_the_counts_they_rest_on(reading):
    counts = dict(zip(("words", "sentences", "syllables"), COUNTS, strict=True))
    row = reading(flesch_reading_ease=60.66, smog=9.0, **counts)
    told = ("Flesch ease 60.7", "SMOG 9.0", "210 words", "12 sentences", "330 syllables")
    assert pieces(row) == told


def test_a_reason_stands_in_place_of_figures(reading):
    assert pieces(reading(words=20, reason="too short")) == ("readability: too short",)


def test_nothing_is_told_where_nothing_was_asked_for():
    assert pieces(None) == ()
    assert readings(None, ["a.txt"]) == {}


def test_every_formula_has_a_name():
    """One without would be computed and never shown."""
    fields = dataclasses.fields(Readability)
    assert {field.name for field in fields if field.type == float | None} == FORMULAS.keys()


def test_only_the_articles_asked_for_are_looked_up(reading):
    table = frames.frame([reading("a.txt"), reading("b.txt", words=3)], Readability)
    assert readings(table, ["b.txt", "c.txt"]) == {"b.txt": reading("b.txt", words=3)}
