"""The gate: what passes, what fails, what is no valid run."""

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import gate
from provenance.config import Limit
from provenance.errors import ConfigError
from provenance.model import METRICS, Outcome, Standing, Unread

FILE = Unread("a.txt", "not text")
RECORD = Unread("corpus.jsonl:3", "not JSON")
NOTHING = [Outcome("a", "boilerplate", "not_available", "no pack for language nl")]


@pytest.fixture(scope="session")
def judge(evidence, found):
    """Judges findings, or kinds such as `error:NUM001` of one article, under a policy."""

    def call(  # noqa: PLR0917
        fail_on="error", kinds=(), unread=(), articles=1, limits=(), under=None, **parts
    ):
        findings = [found(kind, "a", (n, n + 1)) for n, kind in enumerate(kinds)]
        run = evidence(articles, parts.pop("findings", findings), unread, **parts)
        return gate.judge(run, fail_on, under, limits)

    return call


def standings(verdict):
    return {row.name: row.standing.value for row in verdict.measures}


@pytest.mark.parametrize(
    ("findings", "unread", "articles", "fail_on", "code"),
    [
        ((), (), 1, "error", 0),
        (("warning", "info"), (), 1, "error", 0),
        (("error",), (), 1, "error", 1),
        (("warning",), (), 1, "warning", 1),
        (("error",), (), 1, "warning", 1),
        (("info",), (), 1, "warning", 0),
        (("info",), (), 1, "info", 1),
        (("error",), (), 1, "never", 0),
        (("info:NUM001",), (), 1, "NUM001", 1),
        (("error:BPL001",), (), 1, "NUM001", 0),
        (("info:NUM001",), (), 1, "error,NUM001", 1),
        (("error:BPL001",), (), 1, "error,NUM001", 1),
        (("warning:BPL001",), (), 1, "error,NUM001", 0),
        (("info:NUM002",), (), 1, "NUM", 1),
        (("info:NUM002",), (), 1, "never,NUM", 1),
        ((), (FILE,), 1, "error", 2),
        ((), (FILE,), 1, "never", 2),
        (("error",), (RECORD,), 1, "error", 2),
        ((), (), 0, "error", 2),
        ((), (), 0, "never", 2),
    ],
)
def test_the_exit_code_follows_the_truth_table(  # noqa: PLR0917
    judge, findings, unread, articles, fail_on, code
):
    """The table is the contract with every pipeline that reads the code."""
    assert judge(fail_on, findings, unread, articles).exit_code == code


MANY = Limit("articles", error=2)
GOOD = Limit("mean-score", error=80)
CLEAN = Limit("duplicated-text", error=0.5)
NOTE = Limit("articles", warn=2)
THIN = {"coverage": 65}


@pytest.mark.parametrize(
    ("limits", "under", "score", "checks", "code"),
    [
        ((), 60, (60, 70), "clear", 0),
        ((), 60, (59, 70), "clear", 1),
        ((), 60, (60, 69), "clear", 2),
        ((), 60, (59, 10), "clear", 1),
        ((), 60, (None, 100), "clear", 2),
        ((), 0, (0, 100), "clear", 0),
        ((MANY,), None, (100, 100), "clear", 1),
        ((NOTE,), None, (100, 100), "clear", 0),
        ((GOOD,), None, (80, 70), "clear", 0),
        ((GOOD,), None, (79, 70), "clear", 1),
        ((GOOD,), None, (80, 69), "clear", 2),
        ((GOOD,), None, (None, 100), "clear", 2),
        ((CLEAN,), None, (100, 100), "clear", 0),
        ((CLEAN,), None, (100, 100), "not_available", 2),
        ((CLEAN,), 60, (10, 100), "not_available", 2),
        ((MANY, GOOD), 60, (90, 90), "clear", 1),
        ((MANY, GOOD), 60, (90, 10), "clear", 2),
    ],
)
def test_limits_and_scores_have_a_truth_table_too(  # noqa: PLR0917
    judge, scored, limits, under, score, checks, code
):
    """Beside a check that looked, so that the run itself is a valid one."""
    outcomes = [Outcome("a", "duplication", checks, None), Outcome("a", "figures", "clear", None)]
    verdict = judge(limits=limits, under=under, scores=[scored("a", *score)], outcomes=outcomes)
    assert verdict.exit_code == code


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        (["clear"], 0),
        (["found"], 0),
        (["not_available", "clear"], 0),
        (["not_available"], 2),
        (["not_applicable"], 2),
        (["not_available", "not_applicable"], 2),
        (["clear", "error"], 2),
        ([], 2),
    ],
)
def test_a_run_in_which_nothing_looked_is_no_valid_one(judge, statuses, code):
    """No finding because no check could look is not no finding."""
    outcomes = [Outcome("a", f"check-{n}", word, None) for n, word in enumerate(statuses)]
    assert judge(outcomes=outcomes).exit_code == code
    assert judge("never", outcomes=outcomes).exit_code == code


def test_articles_that_nothing_could_judge_are_told(judge):
    assert judge(outcomes=NOTHING).reasons == ("no check could look at any of 1 article",)


def test_a_check_that_failed_on_an_article_is_told(judge):
    outcomes = [Outcome(key, "figures", "error", "x") for key in "ab"]
    verdict = judge(articles=2, outcomes=[*outcomes, Outcome("a", "dates", "clear", None)])
    assert verdict.reasons == ("checks failed on 2 articles: figures on a",)


def test_a_pass_says_how_much_was_looked_at(judge):
    assert judge(articles=8).reasons == ("no finding in 8 articles",)


def test_a_pass_with_findings_says_why_they_do_not_count(judge):
    verdict = judge(kinds=("info", "warning"))
    assert verdict.reasons == ("no error among 2 findings in 1 article",)


def test_a_pass_names_every_level_and_rule_that_was_looked_for(judge):
    verdict = judge("warning,NUM001", ("info",), articles=2)
    assert verdict.reasons == ("no error or warning or NUM001 among 1 finding in 2 articles",)


def test_findings_for_information_are_counted_as_such(judge):
    verdict = judge("info", ("info", "info", "error"))
    assert verdict.reasons == ("1 error and 2 info findings found, and the gate fails on info",)


def test_never_says_that_nothing_fails_the_gate(judge):
    assert judge("never", ("error",)).reasons == (
        "1 finding in 1 article, and the gate fails on none",
    )


def test_a_failure_counts_the_findings_of_each_severity_that_reaches_the_level(judge):
    verdict = judge("warning", ("warning", "error", "warning", "info"))
    assert verdict.reasons == ("1 error and 2 warnings found, and the gate fails on warning",)


def test_a_failing_rule_is_named_with_its_count_beside_the_level(judge):
    verdict = judge("error,NUM001", ("error:BPL001", "info:NUM001", "info:NUM001"))
    assert verdict.reasons == (
        "1 error found, and the gate fails on error",
        "2 findings of NUM001, on which the gate fails",
    )


def test_unread_input_is_counted_with_its_files(judge):
    verdict = judge(unread=(FILE, RECORD, Unread("corpus.jsonl:9", "not JSON")), articles=4)
    assert verdict.reasons == ("3 inputs could not be read in 2 files",)


def test_a_single_unread_input_is_named(judge):
    verdict = judge(unread=(RECORD,))
    assert verdict.reasons == ("1 input could not be read (corpus.jsonl:3)",)


def test_unread_input_comes_first_and_failing_findings_are_named_too(judge):
    """Otherwise an editor repairs the file and only then learns of the errors."""
    verdict = judge(kinds=("error",), unread=(FILE,), limits=(MANY,))
    assert verdict.exit_code == 2
    assert verdict.reasons == (
        "1 input could not be read (a.txt)",
        "articles: 1 is under 2",
        "1 error found, and the gate fails on error",
    )


def test_a_run_over_nothing_names_that_alone_as_the_reason(judge):
    """That none of nothing has a score needs no saying."""
    verdict = judge(articles=0, limits=[Limit(metric, error=1) for metric in METRICS], under=60)
    assert verdict.reasons == ("there was no article to check",)


def test_what_could_not_be_measured_is_named_with_the_reason(judge):
    outcomes = [*NOTHING, Outcome("a", "figures", "clear", None)]
    verdict = judge(limits=[Limit("boilerplate-text", error=0.5)], outcomes=outcomes)
    (reason,) = verdict.reasons
    assert reason.startswith("boilerplate-text could not be judged: 1 of 1 articles ")
    assert reason.endswith(": no pack for language nl")


def test_a_score_under_the_bar_is_told_with_how_many_articles_have_one(judge, scored):
    verdict = judge(under=60, articles=2, scores=[scored("a", 59), scored("b", 60)])
    assert verdict.reasons == ("1 of 2 articles score under 60",)


def test_a_limit_and_what_is_beyond_it_are_told_with_digits_that_tell_them_apart(
    judge, article, found
):
    """That 50% is over 50% would be no reason."""
    parts = {
        "articles": [article("a", "x" * 100_000)],
        "limits": [Limit("boilerplate-text", error=0.5)],
    }
    at, beyond = ([found("warning:BPL001", "a", (0, end))] for end in (50_000, 50_001))
    assert judge(findings=at, **parts).exit_code == 0
    verdict = judge(findings=beyond, **parts)
    assert verdict.reasons == ("boilerplate-text: 50.001% is over 50%",)


def test_beyond_a_warning_limit_the_gate_passes_and_says_so(judge, scored):
    limits = [Limit("mean-score", warn=90, error=50), Limit("articles", warn=5)]
    verdict = judge(limits=limits, scores=[scored("a", 80)])
    assert verdict.exit_code == 0
    assert verdict.reasons == (
        "no finding in 1 article",
        "beyond a warning limit: articles: 1 is under 5",
        "beyond a warning limit: mean-score: 80 is under 90",
    )


def test_warnings_stand_behind_what_failed(judge):
    verdict = judge(kinds=("error",), limits=[NOTE])
    assert verdict.exit_code == 1
    assert verdict.reasons[1] == "beyond a warning limit: articles: 1 is under 2"


def test_every_run_has_the_same_first_rows_and_then_the_limits_by_name(judge):
    limits = [Limit(metric, warn=1) for metric in sorted(METRICS, reverse=True)]
    rows = judge(under=60, limits=limits).measures
    wanted = ["unread", "articles", "checked", "findings", "fail-under"]
    assert [row.name for row in rows] == wanted + sorted(set(METRICS) - {"articles"})


def test_without_limits_there_are_the_terms_alone(judge):
    verdict = judge()
    assert standings(verdict) == dict.fromkeys(
        ["unread", "articles", "checked", "findings"], "passed"
    )
    assert [(row.value, row.error) for row in verdict.measures] == [(0, 0), (1, 1), (1, 1), (0, 0)]


def test_no_limit_lets_a_run_over_nothing_pass(judge):
    (row,) = [row for row in judge(limits=[Limit("articles", error=0)]).measures if row.at_least][
        :1
    ]
    assert (row.name, row.error) == ("articles", 1)


def test_rows_say_what_the_exit_code_is(judge):
    """A reader of the table comes to the same answer without the code."""
    verdict = judge(kinds=("error",), unread=(FILE,), limits=(MANY, GOOD), under=101, articles=1)
    assert standings(verdict) == {
        "unread": "failed",
        "articles": "failed",
        "checked": "passed",
        "findings": "failed",
        "fail-under": "failed",
        "mean-score": "passed",
    }


def test_the_worst_of_the_terms_are_files_and_rules(judge):
    unread = (RECORD, Unread("corpus.jsonl:9", "x"), FILE)
    rows = judge(kinds=("error:NUM002", "error:NUM001", "info:BPL001"), unread=unread).measures
    worst = {row.name: [(each.name, each.amount) for each in row.worst] for row in rows}
    assert worst["unread"] == [("corpus.jsonl", 2), ("a.txt", 1)]
    assert worst["findings"] == [("NUM001", 1), ("NUM002", 1)]


@pytest.mark.parametrize("accepted", ["baseline", "settings"])
def test_what_is_accepted_fails_nothing_and_is_not_counted(judge, found, accepted):
    run = [found("error:NUM001", accepted=accepted), found("info:BPL001", span=(3, 4))]
    verdict = judge("error,NUM001", findings=run)
    assert verdict.exit_code == 0
    assert verdict.reasons == ("no error or NUM001 among 1 finding in 1 article",)


@pytest.mark.parametrize("fail_on", ["eror", "", "error,warning"])
def test_a_policy_that_could_never_fail_as_meant_is_refused(judge, fail_on):
    with pytest.raises(ConfigError):
        judge(fail_on)


KINDS = st.lists(
    st.sampled_from(["error:NUM001", "warning:DAT002", "info:BPL001", "warning:BPL011"]), max_size=6
)
LIMITS = st.lists(
    st.builds(
        lambda metric, share: Limit(metric, error=share),
        st.sampled_from(sorted(set(METRICS) - {"articles", "mean-score"})),
        st.sampled_from([0.0, 0.005, 0.3]),
    ),
    max_size=3,
)
POLICIES = st.sampled_from(["error", "warning", "info", "never", "BPL001", "error,NUM"])


@given(
    kinds=KINDS,
    unread=st.lists(st.sampled_from([FILE, RECORD]), max_size=3),
    articles=st.integers(0, 3),
    fail_on=POLICIES,
)
def test_nothing_unread_and_something_read_is_needed_for_any_code_but_2(
    judge, kinds, unread, articles, fail_on
):
    verdict = judge(fail_on, kinds if articles else (), unread, articles)
    assert (verdict.exit_code == 2) == bool(unread or not articles)
    assert verdict.reasons
    assert all(reason for reason in verdict.reasons)


@given(KINDS)
def test_a_stricter_level_never_passes_what_a_milder_one_fails(judge, kinds):
    codes = [judge(level, kinds).exit_code for level in ("never", "error", "warning", "info")]
    assert codes == sorted(codes)


@given(KINDS, KINDS, POLICIES, LIMITS)
def test_more_findings_never_turn_a_failure_into_a_pass(judge, some, more, fail_on, limits):
    before = judge(fail_on, some, limits=limits).exit_code
    assert judge(fail_on, [*some, *more], limits=limits).exit_code >= before


@given(KINDS, LIMITS, LIMITS)
def test_more_limits_never_turn_a_failure_into_a_pass(judge, kinds, some, more):
    before = judge("error", kinds, limits=some).exit_code
    assert judge("error", kinds, limits=[*some, *more]).exit_code >= before


@given(KINDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(evidence, found, region, kinds, chance):
    """Threads and files come in any order."""
    findings = [found(kind, "abc"[n % 3], (n, n + 9)) for n, kind in enumerate(kinds)]
    findings += [found("warning:DUP001", key, (50, 60)) for key in "bc"]
    regions = [region(("a", 0, 50), (key, 7, 57)) for key in "bc"]
    run = evidence(3, findings, regions=regions)
    limits = [Limit(metric, error=0.2) for metric in METRICS]
    assert gate.judge(shuffled(run, chance), "warning", 60, limits) == gate.judge(
        run, "warning", 60, limits
    )


def shuffled(run: gate.Evidence, chance: random.Random) -> gate.Evidence:
    seed = chance.randrange(1000)
    tables = {name: getattr(run, name) for name in run.__slots__}
    mixed = {
        name: table.sample(fraction=1, shuffle=True, seed=seed)
        for name, table in tables.items()
        if isinstance(table, pl.DataFrame)
    }
    return gate.Evidence(**tables | mixed)


def test_names_from_outside_stay_as_they_are_for_reporters_to_escape(judge, article):
    """The gate decides; what is safe to print is for each format to know."""
    name = "\x1b[31m</script>\u202e"
    verdict = judge(
        articles=[article("a", outlet=name)],
        limits=[Limit("unscored-articles", error=0)],
        scores=[],
        unread=(Unread(name, name),),
    )
    rows = {row.name: row for row in verdict.measures}
    assert rows["unread"].worst[0].name == name
    assert rows["unread"].standing is Standing.FAILED
