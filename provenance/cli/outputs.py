"""Where each report of a run goes: `-f FORMAT[=FILE]`, once or several times."""

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from provenance.cli import terminal
from provenance.cli.settings import settings_files
from provenance.errors import OutputError, UsageError
from provenance.reporters import FOLDERS, REPORTERS, folder_reporter, reporter

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Report
    from provenance.reporters.palette import Style

# The file that GitHub Actions shows under a run; see docs.github.com, "Workflow commands".
_SUMMARY = "GITHUB_STEP_SUMMARY"
_STDOUT = "-"
_SHARE = "unread-share"
_RAISE = "correct the input, or raise the limit: [gate.limits] unread-share = { error = 0.1 }"
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
        formats: Values of `-f`: a format, or `FORMAT=FILE` with `-` for standard output.
        output: Value of `-o`: the file of the one format that names none.
        environment: Markdown goes to the end of the file in `GITHUB_STEP_SUMMARY`, when that is
            set and no other place is named.

    Raises:
        UsageError: There is no such format, two reports would go to one place, or one to a place
            that cannot take it.
    """
    summary = environment.get(_SUMMARY)
    wanted = [_target(given, output, summary) for given in formats or ("text",)]
    for target in wanted:
        _refuse_misplaced(target)
    _refuse_two_in_one(wanted)
    if output and all(target.file != _file(output) for target in wanted):
        hint = f"leave out -o, or name the file there: -f {wanted[0].name}={output}"
        raise UsageError(f"no report goes to {output}", hint=hint)
    return wanted


def refuse_shared(manifest: str | None, wanted: Iterable[Target]) -> None:
    """Raises `UsageError` for a manifest that has no place of its own."""
    if manifest == _STDOUT:
        raise UsageError("--manifest needs a file", hint="for example --manifest run.json")
    if manifest and any(_is_same(manifest, target.file) for target in wanted if target.file):
        raise UsageError(
            f"--manifest and a report would both be written to {manifest}",
            hint="name another file for one of the two",
        )


def places(wanted: Iterable[Target], *, folders: bool = False) -> tuple[str, ...]:
    """The files that reports go to; or the folders, for those of several files."""
    return tuple(
        target.file for target in wanted if target.file and (target.name in FOLDERS) == folders
    )


def refuse_inputs(
    files: Iterable[str],
    paths: Sequence[str],
    named: str | None,
    settings: "Config",
    folders: Iterable[str] = (),
) -> None:
    """Tells before a run that what it is to write would replace what it reads.

    Or that the next run would take it for an article, as it lies in a folder that is read.

    Args:
        files: The files that are to be written.
        paths: What is read.
        named: The settings file, as for `settings_files`.
        settings: The settings of the run.
        folders: The folders that are to be written, which are passed over by the next run.

    Raises:
        OutputError: The first of them.
    """
    from provenance import sources  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    files = tuple(files)
    places = (*files, *folders)
    if any(map(os.path.lexists, places)):  # Else there is no need to look into folders.
        own = [path for path in paths if not os.path.isdir(path)]  # noqa: PTH112
        inputs = {*settings_files(named, settings), *own, *sources.files(paths, settings)}
        for place in places:
            out.spare(place, inputs)
    for file in files:
        if sources.would_be_read(file, paths, settings):
            raise OutputError(
                "the report would lie among the articles, and be read as one by the next run",
                place=file,
                hint="name a file elsewhere, or leave this one out with --exclude",
            )


def end_short(report: "Report") -> None:
    """Ends with exit code 2 when more was left unread than the settings let pass, as in a check.

    Why is told on standard error when it is the limit on the share; all else is in the report.
    """
    from provenance.gate import INVALID  # noqa: PLC0415
    from provenance.model import Standing  # noqa: PLC0415

    failed = {row.name for row in report.verdict.measures if row.standing is Standing.FAILED}
    if _SHARE in failed:
        found = next(why for why in report.verdict.reasons if why.startswith(_SHARE))
        terminal.say(f"not a valid run: {found}; {_RAISE}")
    if failed & {"unread", _SHARE}:
        raise typer.Exit(INVALID)


def _is_same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def write(report: "Report", wanted: Iterable[Target], style: "Style", plain: "Style") -> "Report":
    """Writes all reports, those in files first; these in the style `plain`.

    What cannot be written, or fails by a fault of ours, is told on standard error and costs
    nothing but itself. The reports after it say that the run is not valid.

    Returns:
        The report as its end is: with exit code 2 and the reason when one was not written.
    """
    failed: list[Target] = []
    for target in sorted(wanted, key=lambda target: target.file is None):
        look = style if target.file is None else plain
        try:
            _write(_short_of(report, failed), target, look)
        except OutputError as fault:
            terminal.say(str(fault))
            failed.append(target)
        except (Exception, SystemExit) as fault:  # One reporter must not cost the others.
            terminal.say(terminal.internal(fault))
            failed.append(target)
    _tell_older(failed)
    return _short_of(report, failed)


@contextmanager
def telling_older(wanted: Sequence[Target]) -> Iterator[None]:
    """Tells, when a run ends in an error before its reports, which older ones it leaves.

    A server that collects them would show them for this run's.
    """
    try:
        yield
    except (Exception, SystemExit) as fault:
        place = getattr(fault, "place", None)  # What it is about may be no report of ours.
        _tell_older(target for target in wanted if target.file != place)
        raise


def _tell_older(wanted: Iterable[Target]) -> None:
    older = [target.file for target in wanted if target.file and _stands(target, target.file)]
    if older:
        terminal.say(f"left as it was, from an earlier run: {', '.join(older)}")


def _stands(target: Target, file: str) -> bool:
    """Whether there is a report of an earlier run; a page that is added to is none."""
    if target.name in FOLDERS:
        from provenance.reporters.parquet import MANIFEST  # noqa: PLC0415

        file = os.path.join(file, MANIFEST)  # noqa: PTH118
    return os.path.isfile(file) and not target.appended  # noqa: PTH113


def _short_of(report: "Report", failed: Sequence[Target]) -> "Report":
    """The report of a run of which some reports could not be written."""
    from provenance import gate  # noqa: PLC0415

    if not failed:
        return report
    told = (
        f"a report could not be written: {target.name} to {target.file or 'standard output'}"
        for target in failed
    )
    reasons = (*told, *report.verdict.reasons)
    return replace(report, verdict=replace(report.verdict, exit_code=gate.INVALID, reasons=reasons))


def _target(given: str, output: str | None, summary: str | None) -> Target:
    # Typer hands over `-f=json` as `=json`, which other programs take for `-f json`.
    name, equals, file = given.removeprefix("=").partition("=")
    if name not in REPORTERS:
        near = difflib.get_close_matches(name.lower(), REPORTERS, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(REPORTERS)}"
        raise UsageError(f"there is no format {name!r} for --format", hint=hint)
    if equals and not file:
        raise UsageError(f"-f {name}= names no file", hint=f"for example: -f {name}=report")
    if name == "markdown" and summary and not file and not output:
        return Target(name, summary, appended=True)
    return Target(name, _file(file or (output if name not in _BESIDE else None)))


def _file(named: str | None) -> str | None:
    return None if named in (_STDOUT, "") else named


def _refuse_misplaced(target: Target) -> None:
    """Tells before a run, which may take long, that its report would find no place.

    Not with `pathlib`, which raises on names that are too long; writing tells of these.
    """
    name, file = target.name, target.file or ""
    if name in FOLDERS and (not file or os.path.isfile(file)):  # noqa: PTH113
        hint = f"name a folder: -f {name}=DIR"
        raise UsageError(f"{name} is written as several files", hint=hint)
    if name not in FOLDERS and (file.endswith(os.sep) or os.path.isdir(file)):  # noqa: PTH112
        hint = f"name a file in it: -f {name}={file.rstrip(os.sep)}{os.sep}report"
        raise UsageError(f"{file} is a folder", hint=hint)


def _refuse_two_in_one(wanted: Iterable[Target]) -> None:
    taken: set[str | None] = set()
    for target in wanted:
        beside = target.file is None and target.name in _BESIDE
        place = target.name if beside else _real(target.file)
        if place in taken:
            where = target.file or "standard output"
            hint = "name another file for one of them: -f json=report.json"
            raise UsageError(f"two reports would go to {where}", hint=hint)
        taken.add(place)


def _real(file: str | None) -> str | None:
    """The file behind all links, so that one of two names is told from two files."""
    return file and os.path.normcase(os.path.realpath(file))


def _write(report: "Report", target: Target, style: "Style") -> None:
    from provenance.reporters import output as out  # noqa: PLC0415

    if target.file and target.name in FOLDERS:
        out.write_folder(folder_reporter(target.name)(report, style), target.file)
    elif target.file and target.appended:
        out.append(reporter(target.name)(report, style), target.file)
    else:
        out.write(reporter(target.name)(report, style), target.file)
