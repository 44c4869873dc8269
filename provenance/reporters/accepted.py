"""What the gate passes over: how many findings are accepted, and by what.

For every page that leaves them out, so that none keeps silent about them.
"""

from collections import Counter

import polars as pl

from provenance.model import Acceptance
from provenance.reporters.labels import counted


def accepted(findings: pl.DataFrame) -> str:
    """`3 findings accepted by baseline, 1 by settings`; empty when none is.

    Args:
        findings: A frame of `Finding`.
    """
    return told(Counter(findings["accepted"].drop_nulls().to_list()))


def told(counts: Counter[str]) -> str:
    """The same from the number of findings by what accepts them."""
    some = [(counts[by], by) for by in Acceptance if counts[by]]
    if not some:
        return ""
    (first, by), *others = some
    also = "".join(f", {number:,} by {other}" for number, other in others)
    return f"{counted(first, 'finding')} accepted by {by}{also}"
