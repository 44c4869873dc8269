"""Figures as an editor reads them in a message: as written, with what their words allow."""

import math

from provenance.model import Bound, Quantity

# Below this two decimals say nothing.
_SMALL = 0.01
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries", "krone": "kroner"}
# Scales of temperature: their unit is the degree.
_DEGREES = {"celsius": "Celsius", "fahrenheit": "Fahrenheit"}
# Units of which one and many are told alike.
_ALIKE = frozenset(["hertz", "horsepower", "lira", "rand", "baht"])


def shown(row: Quantity, text: str) -> str:
    """The figure as written, on one line, and its reach where the words give one."""
    written = f"“{' '.join(text[row.start : row.end].split())}”"
    return written if row.bound == Bound.EXACT else f"{written} ({reach(row)})"


def reach(row: Quantity) -> str:
    """What the figure strictly allows, in figures; whole ones where whole things are counted."""
    if row.bound == Bound.EXACT:
        return number(row.value, row)
    whole = row.kind == "count" and row.value.is_integer()
    low = number(math.ceil(row.low) if whole else row.low, row)
    if row.high is None:
        return f"{low} or more"
    return f"{low} to {number(math.floor(row.high) if whole else row.high, row)}"


def number(value: float, row: Quantity) -> str:
    """A value of the kind of `row`, such as `1,200`, `33%` or `5.5 miles`."""
    amount = value * 100 if row.kind == "ratio" else value
    digits = f"{amount:,.2f}" if abs(amount) >= _SMALL else f"{amount:.2g}"
    if "e" not in digits and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if row.kind in ("percent", "ratio"):
        return f"{digits}%"
    if not row.unit:
        return digits
    return f"{digits} {_unit(row.unit, one=digits == '1')}"


def _unit(unit: str, *, one: bool) -> str:
    if unit in _DEGREES:
        return f"degree{'' if one else 's'} {_DEGREES[unit]}"
    return unit if one else _several(unit)


def _several(unit: str) -> str:
    """A unit in the plural: miles per hour, square feet; currency codes stay as they are."""
    head, per, rest = unit.partition(" per ")
    *before, noun = head.split()
    if noun not in _ALIKE and not noun.isupper() and not noun.endswith("hertz"):
        noun = _IRREGULAR.get(noun, f"{noun}s")
    return " ".join([*before, noun]) + per + rest
