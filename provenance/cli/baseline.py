"""`provenance baseline`: accepts findings, so that the gate counts new ones only."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import typer

from provenance.cli.asking import Asked, asks
from provenance.cli.options import (
    BaselineFile,
    Color,
    ColorWhen,
    ComparisonFormat,
    ConfigFile,
    Everywhere,
    Missing,
    Output,
    PageFormat,
    Reason,
    Until,
)
from provenance.cli.settings import settings_files, split
from provenance.cli.terminal import shows_progress, style
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.api import BaselineRun

EXAMPLES = """Examples:

\b
  provenance baseline write corpus/ --reason "as of the first import"
  provenance baseline write corpus/ --everywhere BPL041 --until 2027-01-31
  provenance baseline check corpus/
  provenance baseline prune corpus/

Exit codes: 0 all right, 1 entries that accept nothing (check), 2 not a valid run."""

app = typer.Typer(
    no_args_is_help=True,
    help="Accept findings, so that the gate counts new ones only.",
    rich_markup_mode=None,
)


@app.command(epilog=EXAMPLES)
@asks
def write(
    asked: Asked,
    reason: Reason = None,
    until: Until = None,
    everywhere: Everywhere = None,
    file: BaselineFile = None,
) -> None:
    """Accept every finding that counts now; entries there are stay, with their reasons."""
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import baseline, output  # noqa: PLC0415

    run, last = _run(asked, file), _day(until)
    found = api.accept_findings(run, reason, last, split(everywhere))
    output.spare(run.file, output.files_read(found.report))
    output.write(found.data, run.file)
    output.say(baseline.written(found.before, found.entries, run.file))


@app.command()
@asks
def check(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    asked: Asked,
    file: BaselineFile = None,
    missing: Missing = False,
    page_format: ComparisonFormat = PageFormat.TEXT,
    output: Output = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Tell which entries accept nothing any more, or have expired; exit 1 when there are any."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import baseline  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    run = _run(asked, file)
    found = api.look_after(run, everything=missing)
    if output:
        out.spare(output, [*out.files_read(found.report), run.file])
    out.write(baseline.FATES[page_format](found.fared, style(color, output)), output)
    raise typer.Exit(1 if found.is_stale else 0)


@app.command()
@asks
def prune(
    asked: Asked,
    file: BaselineFile = None,
    missing: Missing = False,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Take entries out that accept nothing any more, or have expired, and say which."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import baseline, output  # noqa: PLC0415

    run = _run(asked, file)
    found = api.look_after(run, everything=missing)
    if found.is_stale:
        output.spare(run.file, output.files_read(found.report))
        output.write(found.data, run.file)
    output.write(baseline.fates(found.fared, style(color, None)), None)
    output.say(baseline.written(found.before, found.entries, run.file))


@app.command()
def show(
    file: BaselineFile = None,
    config: ConfigFile = None,
    page_format: ComparisonFormat = PageFormat.TEXT,
    output: Output = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Show the entries, by rule, with their reasons and their last days."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import baseline  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    settings = api.settings(config, {"baseline": file})
    named = api.baseline_file(config, settings)
    entries = api.baseline_entries(named)
    if output:
        out.spare(output, [*settings_files(config, settings), named])
    out.write(baseline.ENTRIES[page_format](entries, style(color, output)), output)


def _run(asked: Asked, file: str | None) -> "BaselineRun":
    """The run, and the baseline it is about."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters.progress import Progress  # noqa: PLC0415

    settings = api.settings(asked.config, {**asked.given, "baseline": file})
    return api.BaselineRun(
        asked.paths,
        settings,
        api.baseline_file(asked.config, settings),
        asked.against,
        asked.stdin_format,
        Progress(sys.stderr, shown=shows_progress(asked.no_progress)),
    )


def _day(until: str | None) -> date | None:
    """The last day; an empty text, such as a variable that is not set, is none."""
    from provenance.gate.baseline import day  # noqa: PLC0415

    try:
        return day(until)
    except ValueError:
        told = f"--until needs a day, not {until!r}"
        raise UsageError(told, hint="for example --until 2027-01-31") from None
