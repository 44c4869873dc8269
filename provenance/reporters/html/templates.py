"""Templates to HTML in which nothing from outside is markup.

Goes in: a template's name and values. Comes out: `Markup`. Every value that is
no `Markup` is escaped, and one that is missing is an error, not an empty place.
"""

import functools

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def render(name: str, **values: object) -> Markup:
    """The template `name` of the folder `templates`, filled with `values`.

    Raises:
        jinja2.UndefinedError: The template asks for a value that was not given.
    """
    return Markup(_environment().get_template(name).render(**values))  # noqa: S704  (autoescaped)


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("provenance.reporters.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
