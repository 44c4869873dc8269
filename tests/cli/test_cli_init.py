"""`provenance init`: a settings file to begin with, and never one in place of another."""

import os
from pathlib import Path

import pytest

FILE = Path("provenance.toml")


def test_it_writes_a_file_that_changes_nothing(run, labelled):
    before = run("check", labelled, "-f", "json").out
    done = run("init")
    assert (done.code, done.out) == (0, "")
    assert "provenance.toml" in done.err
    assert run("check", labelled, "-f", "json").out == before


def test_a_file_that_is_there_stays_and_the_next_step_is_told(run):
    FILE.write_text("min-words = 20\n")
    done = run("init")
    assert done.code == 2
    assert "--force" in done.err
    assert FILE.read_text() == "min-words = 20\n"


def test_force_replaces_it(run):
    FILE.write_text("min-words = 20\n")
    assert run("init", "--force").code == 0
    assert "#min-words = 12\n" in FILE.read_text()


@pytest.mark.parametrize("text", ["min-words = ", "\x00"])
def test_a_broken_file_stays_too(run, text):
    FILE.write_text(text)
    assert run("init").code == 2
    assert FILE.read_text() == text


def test_a_link_to_nowhere_is_not_written_through(run, folder):
    FILE.symlink_to(folder / "elsewhere.toml")
    assert run("init").code == 2
    assert not Path("elsewhere.toml").exists()


def test_settings_above_are_not_hidden_unasked(run, folder, monkeypatch):
    """From then on the new file would be found first, and the gate would be the default one."""
    FILE.write_text('[gate]\nfail-on = "warning"\n')
    Path("desk").mkdir()
    monkeypatch.chdir("desk")
    done = run("init")
    assert done.code == 2
    assert "../provenance.toml" in done.err
    assert not FILE.exists()
    assert run("init", "--force").code == 0


def test_settings_in_a_pyproject_are_not_hidden_unasked(run):
    Path("pyproject.toml").write_text("[tool.provenance]\nmin-words = 20\n")
    done = run("init")
    assert done.code == 2
    assert "pyproject.toml" in done.err


def test_a_pyproject_of_others_is_no_hindrance(run):
    Path("pyproject.toml").write_text("[tool.ruff]\nline-length = 100\n")
    assert run("init").code == 0


def test_print_writes_no_file(run):
    FILE.write_text("min-words = 20\n")
    done = run("init", "--print")
    assert (done.code, done.err) == (0, "")
    assert "#min-words = 12\n" in done.out
    assert FILE.read_text() == "min-words = 20\n"


def test_a_folder_that_cannot_be_written_is_told(run, folder, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    done = run("init")
    assert done.code == 2
    assert "cannot be written" in done.err
