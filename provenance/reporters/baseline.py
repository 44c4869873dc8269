"""Entries of a baseline, and what became of them: pages for people, and JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from provenance.model.baseline import Entry, Fared, Fate, Reach
from provenance.reporters.cells import head
from provenance.reporters.json import as_document
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

_ABOUT = {
    Fate.EXPIRED: "expired",
    Fate.DEAD: "nothing like it is found any more",
    Fate.FEWER: "fewer are found than it accepts",
}


def entries(listed: Sequence[Entry], style: Style) -> bytes:
    """The entries by rule, for people; UTF-8."""
    lines: list[str] = []
    for rule, some in groupby(listed, key=lambda entry: entry.rule):
        of_rule = list(some)
        lines += [style.paint(f"{printable(rule)}  {_counted(len(of_rule))}", "strong")]
        for entry in of_rule:
            lines += _shown(entry, style)
    return _page([*lines, _counted(len(listed))])


def entries_json(listed: Sequence[Entry], style: Style) -> bytes:  # noqa: ARG001
    """The entries as a JSON list; UTF-8."""
    return as_document([_fields(entry) for entry in listed])


def fates(fared: Sequence[Fared], style: Style) -> bytes:
    """The entries that are not needed as they are, by what became of them, for people; UTF-8."""
    lines: list[str] = []
    for fate, about in _ABOUT.items():
        some = [each for each in fared if each.fate is fate]
        lines += [style.paint(f"{about}: {_counted(len(some))}", "warning")] if some else []
        for each in some:
            lines += _shown(each.entry, style)
            if fate is Fate.FEWER:
                lines.append(f"    {each.found:,} of {each.entry.count:,} are left")
    return _page([*lines, _summary(fared)])


def fates_json(fared: Sequence[Fared], style: Style) -> bytes:  # noqa: ARG001
    """Every entry with `fate` and `found` as a JSON list; UTF-8."""
    return as_document(
        [_fields(each.entry) | {"fate": each.fate.value, "found": each.found} for each in fared]
    )


def written(before: Sequence[Entry], after: Sequence[Entry], file: str) -> str:
    """What changed in a baseline, as one line."""
    old, new = {entry.key: entry for entry in before}, {entry.key: entry for entry in after}
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    told = (
        (len(new.keys() - old.keys()), "new"),
        (changed, "changed"),
        (len(old.keys() - new.keys()), "taken out"),
    )
    changes = ", ".join(f"{count:,} {word}" for count, word in told if count) or "nothing changed"
    return f"{file}: {_counted(len(after))} ({changes})"


def _shown(entry: Entry, style: Style) -> Iterator[str]:
    """An entry on a line, what was said of it on another; safe to print."""
    where = "in every article" if entry.scope is Reach.CORPUS else printable(entry.article)
    times = f" ({entry.count:,} times)" if (entry.count or 1) > 1 else ""
    said = f"“{printable(entry.text)}”" if entry.text else "the article itself"
    yield f"  {head(f'{printable(entry.rule)}  {where}: {said}{times}', style.width - 2)}"
    until = f"until {entry.until}" if entry.until else ""
    told = "; ".join(filter(None, (printable(entry.reason or ""), until)))
    if told:
        yield f"    {head(told, style.width - 4)}"


def _summary(fared: Sequence[Fared]) -> str:
    counts = Counter(each.fate for each in fared)
    told = [f"{counts[fate]:,} {fate}" for fate in Fate if counts[fate]]
    unseen = " (the run did not look there)" if counts[Fate.UNSEEN] else ""
    return f"{_counted(len(fared))}{': ' if told else ''}{', '.join(told)}{unseen}"


def _counted(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _fields(entry: Entry) -> dict[str, Any]:
    """All fields of an entry, those that are null too."""
    until = entry.until.isoformat() if entry.until else None
    return asdict(entry) | {"scope": entry.scope.value, "until": until}


def _page(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


ENTRIES = {"text": entries, "json": entries_json}
FATES = {"text": fates, "json": fates_json}
