"""When to colour, and how."""

import pytest

from provenance.reporters.palette import Style, wants_color


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "colored"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_an_explicit_choice_wins_then_the_environment_then_the_terminal(
    choice, terminal, environment, colored
):
    assert wants_color(choice, terminal, environment) is colored


def test_without_colors_text_stays_as_it_is():
    assert Style().paint("error", "error") == "error"


def test_with_colors_text_is_wrapped_and_the_colors_end():
    assert Style(color=True).paint("error", "error") == "\x1b[1;31merror\x1b[0m"


def test_an_empty_text_gets_no_color_codes():
    assert Style(color=True).paint("", "mark") == ""
