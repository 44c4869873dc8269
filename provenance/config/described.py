"""What each setting is, told once: for the file that `init` begins, for people and for editors.

Settings stand in the order of a settings file, those outside of tables first.
What is refused is for `values` to tell; a test holds the two to one another.
"""

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from provenance.config.settings import Fields
from provenance.config.toml import Key
from provenance.model import METRICS, Severity, Unit

Schema = dict[str, object]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, or one table whose keys are made up by the user.

    Attributes:
        path: Its key within the settings.
        about: What it is, as sentences.
        allowed: What it can be, as a phrase.
        default: As it stands in a settings file; null where leaving it out is the only way to have
            the default. A table for tables.
        example: Another value, as it stands in a settings file; for a table, a line of it.
        schema: What it can be as JSON Schema, as far as that can tell.
    """

    path: Key
    about: str
    allowed: str
    default: object
    example: str
    schema: Schema


def _whole(low: int, high: int) -> Schema:
    return {"type": "integer", "minimum": low, "maximum": high}


def _texts(pattern: str = ".") -> Schema:
    return {"type": "array", "items": {"type": "string", "pattern": pattern}}


def _limit(most: float) -> Schema:
    bound: Schema = {"type": "number", "minimum": 0, "maximum": most}
    both: Schema = {
        "type": "object",
        "properties": {"warn": bound, "error": bound},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [bound, both]}


def _table(values: Schema, keys: Schema | None = None) -> Schema:
    named = {"propertyNames": keys} if keys else {}
    return {"type": "object", "additionalProperties": values, **named}


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"


_MOST = MappingProxyType({Unit.SHARE: 1, Unit.COUNT: 10**9, Unit.SCORE: 100})
_PREFIX = r"^([A-Z]{1,3}|[A-Z]{3}[0-9]{1,3})$"
_RULES = "a list of rule ids, or of what they begin with: BPL for a family, BPL02 for a group"
_FIELDS = MappingProxyType(
    {
        "text": "The field of a record that holds its text.",
        "id": "The field, or key of a front matter, that tells articles apart.",
        "title": "The field or key of the headline.",
        "byline": "The field or key of who wrote it.",
        "outlet": "The field or key of who ran it.",
        "date": "The field or key of the day it ran.",
        "language": "The field or key of its language.",
        "url": "The field or key of its canonical URL.",
    }
)  # fmt: skip


def _field(name: str, default: str) -> Setting:
    schema: Schema = {"type": "string", "pattern": r"\S"}
    example = json.dumps({"text": "body"}.get(name, f"article_{name}"))
    return Setting(("fields", name), _FIELDS[name], "a name", default, example, schema)


DESCRIBED: tuple[Setting, ...] = (
    Setting(
        ("select",),
        "Only these rules take part; with an empty list all do.",
        _RULES,
        [],
        '["NUM", "BPL001"]',
        _texts(_PREFIX),
    ),
    Setting(
        ("ignore",),
        "These rules take no part.",
        _RULES,
        [],
        '["BPL050"]',
        _texts(_PREFIX),
    ),
    Setting(
        ("rules",),
        "More rule files, or folders of them, seen from the folder of this file.",
        "a list of paths",
        [],
        '["house-rules.yaml"]',
        _texts(),
    ),
    Setting(
        ("exclude",),
        "Files and folders to pass over inside folders. A file named on the command line is read "
        "all the same.",
        "a list of globs",
        [],
        '["drafts/**", "*.tmp.txt"]',
        _texts(),
    ),
    Setting(
        ("min-words",),
        "The shortest shared passage that is reported, in words.",
        "a whole number from 8 to 1000",
        12,
        "20",
        _whole(8, 1000),
    ),
    Setting(
        ("max-article-mb",),
        "The largest file of one article, or line of one record, that is read, in millions of "
        "bytes.",
        "a whole number from 1 to 1000",
        5,
        "20",
        _whole(1, 1000),
    ),
    Setting(
        ("extractor",),
        "What takes the article out of a web page. resiliparse is several times faster, and leaves "
        "more of what stands around the article.",
        "trafilatura or resiliparse",
        "trafilatura",
        '"resiliparse"',
        {"enum": ["trafilatura", "resiliparse"]},
    ),
    Setting(
        ("seconds-per-document",),
        "The processor time that one web page, or one feed, may take to be taken apart; one that "
        "takes more is not read.",
        "a whole number of seconds from 1 to 600",
        10,
        "30",
        _whole(1, 600),
    ),
    Setting(
        ("memory",),
        "Memory that the search for shared passages may take. It changes no result.",
        "auto, which is half of the machine's, or a size from 100M on, in powers of ten",
        "auto",
        '"4G"',
        {"type": "string", "pattern": r"^\s*(auto|[0-9]{1,6}(\.[0-9]{1,3})? ?[MGTmgt][Bb]?)\s*$"},
    ),
    Setting(
        ("gate", "fail-on"),
        "What fails the gate: the lowest severity that does, and any rules that do whatever their "
        "severity.",
        "error, warning, info or never, and rule ids, comma-separated",
        "error",
        '"warning,NUM001"',
        {"anyOf": [{"type": "string", "pattern": "[a-zA-Z]"}, _texts()]},
    ),
    Setting(
        ("gate", "fail-under"),
        "The score that every article must have.",
        "a whole number from 0 to 100",
        None,
        "60",
        _whole(0, 100),
    ),
    Setting(
        ("gate", "keep-going"),
        "Whether records that could not be read, and files in folders, are only counted, and the "
        "run is judged on the rest. A path that was named and is missing, unread or broken off is "
        "never passed over, nor more than 1 % of all inputs unless gate.limits.unread-share says "
        "otherwise.",
        "true or false",
        False,
        "true",
        {"type": "boolean"},
    ),
    Setting(
        ("gate", "baseline"),
        "The file of accepted findings, seen from the folder of this file. Not set, it is "
        "provenance-baseline.jsonl in the current folder or beside this file, where there is one.",
        "a path",
        None,
        '"accepted.jsonl"',
        {"type": "string", "pattern": r"\S"},
    ),
    Setting(
        ("gate", "only-new"),
        "Whether findings that the baseline accepts are passed over; with false they count.",
        "true or false",
        True,
        "false",
        {"type": "boolean"},
    ),
    Setting(
        ("gate", "limits"),
        "Limits on rates and numbers of the whole run: beyond warn it is told, beyond error the "
        "gate fails. A number alone is an error limit.",
        "a number, or a table with warn, error or both, by metric",
        {},
        "boilerplate-text = { warn = 0.01, error = 0.03 }",
        {
            "type": "object",
            "properties": {
                metric.name: {"description": metric.about, **_limit(_MOST[metric.unit])}
                for metric in METRICS.values()
            },
            "additionalProperties": False,
        },
    ),
    Setting(
        ("severity",),
        "The severity of rules: what they begin with, or their ids.",
        f"{_either([*Severity, 'off'])}, by rule",
        {},
        'BPL001 = "error"',
        _table({"enum": [*Severity, "off"]}, {"pattern": "^[A-Z]{3}[0-9]{0,3}$"}),
    ),
    *(_field(field.name, str(field.default)) for field in dataclasses.fields(Fields)),
    Setting(
        ("per-path-ignores",),
        "Rules that are passed over in files that match a glob. Their findings stay in the report "
        "and in the scores, and the gate does not count them.",
        f"{_RULES}, by glob",
        {},
        '"wire/**" = ["BPL", "DUP001"]',
        _table(_texts(_PREFIX)),
    ),
    Setting(
        ("per-outlet-ignores",),
        "The same in articles of an outlet.",
        f"{_RULES}, by the name of the outlet",
        {},
        '"Harbour Gazette" = ["ATT020"]',
        _table(_texts(_PREFIX)),
    ),
)
DEFAULTS = MappingProxyType({setting.path: setting.default for setting in DESCRIBED})
