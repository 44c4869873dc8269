"""Single marks are told from apostrophes, and what they hold is found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.marks import between_double, with_double_marks
from provenance.attribution.quotes import parted
from provenance.attribution.single_marks import between_single

ELIDED = frozenset({"tis", "em", "n", "til"})


def single(text):
    """The words between single marks, in order of their start."""
    text = with_double_marks(text)
    double, _ = parted(list(between_double(text)))
    found = sorted(between_single(text, double, ELIDED))
    return [text[item.start : item.end] for item in found]


@pytest.mark.parametrize(
    "text",
    [
        "‘The ferry will sail,’ he said.",
        "'The ferry will sail,' he said.",
        "‚The ferry will sail,‘ he said.",
        "He said: ‘The ferry will sail,’",
        "He said ('The ferry will sail,') twice.",
        "He said—‘The ferry will sail,’—and left.",
        "“He told me, ‘The ferry will sail,’ and it did,” she said.",
        "\"'The ferry will sail,' he told me,\" she said.",
        "''He told me, 'The ferry will sail,' and it did,'' she said.",
        "It isn't late. 'The ferry will sail,' said the captain's son.",
    ],
)
def test_single_marks_of_every_common_shape_are_read(text):
    assert single(text) == ["The ferry will sail,"]


@pytest.mark.parametrize(
    "text",
    [
        "The captain's boat isn't the sailors' boat, and the cooks' is neither.",
        "‘Tis the captain’s, and the ’90s were his.",
        "'Tis late, they told 'em, and rock 'n' roll is from the '50s' end.",
        "Nobody wanted to go 'til the boys’ boat was in.",
        "A 6' 2\" sailor from the Hawai‘i.",
        "The class of '04's boat is the sailors'.",
        "O’Hara, N’Golo and al-Ka‘bi sailed at eight o’clock.",
        "Sailin’ and rowin’ all the time.",
        "He sailed with 'Ubayd and with nobody else.",
        "'",
        "",
        "''''",
    ],
)
def test_apostrophes_are_no_quotations(text):
    assert single(text) == []


def test_the_apostrophe_of_a_plural_does_not_end_a_quotation_that_surely_ends_later():
    text = "‘The sailors’ boat is gone, and the boys’ too,’ she said."
    assert single(text) == ["The sailors’ boat is gone, and the boys’ too,"]


def test_a_word_that_ends_in_s_may_end_a_quotation():
    assert single("She called them ‘those sailors’ and left.") == ["those sailors"]


def test_a_later_quotation_does_not_lend_its_end_to_an_earlier_one():
    assert single("Of ‘the sailors’ she spoke, and of ‘the boat’ too.") == [
        "the sailors",
        "the boat",
    ]


def test_a_mark_that_finds_no_other_one_is_no_quotation_without_end():
    """Half of the apostrophes in front of words would be one."""
    assert single("He said ‘the ferry will sail.\n\nIt did not.") == []
    assert single("He said ‘the ferry “Ada” will sail. It ‘did not’ though.") == ["did not"]


def test_paragraphs_that_are_opened_each_and_closed_at_last_are_carried_on():
    text = "‘We sail on Monday.\n\n‘We sail on Tuesday,’ he said."
    one, two = sorted(between_single(text, [], ELIDED))
    assert text[one.start : one.end] == "We sail on Monday."
    assert (one.closed, one.carried) == (False, True)
    assert text[two.start : two.end] == "We sail on Tuesday,"
    assert (two.closed, two.carried) == (True, False)


def test_a_pair_does_not_reach_over_paragraphs():
    assert single("He said ‘the ferry\n\nwill sail’ and left.") == []
    assert single("He said ‘the ferry will sail.\nIt will’ and left.") == []


def test_a_pair_reaches_over_the_lines_of_wrapped_text():
    assert single("He said ‘the ferry\nwill sail’ and left.") == ["the ferry\nwill sail"]


def test_both_marks_lie_in_the_same_double_quotation():
    """An apostrophe outside must not pair with a quotation inside."""
    assert single("The 'Ubayd “boat is late’ she said”.") == []
    assert single("‘We call it “the ’old’ boat” here,’ he said.") == [
        "We call it “the ’old’ boat” here,"
    ]


def test_a_hundred_thousand_marks_are_read():
    """Each possible plural looks for a later end; together they must not look twice."""
    assert len(single("‘a " * 100_000)) == 0
    assert len(single("‘the sailors’ boat " * 50_000)) == 50_000
    assert len(single("‘" + "the sailors’ boat " * 50_000)) == 1
    assert single("'\n" * 100_000) == []
    assert single("‘a" + " \n" * 100_000) == []


texts = st.text(alphabet="as ,.\n'‘’“”\"9", max_size=60)


@given(texts)
def test_pairs_do_not_overlap_each_other_or_the_border_of_a_double_quotation(text):
    text = with_double_marks(text)
    double, _ = parted(list(between_double(text)))
    found = sorted(between_single(text, double, ELIDED))
    for one, other in pairwise(found):
        if not any(item.start <= one.start < item.end for item in double):
            inner = any(item.start <= other.start < item.end for item in double)
            assert one.end <= other.start or inner
    for item in found:
        assert 0 < item.start < item.end <= len(text)
        for outer in double:
            apart = item.end <= outer.start or outer.end <= item.start
            within = outer.start <= item.start and item.end <= outer.end
            around = item.start <= outer.start and outer.end <= item.end
            assert apart or within or around


words = st.lists(st.sampled_from(["we", "don't", "sail", "now"]), min_size=1, max_size=4)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=5), st.sampled_from(["‘’", "''"]))
def test_what_was_put_between_single_marks_is_what_is_found(parts, marks):
    text = " ".join(
        f"{' '.join(prose)} {marks[0]}{' '.join(said)},{marks[1]}" for prose, said in parts
    )
    assert single(text) == [f"{' '.join(said)}," for _, said in parts]
