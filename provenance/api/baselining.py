"""Keeping a baseline: a run that accepts what it finds, or tells what is no longer needed.

Nothing is written here. A run that is not valid accepts nothing and lets
nothing go: what it did not read may be what an entry is about.
"""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import polars as pl

from provenance import gate
from provenance.api.accepting import declared, entries, here
from provenance.api.progress import Progress, silent
from provenance.api.run import check
from provenance.config import Config
from provenance.errors import InputError, UsageError
from provenance.gate.baseline import printed
from provenance.gate.fates import fates, pruned
from provenance.gate.renewal import renewed, wordless
from provenance.gate.usage import Run
from provenance.model import Report
from provenance.model.baseline import Entry, Fared
from provenance.reporters.safe import encodable, escape_json
from provenance.sources.baseline import MOST_MB
from provenance.sources.decoding import MEGABYTE

_MOST_TOLD = 3
_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline, and the one there was.

    Attributes:
        before: The entries there were.
        entries: The entries to be written.
        fared: What became of those there were.
        report: The run.
    """

    before: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    fared: tuple[Fared, ...]
    report: Report

    @property
    def is_stale(self) -> bool:
        """Whether entries accept nothing, or less than they say, or have expired."""
        return self.entries != self.before

    @property
    def data(self) -> bytes:
        """The file to be written; safe to show on a terminal.

        Raises:
            UsageError: It would be larger than what is read.
        """
        found = escape_json(printed(self.entries).encode("utf-8", "backslashreplace"))
        if len(found) > MOST_MB * MEGABYTE:
            raise UsageError(
                f"{len(self.entries):,} entries are more than {MOST_MB:,} MB, so that no run would "
                "read them; nothing was written",
                hint="accept what recurs with --everywhere, or divide it: several folders, each "
                "with a baseline of its own",
            )
        return found


@dataclass(frozen=True, slots=True)
class BaselineRun:
    """What is to be run: the arguments of `check`, and the baseline's file."""

    paths: Sequence[str]
    config: Config
    file: str
    against: Sequence[str] = ()
    stdin_format: str = "txt"
    progress: Progress = silent
    today: date | None = None


def accept_findings(
    asked: BaselineRun,
    reason: str | None = None,
    until: date | None = None,
    wide: Sequence[str] = (),
) -> Baseline:
    """The baseline by which the run finds nothing that counts.

    Args:
        asked: The run.
        reason: Why its findings are accepted; entries that are in force keep their own.
        until: The last day of new entries; null for ever.
        wide: Beginnings of ids of rules whose findings are accepted in every article.

    Raises:
        InputError: The run is not valid.
        UsageError: The day is over, the baseline's name is that of an article, or rules to be
            accepted everywhere are not there or find what has no words.
    """
    today = _day(asked)
    if until is not None and until < today:
        raise UsageError(f"{until} is over", hint="name a day to come")
    _refuse_article(asked.file)
    file = asked.file if os.path.exists(asked.file) else None  # noqa: PTH110
    config = replace(asked.config, baseline=file, only_new=True)
    report, run = _run(asked, config, today)
    before = entries(config)
    _refuse_unknown(wide, run.declared)
    _refuse_wordless(wide, run)
    said = None if reason is None else str(encodable(reason)).strip() or None
    kept = renewed(before, run, reason=said, until=until, wide=wide)
    return Baseline(before, kept, (), report)


def look_after(asked: BaselineRun, *, everything: bool = False) -> Baseline:
    """What became of the entries of the baseline, and those that are left without the dead ones.

    Args:
        asked: The run.
        everything: Whether it is over the whole corpus; see `gate.fates`.

    Raises:
        InputError: The run is not valid.
        ConfigError: There is no baseline.
    """
    config = replace(asked.config, baseline=asked.file, only_new=True)
    if everything:  # What could not be read is not gone.
        config = replace(config, keep_going=False)
    before = entries(config)
    report, run = _run(asked, config, _day(asked))
    fared = fates(before, run, everything=everything)
    return Baseline(before, pruned(fared), fared, report)


def baseline_entries(file: str) -> tuple[Entry, ...]:
    """The entries of a baseline.

    Raises:
        ConfigError: It cannot be read.
        FaultList: Of `ConfigError`: its lines that are no entry.
    """
    return entries(Config(baseline=file))


def _refuse_unknown(wide: Sequence[str], declared: Collection[str]) -> None:
    for name in wide:
        if not any(rule_id.startswith(name) for rule_id in declared):
            hint = "see `provenance rules list`; ids look like BPL001, families like BPL"
            raise UsageError(f"there is no rule {name!r} to accept everywhere", hint=hint)


def _refuse_wordless(wide: Sequence[str], run: Run) -> None:
    if rules := wordless(run, wide):
        raise UsageError(
            f"{', '.join(rules)} cannot be accepted everywhere: there are findings without words, "
            "so that all articles to come would be accepted with them; nothing was written",
            hint="leave them out of --everywhere; they are accepted article by article",
        )


def _refuse_article(file: str) -> None:
    """Refuses a name under which a folder's baseline would be read as a story."""
    if not file.endswith(_SUFFIX):
        raise UsageError(
            f"a baseline's name ends in {_SUFFIX}, not {file!r}",
            hint="under another name a run over its folder could read it as an article",
        )


def _day(asked: BaselineRun) -> date:
    return asked.today or datetime.now(UTC).date()


def _run(asked: BaselineRun, config: Config, today: date) -> tuple[Report, Run]:
    report = check(
        asked.paths,
        config,
        against=asked.against,
        stdin_format=asked.stdin_format,
        progress=asked.progress,
        today=today,
    )
    if report.verdict.exit_code == gate.INVALID:
        raise _invalid(report)
    ids, behaviour = declared(config)
    known = pl.concat([report.articles, report.archive])
    run = Run(
        findings=report.findings,
        articles=report.articles,
        known=known,
        outcomes=report.outcomes,
        rules=report.rules,
        declared=ids,
        behaviour=behaviour,
        today=today,
        here=here(),
    )
    return report, run


def _invalid(report: Report) -> InputError:
    told = [f"{item.place}: {item.reason}" for item in report.unread[:_MOST_TOLD]]
    return InputError(
        f"this is no valid run, so that nothing was written: {report.verdict.reasons[0]}",
        hint="\n  ".join([*told, "`provenance check` tells more"]),
    )
