"""An article as attribution sees it: its quotations, and its own words around them.

The words inside quotation marks are not the writer's: in `masked` they are
blanked, character for character, so that one look at it finds names, verbs of
speech and sentences of the writer alone, at the same offsets.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from provenance.attribution.quotes import Quotation
from provenance.model import Article
from provenance.text.paragraphs import paragraph_spans
from provenance.text.segment import sentence_spans

# Stands for a character of quoted words: no letter, no white space, and in no text by rights.
QUOTED = "\ufdd0"
_CAPITAL = "Q"
_WITHIN_LINE = re.compile(r"[^\r\n]+")

Span = tuple[int, int]


@dataclass(frozen=True)
class Story:
    """One article with its quotations.

    Attributes:
        article: As read.
        quotes: Its quotations, in order of their start; nested ones behind what they stand in.
    """

    article: Article
    quotes: tuple[Quotation, ...]

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def masked(self) -> str:
        """The text, with `QUOTED` for every character of quoted speech but the line ends."""
        parts, at = list[str](), 0
        for quote in self.quotes:
            if quote.start < at:
                continue  # nested
            parts.append(self.text[at : quote.start])
            parts.append(_WITHIN_LINE.sub(_blank, self.text[quote.start : quote.end]))
            at = quote.end
        return "".join([*parts, self.text[at:]])

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Spans of the paragraphs, white space around them left out."""
        return paragraph_spans(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences of `masked`: what a quotation holds does not end one.

        A quotation begins one, as a capital does, behind a full stop.
        """
        return tuple(sentence_spans(self.masked.replace(QUOTED, _CAPITAL)))


def _blank(quoted: re.Match[str]) -> str:
    return QUOTED * (quoted.end() - quoted.start())
