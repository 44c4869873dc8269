"""The lexicon of dates is checked when it is read."""

import pytest

from provenance.numbers import Grammar
from provenance.numbers.dates import DateWords
from provenance.numbers.dates.words import TABLES


@pytest.fixture(scope="session")
def dates(lexicons):
    return lexicons["dates.en"]


def test_every_month_and_weekday_has_a_name_to_show(grammar):
    assert list(grammar.dates.months) == list(range(1, 13))
    assert list(grammar.dates.days) == list(range(1, 8))
    assert grammar.dates.months[9] == "September"
    assert grammar.dates.days[3] == "Wednesday"


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_missing_table_is_named(dates, name):
    rest = {key: table for key, table in dates.items() if key != name}
    with pytest.raises(ValueError, match=rf"^{name}: table is missing"):
        DateWords.of(rest)


def test_an_unknown_table_is_named(dates):
    with pytest.raises(ValueError, match=r"^seasons: no such table"):
        DateWords.of({**dates, "seasons": {}})


def test_a_month_without_a_number_is_told(dates):
    with pytest.raises(ValueError, match="months: 'may' is no number"):
        DateWords.of({**dates, "months": {"may": ("May",)}})


def test_a_span_of_an_unknown_unit_is_told(dates):
    with pytest.raises(ValueError, match="spans: '2 moons' is no number of day"):
        DateWords.of({**dates, "spans": {"2 moons": ("moons",)}})


def test_a_line_that_is_no_template_is_told(dates):
    with pytest.raises(ValueError, match=r"no kind of figure .moon."):
        DateWords.of({**dates, "birth": {"born": ("born in {birth:moon}",)}})


def test_a_grammar_without_dates_is_none(lexicons):
    rest = {key: tables for key, tables in lexicons.items() if key != "dates.en"}
    with pytest.raises(ValueError, match=r"^dates\.en: there is no such lexicon$"):
        Grammar.of(rest)
