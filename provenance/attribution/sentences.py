"""A sentence of the writer's own words, cut into tokens.

In: the masked text of a story and the span of a sentence. Out: a `Sentence`. What is quoted in
it is one token, so that a quotation is never read as the writer's words.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from provenance.attribution.cast import Cast
from provenance.attribution.facts import CLOSES, NAMED, WORDLIKE
from provenance.attribution.source_words import SourceWords
from provenance.attribution.story import QUOTED

# A plain word, as nearly all are | quoted words, as one token | initials | a word with a full stop
# inside its sentence | a word | any other sign.
_TOKENS = re.compile(
    rf"([A-Za-z][a-z]*+(?=[ ,])|{QUOTED}[{QUOTED}\s]*|(?:[^\W\d_]\.)+(?![^\W\d_])(?:-\w+)*+"
    r"|[^\W\d_]{1,5}\.(?=\s+[^\W_a-z]|,)|\d+(?:,\d{3})+|\w(?:[\w&'’/.-]*\w)?|\S)"
)


# Not frozen: there are so many that setting their fields took a fiftieth of all time.
@dataclass(slots=True, eq=False)
class Sentence:
    """The words and signs of one sentence, and what is known for reading them.

    Attributes:
        start, end: Its span in the article's text.
        raw: Its tokens as written; a quotation's words are one token.
        low: The same in lower case, with straight apostrophes.
        facts: What is known of each token, as bits of `facts`, and of one that is not there: so
            that `facts[-1]` and that behind the last token are 0.
        starts, ends: Their offsets into the article's text.
        quotes: Whether some of them are quoted.
        cast: The people of the article.
        words: The words of the language.
    """

    start: int
    end: int
    raw: list[str]
    low: list[str]
    facts: list[int]
    starts: list[int]
    ends: list[int]
    quotes: bool
    cast: Cast
    words: SourceWords

    @classmethod
    def of(cls, masked: str, span: tuple[int, int], cast: Cast, words: SourceWords) -> "Sentence":
        """The sentence at `span` of the masked text. Linear in its length."""
        start, end = span
        text = masked[start:end]
        parts = _TOKENS.split(text)  # white space and tokens by turns
        raw = parts[1::2]
        edges = list(accumulate(map(len, parts), initial=start))
        low = list(map(str.lower, raw))
        if "’" in text:
            low = [token.replace("’", "'") for token in low]
        facts = [*map(words.facts.__getitem__, raw), 0]
        starts, ends = edges[1:-1:2], edges[2::2]
        return cls(start, end, raw, low, facts, starts, ends, QUOTED in text, cast, words)

    def index(self, offset: int) -> int:
        """The token that begins at `offset` or is the first behind it."""
        return bisect_left(self.starts, offset)

    def word(self, at: int) -> str:
        """The token `at` in lower case; empty outside of the sentence."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def named(self, at: int) -> bool:
        """Whether a token is written as a name."""
        return bool(self.facts[at] & NAMED)

    def quoted(self, at: int) -> bool:
        """Whether a token is a quotation or the mark that ends one."""
        return bool(self.facts[at] & CLOSES)

    def wordlike(self, at: int) -> bool:
        """Whether a token is a word or number that a noun phrase may hold."""
        return bool(self.facts[at] & WORDLIKE)
