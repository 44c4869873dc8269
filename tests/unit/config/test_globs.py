"""Globs match paths part by part."""

import glob

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import globs

NAMES = st.sampled_from(["a", "b", "ab", "a.md", "b.txt"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(tuple)


def matches(path, pattern):
    return globs.matches(tuple(path.split("/")), tuple(pattern.split("/")))


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("a.md", "*.md"),
        ("a.md", "?.md"),
        ("a.md", "[ab].md"),
        ("news/a.md", "news/*.md"),
        ("news/a.md", "**/*.md"),
        ("a.md", "**/*.md"),
        ("x/y/z/a.md", "x/**/a.md"),
        ("x/a.md", "x/**/a.md"),
        ("x/y/z", "x/**"),
        ("x", "x/**"),
        ("a/b/a/b", "**/a/**/b"),
    ],
)
def test_a_path_matches(path, pattern):
    assert matches(path, pattern)


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("news/a.md", "*.md"),
        ("news/a.md", "*"),
        ("a.MD", "*.md"),
        ("a.md", "*.m"),
        ("news/x/a.md", "news/*.md"),
        ("y/a.md", "x/**/a.md"),
        ("a", "a/*"),
        ("ab.md", "?.md"),
    ],
)
def test_a_path_does_not_match(path, pattern):
    """A star ends at a slash, and the whole path has to match."""
    assert not matches(path, pattern)


@given(st.lists(PATHS, max_size=6, unique=True), st.sampled_from(["*", "**/*", "a/*", "*/b", "**"]))
def test_matching_agrees_with_the_standard_library(tmp_path_factory, paths, pattern):
    root = tmp_path_factory.mktemp("tree")
    for path in paths:
        root.joinpath(*path).mkdir(parents=True, exist_ok=True)
    every = [found.relative_to(root).parts for found in root.rglob("*")]
    wanted = {
        tuple(found.rstrip("/").split("/"))
        for found in glob.glob(pattern, root_dir=root, recursive=True)  # noqa: PTH207
        if found
    }
    assert {parts for parts in every if globs.matches(parts, tuple(pattern.split("/")))} == wanted


@pytest.mark.parametrize(
    ("pattern", "folder", "below"),
    [
        ("*.md", ".", ("*.md",)),
        ("news/*.md", "news", ("*.md",)),
        ("news/2026/**/x/*.md", "news/2026", ("**", "x", "*.md")),
        ("/srv/*/a.md", "/srv", ("*", "a.md")),
        ("../new?/a.md", "..", ("new?", "a.md")),
    ],
)
def test_a_glob_is_looked_for_below_the_folder_it_fixes(pattern, folder, below):
    assert globs.base(pattern) == (folder, below)


@pytest.mark.parametrize(
    ("pattern", "depth"), [("*.md", 0), ("*/*.md", 1), ("a/*/b/c.md", 2), ("**/*.md", None)]
)
def test_a_glob_is_looked_for_no_deeper_than_it_can_match(pattern, depth):
    """`*.md` in a home folder must not walk all of it."""
    assert globs.depth(globs.base(pattern)[1]) == depth


@pytest.mark.parametrize(
    ("path", "is_glob"), [("a*", True), ("a?", True), ("[a]", True), ("a", False), ("{a,b}", False)]
)
def test_a_glob_is_told_from_a_name(path, is_glob):
    assert globs.is_glob(path) == is_glob


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("drafts/a.txt", "drafts"),
        ("news/drafts/2026/a.txt", "drafts"),
        ("news/drafts", "drafts/"),
        ("news/a.old.txt", "*.old.txt"),
        ("news/drafts/a.txt", "news/drafts"),
        ("/srv/news/drafts/a.txt", "news/drafts"),
        ("/srv/news/a.txt", "/srv/news"),
        ("news/x/a.txt", "news/**/a.txt"),
    ],
)
def test_a_path_is_excluded_by_itself_or_by_a_folder_it_is_in(path, pattern):
    assert globs.is_excluded(path, pattern)


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        *(("news/a.txt", "draft*"), ("drafts2/a.txt", "drafts"), ("a/news/x", "/news")),
        *(("a", "a/b"), ("a", ""), ("a", "."), ("a/b", "././")),
    ],
)
def test_other_paths_are_not_excluded(path, pattern):
    assert not globs.is_excluded(path, pattern)
