"""Passages that articles share: candidates, verified regions, labels and clusters."""

from provenance.reuse.classify import classify
from provenance.reuse.cluster import clusters, near_duplicates
from provenance.reuse.order import precedes
from provenance.reuse.search import find
from provenance.reuse.surroundings import Surroundings

__all__ = ["Surroundings", "classify", "clusters", "find", "near_duplicates", "precedes"]
