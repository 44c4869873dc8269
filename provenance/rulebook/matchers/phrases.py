"""What the kinds that compare folded phrases share."""

from collections.abc import Sequence

import polars as pl

from provenance.rulebook.matchers.matcher import Refusal
from provenance.text.fold import fold

MOST_CHARACTERS = 200
MOST_NESTED = 5


def refusals(phrases: Sequence[str]) -> list[Refusal | None]:
    """Refuses phrases that are long, of several lines, or lose something when folded."""
    values = pl.Series(phrases, dtype=pl.String)
    # Between two letters folding has no ends to strip.
    whole = fold("x" + values + "x")
    return [
        _refusal(phrase, folded, inner[1:-1].strip(" "))
        for phrase, folded, inner in zip(phrases, fold(values), whole, strict=True)
    ]


def search_refusals(phrases: Sequence[str]) -> list[Refusal | None]:
    """Refuses also phrases that nest too deep to be searched for by `search`."""
    deep = _nested(phrases)
    return [
        refusal or (_TOO_DEEP if phrase in deep else None)
        for phrase, refusal in zip(phrases, refusals(phrases), strict=True)
    ]


def search(
    lines: pl.DataFrame, terms: pl.DataFrame, haystack: pl.Expr, anchor: str
) -> pl.DataFrame:
    """Pairs of `row` and `term` where the term's phrase stands in the line as whole words.

    One Aho-Corasick pass over the lines finds every phrase, whatever their number; a regex then
    looks at the few that were found, for the words' ends.

    Args:
        lines: As a matcher's `find` takes them.
        terms: Likewise.
        haystack: The part of the line that can hold a phrase.
        anchor: Regex for what must stand right before the phrase.
    """
    wanted = terms.select("term", phrase=fold(terms["value"]))
    phrases = wanted["phrase"].unique()
    words = pl.DataFrame(
        {"phrase": phrases, "words": [anchor + _whole_words(phrase) for phrase in phrases]}
    )
    # Whether there is a hit is told twice as fast as which.
    some = lines.filter(haystack.str.contains_any(phrases.implode()))
    held = haystack.str.extract_many(phrases.implode(), overlapping=True)
    found = some.select("row", "folded", phrase=held).explode("phrase")
    found = found.unique(["row", "phrase"]).join(words, on="phrase")
    # In the order of the patterns, so that each is compiled once.
    found = found.sort("words").filter(pl.col.folded.str.contains(pl.col.words))
    return found.join(wanted, on="phrase").select("row", "term")


_TOO_DEEP = Refusal(
    f"more than {MOST_NESTED} phrases end alike, each in the next",
    "leave out the longer ones: the shortest finds them all",
)


def _refusal(phrase: str, folded: str, inner: str) -> Refusal | None:
    if "\n" in phrase.strip():
        return Refusal("a phrase is one line", "write one list item for each")
    if max(len(phrase), len(folded)) > MOST_CHARACTERS:
        return Refusal(f"a phrase is at most {MOST_CHARACTERS} characters long")
    if not folded or folded != inner:
        advice = "bullets in front, arrows, bars and counters behind are never compared"
        return Refusal("this phrase begins or ends in something that does not count", advice)
    return None


def _nested(phrases: Sequence[str]) -> set[str]:
    """The phrases that more than `MOST_NESTED` others end in one another before.

    A text of nothing else would otherwise make the search list each position once for each.
    """
    chain: list[str] = []
    deep = set()
    for backwards in sorted({phrase[::-1].lower() for phrase in phrases}):
        while chain and not backwards.startswith(chain[-1]):
            chain.pop()
        chain.append(backwards)
        if len(chain) > MOST_NESTED:
            deep.add(backwards[::-1])
    return {phrase for phrase in phrases if phrase.lower() in deep}


def _whole_words(phrase: str) -> str:
    before = r"\b" if phrase[0].isalnum() else ""
    after = r"\b" if phrase[-1].isalnum() else ""
    return before + pl.escape_regex(phrase) + after
