"""`provenance check --watch`: a run for every change, until somebody interrupts it."""

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

# A shell that starts a process in the background lets it ignore Ctrl-C; a terminal does not.
PROGRAM = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from provenance.cli import main; sys.exit(main())"
)
TOLD = re.compile(r"^\d\d:\d\d:\d\d exit code (\d); waiting for changes, Ctrl-C ends$")
PATIENCE_SECONDS = 60  # Only so that a fault does not hang the suite.


class Watching:
    """A watch in a process of its own."""

    def __init__(self, *arguments, **streams):
        command = [sys.executable, "-c", PROGRAM, "check", *arguments, "--watch"]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
        self.process = subprocess.Popen(command, text=True, **streams)
        self.said = []
        self._clock = threading.Timer(PATIENCE_SECONDS, self.process.kill)
        self._clock.start()

    def code(self):
        """The exit code of the run that ends next."""
        for line in self.process.stderr:
            self.said.append(line.rstrip("\n"))
            if found := TOLD.match(self.said[-1]):
                return int(found[1])
        raise AssertionError("\n".join(self.said))

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate()
        return self.process.returncode, out

    def close(self):
        self._clock.cancel()
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def watch(folder):
    with contextlib.ExitStack() as stack:

        def begin(*arguments, **streams):
            watching = Watching(*arguments, **streams)
            stack.callback(watching.close)
            return watching

        yield begin


def test_a_change_starts_another_run_and_ctrl_c_is_130(watch, clean, labelled):
    """Whatever the last run said: who stops looking has not passed the gate."""
    watching = watch(clean, "--fail-on", "info", "-q")
    assert watching.code() == 0
    story = Path(clean).read_text()
    Path(clean).write_text(Path(labelled).read_text())
    assert watching.code() == 1
    Path("new").write_text(story)
    Path("new").replace(clean)
    assert watching.code() == 0
    code, out = watching.interrupt()
    assert code == 130
    verdicts = re.findall(r"^gate (\w+): ", out, re.MULTILINE)
    assert verdicts == ["passed", "failed", "passed"]
    assert "\x1b" not in out


def test_it_outlives_faults_that_a_user_can_mend(watch, clean):
    watching = watch(clean, "-q")
    assert watching.code() == 0
    Path("provenance.toml").write_text("min-words = ")
    assert watching.code() == 2
    assert any("not valid TOML" in line for line in watching.said)
    Path("provenance.toml").write_text("min-words = 20")
    assert watching.code() == 0
    Path(clean).rename("away.txt")
    assert watching.code() == 2
    Path("away.txt").rename(clean)
    assert watching.code() == 0


def test_files_of_a_folder_come_and_go(watch, clean, folder):
    Path("news").mkdir()
    watching = watch("news", "-q")
    assert watching.code() == 2
    (folder / clean).rename("news/story.txt")
    assert watching.code() == 0
    Path("news/other.txt").write_text("Rain closed the pass.\n\nAdvertisement\n")
    assert watching.code() == 0
    assert "2 articles" in watching.interrupt()[1]


def test_a_report_in_a_file_is_written_anew_each_time(watch, clean, folder):
    """The page beside the editor."""
    watching = watch(clean, "-f", "json=report.json", "-f", "text", "-q")
    assert watching.code() == 0
    before = Path("report.json").read_text()
    Path(clean).write_text(Path(clean).read_text().replace("Council", "Mayor", 1))
    assert watching.code() == 0
    assert "Mayor reopens" in Path("report.json").read_text()
    assert "Council reopens" in before


def test_a_terminal_is_emptied_before_each_run(watch, clean):
    parent, child = pty.openpty()
    try:
        watching = watch(clean, "-q", stdout=child, env=os.environ | {"TERM": "xterm"})
        assert watching.code() == 0
        assert os.read(parent, 100_000).startswith(b"\x1b[H\x1b[2J")
    finally:
        os.close(parent)
        os.close(child)


@pytest.mark.parametrize("arguments", [("-",), ("story.txt", "--against", "-")])
def test_standard_input_cannot_be_watched(run, arguments):
    done = run("check", *arguments, "--watch")
    assert (done.code, done.out) == (2, "")
    assert "standard input cannot be watched" in done.err


def test_wrong_use_ends_it_at_once(run, clean):
    """Nothing that is saved could mend the command line."""
    assert run("check", clean, "--watch", "-f", "jsno").code == 2
