"""Has `extractors` take pages and feeds apart in a process of its own, held to time and memory.

The process is started once and does one task after another, as starting it takes
longer than most tasks. One that takes too long is ended with it, one that ends it
by itself, by a crash or for want of memory, is told; the next task starts another.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import orjson

from provenance.sources import extractors
from provenance.sources.extractors import ASKED, MOST_MEMORY, TOLD

# By the clock. Starting, and loading what a task needs, is no fault of the page; a process whose
# pipe is closed is about to end.
_SECONDS_TO_START = 120
_SECONDS_TO_END = 1
# A task is ended by the clock when it has waited, not worked, for so many times the time it may
# take, which none does; and where the system cannot end it by the processor's time.
_PATIENCE = 10
_TOO_LATE = -getattr(signal, "SIGPROF", 0)
_PROGRAM = str(Path(extractors.__file__))
_lock = threading.Lock()
# By the process that started it: one that is forked from that has to start its own.
_running: dict[int, tuple[str, subprocess.Popen[bytes]]] = {}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a task was not done.

    Attributes:
        missing: The package that is not installed; null for any other reason.
    """

    reason: str
    missing: str | None = None


def ask(task: str, given: bytes, seconds: float) -> object | Refused:
    """What `task`, of `extractors.TASKS`, makes of the bytes.

    Args:
        task: Its name.
        given: A page as UTF-8, or a feed as it is.
        seconds: The processor time it may take, more than 0.
    """
    with _lock:
        child = _child(task)
        reply = None if child is None else _exchange(child, task, given, seconds)
        ended = None if child is None or reply is not None else _ended(child)
    if reply is not None:
        return _told(orjson.loads(reply))
    if _TOO_LATE and ended == _TOO_LATE:
        return Refused(
            f"takes more than {seconds:g} s to be taken apart; raise seconds-per-document in the "
            "settings, or leave it out"
        )
    memory = f"{MOST_MEMORY / 1e9:g} GB of memory"
    return Refused(f"breaks the parser, or takes it more than {memory}, or far too long")


def _told(reply: Mapping[str, object]) -> object | Refused:
    if "missing" in reply:
        missing = str(reply["missing"])
        return Refused(f"needs the package {missing}, which is not installed", missing)
    if "fault" in reply:
        return Refused(f"cannot be taken apart ({reply['fault']})")
    return reply["found"]


def _child(task: str) -> subprocess.Popen[bytes] | None:
    """The process, with what the task needs loaded; null when it cannot be."""
    loaded, child = _running.get(os.getpid(), ("", None))
    if child is None or child.poll() is not None:
        loaded, child = "", _started()
    if loaded != task and _exchange(child, task, b"", 0) is None:
        _ended(child)
        return None
    _running[os.getpid()] = task, child
    return child


def _started() -> subprocess.Popen[bytes]:
    # Without the folder of the program on its path, whose modules have names of others.
    command = [sys.executable, "-P", _PROGRAM]
    return subprocess.Popen(  # noqa: S603  (our own program)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _exchange(
    child: subprocess.Popen[bytes], task: str, given: bytes, seconds: float
) -> bytes | None:
    """The answer of the process; null when it ended before it."""
    asked, told = cast("BinaryIO", child.stdin), cast("BinaryIO", child.stdout)
    timer = threading.Timer(_PATIENCE * seconds or _SECONDS_TO_START, child.kill)
    timer.start()
    try:
        asked.write(ASKED.pack(seconds, len(task), len(given)) + task.encode() + given)
        asked.flush()
        header = told.read(TOLD.size)
        size = TOLD.unpack(header)[0] if len(header) == TOLD.size else -1
        reply = told.read(size) if size >= 0 else b""
    except OSError:
        return None
    finally:
        timer.cancel()
    return reply if len(reply) == size else None


def _ended(child: subprocess.Popen[bytes]) -> int:
    """Ends the process; the code it ended with by itself, if it did."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(_SECONDS_TO_END)
    child.kill()
    with contextlib.suppress(OSError):
        child.communicate()
    return child.returncode
