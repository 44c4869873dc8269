"""Accepting what counts now: a baseline from a run, and from the baseline before it.

Goes in: entries, and a run over articles. Comes out: entries by which the same
run finds nothing that counts. What was accepted before stays, with its reasons.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from provenance.gate.baseline import united
from provenance.gate.fingerprints import base, everywhere, folded, keys, number
from provenance.gate.surrounding import cut
from provenance.gate.usage import Run, used
from provenance.model.baseline import Entry, Reach

_SHOWN = 80
# Of a rule whose behaviour is not known; no rule's own.
_UNKNOWN = "0" * 16


def renewed(
    entries: Sequence[Entry],
    run: Run,
    *,
    reason: str | None = None,
    until: date | None = None,
    wide: Sequence[str] = (),
) -> tuple[Entry, ...]:
    """The entries, and those that accept every finding of `run` that counts.

    Args:
        entries: Those in force stay as they are, but for a larger count where there are more
            findings now, and for the rule's digest where they accept something.
        run: The run; its findings that nothing accepts are accepted.
        reason: Why; an entry in force keeps its own.
        until: The last day of new entries; null for ever.
        wide: Beginnings of ids of rules whose findings are accepted in every article.
    """
    near, far = _parted(run, wide)
    fresh = [*_own(near, run), *_wide(far, run)]
    known = {entry.key: entry for entry in entries}
    counts = used(entries, run)
    kept = {key: _refreshed(each, run) if counts[key] else each for key, each in known.items()}
    added = [_accepted(entry, kept.get(entry.key), run, reason, until) for entry in fresh]
    return united((kept | {entry.key: entry for entry in added}).values())


def wordless(run: Run, wide: Sequence[str]) -> tuple[str, ...]:
    """The rules among `wide` with findings that count and are about no words, by id.

    Nothing tells two of these apart but their articles: accepted everywhere, each would be in every
    article to come.
    """
    _, far = _parted(run, wide)
    places = far.join(run.articles.select("article_id").with_row_index("at"), on="article_id")
    blank = folded(cut(run.articles["text"], places)) == ""
    return tuple(places.filter(blank)["rule_id"].unique().sort())


def _parted(run: Run, wide: Sequence[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What counts in a run: the findings of other rules than `wide`, and of these."""
    counting = run.findings.filter(pl.col("accepted").is_null())
    far = counting["rule_id"].is_in([r for r in counting["rule_id"] if r.startswith(tuple(wide))])
    return counting.filter(~far), counting.filter(far)


def _refreshed(entry: Entry, run: Run) -> Entry:
    return replace(entry, rule_digest=run.behaviour.get(entry.rule, entry.rule_digest))


def _accepted(
    fresh: Entry, old: Entry | None, run: Run, reason: str | None, until: date | None
) -> Entry:
    """A new entry, or the old one for the same findings if it is in force and of their rule."""
    if old is None or old.rule != fresh.rule:
        return replace(fresh, reason=reason, until=until)
    if not old.is_in_force(run.today):
        return replace(fresh, reason=reason or old.reason, until=until)
    count = None if old.count is None else max(old.count, fresh.count or 1)
    return replace(_refreshed(old, run), count=count, reason=old.reason or reason)


def _own(counting: pl.DataFrame, run: Run) -> Iterator[Entry]:
    """One entry for all findings of equal digits in one article."""
    for digits, rule_id, key, text, highest in _first(counting.with_columns(digits=base()), run):
        yield _entry((digits, rule_id, text), Reach.ARTICLE, key, highest, run)


def _wide(counting: pl.DataFrame, run: Run) -> Iterator[Entry]:
    """One entry for all findings of equal digits in any article."""
    digits = everywhere(counting, run.known)
    for each, rule_id, _, text, _ in _first(counting.with_columns(digits=digits), run):
        yield _entry((each, rule_id, text), Reach.CORPUS, "", None, run)


def _entry(
    what: tuple[str, str, str], scope: Reach, article: str, count: int | None, run: Run
) -> Entry:
    digits, rule, text = what
    digest = run.behaviour.get(rule, _UNKNOWN)
    return Entry(digits, rule, scope, article, text, count, None, None, digest)


def _first(findings: pl.DataFrame, run: Run) -> Iterator[tuple[str, str, str, str, int]]:
    """Of findings with equal digits the first: digits, rule, key, text, and the highest number."""
    places = findings.join(
        keys(run.articles, run.here), on="article_id", how="left", maintain_order="left"
    )
    firsts = places.group_by("digits", maintain_order=True).agg(
        pl.col("rule_id", "article_id", "key", "start", "end").first(),
        number().max().alias("number"),
    )
    owners = run.articles.join(firsts, on="article_id", how="semi")
    texts = dict(owners.select("article_id", "text").iter_rows())
    for digits, rule_id, article_id, key, start, end, highest in firsts.iter_rows():
        text = texts[article_id][start : min(end, start + 2 * _SHOWN)]
        yield digits, rule_id, key, _short(text), highest


def _short(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
