"""Where each report of a run goes: `-f FORMAT[=FILE]`, once or several times."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.reporters import FOLDERS, REPORTERS, folder_reporter, reporter

if TYPE_CHECKING:
    from provenance.model import Report
    from provenance.reporters.palette import Style

# The file that GitHub Actions shows under a run; see docs.github.com, "Workflow commands".
_SUMMARY = "GITHUB_STEP_SUMMARY"
# Formats that may stand on standard output beside another one: a runner reads their lines there.
_BESIDE = frozenset(["github"])


@dataclass(frozen=True, slots=True)
class Target:
    """One report of a run.

    Attributes:
        name: Its format.
        file: The file or folder it goes to; null for standard output.
        appended: Whether it is added to the end of that file.
    """

    name: str
    file: str | None = None
    appended: bool = False

    @property
    def is_read_by_people(self) -> bool:
        """Whether it is the page that says everything, on standard output."""
        return self.file is None and self.name in ("text", "grouped")


def targets(
    formats: Iterable[str] | None, output: str | None, environment: Mapping[str, str]
) -> list[Target]:
    """The reports that `-f` and `-o` ask for; text on standard output when they ask for nothing.

    Args:
        formats: Values of `-f`: a format, or `FORMAT=FILE`.
        output: Value of `-o`: the file of the one format that names none.
        environment: Markdown goes to the end of the file in `GITHUB_STEP_SUMMARY`, when that is
            set and no other file is named.

    Raises:
        UsageError: There is no such format, two reports would go to one place, or a format of
            several files names no folder.
    """
    wanted = [_target(given, output, environment) for given in formats or ("text",)]
    for target in wanted:
        if target.name in FOLDERS and target.file in (None, "-"):
            name = target.name
            hint = f"name a folder: -f {name}=DIR"
            raise UsageError(f"{name} is written as several files", hint=hint)
    places = [target.file for target in wanted if target.name not in _BESIDE or target.file]
    twice = next((place for place in places if places.count(place) > 1), "")
    if twice != "":
        where = twice or "standard output"
        hint = "name a file for each: -f json=report.json"
        raise UsageError(f"two reports would go to {where}", hint=hint)
    if output and output not in places:
        raise UsageError(f"no report goes to {output}", hint="every -f names a file; leave out -o")
    return wanted


def write(report: "Report", wanted: Iterable[Target], style: "Style", plain: "Style") -> None:
    """Writes all reports, those in files first; these in the style `plain`.

    Raises:
        OutputError: One cannot be written; those before it are.
    """
    from provenance.reporters import output as out  # noqa: PLC0415

    for target in sorted(wanted, key=lambda target: target.file in (None, "-")):
        look = style if target.file is None else plain
        if target.name in FOLDERS:
            out.write_folder(folder_reporter(target.name)(report, look), str(target.file))
        elif target.appended:
            out.append(reporter(target.name)(report, look), str(target.file))
        else:
            out.write(reporter(target.name)(report, look), target.file)


def _target(given: str, output: str | None, environment: Mapping[str, str]) -> Target:
    name, equals, file = given.partition("=")
    if name not in REPORTERS:
        near = difflib.get_close_matches(name.lower(), REPORTERS, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(REPORTERS)}"
        raise UsageError(f"there is no format {name!r}", hint=hint)
    if equals and not file:
        raise UsageError(f"-f {name}= names no file", hint=f"for example: -f {name}=report")
    if not file and not output and name == "markdown" and environment.get(_SUMMARY):
        return Target(name, environment[_SUMMARY], appended=True)
    return Target(name, file or (output if name not in _BESIDE else None))
