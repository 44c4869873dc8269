"""Defaults, file and flags become one Config, or every fault is told at once."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Fields, Limit, resolve, resolved
from provenance.errors import ConfigError, FaultList
from provenance.model import METRICS

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
    [gate]
    fail-on = "warning"
    fail-under = 60
    baseline = "known.jsonl"
    only-new = false
    keep-going = true
    [gate.limits]
    mean-score = { warn = 80, error = 70 }
    articles = 1000
    [per-path-ignores]
    "wire/**" = ["BPL032", "ATT"]
    [per-outlet-ignores]
    "Harbour Gazette" = ["DUP"]
    """
    assert resolve(text, FILE, {}) == Config(
        fail_on="warning",
        fail_under=60,
        limits=(Limit("articles", error=1000.0), Limit("mean-score", 80.0, 70.0)),
        baseline="known.jsonl",
        only_new=False,
        keep_going=True,
        per_path_ignores=(("wire/**", ("ATT", "BPL032")),),
        per_outlet_ignores=(("Harbour Gazette", ("DUP",)),),
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
        "fail_under": 0,
        "limits": {"articles": 5.0},
        "baseline": "known.jsonl",
        "only_new": False,
        "keep_going": True,
        "per_path_ignores": {"wire/**": ["ATT"]},
        "per_outlet_ignores": {"Post": ["DUP"]},
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
        fail_under=0,
        limits=(Limit("articles", error=5.0),),
        baseline="known.jsonl",
        only_new=False,
        keep_going=True,
        per_path_ignores=(("wire/**", ("ATT",)),),
        per_outlet_ignores=(("Post", ("DUP",)),),
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


def test_a_limit_of_the_command_line_replaces_that_of_the_file_and_leaves_the_others():
    text = "[gate.limits]\narticles = { warn = 9, error = 5 }\nmean-score = 60"
    config = resolve(text, FILE, {"limits": {"articles": 7.0}})
    assert config.limits == (Limit("articles", error=7.0), Limit("mean-score", error=60.0))


def test_the_score_of_nothing_is_a_setting():
    """A 0 that passed for not given would bring back what the file says."""
    assert resolve("[gate]\nfail-under = 60", FILE, {"fail_under": 0}).fail_under == 0


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


def test_the_baseline_starts_from_the_folder_of_the_file_that_names_it():
    assert resolve('[gate]\nbaseline = "b.jsonl"', "../p.toml", {}).baseline == "../b.jsonl"
    assert resolve("", "../p.toml", {"baseline": "b.jsonl"}).baseline == "b.jsonl"


def test_every_value_that_is_no_default_has_its_place():
    text = 'min-words = 9\n[gate]\nfail-on = "info"\n[gate.limits]\narticles = 3\n'
    text += '[per-path-ignores]\n"a/*" = ["BPL"]\n[severity]\nNUM001 = "off"\n'
    flags = {"min_words": 20, "limits": {"mean-score": 1.0}, "only_new": False, "fail_on": None}
    assert resolved(text, FILE, flags).origins == {
        ("min-words",): "--min-words",
        ("gate", "fail-on"): "provenance.toml:3",
        ("gate", "limits", "articles"): "provenance.toml:5",
        ("gate", "limits", "mean-score"): "--limit",
        ("gate", "only-new"): "--all",
        ("per-path-ignores", "a/*"): "provenance.toml:7",
        ("severity", "NUM001"): "provenance.toml:9",
    }


def test_defaults_have_no_place():
    assert resolved(None, "", {"select": None}).origins == {}


@pytest.mark.parametrize("value", ["[3]", "['']", "[['a.yaml']]", "'a.yaml'"])
def test_rule_paths_that_are_no_texts_are_a_fault(value):
    assert faults(f"rules = {value}", "../provenance.toml")[0][0] == "../provenance.toml:1"


def test_rule_paths_on_the_command_line_start_from_the_current_folder():
    assert resolve("", "../provenance.toml", {"rules": ["a.yaml"]}).rules == ("a.yaml",)


def test_all_faults_are_told_at_once_each_with_its_place():
    text = """\
# settings of the news desk
fial-on = "error"
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
[gate]
fail-on = "eror"
limits.articels = 3
limits.duplicated-text = 30
"""
    assert [place for place, _ in faults(text, min_words="x", wat=1)] == [
        "provenance.toml:2",
        "provenance.toml:3",
        "provenance.toml:8",
        "provenance.toml:10",
        "provenance.toml:12",
        "provenance.toml:13",
        "provenance.toml:15",
        "provenance.toml:16",
        "provenance.toml:17",
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


def test_a_setting_of_the_gate_outside_of_its_table_is_told_where_it_belongs():
    assert hints('fail-on = "error"') == ["did you mean gate.fail-on?"]


def test_a_limit_on_what_is_not_measured_is_a_fault_with_the_nearest_name():
    """A misspelt limit that is passed over would be a gate that never closes."""
    text = "[gate.limits]\nmean_score = 60\nqqqq = 1"
    assert faults(text) == [
        ("provenance.toml:2", "there is no metric 'mean_score'"),
        ("provenance.toml:3", "there is no metric 'qqqq'"),
    ]
    near, none = hints(text)
    assert near == "did you mean mean-score?"
    assert all(name in none for name in METRICS)


def test_a_level_misspelt_in_the_file_is_told_with_its_line_and_the_nearest():
    text = '[gate]\nfail-on = "eror"'
    assert faults(text) == [("provenance.toml:2", "'eror' is no level of the gate and no rule id")]
    assert hints(text)[0].startswith("did you mean error? ")


def test_an_unknown_setting_like_no_other_gets_the_list():
    (hint,) = hints("qqqqqq = 1")
    assert "fail-on" in hint
    assert "max-article-mb" in hint


def test_values_are_told_escaped_and_short():
    """A setting can hold anything, and its fault is printed on a terminal."""
    escapes = '["' + "\\u001b" * 99 + '"]'
    for text in (f"[gate]\nfail-on = {escapes}", f"rules = [{escapes}]"):
        ((_, message),) = faults(text)
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
        '{"exclude": [], "extractor": "trafilatura", "fail_on": "error", "fail_under": null, '
        '"fields": {"byline": "byline", "date": "date", '
        '"id": "id", "language": "language", "outlet": "outlet", "text": "text", '
        '"title": "title", "url": "url"}, '
        '"ignore": [], "keep_going": false, "limits": [], "max_article_mb": 5, '
        '"min_words": 12, "only_new": true, '
        '"per_outlet_ignores": [], "per_path_ignores": [], "rules": [], '
        '"seconds_per_document": 10, "select": [], '
        '"severity": []}'
    )
    assert Config().digest() == hashlib.blake2b(defaults.encode(), digest_size=8).hexdigest()


def test_every_setting_takes_part_in_the_digest():
    changed = [
        Config(fail_on="info"),
        Config(fail_under=0),
        Config(limits=(Limit("articles", error=5.0),)),
        Config(limits=(Limit("articles", warn=5.0),)),
        Config(only_new=False),
        Config(per_path_ignores=(("a", ("BPL",)),)),
        Config(per_outlet_ignores=(("a", ("BPL",)),)),
        Config(select=("NUM",)),
        Config(ignore=("NUM",)),
        Config(severity=(("NUM001", "off"),)),
        Config(rules=("a",)),
        Config(exclude=("a",)),
        Config(fields=Fields(text="body")),
        Config(min_words=16),
        Config(max_article_mb=6),
        Config(extractor="resiliparse"),
        Config(seconds_per_document=9),
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


def test_the_place_of_the_baseline_does_not_count_in_the_digest():
    """It is a path of one machine; what it accepts is told in the report."""
    assert Config(baseline="/home/x/known.jsonl").digest() == Config().digest()
