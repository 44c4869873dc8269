"""NewsML-G2, the XML envelope of news of the IPTC: an item of it to what it says.

In: a parsed `newsItem` and the like. Out: text and metadata, or why there is no
text. The text of an item stands in it as NITF, as XHTML or as plain text; what is
in another file is not fetched. Packages, concepts and plans hold no prose.
"""

from collections.abc import Iterator

from lxml.etree import _Element

from provenance.sources.newsroom import fragments, nitf
from provenance.sources.newsroom.nitf import Said
from provenance.sources.newsroom.prose import children, first, name, text_of, words_of

WITHOUT_PROSE = frozenset(
    "packageItem conceptItem knowledgeItem planningItem catalogItem sports-content "
    "sports-metadata".split()
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXT_CLASS = "text"


def items(message: _Element) -> Iterator[_Element]:
    """The items of a `newsMessage`, in order."""
    for group in children(message, "itemSet"):
        yield from (item for item in group if name(item))


def said(item: _Element) -> Said | str:
    """What a `newsItem` says, or why it holds no article text though it should.

    The outlet is the provider, who answers for the item's publication, by name, else who holds
    the copyright, else the provider by its code. The date is that of this version, whose text it
    is, else of the first one.
    """
    inner = _content(item)
    if isinstance(inner, str):
        return inner
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    holder = first(item, "rightsInfo", "copyrightHolder")
    provider = first(meta, "provider")
    guid = item.get("guid") or ""
    found = {
        "title": words_of(first(content, "headline")) or words_of(first(meta, "title")),
        "byline": words_of(first(content, "by")) or words_of(first(content, "creator", "name")),
        "outlet": _named(provider) or _named(holder) or _coded(provider),
        "date": words_of(first(meta, "versionCreated")) or words_of(first(meta, "firstCreated")),
        "language": _language(item, content),
        "url": guid if guid.startswith(("http://", "https://")) else None,
    }
    given = {key: value for key, value in found.items() if value}
    return Said(inner.text, guid.strip() or inner.identity, {**inner.values, **given})


def is_prose(item: _Element) -> bool:
    """Whether a `newsItem` should hold article text: its class says text, or nothing."""
    kind = first(item, "itemMeta", "itemClass")
    told = "" if kind is None else kind.get("qcode") or kind.get("uri") or ""
    sports = (content for content in item.iter() if name(content) == "sports-content")
    is_text = not told or told.replace("/", ":").rpartition(":")[2] == _TEXT_CLASS
    return is_text and next(sports, None) is None


def _content(item: _Element) -> Said | str:
    """The first content of an item that has text, or why none has."""
    held = first(item, "contentSet")
    if held is None or not len(held):
        return "it has no content"
    seen: list[str] = []
    for each in children(held, "inlineXML", "inlineData", "remoteContent"):
        inside = list(filter(None, map(name, each)))
        seen.append(f"{name(each)}{f' of {inside[0]}' if inside else ''}")
        found = _plain(each) if name(each) == "inlineData" else _marked_up(each)
        if found and found.text.strip():
            return found
    return f"there is no text in its {', '.join(seen[:3]) or 'content'}"


def _marked_up(content: _Element) -> Said | None:
    for inner in content:
        if nitf.is_nitf(inner):
            return nitf.said(inner)
        if name(inner) in ("html", "body", "div", "article", "section", "p"):
            return Said(text_of(inner), None, {})
    return None


def _plain(content: _Element) -> Said:
    text = "".join(content.itertext())
    kind = content.get("contenttype", "")
    is_markup = "html" in kind or ("plain" not in kind and fragments.looks_like_markup(text))
    return Said(fragments.text_of(text) if is_markup else text.strip("\r\n"), None, {})


def _named(party: _Element | None) -> str | None:
    return words_of(first(party, "name")) or (None if party is None else party.get("literal"))


def _coded(party: _Element | None) -> str | None:
    """The code of a party behind its scheme, such as `REUTERS` of `nprov:REUTERS`."""
    code = "" if party is None else str(party.get("qcode", ""))
    return code.partition(":")[2] or code or None


def _language(item: _Element, content: _Element | None) -> str | None:
    language = first(content, "language")
    tag = None if language is None else language.get("tag")
    return str(tag or item.get(_LANGUAGE) or "") or None
