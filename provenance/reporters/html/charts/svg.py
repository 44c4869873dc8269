"""What charts are drawn from: elements, numbers, and words that fit into their room.

Goes in: our own names of elements and classes, numbers, and text from anywhere. Comes out: SVG
as `Markup` that is also well-formed XML. It refuses inline styles and scripts: looks are classes.
"""

import unicodedata
from itertools import accumulate

from markupsafe import Markup, escape

from provenance.reporters.cells import ELLIPSIS, cells, head
from provenance.reporters.safe import printable

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
# Every chart is this wide, in units that are pixels where the page has room for it.
WIDTH = 760
# Sizes of text in the same units; charts.css says them too.
TEXT = 12
SMALL = 11
# Names are bold, which is as wide as plain text of this size.
BOLD = 13.5

# Widths of characters in parts of the text's size, from above: those of DejaVu Sans, which is
# wider than nearly all fonts that pages are shown in.
_NARROW, _PLAIN, _BROAD, _WIDE = 0.43, 0.66, 0.86, 1.06
_NARROW_CHARS = frozenset(" !'(),-./:;I[]`fijlrt|J")
_BROAD_CHARS = frozenset('+<=>~#^&w"_$?ABCDGHKNOPQRTUVXY')
_WIDE_CHARS = frozenset("MW@%m")
# Marks on one letter beyond this many would pile up into the rows above.
_MARKS = 2
# More of a text than this is never looked at, nor shown in a table.
_LONGEST = 400
_CELLS = 100
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def tag(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """An element. Text that is no `Markup` is escaped; attributes that are null are left out.

    Attributes are written as Python can: `stroke_width` for `stroke-width`, `class_` for `class`.

    >>> tag("rect", x=1.5, class_="bar")
    Markup('<rect x="1.5" class="bar"></rect>')
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escape(child) for child in children)
    return Markup(f"<{name}{given}>{inside}</{name}>")  # noqa: S704  (escaped above)


def number(value: float) -> str:
    """A coordinate: two decimals at most.

    >>> number(2 / 3), number(4.0), number(-0.001)
    ('0.67', '4', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def short(many: int) -> str:
    """A count in at most five characters.

    >>> short(9999), short(12_345), short(100_000), short(1_950_000)
    ('9,999', '12.3k', '100k', '1.9m')
    """
    if many < 10_000:
        return f"{many:,}"
    unit, name = (1_000, "k") if many < 1_000_000 else (1_000_000, "m")
    tenths = 10 * many // unit
    return f"{tenths // 10}{name}" if tenths >= 1_000 else f"{tenths / 10:g}{name}"


def words(x: float, y: float, content: str, class_: str = "", anchor: str = "start") -> Markup:
    """A line of text on the baseline `y`; `anchor` is `start`, `middle` or `end`."""
    side = None if anchor == "start" else anchor
    return tag("text", content, x=x, y=y, class_=class_ or None, text_anchor=side)


def fitted(text: str, room: float, size: float) -> str:
    """The beginning of a text from outside that takes at most `room`, isolated from what is around.

    Looks at its first 400 characters only.
    """
    safe = _calm(printable(text[:_LONGEST]))
    ends = list(accumulate(_em(char) * size for char in safe))
    if len(text) <= _LONGEST and (not ends or ends[-1] <= room):
        return isolated(safe)
    kept = sum(end <= room - _WIDE * size for end in ends)
    return isolated(safe[:kept].rstrip() + ELLIPSIS)


def named(text: str) -> str:
    """A text from outside for a table or a tooltip: on one line, and not endless."""
    safe = printable(text[:_LONGEST])
    return head(safe + ELLIPSIS * (len(text) > _LONGEST), _CELLS)


def isolated(text: str) -> str:
    """`text` so that its direction moves nothing around it."""
    return text if text.isascii() else f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def width(text: str, size: float) -> float:
    """How wide a text is at the most."""
    return sum(map(_em, text)) * size


def _written(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)


def _calm(text: str) -> str:
    """`text` without the marks that pile up on one letter."""
    if text.isascii():
        return text
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def _em(char: str) -> float:
    if not char.isascii():
        return (0, _BROAD, _WIDE)[cells(char)]
    for chars, em in ((_NARROW_CHARS, _NARROW), (_BROAD_CHARS, _BROAD), (_WIDE_CHARS, _WIDE)):
        if char in chars:
            return em
    return _PLAIN
