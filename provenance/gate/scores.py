"""Scores before the gate: the lowest and the mean, and whether a pass can rest on them.

A score is the upper end of its interval: what nobody could judge has cost
nothing. A low one is low whatever else were known; a high one says something
only where most of it was judged.
"""

import polars as pl

from provenance.gate.limits import Reading
from provenance.gate.offenders import MOST
from provenance.model import Offender, Unit
from provenance.model.measures import shown

# Points of 100 that must have been judged on average for a pass. By the weights of
# rules/scoring.yaml a text file alone reaches 65, in an archive 90, and a record 10 more.
LEAST_COVERAGE = 70
_RAISED = "an archive to compare with (--against) and records with metadata raise it"


def mean_score(scores: pl.DataFrame) -> Reading:
    """The mean of the scores in a frame of `Score`; articles without one are counted beside it."""
    told = _scored(scores)
    return _reading(scores, int(told["score"].sum()) / len(told) if len(told) else None)


def lowest_score(scores: pl.DataFrame, fail_under: int) -> Reading:
    """The lowest of the scores, and how many are under `fail_under`."""
    told = _scored(scores)
    under = int((told["score"] < fail_under).sum())
    said = f"{under:,} of {len(scores):,} articles score under {fail_under}" if under else None
    return _reading(scores, float(told["score"].min()) if len(told) else None, said)  # type: ignore[arg-type]


def _scored(scores: pl.DataFrame) -> pl.DataFrame:
    return scores.drop_nulls("score")


def _reading(scores: pl.DataFrame, value: float | None, said: str | None = None) -> Reading:
    without = scores["score"].null_count()
    missing = f"{without:,} of {len(scores):,} articles have no score" if without else None
    if value is None:
        return Reading(None, missing)
    judged = int(scores["coverage"].sum()) / len(scores)
    thin = None
    if judged < LEAST_COVERAGE:
        told = shown(judged, Unit.SCORE, LEAST_COVERAGE)
        thin = (
            f"{told} of 100 points could be judged on average, and a pass needs {LEAST_COVERAGE}; "
            f"{_RAISED}"
        )
    reason = "; ".join(filter(None, (said, missing, thin)))
    return Reading(value, reason or None, _lowest(scores), doubtful=thin is not None)


def _lowest(scores: pl.DataFrame) -> tuple[Offender, ...]:
    first = _scored(scores).sort("score", "article_id").head(MOST)
    return tuple(
        Offender(article_id, float(score))
        for article_id, score in first.select("article_id", "score").iter_rows()
    )
