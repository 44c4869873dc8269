"""The frame of figures: spans that are evidence, for every article that can be read."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Quantity
from provenance.numbers import Lexicon, quantities


def article(text, article_id="a", language=None):
    return Article(article_id, article_id, 1, False, text, None, 0, None, None, language)


def rows(lexicon, *articles):
    table = quantities(frames.frame(articles, Article), lexicon)
    assert table.schema == frames.schema(Quantity)
    return list(frames.rows(table, Quantity))


def test_a_figure_has_every_column(read):
    text = "Hail destroyed more than 200 army lorries near Tarn."
    (row,) = read(text)
    assert row == Quantity(
        article_id="a",
        start=15,
        end=28,
        value=200.0,
        low=200.0,
        high=None,
        soft_low=200.0,
        soft_high=300.0,
        kind="count",
        unit=None,
        bound="more-than",
        noun="lorry",
        event="destroy",
        sentence=0,
        modifiers=("army",),
        qualifiers=("actor:hail", "place:tarn", "subset:army"),
    )
    assert text[row.start : row.end] == "more than 200"


def test_no_articles_have_no_figures(lexicon):
    table = quantities(frames.frame([], Article), lexicon)
    assert (table.height, table.schema) == (0, frames.schema(Quantity))


@pytest.mark.parametrize("text", ["", " \n ", "No figures here.", "one"])
def test_an_article_may_have_none(lexicon, text):
    assert rows(lexicon, article(text)) == []


@pytest.mark.parametrize(("language", "found"), [("en", 1), (None, 1), ("de", 0), ("fr", 0)])
def test_articles_known_to_be_in_another_language_are_left_out(lexicon, language, found):
    """Read by English rules, the German 1.500 would be one and a half."""
    assert len(rows(lexicon, article("They lost 20 boats.", language=language))) == found


def test_sentences_are_numbered_from_0_whether_they_hold_a_figure_or_not(read):
    text = "Hail fell. It killed 20 cows.\nIt hit Tarn. Varn lost 30 cows."
    assert [row.sentence for row in read(text)] == [1, 3]


def test_figures_do_not_run_over_a_line_end(read):
    assert [row.noun for row in read("They lost 20\nboats were lost.")] == [None]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_any_line_end_ends_the_years_of_a_sentence(read, end):
    text = f"It came in 1986 to Tarn.{end}It killed 20 men."
    assert [q for q in read(text)[-1].qualifiers if q.startswith("year")] == []


@pytest.mark.parametrize("before", ["\ufeff", "😀 ", "e\u0301 ", "\u00a0", "“", "(", "\t"])
def test_the_span_is_the_evidence_whatever_stands_before(one, before):
    _, evidence = one(f"{before}More than 20 boats were lost.")
    assert evidence == "More than 20"


def test_a_title_in_capitals_is_read(read):
    text = "HUNDREDS OF LORRIES DESTROYED"
    assert [(row.value > 200, row.noun, row.event) for row in read(text)] == [
        (True, "lorry", "destroy")
    ]


def test_the_order_of_the_articles_does_not_matter(lexicon):
    made = [article(f"They lost {n} boats.", f"a{n}") for n in range(12, 20)]
    assert rows(lexicon, *made) == rows(lexicon, *reversed(made))


def test_articles_do_not_change_each_other(lexicon):
    left, right = article("In 1986 gas came.", "a"), article("It killed 20 men.", "b")
    assert rows(lexicon, left, right) == rows(lexicon, right)


def test_a_lexicon_is_all_the_grammar_knows(tables):
    """Editors extend it; nothing of English is wired into the code."""
    more = {**tables, "scales": {**tables["scales"], "144": ("gross",)}}
    (row,) = rows(Lexicon.of(more), article("They lost 2 gross."))
    assert row.value == 288


def test_a_sentence_longer_than_a_piece_is_read_to_its_end(read):
    text = "They lost " + "old " * 1500 + "and 20 boats and 30 carts"
    found = read(text)
    assert [text[row.start : row.end] for row in found] == ["20", "30"]
    assert {row.sentence for row in found} == {0}


def test_a_run_without_white_space_is_left_out_and_the_rest_is_read(read):
    text = f"{'9' * 5000} and 20 boats {'1-' * 5000} and 30 carts"
    assert [text[row.start : row.end] for row in read(text)] == ["20", "30"]


WORDS = st.sampled_from(
    "20 2,500 3.5 $ % km dozens of more than killed men boats . , ; \n in Tarn 2014 May 😀 one a half".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=40))
def test_every_span_lies_in_the_text_and_holds_a_number(lexicon, chosen):
    text = " ".join(chosen)
    for row in rows(lexicon, article(text)):
        assert 0 <= row.start < row.end <= len(text)
        assert lexicon.gate.search(text[row.start : row.end])
        assert row.low <= row.value
        assert row.high is None or row.value <= row.high


@given(st.lists(WORDS, max_size=20))
def test_a_line_that_is_added_changes_no_other_figure(lexicon, chosen):
    text = "Hail killed 20 men in Tarn on Monday.\n"
    alone = rows(lexicon, article(text))
    both = rows(lexicon, article(text + " ".join(chosen)))
    assert both[: len(alone)] == alone


@given(st.text(max_size=200))
def test_any_text_is_read(lexicon, text):
    rows(lexicon, article(text))


@pytest.mark.parametrize(
    "piece", ["7", "1 ", "1,", "20 men ", "one hundred and ", "$", "in Aa ", "said 20 ", "killed "]
)
def test_a_long_line_of_one_thing_is_read(lexicon, piece):
    text = piece * (60_000 // len(piece))
    table = quantities(frames.frame([article(text)], Article), lexicon)
    assert table.filter(pl.col("end") > len(text)).is_empty()
