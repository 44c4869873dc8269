"""Passages that stand twice in one text are found with both places, and hostile ones end soon."""

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import repeats as stage
from provenance.reuse.repeats import Repeat, repeats
from provenance.text.tokens import tokenise

FEWEST = 20


@pytest.fixture
def passage(story):
    return " ".join(story(99, 40))


@pytest.fixture(params=[False, True], ids=["small", "large"], autouse=True)
def large(request, monkeypatch):
    """Everything holds for few texts, read in Python, and for many, read by the kernel."""
    monkeypatch.setattr(stage, "is_large", lambda _: request.param)


def repeats_of(text, fewest=FEWEST):
    (told,) = repeats(pl.Series([text]), fewest)
    return told


def found(text):
    """The two texts of each repeat."""
    return [
        (text[item.start : item.end], text[item.again_start : item.again_end])
        for item in repeats_of(text)
    ]


def test_a_passage_that_stands_twice_is_found_with_both_places(story, passage):
    before, between = " ".join(story(1)), " ".join(story(2))
    text = f"{before} {passage}. {between}: {passage}"
    first = len(before) + 1
    again = text.rindex(passage)
    assert repeats_of(text) == [
        Repeat(first, first + len(passage), again, again + len(passage), 40)
    ]


def test_a_text_without_repetition_has_none(story):
    assert found(" ".join(story(1, 400))) == []


def test_a_passage_of_too_few_words_is_not_told(story):
    few = " ".join(story(9, FEWEST))
    text = f"{few} {' '.join(story(1))} {few}"
    assert found(text) == [(few, few)]
    assert repeats_of(text, FEWEST + 1) == []


def test_case_line_breaks_and_punctuation_do_not_matter(story, passage):
    words = passage.split()
    other = ",\n".join([" ".join(words[:20]).title(), " ".join(words[20:])])
    text = f"{passage} {' '.join(story(1))} {other}"
    assert found(text) == [(passage, other)]


@pytest.mark.parametrize("at", [15, 22])
def test_small_edits_do_not_end_a_passage(story, passage, at):
    words = passage.split()
    replaced = [*words[:at], "instead", *words[at + 1 :]]
    shorter = [*words[:at], *words[at + 1 :]]
    longer = [*words[:at], "or", "so", *words[at:]]
    for other in (replaced, shorter, longer):
        text = f"{passage} {' '.join(story(1))} {' '.join(other)}"
        assert found(text) == [(passage, " ".join(other))]


def test_a_passage_that_stands_three_times_is_told_twice(story, passage):
    text = f"{passage} {' '.join(story(1))} {passage} {' '.join(story(2))} {passage}"
    assert found(text) == [(passage, passage)] * 2


def test_two_passages_are_two(story, passage):
    second = " ".join(story(98, 30))
    text = f"{passage} {second} {' '.join(story(1))} {second} {' '.join(story(2))} {passage}"
    assert found(text) == [(second, second), (passage, passage)]


def test_a_script_without_spaces_is_looked_at_by_characters():
    """Cut at blanks it would be one word, and never repeat."""
    rnd = random.Random(5)
    drawn = "".join(chr(0x4E00 + n) for n in rnd.sample(range(5000), 300))
    text = f"{drawn}。{drawn[100:150]}。"
    assert found(text) == [(drawn[100:150], drawn[100:150])]


def test_an_empty_text_has_none():
    assert repeats_of("") == []
    assert repeats_of(" … \n") == []


@pytest.mark.parametrize(
    "text",
    ["la " * 200_000, "one two three four five six " * 40_000, "x" * 1_000_000, "丁" * 200_000],
    ids=["one word", "six words", "one long word", "one character"],
)
def test_a_text_that_only_repeats_a_few_words_is_no_passage_and_takes_no_time(text):
    """All pairs of equal words would be 10^10 here."""
    assert repeats_of(text) == []


def test_many_copies_of_a_paragraph_are_told_once_each(passage):
    text = f"{passage}\n" * 500
    told = repeats_of(text)
    assert sum(item.words for item in told) == 499 * 40
    assert {text[item.start : item.end] for item in told} >= {passage}


def test_each_text_is_looked_at_by_itself(story, passage):
    """A passage that two texts share is no repetition, wherever the one ends and the other begins."""
    alone, twice = f"{passage} {' '.join(story(1))}", f"{passage} {' '.join(story(2))} {passage}"
    texts = ["", alone, passage, twice, passage, " … ", twice.upper(), alone]
    told = repeats(pl.Series(texts), FEWEST)
    assert [len(some) for some in told] == [0, 0, 0, 1, 0, 0, 1, 0]
    assert told[3] == repeats_of(twice)


def test_no_texts_have_none():
    assert repeats(pl.Series([], dtype=pl.String), FEWEST) == []


words = st.lists(st.sampled_from(["a", "b", "Bé", "c’s", "d.", "“e”", "丁"]), max_size=60)


@given(st.lists(words, max_size=5))
def test_many_texts_are_read_as_each_of_few(texts):
    """One answer at two speeds."""
    column = pl.Series([" ".join(each * 2) for each in texts], dtype=pl.String)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "is_large", lambda _: True)
        many = repeats(column, 10)
        patch.setattr(stage, "is_large", lambda _: False)
        assert many == [told for text in column for told in repeats(pl.Series([text]), 10)]


@given(st.integers(0, 9999))
def test_what_is_told_stands_twice_and_every_long_run_is_told(story, seed):
    rnd = random.Random(seed)
    words = story(seed % 50, 200)
    for _ in range(rnd.randrange(2)):
        start, at = rnd.randrange(150), rnd.randrange(len(words))
        words[at:at] = words[start : start + rnd.randint(10, 50)]
    text = " ".join(words)
    told = repeats_of(text)
    covered = {n for item in told for n in range(item.again_start, item.again_end)}
    for item in told:
        assert item.end <= item.again_start
        first = set(tokenise(text[item.start : item.end]).words)
        again = set(tokenise(text[item.again_start : item.again_end]).words)
        assert len(first & again) >= 0.7 * min(len(first), len(again))
        assert item.words >= FEWEST
    tokens = tokenise(text)
    for at in range(FEWEST, len(words) - FEWEST):
        run = tokens.words[at : at + FEWEST]
        if any(tokens.words[n : n + FEWEST] == run for n in range(at - FEWEST)):
            assert covered & set(range(tokens.starts[at], tokens.ends[at + FEWEST - 1]))
