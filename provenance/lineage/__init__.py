"""Where articles came from, and how many independent sources stand behind what they say.

Above the engines, which know nothing of one another: verified reuse, credits,
quotations, sources and figures come together here.
"""

from provenance.lineage.graph import Graph, trace

__all__ = ["Graph", "trace"]
