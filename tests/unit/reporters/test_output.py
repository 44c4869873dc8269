"""Reports are written whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.errors import OutputError
from provenance.model import Notice, Unread, Verdict
from provenance.reporters import output


def test_a_file_is_written_and_nothing_else_is_left(tmp_path):
    output.write(b"new", str(tmp_path / "r.json"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("r.json", b"new")]


def test_an_older_file_is_replaced_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "r.json"
    target.write_bytes(b"a longer old report")
    target.chmod(0o640)
    output.write(b"new", str(target))
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_permissions_of_any_other_file(tmp_path):
    output.write(b"new", str(tmp_path / "r.json"))
    (tmp_path / "plain").touch()
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize(("home", "step"), [(os, "fsync"), (Path, "replace")])
def test_a_failure_leaves_the_older_file_and_no_other(tmp_path, monkeypatch, home, step):
    """A full disk must not cost the last good report."""
    target = tmp_path / "r.json"
    target.write_bytes(b"old")

    def fail(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(home, step, fail)
    with pytest.raises(OutputError) as fault:
        output.write(b"new", str(target))
    assert "No space left on device" in str(fault.value)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("r.json", b"old")]


def test_a_link_is_followed_not_replaced(tmp_path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    output.write(b"new", str(link))
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_pipe_is_written_to_not_replaced(tmp_path):
    """So are devices: as root a rename over /dev/null would break the machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    output.write(b"new", str(pipe))
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.read(reading, 10) == b"new"
    os.close(reading)


def test_folders_on_the_way_to_a_file_are_made(tmp_path):
    """So that a job needs no step of its own before the first report."""
    output.write(b"new", str(tmp_path / "one" / "two" / "r.json"))
    assert (tmp_path / "one" / "two" / "r.json").read_bytes() == b"new"


def test_a_place_that_cannot_be_is_named(tmp_path):
    (tmp_path / "file").touch()
    target = str(tmp_path / "file" / "r.json")
    with pytest.raises(OutputError) as fault:
        output.write(b"new", target)
    assert str(fault.value).startswith(f"{target}: error[P500] the report cannot be written: ")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OutputError):
        output.write(b"new", str(tmp_path))


@pytest.mark.parametrize(
    ("before", "after"),
    [(None, b"new\n"), (b"", b"new\n"), (b"a\n", b"a\nnew\n"), (b"a", b"a\nnew\n")],
)
def test_what_is_appended_begins_a_line(tmp_path, before, after):
    """A heading in the middle of somebody else's line would be no heading."""
    target = tmp_path / "summary.md"
    if before is not None:
        target.write_bytes(before)
    output.append(b"new\n", str(target))
    assert target.read_bytes() == after


def test_appending_to_a_pipe_only_writes(tmp_path):
    """Some runners have the summary of a step shown at once."""
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    output.append(b"new", str(tmp_path / "pipe"))
    assert os.read(reading, 10) == b"new"
    os.close(reading)


def test_appending_where_nothing_can_be_is_an_error(tmp_path):
    with pytest.raises(OutputError):
        output.append(b"new", str(tmp_path))


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_is_made_and_filled_and_other_files_in_it_are_left(tmp_path):
    folder = tmp_path / "one" / "tables"
    output.write_folder([("a", b"1"), ("manifest", b"2")], str(folder))
    (folder / "other").write_bytes(b"mine")
    output.write_folder([("a", b"3"), ("b", b"4"), ("manifest", b"5")], str(folder))
    assert contents(folder) == {"a": b"3", "b": b"4", "manifest": b"5", "other": b"mine"}


def test_a_fault_before_all_is_written_leaves_the_older_files(tmp_path):
    """A full disk must not cost the last good tables."""
    output.write_folder([("a", b"1"), ("manifest", b"2")], str(tmp_path))

    def files():
        yield "a", b"3"
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="No space left"):
        output.write_folder(files(), str(tmp_path))
    assert contents(tmp_path) == {"a": b"1", "manifest": b"2"}


@pytest.mark.parametrize("last", [0, 1, 2])
def test_a_folder_of_two_runs_never_has_the_last_file(tmp_path, monkeypatch, last):
    """Whoever is stopped between two files must not leave what looks whole."""
    output.write_folder([("a", b"1"), ("b", b"1"), ("manifest", b"1")], str(tmp_path))
    moves = []
    replace = Path.replace

    def stopped(self, target):
        moves.append(target)
        if len(moves) > last:
            raise OSError(5, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(OutputError):
        output.write_folder([("a", b"2"), ("b", b"2"), ("manifest", b"2")], str(tmp_path))
    assert contents(tmp_path) == dict(zip("ab", [b"2"] * last + [b"1"] * 2, strict=False))


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OutputError):
        output.write_folder([("a", b"1")], str(tmp_path / "file"))
    assert contents(tmp_path) == {"file": b"mine"}


def test_a_folder_that_was_read_from_is_spared(tmp_path, monkeypatch):
    """Its files could have the names of articles, and the next run would read them."""
    monkeypatch.chdir(tmp_path)
    for name in ("texts", "texts/deep", "out"):
        Path(name).mkdir()
    Path("texts/deep/a.txt").touch()
    Path("link").symlink_to("texts/deep")
    for target in ("texts/deep", "texts/deep/", str(tmp_path / "texts" / "deep"), "link"):
        with pytest.raises(OutputError, match="among files") as fault:
            output.spare(target, ["texts/deep/a.txt"])
        assert (fault.value.place, bool(fault.value.hint)) == (target, True)
    for target in ("texts", "out"):
        output.spare(target, ["texts/deep/a.txt"])


def test_a_file_that_was_read_is_spared_under_any_of_its_names(tmp_path, monkeypatch):
    """A report in place of the article would cost the article."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    Path("link.txt").symlink_to("a.txt")
    for target in ("a.txt", "./a.txt", str(tmp_path / "a.txt"), "link.txt"):
        with pytest.raises(OutputError, match="has read") as fault:
            output.spare(target, ["b.txt", "a.txt"])
        assert (fault.value.place, bool(fault.value.hint)) == (target, True)
        output.spare(target, ["b.txt"])


def test_a_name_that_is_no_text_is_spared_as_the_report_shows_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a\udcff.txt").touch()
    with pytest.raises(OutputError):
        output.spare("a\udcff.txt", ["a\\udcff.txt"])


def test_a_dash_and_a_new_file_replace_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    output.spare("-", ["-"])
    output.spare("gone.txt", ["gone.txt"])


def test_files_read_are_those_of_articles_and_of_what_is_unread(report, article):
    unread = (Unread("c.jsonl:12", "not JSON"), Unread("d.txt", "empty"))
    told = report([article("a.txt", "x"), article("b.txt", "y", article_id="b-7")], unread=unread)
    assert {"a.txt", "b.txt", "c.jsonl", "d.txt"} <= output.files_read(told)


def test_a_dash_is_standard_output(capsysbinary):
    output.write(b"\xe6\x9d\xb1\n", "-")
    output.write(b"more", None)
    assert capsysbinary.readouterr().out == b"\xe6\x9d\xb1\nmore"


def run(code, **options):
    """Runs `code` in a Python of its own, as standard output is this process's."""
    program = f"from provenance.reporters import output; {code}"
    return subprocess.run(
        [sys.executable, "-c", program], check=False, stderr=subprocess.PIPE, **options
    )


def test_a_full_disk_behind_standard_output_is_an_error_without_a_traceback():
    with Path("/dev/full").open("wb") as full:
        code = "\ntry: output.write(b'x', None)\nexcept Exception as e: output.say(str(e))"
        done = run(code, stdout=full)
    assert done.returncode == 0
    assert done.stderr.startswith(b"standard output: error[P500] the report cannot be written")
    assert done.stderr.count(b"\n") == 2


def test_a_reader_that_leaves_early_is_no_fault():
    reading, writing = os.pipe()
    os.close(reading)
    done = run("output.write(b'x' * 1000000, None)", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_talk_goes_to_standard_error_line_by_line_and_harmless(capsys):
    output.say("one\x1b[31m\ntwo")
    assert capsys.readouterr() == ("", "one\\x1b[31m\ntwo\n")


def test_notices_and_verdict_are_talked_of(capsys, report):
    notices = (Notice("a.pdf", "left out"), Notice("", "no settings"))
    output.talk(report(notices=notices, verdict=Verdict(1, ("1 error", "more"))))
    assert capsys.readouterr() == (
        "",
        "a.pdf: left out\nno settings\ngate failed: 1 error; more\n",
    )
