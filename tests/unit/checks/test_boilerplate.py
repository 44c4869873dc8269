import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.checks.boilerplate import CHECK
from provenance.model import Status

TEXT = "Harbour shut until noon\nShare this\nAdvertisement\n"


def found(corpus):
    return [(item.rule_id, item.start, item.severity) for item in CHECK.run(corpus).findings]


def test_the_check_makes_the_findings_of_one_family():
    assert CHECK.families == ("BPL",)
    assert CHECK.question.endswith("?")


def test_every_flagged_line_is_a_finding(corpus, rule):
    made = corpus(
        {"a": TEXT},
        [("BPL001", "a", "Advertisement"), ("BPL011", "a", "Share this")],
        [rule("BPL001", message="ad label: {match}"), rule("BPL011")],
    )
    examined = CHECK.run(made)
    assert [item.message for item in examined.findings] == [
        "found: Share this",
        "ad label: Advertisement",
    ]
    assert examined.skipped == {}


def test_rules_of_other_families_are_left_to_other_checks(corpus, rule):
    made = corpus({"a": TEXT}, [("DMG001", "a", "Share")], [rule("DMG001")])
    assert found(made) == []


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("BPL001", "warning"), ("BPL002", "error"), "BPL002"),
        (("BPL001", "error"), ("BPL002", "warning"), "BPL001"),
        (("BPL001", "info"), ("BPL002", "warning"), "BPL002"),
        (("BPL001", "warning"), ("BPL002", "warning"), "BPL001"),
    ],
)
def test_of_two_rules_on_one_line_the_most_severe_is_kept_then_the_lowest_id(
    corpus, rule, *, first, second, kept
):
    """One line is one fault, however many rules know it."""
    rules = [rule(*first), rule(*second)]
    matched = [(each.rule_id, "a", "Share this") for each in rules]
    assert [item[0] for item in found(corpus({"a": TEXT}, matched, rules))] == [kept]


def test_a_whole_line_and_a_place_in_it_are_one_finding(corpus, rule):
    made = corpus(
        {"a": TEXT},
        [("BPL041", "a", "this"), ("BPL011", "a", "Share this")],
        [rule("BPL011"), rule("BPL041")],
    )
    assert [item[0] for item in found(made)] == ["BPL011"]


def test_two_places_of_one_rule_in_a_line_are_one_finding_at_the_first(corpus, rule):
    made = corpus(
        {"a": TEXT}, [("BPL041", "a", "until"), ("BPL041", "a", "shut")], [rule("BPL041")]
    )
    assert found(made) == [("BPL041", TEXT.index("shut"), "warning")]


def test_lines_of_different_articles_never_stand_for_each_other(corpus, rule):
    made = corpus(
        {"a": "Share this", "b": "Share this"},
        [("BPL011", "a", "Share this"), ("BPL011", "b", "Share this")],
        [rule("BPL011")],
    )
    assert len(found(made)) == 2


def test_a_rule_that_is_switched_off_finds_nothing_and_hides_nothing(corpus, rule):
    made = corpus(
        {"a": TEXT},
        [("BPL001", "a", "Share this"), ("BPL011", "a", "Share this")],
        [rule("BPL011")],
    )
    assert [item[0] for item in found(made)] == ["BPL011"]


def test_articles_that_could_not_be_judged_say_why(corpus, rule):
    made = corpus(
        {"a": ("Werbung", "de"), "b": ("Kurz", None), "c": ("Share this", None)},
        [("BPL011", "c", "Share this")],
        [rule("BPL011")],
    )
    assert CHECK.run(made).skipped == {
        "a": (Status.NOT_AVAILABLE, "no boilerplate pack for language de"),
        "b": (
            Status.NOT_AVAILABLE,
            "language not recognised; the English rules found nothing",
        ),
    }


@given(
    order=st.permutations([("BPL001", "Advert"), ("BPL011", "Share"), ("BPL021", "Share this")]),
    levels=st.lists(st.sampled_from(["error", "warning", "info"]), min_size=3, max_size=3),
)
def test_each_flagged_line_has_exactly_one_finding_whatever_the_order(corpus, rule, order, levels):
    rules = [rule(name, level) for (name, _), level in zip(sorted(order), levels, strict=True)]
    made = corpus({"a": TEXT}, [(name, "a", words) for name, words in order], rules)
    lines = [TEXT.count("\n", 0, start) for _, start, _ in found(made)]
    assert lines == [1, 2]
