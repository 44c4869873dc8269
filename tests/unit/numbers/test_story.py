"""A story gives the relations its sentences and their tokens, each cut once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.templates import Templates, marks
from provenance.text.sentence_tokens import split

TEXT = (
    "Rain fell over the harbour. Five boats sank and 20 men drowned on Tuesday, the coast guard of "
    "Brenk said. Nobody knew why. The mayor gave 300 dollars."
)


def article(text, title=None):
    return Article("a", "a", 1, False, text, title, 0, None, None, None)


@pytest.fixture
def story(lexicon):
    return lambda text=TEXT, **values: story_of(article(text, **values), lexicon)


def test_only_sentences_with_figures_are_kept_and_counted_among_all(story):
    told = story()
    assert [each.number for each in told.sentences] == [1, 3]
    assert len(told.spans) == 4


def test_several_are_the_sentences_with_more_than_one_figure(story):
    """Most relations hold two figures of one sentence against each other."""
    assert [each.number for each in story().several] == [1]


def test_the_tokens_of_a_sentence_are_what_its_words_are_looked_up_in(story):
    first, last = story().sentences
    assert {"brenk", "20", "drowned"} <= first.tokens
    assert "dollars" in last.tokens
    assert "dollars" not in first.tokens


def test_the_marks_of_a_sentence_are_those_of_its_skeleton(story):
    last = story().sentences[-1]
    assert last.marks == marks(last.skeleton) == {"the", "mayor", "gave", "<money", "."}


@pytest.mark.parametrize("number", range(4))
def test_the_words_of_a_sentence_are_the_same_whether_it_holds_figures_or_not(story, number):
    told = story()
    assert told.words(number) == split(TEXT, *told.spans[number])


def test_the_words_of_a_sentence_are_cut_once(story):
    told = story()
    assert told.words(1) is told.sentences[0].words
    assert told.words(0) is told.words(0)


def test_the_words_of_a_sentence_read_in_pieces_are_those_of_all_pieces(story):
    """A table without a full stop is one sentence, and no piece of it stands for the whole."""
    text = "20 boats and 30 men, " * 150
    told = story(text)
    assert len(told.sentences) > 1
    assert told.words(0) == split(text, *told.spans[0])


def test_a_template_is_not_searched_for_in_a_sentence_with_too_few_figures(story):
    templates = Templates.of({"key": ("{a} {b}",)}, {})
    assert list(story().sentences[-1].find(templates)) == []


def test_the_headline_that_stands_apart_is_no_part_of_the_text(story):
    told = story(title="Five boats sink")
    assert len(told.heading) == 1
    assert len(told.quantities) == 3


@given(
    st.lists(st.sampled_from(["Five men.", "Rain.", "20 of 30 men", "\n", "3,", "a"]), max_size=9)
)
def test_every_sentence_of_a_story_is_where_it_says(lexicon, pieces):
    text = " ".join(pieces)
    told = story_of(article(text), lexicon)
    for each in told.sentences:
        start, end = told.spans[each.number]
        assert start <= each.start < each.end <= end
        assert told.words(each.number).count >= each.words.count
        assert each.tokens >= set(each.words.low)
