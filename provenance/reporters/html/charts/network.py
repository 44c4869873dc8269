"""Which outlets share text: outlets on an oval, and a line for every two that do."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from markupsafe import Markup

from provenance.reporters.html.charts.figure import Chart, Table, figure
from provenance.reporters.html.charts.oval import oval
from provenance.reporters.html.charts.sharing import Outlet, Sharing, Tie, sharing
from provenance.reporters.html.charts.svg import (
    BOLD,
    WIDTH,
    fitted,
    isolated,
    number,
    short,
    tag,
    words,
)
from provenance.reporters.html.view import View
from provenance.reporters.labels import counted

# More lines than this are a ball of wool; the table has all.
LINES = 40
# Radius of the smallest and the largest outlet, of areas that tell how many articles they have.
SMALLEST, LARGEST = 3.5, 9.0
# Strokes of one pair and of the most pairs; up to so many pairs are drawn thinner than that.
THIN, THICK, FEW = 1.5, 6.0, 10
_TOP, _KEY = 26, 40
# From an outlet to its name, and from an arrow to its outlet.
_NEAR, _TIP = 7, 1.5
# How far lines are drawn toward the middle: 0 is straight, 1 through it.
_PULL = 0.6
# How far at most, in parts of the way between the ends.
_DEEPEST = 0.9
_TITLE = "Outlets that share text"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Node:
    """An outlet where it stands, as a disc."""

    outlet: Outlet
    at: Point
    radius: float


def network(view: View) -> Markup:
    """The outlets with most shared passages, and who ran them first where dates tell.

    Empty when no two articles share a passage that is neither boilerplate nor chance; a sentence
    when none of these are of two known outlets. Linear in regions and articles.
    """
    found = sharing(view.report)
    if found.ties:
        return figure(_chart(found))
    if found.unknown_pairs:
        told = f"No two known outlets share a passage. {_left_out(found)}"
        return figure(Chart("network", _TITLE, told.strip()))
    return Markup()


def _chart(found: Sharing) -> Chart:
    places = oval(len(found.outlets), found.ties)
    lowest = max(place.y for place in places)
    centre = WIDTH / 2, _TOP + lowest
    most = max(outlet.articles for outlet in found.outlets)
    nodes = [
        _Node(outlet, (centre[0] + place.x, centre[1] + place.y), _radius(outlet.articles, most))
        for outlet, place in zip(found.outlets, places, strict=True)
    ]
    strongest = found.ties[0].pairs
    lines = [
        _line(tie, (nodes[tie.left], nodes[tie.right]), centre, _stroke(tie.pairs, strongest))
        for tie in _drawn(found.ties)
    ]
    bottom = centre[1] + lowest + _TOP
    parts = (*lines, *map(_outlet, nodes), _key(bottom + 10, strongest))
    tables = _ties(found), _outlets(found)
    return Chart("network", _TITLE, _about(found), bottom + _KEY, parts, tables)


def _drawn(ties: Sequence[Tie]) -> list[Tie]:
    """The ties to draw, strongest first: each outlet's strongest one, then the strongest of all."""
    seen: set[int] = set()
    own, others = list[Tie](), list[Tie]()
    for tie in ties:
        (others if {tie.left, tie.right} <= seen else own).append(tie)
        seen |= {tie.left, tie.right}
    kept = {*own, *others[: max(0, LINES - len(own))]}
    return [tie for tie in ties if tie in kept]


def _about(found: Sharing) -> str:
    """What the picture shows and what it leaves out, in sentences."""
    outlets = counted(len(found.outlets), "outlet")
    told = [
        f"{outlets}; a line joins two that share passages, boilerplate and chance left out.",
        "Arrows lead from who ran them first.",
    ]
    if len(found.ties) > LINES:
        many = f"Of {len(found.ties):,} lines {LINES} are drawn"
        told.append(f"{many}: the strongest of each outlet and of all.")
    return " ".join(filter(None, [*told, _left_out(found)]))


def _left_out(found: Sharing) -> str:
    parts = []
    if found.other_outlets:
        outlets, pairs = counted(found.other_outlets, "outlet"), found.other_pairs
        parts.append(f"{outlets} more with {counted(pairs, 'pair')} of articles")
    if found.unknown_pairs:
        parts.append(f"{counted(found.unknown_pairs, 'pair')} of articles of unknown outlets")
    return f"Left out: {', '.join(parts)}." if parts else ""


def _radius(articles: int, most: int) -> float:
    return max(SMALLEST, LARGEST * sqrt(articles / most))


def _stroke(pairs: int, most: int) -> float:
    return THIN + (THICK - THIN) * (pairs - 1) / (max(most, FEW) - 1)


def _line(tie: Tie, ends: tuple[_Node, _Node], centre: Point, stroke: float) -> Markup:
    """A line between two outlets, with an arrow at each end where somebody ran something later."""
    via = _via(ends[0].at, ends[1].at, centre)
    heads = tie.right_first > 0, tie.left_first > 0
    tips, bases = [], []
    for end, headed in zip(ends, heads, strict=True):
        tip = _toward(end.at, via, end.radius + (_TIP if headed else 0))
        tips.append(tip)
        bases.append(_toward(tip, via, _arrow(stroke)) if headed else tip)
    path = f"M{_pair(bases[0])}Q{_pair(via)} {_pair(bases[1])}"
    curve = tag("path", d=path, stroke_width=stroke, class_="tie" if any(heads) else "tie open")
    each = zip(tips, bases, heads, strict=True)
    arrows = [_head(tip, base, stroke) for tip, base, headed in each if headed]
    return tag("g", tag("title", _told(tie, ends)), curve, *arrows)


def _via(one: Point, other: Point, centre: Point) -> Point:
    """The point that a line is bent toward; lines of neighbours are bent less."""
    middle = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    far = hypot(one[0] - other[0], one[1] - other[1])
    way = hypot(centre[0] - middle[0], centre[1] - middle[1])
    return _toward(middle, centre, min(_PULL * way, _DEEPEST * far))


def _arrow(stroke: float) -> float:
    """How long the head of an arrow is."""
    return 5 + stroke


def _toward(start: Point, goal: Point, far: float) -> Point:
    """The point `far` from `start` on the way to `goal`."""
    x, y = goal[0] - start[0], goal[1] - start[1]
    whole = hypot(x, y) or 1.0
    return start[0] + far * x / whole, start[1] + far * y / whole


def _head(tip: Point, base: Point, stroke: float) -> Markup:
    x, y = tip[0] - base[0], tip[1] - base[1]
    half = (2.5 + stroke * 0.8) / (hypot(x, y) or 1.0)
    one, other = (base[0] - y * half, base[1] + x * half), (base[0] + y * half, base[1] - x * half)
    return tag("polygon", points=f"{_pair(tip)} {_pair(one)} {_pair(other)}", class_="arrow")


def _pair(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _told(tie: Tie, ends: tuple[_Node, _Node]) -> str:
    left, right = (isolated(end.outlet.name) for end in ends)
    pairs, passages = counted(tie.pairs, "pair"), counted(tie.passages, "passage")
    return f"{left} and {right}: {pairs} of articles, {passages}"


def _outlet(node: _Node) -> Markup:
    """An outlet with its name on the outer side."""
    (x, y), articles = node.at, node.outlet.articles
    outer = LARGEST + _NEAR
    left = x < WIDTH / 2
    at, anchor = (x - outer, "end") if left else (x + outer, "start")
    room = at if left else WIDTH - at
    many = "1 article" if articles == 1 else f"{short(articles)} articles"
    return tag(
        "g",
        tag("title", node.outlet.name),
        tag("circle", cx=x, cy=y, r=node.radius, class_="outlet"),
        words(at, y, fitted(node.outlet.name, room, BOLD), "name", anchor),
        words(at, y + 13, many, "quiet", anchor),
    )


def _key(y: float, most: int) -> Markup:
    """What lines and arrows mean, in one row under the picture."""
    parts = []
    for place, (text, pairs, known) in enumerate(_entries(most)):
        start = 4 + place * WIDTH / 4
        end, stroke = start + 34, _stroke(pairs, most)
        base = end - _arrow(stroke) if known else end
        path, kind = f"M{_pair((start, y))}L{_pair((base, y))}", "tie" if known else "tie open"
        parts.append(tag("path", d=path, stroke_width=stroke, class_=kind))
        if known:
            parts.append(_head((end, y), (base, y), stroke))
        parts.append(words(end + 7, y + 4, text, "tick"))
    return tag("g", *parts)


def _entries(most: int) -> list[tuple[str, int, bool]]:
    several = [(f"{most:,} pairs", most, True)] if most > 1 else []
    return [("1 pair of articles", 1, True), *several, ("dates do not tell", 1, False)]


def _ties(found: Sharing) -> Table:
    head = (
        "first outlet",
        "second outlet",
        "pairs of articles",
        "passages",
        "first ran first",
        "second ran first",
    )
    names = [outlet.name for outlet in found.outlets]
    rows = [
        (
            *(names[tie.left], names[tie.right]),
            *(tie.pairs, tie.passages, tie.left_first, tie.right_first),
        )
        for tie in found.ties
    ]
    return Table(head, rows)


def _outlets(found: Sharing) -> Table:
    rows = [(outlet.name, outlet.articles, outlet.pairs) for outlet in found.outlets]
    return Table(("outlet", "articles", "pairs with others"), rows)
