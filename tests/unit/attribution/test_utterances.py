"""What "he said" splits and what runs over paragraphs is one utterance, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.quotes import between_marks, parted
from provenance.attribution.utterances import utterances


@pytest.fixture(scope="module")
def uttered(lexicon):
    """The utterances of a text, each as the words of its parts."""

    def _uttered(text):
        outer, _ = parted(between_marks(text, lexicon.quotes))
        found = {}
        for item, begun in zip(outer, utterances(text, outer, lexicon.quotes), strict=True):
            found.setdefault(begun, []).append(text[item.start : item.end])
        return list(found.values())

    return _uttered


@pytest.mark.parametrize(
    "clause",
    [
        "he said.",
        "Brenk said on Monday.",
        "said Maj. Gen. Ada Brenk, who runs the harbour.",
        "the captain told reporters at the pier —",
        "she writes;",
        "said the mate, who asked for a coat.",
    ],
)
def test_two_parts_with_one_clause_of_speech_between_them_are_one(clause, uttered):
    assert uttered(f"“We will sail,” {clause} “Nobody stops us.”") == [
        ["We will sail,", "Nobody stops us."]
    ]


def test_a_sentence_that_is_cut_in_two_goes_on_in_lower_case(uttered):
    assert uttered("“If it thaws,” he said, “we will sail.”") == [["If it thaws,", "we will sail."]]


def test_the_comma_may_stand_behind_the_mark(uttered):
    assert uttered("‘We will sail’, he said. ‘Nobody stops us.’") == [
        ["We will sail", "Nobody stops us."]
    ]


def test_three_parts_are_one_utterance(uttered):
    text = "“We sail,” he said. “Always,” he said. “In any weather.”"
    assert uttered(text) == [["We sail,", "Always,", "In any weather."]]


@pytest.mark.parametrize(
    "text",
    [
        "“We will sail,” he said, and Brenk added, “Nobody stops us.”",
        "“We will sail,” he said. The ferry was late. “Nobody stops us.”",
        "“We will sail.” He said it twice. “Nobody stops us.”",
        "“We will sail,” he said.\n\n“Nobody stops us.”",
        "“We will sail,” and the crew cheered. “Nobody stops us.”",
        "That it was “in poor taste,” Brenk adds, “Look at the ferry.”",
        "“We will sail,” said Brenk: “Nobody stops us.”",
        "“We will sail,” “Nobody stops us.”",
        "He “will sail,” he said, and " + "very " * 40 + "soon. “Nobody stops us.”",
    ],
)
def test_what_has_more_between_it_is_two(text, uttered):
    """Words put together that were said apart are another quotation."""
    assert len(uttered(text)) == 2


def test_paragraphs_that_are_opened_each_and_closed_at_last_are_one(uttered):
    text = "“We sail on Monday.\n\n“On Tuesday.\n\n“Always,” he said. “In any weather.”"
    assert uttered(text) == [["We sail on Monday.", "On Tuesday.", "Always,", "In any weather."]]


def test_paragraphs_in_single_marks_too(uttered):
    text = "‘We sail on Monday.\n\n‘Always,’ he said."
    assert uttered(text) == [["We sail on Monday.", "Always,"]]


def test_a_paragraph_of_the_writer_parts_them(uttered):
    text = "“We sail on Monday.\n\nIt was late.\n\n“Always,” he said."
    assert uttered(text) == [["We sail on Monday."], ["Always,"]]


def test_a_hundred_thousand_parts_are_one_utterance(uttered):
    (parts,) = uttered("“a,” he said. " * 20_000)
    assert len(parts) == 20_000


@given(st.text(alphabet="a .,\n“”‘’", max_size=60))
def test_an_utterance_begins_with_one_of_its_parts_and_not_behind_it(lexicon, text):
    outer, _ = parted(between_marks(text, lexicon.quotes))
    begun = utterances(text, outer, lexicon.quotes)
    starts = {item.start for item in outer}
    assert begun == sorted(begun)
    for item, start in zip(outer, begun, strict=True):
        assert start in starts
        assert start <= item.start
