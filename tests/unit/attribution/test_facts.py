"""What is known of a word is known from the word alone, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution import facts
from provenance.attribution.facts import Facts
from provenance.attribution.story import QUOTED

LOW = {facts.LEAD: ["the", "her"], facts.HEAD: ["mayor"], facts.DAY: ["monday"]}
WRITTEN = {facts.PRESS: ["Herald", "CNN"]}
HALTS = frozenset({"that", "he", "don't"})


@pytest.fixture
def known():
    return Facts(LOW, WRITTEN, HALTS)


@pytest.mark.parametrize(
    ("token", "bit", "holds"),
    [
        ("Brenk", facts.NAMED, True),
        ("Ölund", facts.NAMED, True),
        ("mayor", facts.NAMED, False),
        ("41", facts.NAMED, False),
        ("41", facts.ALNUM, True),
        ("“", facts.ALNUM, False),
        ("mayor", facts.WORDLIKE, True),
        ("that", facts.WORDLIKE, False),
        ("That", facts.WORDLIKE, False),
        (",", facts.WORDLIKE, False),
        ("don’t", facts.WORDLIKE, False),
        ("”", facts.CLOSES, True),
        ("“", facts.CLOSES, False),
        (QUOTED * 3, facts.CLOSES, True),
        ("The", facts.LEAD, True),
        ("Mayor", facts.HEAD, True),
        ("Monday", facts.DAY, True),
        ("mayors", facts.HEAD, False),
        ("Herald", facts.PRESS, True),
        ("herald", facts.PRESS, False),
        ("CNN’s", facts.PRESS, True),
        ("CNN's", facts.PRESS, True),
        ("grudgingly", facts.BETWEEN, True),
        ("Won’t", facts.BETWEEN, True),
        ("on", facts.BETWEEN, True),
        ("mayor", facts.BETWEEN, False),
    ],
)
def test_a_bit_is_set_where_the_word_is_so(token, bit, holds, known):
    assert bool(known[token] & bit) is holds


def test_a_word_of_two_lists_has_both_bits():
    known = Facts({facts.LEAD: ["one"], facts.COUNT: ["one"]}, {}, frozenset())
    assert known["one"] & (facts.LEAD | facts.COUNT) == facts.LEAD | facts.COUNT


@given(token=st.text(min_size=1, max_size=8))
def test_a_word_met_again_is_known_as_before(token):
    """Looked up or worked out, the answer is one."""
    met = Facts(LOW, WRITTEN, HALTS)
    assert met[token] == met[token] == Facts(LOW, WRITTEN, HALTS)[token]


def test_no_two_bits_are_one():
    named = ((name, value) for name, value in vars(facts).items() if isinstance(value, int))
    bits = [value for name, value in named if name[0] != "_"]
    assert len(set(bits)) == len(bits) > 1
    assert all(bit & (bit - 1) == 0 for bit in bits)


def test_forms_without_end_do_not_fill_the_memory(known, monkeypatch):
    """A text of noise has a new form at every place."""
    monkeypatch.setattr(facts, "_MOST", 10)
    for number in range(35):
        assert known[f"w{number}"] & facts.WORDLIKE
    assert len(known) <= 10


def test_the_lexicon_tells_who_joins_and_who_leads(lexicon):
    known = lexicon.sources.facts
    assert known["and"] & facts.JOIN
    assert known["of"] & facts.PREPOSITION
    assert known["who"] & facts.RELATIVE
    assert known["who"] & facts.PRONOUN
    assert known["said"] & facts.CUE
    assert known["statement"] & facts.WRITING
    assert known["reporters"] & facts.EVENT
    assert not known["mayor"] & (facts.CUE | facts.PREPOSITION)
