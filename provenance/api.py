"""The whole run on one page.

`check` reads, looks for everything, judges and returns a `Report`; it writes
and prints nothing. Every stage is a plain function from frames to a frame, so
this file is also the map of the program.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from provenance import (
    __version__,
    attribution,
    checks,
    frames,
    gate,
    numbers,
    reuse,
    rulebook,
    scoring,
    sources,
)
from provenance.checks.corpus import Corpus
from provenance.config import Config, resolve
from provenance.errors import ConfigError, FaultList, RuleError, UsageError
from provenance.model import Article, Finding, Notice, Report, Score
from provenance.reuse.comparison import SIDES, Comparison
from provenance.reuse.join import LARGEST
from provenance.reuse.search import Search, search
from provenance.rulebook import Rulebook
from provenance.scoring.readability import Readability, readability
from provenance.sources.packs import rule_files
from provenance.sources.settings import find_settings
from provenance.text import segment

Progress = Callable[[str, int, int], None]

# Outlets named where a sequence of words stands in many places.
_FEW_OUTLETS = 3

__all__ = [
    "Comparison",
    "Progress",
    "Readability",
    "check",
    "compare",
    "readability",
    "rules",
    "settings",
]


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody how far the run is."""


def check(
    paths: Sequence[str],
    config: Config | None = None,
    *,
    against: Sequence[str] = (),
    stdin_format: str = "txt",
    progress: Progress = silent,
) -> Report:
    """Reads the articles at `paths`, asks every check of them, scores them and judges the run.

    Args:
        paths: Files, folders, globs, or `-` for standard input.
        config: Settings; the defaults when left out. Files are not searched for settings here.
        against: Like `paths`: an archive that the articles are compared with. Its articles are
            not judged, and not compared with one another.
        stdin_format: How to read standard input: `txt`, `md` or `jsonl`.
        progress: Called with the stage's name, how much is done and how much there is.

    Raises:
        InputError: There is not one article, readable or not, at `paths`, or none at `against`.
        UsageError: Standard input is named twice, or there is no such `stdin_format`.
        FaultList: Of `RuleError` or `ConfigError`: all faults of rule files or settings at once.
        ConfigError: The gate could never fail, or never on a rule it names.
    """
    config = config or Config()
    book = rules(config)
    gate.refuse_blind(config.fail_on, {rule.rule_id for rule in book.rules})
    progress("reading", 0, len(paths))
    reading, archive = _read(paths, against, config, stdin_format)
    corpus = look(
        reading.articles,
        book,
        config.min_words,
        progress,
        archive=archive,
        memory=config.memory or _half_of_memory(),
    )
    examined, outcomes = checks.examine(corpus)
    findings, scores = _score(examined, outcomes, corpus, book)
    return Report(
        version=__version__,
        settings_digest=config.digest(),
        rules=book.rules,
        articles=corpus.articles,
        findings=findings,
        outcomes=outcomes,
        scores=scores,
        regions=corpus.regions,
        clusters=corpus.clusters,
        reuse=_judged(_rollup(corpus), corpus),
        quantities=corpus.quantities,
        quotes=_judged(corpus.quotes, corpus),
        credits=_judged(corpus.credits, corpus),
        unread=reading.unread,
        notices=(*reading.notices, *corpus.notices),
        verdict=gate.judge(findings, reading.unread, len(corpus.articles), config.fail_on),
        archive=corpus.archive,
    )


def compare(
    left: str, right: str, config: Config | None = None, *, stdin_format: str = "txt"
) -> Comparison:
    """What two articles share, and what differs in it.

    Args:
        left: A file, or `-` for standard input; `file#ID` for one of several articles in it.
        right: Likewise.
        config: Settings; the defaults when left out.
        stdin_format: How to read standard input.

    Raises:
        InputError: One of them cannot be read.
        UsageError: A name tells no single article, or both mean standard input.
        FaultList: As for `check`.
    """
    config = config or Config()
    book = rules(config)
    if sources.is_stdin(left) and sources.is_stdin(right):
        raise _named_twice()
    pair = (
        sources.read_one(left, config, stdin_format),
        sources.read_one(right, config, stdin_format),
    )
    sides = [replace(article, article_id=side) for article, side in zip(pair, SIDES, strict=True)]
    memory = config.memory or _half_of_memory()
    corpus = look(frames.frame(sides, Article), book, config.min_words, memory=memory)
    made_by = __version__, config.digest()
    return reuse.compared(pair, corpus.regions, _rollup(corpus), config.min_words, made_by)


def look(  # noqa: PLR0913  (what a run has to know)
    articles: pl.DataFrame,
    book: Rulebook,
    min_words: int,
    progress: Progress = silent,
    *,
    archive: pl.DataFrame | None = None,
    memory: int | None = None,
) -> Corpus:
    """Everything the checks need to know about `articles`: the stages, in order.

    Of `archive`, a frame of `Article`, only what shares a passage with one of `articles` is looked
    at any further, so that a large archive costs little more than the comparison. The search for
    shared passages takes at most `memory` bytes (null: see `reuse.find`) and all processors.
    """
    archive = frames.frame((), Article) if archive is None else archive
    total = len(articles)
    progress("shared passages", 0, total + len(archive))
    found = search(articles, min_words, archive=archive, memory=memory, threads=os.cpu_count() or 1)
    regions = found.regions
    sharing = pl.concat([regions["left_id"], regions["right_id"]]).implode()
    evidence = archive.filter(pl.col("article_id").is_in(sharing))
    known = frames.conform(pl.concat([articles, evidence]), Article)
    progress("rules", 0, total)
    lines = segment.lines(known)
    matches = rulebook.match(book.patterns, lines, known)
    progress("quotations", 0, total)
    quotes = attribution.quotes(known)
    credits_ = attribution.credits(known, book.lexicons["credits.en"])
    progress("figures", 0, total)
    quantities = numbers.quantities(articles, _lexicon(book))
    regions = reuse.classify(regions, known, quotes, credits_, matches)
    return Corpus(
        articles=articles,
        lines=_of(lines, articles, evidence),
        matches=_of(matches, articles, evidence),
        quotes=quotes,
        credits=credits_,
        quantities=quantities,
        regions=regions,
        clusters=reuse.clusters(regions, known, credits_),
        rules={rule.rule_id: rule for rule in book.rules},
        archive=evidence,
        archive_size=len(archive),
        notices=_starred(found),
    )


def rules(config: Config | None = None) -> Rulebook:
    """The rules that take part under `config`: the bundled ones and the user's own.

    Raises:
        FaultList: Of `RuleError` or `ConfigError`: all faults of all rule files, or of the
            settings that name rules.
    """
    config = config or Config()
    book = rulebook.load(rule_files(config.rules))
    if faults := checks.unanswered(book.rules):
        raise FaultList(faults)
    return rulebook.select(book, config.select, config.ignore, config.severity)


def settings(path: str | None, flags: Mapping[str, object]) -> Config:
    """The settings of a run: the defaults, under the settings file, under `flags`.

    Args:
        path: A settings file; null to look for one from the current folder upwards.
        flags: What the command line sets, by the names of `Config`; null values are left out.

    Raises:
        FaultList: Of `ConfigError`: every fault in the file and the flags at once.
    """
    place, text = find_settings(path, _current_folder()) or ("", None)
    return resolve(text, place, flags)


def _starred(found: Search) -> tuple[Notice, ...]:
    """What the search did not compare with everything, if there is such."""
    if not found.giants:
        return ()
    outlets = found.outlets.sort("giants", "outlet", descending=[True, False]).head(_FEW_OUTLETS)
    most = ", ".join(f"{name or 'unknown outlets'} {count}" for name, count in outlets.iter_rows())
    return (
        Notice(
            "shared passages",
            f"{found.giants} sequences of words stand in more than {LARGEST} places (most in "
            f"articles of: {most}); every article with one was compared with the earliest that "
            "has it and the one before, not with all",
        ),
    )


def _half_of_memory() -> int | None:
    """Half of what the machine has, in bytes; null where it cannot be told."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, OSError, ValueError):
        return None


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        hint = "change to a folder that exists"
        raise ConfigError("the current folder was removed", hint=hint) from None


def _read(
    paths: Sequence[str], against: Sequence[str], config: Config, stdin_format: str
) -> tuple[sources.Reading, pl.DataFrame | None]:
    """What is to be judged, with all that could not be read, and the archive if there is one."""
    if "-" in paths and "-" in against:
        raise _named_twice()
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


def _rollup(corpus: Corpus) -> pl.DataFrame:
    return reuse.rollup(corpus.regions, corpus.known, corpus.quotes, corpus.matches)


def _judged(table: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """The rows about articles that are judged."""
    return _of(table, corpus.articles, corpus.archive)


def _of(table: pl.DataFrame, articles: pl.DataFrame, archive: pl.DataFrame) -> pl.DataFrame:
    """The rows about `articles`, of rows about these and `archive`."""
    if archive.is_empty():
        return table
    return table.filter(pl.col("article_id").is_in(articles["article_id"].implode()))


def _named_twice() -> UsageError:
    return UsageError("standard input is named twice", hint="name a file for one of the two")


def _lexicon(book: Rulebook) -> numbers.Lexicon:
    try:
        return numbers.Lexicon.of(book.lexicons["numbers.en"])
    except ValueError as fault:
        place = "rules/lexicon/numbers.en.yaml"
        raise RuleError(str(fault), place=place, hint="correct the lexicon") from fault


def _score(
    findings: list[Finding], outcomes: pl.DataFrame, corpus: Corpus, book: Rulebook
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The findings with their deductions, and a frame of `Score`, one row an article."""
    words = scoring.words_outside_boilerplate(corpus.lines, corpus.matches)
    blind = checks.blind_families(outcomes)
    deducted = scoring.deduct(findings, book.weights)
    by_article: dict[str, list[Finding]] = {key: [] for key in corpus.articles["article_id"]}
    for item in deducted:
        by_article[item.article_id].append(item)
    scores = [
        scoring.score(article_id, words.get(article_id, 0), blind[article_id], items, book.weights)
        for article_id, items in by_article.items()
    ]
    return frames.frame(deducted, Finding), frames.frame(scores, Score)
