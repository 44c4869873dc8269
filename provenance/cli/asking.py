"""The options that say what is run and by which settings, for commands that share them all.

`asks` gives them to a command beside its own, so that they are declared once
for several commands; what is typed reaches the command as one `Asked`.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from provenance.cli.options import (
    Against,
    BylineField,
    ConfigFile,
    DateField,
    Exclude,
    IdField,
    Ignore,
    LanguageField,
    Memory,
    MinWords,
    NoProgress,
    OutletField,
    Paths,
    Rules,
    Select,
    Severities,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
    UrlField,
)
from provenance.cli.settings import archive_paths, flags
from provenance.errors import UsageError


@dataclass(frozen=True, slots=True)
class Asked:
    """What to run, and how.

    Attributes:
        paths, against: Of the articles, and of those they are compared with.
        config: The settings file; null to look for it.
        given: The settings among the options.
        stdin_format: How to read standard input.
        no_progress: Whether to show none.
    """

    paths: list[str]
    against: list[str]
    config: str | None
    given: dict[str, object]
    stdin_format: str
    no_progress: bool


def _options(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
    against: Against = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = None,
    rules: Rules = None,
    exclude: Exclude = None,
    config: ConfigFile = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    byline_field: BylineField = None,
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    url_field: UrlField = None,
    min_words: MinWords = None,
    memory: Memory = None,
    stdin_format: Stdin = StdinFormat.TXT,
    no_progress: NoProgress = False,
) -> Asked:
    given = flags(locals())
    if not paths:
        raise UsageError("no PATHS to check", hint="name files, folders or globs")
    return Asked(paths, archive_paths(against), config, given, stdin_format, no_progress)


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """`command`, whose first parameter is an `Asked`, as one with all options of a run instead."""
    shared = list(inspect.signature(_options).parameters.values())
    own = list(inspect.signature(command).parameters.values())[1:]

    @functools.wraps(command)
    def typed(**values: Any) -> None:  # noqa: ANN401  (whatever the options hold)
        asked = _options(**{option.name: values.pop(option.name) for option in shared})
        command(asked, **values)

    paths, *others = shared
    parameters = [paths, *own, *others]
    typed.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    typed.__annotations__ = {each.name: each.annotation for each in parameters}
    return typed
