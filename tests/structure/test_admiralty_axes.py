"""The Admiralty Code rates a source and an item apart, and so do the modules that tell either."""

import ast
import inspect
from pathlib import Path

import pytest

from provenance import lineage, scoring

PACKAGE = Path(__file__).parents[2] / "provenance"
# What only the number of an item is told from, and what only the letter of a source is: rows,
# frames and the columns that no other row has.
OF_ITEMS = {"Claim", "Mention", "claims", "mentions", "primaries", "item", "fewest", "most"}
OF_SOURCES = {"Score", "OutletScore", "DimensionScore", "Weights", "Finding", "scores", "findings"}
OF_SOURCES |= {"score", "grade", "letter", "deduction"}


def modules(package):
    return sorted((PACKAGE / package).rglob("*.py"))


def words(path):
    """What a module imports, the fields and arguments that it names, and its constant texts."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.alias):
            yield from node.name.split(".")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def imported(path):
    """The dotted names of the modules that a module imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_both_axes_were_found():
    assert "outlets.py" in {path.name for path in modules("scoring")}
    assert "admiralty.py" in {path.name for path in modules("lineage")}


@pytest.mark.parametrize("path", modules("scoring"), ids=lambda path: path.name)
def test_what_rates_sources_reads_nothing_of_items(path):
    """A source known for confirmed items would get its letter twice, and they would agree."""
    assert set(words(path)) & OF_ITEMS == set()
    assert [name for name in imported(path) if name.startswith("provenance.lineage")] == []


@pytest.mark.parametrize("path", modules("lineage"), ids=lambda path: path.name)
def test_what_rates_items_reads_nothing_of_sources(path):
    """An item is no truer for the good name of who carries it."""
    assert set(words(path)) & OF_SOURCES == set()
    assert [name for name in imported(path) if name.startswith("provenance.scoring")] == []


def test_neither_axis_is_given_what_the_other_is_told_from():
    of_outlets = set(inspect.signature(scoring.outlets).parameters)
    of_items = set(inspect.signature(lineage.trace).parameters)
    assert of_outlets & OF_ITEMS == set()
    assert of_items & OF_SOURCES == set()
    assert of_outlets & of_items == {"articles"}
