"""The command line: parse, call one api function, render, exit.

Data goes to standard output, talk to standard error. Exit codes: 0 the gate
passed, 1 the gate failed, 2 not a valid run (usage, settings, rule file,
input, internal error), 130 interrupted. No command decides anything itself,
and nothing heavier than typer is imported before a command runs, so that
`--help` answers at once. A command is one file and one line here.
"""

import gc
import os
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from provenance import __version__
from provenance.cli import (
    baseline,
    check,
    clean,
    compare,
    config,
    explain,
    init,
    rules,
    score,
    terminal,
    trace,
)
from provenance.errors import ProvenanceError

# Read when polars is loaded: what its allocator has free goes back to the system.
FRUGAL = {"_RJEM_MALLOC_CONF": "dirty_decay_ms:100,muzzy_decay_ms:0"}

app = typer.Typer(
    name="provenance",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Checks news text: what is shared with other articles, which lines are not journalism, "
    "which figures do not fit, which quotations drifted, and what that does to a score. "
    "Works offline.",
    epilog="Exit codes: 0 the gate passed, 1 it failed, 2 not a valid run, 130 interrupted.",
)
app.command(epilog=check.EXAMPLES)(check.check)
app.command(epilog=compare.EXAMPLES)(compare.compare)
app.command(epilog=clean.EXAMPLES)(clean.clean)
app.command(epilog=explain.EXAMPLES)(explain.explain)
app.command(epilog=trace.EXAMPLES)(trace.trace)
app.command(epilog=score.EXAMPLES)(score.score)
app.add_typer(rules.app, name="rules")
app.add_typer(baseline.app, name="baseline")
app.command(epilog=init.EXAMPLES)(init.init)
app.add_typer(config.app, name="config")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code; prints no traceback unless asked to.

    Args:
        arguments: Without the program's name; those of the process when left out.
    """
    # What imports make lives as long as the run: looking for garbage in it takes 0.05 s of 0.6 s.
    gc.set_threshold(100_000, 50, 50)
    os.environ |= FRUGAL | os.environ
    try:
        command = typer.main.get_command(app)
        return command.main(arguments, prog_name="provenance", standalone_mode=False) or 0
    except KeyboardInterrupt:
        return 130
    except ProvenanceError as fault:
        terminal.say(str(fault))
    except typer.TyperException as fault:
        terminal.say(terminal.usage(fault))
    except (Exception, SystemExit) as fault:  # The last net: one line instead of a traceback.
        if _is_end_of_completion(fault):
            raise
        terminal.say(terminal.internal(fault))
    return 2


def _is_end_of_completion(fault: BaseException) -> bool:
    """Whether typer ended the process, as it does after completion, and not something of a run.

    A check that ends the process with code 0 would else pass the gate.
    """
    *_, (last, _) = traceback.walk_tb(fault.__traceback__)
    by_typer = last.f_globals.get("__name__", "").startswith("typer.")
    return isinstance(fault, SystemExit) and by_typer


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"provenance {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
    ),
]


@app.callback()
def _root(version: Version = False) -> None:
    """Options of the program itself."""
