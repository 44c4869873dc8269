"""What stands within articles: the stages that look at each article by itself.

In: articles and rules. Out: the frames that come of them. An article's rows do not
depend on what else is looked at, so articles may be looked at in any batches.
"""

from collections.abc import Iterable
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
from provenance.rulebook import MAY_RECUR, Rulebook

CUT = {"article_id": pl.String()}


@dataclass(frozen=True, slots=True)
class Within:
    """What was found within articles.

    Attributes:
        matches, quotes, people, attributions, gaps, credits, quantities, relations: Frames of the
            row types of those names; of the matches those of rules whose scope is not the corpus.
        may_recur: A frame of `rulebook.MAY_RECUR`: the lines that the other rules look at.
        cut: A column `article_id`: the articles that hold more numbers than are read.
    """

    matches: pl.DataFrame
    quotes: pl.DataFrame
    people: pl.DataFrame
    attributions: pl.DataFrame
    gaps: pl.DataFrame
    credits: pl.DataFrame
    quantities: pl.DataFrame
    relations: pl.DataFrame
    may_recur: pl.DataFrame
    cut: pl.DataFrame

    @property
    def said(self) -> attribution.Reading:
        """Who says what."""
        return attribution.Reading(
            self.quotes, self.people, self.attributions, self.gaps, self.credits
        )

    @property
    def figures(self) -> numbers.Reading:
        """The figures."""
        return numbers.Reading(
            self.quantities, self.relations, tuple(self.cut["article_id"].to_list())
        )


_ROWS = {
    "matches": Match,
    "quotes": Quote,
    "people": Person,
    "attributions": Attribution,
    "gaps": Gap,
    "credits": Credit,
    "quantities": Quantity,
    "relations": Relation,
}


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
        quotes=said.quotes,
        people=said.people,
        attributions=said.attributions,
        gaps=said.gaps,
        credits=said.credits,
        quantities=figures.quantities,
        relations=figures.relations,
        may_recur=rulebook.may_recur(book.patterns, lines, articles),
        cut=pl.DataFrame({"article_id": figures.cut}, schema=CUT),
    )


def tables(found: Within) -> dict[str, pl.DataFrame]:
    """The frames by their names."""
    return {field.name: getattr(found, field.name) for field in fields(Within)}


def joined(parts: Iterable[Within]) -> Within:
    """What was found in several batches of articles, as if they had been looked at in one."""
    every = list(map(tables, parts))
    whole = {
        name: frames.conform(
            pl.concat([frames.frame((), row), *(part[name] for part in every)]), row
        )
        for name, row in _ROWS.items()
    }
    lines = pl.concat([pl.DataFrame(schema=MAY_RECUR), *(part["may_recur"] for part in every)])
    cut = pl.concat([pl.DataFrame(schema=CUT), *(part["cut"] for part in every)])
    return Within(**whole, may_recur=lines, cut=cut.sort("article_id"))


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
