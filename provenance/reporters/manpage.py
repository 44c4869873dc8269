"""The manual page of the program: its commands and options as troff with the `man` macros.

It knows no clock, so that the page changes only with the program. All that
comes from outside is escaped: nothing in a help text can be a troff request.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.reporters.safe import printable

_EXAMPLE = re.compile(r"^ {2,}\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Option:
    """One option or argument.

    Attributes:
        spelled: As it is typed, one spelling or several, with the name of its value.
        about: What it does; empty when nothing is told.
    """

    spelled: str
    about: str


@dataclass(frozen=True, slots=True)
class Command:
    """One command, as it is typed behind the names of those above it.

    Attributes:
        name: With the names of those above: `provenance rules list`.
        usage: What can follow the name.
        about: What it does, as sentences.
        after: What its help says below the options: paragraphs, and indented lines of examples.
        options: Arguments first.
    """

    name: str
    usage: str
    about: str
    after: str
    options: tuple[Option, ...]


_FILES = (
    Option("provenance.toml", "Settings, in the current folder or the nearest above it."),
    Option("pyproject.toml", "The same, in its table tool.provenance, where there is no other."),
    Option(
        "provenance-baseline.jsonl",
        "Accepted findings, in the current folder or beside the settings.",
    ),
)
_ENVIRONMENT = (
    Option("NO_COLOR", "Set and not empty: no colours, unless --color asks for some."),
    Option("FORCE_COLOR", "Neither empty nor 0: colours also where there is no terminal."),
    Option("PROVENANCE_DEBUG", "With 1, an internal error comes with its traceback."),
    Option("GITHUB_STEP_SUMMARY", "Where -f markdown adds its report when no file is named."),
    Option("NUMBA_CACHE_DIR", "Where compiled code is kept; otherwise beside the program."),
)
_EXIT = (
    Option("0", "The gate passed, or the command did what it was asked to."),
    Option("1", "The gate failed."),
    Option("2", "Not a valid run: usage, settings, rule file, input, internal error."),
    Option("130", "Interrupted."),
)


def page(version: str, program: Command, commands: tuple[Command, ...]) -> bytes:
    """The page in UTF-8.

    Args:
        version: That of the program.
        program: What can be said of it before any command is named.
        commands: All commands in the order in which to show them.
    """
    lines = [
        f'.TH PROVENANCE 1 "" "{_plain(f"provenance {version}")}" "User Commands"',
        ".nh",  # A name cut at a hyphen cannot be typed.
        *(".SH NAME", r"provenance \- check news text: shared passages, page furniture, figures"),
        *(".SH SYNOPSIS", f".B {_plain(program.name)}", _text(program.usage)),
        *(".SH DESCRIPTION", _text(program.about)),
        *(".SH OPTIONS", *_options(program.options)),
        ".SH COMMANDS",
        *(line for command in commands for line in _command(command)),
        *(".SH EXIT STATUS", *_options(_EXIT)),
        *(".SH FILES", *_options(_FILES)),
        *(".SH ENVIRONMENT", *_options(_ENVIRONMENT)),
    ]
    return ("\n".join(lines) + "\n").encode()


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_plain(command.name)}"
    yield _text(command.about)
    yield from (".PP", f".B {_plain(command.name)}", _text(command.usage))
    yield from _options(command.options)
    for paragraph in filter(None, command.after.replace("\b", "").split("\n\n")):
        if _EXAMPLE.search(paragraph):
            lines = (_text(line.strip()) for line in paragraph.splitlines() if line.strip())
            yield from (".PP", ".nf", ".RS", *lines, ".RE", ".fi")
        else:
            yield from (".PP", _text(paragraph))


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        yield from (".TP", f".B {_plain(option.spelled)}", _text(option.about) or r"\&")


def _text(text: str) -> str:
    """A line of text: never a request, whatever it begins with."""
    shown = _plain(text)
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown


def _plain(text: str) -> str:
    """Text on one line that troff shows as it is, quotation marks of arguments included."""
    shown = printable(" ".join(text.split())).replace("\\", r"\e")
    for char, name in (
        ("-", r"\-"),
        ('"', r"\(dq"),
        ("`", r"\(ga"),
        ("^", r"\(ha"),
        ("~", r"\(ti"),
    ):
        shown = shown.replace(char, name)
    return shown.replace("'", r"\(aq")
