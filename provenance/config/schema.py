"""The JSON Schema of a settings file, by which editors complete and check while one types.

It refuses what it can describe; what hangs together, such as one level at most
in `fail-on`, is left to `values`.
"""

from provenance.config.described import DESCRIBED, Schema
from provenance.config.toml import Key
from provenance.config.values import TABLES


def schema() -> Schema:
    """The schema (draft 2020-12) of `provenance.toml`, as a JSON document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:provenance:settings:1",
        "title": "Settings of provenance",
        **_table(()),
    }


def _table(within: Key) -> Schema:
    """The settings right in a table, and the tables in it that hold settings of their own."""
    own = {each.path[-1]: each for each in DESCRIBED if each.path[:-1] == within}
    properties: Schema = {
        name: {"description": f"{each.about} It can be {each.allowed}.", **each.schema}
        for name, each in own.items()
    }
    inner = [table for table in TABLES if table[:-1] == within and table[-1] not in own]
    properties.update({table[-1]: _table(table) for table in inner})
    return {"type": "object", "properties": properties, "additionalProperties": False}
