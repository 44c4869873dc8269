"""`provenance check`: judges articles."""

import itertools
import sys

import typer

from provenance.cli.options import (
    Against,
    BylineField,
    Color,
    ColorWhen,
    ConfigFile,
    DateField,
    Exclude,
    FailOn,
    Format,
    IdField,
    Ignore,
    LanguageField,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Output,
    Paths,
    Quiet,
    ReportFormat,
    Rules,
    Select,
    Severities,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
)
from provenance.cli.settings import archive_paths, flags, settings_files
from provenance.cli.terminal import shows_progress, style
from provenance.errors import UsageError

EXAMPLES = """Examples:

\b
  provenance check story.txt
  provenance check story.txt archive/
  provenance check draft.txt --against archive/
  provenance check corpus.jsonl --text-field body -f json -o report.json
  provenance check drafts/ --fail-on warning --ignore BPL
  cat story.txt | provenance check -

Lists are comma-separated or repeated. Exit codes: 0 the gate passed, 1 it failed, 2 not a
valid run, 130 interrupted."""


def check(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
    against: Against = None,
    report_format: ReportFormat = Format.TEXT,
    output: Output = None,
    fail_on: FailOn = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = None,
    rules: Rules = None,
    exclude: Exclude = None,
    config: ConfigFile = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    byline_field: BylineField = None,
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    min_words: MinWords = None,
    memory: Memory = None,
    stdin_format: Stdin = StdinFormat.TXT,
    color: ColorWhen = Color.AUTO,
    no_progress: NoProgress = False,
    quiet: Quiet = False,
) -> None:
    """Check articles, report what was found, and judge the run."""
    given = flags(locals())
    if not paths:
        raise UsageError("no PATHS to check", hint="for example: provenance check story.txt")
    from provenance import api, sources  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import REPORTERS, progress  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    archive, settings = archive_paths(against), api.settings(config, given)
    with progress.Progress(sys.stderr, shown=shows_progress(no_progress)) as told:
        report = api.check(
            paths, settings, against=archive, stdin_format=stdin_format, progress=told
        )
    if output:
        read = (*settings_files(config, settings), *out.files_read(report))
        out.spare(output, itertools.chain(read, sources.files(archive, settings)))
    out.write(REPORTERS[report_format](report, style(color, output, quiet)), output)
    if (report_format != Format.TEXT or output) and not quiet:
        out.talk(report)
    raise typer.Exit(report.verdict.exit_code)
