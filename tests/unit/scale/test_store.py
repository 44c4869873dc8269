"""What a run has done is there whole or not at all, under a key that says what it follows from."""

import copy
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from provenance.errors import ConfigError, MachineError
from provenance.scale import Store, Temporary, key, opened

TABLE = pl.DataFrame({"name": ["a", None, "é\U0001f600"], "count": [1, 2, 3]})


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path / "runs") as found:
        yield found


def names(store):
    """What lies in the folder, but for the mark."""
    return sorted(each.name for each in store.folder.iterdir() if each.is_dir())


@pytest.mark.parametrize("small", [True, False])
def test_tables_come_back_as_they_were(store, small):
    store.keep("k", {"one": TABLE, "none": TABLE.clear()}, small=small)
    found = store.tables("k")
    assert sorted(found) == ["none", "one"]
    assert_frame_equal(found["one"], TABLE)
    assert_frame_equal(found["none"], TABLE.clear())


def test_the_rows_of_several_keys_are_read_as_one(store):
    other = TABLE.with_columns(pl.col("count") + 10)
    store.keep("k", {"one": TABLE})
    store.keep("l", {"one": other})
    assert_frame_equal(store.scan(["l", "k"])["one"].collect(), pl.concat([other, TABLE]))


@pytest.mark.parametrize("name", ["r[1]", "r*", "r?", "{r}", "a b", "é"])
@pytest.mark.parametrize("small", [True, False])
def test_signs_of_patterns_in_a_folder_s_name_are_read_as_they_are(tmp_path, name, small):
    """Next to it lies a folder that such a pattern would match."""
    for folder, table in (("r1", TABLE.head(1)), (name, TABLE)):
        with opened(tmp_path / folder) as store:
            store.keep("k", {"one": table}, small=small)
    assert_frame_equal(store.tables("k")["one"], TABLE)
    assert_frame_equal(store.scan(["k"])["one"].collect(), TABLE)


def test_findings_are_kept_in_a_form_that_other_programs_read(store):
    store.keep("k", {"findings": TABLE}, small=True)
    assert_frame_equal(pl.read_parquet(store.folder / "k" / "findings.parquet"), TABLE)


def test_what_is_kept_is_not_written_again(store):
    store.keep("k", {"one": TABLE})
    store.keep("k", {"other": TABLE})
    assert list(store.tables("k")) == ["one"]


def test_what_is_not_there_is_told(store):
    assert not store.holds("k")
    with pytest.raises(KeyError):
        store.tables("k")


def test_a_failure_while_writing_leaves_nothing_under_the_key(store):
    """Half a table would be taken for a whole one by the next run."""

    class Broken(pl.DataFrame):
        def rechunk(self):
            raise OSError

    with pytest.raises(MachineError):
        store.keep("k", {"a": TABLE, "b": Broken()})
    assert not store.holds("k")


@pytest.mark.parametrize(
    "how", ["removed", "cut", "added", "emptied", "zeroed", "turned", "list gone"]
)
def test_what_was_changed_since_is_told_with_its_place(store, how):
    """A batch without its quotations would pass for one in which nobody spoke."""
    store.keep("k", {"one": TABLE, "two": TABLE})
    file = store.folder / "k" / "two.arrow"
    match how:
        case "removed":
            file.unlink()
        case "cut":
            file.write_bytes(file.read_bytes()[:-20])
        case "emptied":
            file.write_bytes(b"")
        case "zeroed":
            file.write_bytes(bytes(file.stat().st_size))
        case "turned":
            file.write_bytes(file.read_bytes()[::-1])
        case "added":
            (store.folder / "k" / "three.arrow").write_bytes(file.read_bytes())
        case _:
            (store.folder / "k" / "tables").unlink()
    with pytest.raises(ConfigError, match="changed since"):
        store.scan(["k"])
    with pytest.raises(ConfigError, match="changed since") as fault:
        store.tables("k")
    assert str(store.folder / "k") in str(fault.value)
    assert "delete this folder" in fault.value.hint


def test_a_disk_without_room_is_told_as_such(tmp_path):
    """Here a limit on the size of files stands for it; in a process of its own, to leave us ours."""
    code = (
        "import pathlib, pickle, resource, signal, sys\n"
        "import polars as pl\n"
        "from provenance.errors import MachineError\n"
        "from provenance.scale import opened\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with opened(pathlib.Path(sys.argv[1])) as store:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "    try:\n"
        "        store.keep('k', {'one': pl.DataFrame({'n': range(100_000)})})\n"
        "    except MachineError as fault:\n"
        "        told = pickle.loads(pickle.dumps(fault))\n"
        "        print(told.place, told.hint, store.holds('k'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "runs")], capture_output=True, check=True
    )
    told = done.stdout.decode()
    assert told.startswith(str(tmp_path / "runs"))
    assert "make room" in told
    assert told.endswith("False\n")


def test_what_a_stopped_run_left_unfinished_is_removed(tmp_path):
    with opened(tmp_path / "runs") as store:
        (store.folder / ".unfinished-1").mkdir()
        (store.folder / ".unfinished-1" / "one.arrow").write_bytes(b"half")
        store.keep("k", {"one": TABLE})
    with opened(tmp_path / "runs") as store:
        assert names(store) == ["k"]


def test_two_runs_never_share_a_folder(tmp_path):
    with (
        opened(tmp_path / "runs"),
        pytest.raises(ConfigError, match="another run"),
        opened(tmp_path / "runs"),
    ):
        pass


def test_a_folder_is_free_again_after_its_run_was_killed(tmp_path):
    """A lock that outlives its holder would have to be removed by hand."""
    code = (
        "import os, pathlib, sys, time\n"
        "from provenance.scale import opened\n"
        "with opened(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "runs")], stdout=subprocess.PIPE
    )
    assert holder.stdout.readline() == b"held\n"
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with opened(tmp_path / "runs") as store:
        assert names(store) == []


def test_a_folder_of_other_things_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("dear reader")
    with pytest.raises(ConfigError, match="holds other things"), opened(tmp_path):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_made_is_told_with_its_place(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ConfigError) as fault, opened(tmp_path / "file" / "runs"):
        pass
    assert str(tmp_path / "file") in str(fault.value)


def test_an_error_within_the_run_stays_what_it_was(tmp_path):
    with pytest.raises(FileNotFoundError), opened(tmp_path / "runs"):
        Path(tmp_path / "elsewhere.txt").read_text()


@given(st.lists(st.text() | st.binary(), max_size=4), st.lists(st.text() | st.binary(), max_size=4))
def test_keys_are_equal_for_equal_parts_only(left, right):
    """`ab`, `c` and `a`, `bc` hold the same letters and are not the same; a text is its bytes."""

    def parts(items):
        return [
            item.encode("utf-8", "surrogatepass") if isinstance(item, str) else item
            for item in items
        ]

    assert (key(*left) == key(*right)) == (parts(left) == parts(right))


def test_a_key_is_a_name_for_a_folder():
    assert key("a/b", "..") == key("a/b", "..")
    assert set(key("a/b")) <= set("0123456789abcdef")
    assert len(key()) == 32


def test_a_store_of_a_worker_touches_nothing(tmp_path):
    with opened(tmp_path / "runs") as store:
        (store.folder / ".unfinished-2").mkdir()
        Store(store.folder)
        assert (store.folder / ".unfinished-2").is_dir()


def test_a_temporary_folder_goes_with_what_holds_it():
    held = Temporary()
    folder = held.folder
    (folder / "file").write_text("text")
    del held
    assert not folder.exists()


FORKED = """
import os
from provenance.scale import Temporary

held = Temporary()
if child := os.fork():
    os.waitpid(child, 0)
    print(held.folder.exists())
"""


def test_a_copy_of_the_process_leaves_the_temporary_folder():
    done = subprocess.run(
        [sys.executable, "-c", FORKED], capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_where_no_temporary_folder_can_be_made_the_way_out_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(ConfigError, match="no temporary folder") as fault:
        Temporary()
    assert "TMPDIR" in fault.value.hint


def test_what_holds_a_temporary_folder_is_not_copied():
    with pytest.raises(TypeError, match="collect"):
        copy.deepcopy(Temporary())
