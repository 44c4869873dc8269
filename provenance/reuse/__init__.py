"""Passages that articles share: candidates, verified regions, labels and clusters."""

from provenance.reuse.classify import classify
from provenance.reuse.cluster import clusters, near_duplicates
from provenance.reuse.comparison import Comparison, compared
from provenance.reuse.order import precedes
from provenance.reuse.reprints import duplicates
from provenance.reuse.rollup import rollup
from provenance.reuse.search import find
from provenance.reuse.surroundings import Surroundings

__all__ = [
    "Comparison",
    "Surroundings",
    "classify",
    "clusters",
    "compared",
    "duplicates",
    "find",
    "near_duplicates",
    "precedes",
    "rollup",
]
