"""The settings of a run: what they are, what they may be, and where each one came from."""

from provenance.config.resolving import resolve
from provenance.config.settings import Config, Fields

__all__ = ["Config", "Fields", "resolve"]
