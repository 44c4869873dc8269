"""How many findings of a run each entry of a baseline accepts."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from provenance.gate.acceptance import matches
from provenance.gate.fingerprints import number
from provenance.model import Acceptance, Rule
from provenance.model.baseline import Entry, Key, Reach


@dataclass(frozen=True, slots=True)
class Run:
    """A run, as far as a baseline is about it.

    Attributes:
        findings: A frame of `Finding`, fingerprints and what accepts them filled.
        articles: A frame of `Article`: those that were judged; `known` those of the archive too.
        outcomes: A frame of `Outcome`, to be collected.
        rules: The rules that took part.
        declared: The ids of all rules there are.
        behaviour: As from `gate.behaviour`.
        today: The day it is asked.
        here: The folder from which paths are told, as of `gate.keys`.
    """

    findings: pl.DataFrame
    articles: pl.DataFrame
    known: pl.DataFrame
    outcomes: pl.LazyFrame
    rules: Sequence[Rule]
    declared: Collection[str]
    behaviour: Mapping[str, str]
    today: date
    here: str = "/"


def used(entries: Sequence[Entry], run: Run) -> Counter[Key]:
    """How many findings each entry accepts, or would if it had not expired; by `Entry.key`.

    What the settings pass over needs no entry. Of an article's entry it is the highest number
    among the findings that it reaches, since these are numbered with those passed over.
    """
    asked = run.findings.filter(pl.col("accepted").ne_missing(Acceptance.SETTINGS))
    counts: Counter[Key] = Counter()
    for scope in Reach:
        some = [entry for entry in entries if entry.scope is scope]
        met = asked.select(number=number()).hstack(matches(asked, run.known, some))
        many = pl.len() if scope is Reach.CORPUS else pl.col("number").max()
        told = met.filter(pl.col("reach").is_not_null()).group_by("digits").agg(many=many)
        counts.update({(scope, digits): count for digits, count in told.iter_rows()})
    return counts
