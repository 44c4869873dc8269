"""Are people and organisations named in one way throughout?"""

from provenance.checks import gaps
from provenance.checks.corpus import Check, Corpus, Examined

_RULES = ("ATT020", "ATT021", "ATT022")


def _run(corpus: Corpus) -> Examined:
    return Examined(gaps.reported(corpus, _RULES), gaps.unread(corpus))


CHECK = Check(
    name="naming",
    question="Are people and organisations named in one way throughout?",
    families=("ATT",),
    rules=_RULES,
    run=_run,
)
