"""TOML with the lines on which its keys stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config.toml import locate, parse
from provenance.errors import ConfigError

KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)


def fault(text):
    with pytest.raises(ConfigError) as caught:
        parse(text, "p.toml")
    return caught.value


def test_a_key_has_the_line_it_stands_on():
    assert locate("a = 1\n\n# note\nb = 2\n") == {("a",): 1, ("b",): 4}


def test_a_key_in_a_table_has_its_path():
    assert locate("[t.u]\nx = 1\n[v]\ny = 2") == {
        ("t", "u"): 1,
        ("t", "u", "x"): 2,
        ("v",): 3,
        ("v", "y"): 4,
    }


def test_a_dotted_key_and_an_inline_table_have_the_paths_of_what_they_set():
    found = locate("a.b = 1\nc = { d = 2, e = { f = 3 } }")
    assert found[("a", "b")] == 1
    assert found[("c", "d")] == 2
    assert found[("c", "e", "f")] == 2


def test_a_quoted_key_is_the_key_without_its_quotes():
    assert locate('x = 1\n"fail-on" = 2')[("fail-on",)] == 2


def test_a_value_over_several_lines_stands_where_it_begins():
    """What looks like a key or a table inside a list or a text is none."""
    text = 'a = [\n  "b = 1",\n  "[c]",\n]\nd = """\ne = 1\n[f]\n"""\ng = 1\n'
    assert locate(text) == {("a",): 1, ("d",): 5, ("g",): 9}


def test_a_table_in_a_list_of_tables_has_a_place():
    found = locate("x = 1\n[[t]]\ny = 1\n[[t]]\ny = 2")
    assert found[("t",)] == 2


def test_windows_line_ends_count_as_one():
    assert locate("a = 1\r\n\r\nb = 2\r\n") == {("a",): 1, ("b",): 3}


@given(st.lists(st.tuples(KEYS, st.integers(0, 3)), unique_by=lambda pair: pair[0]))
def test_every_key_is_found_on_the_line_it_was_written_to(pairs):
    lines, wanted = [], {}
    for key, blanks in pairs:
        lines += ["# a note"] * blanks
        lines.append(f"{key} = [\n1,\n]" if blanks == 2 else f"{key} = 1")
        wanted[(key,)] = "\n".join(lines).count("\n") + (-1 if blanks == 2 else 1)
    assert locate("\n".join(lines)) == wanted


def test_a_fault_has_the_line_and_column_where_it_is():
    assert fault("a = 1\nb = ]\n").place == "p.toml:2:5"


def test_a_fault_at_the_end_has_the_last_line():
    assert fault("a = 1\nb =").place == "p.toml:2"
    assert fault('a = 1\nb = """\n\n').place == "p.toml:2"


def test_a_fault_says_what_is_wrong():
    assert fault("a = 1\na = 2\n").message == "not valid TOML: cannot overwrite a value"


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 5000, "\0 = 1"])
def test_hostile_toml_is_a_fault_and_not_a_crash(text):
    assert fault(text).message.startswith("not valid TOML: ")
