"""Posts set into articles: what somebody wrote elsewhere, with the writer's name and handle behind.

Goes in: articles. Comes out: spans of the lines that end in a signature as
pages set posts in, "— Ada Brenk (@adabrenk) May 3, 2024", or begin with one.
They stand without quotation marks, and whoever sets in the same post has the
same words. Of posts of several lines only the signed one is found.
"""

import re
from collections.abc import Iterator

import polars as pl

# Most texts hold none.
_HANDLE = "(@"
_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
# The dash, the name, the handle and the date, at the end of a line.
_SIGNATURE = re.compile(r"[—–-] ?[^—–@()]{1,60}\(@\w{1,30}\)(?:[^.!?]|(?<=\d)\.){0,40}$")
_LONGEST_SIGNATURE = 160
# The name and the handle, and no verb behind: what was posted begins as a sentence does.
_HEAD = re.compile(r"[^—–@()]{1,60}\(@\w{1,30}\):? [^\w\s]{0,3}(?:[A-Z0-9@#])")
# Twice what a post may hold, in characters, for addresses and old posts that go with it.
_LONGEST_POST = 800


def posts(articles: pl.DataFrame) -> pl.DataFrame:
    """The posts in a frame of `Article`: `article_id`, `start`, `end`, signatures included.

    Linear in the texts.
    """
    some = articles.filter(pl.col("text").str.contains(_HANDLE, literal=True))
    rows = [
        (article_id, start, end)
        for article_id, text in some.select("article_id", "text").iter_rows()
        for start, end in _signed(text)
    ]
    schema = {"article_id": pl.String, "start": pl.Int64, "end": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _signed(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start, end = line.span()
        is_short = end - start <= _LONGEST_POST
        signed = _SIGNATURE.search(text, max(start, end - _LONGEST_SIGNATURE), end)
        if is_short and (signed or _HEAD.match(text, start, end)):
            yield start, end
