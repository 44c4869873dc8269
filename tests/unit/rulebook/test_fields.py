import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.rulebook.document import parse
from provenance.rulebook.faults import FaultLog
from provenance.rulebook.fields import Fields, number_of, text_of
from provenance.rulebook.files import RuleFile


def fields_of(text, required=(), optional=()):
    """The fields of a document and a function that tells the faults so far."""
    log = FaultLog(RuleFile("r.yaml", text))
    fields = Fields.of(parse(log), "a thing", log, required, optional)
    return fields, lambda: [f"{f.place.removeprefix('r.yaml:')} {f.message}" for f in log.faults()]


def test_values_are_read_by_what_they_must_be():
    text = "a: some  text\nb: [x, y]\nc: z\nd: 12\ne: true\nf: high"
    fields, faults = fields_of(text, optional="abcdef")
    assert fields.text("a") == "some text"
    assert [item.text for item in fields.texts("b")] == ["x", "y"]
    assert [item.text for item in fields.texts("c")] == ["z"]
    assert fields.number("d") == 12
    assert fields.flag("e") is True
    assert fields.choice("f", ("high", "low"), "low") == "high"
    assert faults() == []


def test_what_is_not_there_is_null_empty_or_the_default():
    fields, faults = fields_of("a: b", optional="abcdef")
    assert (fields.text("x"), fields.text("x", "y")) == ("", "y")
    assert fields.texts("x") == ()
    assert fields.number("x") is None
    assert fields.flag("x") is False
    assert fields.choice("x", ("p", "q"), "q") == "q"
    assert "x" not in fields
    assert fields.node("x") is None
    assert faults() == []


def test_a_missing_key_is_told_where_the_table_begins():
    _, faults = fields_of("\na: b", required=("a", "name", "why"))
    assert faults() == ["2:1 a thing has no `name`", "2:1 a thing has no `why`"]


def test_an_unknown_key_is_told_with_the_nearest_known_one():
    log = FaultLog(RuleFile("r.yaml", "sevrity: x"))
    Fields.of(parse(log), "a thing", log, (), ("severity", "name"))
    (fault,) = log.faults()
    assert fault.message == "unknown key `sevrity` in a thing"
    assert fault.hint.endswith("did you mean `severity`?")


def test_an_unknown_key_like_no_other_is_told_with_all_known_ones():
    log = FaultLog(RuleFile("r.yaml", "zzz: x"))
    Fields.of(parse(log), "a thing", log, (), ("severity", "name"))
    assert log.faults()[0].hint.endswith("the keys are name, severity")


@pytest.mark.parametrize("text", ["just text", "[a, b]", "- a: b"])
def test_what_is_no_table_is_told_once_and_has_no_entries(text):
    fields, faults = fields_of(text, required=("a", "b", "c"))
    assert fields.entries == {}
    assert faults() == ["1:1 a thing must be lines of `key: value`"]


def test_a_missing_key_points_to_the_table_and_a_present_one_to_its_value():
    fields, _ = fields_of("\n  a: b", optional="ab")
    assert (fields.at_key("a").line, fields.at_key("a").column) == (2, 6)
    assert (fields.at_key("b").line, fields.at_key("b").column) == (2, 3)


@pytest.mark.parametrize("value", ['""', "", '"  "'])
def test_an_empty_text_is_a_fault(value):
    fields, faults = fields_of(f"a: {value}", optional="a")
    assert fields.text("a") == ""
    assert len(faults()) == 1
    assert "`a` is empty" in faults()[0]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("Share: now", "1:4 a text is expected here"),
        ("{x}", "1:4 a text is expected here"),
        ("[x]", "1:4 a text is expected here"),
        ("\n- x", "2:1 one text is expected here, not a list"),
    ],
)
def test_a_list_or_table_where_a_text_is_expected_is_a_fault(value, fault):
    fields, faults = fields_of(
        f"a: {value}" if value[0] != "S" else f"a: {{{value}}}", optional="a"
    )
    assert fields.text("a") == ""
    assert faults() == [fault]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("- Share: now", "quote this line: it contains `: `"),
        ("- {x}", "quote this line: it begins with `{`"),
        ("- [x]", "quote this line: it begins with `[`"),
    ],
)
def test_the_advice_says_why_a_phrase_was_not_read_as_text(text, advice):
    """`Share: now` is the commonest trap of phrase lists in YAML."""
    log = FaultLog(RuleFile("r.yaml", text))
    text_of(parse(log).items[0], log)
    assert log.faults()[0].hint.endswith(advice)


@pytest.mark.parametrize(
    ("text", "faulty"), [("a: []", ["`a` is empty"]), ("a: [x, '']", ["a text is expected here"])]
)
def test_an_empty_list_and_an_empty_item_are_faults(text, faulty):
    fields, faults = fields_of(text, optional="a")
    fields.texts("a")
    assert [fault.partition(" ")[2] for fault in faults()] == faulty


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "1e3", "１２", "9999999999", "0x10"])
def test_only_whole_numbers_from_0_are_numbers(value):
    fields, faults = fields_of(f"a: {value}", optional="a")
    assert fields.number("a") == 0
    assert faults() == [f"1:4 `{value}` is not a whole number, 0 or more"]


def test_a_word_that_is_no_choice_is_told_with_the_choices():
    log = FaultLog(RuleFile("r.yaml", "a: loud"))
    fields = Fields.of(parse(log), "a thing", log, ("a",))
    assert fields.choice("a", ("error", "info"), "info") == "info"
    (fault,) = log.faults()
    assert fault.message == "`a` cannot be `loud`"
    assert fault.hint.endswith("it is one of error, info")


@pytest.mark.parametrize("value", ["yes", "True", "1", "on"])
def test_only_true_and_false_are_flags(value):
    fields, faults = fields_of(f"a: {value}", optional="a")
    assert fields.flag("a") is False
    assert len(faults()) == 1


@given(st.integers(0, 999_999_999))
def test_a_whole_number_is_read_as_it_is_written(number):
    log = FaultLog(RuleFile("r.yaml", str(number)))
    assert number_of(parse(log), log) == number
    assert log.faults() == []


@given(st.sets(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=6))
def test_every_key_is_either_known_or_told(words):
    known = {word for word in words if word < "m"}
    text = "\n".join(f"{word}: x" for word in sorted(words))
    _, faults = fields_of(text, optional=known)
    assert len(faults()) == len(words - known)
