"""The middle of the house touches no files, clocks, environment or network, and runs no code."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "provenance"
PURE = [
    path
    for name in (
        *("cleaning", "trials", "checks", "scoring", "rulebook", "reuse", "numbers"),
        *("attribution", "text"),
        *("config", "model", "gate", "frames.py", "errors.py"),
    )
    for path in sorted((PACKAGE / name).rglob("*.py") if "." not in name else [PACKAGE / name])
]
EVERY = sorted(PACKAGE.rglob("*.py"))

IMPURE_MODULES = {"os", "pathlib", "time", "random", "secrets", "socket", "subprocess", "shutil"}
IMPURE_MODULES |= {"tempfile", "glob", "urllib", "http", "sys", "logging"}
# What a module that reaches outside offers besides: paths as mere names.
PURE_NAMES = {"pathlib": {"PurePosixPath"}}
DANGEROUS_MODULES = {"pickle", "marshal", "shelve", "ctypes"}
# It asks the C library for one function, which is given no data.
EXCEPTIONS = {"scale/memory.py": {"ctypes"}}
DANGEROUS_CALLS = {"eval", "exec", "compile", "__import__"}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {alias.name for alias in node.names}
            yield from () if names == PURE_NAMES.get(node.module) else [node.module.split(".")[0]]


def plain_calls(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def test_the_pure_modules_were_found():
    assert len(PURE) > 25


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_pure_module_imports_nothing_that_reaches_outside(path):
    assert set(imports(path)) & IMPURE_MODULES == set()


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_pure_module_opens_and_prints_nothing(path):
    assert set(plain_calls(path)) & {"open", "print", "input"} == set()


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_can_be_made_to_run_code_from_data(path):
    allowed = EXCEPTIONS.get(path.relative_to(PACKAGE).as_posix(), set())
    assert set(imports(path)) & DANGEROUS_MODULES == allowed
    assert set(plain_calls(path)) & DANGEROUS_CALLS == set()
