"""The whole run on one page.

`check` reads, looks for everything, judges and returns a `Report`; it writes
and prints nothing. Every stage is a plain function from frames to a frame, so
this file is also the map of the program.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from provenance import __version__, checks, frames, gate, reuse, scoring, sources
from provenance.api.accepting import accepted, entries, here
from provenance.api.between import between, compare, of
from provenance.api.configured import named_rules, spoken_rules
from provenance.api.noticing import unheard, unscored
from provenance.api.progress import Progress, silent
from provenance.api.within import within
from provenance.checks.corpus import Corpus
from provenance.config import Config
from provenance.errors import UsageError
from provenance.gate.acceptance import Accepted, accept
from provenance.model import Finding, Notice, Report, Unread
from provenance.rulebook import Rulebook

_THREADS = os.cpu_count() or 1


def check(  # noqa: PLR0913  (what a run has to know)
    paths: Sequence[str],
    config: Config | None = None,
    *,
    against: Sequence[str] = (),
    stdin_format: str = "txt",
    progress: Progress = silent,
    today: date | None = None,
) -> Report:
    """Reads the articles at `paths`, asks every check of them, scores them and judges the run.

    Args:
        paths: Files, folders, globs, or `-` for standard input.
        config: Settings; the defaults when left out. Files are not searched for settings here.
        against: Like `paths`: an archive that the articles are compared with. Its articles are
            not judged, and not compared with one another.
        stdin_format: How to read standard input: `txt`, `md` or `jsonl`.
        progress: Called with the stage's name, how much is done and how much there is.
        today: The day on which entries of the baseline hold; today in UTC when left out.

    Raises:
        InputError: `paths` is empty, or there is nothing but these articles at `against`.
        UsageError: Standard input is named twice, or there is no such `stdin_format`.
        FaultList: Of `RuleError` or `ConfigError`: all faults of rule files or settings at once.
        ConfigError: The gate could never fail, or never on a rule it names; or the baseline that
            is named cannot be read.
    """
    config = config or Config()
    named, known = named_rules(config), entries(config)
    progress("reading", 0, len(paths))
    reading, archive = _read(paths, against, config, stdin_format)
    book = spoken_rules(named, _languages(reading.articles, archive))
    corpus = look(
        reading.articles,
        book,
        config.min_words,
        progress,
        archive=archive,
        memory=config.memory or half_of_memory(),
    )
    judged = _judge(corpus, book, accepted(known, book, config, today))
    return _report(reading, corpus, judged, book, config)


def look(  # noqa: PLR0913  (what a run has to know)
    articles: pl.DataFrame,
    book: Rulebook,
    min_words: int,
    progress: Progress = silent,
    *,
    archive: pl.DataFrame | None = None,
    memory: int | None = None,
) -> Corpus:
    """Everything the checks need to know about `articles`, compared with one another and `archive`.

    Both are frames of `Article`. The search for shared passages takes at most `memory` bytes
    (null: see `reuse.find`) and all processors.
    """
    progress("shared passages", 0, len(articles) + (0 if archive is None else len(archive)))
    compared = compare(articles, archive, min_words, memory, _THREADS)
    inside = within(compared.known, book, _THREADS, progress)
    return between(compared, inside, book, _THREADS, progress)


def half_of_memory() -> int | None:
    """Half of what the machine has, in bytes; null where it cannot be told."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, OSError, ValueError):
        return None


def rollup(corpus: Corpus) -> pl.DataFrame:
    """How much of each article stands in others: a frame of `Reuse`."""
    return reuse.rollup(corpus.regions, corpus.known, corpus.quotes, corpus.matches)


def named_twice() -> UsageError:
    """The error for standard input named in two places."""
    return UsageError("standard input is named twice", hint="name a file for one of the two")


def _read(
    paths: Sequence[str], against: Sequence[str], config: Config, stdin_format: str
) -> tuple[sources.Reading, pl.DataFrame | None]:
    """What is to be judged, with all that could not be read, and the archive if there is one."""
    if "-" in paths and "-" in against:
        raise named_twice()
    reading = sources.read(paths, config, stdin_format)
    if not against:
        return reading, None
    archive = sources.read_archive(against, config, stdin_format, reading.articles)
    told = sources.Reading(
        reading.articles,
        tuple(dict.fromkeys((*reading.unread, *archive.unread))),
        tuple(dict.fromkeys((*reading.notices, *archive.notices))),
    )
    return told, archive.articles


def _languages(*tables: pl.DataFrame | None) -> list[str | None]:
    told = pl.concat([table["language"] for table in tables if table is not None])
    return told.unique().sort().to_list()


def _judged(table: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """The rows about articles that are judged."""
    return of(table, corpus.articles, corpus.archive)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of the articles: frames of the row types of those names, and notices."""

    findings: pl.DataFrame
    outcomes: pl.DataFrame
    scores: pl.DataFrame
    outlets: pl.DataFrame
    reuse: pl.DataFrame
    notices: tuple[Notice, ...]

    def as_evidence(self, corpus: Corpus, unread: Sequence[Unread]) -> gate.Evidence:
        return gate.Evidence(
            articles=corpus.articles,
            findings=self.findings,
            outcomes=self.outcomes,
            scores=self.scores,
            regions=corpus.regions,
            clusters=corpus.clusters,
            unread=unread,
            rules={rule_id: rule.severity for rule_id, rule in corpus.rules.items()},
        )


def _judge(corpus: Corpus, book: Rulebook, allowed: Accepted) -> _Judged:
    """What the checks find, what it costs, and which of it is accepted; that costs the same."""
    examined, outcomes = checks.examine(corpus)
    words = scoring.words_outside_boilerplate(corpus.articles, corpus.lines, corpus.matches)
    blind = checks.unlooked(outcomes, corpus.rules)
    findings = scoring.deduct(frames.frame(examined, Finding), book.weights)
    findings = gate.fingerprint(findings, corpus.known, here())
    findings, notices = accept(findings, corpus.known, allowed)
    scores = scoring.score(words, blind, findings, book.weights)
    outlets = scoring.outlets(
        corpus.known, scores, findings, corpus.lineages, corpus.credits, book.weights
    )
    shares = _judged(rollup(corpus), corpus)
    return _Judged(findings, outcomes, scores, outlets, shares, notices)


def _report(
    reading: sources.Reading, corpus: Corpus, judged: _Judged, book: Rulebook, config: Config
) -> Report:
    """The finished run, with the gate's verdict on it."""
    told = (*reading.notices, *unheard(config, book), *unscored(config, book))
    evidence = judged.as_evidence(corpus, reading.unread)
    verdict = gate.judge(evidence, config.fail_on, config.fail_under, config.limits)
    return Report(
        version=__version__,
        settings_digest=config.digest(),
        rules=book.rules,
        weights=book.weights,
        articles=corpus.articles,
        findings=judged.findings,
        outcomes=judged.outcomes,
        scores=judged.scores,
        outlets=judged.outlets,
        regions=corpus.regions,
        clusters=corpus.clusters,
        reuse=judged.reuse,
        quantities=_judged(corpus.quantities, corpus),
        relations=corpus.relations,
        quotes=_judged(corpus.quotes, corpus),
        credits=_judged(corpus.credits, corpus),
        people=_judged(corpus.people, corpus),
        attributions=_judged(corpus.attributions, corpus),
        lineages=corpus.lineages,
        claims=corpus.claims,
        mentions=corpus.mentions,
        unread=reading.unread,
        notices=(*told, *corpus.notices, *judged.notices),
        verdict=verdict,
        archive=corpus.archive,
    )
