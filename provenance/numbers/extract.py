"""The stage that turns articles into a frame of their figures.

In: articles and a lexicon. Out: a frame of `Quantity`. Sentences without a
digit or a number word cost one search; the others are read once. It does not
compare figures (`conflicts`).
"""

from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.model import Quantity
from provenance.numbers import context, figures, qualifiers, tokens
from provenance.numbers.context import Scene
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.tokens import Words
from provenance.text.segment import sentence_spans

# The grammar is that of English; an article in another language has no figures for it.
_LANGUAGE = "en"
# A sentence is read in pieces of at most this many characters, so that a text without
# sentences costs no more than one with them.
_PIECE = 2000
# The years of a sentence hold for the next one in its paragraph when that names none.
_GAPS = ("", " ", "  ")


def quantities(articles: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures of every article that is, or may be, in English.

    Args:
        articles: A frame of `Article`.
        lexicon: The words the grammar reads.

    Returns:
        A frame of `Quantity`. Linear in the text.
    """
    readable = articles.filter(pl.col("language").is_null() | (pl.col("language") == _LANGUAGE))
    texts = readable.select("article_id", "text").iter_rows()
    rows = (row for article_id, text in texts for row in _rows(article_id, text, lexicon))
    return frames.frame(rows, Quantity)


def _rows(article_id: str, text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    years, years_end = frozenset[str](), 0
    for number, (start, end) in enumerate(sentence_spans(text)):
        if not lexicon.gate.search(text, start, end):
            continue
        if text[years_end:start] not in _GAPS:
            years = frozenset()
        for first, last in _pieces(text, start, end):
            words = tokens.split(text, first, last)
            own = qualifiers.years(words, lexicon)
            yield from _figures((article_id, number), words, own or years, lexicon)
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


def _figures(
    place: tuple[str, int], words: Words, years: frozenset[str], lexicon: Lexicon
) -> Iterator[Quantity]:
    """The rows of one sentence; `place` is its article and number, `years` those it is about."""
    found = figures.figures(words, lexicon)
    if not found:
        return
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
