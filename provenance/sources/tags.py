"""The tags of a page that carry metadata, each taken where it stands.

In: a page as text. Out: the contents of its meta and link tags, titles and
JSON-LD scripts, unjudged. The page is not parsed: a browser may see it otherwise
where tags are broken. No part is read twice, so that the cost is linear in the
page, whatever is never closed.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_MOST_TAGS = 20_000
_LONGEST_HEADING = 1000  # characters, with the markup in it
_NEXT = re.compile(
    r"<(?:!--|(?P<raw>script|style|svg|template)\b(?P<given>[^<>]*)"
    rf"|(?P<heading>title|h1)\b[^<>]*>(?:(?P<words>.{{0,{_LONGEST_HEADING}}}?)</(?P=heading))?"
    r"|(?P<tag>html|meta|link)(?=[\s/>]))",
    re.DOTALL | re.IGNORECASE,
)
_ENDS = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "svg", "template")
}
_ATTRIBUTE = re.compile(
    r"[\s/]*+([^\s=<>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?"
)
_LINKED_DATA = re.compile(r"application/ld\+json", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Tags:
    """What stands in a page's tags, in order.

    Attributes:
        scripts: The contents of JSON-LD scripts.
        metas: Contents of meta tags by their names, in lower case.
        links: Addresses of link tags by what they are to the page.
        headings: Texts of `title` and of `h1`, by these.
        languages: What `html` tags say of the language.
        charsets: The encodings that meta tags declare, as they are written.
    """

    scripts: list[str] = field(default_factory=list)
    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    headings: dict[str, list[str]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    charsets: list[str] = field(default_factory=list)


def tags(page: str) -> Tags:
    """The tags of `page` that carry metadata, the first 20,000 or so of them."""
    found = Tags()
    at = 0
    for _ in range(_MOST_TAGS):
        match = _NEXT.search(page, at)
        if not match:
            break
        at = match.end()
        if match[0] == "<!--":
            end = page.find("-->", at)
            at = end if end >= 0 else len(page)
        elif match["tag"]:
            at = _note_tag(found, match["tag"].lower(), page, at)
        elif match["words"]:
            words = unescaped(_MARKUP.sub("", match["words"]))
            found.headings.setdefault(match["heading"].lower(), []).append(words)
        elif match["raw"]:
            end_tag = _ENDS[match["raw"].lower()].search(page, at)
            end = end_tag.start() if end_tag else len(page)
            if _LINKED_DATA.search(match["given"]):
                found.scripts.append(page[at:end].removeprefix(">"))
            at = end
    return found


def unescaped(text: str) -> str:
    """`text` with its character references as characters; as it is where one is a huge number."""
    try:
        return html.unescape(text)
    except ValueError:  # more digits than Python makes a number of
        return text


def _note_tag(found: Tags, tag: str, page: str, at: int) -> int:
    """Notes the tag whose attributes begin at `at`; where they end."""
    given: dict[str, str] = {}
    for match in _attributes(page, at):
        value = match[2] or match[3] or match[4] or ""
        given.setdefault(match[1].lower(), unescaped(value))
        at = match.end()
    if tag == "html":
        found.languages.append(given.get("lang") or given.get("xml:lang", ""))
    elif tag == "link":
        for relation in given.get("rel", "").lower().split():
            found.links.setdefault(relation, []).append(given.get("href", ""))
    else:
        _note_meta(found, given)
    return at


def _attributes(page: str, at: int) -> Iterator[re.Match[str]]:
    while match := _ATTRIBUTE.match(page, at):
        yield match
        at = match.end()


def _note_meta(found: Tags, given: Mapping[str, str]) -> None:
    content = given.get("content", "")
    names = (given.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
    name = next(filter(None, names), "").lower().strip()
    if name:
        found.metas.setdefault(name, []).append(content)
    charset = given.get("charset") or content.lower().partition("charset=")[2].strip()
    if charset and name in ("", "content-type"):
        found.charsets.append(charset)
