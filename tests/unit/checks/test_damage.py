from provenance.checks.damage import CHECK
from provenance.model import Status

TEXT = "The Norway -led crew met,. A Peru -based one left."


def test_the_check_makes_the_findings_of_one_family():
    assert CHECK.families == ("DMG",)
    assert CHECK.question.endswith("?")


def test_every_damaged_place_is_a_finding_with_its_own_evidence(corpus, rule):
    """Unlike page furniture, damage is counted by place: one line may be a whole article."""
    made = corpus(
        {"a": TEXT},
        [("DMG001", "a", "Norway -led"), ("DMG001", "a", "Peru -based"), ("DMG002", "a", ",.")],
        [rule("DMG001", message="space inside a compound: {match}"), rule("DMG002")],
    )
    findings = CHECK.run(made).findings
    assert [TEXT[item.start : item.end] for item in findings] == [
        "Norway -led",
        ",.",
        "Peru -based",
    ]
    assert findings[0].message == "space inside a compound: Norway -led"


def test_rules_of_other_families_are_left_to_other_checks(corpus, rule):
    made = corpus({"a": TEXT}, [("BPL001", "a", ",.")], [rule("BPL001")])
    assert CHECK.run(made).findings == []


def test_a_clean_article_is_not_skipped(corpus, rule):
    examined = CHECK.run(corpus({"a": "All is well."}, [], [rule("DMG001")]))
    assert (examined.findings, examined.skipped) == ([], {})


def test_articles_that_could_not_be_judged_say_why(corpus, rule):
    made = corpus(
        {"a": ("Schiff", "de"), "b": ("x", None), "c": (TEXT, None)},
        [("DMG002", "c", ",.")],
        [rule("DMG002")],
    )
    assert CHECK.run(made).skipped == {
        "a": (Status.NOT_AVAILABLE, "no damage pack for language de"),
        "b": (
            Status.NOT_AVAILABLE,
            "language not recognised; the English rules found nothing",
        ),
    }
