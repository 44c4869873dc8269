"""Who says so: quotations, credits, and quotations whose wording differs."""

from provenance.attribution.credits import credits  # noqa: A004
from provenance.attribution.drift import Drift, drift
from provenance.attribution.quotes import quotes

__all__ = ["Drift", "credits", "drift", "quotes"]
