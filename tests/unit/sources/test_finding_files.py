"""Paths become files, and whatever is no file is told, whatever lies there."""

import os

import pytest

from provenance.model import Notice, Unread
from provenance.sources.files import File, RefusedError, Scope, printable, suffixes, unreadable
from provenance.sources.finding import find
from provenance.sources.folders import stands_for

TREE = dict.fromkeys(("n/a.txt", "n/b.md", "n/c.jsonl", "n/x/d.txt", "n/x/e.jpg", "f.txt"), "x")


@pytest.fixture
def found(write):
    """What is found at a path of the tree: file paths, then unread, then notices."""
    write(TREE)

    def found(path, exclude=()):
        rows = list(find(path, Scope((".txt", ".md", ".jsonl"), exclude)))
        return (
            sorted(row.path for row in rows if isinstance(row, File)),
            [row for row in rows if isinstance(row, Unread)],
            [row for row in rows if isinstance(row, Notice)],
        )

    return found


@pytest.fixture
def reason(found):
    """Why the one path is unread."""

    def reason(path):
        files, (unread,), notices = found(path)
        assert (files, notices) == ([], [])
        assert unread.place == printable(path)
        return unread.reason

    return reason


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("f.txt", ["f.txt"]),
        ("./f.txt", ["f.txt"]),
        ("n", ["n/a.txt", "n/b.md", "n/c.jsonl", "n/x/d.txt"]),
        ("./n//", ["n/a.txt", "n/b.md", "n/c.jsonl", "n/x/d.txt"]),
        (".", ["f.txt", "n/a.txt", "n/b.md", "n/c.jsonl", "n/x/d.txt"]),
        ("n/../n/x", ["n/../n/x/d.txt"]),
        ("n/*.txt", ["n/a.txt"]),
        ("*.txt", ["f.txt"]),
        ("./*.txt", ["f.txt"]),
        ("**/*.txt", ["f.txt", "n/a.txt", "n/x/d.txt"]),
        ("n/**/*.txt", ["n/a.txt", "n/x/d.txt"]),
        ("n/*", ["n/a.txt", "n/b.md", "n/c.jsonl"]),
        ("n/[ab].*", ["n/a.txt", "n/b.md"]),
        ("?/x/*", ["n/x/d.txt"]),
    ],
)
def test_a_path_stands_for_files(found, path, files):
    """The names are the user's own, with the path inside the folder added."""
    assert found(path) == (files, [], [])


def test_an_absolute_folder_gives_absolute_paths(found, tmp_path):
    files, _, _ = found(str(tmp_path / "n" / "x"))
    assert files == [f"{tmp_path.as_posix()}/n/x/d.txt"]


def test_an_absolute_glob_gives_absolute_paths(found, tmp_path):
    files, _, _ = found(f"{tmp_path}/n/x/*.txt")
    assert files == [f"{tmp_path.as_posix()}/n/x/d.txt"]


def test_a_suffix_counts_in_any_case(found, write):
    write({"loud.TXT": "x", "n2/loud.Md": "x"})
    assert found("loud.TXT")[0] == ["loud.TXT"]
    assert found("n2")[0] == ["n2/loud.Md"]


def test_hidden_files_and_folders_are_passed_over(found, write):
    write({"h/.a.txt": "x", "h/.git/b.txt": "x", "h/c.txt": "x"})
    assert found("h") == (["h/c.txt"], [], [])


def test_a_hidden_file_named_outright_is_read(found, write):
    write({".a.txt": "x"})
    assert found(".a.txt")[0] == [".a.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_the_file(found, write):
    write({"story[1].txt": "x", "story1.txt": "x"})
    assert found("story[1].txt")[0] == ["story[1].txt"]


def test_two_names_of_one_file_have_one_identity(found, write, tmp_path):
    (tmp_path / "m").symlink_to(tmp_path / "n")
    scope = Scope((".txt",), ())
    every = ("n", "m", "n/a.txt", "m/a.txt", "./n", str(tmp_path), "*/a.txt")
    identities = {
        row.identity
        for path in every
        for row in find(path, scope)
        if isinstance(row, File) and row.path.endswith("a.txt")
    }
    assert identities == {os.path.realpath(tmp_path / "n" / "a.txt")}


def test_links_in_a_folder_are_counted_and_not_followed(found, tmp_path):
    (tmp_path / "n" / "loop").symlink_to(tmp_path / "n")
    (tmp_path / "n" / "x" / "link.txt").symlink_to(tmp_path / "f.txt")
    files, unread, (notice,) = found("n")
    assert files == ["n/a.txt", "n/b.md", "n/c.jsonl", "n/x/d.txt"]
    assert unread == []
    assert notice.place == "n"
    assert "symbolic links" in notice.message
    assert "2 here" in notice.message


def test_a_glob_tells_of_the_links_that_match_it_only(found, tmp_path):
    (tmp_path / "n" / "link.txt").symlink_to(tmp_path / "f.txt")
    (tmp_path / "n" / "other.pdf").symlink_to(tmp_path / "f.txt")
    _, _, (notice,) = found("n/*.txt")
    assert (notice.place, "1 here" in notice.message) == ("n/*.txt", True)


def test_many_links_to_their_own_folder_do_not_multiply(found, tmp_path):
    """Followed through `**`, forty of them would be more paths than there is time."""
    for number in range(40):
        (tmp_path / "n" / f"loop{number}").symlink_to(tmp_path / "n")
    assert found("n/**/*.txt")[0] == ["n/a.txt", "n/x/d.txt"]


def test_pipes_in_a_folder_are_counted_and_never_opened(found, tmp_path):
    """Opening one waits for a writer that may never come."""
    os.mkfifo(tmp_path / "n" / "pipe.txt")
    files, unread, (notice,) = found("n")
    assert len(files) == 4
    assert unread == []
    assert "1 here" in notice.message


def test_a_link_named_outright_is_followed(found, tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "f.txt")
    (tmp_path / "folder").symlink_to(tmp_path / "n" / "x")
    assert found("link.txt")[0] == ["link.txt"]
    assert found("folder")[0] == ["folder/d.txt"]


def test_excluded_files_and_folders_are_left_out_and_counted(found):
    files, unread, (notice,) = found("n", exclude=("x", "*.md"))
    assert files == ["n/a.txt", "n/c.jsonl"]
    assert unread == []
    assert "exclude" in notice.message
    assert "2 here" in notice.message


def test_exclusions_hold_for_globs_too(found):
    assert found("**/*.txt", exclude=("n/x",))[0] == ["f.txt", "n/a.txt"]


def test_a_file_named_outright_is_not_excluded(found):
    assert found("n/a.txt", exclude=("n",)) == (["n/a.txt"], [], [])


def test_a_folder_without_articles_is_unread(reason, write):
    """A feed that came in empty must not pass beside one that did not."""
    write({"empty/picture.jpg": "x", "empty/below/.hidden.txt": "x"})
    assert reason("empty") == (
        "there is no file in it that ends in .txt, .md or .jsonl; name a folder that holds some, "
        "or leave this one out"
    )


def test_a_folder_whose_articles_are_all_excluded_is_unread(found):
    _, (unread,), (notice,) = found("n/x", exclude=("d.txt",))
    assert (unread.place, notice.place) == ("n/x", "n/x")
    assert "exclude" in notice.message


@pytest.mark.parametrize("path", ["n/*.pdf", "*.jsonl", "gone/*.txt", "gone/**", "f.txt/*"])
def test_a_glob_without_a_match_is_unread(reason, path):
    assert reason(path) == "matches no file that ends in .txt, .md or .jsonl"


def test_a_missing_file_is_unread_with_the_nearest_name(reason):
    assert reason("n/aa.txt") == "does not exist; did you mean a.txt?"


def test_a_missing_file_like_no_other_is_unread(reason):
    assert reason("qqqqqqqqqqq") == "does not exist; check the path"


@pytest.mark.parametrize("path", ["gone/a.txt", "f.txt/a.txt"])
def test_a_file_in_a_missing_folder_is_unread(reason, path):
    assert "nor does its folder" in reason(path)


def test_an_empty_path_is_unread(reason):
    """A shell variable that was never set must not mean the current folder."""
    assert "does not exist" in reason("")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.docx", ".docx"),
        ("README", "without a suffix"),
        ("a.docx.gz", ".docx.gz"),
        ("a.gz", ".gz"),
    ],
)
def test_a_file_named_outright_without_a_reader_is_unread(reason, write, name, words):
    write({name: "x"})
    assert words in reason(name)
    assert "those read end in .txt, .md or .jsonl" in reason(name)


def test_a_pipe_named_outright_is_unread(reason, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in reason("pipe.txt")


def test_a_device_named_outright_is_unread(reason):
    assert "device" in reason("/dev/zero")


def test_a_link_to_itself_is_unread(reason, tmp_path):
    (tmp_path / "self.txt").symlink_to("self.txt")
    assert "cannot be read" in reason("self.txt")
    assert "cannot be read" in reason("self.txt/*.md")


def test_a_link_to_nothing_is_unread(reason, tmp_path):
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    assert "symbolic link" in reason("dangling.txt")


@pytest.mark.parametrize("path", ["a\0b", "\ud800.txt", "x" * 5000, "x" * 5000 + "*", "[", "**"])
def test_names_that_no_file_can_have_raise_nothing(found, path):
    assert found(path)


def test_a_name_that_is_no_text_can_be_shown(found, tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / "n" / name).write_text("x")
    files, _, _ = found("n")
    shown = next(path for path in files if "caf" in path)
    assert shown == r"n/caf\udce9.txt"
    assert shown.encode()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.txt", (".txt", "")),
        ("n.gz/a.TXT.GZ", (".txt", ".gz")),
        ("a.jsonl.zst", (".jsonl", ".zst")),
        ("a.jsonl.zst.gz", (".jsonl", ".zst.gz")),
        ("a.gz", ("", ".gz")),
        (".gz", ("", "")),
        ("..gz", ("", ".gz")),
        ("", ("", "")),
        ("a" + ".gz" * 1000, ("", ".gz" * 1000)),
    ],
)
def test_a_name_tells_what_is_packed_and_how(name, parts):
    assert suffixes(name) == parts


def test_packed_files_are_found_like_others(found, write):
    write({"p/a.txt.gz": "x", "p/b.JSONL.zst": "x", "p/c.tar.gz": "x"})
    assert found("p")[0] == ["p/a.txt.gz", "p/b.JSONL.zst"]


def test_pages_about_a_folder_are_passed_over_and_counted(found, write):
    """A data set on disk brings them along, and they are no news."""
    names = ("README.md", "readme.txt", "x/LICENSE.md", "x/CHANGELOG.md", "CONTRIBUTING.md")
    write(dict.fromkeys((f"p/{name}" for name in (*names, "a.md", "readme.jsonl")), "x"))
    files, unread, (notice,) = found("p")
    assert (files, unread) == (["p/a.md", "p/readme.jsonl"], [])
    assert notice.place == "p"
    assert "5 here: CHANGELOG.md, ..." in notice.message
    assert found("p/*.md")[0] == ["p/a.md"]


def test_a_page_about_a_folder_is_read_when_it_is_named(found, write):
    write({"p/README.md": "x"})
    assert found("p/README.md") == (["p/README.md"], [], [])


def test_a_folder_with_nothing_but_a_page_about_it_is_unread(found, write):
    write({"p/README.md": "x"})
    files, (unread,), (notice,) = found("p")
    assert (files, unread.place, notice.place) == ([], "p", "p")


@pytest.fixture
def story(found, tmp_path):
    """The file `f.txt` as it was found, and where it is."""
    (file,) = find("f.txt", Scope((".txt",), ()))
    return file, tmp_path / "f.txt"


def test_a_file_that_became_a_pipe_is_refused_at_once(story):
    """Opening a pipe waits for somebody to write to it, for ever."""
    file, path = story
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(RefusedError, match="no file any more"):
        file.open()


def test_a_file_that_became_a_link_is_not_followed(story, tmp_path):
    """It could lead out of the folder that was named."""
    file, path = story
    path.rename(tmp_path / "elsewhere.txt")
    path.symlink_to("elsewhere.txt")
    with pytest.raises(OSError, match="symbolic links"):
        file.open()


def test_a_file_that_became_a_folder_or_vanished_is_unreadable(story):
    file, path = story
    path.unlink()
    with pytest.raises(FileNotFoundError):
        file.open()
    path.mkdir()
    with pytest.raises(IsADirectoryError):
        file.open()


def test_a_link_that_was_named_is_opened(found, tmp_path):
    (tmp_path / "link.txt").symlink_to("f.txt")
    (file,) = find("link.txt", Scope((".txt",), ()))
    with file.open() as stream:
        assert stream.read() == b"x"


@pytest.mark.parametrize(
    ("path", "shown"),
    [("a//b/./c.txt", "a/b/c.txt"), ("./a", "a"), ("../a", "../a"), ("/a/", "/a"), ("", "''")],
)
def test_a_path_is_shown_as_given_but_tidied(path, shown):
    assert printable(path) == shown


def test_why_a_file_cannot_be_read_is_said_in_words():
    reason = unreadable(PermissionError(13, "Permission denied"))
    assert reason == "cannot be read (permission denied); check the path and its permissions"


def test_why_a_file_is_refused_is_said_as_it_is():
    assert unreadable(RefusedError("is packed more than once")) == "is packed more than once"


@pytest.mark.parametrize("exclude", [(), ("n/x",), ("*.md",), ("n",)])
@pytest.mark.parametrize(
    "target",
    [
        *("new.txt", "n/new.md", "./n/../n/x/new.jsonl", "n/new.sarif", "n/x/deep/new.txt"),
        *("n/.new.txt", "n/.kept/new.txt", "readme.md", "provenance-baseline.jsonl", "new", "n"),
    ],
)
@pytest.mark.parametrize(
    "path", [".", "n", "n/", "n/../n", "*.txt", "**/*.txt", "n/*", "n/x/../**", "f.txt", "none"]
)
def test_what_a_path_stands_for_is_known_before_the_file_is_there(
    found, tmp_path, path, target, exclude
):
    """The oracle is to write the file and look."""
    before, _, _ = found(path, exclude)
    told = stands_for(path, target, Scope((".txt", ".md", ".jsonl"), exclude))
    if not (tmp_path / target).is_dir():
        (tmp_path / target).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / target).write_text("x")
    after, _, _ = found(path, exclude)
    assert told == (len(after) > len(before))
