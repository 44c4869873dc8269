"""Figures of one article that do not fit one another."""

from provenance.checks.corpus import Check
from provenance.checks.relations import answer

_RULES = (
    "NUM001",
    "NUM002",
    "NUM003",
    "NUM004",
    "NUM006",
    "NUM007",
    "NUM008",
    "NUM009",
    "NUM010",
    "NUM011",
    "NUM012",
    "NUM013",
    "NUM020",
    "NUM021",
    "NUM022",
    "NUM023",
    "NUM024",
    "NUM025",
    "NUM026",
    "NUM030",
    "NUM031",
    "NUM032",
)

CHECK = Check(
    name="figures",
    question="Which figures of one article do not fit one another?",
    families=("NUM",),
    rules=_RULES,
    run=lambda corpus: answer(corpus, _RULES, corpus.quantities, "figures"),
)
