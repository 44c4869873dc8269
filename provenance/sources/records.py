"""Records to articles: what every format of records has in common.

In: the records of one file as its reader takes them apart, and what it could not
take apart. Out: one row for each, and what is worth knowing of the file, told
once. A record that is a ninjs item is read as one; every other by the names of
its fields.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import orjson

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources import mapping
from provenance.sources.articles import Origin, article, shown, stated
from provenance.sources.decoding import MEGABYTE, is_blank, too_large
from provenance.sources.faults import Faults
from provenance.sources.newsroom import ninjs
from provenance.sources.recoding import NotInEncodingError

_FIELDS_SHOWN = 8
_NO_RECORD = "there is no record in it"

Row = Article | Unread | Notice
# A record's row, what is wrong with its fields, by name, and the names that stand in for others.
_Read = tuple[Row, dict[str, str], mapping.StandIns]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file.

    Attributes:
        number: The line it begins on, or in a table without lines its row, from 1.
        values: Its fields.
        encoding: As in `Article`.
    """

    number: int
    values: Mapping[str, object]
    encoding: str | None = None


def rows(found: Iterable[Record | Unread], path: str, config: Config) -> Iterator[Row]:
    """A row for each of `found`, in order, then the notices of the file; `Unread` without any.

    A field with values that cannot be used, and one that is read in place of another, are told
    once a file: where first, and how often.
    """
    wrong = Faults("record")
    renamed: set[tuple[str, str]] = set()
    empty = True
    for each in found:
        empty = False
        if isinstance(each, Unread):
            yield each
            continue
        read = _item if ninjs.is_item(each.values, config.fields) else _plain
        row, faults, stand_ins = read(each, path, config)
        wrong.add(f"{path}:{each.number}", faults)
        renamed.update(stand_ins)
        yield row
    if empty:
        yield Unread(path, _NO_RECORD)
    yield from wrong.notices()
    if renamed:
        listed = ", ".join(f"{role} from {shown(name)}" for role, name in sorted(renamed))
        yield Notice(path, f"{listed}: read there, as the fields of the settings are absent")


def encoded(
    found: Iterable[Record | Unread], encoding: str, path: str
) -> Iterator[Record | Unread]:
    """The records with the encoding in which their file was, and where that breaks off."""
    try:
        for each in found:
            yield replace(each, encoding=encoding) if isinstance(each, Record) else each
    except NotInEncodingError as fault:
        yield Unread(f"{path}:{fault.line}", str(fault), breaks_off=True)


def no_text(values: Mapping[str, object], field: str, thing: str = "record") -> str:
    """Why `field` holds no text, and where it may be instead.

    Args:
        values: The fields there are.
        field: The one that should hold the text.
        thing: What has the fields.
    """
    name = shown(field)
    if field in values:
        value = values[field]
        fault = "is empty" if isinstance(value, str) else f"is not text ({as_json(value)})"
        reason = f"the field {name} {fault}"
    else:
        reason = f"the {thing} has no field {name}"
    others = [shown(key) for key in values if key != field]
    listed = ", ".join(others[:_FIELDS_SHOWN]) + (", ..." if others[_FIELDS_SHOWN:] else "")
    return f"{reason}; name another with --text-field (it has {listed or 'no others'})"


def as_json(value: object) -> str:
    """As `shown`, but null, true and false as they are written in a file."""
    constant = value is None or isinstance(value, bool)
    return orjson.dumps(value).decode() if constant else shown(value)


def _item(record: Record, path: str, config: Config) -> _Read:
    row, faults = ninjs.row(record.values, path, record.number, config.max_article_mb)
    return row, faults, ()


def _plain(record: Record, path: str, config: Config) -> _Read:
    """The article of a record that is no ninjs item, or why it is unread."""
    place = f"{path}:{record.number}"
    values = mapping.unfolded(record.values, config.fields)
    found = mapping.stand_ins(values, config.fields)
    fields = mapping.renamed(config.fields, found) if found else config.fields
    text = values.get(fields.text)
    if not isinstance(text, str) or is_blank(text):
        return Unread(place, no_text(values, fields.text)), {}, ()
    if len(text) > config.max_article_mb * MEGABYTE:
        return Unread(place, too_large("the text", None, config.max_article_mb)), {}, ()
    known = stated(values, fields)
    own_id, id_faults = _own_id(values, fields)
    faults = {shown(name): fault for name, fault in {**known.faults, **id_faults}.items()}
    origin = Origin(own_id or place, path, record.number, True, fields.text, record.encoding)
    return article(origin, text, known), faults, found


def _own_id(values: Mapping[str, object], fields: Fields) -> tuple[str | None, dict[str, str]]:
    """The record's id, null when it has none that can be used; and what is wrong with it."""
    value = values.get(fields.id)
    if isinstance(value, str) and value.strip():
        return value, {}
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value), {}
    if value is None or isinstance(value, str):
        return None, {}
    return None, {fields.id: f"is neither text nor a whole number ({as_json(value)})"}
