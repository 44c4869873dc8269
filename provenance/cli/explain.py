"""`provenance explain`: a rule, everything behind one article's score, or a whole report."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from provenance.cli.options import (
    Against,
    BylineField,
    Color,
    ColorWhen,
    ConfigFile,
    DateField,
    Exclude,
    IdField,
    Ignore,
    LanguageField,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Paths,
    Rules,
    Select,
    Severities,
    Stdin,
    StdinFormat,
    Target,
    TextField,
    TitleField,
    Verify,
)
from provenance.cli.settings import archive_paths, flags
from provenance.cli.terminal import shows_progress, style
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.model import Report

EXAMPLES = """Examples:

\b
  provenance explain NUM001
  provenance explain story.txt archive/
  provenance explain draft.txt --against archive/
  provenance explain ARTICLE_ID corpus.jsonl
  provenance explain --verify report.json

Exit codes: 0 explained; with --verify 1 when a score comes out otherwise; 2 not a valid run, 130
interrupted."""


def explain(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    target: Target,
    paths: Paths = None,
    against: Against = None,
    verify: Verify = False,
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
) -> None:
    """Explain a rule or an article's score, or recompute a report's scores."""
    given = flags(locals())
    if verify:
        return _verify(target, bool(paths or against), color)
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output, progress, rulepage, targets  # noqa: PLC0415

    archive, settings = archive_paths(against), api.settings(config, given)
    rule = None if paths or archive else api.describe_rule(target, settings)
    if rule:
        return output.write(rulepage.page(rule, style(color, None)), None)
    is_file = target == "-" or Path(target).exists()
    if not paths and not is_file:
        raise targets.unknown_target(api.every_rule(settings).rules, target)
    named = [*([target] if is_file else []), *(paths or [])]
    with progress.Progress(sys.stderr, shown=shows_progress(no_progress)) as told:
        report = api.check(
            named, settings, against=archive, stdin_format=stdin_format, progress=told
        )
    return _show(report, target, color)


def _show(report: "Report", target: str, color: Color) -> None:
    """Writes the page of the article that is meant by `target`."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import explain as pages  # noqa: PLC0415
    from provenance.reporters import output, targets  # noqa: PLC0415

    article = targets.find_article(report, target)
    hard = api.readability_of(article)
    gains = api.gains(report, article.article_id)
    page = pages.article_page(report, article, gains, hard, style(color, None))
    output.write(page, None)


def _verify(report: str, is_more_named: bool, color: Color) -> None:
    """Recomputes a report; exit code 1 when something comes out otherwise."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import output, verified  # noqa: PLC0415

    if is_more_named:
        raise UsageError(
            "--verify takes one report and nothing beside it",
            hint="for example: provenance explain --verify report.json",
        )
    verification = api.verify(report)
    output.write(verified.page(verification, style(color, None)), None)
    raise typer.Exit(0 if verification.holds else 1)
