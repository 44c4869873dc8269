"""What makes a finding the same finding in another run, however its text moved.

Goes in: findings and the articles that they and their related places lie in.
Comes out: sixteen hexadecimal digits for each, from what the finding says:
the rule, the article, the words, what stands beside them, and what they are held
against. Offsets, lines, messages, the ids of other articles and the spelling of
paths take no part, so that a finding keeps its digits when text is put before
it, when paragraphs are reordered or lines wrapped, when quotes or accents are
written otherwise, and when other articles come and go. A changed figure, on
either side, makes it another one.
"""

import posixpath
from hashlib import blake2b

import polars as pl

from provenance.gate.surrounding import cut, surrounding
from provenance.text.fold import plain

# Findings worked on at a time, which bounds the memory for their articles' texts.
_BATCH = 25_000
# A place in another article takes part up to so many folded characters: a figure or a quotation
# does, a passage of 12 words (the shortest that is reported by default) as a rule does not. Many
# articles can hold a copy of a passage, and which of them is named changes with the corpus.
_SHORT = 60
# As many characters may be folded into those.
_SHORT_AS_READ = 4 * _SHORT
# Folded characters that take part on either side of a finding.
_BESIDE = 30
_LONGEST_KEY = 300
_DIGITS = 16
# Neither stands in a folded text.
_BETWEEN, _AMONG = "\x00", "\x01"


def fingerprint(findings: pl.DataFrame, articles: pl.DataFrame, here: str = "/") -> pl.DataFrame:
    """The findings with `fingerprint` filled, unique within them.

    Findings with equal digits are numbered in the frame's order. Linear: five to
    six seconds of one core for a million findings in 250,000 articles.

    Args:
        findings: A frame of `Finding`.
        articles: A frame of `Article`: all that findings and their related places lie in.
        here: As of `keys`.
    """
    digits = _digits(findings, articles, here)
    told = digits + ":1"
    rows = digits.is_duplicated().arg_true()
    again = pl.DataFrame({"digits": digits[rows]}).select(
        pl.concat_str("digits", pl.lit(":"), pl.int_range(1, pl.len() + 1).over("digits"))
    )
    return findings.with_columns(fingerprint=told.scatter(rows, again.to_series()))


def everywhere(findings: pl.DataFrame, articles: pl.DataFrame) -> pl.Series:
    """Sixteen digits for each finding that are equal in all articles, and wherever it stands.

    Made of the rule, the words and what they are held against alone. Arguments as `fingerprint`.
    """
    return _digits(findings, articles, None)


def base() -> pl.Expr:
    """The digits of `fingerprint`."""
    return pl.col("fingerprint").str.head(_DIGITS)


def number() -> pl.Expr:
    """The number of a finding among those with equal digits, from 1."""
    return pl.col("fingerprint").str.slice(_DIGITS + 1).cast(pl.Int64)


def keys(articles: pl.DataFrame, here: str = "/") -> pl.DataFrame:
    """What each article is known by in every run: `article_id` and `key`.

    Its own id, where it has one. Else a file is known by its path, since many a corpus has a file
    of one name in every folder; and a record by its date with its title, or with the first line of
    its text. Titles and lines are folded, all is cut at 300 characters, so that a hostile one is
    not hashed with every finding. Two articles may have one key.

    Args:
        articles: A frame of `Article`.
        here: The absolute path of the folder from which paths of files are told, so that it does
            not matter how they were spelled.
    """
    place = pl.when("embedded").then(pl.format("{}:{}", "path", "line")).otherwise("path")
    own = pl.when(pl.col("article_id") != place).then("article_id")
    found = articles.select("article_id", "path", "embedded", own=own)
    files = found.filter(~pl.col("embedded"))["path"].unique().to_list()
    told = pl.DataFrame(
        {"path": files, "name": [_seen(path, here) for path in files]},
        schema={"path": pl.String, "name": pl.String},
    )
    named = found.join(told, on="path", how="left", maintain_order="left")
    key = named.select(pl.coalesce("own", pl.when(~pl.col("embedded")).then("name"))).to_series()
    unnamed = key.is_null().arg_true()
    key = key.scatter(unnamed, _entitled(articles[unnamed]))
    return found.select("article_id", key=key.str.tail(_LONGEST_KEY))


def _seen(path: str, here: str) -> str:
    """A path as it is seen from `here`; that of standard input as it is."""
    return path if path == "-" else posixpath.relpath(posixpath.join(here, path), here)


def _entitled(records: pl.DataFrame) -> pl.Series:
    """The date and the title of each record, or the first line of its text where it has none."""
    title = folded(records["title"])
    first = folded(records["text"].str.extract(r"^\s*([^\r\n]*)").str.head(_LONGEST_KEY))
    named = title.zip_with((title != "").fill_null(value=False), first).str.head(_LONGEST_KEY)
    told = pl.DataFrame({"date": records["date"], "name": named})
    return told.select(pl.concat_str("date", "name", separator=" ", ignore_nulls=True)).to_series()


def folded(texts: pl.Series) -> pl.Series:
    r"""Texts as they are compared here: one case, one kind of quote and of space; null stays null.

    >>> folded(pl.Series(["“Rain”,\r\n he  SAID"])).to_list()
    ['"rain", he said']
    """
    return plain(texts).str.replace_all("  +", " ").str.strip_chars(" ")


def _digits(findings: pl.DataFrame, articles: pl.DataFrame, here: str | None) -> pl.Series:
    """The digits of each finding, in the frame's order; with null for `here` for every article."""
    found = [pl.Series(dtype=pl.String)]
    for part in findings.iter_slices(_BATCH):
        related = _related(part)
        ids = pl.concat([part["article_id"], related["article_id"]]).unique()
        known = articles.filter(pl.col("article_id").is_in(ids.implode()))
        texts, named = known["text"], keys(known, here or "/").with_row_index("at")
        places = _placed(part, named)
        cuts = surrounding(texts, places)
        words = folded(cuts["words"])
        others = () if here is None else (*_beside(cuts), places["key"])
        against = _against(words, _placed(related, named), texts)
        told = (part["rule_id"], words, against, *others)
        seeds = pl.select(pl.concat_str(told, separator=_BETWEEN).cast(pl.Binary)).to_series()
        digests = pl.Series(map(_digest, seeds.to_list()), dtype=pl.Binary)
        found.append(digests.bin.encode("hex"))
    return pl.concat(found)


def _digest(seed: bytes) -> bytes:
    return blake2b(seed, digest_size=_DIGITS // 2).digest()


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


def _placed(places: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The places with the row and the key of their article."""
    return places.join(articles, on="article_id", how="left", maintain_order="left")


def _against(words: pl.Series, related: pl.DataFrame, texts: pl.Series) -> pl.Series:
    """What each finding is held against, folded and sorted."""
    others = related.select("own", "row", other=folded(cut(texts, related)))
    # In other articles what stands there too adds nothing, and is there once more or once less as
    # copies come and go; in its own every place counts: three equal parts are not two.
    short = (pl.col("other").str.len_chars() <= _SHORT) & (
        pl.col("other") != words.gather(others["row"])
    )
    elsewhere = others.filter(~pl.col("own"), short).unique(["row", "other"])
    others = pl.concat([others.filter("own"), elsewhere])
    several = others["row"].is_duplicated()
    joined = others.filter(several).group_by("row").agg(_joined("other"))
    found = pl.concat([others.filter(~several).select("row", "other"), joined])
    none = pl.repeat("", len(words), dtype=pl.String, eager=True)
    return none.scatter(found["row"], found["other"])


def _joined(column: str) -> pl.Expr:
    return pl.col(column).sort().str.join(_AMONG)


def _beside(cuts: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """The folded characters on either side of each finding within its sentence and line."""
    before, behind = folded(cuts["before"]), folded(cuts["behind"])
    # The same characters, however many it took to write them. A bullet alone is no context.
    return _worded(before.str.tail(_BESIDE)), _worded(behind.str.head(_BESIDE))


def _worded(texts: pl.Series) -> pl.Series:
    """Texts, those without a letter or digit as empty ones."""
    return texts.zip_with(texts.str.contains(r"\w"), pl.Series([""]))
