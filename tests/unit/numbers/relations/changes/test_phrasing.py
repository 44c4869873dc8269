"""Templates of change see a sentence without its spans of time, and words as figures."""

import pytest

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.changes.phrasing import Phrasing, has_pair, plain


def article(text):
    return Article("a", "a", 1, False, text, None, 0, None, None, None)


@pytest.fixture
def phrasing(grammar):
    def _phrasing(text):
        (sentence,) = story_of(article(text), grammar.lexicon).sentences
        return Phrasing.of(sentence, grammar)

    return _phrasing


@pytest.mark.parametrize(
    ("text", "skeleton"),
    [
        ("It fell to 9 from 12.", " it fell to <count:0> from <count:1> . "),
        ("It went from 12 to 90.", " it went from <count:0> to <count:1> . "),
        ("Take the fee from the present $4 to $9.", " take the fee from the present <money:0> to <money:1> . "),
        ("Cut by 10% to 90 million.", " cut by <percent:0> to <count:1> . "),
        ("It has 20 to 30 boats.", " it has <count:0> boats . "),
        ("It sold 9 in the three months to June.", " it sold <count:0> in the three months to june . "),
        ("It rose from 4 years to 6 years.", " it rose from <measure:0> to <measure:1> . "),
        ("It more than doubled to 9.", " it <multiple:0> to <count:1> . "),
        ("It rose by a third to 9.", " it rose by <ratio:0> to <count:1> . "),
        ("A third quarter loss of 9.", " a third quarter loss of <count:0> . "),
        ("In the first half it sold 9.", " in the first half it sold <count:0> . "),
        ("Some double-digit gains for 9.", " some double - digit gains for <count:0> . "),
        ("It rose three-fold to 9.", " it rose <multiple:0> to <count:1> . "),
        ("It fell by half to 9.", " it <multiple:0> to <count:1> . "),
    ],
)  # fmt: skip
def test_a_sentence_is_read_for_changes(phrasing, text, skeleton):
    assert phrasing(text).skeleton == skeleton


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("It rose by a third in 9 towns.", 1 / 3, 1 / 3 - 0.025, 1 / 3 + 0.025),
        ("It rose by two thirds in 9 towns.", 2 / 3, 2 / 3 - 0.025, 2 / 3 + 0.025),
        ("It rose by more than a third in 9 towns.", 1 / 3, 1 / 3, None),
        ("It rose by nearly a quarter in 9 towns.", 1 / 4, 0.85 / 4, 1 / 4),
    ],
)
def test_a_fraction_has_the_reach_its_words_give_it(phrasing, text, value, low, high):
    row = phrasing(text).said[0].row
    assert (row.value, row.low) == pytest.approx((value, low))
    assert row.high == (high if high is None else pytest.approx(high))


def test_a_word_for_a_multiple_stands_where_it_is_written_with_its_bound(phrasing):
    text = "Fares more than doubled to 9."
    row = phrasing(text).said[0].row
    assert text[row.start : row.end] == "more than doubled"
    assert (row.kind, row.value, row.bound) == ("multiple", 2.0, "more-than")


def test_the_ends_of_a_range_stand_where_they_are_written(phrasing):
    text = "It went from $40 to $50."
    rows = [said.row for said in phrasing(text).said]
    assert [text[row.start : row.end] for row in rows] == ["$40", "$50"]
    assert [(row.value, row.bound, row.unit) for row in rows] == [
        (40.0, "exact", "dollar"),
        (50.0, "exact", "dollar"),
    ]


def test_what_stands_between_figures_can_be_asked_for(phrasing):
    read = phrasing("Then at last it fell to 9 boats from 12, or 25 percent.")
    nine, twelve, _ = read.said
    assert read.between((twelve, nine)) == " <count:0> boats from <count:1> "
    assert read.between((nine,)).strip() == "<count:0>"
    wide = read.between((nine, twelve), before=2, behind=2)
    assert wide.startswith(" fell to <count:0> boats from ")
    assert wide.endswith(" <count:1> , or ")


def test_a_sentence_with_many_figures_is_no_prose(grammar):
    story = story_of(article("It has 9 boats" + ", 9 cars" * 21), grammar.lexicon)
    assert story.sentences
    assert list(plain(story)) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("It has 9 boats and 12 cars.", True),
        ("It has 9 boats and $12.", False),
        ("It went from 9 to 12.", True),
        ("It has 9 boats.", False),
        ("Of those 9% and 12% went.", False),
    ],
)
def test_two_figures_of_one_kind_make_a_pair(grammar, text, pair):
    """The cheap question asked before any template is tried."""
    (sentence,) = story_of(article(text), grammar.lexicon).sentences
    assert has_pair(sentence, ("count", "money")) is pair


def test_a_sentence_is_phrased_once(grammar):
    """Four relations of change ask for it in turn."""
    (sentence,) = story_of(article("It fell to 9 from 12."), grammar.lexicon).sentences
    assert Phrasing.of(sentence, grammar) is Phrasing.of(sentence, grammar)
