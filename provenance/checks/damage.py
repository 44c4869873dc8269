"""What scraping, spinning or a wrong encoding left broken in the text."""

from provenance.checks import patterns
from provenance.checks.corpus import Check, Corpus, Examined

_FAMILIES = ("DMG",)


def _run(corpus: Corpus) -> Examined:
    found = patterns.matches(corpus, _FAMILIES)
    return patterns.examined(corpus, found, _FAMILIES, "damage")


CHECK = Check(
    name="damage",
    question="What did scraping, spinning or a wrong encoding break in the text?",
    families=_FAMILIES,
    rules=(),
    run=_run,
)
