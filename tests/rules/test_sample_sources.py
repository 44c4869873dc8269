"""The sample stories on sources show what their page says of them, and nothing else."""

from pathlib import Path

import pytest

from provenance import api, frames
from provenance.model import Claim, Finding, Quote

SEEDS = Path(__file__).parents[2] / "seeds"
BRIEFING = "harbour-gazette/pass-reopens-briefing.md"
SUMMARY = "newsloop/pass-general-summary.md"
EXPECTED = {
    BRIEFING: {},
    "newsloop/border-post-raid.md": {
        "ATT002": ["Haldorsen"],
        "ATT003": ["She estimates"],
        "ATT004": ["That ambush"],
        "ATT020": ["Mr Mehrwan"],
        "ATT021": ["Mr Mehrwan"],
        "BPL001": ["Advertisement"],
        "BPL011": ["Share"],
        "DMG001": ["USA -led"],
        "DMG003": ["USA surveillance"],
    },
    "tarnholm-post/harbour-sale-talks.md": {"ATT005": ["a person familiar with the talks said"]},
    "varn-courier/mine-closure-letter.md": {},
    "upland-ledger/dam-talks-key-points.md": {"ATT006": ["as good as signed"]},
}


def found_in(*names):
    """What is found in stories that are read together: by rule, the words of each finding."""
    report = api.check([str(SEEDS / name) for name in names])
    texts = dict(report.articles.select("article_id", "text").iter_rows())
    found = {}
    for item in frames.rows(report.findings, Finding):
        words = texts[item.article_id][item.start : item.end]
        found.setdefault(item.rule_id, []).append(words)
    return report, found


@pytest.mark.parametrize("name", EXPECTED)
def test_the_story_has_the_findings_that_it_was_written_for(name):
    assert found_in(name)[1] == EXPECTED[name]


def test_a_page_that_lives_off_another_outlet_says_so_as_information():
    found = found_in("newsloop/estuary-through-others.md")[1]
    assert {"ATT008", "ATT010", "QUO005"} <= found.keys()
    assert found["QUO005"][0].startswith("The fishermen of the estuary, whose fathers")


def test_two_accounts_of_one_briefing_are_one_source():
    report, found = found_in(BRIEFING, SUMMARY)
    (claim,) = frames.rows(report.claims, Claim)
    assert (claim.kind, claim.articles, claim.lineages) == ("quotation", 2, 2)
    assert (claim.fewest, claim.most, claim.item) == (1, 1, 3)
    assert len(found["QUO002"]) == 1
    assert "QUO001" not in found


def test_the_general_is_the_speaker_in_both_accounts():
    report, _ = found_in(BRIEFING, SUMMARY)
    said = [row for row in frames.rows(report.quotes, Quote) if "upper road" in _words(row, report)]
    assert {row.speaker.split()[-1] for row in said} == {"Oyelaran"}
    assert {row.form for row in said} == {"marked", "block"}


def _words(row, report):
    texts = dict(report.articles.select("article_id", "text").iter_rows())
    return texts[row.article_id][row.start : row.end]
