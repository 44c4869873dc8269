"""Keeping going: what is unread is counted and told, and the rest is judged; but not at any price."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import gate
from provenance.config import Limit
from provenance.gate.verdict import MOST_UNREAD
from provenance.model import Standing, Unread

RECORD = Unread("corpus.jsonl:3", "not JSON")
SHARE = "unread-share"


@pytest.fixture(scope="session")
def judge(evidence, found):
    """Judges a run over so many articles, in which one has findings such as `error:NUM001`."""

    def call(unread=(RECORD,), articles=1, kinds=(), limits=(), going=True, **parts):
        findings = [found(kind, "a", (n, n + 1)) for n, kind in enumerate(kinds)]
        lost, archive = parts.pop("lost", ()), parts.pop("archive", 1000)
        run = replace(evidence(articles, findings, unread), lost=lost, archive_size=archive)
        return gate.judge(run, "error", None, limits, keep_going=going)

    return call


def row(verdict, name):
    return next(each for each in verdict.measures if each.name == name)


@pytest.mark.parametrize(
    ("going", "articles", "kinds", "lost", "archive", "code"),
    [
        (False, 1, (), (), 1000, 2),
        (True, 1, (), (), 1000, 0),
        (True, 1, ("error:NUM001",), (), 1000, 1),
        (True, 1, ("warning:NUM001",), (), 1000, 0),
        (True, 1, (), ("corpus.jsonl",), 1000, 2),
        (True, 1, ("error:NUM001",), ("corpus.jsonl",), 1000, 2),
        (True, 0, (), (), 1000, 2),
        (True, 1, (), (), 98, 0),
        (True, 1, (), (), 97, 1),
        (True, 1, (), (), 0, 1),
    ],
)
def test_the_exit_code_follows_the_truth_table(judge, going, articles, kinds, lost, archive, code):  # noqa: PLR0917
    """One record is unread; with 98 of an archive it is one in a hundred."""
    verdict = judge((RECORD,), articles, kinds, going=going, lost=lost, archive=archive)
    assert verdict.exit_code == code


def test_nothing_unread_is_no_word(judge):
    verdict = judge(())
    assert verdict.exit_code == 0
    assert row(verdict, "unread").standing is Standing.PASSED
    assert verdict.reasons == ("no finding in 1 article",)


def test_what_was_passed_over_is_told_beside_a_pass(judge):
    """A green run that read less than it was given has to say so."""
    verdict = judge((RECORD, Unread("n/b.txt", "not text", 4)), archive=10_000)
    assert verdict.reasons[-1] == "5 inputs could not be read in 2 files, and the rest was judged"
    assert row(verdict, "unread").standing is Standing.WARNED
    assert [(each.name, each.amount) for each in row(verdict, "unread").worst] == [
        ("n/b.txt", 4),
        ("corpus.jsonl", 1),
    ]


def test_a_path_that_is_lost_is_named(judge):
    verdict = judge((Unread("gone", "does not exist"),), lost=("gone", "too"))
    assert verdict.reasons[0] == (
        "1 input could not be read (gone); not to be passed over is a path that was named: gone "
        "and 1 more"
    )


@pytest.mark.parametrize(
    ("limit", "code", "standing"),
    [
        (Limit(SHARE, error=0.5), 0, Standing.PASSED),
        (Limit(SHARE, error=0.4), 1, Standing.FAILED),
        (Limit(SHARE, error=0), 1, Standing.FAILED),
        (Limit(SHARE, warn=0.1, error=0.5), 0, Standing.WARNED),
        (Limit(SHARE, warn=0.6), 0, Standing.PASSED),
        (Limit(SHARE, warn=0.001), 1, Standing.FAILED),
    ],
)
def test_the_limit_of_the_settings_holds_and_there_is_always_one_that_fails(
    judge, limit, code, standing
):
    """One of two inputs is unread."""
    verdict = judge(limits=(limit,), archive=0)
    assert verdict.exit_code == code
    assert row(verdict, SHARE).standing is standing


def test_a_limit_holds_without_keeping_going_too(judge):
    verdict = judge((), limits=(Limit(SHARE, error=0),), going=False)
    assert row(verdict, SHARE).value == 0
    assert verdict.exit_code == 0


def test_without_keeping_going_or_a_limit_there_is_no_share(judge):
    assert SHARE not in {each.name for each in judge((), going=False).measures}


@given(st.integers(0, 5), st.lists(st.integers(1, 500), max_size=5), st.integers(0, 2000))
def test_the_share_is_of_all_inputs_however_they_are_told(judge, articles, counts, archive):
    unread = [Unread(f"a.jsonl:{line}", "x", count) for line, count in enumerate(counts, 1)]
    verdict = judge(unread, articles, archive=archive)
    lost, everything = sum(counts), sum(counts) + articles + archive
    assert row(verdict, "unread").value == lost
    assert row(verdict, SHARE).value == (lost / everything if everything else None)
    assert (verdict.exit_code == 0) == (articles > 0 and lost <= MOST_UNREAD * everything)
