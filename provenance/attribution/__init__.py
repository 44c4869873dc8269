"""Who says so: quotations, speakers, sources, credits, and quotations whose wording differs."""

from provenance.attribution.credits import credits  # noqa: A004
from provenance.attribution.drift import Drift, drift
from provenance.attribution.extract import Reading, read
from provenance.attribution.lexicon import Lexicon

__all__ = ["Drift", "Lexicon", "Reading", "credits", "drift", "read"]
