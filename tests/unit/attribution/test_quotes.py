"""The quotations of a text: rows in order, with what each is quoted for and belongs to."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.attribution.quotes import between_marks, parted, quotations
from provenance.attribution.story import QUOTED, Story
from provenance.model import Article


@pytest.fixture(scope="module")
def found(lexicon):
    """The quotations of a text."""
    return lambda text: list(quotations(text, lexicon.quotes))


@pytest.fixture(scope="module")
def shown(found):
    """The words of each quotation with its form and use."""

    def _shown(text):
        return [(text[item.start : item.end], item.form, item.use) for item in found(text)]

    return _shown


def test_marks_of_both_kinds_stand_in_the_order_of_the_text(shown):
    text = "‘We sail,’ he said. “We always sail,” she said. 'Always,' they sang."
    assert [words for words, _, _ in shown(text)] == ["We sail,", "We always sail,", "Always,"]


def test_what_is_quoted_in_a_quotation_is_nested_and_comes_behind_it(shown):
    text = "“The captain told me, ‘We sail,’ and we did,” she said."
    assert shown(text) == [
        ("The captain told me, ‘We sail,’ and we did,", "marked", "speech"),
        ("We sail,", "marked", "nested"),
    ]


def test_double_marks_stand_in_single_ones_too(shown):
    """As is the custom in Britain."""
    text = "‘The captain told me, “We sail,” and we did,’ she said."
    assert shown(text) == [
        ("The captain told me, “We sail,” and we did,", "marked", "speech"),
        ("We sail,", "marked", "nested"),
    ]


def test_a_quotation_in_one_that_is_nested_is_nested(found):
    text = "“She told me, ‘He said “We sail” and left,’ so I went,” he said."
    assert [item.use for item in found(text)] == ["speech", "nested", "nested"]


def test_a_paragraph_with_a_line_of_attribution_is_a_block(found):
    said = "We have mended our nets for a week, and nobody asked us about the ice."
    text = f"The ice broke.\n\n{said}\n\nAda Brenk, a nurse on the island"
    (item,) = found(text)
    assert text[item.start : item.end] == said
    assert (item.form, item.use, item.closed, item.words) == ("block", "speech", True, 15)
    assert item.line is not None
    assert text[slice(*item.line)] == "Ada Brenk, a nurse on the island"


def test_a_line_below_a_quotation_between_marks_is_told_with_it(found):
    text = "“We always sail.”\n— Ada Brenk"
    (item,) = found(text)
    assert (item.form, item.line) == ("marked", (18, 29))


def test_a_quotation_beside_others_has_no_line(found):
    assert [item.line for item in found("“We sail,” he said. “Always.”")] == [None, None]


def test_parts_of_one_utterance_tell_where_it_begins(found):
    one, two, three = found("“We sail,” he said. “Always.”\n\n“No,” she said.")
    assert (one.utterance, two.utterance, three.utterance) == (one.start, one.start, three.start)


def test_a_paragraph_that_is_carried_on_is_closed(found):
    """By custom only the last one has a second mark; none is missing."""
    one, two = found("“We sail.\n\n“Always,” he said.")
    assert one.closed
    assert two.closed
    assert two.utterance == one.start


def test_a_quotation_without_an_end_is_not_closed(found):
    (item,) = found("“We sail, he said.\n\nNobody believed him.")
    assert not item.closed


def test_a_nested_quotation_is_never_without_an_end(found):
    """Marks inside a quotation that find no other one are apostrophes."""
    text = "“The captain told me, ‘We sail, and we did,” she said."
    assert [item.closed for item in found(text)] == [True]


def test_the_words_of_a_quotation_are_counted(found):
    (item,) = found("“We’ll sail – on Monday,” he said.")
    assert item.words == 4


@pytest.mark.parametrize("text", ["“…” and “—” and “ ”", "‘…’", "'.'", "", "No marks at all."])
def test_marks_around_no_word_are_no_quotation(text, found):
    assert found(text) == []


def test_a_story_hides_what_is_nested_with_what_it_stands_in(lexicon):
    """The writer's own words are read from it, at the same offsets."""
    text = "“The captain told me, ‘We sail,’ and we did,” she said."
    article = Article("a", "a", 1, False, text, None, 0, None, None, "en")
    story = Story(article, tuple(quotations(text, lexicon.quotes)))
    assert story.masked == "“" + QUOTED * 43 + "” she said."


def test_a_hundred_thousand_quotations_of_one_line_are_read(found):
    assert len(found("“We sail,” he ‘never’ said. " * 25_000)) == 50_000
    assert len(found("“" * 100_000 + "a")) <= 100_000


texts = st.text(alphabet="aS .,\n“”‘’'\"«»`", max_size=80)


@given(texts)
@example('"«S""»')
def test_of_two_quotations_one_holds_the_other_or_they_are_apart(lexicon, text):
    items = list(quotations(text, lexicon.quotes))
    assert [item.start for item in items] == sorted(item.start for item in items)
    reached = 0
    for item in items:
        assert text[item.start : item.end] == text[item.start : item.end].strip()
        assert item.utterance <= item.start
        assert (item.use == "nested") == (item.start < reached)
        assert item.use != "nested" or item.end <= reached
        reached = max(reached, item.end)


@given(texts)
def test_each_span_lies_in_no_other_one_or_is_nested(lexicon, text):
    marked = between_marks(text, lexicon.quotes)
    outer, nested = parted(marked)
    assert sorted([*outer, *nested]) == sorted(marked)
    for one, other in pairwise(outer):
        assert one.end <= other.start


@given(texts, texts)
def test_a_blank_line_keeps_paragraphs_apart(lexicon, one, two):
    """What stands before it cannot change where quotations lie after it."""
    between = "\n\nplain words of the writer\n\n"
    offset = len(one) + len(between)
    both = list(quotations(one + between + two, lexicon.quotes))
    after = [(item.start - offset, item.end - offset) for item in both if item.start >= offset]
    assert after == [(item.start, item.end) for item in quotations(two, lexicon.quotes)]
