"""Templates to HTML in which nothing from outside is markup.

Goes in: a template's name and values. Comes out: `Markup`. Every value that is
no `Markup` is escaped, and one that is missing is an error, not an empty place.
The filter `shown` makes characters visible that would move or hide others.
"""

import functools

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from provenance.reporters.safe import printable


def render(name: str, **values: object) -> Markup:
    """The template `name` of the folder `templates`, filled with `values`.

    Raises:
        jinja2.UndefinedError: The template asks for a value that was not given.
    """
    return Markup(_environment().get_template(name).render(**values))  # noqa: S704  (autoescaped)


@functools.cache
def source(name: str) -> str:
    """A style sheet or script of the folder as it stands in a page, where a line ends in LF."""
    loader = _environment().loader
    assert isinstance(loader, BaseLoader)
    text, _, _ = loader.get_source(_environment(), name)
    return text.replace("\r\n", "\n")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("provenance.reporters.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["shown"] = printable
    return environment
