"""The gate: what a run found, what it could not read, and what was accepted, to a verdict.

Pure: nothing here reads a file, knows the day, or prints. `judge` gives the
exit code with its reasons and its table; `fingerprints` tells one finding from
another across runs; `acceptance` marks those that the baseline or the settings
accept. A gate never passes because nothing ran.
"""

from provenance.config.policy import Policy, policy
from provenance.gate.blind import refuse_blind
from provenance.gate.evidence import Evidence
from provenance.gate.fingerprints import fingerprint
from provenance.gate.verdict import FAILED, INVALID, PASSED, judge

__all__ = [
    "FAILED",
    "INVALID",
    "PASSED",
    "Evidence",
    "Policy",
    "fingerprint",
    "judge",
    "policy",
    "refuse_blind",
]
