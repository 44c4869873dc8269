"""What the program can do, for the command line and for other programs.

`run` is the whole check on one page; the other modules are what else can be
asked: one file each. A name is loaded when it is first used, so that a check
does not wait for what cleans or mines.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.api.baselining import (
        Baseline,
        BaselineRun,
        accept_findings,
        baseline_entries,
        look_after,
    )
    from provenance.api.cleaning import Cleaning, clean
    from provenance.api.configured import baseline_file, effective, rules, settings
    from provenance.api.describing import describe_rule, every_rule
    from provenance.api.drafting import new_rule
    from provenance.api.explaining import gains
    from provenance.api.initial import begin_settings
    from provenance.api.linting import lint_rules
    from provenance.api.mining import mine
    from provenance.api.pair import compare
    from provenance.api.progress import Progress
    from provenance.api.recording import Recorder, manifest
    from provenance.api.restoring import restore, restored_bytes
    from provenance.api.run import check, look
    from provenance.api.trials import measure, try_rules
    from provenance.api.verifying import verify
    from provenance.api.watching import footprint, wait_for_change
    from provenance.api.written import (
        DEFAULT_LEDGER,
        cleaned_bytes,
        keep_ledger,
        original_bytes,
        write_folder,
        write_in_place,
    )
    from provenance.lineage.chain import Chain, chain
    from provenance.reuse.comparison import Comparison
    from provenance.scoring.readability import readability, readability_of

__all__ = [
    "DEFAULT_LEDGER",
    "Baseline",
    "BaselineRun",
    "Chain",
    "Cleaning",
    "Comparison",
    "Progress",
    "Recorder",
    "accept_findings",
    "baseline_entries",
    "baseline_file",
    "begin_settings",
    "chain",
    "check",
    "clean",
    "cleaned_bytes",
    "compare",
    "describe_rule",
    "effective",
    "every_rule",
    "footprint",
    "gains",
    "keep_ledger",
    "lint_rules",
    "look",
    "look_after",
    "manifest",
    "measure",
    "mine",
    "new_rule",
    "original_bytes",
    "readability",
    "readability_of",
    "restore",
    "restored_bytes",
    "rules",
    "settings",
    "try_rules",
    "verify",
    "wait_for_change",
    "write_folder",
    "write_in_place",
]

_NAMES = {
    "provenance.api.baselining": (
        *("Baseline", "BaselineRun", "accept_findings", "baseline_entries", "look_after"),
    ),
    "provenance.api.cleaning": ("Cleaning", "clean"),
    "provenance.api.configured": ("baseline_file", "effective", "rules", "settings"),
    "provenance.api.describing": ("describe_rule", "every_rule"),
    "provenance.api.drafting": ("new_rule",),
    "provenance.api.explaining": ("gains",),
    "provenance.api.initial": ("begin_settings",),
    "provenance.api.linting": ("lint_rules",),
    "provenance.api.mining": ("mine",),
    "provenance.api.pair": ("compare",),
    "provenance.api.restoring": ("restore", "restored_bytes"),
    "provenance.api.progress": ("Progress",),
    "provenance.api.recording": ("Recorder", "manifest"),
    "provenance.api.run": ("check", "look"),
    "provenance.api.trials": ("measure", "try_rules"),
    "provenance.api.verifying": ("verify",),
    "provenance.api.watching": ("footprint", "wait_for_change"),
    "provenance.api.written": (
        *("DEFAULT_LEDGER", "cleaned_bytes", "keep_ledger", "original_bytes"),
        *("write_folder", "write_in_place"),
    ),
    "provenance.lineage.chain": ("Chain", "chain"),
    "provenance.reuse.comparison": ("Comparison",),
    "provenance.scoring.readability": ("readability", "readability_of"),
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public names, each from the module that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'provenance.api' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
