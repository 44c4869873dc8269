"""XML of newsrooms: NITF, NewsML-G2, and the feeds RSS and Atom, told by the root element.

A stranger's XML is read with nothing switched on: no DTD is loaded, no entity is
declared or resolved, no address is opened, and depth, number of elements and size
are held to a limit while it is parsed.
"""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, shown, stated
from provenance.sources.decoding import whole_bytes

if TYPE_CHECKING:
    from lxml.etree import _Element

    from provenance.sources.newsroom.nitf import Said

_MOST_DEEP = 100  # Levels; NITF inside NewsML-G2 has about 15.
_MOST_ELEMENTS = 200_000
_AT_ONCE = 1 << 16
_SUBSET = re.compile(rb"<!DOCTYPE[^>\[]*\[")
_FEEDS = ("rss", "RDF", "feed")
_MISSING = "NITF, NewsML-G2 and feeds need lxml; install it: pip install 'provenance-check[news]'"
_DECLARES = "declares entities or a document type of its own, which is not read; take it out"

Row = Article | Unread | Notice


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Row]:
    """The articles in `stream`, or why there is none."""
    data = whole_bytes(stream, path, config.max_article_mb)
    root = data if isinstance(data, Unread) else _parsed(data, path)
    if isinstance(data, Unread) or isinstance(root, Unread):
        yield root
        return
    from provenance.sources.newsroom import newsml, prose  # noqa: PLC0415  (lxml is an extra)

    kind = prose.name(root)
    if kind in _FEEDS:
        from provenance.sources.readers import feed  # noqa: PLC0415  (as above)

        yield from feed.read(io.BytesIO(data), path, config)
    elif kind == "newsMessage":
        found = [(item, f"{path}:{item.sourceline}") for item in newsml.items(root)]
        for item, place in found:
            yield from _document(item, path, place, config)
        if not found:
            yield Unread(path, "there is no item in the message")
    else:
        yield from _document(root, path, path, config)


def _parsed(data: bytes, path: str) -> "_Element | Unread":
    """The root element, or why the document is not read."""
    try:
        from lxml import etree  # noqa: PLC0415  (an extra)
    except ImportError:
        return Unread(path, _MISSING)
    if _SUBSET.search(data[:_AT_ONCE]):  # Else it is met when the first element is.
        return Unread(path, _DECLARES)
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    depth = count = 0
    try:
        for start in range(0, len(data), _AT_ONCE):
            parser.feed(data[start : start + _AT_ONCE])
            for event, element in parser.read_events():
                if not count and (fault := _own_type(element)):
                    return Unread(path, fault)
                depth += 1 if event == "start" else -1
                count += event == "start"
                if depth > _MOST_DEEP or count > _MOST_ELEMENTS:
                    limit = f"{_MOST_DEEP} levels or {_MOST_ELEMENTS:,} elements"
                    return Unread(path, f"holds more than {limit}, as no news item does")
        root = parser.close()
    except etree.XMLSyntaxError as fault:
        return _not_xml(
            path, [(entry.line, entry.message) for entry in parser.feed_error_log], fault
        )
    return _with_known_names(root, path)


def _not_xml(path: str, log: list[tuple[int, str]], fault: SyntaxError) -> Unread:
    line, said = log[0] if log else (fault.lineno, fault.msg)
    words = " ".join(said.split()).rstrip(".")
    return Unread(f"{path}:{line}" if line else path, f"not XML: {words}; correct the file")


def _with_known_names(root: "_Element", path: str) -> "_Element | Unread":
    """The root when every entity that the document names stands for a character of HTML's."""
    from lxml.etree import Entity  # noqa: PLC0415  (an extra)

    from provenance.sources.newsroom.prose import character  # noqa: PLC0415  (as above)

    for entity in root.iter(Entity):
        if character(entity) is None:
            return Unread(path, f"names the entity {shown(entity.name)}, which nothing declares")
    return root


def _own_type(root: "_Element") -> str | None:
    """Why a document that declares anything of its own is not read, whatever its encoding hid."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is None or not (list(declared.entities()) or list(declared.elements())):
        return None
    return _DECLARES


def _document(root: "_Element", path: str, place: str, config: Config) -> Iterator[Row]:
    """The article of one document: a file, or an item of a message."""
    from provenance.sources.newsroom import newsml, nitf, prose  # noqa: PLC0415  (lxml is an extra)

    kind = prose.name(root)
    if nitf.is_nitf(root):
        yield from _article(nitf.said(root), root, path, place, config)
    elif kind == "newsItem":
        found = newsml.said(root)
        if isinstance(found, str) and newsml.is_prose(root):
            yield Unread(place, f"the newsItem holds no article text: {found}")
        elif isinstance(found, str):
            yield Notice(place, "this newsItem is not prose and holds no article text")
        else:
            yield from _article(found, root, path, place, config)
    elif kind in newsml.WITHOUT_PROSE:
        yield Notice(place, f"a {kind} holds no article text")
    else:
        yield Unread(
            place,
            f"the root element {shown(kind)} is none that is read; those are nitf, newsItem and "
            "newsMessage of NewsML-G2, rss, RDF and feed",
        )


def _article(
    found: "Said", root: "_Element", path: str, place: str, config: Config
) -> Iterator[Row]:
    if not found.text.strip():
        yield Unread(place, "there is no text in it")
        return
    known = stated(found.values, type(config.fields)())
    encoding = root.getroottree().docinfo.encoding
    line = 1 if place == path else root.sourceline or 1
    origin = Origin(
        article_id=found.identity or place,
        path=path,
        line=line,
        embedded=True,
        encoding=encoding.lower() if encoding else None,
    )
    yield article(origin, found.text, known)
    for field, fault in known.faults.items():
        yield Notice(place, f"the {field} of the document {fault} and is left out")
