"""Paragraphs of text, wrapped or not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.paragraphs import paragraph_spans

# As a wire sends it: at most 60 signs a line, a paragraph set in, no blank line.
WIRE = """The harbour board of Skarv
said on Monday that it would close the eastern pier to lorries
until a diver has looked at the piles, which were struck by a
barge in the storm of last week. Nobody was hurt, and the night
ferry sailed as usual.
    The chairman asked the owners of boats to be patient. He
expects the pier to be open again before Easter, he said, and
the
    A second diver comes from the mainland on Tuesday.
"""


def told(text):
    return [text[slice(*span)] for span in paragraph_spans(text)]


def test_a_wrapped_paragraph_is_one():
    """Else "he" has nobody before him but the line above."""
    first, second, third = told(WIRE)
    assert first.startswith("The harbour board")
    assert first.endswith("sailed as usual.")
    assert second.startswith("The chairman")
    assert second.endswith("and\nthe")
    assert third == "A second diver comes from the mainland on Tuesday."


def test_a_blank_line_parts_wrapped_paragraphs():
    text = WIRE.replace("    A second", "\nA second")
    assert told(text)[-1] == "A second diver comes from the mainland on Tuesday."


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_part_the_same_paragraphs(end):
    assert len(told(WIRE.replace("\n", end))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "A line.\nAnother line.\n\nA third.",
        "Shr 32 cts vs 20 cts\nNet 4,100 vs 2,700\nRevs 71,000 vs 64,000",
        # Longer lines than any wrapped text has.
        f"{'word ' * 60}\nand {'word ' * 60}\nand {'word ' * 60}\nand so on",
        # Two lines that run on are chance.
        f"{'word ' * 12}\nand {'word ' * 11}\nAnother one.",
    ],
)
def test_lines_are_kept_where_text_is_not_wrapped(text):
    assert told(text) == [line.strip() for line in text.splitlines() if line.strip()]


@given(st.text(alphabet="aA. \n\r\t", max_size=400) | st.text(max_size=200))
def test_paragraphs_hold_every_sign_that_is_no_white_space_once_and_in_order(text):
    spans = paragraph_spans(text)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    held = "".join(told(text))
    assert "".join(held.split()) == "".join(text.split())


def test_hostile_white_space_is_read():
    """A page of blanks must not cost its square."""
    assert paragraph_spans(" " * 500_000 + "\n" * 500_000) == ()
    assert len(paragraph_spans(("a" + " " * 60) * 10_000)) == 1
