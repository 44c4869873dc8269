"""What can be typed: the values of options, and each option with its help, declared once.

Whether a value makes sense is for `provenance.config` to tell.
"""

from enum import StrEnum
from typing import Annotated

import typer

from provenance.cli import completion
from provenance.errors import UsageError
from provenance.reporters import REPORTERS


class PageFormat(StrEnum):
    """Formats of the page on two articles."""

    TEXT = "text"
    JSON = "json"


class Subject(StrEnum):
    """What a list of scores has a row for."""

    ARTICLE = "article"
    OUTLET = "outlet"


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
    JSON = "json"
    HTML = "html"
    CSV = "csv"
    XML = "xml"
    WARC = "warc"
    PARQUET = "parquet"
    ARROW = "arrow"


class Extractor(StrEnum):
    """What finds the article in a web page."""

    TRAFILATURA = "trafilatura"
    RESILIPARSE = "resiliparse"


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


_List = list[str] | None
Paths = Annotated[_List, typer.Argument(help="Files, folders, globs; `-` for standard input.")]
Target = Annotated[
    str,
    typer.Argument(
        autocompletion=completion.rules_or_names,
        help="A rule's id or name, a file, or an article's id.",
    ),
]
Verify = Annotated[
    bool, typer.Option("--verify", help="TARGET is a JSON report: recompute its scores from it.")
]
Traced = Annotated[str, typer.Argument(help="A file, or the id of an article or of a cluster.")]
Left = Annotated[str, typer.Argument(metavar="A", help="A file, or file#ID for one of several.")]
Right = Annotated[str, typer.Argument(metavar="B", help="Another; `-` for standard input.")]
Rules = Annotated[
    _List, typer.Option("--rules", metavar="PATH", help="More rule files, or folders of them.")
]
Select = Annotated[
    _List,
    typer.Option(
        metavar="RULES",
        autocompletion=completion.rules,
        help="Only these rules: ids such as NUM001, or families such as NUM.",
    ),
]
Ignore = Annotated[
    _List,
    typer.Option(
        metavar="RULES",
        autocompletion=completion.rules,
        help="All but these rules, named likewise.",
    ),
]
Severities = Annotated[
    _List,
    typer.Option(
        "--severity",
        metavar="RULE=LEVEL",
        autocompletion=completion.severities,
        help="Set a rule's severity: error, warning, info, or off to leave it out.",
    ),
]
FailOn = Annotated[
    _List,
    typer.Option(
        metavar="LEVEL|RULES",
        autocompletion=completion.policies,
        help="What fails the gate: error, warning, info or never, and rule ids. Default: error.",
    ),
]
Exclude = Annotated[_List, typer.Option(metavar="GLOB", help="Leave out what matches in folders.")]
ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Settings; else looked for here and above."),
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
        help="Write to this file, not to standard output.",
    ),
]
ComparisonFormat = Annotated[PageFormat, typer.Option("-f", "--format", help="Format of the page.")]
ScoredBy = Annotated[Subject, typer.Option("--by", help="Score each article, or each outlet.")]
Sort = Annotated[
    str,
    typer.Option(
        metavar="KEY",
        help="score, coverage, words, id or a dimension; for outlets score, handling, own, "
        "articles, name or a share. Worst, largest or A first.",
    ),
]
Reverse = Annotated[bool, typer.Option("--reverse", help="The other way round.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Show so many rows at most.")]
Readable = Annotated[bool, typer.Option("--readability", help="Show how hard articles read.")]
Full = Annotated[bool, typer.Option("--full", help="Show text that is not shared as well.")]


def _formats(incomplete: str) -> list[str]:
    return [name for name in REPORTERS if name.startswith(incomplete)]


Formats = Annotated[
    _List,
    typer.Option(
        *("-f", "--format"),
        metavar="FORMAT[=FILE]",
        autocompletion=_formats,
        help=f"Format of the report, repeatable, each into its FILE: {', '.join(REPORTERS)}. "
        "Default: text.",
    ),
]
FailUnder = Annotated[
    int | None, typer.Option(metavar="N", help="Fail when an article scores less than N of 100.")
]
GateLimits = Annotated[
    _List,
    typer.Option(
        "--limit",
        metavar="METRIC=N",
        autocompletion=completion.metrics,
        help="Fail when the whole run is beyond this, as duplicated-text=0.2; "
        "metrics: articles, unread-share, mean-score, unscored-articles, "
        "articles-with-boilerplate, boilerplate-text, duplicated-articles, duplicated-text, "
        "unresolved-figures.",
    ),
]
Baseline = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Accepted findings; else provenance-baseline.jsonl."),
]
KeepGoing = Annotated[
    bool,
    typer.Option(
        "--keep-going", help="Count records and files in folders that are unread, judge the rest."
    ),
]
EveryFinding = Annotated[bool, typer.Option("--all", help="Count what the baseline accepts, too.")]
RulesFormat = Annotated[ListFormat, typer.Option("-f", "--format", help="Format of the list.")]
Stdin = Annotated[StdinFormat, typer.Option("--stdin-format", help="How to read `-`.")]
ColorWhen = Annotated[
    Color, typer.Option("--color", help="When to colour; auto heeds NO_COLOR, FORCE_COLOR.")
]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="Never show progress.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Summary and verdict only.")]
MinWords = Annotated[
    int | None, typer.Option(metavar="N", help="Shortest shared passage to report, in words.")
]
Against = Annotated[
    _List,
    typer.Option(metavar="PATHS", help="An archive: compare PATHS with it, judge only PATHS."),
]
Memory = Annotated[
    str | None,
    typer.Option(metavar="SIZE", help="Memory for the search, as 4G; else half of all."),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, max=1024, help="Processes that look at batches; else one a core."),
]
Checkpoint = Annotated[
    str | None,
    typer.Option(
        metavar="DIR", callback=_file_name, help="Keep batches here, to go on after a stop."
    ),
]
Sample = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="A quick look at N articles, chosen by their ids."),
]
Manifest = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        callback=_file_name,
        help="Write what the run was made of, its counts, times and memory.",
    ),
]
ExtractWith = Annotated[
    Extractor | None,
    typer.Option(
        "--extractor", help="What finds the article in a web page; resiliparse is faster."
    ),
]
_Field = str | None
TextField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the text.")]
IdField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the id.")]
TitleField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the headline.")]
BylineField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the byline.")]
OutletField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the outlet.")]
DateField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the date.")]
LanguageField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the language.")]
UrlField = Annotated[_Field, typer.Option(metavar="KEY", help="Key of the canonical URL.")]
Folder = Annotated[
    str | None,
    typer.Option(
        *("-o", "--output"), metavar="DIR", callback=_file_name, help="Write into this folder."
    ),
]
InPlace = Annotated[bool, typer.Option("--in-place", help="Rewrite the files themselves.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change; write nothing.")]
CheckOnly = Annotated[bool, typer.Option("--check", help="Only tell whether something would.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Take out also what somebody may miss.")
]
LedgerFile = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="FILE", callback=_file_name, help="Keep what was taken out in a file."
    ),
]
RestoreFrom = Annotated[
    str | None,
    typer.Option("--restore", metavar="LEDGER", help="Put back what a ledger says, all of PATHS."),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")
]
Force = Annotated[bool, typer.Option("--force", help="Begin one even where there are settings.")]
PrintOnly = Annotated[bool, typer.Option("--print", help="Print it; write no file.")]
SettingsFormat = Annotated[PageFormat, typer.Option("-f", "--format", help="Format of the table.")]
BaselineFile = Annotated[
    str | None,
    typer.Option(
        "--file", metavar="FILE", callback=_file_name, help="The baseline; else looked for."
    ),
]
Reason = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Why; entries there are keep their own.")
]
Until = Annotated[
    str | None, typer.Option(metavar="DAY", help="The last day it holds, such as 2027-01-31.")
]
Everywhere = Annotated[
    _List,
    typer.Option(
        metavar="RULES",
        autocompletion=completion.rules,
        help="Accept what these rules find now in every article, as often as it comes.",
    ),
]
Missing = Annotated[
    bool,
    typer.Option(
        "--missing", help="PATHS are the whole corpus: what is not found in them is no more."
    ),
]
