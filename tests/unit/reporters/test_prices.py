"""What a rule costs, said on its page."""

import pytest

from provenance.model import Cap, Dimension, Grade, OutletWeights, Points, Weights
from provenance.reporters import prices
from provenance.reporters.palette import Style

WEIGHTS = Weights(
    *(150, 60, 50),
    dimensions=(
        Dimension("integrity", 15, ("BPL", "DMG"), "why"),
        Dimension("originality", 25, ("DUP",), "why"),
    ),
    points=(
        Points("BPL", 3, None, "A page is no story."),
        Points("BPL005", 0, None, "One name would buy it off."),
        Points("DUP001", 25, 150, "A whole story."),
        Points("DMG001", 1, None, "A mark."),
    ),
    defaults={"error": 8, "warning": 3, "info": 0},
    caps=(
        Cap("lifted", 59, ("DUP001",), 1, 150, "Not credited."),
        Cap("spun", 60, ("DMG001", "DMG003"), 2, None, "Two marks."),
    ),
    grades=(Grade("A", 90), Grade("F", 0)),
    outlets=OutletWeights(8, 5, 30, (), ()),
)


def shown(rule_id, severity="warning"):
    return list(prices.lines(rule_id, severity, WEIGHTS, Style(width=200)))


@pytest.mark.parametrize(
    ("rule_id", "severity", "told"),
    [
        (
            *("BPL001", "warning"),
            [
                (
                    "  costs        3 points of the 15 of integrity; "
                    "each repeat 50 % of what the one before took"
                ),
                "               A page is no story.",
            ],
        ),
        (
            *("BPL005", "error"),
            [
                "  costs        0 points of the 15 of integrity",
                "               One name would buy it off.",
            ],
        ),
        (
            *("DUP001", "error"),
            [
                (
                    "  costs        up to 25 points of the 25 of originality, "
                    "all of them from 150 words on"
                ),
                "               A whole story.",
                "  caps         lifted at 59, from 150 words on: Not credited.",
            ],
        ),
        (
            *("DMG003", "error"),
            [
                (
                    "  costs        8 points of the 15 of integrity; "
                    "each repeat 50 % of what the one before took"
                ),
                "               any error without points of its own takes these",
                "  caps         spun at 60, where 2 of its rules find something: Two marks.",
            ],
        ),
        ("DUP001", "info", ["  costs        nothing: information"]),
        ("STA001", "warning", ["  costs        nothing: no dimension counts it"]),
    ],
)
def test_a_rule_tells_its_price_the_reason_and_the_caps(rule_id, severity, told):
    assert shown(rule_id, severity) == told


def test_one_point_is_one_point():
    assert shown("DMG001")[0].startswith("  costs        1 point of the 15")


def test_programs_get_the_same():
    assert prices.as_fields("DUP001", "error", WEIGHTS) == {
        "key": "DUP001",
        "points": 25,
        "words": 150,
        "dimension": "originality",
        "why": "A whole story.",
        "caps": ["lifted"],
    }
    told = prices.as_fields("DUP001", "info", WEIGHTS)
    assert (told["points"], told["why"], told["caps"]) == (0, "", [])
