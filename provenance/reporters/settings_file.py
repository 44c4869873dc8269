"""A settings file to begin with: every setting, with what it means, at its default.

It is made from `provenance.config.described` alone, so that nothing that can be
set is missing. A line whose `#` is followed by no blank is a setting.
"""

import textwrap
from collections.abc import Iterator

from provenance.config.described import DESCRIBED, Setting
from provenance.model import METRICS, Metric, Unit
from provenance.reporters.toml import key, toml

_WIDTH = 96
_UNITS = {Unit.SHARE: "a share from 0 to 1", Unit.COUNT: "a number", Unit.SCORE: "0 to 100"}
_HEAD = (
    "Settings of provenance. A line that begins with a # and no blank is a setting with its "
    "default: take the # away to set it. Flags on the command line win over this file. "
    "`provenance config show` tells what is in force and where it was set."
)


def settings_file() -> bytes:
    """The file as TOML in UTF-8. It sets nothing, nor does it with every # before a key gone."""
    blocks = [_comment(_HEAD)]
    table: tuple[str, ...] = ()
    for setting in DESCRIBED:
        is_table = isinstance(setting.default, dict)
        within = setting.path if is_table else setting.path[:-1]
        header = f"[{key(within)}]\n" if within != table else ""
        table = within
        blocks.append(header + "".join(_block(setting, is_table)))
    return "\n".join(blocks).encode()


def _block(setting: Setting, is_table: bool) -> Iterator[str]:
    name = setting.path[-1]
    yield _comment(setting.about)
    if setting.path == ("gate", "limits"):
        yield from map(_metric, METRICS.values())
    yield _comment(f"Allowed: {setting.allowed}.")
    example = setting.example if is_table else f"{key((name,))} = {setting.example}"
    if is_table or setting.default is None:
        yield f"# Not set. For example: {example}\n"
    else:
        yield f"# For example: {example}\n#{key((name,))} = {toml(setting.default)}\n"


def _metric(metric: Metric) -> str:
    bound = "at least" if metric.at_least else "at most"
    return _comment(f"- {metric.name} ({bound}, {_UNITS[metric.unit]}): {metric.about}", "  ")


def _comment(text: str, indent: str = "") -> str:
    lines = textwrap.wrap(text, _WIDTH, subsequent_indent=indent, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in lines)
