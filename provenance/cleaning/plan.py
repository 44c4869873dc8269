"""What is taken out of each article, from the matches of the rules that say how.

In: articles, matches, credits and rules. Out: cuts by article, the articles that
are left alone, and how much is left for the asking. Pure; no file is known here.
"""

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from provenance.cleaning.cuts import cuts, leaves_nothing, lines_of
from provenance.cleaning.lines import Cut, Lines
from provenance.cleaning.places import Fix
from provenance.model import CreditSubject, Rule, Severity

_RANKS = {level: rank for rank, level in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be taken out.

    Attributes:
        cuts: By article id, in its order; articles with none are left out.
        spared: Ids of the articles of which nothing would be left, and which stay as they are.
        held: By rule id, in its order: places of other articles that stay because taking them out
            is not safe.
    """

    cuts: dict[str, list[Cut]]
    spared: tuple[str, ...]
    held: dict[str, int]


def plan(  # noqa: PLR0913  (what was found, and what to make of it)
    articles: pl.DataFrame,
    matches: pl.DataFrame,
    credits_: pl.DataFrame,
    rules: Iterable[Rule],
    after: Mapping[str, Collection[str]],
    *,
    unsafe: bool,
) -> Plan:
    """The plan for `articles`; the order of the rows does not matter. Linear, plus sorts.

    Two things are not safe whatever their rule says. A credit is the evidence of where an article
    comes from, and nothing takes one along. A heading by which lines below it are known for what
    they are stays as long as they do: without it they would read as part of the story.

    Args:
        articles: A frame of `Article`.
        matches: A frame of `Match`. Those of no rule in `rules` with a `clean` do not count.
        credits_: A frame of `Credit`.
        rules: Those that take part.
        after: By rule id, the rules that must flag the line above for it to hold.
        unsafe: Whether to take out also what is not safe to.
    """
    fixes = _fixes(matches, rules)
    spans = _spans(credits_)
    concerned = articles.filter(pl.col.article_id.is_in(list(fixes))).sort("article_id")
    found, spared, held = {}, [], Counter[str]()
    for article_id, text, body_start in concerned.select("article_id", "text", "body_start").rows():
        lines, wanted = Lines.of(text), fixes[article_id]
        kept = set() if unsafe else _unsafe(wanted, lines, body_start, spans.get(article_id, ()))
        kept |= _headings(kept, wanted, lines, after)
        own = cuts(lines, body_start, [fix for fix in wanted if fix not in kept])
        if own and leaves_nothing(text, body_start, own):
            spared.append(article_id)
            continue
        if own:
            found[article_id] = own
        held.update(fix.rule_id for fix in _left(kept, own))
    return Plan(found, tuple(spared), dict(sorted(held.items())))


def _fixes(matches: pl.DataFrame, rules: Iterable[Rule]) -> Mapping[str, list[Fix]]:
    """What is wanted of each article: of one place first what the more severe rule wants."""
    ranked = sorted(rules, key=lambda rule: (_RANKS[rule.severity], rule.rule_id))
    ways = {rule.rule_id: (rank, rule.clean) for rank, rule in enumerate(ranked) if rule.clean}
    rows = matches.filter(pl.col.rule_id.is_in(list(ways)))
    found: defaultdict[str, list[Fix]] = defaultdict(list)
    places = rows.select("rule_id", "article_id", "start", "end").rows()
    for rule_id, article_id, start, end in sorted(places, key=lambda row: (ways[row[0]][0], row)):
        found[article_id].append(Fix(rule_id, start, end, ways[rule_id][1]))
    return found


def _spans(credits_: pl.DataFrame) -> Mapping[str, list[tuple[int, int]]]:
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    own = credits_.filter(pl.col("subject") == CreditSubject.ARTICLE)
    for article_id, start, end in sorted(own.select("article_id", "start", "end").rows()):
        found[article_id].append((start, end))
    return found


def _unsafe(
    fixes: Iterable[Fix], lines: Lines, body_start: int, credited: Sequence[tuple[int, int]]
) -> set[Fix]:
    """The fixes that are not safe: by their rule, or because a credit would go with them."""
    starts = [start for start, _ in credited]
    ends = list(itertools.accumulate((end for _, end in credited), max))
    kept = set()
    for fix in fixes:
        block = lines_of(fix, lines, body_start)
        start = lines.starts[block.first] if block else fix.start
        end = lines.starts[block.end] if block else fix.end
        before = bisect.bisect_left(starts, end)
        if not fix.clean.safe or (before and ends[before - 1] > start):
            kept.add(fix)
    return kept


def _headings(
    kept: Iterable[Fix], fixes: Iterable[Fix], lines: Lines, after: Mapping[str, Collection[str]]
) -> set[Fix]:
    """The fixes right above one of `kept`, or of each other, that it was found by."""
    at_line: defaultdict[int, list[Fix]] = defaultdict(list)
    for fix in fixes:
        at_line[lines.at(fix.end - 1)].append(fix)
    found: set[Fix] = set()
    waiting = [fix for fix in kept if fix.rule_id in after]
    while waiting:
        fix = waiting.pop()
        line = lines.at(fix.start) - 1
        while line > 0 and lines.is_blank(line):
            line -= 1
        above = {each for each in at_line.get(line, ()) if each.rule_id in after[fix.rule_id]}
        waiting += [each for each in above - found if each.rule_id in after]
        found |= above
    return found


def _left(fixes: Iterable[Fix], cuts: Sequence[Cut]) -> Iterator[Fix]:
    """The fixes whose place begins or ends outside `cuts`."""
    starts = [cut.start for cut in cuts]
    for fix in fixes:
        first = bisect.bisect_right(starts, fix.start) - 1
        last = bisect.bisect_left(starts, fix.end) - 1
        if first < 0 or cuts[first].end <= fix.start or cuts[last].end < fix.end:
            yield fix
