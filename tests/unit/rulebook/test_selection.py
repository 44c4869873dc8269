import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import ConfigError, FaultList
from provenance.model import Severity
from provenance.rulebook import RuleFile, load, select

IDS = ("BPL001", "BPL011", "BPL012", "DMG001")


@pytest.fixture(scope="module")
def book():
    body = (
        "- id: {0}\n  name: name-{0}\n  category: {1}\n  severity: warning\n  confidence: low\n"
        "  message: m\n  why: w\n  fix: f\n  match: {{lines: [a]}}\n"
        "  examples: {{hit: [a, b], miss: [c, d]}}\n  since: '0.1'\n"
    )
    kinds = ("advertising", "sharing", "sharing", "spinning")
    rules = "".join(body.format(i, kind) for i, kind in zip(IDS, kinds, strict=True))
    for rule_id in IDS:
        rules = rules.replace(f"name: name-{rule_id}", f"name: name-{rule_id.lower()}")
    return load([RuleFile("p.yaml", f"pack: p\nlocale: en\nrules:\n{rules}")])


def ids(book):
    return tuple(rule.rule_id for rule in book.rules)


def refused(book, **settings):
    with pytest.raises(FaultList) as caught:
        select(book, **settings)
    assert all(isinstance(fault, ConfigError) for fault in caught.value.faults)
    return [fault.message for fault in caught.value.faults]


def test_without_settings_every_rule_takes_part_as_declared(book):
    assert select(book) == book


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BPL011", ("BPL011",)),
        ("BPL", ("BPL001", "BPL011", "BPL012")),
        ("BPL01", ("BPL011", "BPL012")),
        ("sharing", ("BPL011", "BPL012")),
        ("name-dmg001", ("DMG001",)),
    ],
)
def test_a_rule_is_named_by_id_family_group_category_or_name(book, name, expected):
    assert ids(select(book, select=[name])) == expected
    assert set(ids(select(book, ignore=[name]))) == set(IDS) - set(expected)


def test_several_names_select_what_any_of_them_names(book):
    assert ids(select(book, select=["DMG", "advertising"])) == ("BPL001", "DMG001")


def test_ignored_rules_are_out_whatever_is_selected(book):
    assert ids(select(book, select=["BPL"], ignore=["BPL011"])) == ("BPL001", "BPL012")


def test_the_patterns_of_rules_that_are_out_are_out(book):
    kept = select(book, select=["DMG"])
    assert [pattern.rule_id for pattern in kept.patterns] == ["DMG001"]


def test_severities_change_and_nothing_else_does(book):
    changed = select(book, severity=[("BPL011", "error"), ("DMG", "info")])
    levels = {rule.rule_id: rule.severity for rule in changed.rules}
    assert levels == {
        "BPL001": Severity.WARNING,
        "BPL011": Severity.ERROR,
        "BPL012": Severity.WARNING,
        "DMG001": Severity.INFO,
    }
    assert changed.patterns == book.patterns


def test_a_rule_that_is_off_takes_no_part(book):
    assert ids(select(book, severity=[("sharing", "off")])) == ("BPL001", "DMG001")


def test_the_last_severity_given_for_a_rule_holds(book):
    pairs = [("BPL", "off"), ("BPL001", "error")]
    assert {r.rule_id: r.severity.value for r in select(book, severity=pairs).rules} == {
        "BPL001": "error",
        "DMG001": "warning",
    }
    assert ids(select(book, severity=pairs[::-1])) == ("DMG001",)


@pytest.mark.parametrize("name", ["BPX", "BPL0111", "bpl", "BP", "", "share", "Sharing", "*"])
def test_a_name_of_no_rule_is_told(book, name):
    assert refused(book, select=[name]) == [f"`select` names no rule: `{name}`"]


def test_the_nearest_name_is_offered(book):
    with pytest.raises(FaultList) as caught:
        select(book, ignore=["sharign"])
    assert caught.value.faults[0].hint == "did you mean `sharing`?"


def test_every_fault_of_the_settings_is_told_at_once(book):
    faults = refused(
        book, select=["XXX"], ignore=["YYY", "BPL"], severity=[("ZZZ", "error"), ("BPL", "loud")]
    )
    assert faults == [
        "`select` names no rule: `XXX`",
        "`ignore` names no rule: `YYY`",
        "`severity` names no rule: `ZZZ`",
        "`severity` of `BPL` cannot be `loud`",
    ]


def test_a_hostile_name_is_shown_harmlessly(book):
    (fault,) = refused(book, select=["\x1b[2J" + "x" * 500])
    assert fault.isprintable()
    assert len(fault) < 100


NAMES = st.lists(st.sampled_from([*IDS, "BPL", "DMG0", "sharing", "advertising"]), max_size=4)


@given(chosen=NAMES, dropped=NAMES)
def test_selecting_never_adds_a_rule_and_selecting_again_changes_nothing(book, chosen, dropped):
    once = select(book, chosen, dropped)
    assert set(ids(once)) <= set(IDS)
    assert {pattern.rule_id for pattern in once.patterns} == set(ids(once))
    named = [name for name in (*chosen, *dropped) if name not in IDS or name in ids(once)]
    if named == [*chosen, *dropped] and once.rules:
        assert select(once, [rule.rule_id for rule in once.rules]) == once


@pytest.fixture(scope="module")
def with_opt_in(book, pack, rule):
    text = pack(rule(), rule(rule_id="TST002"), rule(rule_id="TSU001"))
    asked = text.replace("pack: test", "pack: asked").replace("TST", "STA").replace("TSU", "STB")
    asked = asked.replace("rule-tst", "rule-sta").replace("rule-tsu", "rule-stb")
    asked = asked.replace("locale: en\n", "locale: en\nopt-in: true\n")
    return load([RuleFile("a.yaml", text), RuleFile("b.yaml", asked)])


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ("TST001", "TST002", "TSU001")),
        ({"select": ["STA"]}, ("STA001", "STA002")),
        ({"select": ["STA001", "TST001"]}, ("STA001", "TST001")),
        ({"severity": [("STA", "info")]}, ("STA001", "STA002", "TST001", "TST002", "TSU001")),
        ({"severity": [("STA", "off")]}, ("TST001", "TST002", "TSU001")),
        ({"severity": [("STA", "info")], "ignore": ["STA002", "TS"]}, ("STA001",)),
    ],
)
def test_rules_of_an_opt_in_pack_take_part_when_they_are_named(with_opt_in, settings, expected):
    if settings.get("ignore"):
        settings = {**settings, "ignore": ["STA002", "TST", "TSU"]}
    assert ids(select(with_opt_in, **settings)) == expected


def test_a_family_without_a_rule_left_is_off(book):
    assert select(book).off == frozenset()
    assert select(book, ignore=["DMG"]).off == {"DMG"}
    assert select(book, ignore=["BPL011"]).off == frozenset()


def test_a_family_nobody_asked_for_is_not_switched_off(with_opt_in):
    assert select(with_opt_in).off == frozenset()


CHAIN = """match: {lines: [b]}
where: {after: [TST001]}"""


@pytest.fixture(scope="module")
def chained(pack, rule):
    waiting = rule(CHAIN, rule_id="TST002")
    run = rule("match: {run: {lines: 3, flagged: 1}}\nwhere: {max-words: 1}", rule_id="TST003")
    return load([RuleFile("p.yaml", pack(rule("match: {lines: [a]}"), waiting, run))])


@pytest.mark.parametrize(
    "settings", [{"select": ["TST002"]}, {"ignore": ["TST001"]}, {"severity": [("TST001", "off")]}]
)
def test_a_rule_finds_the_same_whatever_others_take_part(chained, matched, settings):
    """Else a gate on one rule would pass since another was switched off."""
    found = matched(select(chained, **settings).patterns, "a\nb\nc")
    assert ("a", "TST002", "b") in found
    assert "TST001" not in {rule_id for _, rule_id, _ in found}


def test_a_run_finds_the_same_whatever_others_take_part(chained, matched):
    found = matched(select(chained, select=["TST003"]).patterns, "a\nb\nc")
    assert found == [("a", "TST003", "c")]


def test_what_is_only_asked_stays_out_of_a_second_selection_too(chained, matched):
    twice = select(select(chained, select=["TST002"]), select=["TST002"])
    assert [rule_id for _, rule_id, _ in matched(twice.patterns, "a\nb")] == ["TST002"]


def test_rules_that_settings_leave_out_or_make_information_are_remembered(book):
    """A score without them must not pass for one with all."""
    levels = (("BPL011", "info"), ("BPL012", "error"))
    assert select(book, (), ("BPL001",), levels).quieted == ("BPL001", "BPL011")
    assert select(book, ("DMG",)).quieted == ("BPL001", "BPL011", "BPL012")
