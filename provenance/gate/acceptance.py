"""Which findings are accepted: by the settings, or by an entry of the baseline.

Goes in: findings with their fingerprints, and what is accepted. Comes out: the
findings with `accepted` and its reason filled, and what should be told of what
accepts them. The scores know nothing of this, and no finding is taken away.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from provenance.config import Ignores
from provenance.gate.baseline import MOST, in_force
from provenance.gate.fingerprints import base, everywhere, number
from provenance.gate.ignores import ignored, unused
from provenance.model import Acceptance, Notice
from provenance.model.baseline import Entry, Reach

_TABLE = {
    "digits": pl.String,
    "rule": pl.String,
    "reach": pl.String,
    "count": pl.Int64,
    "reason": pl.String,
    "rule_digest": pl.String,
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is accepted, and on which day that is asked.

    Attributes:
        entries: Of the baseline; those whose day is over are told and accept nothing.
        place: The baseline's file, for notices.
        paths, outlets: As in `Config`.
        behaviour: What the rules that take part do, as from `gate.behaviour`.
        declared: The ids of all rules there are; only asked when there are `paths` or `outlets`.
    """

    today: date
    entries: Sequence[Entry] = ()
    place: str = ""
    paths: Ignores = ()
    outlets: Ignores = ()
    behaviour: Mapping[str, str] = field(default_factory=dict)
    declared: Collection[str] = ()


def accept(
    findings: pl.DataFrame, articles: pl.DataFrame, accepted: Accepted
) -> tuple[pl.DataFrame, tuple[Notice, ...]]:
    """The findings with `accepted` and `accepted_because` filled, and notices on what accepts them.

    Of a fingerprint that an entry accepts `count` times, those numbered up to it are accepted. What
    the settings pass over is accepted by these, whatever the baseline says.

    Args:
        findings: A frame of `Finding`, with fingerprints.
        articles: A frame of `Article`: all that findings and their related places lie in.
        accepted: What is.
    """
    because, counts = ignored(findings, articles, accepted.paths, accepted.outlets)
    holding = in_force(accepted.entries, accepted.today)
    met = matches(findings, articles, holding)
    by_entry, by_setting = pl.col("reach").is_not_null(), pl.col("because").is_not_null()
    told = findings.hstack([*met, because]).with_columns(
        accepted=pl.when(by_setting)
        .then(pl.lit(Acceptance.SETTINGS.value))
        .when(by_entry)
        .then(pl.lit(Acceptance.BASELINE.value)),
        accepted_because=pl.when(by_setting).then("because").when(by_entry).then("reason"),
    )
    notices = (
        *unused(counts, accepted.declared),
        *_expired(accepted),
        *_older(told, accepted),
    )
    return told.select(findings.columns), notices


def matches(
    findings: pl.DataFrame, articles: pl.DataFrame, entries: Sequence[Entry]
) -> pl.DataFrame:
    """The entry that accepts each finding, that for its article before one for the corpus.

    Digits under another rule's name accept nothing: what an entry says must be what it does.

    Returns:
        `reach`, `digits`, `reason` and `rule_digest` of the entry, null where none does; in the
        order of the findings.
    """
    asked = findings.select(digits=base(), rule="rule_id", number=number())
    own = _joined(asked, [entry for entry in entries if entry.scope is Reach.ARTICLE])
    wide = [entry for entry in entries if entry.scope is Reach.CORPUS]
    if not wide:
        return own
    digits = everywhere(findings, articles)
    asked = findings.select(digits=digits, rule="rule_id", number=1)
    other = _joined(asked, wide)
    taken = own["reach"].is_not_null()
    return pl.DataFrame([own[name].zip_with(taken, other[name]) for name in own.columns])


def _joined(asked: pl.DataFrame, entries: Sequence[Entry]) -> pl.DataFrame:
    """The entry for each row of `digits`, `rule` and `number` whose count reaches that far."""
    rows = [
        (e.fingerprint, e.rule, e.scope.value, e.count or MOST, e.reason, e.rule_digest)
        for e in entries
    ]
    table = pl.DataFrame(rows, schema=_TABLE, orient="row")
    found = asked.join(table, on=["digits", "rule"], how="left", maintain_order="left")
    reached = pl.col("number") <= pl.col("count")
    names = ("reach", "digits", "reason", "rule_digest")
    return found.select(pl.when(reached).then(pl.col(name)).alias(name) for name in names)


def _expired(accepted: Accepted) -> Iterator[Notice]:
    """A notice of entries whose last day is over, if there are such."""
    days = [e.until for e in accepted.entries if not e.is_in_force(accepted.today) and e.until]
    if days:
        many = "1 entry" if len(days) == 1 else f"{len(days):,} entries"
        message = f"{many} expired (first {min(days)}); what they accepted counts again"
        yield Notice(accepted.place, message)


def _older(met: pl.DataFrame, accepted: Accepted) -> Iterator[Notice]:
    """A notice for each rule that does something else now than when entries were made for it."""
    made = met.filter(pl.col("reach").is_not_null())
    made = made.select("rule_id", "reach", "digits", "rule_digest").unique().sort(pl.all())
    changed = Counter(
        rule_id
        for rule_id, digest in made.select("rule_id", "rule_digest").iter_rows()
        if accepted.behaviour.get(rule_id, digest) != digest
    )
    for rule_id, count in sorted(changed.items()):
        many = "1 entry was" if count == 1 else f"{count:,} entries were"
        message = f"{many} accepted under an older {rule_id}; `baseline write` accepts them anew"
        yield Notice(accepted.place, message)
