"""`provenance check --against`: drafts held against an archive, and `--memory`."""

import orjson
import pytest


@pytest.fixture
def desk(folder, clean):
    """A draft and an archive with its copy, both with a fault of their own."""
    text = (folder / clean).read_text(encoding="utf-8")
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / f"{name}.txt").write_text(f"{text}\nAdvertisement\n", encoding="utf-8")
    return folder


def document(done):
    return orjson.loads(done.out)


def archive(done):
    return [item["article_id"] for item in document(done)["archive"]]


def test_only_the_draft_is_judged(run, desk):
    done = run("check", "draft.txt", "--against", "a", "--fail-on", "BPL", "-f", "json")
    assert done.code == 0
    told = document(done)
    assert [item["article_id"] for item in told["articles"]] == ["draft.txt"]
    assert {item["article_id"] for item in told["findings"]} == {"draft.txt"}


def test_the_page_shows_the_place_in_the_archive(run, desk):
    done = run("check", "draft.txt", "--against", "a")
    assert "\n    a/a.txt:1:1  also in a/a.txt" in done.out
    assert "1 article, " in done.out


@pytest.mark.parametrize("given", [("--against", "a,b"), ("--against", "a", "--against", "b")])
def test_an_archive_may_be_several_places(run, desk, given):
    assert archive(run("check", "draft.txt", *given, "-f", "json")) == ["a/a.txt", "b/b.txt"]


@pytest.mark.parametrize("given", ["", ",", " "])
def test_an_archive_that_names_nothing_is_refused(run, desk, given):
    """A pipeline whose variable is empty must not pass for want of an archive."""
    done = run("check", "draft.txt", "--against", given)
    assert (done.code, done.out) == (2, "")
    assert "--against names no path" in done.err


def test_an_archive_without_an_article_is_no_valid_run(run, desk):
    (desk / "empty").mkdir()
    done = run("check", "draft.txt", "--against", "empty")
    assert done.code == 2
    assert "empty: there is no file in it" in done.out


def test_unread_input_in_the_archive_fails_the_gate(run, desk):
    (desk / "a" / "bad.txt").write_bytes(b"caf\xe9\0")
    done = run("check", "draft.txt", "--against", "a")
    assert done.code == 2
    assert "a/bad.txt:1" in done.out


def test_a_draft_in_its_archive_is_not_compared_with_itself(run, desk):
    done = run("check", "a", "--against", ".")
    assert "a/a.txt: is a draft itself, not compared with itself" in done.out
    assert "also in a/a.txt" not in done.out


def test_the_draft_may_come_from_standard_input(start, desk):
    text = (desk / "draft.txt").read_bytes()
    done = start("check", "-", "--against", "a", stdin=text)
    assert done.code == 0
    assert "also in a/a.txt" in done.out


@pytest.mark.parametrize("name", ["a/a.txt", "b/other.txt"])
def test_a_report_never_replaces_a_file_of_the_archive(run, desk, name):
    """Also one that shares nothing, of which the report knows nothing."""
    (desk / "b" / "other.txt").write_text("The harbour is calm today.\n", encoding="utf-8")
    before = (desk / name).read_bytes()
    done = run("check", "draft.txt", "--against", "a,b", "-o", name)
    assert done.code == 2
    assert "would replace a file that this run has read" in done.err
    assert (desk / name).read_bytes() == before


def test_equal_runs_give_equal_bytes(start, desk):
    first = start("check", "draft.txt", "--against", "a,b", env={"PYTHONHASHSEED": "1"})
    second = start("check", "draft.txt", "--against", "b,a", env={"PYTHONHASHSEED": "2"})
    assert first == second


def test_memory_changes_no_byte(run, clean):
    assert run("check", clean, "--memory", "500M", "-f", "json") == run(
        "check", clean, "-f", "json"
    )


def test_memory_that_is_no_size_is_refused(run, clean):
    done = run("check", clean, "--memory", "lots")
    assert (done.code, done.out) == (2, "")
    assert "--memory" in done.err
