"""The keys by which utterances of several articles are found to be alike, without their texts.

In: articles and their quotations. Out: a frame of `UTTERANCES`. An article's
rows do not depend on what else is looked at, and equal words have equal keys in
every process, so that articles may be looked at in any parts.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.attribution.namesakes import surname
from provenance.attribution.wording import CUT, said
from provenance.model import QuoteUse, SourceKind

# Shorter quotations are phrases; longer ones are documents, whose comparison would not be linear.
FEWEST_WORDS = 8
MOST_WORDS = 400
# Fewer words than make a quotation elsewhere are one when one person says them, and all of them.
FEWEST_SPOKEN = 5
# Words in a row. A quotation of eight words in which one changed keeps a run of four on one side.
_TRIGRAM = 3
_RUN = 4
# What is asked about may be a title's words or a quotation within one that is asked about itself.
_PASSED_OVER = (QuoteUse.TITLE, QuoteUse.NESTED)
_WORDS = 4  # of 64 bits
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio, odd

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Parts = tuple[str, ...]  # the texts of the quotations of an utterance, in order


class Form(StrEnum):
    """In what form an utterance is compared.

    `SAID`: the words as they were said, of speech and of phrases, for its wording. `WRITTEN`: the
    text as it stands, of speech alone, for the claim that it makes.
    """

    SAID = "said"
    WRITTEN = "written"


# One row for an utterance and a form. `utterance` is as in `Quote`; `start` and `end` are where its
# first part begins and its last one ends; `speakers` are those that are named, in order; equal
# utterances have one `digest`; `shingles` are the hashes of the words in a row that it holds,
# distinct and in order: three as they were said, four as they are written; of the 256 `bits`, each
# shingle has set one.
UTTERANCES = {
    "article_id": pl.String(),
    "utterance": pl.Int64(),
    "form": pl.Enum(Form),
    "start": pl.Int64(),
    "end": pl.Int64(),
    "speakers": pl.List(pl.String()),
    "digest": pl.UInt64(),
    "shingles": pl.List(pl.UInt64()),
    "bits": pl.Array(pl.UInt64(), _WORDS),
}


def utterances(articles: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """The utterances that may be compared with others, with the keys to do so.

    Args:
        articles: A frame of `Article`.
        quotes: A frame of `Quote`, theirs.

    Returns:
        A frame of `UTTERANCES`, by article, utterance and form. Linear in the words quoted.
    """
    forms = [_as_said(articles, quotes), _as_written(articles, quotes)]
    return pl.concat(forms).sort("article_id", "utterance", "form")


def parts(quotes: pl.LazyFrame, form: Form) -> pl.LazyFrame:
    """The utterances of quotations that may be compared in a form.

    Args:
        quotes: A frame of `Quote`; all quotations of each utterance, in any order.
        form: The form.

    Returns:
        Columns `article_id` and `utterance`, by which it is sorted; lists `starts` and `ends`, one
        item a part; `speakers`, those that are named; and `words`, how many the parts hold.
    """
    if form is Form.SAID:
        asked, fewest = ~pl.col("use").is_in(_PASSED_OVER), FEWEST_WORDS // 2
        every = pl.col("words").filter(asked).sum()
    else:
        asked, fewest = pl.col("use") == QuoteUse.SPEECH, FEWEST_SPOKEN
        every = pl.col("words").sum()
    named = asked & (pl.col("speaker_kind") == SourceKind.NAMED)
    return (
        quotes.sort("article_id", "utterance", "start")
        .group_by("article_id", "utterance", maintain_order=True)
        .agg(
            starts=pl.col("start").filter(asked),
            ends=pl.col("end").filter(asked),
            speakers=pl.col("speaker").filter(named).drop_nulls(),
            words=pl.col("words").filter(asked).sum(),
            every=every,
        )
        .filter(pl.col("every").is_between(fewest, MOST_WORDS), pl.col("starts").list.len() > 0)
        .drop("every")
    )


def texts(articles: pl.DataFrame, found: pl.DataFrame) -> Iterator[Parts]:
    """The texts of the parts of each row of `parts`; one article after the other is read."""
    quoting = found.select("article_id").unique()
    known = articles.select("article_id", "text").join(quoting, on="article_id", how="semi")
    read = known.sort("article_id").iter_rows()
    at, text = "", ""
    for article_id, starts, ends in found.select("article_id", "starts", "ends").iter_rows():
        while at != article_id:
            at, text = next(read)
        yield tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def worded(shown: Parts) -> tuple[str, ...]:
    """The words of an utterance as they were said, `CUT` where some are left out.

    The reporter may leave words out where "he said" stands, as at an ellipsis.
    """
    if len(shown) == 1:
        return said(shown[0])
    return tuple(word for part in shown for word in (CUT, *said(part)))[1:]


def _as_said(articles: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    found = parts(quotes.lazy(), Form.SAID).collect()
    wordings = list(map(worded, texts(articles, found)))
    plain = [[word for word in wording if word != CUT] for wording in wordings]
    enough = [len(words) >= FEWEST_WORDS for words in plain]
    digests = pl.Series("digest", list(map(" ".join, wordings)), dtype=pl.String).hash()
    words = pl.Series([word for words in plain for word in words], dtype=pl.String)
    counts = np.fromiter(map(len, plain), np.int64, len(plain))
    shingles = _shingles(words.hash().to_numpy(), counts, _TRIGRAM)
    return _rows(found, Form.SAID, pl.col("ends").list.last(), digests, shingles).filter(enough)


def _as_written(articles: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    found = parts(quotes.lazy(), Form.WRITTEN).collect()
    found = found.filter((pl.col("words") >= FEWEST_WORDS) | (pl.col("speakers").list.len() > 0))
    shown = list(texts(articles, found))
    keys = map(_key, shown, found["words"], found["speakers"])
    digests = pl.Series("digest", list(keys), dtype=pl.String).hash()
    plain = pl.Series(map(" ".join, shown), dtype=pl.String).str.to_lowercase()
    words = plain.str.replace_all("['’]", "").str.extract_all(r"\w+")
    hashes = words.explode(empty_as_null=False).hash().to_numpy()
    shingles = _shingles(hashes, words.list.len().to_numpy(), _RUN)
    return _rows(found, Form.WRITTEN, pl.col("ends").list.max(), digests, shingles)


def _key(shown: Parts, words: int, speakers: Sequence[str]) -> str:
    """What equal utterances have in common: the texts, and of few words who says them."""
    speaker = surname(speakers[0]) if words < FEWEST_WORDS else None
    return "\0".join((*shown, "", speaker) if speaker else shown)


def _rows(
    found: pl.DataFrame,
    form: Form,
    end: pl.Expr,
    digests: pl.Series,
    shingles: tuple[pl.Series, pl.Series],
) -> pl.DataFrame:
    return found.select(
        "article_id",
        "utterance",
        form=pl.lit(form.value, pl.Enum(Form)),
        start=pl.col("starts").list.first(),
        end=end,
        speakers="speakers",
        digest=digests,
        shingles=shingles[0],
        bits=shingles[1],
    )


def _shingles(words: Hashes, counts: Numbers, length: int) -> tuple[pl.Series, pl.Series]:
    """The columns `shingles` and `bits` of texts, given as the words of all and how many each has.

    Equal words in a row have equal hashes, wherever they stand.
    """
    owners = np.repeat(np.arange(len(counts)), counts)
    size = max(len(words) - length + 1, 0)
    runs = np.zeros(size, np.uint64)
    for place in range(length):
        runs = runs * _FACTOR + words[place : place + size]
    whole = owners[:size] == owners[len(owners) - size :]
    owners, runs = owners[:size][whole], runs[whole]
    table = pl.DataFrame({"owner": owners, "shingles": runs})
    every = pl.DataFrame({"owner": np.arange(len(counts))})
    distinct = pl.col("shingles").unique().sort()
    held = table.group_by("owner", maintain_order=True).agg(distinct)
    lists = every.join(held, on="owner", how="left", maintain_order="left")["shingles"]
    empty = pl.Series([[]], dtype=UTTERANCES["shingles"])
    return lists.fill_null(empty), _bits(owners, runs, len(counts))


def _bits(owners: Numbers, hashes: Hashes, count: int) -> pl.Series:
    """The bits that the hashes of each text set: of each the one that its upper bits number."""
    found = np.zeros((count, _WORDS), np.uint64)
    word, bit = np.divmod(hashes >> np.uint64(56), np.uint64(64))
    np.bitwise_or.at(found, (owners, word), np.uint64(1) << bit)
    return pl.Series("bits", found, dtype=UTTERANCES["bits"])
