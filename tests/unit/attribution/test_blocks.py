"""Paragraphs without marks are quotations where the line below them tells who says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.blocks import blocks
from provenance.attribution.quotes import between_marks, parted

SAID = "We have mended our nets for a week. Nobody asked us whether the ice would hold."
PROSE = "The town has waited for the ice to break since the middle of February this year."


@pytest.fixture(scope="module")
def told(lexicon):
    """The blocks of a text, as their words and the words of the line below."""

    def _told(text):
        outer, _ = parted(between_marks(text, lexicon.quotes))
        return [
            (text[block.start : block.end], text[slice(*block.line)])
            for block in blocks(text, outer, lexicon.quotes)
        ]

    return _told


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brenk, a nurse on the island",
        "Ada Brenk, 41, who runs the pier",
        "Ada Brenk, the harbour master",
        "Ada Brenk, harbour master of Tarnholm",
        "Captain Ada Brenk in a radio interview",
        "Brenk in a video briefing from the pier, with a word for the crew",
        "Brenk at a news conference on Monday",
        "— Ada Brenk, a nurse on the island",
        "Ismail al-Merwani, a fisherman reached by telephone",
        "J. O’Hara van Dyck, the oldest of the crew",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n", "\n\nShare\n\n"])
def test_a_line_without_a_verb_tells_who_says_the_paragraph_above(line, between, told):
    assert told(f"{PROSE}\n\n{SAID}{between}{line}\n\n{PROSE}") == [(SAID, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Associated Press",
        "Ada Brenk",
        "— Ada Brenk",
        "By Ada Brenk, a reporter in Tarnholm",
        "Ada Brenk, the paper’s harbour correspondent",
        "Photo by Ada Brenk, a guest",
        "— Ada Brenk (@brenk), the harbour master",
        "Ada Brenk, the harbour master, said on Monday",
        "Ada Brenk, the harbour master.",
        "The winter of the ferries",
        "Relief, the second this winter",
        "Brenk on how the ice would be met with a letter",
        "Right, but what of the nets —",
        "Ada Brenk, the harbour master [Jon Vale/Tarnholm Post]",
        "",
    ],
)
def test_other_lines_make_no_quotation_of_the_paragraph_above(line, told):
    """Credits, headings and captions stand below paragraphs far more often."""
    assert told(f"{SAID}\n\n{line}\n\n{PROSE}") == []


@pytest.mark.parametrize(
    "above",
    [
        PROSE,
        "We sail on Monday",
        "Our own.",
    ],
)
def test_a_paragraph_that_is_not_somebody_s_own_voice_is_the_writer_s(above, told):
    assert told(f"{above}\n\nAda Brenk, a nurse on the island\n\n{PROSE}") == []


def test_a_line_may_be_the_label_of_what_follows(told):
    """In a page of voices the names may stand above or below; then none is taken."""
    assert told(f"{SAID}\n\nAda Brenk, a nurse on the island\n\n{SAID}") == []
    assert told(f"{SAID}\n\nAda Brenk, a nurse on the island\n\nJon Vale\n\n{SAID}") == []
    text = f"Jon Vale, a cook\n\n{SAID}\n\nAda Brenk, a nurse on the island\n\n{PROSE}"
    assert told(text) == []


def test_a_writer_who_says_i_is_no_quotation(told):
    """In a column of opinion a caption may stand between the paragraphs."""
    assert told(f"{SAID}\n\n{SAID}\n\nAda Brenk, a nurse on the island\n\n{PROSE}") == []


def test_two_blocks_may_stand_in_one_page(told):
    line, other = "Ada Brenk, a nurse on the island", "Jon Vale in a letter to the master"
    text = f"{SAID}\n\n{line}\n\n{PROSE}\n\n{SAID}\n\n{other}\n\n{PROSE}"
    assert told(text) == [(SAID, line), (SAID, other)]


def test_a_line_that_begins_the_text_tells_nothing(told):
    assert told(f"Ada Brenk, a nurse on the island\n\n{SAID}") == []


@pytest.mark.parametrize("line", ["— Ada Brenk", "Ada Brenk, a nurse on the island"])
def test_a_paragraph_between_marks_may_have_such_a_line(line, told):
    """Between marks nothing else is needed to make it a quotation."""
    assert told(f"{PROSE}\n\n“The ice has gone.”\n{line}\n\n{PROSE}") == [
        ("The ice has gone.", line)
    ]


def test_a_paragraph_that_is_only_partly_between_marks_has_none(told):
    text = f"“The ice has gone,” she wrote.\n\nAda Brenk, a nurse on the island\n\n{PROSE}"
    assert told(text) == []


def test_a_quotation_of_several_lines_is_no_block(told):
    text = "“The ice has gone and\nthe boat with it.”\n— Ada Brenk"
    assert told(text) == []


def test_a_hundred_thousand_lines_are_read(told):
    assert told("Ada Brenk, a nurse\n" * 50_000) == []
    assert told("“a\n" * 50_000) == []
    assert told("Ada " * 50_000 + ", a nurse") == []


lines = st.sampled_from([SAID, PROSE, "“Yes.”", "— Ada Brenk", "Ada Brenk, a nurse", "Share", ""])


@given(st.lists(lines, max_size=8).map("\n".join))
def test_a_block_is_a_whole_paragraph_above_its_line_and_no_block_is_told_twice(lexicon, text):
    outer, _ = parted(between_marks(text, lexicon.quotes))
    reached = 0
    for block in blocks(text, outer, lexicon.quotes):
        assert reached <= block.start < block.end < block.line[0] < block.line[1] <= len(text)
        assert "\n" not in text[block.start : block.end]
        assert block.marked == any(item.start == block.start for item in outer)
        reached = block.end
