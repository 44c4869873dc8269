"""Words that stand for a figure, and the two ends of a range, are figures of a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.changes import said


@pytest.fixture(scope="module")
def sentence(grammar):
    def _sentence(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, None)
        return story_of(article, grammar.lexicon).sentences[0]

    return _sentence


@pytest.fixture(scope="module")
def ends(sentence, grammar):
    """What the first figure of a text falls into, as written and as valued."""

    def _ends(text):
        found = sentence(text)
        first = said.Said(found.figures[0], found.quantities[0])
        rows = [each.row for each in said.ends(first, found, grammar.lexicon)]
        return [(text[row.start : row.end], row.value) for row in rows]

    return _ends


@pytest.fixture(scope="module")
def multiples(sentence, grammar):
    return lambda text: [
        (text[each.row.start : each.row.end], each.row.value, each.row.bound)
        for each in said.multiples(sentence(text), grammar)
    ]


@pytest.fixture(scope="module")
def fractions(sentence, grammar):
    return lambda text: [
        (text[each.row.start : each.row.end], pytest.approx(each.row.value))
        for each in said.fractions(sentence(text), (), grammar)
    ]


ENDS = {
    "from opens a way to another figure": ("From 40 to 50 came.", [("40", 40), ("50", 50)]),
    "words may stand behind from": ("From the old $4 to $9 it is.", [("$4", 4), ("$9", 9)]),
    "from too far before is of something else": (
        "From Tarn it may have 40 to 50 boats.",
        [("40 to 50", 45)],
    ),
    "a range stays one figure": ("It has 40 to 50 boats.", [("40 to 50", 45)]),
    "a plain figure is itself": ("It has 40 boats.", [("40", 40)]),
}


@pytest.mark.parametrize(("text", "expected"), ENDS.values(), ids=ENDS.keys())
def test_the_ends_of_a_range(ends, text, expected):
    assert ends(text) == expected


def test_both_ends_have_the_unit_that_only_one_is_written_with(sentence, grammar):
    found = sentence("Fares went from the old 4 to 6 percent.")
    whole = said.Said(found.figures[0], found.quantities[0])
    both = said.ends(whole, found, grammar.lexicon)
    assert [(each.row.kind, each.row.value) for each in both] == [("percent", 4), ("percent", 6)]


def test_each_end_reaches_as_far_as_its_own_last_digit(sentence, grammar):
    """Forty and 50 of a range reach over it all; apart they are figures of their own."""
    found = sentence("Take the fee from the present 41 to 53 boats.")
    whole = said.Said(found.figures[0], found.quantities[0])
    both = said.ends(whole, found, grammar.lexicon)
    assert [(each.row.low, each.row.high) for each in both] == [(40.5, 41.5), (52.5, 53.5)]


@given(st.integers(11, 98).flatmap(lambda old: st.tuples(st.just(old), st.integers(old + 1, 99))))
def test_from_and_to_are_read_in_their_order(ends, pair):
    """The first is what it was."""
    old, new = pair
    found = ends(f"Take the fee from the present {old} to {new} boats.")
    assert found == [(str(old), old), (str(new), new)]


MULTIPLES = {
    "doubled is two times": ("It doubled to 9.", [("doubled", 2.0, "exact")]),
    "halved is half": ("It halved to 9.", [("halved", 0.5, "exact")]),
    "tripled is three times": ("It tripled to 9.", [("tripled", 3.0, "exact")]),
    "cut in half is half": ("It was cut in half to 9.", [("cut in half", 0.5, "exact")]),
    "a bound belongs to it": ("It nearly tripled to 9.", [("nearly tripled", 3.0, "nearly")]),
    "two of them are two": (
        "It doubled, then halved to 9.",
        [("doubled", 2.0, "exact"), ("halved", 0.5, "exact")],
    ),
    "the double of double-digit is none": ("It had double-digit gains of 9.", []),
    "a word that only begins with one is none": ("The doublet cost 9.", []),
}


@pytest.mark.parametrize(("text", "expected"), MULTIPLES.values(), ids=MULTIPLES.keys())
def test_words_for_multiples(multiples, text, expected):
    assert multiples(text) == expected


FRACTIONS = {
    "a third": ("It fell by a third to 9.", [("a third", 1 / 3)]),
    "two thirds are a figure already": ("It fell by two thirds to 9.", []),
    "half needs no article": ("It fell by half to 9.", [("half", 1 / 2)]),
    "the first half of a game is none": ("In the first half it sold 9.", []),
    "a third quarter is none": ("A third quarter of losses hit 9.", []),
    "eleven tenths are no share": ("It fell by eleven tenths to 9.", []),
    "a third man is none": ("A third man took 9.", []),
}


@pytest.mark.parametrize(("text", "expected"), FRACTIONS.values(), ids=FRACTIONS.keys())
def test_words_for_fractions(fractions, text, expected):
    assert fractions(text) == expected


def test_a_fraction_that_is_already_a_figure_is_not_read_twice(sentence, grammar, fractions):
    """Else a change by a third would be held against itself."""
    text = "It fell by a third to 9."
    found = sentence(text)
    (third,) = said.fractions(found, (), grammar)
    assert list(said.fractions(found, [third], grammar)) == []


@given(st.sampled_from(["a third", "a fifth", "doubled", "tripled", "halved"]))
def test_every_word_is_its_own_evidence(sentence, grammar, word):
    """What is marked in the text is the word, and nothing around it."""
    text = f"It fell by {word} to 9."
    found = sentence(text)
    read = [*said.multiples(found, grammar), *said.fractions(found, (), grammar)]
    assert {text[each.row.start : each.row.end] for each in read} == {word}


def test_a_very_long_row_of_such_words_is_read(multiples, fractions):
    """No word is taken twice, however many there are."""
    text = "It has 9 " + "doubled half a third, " * 20_000
    for found in (multiples(text), fractions(text)):
        assert 0 < len(found) < 40_000
