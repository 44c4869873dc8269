"""The lines of a story that are no running text: points of a summary, captions, sub-heads.

In: the text of an article. Out: spans of lines, told by their shape and place.
It looks at no figures and judges nothing.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

# A line without the white space around it.
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_LINE_END = re.compile(r"[\r\n]")
_MARK = re.compile(r"(?:[•·▪●‣◦∙■*-]|&bull;)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A summary stands among the first lines and its points are short; a paragraph is long.
_TOP = 14
_FEWEST_POINTS = 2
_POINT_WORDS = 30
_PARAGRAPH_WORDS = 20
# What is left of the text below a summary must be a story.
_BODY_CHARACTERS = 800
# A sub-head or a caption: few words, most of them with a capital, no stop behind.
_CAPTION_WORDS = (3, 12)
_CAPTION_CHARACTERS = 100
_STOPS = (".", "!", "?", ":", ";", ",", "…", "”", '"', "’", ")", "]")
_SENTENCE_STOPS = tuple(mark for mark in _STOPS if mark != ":")
_LONG = 4
_OPENER = 20  # characters in which a caption's "Photo:" stands
_BLANK = 2  # line feeds between two lines with a blank one between them


class Line(NamedTuple):
    """A line that is not blank, white space around it left out.

    Attributes:
        text: As written.
        follows: True when no blank line stands before it.
    """

    start: int
    end: int
    text: str
    follows: bool


def summary(text: str, first: int, headings: Container[str]) -> list[Line]:
    """The points that sum a story up at its top; empty when there are none.

    Args:
        text: Of the article.
        first: Where it begins, after the headline.
        headings: What stands alone above such points, in lower case.

    Two or more lines in a row with a list mark before each, or below such a heading, or lines
    without a full stop behind them before the first paragraph. A list that a colon announces is
    part of the story. Linear in the text.
    """
    if len(text) - first < _BODY_CHARACTERS:
        return []
    if not _may_open(text, first, headings):
        return []
    top = list(islice(lines(text, first), _TOP))
    for place in range(len(top)):
        points = _points(top, place, headings)
        if len(points) >= _FEWEST_POINTS:
            above = top[place - 1].text if place else ""
            announced = above.endswith(":") and not _is_heading(above, headings)
            rest = len(text) - points[-1].end
            return [] if announced or rest < _BODY_CHARACTERS else points
    return []


def _may_open(text: str, first: int, headings: Container[str]) -> bool:
    """Whether a list mark, a heading or a short line stands where points may begin."""
    top = islice(_LINE.finditer(text, first), _TOP)
    return any(
        (place == 0 and len(line[0].split()) <= _PARAGRAPH_WORDS)
        or _MARK.match(line[0])
        or _is_heading(line[0], headings)
        for place, line in enumerate(top)
    )


def captions(
    text: str, first: int, places: Sequence[int], openers: Container[str]
) -> Iterator[Line]:
    """The lines that have the shape of a caption or a sub-head and hold one of `places`.

    Args:
        text: Of the article.
        first: Where its lines begin.
        places: Offsets from there on, in order. Only their lines are looked at.
        openers: What stands with a colon before a caption, in lower case: "photo".
    """
    end = first
    for place in places:
        if place < end:
            continue
        start = max(end, text.rfind("\n", end, place) + 1, text.rfind("\r", end, place) + 1)
        stop = _LINE_END.search(text, place)
        end = stop.start() if stop else len(text)
        for line in lines(text[start:end], 0):
            if _is_caption(line.text) or _is_opened(line.text, openers):
                yield line._replace(start=start + line.start, end=start + line.end)


def lines(text: str, first: int) -> Iterator[Line]:
    """The lines of `text` from `first` on that are not blank."""
    end = first
    for match in _LINE.finditer(text, first):
        start = match.start()
        follows = text.count("\n", end, start) < _BLANK
        end = match.end()
        yield Line(start, end, match.group(), follows)


def _points(top: list[Line], place: int, headings: Container[str]) -> list[Line]:
    """The points that begin with the line at `place`."""
    if _MARK.match(top[place].text):
        run = list(_while_marked(top, place))
    elif place > 0 and _is_heading(top[place - 1].text, headings):
        run = _while_joined(top, place) or _while_short(top, place)
    elif place == 0:
        run = [line for line in _while_short(top, 0) if not line.text.endswith(_SENTENCE_STOPS)]
        if any(line.text.endswith(":") or _is_heading(line.text, headings) for line in run):
            return []
    else:
        return []
    return run if all(len(line.text.split()) <= _POINT_WORDS for line in run) else []


def _while_marked(top: list[Line], place: int) -> Iterator[Line]:
    for line in top[place:]:
        if not _MARK.match(line.text):
            return
        yield line


def _while_joined(top: list[Line], place: int) -> list[Line]:
    """The lines up to the first blank one; none when that is the next."""
    run = [top[place]]
    for line in top[place + 1 :]:
        if not line.follows:
            return run if len(run) > 1 else []
        run.append(line)
    return []


def _while_short(top: list[Line], place: int) -> list[Line]:
    """The lines up to the first long one; none when there is no long one."""
    run: list[Line] = []
    for line in top[place:]:
        if len(line.text.split()) > _PARAGRAPH_WORDS:
            return run
        run.append(line)
    return []


def _is_heading(line: str, headings: Container[str]) -> bool:
    return line.rstrip(":").strip().lower() in headings


def _is_opened(line: str, openers: Container[str]) -> bool:
    """True for "Photo: ..." and "(Photo: ...)"."""
    opener, colon, _ = line[:_OPENER].lower().lstrip("([").partition(":")
    return bool(colon) and opener.strip() in openers


def _is_caption(line: str) -> bool:
    if len(line) > _CAPTION_CHARACTERS or line.endswith(_STOPS) or _MARK.match(line):
        return False
    words = _WORD.findall(line)
    if not _CAPTION_WORDS[0] <= len(words) <= _CAPTION_WORDS[1]:
        return False
    return all(word[0].isupper() for word in words if len(word) >= _LONG)
