"""What a run left out or assumed on purpose, as notices."""

from collections.abc import Sequence

import polars as pl

from provenance import numbers
from provenance.model import Notice
from provenance.reuse.join import LARGEST
from provenance.reuse.search import Search
from provenance.rulebook import Rulebook

# Outlets named where a sequence of words stands in many places.
_FEW_OUTLETS = 3
# Articles named where more hold too many numbers.
_FEW_CUT = 3


def unheard(names: Sequence[str], book: Rulebook) -> tuple[Notice, ...]:
    """A notice of every rule that a setting names and that looked at no article."""
    reason = "it looked at no article: there is none in the language of its rules"
    heard = [word for r in book.rules for word in (r.rule_id, r.category, r.name)]
    return tuple(
        Notice(name, reason)
        for name in dict.fromkeys(names)
        if not any(word.startswith(name) for word in heard)
    )


def starred(found: Search) -> tuple[Notice, ...]:
    """What the search did not compare with everything, if there is such."""
    if not found.giants:
        return ()
    outlets = found.outlets.sort("giants", "outlet", descending=[True, False]).head(_FEW_OUTLETS)
    most = ", ".join(f"{name or 'unknown outlets'} {count}" for name, count in outlets.iter_rows())
    return (
        Notice(
            "shared passages",
            f"{found.giants} sequences of words stand in more than {LARGEST} places (most in "
            f"articles of: {most}); every article with one was compared with the earliest that "
            "has it and the one before, not with all",
        ),
    )


def cut(figures: numbers.Reading, articles: pl.DataFrame) -> tuple[Notice, ...]:
    """The articles that hold more numbers than are read, if there are such."""
    known = set(articles["article_id"])
    if not (full := [key for key in figures.cut if key in known]):
        return ()
    more = f" and {len(full) - _FEW_CUT:,} more" if len(full) > _FEW_CUT else ""
    told = (
        f"more numbers than a story holds in {', '.join(full[:_FEW_CUT])}{more}; only the first "
        f"{numbers.NUMBERS}, and one more for every {numbers.SPARSE} characters, were read"
    )
    return (Notice("figures", told),)
