"""What is told of settings is what they are."""

import tomllib

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, resolve
from provenance.config.described import DESCRIBED
from provenance.config.schema import schema
from provenance.config.values import SETTINGS, TABLES
from provenance.errors import FaultList

FILE = "provenance.toml"
HOLDING = {("gate",), ("fields",)}  # Tables that only hold settings told one by one.
CHECKER = jsonschema.Draft202012Validator(schema())


def document(setting, value):
    """A settings file with `setting` alone, from a value as it stands there."""
    *above, last = setting.path
    if isinstance(setting.default, dict):
        return f"[{'.'.join(setting.path)}]\n{value}\n"
    return (f"[{'.'.join(above)}]\n" if above else "") + f"{last} = {value}\n"


def is_accepted(text):
    try:
        resolve(text, FILE, {})
    except FaultList:
        return False
    return True


def test_every_setting_is_described_once():
    """A setting nobody tells of is one that nobody uses."""
    paths = [setting.path for setting in DESCRIBED]
    assert len(paths) == len(set(paths))
    assert set(paths) == (SETTINGS.keys() | set(TABLES)) - HOLDING


def test_no_field_of_the_settings_is_left_out():
    names = {path[0] if path[0] == "fields" else path[-1] for path in (s.path for s in DESCRIBED)}
    assert {name.replace("-", "_") for name in names} == set(Config.__dataclass_fields__)


@pytest.mark.parametrize("setting", DESCRIBED, ids=lambda setting: ".".join(setting.path))
def test_an_example_sets_something_else_than_the_default(setting):
    text = document(setting, setting.example)
    assert resolve(text, FILE, {}) != Config()
    CHECKER.validate(tomllib.loads(text))


@pytest.mark.parametrize("setting", DESCRIBED, ids=lambda setting: ".".join(setting.path))
def test_what_is_told_is_a_sentence_and_a_phrase(setting):
    assert setting.about.endswith(".")
    assert not setting.allowed.endswith(".")


def test_the_schema_is_one_and_takes_the_empty_file():
    jsonschema.Draft202012Validator.check_schema(schema())
    CHECKER.validate({})


PROBES = [
    *("1", "8", "12", "1001", "0.5", "-1", "true", '""', '"auto"', '"4G"', '"error"', '"body"'),
    *("[]", '["NUM001"]', '["num"]', '[""]', "[3]", '{ NUM001 = "off" }', '{ NUM001 = "of" }'),
    *("{ articles = 3 }", "{ articles = { warn = 1, error = 2 } }", "{ articles = {} }"),
    *("{ mean-score = 101 }", "{ mean-scores = 1 }", '{ "wire/**" = ["BPL"] }', '{ a = "BPL" }'),
]


@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize("setting", DESCRIBED, ids=lambda setting: ".".join(setting.path))
def test_an_editor_marks_nothing_that_the_program_takes(setting, probe):
    """The schema may be laxer than the program; a red line under what works is a bug."""
    *above, last = setting.path
    text = f"{'.'.join([*above, last])} = {probe}"
    if is_accepted(text):
        assert CHECKER.is_valid(tomllib.loads(text)), text


@pytest.mark.parametrize(
    "text",
    [
        *("min-words = 7", "min-word = 12", 'memory = "much"', "[gate]\nonly-new = 1"),
        *("[gate.limits]\nmean-score = 101", "[gate.limits]\narticle = 1", "[fields]\ntexts = 'a'"),
        *("[severity]\nNUM001 = 'of'", "ignore = ['boilerplate']", "[per-path-ignores]\na = 'BPL'"),
    ],
)
def test_an_editor_marks_what_the_program_refuses(text):
    assert not is_accepted(text)
    assert not CHECKER.is_valid(tomllib.loads(text))


@given(st.integers(-5, 2000))
def test_schema_and_program_agree_on_every_length_of_a_passage(words):
    assert is_accepted(f"min-words = {words}") == CHECKER.is_valid({"min-words": words})
