"""From the bytes of a web page to the text of its article and what the page says of it.

What is fetched with a page, and what a script would make of it, is not looked at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.config import Config
from provenance.sources.articles import Stated
from provenance.sources.confined import Refused, ask
from provenance.sources.decoding import Decoded, Undecodable, decoded, is_blank
from provenance.sources.markup import too_complex
from provenance.sources.pages import page_stated
from provenance.sources.tags import tags

# Of the page, in bytes. A browser looks at 1,024 for the encoding; many a page has it further on.
_HEAD = 4096
_XML = re.compile(r"<\?xml[^<>]*\bencoding\s*=\s*[\"']([^\"'<>]*)")
_MISSING = "install it with what else reads web pages: pip install 'provenance-check[html]'"


@dataclass(frozen=True, slots=True)
class WebPage:
    """An article out of a web page.

    Attributes:
        text: A line for each paragraph.
        stated: What the page says of it.
        decoded: The whole page.
    """

    text: str
    stated: Stated
    decoded: Decoded


@dataclass(frozen=True, slots=True)
class NoArticle:
    """Why there is no article to be had out of a page.

    Attributes:
        line: Of the page, where the fault is on one; else null.
        is_for_all: Whether it is for want of a package, so that no other page can be read either.
    """

    reason: str
    line: int | None = None
    is_for_all: bool = False


def web_page(data: bytes, labels: Sequence[str], config: Config) -> WebPage | NoArticle:
    """The article in a web page, or why there is none to be had.

    Args:
        data: The page.
        labels: The encodings that are declared outside of it, such as by a server.
        config: Of it `extractor` and `seconds_per_document`.
    """
    page = decoded(data, _labels(data, labels))
    if isinstance(page, Undecodable):
        return NoArticle(page.reason, page.line)
    if reason := too_complex(page.text):
        return NoArticle(reason)
    text = ask(config.extractor, page.text.encode(), config.seconds_per_document)
    if isinstance(text, Refused) and text.missing:
        return NoArticle(f"{text.reason}; {_MISSING}", is_for_all=True)
    if isinstance(text, Refused):
        return NoArticle(f"the page {text.reason}")
    if not isinstance(text, str) or is_blank(text):
        return NoArticle("no article text found in the page")
    return WebPage(text, page_stated(page.text), page)


def _labels(data: bytes, labels: Sequence[str]) -> Iterator[str]:
    """The encodings that are declared, the most trusted first; the page is not asked in vain."""
    yield from labels
    head = data[:_HEAD].decode("latin-1")
    if xml := _XML.match(head):
        yield xml[1]
    yield from tags(head).charsets
