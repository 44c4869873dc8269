"""How a story went from outlet to outlet: a line of time for each of the largest ones."""

from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import OriginReason
from provenance.reporters.html.charts.figure import Cell, Chart, Table, figure, linked
from provenance.reporters.html.charts.stories import Run, Story, stories
from provenance.reporters.html.charts.svg import (
    BOLD,
    SMALL,
    WIDTH,
    fitted,
    isolated,
    named,
    number,
    tag,
    words,
)
from provenance.reporters.html.charts.timescale import (
    EARLIEST,
    HOUR,
    LATEST,
    Form,
    between,
    shown,
    ticks,
)
from provenance.reporters.html.view import View
from provenance.reporters.labels import counted

# Labels, the line of time, and how much of the origin each article carries, from left to right.
LABELS, LEFT, RIGHT, METER = 214, 236, 600, 628
METER_WIDE = 80
TOP, PITCH = 44, 38
_KEY = 34
_TICKS = 7
# Room before the first and behind the last article, in parts of the time between them.
_MARGIN = 0.04
_MARK = 5
_REASONS = {
    OriginReason.CREDIT: "all others credit it",
    OriginReason.DATE: "it ran before all others",
    OriginReason.SUPERSET: "it holds the text of all others and more",
}
_ORIGIN, _CREDITED, _UNCREDITED, _UNKNOWN = "origin", "credited", "uncredited", "unknown"
_KEYS = {
    _ORIGIN: "origin",
    _CREDITED: "credits a source",
    _UNCREDITED: "no credit",
    _UNKNOWN: "not looked at for credits",
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """From times to places on the line, of which these are the ends."""

    start: int
    end: int

    @classmethod
    def of(cls, story: Story) -> "_Scale":
        first = min(run.when.start for run in story.runs)
        last = max(run.when.end for run in story.runs)
        margin = max(HOUR // 2, int(_MARGIN * (last - first)))
        return cls(first - margin, last + margin)

    def x(self, at: int) -> float:
        """Where a time stands, one beyond an end at that end."""
        part = (at - self.start) / (self.end - self.start)
        return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, part))


def timelines(view: View) -> Markup:
    """A figure for each of the largest stories of several outlets; empty without one.

    Articles of the page are linked. Linear in the report, plus sorts.
    """
    found = stories(view)
    return Markup("\n").join(_figure(story, place) for place, story in enumerate(found, 1))


def _figure(story: Story, place: int) -> Markup:
    title = f"How it spread: {isolated(named(story.title))}"
    scale = _Scale.of(story)
    bottom = TOP + PITCH * len(story.runs)
    mixed = len({run.when.form for run in story.runs}) > 1
    parts = [*_axis(scale, bottom), *_heads(story)]
    parts += [_row(run, story, scale, row, mixed) for row, run in enumerate(story.runs)]
    parts.append(_key(story, bottom + 20))
    drawn = bottom + _KEY, tuple(parts), (_table(story),)
    return figure(Chart(f"timeline-{place}", title, _caption(story), *drawn, links=True))


def _caption(story: Story) -> str:
    """How many articles and outlets, since when, the origin, and what kind of times these are."""
    begin, end = story.runs[0].when, max((run.when for run in story.runs), key=lambda w: w.end)
    many = f"{counted(story.dated, 'article')} of {counted(story.outlets, 'outlet')}"
    told = [f"{many}, {between(begin, end)}{_zones(story)}."]
    if story.reason and story.origin_id:
        told.append(f"Origin: {_outlet(_origin(story))}; {_REASONS[story.reason]}.")
    else:
        told.append("Dates and credits do not tell which is the origin.")
    if hidden := story.dated - len(story.runs):
        told.append(f"{hidden:,} more are left out.")
    if story.undated:
        told.append(f"{counted(story.undated, 'article')} without a date left out.")
    return " ".join(told)


def _zones(story: Story) -> str:
    forms = {run.when.form for run in story.runs}
    if forms == {Form.DAY}:
        return ""
    if Form.LOCAL not in forms:
        return " (UTC)"
    if forms == {Form.LOCAL}:
        return " (zone not told)"
    return " (UTC; where no zone is told, a thin line spans what it may be)"


def _origin(story: Story) -> Run:
    return next(run for run in story.runs if run.article_id == story.origin_id)


def _outlet(run: Run) -> str:
    return isolated(named(run.outlet)) if run.outlet else "an unknown outlet"


def _axis(scale: _Scale, bottom: float) -> list[Markup]:
    parts = [tag("line", x1=LEFT, y1=TOP - 8, x2=RIGHT, y2=TOP - 8, class_="axis")]
    for tick in ticks(scale.start, scale.end, _TICKS):
        x = scale.x(tick.at)
        parts.append(tag("line", x1=x, y1=TOP - 8, x2=x, y2=bottom, class_="grid"))
        parts.append(words(x, 26, tick.label, "tick", "middle"))
        if tick.below:
            parts.append(words(x, 13, tick.below, "quiet", "middle"))
    return parts


def _heads(story: Story) -> list[Markup]:
    if story.origin_id is None:
        return []
    lines = ("carries of the", "origin’s words")
    return [words(METER, 13 + 13 * row, text, "quiet") for row, text in enumerate(lines)]


def _row(run: Run, story: Story, scale: _Scale, row: int, mixed: bool) -> Markup:
    y = TOP + PITCH * row
    middle = y + PITCH / 2 - 3
    name = fitted(run.outlet or "unknown outlet", LABELS, BOLD)
    label = [
        tag("title", named(run.title)),
        words(LABELS, y + 13, name, "name", "end"),
        words(LABELS, y + 27, _below(run, story), "quiet", "end"),
    ]
    marks = [*_since(run, story, scale, middle), *_reach(run, scale, middle, mixed)]
    marks.append(_mark(_kind(run, story), scale.x(run.when.start), scale.x(run.when.end), middle))
    linked_label = tag("a", *label, href=f"#{run.anchor}") if run.anchor else tag("g", *label)
    return tag("g", linked_label, *marks, *_meter(run, middle))


def _below(run: Run, story: Story) -> str:
    when = shown(run.when)
    kind = _kind(run, story)
    if kind == _ORIGIN or not run.credits_known:
        return f"{when}, {'origin' if kind == _ORIGIN else 'in the archive'}"
    if run.credit is None:
        return f"{when}, no credit"
    room = LABELS - len(f"{when}, credits ") * SMALL * 0.66
    return f"{when}, credits {fitted(run.credit, room, SMALL)}"


def _kind(run: Run, story: Story) -> str:
    if run.article_id == story.origin_id:
        return _ORIGIN
    if not run.credits_known:
        return _UNKNOWN
    return _CREDITED if run.credit else _UNCREDITED


def _since(run: Run, story: Story, scale: _Scale, y: float) -> list[Markup]:
    """A line from when the origin ran."""
    if story.origin_id in (None, run.article_id):
        return []
    start, end = scale.x(_origin(story).when.start), scale.x(run.when.start)
    return [tag("line", x1=start, y1=y, x2=end, y2=y, class_="since")]


def _reach(run: Run, scale: _Scale, y: float, mixed: bool) -> list[Markup]:
    """Where an article may stand whose zone is not told, beside others whose zone is."""
    if not mixed or run.when.form == Form.UTC:
        return []
    start, end = scale.x(run.when.start - EARLIEST), scale.x(run.when.end + LATEST)
    return [tag("line", x1=start, y1=y + _MARK + 3, x2=end, y2=y + _MARK + 3, class_="reach")]


def _mark(kind: str, start: float, end: float, y: float) -> Markup:
    """A day as a bar, a time as a diamond for the origin and a disc for others."""
    if end - start > 2 * _MARK:
        box = {"x": start, "y": y - _MARK, "width": end - start, "height": 2 * _MARK, "rx": 2}
        return tag("rect", class_=f"run {kind}", **box)
    x = (start + end) / 2
    if kind != _ORIGIN:
        return tag("circle", cx=x, cy=y, r=_MARK, class_=f"run {kind}")
    far = _MARK + 2
    path = f"M{number(x)},{number(y - far)}l{far},{far}l-{far},{far}l-{far},-{far}z"
    return tag("path", d=path, class_=f"run {kind}")


def _meter(run: Run, y: float) -> list[Markup]:
    """How much of the origin's words the article carries, as a bar and in percent."""
    if run.carried is None:
        return []
    box = {"x": METER, "y": y - 4, "height": 8}
    return [
        tag("rect", width=METER_WIDE, class_="meter", **box),
        tag("rect", width=METER_WIDE * min(1.0, run.carried), class_="part carried", **box),
        words(WIDTH, y + 4, f"{run.carried:.0%}", "value", "end"),
    ]


def _key(story: Story, y: float) -> Markup:
    """What the marks mean, of those that are there."""
    kinds = {_kind(run, story) for run in story.runs}
    parts, x = [], float(LEFT)
    for kind, text in _KEYS.items():
        if kind in kinds:
            parts += [_mark(kind, x + 7, x + 7, y - 4), words(x + 19, y, text, "tick")]
            x += 30 + len(text) * SMALL * 0.66
    return tag("g", *parts)


def _table(story: Story) -> Table:
    head = ("article", "outlet", "date", "% of the origin’s words", "% of its own", "credits")
    return Table(head, [_cells(run, story) for run in story.runs])


def _cells(run: Run, story: Story) -> tuple[Cell, ...]:
    kind = _kind(run, story)
    told = {_ORIGIN: "origin", _UNCREDITED: "nothing", _UNKNOWN: None}
    return (
        linked(named(run.title), run.anchor),
        named(run.outlet) if run.outlet else None,
        run.date,
        *("" if kind == _ORIGIN else _percent(each) for each in (run.carried, run.own)),
        told.get(kind, named(run.credit or "")),
    )


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
