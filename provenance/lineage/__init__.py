"""Where articles came from, and how many independent sources stand behind what they say.

Above the engines, which know nothing of one another: verified reuse, credits,
quotations, sources and figures come together here.
"""

from provenance.lineage.graph import Graph, Told, trace
from provenance.lineage.words import ClaimWords

__all__ = ["ClaimWords", "Graph", "Told", "trace"]
