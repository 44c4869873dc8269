"""The lexicon of dates is checked when it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


SPANS = {
    "a fortnight is two weeks of days": ("fortnight", (14, "day")),
    "a decade is its own unit": ("decade", (1, "decade")),
    "the plural is the unit too": ("weeks", (1, "week")),
}


@pytest.mark.parametrize(("word", "span"), SPANS.values(), ids=SPANS.keys())
def test_a_word_for_a_span_has_its_number_and_unit(grammar, word, span):
    assert grammar.dates.spans[word] == span


def test_a_short_name_of_a_weekday_is_no_whole_name(grammar):
    """Words such as "sun" and "sat" are days only in front of a date."""
    words = grammar.dates
    assert words.weekdays["sun"] == words.whole_days["sunday"] == 7
    assert "sun" not in words.whole_days


@given(st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_the_end_of_every_whole_weekday_is_found_once(grammar, name):
    """Sentences without one are never cut, so that a day that is missed is never held against."""
    text = f"On {name} it rained."
    (match,) = grammar.dates.day_name.finditer(text)
    assert match.end() == text.index(" it")


@given(st.text("MondaySuy ", max_size=40))
def test_only_whole_names_are_found(grammar, text):
    names = ("Monday", "Sunday")
    found = [match.end() for match in grammar.dates.day_name.finditer(text)]
    assert all(text[:end].endswith(names) for end in found)


@pytest.mark.parametrize("table", ["months", "weekdays", "ordinals"])
@pytest.mark.parametrize("key", ["first", "-1", "1.5", ""])
def test_a_number_of_the_calendar_is_a_whole_one(dates, table, key):
    with pytest.raises(ValueError, match=rf"^{table}: .* is no number"):
        DateWords.of({**dates, table: {**dates[table], key: ("Smarch",)}})


@pytest.mark.parametrize("key", ["day", "two days", "2", "2 days", "-2 day", "2  day"])
def test_a_span_is_a_whole_number_of_a_unit(dates, key):
    with pytest.raises(ValueError, match=r"spans: .* is no number of day, week"):
        DateWords.of({**dates, "spans": {**dates["spans"], key: ("sennight",)}})


def test_a_new_word_for_a_span_is_read(dates):
    """Editors add words to the file, not to the program."""
    added = DateWords.of({**dates, "spans": {**dates["spans"], "7 day": ("sennight",)}})
    assert added.spans["sennight"] == (7, "day")
