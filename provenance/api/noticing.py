"""What a run left out or assumed on purpose, as notices."""

import polars as pl

from provenance import gate, numbers
from provenance.config import Config
from provenance.model import Notice, Severity
from provenance.reuse.join import LARGEST
from provenance.reuse.search import Search
from provenance.rulebook import Rulebook
from provenance.scoring.keys import price

# Outlets named where a sequence of words stands in many places.
_FEW_OUTLETS = 3
# Rules named where more are kept from taking points.
_FEW_RULES = 3
# Articles named where more hold too many numbers.
_FEW_CUT = 3


def unheard(config: Config, book: Rulebook) -> tuple[Notice, ...]:
    """A notice of every rule that a setting names and that looked at no article."""
    names = (*gate.policy(config.fail_on).rules, *config.select)
    reason = "it looked at no article: there is none in the language of its rules"
    heard = [word for r in book.rules for word in (r.rule_id, r.category, r.name)]
    return tuple(
        Notice(name, reason)
        for name in dict.fromkeys(names)
        if not any(word.startswith(name) for word in heard)
    )


def unscored(config: Config, book: Rulebook) -> tuple[Notice, ...]:
    """What settings keep out of the scores, so that these are not taken for those of all rules."""
    costing = [name for name in book.quieted if price(name, Severity.ERROR, book.weights).points]
    told = list[Notice]()
    if costing:
        more = f" and {len(costing) - _FEW_RULES:,} more" if len(costing) > _FEW_RULES else ""
        which = f"{', '.join(costing[:_FEW_RULES])}{more}"
        message = f"settings keep rules from taking points ({which}); scores may be higher for it"
        told.append(Notice("scores", message))
    if config.min_words > Config().min_words:
        words = f"shared passages under {config.min_words} words"
        told.append(Notice("scores", f"{words} are not reported; scores may be higher for it"))
    return tuple(told)


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


def cut(ids: pl.DataFrame, articles: pl.DataFrame) -> tuple[Notice, ...]:
    """A notice of those of `articles` that hold more numbers than are read: they are among `ids`.

    Both have a column `article_id`.
    """
    own = ids.filter(pl.col("article_id").is_in(articles["article_id"].implode()))
    if not (full := own["article_id"].to_list()):
        return ()
    more = f" and {len(full) - _FEW_CUT:,} more" if len(full) > _FEW_CUT else ""
    told = (
        f"more numbers than a story holds in {', '.join(full[:_FEW_CUT])}{more}; only the first "
        f"{numbers.NUMBERS}, and one more for every {numbers.SPARSE} characters, were read"
    )
    return (Notice("figures", told),)
