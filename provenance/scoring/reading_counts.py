"""The counts that the readability formulas rest on, from one pass over the texts.

In: articles of one language. Out: a row of counts for each. Words are cut as textstat cuts them
(held to it by tests), after typographic apostrophes and dashes became typed ones, which textstat
would drop and so join the words around a dash. Sentences are those of `provenance.text.segment`:
textstat ends one at every full stop, as in "Dr." and "3.5".
"""

import re

import polars as pl

from provenance.scoring.syllables import WordFacts, release, word_facts
from provenance.text.segment import sentence_spans

# Python's white space, which textstat means, has four separators more than Unicode's.
_SPACE = r"\s\x1c-\x1f"
_RUN = rf"[^{_SPACE}]+"
# What is taken out of words; the apostrophe of a contraction stays.
_PUNCTUATION = rf"('(?:ve|ll|re|[tsd]))|[^\p{{L}}\p{{N}}_{_SPACE}]"
_TYPED = {"’": "'", "—": " ", "--": " "}
_WORD_CHARACTER = re.compile(r"\w")

_text = pl.col("text").str


def count(articles: pl.DataFrame, language: str) -> pl.DataFrame:
    """The counts of `Readability`, by `article_id`.

    Args:
        articles: Articles in `language`, with `article_id` and `text`.
        language: One that textstat has a dictionary for. Outside English `complex_words` and
            `unfamiliar` are 0.

    Returns:
        A frame, in the order of `articles`. Linear in the texts; it takes some five times their
        memory, so cut many articles into parts.
    """
    texts = articles.select(
        "article_id",
        _text.replace_many(_TYPED),
        sentences=pl.Series([_sentences(text) for text in articles["text"]], dtype=pl.Int64),
    ).with_row_index("_text")
    of_texts = texts.select(
        "_text",
        "article_id",
        "sentences",
        characters=_text.len_chars().cast(pl.Int64) - _matches(f"[{_SPACE}]"),
        pieces=_matches(_RUN),
    )
    counts = of_texts.join(
        _of_words(texts, language), on="_text", how="left", maintain_order="left"
    )
    return counts.drop("_text").with_columns(pl.col("words", *WordFacts._fields).fill_null(0))


def _sentences(text: str) -> int:
    """How many sentences hold a word; a row of asterisks does not."""
    search = _WORD_CHARACTER.search
    return sum(search(text, start, end) is not None for start, end in sentence_spans(text))


def _matches(pattern: str) -> pl.Expr:
    return _text.count_matches(pattern).cast(pl.Int64)


def _of_words(texts: pl.DataFrame, language: str) -> pl.DataFrame:
    """Words and the sums of their facts, for each text that has a word."""
    # As categories words are compared by number: the join takes half the time.
    kind = pl.Categorical(pl.Categories.random())
    words = (
        texts.select("_text", word=_text.replace_all(_PUNCTUATION, "$1").str.extract_all(_RUN))
        .explode("word")
        .drop_nulls()
        .with_columns(pl.col("word").cast(kind))
    )
    distinct = words["word"].unique()
    found = [word_facts(word, language) for word in distinct.cast(pl.String)]
    if found:
        release(language)
    facts = pl.DataFrame(found, schema=dict.fromkeys(WordFacts._fields, pl.Int64), orient="row")
    return (
        words.join(facts.with_columns(word=distinct), on="word")
        .group_by("_text")
        .agg(pl.len().cast(pl.Int64).alias("words"), pl.col(WordFacts._fields).sum())
    )
