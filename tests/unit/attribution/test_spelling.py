"""Two ways to spell a word are no edit; two words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.spelling import folded

PAIRS = """adviser advisor, judgement judgment, colour color, organise organize, centre center,
travelled traveled, defence defense, licence license, catalogue catalog, programme program,
grey gray, sceptical skeptical, towards toward, learnt learned, neighbours neighbors"""


@pytest.mark.parametrize("pair", PAIRS.replace("\n", " ").split(", "))
def test_both_spellings_of_a_word_are_one(pair):
    """A desk that spells its own way has not changed what was said."""
    british, american = pair.split()
    assert folded(british) == folded(american)


@pytest.mark.parametrize("pair", ["four for", "there three", "here her", "hour or", "filled filed"])
def test_words_that_only_look_like_two_spellings_stay_two(pair):
    one, other = pair.split()
    assert folded(one) != folded(other)


@given(st.text(alphabet="acdeilmnoprstuvz"))
def test_a_z_is_always_an_s(words):
    assert folded(words) == folded(words.replace("z", "s"))
