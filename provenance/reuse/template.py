"""Tells a page's template from its story, by the words of the two articles alone.

Goes in: regions and articles. Comes out: for each region, whether what its two articles share is
the template that both are filled into: menus, forms, catalogue and table layouts round other
data, or one running text about another subject. It refuses to judge texts that are not in
English, pairs that are the same but for a few words, and single regions: a list shared beside a
shared story is part of the story.

Two articles are one template with other data when much of them is shared, clearly not all of it
is, and one of these holds:

- what they share is not sentences. Function words are a fixed part of English prose; lists of
  links, labels and figures have hardly any. Agency copy is prose, however much it was edited.
- their subjects differ: each has a word of its headline again and again in what they share, and
  the other article does not have that word at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import polars as pl

from provenance.reuse.passages import with_texts

# A template is a good part of both pages. A list found in a text many times its length was taken
# from there, and a caption or a footer is no page.
SHARED = 0.25
# With fewer unmatched words, as a share of either article, two pages are one page whose counter,
# date or price was brought up to date.
OTHER = 0.05
# The same in words, of what is unmatched as of what is matched: a correction of a short text is
# more than a twentieth of it, and a headline alone may well have no function words.
FEWEST_WORDS = 20
# Least share of function words in prose. With the list below it is .37 in the median of news
# articles and below .25 in two or three of 1,000, nearly all of them tables; menus and forms have
# .03 to .2.
PROSE = 0.25
# Texts with fewer function words, or more letters a word that English does not have, are of
# another language, and their prose would be taken for lists.
LEAST_ENGLISH = 0.01
FOREIGN_LETTERS = 0.05
# How often a subject is named in what is shared. Twice is chance, or a house style.
NAMED = 3
# So many words are the headline, and they stand in so many characters.
HEADLINE_WORDS = 15
HEADLINE_CHARACTERS = 200

_FUNCTION_WORDS = (
    "the a an of to in and or that is was were are be been by for with on at from as it its this "
    "he she they his her their which who not but had has have will would said i you we our your "
    "if when than then there also can could may"
)
_FUNCTION_WORD = rf"(?i-u)\b(?:{'|'.join(_FUNCTION_WORDS.split())})\b"
_WORD = r"[\p{L}\p{N}]+(?:['’.,:-][\p{L}\p{N}]+)*"
_FOREIGN_LETTER = r"[\p{L}--\p{ASCII}]"
_HEADLINE_WORD = re.compile(r"[^\W\d_]{3,}")
_PAIR = ("left_id", "right_id")
_SPANS = ("left_start", "left_end", "right_start", "right_end")
# Characters of passages that are copied and counted at once.
_BATCH = 5_000_000

# The ids of two articles; these, and what each has in their regions, end to end.
_Pair = tuple[str, str]
_Shared = tuple[_Pair, str, str]


def templates(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.Series:
    """Whether the two articles of each region share their template and not their story.

    Args:
        regions: A frame of `Region`; its labels are not read.
        articles: A frame of `Article`.

    Returns:
        Booleans in the order of the regions, the same for all regions of two articles. Linear in
        the regions, and in the texts of pairs that are much alike and clearly not the same.
    """
    found = [
        pair
        for pairs, texts in with_texts(_otherwise_filled(regions, articles).sort(_PAIR), articles)
        for batch in _batches(_shared(regions.join(pairs, on=_PAIR, how="semi"), texts))
        for pair in _filled(batch, texts)
    ]
    told = pl.DataFrame(found, schema=dict.fromkeys(_PAIR, pl.String), orient="row")
    return (
        regions.select(_PAIR)
        .join(told.with_columns(template=True), on=_PAIR, how="left", maintain_order="left")[
            "template"
        ]
        .fill_null(value=False)
    )


def _otherwise_filled(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The pairs that may be templates: English, much alike, and clearly not the same."""
    english = articles.filter(pl.col("language").fill_null("en") == "en")["article_id"].implode()
    sums = regions.group_by(_PAIR).agg(
        pl.col("left_share", "right_share").first(),
        pl.col("left_words", "right_words", "matched_words").sum(),
    )
    matched = [pl.col(f"{side}_share") * _matched(side) for side in ("left", "right")]
    unmatched = [
        pl.col(f"{side}_words") * (1 / pl.col(f"{side}_share") - _matched(side))
        for side in ("left", "right")
    ]
    return sums.filter(
        pl.all_horizontal(pl.col(_PAIR).is_in(english)),
        pl.min_horizontal("left_share", "right_share") >= SHARED,
        pl.col("matched_words") >= FEWEST_WORDS,
        pl.min_horizontal(matched) <= 1 - OTHER,
        pl.max_horizontal(unmatched) >= FEWEST_WORDS,
    ).select(_PAIR)


def _matched(side: str) -> pl.Expr:
    """The share of the words of a pair's regions that the alignment pairs."""
    return pl.min_horizontal(pl.col("matched_words") / pl.col(f"{side}_words"), 1.0)


def _shared(regions: pl.DataFrame, texts: Mapping[str, str]) -> Iterator[_Shared]:
    """What the two articles of each pair share."""
    rows = regions.select(*_PAIR, *_SPANS).sort(*_PAIR, *_SPANS).iter_rows()
    for (left, right), found in groupby(rows, key=lambda row: row[:2]):
        spans = list(found)
        yield (
            (left, right),
            "\n".join(texts[left][start:end] for _, _, start, end, _, _ in spans),
            "\n".join(texts[right][start:end] for *_, start, end in spans),
        )


def _batches(items: Iterable[_Shared]) -> Iterator[list[_Shared]]:
    batch: list[_Shared] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item[1]) + len(item[2])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _filled(batch: Sequence[_Shared], texts: Mapping[str, str]) -> Iterator[_Pair]:
    """The pairs that share no prose, or prose about two subjects."""
    # One side tells; both have nearly the same words.
    prose = _function_words([min(both, key=lambda text: (len(text), text)) for _, *both in batch])
    for (pair, left, right), share in zip(batch, prose, strict=True):
        if share is None:
            continue
        if share < PROSE or _other_subject(texts[pair[0]], texts[pair[1]], left, right):
            yield pair


def _function_words(passages: Sequence[str]) -> Sequence[float | None]:
    """The share of function words in each passage; null when it is not English."""
    column = pl.Series(passages, dtype=pl.String).str
    words = column.count_matches(_WORD)
    share = column.count_matches(_FUNCTION_WORD) / words
    english = (share >= LEAST_ENGLISH) & (
        column.count_matches(_FOREIGN_LETTER) < FOREIGN_LETTERS * words
    )
    return pl.select(pl.when(english).then(share)).to_series().to_list()


def _other_subject(left: str, right: str, left_passages: str, right_passages: str) -> bool:
    """Whether the headlines name two subjects that stand in each other's places."""
    left_words, right_words = _headline(left), _headline(right)
    if left_words <= right_words or right_words <= left_words:
        return False
    left_subjects = _named(left_words, left_passages, right)
    right_subjects = _named(right_words, right_passages, left) if left_subjects else []
    # Two spellings of one word mostly begin alike.
    return any(a[0] != b[0] for a in left_subjects for b in right_subjects)


def _headline(text: str) -> frozenset[str]:
    words = _HEADLINE_WORD.findall(text[:HEADLINE_CHARACTERS].lower())
    return frozenset(words[:HEADLINE_WORDS])


def _named(words: frozenset[str], passages: str, other: str) -> list[str]:
    """Those of the words that the passages have again and again, and the other text never."""
    passages, other = passages.lower(), other.lower()
    return [word for word in words if passages.count(word) >= NAMED and word not in other]
