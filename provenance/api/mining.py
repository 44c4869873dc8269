"""Finds the lines that outlets repeat, as rules to be."""

from collections.abc import Collection, Sequence
from statistics import mode

import polars as pl

from provenance import frames, rulebook, sources
from provenance.api.configured import rules
from provenance.api.progress import Progress, silent
from provenance.api.run import look
from provenance.config import Config
from provenance.errors import FaultList, InputError, UsageError
from provenance.model import Article, Scope
from provenance.rulebook import Rulebook
from provenance.text import segment
from provenance.trials import drafts, mining
from provenance.trials.mining import Mined

_ALONE = (Scope.LINE, Scope.TITLE, Scope.PARAGRAPH)


def mine(  # noqa: PLR0913  (what a search has to know)
    paths: Sequence[str],
    config: Config | None = None,
    *,
    fewest: int = 3,
    share: float = 0.0,
    limit: int = 100,
    stdin_format: str = "txt",
    progress: Progress = silent,
) -> Mined:
    """The lines that stand in several stories of one outlet and that no rule finds by itself.

    Args:
        paths: As for `check`.
        config: Settings; the defaults when left out.
        fewest: In how many stories of the outlet, 2 or more. Reprints of a story count once.
        share: In which share of its stories, in percent.
        limit: The most lines told.
        stdin_format: How to read standard input.
        progress: As for `check`.

    Raises:
        InputError: There is nothing to read; a list of them when nothing could be read.
        UsageError: A number makes no sense, or no article says whose it is.
        FaultList: As for `rules`, or of `InputError`.
    """
    _check_numbers(fewest, share, limit)
    config = config or Config()
    book = rules(config)
    progress("reading", 0, len(paths))
    reading = sources.read(paths, config, stdin_format)
    articles = reading.articles
    if articles.is_empty():
        raise FaultList([InputError(item.reason, place=item.place) for item in reading.unread])
    anonymous = articles["outlet"].null_count()
    if anonymous == len(articles):
        hint = "name the field that tells it with --outlet-field"
        raise UsageError("no article says which outlet it is of", hint=hint)
    corpus = look(articles, book, config.min_words, progress, memory=config.memory)
    found = mining.repeated(corpus.lines, articles, corpus.clusters, fewest, share)
    alone = [p.rule_id for p in book.patterns if p.scope in _ALONE]
    unknown = mining.unknown(found, corpus.matches.filter(pl.col.rule_id.is_in(alone)))
    ranked = mining.ranked(unknown)
    misses = _untouched(mining.plain(corpus.lines, found, articles), book)
    made = mining.draft(ranked.head(limit), unknown, articles, misses, book.rules)
    told = sum(len(terms) for each in made for terms in each.match.values())
    locales = sorted(each.locale for each in made)
    note = f"Lines in {fewest} stories of an outlet and more; how many stands behind each."
    lines = ["outlet", "folded"]
    return Mined(
        text=drafts.document("mined", mode(locales), made, [note]) if made else "",
        rules=len(made),
        lines=told,
        left_out=len(ranked) - told,
        known=found.n_unique(lines) - unknown.n_unique(lines),
        anonymous=anonymous,
        unread=reading.unread,
    )


def _check_numbers(fewest: int, share: float, limit: int) -> None:
    if fewest < 2:
        raise UsageError("--clusters must be 2 or more", hint="one story repeats nothing")
    if not 0 <= share <= 100:
        raise UsageError("--share is a percentage", hint="such as --share 5")
    if limit < 1:
        raise UsageError("--limit must be 1 or more")


def _untouched(texts: Collection[str], book: Rulebook) -> list[str]:
    """The texts in which no rule finds anything."""
    table = frames.frame(
        [Article(text, "", 1, False, text, None, 0, None, None, None) for text in texts], Article
    )
    patterns = [pattern for pattern in book.patterns if pattern.scope in _ALONE]
    found = rulebook.match(patterns, segment.lines(table), table)
    touched = set(found["article_id"])
    return [text for text in texts if text not in touched]
