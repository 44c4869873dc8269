"""What units measure and how large they are.

In: the tables of a lexicon of units. Out: the dimension of a unit and its
readings: a ton is short, long or metric. It converts nothing by itself and
knows no words; which reading is meant is not decided here.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from provenance.numbers.lexicon import Tables

# Tables that are no dimension.
_PARTS = "parts"
_UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Scale:
    """One reading of a unit.

    Attributes:
        dimension: What it measures, such as `length`.
        factor: Its size in the base unit of the dimension, above 0.
        offset: Where its zero lies, in the base unit; other than 0 for temperatures only.
    """

    dimension: str
    factor: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True, repr=False)
class Dimensions:
    """All units that are known.

    Attributes:
        scales: The readings of each unit, in the order of the file; of an ounce the volumes
            and the masses.
        parts: Unit to the smaller ones that are said with it: foot and inch.
        unsaid: Unit to the smaller one that may go unsaid behind it: 6ft 2.
    """

    scales: Mapping[str, tuple[Scale, ...]]
    parts: Mapping[str, frozenset[str]]
    unsaid: Mapping[str, str]

    @classmethod
    def of(cls, tables: Tables) -> "Dimensions":
        """The units of `tables`: a table for each dimension, and those of units said together.

        Raises:
            ValueError: A size cannot be read, or a part is no unit; the message names both keys.
        """
        scales: dict[str, list[Scale]] = defaultdict(list)
        for dimension in tables.keys() - {_PARTS, _UNSAID}:
            for unit, readings in tables[dimension].items():
                scales[unit] += [_scale(dimension, unit, text) for text in readings]
        parts = {unit: frozenset(smaller) for unit, smaller in tables.get(_PARTS, {}).items()}
        unsaid = {unit: smaller[0] for unit, smaller in tables.get(_UNSAID, {}).items()}
        for unit, smaller in (*parts.items(), *((key, {part}) for key, part in unsaid.items())):
            for name in sorted({unit, *smaller} - scales.keys()):
                raise ValueError(f"{_PARTS}: {unit}: no unit {name!r}")
        ordered = {unit: tuple(sorted(scales[unit], key=_order)) for unit in scales}
        return cls(ordered, parts, unsaid)


def _order(scale: Scale) -> str:
    """Tables come in no order of their own; the readings of one table stay as in the file."""
    return scale.dimension


def _scale(dimension: str, unit: str, text: str) -> Scale:
    """A reading such as `5/18` or, with its offset, `1 273.15`."""
    try:
        factor, *offset = [float(Fraction(part)) for part in text.split()]
        (zero,) = offset or [0.0]
    except (ValueError, ZeroDivisionError) as fault:
        raise ValueError(f"{dimension}: {unit}: {text!r} is no size") from fault
    if factor <= 0:
        raise ValueError(f"{dimension}: {unit}: {text!r} is no size above 0")
    return Scale(dimension, factor, zero)
