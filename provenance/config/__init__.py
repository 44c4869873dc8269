"""The settings of a run: what they are, what they may be, and where each one came from."""

from provenance.config.resolving import Resolved, resolve, resolved
from provenance.config.settings import Config, Fields, Ignores, Limit

__all__ = ["Config", "Fields", "Ignores", "Limit", "Resolved", "resolve", "resolved"]
