"""What makes a finding the same finding in another run, however its text moved.

Goes in: findings and the articles that they and their related places lie in.
Comes out: sixteen hexadecimal digits for each, from what the finding says:
the rule, the article, the words, the words beside them, and what they are held
against. Offsets, lines, messages, the ids of other articles and the spelling of
paths take no part, so that a finding keeps its digits when text is put before
it, when paragraphs are reordered or lines wrapped, when quotes or accents are
written otherwise, and when other articles come and go. A changed figure, on
either side, makes it another one.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

import polars as pl

from provenance.gate.surrounding import surrounding
from provenance.text.fold import plain

# Findings worked on at a time, which bounds the memory for their articles' texts.
_BATCH = 100_000
# A place in another article takes part up to so many folded characters: a figure or a quotation
# does, a passage of 12 words (the shortest that is reported by default) as a rule does not. Many
# articles can hold a copy of a passage, and which of them is named changes with the corpus.
_SHORT = 60
# As many characters may be folded into those.
_SHORT_AS_READ = 4 * _SHORT
_LONGEST_KEY = 300
_DIGITS = 16
# Neither stands in a folded text.
_BETWEEN, _AMONG = "\x00", "\x01"


def fingerprint(findings: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The findings with `fingerprint` filled, unique within them.

    Findings with equal digits are numbered in the frame's order. Linear: about twenty seconds of
    one core for a million findings.

    Args:
        findings: A frame of `Finding`.
        articles: A frame of `Article`: all that findings and their related places lie in.
    """
    digits = _digits(findings, articles, everywhere=False)
    numbered = findings.with_columns(fingerprint=digits).with_columns(
        number=pl.int_range(1, pl.len() + 1).over("fingerprint")
    )
    told = pl.concat_str("fingerprint", pl.lit(":"), "number")
    return numbered.with_columns(fingerprint=told).select(findings.columns)


def everywhere(findings: pl.DataFrame, articles: pl.DataFrame) -> pl.Series:
    """Sixteen digits for each finding that are equal in all articles, and wherever it stands.

    Made of the rule, the words and what they are held against alone. Arguments as `fingerprint`.
    """
    return _digits(findings, articles, everywhere=True)


def base() -> pl.Expr:
    """The digits of `fingerprint`."""
    return pl.col("fingerprint").str.head(_DIGITS)


def number() -> pl.Expr:
    """The number of a finding among those with equal digits, from 1."""
    return pl.col("fingerprint").str.slice(_DIGITS + 1).cast(pl.Int64)


def keys(articles: pl.DataFrame) -> pl.DataFrame:
    """What each article is known by in every run: `article_id` and `key`.

    Its own id, where it has one; else the title that its record states, else its file's name
    without folders, or of a record the title or the first line of its text. A title that was only
    taken from the text of a file would change with a line put before it. Titles and lines are
    folded, all is cut at 300 characters, so that a hostile one is not hashed with every finding.
    Two articles may have one key.
    """
    place = pl.when("embedded").then(pl.format("{}:{}", "path", "line")).otherwise("path")
    own = pl.when(pl.col("article_id") != place).then("article_id")
    name = pl.when(~pl.col("embedded")).then(pl.col("path").str.extract(r"([^/]*)$"))
    title = folded(articles["title"])
    stated = pl.when(pl.col("given").list.contains("title")).then(title)
    told = articles.select("article_id", own=own, stated=stated, name=name, title=title)
    named = ("own", "stated", "name", "title")
    names = [pl.when(pl.col(each) != "").then(each) for each in named]
    found = told.select("article_id", key=pl.coalesce(names))
    unnamed = found["key"].is_null().arg_true()
    first = articles["text"].gather(unnamed).str.extract(r"^\s*([^\r\n]*)").str.head(_LONGEST_KEY)
    key = found["key"].clone().scatter(unnamed, folded(first))
    return found.with_columns(key=key.str.head(_LONGEST_KEY))


def folded(texts: pl.Series) -> pl.Series:
    r"""Texts as they are compared here: one case, one kind of quote and of space; null stays null.

    >>> folded(pl.Series(["“Rain”,\r\n he  SAID"])).to_list()
    ['"rain", he said']
    """
    return plain(texts).str.replace_all("  +", " ").str.strip_chars(" ")


def _digits(findings: pl.DataFrame, articles: pl.DataFrame, *, everywhere: bool) -> pl.Series:
    """The digits of each finding, in the frame's order."""
    found: list[str] = []
    for part in findings.iter_slices(_BATCH):
        related = _related(part)
        ids = pl.concat([part["article_id"], related["article_id"]]).unique()
        known = articles.filter(pl.col("article_id").is_in(ids.implode()))
        texts = dict(known.select("article_id", "text").iter_rows())
        said = _said(part, related, texts)
        if not everywhere:
            said = said.with_columns(*_beside(part, texts), _owners(part, known))
        seeds = said.select(pl.concat_str(pl.all(), separator=_BETWEEN))
        found += map(_digest, seeds.to_series())
    return pl.Series(found, dtype=pl.String)


def _digest(seed: str) -> str:
    return blake2b(seed.encode(), digest_size=8).hexdigest()


def _said(findings: pl.DataFrame, related: pl.DataFrame, texts: Mapping[str, str]) -> pl.DataFrame:
    """What each finding says: `rule`, `words` and `against`."""
    words = folded(_cut(findings, texts))
    others = related.select("row", other=folded(_cut(related, texts)), own="own")
    others = others.join(pl.DataFrame({"words": words}).with_row_index("row"), on="row")
    # What stands there too adds nothing, and is there once more or once less as copies come and go.
    others = others.filter(
        pl.col("other") != pl.col("words"),
        pl.col("own") | (pl.col("other").str.len_chars() <= _SHORT),
    )
    against = others.group_by("row").agg(against=pl.col("other").unique().sort().str.join(_AMONG))
    said = pl.DataFrame({"rule": findings["rule_id"], "words": words}).with_row_index("row")
    joined = said.join(against, on="row", how="left", maintain_order="left")
    return joined.select("rule", "words", pl.col("against").fill_null(""))


def _related(findings: pl.DataFrame) -> pl.DataFrame:
    """The related places that may take part: `row`, `article_id`, `start`, `end`, `own`."""
    places = (
        findings.select("related", owner="article_id")
        .with_row_index("row")
        .filter(pl.col("related").list.len() > 0)
        .explode("related")
        .unnest("related")
    )
    own = pl.col("article_id") == pl.col("owner")
    short = pl.col("end") - pl.col("start") <= _SHORT_AS_READ
    return places.filter(own | short).select("row", "article_id", "start", "end", own=own)


def _beside(findings: pl.DataFrame, texts: Mapping[str, str]) -> tuple[pl.Series, pl.Series]:
    """The folded words on either side of each finding within its sentence and line."""
    sides = [surrounding(texts[key], start, end) for key, start, end in _spans(findings)]
    before = folded(pl.Series("before", [side[0] for side in sides], dtype=pl.String))
    behind = folded(pl.Series("behind", [side[1] for side in sides], dtype=pl.String))
    # The same characters, however many it took to write them. A bullet alone is no context.
    return _worded(before.str.tail(_SHORT)), _worded(behind.str.head(_SHORT))


def _worded(texts: pl.Series) -> pl.Series:
    """Texts, those without a letter or digit as empty ones."""
    return texts.zip_with(texts.str.contains(r"\w"), pl.Series([""]))


def _owners(findings: pl.DataFrame, articles: pl.DataFrame) -> pl.Series:
    """The key of the article of each finding."""
    owners = findings.select("article_id")
    return owners.join(keys(articles), on="article_id", how="left", maintain_order="left")["key"]


def _cut(places: pl.DataFrame, texts: Mapping[str, str]) -> pl.Series:
    """The text at each place. Python's own slices: those of columns count from the beginning."""
    return pl.Series([texts[key][start:end] for key, start, end in _spans(places)], dtype=pl.String)


def _spans(places: pl.DataFrame) -> Iterator[tuple[str, int, int]]:
    """Article, start and end of each place. Rows of tuples take twice as long."""
    columns = (places[name].to_list() for name in ("article_id", "start", "end"))
    return zip(*columns, strict=True)
