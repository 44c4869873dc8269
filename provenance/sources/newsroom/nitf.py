"""NITF, the XML of an article of the IPTC: a document to what it says.

In: a parsed `nitf` element, alone or inside another document. Out: text and
metadata. The text is what `body.content` holds, and the tagline below it, where
agencies credit their people. Headline, byline, dateline and abstract stand in the
head of the body and are not text: what carriers print of them differs, and the
abstract says again what the text says.
"""

from dataclasses import dataclass

from lxml.etree import _Element

from provenance.sources.newsroom.prose import children, first, name, text_of, words_of

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says: its text, its id, and the rest under the default names of records.

    Attributes:
        text: Empty when there is none.
        identity: Null when it gives none.
        values: Only what is given.
    """

    text: str
    identity: str | None
    values: dict[str, object]


def said(document: _Element) -> Said:
    """What a `nitf` element says.

    The outlet is the publication it ran in, else the distributor, else who holds the copyright,
    else who provides the rights: the nearest there is to who published it. The date is that of
    issue, else of release, else of the publication.
    """
    head, body = first(document, "head"), first(document, "body")
    top = first(body, "body.head")
    data = first(head, "docdata")
    found = {
        "title": words_of(first(top, "hedline", "hl1")) or words_of(first(head, "title")),
        "byline": _byline(top),
        "outlet": _outlet(head, top, data),
        "date": _norm(data, "date.issue")
        or _norm(data, "date.release")
        or _attribute(first(head, "pubdata"), "date.publication"),
        "language": document.get(_LANGUAGE) or _attribute(body, _LANGUAGE),
        "url": _url(head),
    }
    return Said(
        text=_text(body),
        identity=_attribute(first(data, "doc-id"), "id-string"),
        values={key: value for key, value in found.items() if value},
    )


def _text(body: _Element | None) -> str:
    parts = [first(body, "body.content"), first(body, "body.end", "tagline")]
    return "\n".join(text for part in parts if part is not None and (text := text_of(part)))


def _byline(top: _Element | None) -> str | None:
    return None if top is None else next(filter(None, map(words_of, children(top, "byline"))), None)


def _outlet(head: _Element | None, top: _Element | None, data: _Element | None) -> str | None:
    distributor = first(top, "distributor")
    return (
        _attribute(first(head, "pubdata"), "name")
        or words_of(first(distributor, "org"))
        or words_of(distributor)
        or _attribute(first(data, "doc.copyright"), "holder")
        or _attribute(first(data, "doc.rights"), "provider")
    )


def _url(head: _Element | None) -> str | None:
    reference = _attribute(first(head, "pubdata"), "ex-ref")
    return reference if reference and reference.startswith(("http://", "https://")) else None


def _norm(data: _Element | None, kind: str) -> str | None:
    return _attribute(first(data, kind), "norm")


def _attribute(element: _Element | None, key: str) -> str | None:
    value = None if element is None else element.get(key)
    return value.strip() or None if value else None


def is_nitf(element: _Element) -> bool:
    """Whether an element is a NITF document."""
    return name(element) == "nitf"
