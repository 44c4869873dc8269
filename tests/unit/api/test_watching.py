"""What a watched check depends on, and when it has come to rest."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.api.watching import footprint, wait_for_change

OLD, NEW, NEWER = ({"a.txt": (stamp, 1, 1)} for stamp in (1, 2, 3))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A current folder with one story, and nothing above it that is looked into."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text("Rain fell.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def look(*paths, named=None, **flags):
    return dict(footprint(paths or ["."], named, flags))


def replaced(path, text):
    """As an editor saves: a new file is renamed over the old one."""
    Path("saved").write_text(text)
    os.utime("saved", ns=(0, 0))
    Path("saved").replace(path)


def test_the_same_files_have_the_same_footprint(folder):
    assert look() == look()
    assert "a.txt" in look()


def test_a_longer_file_an_other_file_and_no_file_each_show(folder):
    seen = [look()]
    Path("a.txt").write_text("Rain fell all day.")
    seen.append(look())
    Path("b.md").write_text("Snow.")
    seen.append(look())
    Path("a.txt").unlink()
    seen.append(look())
    assert all(one != two for one, two in itertools.pairwise(seen))


def test_a_file_of_one_length_saved_by_renaming_shows(folder):
    """Its time may be what it was, as when a backup is put back; its number is not."""
    replaced("a.txt", "Snow fell.")
    before = look()
    Path("kept").hardlink_to("a.txt")  # So that its number is not given out again.
    replaced("a.txt", "Hail fell.")
    assert look() != before


def test_what_is_not_read_does_not_show(folder):
    """An editor's swap file would start a run at every keystroke."""
    before = look()
    Path(".a.txt.swp").write_text("x")
    Path("a.txt~").write_text("x")
    assert look() == before


def test_a_file_that_is_not_there_yet_shows_when_it_comes(folder):
    before = look("draft.txt")
    Path("draft.txt").write_text("x")
    assert look("draft.txt") != before


@pytest.mark.parametrize("name", ["provenance.toml", "provenance-baseline.jsonl"])
def test_settings_and_baseline_show_when_they_come_and_when_they_change(folder, name):
    seen = [look()]
    Path(name).write_text("")
    seen.append(look())
    Path(name).write_text("min-words = 20")
    seen.append(look())
    assert seen[0] != seen[1] != seen[2]


def test_a_settings_file_and_a_baseline_of_other_names_show(folder):
    Path("mine.toml").write_text('[gate]\nbaseline = "known.jsonl"')
    Path("known.jsonl").write_text("")
    before = look(named="mine.toml")
    assert {"mine.toml", "known.jsonl"} <= before.keys()
    Path("known.jsonl").write_text("{}")
    assert look(named="mine.toml") != before


def test_rule_files_and_folders_of_rules_show(folder):
    Path("rules").mkdir()
    Path("rules/one.yaml").write_text("pack: one")
    assert "rules/one.yaml" in look(rules=["rules"])
    assert "two.yaml" in look(rules=["two.yaml"])


def test_excluded_files_do_not_show(folder):
    assert "a.txt" not in look(exclude=["a.*"])


@pytest.mark.parametrize("broken", ["min-words = ", "min-word = 3", "\xff"])
def test_settings_half_typed_do_not_end_the_watch(folder, broken):
    before = look()
    Path("provenance.toml").write_bytes(broken.encode("latin-1"))
    assert look() != before


def test_a_name_that_is_no_text_is_watched_too(folder):
    name = os.fsdecode(b"\xff.txt")
    Path(name).write_text("x")
    assert look()[name] is not None


def waited(looks):
    """How many looks it took; the last goes on for ever."""
    taken, sleeps = [], []

    def next_look():
        taken.append(looks[min(len(taken), len(looks) - 1)])
        assert len(taken) < 100
        return taken[-1]

    wait_for_change(next_look, OLD, sleep=sleeps.append, clock=lambda: 0.0)
    return len(taken), sleeps


def test_it_waits_until_something_is_other_and_then_at_rest():
    assert waited([OLD, OLD, NEW, NEW])[0] == 4
    assert waited([NEW, NEWER, NEWER])[0] == 3


def test_a_file_away_for_a_moment_is_waited_for():
    """An editor that renames leaves a moment without the file."""
    assert waited([OLD, {}, NEW, NEW])[0] == 4


def test_what_came_back_as_it_was_starts_no_run():
    assert waited([NEW, OLD, OLD, OLD, NEWER, NEWER])[0] == 6


def test_what_is_never_at_rest_is_run_all_the_same():
    restless = [{"log.txt": (stamp, 1, 1)} for stamp in range(50)]
    assert waited(restless)[0] == 11


@given(st.lists(st.sampled_from([NEW, NEWER, OLD, {}]), max_size=20))
def test_it_never_returns_on_what_was_seen(looks):
    count, _ = waited([*looks, NEW, NEW])
    assert [*looks, NEW, NEW][count - 1] != OLD


def test_looking_takes_a_tenth_of_the_time_at_most():
    """A folder of 100,000 files on a slow disk must not keep a processor busy."""
    ticks, sleeps = iter(range(0, 1000, 2)), []
    looks = iter([OLD, NEW, NEW])
    wait_for_change(lambda: next(looks), OLD, sleep=sleeps.append, clock=lambda: next(ticks))
    assert sleeps == [18, 18]


def test_a_pause_is_never_none():
    assert waited([NEW, NEW])[1] == [0.5]
