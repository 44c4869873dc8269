"""What a record says of its article, from the file to the score."""

import json

import pytest

from provenance import api, frames
from provenance.config import Config, Fields
from provenance.model import METADATA, Article, Finding, Outcome, Score, Severity
from provenance.reporters import reporter
from provenance.reporters.palette import Style
from provenance.scoring.keys import price

BODY = (
    "The council of Orrin reopened the footbridge over the mill race on Monday after a month of "
    "work on its piers, and the first to cross were the pupils of the lower school with a band. "
    "Masons had found that the middle pier stood on oak that was soft with age, so the span was "
    "lifted out by a crane from the quarry, set down in the meadow and painted while new stone was "
    "laid. Shopkeepers in Low Street had put lamps along the bank for those who had to walk round "
    "by the weir after dark, and these are to stay. The works office will look at the stones once "
    "more when the water is low in summer and will hang what it finds on the board at the market. "
    "Cyclists are asked to dismount, as they always were, because the planks are laid along the "
    "span and a narrow wheel can catch between them. Two of the old oak posts have been kept and "
    "will carry a bench on the meadow side, where the crane stood, with a view of the wheel.\n"
)
COMPLETE = {
    "title": "Footbridge over the mill race is open again",
    "byline": "A. Reyes",
    "outlet": "The Gull",
    "date": "2026-03-02",
}


@pytest.fixture
def checked(folder):
    """The report on records with these fields besides the text; ids are `a`, `b` and so on."""

    def _checked(*records, **settings):
        lines = [
            json.dumps({"id": chr(97 + n), "text": BODY, **each}) for n, each in enumerate(records)
        ]
        (folder / "c.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return api.check(["c.jsonl"], Config(**settings))

    return _checked


def told(report):
    return [item.rule_id for item in frames.rows(report.findings, Finding)]


def score(report):
    (only,) = frames.rows(report.scores, Score)
    return only


def dimension(report, name="metadata"):
    (found,) = (each for each in score(report).dimensions if each.name == name)
    return found


def test_a_record_that_fills_its_fields_is_judged_and_loses_nothing(checked):
    report = checked(COMPLETE)
    assert told(report) == []
    assert (dimension(report).judged, dimension(report).lost) == (True, 0)
    assert score(report).score == 100


@pytest.mark.parametrize("name", METADATA)
def test_a_field_that_is_left_empty_moves_only_the_metadata(checked, name):
    """The points are those of the rule's key, and no other dimension looks."""
    full, blank = checked(COMPLETE), checked(COMPLETE | {name: ""})
    (rule_id,) = told(blank)
    points = price(rule_id, Severity.WARNING, blank.weights).points
    assert points > 0
    assert dimension(blank).lost == points
    assert score(blank).score == score(full).score - points
    others = [each for each in score(blank).dimensions if each.name != "metadata"]
    assert others == [each for each in score(full).dimensions if each.name != "metadata"]


def test_a_record_with_nothing_in_its_fields_loses_the_weight_of_the_dimension_and_no_more(checked):
    report = checked(dict.fromkeys(METADATA))
    assert sorted(told(report)) == ["MET001", "MET002", "MET003", "MET004"]
    assert dimension(report).lost == dimension(report).weight
    assert score(report).score == 100 - dimension(report).weight


def test_a_field_that_is_not_there_is_no_fault(checked):
    report = checked({"title": COMPLETE["title"]})
    assert told(report) == []
    assert dimension(report).judged


def test_without_any_field_the_dimension_is_unknown_and_not_clear(checked):
    """Absence is not goodness: the points stay in the interval."""
    report = checked({})
    (outcome,) = (row for row in frames.rows(report.outcomes, Outcome) if row.check == "metadata")
    assert (outcome.status, outcome.reason) == ("not_available", "no record with metadata")
    assert (dimension(report).judged, dimension(report).lost) == (False, 0)
    known = score(checked({"title": COMPLETE["title"]}))
    assert score(report).low == known.low - dimension(report).weight
    assert score(report).coverage == known.coverage - dimension(report).weight


def test_who_wrote_it_moves_nothing_in_the_report(checked):
    """Blind to the author: of two names, or of a name and an agency, nothing may differ."""
    reports = [
        reporter("json")(checked(COMPLETE | {"byline": name}), Style())
        for name in ("A. Reyes", "Reuters", ["B. Brenk", "C. Ito"])
    ]
    assert len(set(reports)) == 1
    assert b"Reyes" not in reports[0]


def test_what_the_outlet_is_called_moves_no_score(checked):
    one, other = checked(COMPLETE), checked(COMPLETE | {"outlet": "Upland Ledger"})
    assert one.scores.equals(other.scores)


def test_the_key_of_the_byline_can_be_another(checked):
    fields = Fields(byline="author")
    assert told(checked({"author": " ", "byline": "A. Reyes"}, fields=fields)) == ["MET003"]
    assert told(checked({"author": "A. Reyes", "byline": " "}, fields=fields)) == []


def test_fields_do_not_move_ids_or_notices(checked):
    """Ids are what reports of two days are compared by."""
    full, blank = checked(COMPLETE, COMPLETE), checked(dict.fromkeys(METADATA), {"byline": 3})
    ids = [
        [item.article_id for item in frames.rows(each.articles, Article)] for each in (full, blank)
    ]
    assert ids[0] == ids[1] == ["a", "b"]
    assert [notice for notice in blank.notices if "c.jsonl" in notice.place] == []
