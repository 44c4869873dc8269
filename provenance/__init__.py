"""provenance: a source-reliability and duplication checker for news text.

`provenance.check(["seeds"])` reads, checks, scores and judges, and returns a
`Report`; see `provenance.api` for the run and `provenance.model` for the rows.

The names below are loaded when they are first used, so that `import provenance`
costs next to nothing.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.api import check
    from provenance.config import Config
    from provenance.errors import ProvenanceError
    from provenance.model import Article, Finding, Outcome, Report, Score, Verdict

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Config",
    "Finding",
    "Outcome",
    "ProvenanceError",
    "Report",
    "Score",
    "Verdict",
    "__version__",
    "check",
]

_HOMES = {
    "check": "provenance.api",
    "Config": "provenance.config",
    "ProvenanceError": "provenance.errors",
}


def __getattr__(name: str) -> object:
    """The public names, each from the module that defines it."""
    if name not in __all__:
        raise AttributeError(f"module 'provenance' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "provenance.model")), name)
