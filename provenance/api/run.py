"""The whole run on one page.

`check` reads, looks for everything, judges and returns a `Report`; it writes
and prints nothing. Every stage is a plain function from frames to a frame, so
this file is also the map of the program.
"""

import os
from collections.abc import Callable, Sequence

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
from provenance.api.configured import named_rules, spoken_rules
from provenance.checks.corpus import Corpus
from provenance.config import Config
from provenance.errors import RuleError, UsageError
from provenance.model import (
    ANY,
    Article,
    Finding,
    Match,
    Notice,
    OriginReason,
    Report,
    Scope,
    Score,
)
from provenance.reuse.join import LARGEST
from provenance.reuse.search import Search, search
from provenance.rulebook import Rulebook
from provenance.text import segment

Progress = Callable[[str, int, int], None]

# Outlets named where a sequence of words stands in many places.
_FEW_OUTLETS = 3
# Articles named where more hold too many numbers.
_FEW_CUT = 3


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
    named = named_rules(config)
    progress("reading", 0, len(paths))
    reading, archive = _read(paths, against, config, stdin_format)
    book = spoken_rules(named, _languages(reading.articles, archive))
    unheard = _unheard((*gate.policy(config.fail_on).rules, *config.select), book)
    corpus = look(
        reading.articles,
        book,
        config.min_words,
        progress,
        archive=archive,
        memory=config.memory or half_of_memory(),
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
        reuse=_judged(rollup(corpus), corpus),
        quantities=_judged(corpus.quantities, corpus),
        relations=corpus.relations,
        quotes=_judged(corpus.quotes, corpus),
        credits=_judged(corpus.credits, corpus),
        unread=reading.unread,
        notices=(*reading.notices, *unheard, *corpus.notices),
        verdict=gate.judge(findings, reading.unread, len(corpus.articles), config.fail_on),
        archive=corpus.archive,
    )


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
    threads = os.cpu_count() or 1
    found = search(articles, min_words, archive=archive, memory=memory, threads=threads)
    regions = found.regions
    sharing = pl.concat([regions["left_id"], regions["right_id"]]).implode()
    evidence = archive.filter(pl.col("article_id").is_in(sharing))
    known = frames.conform(pl.concat([articles, evidence]), Article)
    progress("rules", 0, total)
    lines = segment.lines(known)
    matches = rulebook.match(book.patterns, lines, known, threads)
    progress("quotations", 0, total)
    quotes = attribution.quotes(known)
    credits_ = attribution.credits(known, book.lexicons["credits.en"])
    progress("figures", 0, total)
    figures = numbers.read(known, _grammar(book))
    regions = reuse.classify(regions, known, quotes, credits_, matches)
    clusters = reuse.clusters(regions, known, credits_)
    others = archive.join(evidence.select("article_id"), on="article_id", how="anti")
    recurring = _recurring(book, lines, known, clusters, others, threads)
    matches = frames.conform(pl.concat([matches, recurring]), Match)
    return Corpus(
        articles=articles,
        lines=_of(lines, articles, evidence),
        matches=_of(matches, articles, evidence),
        quotes=quotes,
        credits=credits_,
        quantities=figures.quantities,
        relations=_of(figures.relations, articles, evidence),
        regions=regions,
        clusters=clusters,
        rules={rule.rule_id: rule for rule in book.rules},
        off=book.off,
        archive=evidence,
        archive_size=len(archive),
        notices=(*_starred(found), *_cut(figures, articles)),
    )


def _recurring(  # noqa: PLR0913, PLR0917  (all that a line may come back in)
    book: Rulebook,
    lines: pl.DataFrame,
    known: pl.DataFrame,
    clusters: pl.DataFrame,
    others: pl.DataFrame,
    threads: int,
) -> pl.DataFrame:
    """What comes back in the stories of an outlet, those of the rest of the archive counted.

    Archive articles are not compared with one another; which of them are one story is told from
    their whole texts.
    """
    if others.is_empty() or not any(each.scope is Scope.CORPUS for each in book.patterns):
        return rulebook.recur(book.patterns, lines, known, clusters)
    every = frames.conform(pl.concat([known, others]), Article)
    alike = reuse.duplicates(every, threads=threads).join(
        clusters.select("article_id"), on="article_id", how="anti"
    )
    unknown = pl.lit(None, dtype=pl.String)
    more = alike.with_columns(origin_id=unknown, reason=pl.lit(OriginReason.UNKNOWN.value))
    stories = pl.concat([clusters, more.select(clusters.columns)])
    found = rulebook.recur(book.patterns, segment.lines(every), every, stories)
    return found.join(known.select("article_id"), on="article_id", how="semi")


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


def _unheard(names: Sequence[str], book: Rulebook) -> tuple[Notice, ...]:
    """A notice of every rule that a setting names and that looked at no article."""
    reason = "it looked at no article: there is none in the language of its rules"
    heard = [word for r in book.rules for word in (r.rule_id, r.category, r.name)]
    return tuple(
        Notice(name, reason)
        for name in dict.fromkeys(names)
        if not any(word.startswith(name) for word in heard)
    )


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


def _cut(figures: numbers.Reading, articles: pl.DataFrame) -> tuple[Notice, ...]:
    """The articles that hold more numbers than are read, if there are such."""
    known = set(articles["article_id"])
    if not (cut := [key for key in figures.cut if key in known]):
        return ()
    more = f" and {len(cut) - _FEW_CUT:,} more" if len(cut) > _FEW_CUT else ""
    return (
        Notice(
            "figures",
            f"more numbers than a story holds in {', '.join(cut[:_FEW_CUT])}{more}; only the first "
            f"{numbers.NUMBERS}, and one more for every {numbers.SPARSE} characters, were read",
        ),
    )


def _judged(table: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """The rows about articles that are judged."""
    return _of(table, corpus.articles, corpus.archive)


def _of(table: pl.DataFrame, articles: pl.DataFrame, archive: pl.DataFrame) -> pl.DataFrame:
    """The rows about `articles`, of rows about these and `archive`."""
    if archive.is_empty():
        return table
    return table.filter(pl.col("article_id").is_in(articles["article_id"].implode()))


def _grammar(book: Rulebook) -> numbers.Grammar:
    try:
        return numbers.Grammar.of(book.lexicons)
    except ValueError as fault:
        key, _, reason = str(fault).partition(": ")
        place = f"rules/lexicon/{key.removesuffix(f'.{ANY}')}.yaml"
        raise RuleError(reason, place=place, hint="correct the lexicon") from fault


def _score(
    findings: list[Finding], outcomes: pl.DataFrame, corpus: Corpus, book: Rulebook
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The findings with their deductions, and a frame of `Score`, one row an article."""
    words = scoring.words_outside_boilerplate(corpus.lines, corpus.matches)
    blind = checks.blind_families(outcomes, corpus.rules)
    deducted = scoring.deduct(findings, book.weights)
    by_article: dict[str, list[Finding]] = {key: [] for key in corpus.articles["article_id"]}
    for item in deducted:
        by_article[item.article_id].append(item)
    scores = [
        scoring.score(article_id, words.get(article_id, 0), blind[article_id], items, book.weights)
        for article_id, items in by_article.items()
    ]
    return frames.frame(deducted, Finding), frames.frame(scores, Score)
