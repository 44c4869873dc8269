"""The stage that reads articles for who says what: quotations, people, sources, and what is open.

In: articles and the words of a language. Out: frames of `Quote`, `Person`,
`Attribution`, `Gap` and `Credit`. Quotations and credits are looked for in every language, all
else in the lexicon's. Nothing is guessed: who could not be told is null.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import polars as pl

from provenance import frames
from provenance.attribution.cast import Cast
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

# So many articles are asked one question before the next: a twentieth faster than one by one,
# since what a question needs stays in the nearest memory.
_TOGETHER = 50


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
    articles = articles.with_columns(plainly_spaced(articles["text"]))
    owed = credits(articles, lexicon.credits)
    owing = _places(owed)
    found = _Found([], [], [], [])
    rows = frames.rows(articles, Article)
    while some := list(islice(rows, _TOGETHER)):
        _look(some, owing, lexicon, found)
    return Reading(
        frames.frame(found.quotes, Quote),
        frames.frame(found.people, Person),
        frames.frame(found.attributions, Attribution),
        frames.frame(found.gaps, Gap),
        owed,
    )


class _Found(NamedTuple):
    quotes: list[Quote]
    people: list[Person]
    attributions: list[Attribution]
    gaps: list[Gap]


def _look(
    articles: list[Article],
    owing: Mapping[str, list[tuple[int, int]]],
    lexicon: Lexicon,
    found: _Found,
) -> None:
    """Adds who says what in some articles to what was found in others, a question at a time."""
    stories = [Story(each, tuple(quotations(each.text, lexicon.quotes))) for each in articles]
    known = {lexicon.locale, None}
    for story in stories:
        if story.article.language not in known:
            found.quotes.extend(unspoken(story))
    stories = [story for story in stories if story.article.language in known]
    casts = [Cast.of(people(story, lexicon.names)) for story in stories]
    told: list[tuple[Story, Cast, tuple[Attribution, ...]]] = []
    for story, cast in zip(stories, casts, strict=True):
        sources = attributions(story, cast, lexicon.sources, lexicon.names)
        sources = _without(sources, owing.get(story.article.article_id, []))
        told.append((story, cast, sources))
        found.people.extend(cast.persons)
        found.attributions.extend(sources)
    for story, cast, sources in told:
        said = spoken(story, cast, sources, lexicon.sources)
        found.quotes.extend(said)
        found.gaps.extend(gaps(story, cast, sources, said, lexicon))


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
