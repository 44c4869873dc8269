"""What was found: findings by family and severity, those that are accepted apart."""

from dataclasses import dataclass

import polars as pl
from markupsafe import Markup

from provenance.model import Severity
from provenance.reporters.html.charts.figure import Chart, Table, figure
from provenance.reporters.html.charts.svg import (
    BOLD,
    SMALL,
    WIDTH,
    fitted,
    named,
    short,
    tag,
    width,
    words,
)
from provenance.reporters.html.view import View
from provenance.reporters.html.words import FAMILIES
from provenance.reporters.labels import counted

# The kinds of findings in a row, with the right edges of their columns.
ACCEPTED = "accepted"
COLUMNS: dict[str, int] = {
    Severity.ERROR: 256,
    Severity.WARNING: 334,
    Severity.INFO: 386,
    ACCEPTED: 476,
}
_HEADS: dict[str, str] = {Severity.ERROR: "errors", Severity.WARNING: "warnings"}
BARS, LONGEST = 498, 246
TOP, PITCH = 50, 26
_BAR = 14
_THINNEST = 2
# Between bars of what counts and of what is accepted.
_APART = 4
_SHOWN = 16
_TITLE = "Findings by family"


@dataclass(frozen=True, slots=True)
class Row:
    """A family with how many findings it has, by severity and `accepted`."""

    name: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


def families(view: View) -> Markup:
    """Bars of findings by family, the family with most first; empty when nothing was found.

    Linear in the findings.
    """
    rows = _rows(view)
    if not rows:
        return Markup()
    whole = _sum("all", rows)
    shown, hidden = rows[:_SHOWN], rows[_SHOWN:]
    if hidden:
        shown = [*shown, _sum(f"{len(hidden)} more", hidden)]
    most = max(row.total for row in shown)
    parts = [_patterns(), *_header()]
    parts += [_row(row, place, most) for place, row in enumerate(shown)]
    parts.append(_totals(whole, len(shown)))
    height = TOP + PITCH * (len(shown) + 1) + 2
    tables = (_table([*rows, whole]),)
    return figure(Chart("families", _TITLE, _about(whole), height, tuple(parts), tables))


def _rows(view: View) -> list[Row]:
    kinds = pl.when(pl.col("accepted").is_null()).then("severity").otherwise(pl.lit(ACCEPTED))
    found = view.report.findings.group_by("rule_id", kind=kinds).len()
    counts: dict[str, dict[str, int]] = {}
    for rule_id, kind, many in found.iter_rows():
        row = counts.setdefault(view.rules[rule_id].family, dict.fromkeys(COLUMNS, 0))
        row[kind] += many
    rows = [Row(family, row) for family, row in counts.items()]
    return sorted(rows, key=lambda row: (-row.total, row.name))


def _sum(name: str, rows: list[Row]) -> Row:
    return Row(name, {kind: sum(row.counts[kind] for row in rows) for kind in COLUMNS})


def _about(whole: Row) -> str:
    counts = whole.counts
    kinds = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    told = ", ".join(counted(counts[kind], kind.value) for kind in kinds)
    accepted = counts[ACCEPTED]
    apart = f"; {accepted:,} accepted, in outline" if accepted else ""
    return f"{told}{apart}."


def _patterns() -> Markup:
    """Stripes over warnings, so that they are told from errors without colours."""
    stripe = tag("path", d="M0 6L6 0", class_="stripe")
    return tag(
        "defs",
        tag(
            "pattern",
            stripe,
            id="chart-stripes",
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
        ),
    )


def _header() -> list[Markup]:
    """The names of the columns, which are also the key to the bars."""
    parts = []
    for kind, right in COLUMNS.items():
        name = _HEADS.get(kind, kind)
        swatch = right - width(name, SMALL) - 15
        parts += [*_segment(kind, swatch, 17, 11, 11), words(right, 27, name, "tick", "end")]
    y = TOP - 14
    return [*parts, tag("line", x1=0, y1=y, x2=WIDTH, y2=y, class_="axis")]


def _row(row: Row, place: int, most: int) -> Markup:
    y = TOP + PITCH * place
    about = FAMILIES.get(row.name, "")
    told = [words(0, y + 12, fitted(row.name, 40 if about else 180, BOLD), "name")]
    told += [words(40, y + 12, about, "quiet")] if about else []
    return tag("g", *told, *_figures(row, y), *_bar(row, y, most))


def _figures(row: Row, y: float) -> list[Markup]:
    return [
        words(right, y + 12, _count(many), "value" if many else "quiet", "end")
        for kind, right in COLUMNS.items()
        for many in [row.counts[kind]]
    ]


def _count(many: int) -> str:
    """A number that fits into its column."""
    return f"{many:,}" if many < 1_000_000 else short(many)


def _bar(row: Row, y: float, most: int) -> list[Markup]:
    x, parts = float(BARS), []
    for kind, many in row.counts.items():
        if not many:
            continue
        wide = max(_THINNEST, LONGEST * many / most)
        x += _APART if kind == ACCEPTED and x > BARS else 0
        parts += _segment(kind, x, y + 1, wide, _BAR)
        x += wide
    return parts


def _segment(kind: str, x: float, y: float, wide: float, high: float) -> list[Markup]:
    if kind == ACCEPTED:  # an outline lies on both sides of its line
        x, y, wide, high = x + 0.5, y + 0.5, wide - 1, high - 1
    box: dict[str, float] = {"x": x, "y": y, "width": wide, "height": high}
    parts = [tag("rect", class_=f"part {kind}", **box)]
    if kind == Severity.WARNING:
        parts.append(tag("rect", fill="url(#chart-stripes)", **box))
    return parts


def _totals(whole: Row, place: int) -> Markup:
    y = TOP + PITCH * place
    line = tag("line", x1=0, y1=y - 6, x2=WIDTH, y2=y - 6, class_="axis")
    return tag("g", line, words(0, y + 12, whole.name, "name"), *_figures(whole, y))


def _table(rows: list[Row]) -> Table:
    head = ("family", "about", *(_HEADS.get(kind, kind) for kind in COLUMNS))
    return Table(
        head,
        [
            (named(row.name), FAMILIES.get(row.name, ""), *(row.counts[kind] for kind in COLUMNS))
            for row in rows
        ],
    )
