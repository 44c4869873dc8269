"""What a figure counts, in words for a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.wording import counted, plural


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("person", "people"),
        ("child", "children"),
        ("shed", "sheds"),
        ("ferry", "ferries"),
        ("day", "days"),
        ("bus", "buses"),
        ("box", "boxes"),
        ("church", "churches"),
    ],
)
def test_a_noun_has_a_plural(grammar, noun, many):
    assert plural(noun, grammar) == many


@pytest.mark.parametrize(
    ("noun", "event", "told"),
    [
        ("person", "kill", "people killed"),
        ("job", "lose", "jobs lost"),
        ("worker", "lay-off", "workers laid off"),
        ("sailor", "miss", "sailors missing"),
        ("shed", None, "sheds"),
        (None, "sell", "sold"),
        (None, None, ""),
    ],
)
def test_what_was_counted_is_told_as_an_editor_would(grammar, quantity, noun, event, told):
    assert counted(quantity(noun=noun, event=event), grammar) == told


def test_every_event_of_the_numbers_has_one_word(grammar, tables):
    """A new event would else be told by the name that the grammar has for it."""
    found = [grammar.lexicon.cues.at([*told.split(), ""], 0) for told in told_words(grammar)]
    assert sorted(key for key, _ in found) == sorted(f"event.{event}" for event in tables["events"])


def told_words(grammar):
    return grammar.classes["stories.told"]


@given(st.text(alphabet="abcxyz", min_size=1, max_size=8))
def test_a_plural_is_never_the_noun(grammar, noun):
    many = plural(noun, grammar)
    assert many != noun
    assert many.endswith("s")


def test_an_unknown_event_stands_as_the_grammar_names_it(grammar, quantity):
    assert counted(quantity(event="set-sail"), grammar) == "lorries set sail"
