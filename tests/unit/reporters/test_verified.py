"""What came of recomputing a report, for people."""

import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.palette import Style
from provenance.reporters.verified import page
from provenance.scoring.differences import Difference
from provenance.scoring.verification import Recount, Verification

OTHER = Difference("dimensions.integrity.lost", "3", "8")


def shown(*recounts, weights=(), place="r.json", version="0.1.0"):
    return page(Verification(place, version, recounts, weights), Style()).decode()


def test_a_report_that_holds_says_how_much_was_reproduced():
    assert shown(Recount("deduction", 1, ()), Recount("score", 1_200, ())) == (
        "r.json\n"
        "  made by      provenance 0.1.0\n"
        "  rests on     what the report says of the texts: its findings, outcomes, words, lineages "
        "and\n"
        "               credits; the texts are not in it\n"
        "  weights      those of this program\n"
        "\n"
        "1 of 1 deduction reproduced\n"
        "1,200 of 1,200 scores reproduced\n"
    )


def test_a_difference_is_told_with_its_row_its_field_and_both_values():
    told = shown(Recount("score", 3, (("story-7", (OTHER, Difference("score", "97", "92"))),)))
    assert told.endswith(
        "\n"
        "scores that come out otherwise\n"
        "  story-7\n"
        "    dimensions.integrity.lost: 3 stated, 8 recomputed\n"
        "    score: 97 stated, 92 recomputed\n"
        "\n"
        "2 of 3 scores reproduced\n"
    )


def test_of_many_differences_only_some_are_shown_and_all_are_counted():
    """Whoever changed every score needs no list of a million."""
    rows = tuple((f"story-{n}", (OTHER,) * 25) for n in range(1_023))
    told = shown(Recount("score", 2_000, rows))
    assert told.count("  story-") == 20
    assert told.count("stated") == 400
    assert told.count("    and 5 more\n") == 20
    assert "  and 1,003 more scores\n" in told
    assert "977 of 2,000 scores reproduced\n" in told


def test_weights_that_are_not_those_of_this_program_are_told_and_are_no_fault():
    """The scores may follow from the report and the report be made by another scale."""
    weights = tuple(Difference(f"points.NUM{n:03}.points", "0", "8") for n in range(25))
    told = shown(Recount("score", 1, ()), weights=weights)
    assert "  weights      not those of this program: 25 values differ\n" in told
    assert "               points.NUM000.points: 0 in the report, 8 in this program\n" in told
    assert "               and 5 more\n" in told
    assert told.endswith("1 of 1 score reproduced\n")


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@given(text=TEXT)
def test_whatever_a_report_holds_its_page_has_no_control_characters(text):
    other = Difference(text, text, text)
    told = shown(
        Recount("score", 1, ((text, (other,)),)), weights=(other,), place=text, version=text
    )
    assert CONTROLS.findall(told) == []
