"""Gates find every place where a number can begin, with or without looking around."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.gates import Gates

GATES = Gates.of(["one", "two", "twenty", "½"], [("one", "of"), ("no", "one")])
PARTS = st.sampled_from("one One ONE oNE ones two twenty 1 12 ½ of no x é _ - , \n".split(" "))
TEXTS = st.lists(PARTS, max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("In 5 boats", True),
        ("In two boats", True),
        ("IN TWO BOATS", True),
        ("Two boats", True),
        ("one boat", True),
        ("one of the boats", False),
        ("ones and tones", False),
        ("a stone", False),
        ("boats", False),
        ("", False),
    ],
)
def test_a_gate_opens_at_digits_and_number_words(text, opens):
    assert bool(GATES.first.search(text)) is opens
    assert bool(GATES.inner.search(f" {text}")) is opens


@given(TEXTS)
def test_the_outer_gate_opens_wherever_the_inner_one_does(text):
    """A run of digits is one match of the outer gate and several of the inner one."""
    outer = [match.span() for match in re.finditer(GATES.outer, text)]
    for match in GATES.inner.finditer(text):
        at = match.start()
        assert any(start == at or start <= at < end for start, end in outer)
