"""What a rule does, as digits, so that an entry of the baseline knows the rule it was made under.

Goes in: a rulebook. Comes out: sixteen digits for each rule, which change when
its phrases, limits or exceptions do, or, for a rule decided by a check, its
examples; and not with its severity, its wording, or where its file stands.
"""

import dataclasses
import json
from hashlib import blake2b

from provenance.rulebook import Rulebook
from provenance.rulebook.faults import Place

# Told of a pattern by its rule's severity, which changes nothing of what it finds.
_NO_BEHAVIOUR = frozenset(["informs"])


def behaviour(book: Rulebook) -> dict[str, str]:
    """The digits of each rule of `book`, by its id."""
    patterns = {pattern.rule_id: pattern for pattern in book.patterns}
    return {
        rule.rule_id: _digest(patterns.get(rule.rule_id) or (rule.check, rule.hits, rule.misses))
        for rule in book.rules
    }


def _digest(value: object) -> str:
    text = json.dumps(_plain(value), sort_keys=True)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _plain(value: object) -> object:
    """A tree of what JSON can hold, places in files left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [each.name for each in dataclasses.fields(value) if each.name not in _NO_BEHAVIOUR]
        found = {name: getattr(value, name) for name in fields}
        return {k: _plain(each) for k, each in found.items() if not isinstance(each, Place)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | None) else str(value)
