"""Recomputes every score from a report alone, and tells where it comes out otherwise."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import polars as pl

from provenance import checks, rulebook, scoring
from provenance.api.reported import Reported, read
from provenance.frames import schema
from provenance.model import Finding, OutletScore, Score, Weights
from provenance.scoring.differences import Difference, differences, unlike_values
from provenance.scoring.verification import Recount, Verification
from provenance.sources.packs import rule_files

# Counted in the texts, which a report does not hold.
_TAKEN = "words"


def verify(path: str) -> Verification:
    """Recomputes all that the report at `path` derives: deductions, scores, outlets.

    They are computed from its findings, outcomes, words, weights, lineages and credits, by the
    code that a check runs. What these say of the texts is taken as it stands: texts are not in a
    report.

    Args:
        path: A report as `provenance check -f json` writes it; `-` for standard input.

    Raises:
        InputError: It cannot be read, or is not whole; see `provenance.api.reported.read`.
    """
    reported = read(path)
    return Verification(
        place=path,
        version=reported.version,
        recounts=tuple(_recounts(reported)),
        weights=tuple(_other_weights(reported.weights)),
    )


def _recounts(reported: Reported) -> Iterator[Recount]:
    """Everything that is derived, in the order in which it is."""
    weights = reported.weights
    findings = scoring.deduct(reported.findings, weights)
    about = ("article_id", "rule_id", "start", "end")
    yield _recount("deduction", reported.findings, findings, Finding, about, ["deduction"])
    blind = checks.unlooked(reported.outcomes, reported.rules)
    scores = scoring.score(_words(reported), blind, findings, weights)
    fields = [name for name in schema(Score) if name != _TAKEN]
    yield _recount("score", reported.scores, scores, Score, Score.ORDER, fields)
    every = pl.concat([reported.articles, reported.archive])
    outlets = scoring.outlets(every, scores, findings, reported.lineages, reported.credits, weights)
    fields = list(schema(OutletScore))
    yield _recount("outlet", reported.outlets, outlets, OutletScore, OutletScore.ORDER, fields)


def _words(reported: Reported) -> pl.DataFrame:
    """The words of every article as its score states them; 0 where it has none."""
    return (
        reported.articles.select("article_id")
        .join(reported.scores.select("article_id", _TAKEN), on="article_id", how="left")
        .with_columns(pl.col(_TAKEN).fill_null(0))
    )


def _recount(  # noqa: PLR0913, PLR0917  (a table and what is told of it)
    noun: str,
    stated: pl.DataFrame,
    recomputed: pl.DataFrame,
    row: type,
    about: Sequence[str],
    fields: Sequence[str],
) -> Recount:
    """One table: `about` are the keys by which a row is shown, `fields` what is recomputed."""
    keys = row.ORDER  # type: ignore[attr-defined]
    compared = [name for name in fields if name not in keys]
    unlike = [
        (" ".join(str(key[name]) for name in about), tuple(told))
        for key, told in differences(stated, recomputed, keys, compared)
    ]
    return Recount(noun, max(len(stated), len(recomputed)), tuple(unlike))


def _other_weights(weights: Weights) -> Iterator[Difference]:
    """Where `weights` are not those of this program."""
    return unlike_values("", asdict(weights), asdict(_own_weights()))


@functools.cache
def _own_weights() -> Weights:
    return rulebook.load_bundled(rule_files(()), ()).weights
