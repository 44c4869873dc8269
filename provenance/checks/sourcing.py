"""Sources that a text leaves open: never introduced, nameless, or reached through somebody else."""

from provenance.checks import gaps
from provenance.checks.corpus import Check, Corpus, Examined

_RULES = (
    "ATT002",
    "ATT003",
    "ATT004",
    "ATT005",
    "ATT006",
    "ATT007",
    "ATT008",
    "ATT009",
    "ATT010",
)


def _run(corpus: Corpus) -> Examined:
    return Examined(gaps.reported(corpus, _RULES), gaps.unread(corpus))


CHECK = Check(
    name="sourcing",
    question="Does the text say who its sources are?",
    families=("ATT",),
    rules=_RULES,
    run=_run,
)
