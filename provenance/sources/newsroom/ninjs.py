"""ninjs, the JSON of news agencies: an item to an article.

In: a JSON object. Out: its article; `Unread` where it does not keep to the
standard, with the path, or is a text without a body; a notice for a picture, a
plan and the like. Of an item's bodies the plain one is read, else one with markup,
from which the markup is taken out.
"""

import re
from collections.abc import Iterator, Mapping

from provenance.config import Fields
from provenance.model import Article, Notice, Unread
from provenance.sources import mapping
from provenance.sources.articles import Origin, article, stated
from provenance.sources.decoding import MEGABYTE, is_blank, too_large
from provenance.sources.newsroom.fragments import looks_like_markup, text_of
from provenance.sources.newsroom.ninjs_types import GENERATIONS
from provenance.sources.newsroom.shapes import faults

_OWN_NAMES = Fields()
_STANDARDS = ("standard", "$standard")
_WITHOUT_PROSE = ("picture", "graphic", "video", "audio", "event", "planning")
_VERSION = re.compile(r"[123]\.|(?<=ninjs-schema_)[123]")
_NITF_TEXT = re.compile(r"<body\.content\b[^<>]*>(.*?)(?:</body\.content|\Z)", re.DOTALL)
_SHOWN = 3

Json = Mapping[str, object]
Row = Article | Unread | Notice


def is_item(values: Json, fields: Fields) -> bool:
    """Whether a record is a ninjs item, which nothing in it needs to say.

    It is when it names the standard, or has the `uri` that each item must have; but not when it
    has the text field of the settings, these name another than the default one, or it has one of
    the other names for it, as records of crawlers do that have a `uri` too.
    """
    if fields.text != _OWN_NAMES.text or fields.text in values:
        return False
    if any(_names_ninjs(values.get(key)) for key in _STANDARDS):
        return True
    others = mapping.SYNONYMS["text"]
    return "uri" in values and not any(name in values for name in others if name != "body_text")


def row(values: Json, path: str, line: int, max_article_mb: int) -> tuple[Row, dict[str, str]]:
    """What a ninjs item is, and what is wrong with fields of it that are left out, by name."""
    place = f"{path}:{line}"
    wrong = _faults(values)
    if wrong and not _is_extended(values):
        more = f"; and {len(wrong) - _SHOWN:,} more" if len(wrong) > _SHOWN else ""
        listed = "; ".join(wrong[:_SHOWN])
        step = "correct it, or name the field that holds the text with --text-field"
        return Unread(place, f"is not what ninjs allows: {listed}{more}; {step}"), {}
    field, text = _text(values)
    if is_blank(text):
        return _without_text(values, place), {}
    if len(text) > max_article_mb * MEGABYTE:
        return Unread(place, too_large("the text", None, max_article_mb)), {}
    known = stated(_stated(values), _OWN_NAMES)
    uri = values["uri"]
    own_id = uri if isinstance(uri, str) and uri.strip() else place
    origin = Origin(own_id, path, line, embedded=True, field=field)
    return article(origin, text, known), known.faults


def _names_ninjs(standard: object) -> bool:
    if not isinstance(standard, dict):
        return False
    return any("ninjs" in value for value in standard.values() if isinstance(value, str))


def _faults(values: Json) -> list[str]:
    """What is wrong with the item, in the generation that knows most of its properties.

    What an item declares is not enough, as items that declare another one are in circulation. Of
    several generations one that it keeps to counts, else the one it declares, else the last.
    """
    known = {
        number: sum(shape.kind(key) is not None for key in values)
        for number, shape in GENERATIONS.items()
    }
    best = [number for number, count in known.items() if count == max(known.values())]
    found = {number: faults(dict(values), GENERATIONS[number]) for number in best}
    if not all(found.values()):
        return []
    declared = _declared(values)
    return found[declared if declared in best else best[-1]]


def _declared(values: Json) -> int | None:
    for key in _STANDARDS:
        standard = values.get(key)
        if isinstance(standard, dict):
            told = f"{standard.get('version')} {standard.get('schema')}"
            if found := _VERSION.search(told):
                return int(found[0][0])
    return None


def _is_extended(values: Json) -> bool:
    """Whether an item follows a schema of its provider's, which may add to the standard's."""
    for key in _STANDARDS:
        standard = values.get(key)
        schema = standard.get("schema") if isinstance(standard, dict) else None
        if isinstance(schema, str) and schema and "iptc.org" not in schema:
            return True
    return False


def _text(values: Json) -> tuple[str, str]:
    """Where the body to be read stands, and its text; both empty without one."""
    bodies = sorted(_bodies(values), key=lambda body: body[0])  # Stable: else the first counts.
    for _, field, kind, text in bodies:
        found = _plain(text, kind)
        if not is_blank(found):
            return field, found
    return "", ""


def _bodies(values: Json) -> Iterator[tuple[int, str, str, str]]:
    """The bodies there are: how late to take each, where it stands, its kind and its text."""
    for key, value in values.items():
        if key.startswith("body_") and isinstance(value, str):
            kind = "text/plain" if key == "body_text" else key.removeprefix("body_").lower()
            yield _rank(kind), key, kind, value
    listed = values.get("bodies")
    for number, body in enumerate(listed if isinstance(listed, list) else ()):
        value = body.get("value") if isinstance(body, dict) else None
        if isinstance(value, str):
            told = body.get("contentType") or body.get("contenttype") or body.get("role") or ""
            kind = str(told).lower()
            yield _rank(kind), f"bodies[{number}].value", kind, value


def _rank(kind: str) -> int:
    if "plain" in kind or kind in ("text", "main"):
        return 0
    return 1 if "html" in kind else 3 if "nitf" in kind else 2


def _plain(text: str, kind: str) -> str:
    """A body as text, without markup where it has any."""
    if "nitf" in kind and (content := _NITF_TEXT.search(text)):
        return text_of(content[1])
    is_markup = "html" in kind or "nitf" in kind
    if is_markup or ("plain" not in kind and looks_like_markup(text)):
        return text_of(text)
    return text


def _without_text(values: Json, place: str) -> Unread | Notice:
    kind = values.get("type")
    if kind in _WITHOUT_PROSE:
        return Notice(place, f"a ninjs item of the type {kind} holds no article text")
    return Unread(place, "the ninjs item has no body, so that there is no text in it")


def _stated(values: Json) -> dict[str, object]:
    """What the item says of itself, under the default names of records.

    The outlet is who holds the rights, the agency as a rule: sources of information, which
    ninjs also names, may be people who were interviewed. The date is that of this version,
    whose text it is.
    """
    uri = values.get("uri")
    is_address = isinstance(uri, str) and uri.startswith(("http://", "https://"))
    found = {
        "title": _headline(values) or values.get("title"),
        "byline": _first_of(values, "byline", "by"),
        "outlet": _first_of(values, "copyrightholder", "copyrightHolder"),
        "date": _first_of(
            *(values, "versioncreated", "versionCreated", "firstcreated", "firstCreated")
        ),
        "language": values.get("language"),
        "url": uri if is_address else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _headline(values: Json) -> str | None:
    """The headline: the main one of several, else the first; without markup."""
    listed = values.get("headlines")
    told = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    main = [item for item in told if item.get("role") in ("main", None)]
    several = [item.get("value") for item in main or told]
    extra = [values[key] for key in values if key.startswith("headline_")]
    found = next(
        (
            text
            for text in (values.get("headline"), values.get("headline_main"), *several, *extra)
            if isinstance(text, str) and not is_blank(text)
        ),
        None,
    )
    return text_of(found).replace("\n", " ") if found and looks_like_markup(found) else found


def _first_of(values: Json, *keys: str) -> object:
    return next((values[key] for key in keys if values.get(key) is not None), None)
