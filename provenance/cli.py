"""The command line: parse, call one api function, render, exit.

Data goes to standard output, talk to standard error. Exit codes: 0 the gate
passed, 1 the gate failed, 2 not a valid run (usage, settings, rule file,
input, internal error), 130 interrupted. No command decides anything itself,
and nothing heavier than typer is imported before a command runs, so that
`--help` answers at once.
"""

import gc
import io
import os
import shutil
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from provenance import __version__
from provenance.errors import ProvenanceError, UsageError

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Rule
    from provenance.reporters.palette import Style

_PIPED_WIDTH = 100
_ISSUES = "please report it, with PROVENANCE_DEBUG=1 set for the details"

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
rules_app = typer.Typer(no_args_is_help=True, help="Look at the rules.", rich_markup_mode=None)
app.add_typer(rules_app, name="rules")


class Format(StrEnum):
    """Report formats, one for each reporter."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


class ListFormat(StrEnum):
    """Formats of the list of rules."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class StdinFormat(StrEnum):
    """How to read standard input."""

    TXT = "txt"
    MD = "md"
    JSONL = "jsonl"


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


_List = list[str] | None
Paths = Annotated[_List, typer.Argument(help="Files, folders, globs; `-` for standard input.")]
Target = Annotated[str, typer.Argument(help="A rule's id or name, a file, or an article's id.")]
Rules = Annotated[_List, typer.Option("--rules", metavar="PATH", help="More rule files.")]
Select = Annotated[_List, typer.Option(metavar="RULES", help="Only these rules or families.")]
Ignore = Annotated[_List, typer.Option(metavar="RULES", help="All but these rules or families.")]
Severities = Annotated[
    _List, typer.Option("--severity", metavar="RULE=LEVEL", help="Set the severity of a rule.")
]
FailOn = Annotated[
    _List,
    typer.Option(
        metavar="LEVEL|RULES",
        help="What fails the gate: error, warning, info or never, and rule ids. Default: error.",
    ),
]
Exclude = Annotated[_List, typer.Option(metavar="GLOB", help="Leave out files that match.")]
ConfigFile = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Settings; else looked for upwards.")
]


def _file_name(given: str | None) -> str | None:
    if given == "":
        raise UsageError("the file name of -o is empty", hint="for example: -o report.json")
    return given


Output = Annotated[
    str | None,
    typer.Option(
        *("-o", "--output"),
        metavar="FILE",
        callback=_file_name,
        help="Write the report to a file.",
    ),
]
ReportFormat = Annotated[Format, typer.Option("-f", "--format", help="Format of the report.")]
RulesFormat = Annotated[ListFormat, typer.Option("-f", "--format", help="Format of the list.")]
Stdin = Annotated[StdinFormat, typer.Option("--stdin-format", help="How to read `-`.")]
ColorWhen = Annotated[Color, typer.Option("--color", help="NO_COLOR and FORCE_COLOR count too.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="Never show progress.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Summary and verdict only.")]
MinWords = Annotated[
    int | None, typer.Option(metavar="N", help="Shortest shared passage to report, in words.")
]
_Field = str | None
TextField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the text.")]
IdField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the id.")]
TitleField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the headline.")]
OutletField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the outlet.")]
DateField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the date.")]
LanguageField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the language.")]

_CHECK_EXAMPLES = """Examples:

\b
  provenance check story.txt
  provenance check story.txt archive/
  provenance check corpus.jsonl --text-field body -f json -o report.json
  provenance check drafts/ --fail-on warning --ignore BPL
  cat story.txt | provenance check -

Lists are comma-separated or repeated. Exit codes: 0 the gate passed, 1 it failed, 2 not a
valid run, 130 interrupted."""

_EXPLAIN_EXAMPLES = """Examples:

\b
  provenance explain NUM001
  provenance explain story.txt archive/
  provenance explain ARTICLE_ID corpus.jsonl"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code; prints no traceback unless asked to.

    Args:
        arguments: Without the program's name; those of the process when left out.
    """
    # What imports make lives as long as the run: looking for garbage in it takes 0.05 s of 0.6 s.
    gc.set_threshold(100_000, 50, 50)
    try:
        command = typer.main.get_command(app)
        return command.main(arguments, prog_name="provenance", standalone_mode=False) or 0
    except KeyboardInterrupt:
        return 130
    except ProvenanceError as fault:
        _say(str(fault))
    except typer.TyperException as fault:
        _say(_usage(fault))
    except Exception as fault:  # The last net: one line instead of a traceback.
        _say(_internal(fault))
    return 2


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


@app.command(epilog=_CHECK_EXAMPLES)
def check(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
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
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    min_words: MinWords = None,
    stdin_format: Stdin = StdinFormat.TXT,
    color: ColorWhen = Color.AUTO,
    no_progress: NoProgress = False,
    quiet: Quiet = False,
) -> None:
    """Check articles, report what was found, and judge the run."""
    flags = _flags(locals())
    if not paths:
        raise UsageError("no PATHS to check", hint="for example: provenance check story.txt")
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import REPORTERS, progress  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    settings = api.settings(config, flags)
    with progress.Progress(sys.stderr, shown=_shows_progress(no_progress)) as told:
        report = api.check(paths, settings, stdin_format=stdin_format, progress=told)
    style = _style(color, output, quiet)
    if output:
        out.spare(output, [*_settings_files(config, settings), *out.files_read(report)])
    out.write(REPORTERS[report_format](report, style), output)
    if (report_format != Format.TEXT or output) and not quiet:
        out.talk(report)
    raise typer.Exit(report.verdict.exit_code)


@app.command(epilog=_EXPLAIN_EXAMPLES)
def explain(  # noqa: PLR0913, PLR0917
    target: Target,
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = None,
    rules: Rules = None,
    exclude: Exclude = None,
    config: ConfigFile = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    min_words: MinWords = None,
    stdin_format: Stdin = StdinFormat.TXT,
    color: ColorWhen = Color.AUTO,
    no_progress: NoProgress = False,
) -> None:
    """Explain a rule, or every reason behind one article's score."""
    flags = _flags(locals())
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import explain as pages  # noqa: PLC0415
    from provenance.reporters import output, progress  # noqa: PLC0415

    settings, style = api.settings(config, flags), _style(color, None)
    rule = None if paths else pages.find_rule(_all_rules(settings), target)
    if rule:
        return output.write(pages.rule_page(rule, style), None)
    is_file = target == "-" or Path(target).exists()
    if not paths and not is_file:
        raise pages.unknown_target(_all_rules(settings), target)
    sources = [*([target] if is_file else []), *(paths or [])]
    with progress.Progress(sys.stderr, shown=_shows_progress(no_progress)) as told:
        report = api.check(sources, settings, stdin_format=stdin_format, progress=told)
    article = pages.find_article(report, target)
    readability = api.readability(article.text, article.language)
    return output.write(pages.article_page(report, article, readability, style), None)


@rules_app.command("list")
def list_rules(  # noqa: PLR0913, PLR0917
    list_format: RulesFormat = ListFormat.TEXT,
    output: Output = None,
    select: Select = None,
    rules: Rules = None,
    config: ConfigFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """List the rules that take part, with severity, confidence, language and message."""
    flags = _flags(locals())
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters import rulelist  # noqa: PLC0415

    settings = api.settings(config, flags)
    book = api.rules(settings)
    if output:
        out.spare(output, _settings_files(config, settings))
    out.write(rulelist.LISTS[list_format](book.rules, _style(color, output)), output)


_LISTS = ("select", "ignore", "exclude")
_VALUES = (
    *("text_field", "id_field", "title_field", "outlet_field", "date_field", "language_field"),
    "min_words",
)


def _flags(given: Mapping[str, Any]) -> dict[str, object]:
    """The settings among a command's parameters, for `config.resolve`; null: not given."""
    fail_on = _split(given.get("fail_on"))
    return {
        **{name: _split(given.get(name)) for name in _LISTS},
        **{name: given.get(name) for name in _VALUES},
        "rules": given.get("rules"),
        "severity": dict(map(_pair, _split(given.get("severity")))),
        "fail_on": ",".join(fail_on) if given.get("fail_on") else None,
    }


def _split(values: Iterable[str] | None) -> list[str]:
    """The items of a list option, which may be repeated, comma-separated or both."""
    items = [item.strip() for value in values or () for item in value.split(",")]
    return [item for item in items if item]


def _pair(text: str) -> tuple[str, str]:
    rule, equals, level = text.partition("=")
    if not equals:
        raise UsageError(
            f"--severity needs RULE=LEVEL, not {text!r}", hint="for example --severity NUM001=error"
        )
    return rule.strip(), level.strip()


def _settings_files(named: str | None, settings: "Config") -> list[str]:
    """The files that steer a run: that of the settings, and those of the user's own rules."""
    from provenance.sources.settings import find_settings  # noqa: PLC0415

    found = find_settings(named, Path.cwd())
    return [*(found[:1] if found else ()), *settings.rules]


def _all_rules(settings: "Config") -> Sequence["Rule"]:
    """The rules with none switched off, as a rule can be explained also when it takes no part."""
    from provenance import api  # noqa: PLC0415

    levels = tuple(pair for pair in settings.severity if pair[1] != "off")
    return api.rules(replace(settings, select=(), ignore=(), severity=levels)).rules


def _style(color: str, output: str | None, quiet: bool = False) -> "Style":
    from provenance.reporters.palette import Style, wants_color  # noqa: PLC0415

    terminal = output is None and _is_terminal(sys.stdout)
    width = (
        max(40, shutil.get_terminal_size((_PIPED_WIDTH, 0)).columns) if terminal else _PIPED_WIDTH
    )
    return Style(wants_color(color, terminal, os.environ), width, quiet)


def _shows_progress(switched_off: bool) -> bool:
    return not switched_off and _is_terminal(sys.stderr)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _say(message: str) -> None:
    from provenance.reporters import output  # noqa: PLC0415

    output.say(message)


def _usage(fault: typer.TyperException) -> str:
    """The text typer shows for wrong use."""
    shown = io.StringIO()
    show = getattr(fault, "show", None)
    if show is None:
        return str(fault)
    show(file=shown)
    return shown.getvalue()


def _internal(fault: Exception) -> str:
    """One line for a fault of ours; with PROVENANCE_DEBUG=1 the traceback before it."""
    lines = traceback.format_exception(fault) if os.environ.get("PROVENANCE_DEBUG") == "1" else []
    text = " ".join(str(fault).split())[:300]
    return "".join(lines) + f"internal error: {type(fault).__name__}: {text}; {_ISSUES}"
