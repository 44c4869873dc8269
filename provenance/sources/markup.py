"""How much markup a page has, told from its tags alone, before a parser takes it to pieces.

In: the page as text. Out: a reason to leave it out, or null. The tags are
counted and not understood, so what a page hides from the count still meets the
limits of the process that parses it. Linear in the page.
"""

import itertools
import re
from collections.abc import Iterator

# A browser flattens what lies deeper than 512 (Blink), so that no page needs it; a tag that is
# never closed counts as one level here. 20,000 levels take resiliparse 4.2 s, in their square.
MOST_LEVELS = 2000
# 100,000 paragraphs take trafilatura 3.5 s.
MOST_ELEMENTS = 100_000
# What holds no elements, or those of other languages than HTML, and what ends it.
_OTHER = re.compile(r"<(?:!--|(script|style|svg|math|textarea)\b)")
_TAG = re.compile(r"</?[a-z][a-z0-9]*")
# Those that have no end tag, and those that the next one of its kind closes.
_LEVEL = frozenset(
    "area base br col embed hr img input link meta param source track wbr a body button colgroup "
    "dd dt head html li nobr optgroup option p rp rt tbody td tfoot th thead tr".split()
)


def too_complex(page: str) -> str | None:
    """Why a page has too much markup to be parsed; null when it has not."""
    tags = [tag for part in _markup(page.lower()) for tag in _TAG.findall(part)]
    elements = sum(not tag.startswith("</") for tag in tags)
    if elements > MOST_ELEMENTS:
        return f"the page has {elements:,} elements, more than {MOST_ELEMENTS:,}"
    if (levels := _deepest(tags)) > MOST_LEVELS:
        return f"the page has elements {levels:,} deep in one another, more than {MOST_LEVELS:,}"
    return None


def _markup(page: str) -> Iterator[str]:
    """The parts of a page in lower case that hold its elements."""
    at = 0
    while other := _OTHER.search(page, at):
        yield page[at : other.start()]
        end = page.find(f"</{other[1]}" if other[1] else "-->", other.end())
        at = end if end >= 0 else len(page)
    yield page[at:]


def _deepest(tags: list[str]) -> int:
    """How deep the tags are in one another, end tags without a beginning passed over."""
    if len(tags) <= MOST_LEVELS:
        return 0
    steps = {tag: _step(tag) for tag in set(tags)}
    heights = list(itertools.accumulate(map(steps.__getitem__, tags)))
    grounds = itertools.accumulate(heights, min, initial=0)
    return max(height - ground for height, ground in zip(heights, grounds, strict=False))


def _step(tag: str) -> int:
    if tag.lstrip("</") in _LEVEL:
        return 0
    return -1 if tag.startswith("</") else 1
