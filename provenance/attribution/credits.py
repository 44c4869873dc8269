"""Credits: where an article says that its words or its work are an agency's or another outlet's.

Goes in: a frame of `Article` and the words of a credits lexicon. Comes out:
a frame of `Credit`. A credit is told by its place and its form: a
dateline or byline among the first lines, a sign-off among the last, a line
that says where the article first ran. An agency's name in the running text
("told Reuters") is a mention. The credit of a picture is the picture's, and a
name below a headline and its sentence is that teaser's.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import polars as pl

from provenance import frames
from provenance.attribution.phrases import Forms, Held, Phrases, Tables
from provenance.attribution.pictures import PictureWords, pictures
from provenance.model import Article, Credit, CreditForm, CreditSubject
from provenance.text.segment import line_spans
from provenance.text.spacing import plainly_spaced
from provenance.text.tokens import WORD

# Lines at either end among which a credit stands, and how much of a long one is searched.
_EDGE_LINES = 8
_EDGE_CHARACTERS = 600
_BYLINE_LINES = 5
# A teaser is a headline and a sentence: less words than a paragraph has, and no full stop.
_PARAGRAPH_WORDS = 25
_FULL_STOPS = tuple(".!?…”\"'’)]")

# One of these stands in front of an outlet's name at the end of a paragraph.
_OPENS_NAME = re.compile(r"[-–—(\[]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, repr=False)
class CreditWords:
    """What tells a credit in one language; build it once a run with `of`.

    Attributes:
        phrases: The credits of articles.
        pictures: Those of pictures.
    """

    phrases: Phrases
    pictures: PictureWords

    @classmethod
    def of(cls, tables: Tables) -> "CreditWords":
        """The words in `tables`.

        Raises:
            ValueError: A table or one of its keys is missing; the message names it.
        """
        return cls(Phrases.of(tables), PictureWords.of(tables))


class _Page(NamedTuple):
    """An article's lines, and what of all that is looked for its text holds."""

    text: str
    lines: list[Span]
    phrases: Phrases
    names: Held
    cues: Held
    outlets: Container[str]


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    source: str
    form: CreditForm
    subject: CreditSubject = CreditSubject.ARTICLE


def credits(articles: pl.DataFrame, words: CreditWords) -> pl.DataFrame:  # noqa: A001
    """The credits of every article.

    Args:
        articles: A frame of `Article`.
        words: What tells a credit.

    Returns:
        A frame of `Credit`: kind `agency` with the agency's canonical name, or `outlet` with the
        name as it stands. One a place; what is the article's goes before what is a teaser's or a
        picture's. Linear in the text; but for pictures only its ends are searched.
    """
    articles = articles.with_columns(plainly_spaced(articles["text"]))
    phrases = words.phrases
    outlets = frozenset(map(_folded, articles["outlet"].unique().drop_nulls()))
    outlets -= phrases.canonical.keys()
    rows = []
    texts = articles["text"]
    named, cued = words.pictures.names.held_by_each(texts), phrases.cues.held_by_each(texts)
    for article, held, cues in zip(frames.rows(articles, Article), named, cued, strict=True):
        found: dict[Span, _Found] = {}
        shown = list(_pictured(article, words.pictures, held))
        names = held.among(phrases.names)
        stated = _stated(article, phrases, names, cues, outlets)
        house = _house(article, shown, phrases) if names else ()
        for item in chain(stated, house, shown):
            found.setdefault(item[:2], item)
        rows += [Credit(article.article_id, *item) for item in found.values()]
    return frames.frame(rows, Credit)


def _pictured(article: Article, words: PictureWords, held: Held) -> Iterator[_Found]:
    for start, end, source in pictures(article.text, article.body_start, words, held):
        yield _Found(start, end, "agency", source, CreditForm.TAG, CreditSubject.PICTURE)


def _stated(
    article: Article, phrases: Phrases, names: Held, cues: Held, outlets: Container[str]
) -> Iterator[_Found]:
    """What lines at either end say; a credit that takes two forms comes twice."""
    if not (names or cues):
        yield from _closing(article, phrases, outlets)
        return
    lines = line_spans(article.text[article.body_start :])
    lines = [(article.body_start + start, article.body_start + end) for start, end in lines]
    page = _Page(article.text, lines, phrases, names, cues, outlets)
    for number in range(min(len(lines), _EDGE_LINES)):
        yield from _head(page, number)
    for number in range(max(0, len(lines) - _EDGE_LINES), len(lines)):
        yield from _tail(page, number)


def _closing(article: Article, phrases: Phrases, outlets: Container[str]) -> Iterator[_Found]:
    """The outlets named behind a paragraph, in a text without any other words of a credit."""
    if not outlets:
        return
    for begun, end in _last_lines(article.text, article.body_start):
        start = max(begun, end - _EDGE_CHARACTERS)
        piece = article.text[start:end]
        if _OPENS_NAME.search(piece):
            yield from _outlets(piece, start, phrases.closing, CreditForm.TAG, outlets)


def _last_lines(text: str, since: int) -> list[Span]:
    """The last lines that are not blank, without the white space around them, in order."""
    found: list[Span] = []
    end = len(text)
    while end > since and len(found) < _EDGE_LINES:
        start = max(text.rfind("\n", since, end), text.rfind("\r", since, end), since - 1) + 1
        line = text[start:end]
        bare = line.lstrip()
        if bare:
            found.append((end - len(bare), start + len(line.rstrip())))
        end = start - 1
    return found[::-1]


def _head(page: _Page, number: int) -> Iterator[_Found]:
    """The credits of one of the first lines."""
    lines, phrases = page.lines, page.phrases
    start, end = lines[number]
    piece = page.text[start : min(end, start + _EDGE_CHARACTERS)]
    named, cued = page.names.within(piece), page.cues.within(piece)
    pictured = bool(named or cued) and bool(phrases.pictures.search(piece))
    if named:
        yield from _agencies(piece, start, phrases.heads, phrases)
    if named and not pictured and number < min(_BYLINE_LINES, len(lines) - 1):
        yield from _agencies(piece, start, phrases.bylines + phrases.alone, phrases)
    if cued:
        if not pictured:
            yield from _outlets(piece, start, phrases.sourced, CreditForm.BYLINE, page.outlets)
        yield from _origins(piece, start, phrases)
        yield from _signs(piece, start, phrases.standing, CreditForm.HOUSE)


def _tail(page: _Page, number: int) -> Iterator[_Found]:
    """The credits of one of the last lines."""
    text, lines, phrases = page.text, page.lines, page.phrases
    line_start, end = lines[number]
    start = max(line_start, end - _EDGE_CHARACTERS)
    piece = text[start:end]
    named, cued = page.names.within(piece), page.cues.within(piece)
    if page.names:
        yield from _staff(text, (line_start, end), phrases)
    if cued:
        yield from _origins(piece, start, phrases)
    if (named or cued) and phrases.pictures.search(piece):
        return
    if named:
        yield from _agencies(piece, start, phrases.tails + phrases.shares, phrases)
        subject = CreditSubject.TEASER if _teased(text, lines, number) else CreditSubject.ARTICLE
        for item in _agencies(piece, start, phrases.alone, phrases):
            yield item._replace(subject=subject)
    own: list[_Found] = []
    if page.outlets and cued:
        own += _outlets(piece, start, phrases.sourced, CreditForm.BYLINE, page.outlets)
    if page.outlets and _OPENS_NAME.search(piece):
        own += _outlets(piece, start, phrases.closing, CreditForm.TAG, page.outlets)
    yield from own
    if cued and not own:
        yield from _signs(piece, start, phrases.signed, CreditForm.SIGN_OFF)


def _agencies(piece: str, offset: int, forms: Forms, phrases: Phrases) -> Iterator[_Found]:
    """The agencies that forms name; the place of the first is the form's, of others their name."""
    for form, pattern in forms:
        for match in pattern.finditer(piece):
            source = phrases.canonical[match["name"].casefold()]
            yield _Found(*_place(match, offset), "agency", source, form)
            for other in phrases.agency.finditer(piece, *match.span("more")):
                source = phrases.canonical[other["name"].casefold()]
                yield _Found(offset + other.start(), offset + other.end(), "agency", source, form)


def _outlets(
    piece: str,
    offset: int,
    pattern: re.Pattern[str],
    form: CreditForm,
    outlets: Container[str],
) -> Iterator[_Found]:
    """Outlets in a form that says so little that only an outlet of the corpus is one."""
    for match in pattern.finditer(piece):
        if _folded(match["name"]) in outlets:
            yield _Found(*_place(match, offset), "outlet", match["name"], form)


def _origins(piece: str, offset: int, phrases: Phrases) -> Iterator[_Found]:
    for match in phrases.origin.finditer(piece):
        agency = phrases.canonical.get(match["name"].casefold())
        kind = "agency" if agency else "outlet"
        yield _Found(*_place(match, offset), kind, agency or match["name"], CreditForm.ORIGIN)


def _signs(
    piece: str, offset: int, signs: tuple[tuple[re.Pattern[str], str], ...], form: CreditForm
) -> Iterator[_Found]:
    for pattern, agency in signs:
        for match in pattern.finditer(piece):
            yield _Found(*_place(match, offset), "agency", agency, form)


def _staff(text: str, line: Span, phrases: Phrases) -> Iterator[_Found]:
    """A line that begins with an agency's staff, however many, and ends with what they did."""
    start, end = line
    match = phrases.staff.search(text[start : start + _EDGE_CHARACTERS])
    if match and phrases.listed.search(text[max(start, end - _EDGE_CHARACTERS) : end]):
        source = phrases.canonical[match["name"].casefold()]
        yield _Found(*_place(match, start), "agency", source, CreditForm.SHARE)


def _teased(text: str, lines: list[Span], number: int) -> bool:
    """Whether what stands before a line is a headline, or one with a sentence below it."""
    for start, end in reversed(lines[max(0, number - 2) : number]):
        if sum(1 for _ in WORD.finditer(text, start, end)) >= _PARAGRAPH_WORDS:
            return False
        if not text.endswith(_FULL_STOPS, start, end):
            return True
    return number == 0


def _house(article: Article, shown: list[_Found], phrases: Phrases) -> Iterator[_Found]:
    """The first mention of an agency in a text whose parts are divided as it divides them."""
    for pattern, agency in phrases.parted:
        if not pattern.search(article.text, article.body_start):
            continue
        for match in phrases.agency.finditer(article.text, article.body_start):
            ours = phrases.canonical[match["name"].casefold()] == agency
            start, end = match.span("name")
            if ours and not any(item.start < end and start < item.end for item in shown):
                yield _Found(start, end, "agency", agency, CreditForm.HOUSE)
                break


def _folded(outlet: str) -> str:
    return " ".join(outlet.casefold().split()).removeprefix("the ")


def _place(match: re.Match[str], offset: int) -> Span:
    """The span of a credit, without what only showed where it begins."""
    text = match.group()
    lead = len(text) - len(text.lstrip(" .!?…;(["))
    return offset + match.start() + lead, offset + match.start() + len(text.rstrip())
