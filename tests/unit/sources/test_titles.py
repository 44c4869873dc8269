"""The headline is found by its shape, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.titles import locate_title

BODY = "The ferry stopped at noon on Monday, and nobody on the quay could say for how long."
HEADLINE = "Ferry stops without a word"


def title(text, known=None):
    return locate_title(text, known)[0]


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "  \n\t\n"])
def test_a_short_first_line_before_a_body_is_the_title(end):
    assert title(HEADLINE + end + BODY) == HEADLINE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_body_starts_after_the_line_of_the_title(end):
    text = f"\n  {HEADLINE} {end}{BODY}"
    _, start = locate_title(text, None)
    assert text[start:] == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Will the ferry run again?",
        "“We were not told”",
        "'No one told us,' say passengers",
        "7 things the ferry did not say",
        "Ferry: what is known so far",
        "U.S. ferry stops without a word",
        "¿Quién paró el ferry?",
    ],
)
def test_headlines_of_many_kinds_are_titles(line):
    assert title(f"{line}\n\n{BODY}") == line


@pytest.mark.parametrize(
    "line",
    [
        "The ferry stopped today.",
        "What we know so far:",
        "By the news desk,",
        "“The ferry stopped today.”",
        "The ferry stopped. Nobody knew why",
        "• Ferry stops without word",
        "- Ferry stops without word",
        "## Ferry stops without word",
        "A ferry at the quay on Monday (Photo: A. Reyes)",
        "Read more about this…",
    ],
)
def test_a_sentence_a_label_or_a_caption_is_no_title(line):
    assert locate_title(f"{line}\n\n{BODY}", None) == (None, 0)


def test_a_title_has_twenty_words_and_150_characters_at_most():
    body = "Word " * 80
    assert title(f"{'ab ' * 19}ab\n\n{body}") == f"{'ab ' * 19}ab"
    assert title(f"{'ab ' * 20}ab\n\n{body}") is None
    assert title(f"ab ab {'x' * 144}\n\n{body}") == f"ab ab {'x' * 144}"
    assert title(f"ab ab {'x' * 145}\n\n{body}") is None


def test_a_text_of_one_line_has_no_title():
    assert locate_title(HEADLINE, None) == (None, 0)


def test_a_line_with_nothing_longer_after_it_is_no_title():
    """A list of short lines is a list, not a story under a headline."""
    assert title(f"{HEADLINE}\n\nFerries.\n\nPorts.") is None
    assert title(f"{HEADLINE}\n\n{HEADLINE}") is None
    assert title(f"{HEADLINE}\n\n{HEADLINE}s") == HEADLINE


def test_wrapped_text_has_no_title():
    """Lines cut at 60 characters look short; what follows goes on with the sentence."""
    assert title("The ferry stopped at noon\non Monday, and nobody on the quay\nknew why.") is None
    assert title("The ferry stopped when Captain\nReyes of the Northern Line left\nit.") is None


@pytest.mark.parametrize("end", [".", "?", "!", "…", ".”", '."', ".'"])
def test_a_title_right_above_a_whole_sentence_is_a_title(end):
    assert title(f"{HEADLINE}\n“{BODY[:-1]}{end}") == HEADLINE


def test_labels_of_one_or_two_words_may_stand_before_the_title():
    """Scraped pages begin with a share button or the name of the section."""
    text = f"Share\n\nLocal news\n\n{HEADLINE}\n\n{BODY}"
    found, start = locate_title(text, None)
    assert found == HEADLINE
    assert text[start:].strip() == BODY


def test_more_than_two_labels_are_a_page_and_not_a_headline():
    assert title(f"Home\nNews\nShare\n{HEADLINE}\n\n{BODY}") is None


def test_only_the_first_line_of_three_words_is_looked_at():
    assert title(f"The ferry stopped today.\n\n{HEADLINE}\n\n{BODY}") is None


def test_a_byte_order_mark_is_no_part_of_the_title():
    assert title(f"\ufeff{HEADLINE}\n\n{BODY}") == HEADLINE
    assert title(f"\ufeff  {HEADLINE}\n\n{BODY}") == HEADLINE


def test_a_known_title_is_kept_as_it_is():
    assert locate_title(BODY, "Ferry stops.") == ("Ferry stops.", 0)


@pytest.mark.parametrize("line", [HEADLINE, f"# {HEADLINE}", f"# {HEADLINE} #", HEADLINE.upper()])
def test_a_known_title_that_is_the_first_line_ends_with_it(line):
    text = f"\n{line}\n{BODY}"
    found, start = locate_title(text, HEADLINE)
    assert found == HEADLINE
    assert text[start:] == BODY


def test_a_known_title_further_down_is_not_looked_for():
    assert locate_title(f"{BODY}\n{HEADLINE}\n{BODY}", HEADLINE) == (HEADLINE, 0)


@given(st.text(alphabet="ab .:\n\r\ufeff“”#-", max_size=200), st.none() | st.text(max_size=20))
def test_the_body_starts_inside_the_text_after_the_title(text, known):
    found, start = locate_title(text, known)
    assert 0 <= start <= len(text)
    if known is None:
        assert (found is None) == (start == 0)
        assert found is None or text[:start].strip().endswith(found)


@pytest.mark.parametrize(
    "text",
    ["a b c\n" * 400_000, "\n" * 2_000_000, " " * 2_000_000, "a " * 1_000_000, "#" * 500_000],
)
def test_monsters_are_judged_in_one_pass(text):
    """Each takes far less than a second; anything quadratic here would take hours."""
    assert locate_title(text, None) == (None, 0)
