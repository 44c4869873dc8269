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
    for article in frames.rows(articles, Article):
        story = Story(article, tuple(quotations(article.text, lexicon.quotes)))
        if article.language not in (lexicon.locale, None):
            quotes += unspoken(story)
            continue
        persons = people(story, lexicon.names)
        sources = attributions(story, persons, lexicon.sources, lexicon.names)
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
        credits(articles, lexicon.credits),
    )
