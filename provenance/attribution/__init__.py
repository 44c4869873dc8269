"""Who says so: quotations, speakers, sources, credits, and quotations whose wording differs."""

from provenance.attribution.credits import CreditWords, credits  # noqa: A004
from provenance.attribution.drift import Drift, drift
from provenance.attribution.extract import Reading, read
from provenance.attribution.lexicon import Lexicon

__all__ = ["CreditWords", "Drift", "Lexicon", "Reading", "credits", "drift", "read"]
