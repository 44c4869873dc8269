"""What stands within articles: the stages that look at each article by itself.

In: articles and rules. Out: the frames that come of them. An article's rows do not
depend on what else is looked at, so articles may be looked at in any batches.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

import polars as pl

from provenance import attribution, frames, numbers, rulebook
from provenance.api.progress import Progress, silent
from provenance.errors import RuleError
from provenance.model import (
    ANY,
    Attribution,
    Credit,
    Gap,
    Match,
    Person,
    Quantity,
    Quote,
    Relation,
)
from provenance.rulebook import Rulebook

CUT = {"article_id": pl.String()}


@dataclass(frozen=True, slots=True)
class Within:
    """What was found within articles.

    Attributes:
        matches, gaps, credits, relations: Frames of the row types of those names; of the matches
            those of rules whose scope is not the corpus.
        quotes, people, attributions, quantities: Likewise, to be collected, since they are several
            times as large as the texts; in the order of their rows.
        utterances: A frame of `attribution.UTTERANCES`, to be collected, in any order.
        may_recur: A frame of `rulebook.MAY_RECUR`, to be collected, in any order: the lines that
            the other rules look at.
        cut: A column `article_id`: the articles that hold more numbers than are read.
    """

    matches: pl.DataFrame
    quotes: pl.LazyFrame
    people: pl.LazyFrame
    attributions: pl.LazyFrame
    utterances: pl.LazyFrame
    gaps: pl.DataFrame
    credits: pl.DataFrame
    quantities: pl.LazyFrame
    relations: pl.DataFrame
    may_recur: pl.LazyFrame
    cut: pl.DataFrame


_SMALL = {"matches": Match, "gaps": Gap, "credits": Credit, "relations": Relation}


def within(
    articles: pl.DataFrame,
    lines: pl.DataFrame,
    book: Rulebook,
    threads: int,
    progress: Progress = silent,
) -> Within:
    """What stands within articles. Linear in the text.

    Args:
        articles: A frame of `Article`.
        lines: A frame of `Line`: theirs.
        book: The rules.
        threads: How many threads may look for text rules; changes no result.
        progress: Told the stages.

    Raises:
        RuleError: A lexicon lacks what is read of it.
    """
    progress("rules", 0, len(articles))
    matches = rulebook.match(book.patterns, lines, articles, threads)
    progress("quotations", 0, len(articles))
    said = attribution.read(articles, lexicon(book))
    progress("figures", 0, len(articles))
    figures = numbers.read(articles, grammar(book))
    return Within(
        matches=matches,
        quotes=said.quotes.lazy(),
        people=said.people.lazy(),
        attributions=said.attributions.lazy(),
        utterances=attribution.utterances(articles, said.quotes).lazy(),
        gaps=said.gaps,
        credits=said.credits,
        quantities=figures.quantities.lazy(),
        relations=figures.relations,
        may_recur=rulebook.may_recur(book.patterns, lines, articles).lazy(),
        cut=pl.DataFrame({"article_id": figures.cut}, schema=CUT),
    )


def tables(found: Within) -> dict[str, pl.DataFrame]:
    """The frames by their names."""
    return {field.name: getattr(found, field.name).lazy().collect() for field in fields(Within)}


def gathered(parts: Mapping[str, pl.LazyFrame]) -> Within:
    """What was found in several batches of articles, as if they had been looked at in one.

    Args:
        parts: The frames by their names, as from `tables`, the rows of all batches in any order.
    """

    def small(name: str) -> pl.DataFrame:
        return frames.conform(parts[name].collect(), _SMALL[name])

    return Within(
        matches=small("matches"),
        quotes=parts["quotes"].sort(Quote.ORDER),
        people=parts["people"].sort(Person.ORDER),
        attributions=parts["attributions"].sort(Attribution.ORDER),
        utterances=parts["utterances"],
        gaps=small("gaps"),
        credits=small("credits"),
        quantities=parts["quantities"].sort(Quantity.ORDER),
        relations=small("relations"),
        may_recur=parts["may_recur"],
        cut=parts["cut"].sort("article_id").collect(),
    )


def joined(parts: Iterable[Within]) -> Within:
    """As `gathered`, of batches that are at hand."""
    every = list(parts)
    return gathered(
        {
            field.name: pl.concat([getattr(part, field.name).lazy() for part in every])
            for field in fields(Within)
        }
    )


def lexicon(book: Rulebook) -> attribution.Lexicon:
    """The words by which is read who says what; raises `RuleError` when some are missing."""
    try:
        return attribution.Lexicon.of(book.lexicons)
    except ValueError as fault:
        raise lexicon_error(fault) from fault


def grammar(book: Rulebook) -> numbers.Grammar:
    """The words by which figures are read; raises `RuleError` when some are missing."""
    try:
        return numbers.Grammar.of(book.lexicons)
    except ValueError as fault:
        raise lexicon_error(fault) from fault


def lexicon_error(fault: ValueError) -> RuleError:
    """The error for a lexicon whose key a fault begins with."""
    key, _, reason = str(fault).partition(": ")
    place = f"rules/lexicon/{key.removesuffix(f'.{ANY}')}.yaml"
    return RuleError(reason, place=place, hint="correct the lexicon")
