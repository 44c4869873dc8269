"""What a record leaves empty is told; what it does not have is not missed."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import checks, frames
from provenance.checks.metadata import CHECK
from provenance.model import METADATA, Article, Status

TEXT = "The quarry at Fell End opened on Monday."
IDS = {"title": "MET001", "date": "MET002", "byline": "MET003", "outlet": "MET004"}


@pytest.fixture(scope="session")
def judged(corpus_of):
    """The check's corpus of articles with these records, as (given, blank) by id."""

    def _judged(records, **known):
        articles = [
            Article(key, key, 1, True, TEXT, None, 0, None, None, "en", filled, blank)
            for key, (filled, blank) in records.items()
        ]
        return corpus_of(*articles, **known)

    return _judged


def found(examined):
    return sorted((item.article_id, item.rule_id) for item in examined.findings)


@pytest.mark.parametrize("name", METADATA)
def test_a_field_that_is_left_empty_is_told_by_its_rule(judged, name):
    assert found(CHECK.run(judged({"a": ((), (name,))}))) == [("a", IDS[name])]


def test_there_is_a_rule_for_every_field():
    assert sorted(IDS) == sorted(METADATA)
    assert CHECK.rules == tuple(sorted(IDS.values()))


@pytest.mark.parametrize("filled", [("title",), ("byline", "date"), METADATA])
def test_a_record_that_fills_its_fields_is_clear(judged, filled):
    """A field that it does not have is not missed: many ingests carry a title and nothing more."""
    examined = CHECK.run(judged({"a": (filled, ())}))
    assert (examined.findings, examined.skipped) == ([], {})


def test_each_article_answers_for_its_own_record(judged):
    records = {"a": (("title",), ("date", "outlet")), "b": (METADATA, ()), "c": ((), ("title",))}
    assert found(CHECK.run(judged(records))) == [
        ("a", "MET002"),
        ("a", "MET004"),
        ("c", "MET001"),
    ]


def test_an_article_without_a_record_cannot_be_judged(judged):
    """A text file says nothing of itself; that is no fault and no merit."""
    examined = CHECK.run(judged({"a": ((), ()), "b": ((), ("date",))}))
    assert examined.skipped == {"a": (Status.NOT_AVAILABLE, "no record with metadata")}


def test_nothing_in_the_text_shows_it(judged):
    """The place is the beginning, and no word of the text is held to be the fault."""
    (item,) = CHECK.run(judged({"a": ((), ("byline",))})).findings
    assert (item.start, item.end, item.related, item.extent) == (0, 0, (), None)


def test_the_message_has_the_field_and_no_verdict(judged):
    blank = ("byline", "date", "outlet", "title")
    told = {item.rule_id: item.message for item in CHECK.run(judged({"a": ((), blank)})).findings}
    words = {"MET001": "headline", "MET002": "date", "MET003": "byline", "MET004": "outlet"}
    for rule_id, word in words.items():
        assert told[rule_id].startswith(f"the record's field for the {word} ")


def test_a_rule_that_is_switched_off_is_silent(judged):
    known = judged({"a": ((), ("byline", "title"))})
    without = {key: rule for key, rule in known.rules.items() if key != "MET003"}
    assert found(CHECK.run(judged({"a": ((), ("byline", "title"))}, rules=without))) == [
        ("a", "MET001")
    ]


def test_articles_of_the_archive_are_not_judged(judged):
    archived = Article("z", "z", 1, True, "Rain.", None, 0, None, None, "en", (), ("title",))
    examined = CHECK.run(judged({"a": (METADATA, ())}, archive=[archived]))
    assert (examined.findings, examined.skipped) == ([], {})


def test_metadata_is_unknown_to_the_score_only_without_a_record(judged):
    known = judged({"a": ((), ()), "b": ((), ("title",)), "c": (("title",), ())})
    _, outcomes = checks.examine(known)
    blind = checks.unlooked(outcomes, known.rules)
    told = blind.filter(blind["key"].str.starts_with("MET"))
    reason = "metadata: no record with metadata"
    assert told.rows() == [("a", f"MET00{n}", reason) for n in (1, 2, 3, 4)]


RECORDS = st.dictionaries(st.sampled_from(METADATA), st.booleans())


@given(st.lists(RECORDS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_there_are_as_many_findings_as_blank_fields_whatever_the_order(judged, records, shuffle):
    split = {
        f"a{n}": tuple(
            tuple(name for name in METADATA if name in each and each[name] is filled)
            for filled in (True, False)
        )
        for n, each in enumerate(records)
    }
    examined = CHECK.run(judged(split))
    expected = {(key, IDS[name]) for key, (_, blank) in split.items() for name in blank}
    assert set(found(examined)) == expected
    assert len(examined.findings) == len(expected)
    assert examined.skipped.keys() == {key for key, record in split.items() if record == ((), ())}
    shuffled = random.Random(shuffle.random()).sample(list(split.items()), len(split))
    assert found(CHECK.run(judged(dict(shuffled)))) == found(examined)


def test_ten_thousand_records_are_answered_in_one_pass(judged):
    """An export in which nobody fills a column is as large as the archive it is of."""
    records = {f"a{n:05}": (("title",), ("byline", "date")) for n in range(10_000)}
    rows = [
        Article(key, "x.jsonl", 1, True, "x", None, 0, None, None, "en", *record)
        for key, record in records.items()
    ]
    known = judged({"a": ((), ())})
    examined = CHECK.run(replace(known, articles=frames.frame(rows, Article)))
    assert len(examined.findings) == 20_000
