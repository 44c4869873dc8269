"""The page an editor reads, letter by letter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import DimensionScore, Notice, Outcome, Relation, Reuse, Span, Unread, Verdict
from provenance.reporters.palette import Style
from provenance.reporters.text import render

FIRE = "Share\n\nThe blaze destroyed more than 200 boats.\nIn the end 175 boats were destroyed.\n"


PARTS = (
    DimensionScore("integrity", 15, 3, True, None),
    DimensionScore("consistency", 20, 12, True, None),
    DimensionScore("metadata", 10, 0, False, "no record"),
)


def page(report, **style):
    return render(report, Style(**style)).decode()


@pytest.fixture
def fire(article):
    return article(
        "spun.txt", FIRE, title="Fire at the quay", outlet="Quay Post", date="2024-05-06"
    )


@pytest.mark.parametrize(
    ("reuse", "told"),
    [
        (("spun.txt", 0.0, 0.0, 0, 0), None),
        (("spun.txt", None, None, 0, 0), None),
        (("spun.txt", 0.9, 0.0, 0, 0), None),
        (
            ("spun.txt", 0.624, 0.4, 3, 2),
            "62% also in 3 other articles, 40% outside quotations and boilerplate",
        ),
        (
            ("spun.txt", 1.0, None, 1, 1),
            "100% also in 1 other article, all of it quotations or boilerplate",
        ),
    ],
)
def test_the_head_of_an_article_says_how_much_stands_elsewhere(report, fire, label, reuse, told):
    """Nothing at all where only boilerplate is shared."""
    lines = page(report([fire], [label], reuse=[Reuse(*reuse)])).splitlines()
    assert lines[1] == "Fire at the quay · Quay Post · 2024-05-06"
    assert lines[2] == (told or "")


@pytest.fixture
def label(finding, fire):
    return finding(fire, "Share", "BPL001", message='"Share" is a label', deduction=3)


@pytest.fixture
def conflict(finding, span, fire):
    return finding(
        fire,
        "more than 200",
        "NUM001",
        severity="error",
        message="more than 200 and 175",
        related=(span(fire, "175", "the other figure"),),
        deduction=12,
    )


def test_the_whole_page_of_a_small_report(  # noqa: PLR0917
    report, article, rule, score, fire, label, conflict
):
    """The layout is what editors see first; a change must be meant."""
    clean = article("clean.txt", "Nothing.", title="Calm")
    tiny = article("tiny.txt", "Hm.")
    rules = [
        rule("BPL001", "share-label"),
        rule("NUM001", "same-quantity-conflict", why="Both cannot hold.", fix="Ask the source."),
    ]
    scores = [
        score("spun.txt", 85, 14, grade="B", low=75, dimensions=PARTS),
        score("clean.txt", 100, 90),
        score("tiny.txt", None, 1, "1 word outside boilerplate, 50 are needed"),
    ]
    outcomes = [
        Outcome("clean.txt", "duplication", "not_available", "nothing to compare with"),
        Outcome("clean.txt", "figures", "clear", None),
        Outcome("spun.txt", "figures", "found", None),
        Outcome("tiny.txt", "figures", "not_applicable", "the text is too short"),
        Outcome("tiny.txt", "duplication", "not_available", "nothing to compare with"),
    ]
    whole = report(
        [fire, clean, tiny],
        [label, conflict],
        rules,
        scores,
        outcomes=outcomes,
        unread=(Unread("bad.txt", "not UTF-8, convert it"),),
        notices=(Notice("x.pdf", "left out"), Notice("", "no settings file")),
        verdict=Verdict(2, ("1 file could not be read", "1 error found")),
    )
    assert page(whole) == (
        "spun.txt  score 85 B (75-85)\n"
        "Fire at the quay · Quay Post · 2024-05-06\n"
        "\n"
        '  spun.txt:1:1  warning BPL001 share-label: "Share" is a label\n'
        "    why: Readers take it for the story.\n"
        "    fix: Take the line out.\n"
        "\n"
        "  spun.txt:3:21  error NUM001 same-quantity-conflict: more than 200 and 175\n"
        "       3 | The blaze destroyed more than 200 boats.\n"
        "         |                     ^^^^^^^^^^^^^\n"
        "    spun.txt:4:12  the other figure\n"
        "       4 | In the end 175 boats were destroyed.\n"
        "         |            ^^^\n"
        "    why: Both cannot hold.\n"
        "    fix: Ask the source.\n"
        "\n"
        "  score 85 B = 100 - 12 (consistency) - 3 (integrity); 75 to 85 as metadata could not be judged\n"
        "\n"
        "nothing found in\n"
        "  score 100 A  clean.txt  Calm\n"
        "  no score     tiny.txt  1 word outside boilerplate, 50 are needed\n"
        "\n"
        "not judged\n"
        "  duplication: nothing to compare with (2 of 3 articles)\n"
        "  figures: the text is too short (1 of 3 articles)\n"
        "\n"
        "could not be read\n"
        "  bad.txt: not UTF-8, convert it\n"
        "\n"
        "please note\n"
        "  x.pdf: left out\n"
        "  no settings file\n"
        "\n"
        "3 articles, 2 findings: 1 error, 1 warning, 0 info, 1 input not read\n"
        "not a valid run: 1 file could not be read; 1 error found\n"
    )


def test_with_colors_the_span_is_marked_in_place_and_not_underlined(report, fire, conflict):
    shown = page(report([fire], [conflict]), color=True)
    assert "The blaze destroyed \x1b[1;4mmore than 200\x1b[0m boats." in shown
    assert "^" not in shown


def test_quiet_is_the_summary_and_the_verdict(report, fire, label):
    shown = page(report([fire], [label], verdict=Verdict(0, ("fine",))), quiet=True)
    assert shown == ("1 article, 1 finding: 0 errors, 1 warning, 0 info\ngate passed: fine\n")


def test_the_relations_that_fit_are_counted_too(report, fire, span):
    """Fourteen checked and one that does not fit is worth more than one finding alone."""
    others = (span(fire, "175", "the other figure"),)
    rows = [
        Relation("spun.txt", 1000 + n, 1002 + n, "sum", n > 0, "", "", "", others)
        for n in range(1_200)
    ]
    assert page(report([fire], relations=rows), quiet=True).splitlines()[1] == (
        "figures and dates: 1,200 relations checked, 1,199 fit"
    )
    assert "relations" not in page(report([fire], relations=[]))


def test_articles_come_by_path_and_records_by_line(report, article, finding):
    """Tenth record after the second: as numbers, not as text."""
    records = [
        article("c.jsonl", "Share", article_id=name, line=line, embedded=True)
        for name, line in (("b", 10), ("z", 2))
    ]
    other = article("a.txt", "Share")
    shown = page(report([*records, other], [finding(item, "Share") for item in (*records, other)]))
    heads = re.findall(r"^(\S.*?)  score \d+ A$", shown, re.MULTILINE)
    assert heads == ["a.txt", "c.jsonl:2  z", "c.jsonl:10  b"]


def test_why_and_fix_are_told_once_a_rule_in_a_report(report, article, finding):
    one, two = article("1.txt", "Share\nShare it"), article("2.txt", "Share")
    shown = page(
        report([one, two], [finding(one, "Share"), finding(one, "Share it"), finding(two, "Share")])
    )
    assert shown.count("why: ") == shown.count("fix: ") == 1
    assert shown.index("why: ") < shown.index("1.txt:2:1")


def test_a_long_why_is_told_by_the_sentences_that_fit(report, article, rule, finding):
    text = article("a.txt", "Share")
    long_why = rule("BPL001", "label", why="It is short. " + "But this goes on and on. " * 9)
    shown = page(report([text], [finding(text, "Share")], [long_why]), width=60)
    assert "    why: It is short. But this goes on and on.\n" in shown


def test_a_long_message_goes_on_lines_of_its_own(report, article, finding):
    text = article("a.txt", "Share")
    told = finding(text, "Share", message="word " * 30 + "end")
    lines = page(report([text], [told]), width=60).splitlines()
    assert "  a.txt:1:1  warning BPL001 rule-bpl001" in lines
    assert all(len(line) <= 60 for line in lines)


def test_the_underline_stands_below_wide_characters(report, article, finding):
    text = article("a.txt", "東京 red 港")
    shown = page(report([text], [finding(text, "red")])).splitlines()
    at = shown.index("       1 | 東京 red 港")
    assert shown[at + 1] == "         |      ^^^"


LONG = "The crew of the east quay said that the night had been calm until the bell rang, " * 2


@pytest.mark.parametrize(
    ("other", "again"), [(LONG, False), (LONG.replace("calm", "loud"), True), (LONG[:-1], True)]
)
def test_a_long_text_is_shown_again_only_when_it_differs(  # noqa: PLR0917
    report, article, finding, span, other, again
):
    """Two columns of the same words tell an editor nothing; one changed word tells a lot."""
    one, two = article("1.txt", LONG), article("2.txt", other)
    told = finding(one, LONG, related=(span(two, other, "also here"),))
    shown = page(report([one, two], [told]), width=100)
    assert ("    2.txt:1:1  also here, the same words\n" in shown) is not again
    assert ("    2.txt:1:1  also here\n       1 | The crew" in shown) is again


def test_a_long_text_that_differs_in_its_hidden_middle_is_not_called_the_same(
    report, article, finding, span
):
    middle = LONG * 5
    one, two = article("1.txt", middle), article("2.txt", middle.replace("bell", "horn"))
    told = finding(one, middle, related=(span(two, two.text),))
    assert "the same words" not in page(report([one, two], [told]))


def test_a_short_text_is_shown_again_for_its_surroundings(report, article, finding):
    """The same 55 of two sentences: what counts is what stands around it."""
    text = article("a.txt", "Some 55 boats\nOnly 55 carts")
    told = finding(text, "55", related=(Span("a.txt", 19, 21, ""),))
    shown = page(report([text], [told]))
    assert "       1 | Some 55 boats\n" in shown
    assert "       2 | Only 55 carts\n" in shown


def test_a_span_wider_than_its_line_is_folded_not_underlined(report, article, finding):
    text = article("a.txt", f"Before. {LONG}After.")
    shown = page(report([text], [finding(text, LONG.strip())]), width=100)
    rows = re.findall(r"^(?: +1)? +\| (.+)$", shown, re.MULTILINE)
    assert len(rows) == 2
    assert " ".join(rows) == LONG.strip()
    assert "^" not in shown


def test_more_than_three_other_places_are_counted(report, article, finding, span):
    """Forty reprints must not bury the finding."""
    copies = [article(f"{number}.txt", "Copy that") for number in range(6)]
    first, *others = copies
    told = finding(first, "Copy", related=tuple(span(other, "Copy") for other in others))
    shown = page(report(copies, [told]))
    assert [number for number in range(1, 6) if f"\n    {number}.txt:1:1\n" in shown] == [1, 2, 3]
    assert "    and 2 more places\n" in shown


def test_a_score_of_100_is_told_once_and_is_no_sum(report, article, finding):
    text = article("a.txt", "Share")
    assert page(report([text], [finding(text, "Share")])).count("score") == 1


def test_an_article_with_findings_but_no_score_says_why(report, article, finding, score):
    text = article("a.txt", "Share")
    scores = [score("a.txt", None, 1, "1 word, 50 are needed")]
    shown = page(report([text], [finding(text, "Share")], scores=scores))
    assert shown.startswith("a.txt  no score\n")
    assert "\n\n  no score: 1 word, 50 are needed\n" in shown


def test_a_line_that_the_message_shows_whole_is_not_shown_again(report, article, finding):
    """A page of twenty labels must stay one screen."""
    text = article("a.txt", "Share\n  Share  \nShare this")
    told = [
        finding(text, "Share", message="label: Share"),
        finding(text, "Share", start=8, end=13, message="label: Share"),
        finding(text, "Share", start=16, end=21, message="label: Share"),
        finding(text, "Share this", message="another label"),
    ]
    numbers = re.findall(r"^ +(\d+) \| ", page(report([text], told)), re.MULTILINE)
    assert numbers == ["3", "3"]


def test_a_check_that_could_not_look_anywhere_says_so(report, article):
    outcomes = [Outcome(name, "figures", "error", None) for name in ("a", "b")]
    shown = page(report([article("a", "x"), article("b", "x")], outcomes=outcomes))
    assert "not judged\n  figures: error (every article)\n" in shown


def test_markup_and_escapes_are_shown_as_they_are(report, article, finding, rule):
    """`[/x]` makes rich raise, an escape sequence paints the terminal."""
    text = article("a[/x]\x1b[2J.txt", "one [/x] \x1b]0;t\x07 \u202eshare", title="\x9bT[/b]")
    strange = rule("BPL001", "label", fix="\x1b[8m", why="\u2066")
    shown = page(report([text], [finding(text, "share", message="\x1b[1m[/y]")], [strange]))
    for piece in (r"a[/x]\x1b[2J.txt", r"one [/x] \x1b]0;t\x07 \u202eshare", r"\x9bT[/b]"):
        assert piece in shown
    assert r"\x1b[1m[/y]" in shown


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)


@given(text=TEXT, other=TEXT, color=st.booleans(), width=st.integers(40, 120))
def test_whatever_an_article_holds_the_page_has_no_control_character_but_its_own(
    strange_report, text, other, color, width
):
    shown = page(strange_report(text, other), color=color, width=width)
    if color:
        shown = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown) == []


def test_evidence_in_the_archive_is_shown_and_its_articles_are_not_listed(
    article, finding, span, report
):
    """Only what is judged has a line of its own."""
    draft, old = article("a.txt", FIRE), article("old.txt", FIRE)
    found = finding(draft, "Share", related=(span(old, "Share", "also here"),))
    told = page(report([draft], [found], archive=[old]))
    assert "    old.txt:1:1  also here" in told
    assert "nothing found in" not in told
    assert "1 article, 1 finding" in told
