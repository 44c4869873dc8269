"""What a record says of its article is taken as said, or told as unusable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Fields
from provenance.model import METADATA
from provenance.sources.articles import Origin, article, shown, stated
from provenance.text.fold import INVISIBLE

ORIGIN = Origin("a", "a.txt", 1, embedded=False)
ENGLISH = "The mayor said that the bridge was to be closed for a week, and that it was not safe. "
GERMAN = (
    "Die Brücke ist für eine Woche gesperrt, und der Bau wird nach dem Winter mit den Arbeiten "
)


def known(**values):
    return stated(values, Fields())


def test_nothing_said_is_null():
    assert known() == stated({"author": "A. Reyes"}, Fields())
    found = known()
    assert (found.title, found.outlet, found.date, found.language) == (None, None, None, None)
    assert found.faults == {}


def test_what_is_said_is_taken_without_the_white_space_around_it():
    found = known(title=" Ferry stops\n", outlet="The Gull ", date=" 2026-03-01 ", language=" en ")
    assert found.title == "Ferry stops"
    assert found.outlet == "The Gull"
    assert found.date == "2026-03-01"
    assert found.language == "en"


@pytest.mark.parametrize("field", ["title", "outlet", "date", "language"])
@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_an_empty_value_is_an_absent_one(field, nothing):
    found = known(**{field: nothing})
    assert getattr(found, field) is None
    assert found.faults == {}


@pytest.mark.parametrize("field", ["title", "outlet", "date", "language"])
@pytest.mark.parametrize("value", [3, 2.5, True, ["The Gull"], {"name": "The Gull"}])
def test_a_value_that_is_not_text_is_null_and_told(field, value):
    """Half a guess at what was meant would be a fact in a report."""
    found = known(**{field: value})
    assert getattr(found, field) is None
    assert found.faults[field].startswith("is not text (")


def test_the_fields_are_those_of_the_settings():
    fields = Fields(title="headline", outlet="publisher", date="published", language="lang")
    values = {"headline": "T", "publisher": "P", "published": "2026-03-01", "lang": "fr"}
    found = stated({**values, "title": "no", "outlet": "no"}, fields)
    assert (found.title, found.outlet, found.date, found.language) == ("T", "P", "2026-03-01", "fr")


def test_a_date_that_cannot_be_read_is_null_and_told():
    found = known(date="last Tuesday")
    assert found.date is None
    assert found.faults == {"date": "cannot be read as a date ('last Tuesday')"}


@pytest.mark.parametrize(
    ("written", "code"),
    [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("zh-Hant-TW", "zh")],
)
def test_a_language_is_its_primary_subtag(written, code):
    assert known(language=written).language == code


@pytest.mark.parametrize("written", ["English", "e", "en/GB", "en-", "12", "ελ"])
def test_a_language_that_is_no_code_is_null_and_told(written):
    found = known(language=written)
    assert found.language is None
    assert "language code" in found.faults["language"]


def test_an_undetermined_language_is_looked_for_in_the_text():
    assert article(ORIGIN, ENGLISH * 3, known(language="und")).language == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [(ENGLISH * 3, "en"), (ENGLISH.upper() * 3, "en"), (GERMAN * 3, "de"), ("", None)],
)
def test_the_language_is_that_of_the_text_when_nobody_says(text, code):
    assert article(ORIGIN, text, known()).language == code


def test_a_language_that_is_said_stands_against_the_text():
    assert article(ORIGIN, ENGLISH * 3, known(language="cy")).language == "cy"


def test_the_title_is_looked_for_when_nobody_says():
    text = "Ferry stops without a word\n\n" + ENGLISH
    found = article(ORIGIN, text, known())
    assert found.title == "Ferry stops without a word"
    assert found.text[found.body_start :].strip() == ENGLISH.strip()


def test_an_article_is_at_its_origin():
    found = article(Origin("id 7", "b.jsonl", 12, embedded=True), ENGLISH, known(outlet="The Gull"))
    assert (found.article_id, found.path, found.line, found.embedded) == (
        *("id 7", "b.jsonl", 12),
        True,
    )
    assert found.outlet == "The Gull"
    assert found.text == ENGLISH


# What holds nothing that can be seen is empty, as white space is.
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))


@given(
    st.dictionaries(
        st.sampled_from(["title", "outlet", "date", "language", "x"]),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers()),
    )
)
def test_any_values_are_taken_or_told(values):
    """Whatever was there and is not there now has its fault; nothing goes missing in silence."""
    found = stated(values, Fields())
    for field in ("title", "outlet", "date", "language"):
        value = values.get(field)
        seen = value.translate(UNSEEN).strip() if isinstance(value, str) else value
        given = seen is not None and seen != ""
        undetermined = field == "language" and str(value).strip().lower().startswith("und")
        lost = given and getattr(found, field) is None and not undetermined
        assert lost == (field in found.faults)


@pytest.mark.parametrize(
    "value", ["x" * 10_000, "\x1b[31m\u202e", list(range(10_000)), {"a": {"b": {}}}]
)
def test_a_value_in_a_message_is_short_and_escaped(value):
    assert len(shown(value)) <= 40
    assert shown(value).isprintable()


def test_a_value_nested_a_thousand_deep_can_be_shown():
    """Python's own repr raises on it."""
    value = []
    for _ in range(5000):
        value = [value]
    assert len(shown(value)) <= 40


FILLED = {
    "title": "Ferry stops",
    "byline": "A. Reyes",
    "outlet": "The Gull",
    "date": "2026-03-01",
}


@pytest.mark.parametrize("field", METADATA)
def test_a_field_that_is_filled_is_given(field):
    found = known(**{field: FILLED[field]})
    assert (found.given, found.blank) == ((field,), ())


@pytest.mark.parametrize("field", METADATA)
@pytest.mark.parametrize("nothing", [None, "", " \t\n", "\u00a0", 3, 2.5, True, False, [], {}])
def test_a_field_that_is_there_without_a_use_is_blank(field, nothing):
    found = known(**{field: nothing})
    assert (found.given, found.blank) == ((), (field,))


@pytest.mark.parametrize("values", [{}, {"text": "x", "language": "", "id": "", "author": ""}])
def test_a_field_that_is_not_there_is_neither(values):
    """What no record promises cannot be missed."""
    found = known(**values)
    assert (found.given, found.blank) == ((), ())


def test_a_date_that_cannot_be_read_is_blank():
    assert known(date="last Tuesday").blank == ("date",)


def test_given_and_blank_fields_are_sorted_whatever_their_order_in_the_record():
    values = {"title": "", "outlet": "The Gull", "date": None, "byline": "A. Reyes"}
    found = known(**values)
    assert (found.given, found.blank) == (("byline", "outlet"), ("date", "title"))
    assert known(**dict(reversed(values.items()))) == found


@pytest.mark.parametrize(
    "byline",
    [
        "Reuters",
        ["", "A. Reyes"],
        {"@type": "Person", "name": "A. Reyes"},
        [{"name": ""}, {"name": "A. Reyes"}],
    ],
)
def test_a_byline_may_be_a_text_a_person_or_a_list_of_these(byline):
    """So records have authors in schema.org and in ninjs, and it would be wrong to say: none."""
    assert known(byline=byline).given == ("byline",)


@pytest.mark.parametrize("byline", [[" ", None], [[]], [["A"]], {"name": " "}, {"url": "x"}, [{}]])
def test_a_byline_that_names_nobody_is_blank(byline):
    assert known(byline=byline).blank == ("byline",)


@pytest.mark.parametrize("field", ["byline", "outlet", "title"])
def test_a_field_of_characters_that_nobody_sees_is_blank(field):
    """Or the points for an empty field could be had back with one."""
    assert known(**{field: " \u200b\ufe0f\u3164 "}).blank == (field,)
    assert known(**{field: "\u200bAda"}).given == (field,)


def test_hidden_characters_make_no_other_language(tmp_path):
    """An article whose language is not known is not scored."""
    text = "The mayor said that the bridge was to be closed for a week and that it is old. " * 3
    hidden = "".join(f"{letter}\ufe0f" for letter in text)
    origin = Origin("a", "a.jsonl", 1, embedded=True)
    assert article(origin, hidden, stated({}, Fields())).language == "en"


def test_a_byline_nested_a_thousand_deep_is_blank():
    value = []
    for _ in range(5000):
        value = [value]
    assert known(byline=value).blank == ("byline",)


@pytest.mark.parametrize("byline", [3, {}, ["x"], ""])
def test_nothing_is_told_of_a_byline_since_its_value_is_not_used(byline):
    assert known(byline=byline).faults == {}


def test_who_wrote_it_is_not_kept():
    """A score that could know an author could depend on one."""
    one, other = known(byline="A. Reyes"), known(byline="B. Brenk")
    assert one == other
    assert article(ORIGIN, ENGLISH, one) == article(ORIGIN, ENGLISH, other)


def test_the_keys_of_the_metadata_are_those_of_the_settings():
    fields = Fields(title="headline", byline="author", outlet="publisher", date="published")
    values = {"headline": "T", "author": "", "publisher": None, "published": "2026-03-01"}
    found = stated({**values, "title": "", "byline": "x", "date": ""}, fields)
    assert (found.given, found.blank) == (("date", "title"), ("byline", "outlet"))


def test_an_article_has_what_its_record_gives_and_leaves_empty():
    found = article(ORIGIN, ENGLISH, known(title="", date="2026-03-01"))
    assert (found.given, found.blank) == (("date",), ("title",))


def test_a_title_found_in_the_text_does_not_fill_the_record():
    found = article(ORIGIN, f"Ferry stops without a word\n\n{ENGLISH}", known(title=""))
    assert found.title == "Ferry stops without a word"
    assert (found.given, found.blank) == ((), ("title",))


VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())


@given(st.dictionaries(st.sampled_from([*METADATA, "language", "x"]), VALUES))
def test_each_field_of_a_record_is_either_given_or_blank(values):
    found = known(**values)
    assert sorted(found.given + found.blank) == [name for name in METADATA if name in values]
    for field in ("title", "outlet", "date"):
        assert (getattr(found, field) is not None) == (field in found.given)
