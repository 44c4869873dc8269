"""What the ninjs standard allows in an item, as a table.

ninjs (News in JSON, of the IPTC) is in use in three generations with other names:
1.x (`headline`, `body_text`), 2.x (`headlines`, `bodies`, `versioncreated`) and 3.x
(`versionCreated`, and events and plans besides). The table holds what the newest
release of each generation allows (1.8, 2.4 and 3.3), as releases within one only
added to it, and what their drafts try out (`advices`). The form of URIs and of most
times is not looked at, nor do the standard's own tests.
"""

import re
from collections.abc import Mapping

from provenance.sources.newsroom.shapes import Kind, Shape

_COUNT = range(10**12)
_SHARE = range(101)
_URGENCY = range(1, 10)
_PARTIAL_TIME = re.compile(
    r"-?\d{4,9}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?"
)
_TYPES = ("text", "audio", "video", "picture", "graphic", "composite", "component")
_STATUS = ("usable", "withheld", "canceled")
_SHAPES = (  # Of GeoJSON, RFC 7946.
    *("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"),
    *("GeometryCollection", "Feature", "FeatureCollection"),
)


def _texts(names: str) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), "text")


def _kinds(**kinds: Kind) -> dict[str, Kind]:
    return kinds


_STANDARD = Shape(_texts("name version schema"))
_SOURCE_TYPE = Shape(_texts("name uri literal"))
_GEOJSON = Shape({"type": _SHAPES}, ("type",), is_open=True)
_POINT = Shape({"x": range(-(10**9), 10**9), "y": range(-(10**9), 10**9)})
_CODE = Shape(_texts("code scheme name"), ("code",))
_ADVICE = Shape({"role": "text", "environments": [_CODE], "importance": _CODE, "lifetime": _CODE})


def _contact(postal_code: str) -> list[Shape]:
    address = Shape({**_texts(f"locality area country {postal_code}"), "lines": ["text"]})
    return [
        Shape(
            {**_texts("type role lang name value"), "address": address},
            one_of=(("value", "address"),),
        )
    ]


def _coded(**more: Kind) -> list[Shape]:
    """The way in which 1.x names anything: by a code in a scheme."""
    return [Shape({**_texts("name rel scheme code uri"), **more})]


def _first() -> Shape:
    contact = _contact("postalcode")
    symbol = Shape(_texts("ticker exchange symboltype symbol"))
    place = Shape(_coded(contactinfo=contact)[0].fields, families={"geometry_": "object"})
    rights = Shape(
        _texts("langid linkedrights encodedrights"),
        one_of=(("linkedrights", "encodedrights"),),
        is_open=True,
    )
    fields: dict[str, Kind] = {
        **_texts("uri mimetype profile version firstcreated versioncreated contentcreated"),
        **_texts("contentdigitised embargoed expires copyrightholder copyrightnotice usageterms"),
        **_texts("ednote language title byline headline slugline located"),
        **_kinds(charcount="number", wordcount="number", altids="object"),
        **_kinds(type=_TYPES, representationtype=("complete", "incomplete")),
        "$standard": _STANDARD,
        **_kinds(pubstatus=_STATUS, urgency=_URGENCY),
        **_kinds(person=_coded(contactinfo=contact), infosource=_coded(contactinfo=contact)),
        **_kinds(organisation=_coded(contactinfo=contact, symbols=[symbol]), place=[place]),
        **_kinds(event=_coded(), object=_coded(), genre=_coded(), rightsinfo=rights),
        "subject": _coded(creator="text", relevance=_SHARE, confidence=_SHARE),
        "trustindicator": [Shape(_texts("scheme code title href"))],
        "renditions": Shape({}, families={"": _lowered(_rendition(), {})}),
        **_kinds(digitalsourcetype=_SOURCE_TYPE, advices=[_ADVICE]),
    }
    item = Shape(fields, ("uri",), {"description_": "text", "body_": "text", "headline_": "text"})
    fields["associations"] = Shape({}, families={"": item})
    return item


def _third() -> Shape:
    contact = _contact("postalCode")
    named = _texts("name rel role uri literal")
    symbol = Shape(_texts("ticker exchange symbolType symbol"))
    party = Shape({**named, "contactInfo": contact, "symbols": [symbol]})
    text = Shape(_texts("role contentType value"), ("value",))
    body = Shape({**text.fields, "charCount": _COUNT, "wordCount": _COUNT}, ("value",))
    rendition = Shape({"name": "text", **_rendition().fields}, ("name",))
    fields: dict[str, Kind] = {
        **_texts("uri profile version firstCreated versionCreated contentCreated"),
        **_texts("contentDigitised embargoed embargoedUntil expires copyrightHolder"),
        **_texts("copyrightNotice usageTerms edNote language title by slugline located"),
        **_kinds(type=(*_TYPES, "event", "planning"), representationType=("full", "partial")),
        **_kinds(pubStatus=_STATUS, urgency=_URGENCY, standard=_STANDARD),
        **_kinds(headlines=[text], descriptions=[text], bodies=[body]),
        **_kinds(people=[party], organisations=[party], infoSources=[party]),
        "places": [Shape({**party.fields, "geoJSON": _GEOJSON, "geojson": _GEOJSON})],
        "subjects": [
            Shape({**named, "creator": "text", "relevance": _SHARE, "confidence": _SHARE})
        ],
        **_kinds(events=[Shape({**named, "id": "text"})], objects=[Shape(named)]),
        **_kinds(genres=[Shape(named)], altIds=[Shape(_texts("role value"))]),
        "trustIndicators": [Shape(_texts("role title href"))],
        "rightsInfo": Shape(
            _texts("langId linkedRights encodedRights"), one_of=(("linkedRights", "encodedRights"),)
        ),
        **_kinds(renditions=[rendition], digitalSourceType=_SOURCE_TYPE, advices=[_ADVICE]),
        "eventDetails": Shape(
            {**_texts("eventStatus plannedCoverageStatus"), "dates": _dates(), "organiser": party}
        ),
        "plannedCoverage": [_coverage(rendition)],
    }
    associated = {**fields, **_texts("name rel")}
    fields["associations"] = associated["associations"] = [Shape(associated, ("uri", "name"))]
    return Shape(fields, ("uri",))


def _rendition() -> Shape:
    resource = Shape(_texts("role title language contentType"))
    return Shape(
        {
            **_texts("href mimetype contentType title format aspectRatio videoCodec"),
            **_texts("transportProtocol bitrate"),
            **dict.fromkeys("width height sizeInBytes duration frameRate".split(), "number"),
            **_kinds(poi=_POINT, scanType=("progressive", "interlaced"), resources=[resource]),
            "extensions": "object",
        }
    )


def _dates() -> Shape:
    rule = {
        "frequency": ("secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"),
        **_kinds(interval=_COUNT, count=_COUNT, until="text"),
    }
    recurrence = Shape({"recurrenceDates": "any", "recurrenceRules": [Shape(rule)]})
    return Shape(
        {
            **_texts("startDate endDate expectedDuration"),
            **_kinds(expectedStartDate=_PARTIAL_TIME, expectedEndDate=_PARTIAL_TIME),
            "recurrence": recurrence,
        },
        one_of=(("startDate", "expectedStartDate"), ("endDate", "expectedEndDate")),
    )


def _coverage(rendition: Shape) -> Shape:
    reference = Shape(_texts("name value"))
    audience = Shape({"audience": "text", "significance": _COUNT})
    return Shape(
        {
            **_texts("uri title edNote language"),
            **_kinds(pubStatus=_STATUS, type=(*_TYPES, "event", "planning"), urgency=_URGENCY),
            "commissioned": Shape({**_texts("by on"), "references": [reference]}),
            **_kinds(dates=_dates(), audiences=[audience], exclAudience=["text"]),
            "itemCount": Shape({"rangeFrom": _COUNT, "rangeTo": _COUNT}),
            **_kinds(wordCount=_COUNT, renditions=[rendition]),
        }
    )


def _lowered(kind: Kind, seen: dict[int, Shape]) -> Kind:
    """A kind with all keys in lower case; it may hold itself."""
    if isinstance(kind, list):
        return [_lowered(kind[0], seen)]
    if not isinstance(kind, Shape):
        return kind
    if id(kind) not in seen:
        fields: dict[str, Kind] = {}
        required = tuple(key.lower() for key in kind.required)
        groups = tuple(tuple(key.lower() for key in group) for group in kind.one_of)
        seen[id(kind)] = Shape(fields, required, kind.families, groups, kind.is_open)
        fields.update((key.lower(), _lowered(inner, seen)) for key, inner in kind.fields.items())
    return seen[id(kind)]


def _second() -> Shape:
    lowered = _lowered(_third(), {})
    assert isinstance(lowered, Shape)
    plans = ("eventdetails", "plannedcoverage")
    fields = {key: kind for key, kind in lowered.fields.items() if key not in plans}
    return Shape(fields, lowered.required)


GENERATIONS: Mapping[int, Shape] = {1: _first(), 2: _second(), 3: _third()}
