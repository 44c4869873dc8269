"""Readability is information with its counts, or nothing at all and why."""

import subprocess
import sys

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Readability
from provenance.scoring import readability as stage
from provenance.scoring.readability import readability, readability_of

PROSE = "The ferry left the harbour at dawn and came back before noon. " * 10
GERMAN = "Die Fähre verließ den Hafen am Morgen und kehrte gegen Mittag zurück. " * 10
PAIRS = ((PROSE, "en"), (GERMAN, "de"))
FORMULAS = (
    *("flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "dale_chall", "smog"),
    *("coleman_liau", "automated"),
)
COUNTS = (
    *("words", "sentences", "syllables", "letters", "characters", "pieces", "polysyllables"),
    *("complex_words", "unfamiliar"),
)
TEXTS = st.sampled_from([PROSE, GERMAN, PROSE * 4, "Short.", "", "é — 3.5 ", "***"])
LANGUAGES = st.sampled_from(["en", "de", "fr", "pt", None])


def make(text=PROSE, language="en", article_id="a", outlet=None):
    return Article(article_id, "a.txt", 1, False, text, None, 0, outlet, None, language)


def table(*articles):
    return frames.frame(articles, Article)


def only(row, names):
    return {name for name in names if getattr(row, name) is not None}


def test_twelve_words_ten_times_over_are_counted_by_hand():
    row = readability_of(make())
    assert (row.words, row.sentences, row.syllables) == (120, 10, 150)
    # ferry and harbour are not on the list of easy words
    assert (row.letters, row.unfamiliar, row.complex_words) == (490, 20, 0)


def test_each_formula_follows_from_the_counts_beside_it():
    row = readability_of(make(PROSE * 3))
    wanted = 206.835 - 1.015 * row.words / row.sentences - 84.6 * row.syllables / row.words
    assert row.flesch_reading_ease == pytest.approx(wanted)
    assert row.smog == pytest.approx(
        1.043 * (30 * row.polysyllables / row.sentences) ** 0.5 + 3.1291
    )


def test_an_english_text_has_all_seven_formulas():
    row = readability_of(make(PROSE * 3))
    assert (only(row, FORMULAS), row.reason) == (set(FORMULAS), None)


def test_smog_waits_for_thirty_sentences_and_the_others_do_not():
    assert only(readability_of(make()), FORMULAS) == set(FORMULAS) - {"smog"}


def test_a_german_text_has_the_german_reading_ease_and_no_english_counts():
    row = readability_of(make(GERMAN, "de"))
    assert only(row, FORMULAS) == {"flesch_reading_ease"}
    assert only(row, COUNTS) == set(COUNTS) - {"complex_words", "unfamiliar"}
    wanted = 180 - row.words / row.sentences - 58.5 * row.syllables / row.words
    assert row.flesch_reading_ease == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        (PROSE, None, "its language is not known"),
        (PROSE, "pt", "no formula is fitted to its language, pt"),
        ("", "en", "fewer than 100 words"),
        ("word " * 99, "en", "fewer than 100 words"),
        ("*** " * 200, "en", "fewer than 100 words"),
    ],
)
def test_no_figure_comes_with_its_reason(text, language, reason):
    """textstat calls an empty text as easy as can be."""
    row = readability_of(make(text, language))
    assert (only(row, FORMULAS), row.reason) == (set(), reason)


def test_a_short_text_is_counted_and_one_without_a_formula_is_not():
    assert readability_of(make("Two words", "en")).words == 2
    assert only(readability_of(make(PROSE, "pt")), COUNTS) == set()


def test_no_articles_have_no_rows():
    assert readability(table()).is_empty()


def test_it_does_not_matter_whether_the_headline_stands_in_the_text():
    """The same article as a text file and as a record."""
    inside = Article("a", "a.txt", 1, False, f"No ferry\n\n{PROSE}", None, 8, None, None, "en")
    assert readability_of(inside) == readability_of(make())


def test_it_is_blind_to_the_outlet():
    assert readability_of(make(outlet="The Coast")) == readability_of(make(outlet="The Hill"))


@given(st.lists(st.tuples(TEXTS, LANGUAGES), max_size=6))
def test_every_article_has_its_row_whatever_stands_beside_it(texts):
    articles = [make(text, language, f"a{n}") for n, (text, language) in enumerate(texts)]
    together = list(frames.rows(readability(table(*articles)), Readability))
    assert together == [readability_of(article) for article in articles]


@given(st.permutations(range(5)))
def test_the_order_of_articles_does_not_matter(order):
    articles = table(*(make(PROSE * (n + 1), "en", f"a{n}") for n in range(5)))
    assert readability(articles[list(order)]).equals(readability(articles))


def test_articles_counted_in_parts_are_counted_as_together(monkeypatch):
    articles = table(
        *(make(text, language, f"{language}{n}") for n in range(4) for text, language in PAIRS)
    )
    together = readability(articles)
    monkeypatch.setattr(stage, "_PART", len(PROSE) + 1)
    assert readability(articles).equals(together)


def test_a_formula_is_never_infinite():
    """Where there is a word there is a sentence, so that nothing divides by zero."""
    rows = readability(table(make("_ " * 200), make("1\n" * 200, "en", "b")))
    assert rows.select(pl.col(FORMULAS).is_finite().all()).row(0) == (True,) * len(FORMULAS)


@given(st.text(max_size=300))
def test_no_text_raises(text):
    readability_of(make(text))


def test_a_check_loads_nothing_of_readability(tmp_path):
    """The dictionaries take half a second, and a check shows none of it."""
    (tmp_path / "a.txt").write_text(PROSE)
    code = (
        "import sys\nfrom provenance import api\n"
        "api.check([sys.argv[1]], api.settings(None, {}))\n"
        "print([name for name in ('textstat', 'provenance.scoring.readability', "
        "'provenance.scoring.reading_counts') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
