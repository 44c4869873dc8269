"""From the parameters of a command to settings, and the files that steer a run."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.config import Config

_LISTS = ("select", "ignore", "exclude")
_VALUES = (
    *("text_field", "id_field", "title_field", "byline_field", "outlet_field", "date_field"),
    *("language_field", "url_field", "min_words", "memory", "fail_under", "baseline", "extractor"),
)


def flags(given: Mapping[str, Any]) -> dict[str, object]:
    """The settings among a command's parameters, for `config.resolve`; null: not given."""
    fail_on = split(given.get("fail_on"))
    return {
        **{name: split(given.get(name)) for name in _LISTS},
        **{name: given.get(name) for name in _VALUES},
        "rules": given.get("rules"),
        "severity": dict(map(_pair, split(given.get("severity")))),
        "fail_on": ",".join(fail_on) if given.get("fail_on") else None,
        "limits": dict(map(_limit, split(given.get("limits")))),
        "only_new": False if given.get("every") else None,
        "keep_going": given.get("keep_going") or None,
    }


def split(values: Iterable[str] | None) -> list[str]:
    """The items of a list option, which may be repeated, comma-separated or both."""
    items = [item.strip() for value in values or () for item in value.split(",")]
    return [item for item in items if item]


def archive_paths(given: Iterable[str] | None) -> list[str]:
    """The paths of an archive; none when none is given.

    Raises:
        UsageError: It is given and names nothing, so that nothing would be compared with it.
    """
    if given is None:
        return []
    if not (paths := split(given)):
        raise UsageError("--against names no path", hint="for example: --against archive/")
    return paths


def _pair(text: str) -> tuple[str, str]:
    rule, equals, level = text.partition("=")
    if not equals:
        raise UsageError(
            f"--severity needs RULE=LEVEL, not {text!r}", hint="for example --severity NUM001=error"
        )
    return rule.strip(), level.strip()


def _limit(text: str) -> tuple[str, object]:
    metric, equals, number = text.partition("=")
    try:
        return metric.strip(), float(number) if equals else _no_number(text)
    except ValueError:
        return metric.strip(), _no_number(text)


def _no_number(text: str) -> object:
    raise UsageError(
        f"--limit needs METRIC=NUMBER, not {text!r}", hint="for example --limit articles=1000"
    )


def settings_files(named: str | None, settings: "Config") -> list[str]:
    """The files that steer a run: of the settings, of the user's own rules, and the baseline."""
    from provenance.sources.settings import find_settings  # noqa: PLC0415

    found = find_settings(named, Path.cwd())
    baseline = () if settings.baseline is None else (settings.baseline,)
    return [*(found[:1] if found else ()), *settings.rules, *baseline]
