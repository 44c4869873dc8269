"""The stage that reads articles: their figures, and what these say of one another.

In: articles and a grammar. Out: a frame of `Quantity` and one of `Relation`.
Sentences without a digit or a number word cost one search; the others are read
once. What is compared with what is decided in `relations`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.model import Article, Quantity, Relation
from provenance.numbers import context, figures, qualifiers
from provenance.numbers.context import Scene
from provenance.numbers.figures import Figure
from provenance.numbers.grammar import Grammar
from provenance.numbers.hints import Hints
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.relations import relate
from provenance.numbers.scan import hints
from provenance.numbers.story import Sentence, Story
from provenance.text.segment import sentence_spans
from provenance.text.sentence_tokens import split
from provenance.text.spacing import plainly_spaced

# A sentence is read in pieces of at most this many characters, so that a text without
# sentences costs no more than one with them.
_PIECE = 2000
# A text that holds more than this many numbers, and one more in so many characters, is a table.
# What goes beyond is not read, so that a megabyte of them costs no more than one of prose. The
# densest of 10,655 Reuters and 2,500 AllSides articles that is no table stays far below.
NUMBERS = 500
SPARSE = 60
# The years of a sentence hold for the next one in its paragraph when that names none.
_GAPS = ("", " ", "  ")
_NO_YEARS = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of articles.

    Attributes:
        quantities: A frame of `Quantity`.
        relations: A frame of `Relation`.
        cut: Ids, in order, of the articles that hold more numbers than are read.
    """

    quantities: pl.DataFrame
    relations: pl.DataFrame
    cut: tuple[str, ...] = ()


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
    readable = readable.with_columns(plainly_spaced(readable["text"]))
    quantities: list[Quantity] = []
    relations: list[Relation] = []
    cut: list[str] = []
    known = hints(readable["text"], grammar)
    for article, own in zip(frames.rows(readable, Article), known, strict=True):
        story = story_of(article, grammar.lexicon, own)
        quantities += story.quantities
        relations += relate(story, grammar)
        cut += [story.article_id] * story.cut
    return Reading(
        frames.frame(quantities, Quantity), frames.frame(relations, Relation), tuple(sorted(cut))
    )


def story_of(article: Article, lexicon: Lexicon, hints: Hints | None = None) -> Story:
    """The article with its figures; `hints` are those of its text. Linear in its text."""
    spans = sentence_spans(article.text)
    numbered = _numbered(article.text, spans, lexicon, hints and hints.numbers)
    sentences, cut = _sentences(article.article_id, article.text, spans, numbered, lexicon)
    return Story(
        article_id=article.article_id,
        text=article.text,
        title=article.title,
        body_start=article.body_start,
        date=article.date,
        spans=tuple(spans),
        sentences=sentences,
        heading=_heading(article, lexicon),
        cut=cut,
        hints=hints,
    )


def _heading(article: Article, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The figures of a title that does not stand in the text."""
    if not article.title or article.body_start:
        return ()
    title = article.title
    if not (lexicon.gates.first.search(title) or lexicon.gates.inner.search(title)):
        return ()  # as of most
    spans = sentence_spans(title)
    numbered = _numbered(title, spans, lexicon)
    return _sentences(article.article_id, title, spans, numbered, lexicon)[0]


def _sentences(
    article_id: str,
    text: str,
    spans: list[tuple[int, int]],
    numbered: Iterable[int],
    lexicon: Lexicon,
) -> tuple[tuple[Sentence, ...], bool]:
    """The `numbered` sentences with figures, and whether there are more than are read."""
    years, years_end = _NO_YEARS, 0
    left, held = NUMBERS + len(text) // SPARSE, list[Sentence]()
    for number in numbered:
        start, end = spans[number]
        if text[years_end:start] not in _GAPS:
            years = _NO_YEARS
        for first, last in _pieces(text, start, end):
            words = split(text, first, last)
            places = figures.openings(words, lexicon)
            own = qualifiers.years(words, places, lexicon)
            left -= len(places)
            if left < 0:
                return tuple(held), True
            if found := figures.figures_at(words, places, lexicon):
                scene = Scene.of(words, lexicon)
                rows = _rows((article_id, number), scene, found, own or years)
                held.append(Sentence(number, first, last, words, tuple(found), rows))
            years, years_end = own, end
    return tuple(held), False


def _numbered(
    text: str,
    spans: list[tuple[int, int]],
    lexicon: Lexicon,
    places: Iterable[int] | None = None,
) -> Iterator[int]:
    """The sentences in which a number can stand, in order; found without a look at the others.

    `places` are those of `Hints.numbers`; where they are not known, the text is searched.
    """
    if not spans:
        return
    ends = [end for _, end in spans]
    if lexicon.gates.first.search(text, *spans[0]):
        yield 0
    resume = ends[0]
    if places is None:
        places = (match.start() for match in lexicon.gates.inner.finditer(text, resume))
    for place in places:
        if place >= resume and lexicon.gates.inner.match(text, place):
            number = bisect_left(ends, place + 1)
            resume = ends[number]
            yield number


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
    scene: Scene,
    found: list[Figure],
    years: frozenset[str],
) -> tuple[Quantity, ...]:
    """The figures as rows; `place` is article and sentence, `years` those it is about."""
    (article_id, sentence), words = place, scene.words
    setting = qualifiers.setting(scene) | years
    rows: list[Quantity] = []
    for figure in found:
        what, reach = context.counted(scene, figure), figure.reach
        rows.append(
            Quantity(
                article_id=article_id,
                start=words.starts[figure.first],
                end=words.ends[figure.last - 1],
                value=figure.value,
                low=reach.low,
                high=reach.high,
                soft_low=reach.soft_low,
                soft_high=reach.soft_high,
                kind=figure.kind,
                unit=figure.unit,
                bound=figure.bound,
                noun=what.noun,
                event=what.event,
                sentence=sentence,
                modifiers=what.modifiers,
                qualifiers=qualifiers.qualifiers(scene, figure, what, setting),
            )
        )
    return tuple(rows)
