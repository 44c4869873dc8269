import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import AppliedCap, Cluster, DimensionScore, Outcome, Person, Relation, Span
from provenance.reporters.html.article import article_page
from provenance.reporters.html.margin import MOST_NOTES
from provenance.reporters.html.view import View
from provenance.reporters.safe import printable

TEXT = (
    "Bridge shut\r\n\r\nMore than 200 cars stood there.\r\nNear 175 cars turned back.\r\n\r\nShare"
)
PARTS = (
    DimensionScore("consistency", 100, 8, judged=True, reason=None),
    DimensionScore("sourcing", 0, 0, judged=False, reason="no outlet"),
)


@pytest.fixture
def page(view, parsed):
    """The page of the first article of a report, read."""

    def _page(*args, **parts):
        seen = view(*args, **parts)
        return parsed(article_page(seen, next(iter(seen.articles))))

    return _page


@pytest.fixture
def story(article):
    return article("a.md", TEXT, title="Bridge shut", outlet="Post", date="2026-03-01")


@pytest.fixture
def full(page, story, article, finding, rule, region, score):  # noqa: PLR0917  (it has all)
    """A page with everything on it."""
    rules = [rule("NUM001", "same-quantity-conflict"), rule("BPL001", "share-button")]
    findings = [
        finding(story, "More than 200", "NUM001", severity="error", deduction=8),
        finding(story, "Share", related=(Span("b.md", 0, 5, "also here"),)),
    ]
    others = (Span("a.md", TEXT.index("175"), TEXT.index("175") + 3, "the other figure"),)
    at = findings[0].start
    return page(
        [story, article("b.md", "Share it with us.", title="Other")],
        findings,
        rules,
        [
            score("a.md", 92, 60, dimensions=PARTS, low=80, caps=(AppliedCap("headline", 74, 0),)),
            score("b.md", 100, 60),
        ],
        relations=[
            Relation(
                "a.md",
                at,
                at + 13,
                "same-quantity-conflict",
                False,
                "“200”",
                "“175”",
                "cars",
                others,
            )
        ],
        regions=[region((0, 11), (0, 11), left_id="a.md", right_id="b.md", matched_words=40)],
        clusters=[Cluster("a.md", each, "b.md", "date") for each in ("a.md", "b.md")],
        people=[Person("a.md", 0, 6, "Ada Brenk", "brenk", None, None, ())],
        outcomes=[
            Outcome("a.md", "dates", "clear", None),
            Outcome("a.md", "<i>names", "clear", None),
            Outcome("a.md", "sourcing", "not_available", "no outlet is known"),
        ],
    )


def test_the_head_says_what_the_article_is(full):
    assert full.of("h2")[0].words() == "Bridge shut"
    told = full.of("header")[0].words()
    assert "Post · 2026-03-01 · 14 words, 60 outside boilerplate · en a.md" in told
    assert "92 A 80 to 92, since not all could be judged" in told


def test_the_score_stands_as_a_sum_with_links_to_what_took_its_points(full):
    assert full.of("equation")[0].words() == "100 − 8 consistency = 92"
    part = full.of("sum")[0].of("tr")[1]
    assert part.words() == "consistency 8 100 note 1 −8"
    assert part.of("a")[0].attributes["href"] == "#a1n1"
    assert full.of("sum")[0].of("tr")[2].words() == "sourcing 0 0 not judged: no outlet"


def test_the_text_stands_as_it_was_read_with_its_line_numbers(full):
    lines = full.of("line")
    assert [line.text() for line in lines] == [
        "Bridge shut",
        "More than 200 cars stood there.",
        "Near 175 cars turned back.",
        "Share",
    ]
    assert [line.attributes["data-line"] for line in lines] == ["1", "3", "4", "6"]


def test_each_note_stands_behind_its_line_and_both_lead_to_each_other(full):
    first, second = full.of("finding")
    row = next(row for row in full.of("row") if first in list(row.walk()))
    assert row.of("lead")[0].text().strip() == "More than 200 cars stood there."
    assert first.attributes["id"] == "a1n1"
    assert first.of("back")[0].attributes["href"] == "#a1m1"
    assert [ref.attributes["href"] for ref in full.of("ref")] == ["#a1n1", "#a1n2"]
    assert "error NUM001 same-quantity-conflict −8" in first.words()
    assert "Other" in second.of("places")[0].words()
    assert [a.attributes["href"] for a in second.of("places")[0].of("a")] == ["#a2", "#p1"]


def test_figures_that_do_not_fit_stand_side_by_side(full):
    section = next(s for s in full.of("section") if "that do not fit" in s.words())
    told = section.of("tr")[1].words()
    assert told.startswith("same-quantity-conflict note 1 “200”")
    assert "the other figure, line 4 Near 175 cars turned back." in told
    assert full.of("finding")[0].of("places") == [], "the table has them"


def test_a_note_leads_to_the_table_only_where_others_stand_beside_it(page, story, finding, rule):
    """That November has 30 days needs no second place in the text."""
    found = [finding(story, "Share", "DAT003")]
    at = found[0].start
    alone = Relation("a.md", at, at + 5, "impossible-date", False, "“31”", "30 days", "", ())
    beside = (Span("a.md", 0, 6, "the other one"),)
    both = Relation("a.md", at, at + 5, "impossible-date", False, "“31”", "30 days", "", beside)
    rules = [rule("DAT003", "impossible-date")]
    for relation, links in ((alone, 0), (both, 1)):
        (note,) = page([story], found, rules, relations=[relation]).of("finding")
        assert note.words().count("side by side with the others") == links


def test_the_same_report_makes_the_same_page_whatever_the_order_of_its_rows(
    view, article, finding, region
):
    stories = [article(name, "One two three four.") for name in "abcde"]
    found = [finding(stories[0], word) for word in ("One", "three")]
    shared = [region((0, 3), (0, 3), left_id="a", right_id=other) for other in "bcde"]
    clusters = [Cluster("a", name, None, "tie") for name in "abcde"]
    made = {
        article_page(
            view(stories[::step], found[::step], regions=shared[::step], clusters=clusters[::step]),
            "a",
        )
        for step in (1, -1)
    }
    assert len(made) == 1


def test_of_many_partners_the_page_lists_some_and_counts_the_rest(page, article, region):
    stories = [article(f"s{n:02}", "Words here.") for n in range(40)]
    shared = [region((0, 5), (0, 5), left_id="s00", right_id=f"s{n:02}") for n in range(1, 40)]
    assert "and 14 more articles" in page(stories, regions=shared).words()


def test_sharing_sources_and_checks_are_told(full):
    sections = [section.words() for section in full.of("section")]
    shared, said, judged = sections[-3:]
    assert "One of 2 near copies. The origin is Other: it ran before all others." in shared
    assert "not known 40 edited side by side" in shared
    assert "people: 1" in said
    assert "sourcing could not look: no outlet is known" in judged
    assert judged.endswith("Looked and found nothing: <i>names, dates.")


def test_every_link_within_the_page_leads_somewhere_and_ids_are_unique(full):
    ids = [e.attributes["id"] for e in full.walk() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = {a.attributes["href"].lstrip("#") for a in full.of("a")}
    assert {link for link in links if link.startswith("a1")} <= set(ids)
    named = {
        e.attributes["aria-labelledby"] for e in full.walk() if "aria-labelledby" in e.attributes
    }
    assert named <= set(ids)


def test_headings_go_down_one_step_at_a_time(full):
    assert [e.tag for e in full.walk() if e.tag in {"h1", "h2", "h3", "h4"}] == ["h2"] + ["h3"] * 6


def test_an_article_without_findings_says_so_and_shows_its_text(page, story):
    read = page([story])
    assert "nothing found" in read.words()
    assert len(read.of("line")) == 4
    assert read.of("finding") == []
    assert read.of("equation")[0].words() == "100, nothing taken"


def test_without_a_score_the_reason_stands_in_its_place(page, story, score):
    read = page([story], scores=[score("a.md", None, 12, "too short: 12 words")])
    assert "no score too short: 12 words" in read.of("header")[0].words()
    assert read.of("equation")[0].words() == "at most 100, nothing taken"


def test_accepted_findings_are_shown_as_accepted_and_counted(page, story, finding):
    found = [finding(story, "Share", accepted="baseline", accepted_because="agreed")]
    read = page([story], found)
    assert "1 finding, 1 of them accepted" in read.words()
    assert read.of("note-accepted")[0].of("accepted")[0].words() == "accepted by baseline: agreed"


def test_lines_are_numbered_as_in_the_file_or_in_the_text_of_a_record(page, article):
    told = [
        page([article("a", "One.\nTwo.", line=5, embedded=inside)]).of("line")
        for inside in (False, True)
    ]
    assert [[line.attributes["data-line"] for line in lines] for lines in told] == [
        ["5", "6"],
        ["1", "2"],
    ]


def test_an_empty_text_still_has_its_notes(page, article, finding):
    empty = article("a", "")
    read = page([empty], [finding(empty, "", rule_id="MET001")])
    assert len(read.of("finding")) == 1
    assert len(read.of("ref")) == 1


def test_only_a_language_code_becomes_an_attribute(page, article):
    assert page([article("a", "x", language="de")]).of("columns")[0].attributes["lang"] == "de"
    for language in (None, 'en" onclick="x', "english", "en\n"):
        assert (
            "lang" not in page([article("a", "x", language=language)]).of("columns")[0].attributes
        )


def test_a_book_makes_a_page_of_excerpts_that_says_what_is_left_out(page, article, finding):
    """Five megabytes of text must not make a page that no browser opens."""
    text = "The harbour is calm. " * 250_000
    book = article("a", f"{text}Share{text}")
    read = page([book], [finding(book, "Share")])
    assert sum(len(line.text()) for line in read.of("line")) < 10_000
    assert [mark.text() for mark in read.of("mark")] == ["Share"]
    left_out = [int(p.words().split()[1].replace(",", "")) for p in read.of("left-out")]
    assert sum(left_out) + sum(len(line.text()) for line in read.of("line")) == len(book.text)


def test_of_thousands_of_findings_the_page_shows_some_and_counts_the_rest(page, article, finding):
    story = article("a", "word " * 3_000)
    many = [finding(story, "word", message=f"m{n}") for n in range(3_000)]
    read = page([story], many)
    assert len(read.of("finding")) == MOST_NOTES
    assert f"3,000 findings; {3_000 - MOST_NOTES:,} have no note here" in read.words()


@given(st.sampled_from(["<script>x</script>", "\"' onload=x", "&#60;b>", "\u202ex", "{{ 7*7 }}"]),
       st.sampled_from(["</p><img src=x>", "javascript:x", "]]>", "\x00\x1b", "<!--"]))  # fmt: skip
def test_nothing_from_outside_is_markup_wherever_it_stands(strange_report, parsed, text, other):
    seen = View.of(strange_report(text, other))
    for article_id in seen.articles:
        read = parsed(article_page(seen, article_id))
        assert {e.tag for e in read.walk()} & {"script", "img", "iframe"} == set()
        names = {name for e in read.walk() for name in e.attributes}
        assert not any(name.startswith("on") for name in names)
        assert "style" not in names
        links = {a.attributes["href"] for a in read.of("a")}
        assert all(link.startswith(("#a", "#p")) for link in links)
        assert printable(text).strip() in read.text(())
        assert "49" not in read.of("line")[0].text(())
