"""The provenance graph of a corpus."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Claim, Mention, Relation, Span

GATES = "We will not open the gates before the water has gone down"
BODY = f"“{GATES},” Ada Brenk of Lower Ebb said by the Sallow Bridge, where 6000 ewes stand."
QUOTED, COUNTED = BODY.index("We"), BODY.index("6000")
PEOPLE = ["Ada Brenk", "Nils Olm", None]


@pytest.fixture(scope="session")
def report(make):
    """One article's rows: the quotation and the figure, both by one source."""

    def _report(article_id, source="Ada Brenk", when=None, **fields):
        end = QUOTED + len(GATES)
        told = make.attribution(article_id, source, (0, len(BODY)), **fields)
        return {
            "articles": [make.article(article_id, BODY, date=when)],
            "quotes": [
                make.quote(
                    article_id, QUOTED, end, source, words=12, speaker_start=told.source_start
                )
            ],
            "attributions": [told] if source else [],
            "quantities": [make.figure(article_id, COUNTED, COUNTED + 4, 6000.0, "ewe")],
        }

    return _report


def merged(*parts):
    names = {name for part in parts for name in part}
    return {name: [row for part in parts for row in part.get(name, ())] for name in names}


def claims(graph):
    """The claims by kind."""
    return {row.kind: row for row in frames.rows(graph.claims, Claim)}


def mentions(graph, kind):
    wanted = claims(graph)[kind].claim_id
    return [row for row in frames.rows(graph.mentions, Mention) if row.claim_id == wanted]


def test_nothing_makes_no_graph(graph):
    found = graph()
    assert (len(found.lineages), len(found.claims), len(found.mentions)) == (0, 0, 0)


def test_what_one_article_says_alone_is_no_claim_of_several(graph, report):
    found = graph(**report("a"))
    assert (len(found.lineages), len(found.claims)) == (1, 0)


def test_two_reports_of_one_speech_are_one_source(graph, report):
    """Two newsrooms at one briefing: two reports, one primary source, item 3."""
    quotation = claims(graph(**merged(report("a"), report("b"))))["quotation"]
    assert (quotation.articles, quotation.lineages, quotation.primaries) == (2, 2, 1)
    assert (quotation.fewest, quotation.most, quotation.item) == (1, 1, 3)
    assert "shared primary source" in quotation.reason


def test_a_figure_of_two_sources_in_two_reports_is_confirmed(graph, report):
    figure = claims(graph(**merged(report("a"), report("b", "Nils Olm"))))["figure"]
    assert (figure.fewest, figure.most, figure.item, figure.primaries) == (2, 2, 1, 2)


def test_a_figure_without_a_source_elsewhere_may_be_the_same(graph, report):
    figure = claims(graph(**merged(report("a"), report("b", None))))["figure"]
    assert (figure.fewest, figure.most, figure.item) == (1, 2, 2)


def test_forty_reprints_are_one_source(graph, report, make):
    stars = {"regions": [make.region("a00", f"a{n:02}") for n in range(1, 40)]}
    parts = [report(f"a{n:02}", PEOPLE[n % 3]) for n in range(40)]
    for claim in claims(graph(**merged(*parts, stars))).values():
        assert (claim.articles, claim.lineages, claim.fewest, claim.most) == (40, 1, 1, 1)


def test_a_claim_is_labelled_by_its_first_place(graph, report):
    found = claims(graph(**merged(report("b"), report("a"))))
    assert found["quotation"].label == f"“{GATES}”"
    assert found["figure"].label == "6000 ewes stand"
    assert found["figure"].claim_id == f"a:{COUNTED}-{COUNTED + 4}"


def test_a_long_quotation_is_cut_at_a_word_in_its_label(graph, make):
    words = "one two three four five six seven eight nine ten " * 4
    parts = {
        "articles": [make.article(key, words) for key in "ab"],
        "quotes": [make.quote(key, 0, len(words) - 1, words=40) for key in "ab"],
    }
    label = claims(graph(**parts))["quotation"].label
    assert label.endswith(" five six…”")
    assert len(label) <= 83


def test_every_place_of_a_claim_is_a_mention_with_its_source(graph, report):
    found = graph(**merged(report("a", via="Reuters"), report("b", None)))
    first, second = mentions(found, "figure")
    assert (first.article_id, first.primary, first.primary_kind, first.via) == (
        *("a", "Ada Brenk", "named", "Reuters"),
    )
    assert (second.article_id, second.primary, second.primary_kind) == ("b", None, None)
    assert BODY[first.start : first.end] == "6000"


def test_a_quotation_by_one_person_is_one_event(graph, report):
    events = {row.event for row in mentions(graph(**merged(report("a"), report("b"))), "quotation")}
    assert len(events) == 1
    assert None not in events


def test_what_a_person_says_before_several_on_one_day_is_one_event(graph, report):
    days = ["2026-03-01", "2026-03-01T09:00:00Z", "2026-03-02"]
    parts = [report(f"a{n}", when=day, channel="event") for n, day in enumerate(days)]
    first, second, third = (row.event for row in mentions(graph(**merged(*parts)), "figure"))
    assert first == second != third
    assert "2026-03-01" in first


def test_what_is_said_in_passing_tells_no_event(graph, report):
    found = graph(**merged(report("a", when="2026-03-01"), report("b", when="2026-03-01")))
    assert [row.event for row in mentions(found, "figure")] == [None, None]


def test_an_article_that_gives_two_figures_for_one_thing_contradicts_itself(graph, report):
    clash = Relation(
        *("a", 0, 5, "same-quantity-conflict", False, "", "", ""),
        (Span("a", COUNTED, COUNTED + 4, ""),),
    )
    parts = merged(report("a"), report("b", "Nils Olm"))
    assert claims(graph(**parts, relations=[clash]))["figure"].item == 5
    for other in (replace(clash, fits=True), replace(clash, kind="percent-change")):
        assert claims(graph(**parts, relations=[other]))["figure"].item == 1


SOURCES = st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=5)


@given(SOURCES, st.data())
def test_a_copy_never_raises_how_many_stand_behind_a_claim(graph, report, make, sources, data):
    """The promise to whoever counts outlets: a reprint is no second source."""
    parts = [report(f"a{n}", source) for n, source in enumerate(sources)]
    copied = data.draw(st.integers(0, len(sources) - 1))
    name = data.draw(st.sampled_from(["0first", f"a{copied}b", "z"]))
    left, right = sorted((f"a{copied}", name))
    copy = report(name, sources[copied]) | {"regions": [make.region(left, right)]}
    before, after = claims(graph(**merged(*parts))), claims(graph(**merged(*parts, copy)))
    for kind in ("quotation", "figure"):
        assert after[kind].fewest <= before[kind].fewest
        assert after[kind].most <= before[kind].most
        assert after[kind].articles == before[kind].articles + 1


@given(SOURCES)
def test_a_report_by_somebody_new_raises_the_count_by_one_at_most(graph, report, sources):
    parts = [report(f"a{n}", source) for n, source in enumerate(sources)]
    before = claims(graph(**merged(*parts)))["figure"]
    after = claims(graph(**merged(*parts, report("z", "Ruth Vell"))))["figure"]
    assert before.fewest <= after.fewest <= before.fewest + 1
    assert before.most <= after.most <= before.most + 1


@given(SOURCES, st.randoms())
def test_the_order_of_the_input_does_not_show(graph, report, sources, shuffle):
    parts = [report(f"a{n}", source) for n, source in enumerate(sources)]
    expected = graph(**merged(*parts))
    shuffle.shuffle(parts)
    found = graph(**merged(*parts))
    assert found.lineages.equals(expected.lineages)
    assert found.claims.equals(expected.claims)
    assert found.mentions.equals(expected.mentions)


def test_a_quotation_in_thousands_of_reports_is_counted(graph, report):
    found = claims(graph(**merged(*(report(f"a{n:04}") for n in range(2000)))))["quotation"]
    assert (found.articles, found.lineages, found.fewest, found.most) == (2000, 2000, 1, 1)
