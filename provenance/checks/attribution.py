"""Statements that stand on nobody's word."""

from provenance.checks import patterns
from provenance.checks.corpus import Check, Corpus, Examined

_FAMILIES = ("ATT",)


def _run(corpus: Corpus) -> Examined:
    found = patterns.matches(corpus, _FAMILIES)
    return patterns.examined(corpus, found, _FAMILIES, "attribution")


CHECK = Check(
    name="attribution",
    question="Which statements stand on nobody's word?",
    families=_FAMILIES,
    rules=(),
    run=_run,
)
