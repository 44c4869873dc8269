"""What holds of the graph of any corpus, whoever reports what from whom."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Claim, Lineage, Mention, Relation, Span

GATES = "We will not open the gates before the water has gone down"
BODY = f"“{GATES},” Ada Brenk of Lower Ebb said by the Sallow Bridge, where 6000 ewes stand."
QUOTED, COUNTED = BODY.index("We"), BODY.index("6000")
SOURCES = [("Ada Brenk", "named"), ("Nils Olm", "named"), ("the port", "organisation")]
UNSURE = [("officials", "collective"), ("a source", "anonymous"), (None, "named")]
IDS = [f"a{n}" for n in range(5)]
PAPERS = ["Varn Courier", "Brenning Post", "Ebb Gazette", "Hill Times", None]

report = st.fixed_dictionaries(
    {
        "source": st.sampled_from([*SOURCES, *UNSURE]),
        "via": st.sampled_from([None, None, None, "Reuters"]),
        "outlet": st.sampled_from(PAPERS),
        "date": st.sampled_from([None, "2026-03-01", "2026-03-02"]),
        "credit": st.sampled_from([None, None, "Varn Courier", "Reuters"]),
    }
)
reports = st.lists(report, min_size=2, max_size=5)
links = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from([0.9, 0.3, 0.05])).filter(
        lambda link: link[0] < link[1]
    ),
    max_size=4,
    unique_by=lambda link: link[:2],
)


@pytest.fixture(scope="session")
def rows(make):
    """The rows of a corpus: one quotation and one figure an article, as its report tells."""

    def _rows(told, linked=(), ids=IDS):
        found = {
            name: [] for name in ("articles", "quotes", "attributions", "quantities", "credits")
        }
        for key, each in zip(ids, told, strict=False):
            source, kind = each["source"]
            found["articles"].append(
                make.article(key, BODY, outlet=each["outlet"], date=each["date"])
            )
            row = make.attribution(key, source, (0, len(BODY)), kind=kind, via=each["via"])
            found["attributions"] += [row] if source else []
            speaker = source if kind == "named" else None
            found["quotes"].append(
                make.quote(
                    *(key, QUOTED, QUOTED + len(GATES), speaker),
                    words=12,
                    speaker_start=row.source_start if speaker else None,
                )
            )
            found["quantities"].append(make.figure(key, COUNTED, COUNTED + 4, 6000.0, "ewe"))
            found["credits"] += [make.credit(key, each["credit"])] if each["credit"] else []
        found["regions"] = [
            make.region(*sorted((ids[left], ids[right])), share)
            for left, right, share in linked
            if right < len(told)
        ]
        return found

    return _rows


def claims(graph):
    return {row.kind: row for row in frames.rows(graph.claims, Claim)}


def counts(graph):
    """What is counted of each claim, names left out."""
    return {
        kind: (row.articles, row.lineages, row.primaries, row.fewest, row.most, row.item)
        for kind, row in claims(graph).items()
    }


def groups(graph, column):
    """The sets of articles that a column of the lineages puts together."""
    found = {}
    for row in frames.rows(graph.lineages, Lineage):
        found.setdefault(getattr(row, column), set()).add(row.article_id)
    return sorted(map(sorted, found.values()))


@given(reports, links)
def test_the_numbers_of_a_claim_keep_their_order(graph, rows, told, linked):
    """At least one, at most one a report, and never more for sure than at best."""
    for row in claims(graph(**rows(told, linked))).values():
        assert 1 <= row.fewest <= row.most <= row.lineages <= row.articles == len(told)
        assert 0 <= row.primaries <= row.articles
        assert 1 <= row.item <= 6


@given(reports, links)
def test_every_place_of_a_claim_is_there_once_with_its_report(graph, rows, told, linked):
    found = graph(**rows(told, linked))
    lineage = {row.article_id: row.lineage_id for row in frames.rows(found.lineages, Lineage)}
    for claim in claims(found).values():
        places = [
            row for row in frames.rows(found.mentions, Mention) if row.claim_id == claim.claim_id
        ]
        assert sorted(row.article_id for row in places) == IDS[: len(told)]
        assert all(row.lineage_id == lineage[row.article_id] for row in places)
        assert claim.claim_id.startswith(f"{places[0].article_id}:")


@given(reports, links)
def test_a_report_stands_in_one_lineage_within_one_wide_one(graph, rows, told, linked):
    found = graph(**rows(told, linked))
    narrow, wide = groups(found, "lineage_id"), groups(found, "wide_id")
    assert all(any(set(part) <= set(whole) for whole in wide) for part in narrow)
    for row in frames.rows(found.lineages, Lineage):
        together = next(part for part in narrow if row.article_id in part)
        assert row.lineage_id == together[0]  # known by its smallest article
        assert row.wide_id == next(part for part in wide if row.article_id in part)[0]
        assert (row.reason == "own") == (row.through is None)


def test_a_quotation_in_articles_without_figures_knows_how_it_came(graph, rows):
    """What is claimed tells which attributions are read, of quotations as well as of figures."""
    told = {"source": SOURCES[0], "via": "Reuters", "outlet": None, "date": None, "credit": None}
    tables = rows([told, told | {"via": None}]) | {"quantities": []}
    found = frames.rows(graph(**tables).mentions, Mention)
    assert [(row.primary, row.via) for row in found] == [
        ("Ada Brenk", "Reuters"),
        ("Ada Brenk", None),
    ]


@given(reports, links, st.permutations(IDS))
def test_other_ids_change_nothing_that_is_counted(graph, rows, told, linked, names):
    """An id says where an article lies, not what it is worth."""
    before, after = graph(**rows(told, linked)), graph(**rows(told, linked, names))
    assert counts(after) == counts(before)
    called = dict(zip(IDS, names, strict=True))
    for column in ("lineage_id", "wide_id"):
        renamed = sorted(sorted(called[key] for key in part) for part in groups(before, column))
        assert groups(after, column) == renamed


@given(reports, links, st.permutations(PAPERS[:-1]))
def test_other_outlets_change_nothing_that_is_counted(graph, rows, told, linked, names):
    """No paper is worth more than another."""
    called = dict(zip(PAPERS[:-1], names, strict=True)) | {None: None, "Reuters": "Reuters"}
    renamed = [
        each | {"outlet": called[each["outlet"]], "credit": called[each["credit"]]} for each in told
    ]
    before, after = graph(**rows(told, linked)), graph(**rows(renamed, linked))
    assert counts(after) == counts(before)
    assert groups(after, "wide_id") == groups(before, "wide_id")


@given(reports, links)
def test_a_credit_never_makes_anybody_independent(graph, rows, told, linked):
    """Who says where a text came from is not counted for it twice, and never loses by silence."""
    silent = [each | {"credit": None} for each in told]
    with_credits, without = (graph(**rows(some, linked)) for some in (told, silent))
    for kind, row in claims(with_credits).items():
        other = claims(without)[kind]
        assert row.fewest <= other.fewest
        assert row.most <= other.most
        assert row.lineages <= other.lineages


@given(reports, links, st.sampled_from([0.9, 0.3, 0.05]))
def test_a_shared_passage_never_makes_anybody_independent(graph, rows, told, linked, share):
    """The longer it is, the fewer sources are left."""
    more = [*[link for link in linked if link[:2] != (0, 1)], (0, 1, share)]
    less = [link for link in linked if link[:2] != (0, 1)]
    shared, apart = (graph(**rows(told, some)) for some in (more, less))
    for kind, row in claims(shared).items():
        other = claims(apart)[kind]
        assert row.fewest <= other.fewest
        assert row.most <= other.most
        if share < 0.5 and not any(each["credit"] for each in told):
            assert row.most == other.most  # what is only likely counts as independence here


@given(reports, links, st.integers(0, 4))
def test_a_copy_of_a_report_never_raises_what_is_counted(graph, rows, told, linked, copied):
    told = told[:4]
    copied %= len(told)
    linked = [link for link in linked if link[1] < len(told)]
    last = len(told)
    before = graph(**rows(told, linked))
    after = graph(**rows([*told, told[copied]], [*linked, (copied, last, 0.9)]))
    for kind, row in claims(after).items():
        other = claims(before)[kind]
        assert (row.fewest, row.most) <= (other.fewest, other.most)
        assert row.most <= other.most
        assert row.lineages <= other.lineages


@given(reports, links, report)
def test_one_more_report_raises_each_number_by_one_at_most(graph, rows, told, linked, more):
    told = told[:4]
    linked = [link for link in linked if link[1] < len(told)]
    if len(told) < 2:
        return
    more = more | {"credit": None, "via": None}
    before, after = graph(**rows(told, linked)), graph(**rows([*told, more], linked))
    for kind, row in claims(after).items():
        other = claims(before)[kind]
        assert row.most <= other.most + 1
        assert row.fewest <= other.fewest + 1
        assert row.lineages == other.lineages + 1 or more["outlet"] == "Varn Courier"


@given(reports, links, st.randoms())
@settings(max_examples=40)
def test_the_order_of_no_table_shows(graph, rows, told, linked, shuffle):
    """Files come in any order, and threads end in any."""
    tables = rows(told, linked)
    before = graph(**tables)
    for each in tables.values():
        shuffle.shuffle(each)
    after = graph(**tables)
    assert after.lineages.equals(before.lineages)
    assert after.claims.equals(before.claims)
    assert after.mentions.equals(before.mentions)


@given(reports, links)
def test_what_clashes_makes_a_figure_improbable_and_nothing_else(graph, rows, make, told, linked):
    """An article that gives two figures for one thing tells against its own."""
    tables = rows(told, linked)
    clear = claims(graph(**tables))
    tables["quantities"].append(make.figure("a0", COUNTED - 4, COUNTED - 1, 7000.0, "ewe"))
    found = claims(graph(**tables, relations=[_clash("a0", 0, COUNTED)]))
    assert claims(graph(**tables, relations=[_clash("a0", COUNTED, 0)])) == found
    assert found["figure"].item == 5
    assert found["quotation"] == clear["quotation"]
    assert replace(found["figure"], item=0, reason="") == replace(
        clear["figure"], item=0, reason=""
    )


def _clash(article_id, start, elsewhere):
    """Two figures for one thing in one article, of which one is named first."""
    other = Span(article_id, elsewhere, elsewhere + 4, "")
    kind = "same-quantity-conflict"
    return Relation(article_id, start, start + 4, kind, False, "", "", "", (other,))
