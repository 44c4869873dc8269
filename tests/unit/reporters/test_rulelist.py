"""The list of rules, for people and for programs."""

import orjson

from provenance.reporters.palette import Style
from provenance.reporters.rulelist import LISTS


def test_the_table_is_one_aligned_line_a_rule(rule):
    rules = [
        rule("BPL001", "share-label"),
        rule(
            "NUM001", "same-quantity-conflict", severity="error", confidence="medium", locale="und"
        ),
    ]
    assert LISTS["text"](rules, Style()).decode() == (
        "BPL001 warning high   en  share-label             a label of the page\n"
        "NUM001 error   medium und same-quantity-conflict  a label of the page\n"
    )


def test_messages_are_cut_to_the_line_and_shown_harmless(rule):
    told = rule("BPL001", "label", message="\x1b[2Jword " + "word " * 40)
    (line,) = LISTS["text"]([told], Style(width=80)).decode().splitlines()
    assert len(line) <= 80
    assert "\\x1b[2Jword" in line


def test_no_rules_are_no_lines():
    assert LISTS["text"]([], Style()) == b""
    assert orjson.loads(LISTS["json"]([], Style())) == []


def test_json_has_the_examples_but_not_the_place(rule):
    (told,) = orjson.loads(LISTS["json"]([rule("BPL001", "label", check=None)], Style()))
    assert told["rule_id"] == "BPL001"
    assert told["hits"] == [["Share"], ["Tweet"]]
    assert told["check"] is None
    assert "place" not in told


def test_the_page_has_a_section_a_rule_with_its_examples_in_blocks(rule):
    page = LISTS["markdown"]([rule("BPL001", "label")], Style()).decode()
    assert "## BPL001 label\n" in page
    assert "It finds:\n\n    Share\n" in page


def test_a_rule_cannot_put_mark_up_into_the_page(rule):
    """Rule files may come from strangers, and the page may be shown as HTML."""
    told = rule("BPL001", "label", message="<script>x</script> [a](b) `c`", hits=(("<b>\x1b",),))
    page = LISTS["markdown"]([told], Style()).decode()
    assert "> \\<script\\>x\\</script\\> \\[a\\](b) \\`c\\`" in page
    assert "    <b>\\x1b" in page
