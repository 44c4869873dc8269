"""The prose of an XML element: one line for each paragraph, white space as it is seen.

In: a parsed element of XHTML or NITF. Out: its text, without what stands beside an
article: pictures with their captions, notes, scripts.
"""

from collections.abc import Collection, Iterator
from html.entities import html5

from lxml.etree import Entity, _Element

# Elements that begin and end a line, of XHTML and of NITF.
_BLOCKS = frozenset(
    "address article aside block blockquote body bq br caption center datasource dd div dl dt "
    "footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main nitf-table ol p pre section table tagline "
    "tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_BESIDE = frozenset(
    "figure media media-caption media-producer media-metadata note fn script style template head "
    "noscript nitf-table-metadata custom-table".split()
)


def name(element: _Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: _Element, *names: str) -> Iterator[_Element]:
    """The children of these names, in order."""
    return (child for child in element if name(child) in names)


def first(element: _Element | None, *path: str) -> _Element | None:
    """The first element at a path of names below `element`; null when there is none."""
    for step in path:
        element = None if element is None else next(children(element, step), None)
    return element


def text_of(element: _Element, beside: Collection[str] = _BESIDE) -> str:
    """The prose of an element: its lines, none of them blank. Linear.

    Args:
        element: No deeper than the reader allows, as each level takes one of the stack.
        beside: Names of elements that are left out with all they hold.
    """
    parts: list[str] = []
    _collect(element, parts, beside)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def words_of(element: _Element | None) -> str | None:
    """All text in an element on one line; null when there is none."""
    if element is None:
        return None
    return " ".join(text_of(element, beside=()).split()) or None


def character(entity: _Element) -> str | None:
    """What a named entity of HTML stands for; null when HTML has none of this name.

    A document with a DTD, which is not loaded, may use such names without declaring them.
    """
    return html5.get(f"{entity.name};")


def _collect(element: _Element, parts: list[str], beside: Collection[str]) -> None:
    kind = name(element)
    border = "\n" if kind in _BLOCKS else " " if kind in _CELLS else ""
    parts.append(border)
    if element.tag is Entity:
        parts.append(character(element) or "")
    elif kind and kind not in beside:
        parts.append(_flowing(element.text))
        for child in element:
            _collect(child, parts, beside)
            parts.append(_flowing(child.tail))
    parts.append(border)


def _flowing(text: str | None) -> str:
    """Text of the source, in which a line end is a blank."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""
