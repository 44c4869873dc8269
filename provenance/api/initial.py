"""Begins a settings file. It replaces none, and puts none in front of another, unasked."""

import os

from provenance.api.configured import current_folder
from provenance.errors import ConfigError, UsageError
from provenance.reporters import output
from provenance.reporters.settings_file import settings_file
from provenance.sources.settings import find_settings

_NAME = "provenance.toml"


def begin_settings(*, force: bool) -> str:
    """Writes `provenance.toml` into the current folder and returns its name.

    Args:
        force: Replace the file, and have settings of another one no longer found from here.

    Raises:
        UsageError: There are settings already that would be found from here, and `force` is false.
        OutputError: The file cannot be written.
    """
    if not force and (found := _settings_in_force()):
        raise UsageError(
            f"there are settings in {found} already",
            hint="edit that file; or begin one here, in its place, with --force",
        )
    output.write(settings_file(), _NAME)
    return _NAME


def _settings_in_force() -> str | None:
    """What is found from here, readable or not."""
    folder = current_folder()
    if os.path.lexists(folder / _NAME):
        return _NAME
    try:
        found = find_settings(None, folder)
    except ConfigError as fault:
        return fault.place
    return found[0] if found else None
