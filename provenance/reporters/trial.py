"""What became of trying rules and of looking at rule files: for people, and as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from provenance.errors import ProvenanceError
from provenance.reporters import precision
from provenance.reporters.json import as_document
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.rulebook.measured import Count, Measured
from provenance.trials.examples import Fault
from provenance.trials.labelled import FURNITURE
from provenance.trials.lint import Lint
from provenance.trials.mining import Mined
from provenance.trials.trial import FEWEST_HITS, Held, Trial

_MOST_SHOWN = 200
_TEXT_SHOWN = 70


def page(trial: Trial, style: Style) -> bytes:
    """A trial, for people: what failed, what was looked at, what was measured; UTF-8."""
    failed = [fault for fault in trial.faults if not fault.is_note]
    notes = [fault for fault in trial.faults if fault.is_note]
    lines = [
        *_faults(failed, style, "error"),
        *(_faults(notes, style, "info") if not style.quiet else ()),
        *_looked_at(trial, len(failed), len(notes)),
        *(_measured(trial.measured) if trial.measured else ()),
        *_held(trial.held, style),
        style.paint("passed", "passed") if trial.passed else style.paint("failed", "failed"),
    ]
    return "\n".join([*lines, ""]).encode()


def as_json(trial: Trial, style: Style) -> bytes:  # noqa: ARG001  (as `page`)
    """The same as a JSON object; UTF-8."""
    measured = trial.measured
    return as_document(
        {
            "passed": trial.passed,
            "rules": trial.rules,
            "hits": trial.hits,
            "misses": trial.misses,
            "clean_prose": dict(trial.prose),
            "without_clean_prose": list(trial.without_prose),
            "faults": [asdict(fault) for fault in trial.faults],
            "measured": _measured_fields(measured) if measured else None,
            "held": [
                {"what": each.what, "name": each.name, "enough": each.enough} for each in trial.held
            ],
        }
    )


def lint(outcome: Lint, style: Style) -> bytes:
    """Faults and remarks with place, line and advice, as `check` tells them; UTF-8."""
    numbers = f"{counted(len(outcome.faults), 'fault')}, {counted(len(outcome.remarks), 'remark')}"
    lines = [
        *(line for fault in outcome.faults for line in _told(fault, "error", style)),
        *(line for remark in outcome.remarks for line in _told(remark, "warning", style)),
        f"{counted(outcome.files, 'file')}: {numbers}",
    ]
    return "\n".join([*lines, ""]).encode()


def lint_as_json(outcome: Lint, style: Style) -> bytes:  # noqa: ARG001  (as `lint`)
    """The same as a JSON object; UTF-8."""
    return as_document(
        {
            "files": outcome.files,
            "faults": [_fields(fault) for fault in outcome.faults],
            "remarks": [_fields(remark) for remark in outcome.remarks],
        }
    )


def mined(found: Mined) -> str:
    """What was mined, in a few lines for standard error."""
    told = [
        f"{counted(found.lines, 'line')} in {counted(found.rules, 'rule')}",
        f"{counted(found.known, 'repeated line')} left out that rules find already",
    ]
    if found.left_out:
        told.append(f"{counted(found.left_out, 'more line')} beyond the limit")
    if found.anonymous:
        told.append(f"{counted(found.anonymous, 'article')} of no known outlet passed over")
    unread = [f"{item.place}: {item.reason}" for item in found.unread]
    return "\n".join([*unread, "; ".join(told)])


def _faults(faults: Sequence[Fault], style: Style, kind: str) -> Iterator[str]:
    for fault in faults[:_MOST_SHOWN]:
        name = style.paint(fault.rule_id, kind)
        note = "note: " if fault.is_note else ""
        yield f"{printable(fault.place)}: {note}{name} {printable(fault.message)}"
        yield f"    {_short(fault.text)}"
    if len(faults) > _MOST_SHOWN:
        yield f"... and {len(faults) - _MOST_SHOWN:,} more"
    if faults:
        yield ""


def _short(text: str) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= _TEXT_SHOWN else line[: _TEXT_SHOWN - 1] + "…"


def _looked_at(trial: Trial, failed: int, notes: int) -> Iterator[str]:
    misses = "1 miss" if trial.misses == 1 else f"{trial.misses:,} misses"
    examples = f"{counted(trial.hits, 'hit')}, {misses}"
    told = f"{counted(failed, 'failure')}, {counted(notes, 'note')}"
    yield f"{counted(trial.rules, 'rule')}, {examples}: {told}"
    if trial.prose:
        texts = ", ".join(f"{count} {printable(name)}" for name, count in trial.prose.items())
        yield f"clean prose, texts: {texts}"
    if trial.without_prose:
        yield f"no clean prose in: {printable(', '.join(trial.without_prose))}"


def _measured(measured: Measured) -> Iterator[str]:
    story = measured.lines - measured.furniture
    yield ""
    yield f"{printable(measured.name)}: {measured.lines:,} judged lines, of these"
    yield f"{measured.furniture:,} not of the story; at warning or error"
    for name, count in measured.families.items():
        found = precision.share(count.right, measured.furniture)
        touched = precision.share(count.hits - count.right, story)
        yield f"  {name}  flags {found} of the lines not of the story, {touched} of the others"
    for what, counts in (("pack", measured.packs), ("category", measured.categories)):
        yield from _table(what, counts)
    yield from _table(
        "rule, at any severity",
        {name: count for name, count in measured.rules.items() if name[:3] in FURNITURE},
    )
    yield ""


def _table(what: str, counts: Mapping[str, Count]) -> Iterator[str]:
    yield ""
    width = max(map(len, (*counts, what)))
    yield f"  {what:<{width}}  {'hits':>7} {'false':>7}  precision, 95 % interval"
    for name, count in counts.items():
        numbers = f"{count.hits:>7,} {count.hits - count.right:>7,}"
        yield f"  {printable(name):<{width}}  {numbers}  {precision.share(count.right, count.hits)}"


def _held(held: Iterable[Held], style: Style) -> Iterator[str]:
    for each in held:
        name = f"{each.what} {printable(each.name)}"
        share = precision.share(each.count.right, each.count.hits)
        if each.enough is False:
            yield f"{style.paint('too low', 'failed')}: {name}, {share}"
        elif each.enough is None:
            yield f"not judged: {name}, {each.count.hits} hits are fewer than {FEWEST_HITS}"


def _measured_fields(measured: Measured) -> dict[str, Any]:
    groups = ("families", "packs", "categories", "rules")
    return {
        "set": measured.name,
        "lines": measured.lines,
        "furniture": measured.furniture,
        **{
            group: {
                name: precision.as_fields(count) for name, count in getattr(measured, group).items()
            }
            for group in groups
        },
    }


def _told(fault: ProvenanceError, kind: str, style: Style) -> Iterator[str]:
    yield f"{printable(fault.place)}: {style.paint(kind, kind)} {printable(fault.message)}"
    yield from (f"  {printable(line)}" for line in fault.hint.splitlines())


def _fields(fault: ProvenanceError) -> dict[str, str]:
    return {"place": fault.place, "message": fault.message, "advice": fault.hint}


TRIALS = {"text": page, "json": as_json}
LINTS = {"text": lint, "json": lint_as_json}
