"""How many terminal cells a text takes, and cutting it to fit.

Works on text that is safe to print. Wide East Asian characters and most emoji
take two cells, combining marks and joiners none. Ambiguous characters count as
one, as in Western terminals. Joined emoji are counted part by part, which is
too wide rather than too narrow.
"""

import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
_WORD_CUT = 12  # characters given up at most to cut between words


def cells(text: str) -> int:
    """Width of `text` in cells.

    >>> cells("e\u0301\u6771")
    3
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


def head(text: str, room: int) -> str:
    """The beginning of `text` within `room` cells, an ellipsis where something was cut off."""
    if cells(text) <= room:
        return text
    kept = text[: _fitting(text, room - 1)]
    cut = kept.rfind(" ")
    if cut >= 0 and len(kept) - cut <= _WORD_CUT:
        kept = kept[:cut]
    return kept.rstrip() + ELLIPSIS


def tail(text: str, room: int) -> str:
    """The end of `text` within `room` cells, an ellipsis where something was cut off."""
    if cells(text) <= room:
        return text
    kept = text[len(text) - _fitting(text[::-1], room - 1) :]
    cut = kept.find(" ")
    if 0 <= cut < _WORD_CUT:
        kept = kept[cut:]
    return ELLIPSIS + kept.lstrip()


def middle_out(text: str, room: int) -> str:
    """Both ends of `text` within `room` cells, an ellipsis for what lies between."""
    if cells(text) <= room:
        return text
    front = head(text, room // 2).removesuffix(ELLIPSIS)
    back = tail(text, room - cells(front) - 2).removeprefix(ELLIPSIS)
    return f"{front} {ELLIPSIS} {back}"


def fold(text: str, room: int) -> list[str]:
    """`text` on as many lines of `room` cells as it needs, broken at spaces where one is near."""
    if cells(text) <= room:
        return [text]
    return [text[start:end] for start, end in breaks(text, room)]


def breaks(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Where the lines of `fold` stand in `text`. Linear in it."""
    start = 0
    while (cut := _fitting(text, room, start)) < len(text):
        cut = max(start + 1, cut)
        space = text.rfind(" ", start, cut + 1)
        if space > start and cut - space <= room // 2:
            cut = space
        yield start, start + len(text[start:cut].rstrip())
        start = cut
        while start < len(text) and text[start].isspace():
            start += 1
    yield start, len(text)


def _fitting(text: str, room: int, start: int = 0) -> int:
    """The index behind the last character that fits into `room` cells from `start` on."""
    if text.isascii():
        return min(len(text), start + max(room, 0))
    used = 0
    for index in range(start, len(text)):
        used += _cell(text[index])
        if used > room:
            return index
    return len(text)


def _cell(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") and char != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
