"""What counts as read right, and as found, when figures are measured."""

from types import SimpleNamespace

import numbers_quality as quality
import pytest


def figure(value=1.0, low=0.0, high=None, bound="exact", *, kind="count", unit=None):
    return SimpleNamespace(value=value, low=low, high=high, bound=bound, kind=kind, unit=unit)


def told(value, unit=None):
    return {"value": value, "unit": unit}


@pytest.mark.parametrize(
    ("values", "right"), [([20.0, 5.0], True), ([20.0], False), ([20.0, 5.0, 1.0], False)]
)
def test_a_case_is_right_when_all_its_numbers_are_read_and_no_more(values, right):
    gold = [told("5"), told("20")]
    assert quality.as_numbers(gold, [figure(value) for value in values]) is right


def test_a_percentage_is_its_number():
    assert quality.as_numbers([told("12.5%")], [figure(12.5)])


@pytest.mark.parametrize(
    ("gold", "row", "right"),
    [
        ("[20,30)", figure(25, 20, 30, "range"), True),
        ("(20,)", figure(20, 20, None, "more-than"), True),
        ("(,30]", figure(30, 0, 30, "up-to"), True),
        ("[20,20]", figure(20, 19, 21), True),
        ("[20,30)", figure(25, 20, 31, "range"), False),
        ("[20,20]", figure(21, 20, 22), False),
    ],
)
def test_a_range_is_right_when_both_its_ends_are(gold, row, right):
    assert quality.as_ranges([told(gold)], [row]) is right


def test_an_exact_figure_beside_a_range_does_no_harm():
    rows = [figure(2009), figure(30, 0, 30, "less-than")]
    assert quality.as_ranges([told("(,30)")], rows)


@pytest.mark.parametrize(
    ("gold", "unit", "right"),
    [("Kilometer", "kilometre", True), ("Metric ton", "tonne", True), ("Mile", "kilometre", False)],
)
def test_a_dimension_is_right_in_value_and_unit(gold, unit, right):
    rows = [figure(5, kind="measure", unit=unit), figure(3, kind="measure", unit="hour")]
    assert quality.as_dimensions([told("5", gold)], rows) is right


@pytest.mark.parametrize(
    ("places", "found"),
    [([(0, 2), (12, 14)], True), ([(12, 14)], True), ([(0, 2), (9, 11)], False)],
)
def test_a_planted_sentence_is_found_when_a_place_lies_in_it(places, found):
    first, *others = [SimpleNamespace(start=start, end=end) for start, end in places]
    relation = SimpleNamespace(start=first.start, end=first.end, others=others)
    item = {"text": "20 boats. 30 boats sank.", "evidence": "30 boats sank."}
    assert quality.in_evidence(relation, item) is found


def test_only_relations_that_do_not_fit_are_findings_by_their_severity():
    reader = quality.Reader(None, {"sum": "warning", "rank": "info"})
    rows = [
        SimpleNamespace(kind=kind, fits=fits)
        for kind, fits in (("sum", False), ("sum", True), ("rank", False))
    ]
    assert reader.failing(rows, "warning", "error") == rows[:1]
    assert reader.failing(rows, "info") == rows[2:]
