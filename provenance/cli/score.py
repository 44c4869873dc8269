"""`provenance score`: the scores of articles or outlets in a table, each with what took points."""

import sys

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
    Limit,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Output,
    PageFormat,
    Paths,
    Readable,
    Reverse,
    Rules,
    ScoredBy,
    Sort,
    Stdin,
    StdinFormat,
    Subject,
    TextField,
    TitleField,
)
from provenance.cli.settings import archive_paths, flags
from provenance.cli.terminal import shows_progress, style
from provenance.errors import UsageError

EXAMPLES = """Examples:

\b
  provenance score corpus.jsonl
  provenance score corpus.jsonl --by outlet
  provenance score stories/ --sort sourcing --limit 20 --format json

Exit codes: 0 scored, whatever the scores; 2 not a valid run, 130 interrupted."""


def score(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
    by: ScoredBy = Subject.ARTICLE,
    sort: Sort = "score",
    reverse: Reverse = False,
    limit: Limit = None,
    readability: Readable = False,
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
    """Show the scores of articles or outlets, worst first, with what took the points."""
    given = flags(locals())
    if not paths:
        raise UsageError("no PATHS to score", hint="for example: provenance score corpus.jsonl")
    if readability and by == Subject.OUTLET:
        raise UsageError("readability is told of articles", hint="leave --by outlet out")
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters import progress, scores, scores_order  # noqa: PLC0415

    listing = scores_order.Listing(by.value, sort, reverse, limit)
    archive, settings = archive_paths(against), api.settings(config, given)
    if listing.named:  # Before the run, which may take minutes.
        scores_order.refuse_unknown(listing, api.rules(settings).weights)
    if output:
        outputs.refuse_inputs([output], (*paths, *archive), config, settings)
    with progress.Progress(sys.stderr, shown=shows_progress(no_progress)) as told:
        report = api.check(
            paths, settings, against=archive, stdin_format=stdin_format, progress=told
        )
    reading = api.readability(report.articles) if readability else None
    out.write(scores.PAGES[page_format](report, listing, style(color, output), reading), output)
    outputs.end_short(report)
