"""What became of the entries of a baseline, so that those that accept nothing can go.

Goes in: entries, and a run over articles. Comes out: the fate of each. An entry
is only called dead when its rule looked at its article and found nothing like
it: what a run did not look at stays.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from provenance.checks import CHECKS
from provenance.gate.baseline import united
from provenance.gate.fingerprints import keys
from provenance.gate.usage import Run, used
from provenance.model import Rule, Status
from provenance.model.baseline import Entry, Fared, Fate, Reach


def fates(entries: Sequence[Entry], run: Run, *, everything: bool = False) -> tuple[Fared, ...]:
    """What became of each entry.

    An entry that accepts nothing is unseen, not dead, unless its rule took part and looked at its
    article. Of rules that compare articles, and of entries for the whole corpus, a run over some
    of the articles can never tell, so that these are dead only when `everything` was looked at.

    Args:
        entries: Of a baseline.
        run: The run.
        everything: Whether it was over the whole corpus, so that articles that were not read are
            no more.
    """
    counts, looked = used(entries, run), _Looked.of(run)
    return tuple(_fared(entry, counts[entry.key], looked, run, everything) for entry in entries)


def pruned(fared: Iterable[Fared]) -> tuple[Entry, ...]:
    """The entries that are neither dead nor expired, their counts as large as what they accept."""
    kept = [each for each in fared if each.fate not in (Fate.DEAD, Fate.EXPIRED)]
    return united(
        replace(each.entry, count=each.found) if each.fate is Fate.FEWER else each.entry
        for each in kept
    )


def _fared(entry: Entry, found: int, looked: "_Looked", run: Run, everything: bool) -> Fared:
    fate = Fate.HELD
    if not entry.is_in_force(run.today):
        fate = Fate.EXPIRED
    elif found < (entry.count or 1):
        seen = looked.everywhere(entry) if everything else looked.at(entry)
        fate = Fate.UNSEEN if not seen else Fate.FEWER if found else Fate.DEAD
    return Fared(entry, fate, found)


@dataclass(frozen=True, slots=True)
class _Looked:
    """Where the rules of a run looked.

    Attributes:
        checks: The check that decides each rule, by the ids of those that took part.
        comparing: The rules that hold articles against one another.
        articles: The ids of the articles that were judged, by their keys.
        blind: Pairs of an article and a check that could not look at it.
        declared: The ids of all rules there are.
    """

    checks: Mapping[str, str]
    comparing: Collection[str]
    articles: Mapping[str, Sequence[str]]
    blind: Collection[tuple[str, str]]
    declared: Collection[str]

    @classmethod
    def of(cls, run: Run) -> "_Looked":
        articles: dict[str, list[str]] = defaultdict(list)
        for article_id, key in keys(run.articles, run.here).select("article_id", "key").iter_rows():
            articles[key].append(article_id)
        blind = pl.col("status").is_in([Status.NOT_AVAILABLE, Status.ERROR])
        return cls(
            checks={rule.rule_id: _check(rule) for rule in run.rules},
            comparing={rule.rule_id for rule in run.rules if _compares(rule)},
            articles=articles,
            blind=set(run.outcomes.filter(blind).select("article_id", "check").collect().rows()),
            declared=run.declared,
        )

    def at(self, entry: Entry) -> bool:
        """Whether the rule of an entry looked at its article, and at nothing else."""
        owners = self.articles.get(entry.article, ())
        return (
            entry.scope is Reach.ARTICLE
            and entry.rule in self.checks
            and entry.rule not in self.comparing
            and bool(owners)
            and not any((owner, self.checks[entry.rule]) in self.blind for owner in owners)
        )

    def everywhere(self, entry: Entry) -> bool:
        """Whether the rule of an entry looked wherever it could, if all articles were read.

        A rule that there is no more cannot look.
        """
        if entry.rule not in self.checks:
            return entry.rule not in self.declared
        check = self.checks[entry.rule]
        owners = self.articles.get(entry.article, ())
        return not any((owner, check) in self.blind for owner in owners)


def _check(rule: Rule) -> str:
    """The name of the check that makes the findings of a rule."""
    if rule.check:
        return rule.check
    return next(
        (each.name for each in CHECKS if not each.rules and rule.family in each.families), ""
    )


def _compares(rule: Rule) -> bool:
    """Whether a rule needs other articles: then what shows it has more than one text."""
    return any(len(example.texts) > 1 for example in rule.hits)
