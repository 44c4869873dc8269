"""What a check reads, as a footprint that changes when any of it does, and waiting for that.

By polling, with the standard library: an editor that saves by renaming, a network
folder and a container's mount all show in `stat`, while the kernel's notices of
changes differ between systems, miss what another machine wrote, and would need one
dependency for each. To look once costs about what listing the files does.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from provenance.api.configured import current_folder, settings
from provenance.config import Config
from provenance.errors import ConfigError, FaultList
from provenance.sources import READERS
from provenance.sources.files import File, Scope
from provenance.sources.finding import find
from provenance.sources.settings import find_settings
from provenance.sources.walking import walk

# Every file with when it was written, its size and its number; null when it cannot be asked.
Footprint = Mapping[str, tuple[int, int, int] | None]

_PAUSE_SECONDS = 0.5
_PAUSES_PER_LOOK = 9  # Looking may take a tenth of the time, however many files there are.
_RESTLESS_LOOKS = 10


def footprint(paths: Sequence[str], named: str | None, flags: Mapping[str, object]) -> Footprint:
    """All files that a check of `paths` depends on: articles, settings, rules and baseline.

    Args:
        paths: Of the articles, those of an archive with them. What is not there now is looked for
            each time.
        named: The settings file; null to look for one.
        flags: See `api.settings`. While the settings are faulty, the defaults stand in for them.
    """
    try:
        config = settings(named, flags)
    except (ConfigError, FaultList):
        config = Config()
    every = {*_articles(paths, config), *_steering(named, config)}
    return {name: _stamp(name) for name in sorted(every)}


def wait_for_change(
    look: Callable[[], Footprint],
    seen: Footprint,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Returns when there is another footprint than `seen`, and it has come to rest.

    To rest is to be the same in two looks, so that a file that is being written, or is gone for a
    moment while an editor renames, is not read half. What is never at rest, such as a file that
    something keeps adding to, is waited for only ten looks.

    Args:
        look: Makes a footprint.
        seen: That of what was read last, made before it was read.
        sleep: Waits so many seconds.
        clock: Seconds that only grow.
    """
    last, restless = seen, 0
    while True:
        began = clock()
        now = look()
        restless = restless + 1 if now != seen else 0
        if now != seen and (now == last or restless > _RESTLESS_LOOKS):
            return
        last = now
        sleep(max(_PAUSE_SECONDS, _PAUSES_PER_LOOK * (clock() - began)))


def _articles(paths: Sequence[str], config: Config) -> Iterator[str]:
    scope = Scope(tuple(READERS), config.exclude)
    for path in paths:
        yield from (str(found.location) for found in find(path, scope) if isinstance(found, File))


def _steering(named: str | None, config: Config) -> Iterator[str]:
    """The files that tell how to check."""
    place = _settings_place() if named is None else named
    yield from [place] if place else ()
    for path in config.rules:
        yield from _files_at(path)
    yield from [config.baseline] if config.baseline else ()


def _settings_place() -> str | None:
    try:
        found = find_settings(None, current_folder())
    except ConfigError as fault:
        return fault.place
    return found[0] if found else None


def _files_at(path: str) -> Iterator[str]:
    if not os.path.isdir(path):  # noqa: PTH112
        yield path
        return
    for met in walk(Path(path), None, lambda _: False):
        yield str(Path(path, *met.parts))


def _stamp(name: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(name)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
