"""What can be typed: the values of options, and each option with its help, declared once.

Whether a value makes sense is for `provenance.config` to tell.
"""

from enum import StrEnum
from typing import Annotated

import typer

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


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


_List = list[str] | None
Paths = Annotated[_List, typer.Argument(help="Files, folders, globs; `-` for standard input.")]
Target = Annotated[str, typer.Argument(help="A rule's id or name, a file, or an article's id.")]
Verify = Annotated[
    bool, typer.Option("--verify", help="TARGET is a JSON report: recompute its scores from it.")
]
Traced = Annotated[str, typer.Argument(help="A file, or the id of an article or of a cluster.")]
Left = Annotated[str, typer.Argument(metavar="A", help="A file, or file#ID for one of several.")]
Right = Annotated[str, typer.Argument(metavar="B", help="Another; `-` for standard input.")]
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
        help=f"Format of the report, repeatable: {', '.join(REPORTERS)}. Default: text.",
    ),
]
FailUnder = Annotated[
    int | None, typer.Option(metavar="N", help="Fail when an article scores less, 0 to 100.")
]
GateLimits = Annotated[
    _List,
    typer.Option(
        "--limit", metavar="METRIC=N", help="Fail when the run passes this limit; see the manual."
    ),
]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Accepted findings; else looked for.")
]
EveryFinding = Annotated[
    bool, typer.Option("--all", help="Count findings too that the baseline accepts.")
]
RulesFormat = Annotated[ListFormat, typer.Option("-f", "--format", help="Format of the list.")]
Stdin = Annotated[StdinFormat, typer.Option("--stdin-format", help="How to read `-`.")]
ColorWhen = Annotated[Color, typer.Option("--color", help="NO_COLOR and FORCE_COLOR count too.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="Never show progress.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Summary and verdict only.")]
MinWords = Annotated[
    int | None, typer.Option(metavar="N", help="Shortest shared passage to report, in words.")
]
Against = Annotated[
    _List, typer.Option(metavar="PATHS", help="Compare with these articles, judge only PATHS.")
]
Memory = Annotated[
    str | None, typer.Option(metavar="SIZE", help="Memory to work in, such as 500M or 4G.")
]
_Field = str | None
TextField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the text.")]
IdField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the id.")]
TitleField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the headline.")]
BylineField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the byline.")]
OutletField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the outlet.")]
DateField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the date.")]
LanguageField = Annotated[_Field, typer.Option(metavar="KEY", help="JSONL key of the language.")]
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
