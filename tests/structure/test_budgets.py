"""The house stays readable: ceilings on files and functions, and enough tests."""

import ast
import io
import statistics
import tokenize
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "provenance").rglob("*.py"))


def length(path):
    return len(path.read_text().splitlines())


def functions():
    """Every function of the package with its lines of code, docstring left out."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                is_doc = ast.get_docstring(node) is not None
                doc = first.end_lineno - first.lineno + 1 if is_doc else 0
                yield f"{path.name}:{node.name}", node.end_lineno - node.lineno + 1 - doc


def test_the_package_was_found():
    """A budget over no files would always hold."""
    assert len(SOURCES) > 30


def test_no_file_is_longer_than_400_lines():
    assert {path.name: length(path) for path in SOURCES if length(path) > 400} == {}


def test_the_median_file_has_at_most_120_lines():
    assert statistics.median(length(path) for path in SOURCES) <= 120


def test_no_function_is_longer_than_50_lines():
    assert [name for name, lines in functions() if lines > 50] == []


def test_functions_are_short_as_a_rule():
    lengths = sorted(lines for _, lines in functions())
    assert statistics.median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 30


def code_lines(path):
    """Lines that hold code: no blank lines, no comments, no docstrings."""
    text = path.read_text()
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in silent and token.type != tokenize.ENDMARKER:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        kinds = ast.Module | ast.ClassDef | ast.FunctionDef
        if isinstance(node, kinds) and ast.get_docstring(node) is not None:
            lines.difference_update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(lines)


def test_there_is_more_test_than_code():
    code = sum(code_lines(path) for path in SOURCES)
    tests = sum(code_lines(path) for path in (ROOT / "tests").rglob("*.py"))
    assert tests >= 1.3 * code, f"{tests} lines of tests for {code} of code"


def test_no_module_is_a_drawer_for_odds_and_ends():
    names = {path.stem for path in SOURCES}
    assert names & {"utils", "util", "helpers", "common", "misc", "manager"} == set()
