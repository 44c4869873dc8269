"""Which field of a record holds what: as the settings say, else by the names that are in use.

In: a record and the settings' field names. Out: the field names to read it by. A
name that the settings change is taken as it is; another name stands in for a
default only where the default is absent and nothing is ambiguous.
"""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from functools import lru_cache

from provenance.config import Fields

# The names that news data sets and crawlers give these fields, beside the default ones.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "text": ("body", "content", "article", "body_text", "article_body", "maintext"),
    "title": ("headline",),
    "byline": ("author", "authors"),
    "outlet": ("source", "publisher", "site"),
    "date": ("published", "published_at", "date_published", "pubdate", "publish_date"),
    "url": ("link", "canonical_url"),
}
_DEFAULTS = Fields()

# Pairs of what a field holds and the name it goes by in place of the default one.
StandIns = tuple[tuple[str, str], ...]


def stand_ins(values: Mapping[str, object], fields: Fields) -> StandIns:
    """The names under which a record keeps what it has not under a default name.

    A name counts when it is the only one of its row in `SYNONYMS` that the record has and holds
    text or nothing; of a byline, which may be a list, whatever it holds.

    >>> stand_ins({"body": "Noon.", "source": "The Gull", "site": "gull.example"}, Fields())
    (('text', 'body'),)
    """
    found = []
    for role, name, others in _open_roles(fields):
        if name in values:
            continue
        here = [
            other
            for other in others
            if other in values and (role == "byline" or isinstance(values[other], str | None))
        ]
        if len(here) == 1:
            found.append((role, here[0]))
    return tuple(found)


@lru_cache(maxsize=1000)
def renamed(fields: Fields, found: StandIns) -> Fields:
    """The field names with the stand-ins put in."""
    return replace(fields, **dict(found))


def names(fields: Fields) -> frozenset[str]:
    """The fields of a record that may be asked for: where records are tables, its columns."""
    own = {
        name for item in fields_of(fields) if isinstance(name := getattr(fields, item.name), str)
    }
    return frozenset(own.union(*(others for _, _, others in _open_roles(fields))))


def unfolded(values: Mapping[str, object], fields: Fields) -> Mapping[str, object]:
    """A record to which the fields that the settings name by a dotted path are added.

    `meta.body` is the field `body` of the record in the field `meta`, unless a field has that name.
    """
    found = {path: _at(values, path) for path in _paths(fields) if path not in values}
    present = {path: held[0] for path, held in found.items() if held}
    return {**values, **present} if present else values


def _at(values: Mapping[str, object], path: str) -> tuple[object] | None:
    """What stands at a dotted path; null when nothing does."""
    value: object = values
    for part in path.split("."):
        if not isinstance(value, dict) or part not in value:
            return None
        value = value[part]
    return (value,)


@lru_cache(maxsize=100)
def _open_roles(fields: Fields) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What has its default name in the settings: what it is, the name, the names beside it."""
    return tuple(
        (role, getattr(fields, role), others)
        for role, others in SYNONYMS.items()
        if getattr(fields, role) == getattr(_DEFAULTS, role)
    )


@lru_cache(maxsize=100)
def _paths(fields: Fields) -> tuple[str, ...]:
    given = (getattr(fields, item.name) for item in fields_of(fields))
    return tuple(name for name in given if "." in name)
