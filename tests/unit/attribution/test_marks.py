"""What stands between double marks of every shape is found, and nothing unbalanced stops a run."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.attribution.marks import Marked, between_double, with_double_marks


def spans(text):
    """Start, end and whether it is closed or carried on, of the spans that lie in no other."""
    found, reached = [], 0
    marked = list(between_double(with_double_marks(text)))
    for item in sorted(marked, key=lambda item: (item.start, -item.end)):
        if item.start >= reached:
            found.append((item.start, item.end, item.closed or item.carried))
            reached = item.end
    return found


def quoted(text):
    """The same, as the words and whether they are closed."""
    return [(text[start:end], closed) for start, end, closed in spans(text)]


def inside(text):
    """The words between all marks, those inside others too."""
    return sorted(text[item.start : item.end] for item in between_double(with_double_marks(text)))


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry will sail,” he said.",
        '"The ferry will sail," he said.',
        "„The ferry will sail,“ he said.",
        "„The ferry will sail,” he said.",
        "”The ferry will sail,” he said.",
        "«The ferry will sail,» he said.",
        "« The ferry will sail, » he said.",
        "«\u00a0The ferry will sail,\u00a0» he said.",
        "»The ferry will sail,« he said.",
        'He said: "The ferry will sail,"',
        "He said (“The ferry will sail,”) twice.",
        "He said—“The ferry will sail,”—and left.",
        "``The ferry will sail,'' he said.",
        "''The ferry will sail,'' he said.",
        "‘‘The ferry will sail,’’ he said.",
        "(''The ferry will sail,'')",
        "“The ferry will sail,″ he said.",
    ],
)
def test_every_common_shape_of_marks_is_read(text):
    assert quoted(text) == [("The ferry will sail,", True)]


@pytest.mark.parametrize(
    "text",
    [
        '“The ferry will sail," he said.',
        '"The ferry will sail,” he said.',
        "“The ferry will sail,“ he said.",
    ],
    ids=["curly and straight", "straight and curly", "turned round"],
)
def test_a_closing_mark_of_the_wrong_shape_closes(text):
    """Editors and scrapers mix them; the reader is not misled, so neither are we."""
    assert quoted(text) == [("The ferry will sail,", True)]


def test_several_quotations_of_one_paragraph_are_apart():
    text = '"We sail," he said. "We always sail," and he laughed. "Always."'
    assert quoted(text) == [("We sail,", True), ("We always sail,", True), ("Always.", True)]


def test_nested_single_marks_stay_inside():
    text = "“The captain told me, ‘We sail,’ and we did,” she said."
    assert quoted(text) == [("The captain told me, ‘We sail,’ and we did,", True)]


def test_what_stands_inside_a_quotation_is_a_span_of_its_own():
    text = "“He called it “a farce” today,” she said."
    assert inside(text) == ["He called it “a farce” today,", "a farce"]
    text = '"He called it “a farce” today," she said.'
    assert inside(text) == ["He called it “a farce” today,", "a farce"]


def test_straight_marks_inside_straight_marks_are_told_by_what_stands_beside_them():
    """Two marks that open and two that close can only be one pair inside the other."""
    text = '"How are they part of the "old guard" you fight?" she asked.'
    assert inside(text) == ['How are they part of the "old guard" you fight?', "old guard"]


def test_a_straight_mark_behind_a_colon_closes_what_is_open():
    """A blank is often lost behind the second mark of such a quotation."""
    assert quoted('He called it "random:"They were not.')[0] == ("random:", True)


def test_a_mark_between_blanks_closes_what_is_open():
    """Marks of two kinds are set apart: ' ". It once read as the beginning of another one."""
    text = '"He told us, \'Sail,\' " she said. "So we did."'
    assert quoted(text) == [("He told us, 'Sail,'", True), ("So we did.", True)]
    text = "''He told us, 'Sail,' '' she said. ''So we did.''"
    assert quoted(text) == [("He told us, 'Sail,'", True), ("So we did.", True)]


def test_nested_double_marks_stay_inside():
    """“He called it “a farce” today,” has two openings and two closings."""
    text = "“He called it “a farce” today,” she said."
    assert quoted(text) == [("He called it “a farce” today,", True)]


def test_marks_of_another_shape_stay_inside():
    assert quoted('“He called it "a farce" today,” she said.') == [
        ('He called it "a farce" today,', True)
    ]
    assert quoted('"He called it “a farce” today," she said.') == [
        ("He called it “a farce” today,", True)
    ]


@pytest.mark.parametrize("outer", ["«»", "“”"])
def test_an_inner_mark_left_open_ends_where_the_outer_one_is_opened_again(outer):
    """It stands in front of the words that are quoted then, and cannot close inside them."""
    opens, closes = outer
    text = f'{opens}She said "no and left. {opens}He said "yes" at once.{closes}'
    assert inside(text) == [
        'He said "yes" at once.',
        'She said "no and left.',
        "yes",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The captain's boat isn't the sailors' boat.",
        "‘Tis the captain’s, and the ’90s were his.",
        "A 6'2\" sailor and a 5’10” cook.",
        'The hull is 12" thick.',
        "A 6 ' 2 \" sailor.",
        "A 6'2'' sailor, don''t ask.",
        "A 6′2″ sailor.",
        "Type ``sail`` or (``sail now``) and no more.",
        "```\nsail\n```",
        "",
        "No marks at all.",
        '"" “” «»',
    ],
)
def test_apostrophes_and_measures_are_no_quotations(text):
    assert quoted(text) == []


def test_backticks_that_open_need_no_end():
    assert quoted("He said, ``We sail, and left.") == [("We sail, and left.", False)]
    assert quoted("``We sail,'' he said. ``Now.''") == [("We sail,", True), ("Now.", True)]


def test_a_measure_inside_a_quotation_does_not_end_it():
    text = '"He is 6\'2" and he filled the door," she said.'
    assert quoted(text) == [("He is 6'2\" and he filled the door,", True)]


def test_a_quotation_of_several_paragraphs_is_a_row_each():
    """By custom each paragraph is opened and only the last one closed."""
    text = "“We sail on Monday.\n\n“We sail on Tuesday.\n\n“We always sail,” he said."
    assert quoted(text) == [
        ("We sail on Monday.", True),
        ("We sail on Tuesday.", True),
        ("We always sail,", True),
    ]


def test_the_next_paragraph_carries_on_after_any_blank_lines():
    text = '"We sail on Monday.\r\n \r\n\r\n  "We always sail," he said.'
    assert quoted(text) == [("We sail on Monday.", True), ("We always sail,", True)]


def test_a_quotation_without_an_end_runs_to_the_end_of_its_paragraph():
    text = "“We sail, he said.\n\nNobody believed him."
    assert quoted(text) == [("We sail, he said.", False)]


def test_a_new_opening_mark_shows_that_the_last_one_was_not_closed():
    text = "“We sail, he said. “We always sail,” he added."
    assert quoted(text) == [("We sail, he said.", False), ("We always sail,", True)]


def test_a_closing_mark_without_an_opening_one_is_left_alone():
    assert quoted("We sail,” he said. “We always sail.”") == [("We always sail.", True)]


def test_a_paragraph_that_is_carried_on_says_so():
    """The utterance is told from it."""
    one, two = between_double("“We sail.\n\n“We always sail,” he said.")
    assert one == Marked(1, 9, closed=False, carried=True)
    assert two == Marked(12, 27, closed=True, carried=False)


def test_a_quotation_goes_on_over_the_lines_of_wrapped_text():
    text = 'He was blunt. "We sail on Monday and\non Tuesday and on every\nday," he said.'
    assert quoted(text) == [("We sail on Monday and\non Tuesday and on every\nday,", True)]


def test_a_blank_line_ends_wrapped_text():
    text = 'He was blunt. "We sail on Monday and\n\non Tuesday," he said.'
    assert quoted(text) == [("We sail on Monday and", False)]


@pytest.mark.parametrize("mark", list("\"“”„«»'"))
def test_a_hundred_thousand_marks_are_read_in_linear_time(mark):
    """Four times the marks may take about four times as long, never sixteen."""

    def once(count):
        begun = time.process_time()
        list(spans(f"{mark}a " * count))
        return time.process_time() - begun

    def seconds(count):
        return min(once(count) for _ in range(4))  # The least: others use the machine, too.

    assert seconds(80_000) < 12 * seconds(20_000) + 0.2


texts = st.text(alphabet="ab .,\n\r\"“”„«»'’5´(—", max_size=80)


@given(texts)
def test_any_text_gives_quotations_in_order_without_overlap_or_white_space_at_their_ends(text):
    reached = 0
    for start, end, _ in spans(text):
        assert reached <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        reached = end


words = st.lists(st.sampled_from(["we", "sail", "now"]), min_size=1, max_size=4).map(" ".join)


@given(
    st.lists(st.tuples(words, words), min_size=1, max_size=5), st.sampled_from(["“”", '""', "«»"])
)
def test_what_was_put_between_marks_is_what_is_found(parts, marks):
    text = " ".join(f"{prose} {marks[0]}{said}{marks[1]}" for prose, said in parts)
    found = [(text[start:end], closed) for start, end, closed in spans(text)]
    assert found == [(said, True) for _, said in parts]


@given(texts, texts)
def test_a_blank_line_keeps_paragraphs_apart(one, two):
    """What stands before it cannot change where quotations lie after it."""
    both = list(spans(f"{one}\n\nplain words\n\n{two}"))
    offset = len(one) + len("\n\nplain words\n\n")
    after = [
        (start - offset, end - offset, closed) for start, end, closed in both if start >= offset
    ]
    assert after == list(spans(two))


@pytest.mark.parametrize("piece", ["``a ", "``a`` ", "''a ", "‘‘a’’ ", "`", "'"])
def test_a_hundred_thousand_pairs_of_single_marks_are_read(piece):
    text = piece * 100_000
    assert len(with_double_marks(text)) == len(text)


@given(texts)
def test_two_single_marks_for_a_double_one_keep_every_offset(text):
    assert len(with_double_marks(text)) == len(text)


@given(texts)
@example("«'\"«“")
@example('“a "b “c "d" e”')
@example('“«5"“»')
def test_of_two_spans_one_holds_the_other_or_they_are_apart(text):
    """What is masked, counted or shown must not be cut by another span's border."""
    found = list(between_double(text))
    for one in found:
        for other in found:
            apart = one.end <= other.start or other.end <= one.start
            one_in_other = other.start <= one.start and one.end <= other.end
            other_in_one = one.start <= other.start and other.end <= one.end
            assert apart or one_in_other or other_in_one


@pytest.mark.parametrize("tag", ['<tweet date="…">', "<tweet date=“2016”>", '<a href="x" >'])
def test_marks_around_the_attributes_of_a_tag_are_none(tag):
    """Pages leave their tags in the text, and nobody says a date."""
    assert quoted(f"{tag}Brenk said “yes” to it.") == [("yes", True)]


def test_a_sign_that_begins_no_tag_hides_no_marks():
    assert quoted("Brenk said “it is <5 and >7” twice.") == [("it is <5 and >7", True)]
