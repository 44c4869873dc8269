"""A field that could not be used is told once a file."""

from provenance.model import Notice
from provenance.sources.faults import Faults


def test_a_fault_is_told_where_it_was_first_and_how_often():
    faults = Faults("page")
    faults.add("a.warc:2", {"date": "is wrong"})
    faults.add("a.warc:5", {"date": "is worse", "title": "is none"})
    faults.add("a.warc:7", {"date": "is bad"})
    assert list(faults.notices()) == [
        Notice("a.warc:2", "the date of the page is wrong and is left out; so is that of 2 more"),
        Notice("a.warc:5", "the title of the page is none and is left out"),
    ]


def test_without_a_fault_there_is_nothing_to_tell():
    faults = Faults("entry")
    faults.add("a.rss:1", {})
    assert list(faults.notices()) == []
