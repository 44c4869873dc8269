"""The list of rules, for people and for programs."""

import orjson

from provenance.model import Example
from provenance.reporters.palette import Style
from provenance.reporters.rulelist import LISTS
from provenance.rulebook.measured import Count, Measured


def test_the_table_is_one_aligned_line_a_rule(rule):
    rules = [
        rule("BPL001", "share-label"),
        rule(
            "NUM001", "same-quantity-conflict", severity="error", confidence="medium", locale="und"
        ),
    ]
    assert LISTS["text"](rules, (), Style()).decode() == (
        "BPL001 warning high   en  share-label             a label of the page\n"
        "NUM001 error   medium und same-quantity-conflict  a label of the page\n"
    )


def test_messages_are_cut_to_the_line_and_shown_harmless(rule):
    told = rule("BPL001", "label", message="\x1b[2Jword " + "word " * 40)
    (line,) = LISTS["text"]([told], (), Style(width=80)).decode().splitlines()
    assert len(line) <= 80
    assert "\\x1b[2Jword" in line


def test_no_rules_are_no_lines():
    assert LISTS["text"]([], (), Style()) == b""
    assert orjson.loads(LISTS["json"]([], (), Style())) == []


def test_json_has_the_examples_but_not_the_place(rule):
    (told,) = orjson.loads(LISTS["json"]([rule("BPL001", "label", check=None)], (), Style()))
    assert told["rule_id"] == "BPL001"
    assert [each["texts"] for each in told["hits"]] == [["Share"], ["Tweet"]]
    assert told["check"] is None
    assert "place" not in told
    assert told["measured"] == []


def test_the_page_has_a_section_a_rule_with_its_examples_in_blocks(rule):
    page = LISTS["markdown"]([rule("BPL001", "label")], (), Style()).decode()
    assert "## BPL001 label\n" in page
    assert "It finds:\n\n    Share\n" in page


def test_an_example_stands_with_what_its_record_says(rule):
    hit = Example(("The quarry opened.",), given=("date",), blank=("title",))
    page = LISTS["markdown"]([rule("MET001", "no-headline", hits=(hit,))], (), Style()).decode()
    told = "It finds, where its record gives date and leaves title empty:"
    assert f"{told}\n\n    The quarry opened.\n" in page


def test_a_rule_cannot_put_mark_up_into_the_page(rule):
    """Rule files may come from strangers, and the page may be shown as HTML."""
    told = rule(
        "BPL001", "label", message="<script>x</script> [a](b) `c`", hits=(Example(("<b>\x1b",)),)
    )
    page = LISTS["markdown"]([told], (), Style()).decode()
    assert "> \\<script\\>x\\</script\\> \\[a\\](b) \\`c\\`" in page
    assert "    <b>\\x1b" in page


def measured(**counts):
    groups = {"families": {}, "packs": {}, "categories": {}, "rules": {}} | counts
    return Measured("pages", "a|b", "2026-01-02", "Some <b>pages</b>.", 100, 40, **groups)


def test_what_was_measured_of_a_rule_stands_in_json(rule):
    rules = [rule("BPL001", "label"), rule("BPL002", "other")]
    told = orjson.loads(LISTS["json"](rules, [measured(rules={"BPL001": Count(4, 3)})], Style()))
    (one,) = told[0]["measured"]
    assert (one["set"], one["date"]) == ("pages", "2026-01-02")
    assert (one["hits"], one["right"], one["false_alarms"], one["precision"]) == (4, 3, 1, 0.75)
    assert told[1]["measured"] == []


def test_the_page_tells_packs_categories_families_and_rules(rule):
    """Wilson's interval of 3 of 4 is .301 to .954, of 3 of 40 .026 to .199."""
    rules = [rule("BPL001", "label"), rule("BPL002", "other"), rule("DMG001", "broken")]
    one = Count(4, 3)
    sets = [
        measured(
            families={"BPL": one, "DMG": Count(6, 0)},
            packs={"labels": one},
            categories={"labels": one},
            rules={"BPL001": one},
        )
    ]
    page = LISTS["markdown"](rules, sets, Style()).decode()
    name, shares = "pages, 2026-01-02", ".750 (.300 to .954) | .075 (.025 to .198)"
    assert f"| labels | {name} | 4 | 3 | {shares} |\n" in page
    assert page.count(f"| labels | {name} | 4 | 3 |") == 2
    assert f"| DMG | {name} | .000 (.000 to .087) | .100 (.046 to .201) |" in page
    assert f"Precision: .750 (.300 to .954) of 4 lines ({name}).\n" in page
    assert page.count("Precision: it flags no line of the sets.") == 1
    assert "Some \\<b\\>pages\\</b\\>.; a\\|b; 100 lines, 40 not of the story" in page


def test_a_pack_that_flags_nothing_has_a_row_without_a_share(rule):
    page = LISTS["markdown"]([rule("BPL001", "label")], [measured()], Style()).decode()
    assert "| labels | pages, 2026-01-02 | 0 | 0 | - | .000 (.000 to .087) |\n" in page


def test_a_page_without_measurements_says_nothing_of_them(rule):
    page = LISTS["markdown"]([rule("BPL001", "label")], (), Style()).decode()
    assert "measured" not in page
    assert "Precision" not in page
