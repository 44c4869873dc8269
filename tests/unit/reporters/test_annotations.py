"""What build servers show beside a line, and what kept a run from being whole."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Outcome, Unread
from provenance.reporters.annotations import Fault, faults, sentence
from provenance.reporters.located import located


def test_unread_input_is_a_fault_with_its_file_and_its_line(report):
    unread = (Unread("a.txt", "not text"), Unread("c.jsonl:3", "not JSON"))
    assert faults(report(unread=unread)) == [
        Fault("unread", "a.txt", None, "not text"),
        Fault("unread", "c.jsonl", 3, "not JSON"),
    ]


def test_the_same_input_is_told_once(report):
    """Servers tell entries apart by what they say and drop the second one."""
    assert len(faults(report(unread=(Unread("a.txt", "not text"),) * 2))) == 1


def test_a_check_that_failed_is_a_fault_behind_unread_input(report, article):
    """What it would have found is unknown, so a server must not show the article as clean."""
    texts = [article("b.txt", "B"), article("c", "C", article_id="a", line=9, embedded=True)]
    outcomes = [
        Outcome("a", "figures", "error", "ran out"),
        Outcome("a", "quotes", "clear", None),
        Outcome("b.txt", "figures", "error", None),
        Outcome("b.txt", "quotes", "not_available", "no pack"),
    ]
    told = faults(report(texts, outcomes=outcomes, unread=(Unread("z", "gone"),)))
    assert told[1:] == [
        Fault("check-failed", "b.txt", 1, "the check figures failed on b.txt", "b.txt"),
        Fault("check-failed", "c", 9, "the check figures failed on a: ran out", "a"),
    ]


def test_what_is_no_line_belongs_to_the_name_of_the_file(report):
    """Lines count from 1, and SARIF refuses a line 0."""
    places = ["a:0", "a:007", "a:12x", ":5", "a:" + "9" * 5000, "a:٣"]
    told = faults(report(unread=tuple(Unread(place, "gone") for place in places)))
    assert [(fault.path, fault.line) for fault in told] == [(place, None) for place in places]


def test_the_place_of_a_fault_is_safe_to_print():
    assert Fault("unread", "a\x1b.txt", 3, "").place == "a\\x1b.txt:3"
    assert Fault("unread", "a.txt", None, "").place == "a.txt"


def test_a_sentence_about_a_file_is_the_message(report, article, finding):
    text = article("a.txt", "one\nShare")
    (each,) = located(report([text], [finding(text, "Share", message="a label\nof the page")]))
    assert sentence(each) == "a label\\x0aof the page"


def test_a_sentence_about_a_record_ends_in_the_article_and_the_place_in_it(
    report, article, finding
):
    """The line of a record may hold a thousand lines of text."""
    text = article("c.jsonl", "one\nShare", article_id="x-1", line=17, embedded=True)
    (each,) = located(report([text], [finding(text, "Share")]))
    assert sentence(each) == "a label of the page (x-1 2:1)"


@given(place=st.text(max_size=30))
def test_a_place_loses_nothing(report, place):
    """Its file and its line are all of it, whatever it holds."""
    (told,) = faults(report(unread=(Unread(place, "gone"),)))
    assert (told.path if told.line is None else f"{told.path}:{told.line}") == place
