"""Places cut out of texts, with the few characters on either side that tell them from others.

Goes in: spans of texts. Comes out: columns of what stands there and beside it,
as read. What is beyond the sentence or the line is not beside it, so that it
stays the same when paragraphs are reordered or lines wrapped. It looks at a
hundred characters on a side at most, however long the line is.
"""

import polars as pl

# Characters looked at on a side: 30 folded ones are used, for which the syllables of Korean take
# three code points each when written apart.
_WINDOW = 100
# A shorter line ends where it ends; a longer one that ends without a mark was wrapped.
_WRAPPED = 40
# Before a place as many more, to see whether the line that ends there is a short one.
_LEAD = _WINDOW + _WRAPPED + 1
# Slices of columns count from the beginning of a text, which takes 0.1 microseconds a kilobyte.
_LONG_BYTES = 20_000

_MARK = r"(?:[。！？]|[.!?…][\"'”’)\]»]*"
_SHORT_LINE = rf"[^\n]{{0,{_WRAPPED - 1}}}"
# A line that begins before the characters looked at may be taken for a short one: it ends so far
# from the place that none of the characters between are used.
_TO_LAST_STOP = rf"(?s)^(?:.*(?:{_MARK}\s)|\n{_SHORT_LINE}\n)|{_SHORT_LINE}\n)"
_FROM_FIRST_MARK = rf"(?s){_MARK}(?:\s|$)).*$"
_TO_SHORT_LINE = rf"^((?:[^\n]{{{_WRAPPED},}}\n)*{_SHORT_LINE})\n"
# A place that ends its sentence itself.
_CLOSED = rf"{_MARK})$"
_BEGINS_LINE, _ENDS_LINE = r"(?:^|\n)[^\S\n]*$", r"^[^\S\n]*(?:\n|$)"
_BEGINS_SMALL = r"^[\p{Ll}\p{Nd}]"


def cut(texts: pl.Series, places: pl.DataFrame) -> pl.Series:
    """The text at each place: `start` to `end`, in code points, of the text at row `at`."""
    taken = places.with_columns(text=texts.gather(places["at"]))
    is_long = pl.col("text").str.len_bytes() > _LONG_BYTES
    short = pl.when(~is_long).then("text").str.slice("start", pl.col("end") - pl.col("start"))
    found = taken.select(short).to_series()
    rows = found.is_null().arg_true()
    if rows.is_empty():
        return found
    rest = places[rows].select("at", "start", "end")
    known = {at: texts[at] for at in rest["at"].unique()}
    slices = [known[at][start:end] for at, start, end in rest.iter_rows()]
    return found.scatter(rows, pl.Series(slices, dtype=pl.String))


def surrounding(texts: pl.Series, places: pl.DataFrame) -> pl.DataFrame:
    r"""What stands at each place and beside it, as read but for the characters that end lines.

    Nothing is beside a place that is empty, as of a finding on the article itself, or that is all
    of its line, so that such a line keeps its fingerprint wherever it is moved. A place that begins
    small below a long line is the last of wrapped words.

    Args:
        texts: Of articles.
        places: Columns `at`, a row of `texts`, `start` and `end`.

    Returns:
        Columns `before`, `words` and `behind`.

    >>> text = pl.Series(["Rain fell. On Monday 12 people\nwere hurt."])
    >>> surrounding(text, pl.DataFrame({"at": [0], "start": [21], "end": [23]})).row(0)
    ('On Monday ', '12', ' people')
    """
    lead = pl.min_horizontal("start", _LEAD)
    wide = places.select("at", pl.col("start") - lead, pl.col("end") + _WINDOW)
    around = cut(texts, wide).alias("around")
    if around.str.contains("\r", literal=True).any():
        around = around.str.replace_all("\r\n", " \n", literal=True)
        around = around.str.replace_all("\r", "\n", literal=True)
    length = pl.col("end") - pl.col("start")
    found = (
        places.select("start", "end")
        .with_columns(around)
        .select(
            before=pl.col("around").str.slice(0, lead),
            words=pl.col("around").str.slice(lead, length),
            behind=pl.col("around").str.slice(lead + length),
        )
    )
    is_closed = pl.col("words").str.contains(_CLOSED)
    to_mark = pl.col("behind").str.replace(_FROM_FIRST_MARK, "")
    found = found.with_columns(behind=pl.when(~is_closed).then(to_mark).otherwise(pl.lit("")))
    behind = _on_its_line(found)
    return _alone(
        found.with_columns(behind, before=pl.col("before").str.replace(_TO_LAST_STOP, ""))
    )


def _on_its_line(found: pl.DataFrame) -> pl.Series:
    """What is behind each place up to the end of its line, or further on if that was wrapped."""
    behind = found["behind"]
    rows = behind.str.contains("\n", literal=True).arg_true()
    begun = pl.concat_str("before", "words").str.tail(_WRAPPED).str.replace(r"(?s)^.*\n", "")
    some = found[rows].select("behind", begun=begun)
    whole = pl.concat_str("begun", "behind").str.extract(_TO_SHORT_LINE)
    ended = whole.str.slice(pl.col("begun").str.len_chars())
    return behind.scatter(rows, some.select(ended.fill_null(pl.col("behind"))).to_series())


def _alone(found: pl.DataFrame) -> pl.DataFrame:
    """The places with nothing beside those that are empty or stand alone on their lines."""
    before, words, behind = (pl.col(name) for name in ("before", "words", "behind"))
    is_rest = before.str.contains(r"\S") & words.str.contains(_BEGINS_SMALL)
    is_line = before.str.contains(_BEGINS_LINE) & behind.str.contains(_ENDS_LINE)
    kept = (words != "") & (is_rest | ~is_line)
    return found.with_columns(
        pl.when(kept).then(name).otherwise(pl.lit("")).alias(name) for name in ("before", "behind")
    )
