"""`provenance trace`: where an article came from, and who stands behind what it says."""

import sys
from pathlib import Path

from provenance.cli import outputs
from provenance.cli.options import (
    Against,
    BylineField,
    Color,
    ColorWhen,
    ComparisonFormat,
    ConfigFile,
    DateField,
    Exclude,
    IdField,
    KeepGoing,
    LanguageField,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Output,
    PageFormat,
    Paths,
    Rules,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
    Traced,
)
from provenance.cli.settings import archive_paths, flags
from provenance.cli.terminal import shows_progress, style
from provenance.errors import UsageError

EXAMPLES = """Examples:

\b
  provenance trace story.txt archive/
  provenance trace story.txt --against archive/
  provenance trace ARTICLE_ID corpus.jsonl --format json

Exit codes: 0 traced, whatever was found; 2 not a valid run, 130 interrupted."""


def trace(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    target: Traced,
    paths: Paths = None,
    against: Against = None,
    page_format: ComparisonFormat = PageFormat.TEXT,
    output: Output = None,
    keep_going: KeepGoing = False,
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
    """Show where an article came from, who stands behind it, and what others say too."""
    given = flags(locals())
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters import progress  # noqa: PLC0415
    from provenance.reporters.targets import find_article  # noqa: PLC0415
    from provenance.reporters.trace import PAGES  # noqa: PLC0415

    is_file = target == "-" or Path(target).exists()
    if not paths and not is_file:
        raise UsageError(
            f"{target!r} is no file",
            hint="for an article of a corpus name its file too: provenance trace ID corpus.jsonl",
        )
    archive, settings = archive_paths(against), api.settings(config, given)
    named = [*([target] if is_file else []), *(paths or [])]
    if output:
        outputs.refuse_inputs([output], (*named, *archive), config, settings)
    with progress.Progress(sys.stderr, shown=shows_progress(no_progress)) as told:
        report = api.check(
            named, settings, against=archive, stdin_format=stdin_format, progress=told
        )
    article = find_article(report, target, "trace")
    page = PAGES[page_format](api.chain(report, article), report, style(color, output))
    out.write(page, output)
    outputs.end_short(report)
