"""The settings file is the nearest one, or the one the user names."""

import pytest

from provenance.errors import ConfigError
from provenance.sources.settings import find_settings

OURS = "min-words = 20\n"
SHARED = "[tool.provenance]\nmin-words = 30\n"
FOREIGN = "[tool.ruff]\nline-length = 100\n"


@pytest.fixture
def find(write):
    """The settings file found from a folder below the one that is written to."""

    def find(files, start=".", explicit=None):
        root = write({**files, f"{start}/.keep": ""})
        return find_settings(explicit, (root / start).resolve())

    return find


def test_no_settings_file_is_none(find):
    assert find({".git/HEAD": ""}) is None


def test_our_own_file_is_found(find):
    assert find({"provenance.toml": OURS}) == ("provenance.toml", OURS)


def test_a_pyproject_with_our_table_is_found(find):
    assert find({"pyproject.toml": SHARED}) == ("pyproject.toml", SHARED)


def test_our_own_file_goes_before_the_pyproject_beside_it(find):
    assert find({"provenance.toml": OURS, "pyproject.toml": SHARED}) == ("provenance.toml", OURS)


@pytest.mark.parametrize(
    "text", [FOREIGN, "tool = 'provenance'", "# provenance\n", 'dependencies = ["provenance"]']
)
def test_a_pyproject_without_our_table_is_passed_over(find, text):
    files = {"provenance.toml": OURS, "a/pyproject.toml": text}
    assert find(files, "a") == ("../provenance.toml", OURS)


@pytest.mark.parametrize("text", ["tool.provenance.min-words = 9", "[tool]\nprovenance = {}"])
def test_our_table_may_be_written_in_any_way(find, text):
    assert find({"pyproject.toml": text}) == ("pyproject.toml", text)


def test_the_nearest_file_upwards_is_found_and_named_from_here(find):
    files = {"provenance.toml": "a = 1", "a/pyproject.toml": SHARED, "a/b/c/x": ""}
    assert find(files, "a/b/c") == ("../../pyproject.toml", SHARED)


def test_the_search_ends_at_a_repository(find):
    """Settings of another project further up are not ours."""
    assert find({"provenance.toml": OURS, "a/.git/HEAD": ""}, "a/b") is None


def test_the_folder_of_the_repository_itself_is_searched(find):
    assert find({"a/provenance.toml": OURS, "a/.git/HEAD": ""}, "a/b") == (
        "../provenance.toml",
        OURS,
    )


def test_a_named_file_is_taken_whatever_its_name(find):
    files = {"provenance.toml": OURS, "night desk.toml": "fail-on = 'never'"}
    assert find(files, explicit="./night desk.toml") == ("night desk.toml", "fail-on = 'never'")


def test_a_named_file_that_is_missing_is_a_fault(find):
    with pytest.raises(ConfigError) as caught:
        find({"provenance.toml": OURS}, explicit="gone.toml")
    assert caught.value.place == "gone.toml"
    assert "cannot be read" in caught.value.message
    assert caught.value.hint


def test_a_byte_order_mark_is_taken_off(find):
    assert find({"provenance.toml": "\ufeff" + OURS}) == ("provenance.toml", OURS)


def test_a_pyproject_that_names_us_and_is_broken_is_handed_on(find):
    """Passing over it would be passing over settings; what is wrong is told when it is parsed."""
    assert find({"pyproject.toml": SHARED + "oops"}) == ("pyproject.toml", SHARED + "oops")


def test_a_broken_pyproject_that_does_not_name_us_is_passed_over(find):
    assert find({"pyproject.toml": "oops", ".git/HEAD": ""}) is None


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"a = 1\nb = '\xff'", "provenance.toml:2", " the file is not valid UTF-8"),
        (b"a = 1\n\0", "provenance.toml:2", "binary"),
        (b"#" * 1_000_001, "provenance.toml", "more than 1 MB"),
    ],
)
def test_a_file_that_is_no_text_is_a_fault_with_its_place(find, content, place, message):
    with pytest.raises(ConfigError, match=message) as caught:
        find({"provenance.toml": content})
    assert caught.value.place == place


def test_a_folder_of_that_name_is_no_settings_file(find):
    assert find({"provenance.toml/x": "", ".git/HEAD": ""}) is None
