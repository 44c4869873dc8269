"""The page on which two articles stand beside each other, and the same as JSON.

First what they are and how much of each stands in the other, then the shared
passages with their numbers, then both texts with the words that differ in
brackets, then the figures, names and negations that differ, once more. It is
told what differs, never which side is right.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from provenance.model import Region
from provenance.reporters.cells import cells, fold, head
from provenance.reporters.columns import NAMES, PLAIN_MARKS, STRONG_MARKS, Page, band_lines
from provenance.reporters.json import as_document
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.rows import Band, bands
from provenance.reporters.safe import printable
from provenance.reporters.text import heading
from provenance.reuse.comparison import LEFT, RIGHT, SIDES, Comparison, Half, Side
from provenance.reuse.difference import Edit

SCHEMA = "provenance/comparison"
SCHEMA_VERSION = "1.3"
_CHANGES = {"number": "figures", "name": "names", "negation": "negations"}
_SHOWN = 60  # cells of a changed piece of text in the list

Fields = dict[str, Any]


def render_text(comparison: Comparison, style: Style, *, full: bool) -> bytes:
    """The page in UTF-8. Text that is not shared is told in short unless `full`."""
    page = Page(_places(comparison), style, full)
    lines = [*_header(comparison, style), *_passages(comparison, page)]
    if comparison.passages or full:
        for band in bands(comparison):
            lines += ["", *_heading(band, comparison, style), *band_lines(band, page)]
        lines += _changes(comparison, page)
    return "\n".join([*lines, ""]).encode()


def render_json(comparison: Comparison, style: Style, *, full: bool) -> bytes:  # noqa: ARG001
    """The document in UTF-8; `docs/wire-schema.md` describes it. It is always whole."""
    places = _places(comparison)
    return as_document(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "version": comparison.version,
            "settings_digest": comparison.settings_digest,
            "left": _half_fields(comparison.left),
            "right": _half_fields(comparison.right),
            "first": comparison.first,
            "min_words": comparison.min_words,
            "passages": [
                _region_fields(passage.region, places)
                | {"edits": [_edit_fields(edit, places) for edit in passage.edits]}
                for passage in comparison.passages
            ],
        }
    )


PAGES: dict[str, Callable[..., bytes]] = {"text": render_text, "json": render_json}


def _places(comparison: Comparison) -> Places:
    return Places({LEFT: comparison.left.article, RIGHT: comparison.right.article})


def _header(comparison: Comparison, style: Style) -> Iterator[str]:
    """What the two are, how much they share, and which ran first."""
    for side, half, other in (
        (LEFT, comparison.left, NAMES[RIGHT]),
        (RIGHT, comparison.right, NAMES[LEFT]),
    ):
        article = half.article
        yield style.paint(f"{NAMES[side]}  {heading(article)}", "strong")
        about = [printable(item) for item in (article.title, article.outlet, article.date) if item]
        if about:
            yield head(f"   {' · '.join(about)}", style.width)
        told = f"{counted(half.words, 'word')}{_shared(half, other)}"
        yield from (f"   {line}" for line in fold(told, style.width - 3))
    yield from fold(_order(comparison), style.width)
    yield ""


def _shared(half: Half, other: str) -> str:
    if half.shared is None:
        return ""
    if half.shared_prose is None:
        return f", {half.shared:.0%} also in {other}; the rest of it is quotations or boilerplate"
    prose = f"{half.shared_prose:.0%} outside quotations and boilerplate"
    return f", {half.shared:.0%} also in {other}, {prose}"


def _order(comparison: Comparison) -> str:
    if comparison.first is None:
        return "which ran first is not known"
    later = RIGHT if comparison.first == LEFT else LEFT
    dates = {LEFT: comparison.left.article.date, RIGHT: comparison.right.article.date}
    told = f"{dates[comparison.first]}, and {NAMES[later]} on {dates[later]}"
    return f"{NAMES[comparison.first]} ran first: on {printable(told)}"


def _passages(comparison: Comparison, page: Page) -> Iterator[str]:
    """The shared passages with the numbers behind them."""
    if not comparison.passages:
        words = counted(comparison.min_words, "word")
        told = f"nothing shared: no passage of {words} or more stands in both"
        yield from fold(told, page.style.width)
        return
    yield page.style.paint(counted(len(comparison.passages), "shared passage"), "strong")
    for number, passage in enumerate(comparison.passages, 1):
        region = passage.region
        at = "  ".join(f"{NAMES[side]} {_at(side, region, page)}" for side in SIDES)
        yield f"{number:>4}  {region.label:<12}{at}"
        told = (
            f"{region.matched_words:,} words match, of {region.left_words:,} in A and "
            f"{region.right_words:,} in B; containment {region.left_containment:.2f} of A, "
            f"{region.right_containment:.2f} of B; Jaccard {region.jaccard:.2f}"
        )
        yield from (f"      {line}" for line in fold(told, page.style.width - 6))
    marks = " and ".join(f"{_word(PLAIN_MARKS[side])} only in {NAMES[side]}" for side in SIDES)
    strong = " and ".join(_word(STRONG_MARKS[side]) for side in SIDES)
    if any(passage.edits for passage in comparison.passages):
        legend = f"marks: {marks}; {strong} where a figure, a name or a negation differs"
        yield ""
        yield from fold(legend, page.style.width)


def _word(marks: tuple[str, str]) -> str:
    return "word".join(marks)


def _at(side: Side, region: Region, page: Page) -> str:
    start = region.left_start if side == LEFT else region.right_start
    line, column = page.places.shown(side, start)
    return f"{line}:{column}"


def _heading(band: Band, comparison: Comparison, style: Style) -> Iterator[str]:
    if band.passage is None:
        return
    region = comparison.passages[band.passage - 1].region
    moved = ", in another order in B" if band.moved else ""
    told = f"-- {band.passage} of {len(comparison.passages)}: {region.label}{moved} "
    yield style.paint(told + "-" * max(0, style.width - cells(told)), "strong")


def _changes(comparison: Comparison, page: Page) -> Iterator[str]:
    """The edits that change a figure, a name or a negation, by what they change."""
    edits = [edit for passage in comparison.passages for edit in passage.edits]
    for changed, name in _CHANGES.items():
        found = [edit for edit in edits if edit.changed == changed]
        if found:
            yield ""
            yield page.style.paint(f"{name} changed", "strong")
            yield from (_change(edit, page) for edit in found)


def _change(edit: Edit, page: Page) -> str:
    sides = {LEFT: (edit.left_start, edit.left_end), RIGHT: (edit.right_start, edit.right_end)}
    texts, spots = [], []
    for side, (start, end) in sides.items():
        raw = " ".join(page.text(side)[start:end].split())
        texts.append(head(printable(raw), _SHOWN) or "nothing")
        line, column = page.places.shown(side, start)
        spots.append(f"{NAMES[side]} {line}:{column}")
    return f"  {' -> '.join(texts)}  ({', '.join(spots)})"


def _half_fields(half: Half) -> Fields:
    """The article without its text, whose length it tells, and its shares."""
    article = asdict(half.article)
    text = article.pop("text")
    return article | {
        "characters": len(text),
        "words": half.words,
        "shared": half.shared,
        "shared_prose": half.shared_prose,
    }


_REGION_FIELDS = (
    *("label", "left_start", "left_end", "right_start", "right_end"),
    *("left_words", "right_words", "matched_words"),
    *("jaccard", "left_containment", "right_containment", "estimate"),
)


def _region_fields(region: Region, places: Places) -> Fields:
    fields = {name: getattr(region, name) for name in _REGION_FIELDS}
    return fields | _positions(region, places)


def _edit_fields(edit: Edit, places: Places) -> Fields:
    left, right = (places.articles[side].text for side in SIDES)
    return (
        asdict(edit)
        | _positions(edit, places)
        | {
            "left_evidence": left[edit.left_start : edit.left_end],
            "right_evidence": right[edit.right_start : edit.right_end],
        }
    )


def _positions(item: Region | Edit, places: Places) -> Fields:
    """Line and column of both sides, in their texts."""
    left, right = (
        places.position(LEFT, item.left_start),
        places.position(RIGHT, item.right_start),
    )
    return {
        "left_line": left[0],
        "left_column": left[1],
        "right_line": right[0],
        "right_column": right[1],
    }
