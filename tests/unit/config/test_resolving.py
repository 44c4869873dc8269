"""Defaults, file and flags become one Config, or every fault is told at once."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Fields, resolve
from provenance.errors import ConfigError, FaultList

FILE = "provenance.toml"


def faults(text, place=FILE, **flags):
    """The faults as (place, message) pairs."""
    with pytest.raises(FaultList) as caught:
        resolve(text, place, flags)
    assert all(type(fault) is ConfigError for fault in caught.value.faults)
    return [(fault.place, fault.message) for fault in caught.value.faults]


def hints(text, **flags):
    with pytest.raises(FaultList) as caught:
        resolve(text, FILE, flags)
    return [fault.hint for fault in caught.value.faults]


def outcome(text, flags):
    """The settings, or the faults."""
    try:
        return resolve(text, FILE, flags)
    except FaultList as caught:
        return caught.faults


def test_no_file_and_no_flags_are_the_defaults():
    assert resolve(None, "", {}) == Config()


def test_an_empty_file_is_the_defaults():
    assert resolve("", FILE, {}) == Config()


def test_every_setting_can_be_set_in_the_file():
    text = """
    fail-on = "warning"
    select = ["NUM", "BPL001"]
    ignore = ["DMG"]
    rules = ["house.yaml"]
    exclude = ["drafts", "*.old.txt"]
    min-words = 20
    max-article-mb = 2
    [fields]
    text = "body"
    id = "uri"
    title = "headline"
    byline = "author"
    outlet = "publisher"
    date = "published"
    language = "lang"
    [severity]
    NUM001 = "error"
    BPL001 = "off"
    """
    assert resolve(text, FILE, {}) == Config(
        fail_on="warning",
        select=("BPL001", "NUM"),
        ignore=("DMG",),
        severity=(("BPL001", "off"), ("NUM001", "error")),
        rules=("house.yaml",),
        exclude=("*.old.txt", "drafts"),
        fields=Fields("body", "uri", "headline", "author", "publisher", "published", "lang"),
        min_words=20,
        max_article_mb=2,
    )


def test_every_setting_can_be_set_by_a_flag():
    flags = {
        "fail_on": "never",
        "select": ["NUM"],
        "ignore": ["NUM002"],
        "rules": ["house.yaml"],
        "exclude": ["drafts"],
        "min_words": 30,
        "max_article_mb": 9,
        "text_field": "body",
        "id_field": "uri",
        "title_field": "headline",
        "byline_field": "author",
        "outlet_field": "publisher",
        "date_field": "published",
        "language_field": "lang",
        "severity": {"NUM001": "info"},
    }
    assert resolve(None, "", flags) == Config(
        fail_on="never",
        select=("NUM",),
        ignore=("NUM002",),
        severity=(("NUM001", "info"),),
        rules=("house.yaml",),
        exclude=("drafts",),
        fields=Fields("body", "uri", "headline", "author", "publisher", "published", "lang"),
        min_words=30,
        max_article_mb=9,
    )


def test_a_flag_wins_over_the_file():
    assert resolve("min-words = 20", FILE, {"min_words": 30}).min_words == 30


def test_a_list_on_the_command_line_replaces_the_list_in_the_file():
    assert resolve('ignore = ["NUM"]', FILE, {"ignore": ["BPL"]}).ignore == ("BPL",)


def test_severities_and_fields_of_the_command_line_add_to_those_in_the_file():
    """One `--severity` must not bring back what the newsroom's file switched off."""
    text = '[severity]\nBPL001 = "off"\nNUM001 = "error"\n[fields]\ntext = "body"'
    config = resolve(text, FILE, {"severity": {"NUM001": "info"}, "id_field": "uri"})
    assert config.severity == (("BPL001", "off"), ("NUM001", "info"))
    assert config.fields == Fields(text="body", id="uri")


@pytest.mark.parametrize("nothing", [None, [], (), {}])
def test_a_flag_that_was_not_given_leaves_the_file_alone(nothing):
    """The command line hands over every option, with these when it was not used."""
    assert resolve('select = ["NUM"]', FILE, {"select": nothing}).select == ("NUM",)


def test_a_pyproject_keeps_its_settings_in_a_table_of_ours():
    text = '[project]\nname = "x"\n[tool.ruff]\nselect = 3\n[tool.provenance]\nmin-words = 9'
    assert resolve(text, "site/pyproject.toml", {}).min_words == 9


@pytest.mark.parametrize("text", ["", "[tool.ruff]\nx = 1", "tool = 3"])
def test_a_pyproject_without_our_table_sets_nothing(text):
    assert resolve(text, "pyproject.toml", {}) == Config()


def test_a_pyproject_whose_table_is_no_table_is_a_fault():
    wanted = [("pyproject.toml:2", "tool.provenance is not a table")]
    assert faults("[tool]\nprovenance = 3", "pyproject.toml") == wanted


def test_rule_paths_start_from_the_folder_of_the_file_that_names_them():
    """A file found two folders up means its own folder, not where the command was run."""
    config = resolve('rules = ["house.yaml", "/srv/all.yaml"]', "../../provenance.toml", {})
    assert config.rules == ("../../house.yaml", "/srv/all.yaml")


def test_other_lists_are_no_paths():
    config = resolve('exclude = ["a"]\nselect = ["NUM"]', "../provenance.toml", {})
    assert (config.exclude, config.select) == (("a",), ("NUM",))


@pytest.mark.parametrize("value", ["[3]", "['']", "[['a.yaml']]", "'a.yaml'"])
def test_rule_paths_that_are_no_texts_are_a_fault(value):
    assert faults(f"rules = {value}", "../provenance.toml")[0][0] == "../provenance.toml:1"


def test_rule_paths_on_the_command_line_start_from_the_current_folder():
    assert resolve("", "../provenance.toml", {"rules": ["a.yaml"]}).rules == ("a.yaml",)


def test_all_faults_are_told_at_once_each_with_its_place():
    text = """\
# settings of the news desk
fail-on = "eror"
min-words = 2

exclude = [
  "a",
]
select = ["bpl"]
[fields]
text = ""
[severity]
BPL001 = "loud"
boilerplate = "off"
"""
    assert [place for place, _ in faults(text, min_words="x", wat=1)] == [
        "provenance.toml:2",
        "provenance.toml:3",
        "provenance.toml:8",
        "provenance.toml:10",
        "provenance.toml:12",
        "provenance.toml:13",
        "--min-words",
        "--wat",
    ]


def test_faults_in_the_flags_are_told_even_when_the_file_is_not_toml():
    found = faults("min-words = ", min_words=0)
    assert [place for place, _ in found] == ["provenance.toml:1", "--min-words"]


def test_a_fault_in_a_pyproject_has_the_line_in_that_file():
    text = '[project]\nname = "x"\n\n[tool.provenance]\nmin-words = 0\n'
    assert faults(text, "pyproject.toml")[0][0] == "pyproject.toml:5"


def test_a_flag_is_named_as_the_user_types_it():
    assert [place for place, _ in faults(None, "", text_field=3)] == ["--text-field"]


def test_an_unknown_setting_is_a_fault_with_the_nearest_name():
    """A misspelt setting that is passed over would be a check that silently does not run."""
    assert faults("min_words = 20") == [("provenance.toml:1", "there is no setting 'min_words'")]
    assert hints("min_words = 20") == ["did you mean min-words?"]
    assert hints('[fields]\ntxt = "body"') == ["did you mean fields.text?"]


def test_an_unknown_setting_like_no_other_gets_the_list():
    (hint,) = hints("qqqqqq = 1")
    assert "fail-on" in hint
    assert "max-article-mb" in hint


def test_values_are_told_escaped_and_short():
    """A setting can hold anything, and its fault is printed on a terminal."""
    ((_, message),) = faults("fail-on = 3\n".replace("3", '["' + "\\u001b" * 99 + '"]'))
    assert "\x1b" not in message
    assert len(message) < 200


def test_a_number_too_long_to_print_is_a_fault_and_not_a_crash():
    ((place, message),) = faults("min-words = 0x" + "f" * 9000)
    assert place == "provenance.toml:1"
    assert "8 to 1000" in message


def test_lists_do_not_depend_on_the_order_in_which_they_are_written():
    left = resolve('ignore = ["NUM", "BPL", "NUM"]', FILE, {})
    assert left == resolve('ignore = ["BPL", "NUM"]', FILE, {})


def test_the_digest_is_equal_for_equal_settings_and_differs_for_others():
    one = resolve("min-words = 20", FILE, {})
    same = resolve(None, "", {"min_words": 20})
    assert one.digest() == same.digest()
    assert one.digest() != Config().digest()


def test_the_digest_is_the_same_in_every_release():
    """Reports of two days are compared by it."""
    defaults = (
        '{"exclude": [], "fail_on": "error", "fields": {"byline": "byline", "date": "date", '
        '"id": "id", "language": "language", "outlet": "outlet", "text": "text", '
        '"title": "title"}, '
        '"ignore": [], "max_article_mb": 5, "min_words": 12, "rules": [], "select": [], '
        '"severity": []}'
    )
    assert Config().digest() == hashlib.blake2b(defaults.encode(), digest_size=8).hexdigest()


def test_every_setting_takes_part_in_the_digest():
    changed = [
        Config(fail_on="info"),
        Config(select=("NUM",)),
        Config(ignore=("NUM",)),
        Config(severity=(("NUM001", "off"),)),
        Config(rules=("a",)),
        Config(exclude=("a",)),
        Config(fields=Fields(text="body")),
        Config(min_words=16),
        Config(max_article_mb=6),
    ]
    assert len({config.digest() for config in (Config(), *changed)}) == len(changed) + 1


@given(st.text(max_size=200))
def test_any_text_gives_a_config_or_faults(text):
    assert isinstance(outcome(text, {}), Config | tuple)


@given(
    st.dictionaries(
        st.sampled_from(["fail_on", "select", "min_words", "text_field", "severity", "wat"]),
        st.none()
        | st.integers()
        | st.text()
        | st.lists(st.text())
        | st.dictionaries(st.text(), st.text()),
    )
)
def test_any_flags_give_a_config_or_faults_at_flags(flags):
    found = outcome(None, flags)
    assert isinstance(found, Config) or all(fault.place.startswith("--") for fault in found)


def test_memory_is_taken_from_the_file_and_from_a_flag():
    assert resolve('memory = "2G"', FILE, {}).memory == 2_000_000_000
    assert resolve('memory = "2G"', FILE, {"memory": "auto"}).memory is None
    assert faults(None, memory="much")[0][0] == "--memory"


def test_memory_does_not_count_in_the_digest():
    """A report made on a larger machine is the same report."""
    assert Config(memory=10**9).digest() == Config().digest()
