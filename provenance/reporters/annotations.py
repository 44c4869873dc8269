"""What formats for build servers say beside a line of a file, and what kept a run from being whole.

Goes in: a report, or one of its findings. Comes out: sentences on one line that
are safe to print, and faults with the file they are in. A build server that
shows only findings would take a run that read nothing for a clean one, so each
of these formats has a place for faults too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from provenance.model import Report, Status
from provenance.reporters.located import Located
from provenance.reporters.safe import printable

# A line of more digits is part of a file name.
_PLACE = re.compile(r"(.+):([1-9][0-9]{0,8})", re.DOTALL)

UNREAD, CHECK_FAILED = "unread", "check-failed"
KINDS = {
    UNREAD: "Input that could not be read",
    CHECK_FAILED: "A check that failed on an article, so that it is not known what it would find",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was not looked at although it should have been.

    Attributes:
        kind: One of `KINDS`.
        path: The file as the user named it: not safe to print.
        line: Line of the file, from 1; null when it is the whole file.
        sentence: What is wrong, safe to print.
        article_id: The article that a check failed on; null for input that could not be read.
    """

    kind: str
    path: str
    line: int | None
    sentence: str
    article_id: str | None = None

    @property
    def place(self) -> str:
        """The file and its line, safe to print."""
        return printable(self.path) + (f":{self.line}" if self.line else "")


def faults(report: Report) -> list[Fault]:
    """Input that could not be read, as it was met, then checks that failed, in reading order."""
    unread = [
        Fault(UNREAD, *_file_and_line(item.place), printable(item.reason))
        for item in dict.fromkeys(report.unread)
    ]
    return [*unread, *_failed_checks(report)]


def sentence(each: Located) -> str:
    """A finding's message, safe to print.

    For a text inside a record it ends in the article and the place in the text, since all that a
    build server can point to is the line of the record.
    """
    told = printable(each.finding.message)
    if each.file_column is not None:
        return told
    return f"{told} ({printable(each.article.article_id)} {each.line}:{each.column})"


def _file_and_line(place: str) -> tuple[str, int | None]:
    found = _PLACE.fullmatch(place)
    return (found[1], int(found[2])) if found else (place, None)


def _failed_checks(report: Report) -> Iterator[Fault]:
    failed = (
        report.outcomes.filter(pl.col("status") == Status.ERROR.value)
        .collect()
        .join(report.articles, on="article_id")
        .sort("path", "line", "article_id", "check")
        .select("check", "article_id", "reason", "path", "line")
    )
    for check, article_id, reason, path, line in failed.iter_rows():
        told = f"the check {check} failed on {article_id}" + (f": {reason}" if reason else "")
        yield Fault(CHECK_FAILED, path, line, printable(told), article_id)
