"""What of a run has limits: against hand counts, and against slow counts in plain Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.gate import metrics
from provenance.model import METRICS, Cluster, Offender, Outcome

IDS = "abcd"
RULES = ["BPL001", "BPL031", "NUM001", "DAT003", "DUP001", "DUP002", "DUP004", "DUP008", "ATT002"]
REUSE = {"DUP001", "DUP002", "DUP003", "DUP008"}
SLIGHT = {"boilerplate", "quotation", "incidental"}


def value(metric, run):
    return metrics.read(metric, run).value


def worst(metric, run):
    return [(each.name, each.amount) for each in metrics.read(metric, run).worst]


def statuses(check, *words):
    """Outcomes of one check on articles a, b, c ... from words such as `clear`."""
    reasons = {"not_available": "no pack for language nl"}
    return [Outcome(IDS[n], check, word, reasons.get(word)) for n, word in enumerate(words)]


@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_can_be_measured(evidence, metric):
    """A metric that settings may name and nothing measures would stop the run at its end."""
    assert value(metric, evidence(2)) is not None


@pytest.mark.parametrize("metric", sorted(set(METRICS) - {"articles"}))
def test_a_run_over_nothing_measures_nothing(evidence, metric):
    """None of none is no share of 0."""
    assert value(metric, evidence(0)) is None


def test_articles_are_counted(evidence):
    assert (value("articles", evidence(0)), value("articles", evidence(3))) == (0, 3)


def test_articles_without_a_score_are_a_share_of_all_told_by_outlet(evidence, article, scored):
    articles = [article("a", outlet="Post"), article("b"), article("c", outlet="Post")]
    run = evidence(articles, scores=[scored("a", None), scored("b", 90), scored("c", None)])
    assert value("unscored-articles", run) == 2 / 3
    assert worst("unscored-articles", run) == [("Post", 2 / 3)]


def test_an_article_has_boilerplate_from_one_warning_on_however_many_lines(evidence, found):
    findings = [
        found("warning:BPL001", "a"),
        found("warning:BPL001", "a", (5, 9)),
        found("error:BPL061", "a", (9, 10)),
        found("info:BPL032", "b"),
        found("warning:NUM001", "c"),
        found("warning:BPL001", "d"),
    ]
    run = evidence(4, findings)
    assert value("articles-with-boilerplate", run) == 0.5
    assert worst("articles-with-boilerplate", run) == [("BPL001", 0.5), ("BPL061", 0.25)]


def test_characters_in_boilerplate_lines_count_once(evidence, article, found):
    articles = [article("a", "x" * 60, outlet="Post"), article("b", "x" * 40)]
    findings = [
        found("warning:BPL001", "a", (0, 10)),
        found("warning:BPL131", "a", (5, 15)),
        found("warning:BPL001", "b", (20, 25)),
        found("info:BPL032", "b", (30, 40)),
    ]
    run = evidence(articles, findings)
    assert value("boilerplate-text", run) == 0.2
    assert worst("boilerplate-text", run) == [("Post", 0.15), ("b.txt", 0.05)]


def test_characters_are_code_points(evidence, article, found):
    """Ten emoji are ten, not forty bytes."""
    run = evidence([article("a", "\U0001f600" * 10)], [found("warning:BPL001", "a", (0, 5))])
    assert value("boilerplate-text", run) == 0.5


def test_an_article_without_a_character_has_no_share(evidence, article):
    reading = metrics.read("boilerplate-text", evidence([article("a", "")]))
    assert (reading.value, reading.reason) == (None, "there is no text")


def test_figures_that_do_not_fit_are_counted_and_what_is_information_is_not(evidence, found):
    findings = [
        found("error:NUM010", "a"),
        found("warning:DAT002", "a"),
        found("warning:DAT002", "b"),
        found("info:NUM004", "b"),
        found("warning:MET001", "b"),
    ]
    run = evidence(2, findings)
    assert value("unresolved-figures", run) == 3
    assert worst("unresolved-figures", run) == [("DAT002", 2), ("NUM010", 1)]


@pytest.fixture
def copies(found):
    """Makes a finding of reuse on each article."""
    return lambda *ids: [found("warning:DUP001", key) for key in ids]


def cluster(origin, *ids):
    reason = "date" if origin else "tie"
    return [Cluster(min(ids), key, origin, reason) for key in ids]


def test_all_but_the_origin_of_a_cluster_are_copies(evidence, copies):
    run = evidence(4, copies("a", "c"), clusters=cluster("b", "a", "b", "c"))
    assert value("duplicated-articles", run) == 0.5


def test_where_nothing_tells_the_origin_one_of_them_is_none(evidence, copies):
    run = evidence(4, copies("a", "b", "c"), clusters=cluster(None, "a", "b", "c"))
    assert value("duplicated-articles", run) == 0.5


@pytest.mark.parametrize("origin", [None, "old"])
def test_the_archives_article_is_no_copy_of_a_draft(evidence, origin, copies):
    """Without this a copy of a printed story would pass for its origin by the letters of its id."""
    run = evidence(2, copies("a"), clusters=cluster(origin, "a", "old"))
    assert value("duplicated-articles", run) == 0.5


def test_an_article_that_ran_first_is_no_copy_whatever_the_cluster_says(evidence, copies):
    run = evidence(2, copies("b"), clusters=cluster(None, "a", "b"))
    assert value("duplicated-articles", run) == 0.5


def test_one_story_in_two_outlets_is_half_duplicated(evidence, article, region, copies):
    articles = [article("a", outlet="Post"), article("b", outlet="Mail")]
    run = evidence(articles, copies("b"), regions=[region(("a", 0, 100), ("b", 0, 100))])
    assert value("duplicated-text", run) == 0.5
    assert worst("duplicated-text", run) == [("Mail", 0.5)]


def test_a_passage_shared_with_several_counts_once(evidence, article, region, copies):
    regions = [
        region(("a", 0, 40), ("b", 0, 40)),
        region(("a", 20, 50), ("old", 7, 37)),
        region(("a", 60, 70), ("b", 90, 100), "edited"),
    ]
    run = evidence([article("a"), article("b")], copies("a"), regions=regions)
    assert value("duplicated-text", run) == 0.3


@pytest.mark.parametrize("label", sorted(SLIGHT))
def test_quotations_phrases_and_boilerplate_are_no_duplicated_text(evidence, region, label, copies):
    regions = [region(("a", 0, 40), ("b", 0, 40), label)]
    assert value("duplicated-text", evidence(2, copies("a", "b"), regions=regions)) == 0


@pytest.mark.parametrize(
    ("accepted", "counts"), [(None, True), ("baseline", True), ("settings", False)]
)
def test_what_the_settings_accept_does_not_count_and_what_the_baseline_accepts_does(
    evidence, found, region, accepted, counts
):
    """A fault that is known is still in the text; an ignore says that it is none."""
    kinds = ("warning:BPL001", "warning:NUM001", "warning:DUP001")
    run = evidence(
        2,
        [found(kind, "b", (0, 50), accepted) for kind in kinds],
        regions=[region(("a", 0, 100), ("b", 0, 100))],
        clusters=cluster("a", "a", "b"),
    )
    told = [
        value(name, run)
        for name in (
            *("articles-with-boilerplate", "boilerplate-text"),
            *("duplicated-articles", "duplicated-text", "unresolved-figures"),
        )
    ]
    assert told == ([0.5, 0.25, 0.5, 0.5, 1] if counts else [0, 0, 0, 0, 0])


def test_a_share_is_of_the_articles_that_were_looked_at(evidence, found):
    outcomes = statuses("boilerplate", "found", "clear", "clear", "not_available")
    run = evidence(4, [found("warning:BPL001", "a")], outcomes=outcomes)
    reading = metrics.read("articles-with-boilerplate", run)
    assert reading.value == 1 / 3
    wanted = "1 of 4 articles could not be looked at: no pack for language nl"
    assert reading.reason == wanted
    assert not reading.doubtful


def test_under_seven_in_ten_looked_at_a_share_stands_for_nothing(evidence):
    outcomes = statuses("boilerplate", "clear", "clear", "not_available", "error")
    assert metrics.read("boilerplate-text", evidence(4, outcomes=outcomes)).doubtful


def test_nothing_to_look_at_was_looked_at(evidence):
    """An article without a figure has none that does not fit."""
    outcomes = statuses("figures", "not_applicable", "not_applicable")
    reading = metrics.read("unresolved-figures", evidence(2, outcomes=outcomes))
    assert (reading.value, reading.reason, reading.doubtful) == (0, None, False)


def test_one_of_two_checks_is_enough_to_have_looked(evidence):
    """Dates may be unreadable in a language where figures are not."""
    outcomes = [*statuses("figures", "clear"), *statuses("dates", "not_available")]
    assert value("unresolved-figures", evidence(1, outcomes=outcomes)) == 0


@pytest.mark.parametrize(
    ("metric", "check"),
    [
        ("articles-with-boilerplate", "boilerplate"),
        ("boilerplate-text", "boilerplate"),
        ("duplicated-articles", "duplication"),
        ("duplicated-text", "duplication"),
        ("unresolved-figures", "figures"),
    ],
)
def test_what_nobody_looked_at_is_not_measured(evidence, metric, check):
    """A lone article shares nothing with others for want of others."""
    reading = metrics.read(metric, evidence(1, outcomes=statuses(check, "not_available")))
    assert reading.value is None
    assert reading.reason == "1 of 1 articles could not be looked at: no pack for language nl"


def test_a_check_that_said_nothing_has_not_looked(evidence):
    reading = metrics.read("duplicated-text", evidence(2, outcomes=[]))
    assert (reading.value, reading.reason) == (None, "2 of 2 articles could not be looked at")


RESTING = {
    "articles-with-boilerplate": ["BPL"],
    "boilerplate-text": ["BPL"],
    "duplicated-articles": sorted(REUSE),
    "duplicated-text": sorted(REUSE),
    "unresolved-figures": ["NUM", "DAT"],
}


@pytest.mark.parametrize(
    ("metric", "name"), [(metric, name) for metric, names in RESTING.items() for name in names]
)
def test_without_a_rule_that_it_rests_on_nothing_is_measured(evidence, rules, metric, name):
    """A limit of 0 must not pass because what it is about was switched off."""
    left = {key: level for key, level in rules.items() if not key.startswith(name)}
    reading = metrics.read(metric, evidence(2, rules=left))
    assert (reading.value, reading.reason) == (
        None,
        f"it rests on rules that are off or only inform: {name}",
    )
    others = set(METRICS) - {each for each, names in RESTING.items() if name in names}
    assert all(value(other, evidence(2, rules=left)) is not None for other in others)


@pytest.mark.parametrize("metric", ["boilerplate-text", "unresolved-figures"])
def test_rules_that_only_inform_find_nothing_that_counts(evidence, rules, metric):
    assert value(metric, evidence(2, rules=dict.fromkeys(rules, "info"))) is None


def test_one_rule_of_a_family_may_be_off(evidence, rules):
    """Who switches off a single phrase says that it is no fault."""
    assert value("boilerplate-text", evidence(2, rules=rules | {"BPL002": "info"})) == 0


def test_credited_copies_that_only_inform_are_reuse_all_the_same(evidence, rules):
    assert value("duplicated-text", evidence(2, rules=dict.fromkeys(rules, "info"))) == 0


def test_what_took_part_is_not_guessed(evidence):
    assert value("duplicated-text", evidence(2, rules={})) is None


def test_the_worst_are_three_and_equal_ones_by_name(evidence, found):
    rules = ["NUM003", "NUM001", "NUM004", "NUM002", "NUM004"]
    run = evidence(1, [found(f"error:{rule}", "a", (n, n + 1)) for n, rule in enumerate(rules)])
    wanted = (Offender("NUM004", 2.0), Offender("NUM001", 1.0), Offender("NUM002", 1.0))
    assert metrics.read("unresolved-figures", run).worst == wanted


def test_rules_that_mean_reuse_are_rules_that_there_are():
    """The ids stand in the gate and in the rule files."""
    from provenance import api  # noqa: PLC0415  (loads all rule files)

    known = {rule.rule_id for rule in api.rules().rules}
    assert known.issuperset(metrics._REUSE)


@st.composite
def runs(draw):
    """Findings, regions, clusters and outcomes on four articles, as plain lists."""
    spans = st.tuples(st.integers(0, 99), st.integers(1, 30)).map(
        lambda pair: (pair[0], min(100, sum(pair)))
    )
    place = st.tuples(st.sampled_from(IDS), spans)
    findings = st.tuples(
        st.sampled_from(["error", "warning", "info"]),
        st.sampled_from(RULES),
        place,
        st.sampled_from([None, "baseline", "settings"]),
    )
    labels = st.sampled_from(["verbatim", "edited", "syndicated", *SLIGHT])
    sides = st.tuples(st.sampled_from("ab"), spans, st.sampled_from("cdz"), spans, labels)
    origins = st.sampled_from([None, *IDS, "z"])
    members = st.lists(st.sampled_from([*IDS, "z"]), min_size=2, unique=True)
    words = st.sampled_from(["clear", "found", "not_applicable", "not_available", "error"])
    return (
        draw(st.lists(findings, max_size=8)),
        draw(st.lists(sides, max_size=5)),
        (draw(origins), draw(members)),
        {check: draw(st.lists(words, min_size=4, max_size=4)) for check in NAMES},
    )


NAMES = ("boilerplate", "dates", "duplication", "figures")
CHECKS = {
    "articles-with-boilerplate": {"boilerplate"},
    "boilerplate-text": {"boilerplate"},
    "duplicated-articles": {"duplication"},
    "duplicated-text": {"duplication"},
    "unresolved-figures": {"figures", "dates"},
}


def slowly(metric, findings, sides, clustered, words):
    """The value by its definition, one article and one character at a time; null for none."""
    looked = [
        key
        for n, key in enumerate(IDS)
        if any(words[check][n] not in ("not_available", "error") for check in CHECKS[metric])
    ]
    if not looked:
        return None
    present = [item for item in findings if item[3] != "settings"]
    faults = [item for item in present if item[0] != "info" and item[2][0] in looked]
    reusing = {item[2][0] for item in present if item[1] in REUSE}
    if metric == "unresolved-figures":
        return sum(item[1][:3] in ("NUM", "DAT") for item in faults)
    boilerplate = [item for item in faults if item[1].startswith("BPL")]
    if metric == "articles-with-boilerplate":
        return len({item[2][0] for item in boilerplate}) / len(looked)
    if metric == "duplicated-articles":
        origin, members = clustered
        if origin is None and "z" not in members:
            origin = min(members)
        return sum(key in reusing and key != origin for key in members if key in looked) / len(
            looked
        )
    spans = [item[2] for item in boilerplate]
    if metric == "duplicated-text":
        told = [side for side in sides if side[4] not in SLIGHT]
        both = [
            place for left, one, right, other, _ in told for place in ((left, one), (right, other))
        ]
        spans = [(key, span) for key, span in both if key in reusing and key in looked]
    inside = {(key, at) for key, (start, end) in spans for at in range(start, end)}
    return len(inside) / (100 * len(looked))


@given(runs())
def test_every_metric_is_what_a_slow_count_says(evidence, found, region, run):
    findings, sides, (origin, members), words = run
    judged = evidence(
        4,
        [found(f"{level}:{rule}", key, span, by) for level, rule, (key, span), by in findings],
        regions=[
            region((left, *one), (right, *two), label) for left, one, right, two, label in sides
        ],
        clusters=[Cluster("k", key, origin, "date") for key in members],
        outcomes=[item for check, told in words.items() for item in statuses(check, *told)],
    )
    for metric in CHECKS:
        assert value(metric, judged) == slowly(metric, findings, sides, (origin, members), words)
