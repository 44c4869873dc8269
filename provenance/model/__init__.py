"""The values that flow through a run, as frozen dataclasses; their fields are the columns.

Nothing else: no behaviour, no defaults that hide a missing value.
`provenance.frames` derives the Polars schemas from the rows.

Spans are half-open (`start` inclusive, `end` exclusive), count Unicode code
points from 0, and always point into `Article.text` exactly as it was read:
`text[start:end]` is the evidence.
"""

from provenance.model.declared import (
    ANY,
    Clean,
    Dimension,
    Example,
    Rule,
    Weights,
)
from provenance.model.enums import (
    Bound,
    Confidence,
    Label,
    OriginReason,
    Removal,
    Scope,
    Severity,
    Status,
)
from provenance.model.report import (
    Notice,
    Report,
    Unread,
    Verdict,
)
from provenance.model.rows import (
    Article,
    Attribution,
    Cluster,
    Finding,
    Line,
    Match,
    Outcome,
    Quantity,
    Quote,
    Region,
    Relation,
    Reuse,
    Score,
    Span,
)

__all__ = [
    "ANY",
    "Article",
    "Attribution",
    "Bound",
    "Clean",
    "Cluster",
    "Confidence",
    "Dimension",
    "Example",
    "Finding",
    "Label",
    "Line",
    "Match",
    "Notice",
    "OriginReason",
    "Outcome",
    "Quantity",
    "Quote",
    "Region",
    "Relation",
    "Removal",
    "Report",
    "Reuse",
    "Rule",
    "Scope",
    "Score",
    "Severity",
    "Span",
    "Status",
    "Unread",
    "Verdict",
    "Weights",
]
