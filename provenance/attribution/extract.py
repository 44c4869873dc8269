"""The stage that reads articles for who says what: quotations, people, sources, and what is open.

In: articles and the words of a language. Out: frames of `Quote`, `Person`,
`Attribution`, `Gap` and `Credit`. Quotations and credits are looked for in every language, all
else in the lexicon's. Nothing is guessed: who could not be told is null.
"""

from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.attribution.credits import credits  # noqa: A004
from provenance.attribution.gaps import gaps
from provenance.attribution.lexicon import Lexicon
from provenance.attribution.naming import people
from provenance.attribution.quotes import quotations
from provenance.attribution.sourcing import attributions
from provenance.attribution.speakers import spoken, unspoken
from provenance.attribution.story import Story
from provenance.model import Article, Attribution, Gap, Person, Quote
from provenance.text.spacing import plainly_spaced


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of articles.

    Attributes:
        quotes, people, attributions, gaps, credits: Frames of `Quote`, `Person`, `Attribution`,
            `Gap` and `Credit`.
    """

    quotes: pl.DataFrame
    people: pl.DataFrame
    attributions: pl.DataFrame
    gaps: pl.DataFrame
    credits: pl.DataFrame


def read(articles: pl.DataFrame, lexicon: Lexicon) -> Reading:
    """Who says what in every article.

    Args:
        articles: A frame of `Article`.
        lexicon: The words that are read; articles in another language give only quotations.

    Linear in the text.
    """
    quotes: list[Quote] = []
    known: list[Person] = []
    stated: list[Attribution] = []
    left: list[Gap] = []
    articles = articles.with_columns(plainly_spaced(articles["text"]))
    owed = credits(articles, lexicon.credits)
    owing = _places(owed)
    for article in frames.rows(articles, Article):
        story = Story(article, tuple(quotations(article.text, lexicon.quotes)))
        if article.language not in (lexicon.locale, None):
            quotes += unspoken(story)
            continue
        persons = people(story, lexicon.names)
        sources = attributions(story, persons, lexicon.sources, lexicon.names)
        sources = _without(sources, owing.get(article.article_id, []))
        said = spoken(story, persons, sources, lexicon.sources)
        quotes += said
        known += persons
        stated += sources
        left += gaps(story, persons, sources, said, lexicon)
    return Reading(
        frames.frame(quotes, Quote),
        frames.frame(known, Person),
        frames.frame(stated, Attribution),
        frames.frame(left, Gap),
        owed,
    )


def _places(owed: pl.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """The spans of the credits of each article."""
    places: dict[str, list[tuple[int, int]]] = {}
    for article_id, start, end in owed.select("article_id", "start", "end").iter_rows():
        places.setdefault(article_id, []).append((start, end))
    return places


def _without(
    sources: tuple[Attribution, ...], places: list[tuple[int, int]]
) -> tuple[Attribution, ...]:
    """The sources but for those that are words of a credit: "Additional reporting by"."""
    if not places:
        return sources
    return tuple(
        row
        for row in sources
        if not any(start < row.end and row.start < end for start, end in places)
    )
