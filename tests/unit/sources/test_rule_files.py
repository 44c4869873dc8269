"""The rule files of a run: the bundled ones, and those the user names."""

import os

import pytest

from provenance.errors import FaultList, RuleError
from provenance.sources import packs
from provenance.sources.packs import rule_files


@pytest.fixture
def bundled(write, tmp_path, monkeypatch):
    """A folder of bundled rules in place of the real one."""
    write({"bundle/b.yaml": "b", "bundle/a.yaml": "a", "bundle/lexicon/c.en.yaml": "c"})
    monkeypatch.setattr(packs, "_BUNDLED", (tmp_path / "missing", tmp_path / "bundle"))


def listed(*extra):
    return [(file.place, file.text) for file in rule_files(extra)]


def faults(*extra):
    with pytest.raises(FaultList) as caught:
        rule_files(extra)
    assert all(type(fault) is RuleError for fault in caught.value.faults)
    return [(fault.place, fault.message) for fault in caught.value.faults]


BUNDLE = [("rules/a.yaml", "a"), ("rules/b.yaml", "b"), ("rules/lexicon/c.en.yaml", "c")]


def test_the_rules_of_this_checkout_are_found(root):
    wanted = {path.relative_to(root).as_posix() for path in (root / "rules").rglob("*.yaml")}
    assert "rules/boilerplate.en.yaml" in wanted
    assert {file.place for file in rule_files([])} == wanted


@pytest.mark.usefixtures("bundled")
def test_bundled_files_are_in_order_with_the_folders_below():
    assert listed() == BUNDLE


def test_the_rules_inside_an_installed_package_go_first(write, tmp_path, monkeypatch):
    """An installed package must not read whatever folder named rules lies beside it."""
    write({"inside/a.yaml": "inside", "beside/a.yaml": "beside"})
    monkeypatch.setattr(packs, "_BUNDLED", (tmp_path / "inside", tmp_path / "beside"))
    assert listed() == [("rules/a.yaml", "inside")]


def test_a_package_without_its_rules_is_a_fault_with_the_next_step(tmp_path, monkeypatch):
    """A run with no rules would find nothing and pass."""
    monkeypatch.setattr(packs, "_BUNDLED", (tmp_path / "x", tmp_path / "y"))
    with pytest.raises(FaultList, match="install"):
        rule_files([])


@pytest.mark.usefixtures("bundled")
def test_a_file_of_the_users_comes_after_them(write):
    write({"house.rules": "h"})
    assert listed("./house.rules") == [*BUNDLE, ("house.rules", "h")]


@pytest.mark.usefixtures("bundled")
def test_a_folder_of_the_users_gives_its_yaml_files(write):
    write({"h/b.yml": "b", "h/a/x.yaml": "x", "h/notes.txt": "n", "h/.hidden.yaml": "h"})
    assert listed("h")[3:] == [("h/a/x.yaml", "x"), ("h/b.yml", "b")]


@pytest.mark.usefixtures("bundled")
def test_a_linked_rule_file_in_a_folder_is_read(write, tmp_path):
    """Passing over it would switch a rule off without a word."""
    write({"store/x.yaml": "x", "h/a.yaml": "a"})
    (tmp_path / "h" / "x.yaml").symlink_to(tmp_path / "store" / "x.yaml")
    assert listed("h")[3:] == [("h/a.yaml", "a"), ("h/x.yaml", "x")]


@pytest.mark.usefixtures("bundled")
def test_a_pipe_in_a_folder_is_not_opened(write, tmp_path):
    write({"h/a.yaml": "a"})
    os.mkfifo(tmp_path / "h" / "b.yaml")
    assert listed("h")[3:] == [("h/a.yaml", "a")]


@pytest.mark.usefixtures("bundled")
def test_all_that_is_wrong_is_told_at_once(write):
    write({"big.yaml": "#" * 1_000_001, "bad.yaml": b"a\n\xff", "empty/x.txt": ""})
    assert faults("gone.yaml", "big.yaml", "bad.yaml", "empty") == [
        ("gone.yaml", "the file cannot be read (no such file or directory)"),
        ("big.yaml", "the file holds more than 1 MB"),
        ("bad.yaml:2", "the file is not valid UTF-8: byte 3 is 0xff"),
        ("empty", "the folder holds no .yaml file"),
    ]


@pytest.mark.usefixtures("bundled")
def test_every_fault_has_a_next_step(write):
    write({"big.yaml": "#" * 1_000_001, "bad.yaml": b"\xff", "empty/x.txt": ""})
    with pytest.raises(FaultList) as caught:
        rule_files(["gone.yaml", "big.yaml", "bad.yaml", "empty"])
    assert all(fault.hint for fault in caught.value.faults)


@pytest.mark.usefixtures("bundled")
def test_a_file_of_the_limit_is_read(write):
    write({"big.yaml": "#" * 1_000_000})
    assert len(listed("big.yaml")[3][1]) == 1_000_000


@pytest.mark.usefixtures("bundled")
def test_line_ends_are_kept_and_a_byte_order_mark_is_not(write):
    write({"a.yaml": "\ufeffa: 1\r\nb: 2\r\n"})
    assert listed("a.yaml")[3] == ("a.yaml", "a: 1\r\nb: 2\r\n")
