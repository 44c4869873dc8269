"""The page that gives every reason behind a score, dimension by dimension."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import (
    AppliedCap,
    Cap,
    Dimension,
    DimensionScore,
    Finding,
    Grade,
    Outcome,
    OutletWeights,
    Points,
    Quantity,
    Quote,
    Relation,
    Unread,
    Weights,
)
from provenance.reporters import explain, targets
from provenance.reporters.palette import Style
from provenance.scoring import deduct
from provenance.scoring.gains import Gain
from provenance.scoring.readability import readability_of

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")
WEIGHTS = Weights(
    *(5, 60, 50),
    dimensions=(
        Dimension("consistency", 10, ("NUM",), "Both cannot be."),
        Dimension("integrity", 60, ("BPL",), "Nobody read it."),
        Dimension("originality", 30, ("DUP",), "A second report."),
    ),
    points=(
        Points("NUM001", 8, None, "One is wrong."),
        Points("BPL", 3, None, "A page is no story."),
        Points("DUP001", 25, 150, "A whole story."),
    ),
    defaults={"error": 8, "warning": 3, "info": 0},
    caps=(
        Cap("lifted", 59, ("DUP001",), 1, 150, "Not credited."),
        Cap("other", 74, ("NUM006",), 1, None, "All read it."),
    ),
    grades=(Grade("A", 90), Grade("B", 75), Grade("F", 0)),
    outlets=OutletWeights(8, 5, 30, (), ()),
)
LIMIT = "(5 are needed for a score)"


def page(report, article, gains=(), hard=None):
    return explain.article_page(report, article, gains, hard, Style()).decode()


def parts(lost=(0, 0, 0), reasons=(None, None, None)):
    """The dimensions, with what each lost and why it was not judged."""
    return tuple(
        DimensionScore(each.name, each.weight, points, judged=reason is None, reason=reason)
        for each, points, reason in zip(WEIGHTS.dimensions, lost, reasons, strict=True)
    )


@pytest.fixture
def fire(article):
    text = "Share\nMore than 200 boats, “all is lost”."
    return article("a.txt", text, title="Fire", date="2024-05-06")


@pytest.fixture
def judged(report, score, fire):
    """The page of one article with these findings, priced as a run does."""

    def _judged(*found, lost=(0, 0, 0), gains=(), reasons=(None, None, None), **fields):
        table = deduct(frames.frame(found, Finding), WEIGHTS)
        left = 100 - sum(lost) - sum(each.taken for each in fields.get("caps", ()))
        told = {"grade": "B", "dimensions": parts(lost, reasons)} | fields
        made = report(
            [fire],
            list(frames.rows(table, Finding)),
            weights=WEIGHTS,
            scores=[score("a.txt", **{"score": left, "words": 8} | told)],
        )
        return page(made, fire, gains)

    return _judged


def section(shown, name):
    """The lines from the one that begins with `name` on to the next that is not set in."""
    lines = shown.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(name))
    ends = (n for n, line in enumerate(lines[first + 1 :], first + 1) if line[:1].strip())
    return "\n".join(lines[first : next(ends, len(lines))]).rstrip()


def test_the_page_begins_with_what_is_known_of_the_article(judged):
    assert judged().startswith(
        "a.txt\n"
        "  title        Fire\n"
        "  outlet       not known\n"
        "  date         2024-05-06\n"
        "  language     en\n"
        "\n"
        "consistency: 0 of 10 points taken\n"
        "  Both cannot be.\n"
        "\n"
        "integrity: 0 of 60 points taken\n"
    )


def test_a_finding_stands_under_its_dimension_with_the_reason_for_its_points(judged, finding, fire):
    shown = judged(finding(fire, "Share"), lost=(0, 3, 0))
    assert section(shown, "integrity") == (
        "integrity: 3 of 60 points taken\n"
        "  Nobody read it.\n"
        "\n"
        "  a.txt:1:1  warning BPL001 rule-bpl001: a label of the page\n"
        "       1 | Share\n"
        "    takes 3 points: A page is no story. (confidence high)"
    )


def test_repeats_say_which_they_are_and_the_reason_stands_once(judged, finding, fire):
    """3, then 3 * 1.5 = 4.5 and 3 * 1.75 = 5.25, each rounded half up: 3, 5, 5 in all."""
    found = [finding(fire, "Share"), *(finding(fire, "all", start=29 + n) for n in range(2))]
    told = re.findall(r"^    (takes .*)$", judged(*found, lost=(0, 5, 0)), re.MULTILINE)
    assert told == [
        "takes 3 points: A page is no story. (confidence high)",
        "takes 2 points: repeat 1 of BPL (confidence high)",
        "takes no point: repeat 2 of BPL (confidence high)",
    ]


def test_the_dearest_key_comes_first_and_a_full_dimension_says_so(judged, finding, fire):
    found = [
        finding(fire, "More", "NUM002"),
        finding(fire, "boats", "NUM001"),
        finding(fire, "200", "NUM009", severity="info"),
    ]
    shown = section(judged(*found, lost=(10, 0, 0)), "consistency")
    assert re.findall(r"(NUM\d+) rule", shown) == ["NUM001", "NUM002", "NUM009"]
    assert "    takes 8 points: One is wrong. (confidence high)\n" in shown
    assert (
        "    takes 2 points of 3: consistency has no more to lose; any warning without points of its "
        "own\n    takes these (confidence high)\n"
    ) in shown
    assert shown.endswith("    takes no point: information (confidence high)")


def test_points_that_grow_with_words_tell_the_words(judged, finding, fire):
    shown = judged(finding(fire, "boats", "DUP001", extent=60), lost=(0, 0, 10))
    assert "    takes 10 points for 60 words, of 25 for 150 and more: A whole story." in shown


def test_a_finding_of_no_dimension_is_told_after_them(judged, finding, fire):
    shown = judged(finding(fire, "boats", "STA001"))
    assert "    takes no point: no dimension counts it" in section(shown, "not counted")
    assert shown.index("originality: ") < shown.index("not counted") < shown.index("score 100")


def test_a_dimension_that_was_not_judged_says_why_and_what_it_leaves_open(judged):
    shown = judged(
        reasons=(None, None, "duplication: nothing to compare with"),
        low=70,
        high=100,
        coverage=70,
        grade="A",
    )
    assert section(shown, "originality") == (
        "originality: 0 of 30 points taken\n"
        "  not judged, 30 points open: duplication: nothing to compare with\n"
        "  A second report."
    )
    assert section(shown, "score") == (
        "score 100 A\n"
        "  100, nothing taken\n"
        "  grade A: 90 to 100\n"
        "  70 to 100, since not all could be judged\n"
        "    30 points of originality: duplication: nothing to compare with\n"
        f"  judged on 8 words outside boilerplate {LIMIT}\n"
        "  70 % of the score could be judged (60 % are needed)"
    )


def test_a_cap_is_told_with_its_reason_and_stands_in_the_sum(judged, finding, fire):
    caps = (AppliedCap("lifted", 59, 16), AppliedCap("other", 74, 0))
    copied = finding(fire, "boats", "DUP001", extent=200)
    shown = section(judged(copied, lost=(0, 0, 25), caps=caps, grade="F"), "score")
    assert shown == (
        "score 59 F\n"
        "  cap lifted at 59, takes 16 points: Not credited.\n"
        "  cap other at 74, takes nothing: All read it.\n"
        "  100 - 25 - 16 = 59\n"
        "  grade F: 0 to 74\n"
        f"  judged on 8 words outside boilerplate {LIMIT}\n"
        "  100 % of the score could be judged (60 % are needed)"
    )


def test_an_article_without_a_score_says_why_and_what_it_lost(judged, finding, fire):
    reason = "4 words outside boilerplate, 5 are needed"
    shown = judged(
        finding(fire, "Share"),
        lost=(0, 3, 0),
        score=None,
        reason=reason,
        words=4,
        low=0,
        high=97,
        grade="N/A",
    )
    assert section(shown, "no score") == (
        "no score\n"
        f"  {reason}\n"
        "  at most 100 - 3 = 97\n"
        "  0 to 97, since not all could be judged\n"
        f"  judged on 4 words outside boilerplate {LIMIT}\n"
        "  100 % of the score could be judged (60 % are needed)"
    )


def test_what_would_raise_it_comes_with_the_fix_and_the_largest_gain_first(judged, finding, fire):
    gains = [
        Gain("a.txt", "BPL", ("BPL001", "BPL002"), 3, 5, 95, "A"),
        Gain("a.txt", "NUM001", ("NUM001",), 1, 0, 90, "A"),
        Gain("a.txt", "dimension consistency", ("NUM001", "NUM002"), 2, 10, 100, "A"),
    ]
    found = [
        *(finding(fire, "Share", rule) for rule in ("BPL001", "BPL002", "NUM001", "NUM002")),
    ]
    shown = judged(*found, lost=(10, 0, 0), gains=gains)
    assert section(shown, "what would raise it") == (
        "what would raise it\n"
        "  +10  100 A without 2 findings of dimension consistency (NUM001, NUM002)\n"
        "  +5   95 A without 3 findings of BPL (BPL001, BPL002)\n"
        "       BPL001: Take the line out.\n"
        "       BPL002: Take the line out.\n"
        "  +0   90 A without 1 finding of NUM001 rule-num001: others take the same points\n"
        "       NUM001: Take the line out.\n"
        "  each alone, all else as it is; every rule has a page: provenance explain RULE"
    )


def test_without_a_score_a_gain_is_of_the_most_that_it_could_be(judged, finding, fire):
    gain = Gain("a.txt", "BPL", ("BPL001",), 1, 3, None, "N/A")
    shown = judged(
        finding(fire, "Share"), lost=(0, 3, 0), score=None, reason="short", high=97, gains=[gain]
    )
    assert "  +3   100 at most without 1 finding of BPL001 rule-bpl001\n" in shown


def test_nothing_to_raise_is_not_told(judged):
    assert "what would raise it" not in judged()


def test_each_check_tells_what_became_of_it(report, fire):
    outcomes = [
        Outcome("a.txt", "boilerplate", "found", None),
        Outcome("a.txt", "damage", "clear", None),
        Outcome("a.txt", "duplication", "not_available", "nothing to compare with"),
    ]
    assert section(page(report([fire], outcomes=outcomes), fire), "checks") == (
        "checks\n"
        "  boilerplate   findings above\n"
        "  damage        looked, found nothing\n"
        "  duplication   could not look: nothing to compare with"
    )


def test_what_was_read_out_stands_under_its_headings(report, fire):
    figure = Quantity(
        *("a.txt", 6, 19, 200.0, 200.0, None, 200.0, 299.0, "count", None, "more-than", "boat"),
        *("destroy", 0, ("wooden",), ("cumulative", "day:tuesday")),
    )
    quote = Quote("a.txt", 28, 39, True, 3, *UNTOLD)
    shown = page(report([fire], quantities=[figure], quotes=[quote]), fire)
    assert section(shown, "read out of the text") == (
        "read out of the text\n"
        "  1 direct quotation, 0 credits, 1 figure\n"
        "    2:1      More than 200: count 200 to no limit wooden boat destroy "
        "[cumulative, day:tuesday]"
    )
    assert section(shown, "who says what").startswith(
        "who says what\n  quotations: 1\n    2:23     unresolved, speech: “all is lost”\n"
    )


@pytest.mark.parametrize(
    ("low", "told"),
    [(35_500_000.0, "35,500,000"), (0.225, "0.225"), (1 / 3, "0.333333"), (99_999.5, "99,999.5")],
)
def test_a_figure_is_told_without_an_exponent(report, fire, low, told):
    row = Quantity(
        *("a.txt", 6, 19, low, low, None, low, None, "money", "EUR", "more-than", None),
        *(None, 0, (), ()),
    )
    assert f"money {told} to no limit EUR\n" in page(report([fire], quantities=[row]), fire)


def test_relations_are_told_whether_they_fit_or_not(report, fire, span):
    """What was held against what shows an editor how the text was read."""
    rows = [
        Relation(
            "a.txt", 6, 19, "conflict", False, "“200”", "55", "boats", (span(fire, "all", ""),)
        ),
        Relation("a.txt", 16, 19, "sum", True, "", "", "", ()),
    ]
    told = page(report([fire], relations=rows), fire)
    assert (
        "  2 relations of figures and dates, 1 fit\n"
        "    2:1      conflict, does not fit: “More than 200” | “all”\n"
        "    2:11     sum, fits: “200”\n"
    ) in told


def test_readability_is_told_for_information(report, article):
    """It moves no score; how it is told is for its own module."""
    text = article("a.txt", "The boat sank in the bay. " * 40)
    shown = page(report([text]), text, hard=readability_of(text))
    assert "  readability (for information, moves no score)\n" in shown
    assert "  readability: not told" in page(report([text]), text)


def found_in(shown, rule_id):
    """How many findings of a rule stand on the page in full."""
    return len(re.findall(rf"^  a.txt:\d+:\d+  \w+ {rule_id} ", shown, re.MULTILINE))


def test_past_the_tenth_finding_of_a_rule_only_their_number_is_told(judged, finding, fire):
    """8, then 12, 14 and 15, but 10 is all that the dimension has: nobody reads the other lines."""
    found = [finding(fire, "More", "NUM001", start=n, end=n + 1) for n in range(40)]
    shown = section(judged(*found, lost=(10, 0, 0)), "consistency")
    assert found_in(shown, "NUM001") == 10
    assert shown.endswith("\n\n  and 30 more findings of NUM001, taking no point")


def test_ten_findings_of_a_rule_are_all_told_in_full(judged, finding, fire):
    found = [finding(fire, "More", "NUM001", start=n, end=n + 1) for n in range(10)]
    shown = judged(*found, lost=(10, 0, 0))
    assert found_in(shown, "NUM001") == 10
    assert "more finding" not in shown


def test_many_findings_of_one_rule_do_not_hide_those_of_another(judged, finding, fire):
    """Also where both are repeats of one fault."""
    found = [finding(fire, "More", "BPL001", start=n, end=n + 1) for n in range(11)]
    shown = judged(*found, finding(fire, "boats", "BPL002"), lost=(0, 6, 0))
    assert [found_in(shown, rule_id) for rule_id in ("BPL001", "BPL002")] == [10, 1]
    assert "  and 1 more finding of BPL001, taking no point\n" in shown


def test_what_the_findings_left_out_take_is_one_part_of_the_sum(judged, finding, fire):
    """Ten times 10 words are 25 * 100 / 150 = 16.7 points, fourteen times 10 are 23.3."""
    copied = [
        finding(fire, "More", "DUP001", start=n, end=n + 1, extent=10, severity="error")
        for n in range(14)
    ]
    shown = judged(*copied, lost=(0, 0, 23))
    assert "\n\n  and 4 more findings of DUP001, taking 6 points\n" in shown
    (told,) = re.findall(r"^  100( - .*) - 6 = 77$", shown, re.MULTILINE)
    assert sum(map(int, re.findall(r"\d+", told))) == 17


RULES = st.sampled_from(("NUM001", "NUM002", "BPL001", "BPL002", "DUP001"))


@given(counts=st.dictionaries(RULES, st.integers(1, 14)))
def test_the_sum_shown_can_be_added_up_by_the_reader(report, article, finding, score, counts):
    """And its parts are the points that the findings on the page say they take."""
    rules = [rule for rule, many in counts.items() for _ in range(many)]
    text = article("a.txt", "Share " * 70)
    found = [
        finding(text, "Share", rule, start=6 * n, end=6 * n + 5, extent=10)
        for n, rule in enumerate(rules)
    ]
    rows = list(frames.rows(deduct(frames.frame(found, Finding), WEIGHTS), Finding))
    losses = [row.deduction for row in rows]
    told = score("a.txt", 100 - sum(losses), 70, dimensions=parts())
    shown = page(report([text], rows, weights=WEIGHTS, scores=[told]), text)
    taken = re.findall(r"^(?:    takes|  and .*, taking) (\d+) point", shown, re.MULTILINE)
    taken = list(map(int, taken))
    assert sum(taken) == sum(losses)
    sums = re.findall(r"^  100((?:\s+-\s+\d+)+)\s+=\s+(\d+)$", shown, re.MULTILINE)
    assert [list(map(int, re.findall(r"\d+", each))) for each, _ in sums] == [taken] * any(losses)
    assert [int(left) for _, left in sums] == [100 - sum(losses)] * any(losses)


def test_input_that_could_not_be_compared_with_is_named(report, fire):
    """The score may rest on less than the reader thinks."""
    told = report([fire], unread=(Unread("b.txt", "not text"),))
    assert page(told, fire).endswith(
        "\n\n  could not be read, so not compared with\n    b.txt: not text\n"
    )


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_its_page_has_no_control_characters(strange_report, text, other):
    told = strange_report(text, other)
    article = targets.find_article(told, f"i{other}")
    assert CONTROLS.findall(page(told, article)) == []
