"""The table of formats is complete."""

import importlib
import pkgutil

import pytest

from provenance import reporters
from provenance.reporters.palette import Style


def test_every_module_that_renders_is_in_the_table():
    """A reporter that nobody can choose is a reporter forgotten."""
    names = [found.name for found in pkgutil.iter_modules(reporters.__path__)]
    modules = {name: importlib.import_module(f"provenance.reporters.{name}") for name in names}
    renders = {name for name, module in modules.items() if hasattr(module, "render")}
    assert renders == set(reporters.REPORTERS.values())


@pytest.mark.parametrize("name", sorted(set(reporters.REPORTERS) - reporters.FOLDERS))
def test_a_format_of_one_file_is_bytes_and_the_same_ones_again(report, article, finding, name):
    text = article("a.txt", "Share it")
    told = report([text], [finding(text, "Share", fingerprint="00:1")])
    document = reporters.reporter(name)(told, Style())
    assert isinstance(document, bytes)
    assert document == reporters.reporter(name)(told, Style())


@pytest.mark.parametrize("name", sorted(reporters.FOLDERS))
def test_a_format_of_several_files_names_each_once(report, name):
    files = list(reporters.folder_reporter(name)(report(), Style()))
    assert len(files) == len(dict(files)) > 1
    assert all(data for _, data in files)


@pytest.mark.parametrize("name", sorted(reporters.REPORTERS))
def test_no_format_fails_over_no_article(report, name):
    told = report()
    if name in reporters.FOLDERS:
        assert list(reporters.folder_reporter(name)(told, Style()))
    else:
        reporters.reporter(name)(told, Style())


def test_a_format_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        reporters.reporter("xml")
