"""The articles that others are only compared with."""

import json
from pathlib import Path

import pytest

from provenance import sources
from provenance.config import Config
from provenance.errors import InputError
from provenance.frames import schema
from provenance.model import Article

BODY = "The ferry stopped at noon on Monday, and nobody on the quay could say why."


def record(text=BODY, **values):
    return json.dumps({"text": text, **values}) + "\n"


@pytest.fixture
def archive(read):
    """Reads an archive beside drafts, both by their paths."""

    def archive(drafts, *paths, **settings):
        config = Config(**settings)
        return sources.read_archive(paths, config, "txt", read(*drafts).articles)

    return archive


def ids(reading):
    return reading.articles["article_id"].to_list()


def notices(reading):
    return [(item.place, item.message) for item in reading.notices]


def test_an_archive_is_a_frame_of_articles_without_the_drafts(write, archive):
    write({"draft.txt": BODY, "old/a.txt": BODY, "old/b.txt": BODY + " Or when."})
    found = archive(["draft.txt"], "old")
    assert ids(found) == ["old/a.txt", "old/b.txt"]
    assert dict(found.articles.schema) == schema(Article)
    assert (found.unread, found.notices) == ((), ())


def test_a_draft_in_the_archive_is_not_compared_with_itself(write, archive):
    """A desk keeps its drafts where its archive is."""
    write({"desk/draft.txt": BODY, "desk/old.txt": BODY})
    found = archive(["desk/draft.txt"], "desk")
    assert ids(found) == ["desk/old.txt"]
    assert notices(found) == [("desk/draft.txt", "is a draft itself, not compared with itself")]


def test_a_draft_is_known_by_its_file_whatever_its_path(write, archive):
    folder = write({"desk/draft.txt": BODY, "desk/old.txt": BODY})
    found = archive(["desk/draft.txt"], str(folder / "desk"))
    assert ids(found) == [f"{folder.as_posix()}/desk/old.txt"]


def test_records_of_one_file_are_told_apart_by_their_lines(write, archive):
    """A corpus can be held against a part of itself, and only that part is left out."""
    lines = record() + record(BODY + " Again.") + record(BODY + " Still.")
    write({"corpus.jsonl": lines, "draft.jsonl": record()})
    Path("again.jsonl").symlink_to("corpus.jsonl")
    assert ids(archive(["draft.jsonl"], "corpus.jsonl")) == [f"corpus.jsonl:{n}" for n in (1, 2, 3)]
    found = archive(["draft.jsonl"], "corpus.jsonl", "draft.jsonl")
    assert ids(found) == [f"corpus.jsonl:{n}" for n in (1, 2, 3)]
    with pytest.raises(InputError):
        archive(["again.jsonl"], "corpus.jsonl")


def test_the_same_id_with_the_same_text_is_the_draft(write, archive):
    write({"draft.jsonl": record(id="x"), "old.jsonl": record(id="x") + record(id="y")})
    found = archive(["draft.jsonl"], "old.jsonl")
    assert ids(found) == ["y"]
    assert notices(found) == [("old.jsonl", "is a draft itself, not compared with itself")]


def test_several_drafts_in_one_file_are_told_once(write, archive):
    both = record(id="x") + record(id="y")
    write({"draft.jsonl": both, "old.jsonl": both + record(id="z")})
    found = archive(["draft.jsonl"], "old.jsonl")
    assert notices(found) == [("old.jsonl", "holds 2 drafts, each not compared with itself")]


def test_the_same_id_with_another_text_is_unread(write, archive):
    """Two articles of one id cannot both be named in a report, so one of them fails the gate."""
    write({"draft.jsonl": record(id="x"), "old.jsonl": "\n" + record(BODY + " No.", id="x")})
    found = archive(["draft.jsonl"], "old.jsonl")
    assert ids(found) == []
    ((place, reason),) = [(item.place, item.reason) for item in found.unread]
    assert place == "old.jsonl:2"
    assert reason.startswith("its id 'x' is that of a draft with another text")


def test_the_same_text_under_another_id_is_another_article(write, archive):
    """That is a copy, which is what is looked for."""
    write({"draft.jsonl": record(id="x"), "old.jsonl": record(id="y")})
    assert ids(archive(["draft.jsonl"], "old.jsonl")) == ["y"]


def test_an_archive_of_nothing_is_unread_or_an_error(write, archive):
    """Nothing shared with no archive must not look like nothing shared."""
    folder = write({"draft.txt": BODY})
    (folder / "empty").mkdir()
    assert [item.place for item in archive(["draft.txt"], "empty").unread] == ["empty"]
    with pytest.raises(InputError, match="no article but the drafts themselves"):
        archive(["draft.txt"], "draft.txt")


def test_what_cannot_be_read_in_an_archive_is_told(write, archive):
    write({"draft.txt": BODY, "old/bad.txt": b"caf\xe9\0", "old/good.txt": BODY})
    found = archive(["draft.txt"], "old")
    assert [item.place for item in found.unread] == ["old/bad.txt:1"]
    assert ids(found) == ["old/good.txt"]


def test_an_archive_of_unread_input_alone_is_told_and_not_empty(write, archive):
    write({"draft.txt": BODY, "old/bad.txt": b"caf\xe9\0"})
    found = archive(["draft.txt"], "old")
    assert (ids(found), len(found.unread)) == ([], 1)


def test_settings_hold_for_the_archive_too(write, archive):
    write({"draft.txt": BODY, "old/a.txt": BODY, "old/b.txt": BODY})
    assert ids(archive(["draft.txt"], "old", exclude=("b.txt",))) == ["old/a.txt"]


def test_files_are_named_without_being_opened(write):
    write({"a.txt": b"caf\xe9\0", "n/b.md": BODY, "n/c.pdf": "x"})
    assert sorted(sources.files(["a.txt", "n", "-", "gone.txt"], Config())) == ["a.txt", "n/b.md"]
    assert list(sources.files(["n"], Config(exclude=("b.md",)))) == []
