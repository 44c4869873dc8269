"""RSS and Atom: one file, one feed, an article for each entry that has a text.

The text of an entry is its content, else its summary, without the markup. What
the feed is called is taken for the outlet of its entries. Only what is in the
file is read. A document type that declares anything is refused, as a few bytes
could become a text without end.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, stated
from provenance.sources.confined import Refused, ask
from provenance.sources.decoding import Undecodable, decoded, is_blank, told, whole_bytes
from provenance.sources.faults import Faults
from provenance.sources.newsroom.fragments import text_of

_MISSING = "install it with what else reads feeds: pip install 'provenance-check[news]'"
_ENCODING = re.compile(rb"\s*<\?xml\b[^<>]*?\bencoding\s*=\s*[\"']([^\"'<>]*)")
_DECLARATION = re.compile(r"\A\ufeff?\s*(?:<\?xml\b[^<>]*\?>)?")
_BEFORE_TYPE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_TYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*(\[|>|)", re.IGNORECASE)
_DECLARES = "declares entities or a document type of its own, which is not read; take it out"
_TAIL = 1 << 12  # characters in which the end of the root is looked for
_END = re.compile(r"</(?:[\w.-]{1,99}:)?([a-z]{1,9})\s*>", re.IGNORECASE)
_ROOTS = ("rss", "feed", "rdf")
_ENTRY_TAG = re.compile(r"(</?)(?:[\w.-]{1,99}:)?(?:item|entry)\b[^<>]*(?<!/)>", re.IGNORECASE)
_PLAIN = "text/plain"


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The entries of the feed `stream`, in order, counted from 1; and those that have no text."""
    data = whole_bytes(stream, path, config.max_article_mb)
    if isinstance(data, Unread):
        yield data
        return
    declared = _ENCODING.match(data)
    document = decoded(data, [declared[1].decode("latin-1")] if declared else ())
    if isinstance(document, Undecodable):
        yield Unread(f"{path}:{document.line}", document.reason)
        return
    feed = _feed(document.text, config.seconds_per_document)
    if isinstance(feed, str):
        yield Unread(path, feed)
        return
    off = feed["malformed"] and _breaks_off(document.text)
    is_half = off and _is_in_an_entry(document.text)
    entries = feed["entries"][:-1] if is_half else feed["entries"]
    yield from _entries({**feed, "entries": entries}, path, document.encoding)
    yield from told(path, document)
    if off:
        where = f"in entry {len(entries) + 1}, which is" if is_half else "behind the last entry"
        what = "not read; fetch it again" if is_half else "that is read; fetch it again"
        yield Unread(path, f"the feed breaks off {where} {what}", breaks_off=True)
    elif feed["malformed"]:
        yield Notice(path, "the feed is not well formed; what could be made out of it is read")


def _feed(text: str, seconds: int) -> Mapping[str, Any] | str:
    """What stands in a feed, as of `extractors.feed`, or why it is not read."""
    # Its encoding is none any more, and a document type that declares nothing says nothing.
    text = _DECLARATION.sub("", text, count=1)
    before = _BEFORE_TYPE.match(text)
    start = before.end() if before else 0
    if kind := _TYPE.match(text, start):
        if kind[1] != ">":
            return _DECLARES
        text = text[:start] + text[kind.end() :]
    feed: Any = ask("feed", text.encode(), seconds)
    if isinstance(feed, Refused):
        return f"{feed.reason}; {_MISSING}" if feed.missing else f"the feed {feed.reason}"
    if not feed["entries"]:
        return "there is no entry in it" if feed["version"] else "is neither RSS nor Atom"
    found: Mapping[str, Any] = feed
    return found


def _breaks_off(text: str) -> bool:
    """Whether a feed that is not well formed ends before its root does."""
    ends = [match[1].lower() for match in _END.finditer(text[-_TAIL:])]
    return not any(end in _ROOTS for end in ends)


def _is_in_an_entry(text: str) -> bool:
    """Whether the last tag of an entry in a feed begins one."""
    last = ""
    for match in _ENTRY_TAG.finditer(text):
        last = match[1]
    return last == "<"


def _entries(
    feed: Mapping[str, Any], path: str, encoding: str
) -> Iterator[Article | Unread | Notice]:
    outlet = _text(feed["title"]).strip()
    faults = Faults("entry")
    summaries = 0
    for number, entry in enumerate(feed["entries"], 1):
        place = f"{path}:{number}"
        content = next(filter(None, map(_text, entry["content"])), "")
        text = content or _text(entry["summary"])
        if is_blank(text):
            yield Unread(place, "the entry has neither content nor a summary")
            continue
        summaries += not content
        known = stated(_values(entry, outlet, feed["language"]), Fields())
        faults.add(place, known.faults)
        name = str(entry.get("id", ""))
        # An id that is no address can be that of another feed's entry as well.
        own_id = name if ":" in name else place
        yield article(Origin(own_id, path, number, True, None, encoding), text, known)
    yield from faults.notices()
    if summaries:
        which = "entry gives" if summaries == 1 else "entries give"
        yield Notice(path, f"{summaries:,} {which} only a summary, which is read")


def _values(entry: Mapping[str, Any], outlet: str, language: str | None) -> dict[str, object]:
    """The metadata of an entry, by the names of `Fields`; its date is that of its first version."""
    values: dict[str, object] = {"language": language}
    if outlet:
        values["outlet"] = outlet
    if entry["title"] is not None:
        values["title"] = _text(entry["title"])
    if "author" in entry:
        values["byline"] = entry["author"]
    for name, key in (("url", "link"), ("date", "updated"), ("date", "published")):
        if key in entry:
            values[name] = entry[key]
    return values


def _text(typed: list[str]) -> str:
    """A text of a feed, from its media type and itself."""
    media, text = typed
    return text if media == _PLAIN else text_of(text)
