"""The number in a headline is that of the list below it, where the article is such a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "count-of-list"


def listed(headline, count, mark="{}. "):
    """An article of a headline and `count` items."""
    items = [f"{mark.format(k)}Stop by the river{'!' * k}" for k in range(1, count + 1)]
    return "\n".join([headline, "", *items])


def verdicts(relate, text, **values):
    return [row.fits for row in relate(text, KIND, **values)]


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "#{}. ", "• ", "- ", "* "])
def test_items_are_counted(relate, mark):
    text = listed("5 things to know about Tarn", 5, mark)
    assert verdicts(relate, text) == [True]
    assert verdicts(relate, text + "\n" + mark.format(6) + "Leave.") == [False]


@pytest.mark.parametrize("mark", ["{}. ", "• "])
def test_an_item_that_stands_there_twice_is_one(relate, mark):
    """Else a paragraph pasted twice would make a short list long enough."""
    text = listed("5 things to know about Tarn", 4, mark)
    assert verdicts(relate, text + "\n" + text.rpartition("\n")[2]) == [False]


def test_a_list_may_count_down(relate):
    items = "\n".join(f"{k}. Stop by the river." for k in (4, 3, 2, 1))
    assert verdicts(relate, f"Four reasons to visit Tarn\n\n{items}") == [True]
    assert verdicts(relate, f"Five reasons to visit Tarn\n\n{items}") == [False]


def test_the_headline_is_where_the_record_says(relate):
    text = listed("5 things to know about Tarn", 4)
    end = text.index("\n") + 1
    assert verdicts(relate, text, body_start=end) == [False]


def test_a_headline_beside_the_text_counts_too(relate):
    """Scraped records hold the headline apart; the finding then points to the list."""
    text = listed("Stop and look.", 4)
    (row,) = relate(text, KIND, title="5 things to know about Tarn")
    assert (row.fits, row.stated) == (False, "“5”")
    assert text[row.start : row.end] == "1. Stop by the river!"
    assert verdicts(relate, text, title="4 things to know about Tarn") == [True]


@pytest.mark.parametrize(
    "text",
    [
        listed("5 dead after fire in Tarn", 4, "• "),
        listed("Tarn opens its gates", 4),
        listed("4 things to know (plus 1 to forget)", 5),
        listed("About 5 things to know", 4),
        listed("5 things to know about Tarn", 2),
        "5 things to know about Tarn\n\n1. Stop.\n3. Go on.\n7. Leave.",
        "5 things to know about Tarn\n\n• Stop.\n- Go on.\n• Leave.\n- Return.",
        "5 things to know about Tarn\n\nStop by the river.",
    ],
)
def test_no_list_and_two_lists_are_left_alone(relate, text):
    """Bullets of a news story, two numbers in the headline, gaps and mixed marks."""
    assert verdicts(relate, text) == []


def test_an_editor_sees_number_and_list(relate):
    text = listed("5 things to know about Tarn", 4)
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("5", "“5”")
    assert row.expected == "the list below it has 4"
    assert text[row.others[0].start :].startswith("1. Stop")


@given(st.integers(3, 40), st.integers(-2, 2), st.sampled_from(["{}. ", "{}) ", "• ", "- "]))
def test_a_headline_fits_its_own_number_of_items_alone(relate, count, off, mark):
    text = listed(f"{count + off} things to know about Tarn", count, mark)
    assert verdicts(relate, text) == ([off == 0] if count + off >= 3 else [])


@given(st.text("12.)•- \nStop", max_size=120))
def test_any_list_is_read(relate, text):
    """Half items, numbers alone and empty lines raise no error."""
    assert len(verdicts(relate, f"5 things to know\n\n{text}")) <= 1


@pytest.mark.parametrize("line", ["1. ", "1. Stop.\n", "• Stop.\n", "• \n", "\n", "12"])
def test_a_very_long_list_is_no_list_of_five(relate, line):
    assert True not in verdicts(relate, "5 things to know about Tarn\n\n" + line * 30_000)
