"""What a shell offers behind TAB: rule ids, severities and metrics.

A shell asks for each TAB in a process of its own, so nothing heavy is loaded:
rule files are looked through line by line, not read as YAML. What cannot be
found is not offered, and nothing is said.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
# As `provenance.sources.packs` has it, which would load Polars. A test holds the two together.
BUNDLED = (_PACKAGE / "_rules", _PACKAGE.parent / "rules")
_RULE = re.compile(r"^- id: ([A-Z]{3}[0-9]{3})\n  name: ([a-z0-9-]+)$", re.MULTILINE)
_FAMILY_LETTERS = 3

Offer = tuple[str, str]  # what is offered, and what it is


def rules(incomplete: str) -> list[Offer]:
    """Ids and families that go on what is typed, in a list that may have a comma before it."""
    before, comma, last = incomplete.rpartition(",")
    return [(before + comma + name, about) for name, about in _ids() if name.startswith(last)]


def rules_or_names(incomplete: str) -> list[Offer]:
    """One rule, by its id or its name."""
    named = [offer for rule_id, name in _bundled() for offer in ((rule_id, name), (name, rule_id))]
    return _starting(named, incomplete)


def policies(incomplete: str) -> list[Offer]:
    """What a gate can fail on: levels, and rules."""
    from provenance.model import Severity  # noqa: PLC0415  (`--help` needs none of it)

    before, comma, last = incomplete.rpartition(",")
    levels = [(before + comma + level, "level") for level in (*Severity, "never")]
    return [*_starting(levels, before + comma + last), *rules(incomplete)]


def severities(incomplete: str) -> list[Offer]:
    """`RULE=LEVEL`: the rule first, then the level."""
    from provenance.model import Severity  # noqa: PLC0415

    rule, equals, _ = incomplete.partition("=")
    if not equals:
        return [(f"{name}=", about) for name, about in rules(incomplete)]
    return _starting([(f"{rule}={level}", "") for level in (*Severity, "off")], incomplete)


def metrics(incomplete: str) -> list[Offer]:
    """Metrics that limits can be set on, up to the number."""
    from provenance.model import METRICS  # noqa: PLC0415

    return _starting([(f"{name}=", each.about) for name, each in METRICS.items()], incomplete)


def _starting(offers: Iterable[Offer], incomplete: str) -> list[Offer]:
    return [offer for offer in offers if offer[0].startswith(incomplete)]


def _ids() -> Iterator[Offer]:
    """Every family, then every rule."""
    every = list(_bundled())
    for family in dict.fromkeys(rule_id[:_FAMILY_LETTERS] for rule_id, _ in every):
        yield family, "family"
    yield from every


def _bundled() -> list[Offer]:
    """Ids and names of all rules, sorted."""
    folder = next((folder for folder in BUNDLED if folder.is_dir()), None)
    if folder is None:
        return []
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("*.yaml"))
    return sorted(found for text in texts for found in _RULE.findall(text))
