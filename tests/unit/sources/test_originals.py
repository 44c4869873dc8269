"""The files behind articles, by the names under which they are written anew."""

import io
from types import SimpleNamespace

import pytest

from provenance.config import Config
from provenance.errors import InputError
from provenance.sources import originals as module
from provenance.sources.originals import originals, standard_input, stdin_bytes


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "may").mkdir(parents=True)
    for name in ("news/may/a.txt", "news/b.md", "c.jsonl", "news/picture.png"):
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def names(*paths):
    return {file.path: file.name for file in originals(paths, Config())}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("news", {"news/may/a.txt": "may/a.txt", "news/b.md": "b.md"}),
        ("./news/", {"news/may/a.txt": "may/a.txt", "news/b.md": "b.md"}),
        (
            ".",
            {"news/may/a.txt": "news/may/a.txt", "news/b.md": "news/b.md", "c.jsonl": "c.jsonl"},
        ),
        ("news/may/a.txt", {"news/may/a.txt": "a.txt"}),
        ("news/*/*.txt", {"news/may/a.txt": "may/a.txt"}),
        ("*.jsonl", {"c.jsonl": "c.jsonl"}),
        ("news/../c.jsonl", {"news/../c.jsonl": "c.jsonl"}),
        ("none", {}),
        ("-", {}),
    ],
)
def test_a_file_is_named_below_the_path_given(folder, path, expected):
    assert names(path) == expected


def test_a_name_never_leads_up(folder, monkeypatch):
    monkeypatch.chdir(folder / "news" / "may")
    assert names("..") == {"../may/a.txt": "may/a.txt", "../b.md": "b.md"}
    assert names("../../c.jsonl") == {"../../c.jsonl": "c.jsonl"}


def test_a_file_reached_twice_is_one_under_its_shortest_path(folder):
    """As its articles know it; the name is the one that tells most."""
    assert names(str(folder / "news"), "news/may/a.txt", "news") == names("news")


def test_the_bytes_are_those_of_now(folder):
    (file,) = originals(["c.jsonl"], Config())
    (folder / "c.jsonl").write_bytes(b"later")
    assert file.read() == b"later"
    (folder / "c.jsonl").unlink()
    with pytest.raises(OSError, match=r"c\.jsonl"):
        file.read()


def test_a_name_that_is_not_utf_8_is_left_out(folder):
    """What is shown for it may be the name of another file."""
    (folder / "news" / "d\\udcff.txt").write_text("shown")
    (folder / "news" / "d\udcff.txt").write_text("meant")
    found = {file.path: file.read() for file in originals(["news"], Config())}
    assert found["news/d\\udcff.txt"] == b"shown"
    assert len(found) == 3


def test_standard_input_is_read_whole_or_as_far_as_one_article_goes(monkeypatch):
    data = b"a" * 1_500_000
    config = Config(max_article_mb=1)
    of_one, of_several = ("txt", "md", "html"), ("jsonl", "json", "csv", "warc", "parquet", "xml")
    lengths = {**dict.fromkeys(of_one, 1_000_001), **dict.fromkeys(of_several, 1_500_000)}
    for stdin_format, length in lengths.items():
        monkeypatch.setattr(
            module, "sys", SimpleNamespace(stdin=io.TextIOWrapper(io.BytesIO(data)))
        )
        found = standard_input(stdin_format, config)
        assert (found.path, found.suffix, len(found.read())) == ("-", f".{stdin_format}", length)


def test_closed_standard_input_is_told(monkeypatch):
    monkeypatch.setattr(module, "sys", SimpleNamespace(stdin=None))
    assert standard_input("txt", Config()) is None
    with pytest.raises(InputError) as fault:
        stdin_bytes()
    assert fault.value.place == "-"
