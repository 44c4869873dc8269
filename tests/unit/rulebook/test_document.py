"""Strict YAML: what is read, and everything that is refused, with its place."""

import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from provenance.rulebook.document import MOST_CHARACTERS, Items, Table, Text, parse
from provenance.rulebook.faults import FaultLog
from provenance.rulebook.files import RuleFile


def read(text):
    """The document and what was wrong with it, as `line:column message`."""
    log = FaultLog(RuleFile("r.yaml", text))
    node = parse(log)
    faults = [f"{f.place.removeprefix('r.yaml:')} {f.message}" for f in log.faults()]
    return node, faults


def plain(node):
    """Nodes without their places."""
    if isinstance(node, Table):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node.text


@pytest.fixture(params=["libyaml", "python"])
def loader(request, monkeypatch):
    """Both parsers of PyYAML; the C one is missing on some machines."""
    if request.param == "python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    elif not yaml.__with_libyaml__:
        pytest.fail("the C parser should be there")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "scalar",
    ["No", "on", "Yes", "~", "null", "12:30", "1_000", "0x1F", "1e3", "2024-01-01", "3.0", "true"],
)
def test_every_scalar_is_text(scalar):
    """YAML makes False, 750 or a date of phrases like these."""
    node, faults = read(f"- {scalar}")
    assert (plain(node), faults) == ([scalar], [])


@pytest.mark.usefixtures("loader")
def test_lists_tables_quotes_and_blocks_are_read():
    text = "a: [x, 'y''s', \"z\\n\"]\nb:\n- |\n  one\n  two\n- {c: d}\n"
    node, faults = read(text)
    assert plain(node) == {"a": ["x", "y's", "z\n"], "b": ["one\ntwo\n", {"c": "d"}]}
    assert faults == []


@pytest.mark.usefixtures("loader")
def test_nodes_know_where_they_stand_and_how_wide_they_are():
    node, _ = read("a:\n  - bcd\n  - 'e'\n")
    (key, items) = node.entries[0]
    assert (key.at.line, key.at.column, key.at.width) == (1, 1, 1)
    assert [(i.at.line, i.at.column, i.at.width) for i in items.items] == [(2, 5, 3), (3, 5, 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read_and_counted(end):
    node, faults = read(f"a: b{end}c: d{end}a: e{end}")
    assert plain(node) == {"a": "b", "c": "d"}
    assert faults == ["3:1 the key `a` stands here a second time; see line 1"]


@pytest.mark.usefixtures("loader")
def test_a_byte_order_mark_is_passed_over_and_not_counted():
    node, faults = read("\ufeffa: &x b\na: c\n")
    assert plain(node) == {"a": "b"}
    assert faults == [
        "1:4 anchors and aliases are not allowed",
        "2:1 the key `a` stands here a second time; see line 1",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_file_has_no_document(text):
    assert read(text) == (None, [])


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x b", "1:4 anchors and aliases are not allowed"),
        ("a: &x [b]", "1:4 anchors and aliases are not allowed"),
        ("a: !!str b", "1:4 tags are not allowed"),
        ("a: !!python/object/apply:os.system [ls]", "1:4 tags are not allowed"),
        ("a: ! b", "1:4 tags are not allowed"),
        ("<<: {a: b}", "1:1 merge keys are not allowed"),
        ("? [a, b]\n: c", "1:3 a key must be a word"),
        ("a: b\n---\nc: d", "2:1 a second document begins here"),
        ("a: b\nc: d\n\n a: e", "4:3 not YAML"),
        ("a: b: c", "1:5 not YAML: mapping values are not allowed"),
        ("a: 'b", "not YAML"),
        ("a: [b", "not YAML"),
        ("a: {b", "not YAML"),
    ],
)
def test_what_a_rule_file_does_not_need_is_refused(text, fault):
    _, faults = read(text)
    assert len(faults) >= 1
    assert fault in faults[0]


def test_an_alias_is_refused_and_not_followed():
    node, faults = read("a: &x [1, 2]\nb: *x\n")
    assert faults == [
        "1:4 anchors and aliases are not allowed",
        "2:4 anchors and aliases are not allowed",
    ]
    assert plain(node)["b"] == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: b\n\tc: d", "2:1 a tab is not allowed here"),
        ("a: b\tc", "1:5 a tab is not allowed here"),
        ("\ufeffa: b\tc", "1:5 a tab is not allowed here"),
        ("a: b\x1b[31m", "1:5 the character U+001B is not allowed here"),
        ("a: b\x00", "1:5 the character U+0000 is not allowed here"),
        ("a: b\u2028c", "1:5 the character U+2028 is not allowed here"),
        ("a: b\x85c", "1:5 the character U+0085 is not allowed here"),
        ("a: b\ud800", "1:5 the character U+D800 is not allowed here"),
    ],
)
def test_characters_that_cannot_be_seen_are_refused(text, fault):
    """A terminal obeys some of them, and YAML counts lines by others."""
    assert read(text) == (None, [fault])


def test_colons_in_a_text_get_the_advice_to_quote_it():
    log = FaultLog(RuleFile("r.yaml", "a:\n  why: note: this\n"))
    parse(log)
    assert "put it in quotes" in log.faults()[0].hint


def test_several_faults_are_told_in_one_run():
    _, faults = read("a: &x b\na: c\nd: !t e\n")
    assert [fault.split()[0] for fault in faults] == ["1:4", "2:1", "3:4"]


def test_a_file_of_more_than_a_million_characters_is_refused():
    node, faults = read("a" * (MOST_CHARACTERS + 1))
    assert node is None
    assert faults == ["1:1 the file is longer than 1,000,000 characters"]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "piece",
    ["[", "{", "[a, ", "{a: ", "- ", "? ", "a: ", "[]", "&", "*", "!", "- &a b\n- *a\n", "''"],
)
def test_hostile_nesting_is_refused_at_once(piece):
    """libyaml takes quadratic time on a megabyte of `[`, and a composer overflows the stack."""
    size = MOST_CHARACTERS if yaml.__with_libyaml__ else 20_000
    node, faults = read(piece * (size // len(piece)))
    assert faults or isinstance(node, Text)


def test_a_bomb_of_aliases_is_refused_without_being_unfolded():
    """Each level names the one before nine times; unfolded this is ten billion texts."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 11)]
    _, faults = read("a0: &a0 [x]\n" + "\n".join(levels))
    assert len(faults) == 51
    assert faults[-1].endswith("more than 50 faults; not all shown")


def test_deep_nesting_is_told_at_the_first_level_too_deep():
    _, faults = read("[" * 12 + "]" * 12)
    assert faults == ["1:11 nested more than 10 levels deep"]


def test_ten_levels_are_read_under_a_small_stack():
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(220)
    try:
        node, faults = read("[" * 10 + "x" + "]" * 10)
    finally:
        sys.setrecursionlimit(before)
    assert faults == []
    assert isinstance(node, Items)


@given(st.text(max_size=60))
def test_any_text_is_read_or_told_about_and_never_crashes(text):
    node, faults = read(text)
    assert isinstance(node, Text | Items | Table) or node is None
    assert all(fault[0].isdigit() for fault in faults)


@given(st.lists(st.from_regex(r"[a-z][a-z ]{0,8}[a-z]", fullmatch=True), min_size=1, max_size=8))
def test_a_list_of_plain_phrases_is_read_as_written(phrases):
    node, faults = read("".join(f"- {phrase}\n" for phrase in phrases))
    assert (plain(node), faults) == (phrases, [])


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), max_size=20))
def test_anything_visible_survives_single_quotes(text):
    node, faults = read("- '" + text.replace("'", "''") + "'")
    assert (plain(node), faults) == ([text], [])
