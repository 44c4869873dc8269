"""What a web page says of its article: in JSON-LD, in meta tags, in its head.

In: the page as text. Out: `Stated`, in the form of an article's row. Nothing is
looked up, and nothing guessed from the words or the address. Where one source
says two things, the field is left out; of several sources the first that says
something usable holds, JSON-LD before all others.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit

from provenance.config import Fields
from provenance.sources.articles import Stated, shown, stated
from provenance.sources.dates import normal_date
from provenance.sources.jsonld import Said, article_said
from provenance.sources.tags import Tags, tags

_LONGEST_URL = 2000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_BETWEEN = (" | ", " - ", " – ", " — ", " · ", " :: ")
# For each field the names under which meta tags give it, the most trusted first.
_META = MappingProxyType(
    {
        "outlet": ("og:site_name",),
        "title": ("og:title", "twitter:title"),
        "date": (
            *("article:published_time", "og:published_time", "datepublished", "pubdate"),
            *("publishdate", "publish_date", "publication_date", "parsely-pub-date"),
            *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date"),
        ),
        "byline": ("author", "article:author", "parsely-author", "dc.creator", "byl"),
        "language": ("content-language", "dc.language", "og:locale"),
        "url": ("og:url",),
    }
)
# What each source says, the most trusted first.
_Sources = Sequence[Sequence[object]]


def page_stated(page: str) -> Stated:
    """What `page` says of its article; linear in the page.

    `given` and `blank` tell of title, outlet, date and byline as for any record: a page has the
    field when one of the sources has it. `faults` has the fields that are left out, with why.
    """
    found = tags(page)
    said = article_said(found.scripts)
    values: dict[str, object] = {}
    faults: dict[str, str] = {}
    for field, is_usable in _USABLE.items():
        sources = _sources(field, found, said)
        usable = next(filter(None, (list(filter(is_usable, source)) for source in sources)), [])
        different = _different(field, usable)
        if len(different) > 1:
            faults[field] = f"is given as {shown(different[0])} and as {shown(different[1])}"
        if any(sources):
            values[field] = _value(different, sources)
    if isinstance(title := values.get("title"), str):
        values["title"] = _without_outlet(title, values.get("outlet"))
    known = stated(values, Fields())
    return replace(known, faults={**known.faults, **faults})


def _sources(field: str, found: Tags, said: Said) -> _Sources:
    linked = said.get(field, [])
    metas = [found.metas.get(name, []) for name in _META[field]]
    if field == "url":
        return (found.links.get("canonical", []), linked, *metas)
    if field == "language":
        return (linked, found.languages[:1], *metas)
    if field == "title":
        heading = found.headings.get("h1", [])
        only = heading if len(heading) == 1 else []
        return (linked, *metas, only, found.headings.get("title", [])[:1])
    return (linked, *metas)


def _value(different: Sequence[str], sources: _Sources) -> object:
    """The one usable value; null where there are two, and an unusable one where there is none."""
    if different:
        return different[0] if len(different) == 1 else None
    return next(source[0] for source in sources if source)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_date(value: object) -> bool:
    return isinstance(value, str) and normal_date(value) is not None


def _is_language(value: object) -> bool:
    return isinstance(value, str) and _LANGUAGE.fullmatch(value.strip()) is not None


def is_address(value: object) -> bool:
    """Whether it is a whole address of the web; what it would be relative to is not known here."""
    if not isinstance(value, str) or len(value) > _LONGEST_URL or re.search(r"\s", value.strip()):
        return False
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


_USABLE: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "outlet": _is_text,
        "title": _is_text,
        "date": _is_date,
        "byline": _is_text,
        "language": _is_language,
        "url": is_address,
    }
)


def _different(field: str, usable: Sequence[object]) -> list[str]:
    """Usable values that differ in more than how they are written, in order.

    Any number of people can have written an article.
    """
    found: dict[str | None, str] = {}
    for value in usable:
        text = str(value).strip()
        key = normal_date(text) if field == "date" else " ".join(text.casefold().split())
        found.setdefault("" if field == "byline" else key, text)
    return list(found.values())


def _without_outlet(title: str, outlet: object) -> str:
    """`Bridge shut | The Gazette` is the title `Bridge shut` of The Gazette."""
    title = " ".join(title.split())
    if not isinstance(outlet, str) or not outlet.strip():
        return title
    tails = [between + outlet.strip() for between in _BETWEEN]
    tail = next((tail for tail in tails if title.endswith(tail)), "")
    return title.removesuffix(tail).strip() or title
