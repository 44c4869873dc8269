"""The baseline file: one entry a line, merged by git, and no line that is only nearly right."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import FaultList
from provenance.gate.baseline import parse, printed, united
from provenance.model.baseline import Entry, Reach

ENTRY = Entry(
    fingerprint="0123456789abcdef",
    rule="BPL001",
    scope=Reach.ARTICLE,
    article="rain shuts the pass",
    text="Share",
    count=2,
    reason="the house wants it",
    until=date(2027, 1, 31),
    rule_digest="fedcba9876543210",
)
WIDE = replace(ENTRY, scope=Reach.CORPUS, article="", count=None, reason=None, until=None)
FIELDS = {
    "fingerprint": "0123456789abcdef",
    "rule": "BPL001",
    "scope": "article",
    "article": "rain shuts the pass",
    "text": "Share",
    "count": 2,
    "reason": "the house wants it",
    "until": "2027-01-31",
    "rule_digest": "fedcba9876543210",
}


def faults(text):
    with pytest.raises(FaultList) as told:
        parse(text, "b.jsonl")
    return [(fault.place, fault.message) for fault in told.value.faults]


def line(**changes):
    return json.dumps({k: v for k, v in (FIELDS | changes).items() if v is not ...})


def test_an_entry_is_one_line_of_json_that_ends_in_lf():
    text = printed([ENTRY])
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert json.loads(text) == FIELDS


def test_what_was_not_said_is_left_out():
    assert json.loads(printed([WIDE])).keys() == FIELDS.keys() - {"count", "reason", "until"}


def test_lines_are_sorted_whatever_the_order_of_the_entries():
    entries = [
        ENTRY,
        replace(ENTRY, rule="ATT001"),
        replace(ENTRY, article="a", fingerprint="0" * 16),
    ]
    assert printed(entries) == printed(entries[::-1])
    rules = [json.loads(each)["rule"] for each in printed(entries).splitlines()]
    assert rules == sorted(rules)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_blank_lines_and_order_do_not_matter(end):
    other = line(fingerprint="0" * 16)
    assert parse(f"{end}{line()}{end}{end}{other}", "b") == parse(f"{other}{end}{line()}{end}", "b")


def test_an_empty_file_has_no_entry():
    assert parse("", "b.jsonl") == ()


def test_an_entry_that_stands_twice_is_one_that_accepts_as_much_as_either():
    """Two branches accepted the same finding; git's union merge keeps both lines."""
    one = line(count=2, reason="short", until="2027-01-31")
    other = line(count=5, reason="a longer one", until=...)
    for text in (f"{one}\n{other}\n", f"{other}\n{one}\n"):
        (entry,) = parse(text, "b")
        assert (entry.count, entry.reason, entry.until) == (5, "a longer one", None)


def test_the_later_day_holds():
    (entry,) = parse(f"{line(until='2027-01-31')}\n{line(until='2027-03-01')}\n", "b")
    assert entry.until == date(2027, 3, 1)


def test_one_article_and_the_whole_corpus_are_two_entries():
    assert len(united([ENTRY, WIDE])) == 2


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| base"])
def test_a_conflict_that_a_merge_left_is_an_error_with_its_line(mark):
    assert faults(f"{line()}\n{mark}\n") == [("b.jsonl:2", "a merge left a conflict here")]


@pytest.mark.parametrize(
    ("bad", "about"),
    [
        ("{", "not JSON"),
        ("[1]", "not an entry"),
        ('"x"', "not an entry"),
        ("null", "not an entry"),
        (line(severity="error"), "there is no key 'severity'"),
        (line(fingerprint=...), "`fingerprint` is missing"),
        (line(fingerprint="0123456789ABCDEF"), "`fingerprint` is '0123"),
        (line(fingerprint="0123"), "`fingerprint` is '0123'"),
        (line(rule="BPL"), "`rule` is 'BPL'"),
        (line(rule=7), "`rule` is 7"),
        (line(scope="corpora"), "`scope` is 'corpora'"),
        (line(scope="corpus"), "has no `count`"),
        (line(count=...), "needs a `count`"),
        (line(count=None), "needs a `count`"),
        (line(count=0), "`count` is 0"),
        (line(count=True), "`count` is True"),
        (line(count=1.0), "`count` is 1.0"),
        (line(count=10**10), "`count` is 10000000000"),
        (line(article=None), "`article` is None"),
        (line(text=["x"]), "`text` is list"),
        (line(reason=3), "`reason` is 3"),
        (line(until="31.1.2027"), "`until` is '31.1.2027'"),
        (line(until="2027-02-30"), "`until` is '2027-02-30'"),
        (line(until="20270131"), "`until` is '20270131'"),
        (line(rule_digest=...), "`rule_digest` is missing"),
        ("[" * 5000, "not JSON"),
        ('{"text": "\\ud800"}', "not JSON"),
        ('{"\\u202e\\u001b[31m": 1}', "there is no key '\\u202e\\x1b[31m'"),
        ('{"fingerprint": "' + "x" * 1_000_000 + '"}', "`fingerprint` is 'xxxx"),
        ("\x00", "not JSON"),
    ],
)
def test_a_line_that_is_no_entry_is_an_error_that_tells_which_and_why(bad, about):
    """A typing error must not switch an acceptance off, or on, without a word."""
    ((place, message),) = faults(f"{line()}\n{bad}\n")
    assert place == "b.jsonl:2"
    assert about in message
    assert len(message) < 300
    assert message.isprintable()


def test_all_bad_lines_are_told_at_once_up_to_twenty():
    assert [place for place, _ in faults("x\n" * 30)] == [f"b.jsonl:{n}" for n in range(1, 21)]


def test_an_entry_holds_through_its_last_day():
    assert ENTRY.is_in_force(date(2027, 1, 31))
    assert not ENTRY.is_in_force(date(2027, 2, 1))
    assert WIDE.is_in_force(date.max)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ENTRIES = st.builds(
    Entry,
    fingerprint=st.sampled_from(["0" * 16, "1" * 16, "a" * 16]),
    rule=st.sampled_from(["BPL001", "NUM001"]),
    scope=st.just(Reach.ARTICLE),
    article=TEXTS,
    text=TEXTS,
    count=st.integers(1, 9),
    reason=st.none() | TEXTS.map(str.strip).filter(bool),
    until=st.none() | st.dates(),
    rule_digest=st.sampled_from(["b" * 16, "c" * 16]),
)


@given(entries=st.lists(ENTRIES, max_size=6))
def test_what_is_printed_is_read_back(entries):
    assert parse(printed(entries), "b") == united(entries)


@given(entries=st.lists(ENTRIES, max_size=6), order=st.randoms(), cut=st.integers(0, 6))
def test_a_union_merge_in_any_order_is_the_same_baseline(entries, order, cut):
    """Lines of both sides, some twice, in any order: a pipeline must not depend on who merged."""
    lines = [
        each
        for part in (entries[:cut], entries[cut:], entries)
        for each in printed(part).split("\n")
    ]
    order.shuffle(lines)
    assert parse("\n".join(lines), "b") == united(entries)
