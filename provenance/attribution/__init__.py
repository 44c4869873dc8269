"""Who says so: quotations, speakers, sources, credits, and quotations whose wording differs."""

from provenance.attribution.credits import CreditWords, credits  # noqa: A004
from provenance.attribution.drift import Drift, drift
from provenance.attribution.extract import Reading, read
from provenance.attribution.keys import UTTERANCES, utterances
from provenance.attribution.lexicon import Lexicon

__all__ = [
    "UTTERANCES",
    "CreditWords",
    "Drift",
    "Lexicon",
    "Reading",
    "credits",
    "drift",
    "read",
    "utterances",
]
