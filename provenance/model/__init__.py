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
    Channel,
    ClaimKind,
    Confidence,
    CreditForm,
    CreditSubject,
    Label,
    LineageReason,
    OriginReason,
    QuoteForm,
    QuoteUse,
    Removal,
    Resolution,
    Scope,
    Severity,
    SourceKind,
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
    Cluster,
    Finding,
    Line,
    Match,
    Outcome,
    Quantity,
    Region,
    Relation,
    Reuse,
    Score,
    Span,
)
from provenance.model.said import (
    Attribution,
    Claim,
    Credit,
    Gap,
    Lineage,
    Mention,
    Person,
    Quote,
)

__all__ = [
    "ANY",
    "Article",
    "Attribution",
    "Bound",
    "Channel",
    "Claim",
    "ClaimKind",
    "Clean",
    "Cluster",
    "Confidence",
    "Credit",
    "CreditForm",
    "CreditSubject",
    "Dimension",
    "Example",
    "Finding",
    "Gap",
    "Label",
    "Line",
    "Lineage",
    "LineageReason",
    "Match",
    "Mention",
    "Notice",
    "OriginReason",
    "Outcome",
    "Person",
    "Quantity",
    "Quote",
    "QuoteForm",
    "QuoteUse",
    "Region",
    "Relation",
    "Removal",
    "Report",
    "Resolution",
    "Reuse",
    "Rule",
    "Scope",
    "Score",
    "Severity",
    "SourceKind",
    "Span",
    "Status",
    "Unread",
    "Verdict",
    "Weights",
]
