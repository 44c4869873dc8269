"""What of a run has limits under `[gate.limits]`, measured: from its frames to numbers.

Counts are of articles, findings and characters, so that every value is one
division of two whole numbers, the same in any order of rows. A metric is
measured over the articles that its checks could look at, and says how many they
could not. It never takes what nobody looked at for nothing found: without the
rules that it rests on a metric is not measured. Single rules of boilerplate and
of figures may be off, which says that what they find is no fault; near-copies
and shared passages are divided among their rules, so that these need them all.
"""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from provenance.gate.evidence import Evidence
from provenance.gate.limits import Reading
from provenance.gate.offenders import by_outlet, by_rule, worst
from provenance.gate.scores import mean_score
from provenance.model import Label, Severity, Status, unread_inputs
from provenance.reuse.coverage import share

# Of the articles a share measured on fewer than this could not stand for the whole run; the same
# part of a score must have been judged for a pass by scores.
LEAST_LOOKED_AT = 0.7
# Rules of near-copies and of shared passages, credited or not; quotations and phrases are no reuse.
_REUSE = ("DUP001", "DUP002", "DUP003", "DUP008")
_NO_REUSE = (Label.BOILERPLATE, Label.QUOTATION, Label.INCIDENTAL)
_LEVELS = (Severity.ERROR, Severity.WARNING)
_FAULTS = pl.col("severity").is_in(_LEVELS)
_BOILERPLATE = pl.col("rule_id").str.starts_with("BPL") & _FAULTS
_FIGURES = pl.col("rule_id").str.contains("^(?:NUM|DAT)") & _FAULTS

# From the evidence and the articles looked at.
_Measuring = Callable[[Evidence, pl.DataFrame], Reading]


def read(metric: str, evidence: Evidence) -> Reading:
    """What `metric`, a name of `METRICS`, comes to. O(n log n) in findings, regions and articles.

    Findings that the settings accept are left out; those that the baseline accepts are not, as
    they are still in the text.
    """
    if metric in _WHOLE:
        return _WHOLE[metric](evidence)
    checks, measure, rules = _LOOKED_AT[metric]
    outcomes = evidence.outcomes.filter(pl.col("check").is_in(checks))
    could_not = pl.col("status").is_in([Status.NOT_AVAILABLE, Status.ERROR])
    seen = outcomes.filter(~could_not).select("article_id").unique().collect()
    looked = evidence.articles.join(seen, on="article_id", how="semi")
    everything, missed = len(evidence.articles), len(evidence.articles) - len(looked)
    reason = None
    if missed:
        unseen = outcomes.filter(could_not).collect().join(seen, on="article_id", how="anti")
        reason = f"{missed:,} of {everything:,} articles could not be looked at{_why(unseen)}"
    if looked.is_empty():
        return Reading(None, reason)
    if absent := _absent(rules, evidence.rules):
        return Reading(None, f"it rests on rules that are off or only inform: {', '.join(absent)}")
    found = measure(evidence, looked)
    doubtful = len(looked) < LEAST_LOOKED_AT * everything
    return Reading(found.value, found.reason or reason, found.worst, doubtful)


def _why(outcomes: pl.DataFrame) -> str:
    """The most frequent reason why a check could not look."""
    counts = outcomes.drop_nulls("reason").group_by("reason").len()
    told = counts.sort("len", "reason", descending=[True, False])["reason"].head(1).to_list()
    return f": {told[0]}" if told else ""


def _absent(needed: Sequence[str], rules: Mapping[str, str]) -> list[str]:
    """The families of which no rule warns, and the rules that do not take part."""
    warning = {rule_id[:3] for rule_id, level in rules.items() if level in _LEVELS}
    return [name for name in needed if name not in warning and name not in rules]


def _articles(evidence: Evidence) -> Reading:
    return Reading(float(len(evidence.articles)))


def _unread_share(evidence: Evidence) -> Reading:
    """Inputs that could not be read, as a share of these and all articles, of an archive too."""
    unread = unread_inputs(evidence.unread)
    found = len(evidence.articles) + evidence.archive_size + unread
    return Reading(unread / found if found else None)


def _unscored(evidence: Evidence) -> Reading:
    """Articles without a score, as a share of all."""
    if evidence.articles.is_empty():
        return Reading(None)
    without = evidence.scores.filter(pl.col("score").is_null()).select("article_id", amount=1)
    return _share(without, evidence.articles, len(evidence.articles))


def _with_boilerplate(evidence: Evidence, looked: pl.DataFrame) -> Reading:
    """Articles with a line of boilerplate that costs points, as a share of those looked at.

    What is kept for information, such as the line that credits an agency, counts for nothing here
    and in the outlets' shares (`rules/scoring.yaml`).
    """
    found = _of(evidence.present.filter(_BOILERPLATE), looked)
    number = found["article_id"].n_unique()
    return Reading(number / len(looked), worst=by_rule(_pairs(found), len(looked)))


def _boilerplate_text(evidence: Evidence, looked: pl.DataFrame) -> Reading:
    """Characters in these lines, each counted once, as a share of all."""
    return _text(evidence.present.filter(_BOILERPLATE), looked)


def _duplicated_articles(evidence: Evidence, looked: pl.DataFrame) -> Reading:
    """Articles in a cluster of near-copies that are not its origin, as a share of those looked at.

    Where nothing tells the origin it is an article of the archive, if one is in the cluster, else
    the first by id. An article without a finding of reuse demonstrably ran first, or the settings
    accept that it is a copy; it counts for nothing.
    """
    clusters = evidence.clusters.with_columns(
        judged=pl.col("article_id").is_in(evidence.articles["article_id"].implode())
    )
    everyone = pl.col("judged").all().over("cluster_id")
    first = pl.when(everyone).then(pl.col("article_id").min().over("cluster_id"))
    copies = clusters.filter(
        "judged", pl.col("article_id").ne_missing(pl.coalesce("origin_id", first))
    ).join(_reusing(evidence), on="article_id", how="semi")
    return _share(copies.select("article_id", amount=1), looked, len(looked))


def _duplicated_text(evidence: Evidence, looked: pl.DataFrame) -> Reading:
    """Characters that also stand in another article, each counted once, as a share of all.

    Of articles with a finding of reuse, all passages but boilerplate, quotations and set phrases.
    An article that demonstrably ran first has no such finding, so that one story in two outlets is
    half duplicated.
    """
    regions = evidence.regions.filter(~pl.col("label").is_in(_NO_REUSE))
    sides = pl.concat(
        regions.select(article_id=f"{side}_id", start=f"{side}_start", end=f"{side}_end")
        for side in ("left", "right")
    )
    return _text(sides.join(_reusing(evidence), on="article_id", how="semi"), looked)


def _unresolved(evidence: Evidence, looked: pl.DataFrame) -> Reading:
    """Figures and dates that do not fit; what the text tells apart by its sources is none."""
    found = _of(evidence.present.filter(_FIGURES), looked)
    return Reading(float(len(found)), worst=by_rule(found, 1))


def _reusing(evidence: Evidence) -> pl.DataFrame:
    """The articles with a finding of reuse."""
    found = evidence.present.filter(pl.col("rule_id").is_in(_REUSE))
    return found.select("article_id").unique()


def _of(table: pl.DataFrame, looked: pl.DataFrame) -> pl.DataFrame:
    return table.join(looked.select("article_id"), on="article_id", how="semi")


def _pairs(found: pl.DataFrame) -> pl.DataFrame:
    """Each rule once for each article it found something in."""
    return found.select("article_id", "rule_id").unique()


def _share(counted: pl.DataFrame, looked: pl.DataFrame, total: int) -> Reading:
    """The sum of `amount` over the articles, as a share of `total`, by outlet."""
    counted = _of(counted, looked)
    return Reading(
        int(counted["amount"].sum()) / total, worst=worst(by_outlet(counted, looked), total)
    )


def _text(spans: pl.DataFrame, looked: pl.DataFrame) -> Reading:
    """The characters in spans as a share of all characters."""
    sizes = looked.select("article_id", start=0, end=pl.col("text").str.len_chars().cast(pl.Int64))
    places = sizes.filter(pl.col("end") > 0)
    total = int(places["end"].sum())
    if not total:
        return Reading(None, "there is no text")
    within = share(places, _of(spans.select("article_id", "start", "end"), looked))
    inside = places.select(
        "article_id", amount=(pl.Series(within) * pl.col("end")).round().cast(pl.Int64)
    )
    return _share(inside, looked, total)


_WHOLE: dict[str, Callable[[Evidence], Reading]] = {
    "articles": _articles,
    "unread-share": _unread_share,
    "mean-score": lambda evidence: mean_score(evidence.scores),
    "unscored-articles": _unscored,
}
# With the checks of which one at least must have looked at an article, and the rules and families
# without which there is nothing to measure.
_LOOKED_AT: dict[str, tuple[tuple[str, ...], _Measuring, tuple[str, ...]]] = {
    "articles-with-boilerplate": (("boilerplate",), _with_boilerplate, ("BPL",)),
    "boilerplate-text": (("boilerplate",), _boilerplate_text, ("BPL",)),
    "duplicated-articles": (("duplication",), _duplicated_articles, _REUSE),
    "duplicated-text": (("duplication",), _duplicated_text, _REUSE),
    "unresolved-figures": (("figures", "dates"), _unresolved, ("NUM", "DAT")),
}
