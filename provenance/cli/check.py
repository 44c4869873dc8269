"""`provenance check`: judges articles."""

import functools
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from provenance.cli import outputs, watch
from provenance.cli.options import (
    Against,
    Baseline,
    BylineField,
    Checkpoint,
    Color,
    ColorWhen,
    ConfigFile,
    DateField,
    EveryFinding,
    Exclude,
    ExtractWith,
    FailOn,
    FailUnder,
    Formats,
    GateLimits,
    IdField,
    Ignore,
    KeepGoing,
    LanguageField,
    Manifest,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Output,
    Paths,
    Quiet,
    Rules,
    Sample,
    Select,
    Severities,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
    UrlField,
    Watch,
    Workers,
)
from provenance.cli.settings import archive_paths, flags
from provenance.cli.terminal import cores, say, shows_progress, style
from provenance.errors import UsageError
from provenance.reporters import progress

if TYPE_CHECKING:
    from provenance.model import Report
    from provenance.reporters.palette import Style

EXAMPLES = """Examples:

\b
  provenance check story.txt
  provenance check story.txt archive/
  provenance check draft.txt --against archive/
  provenance check corpus.jsonl --text-field body -f json -o report.json
  provenance check drafts/ --fail-on warning --ignore BPL
  cat story.txt | provenance check -
  provenance check draft.txt --against archive/ --watch

Lists are comma-separated or repeated. Exit codes: 0 the gate passed, 1 it failed, 2 not a
valid run, 130 interrupted."""


def check(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
    against: Against = None,
    formats: Formats = None,
    output: Output = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    limits: GateLimits = None,
    keep_going: KeepGoing = False,
    baseline: Baseline = None,
    every: EveryFinding = False,
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
    url_field: UrlField = None,
    extractor: ExtractWith = None,
    min_words: MinWords = None,
    memory: Memory = None,
    workers: Workers = None,
    checkpoint: Checkpoint = None,
    sample: Sample = None,
    manifest: Manifest = None,
    stdin_format: Stdin = StdinFormat.TXT,
    color: ColorWhen = Color.AUTO,
    no_progress: NoProgress = False,
    quiet: Quiet = False,
    watched: Watch = False,
) -> None:
    """Check articles, report what was found, and judge the run."""
    given = locals()
    wanted = outputs.targets(formats, output, os.environ)
    with outputs.telling_older(wanted):
        if not paths:
            raise UsageError("no PATHS to check", hint="for example: provenance check story.txt")
        large = _large(given, wanted)
        asked = Asked(paths, archive_paths(against), config, flags(given), stdin_format, large)
    looks = style(color, None, quiet), style(color, "a file", quiet)
    run = functools.partial(_check, asked, wanted, looks, shows_progress(no_progress), quiet)
    if watched:
        _watch(asked, run)
    raise typer.Exit(run())


@dataclass(frozen=True, slots=True)
class Large:
    """What a run over many articles is asked for."""

    workers: int
    checkpoint: str | None
    sample: int | None
    manifest: str | None


def _large(given: Mapping[str, Any], wanted: Iterable[outputs.Target]) -> Large:
    outputs.refuse_shared(given["manifest"], wanted)
    workers = given["workers"] or cores()
    return Large(workers, given["checkpoint"], given["sample"], given["manifest"])


@dataclass(frozen=True, slots=True)
class Asked:
    """What to check, and how."""

    paths: list[str]
    against: list[str]
    config: str | None
    given: dict[str, object]
    stdin_format: str
    large: Large


def _watch(asked: Asked, run: Callable[[], int]) -> NoReturn:
    """The run again whenever something that it reads changed."""
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)

    paths = [*asked.paths, *asked.against]
    watch.refuse_stream(paths)
    watch.watch(run, functools.partial(api.footprint, paths, asked.config, asked.given))


def _check(
    asked: Asked,
    wanted: list[outputs.Target],
    looks: "tuple[Style, Style]",
    shown: bool,
    quiet: bool,
) -> int:
    """One run with its reports; the exit code."""
    from provenance.reporters import output as out  # noqa: PLC0415

    with outputs.telling_older(wanted):
        report = _run(asked, wanted, shown)
    report = outputs.write(report, wanted, *looks)
    if not any(target.is_read_by_people for target in wanted):
        (out.talk_of_accepted if quiet else out.talk)(report)
    return report.verdict.exit_code


def _run(asked: Asked, wanted: list[outputs.Target], shown: bool) -> "Report":
    """The run, of which no report would replace what it reads."""
    from provenance import api  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters.json import as_document  # noqa: PLC0415

    settings, large = api.settings(asked.config, asked.given), asked.large
    outputs.refuse_inputs(
        filter(None, (*outputs.places(wanted), large.manifest)),
        (*asked.paths, *asked.against),
        asked.config,
        settings,
        outputs.places(wanted, folders=True),
    )
    with progress.Progress(sys.stderr, shown=shown) as told:
        recorder = api.Recorder(told)
        if large.manifest:
            recorder.look_at((*asked.paths, *asked.against), settings)
        report = api.check(
            asked.paths,
            settings,
            against=asked.against,
            stdin_format=asked.stdin_format,
            progress=recorder,
            workers=large.workers,
            checkpoint=large.checkpoint,
            sample=large.sample,
        )
    if large.manifest:
        document = api.manifest(report, asked.paths, asked.against, settings, recorder)
        for item in document["inputs"]:
            if item["changed"]:
                say(f"{item['path']}: was changed during the run; the manifest tells how it is now")
        out.write(as_document(document), large.manifest)
    return report
