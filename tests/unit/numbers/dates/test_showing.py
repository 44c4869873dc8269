"""A relation of dates is shown as it stands in the text."""

from datetime import date

from provenance.model import Article, Span
from provenance.numbers.dates.showing import day_name, failing, fitting
from provenance.numbers.extract import story_of


def test_a_day_is_named_with_or_without_its_year(grammar):
    words = grammar.dates
    assert day_name(date(2017, 6, 7), words) == "7 June 2017"
    assert day_name(date(2017, 6, 7), words, year=False) == "7 June"


def test_a_relation_that_holds_tells_nothing(grammar):
    article = Article("a", "a", 1, False, "It ran from 1990 on.", None, 0, None, None, "en")
    story = story_of(article, grammar.lexicon)
    row = fitting(story, "reversed-years", (12, 16), [(0, 2)])
    assert (row.fits, row.stated, row.expected, row.held) == (True, "", "", "")
    row = failing(story, "reversed-years", (12, 16), ("1980", "one thing"), [(0, 2)])
    assert (row.fits, row.stated, row.expected) == (False, "“1990”", "1980")
    assert row.others == (Span("a", 0, 2, "does not fit this"),)
