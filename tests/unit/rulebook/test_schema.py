"""The JSON Schema of rule packs: what it takes, the loader takes, and the other way round."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from provenance.rulebook.schema import schema

ROOT = Path(__file__).parents[3]
VALIDATOR = jsonschema.Draft202012Validator(schema())
PACKS = [
    path for path in sorted((ROOT / "rules").glob("*.yaml")) if "\npack:" in path.read_text("utf-8")
]


def is_valid(text):
    """As an editor sees it, which takes `3` for a number and `true` for a truth."""
    return VALIDATOR.is_valid(yaml.safe_load(text))


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_there_are_packs():
    assert len(PACKS) >= 6


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_every_shipped_pack_is_valid(path):
    document = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


GOOD = [
    "match: {lines: advert}",
    "match: {lines: [advert, 12:30, No, 7], ends: x}\nwhere: {max-words: 4, unpunctuated: true}",
    "scope: corpus\nmatch: {repeat: {clusters: 3}}",
    "match: {run: {lines: 3, flagged: 50}}",
    "match: {occurrence: {regex: x, more-than: 3}}",
    "match: {consistency: {same: [[a, b], [c, d]]}}",
    "match: {conditional: {if: a, needs: b}}",
    "match: {regex: x}\nflags: match\nexcept: {contains: y}",
    "match: {lines: x}\nclean: {remove: line, safety: safe}\ntags: [a, b]\nlinks: https://a.example",
    "match: {lines: x}\nclean: {replace: 'y', safety: unsafe}\nlocale: de",
]
BAD = [
    "matches: {lines: advert}",
    "match: {line: advert}",
    "match: {}",
    "match: {lines: []}",
    "match: {lines: {a: b}}",
    "match: {lines: x}\nwhere: {max-words: many}",
    "match: {lines: x}\nwhere: {most-words: 3}",
    "match: {lines: x}\nscope: page",
    "match: {lines: x}\nflags: all",
    "match: {run: {lines: 3}, lines: x}",
    "match: {run: {flagged: 3}}",
    "match: {metric: {name: beauty, above: 3}}",
    "match: {consistency: {same: [a, b]}}",
    "match: {lines: x}\nclean: {remove: page, safety: safe}",
    "match: {lines: x}\nclean: {remove: line}",
    "match: {lines: x}\nclean: {remove: line, replace: y, safety: safe}",
    "match: {lines: x}\nclean: {safety: safe}",
    "match: {lines: x}\nlinks: [www.example]",
    "match: {lines: x}\nlocale: English",
    "match: {lines: x}\ncheck: figures",
]


@pytest.mark.parametrize("look", GOOD)
def test_both_take_what_is_right(faults, pack, rule, look):
    text = pack(rule(look))
    assert (faults(text), is_valid(text)) == ([], True)


@pytest.mark.parametrize("record", ["given: title", "blank: [date, outlet], given: byline"])
def test_both_take_what_an_example_says_of_its_record(faults, pack, rule, record):
    text = pack(rule().replace("hit: [one, two]", f"hit: [{{text: one, {record}}}, two]"))
    assert (faults(text), is_valid(text)) == ([], True)


@pytest.mark.parametrize("look", BAD)
def test_both_refuse_what_is_wrong(faults, pack, rule, look):
    text = pack(rule(look))
    assert (bool(faults(text)), is_valid(text)) == (True, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: TST001", "id: TST1"),
        ("severity: warning", "severity: loud"),
        ("  why: Because.\n", ""),
        ("hit: [one, two]", "hit: [one]"),
        ("hit: [one, two]", "hits: [one, two]"),
        ("hit: [one, two]", "hit: [{text: one, on: '1:1-1:2'}, two]"),
        ("hit: [one, two]", "hit: [{text: one, at: '1-2'}, two]"),
        ("hit: [one, two]", "hit: [{text: one, blank: author}, two]"),
        ("hit: [one, two]", "hit: [{text: one, given: [date, length]}, two]"),
        ("hit: [one, two]", "hit: [{blank: title}, two]"),
        ("locale: en", "locale: English"),
        ("pack: test", "pack: Test Pack"),
        ("rules:", "rule:"),
    ],
)
def test_both_refuse_what_is_wrong_around_it(faults, pack, rule, old, new):
    text = pack(rule()).replace(old, new)
    assert (bool(faults(text)), is_valid(text)) == (True, False)
