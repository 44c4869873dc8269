"""The page of one rule."""

import dataclasses

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import (
    Clean,
    Dimension,
    Example,
    Grade,
    OutletWeights,
    Points,
    Removal,
    Severity,
    Weights,
)
from provenance.reporters import rulepage
from provenance.reporters.palette import Style
from provenance.rulebook import RuleFile, load
from provenance.rulebook.described import Described
from provenance.rulebook.measured import Count, Measured

SET = Measured("pages", "", "2026-01-02", "", 9, 4, {}, {}, {}, {})


WEIGHTS = Weights(
    *(150, 60, 50),
    dimensions=(Dimension("integrity", 15, ("BPL",), "why"),),
    points=(Points("BPL001", 3, None, "A page is no story."),),
    defaults={"error": 8, "warning": 3, "info": 0},
    caps=(),
    grades=(Grade("A", 90), Grade("F", 0)),
    outlets=OutletWeights(8, 5, 30, (), ()),
)


def described(rule, **fields):
    defaults = {"pattern": None, "severity": rule.severity, "measured": (), "weights": WEIGHTS}
    return Described(rule, **defaults | fields)


def shown(told, **style):
    return rulepage.page(told, Style(**style)).decode()


def test_the_whole_page_of_a_rule(rule):
    told = rule(
        "NUM001",
        "conflict",
        check="figures",
        hits=(Example(("One.", "Two.\nThree.")), Example(("Four.",))),
    )
    assert shown(described(told)) == (
        "NUM001 conflict\n"
        "  severity     warning, confidence high\n"
        "  category     labels\n"
        "  language     en\n"
        "  says         a label of the page\n"
        "  why          Readers take it for the story.\n"
        "  fix          Take the line out.\n"
        "  costs        nothing: no dimension counts it\n"
        "  decided by   the check figures\n"
        "  since        0.1\n"
        "  declared in  rules/labels.yaml:3\n"
        "\n"
        "  found in\n"
        "  - One.\n"
        "    beside: Two.\n"
        "            Three.\n"
        "  - Four.\n"
        "\n"
        "  silent on\n"
        "  - They share a boat.\n"
        "  - A tweet was heard.\n"
    )


def test_an_example_stands_with_what_its_record_says(rule):
    hit = Example(("The quarry opened.",), blank=("title",))
    page = shown(described(rule("MET001", "no-headline", hits=(hit, hit))))
    assert "  - The quarry opened.\n    its record leaves title empty\n  - The" in page


OTHER = "  match: {lines: other}"


def read(text):
    """The rule that looks so, and its pattern."""
    lines = "\n".join(f"  {line}" for line in text.split("\n"))
    pack = (
        "pack: p\nlocale: und\nrules:\n- id: BPL001\n  name: n\n  category: c\n"
        "  severity: info\n  confidence: low\n  message: some words\n  why: w\n  fix: f\n"
        f"{lines}\n  examples: {{hit: [a, b], miss: [c, d]}}\n  since: '1'\n"
    )
    head, own = pack.split("- id: ")
    other = own.replace("BPL001", "BPL002").replace("name: n", "name: other").replace(lines, OTHER)
    book = load([RuleFile("p.yaml", f"{head}- id: {own}- id: {other}")])
    return book.rules[0], book.patterns[0]


def look(text):
    """The lines that tell how a rule looks."""
    rule, pattern = read(text)
    page = shown(described(rule, pattern=pattern), width=200)
    start, end = page.index("its patterns\n"), page.index("  since")
    return page[start:end].splitlines()[1:]


def test_phrases_limits_and_exceptions_are_told_by_the_keys_of_the_file():
    assert look(
        "match: {starts: [read more, go on], regex: 'a+'}\n"
        "where: {max-words: 9, unpunctuated: true, after: [BPL002]}\n"
        "except: {contains: x}\nflags: match"
    ) == [
        "  looks at     each line",
        "  for          starts: read more; go on",
        "  for          regex: a+",
        "  leaves alone contains: x",
        "  where        max-words 9, unpunctuated, after BPL002",
        "  flags        the place",
    ]


@pytest.mark.parametrize(
    ("text", "scope", "told"),
    [
        ("match: {repeat: {clusters: 3, share: 5}}", "corpus", "repeat: clusters 3, share 5"),
        ("match: {metric: {name: words, below: 50}}", "document", "metric: name words, below 50"),
        (
            "match: {consistency: {same: [[a b, c], [d, e]]}}",
            "document",
            "a b / c / d / e",
        ),
    ],
)
def test_structural_kinds_are_told_with_their_options(text, scope, told):
    lines = look(text)
    assert lines[0] == f"  looks at     each {scope}"
    assert told in lines[1]


def test_a_rule_for_any_language_decided_by_patterns_says_so():
    told, pattern = read("match: {lines: a}")
    page = shown(described(told, pattern=pattern))
    assert "  language     any\n" in page
    assert "  decided by   its patterns\n" in page


def test_what_the_settings_change_is_told(rule):
    told = rule("BPL001", "label")
    assert "settings" not in shown(described(told))
    changed = shown(described(told, severity=Severity.ERROR))
    assert (
        "  severity     error, confidence high\n  settings     change it from warning\n" in changed
    )
    assert "  settings     switch it off\n" in shown(described(told, severity=None))
    chosen = dataclasses.replace(told, opt_in=True)
    assert "  settings     off unless they name it\n" in shown(described(chosen, severity=None))


@pytest.mark.parametrize(
    ("clean", "told"),
    [
        (Clean(Removal.LINE, "", safe=True), "taking out the line (safe)"),
        (Clean(Removal.REST, "", safe=False), "taking out all from there on (only on request)"),
        (Clean(Removal.MATCH, "x\x1b", safe=True), "“x\\x1b” in place of the place (safe)"),
    ],
)
def test_how_it_is_cleaned_is_told(rule, clean, told):
    assert f"  cleaned by   {told}\n" in shown(described(rule("BPL001", "label", clean=clean)))


def test_tags_and_links_are_told(rule):
    page = shown(described(rule("BPL001", "n", tags=("a", "b"), links=("https://x.org",))))
    assert "  tags         a, b\n  see          https://x.org\n" in page


def test_what_was_measured_is_told_with_its_precision(rule):
    measured = ((SET, Count(4, 3)),)
    page = shown(described(rule("BPL001", "label"), measured=measured), width=200)
    assert (
        "  measured     pages, 2026-01-02: 4 lines flagged, 3 not of the story: "
        "precision .750 (.300 to .954)\n"
    ) in page


def test_damage_has_no_precision_in_lines_of_the_story(rule):
    """That a line is of the story does not make what is broken in it whole."""
    page = shown(described(rule("DMG001", "broken"), measured=((SET, Count(4, 3)),)), width=200)
    assert "4 lines flagged, 3 not of the story\n" in page


def test_json_has_all_of_it(rule):
    _, pattern = read("match: {lines: a}")
    measured = ((SET, Count(4, 3)),)
    told = described(rule("BPL001", "label"), pattern=pattern, severity=None, measured=measured)
    page = orjson.loads(rulepage.as_json(told, Style()))
    assert (page["rule_id"], page["place"]) == ("BPL001", "rules/labels.yaml:3")
    assert page["settings_severity"] is None
    assert page["look"] == {
        "scope": "line",
        "match": {"lines": ["a"]},
        "where": {},
        "except": {},
        "flags": "whole",
    }
    assert page["price"] == {
        "key": "BPL001",
        "points": 3,
        "words": None,
        "dimension": "integrity",
        "why": "A page is no story.",
        "caps": [],
    }
    assert [(each["set"], each["hits"], each["right"]) for each in page["measured"]] == [
        ("pages", 4, 3)
    ]


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(text=TEXT, other=TEXT)
def test_whatever_a_rule_holds_its_page_has_no_control_characters(rule, text, other):
    told = rule("BPL001", text, why=other, fix=text, message=other, place=text, tags=(other,))
    page = shown(described(told))
    assert all(
        line.isprintable() or not set(line) & set(map(chr, range(32))) for line in page.split("\n")
    )
