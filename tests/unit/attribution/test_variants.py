"""The forms of one name in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.variants import Variants

FORMS = Variants.of({"Union": ["UN", "U.N.", "United Union"], "Moon": ["Moon"]}, ["UN Women"])


def forms(text):
    return {group: list(found) for group, found in FORMS.found(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the UN and the U.N. met", {"Union": ["UN", "U.N."]}),
        ("the U.N.-led talks, UN-led", {"Union": ["U.N.", "UN"]}),
        ("Yesterday UN staff left; the Moon rose", {"Union": ["UN"], "Moon": ["Moon"]}),
        ("the United Union", {"Union": ["United Union"]}),
        ("UN Women and UNESCO met", {}),
        ("a RUN, @UN, #UN and pre_UN", {}),
        ("He gave to Priorities UN last year", {}),
        ("WHAT THE UN SAID", {}),
        ("", {}),
    ],
)
def test_forms_are_whole_words_that_stand_for_the_name(text, expected):
    """Part of another name, a handle or a line of capitals says nothing of the writer's style."""
    assert forms(text) == expected


def test_each_form_has_its_first_place():
    assert FORMS.found("a UN, a U.N. and a UN")["Union"] == {"UN": (2, 4), "U.N.": (8, 12)}


@given(st.text(alphabet="UN. aM", max_size=80))
def test_a_place_is_the_form(text):
    """What is shown as evidence stands in the text."""
    for found in FORMS.found(text).values():
        assert all(text[start:end] == form for form, (start, end) in found.items())


@pytest.mark.parametrize("text", ["UN " * 50_000, "U." * 100_000, "A" * 500_000])
def test_a_line_without_end_is_read(text):
    assert isinstance(FORMS.found(text), dict)
