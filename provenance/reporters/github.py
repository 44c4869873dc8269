"""Workflow commands of GitHub Actions: the findings beside the lines of a pull request.

GitHub shows at most 10 errors, 10 warnings and 10 notices of a step and drops
the rest without a word. So the most severe findings come first, one for each
article and rule, what could not be looked at before all of them, and a notice
says how much more there is. The verdict comes last and always has its place.

Whatever a text holds, each line is one command of this program: nothing from
outside can end a line, a property or a command, or begin another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model import Report, Severity
from provenance.reporters.accepted import accepted
from provenance.reporters.annotations import KINDS, Fault, faults, sentence
from provenance.reporters.labels import counted
from provenance.reporters.located import Located, counting
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

# Annotations of a kind that are shown for a step (actions/toolkit, docs/problem-matchers.md).
ROOM = 10

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_VERDICTS = {0: "the gate passed", 1: "the gate failed", 2: "not a valid run"}
# An annotation is read at a glance; GitHub refuses one of more than 64 KB.
_LONGEST = 1000


@dataclass(slots=True)
class _Shown:
    """A finding that is shown, and how many more its rule has in the article."""

    first: Located
    more: int = 0


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The commands in UTF-8, one a line; there is always one. Linear, plus the sort of findings."""
    return "".join(f"{line}\n" for line in _lines(report)).encode()


def _lines(report: Report) -> Iterator[str]:
    passed = report.verdict.exit_code == 0
    # The verdict, and the notice of what is not shown, take part of the room.
    rooms = {
        Severity.ERROR: ROOM - (not passed),
        Severity.WARNING: ROOM,
        Severity.INFO: ROOM - passed - 1,
    }
    wrong = faults(report)
    told = wrong[: rooms[Severity.ERROR]]
    rooms[Severity.ERROR] -= len(told)
    shown = _most_severe(report, rooms)
    yield from map(_fault, told)
    for each in shown:
        yield _finding(each)
    hidden = _hidden(report, len(shown), len(wrong) - len(told))
    if hidden:
        yield _command("notice", {"title": "provenance: not shown here"}, hidden)
    yield _verdict(report)


def _most_severe(report: Report, rooms: dict[Severity, int]) -> list[_Shown]:
    """As many findings as there is room for, the most severe first, else in reading order."""
    shown: dict[Severity, dict[tuple[str, str], _Shown]] = {severity: {} for severity in rooms}
    for each in counting(report):
        severity = Severity(each.finding.severity)
        key = each.article.article_id, each.finding.rule_id
        if key in shown[severity]:
            shown[severity][key].more += 1
        elif len(shown[severity]) < rooms[severity]:
            shown[severity][key] = _Shown(each)
    return [each for severity in Severity for each in shown[severity].values()]


def _finding(shown: _Shown) -> str:
    each = shown.first
    title = f"{each.finding.rule_id} {each.rule.name}"
    told = sentence(each) + (f" (and {shown.more:,} more here)" if shown.more else "")
    command = _COMMANDS[Severity(each.finding.severity)]
    return _command(command, {**_place(each), "title": title}, told)


def _place(each: Located) -> dict[str, str | int]:
    """The lines, and the columns where they are of one line: those of several are refused."""
    place = _file(each.article.path) | {"line": each.file_line}
    if each.file_column is None:
        return place
    # A place that ends behind a line end is not in the next line.
    last = each.end_line - (each.end_column == 1 and each.end_line > each.line)
    if last == each.end_line == each.line:
        return place | {"endLine": each.file_line, "col": each.column, "endColumn": each.end_column}
    return place | {"endLine": each.file_line + last - each.line}


def _file(path: str) -> dict[str, str | int]:
    """The file, unless it is standard input."""
    return {} if path == "-" else {"file": path}


def _fault(fault: Fault) -> str:
    line = {"line": fault.line} if fault.line else {}
    told = f"{fault.place}: {fault.sentence}"
    return _command("error", {**_file(fault.path), **line, "title": KINDS[fault.kind]}, told)


def _hidden(report: Report, shown: int, faults_left: int) -> str:
    """How much is not shown; empty when all is."""
    left = report.findings["accepted"].null_count() - shown
    told = [counted(number, noun) for number, noun in ((faults_left, "fault"), (left, "finding"))]
    told = [text for text, number in zip(told, (faults_left, left), strict=True) if number]
    if not told:
        return ""
    return f"{' and '.join(told)} more: see the job summary or another report of this run"


def _verdict(report: Report) -> str:
    verdict = report.verdict
    reasons = "; ".join(filter(None, (*verdict.reasons, accepted(report.findings))))
    command = "error" if verdict.exit_code else "notice"
    return _command(command, {"title": f"provenance: {_VERDICTS[verdict.exit_code]}"}, reasons)


def _command(name: str, properties: dict[str, str | int], text: str) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(text)}"


def _property(text: str) -> str:
    """A value of a command; no other command's and no message begins in it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    """A message on one line, cut when it is long.

    Runners that do not know a command look for the older `##[command]` anywhere in the line.
    """
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return printable(cut).replace("##[", r"##\x5b").replace("%", "%25")
