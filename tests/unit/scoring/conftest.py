"""Weights small enough to reckon with by hand, and findings that show what matters."""

import pytest

from provenance.model import Cap, Dimension, Finding, Grade, OutletWeights, Points, Weights

MADE_UP = Weights(
    minimum_words=150,
    minimum_coverage=60,
    repeat_share=50,
    dimensions=(
        Dimension("consistency", 20, ("NUM", "ATT020"), "why"),
        Dimension("integrity", 15, ("BPL", "DMG"), "why"),
        Dimension("sourcing", 40, ("ATT", "QUO"), "why"),
        Dimension("originality", 25, ("DUP",), "why"),
    ),
    points=(
        Points("NUM001", 8, None, "why"),
        Points("BPL", 3, None, "why"),
        Points("BPL085", 2, None, "why"),
        Points("DUP001", 25, 150, "why"),
        Points("DUP002", 25, 150, "why"),
        Points("ATT005", 0, None, "why"),
    ),
    defaults={"error": 8, "warning": 3, "info": 0},
    caps=(
        Cap("lifted", 59, ("DUP001", "DUP002"), 1, 150, "why"),
        Cap("spun", 59, ("DMG001", "DMG003"), 2, None, "why"),
        Cap("headline", 74, ("NUM006",), 1, None, "why"),
    ),
    grades=(Grade("A", 90), Grade("B", 75), Grade("C", 60), Grade("D", 40), Grade("F", 0)),
    outlets=OutletWeights(8, 5, 30, ("originality", "integrity"), ()),
)


def make_finding(rule_id="NUM001", severity="warning", start=0, article_id="a", extent=None):
    return Finding(
        rule_id, article_id, start, start + 1, severity, "high", "m", (), extent, deduction=0
    )


@pytest.fixture(scope="session")
def weights():
    return MADE_UP


@pytest.fixture(scope="session")
def a_finding():
    return make_finding
