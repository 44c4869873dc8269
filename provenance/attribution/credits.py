"""Credits: where an article says that its words or its work are an agency's or another outlet's.

Goes in: a frame of `Article` and the phrases of a credits lexicon. Comes out:
a frame of `Credit`. A credit is told by its place and its form: a
dateline or byline among the first lines, a sign-off among the last, a line
that says where the article first ran. An agency's name in the running text
("told Reuters") is a mention, and the credit of a picture is the picture's.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

import polars as pl

from provenance import frames
from provenance.attribution.phrases import Phrases, Tables
from provenance.model import Credit, CreditForm, CreditSubject
from provenance.text.tokens import WORD

# Lines at either end among which a credit stands, and how much of a long one is searched.
_EDGE_LINES = 8
_EDGE_CHARACTERS = 600
_BYLINE_LINES = 5
# A name on a line of its own signs off the story when a paragraph of so many words stands
# before it; after a headline or a teaser it is theirs.
_PARAGRAPH_WORDS = 25

_LINE = re.compile(r"[^\r\n]+")

Span = tuple[int, int]
Found = tuple[int, int, str, str]


def credits(articles: pl.DataFrame, tables: Tables) -> pl.DataFrame:  # noqa: A001
    """The credits of every article.

    Args:
        articles: A frame of `Article`.
        tables: The tables of a credits lexicon.

    Returns:
        A frame of `Credit`: kind `agency` with the agency's canonical name, or `outlet`
        with the name as it stands. Linear in the text; only its ends are searched.
    """
    phrases = Phrases.of(tables)
    outlets = frozenset(map(_folded, articles["outlet"].drop_nulls())) - phrases.canonical.keys()
    found = {
        (article_id, start, end): Credit(
            article_id, start, end, kind, source, CreditForm.TAG, CreditSubject.ARTICLE
        )
        for article_id, text, body_start in articles.select(
            "article_id", "text", "body_start"
        ).iter_rows()
        for start, end, kind, source in _credits(text, body_start, phrases, outlets)
    }
    return frames.frame(found.values(), Credit)


def _credits(
    text: str, body_start: int, phrases: Phrases, outlets: Container[str]
) -> Iterator[Found]:
    """The credits of one article; one that takes two forms comes twice."""
    lines = [_stripped(text, *line.span()) for line in _LINE.finditer(text, body_start)]
    lines = [(start, end) for start, end in lines if start < end]
    for number, (start, end) in enumerate(lines[:_EDGE_LINES]):
        piece = text[start : min(end, start + _EDGE_CHARACTERS)]
        forms = [phrases.dateline]
        if not phrases.pictures.search(piece):
            forms += [phrases.byline, phrases.alone] if number < _BYLINE_LINES else []
            yield from _named(piece, start, [phrases.sourced], outlets)
        yield from _found(piece, start, forms, phrases)
        yield from _origins(piece, start, phrases)
    for before, (line_start, end) in list(pairwise([(0, 0), *lines]))[-_EDGE_LINES:]:
        start = max(line_start, end - _EDGE_CHARACTERS)
        piece = text[start:end]
        yield from _origins(piece, start, phrases)
        if phrases.pictures.search(piece):
            continue
        forms = [phrases.marked, phrases.final, *phrases.shares]
        if sum(1 for _ in WORD.finditer(text, *before)) >= _PARAGRAPH_WORDS:
            forms.append(phrases.alone)
        yield from _found(piece, start, forms, phrases)
        named = list(_named(piece, start, [phrases.sourced, phrases.closing], outlets))
        yield from named or _signed(piece, start, phrases)


def _found(
    piece: str, offset: int, forms: Sequence[re.Pattern[str]], phrases: Phrases
) -> Iterator[Found]:
    for form in forms:
        for match in form.finditer(piece):
            source = phrases.canonical[match["name"].casefold()]
            yield (*_place(match, offset), "agency", source)


def _named(
    piece: str, offset: int, forms: Sequence[re.Pattern[str]], outlets: Container[str]
) -> Iterator[Found]:
    """Outlets in forms that say so little that only an outlet of the corpus is one."""
    for form in forms:
        for match in form.finditer(piece):
            if _folded(match["name"]) in outlets:
                yield (*_place(match, offset), "outlet", match["name"])


def _origins(piece: str, offset: int, phrases: Phrases) -> Iterator[Found]:
    for match in phrases.origin.finditer(piece):
        agency = phrases.canonical.get(match["name"].casefold())
        kind = "agency" if agency else "outlet"
        yield (*_place(match, offset), kind, agency or match["name"])


def _signed(piece: str, offset: int, phrases: Phrases) -> Iterator[Found]:
    for form, agency in phrases.signed:
        for match in form.finditer(piece):
            yield (*_place(match, offset), "agency", agency)


def _folded(outlet: str) -> str:
    return " ".join(outlet.casefold().split()).removeprefix("the ")


def _place(match: re.Match[str], offset: int) -> Span:
    """The span of a credit, without what only showed where it begins."""
    text = match.group()
    lead = len(text) - len(text.lstrip(" .!?…;(["))
    return offset + match.start() + lead, offset + match.start() + len(text.rstrip())


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())
