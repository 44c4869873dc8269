"""The command line as users meet it: in this process where that is enough, else in its own."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from provenance import cli

CLEAN = """Council reopens the river bridge

The council reopened the river bridge on Monday after six weeks of work on its bearings. Drivers had
been sent over the north crossing since the middle of March. Engineers found rust in two of the main
beams last winter, the works department said, and closed the road before the spring floods came.

Shopkeepers on the east bank had asked for an earlier date. Mara Ellin, who runs the bakery by the
tram stop, said that her sales fell while the road was shut. The department will look at the beams
again in autumn, when the water is low, and will publish what it finds on its own pages.

Bus drivers were glad of the news. Their route to the hospital had taken a long way round through
the old town, and many passengers had missed their trains because of it. The timetable goes back to
its usual form at the end of the week. Cyclists have to wait a little longer, since the path along
the railing still needs a new surface and will stay closed until the weather is dry.
"""


@dataclass(frozen=True)
class Run:
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty current folder, so that no settings file of the checkout is found."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder, capfdbinary):
    """Runs the command line in this process."""

    def call(*arguments):
        code = cli.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Run(code, out.decode(), err.decode())

    return call


@pytest.fixture
def start(folder):
    """Runs the command line in a process of its own."""

    def call(*arguments, stdin=b"", env=None, stdout=subprocess.PIPE):
        done = subprocess.run(
            [sys.executable, "-m", "provenance", *map(str, arguments)],
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=os.environ | (env or {}),
            check=False,
        )
        return Run(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    return call


@pytest.fixture
def clean(folder):
    """A story in which nothing is found."""
    (folder / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return "clean.txt"


@pytest.fixture
def labelled(folder):
    """The same story with a label of the page in it."""
    text = CLEAN.replace("Shopkeepers", "Advertisement\n\nShopkeepers")
    (folder / "labelled.txt").write_text(text, encoding="utf-8")
    return "labelled.txt"
