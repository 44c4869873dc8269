"""Pages on the entries of a baseline."""

import json
from dataclasses import replace
from datetime import date

from provenance.model.baseline import Entry, Fared, Fate, Reach
from provenance.reporters import baseline
from provenance.reporters.palette import Style

ENTRY = Entry(
    *("0" * 16, "BPL001", Reach.ARTICLE, "rain shuts the pass", "Share", 2),
    *("known", date(2027, 1, 31), "1" * 16),
)
WIDE = replace(ENTRY, scope=Reach.CORPUS, article="", count=None, reason=None, until=None)


def lines(page):
    return page.decode().splitlines()


def test_entries_stand_under_their_rule_with_what_was_said_of_them():
    page = lines(baseline.entries([ENTRY, WIDE, replace(ENTRY, rule="NUM001")], Style()))
    assert page == [
        "BPL001  2 entries",
        "  BPL001  rain shuts the pass: “Share” (2 times)",
        "    known; until 2027-01-31",
        "  BPL001  in every article: “Share”",
        "NUM001  1 entry",
        "  NUM001  rain shuts the pass: “Share” (2 times)",
        "    known; until 2027-01-31",
        "3 entries",
    ]


def test_an_entry_without_words_is_about_the_article_itself():
    page = lines(baseline.entries([replace(ENTRY, text="", count=1)], Style()))
    assert page[1] == "  BPL001  rain shuts the pass: the article itself"


def test_no_entries_is_said():
    assert lines(baseline.entries([], Style())) == ["0 entries"]


def test_only_entries_that_are_not_needed_as_they_are_are_listed():
    fared = [
        Fared(ENTRY, Fate.HELD, 2),
        Fared(replace(ENTRY, text="Tweet"), Fate.DEAD, 0),
        Fared(replace(ENTRY, text="Print", reason=None, until=None), Fate.FEWER, 1),
        Fared(replace(ENTRY, text="Mail"), Fate.UNSEEN, 0),
    ]
    assert lines(baseline.fates(fared, Style())) == [
        "nothing like it is found any more: 1 entry",
        "  BPL001  rain shuts the pass: “Tweet” (2 times)",
        "    known; until 2027-01-31",
        "fewer are found than it accepts: 1 entry",
        "  BPL001  rain shuts the pass: “Print” (2 times)",
        "    1 of 2 are left",
        "4 entries: 1 held, 1 fewer, 1 dead, 1 unseen (the run did not look there)",
    ]


def test_json_holds_every_field_and_what_became_of_the_entry():
    (item,) = json.loads(baseline.fates_json([Fared(WIDE, Fate.DEAD, 0)], Style()))
    assert item == {
        "fingerprint": "0" * 16,
        "rule": "BPL001",
        "scope": "corpus",
        "article": "",
        "text": "Share",
        "count": None,
        "reason": None,
        "until": None,
        "rule_digest": "1" * 16,
        "fate": "dead",
        "found": 0,
    }


def test_what_was_written_is_counted():
    other, gone = replace(ENTRY, fingerprint="a" * 16), replace(ENTRY, fingerprint="b" * 16)
    told = baseline.written([ENTRY, gone], [replace(ENTRY, count=3), other], "b.jsonl")
    assert told == "b.jsonl: 2 entries (1 new, 1 changed, 1 taken out)"
    assert baseline.written([ENTRY], [ENTRY], "b.jsonl") == "b.jsonl: 1 entry (nothing changed)"


def test_hostile_entries_are_harmless_on_a_terminal():
    bad = "\x1b[31m\u202e\x00\ud800[/red]" + "x" * 100_000
    entry = replace(ENTRY, article=bad, text=bad, reason=bad)
    for page in (
        baseline.entries([entry], Style()),
        baseline.fates([Fared(entry, Fate.DEAD, 0)], Style()),
    ):
        assert all(line.isprintable() for line in lines(page))
        assert max(map(len, lines(page))) <= 100
    json.loads(baseline.entries_json([entry], Style()))
