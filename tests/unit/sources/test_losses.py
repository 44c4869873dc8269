"""What is left unread is counted whole, told in part, and laid at the path that was named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Notice, Unread, unread_inputs
from provenance.sources import losses
from provenance.sources.losses import MOST_TOLD, limited, lost


def bad(line, count=1):
    return Unread(f"a.jsonl:{line}", "not JSON", count)


@pytest.fixture
def two(monkeypatch):
    """Only two bad records of a file are told one by one."""
    monkeypatch.setattr(losses, "MOST_TOLD", 2)


def test_a_thousand_bad_records_are_told_one_by_one():
    rows = [bad(line) for line in range(1, MOST_TOLD + 1)]
    assert list(limited(rows, "a.jsonl")) == rows


@pytest.mark.usefixtures("two")
def test_those_after_are_one_row_that_counts_them():
    *told, rest = limited((bad(line) for line in range(1, 6)), "a.jsonl")
    assert told == [bad(1), bad(2)]
    assert (rest.place, rest.count) == ("a.jsonl:3", 3)
    assert rest.reason.startswith("3 such records from here on")


@pytest.mark.usefixtures("two")
def test_where_a_file_breaks_off_is_told_after_any_number_of_bad_records():
    """What came behind it is lost, which nobody may pass over."""
    end = Unread("a.jsonl:9", "it ends in the middle", breaks_off=True)
    assert end in list(limited([bad(1), bad(2), bad(3), end], "a.jsonl"))


@pytest.mark.usefixtures("two")
def test_a_row_that_counts_several_counts_them_here_too():
    """So that the rows of a file can be held to their number twice."""
    assert unread_inputs(limited([bad(1), bad(2), bad(3, 7), bad(9)], "a.jsonl")) == 10


@pytest.mark.usefixtures("two")
def test_a_single_one_after_is_one_such_record():
    assert [*limited(map(bad, (1, 2, 3)), "a.jsonl")][-1].reason.startswith("one such record")


@pytest.mark.usefixtures("two")
def test_the_fate_of_the_whole_file_is_told_after_any_number_of_bad_records():
    """That it breaks off is not one more of the same."""
    end = Unread("a.jsonl", "breaks off")
    assert end in list(limited([*map(bad, range(1, 6)), end], "a.jsonl"))


@pytest.mark.usefixtures("two")
def test_other_rows_pass_in_their_order():
    notice = Notice("a.jsonl:9", "left out")
    rows = [*map(bad, range(1, 5)), notice, "an article"]
    assert list(limited(rows, "a.jsonl"))[2:4] == [notice, "an article"]


@given(st.lists(st.integers(1, 9), max_size=2 * MOST_TOLD))
def test_the_count_is_the_same_before_and_after(counts):
    """The gate judges by it."""
    rows = [bad(line, count) for line, count in enumerate(counts, 1)]
    assert unread_inputs(limited(rows, "a.jsonl")) == sum(counts)


@pytest.mark.parametrize(
    ("unread", "read", "gone"),
    [
        ([], {"a", "n/b"}, ()),
        ([Unread("a", "does not exist")], {"n/b"}, ("a",)),
        ([Unread("a", "breaks off")], {"a", "n/b"}, ("a",)),
        ([Unread("a:3", "not JSON")], {"a", "n/b"}, ()),
        ([Unread("a:3", "not JSON")], {"n/b"}, ("a",)),
        ([Unread("a:3", "never closed", breaks_off=True)], {"a", "n/b"}, ("a",)),
        ([Unread("n/b:3", "never closed", breaks_off=True)], {"a", "n/b"}, ()),
        ([Unread("n/b", "cannot be read")], {"a", "n/c"}, ()),
        ([Unread("n/b:7", "not text")], {"a", "n/c"}, ()),
        ([Unread("n/b", "cannot be read")], {"a"}, ("n",)),
        ([Unread("n", "holds no file")], {"a"}, ("n",)),
        ([Unread("a:1", "x"), Unread("n/c:1", "y")], set(), ("a", "n")),
    ],
)
def test_a_path_is_lost_when_nothing_of_it_is_left(unread, read, gone):
    """`a` is a file that was named, `n` a folder with two."""
    named = {"n": {"n/b", "n/c"}, "a": {"a"}}
    assert lost(named, unread, read) == gone


def test_a_path_that_holds_nothing_on_purpose_is_not_lost():
    assert lost({"a": {"a"}}, (), set()) == ()
