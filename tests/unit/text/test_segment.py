"""Lines and sentences point at the text as it was read."""

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Line
from provenance.text.segment import line_spans, lines, sentence_spans
from provenance.text.spans import LineMap


def articles(*texts):
    made = [
        Article(f"a{n}", f"a{n}", 1, False, text, None, 0, None, None, None)
        for n, text in enumerate(texts)
    ]
    return frames.frame(made, Article)


def cut(*texts):
    return list(frames.rows(lines(articles(*texts)), Line))


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


def test_white_space_around_a_line_is_left_out_of_its_span():
    assert cut("  Share \t") == [Line("a0", 1, 2, 7, "Share")]


def test_blank_lines_count_but_are_not_lines():
    assert [(line.number, line.text) for line in cut("a\n \n\u00a0\nb")] == [(1, "a"), (4, "b")]


def test_lines_are_numbered_in_each_article_anew():
    assert [(line.article_id, line.number) for line in cut("a\nb", "c")] == [
        ("a0", 1),
        ("a0", 2),
        ("a1", 1),
    ]


def test_articles_with_other_line_ends_do_not_shift_one_another():
    found = cut("a\r\nbc\rd", " e\n\nf", "", "g\r\r\nh")
    assert [(line.article_id, line.number, line.start, line.end) for line in found] == [
        ("a0", 1, 0, 1),
        ("a0", 2, 3, 5),
        ("a0", 3, 6, 7),
        ("a1", 1, 1, 2),
        ("a1", 3, 4, 5),
        ("a3", 1, 0, 1),
        ("a3", 3, 4, 5),
    ]


def test_the_articles_that_are_cut_stay_as_they_were():
    table = articles("a\r\nb", "c\rd", "e")
    lines(table)
    assert table["text"].to_list() == ["a\r\nb", "c\rd", "e"]


@given(st.text(alphabet="ab \r\n\u00a0é😀\ufeff\u2028\x0b"))
def test_a_line_is_the_text_at_its_span_and_its_number_is_what_editors_show(text):
    for line in cut(text):
        assert text[line.start : line.end] == line.text
        assert LineMap.of(text).place(line.start)[0] == line.number


@given(st.text(alphabet="ab \r\n\u00a0é😀"))
def test_no_character_but_white_space_is_lost(text):
    kept = "".join(line.text for line in cut(text))
    assert kept.replace(" ", "").replace("\u00a0", "") == "".join(text.split())


def test_one_line_of_two_million_characters_is_one_line():
    assert len(cut("word " * 400_000)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gen. R. Osei of the U.S. force left.",
        "The rate rose 3.5 percent to 4.1 percent.",
        "Dr. Lund met Sen. Hale on Jan. 4 at noon.",
    ],
)
def test_abbreviations_initials_and_decimals_do_not_end_a_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It cost 400 sq. ft. (37 sq. m) of land.",
        "He met (Sen. Hale) there.",
        "The “J. Reyes” sailed.",
        "Dr.\u00a0Lund left.",
    ],
)
def test_what_stands_before_an_abbreviation_does_not_matter(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    ["It grew 400 ft. Then it fell.", "They left no3. Then", "An area. Then", "(a list). Then"],
)
def test_a_word_that_is_no_abbreviation_ends_a_sentence(text):
    first, _, last = text.partition(". ")
    assert sentences(text) == [f"{first}.", last]


def test_closing_marks_belong_to_the_sentence_they_close():
    assert sentences("“It held.” She left! (It rained.) Why?") == [
        "“It held.”",
        "She left!",
        "(It rained.)",
        "Why?",
    ]


def test_a_sentence_never_runs_over_a_line_end():
    assert sentences("No stop here\nNext line") == ["No stop here", "Next line"]


@given(st.text(alphabet="Ab. !?”\n\r\u00a0Mr"))
def test_sentences_are_in_order_apart_and_lose_only_white_space(text):
    spans = sentence_spans(text)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())


def test_a_line_of_nothing_but_full_stops_is_cut_in_one_pass():
    assert len(sentence_spans("." * 500_000)) == 1


WRAPPED = (
    "The harbour board of Tarnholm said on Monday that its fleet had grown\n"
    "by a fifth over the year, which it put down to the new pier and to the\n"
    "calm of the spring. It had counted more boats than ever before, about\n"
    "300 of them, and lay $2 million ahead of what it had hoped to take by\n"
    "then. The yards were full.\n"
)


def test_a_sentence_of_wrapped_text_runs_over_its_line_ends():
    """Agencies send lines of one width; a figure and its noun stand on two of them."""
    first, second, last = sentences(WRAPPED)
    assert (first[:17], first[-19:]) == ("The harbour board", "calm of the spring.")
    assert (second[:14], second[-13:]) == ("It had counted", "take by\nthen.")
    assert last == "The yards were full."


@pytest.mark.parametrize("end", ["\r\n", "\r", " \n"])
def test_any_line_end_may_wrap_a_text(end):
    text = WRAPPED.replace("\n", end)
    assert len(sentences(text)) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\n\n"),  # blank lines
        lambda text: text.replace("\n", "\n    "),  # every line begins a paragraph
        lambda text: text + "A line that nobody wrapped, " * 5,
        lambda text: "\n".join(line[:30] for line in text.splitlines()),  # a list
        lambda text: text.replace("\nby", "\nBy").replace("\ncalm", "\nCalm"),
        lambda text: "\n".join(text.splitlines()[:2]),
    ],
    ids=["blank", "indented", "long", "narrow", "capitals", "too few"],
)
def test_lines_of_other_texts_are_not_joined(change):
    """Headlines, captions, lists and paragraphs of scraped text end where their line ends."""
    assert not any("\n" in sentence for sentence in sentences(change(WRAPPED)))


def test_a_short_line_ends_its_sentence_in_wrapped_text_too():
    """The next word would have fitted, so that the line was ended on purpose."""
    text = "Boats in the harbour\nby pier and day\n\n" + WRAPPED
    assert sentences(text)[:2] == ["Boats in the harbour", "by pier and day"]


BRIEF = (
    "The harbour board of Tarnholm bid on Monday for 6.1\n"
    "billion marks of the notes that its bank had put up for sale in spring,\n"
    "which it put down to the new pier and to the calm of the whole winter,\n"
    "for it had counted more boats than ever before in all of its years and\n"
    "hoped to take 300 of them by then. The yards were full.\n"
)


def test_the_first_line_of_a_wrapped_brief_goes_on_though_its_dateline_is_gone():
    """It was full with "TARNHOLM, June 9 -", which stands elsewhere; 6.1 is no figure of its own."""
    first, last = sentences(BRIEF)
    assert first.startswith("The harbour board of Tarnholm bid on Monday for 6.1\nbillion marks")
    assert first.endswith("by then.")
    assert last == "The yards were full."


@pytest.mark.parametrize(
    "text",
    [
        BRIEF.replace("\nbillion", "\nBillion"),
        BRIEF.replace("6.1\n", "6.1:\n"),
        BRIEF.replace("6.1\n", "6.1\n\n"),
        "Bids for boats of Tarnholm\nby pier and day\n" + WRAPPED,
    ],
    ids=["capital", "mark", "blank line", "second line short"],
)
def test_a_short_first_line_that_is_a_title_stays_apart(text):
    assert sentences(text)[0] == text.splitlines()[0]


def test_a_line_of_wrapped_text_may_go_on_with_a_quotation():
    text = BRIEF.replace("\nhoped to take 300", "\n“hoped to take 300”")
    assert [sentence.count("\n") for sentence in sentences(text)] == [4, 0]


def test_the_lines_of_wrapped_text_stay_lines():
    assert [line.text for line in cut(WRAPPED)] == WRAPPED.splitlines()


@given(st.lists(st.sampled_from(["tarn", "boats", "of", "12", "harbour", "and"]), min_size=80))
def test_text_wrapped_anywhere_is_the_same_text(words):
    """Where the line ends fall must not change what belongs together."""
    text = textwrap.fill(" ".join(words), 65)
    assert [" ".join(each.split()) for each in sentences(text + ".")] == [" ".join(words) + "."]


@pytest.mark.parametrize(
    "text",
    [
        "It has 400 sq. ft. (37 sq. m) of grass.",
        "The hill is 53 mi. (85 km) away.",
        "It rises 30 ft. (9 m) high.",
    ],
)
def test_a_unit_before_its_conversion_does_not_end_a_sentence(text):
    assert sentences(text) == [text]


def test_a_unit_at_the_end_of_a_sentence_ends_it():
    assert sentences("It rises 30 ft. (The hill is old.) It fell 9 m. Rain fell.") == [
        "It rises 30 ft.",
        "(The hill is old.)",
        "It fell 9 m. Rain fell.",
    ]


def test_wrapped_lines_without_end_are_joined_in_one_pass():
    text = ("boats of the harbour and of the piers and of the yards of old\n") * 20_000
    assert len(sentence_spans(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.\n\n  Two. \nThree", ["One.", "Two.", "Three"]),
        ("One.\r\nTwo.\rThree", ["One.", "Two.", "Three"]),
        ("One\u2028line", ["One\u2028line"]),
    ],
)
def test_a_line_is_what_stands_between_its_ends_without_white_space(text, expected):
    assert [text[start:end] for start, end in line_spans(text)] == expected


@given(st.text(alphabet="ab \t\n\u00a0\u2028"))
def test_lines_are_the_same_whatever_ends_them(text):
    """Texts with a carriage return are cut another way."""
    assert line_spans(text) == line_spans(text.replace("\n", "\r"))
