"""Bars and columns count every finding once, and those that are accepted apart."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.reporters.html.charts.families import BARS, LONGEST, PITCH, TOP, families
from provenance.reporters.html.charts.svg import WIDTH


@pytest.fixture(scope="session")
def found_in(report, article, finding, rule, view):
    """A view of an article with findings told as (family, severity, accepted)."""

    def _found_in(*told):
        one = article("a.txt", "Some text to read.")
        rules = [rule(f"{family}001", family.lower()) for family in {each[0] for each in told}]
        findings = [
            finding(
                one, "text", f"{family}001", severity=severity, accepted=accepted, message=str(at)
            )
            for at, (family, severity, accepted) in enumerate(told)
        ]
        return view(report([one], findings, sorted(rules, key=lambda each: each.rule_id)))

    return _found_in


def segments(found, kind):
    """Boxes of the bars, without the key above them."""
    boxes = found.numbers("rect", kind, "x", "y", "width", "height")
    return [box for box in boxes if box[1] > TOP - 10]


def test_without_findings_there_is_no_chart(found_in):
    assert families(found_in()) == ""


def test_segments_follow_one_another_and_are_as_long_as_their_share(found_in, figure):
    """Of four findings in the longest row each takes a quarter of the longest bar."""
    four = [("NUM", "error", None), *[("NUM", "warning", None)] * 2, ("NUM", "info", None)]
    found = figure(families(found_in(*four, ("DUP", "error", None))))
    quarter, y = LONGEST / 4, TOP + 1
    assert segments(found, "error") == [
        (BARS, y, quarter, 14),
        (BARS, y + PITCH, quarter, 14),
    ]
    assert segments(found, "warning") == [(BARS + quarter, y, 2 * quarter, 14)]
    assert segments(found, "info") == [(BARS + 3 * quarter, y, quarter, 14)]


def test_accepted_findings_stand_apart_in_outline(found_in, figure):
    found = figure(families(found_in(("NUM", "error", None), ("NUM", "error", "baseline"))))
    half = LONGEST / 2
    assert segments(found, "accepted") == [(BARS + half + 4.5, TOP + 1.5, half - 1, 13)]
    assert "1 error, 0 warnings, 0 info; 1 accepted, in outline." in found.caption


def test_a_family_of_which_all_is_accepted_starts_at_the_left(found_in, figure):
    found = figure(families(found_in(("NUM", "error", "settings"))))
    assert segments(found, "accepted")[0][0] == BARS + 0.5
    assert segments(found, "error") == []


def test_the_family_with_most_stands_first_and_equal_ones_by_name(found_in, figure):
    told = [("DUP", "info", None), *[("NUM", "info", None)] * 2, ("BPL", "error", None)]
    found = figure(families(found_in(*told)))
    assert found.words("name") == ["NUM", "BPL", "DUP", "all"]


def test_the_table_has_every_family_and_the_sum(found_in, figure):
    told = [("DUP", "info", None), ("NUM", "warning", None), ("NUM", "error", "baseline")]
    assert figure(families(found_in(*told))).tables() == [
        [
            ["NUM", "figures", "0", "1", "0", "1"],
            ["DUP", "text found elsewhere", "0", "0", "1", "0"],
            ["all", "", "0", "1", "1", "1"],
        ]
    ]


def test_warnings_have_stripes_so_that_colours_are_not_needed(found_in, figure):
    found = figure(families(found_in(("NUM", "warning", None))))
    striped = [each for each in found.shapes("rect") if "stripes" in (each.get("fill") or "")]
    assert len(striped) == 2  # in the key and in the bar


def test_families_beyond_the_room_are_one_row(found_in, figure):
    many = [(f"{a}{b}X", "info", None) for a in "ABCD" for b in "ABCDE"]
    found = figure(families(found_in(*many)))
    assert found.words("name")[-2:] == ["4 more", "all"]
    assert len(found.tables()[0]) == 21


def test_a_family_of_somebody_else_is_known_by_its_letters(found_in, figure):
    found = figure(families(found_in(("XYZ", "info", None))))
    assert found.words("name") == ["XYZ", "all"]


def test_a_hostile_family_breaks_nothing(found_in, figure):
    hostile = '</text><script>alert("1")</script>'
    view = found_in(("XYZ", "info", None))
    (rule,) = view.report.rules
    rules = {rule.rule_id: dataclasses.replace(rule, family=hostile * 1_000)}
    markup = families(dataclasses.replace(view, rules=rules))
    assert "<script" not in markup
    assert figure(markup).words("name")[0].startswith("\u2068</text>")


KINDS = st.tuples(
    st.sampled_from(["NUM", "DUP", "BPL"]),
    st.sampled_from(["error", "warning", "info"]),
    st.sampled_from([None, None, "baseline", "settings"]),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(KINDS, min_size=1, max_size=40), st.randoms())
def test_every_finding_is_counted_once_whatever_the_order(found_in, figure, told, chance):
    view = found_in(*told)
    markup = families(view)
    found = figure(markup)
    assert sum(map(int, found.tables()[0][-1][2:])) == len(told)
    for kind in ("error", "warning", "info", "accepted"):
        assert all(x + wide <= WIDTH for x, _, wide, _ in segments(found, kind))
    rows = list(range(len(told)))
    chance.shuffle(rows)
    turned = dataclasses.replace(view.report, findings=view.report.findings[rows])
    assert families(dataclasses.replace(view, report=turned)) == markup
