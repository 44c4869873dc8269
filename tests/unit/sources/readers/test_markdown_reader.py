"""A Markdown file is one article, its front matter what is known of it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.readers import markdown

BODY = "The ferry stopped at noon on Monday, and nobody on the quay could say why.\n"


def rows(content, **settings):
    data = content if isinstance(content, bytes) else content.encode()
    return list(markdown.read(io.BytesIO(data), "a.md", Config(**settings)))


def read(content, **settings):
    (row,) = rows(content, **settings)
    return row


def test_a_file_without_front_matter_is_all_text():
    row = read(BODY)
    assert (row.text, row.line, row.embedded) == (BODY, 1, False)
    assert (row.title, row.outlet, row.date) == (None, None, None)
    assert (row.given, row.blank) == ((), ())


def test_the_front_matter_says_what_is_known():
    row = read(
        "---\ntitle: Ferry stops\noutlet: The Gull\ndate: 2026-03-01 10:00:00 +0100\n"
        f"language: en-GB\nauthor: A. Reyes\n---\n{BODY}"
    )
    assert row.title == "Ferry stops"
    assert row.outlet == "The Gull"
    assert row.date == "2026-03-01T09:00:00Z"
    assert row.language == "en"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_text_begins_on_the_line_after_the_front_matter(end, mark):
    """An editor is sent to a line of the file: it must be the right one."""
    written = end.join([f"{mark}---", "outlet: The Gull", "", "---", "", "First.", "Second."])
    row = read(written)
    assert row.text == end.join(["", "First.", "Second."])
    assert row.line == 5
    in_text = row.text.split(end).index("Second.") + 1
    assert written.split(end)[row.line - 1 + in_text - 1] == "Second."


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("The Gull", "The Gull"),
        ('"The Gull"', "The Gull"),
        ("'The Gull'", "The Gull"),
        ('"The Gull', '"The Gull'),
        ("The: Gull # 1", "The: Gull # 1"),
        ("\tThe Gull  ", "The Gull"),
        ("", None),
        ('""', None),
        ('"', '"'),
        ("No", "No"),
        ("12:30", "12:30"),
        ("*x", "*x"),
        ("{a: b}", "{a: b}"),
    ],
)
def test_a_value_is_the_rest_of_its_line_without_its_quotation_marks(written, value):
    """It is not YAML: nothing turns into a number, a truth value or a reference."""
    assert read(f"---\noutlet: {written}\n---\n{BODY}").outlet == value


def test_white_space_at_the_ends_of_keys_and_lines_means_nothing():
    row = read(f"--- \noutlet : The Gull \n \n---\t\n{BODY}")
    assert (row.outlet, row.line) == ("The Gull", 5)


def test_the_keys_are_those_of_the_settings():
    row = read(f"---\nsource: The Gull\n---\n{BODY}", fields=Fields(outlet="source"))
    assert row.outlet == "The Gull"


@pytest.mark.parametrize("line", ["  - a", "- a", "just words", "a b: c", ": c", "key", "# note"])
def test_a_line_that_is_not_key_and_value_makes_the_file_unread_with_its_line(line):
    """Half-read front matter would lose the outlet or the date without a word."""
    unread = read(f"---\ntitle: T\n{line}\n---\n{BODY}")
    assert isinstance(unread, Unread)
    assert unread.place == "a.md:3"
    assert "key: value" in unread.reason


@pytest.mark.parametrize(
    "lines",
    [
        "- sea\n- ferries",
        "  - sea",
        "  sea,\n  ferries",
        "\tname: R",
        "-\n  title: Editor",
        "\n- a",
    ],
)
def test_what_hangs_below_a_key_that_nobody_wants_is_passed_over(lines):
    """Site generators write their tags so; the article is none the worse for it."""
    row = read(f"---\ntags:\n{lines}\ntitle: Ferry stops\n---\n{BODY}")
    assert (row.title, row.text) == ("Ferry stops", BODY)


def test_which_keys_are_wanted_is_for_the_settings_to_say():
    written = f"---\nsource:\n- The Gull\n---\n{BODY}"
    assert isinstance(read(written), Article)
    assert read(written, fields=Fields(outlet="source")).place == "a.md:3"


def test_a_line_that_hangs_below_nothing_makes_the_file_unread():
    assert read(f"---\n  - sea\ntitle: T\n---\n{BODY}").place == "a.md:2"


def test_a_wanted_key_given_twice_makes_the_file_unread_with_the_second_line():
    """One of two dates would win without a word."""
    unread = read(f"---\ndate: 2026-03-01\ntags: a\ntags: b\ndate: 2026-03-02\n---\n{BODY}")
    assert isinstance(unread, Unread)
    assert unread.place == "a.md:5"
    assert "date twice" in unread.reason


def test_front_matter_that_is_never_closed_makes_the_file_unread():
    assert read("---\ntitle: T\noutlet: The Gull\n").place == "a.md:1"


def test_front_matter_with_nothing_after_it_is_no_article():
    assert isinstance(read("---\ntitle: T\n---\n \n"), Unread)


@pytest.mark.parametrize("first", ["----", "--", " ---", "--- x", "***", "text\n---"])
def test_other_first_lines_open_no_front_matter(first):
    assert read(f"{first}\ntitle: T\n---\n{BODY}").line == 1


def test_a_rule_further_down_is_text():
    written = f"---\noutlet: The Gull\n---\n{BODY}\n---\n\n{BODY}"
    assert read(written).text == f"{BODY}\n---\n\n{BODY}"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Ferry stops", "Ferry stops"),
        ("#  Ferry stops  ", "Ferry stops"),
        ("# Ferry stops #", "Ferry stops"),
        ("# Ferry stops ##", "Ferry stops"),
        ("# Ferry stops #  ", "Ferry stops"),
        ("# Sailing in C#", "Sailing in C#"),
        ("\ufeff# Ferry stops", "Ferry stops"),
        ("\n\n# Ferry stops", "Ferry stops"),
    ],
)
def test_a_first_heading_is_the_title_and_the_body_comes_after_it(heading, title):
    row = read(f"{heading}\n\n{BODY}")
    assert row.title == title
    assert row.text[row.body_start :] == f"\n{BODY}"


@pytest.mark.parametrize("line", ["## Ferry stops here", "#Ferry", "####### Ferry", "#"])
def test_other_lines_with_hashes_are_no_title(line):
    assert read(f"{line}\n\n{BODY}").title is None


def test_a_heading_further_down_is_no_title():
    assert read(f"{BODY}\n# Ferry stops\n\n{BODY}").title is None


def test_the_title_of_the_front_matter_wins_over_the_heading():
    row = read(f"---\ntitle: Ferry stops\n---\n# Another line\n{BODY}")
    assert (row.title, row.body_start) == ("Ferry stops", 0)


def test_a_plain_first_line_can_be_the_title():
    assert read(f"Ferry stops without a word\n\n{BODY}").title == "Ferry stops without a word"


def test_markup_stays_in_the_text():
    written = "**Bold** [link](x) ![image](y)\n> quoted\n* item\n"
    assert read(written).text == written


@pytest.mark.parametrize(
    ("lines", "given", "blank"),
    [
        ("title: Ferry stops\ndate: 2026-03-01", ("date", "title"), ()),
        ("title:\noutlet: ''\ndate: \nbyline:", (), ("byline", "date", "outlet", "title")),
        ("byline: A. Reyes\noutlet: The Gull", ("byline", "outlet"), ()),
        ("date: someday\ntitle: Ferry stops", ("title",), ("date",)),
        ("tags: sea\nlanguage: en", (), ()),
        ("", (), ()),
    ],
)
def test_keys_are_given_or_blank_and_those_not_there_are_neither(lines, given, blank):
    row = rows(f"---\n{lines}\n---\n{BODY}")[0]
    assert (row.given, row.blank) == (given, blank)


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        ("byline: A. Reyes", True),
        ("byline:\n- A. Reyes\n- B. Brenk", True),
        ("byline:\n\n  -\n  - 'A. Reyes'", True),
        ("byline:\n  name: A. Reyes", True),
        ("byline:\n- A. Reyes\n- ''", True),
        ("byline:\n-\n  - ''", False),
        ("byline:\ntags:\n- sea", False),
        ("byline:\nbyline: A. Reyes", True),
        ("byline: A. Reyes\nbyline:", True),
    ],
)
def test_of_a_byline_only_is_kept_whether_it_is_empty(lines, given):
    """Also as a list, as site generators write it: such a file has always been read."""
    row = read(f"---\n{lines}\n---\n{BODY}")
    assert (row.given, row.blank) == ((("byline",), ()) if given else ((), ("byline",)))


def test_the_key_of_the_byline_is_that_of_the_settings():
    written = f"---\nauthor:\n- A. Reyes\nbyline:\n---\n{BODY}"
    row = read(written, fields=Fields(byline="author"))
    assert (row.given, row.blank) == (("byline",), ())


def test_a_key_that_is_wanted_for_more_than_the_byline_is_read_as_strictly_as_without():
    fields = Fields(byline="outlet")
    row = read(f"---\noutlet: The Gull\n---\n{BODY}", fields=fields)
    assert (row.outlet, row.given) == ("The Gull", ("byline", "outlet"))
    assert isinstance(read(f"---\noutlet:\n- The Gull\n---\n{BODY}", fields=fields), Unread)


@pytest.mark.parametrize(
    ("lines", "given", "blank"),
    [("title: ''", (), ("title",)), ("date: 2026-03-01", ("date",), ())],
)
def test_a_heading_is_the_title_and_does_not_fill_the_front_matter(lines, given, blank):
    row = read(f"---\n{lines}\n---\n# Ferry stops\n\n{BODY}")
    assert row.title == "Ferry stops"
    assert (row.given, row.blank) == (given, blank)


def test_a_date_that_cannot_be_read_is_left_out_with_a_notice():
    article, notice = rows(f"---\ndate: last Tuesday\n---\n{BODY}")
    assert article.date is None
    assert notice == Notice(
        "a.md",
        "date in the front matter cannot be read as a date ('last Tuesday') and is left out",
    )


def test_what_is_wrong_with_the_bytes_is_told_as_for_any_file():
    assert read(b"---\ntitle: T\n---\ncaf\xe9\0").place == "a.md:4"
    assert read("").place == "a.md"


@given(st.text(alphabet="-:ab\n\r #'\"\ufeff", max_size=80))
def test_any_file_is_an_article_or_a_reason(written):
    row = rows(written)[0]
    if isinstance(row, Article):
        assert written.endswith(row.text)
        before = written.removesuffix(row.text)
        assert row.line == len((before + "x").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    else:
        assert row.place.startswith("a.md")


@pytest.mark.parametrize(
    "written",
    [
        "---\n" + "a: b\n" * 300_000,
        "---\na" + " " * 2_000_000,
        "#" + " " * 2_000_000 + "x y z",
        "---\nbyline:\n" + "- a\n" * 300_000,
        "---\nbyline:\n" + "- " * 1_000_000,
        "---\n" + "byline: a\n" * 300_000,
    ],
)
def test_monsters_are_read_in_one_pass(written):
    assert rows(written)
