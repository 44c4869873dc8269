"""The whole run on one page.

`check` reads, looks for everything, judges and returns a `Report`; it writes
and prints nothing. Every stage is a plain function from frames to a frame, so
this file is also the map of the program.
"""

import itertools
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from provenance import __version__, frames, gate, scoring, sources
from provenance.api.accepting import accepted, entries
from provenance.api.batches import Survey, Workshop, workshop
from provenance.api.between import Table, between, compare, of
from provenance.api.configured import named_rules, spoken_rules
from provenance.api.judging import Examined, Judged, examine, judge
from provenance.api.noticing import unheard, unscored
from provenance.api.progress import Progress, silent
from provenance.api.within import joined, within
from provenance.checks.corpus import Corpus
from provenance.config import Config
from provenance.errors import UsageError
from provenance.model import Article, Report
from provenance.rulebook import Rulebook
from provenance.scale import allowed, give_back
from provenance.text import segment

_THREADS = os.cpu_count() or 1
# What a worker takes, in bytes: .36 GB at most over 20,000 news articles, and some to spare.
_WORKER = 500_000_000


def check(  # noqa: PLR0913  (what a run has to know)
    paths: Sequence[str],
    config: Config | None = None,
    *,
    against: Sequence[str] = (),
    stdin_format: str = "txt",
    progress: Progress = silent,
    today: date | None = None,
    workers: int = 1,
    checkpoint: str | None = None,
    sample: int | None = None,
) -> Report:
    """Reads the articles at `paths`, asks every check of them, scores them and judges the run.

    More articles than make one batch are looked at batch by batch; what is found is the same, and
    kept in files until the run is over.

    Args:
        paths: Files, folders, globs, or `-` for standard input.
        config: Settings; the defaults when left out. Files are not searched for settings here.
        against: Like `paths`: an archive that the articles are compared with. Its articles are
            not judged, and not compared with one another.
        stdin_format: How to read standard input: a suffix of `sources.READERS` without its dot.
        progress: Called with the stage's name, how much is done and how much there is.
        today: The day on which entries of the baseline hold; today in UTC when left out.
        workers: How many processes look at batches, as far as `config.memory` holds them; changes
            no result. With more than one, the program that calls must be guarded by
            `if __name__ == "__main__"`.
        checkpoint: A folder to keep the batches in, so that a run that was stopped goes on where
            it was when it is started again; null for a temporary one.
        sample: How many of the articles to look at, chosen evenly by their ids; null for all.

    Raises:
        InputError: `paths` is empty, or there is nothing but these articles at `against`.
        UsageError: Standard input is named twice, or there is no such `stdin_format`.
        FaultList: Of `RuleError` or `ConfigError`: all faults of rule files or settings at once.
        ConfigError: The gate could never fail, or never on a rule it names; or the baseline that
            is named cannot be read, or the folder for the batches not be used.
        MachineError: A worker process ended before its work was done.
    """
    config = config or Config()
    named, known = named_rules(config), entries(config)
    if "-" in paths and "-" in against:
        raise named_twice()
    progress("reading", 0, len(paths))
    asked = _Asked(config, named, tuple(against), stdin_format, progress)
    stream = sources.Stream(paths, config, stdin_format, sample=sample)
    batches = iter(stream)
    first = list(itertools.islice(batches, 2))
    if len(first) < 2 and not (checkpoint and first):
        seen = _at_once(stream.rest(pl.concat([frames.frame((), Article), *first])), asked)
    else:
        with workshop(config, _affordable(workers, config), checkpoint, progress) as shop:
            survey = shop.survey(
                itertools.chain(first, batches), stream.share, alike=stream.is_of_one_format
            )
            seen = _in_batches(stream.rest(survey.articles), survey, asked, shop)
    acceptances = accepted(known, seen.book, config, today)
    judged = judge(seen.corpus, seen.examined, seen.words, seen.book, acceptances)
    return _report(seen, judged, config)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a run was asked for; `named` are the rules, if settings name some."""

    config: Config
    named: Rulebook | None
    against: tuple[str, ...]
    stdin_format: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read, what is known of it, and what the checks answered.

    Attributes:
        words: As from `scoring.words_outside_boilerplate`.
        kept: As in `Report`.
    """

    reading: sources.Reading
    corpus: Corpus
    examined: Examined
    words: pl.DataFrame
    book: Rulebook
    kept: object = None


def _at_once(read: sources.Reading, asked: _Asked) -> _Seen:
    """A run over as much as is looked at in one piece."""
    reading, archive = _with_archive(read, asked)
    book = spoken_rules(asked.named, _languages(reading.articles, archive))
    corpus = look(
        reading.articles,
        book,
        asked.config.min_words,
        asked.progress,
        archive=archive,
        memory=asked.config.memory,
    )
    words = scoring.words_outside_boilerplate(corpus.articles, corpus.lines, corpus.matches)
    return _Seen(reading, corpus, examine(corpus), words, book)


def _in_batches(read: sources.Reading, survey: Survey, asked: _Asked, shop: Workshop) -> _Seen:
    """A run over more, of which is known what stands within the articles; answers alike."""
    reading, archive = _with_archive(read, asked)
    languages = _languages(reading.articles, archive)
    book = spoken_rules(asked.named, languages)
    asked.progress("shared passages", 0, len(reading.articles))
    config = asked.config
    compared = compare(reading.articles, archive, config.min_words, config.memory, _THREADS)
    give_back()
    inside = survey.inside
    if not compared.evidence.is_empty():
        lines = segment.lines(compared.evidence)
        inside = joined([inside, within(compared.evidence, lines, book, _THREADS)])
    corpus = between(compared, inside, book, _THREADS, asked.progress)
    give_back()
    examined, words = shop.examine(survey, corpus, frozenset(languages))
    give_back()
    return _Seen(reading, corpus, examined, words, book, shop.kept)


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
    (null: half of the machine's) and all processors.
    """
    progress("shared passages", 0, len(articles) + (0 if archive is None else len(archive)))
    compared = compare(articles, archive, min_words, memory, _THREADS)
    lines = segment.lines(compared.known)
    inside = within(compared.known, lines, book, _THREADS, progress)
    corpus = between(compared, inside, book, _THREADS, progress)
    return replace(corpus, lines=of(lines, articles, compared.evidence))


def _affordable(workers: int, config: Config) -> int:
    """As many of the workers as the memory of the run holds, and one at least."""
    memory = allowed(config.memory)
    return workers if memory is None else max(1, min(workers, memory // _WORKER))


def named_twice() -> UsageError:
    """The error for standard input named in two places."""
    return UsageError("standard input is named twice", hint="name a file for one of the two")


def _with_archive(
    reading: sources.Reading, asked: _Asked
) -> tuple[sources.Reading, pl.DataFrame | None]:
    """What is to be judged, with all that could not be read, and the archive if there is one."""
    if not asked.against:
        return reading, None
    archive = sources.read_archive(
        asked.against, asked.config, asked.stdin_format, reading.articles
    )
    told = sources.Reading(
        reading.articles,
        tuple(dict.fromkeys((*reading.unread, *archive.unread))),
        tuple(dict.fromkeys((*reading.notices, *archive.notices))),
        tuple(dict.fromkeys((*reading.lost, *archive.lost))),
    )
    return told, archive.articles


def _languages(*tables: pl.DataFrame | None) -> list[str | None]:
    told = pl.concat([table["language"] for table in tables if table is not None])
    return told.unique().sort().to_list()


def _judged(table: Table, corpus: Corpus) -> Table:
    """The rows about articles that are judged."""
    return of(table, corpus.articles, corpus.archive)


def _report(seen: _Seen, judged: Judged, config: Config) -> Report:
    """The finished run, with the gate's verdict on it."""
    reading, corpus, book = seen.reading, seen.corpus, seen.book
    told = (*reading.notices, *unheard(config, book), *unscored(config, book))
    evidence = judged.as_evidence(corpus, reading)
    verdict = gate.judge(
        evidence, config.fail_on, config.fail_under, config.limits, keep_going=config.keep_going
    )
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
        kept=seen.kept,
    )
