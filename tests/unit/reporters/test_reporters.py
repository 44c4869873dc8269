"""The table of formats is complete."""

import importlib
import pkgutil

from provenance import reporters


def test_every_module_that_renders_is_in_the_table():
    """A reporter that nobody can choose is a reporter forgotten."""
    modules = [
        importlib.import_module(f"provenance.reporters.{found.name}")
        for found in pkgutil.iter_modules(reporters.__path__)
    ]
    renders = {module.render for module in modules if hasattr(module, "render")}
    assert renders == set(reporters.REPORTERS.values())
