"""Findings that the settings pass over: rules in some files, and rules in some outlets.

Goes in: findings, their articles and the two tables of the settings. Comes out:
which setting passes over which finding, and what became of every ignore. What
was passed over stays a finding.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from provenance.config import Ignores
from provenance.config.globs import is_excluded
from provenance.model import Notice
from provenance.reuse.surroundings import folded

_PATHS, _OUTLETS = "per-path-ignores", "per-outlet-ignores"
_FEW = 3


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule, or beginning of rule ids, that is passed over in one place.

    Attributes:
        table: Which of the two tables of the settings holds it.
        where: A glob over paths, or an outlet's name, as the user wrote it.
        rule: What the ids of the rules begin with.
    """

    table: str
    where: str
    rule: str

    def __str__(self) -> str:
        return f"{self.rule} in {self.where}"


def ignored(
    findings: pl.DataFrame, articles: pl.DataFrame, paths: Ignores, outlets: Ignores
) -> tuple[pl.Series, Counter[Ignore]]:
    """What of the settings passes over each finding, null for nothing; and how many each ignore.

    Args:
        findings: A frame of `Finding`.
        articles: A frame of `Article`: at least theirs.
        paths: `per-path-ignores`; a glob holds for a file or any folder it is in, like `exclude`.
        outlets: `per-outlet-ignores`; names are equal but for case, spaces and `The`.
    """
    known = articles.select("article_id", "path", outlet=folded(articles["outlet"]))
    placed = findings.select("article_id", "rule_id")
    placed = placed.join(known, on="article_id", how="left", maintain_order="left")
    because = pl.repeat(None, len(findings), dtype=pl.String, eager=True)
    counts: Counter[Ignore] = Counter()
    for ignore, holds in _holding(placed, paths, outlets):
        counts[ignore] = int(holds.sum())
        told = pl.Series([f"{ignore.table}: {ignore.where}"])
        because = because.zip_with(~holds | because.is_not_null(), told)
    return because.alias("because"), counts


def unused(counts: Counter[Ignore], declared: Collection[str]) -> tuple[Notice, ...]:
    """A notice of ignores that passed over nothing, and one of those that never can.

    Args:
        counts: As from `ignored`.
        declared: The ids of all rules there are, whether they take part or not.
    """
    unknown = [each for each in counts if not any(r.startswith(each.rule) for r in declared)]
    idle = [each for each, count in counts.items() if not count and each not in unknown]
    told = ((unknown, "no rule has such an id"), (idle, "nothing to pass over in this run"))
    return tuple(
        Notice(table, f"{about}: {_listed([each for each in some if each.table == table])}")
        for table in (_PATHS, _OUTLETS)
        for some, about in told
        if any(each.table == table for each in some)
    )


def _holding(
    placed: pl.DataFrame, paths: Ignores, outlets: Ignores
) -> Iterator[tuple[Ignore, pl.Series]]:
    """Each ignore with whether it passes over each finding."""
    names = placed["path"].unique().to_list() if paths else []
    for pattern, rules in paths:
        met = [name for name in names if is_excluded(name, pattern)]
        yield from _of_rules(_PATHS, pattern, rules, placed["path"].is_in(met), placed["rule_id"])
    for outlet, rules in outlets:
        name = folded(pl.Series([outlet]))[0] or ""  # Which no outlet's folded name is.
        same = (placed["outlet"] == name).fill_null(value=False)
        yield from _of_rules(_OUTLETS, outlet, rules, same, placed["rule_id"])


def _of_rules(
    table: str, where: str, rules: Sequence[str], here: pl.Series, rule_ids: pl.Series
) -> Iterator[tuple[Ignore, pl.Series]]:
    for rule in rules:
        yield Ignore(table, where, rule), here & rule_ids.str.starts_with(rule)


def _listed(some: Sequence[Ignore]) -> str:
    """How many and which, the first few of them."""
    more = f" and {len(some) - _FEW:,} more" if len(some) > _FEW else ""
    return f"{', '.join(map(str, some[:_FEW]))}{more}"
