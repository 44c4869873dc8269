"""Names that tell the speaker of a quotation although no known verb of speech stands by them.

In: a quotation that begins a sentence or follows a colon, and the people of its
story. Out: who is named beside it in a place where English puts nobody but the
speaker: behind the comma that ends the quoted words ("…," Brenk shot back;
"…," croaked Brenk), or first or last before the colon (Brenk on the ferry:
"…"). Words before a colon that name two people tell neither.
"""

import re

from provenance.attribution.cast import Cast, Named
from provenance.attribution.proximity import Proximity
from provenance.attribution.quotes import Quotation
from provenance.attribution.sourcing import SourceWords
from provenance.attribution.story import Story

_MARKS = r"\s\"'“”‘’„«»`"
# From the end of the quoted words to a name, a word before it at the most.
_BEHIND = re.compile(rf",?[{_MARKS}]{{0,8}},?\s?(?:(?P<verb>[^\W\d_A-Z]{{2,20}})\s)?(?=[^\W\d_])")
# What stands behind the name where no word stands before it.
_VERB = re.compile(r"(?:\s\([^()\n]{1,40}\))?\s(?P<verb>[^\W\d_A-Z]{2,20})\b")
_COLON = re.compile(rf"(?P<colon>:)[{_MARKS}]*$")
_LONGEST_LEAD = 120
# From the beginning of a sentence to the name in it: "The 17-year-old Jo Brenk".
_LONGEST_LABEL = 20


def tagged(quote: Quotation, near: Proximity, cast: Cast, words: SourceWords) -> Named | None:
    """The person named beside a quotation as its speaker, if one is."""
    if near.begins_sentence(quote):
        return _behind(quote, near.story, cast, words)
    return _ahead(quote, near, cast)


def _behind(quote: Quotation, story: Story, cast: Cast, words: SourceWords) -> Named | None:
    text = story.masked
    found = _BEHIND.match(text, quote.end)
    if found is None or "," not in story.text[quote.end - 1 : found.end()]:
        return None
    named = cast.at(found.end())
    if named is None or named.start != found.end():
        return None
    verb = found if found["verb"] else _VERB.match(text, named.end)
    return named if verb and _may_be_verb(verb["verb"], words) else None


def _may_be_verb(word: str, words: SourceWords) -> bool:
    joins = words.stops["join"]
    return word not in words.halts and word not in words.prepositions and word not in joins


def _ahead(quote: Quotation, near: Proximity, cast: Cast) -> Named | None:
    begun = near.breaks[max(0, near.sentence(quote.start))]
    if quote.start - begun > _LONGEST_LEAD:
        return None
    found = _COLON.search(near.story.masked[begun : quote.start])
    if found is None:
        return None
    named = cast.within(begun, quote.start)
    if len({each.person for each in named}) != 1:
        return None
    first = named[0].start - begun <= _LONGEST_LABEL
    return named[0] if first or named[0].end == begun + found.start("colon") else None
