"""What all formats of records have in common is tried once, without any format."""

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.records import Record, as_json, no_text, rows

TEXT = "The ferry stopped at noon."


def read(*found, **settings):
    return list(rows(found, "a.x", Config(**settings)))


def test_a_record_is_an_article_at_its_number():
    (row,) = read(Record(7, {"text": TEXT, "id": "gull-7", "title": "Ferry"}, "utf-8"))
    assert (row.article_id, row.path, row.line, row.embedded) == ("gull-7", "a.x", 7, True)
    assert (row.text, row.title, row.field, row.encoding) == (TEXT, "Ferry", "text", "utf-8")


def test_what_a_reader_could_not_read_passes_through_in_its_place():
    bad = Unread("a.x:2", "torn")
    first, second, third = read(Record(1, {"text": "one"}), bad, Record(3, {"text": "two"}))
    assert (first.text, second, third.text) == ("one", bad, "two")


def test_no_record_at_all_is_unread():
    assert read() == [Unread("a.x", "there is no record in it")]


def test_a_field_read_in_place_of_another_is_told_once_a_file():
    """Silence would leave nobody the chance to see that it was the wrong one."""
    record = {"body": TEXT, "headline": "Ferry", "source": "The Gull"}
    *articles, notice = read(Record(1, record), Record(2, record))
    assert [row.outlet for row in articles] == ["The Gull", "The Gull"]
    assert [row.field for row in articles] == ["body", "body"]
    assert notice.place == "a.x"
    assert "outlet from 'source', text from 'body', title from 'headline'" in notice.message


def test_a_record_that_has_the_default_names_is_not_told_of():
    assert [type(row) for row in read(Record(1, {"text": TEXT, "body": "other"}))] == [Article]


def test_each_record_is_looked_at_by_itself():
    first, second, _ = read(Record(1, {"text": "one"}), Record(2, {"body": "two"}))
    assert (first.text, first.field) == ("one", "text")
    assert (second.text, second.field) == ("two", "body")


def test_the_canonical_address_is_kept():
    (row,) = read(Record(1, {"text": TEXT, "url": "https://gull.example/7"}))
    assert row.url == "https://gull.example/7"


def test_a_text_over_the_limit_is_unread_with_what_to_do():
    (row,) = read(Record(4, {"text": "a" * 1_000_001}), max_article_mb=1)
    assert row.place == "a.x:4"
    assert "max-article-mb" in row.reason


def test_a_nested_text_is_found_by_its_path():
    (row,) = read(Record(1, {"meta": {"body": TEXT}}), fields=Fields(text="meta.body"))
    assert (row.text, row.field) == (TEXT, "meta.body")


def test_a_ninjs_item_among_records_is_read_by_its_standard():
    item = {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}], "bodies": [{"value": TEXT}]}
    (row,) = read(Record(3, item))
    assert (row.article_id, row.title, row.text, row.line) == ("urn:x:1", "Ferry", TEXT, 3)


def test_faults_of_a_field_are_told_once_with_their_first_place():
    bad = {"text": TEXT, "date": "Tuesday", "id": 1.5}
    rows_read = read(*(Record(number, bad) for number in (2, 3, 4)))
    notices = {row.message: row.place for row in rows_read if isinstance(row, Notice)}
    assert len(notices) == 2
    assert set(notices.values()) == {"a.x:2"}
    assert all(message.endswith("; so is that of 2 more") for message in notices)


def test_a_fault_of_a_renamed_field_is_told_under_its_own_name():
    *_, first, _ = read(Record(1, {"text": TEXT, "pubdate": "Tuesday"}))
    assert first.message.startswith("the 'pubdate' of the record cannot be read as a date")


def test_why_there_is_no_text_names_the_thing_the_fields_and_the_next_step():
    assert no_text({"a": 1, "b": 2}, "text", "header") == (
        "the header has no field 'text'; name another with --text-field (it has 'a', 'b')"
    )
    assert no_text({"text": 3}, "text").startswith("the field 'text' is not text (3)")
    assert no_text({"text": " "}, "text").endswith("(it has no others)")


def test_a_field_named_by_an_attacker_is_shown_escaped_and_short():
    reason = no_text({"\x1b[31m" + "x" * 900: 1}, "text")
    assert "\x1b" not in reason
    assert len(reason) < 200


def test_constants_are_shown_as_the_file_has_them():
    assert [as_json(value) for value in (None, True, False, 3, "a")] == [
        *("null", "true", "false", "3", "'a'")
    ]
