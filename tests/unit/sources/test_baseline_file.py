"""The baseline is found where it belongs, read within bounds, and never taken for articles."""

import pytest

from provenance import sources
from provenance.config import Config
from provenance.errors import ConfigError
from provenance.sources.baseline import NAME, find_baseline, read_baseline


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_is_found_in_the_first_folder_that_holds_one(here):
    (here / "up").mkdir()
    assert find_baseline(["up", ""]) is None
    (here / NAME).write_text("")
    assert find_baseline(["up", ""]) == NAME
    (here / "up" / NAME).write_text("")
    assert find_baseline(["up", ""]) == f"up/{NAME}"


def test_a_folder_of_that_name_is_none(here):
    (here / NAME).mkdir()
    assert find_baseline([""]) is None


def test_a_baseline_that_is_named_and_not_there_is_an_error_that_says_how_to_make_it(here):
    """A gate must not pass, or fail, because a file was renamed."""
    with pytest.raises(ConfigError) as fault:
        read_baseline("gone.jsonl")
    assert fault.value.place == "gone.jsonl"
    assert "provenance baseline write" in fault.value.hint


def test_a_baseline_that_is_no_text_is_an_error_with_its_line(here):
    (here / "b.jsonl").write_bytes(b"{}\n\xff\n")
    with pytest.raises(ConfigError) as fault:
        read_baseline("b.jsonl")
    assert fault.value.place == "b.jsonl:2"


def test_no_more_than_the_limit_is_read(here, monkeypatch):
    monkeypatch.setattr("provenance.sources.baseline.MOST_MB", 1)
    (here / "b.jsonl").write_bytes(b" " * 1_000_001)
    with pytest.raises(ConfigError, match="more than 1 MB"):
        read_baseline("b.jsonl")
    (here / "b.jsonl").write_bytes(b" " * 1_000_000)
    assert len(read_baseline("b.jsonl")) == 1_000_000


@pytest.mark.parametrize("name", ["house.txt", "house.md", "house.jsonl"])
def test_the_baseline_of_the_settings_is_no_article_whatever_it_is_called(here, name):
    (here / "story.txt").write_text("Rain fell on the town.\n")
    (here / name).write_text('{"text": "Share"}\n')
    assert len(sources.read(["."], Config()).articles) == 2
    assert len(sources.read(["."], Config(baseline=name)).articles) == 1


@pytest.mark.parametrize("folder", [".", "**/*.jsonl"])
def test_baselines_in_folders_are_no_articles(here, folder):
    """Its lines have a field `text`, so that each would be read as a story of its own."""
    (here / "story.jsonl").write_text('{"text": "Rain fell on the town."}\n')
    (here / NAME).write_text('{"text": "Share"}\n')
    (here / "house.jsonl").write_text('{"text": "Share"}\n')
    reading = sources.read([folder], Config(baseline="house.jsonl"))
    assert reading.articles["path"].to_list() == ["story.jsonl"]
    assert reading.unread == ()
