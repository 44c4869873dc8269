"""Writes the manual page from the commands as they are: `python -m provenance.cli.manpage FILE`."""

import sys
from collections.abc import Iterator
from typing import Any

import typer

from provenance import __version__
from provenance.cli import app
from provenance.reporters import manpage, output
from provenance.reporters.manpage import Command, Option

_HELP = Option("-h, --help", "Show how to use it and exit.")


def manual() -> bytes:
    """The page, in troff; always the same for the same program."""
    root = typer.main.get_command(app)
    every = tuple(_commands(root, "provenance"))
    return manpage.page(__version__, every[0], every[1:])


def _commands(command: Any, name: str) -> Iterator[Command]:  # noqa: ANN401  (typer's own, not named)
    """A command, and all below it; a group that is only a name for others is passed over."""
    context = command.make_context(name, [], resilient_parsing=True)
    below = getattr(command, "commands", {})
    if not below or name == "provenance":
        yield Command(
            name=name,
            usage=" ".join(command.collect_usage_pieces(context)),
            about=command.help or "",
            after=command.epilog or "",
            options=(*_options(command, context), _HELP),
        )
    for child, found in below.items():
        yield from _commands(found, f"{name} {child}")


def _options(command: Any, context: Any) -> Iterator[Option]:  # noqa: ANN401
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record and parameter.name != "help":
            yield Option(*record)


if __name__ == "__main__":
    output.write(manual(), sys.argv[1] if len(sys.argv) > 1 else None)
