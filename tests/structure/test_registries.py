"""Nothing can be written and then forgotten: every part is in its table and in the manual."""

import ast
import importlib
from pathlib import Path

import pytest
from typer.main import get_command

from provenance import api
from provenance.attribution.gaps import GAPS
from provenance.checks import CHECKS
from provenance.cli import app
from provenance.model import METRICS
from provenance.reporters import FOLDERS, REPORTERS
from provenance.rulebook.matchers import MATCHERS
from provenance.rulebook.structures import STRUCTURES
from provenance.sources import READERS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "provenance"
MANUAL = (ROOT / "docs" / "manual.md").read_text()
RULES = api.every_rule().rules


def modules(folder, *, besides=()):
    return {path.stem for path in (PACKAGE / folder).glob("*.py")} - {"__init__", *besides}


def homes(values):
    """The last part of the name of the module each value comes from."""
    return {value.__module__.rpartition(".")[2] for value in values}


def test_every_check_is_in_the_table():
    besides = {"corpus", "gaps", "patterns", "relations", "views"}
    assert homes(check.run for check in CHECKS) == modules("checks", besides=besides)


def test_every_rule_belongs_to_exactly_one_check():
    """A rule that no check makes can never be found; two would count it twice."""
    for rule in RULES:
        asked = [check for check in CHECKS if rule.family in check.families]
        owners = [
            each.name
            for each in asked
            if (rule.rule_id in each.rules if rule.check else not each.rules)
        ]
        assert len(owners) == 1, rule.rule_id
        assert rule.check in (None, *owners), rule.rule_id


def test_every_family_of_a_check_has_a_rule():
    families = {rule.family for rule in RULES}
    assert {family for check in CHECKS for family in check.families} == families


def test_every_gap_has_the_rule_of_its_name():
    """A gap without one is looked for and never told."""
    names = {rule.name: rule.check for rule in RULES}
    assert {names.get(kind) for kind in GAPS} == {"sourcing", "naming", "quotations"}


def test_every_question_about_gaps_is_in_the_table():
    assert homes(GAPS.values()) == modules("attribution/gaps", besides={"scene"})


def test_rule_ids_and_names_are_unique():
    assert len({rule.rule_id for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule_id)
def test_every_rule_says_why_what_to_do_and_shows_examples(rule):
    assert min(len(rule.hits), len(rule.misses)) >= 2
    assert min(len(rule.why), len(rule.fix), len(rule.message)) > 10


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_is_in_the_manual_with_its_question(check):
    assert check.question.endswith("?")
    assert check.question in MANUAL


@pytest.mark.parametrize("suffix", READERS)
def test_every_suffix_that_is_read_is_in_the_manual(suffix):
    assert f"`{suffix}`" in MANUAL


@pytest.mark.parametrize("name", REPORTERS)
def test_every_report_format_is_in_the_manual(name):
    assert f"`{name}`" in MANUAL


@pytest.mark.parametrize("name", REPORTERS)
def test_every_report_format_has_a_module_that_renders(name):
    """The table names modules as text, so that none is loaded before it is asked for."""
    module = importlib.import_module(f"provenance.reporters.{REPORTERS[name]}")
    assert callable(module.render)
    assert module.__doc__


def test_every_module_that_renders_a_report_is_in_the_table():
    paths = [*(PACKAGE / "reporters").glob("*.py"), *(PACKAGE / "reporters").glob("*/__init__.py")]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    renders = {
        path.stem if path.stem != "__init__" else path.parent.name
        for path, tree in trees.items()
        if any(isinstance(node, ast.FunctionDef) and node.name == "render" for node in tree.body)
    }
    assert renders == set(REPORTERS.values())
    assert set(REPORTERS) >= FOLDERS


@pytest.mark.parametrize("kind", [*MATCHERS, *STRUCTURES])
def test_every_kind_of_match_is_in_the_manual(kind):
    assert f"`{kind}`" in MANUAL


def test_every_command_and_option_is_in_the_manual():
    assert [name for name in spoken(get_command(app), "provenance") if name not in MANUAL] == []


def spoken(command, path):
    """What a user can type: every command with its path, every long option."""
    for parameter in command.params:
        flags = [flag for flag in getattr(parameter, "opts", []) if flag.startswith("--")]
        yield from (f"`{flag}" for flag in flags if "completion" not in flag)
    for name, child in getattr(command, "commands", {}).items():
        yield f"{path} {name}"
        yield from spoken(child, f"{path} {name}")


def test_the_help_of_limits_names_every_metric():
    """It is written out there, since loading the metrics would slow down every `--help`."""
    (option,) = (
        each for each in get_command(app).commands["check"].params if each.name == "limits"
    )
    named = option.help.partition("metrics: ")[2].rstrip(".").split(", ")
    assert named == list(METRICS)


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_is_in_the_manual(name):
    assert f"| `{name}` |" in MANUAL
