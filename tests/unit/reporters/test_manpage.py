"""The manual page: all that it is given, and nothing that troff obeys."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.manpage import Command, Option, page

REQUEST = re.compile(r"^[.'](TH|nh|SH|SS|TP|B|PP|nf|RS|RE|fi)\b")
ESCAPES = re.compile(r"\\(?:e|-|&|\((?:dq|ga|ha|ti|aq))")


def command(name="prog run", *, usage="FILE", about="Runs.", after="", options=()):
    return Command(name, usage, about, after, tuple(options))


def lines(*commands, about="Does things."):
    return page("1.0", command("prog", about=about), commands).decode().splitlines()


def test_it_begins_with_a_title_and_has_every_section():
    told = lines(command())
    assert told[0] == '.TH PROVENANCE 1 "" "provenance 1.0" "User Commands"'
    heads = [line[4:] for line in told if line.startswith(".SH ")]
    assert heads == [
        *("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS"),
        *("EXIT STATUS", "FILES", "ENVIRONMENT"),
    ]


def test_an_option_is_a_paragraph_with_its_spelling():
    told = lines(command(options=[Option("-o, --output FILE", "Write there.")]))
    at = told.index(r".B \-o, \-\-output FILE")
    assert (told[at - 1], told[at + 1]) == (".TP", "Write there.")


def test_examples_keep_their_lines_and_prose_flows():
    told = lines(command(after="Examples:\n\n\b\n  prog run a\n  prog run b\n\nOne\nparagraph."))
    at = told.index("prog run a")
    assert told[at - 2 : at + 4] == [".nf", ".RS", "prog run a", "prog run b", ".RE", ".fi"]
    assert "One paragraph." in told


@pytest.mark.parametrize("code", ["0", "1", "2", "130"])
def test_every_exit_code_is_told(code):
    told = lines()
    assert f".B {code}" in told[told.index(".SH EXIT STATUS") :]


@pytest.mark.parametrize("text", [".so /etc/passwd", "'br", "\\n(.z", 'a "b" c', "-x", "x\x1b[2Jy"])
def test_a_request_in_a_help_text_is_only_shown(text):
    safe(lines(command(about=text, usage=text, after=text, options=[Option(text, text)])))


@given(st.text())
def test_no_text_at_all_reaches_troff_as_more_than_text(text):
    option = Option(f"x{text}", text)
    safe(lines(command(f"x{text}", about=text, usage=text, after=text, options=[option])))


def safe(told):
    """No line is a request but ours, and no escape stands but ours."""
    for line in told:
        assert not line.startswith((".", "'")) or REQUEST.match(line), line
        assert "\\" not in ESCAPES.sub("", line), line
        assert line.isprintable() or not line.isascii(), line


def test_an_option_without_a_word_still_has_a_line():
    assert lines(command(options=[Option("--bare", "")])).count(r"\&") == 1
