"""Credits of pictures: "Photo by Ann Morrow/AGENCY", "(AGENCY Photo/Ann Morrow)".

Goes in: a text and the phrases of a credits lexicon. Comes out: the places
where an agency is credited with a picture, wherever they stand. They say
nothing about where the words come from. An agency's name without a form of
credit beside it is left alone, as in "a Reuters/Ipsos poll".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from provenance.attribution.phrases import Gate, Held, Tables, any_of

# How far around an agency's name its credit reaches.
_REACH = 90
# Two agencies of one credit stand so close: "Ann Morrow/AGENCY via ARCHIVE".
_CHAIN = 6
_CHAINED = ("/", "via", ",")
_NAME = r"[^\W\d_a-z][\w.'’-]*(?:[^\S\r\n][^\W\d_a-z][\w.'’-]*){0,4}"
_TWO_NAMES = r"[^\W\d_a-z][\w.'’-]*(?:[^\S\r\n][^\W\d_a-z][\w.'’-]*){1,4}"
# What may follow a credit: the end of a line or sentence, a bracket, the next name or headline.
_ENDS = re.compile(r"\s*(?:$|[])|.,;:/]|via\s|[^\W\d_a-z])", re.MULTILINE)

Span = tuple[int, int]
Picture = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a credit of a picture is told by.

    Attributes:
        names: What a text is searched for first.
        before: What stands before the name of an agency whose picture it is.
        after: What stands behind it.
        canonical: The name of each agency under which it is reported, by its case-folded forms.
    """

    names: Gate
    before: re.Pattern[str]
    after: re.Pattern[str]
    canonical: Mapping[str, str]

    @classmethod
    def of(cls, tables: Tables) -> "PictureWords":
        """The patterns for the agencies and words in `tables`."""
        agencies = {**tables["agencies"], **tables["picture-agencies"]}
        words = any_of(tables["pictures"]["words"])
        links = any_of(tables["pictures"]["links"])
        maker = rf"{_NAME}(?:\s?[,/(|]\s?|\s(?i:via)\s)"
        return cls(
            names=Gate.of_names(agencies),
            before=re.compile(
                rf"(?:(?<!\w)(?i:{words})(?:\s?(?i:{links})(?:\s|(?<=\W)))(?i:the\s)?(?:{maker})?"
                rf"|{_TWO_NAMES}\s?/\s?|{_NAME}\s(?i:via)\s)$"
            ),
            after=re.compile(
                rf"\s(?i:{words})(?=\s?[/:)\]]|\s*$)(?:\s?[/:]\s?{_NAME})?|\s?/\s?{_TWO_NAMES}",
                re.MULTILINE,
            ),
            canonical={form.casefold(): name for name, forms in agencies.items() for form in forms},
        )


def pictures(text: str, start: int, words: PictureWords, held: Held) -> Iterator[Picture]:
    """Start, end and agency of every credit of a picture from `start` on, in order.

    Linear in the text for each of the names in it.

    Args:
        text: An article's text.
        start: From where on it is searched.
        words: What a credit is told by.
        held: Those of `words.names` that the text holds.
    """
    last = named = -1
    for begin, end in _named(text, start, held):
        if begin < named:
            continue  # within a longer name
        named = end
        found = _credit(text, (begin, end), last, words) if begin >= last else None
        if found:
            last = found[1]
            yield (*found, words.canonical[text[begin:end].casefold()])


def _named(text: str, start: int, held: Held) -> list[Span]:
    """Where names of agencies stand, of several in one place the longest first."""
    patterns = [*map(_exact, held.exact), *map(_in_any_case, held.lower)]
    places = {match.span() for pattern in patterns for match in pattern.finditer(text, start)}
    return sorted(places, key=lambda place: (place[0], -place[1]))


@cache
def _exact(name: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(name)}(?<![\w@#.]{'.' * len(name)})(?!\w)")


@cache
def _in_any_case(name: str) -> re.Pattern[str]:
    """The name, its first letter in front of all else, so that the search leaps there."""
    first, rest = re.escape(name[0]), re.escape(name[1:])
    return re.compile(rf"[{first}{first.upper()}](?<![\w@#.].)(?i:{rest})(?!\w)")


def _credit(text: str, agency: Span, last: int, words: PictureWords) -> Span | None:
    """The span of the credit around an agency's name, if it is one of a picture.

    `last` is where the credit before it ends, -1 when there is none.
    """
    start, end = agency
    low = max(last, text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    chained = 0 <= start - last <= _CHAIN and text[last:start].strip().casefold() in _CHAINED
    if chained and _ENDS.match(text, end):
        return start, end
    before = words.before.search(text, low, start)
    after = words.after.match(text, end, end + _REACH)
    stop = after.end() if after else end
    if not (before or after) or not _ENDS.match(text, stop):
        return None
    return (before.start() if before else start), stop
