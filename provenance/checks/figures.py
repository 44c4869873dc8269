"""Figures of one article that do not fit one another."""

from provenance.checks.corpus import Check
from provenance.checks.relations import answer

_RULES = ("NUM001", "NUM002")

CHECK = Check(
    name="figures",
    question="Which figures of one article do not fit one another?",
    families=("NUM",),
    rules=_RULES,
    run=lambda corpus: answer(corpus, _RULES, corpus.quantities, "figures"),
)
