"""Whether a JSON value has the shape that a standard gives it, and where it has not.

In: parsed JSON and a table of shapes. Out: what is wrong, by path. A small part
of what a JSON schema can say, and no more than the tables here need.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from provenance.sources.articles import shown
from provenance.sources.trees import key_path

# What a value must be: "text", "number", "any", "object", a range of whole numbers, a tuple of the
# texts allowed, a pattern, a list of one kind for a list of such values, or a shape.
Kind = object
_NAMED = re.compile(r"[A-Za-z0-9_]")
_PATH_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Shape:
    """What an object may hold.

    Attributes:
        fields: The kind of value by key.
        required: Keys that must be there.
        families: Kinds by the beginning of a key, behind which A-Z, a-z, 0-9 or `_` must follow.
        one_of: Groups of keys; of at least one group, exactly one key must be there.
        is_open: Whether other keys are allowed.
    """

    fields: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    families: Mapping[str, Kind] = field(default_factory=dict)
    one_of: tuple[tuple[str, ...], ...] = ()
    is_open: bool = False

    def kind(self, key: str) -> Kind | None:
        """The kind of what stands under `key`; null when the key is not allowed."""
        if key in self.fields:
            return self.fields[key]
        for beginning, kind in self.families.items():
            if key.startswith(beginning) and _NAMED.match(key, len(beginning)):
                return kind
        return "any" if self.is_open else None


def faults(value: object, kind: Kind) -> list[str]:
    """What is wrong with `value`: wrong values first, then keys that are not allowed.

    Linear in the value; takes no stack, however deep it is.
    """
    wrong: list[str] = []
    unknown: list[str] = []
    waiting: list[tuple[str, object, Kind]] = [("", value, kind)]
    while waiting:
        path, each, wanted = waiting.pop()
        if isinstance(wanted, Shape) and isinstance(each, dict):
            wrong.extend(_incomplete(path, each, wanted))
            for key, inner in reversed(each.items()):
                inner_kind = wanted.kind(key)
                if inner_kind is None:
                    unknown.append(f"`{_end_of(key_path(path, key))}` is not a property of it")
                else:
                    waiting.append((key_path(path, key), inner, inner_kind))
        elif isinstance(wanted, list) and isinstance(each, list):
            numbered = reversed(list(enumerate(each)))
            waiting.extend((f"{path}[{number}]", inner, wanted[0]) for number, inner in numbered)
        elif said := _wrong(each, wanted):
            wrong.append(f"`{_end_of(path)}` must be {said}, it is {shown(each)}")
    return wrong + unknown


def _end_of(path: str) -> str:
    return path if len(path) <= _PATH_SHOWN else f"...{path[-_PATH_SHOWN:]}"


def _incomplete(path: str, value: Mapping[str, object], shape: Shape) -> Iterator[str]:
    """Which keys are missing, or stand beside each other and must not."""
    for key in shape.required:
        if key not in value:
            yield f"`{_end_of(key_path(path, key))}` is missing"
    if shape.one_of and not any(sum(key in value for key in group) == 1 for group in shape.one_of):
        groups = " or ".join(", ".join(group) for group in shape.one_of)
        yield f"`{_end_of(path)}` must have exactly one of {groups}"


def _wrong(value: object, kind: Kind) -> str | None:
    """What `value` must be; null when it is."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(kind, Shape) or kind == "object":
        fits, wanted = isinstance(value, dict), "an object"
    elif isinstance(kind, list):
        fits, wanted = False, "a list"
    elif isinstance(kind, range):
        fits, wanted = is_number and value in kind, f"a whole number {_limits(kind)}"
    elif isinstance(kind, tuple):
        fits, wanted = isinstance(value, str) and value in kind, f"one of {', '.join(kind)}"
    elif isinstance(kind, re.Pattern):
        fits = isinstance(value, str) and kind.fullmatch(value) is not None
        wanted = "a date or time, or the beginning of one"
    elif kind == "number":
        fits, wanted = is_number, "a number"
    else:
        fits, wanted = kind == "any" or isinstance(value, str), "text"
    return None if fits else wanted


def _limits(numbers: range) -> str:
    return f"from {numbers.start:,} to {numbers.stop - 1:,}"
