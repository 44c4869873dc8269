"""The baseline: findings that were accepted, one entry a line, as JSON.

In goes the text of a baseline file, out come its entries, and the reverse. The
lines are sorted and end in LF, so that git's `union` merge of two of them is a
baseline again: entries that stand twice become one. Nothing is guessed: what is
no entry is a fault with its line.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import orjson

from provenance.errors import ConfigError, FaultList
from provenance.model.baseline import Entry, Key, Reach

# Findings with equal fingerprints that one entry can accept.
MOST = 10**9
_MOST_FAULTS = 20
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_HINT = "correct or remove the line; `provenance baseline write` makes entries"
_SHOWN = 40


def parse(text: str, place: str) -> tuple[Entry, ...]:
    """The entries of a baseline file, those told twice united, in the order of `united`.

    Args:
        text: Of the file; the order of lines, blank lines and CR LF do not matter.
        place: The file's name, for faults.

    Raises:
        FaultList: Of `ConfigError`: the first twenty lines that are no entry, each with its place.
    """
    entries: list[Entry] = []
    faults: list[ConfigError] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entries.append(_entry(line))
        except ValueError as fault:
            faults.append(ConfigError(str(fault), place=f"{place}:{number}", hint=_HINT))
            if len(faults) == _MOST_FAULTS:
                break
    if faults:
        raise FaultList(faults)
    return united(entries)


def united(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each once, by rule, article and fingerprint, whatever their order.

    Of two with the same fingerprint, as a merge leaves them, the larger count holds, the later
    day and the longer reason; it makes no difference which came first.
    """
    found: dict[Key, Entry] = {}
    for entry in entries:
        known = found.get(entry.key)
        found[entry.key] = _both(known, entry) if known else entry
    return tuple(sorted(found.values(), key=_order))


def printed(entries: Iterable[Entry]) -> str:
    """The entries as the text of a file: `parse` of it gives them back."""
    return "".join(f"{_line(entry)}\n" for entry in united(entries))


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.rule, entry.article, entry.fingerprint, entry.scope


def _both(one: Entry, other: Entry) -> Entry:
    """Two entries for the same findings as one."""
    days = [entry.until for entry in (one, other) if entry.until]
    reasons = [entry.reason or "" for entry in (one, other)]
    told = max(one, other, key=lambda entry: (entry.rule, entry.article, entry.text))
    return replace(
        told,
        count=None if one.count is None or other.count is None else max(one.count, other.count),
        reason=max(reasons, key=lambda reason: (len(reason), reason)) or None,
        until=max(days) if len(days) == 2 else None,
        rule_digest=max(one.rule_digest, other.rule_digest),
    )


def _line(entry: Entry) -> str:
    fields = {
        "fingerprint": entry.fingerprint,
        "rule": entry.rule,
        "scope": entry.scope.value,
        "article": entry.article,
        "text": entry.text,
        "count": entry.count,
        "reason": entry.reason,
        "until": entry.until.isoformat() if entry.until else None,
        "rule_digest": entry.rule_digest,
    }
    told = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(told, ensure_ascii=False)


def _entry(line: str) -> Entry:
    """The entry on one line.

    Raises:
        ValueError: It is none; the message says why.
    """
    if line.startswith(_MARKS):
        raise ValueError("a merge left a conflict here")
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as fault:
        raise ValueError(f"not JSON: {fault.msg} at column {fault.colno}") from None
    if not isinstance(fields, dict):
        raise ValueError("not an entry: a line is one JSON object")
    for name in sorted(fields.keys() - _FIELDS.keys()):
        raise ValueError(f"there is no key {_shown(name)} in an entry; it has {', '.join(_FIELDS)}")
    values = dict(_values(fields))
    is_wide = values["scope"] is Reach.CORPUS
    if is_wide == (values["count"] is not None):
        told = "has no `count`: it accepts any number" if is_wide else "needs a `count`"
        raise ValueError(f"an entry of scope {values['scope']} {told}")
    return Entry(**values)  # type: ignore[arg-type]


def _values(fields: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, (read, what) in _FIELDS.items():
        try:
            yield name, read(fields.get(name))
        except (TypeError, ValueError):
            missing = name not in fields
            told = "is missing" if missing else f"is {_shown(fields[name])}"
            raise ValueError(f"`{name}` {told}; it must be {what}") from None


def _matching(pattern: str) -> Callable[[object], str]:
    compiled = re.compile(pattern)

    def read(value: object) -> str:
        if isinstance(value, str) and compiled.fullmatch(value):
            return value
        raise ValueError

    return read


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError


def _some_text(value: object) -> str | None:
    return None if value is None else _text(value).strip() or None


def _reach(value: object) -> Reach:
    return Reach(_text(value))


def _count(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST:
        return value
    raise ValueError


def day(value: object) -> date | None:
    """A day written `2027-01-31`; null stays null.

    Raises:
        ValueError: It is no such day.
    """
    if value is None:
        return None
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return date.fromisoformat(value)
    raise ValueError


def _shown(value: object) -> str:
    """A value as it can stand in a message: on one line, escaped, and short."""
    shown = ascii(value) if isinstance(value, str | int | float | None) else type(value).__name__
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 3]}..."


_DIGITS = "sixteen digits, 0 to 9 and a to f"
_FIELDS: dict[str, tuple[Callable[[object], object], str]] = {
    "fingerprint": (_matching("[0-9a-f]{16}"), _DIGITS),
    "rule": (_matching("[A-Z]{3}[0-9]{3}"), "a rule's id, such as BPL001"),
    "scope": (_reach, f"{' or '.join(Reach)}"),
    "article": (_text, "text"),
    "text": (_text, "text"),
    "count": (_count, f"a whole number from 1 to {MOST:,}"),
    "reason": (_some_text, "text"),
    "until": (day, "a day, such as 2027-01-31"),
    "rule_digest": (_matching("[0-9a-f]{16}"), _DIGITS),
}


def in_force(entries: Sequence[Entry], today: date) -> tuple[Entry, ...]:
    """Those that accept something on that day."""
    return tuple(entry for entry in entries if entry.is_in_force(today))
