"""`provenance clean`: takes out of articles what rules find, and puts it back."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from provenance.cli.options import (
    BylineField,
    CheckOnly,
    Color,
    ColorWhen,
    ConfigFile,
    DateField,
    Diff,
    Exclude,
    Folder,
    IdField,
    Ignore,
    InPlace,
    LanguageField,
    LedgerFile,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Paths,
    RestoreFrom,
    Rules,
    Select,
    Severities,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
    UnsafeFixes,
)
from provenance.cli.settings import flags
from provenance.cli.terminal import say, shows_progress, style
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.api import Cleaning
    from provenance.model import Unread

EXAMPLES = """Examples:

\b
  provenance clean story.txt
  provenance clean archive/ --diff
  provenance clean archive/ -o cleaned/ --ledger cleaned.ledger
  provenance clean archive/ --in-place
  provenance clean --restore provenance-clean.ledger
  cat story.txt | provenance clean - > cleaned.txt

Lists are comma-separated or repeated. Exit codes: 0 done, 1 with --diff or --check when something
would be taken out, 2 not a valid run or something could not be read or written, 130 interrupted."""


def clean(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
    folder: Folder = None,
    in_place: InPlace = False,
    diff: Diff = False,
    check: CheckOnly = False,
    unsafe_fixes: UnsafeFixes = False,
    ledger: LedgerFile = None,
    restore: RestoreFrom = None,
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
    """Take out of articles what rules find, so that it can be put back byte for byte."""
    given = flags(locals())
    _refuse_both(folder, in_place, diff or check, ledger, restore)
    if restore is not None:
        raise typer.Exit(_restore(restore, paths or [], folder))
    if not paths:
        raise UsageError("no PATHS to clean", hint="for example: provenance clean story.txt")
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import progress  # noqa: PLC0415

    settings = api.settings(config, given)
    with progress.Progress(sys.stderr, shown=shows_progress(no_progress)) as told:
        done = api.clean(
            paths, settings, unsafe=unsafe_fixes, stdin_format=stdin_format, progress=told
        )
    if diff or check:
        if diff:
            _show_diff(done, color)
        _talk(done, (), None, written=False)
        raise typer.Exit(2 if done.unread else int(bool(done.changed)))
    failed, kept = _write(done, folder, in_place, ledger)
    _talk(done, failed, kept, written=True)
    raise typer.Exit(2 if done.unread or failed else 0)


def _refuse_both(
    folder: str | None, in_place: bool, dry: bool, ledger: str | None, restore: str | None
) -> None:
    """Refuses options that exclude one another."""
    wanted = {"-o": folder is not None, "--in-place": in_place, "--diff or --check": dry}
    several = [name for name, is_wanted in wanted.items() if is_wanted]
    if restore is not None:
        several = [name for name in several if name != "-o"]
        several += ["--ledger"] if ledger is not None else []
        if several:
            raise UsageError(f"--restore goes without {several[0]}", hint="leave one of them out")
    elif len(several) > 1:
        raise UsageError(f"{several[0]} and {several[1]} exclude one another")
    elif dry and ledger is not None:
        hint = "a ledger tells what was taken out; see what would be with --diff"
        raise UsageError("--diff and --check take nothing out and write no ledger", hint=hint)


def _write(
    done: "Cleaning", folder: str | None, in_place: bool, ledger: str | None
) -> tuple[Sequence["Unread"], str | None]:
    """Writes what was cleaned; returns what failed, and the ledger that was written."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    if in_place:
        ledger = ledger or api.DEFAULT_LEDGER
        return api.write_in_place(done, ledger), ledger
    if folder is not None:
        return api.write_folder(done, folder, ledger), ledger
    if len(done.files) > 1:
        hint = "write them with -o DIR or --in-place, or look at them with --diff"
        raise UsageError(f"{len(done.files):,} files cannot go to standard output", hint=hint)
    for file in done.files:
        data = api.cleaned_bytes(file)
        if ledger is not None:
            api.keep_ledger(done, ledger)
        out.write(_shown(data), None)
    return (), ledger


def _show_diff(done: "Cleaning", color: str) -> None:
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import difference  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    look = style(color, None)
    for file in done.changed:
        data = api.original_bytes(file)
        shown = difference.unified(file.entry.path, data, file.entry.edits)
        safe = sys.stdout is not None and sys.stdout.isatty()
        out.write(difference.for_terminal(shown, look) if safe or look.color else shown, None)


def _shown(data: bytes) -> bytes:
    """A cleaned file, made safe where a terminal shows it."""
    from provenance.reporters.safe import printable  # noqa: PLC0415

    if sys.stdout is None or not sys.stdout.isatty():
        return data
    return "\n".join(map(printable, data.decode(errors="replace").split("\n"))).encode()


def _talk(
    done: "Cleaning", failed: Sequence["Unread"], ledger: str | None, *, written: bool
) -> None:
    """What was done and what was not, on standard error."""
    from provenance.reporters import cleaning  # noqa: PLC0415

    for notice in done.notices:
        say(f"{notice.place}: {notice.message}" if notice.place else notice.message)
    for item in (*done.unread, *failed):
        say(f"{item.place}: not cleaned: {item.reason}")
    entries = [file.entry for file in done.files]
    say(cleaning.summary(entries, done.spared, done.held, done.rules, done=written))
    if ledger is not None and done.changed:
        say(f"to put it back: provenance clean --restore {ledger}")


def _restore(ledger: str, paths: Sequence[str], folder: str | None) -> int:
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import cleaning  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415

    if list(paths) == ["-"]:
        if folder is not None:
            raise UsageError("standard input goes to standard output", hint="leave -o out")
        out.write(_shown(api.restored_bytes(ledger)), None)
        return 0
    done = api.restore(ledger, paths, folder)
    for item in done.failed:
        say(f"{item.place}: not put back: {item.reason}")
    say(cleaning.restored(len(done.files), len(done.unchanged)))
    return 2 if done.failed else 0
