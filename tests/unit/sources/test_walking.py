"""A folder is walked without following, opening or forgetting anything."""

import os
import socket
from pathlib import Path

import pytest

from provenance.reporters.json import as_document
from provenance.reporters.parquet import SCHEMA
from provenance.scale import opened
from provenance.sources.walking import Kind, walk


def met(folder, depth=None, skip=lambda parts: False):
    """What was met, as a mapping of path to kind."""
    return {"/".join(item.parts): item.kind for item in walk(folder, depth, skip)}


@pytest.fixture
def tree(tmp_path):
    for name in ("a.txt", "b/c.txt", "b/d/e.txt", ".hidden/f.txt", "b/.g.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def test_every_file_is_met_and_folders_are_entered(tree):
    assert met(tree) == {"a.txt": Kind.FILE, "b/c.txt": Kind.FILE, "b/d/e.txt": Kind.FILE}


@pytest.mark.parametrize(("depth", "count"), [(0, 1), (1, 2), (2, 3), (None, 3)])
def test_folders_are_entered_to_the_depth_asked_for(tree, depth, count):
    assert len(met(tree, depth)) == count


def test_what_is_skipped_is_met_but_not_entered(tree):
    found = met(tree, skip=lambda parts: parts[-1] == "b")
    assert found == {"a.txt": Kind.FILE, "b": Kind.SKIPPED}


def test_links_are_met_and_not_followed(tree):
    """A link to its own folder would be an endless path, one out of the tree a leak."""
    (tree / "loop").symlink_to(tree)
    (tree / "b" / "out").symlink_to("/etc")
    (tree / "dangling.txt").symlink_to("nowhere")
    links = {path for path, kind in met(tree).items() if kind is Kind.LINK}
    assert links == {"loop", "b/out", "dangling.txt"}
    assert len(met(tree)) == 6


def test_a_folder_that_is_a_link_itself_is_walked(tree, tmp_path_factory):
    link = tmp_path_factory.mktemp("other") / "link"
    link.symlink_to(tree)
    assert met(link) == met(tree)


def test_pipes_and_sockets_are_special(tree, monkeypatch):
    os.mkfifo(tree / "pipe.txt")
    monkeypatch.chdir(tree)  # The path of a socket must be short.
    with socket.socket(socket.AF_UNIX) as served:
        served.bind("socket.txt")
    found = met(tree)
    assert found["pipe.txt"] is Kind.SPECIAL
    assert found["socket.txt"] is Kind.SPECIAL


def test_a_folder_that_is_not_there_is_a_fault(tmp_path):
    (item,) = walk(tmp_path / "gone", None, lambda parts: False)
    assert item.parts == ()
    assert item.kind is Kind.FAULT
    assert isinstance(item.fault, FileNotFoundError)


def test_a_folder_that_is_closed_to_us_costs_only_itself(tree, monkeypatch):
    """The rest of the tree is still read. Root may look everywhere, so the closing is staged."""
    scandir = os.scandir

    def closed(path):
        if str(path).endswith("d"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert met(tree) == {"a.txt": Kind.FILE, "b/c.txt": Kind.FILE, "b/d": Kind.FAULT}


def test_folders_nested_beyond_what_recursion_allows_are_walked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1010):
        Path("x").mkdir()
        os.chdir("x")
    Path("a.txt").touch()
    monkeypatch.chdir(tmp_path)
    assert met(tmp_path) == {"x/" * 1010 + "a.txt": Kind.FILE}
    Path("x/" * 1010 + "a.txt").unlink()
    os.removedirs("x/" * 1009 + "x")  # Clearing up after pytest would recurse.


def test_a_folder_of_batches_is_passed_over_with_all_below_it(tmp_path):
    """A checkpoint within the input would be read as articles by the run that goes on."""
    with opened(tmp_path / "in" / "run") as store:
        (store.folder / "key").mkdir()
        (store.folder / "key" / "articles.parquet").write_bytes(b"")
    (tmp_path / "in" / "a.txt").write_text("Noon.")
    met = {(each.parts, each.kind) for each in walk(tmp_path / "in", None, lambda _: False)}
    assert met == {(("a.txt",), Kind.FILE), (("run",), Kind.BATCHES)}


def test_a_folder_of_a_reports_tables_is_passed_over_with_all_below_it(tree):
    """Else what was found in the articles would be the articles of the next run."""
    manifest = as_document({"schema": SCHEMA, "files": []})
    (tree / "b" / "manifest.json").write_bytes(manifest)
    assert met(tree) == {"a.txt": Kind.FILE, "b": Kind.TABLES}


@pytest.mark.parametrize(
    "manifest", ["", "{}", '{"schema": "provenance/report"}', '{"text": "provenance/tables"}', "["]
)
def test_a_folder_with_a_manifest_of_somebody_is_one_like_any_other(tree, manifest):
    (tree / "b" / "manifest.json").write_text(manifest, encoding="utf-8")
    assert met(tree)["b/manifest.json"] is Kind.FILE
    assert met(tree)["b/c.txt"] is Kind.FILE


def test_a_manifest_that_is_a_link_or_a_folder_tells_nothing(tree, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "manifest.json"
    other.write_bytes(as_document({"schema": SCHEMA}))
    (tree / "b" / "manifest.json").symlink_to(other)
    (tree / "b" / "d" / "manifest.json").mkdir()
    found = met(tree)
    assert found["b/manifest.json"] is Kind.LINK
    assert found["b/d/e.txt"] is Kind.FILE
