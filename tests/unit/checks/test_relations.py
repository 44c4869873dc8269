"""What does not fit becomes a finding of the rule of its name; what cannot be judged is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.checks.corpus import Corpus
from provenance.checks.relations import answer
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Confidence,
    Credit,
    Gap,
    Line,
    Lineage,
    Match,
    Mention,
    Person,
    Quantity,
    Quote,
    Region,
    Relation,
    Rule,
    Severity,
    Span,
    Status,
)

TEXT = "Hail broke 90 sheds and 70 mills."
EMPTY = {
    "lines": Line,
    "matches": Match,
    "quotes": Quote,
    "credits": Credit,
    "quantities": Quantity,
    "regions": Region,
    "clusters": Cluster,
    "people": Person,
    "attributions": Attribution,
    "gaps": Gap,
    "lineages": Lineage,
    "claims": Claim,
    "mentions": Mention,
}


def relation(kind="sheds-clash", article_id="a", fits=False, start=11):
    other = Span(article_id, 24, 26, "the other figure: 70")
    return Relation(article_id, start, start + 2, kind, fits, "“90”", "“70”", "sheds", (other,))


def rule(rule_id, name):
    return Rule(
        rule_id=rule_id,
        name=name,
        family="NUM",
        category="test",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        message="{stated}, but {expected} ({held})",
        why="Because.",
        fix="Look it up.",
        locale="en",
        check="figures",
        hits=(),
        misses=(),
        one_outlet=False,
        since="0.1",
        place="rules.yaml:1",
    )


RULES = {"NUM001": rule("NUM001", "sheds-clash"), "NUM002": rule("NUM002", "mills-clash")}


def examine(relations, rule_ids=tuple(RULES), languages=("en",), counted=("a",)):
    """The answer on articles a, b, ... in these languages, of which `counted` have figures."""
    articles = [
        Article(name, name, 1, False, TEXT, None, 0, None, None, language)
        for name, language in zip("abcde", languages, strict=False)
    ]
    found = frames.frame(articles, Article).select("article_id")
    corpus = Corpus(
        articles=frames.frame(articles, Article),
        relations=frames.frame(relations, Relation),
        rules=RULES,
        **{name: frames.frame([], row).lazy() for name, row in EMPTY.items()},
    )
    some = found.filter(found["article_id"].is_in(counted))
    return answer(corpus, rule_ids, some.lazy(), "figures")


def test_a_relation_that_does_not_fit_is_a_finding_with_all_that_was_held():
    (finding,) = examine([relation()]).findings
    assert finding.message == "“90”, but “70” (sheds)"
    assert (finding.rule_id, finding.start, finding.end) == ("NUM001", 11, 13)
    assert finding.related == (Span("a", 24, 26, "the other figure: 70"),)


NO_FINDING = {
    "it fits": ([relation(fits=True)], tuple(RULES)),
    "its kind is the name of no rule": ([relation("barns-clash")], tuple(RULES)),
    "its rule does not report here": ([relation()], ("NUM002",)),
    "its rule is switched off": ([relation()], ("NUM999",)),
    "no rule reports at all": ([relation()], ()),
    "there is none": ([], tuple(RULES)),
}


@pytest.mark.parametrize(("relations", "rule_ids"), NO_FINDING.values(), ids=NO_FINDING.keys())
def test_there_is_no_finding_where(relations, rule_ids):
    assert examine(relations, rule_ids).findings == []


def test_each_rule_reports_the_relations_of_its_own_name():
    found = examine([relation(), relation("mills-clash", start=5)]).findings
    assert {(each.rule_id, each.start) for each in found} == {("NUM001", 11), ("NUM002", 5)}


SKIPPED = {
    "German has no grammar": ("de", True, (Status.NOT_AVAILABLE, "no grammar of figures for language de")),
    "German without figures has none either": ("de", False, (Status.NOT_AVAILABLE, "no grammar of figures for language de")),
    "English without figures is not for this check": ("en", False, (Status.NOT_APPLICABLE, "no figures")),
    "an unknown language without figures may be any": (None, False, (Status.NOT_AVAILABLE, "language not recognised; no figures in English found")),
    "English with figures is judged": ("en", True, None),
    "an unknown language with figures is judged": (None, True, None),
}  # fmt: skip


@pytest.mark.parametrize(("language", "has", "expected"), SKIPPED.values(), ids=SKIPPED.keys())
def test_what_is_not_judged_says_why(language, has, expected):
    """Silence would read as "all figures fit"."""
    skipped = examine([], languages=(language,), counted=("a",) if has else ()).skipped
    assert skipped == ({} if expected is None else {"a": expected})


@given(
    st.lists(
        st.tuples(st.sampled_from(["sheds-clash", "mills-clash", "barns-clash"]), st.booleans()),
        max_size=6,
    )
)
def test_there_are_as_many_findings_as_named_relations_that_do_not_fit(pairs):
    rows = [relation(kind, fits=fits, start=n) for n, (kind, fits) in enumerate(pairs)]
    expected = sorted(n for n, (kind, fits) in enumerate(pairs) if not fits and kind[0] != "b")
    assert sorted(each.start for each in examine(rows).findings) == expected
    reverse = examine(rows[::-1]).findings
    assert sorted(each.start for each in reverse) == expected


@pytest.mark.parametrize("hostile", ["{stated}", "{0}", "{", "}", "%s", "", "\ufeff\n" * 99])
def test_words_of_an_article_are_never_read_as_a_message(hostile):
    """A figure is quoted from the text, and a text may hold braces."""
    row = Relation("a", 11, 13, "sheds-clash", False, hostile, "“70”", "sheds", ())
    (finding,) = examine([row]).findings
    assert hostile in finding.message
