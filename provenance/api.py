"""The whole run on one page.

`check` reads, looks for everything, judges and returns a `Report`; it writes
and prints nothing. Every stage is a plain function from frames to a frame, so
this file is also the map of the program.
"""

from collections.abc import Callable, Mapping, Sequence
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
from provenance.errors import ConfigError, FaultList, RuleError
from provenance.model import Finding, Report, Score
from provenance.rulebook import Rulebook
from provenance.scoring.readability import Readability, readability
from provenance.sources.packs import rule_files
from provenance.sources.settings import find_settings
from provenance.text import segment

Progress = Callable[[str, int, int], None]

__all__ = ["Progress", "Readability", "check", "readability", "rules", "settings"]


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody how far the run is."""


def check(
    paths: Sequence[str],
    config: Config | None = None,
    *,
    stdin_format: str = "txt",
    progress: Progress = silent,
) -> Report:
    """Reads the articles at `paths`, asks every check of them, scores them and judges the run.

    Args:
        paths: Files, folders, globs, or `-` for standard input.
        config: Settings; the defaults when left out. Files are not searched for settings here.
        stdin_format: How to read standard input: `txt`, `md` or `jsonl`.
        progress: Called with the stage's name, how much is done and how much there is.

    Raises:
        InputError: There is not one article, readable or not, at `paths`.
        FaultList: Of `RuleError` or `ConfigError`: all faults of rule files or settings at once.
        ConfigError: The gate could never fail, or never on a rule it names.
    """
    config = config or Config()
    book = rules(config)
    gate.refuse_blind(config.fail_on, {rule.rule_id for rule in book.rules})
    progress("reading", 0, len(paths))
    reading = sources.read(paths, config, stdin_format)
    corpus = look(reading.articles, book, config.min_words, progress)
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
        quantities=corpus.quantities,
        quotes=corpus.quotes,
        credits=corpus.credits,
        unread=reading.unread,
        notices=reading.notices,
        verdict=gate.judge(findings, reading.unread, len(corpus.articles), config.fail_on),
    )


def look(
    articles: pl.DataFrame, book: Rulebook, min_words: int, progress: Progress = silent
) -> Corpus:
    """Everything the checks need to know about `articles`: the stages, in order."""
    total = len(articles)
    progress("rules", 0, total)
    lines = segment.lines(articles)
    matches = rulebook.match(book.patterns, lines, articles)
    progress("quotations", 0, total)
    quotes = attribution.quotes(articles)
    credits_ = attribution.credits(articles, book.lexicons["credits.en"])
    progress("figures", 0, total)
    quantities = numbers.quantities(articles, _lexicon(book))
    progress("shared passages", 0, total)
    regions = reuse.find(articles, min_words)
    regions = reuse.classify(regions, articles, quotes, credits_, matches)
    return Corpus(
        articles=articles,
        lines=lines,
        matches=matches,
        quotes=quotes,
        credits=credits_,
        quantities=quantities,
        regions=regions,
        clusters=reuse.clusters(regions, articles),
        rules={rule.rule_id: rule for rule in book.rules},
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


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        hint = "change to a folder that exists"
        raise ConfigError("the current folder was removed", hint=hint) from None


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
