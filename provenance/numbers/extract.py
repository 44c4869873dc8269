"""The stage that reads articles: their figures, and what these say of one another.

In: articles and a grammar. Out: a frame of `Quantity` and one of `Relation`.
Sentences without a digit or a number word cost one search; the others are read
once. What is compared with what is decided in `relations`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.model import Article, Quantity, Relation
from provenance.numbers import context, figures, qualifiers, tokens
from provenance.numbers.context import Scene
from provenance.numbers.figures import Figure
from provenance.numbers.grammar import Grammar
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.relations import relate
from provenance.numbers.story import Sentence, Story
from provenance.numbers.tokens import Words
from provenance.text.segment import sentence_spans

# A sentence is read in pieces of at most this many characters, so that a text without
# sentences costs no more than one with them.
_PIECE = 2000
# The years of a sentence hold for the next one in its paragraph when that names none.
_GAPS = ("", " ", "  ")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of articles.

    Attributes:
        quantities: A frame of `Quantity`.
        relations: A frame of `Relation`.
    """

    quantities: pl.DataFrame
    relations: pl.DataFrame


def read(articles: pl.DataFrame, grammar: Grammar) -> Reading:
    """The figures, and what they say of one another, of every article that may be in English.

    Args:
        articles: A frame of `Article`.
        grammar: The words and templates that are read.

    Linear in the text.
    """
    readable = articles.filter(
        pl.col("language").is_null() | (pl.col("language") == grammar.locale)
    )
    quantities: list[Quantity] = []
    relations: list[Relation] = []
    for article in frames.rows(readable, Article):
        story = story_of(article, grammar.lexicon)
        quantities += story.quantities
        relations += relate(story, grammar)
    return Reading(frames.frame(quantities, Quantity), frames.frame(relations, Relation))


def story_of(article: Article, lexicon: Lexicon) -> Story:
    """The article with its figures. Linear in its text."""
    spans = sentence_spans(article.text)
    sentences = tuple(_sentences(article, spans, lexicon))
    return Story(
        article_id=article.article_id,
        text=article.text,
        title=article.title,
        body_start=article.body_start,
        date=article.date,
        spans=tuple(spans),
        sentences=sentences,
    )


def _sentences(
    article: Article, spans: list[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Sentence]:
    text, years, years_end = article.text, frozenset[str](), 0
    for number, (start, end) in enumerate(spans):
        if not lexicon.gate.search(text, start, end):
            continue
        if text[years_end:start] not in _GAPS:
            years = frozenset()
        for first, last in _pieces(text, start, end):
            words = tokens.split(text, first, last)
            own = qualifiers.years(words, lexicon)
            if found := figures.figures(words, lexicon):
                place = article.article_id, number
                rows = tuple(_rows(place, words, found, own or years, lexicon))
                yield Sentence(number, first, last, words, tuple(found), rows)
            years, years_end = own, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence cut at white space into pieces that are not too long.

    A run without white space that is longer than a piece is no prose and left out.
    """
    while end - start > _PIECE:
        cut = max(text.rfind(" ", start, start + _PIECE), text.rfind("\t", start, start + _PIECE))
        if cut > start:
            yield start, cut
            start = cut
        else:
            following = text.find(" ", start + 1, end)
            start = end if following < 0 else following
    if start < end:
        yield start, end


def _rows(
    place: tuple[str, int],
    words: Words,
    found: list[Figure],
    years: frozenset[str],
    lexicon: Lexicon,
) -> Iterator[Quantity]:
    """The figures as rows; `place` is article and sentence, `years` those it is about."""
    scene = Scene.of(words, lexicon)
    setting = qualifiers.setting(scene) | years
    for figure in found:
        what = context.counted(scene, figure)
        yield Quantity(
            article_id=place[0],
            start=words.starts[figure.first],
            end=words.ends[figure.last - 1],
            value=figure.value,
            low=figure.reach.low,
            high=figure.reach.high,
            soft_low=figure.reach.soft_low,
            soft_high=figure.reach.soft_high,
            kind=figure.kind,
            unit=figure.unit,
            bound=figure.bound,
            noun=what.noun,
            event=what.event,
            sentence=place[1],
            modifiers=what.modifiers,
            qualifiers=qualifiers.qualifiers(scene, figure, what, setting),
        )
