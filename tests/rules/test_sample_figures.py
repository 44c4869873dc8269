"""The sample stories on figures and dates show what their page says of them, and nothing else."""

from pathlib import Path

import pytest

from provenance import api, frames
from provenance.model import Finding, Relation

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = {
    "harbour-gazette/ferry-line-accounts.md": {
        "NUM010": ["25 percent"],
        "NUM012": ["doubled"],
        "NUM020": ["310"],
        "NUM022": ["40 percent"],
        "NUM030": ["22 kilometres"],
    },
    "varn-courier/lighthouse-keeper.md": {
        "DAT001": ["Tuesday, 8 October 2025"],
        "DAT003": ["31 November"],
        "DAT006": ["2011"],
        "DAT007": ["52"],
        "DAT008": ["40-year"],
    },
    "tarnholm-post/quarry-slide-summary.md": {
        "NUM007": ["250"],
        "NUM008": ["Hundreds"],
        "NUM009": ["the figure"],
    },
    "upland-ledger/harvest-in-figures.md": {},
    "varn-courier/vaccination-drive.md": {},
}


@pytest.fixture(scope="module", params=EXPECTED)
def checked(request):
    """Name and report of one sample story."""
    return request.param, api.check([str(SEEDS / request.param)])


def test_the_story_has_the_findings_that_it_was_written_for(checked):
    name, report = checked
    (text,) = report.articles["text"]
    found = {}
    for item in frames.rows(report.findings, Finding):
        found.setdefault(item.rule_id, []).append(text[item.start : item.end])
    assert found == EXPECTED[name]


def test_every_finding_of_figures_is_a_relation_that_does_not_fit(checked):
    _, report = checked
    rules = {rule.rule_id: rule.name for rule in report.rules}
    findings = {
        (item.start, item.end, rules[item.rule_id])
        for item in frames.rows(report.findings, Finding)
    }
    failing = {
        (row.start, row.end, row.kind)
        for row in frames.rows(report.relations, Relation)
        if not row.fits
    }
    assert findings == failing


def test_every_finding_says_what_it_is_held_against(checked):
    """An editor needs both sides: the places, and what they come to."""
    _, report = checked
    for row in frames.rows(report.relations, Relation):
        missing = row.kind == "summary-figure-not-in-body"  # nothing to hold it against
        assert bool(row.stated) != row.fits
        assert bool(row.expected) == (not row.fits and not missing)


def test_the_right_ones_are_counted():
    """Nine relations hold in the story of which all figures add up."""
    report = api.check([str(SEEDS / "upland-ledger/harvest-in-figures.md")])
    kinds = report.relations["kind"].to_list()
    assert report.relations["fits"].all()
    for kind in ("percent-change", "multiple", "sum-of-parts", "percent-of-count"):
        assert kind in kinds
    assert kinds.count("unit-conversion") == 2
    assert kinds.count("weekday-of-date") == 1
