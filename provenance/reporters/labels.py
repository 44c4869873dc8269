"""Labelled values, one under the other, on pages that explain, and numbers with their nouns."""

from collections.abc import Iterator

from provenance.model import Example, Report
from provenance.reporters.cells import fold
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable


def field(name: str, value: str, style: Style) -> list[str]:
    """A labelled value, wrapped to hang beside its label; safe to print."""
    return hanging(f"  {name:<13}", value, style)


def hanging(lead: str, text: str, style: Style) -> list[str]:
    """A text behind a lead, the lines after the first under its beginning; safe to print."""
    first, *more = fold(printable(text), style.width - len(lead))
    return [lead + first, *(" " * len(lead) + line for line in more)]


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 finding`, `1,200 findings`, `2 info`."""
    many = "" if number == 1 or noun == "info" else "s"
    return f"{number:,} {noun}{many}"


def on_record(example: Example) -> str:
    """What an example's record gives and leaves empty; empty when nothing is said of one."""
    gives = f"gives {', '.join(example.given)}" if example.given else ""
    leaves = f"leaves {', '.join(example.blank)} empty" if example.blank else ""
    told = " and ".join(filter(None, (gives, leaves)))
    return f"its record {told}" if told else ""


def not_read(report: Report) -> Iterator[str]:
    """Input that could not be read, so that the article of a page was not compared with it."""
    if report.unread:
        yield ""
        yield "  could not be read, so not compared with"
    for item in report.unread:
        yield f"    {printable(item.place)}: {printable(item.reason)}"
