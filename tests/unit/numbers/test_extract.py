"""The frame of figures: spans that are evidence, for every article that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames, numbers
from provenance.model import Article, Quantity, Relation
from provenance.numbers import Grammar
from provenance.numbers.extract import story_of


def article(text, article_id="a", language=None):
    return Article(article_id, article_id, 1, False, text, None, 0, None, None, language)


def rows(grammar, *articles):
    table = numbers.read(frames.frame(articles, Article), grammar).quantities
    assert table.schema == frames.schema(Quantity)
    return list(frames.rows(table, Quantity))


def figures(lexicon, text):
    """The figures of a text, without a look at what they say of one another."""
    return story_of(article(text), lexicon).quantities


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


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_any_space_is_a_space(grammar, space):
    """Dates chained over no-break spaces were once no chain; "1 234" keeps its thousands."""
    text = (
        "The strike began on June 10 and ended 3 days later, on June 14.\n\n"
        "It cost 1 234 jobs. Of 48 pilots, 12 (40 percent) stayed.\n"
    )
    plain, spaced = (
        numbers.read(frames.frame([article(each)], Article), grammar)
        for each in (text, text.replace(" ", space))
    )
    assert [row.kind for row in frames.rows(plain.relations, Relation) if not row.fits] != []
    assert 1234.0 in plain.quantities["value"].to_list()
    assert spaced.quantities.equals(plain.quantities)
    assert spaced.relations.equals(plain.relations)


def test_no_articles_have_no_figures_and_no_relations(grammar):
    reading = numbers.read(frames.frame([], Article), grammar)
    for table, row in ((reading.quantities, Quantity), (reading.relations, Relation)):
        assert (table.height, table.schema) == (0, frames.schema(row))


@pytest.mark.parametrize("text", ["", " \n ", "No figures here.", "one"])
def test_an_article_may_have_none(grammar, text):
    assert rows(grammar, article(text)) == []


@pytest.mark.parametrize(("language", "found"), [("en", 1), (None, 1), ("de", 0), ("fr", 0)])
def test_articles_known_to_be_in_another_language_are_left_out(grammar, language, found):
    """Read by English rules, the German 1.500 would be one and a half."""
    assert len(rows(grammar, article("They lost 20 boats.", language=language))) == found


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


def test_the_order_of_the_articles_does_not_matter(grammar):
    made = [article(f"They lost {n} boats.", f"a{n}") for n in range(12, 20)]
    assert rows(grammar, *made) == rows(grammar, *reversed(made))


def test_articles_do_not_change_each_other(grammar):
    left, right = article("In 1986 gas came.", "a"), article("It killed 20 men.", "b")
    assert rows(grammar, left, right) == rows(grammar, right)


def test_a_lexicon_is_all_the_grammar_knows(lexicons, tables):
    """Editors extend it; nothing of English is wired into the code."""
    more = {**tables, "scales": {**tables["scales"], "144": ("gross",)}}
    (row,) = rows(Grammar.of({**lexicons, "numbers.en": more}), article("They lost 2 gross."))
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
    for row in figures(lexicon, text):
        assert 0 <= row.start < row.end <= len(text)
        assert lexicon.gate.search(text[row.start : row.end])
        assert row.low <= row.value
        assert row.high is None or row.value <= row.high


@given(st.lists(WORDS, max_size=20))
def test_a_line_that_is_added_changes_no_other_figure(lexicon, chosen):
    text = "Hail killed 20 men in Tarn on Monday.\n"
    alone = figures(lexicon, text)
    both = figures(lexicon, text + " ".join(chosen))
    assert both[: len(alone)] == alone


@given(st.text(max_size=200))
def test_any_text_is_read(lexicon, text):
    figures(lexicon, text)


@pytest.mark.parametrize("before", ["", "(", "“", "A line.\n", "It rained. "])
@pytest.mark.parametrize("number", ["20", "Forty", "ONE", "a third of", "$5"])
def test_a_sentence_is_read_wherever_its_first_number_stands(lexicon, before, number):
    """The search for sentences with a number begins at the sign in front of them."""
    assert len(figures(lexicon, f"{before}{number} boats were lost.")) == 1


@pytest.mark.parametrize("count", [400, 40_000])
def test_of_a_text_that_is_all_numbers_only_so_many_are_read(lexicon, count):
    """A table of a megabyte may not cost more than a megabyte of prose; its start is read."""
    text = "20 boats, " * count
    found = figures(lexicon, text)
    assert [row.start for row in found] == [10 * n for n in range(len(found))]
    assert len(found) == 400 if count == 400 else 500 < len(found) < 40_000


def test_a_long_story_is_read_to_its_end(lexicon):
    """One number in fifty characters is much for prose."""
    text = "On the quay at Tarn they counted nearly 20 boats.\n" * 2_000
    assert len(figures(lexicon, text)) == 2_000


@pytest.mark.parametrize(
    "piece",
    [
        "7", "1 ", "1,", "1/2 ", "$1 ", "1 234 ", "- 5 ", "1e9 ", "20 men ", "one of ", "twenty ",
        "one hundred and ", "1 hundred ", "a half ", "second ", "$", "in Aa ", "said 20 ",
        "killed ", "more than 20 and fewer than 30 ", "Reyes, 41, ", "A 1. ", "1\n",
    ],
)  # fmt: skip
def test_a_long_line_of_one_thing_is_read(lexicon, piece):
    text = piece * (60_000 // len(piece))
    assert all(row.end <= len(text) for row in figures(lexicon, text))


def test_an_article_that_holds_too_many_numbers_is_told(grammar):
    """Silence about the rest of a table would be taken for a clean bill."""
    table = article("12 boats. " * 900, "table")
    story = article("12 boats. " * 400, "story")
    reading = numbers.read(frames.frame([table, story], Article), grammar)
    assert reading.cut == ("table",)


@pytest.mark.parametrize("count", [numbers.NUMBERS, numbers.NUMBERS + 1])
def test_the_last_number_within_the_limit_is_read(lexicon, count):
    text = "7 " * count
    story = story_of(article(text), lexicon)
    allowed = numbers.NUMBERS + len(text) // numbers.SPARSE
    assert story.cut is (count > allowed)


def test_prose_of_any_length_is_never_cut(lexicon):
    """One number in sixty characters is more than the densest reports hold."""
    text = "They lost 12 boats and some cows in the floods of May near Orla. " * 3000
    story = story_of(article(text), lexicon)
    assert (story.cut, len(story.quantities)) == (False, 3000)


def test_figures_of_wrapped_text_are_read_over_its_line_ends(read):
    text = (
        "The harbour board of Tarnholm said that its fleet had grown by about\n"
        "12 percent over the year, and that no fewer than two hundred and\n"
        "fifty boats were lying at its piers on the day of the count, while\n"
        "another 40 were at sea or in the yards of Orla and of Upper Brenk.\n"
    )
    found = [(row.value, " ".join(text[row.start : row.end].split())) for row in read(text)]
    assert found == [
        (12, "about 12 percent"),
        (250, "no fewer than two hundred and fifty"),
        (40, "40"),
    ]
