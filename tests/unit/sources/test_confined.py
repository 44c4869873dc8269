"""A task in a process of its own costs no more than itself, whatever it does there."""

import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance.sources import confined, extractors
from provenance.sources.confined import Refused, ask

PAGE = b"<html><body><article><p>The ferry stopped at noon on Monday.</p></article></body></html>"
TEXT = "The ferry stopped at noon on Monday."
# Elements inside a comment for who counts them, and none for the parser of resiliparse, which takes
# time in the square of their depth.
SLOW = b"<!-->" + b"<div>" * 60_000 + b"-->"


@pytest.fixture(autouse=True)
def fresh():
    """A process of its own for each test, so that none is helped or hurt by another's."""
    stop()
    yield
    stop()


def stop():
    for _, child in confined._running.values():
        child.kill()
        child.communicate()
    confined._running.clear()


def running():
    (known,) = confined._running.values()
    return known[1].pid


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a program in the place of ours, with ours to import from."""

    def program(code):
        path = tmp_path / "program.py"
        ours = f"import sys; sys.path.insert(0, {str(Path(extractors.__file__).parent)!r})\n"
        path.write_text(ours + code)
        monkeypatch.setattr(confined, "_PROGRAM", str(path))

    return program


def with_task(body):
    """A program of which one task does something else, as a parser with a fault may."""
    return (
        "import os, signal, extractors\n"
        f"def task(given):\n    if given:\n        {body}\n    return 'fine'\n"
        "extractors.TASKS = {'feed': task}\n"
        "extractors.main()\n"
    )


def test_one_process_does_one_task_after_another():
    """Starting it takes as long as twenty pages do."""
    assert ask("resiliparse", PAGE, 10) == TEXT
    first = running()
    assert ask("trafilatura", PAGE, 10) == TEXT
    assert ask("resiliparse", PAGE * 3, 10) == "\n".join([TEXT] * 3)
    assert running() == first


def test_a_task_that_takes_too_long_is_ended_and_the_next_one_done():
    refused = ask("resiliparse", SLOW, 0.2)
    assert refused.reason.startswith("takes more than 0.2 s to be taken apart")
    assert "seconds-per-document" in refused.reason
    assert refused.missing is None
    assert ask("resiliparse", PAGE, 10) == TEXT


def test_time_in_which_others_keep_the_processor_busy_does_not_count(program):
    """Else a page would be read or not by what else the machine does."""
    program(with_task("import time; time.sleep(0.5)"))
    assert ask("feed", b"x", 0.1) == "fine"


def test_the_time_that_a_parser_takes_to_load_does_not_count(program):
    """Else the first page of a run would be left out where the disk is slow."""
    program(
        "import extractors\nloaded = []\n"
        "def task(given):\n"
        "    if not loaded:\n        sum(range(30_000_000))\n"
        "    loaded.append(given)\n    return 'fine'\n"
        "extractors.TASKS = {'feed': task}\nextractors.main()\n"
    )
    assert ask("feed", b"x", 0.1) == "fine"


def test_a_task_that_never_ends_and_never_works_is_ended_by_the_clock(program):
    program(with_task("signal.pause()"))
    assert "far too long" in ask("feed", b"x", 0.05).reason


@pytest.mark.parametrize(
    "body",
    ["os.abort()", "os._exit(0)", "os.kill(os.getpid(), signal.SIGSEGV)", "raise SystemExit"],
)
def test_a_task_that_ends_the_process_costs_only_itself(program, body):
    program(with_task(body))
    assert ask("feed", b"", 10) == "fine"
    first = running()
    assert ask("feed", b"x", 10).reason.startswith("breaks the parser")
    assert ask("feed", b"", 10) == "fine"
    assert running() != first


def test_a_task_for_more_memory_than_there_may_be_is_refused(program):
    program(with_task(f"bytearray({extractors.MOST_MEMORY})"))
    assert "more than 2 GB of memory" in ask("feed", b"x", 10).reason
    assert ask("feed", b"", 10) == "fine"


def test_a_fault_of_a_parser_is_told_by_its_kind_and_not_by_its_words(program):
    """Its words can be those of the page, which would reach a terminal."""
    program(with_task("raise ValueError('<script>')"))
    assert ask("feed", b"x", 10) == Refused("cannot be taken apart (ValueError)")
    assert ask("feed", b"", 10) == "fine"


def test_a_package_that_is_not_there_is_told(program):
    program(with_task("import no_such_package"))
    refused = ask("feed", b"x", 10)
    assert refused.missing == "no_such_package"
    assert "not installed" in refused.reason


def test_what_a_parser_prints_is_no_answer(program):
    program(with_task("print('x' * 100_000); os.write(1, b'y' * 100_000)"))
    assert ask("feed", b"x", 10) == "fine"


def test_no_connection_is_opened(program):
    program(with_task("import socket; socket.socket().connect(('127.0.0.1', 9))"))
    assert ask("feed", b"x", 10) == Refused("cannot be taken apart (OSError)")
    program(with_task("import socket; socket.getaddrinfo('localhost', 80)"))
    stop()
    assert ask("feed", b"x", 10) == Refused("cannot be taken apart (OSError)")


def test_a_program_that_cannot_be_run_is_told(program):
    program("raise SystemExit(3)")
    assert ask("feed", b"x", 10).reason.startswith("breaks the parser")


def test_the_process_ends_with_the_one_that_started_it():
    """Else every run would leave one behind."""
    code = (
        "from provenance.sources import confined\n"
        f"assert confined.ask('resiliparse', {PAGE!r}, 10)\n"
        "print(next(iter(confined._running.values()))[1].pid)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    wait_for_end(int(done.stdout))


def wait_for_end(pid):
    for _ in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        state = Path(f"/proc/{pid}/stat")  # one that has ended and that nobody asked for is a Z
        if state.exists() and state.read_text().rpartition(") ")[2].startswith("Z"):
            return
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    raise AssertionError("it is still there")


def test_a_process_that_was_forked_starts_its_own():
    """Two that speak to one process would read one another's answers."""
    assert ask("resiliparse", PAGE, 10) == TEXT
    first = running()
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        told = ask("resiliparse", PAGE, 10) == TEXT and os.getpid() in confined._running
        pid = confined._running[os.getpid()][1].pid
        os.write(writer, f"{told} {pid}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    told, pid = os.read(reader, 100).decode().split()
    assert (told, int(pid) != first) == ("True", True)
    assert ask("resiliparse", PAGE, 10) == TEXT


def test_the_program_loads_nothing_of_the_package():
    """Polars alone would take more memory than the process may have."""
    code = "import runpy, sys; runpy.run_path(sys.argv[1]); print(*sys.modules)"
    path = importlib.util.find_spec("provenance.sources.extractors").origin
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, path], capture_output=True, check=True, text=True
    )
    assert {"polars", "provenance", "trafilatura"} & set(done.stdout.split()) == set()
