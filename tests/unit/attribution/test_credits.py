"""A credit is told by its place and form; a mention of the same name is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import credits  # noqa: A004
from provenance.model import Credit

BODY = (
    "Dockers walked off the job at first light on Tuesday and left forty ships waiting in the "
    "roads, and the harbour master said that none would be unloaded before the end of the week."
)
REUTERS = [("agency", "Reuters")]
AP = [("agency", "Associated Press")]


@pytest.mark.parametrize(
    "head",
    [
        "KARREN BAY (Reuters) - ",
        "KARREN BAY, March 3 (Reuters) – ",
        "Karren Bay, 3 March 2026 (Reuters) — ",
        "March 3 (Reuters) - ",
        "(Reuters) - ",
        "(Reuters) ",
        "KARREN BAY(Reuters) - ",
        "Dockers walk out\n\nKARREN BAY (Reuters) - ",
        "Dockers walk out. KARREN BAY (Reuters) - ",
    ],
)
def test_a_dateline_credits_its_agency(head, credited):
    assert credited(head + BODY) == REUTERS


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("AP", "Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("UPI", "United Press International"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Xinhua", "Xinhua"),
    ],
)
def test_every_agency_has_one_name(name, source, credited):
    assert credited(f"KARREN BAY ({name}) - {BODY}") == [("agency", source)]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Morrow, Associated Press",
        "By ANN MORROW, THE ASSOCIATED PRESS",
        "By The Associated Press",
        "By Ann Morrow | AP",
        "By Ann Morrow, AP Business Writer",
        "By Ann Morrow, Associated Press | March 3, 2026",
        "Source: AP",
        "Associated Press",
        "Associated Press, 3 March 2026",
    ],
)
def test_a_byline_credits_its_agency(line, credited):
    assert credited(f"Dockers walk out\n{line}\n{BODY}") == AP


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(Reporting by Ann Morrow; Editing by Tom Varn)", REUTERS),
        ("Reporting by Ann Morrow in Karren Bay", REUTERS),
        ("(Additional reporting by Ann Morrow; Editing by Tom Varn.)", REUTERS),
        ("Associated Press writer Ann Morrow in Dunsea contributed to this report.", AP),
        ("AP journalists Ann M. Morrow and Tom Varn contributed to this report.", AP),
        ("The Associated Press contributed to this story.", AP),
        ("With files from The Associated Press", AP),
        ("Contributing: Ann Morrow in Dunsea; the Associated Press", AP),
        ("This report contains material from the Associated Press.", AP),
        ("Material from the Associated Press was used in this report.", AP),
        ("AP Business Writer Ann Morrow contributed.", AP),
        ("AP photographers Ann Morrow in Tarn, Varn. and Tom Varn in Dunsea contributed.", AP),
        ("Additional reporting by AP", AP),
        ("Copyright 2026 The Associated Press. All rights reserved.", AP),
        ("© 2026 Associated Press", AP),
        ("(AP)", AP),
        ("— Reuters", REUTERS),
        ("Reuters", REUTERS),
    ],
)
def test_a_sign_off_credits_its_agency(line, found, credited):
    assert credited(f"{BODY}\n\n{line}") == found


def test_a_tag_at_the_end_of_the_last_paragraph_is_a_credit(credited):
    assert credited(f"{BODY} —Reuters") == REUTERS
    assert credited(f"{BODY} (AFP)") == [("agency", "Agence France-Presse")]


@pytest.mark.parametrize(
    "line",
    [
        "(AP, Reuters)",
        "— AP/Reuters",
        "With files from Reuters and the Associated Press",
        "Reuters and AP contributed to this report.",
        "Reuters; AP",
    ],
)
def test_all_agencies_of_one_credit_are_credited(line, credited):
    assert credited(f"{BODY}\n\n{line}") == AP + REUTERS


def test_a_staff_list_as_long_as_a_paragraph_is_a_credit(credited):
    names = "; ".join(f"Ann Morrow in St. Tarn, Quay {n}" for n in range(60))
    line = f"Associated Press writers {names} contributed to this report."
    assert credited(f"{BODY}\n\n{line}") == AP
    assert credited(f"{BODY}\n\n{line[:-40]} slept in Tarn.") == []


def test_a_line_as_one_agency_sets_it_credits_it_without_its_name(credited):
    assert credited(f"AP FACT CHECK: Ships and numbers\n\n{BODY}") == AP


def test_an_agency_that_divides_its_stories_in_its_way_is_credited_where_it_is_named(credited):
    """Either alone says nothing: others draw lines too, and others name the agency."""
    named = "The ships were counted by the AP."
    assert credited(f"{BODY}\n\n___\n\n{named}\n\n{BODY}") == AP
    assert credited(f"{BODY}\n\n___\n\n{BODY}") == []
    assert credited(f"{BODY}\n\n_____\n\n{named}") == []
    assert credited(f"{BODY}\n\n___\n\nShips in the roads (AP Photo/Ann Morrow)\n\n{BODY}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"“We sail,” the captain told Reuters. {BODY}",
        f"{BODY}\n\nThe captain, contacted by AFP, said that he would sail.",
        f"Reuters reported on Monday that the ferry would sail. {BODY}",
        f"According to the Associated Press, the ferry will sail. {BODY}",
        f"By Tuesday, the Associated Press had counted forty ships. {BODY}",
        f"{BODY}\n\nThe AP has asked dockers for years. Ann Morrow contributed to this report.",
        f"{BODY} The ferry firm is insured by PA of Tarn.",
        f"AP chemistry is taught in Tarn. {BODY}",
        BODY,
        "",
    ],
)
def test_a_mention_is_no_credit(text, credited):
    assert credited(text) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Photo by Ann Morrow/AP", "Photo by Ann Morrow/AP"),
        ("Source: photo by Ann Morrow, AP", "photo by Ann Morrow, AP"),
        ("Ships in the roads. (AP Photo/Ann Morrow)", "AP Photo/Ann Morrow"),
        ("Image: Reuters", "Image: Reuters"),
        ("REUTERS/Ann Morrow", "REUTERS/Ann Morrow"),
        ("Ann Morrow/Reuters", "Ann Morrow/Reuters"),
        ("Video: AP", "Video: AP"),
        ("Ships at rest (Harbour Gazette via AP)", "Harbour Gazette via AP"),
        ("[Featured image by Ann Morrow/Getty Images]", "image by Ann Morrow/Getty Images"),
    ],
)
def test_the_credit_of_a_picture_is_not_the_articles(line, told, articles, lexicon):
    for text in (f"{line}\n{BODY}\n\n{BODY}", f"{BODY}\n\n{line}", f"{BODY}\n{line}\n{BODY}"):
        rows = list(frames.rows(credits(articles(text), lexicon.credits), Credit))
        assert [(row.form, row.subject) for row in rows] == [("tag", "picture")]
        assert text[rows[0].start : rows[0].end] == told


def test_a_name_under_a_teaser_is_the_teasers(credited):
    """It stands alone on the last line, but what is before it is a headline with one sentence."""
    paragraphs = "\n\n".join([BODY] * 9)
    teaser = "Six things to know about the strike\n\nThe port has been closed before.\nReuters"
    assert credited(f"{paragraphs}\n\n{teaser}") == []
    assert credited(f"{paragraphs}\n\nReuters") == REUTERS
    assert credited(f"{paragraphs}\n\nThe port is closed.\n\nIt rains.\n\nReuters") == REUTERS


def test_what_a_teaser_credits_is_told_as_the_teasers(articles, lexicon):
    text = f"{BODY}\n\nSix things to know\n\nThe port has been closed before.\nReuters"
    (row,) = frames.rows(credits(articles(text), lexicon.credits), Credit)
    assert (row.source, row.form, row.subject) == ("Reuters", "tag", "teaser")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"TARN (Reuters) - {BODY}", "dateline"),
        (f"By Ann Morrow, Reuters\n{BODY}", "byline"),
        (f"{BODY} (Reuters)", "tag"),
        (f"{BODY}\n\nReuters", "tag"),
        (f"{BODY}\n\nReporting by Ann Morrow", "sign-off"),
        (f"{BODY}\n\nReuters contributed to this report.", "share"),
        (f"{BODY}\n\nReuters writers Ann Morrow and Tom Varn contributed.", "share"),
        (f"{BODY}\n\nFirst published by Reuters.", "origin"),
        (f"AP FACT CHECK: Ships\n\n{BODY}", "house"),
    ],
)
def test_the_form_of_a_credit_is_told(text, form, articles, lexicon):
    rows = list(frames.rows(credits(articles(text), lexicon.credits), Credit))
    assert [(row.form, row.subject) for row in rows] == [(form, "article")]


def test_an_agency_in_the_middle_of_a_long_article_is_no_credit(credited):
    paragraphs = [BODY] * 20
    paragraphs[10] = "TARN (Reuters) - " + BODY
    assert credited("\n\n".join(paragraphs)) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("This article was first published by the Harbour Gazette.", "Harbour Gazette"),
        ("This story originally appeared in The Harbour Gazette.", "Harbour Gazette"),
        ("Originally published in the Harbour Gazette on 3 March.", "Harbour Gazette"),
        ("(First published on tarnholm.example)", "tarnholm.example"),
        ("This piece first appeared on Coast and Sea, a weekly.", "Coast and Sea"),
        ("Republished with permission of the Varn Courier", "Varn Courier"),
        ("This column originally appeared in the N.Y. Courier", "N.Y. Courier"),
    ],
)
def test_a_line_that_says_where_it_first_ran_credits_that_outlet(line, name, credited):
    assert credited(f"{BODY}\n\n{line}") == [("outlet", name)]
    assert credited(f"{line}\n\n{BODY}") == [("outlet", name)]


@pytest.mark.parametrize(
    "ending",
    [
        "\n\nAs first reported by the Harbour Gazette.",
        "\n\nSource: Harbour Gazette",
        "\n\nSource: The Harbour Gazette, 3 March 2026",
        "\n\nReporting by the Harbour Gazette",
        "\n\n(Reporting by Harbour Gazette.)",
        "\n\n(Harbour Gazette)",
        "\n\n[Harbour Gazette]",
        "\n\n- Harbour Gazette",
        "\n\n– Harbour Gazette",
        "\n\n— Harbour Gazette.",
        " (Harbour Gazette)",
    ],
)
def test_a_line_that_names_an_outlet_of_the_corpus_credits_it(ending, credited):
    assert credited(BODY + ending, outlet="The harbour gazette") == [("outlet", "Harbour Gazette")]


@pytest.mark.parametrize(("below", "found"), [(0, True), (7, True), (8, False)])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n \n"])
def test_an_outlet_is_looked_for_in_the_last_eight_lines(below, found, end, credited):
    """Blank lines are none, whatever ends a line."""
    text = end.join(["It held. — Karren Herald", *["Rain fell."] * below]) + end
    assert bool(credited(text, outlet="Karren Herald")) is found


@pytest.mark.parametrize("ending", ["Source: Ministry of Fish", "(Ends)", "(Ann Morrow)"])
def test_a_name_that_is_no_outlet_of_the_corpus_is_no_credit(ending, credited):
    assert credited(f"{BODY}\n\n{ending}", outlet="Harbour Gazette") == []


def test_an_agency_with_articles_in_the_corpus_stays_an_agency(credited):
    assert credited(f"{BODY}\n\n(Reuters)", outlet="Reuters") == REUTERS


def test_an_agency_that_ran_it_first_is_an_agency(credited):
    assert credited(f"{BODY}\n\nThis story was first published by Reuters.") == REUTERS


def test_the_day_on_which_it_was_first_published_is_no_outlet(credited):
    assert credited(f"{BODY}\n\nThis story was first published in March 2020.") == []


def test_what_another_thing_first_appeared_in_is_no_credit(credited):
    """News of a memo that some paper published is not that paper's article."""
    assert credited(f"The memo was first published by the Harbour Gazette. {BODY}") == []


def test_a_title_in_the_text_is_not_searched(credited):
    title = "Source: Reuters\n"
    assert credited(title + BODY, body_start=len(title)) == []


def test_the_span_of_a_credit_is_what_says_so(articles, lexicon):
    text = f"Dockers walk out\n\nKARREN BAY (Reuters) - {BODY}\n\n(Reporting by Ann Morrow)"
    rows = frames.rows(credits(articles(text), lexicon.credits), Credit)
    assert [text[row.start : row.end] for row in rows] == ["KARREN BAY (Reuters) -", "Reporting by"]


@pytest.mark.parametrize(
    "piece",
    [
        "By ",
        "(AP) ",
        "Reporting by ",
        "contributed to this report ",
        "AP ",
        "\n",
        "first published by ",
        "Source: Tarn ",
        ". (Tarn ",
        "© ",
        "___\n",
        "Photo by Ann ",
        "Ann Morrow/",
        "AP/",
        "AP photographer ",
    ],
)
def test_long_hostile_text_is_read_in_linear_time(piece, articles, lexicon):
    """Only the ends are searched, so four times the text may take at most four times as long."""

    def once(frame):
        begun = time.process_time()
        credits(frame, lexicon.credits)
        return time.process_time() - begun

    def seconds(count):
        frame = articles(piece * count)
        return min(once(frame) for _ in range(3))  # The least: others use the machine, too.

    assert seconds(200_000) < 10 * seconds(50_000) + 0.5


@given(
    st.lists(
        st.sampled_from(["Reuters", "AP", "(", ")", "-", "\n", "By", "said", ".", "©"]), max_size=40
    )
)
def test_any_text_is_read_and_every_span_lies_in_it(articles, lexicon, parts):
    text = " ".join(parts)
    rows = list(frames.rows(credits(articles(text), lexicon.credits), Credit))
    for row in rows:
        assert 0 <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == text[row.start : row.end].strip()
