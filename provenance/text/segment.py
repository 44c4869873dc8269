"""Cuts articles into lines, as a frame, and lines into sentences, as spans.

A line is what an editor sees as one: it ends at LF, CR LF or a lone CR. In
scraped news a line is nearly always a whole paragraph. Sentences end where
their line ends, but for text wrapped at a fixed width, as agencies send it.
"""

import re
from itertools import pairwise

import polars as pl

from provenance.frames import conform
from provenance.model import Line

# A full stop, question or exclamation mark, its closing marks, white space, and then
# something that can begin a sentence.
_BREAK = re.compile(r"[.!?…][\"'”’)\]]*(\s+)(?=[\"'“‘(\[]*[^\W_a-z])")
# A line without the white space around it.
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
# Where a sentence may go on in the next line: no mark before the line end, no capital behind.
_GOES_ON = re.compile(r"[^\s.!?…:;][^\S\r\n]*(?:\r\n|\r|\n)(?=[^\W\d_A-Z]|[0-9$£€¥\"“])")
_WORD = re.compile(r"\S+")
# Text is wrapped where its longest line is as wide as a screen or a telex, and where several of
# its lines are full: the next word would have reached over that width, or nearly.
_WIDTHS = range(50, 101)
_FULL_LINES = 3
_SLACK = 8
# What may stand before a full stop without ending a sentence. Single capitals ("U.S.",
# "J. Smith") are handled by their shape.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon st sr jr gov sen rep pres gen lt col maj capt cmdr sgt brig adm "
    "cpl pvt supt det insp no nos vs etc approx est dept inc ltd corp co bros jan feb mar apr "
    "jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun fig vol pp "
    "ave blvd sq".split()
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
# These only before digits in brackets: 400 sq. ft. (37 sq. m).
_SHORT_UNITS = frozenset("ft yd mi km cm mm lb lbs oz kg hr hrs min mins sec".split())
_CONVERTED = re.compile(r"\([$€£0-9]")
# So many characters before a full stop are looked at.
_TAIL = 19
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_INITIAL = re.compile(r"(?:^|[\s(\[\"“‘.])[^\W\d_]$")


def lines(articles: pl.DataFrame) -> pl.DataFrame:
    """The lines of every article that hold more than white space.

    Args:
        articles: A frame of `Article`.

    Returns:
        A frame of `Line`. Linear in the text.
    """
    texts = articles.select("article_id", text=_with_line_feeds(articles["text"]).str.split("\n"))
    width = pl.col("text").str.len_chars().cast(pl.Int64)
    lead = width - pl.col("text").str.strip_chars_start().str.len_chars().cast(pl.Int64)
    # Both run on over all articles, since sums within each are slow, and are set back after.
    counted = texts.explode("text").with_columns(
        number=pl.int_range(1, pl.len() + 1, dtype=pl.Int64),
        start=(width + 1).cum_sum() - width - 1,
    )
    cut = counted.with_columns(
        number=pl.col("number") - pl.col("number").first().over("article_id") + 1,
        start=pl.col("start") - pl.col("start").first().over("article_id") + lead,
        text=pl.col("text").str.strip_chars(),
    ).filter(pl.col("text") != "")
    return conform(cut.with_columns(end=pl.col("start") + width), Line)


def _with_line_feeds(texts: pl.Series) -> pl.Series:
    """CR LF becomes space LF and CR becomes LF, in the few texts that hold one.

    The same number of code points, so that offsets into this copy are offsets into the text.
    """
    rows = texts.str.contains("\r", literal=True).arg_true()
    if not len(rows):
        return texts
    some = texts.gather(rows).str.replace_all("\r\n", " \n", literal=True)
    # `scatter` changes the column it is called on.
    return texts.clone().scatter(rows, some.str.replace_all("\r", "\n", literal=True))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`, in order, white space between them left out.

    Abbreviations, initials and decimal points do not end a sentence, nor does the end of a line
    where text is wrapped at a fixed width: it is then full and without a closing mark, and the
    next one begins without a capital. Linear in the text.

    >>> sentence_spans("Lt. Col. A. Reyes left. Rain fell.")
    [(0, 23), (24, 34)]
    """
    spans: list[tuple[int, int]] = []
    # One search for the whole text, since there are nearly as many lines as sentences.
    stops = _BREAK.finditer(text)
    stop = next(stops, None)
    for first, end in _stretches(text):
        start = first
        while stop and stop.start() < end:
            mark, behind = stop.span()
            last = stop.start(1)
            if last < end and not (text[mark] == "." and _is_short(text, start, mark, behind)):
                spans.append((start, last))
                start = behind
            stop = next(stops, None)
        spans.append((start, end))
    return spans


def line_spans(text: str) -> list[tuple[int, int]]:
    r"""Spans of the lines of `text` that are not blank, white space around them left out. Linear.

    >>> line_spans("One line.\n\n Another one. ")
    [(0, 9), (12, 24)]
    """
    if "\r" in text:
        return [line.span() for line in _LINE.finditer(text)]
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):  # in half the time of the pattern
        end = start + len(line)
        bare = line.strip()
        if len(bare) == end - start and bare:  # as most
            spans.append((start, end))
        elif bare:
            first = end - len(line.lstrip())
            spans.append((first, first + len(bare)))
        start = end + 1
    return spans


def _stretches(text: str) -> list[tuple[int, int]]:
    """Spans of the lines, those that a sentence may run over in wrapped text as one."""
    spans = line_spans(text)
    joints = _joints(text, spans)
    if not joints:  # as in nearly all text
        return spans
    firsts = [number for number in range(len(spans)) if number not in joints]
    return [
        (spans[first][0], spans[following - 1][1])
        for first, following in pairwise((*firsts, len(spans)))
    ]


def _joints(text: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    """The lines, from 0, that go on with the one before; none where text is not wrapped."""
    width = max([end - start for start, end in spans], default=0)
    if width not in _WIDTHS:
        return frozenset()
    found = set[int]()
    for number, ((start, end), (following, _)) in enumerate(pairwise(spans), start=1):
        goes_on = _GOES_ON.match(text, end - 1)
        if goes_on is None:
            continue  # a mark, a blank line, an indent
        if _is_full(text, start, end, following, width):
            found.add(number)
    if len(found) < _FULL_LINES:
        return frozenset()
    # An agency's first line was full with its dateline, which stands elsewhere now.
    first = _GOES_ON.match(text, spans[0][1] - 1) and _is_full(text, *spans[1], spans[2][0], width)
    return frozenset({1, *found} if first else found)


def _is_full(text: str, start: int, end: int, following: int, width: int) -> bool:
    """Whether the first word of the next line would have reached over the width, or nearly."""
    word = _WORD.match(text, following)
    return word is not None and end - start + 1 + len(word[0]) > width - _SLACK


def _is_short(text: str, start: int, mark: int, behind: int) -> bool:
    """Whether what ends in the full stop at `mark`, in a sentence from `start` on, is shortened.

    What stands `behind` the stop and white space tells of units.
    """
    tail = text[max(start, mark - _TAIL) : mark]
    word = tail.rpartition(" ")[2]
    if not word.isalpha():  # rare: an initial of several, a mark in front, or no word
        if not word[-1:].isalnum():
            return False
        if _INITIAL.search(tail):
            return True
        found = _LAST_WORD.search(tail)
        word = found[0] if found else ""
    elif len(word) == 1:
        return True
    if len(word) > _LONGEST_ABBREVIATION:
        return False
    last = word.lower()
    return last in _ABBREVIATIONS or (
        last in _SHORT_UNITS and _CONVERTED.match(text, behind) is not None
    )
