"""What each setting may be, and how it is refused."""

import pytest

from provenance.config import Limit
from provenance.config.values import TABLES, reader
from provenance.errors import ConfigError
from provenance.model import METRICS


def refused(path, value):
    with pytest.raises(ValueError, match=r"^(is|names) ") as caught:
        reader(path)(value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("error", "error"),
        ("never", "never"),
        (" warning ", "warning"),
        ("NUM001", "NUM001"),
        ("NUM001,error", "error,NUM001"),
        ("NUM,BPL, info", "info,BPL,NUM"),
        (["error", "NUM001"], "error,NUM001"),
    ],
)
def test_the_gate_fails_on_one_level_and_any_rules(given, kept):
    assert reader(("gate", "fail-on"))(given) == kept


@pytest.mark.parametrize("value", ["errors", "", ",", "error,warning", "num001", []])
def test_the_gate_refuses_what_is_no_policy(value):
    with pytest.raises(ConfigError):
        reader(("gate", "fail-on"))(value)


@pytest.mark.parametrize("value", [3, None, [3], {}, True])
def test_a_policy_is_text(value):
    refused(("gate", "fail-on"), value)


@pytest.mark.parametrize("value", [0, 60, 100])
def test_the_score_that_every_article_must_have_is_a_whole_number(value):
    assert reader(("gate", "fail-under"))(value) == value


@pytest.mark.parametrize("value", [-1, 101, 60.0, "60", True, None])
def test_no_other_score_can_be_asked_for(value):
    assert refused(("gate", "fail-under"), value).endswith("a whole number from 0 to 100")


@pytest.mark.parametrize("key", ["only-new", "keep-going"])
@pytest.mark.parametrize("value", [True, False])
def test_what_is_yes_or_no_is_as_it_was_set(key, value):
    assert reader(("gate", key))(value) is value


@pytest.mark.parametrize("key", ["only-new", "keep-going"])
@pytest.mark.parametrize("value", [1, 0, "yes", None])
def test_what_is_yes_or_no_is_nothing_in_between(key, value):
    """A 1 that passed for yes would leave a 0 that is taken for not given."""
    assert refused(("gate", key), value).endswith("true or false")


@pytest.mark.parametrize("value", ["", "  ", 3, True, ["a.jsonl"]])
def test_the_baseline_is_the_name_of_a_file(value):
    assert reader(("gate", "baseline"))("known.jsonl") == "known.jsonl"
    assert refused(("gate", "baseline"), value).endswith("the name of a file")


@pytest.mark.parametrize(
    ("metric", "value", "limit"),
    [
        ("articles", 1000, Limit("articles", error=1000.0)),
        ("mean-score", 62.5, Limit("mean-score", error=62.5)),
        ("duplicated-text", 0, Limit("duplicated-text", error=0.0)),
        ("duplicated-text", {"warn": 0.1}, Limit("duplicated-text", warn=0.1)),
        ("articles", {"warn": 9, "error": 5}, Limit("articles", warn=9.0, error=5.0)),
    ],
)
def test_a_limit_is_a_number_or_a_pair_of_them(metric, value, limit):
    assert reader(("gate", "limits", metric))(value) == limit


@pytest.mark.parametrize(
    ("metric", "value"),
    [
        ("duplicated-text", 1.01),
        ("mean-score", 101),
        ("articles", -1),
        ("articles", float("nan")),
        ("articles", float("inf")),
        ("articles", True),
        ("articles", {"error": "5"}),
    ],
)
def test_a_limit_outside_of_what_its_metric_can_be_is_refused(metric, value):
    """A share of 30 was meant as percent, and would never fail."""
    with pytest.raises(ValueError, match=r"^has "):
        reader(("gate", "limits", metric))(value)


@pytest.mark.parametrize("value", [{}, {"eror": 1}, {"warn": 1, "max": 2}])
def test_a_limit_of_other_words_is_refused(value):
    with pytest.raises(ValueError, match="warn = 1, error = 2"):
        reader(("gate", "limits", "articles"))(value)


@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_can_have_a_limit(metric):
    assert reader(("gate", "limits", metric))(1) == Limit(metric, error=1.0)


@pytest.mark.parametrize("table", ["per-path-ignores", "per-outlet-ignores"])
def test_what_is_ignored_somewhere_is_rules(table):
    assert reader((table, "any *thing*"))(["NUM", "BPL001"]) == ("BPL001", "NUM")
    for value in ("BPL", ["bpl"], [""], 3, True):
        refused((table, "wire/**"), value)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *(("per-path-ignores", key) for key in ("", " ", ".", "./", " ./. ", "/", "//")),
        *(("per-outlet-ignores", key) for key in ("", "  ", "\t")),
    ],
)
def test_what_is_ignored_in_no_named_place_is_refused(table, key):
    """An empty glob matched every file, so that every finding was accepted."""
    with pytest.raises(ConfigError) as fault:
        reader((table, key))
    assert repr(key) in fault.value.message
    assert fault.value.hint


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *(("per-path-ignores", key) for key in ("**", "..", "/srv", "./a", "a.txt")),
        *(("per-outlet-ignores", key) for key in (".", "/", "The")),
    ],
)
def test_what_is_ignored_in_a_named_place_is_read(table, key):
    assert reader((table, key))(["BPL"]) == ("BPL",)


@pytest.mark.parametrize("value", [8, 15, 1000])
def test_min_words_is_a_whole_number_in_its_range(value):
    assert reader(("min-words",))(value) == value


@pytest.mark.parametrize("value", [7, 1001, -1, 15.0, True, "15", None, [15]])
def test_min_words_refuses_everything_else(value):
    assert refused(("min-words",), value).endswith("it must be a whole number from 8 to 1000")


@pytest.mark.parametrize("value", [0, 1001, False, 2.5])
def test_max_article_mb_is_held_to_its_range(value):
    assert refused(("max-article-mb",), value).endswith("a whole number from 1 to 1000")


@pytest.mark.parametrize("key", ["select", "ignore"])
@pytest.mark.parametrize("name", ["N", "NUM", "NUM0", "NUM001"])
def test_rules_are_named_by_id_or_by_its_beginning(key, name):
    assert reader((key,))([name]) == (name,)


@pytest.mark.parametrize("key", ["select", "ignore"])
@pytest.mark.parametrize("name", ["num", "NUMB", "NU1", "NUM0001", "NUM 1", "١٢٣", "figures"])
def test_what_can_be_no_rule_id_is_refused(key, name):
    """It would select nothing, and the run would pass."""
    assert repr(name) in refused((key,), [name])


@pytest.mark.parametrize("key", ["select", "ignore", "rules", "exclude"])
@pytest.mark.parametrize("value", ["NUM", 3, [3], [""], {"a": 1}, None])
def test_a_list_setting_refuses_what_is_no_list_of_texts(key, value):
    """A bare text is the usual slip; taken as a list it would be one letter each."""
    refused((key,), value)


@pytest.mark.parametrize("level", ["error", "warning", "info", "off"])
def test_a_rule_can_be_set_to_a_level_or_off(level):
    assert reader(("severity", "NUM001"))(level) == level


@pytest.mark.parametrize("level", ["never", "OFF", "", 1, False, None])
def test_a_rule_can_be_set_to_nothing_else(level):
    assert refused(("severity", "NUM001"), level).endswith("error, warning, info or off")


@pytest.mark.parametrize("name", ["NUM001", "NUM", "NUM01"])
def test_a_severity_is_set_for_a_rule_id_or_what_ids_begin_with(name):
    assert reader(("severity", name))("info") == "info"


@pytest.mark.parametrize("name", ["NU", "NUM0011", "num001", "share-bar"])
def test_a_severity_is_set_for_nothing_else(name):
    with pytest.raises(ConfigError, match="no rule id"):
        reader(("severity", name))


@pytest.mark.parametrize("key", ["text", "id", "title", "outlet", "date", "language"])
def test_a_field_is_named_by_text(key):
    assert reader(("fields", key))("x-y") == "x-y"
    for value in ("", "  ", 3, None, ["x"]):
        refused(("fields", key), value)


@pytest.mark.parametrize("key", TABLES)
def test_a_table_is_not_a_value(key):
    assert refused(key, 3) == "is 3; it must be a table"


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("auto", None),
        ("100M", 100_000_000),
        ("500m", 500_000_000),
        ("4G", 4_000_000_000),
        ("1.5 GB", 1_500_000_000),
        ("2T", 2_000_000_000_000),
    ],
)
def test_memory_is_a_size_in_powers_of_ten_or_the_machines_half(given, size):
    assert reader(("memory",))(given) == size


@pytest.mark.parametrize(
    "value",
    ["", "4", "4K", "99M", "-4G", "4GG", "G", "1e3G", "4 G B", "½G", 4, None, True, "9" * 20 + "G"],
)
def test_memory_refuses_what_is_no_size_or_too_little_to_work_in(value):
    assert refused(("memory",), value).endswith("auto, or a size from 100M on, such as 4G")
