"""An agency's item is read as its standard says, and refused where it says something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.newsroom import ninjs

TEXT = "The ferry stopped at noon."
FIRST = {"uri": "urn:x:1", "headline": "Ferry stops", "body_text": TEXT}
SECOND = {
    "uri": "urn:x:2",
    "versioncreated": "2026-03-01T10:00:00+01:00",
    "headlines": [{"role": "main", "value": "Ferry stops"}],
    "bodies": [{"contenttype": "text/plain", "value": TEXT}],
}
THIRD = {
    "uri": "urn:x:3",
    "versionCreated": "2026-03-01T10:00:00+01:00",
    "headlines": [{"role": "main", "value": "Ferry stops"}],
    "bodies": [{"contentType": "text/plain", "value": TEXT}],
}


def row(item):
    return ninjs.row(item, "a.json", 4, 5)[0]


def refused(item):
    found = row(item)
    assert isinstance(found, Unread), found
    assert found.place == "a.json:4"
    assert "is not what ninjs allows" in found.reason
    return found.reason


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD])
def test_an_item_of_each_generation_is_an_article(item):
    found = row(item)
    assert (found.article_id, found.title, found.text) == (item["uri"], "Ferry stops", TEXT)
    assert (found.path, found.line, found.embedded) == ("a.json", 4, True)


def test_what_an_item_says_of_itself_is_taken():
    found = row(
        THIRD
        | {"by": "A. Reyes", "copyrightHolder": "The Gull", "language": "en-GB"}
        | {"uri": "https://gull.example/7", "firstCreated": "2026-02-01"}
    )
    assert (found.outlet, found.language, found.url) == ("The Gull", "en", "https://gull.example/7")
    assert found.date == "2026-03-01T09:00:00Z"
    assert found.given == ("byline", "date", "outlet", "title")


def test_the_first_version_dates_an_item_that_names_no_other():
    assert row(FIRST | {"firstcreated": "2026-02-01"}).date == "2026-02-01"


def test_an_identifier_that_is_no_address_is_no_address():
    assert row(FIRST).url is None


def test_a_source_of_information_is_not_the_outlet():
    """It may be the person who was interviewed."""
    assert row(THIRD | {"infoSources": [{"name": "Mayor Lee"}]}).outlet is None


def test_a_date_that_cannot_be_read_is_told_and_left_out():
    found, wrong = ninjs.row(FIRST | {"versioncreated": "Last Tuesday"}, "a.json", 1, 5)
    assert found.date is None
    assert "cannot be read as a date" in wrong["date"]


def test_the_plain_body_is_taken_before_one_with_markup():
    bodies = [
        {"contentType": "text/html", "value": "<p>Marked up.</p>"},
        {"contentType": "text/plain", "value": TEXT},
    ]
    found = row(THIRD | {"bodies": bodies})
    assert (found.text, found.field) == (TEXT, "bodies[1].value")
    item = {"uri": "urn:x", "body_xhtml": "<p>Marked up.</p>", "body_text": TEXT}
    assert row(item).field == "body_text"


def test_markup_is_taken_out_of_a_body_that_has_it():
    body = {"contentType": "text/html", "value": "<p>One &amp; <b>two</b>.</p><p>Three.</p>"}
    assert row(THIRD | {"bodies": [body]}).text == "One & two.\nThree."
    found = row({"uri": "urn:x", "body_xhtml": "<p>One.</p>"})
    assert (found.text, found.field) == ("One.", "body_xhtml")


def test_of_a_nitf_body_the_content_is_taken_and_not_its_head():
    nitf = (
        "<nitf><head><title>T</title></head><body><body.head>H</body.head>"
        f"<body.content><p>{TEXT}</p></body.content></body></nitf>"
    )
    body = {"contentType": "text/vnd.IPTC.NITF", "value": nitf}
    assert row(THIRD | {"bodies": [body]}).text == TEXT


def test_a_plain_text_with_signs_of_comparison_is_not_markup():
    text = "If a < b and c > d, stop."
    assert row(FIRST | {"body_text": text}).text == text


def test_an_empty_body_gives_way_to_the_next_one():
    bodies = [{"contentType": "text/plain", "value": " "}, {"value": TEXT}]
    assert row(THIRD | {"bodies": bodies}).field == "bodies[1].value"


def test_the_main_headline_is_the_title_without_its_markup():
    headlines = [{"role": "kicker", "value": "Sea"}, {"role": "main", "value": "<h1>Ferry</h1>"}]
    assert row(THIRD | {"headlines": headlines}).title == "Ferry"
    assert row(THIRD | {"headlines": [{"role": "seo", "value": "Only"}]}).title == "Only"
    assert (
        row({"uri": "urn:x", "headline_extra": "E", "title": "T", "body_text": TEXT}).title == "E"
    )
    assert row({"uri": "urn:x", "title": "T", "body_text": TEXT}).title == "T"


@pytest.mark.parametrize("kind", ["picture", "graphic", "video", "audio"])
def test_an_item_that_is_no_text_is_passed_over_with_a_notice(kind):
    found = row({"uri": "urn:x", "type": kind, "headline": "H"})
    assert found == Notice("a.json:4", f"a ninjs item of the type {kind} holds no article text")


@pytest.mark.parametrize("more", [{}, {"type": "text"}, {"type": "composite"}, {"body_text": " "}])
def test_a_text_without_a_body_is_unread(more):
    """Somebody sent it to be read; its text got lost."""
    found = row({"uri": "urn:x", "headline": "H", **more})
    assert isinstance(found, Unread)
    assert "has no body" in found.reason


def test_a_picture_with_a_body_is_read():
    assert row(FIRST | {"type": "picture"}).text == TEXT


def test_a_text_over_the_limit_is_unread():
    found, _ = ninjs.row(FIRST | {"body_text": "a" * 1_000_001}, "a.json", 1, 1)
    assert "more than the 1 MB" in found.reason


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"type": "invalid"}, "`type` must be one of text"),
        ({"mime_type": "a/b"}, "`mime_type` is not a property"),
        ({"profile": 42}, "`profile` must be text"),
        ({"version": 1.2}, "`version` must be text"),
        ({"pubstatus": "cancelled"}, "`pubstatus` must be one of usable, withheld, canceled"),
        ({"usageterms": {"start": "2026"}}, "`usageterms` must be text"),
        ({"person": "A. Reyes"}, "`person` must be a list"),
        ({"description_*": "x"}, "`description_*` is not a property"),
        ({"headline_": "x"}, "`headline_` is not a property"),
        ({"headline_é": "x"}, "is not a property"),
        ({"$standard": "ninjs"}, "`$standard` must be an object"),
        ({"genre": "Feature"}, "`genre` must be a list"),
        ({"altids": "7"}, "`altids` must be an object"),
        ({"urgency": 0.1}, "`urgency` must be a whole number from 1 to 9"),
        ({"urgency": 10}, "`urgency` must be a whole number"),
        ({"digitalsourcetype": "bad"}, "`digitalsourcetype` must be an object"),
        ({"infosource": [{"scheme": {}}]}, "`infosource[0].scheme` must be text"),
        ({"contentcreated": []}, "`contentcreated` must be text"),
        ({"rightsinfo": {"langid": "x"}}, "`rightsinfo` must have exactly one of linkedrights"),
        (
            {"associations": {"one": {"uri": "u", "wrong": 1}}},
            "`associations.one.wrong` is not a property",
        ),
        ({"advices": [{"importance": "much"}]}, "`advices[0].importance` must be an object"),
        ({"advices": [{"lifetime": {"name": "x"}}]}, "`advices[0].lifetime.code` is missing"),
    ],
)
def test_an_item_of_the_first_generation_that_breaks_it_is_told_where(more, place):
    assert place in refused(FIRST | more)


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"random": 1}, "`random` is not a property"),
        ({"headlines": "Ferry"}, "`headlines` must be a list"),
        ({"bodies": [{"role": "main"}]}, "`bodies[0].value` is missing"),
        ({"associations": [{"uri": "u"}]}, "`associations[0].name` is missing"),
        ({"associations": [{"name": "n"}]}, "`associations[0].uri` is missing"),
        (
            {"associations": [{"uri": "u", "name": "n", "own": 1}]},
            "`associations[0].own` is not a property",
        ),
        ({"places": [{"geojson": {"coordinates": [1]}}]}, "`places[0].geojson.type` is missing"),
        ({"places": [{"geojson": {"type": "Foo"}}]}, "`places[0].geojson.type` must be one of"),
        (
            {"rightsinfo": {"linkedrights": "u", "encodedrights": "e"}},
            "`rightsinfo` must have exactly one of linkedrights, encodedrights",
        ),
    ],
)
def test_an_item_of_the_second_generation_that_breaks_it_is_told_where(more, place):
    assert place in refused(SECOND | more)


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"versioncreated": "2026"}, "`versioncreated` is not a property"),
        ({"digitalSourceType": "bad"}, "`digitalSourceType` must be an object"),
        (
            {"eventDetails": {"dates": {"startDate": "a", "expectedStartDate": "2026"}}},
            "`eventDetails.dates` must have exactly one of startDate, expectedStartDate",
        ),
        (
            {"eventDetails": {"dates": {"expectedStartDate": "March 1st 2026"}}},
            "`eventDetails.dates.expectedStartDate` must be a date or time",
        ),
        ({"plannedCoverage": [{"urgency": 11}]}, "`plannedCoverage[0].urgency` must be"),
    ],
)
def test_an_item_of_the_third_generation_that_breaks_it_is_told_where(more, place):
    assert place in refused(THIRD | more)


@pytest.mark.parametrize("date", ["2026", "2026-03", "2026-03-01", "2026-03-01T10:00:00Z"])
def test_the_beginning_of_a_date_is_one_where_the_standard_says_so(date):
    event = {"uri": "u", "type": "event", "eventDetails": {"dates": {"expectedStartDate": date}}}
    assert isinstance(row(event), Notice)


def test_an_item_without_its_identifier_is_refused():
    item = {"standard": {"name": "ninjs", "version": "2.1"}, "bodies": [{"value": TEXT}]}
    assert "`uri` is missing" in refused(item)


def test_many_faults_are_counted_and_not_listed():
    reason = refused(FIRST | {f"own{number}": 1 for number in range(40)})
    assert "and 37 more" in reason
    assert len(reason) < 400


def test_an_item_that_fits_one_generation_is_fine_whatever_it_declares():
    standard = {"name": "ninjs", "version": "1.2"}
    assert row(THIRD | {"standard": standard}).text == TEXT
    assert isinstance(row({"uri": "u", "representationtype": "complete"}), Unread)
    assert "has no body" in row({"uri": "u", "representationtype": "complete"}).reason


def test_a_provider_with_a_schema_of_its_own_may_add_properties():
    standard = {"name": "ninjs", "version": "2.1", "schema": "https://gull.example/ninjs.json"}
    assert row(SECOND | {"standard": standard, "own": 1}).text == TEXT
    iptc = {"schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"}
    assert "`own` is not a property" in refused(SECOND | {"standard": iptc, "own": 1})


@pytest.mark.parametrize(
    ("record", "yes"),
    [
        (FIRST, True),
        (THIRD, True),
        ({"uri": "u", "random": 1}, True),
        ({"standard": {"name": "ninjs"}, "x": 1}, True),
        ({"$standard": {"schema": "http://iptc.org/std/ninjs/ninjs-schema_1.3.json"}}, True),
        ({"uri": "u", "text": TEXT}, False),
        ({"uri": "u", "body": TEXT}, False),
        ({"uri": "u", "content": TEXT, "title": "T"}, False),
        ({"headline": "H", "body_text": TEXT}, False),
        ({"standard": "ninjs"}, False),
        ({}, False),
    ],
)
def test_what_is_a_ninjs_item_and_what_any_other_record(record, yes):
    assert ninjs.is_item(record, Fields()) == yes


def test_whoever_names_the_text_field_reads_records_and_no_standard():
    assert not ninjs.is_item(FIRST, Fields(text="body_text"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FIRST, *THIRD, "role", "value", "type"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*FIRST, *SECOND, *THIRD, "type", "standard"]), JSON))
def test_any_object_is_one_row(item):
    assert isinstance(row({"uri": "u", **item}), Article | Notice | Unread)


def test_items_within_items_to_any_depth_take_no_stack():
    item = {"uri": "u", "name": "n"}
    for _ in range(2000):
        item = {"uri": "u", "name": "n", "associations": [item]}
    assert isinstance(row({"uri": "u", "associations": [item], "bodies": []}), Unread)


def test_the_place_of_a_fault_far_down_is_cut():
    item = {"uri": "u", "name": "n", "own": 1}
    for _ in range(200):
        item = {"uri": "u", "name": "n", "associations": [item]}
    reason = refused({"uri": "u", "associations": [item], "bodies": []})
    assert ".associations[0].own` is not a property" in reason
    assert len(reason) < 400
