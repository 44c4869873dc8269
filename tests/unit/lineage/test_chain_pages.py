"""The page about one article: whom it has its words from, and who else has them."""

import json

import pytest

from provenance import api, frames
from provenance.lineage.chain import chain
from provenance.model import Article

GATES = "We will not open the gates before the water has gone down, and they know it"
DAM = f"""The dam at Lower Ebb stays shut, the county decided on Monday.

“{GATES},” said Ada Brenk, the county’s chief engineer, at a news conference by the Sallow Bridge.

Brenk told Reuters that 6,000 ewes stand on the meadows behind the wall.

An official who asked not to be named because talks go on said that the wall was cracked.

“Nobody asked us before they shut it,” said Milan Horvat, a farmer.
"""
HAY = f"""Boats carry hay to the Sallow Bridge at Lower Ebb, where nothing else moves.

“{GATES},” Ada Brenk of the county said.

The herd of 6,000 ewes belongs to farmers of the upper town, according to the growers’ union.
"""
FERRY = """The ferry to Brenning will not sail before Friday, the owner said.

Its rudder broke on Sunday, and no yard on the coast has another one of its size.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The chain of one article of a corpus; each is its text, and perhaps outlet and day."""

    def _page(wanted, archive=(), **articles):
        folder = tmp_path_factory.mktemp("corpus")
        paths = {"in": folder / "in.jsonl", "old": folder / "old.jsonl"}
        for part, path in paths.items():
            kept = [key for key in articles if (key in archive) == (part == "old")]
            lines = (json.dumps(record(key, *articles[key])) for key in kept)
            path.write_text("\n".join(lines), encoding="utf-8")
        report = api.check([str(paths["in"])], against=[str(paths["old"])] if archive else [])
        rows = {row.article_id: row for row in frames.rows(report.articles, Article)}
        return chain(report, next(row for key, row in rows.items() if key.endswith(wanted)))

    return _page


def record(key, text, outlet=None, date=None):
    told = {"id": key, "text": text, "outlet": outlet, "date": date}
    return {name: value for name, value in told.items() if value is not None}


def members(found):
    return [(each.row.article_id[-1], each.certain, each.first) for each in found.members]


def test_a_page_is_about_its_own_article(page):
    found = page("x", x=(DAM,), y=(FERRY,))
    assert (found.article.text, found.lineage.article_id) == (DAM, found.article.article_id)
    assert found.lineage.reason == "own"


def test_who_ran_first_stands_first_and_is_told_so(page):
    """The editor looks for the report that all others have their words from."""
    dates = {"x": "2026-03-03", "y": "2026-03-01", "z": "2026-03-02"}
    found = page("x", **{key: (DAM, None, day) for key, day in dates.items()})
    assert members(found) == [("y", True, True), ("z", True, False), ("x", True, False)]


def test_of_two_on_one_day_neither_is_said_to_be_first(page):
    found = page("x", x=(DAM, None, "2026-03-01"), y=(DAM, None, "2026-03-01"))
    assert [first for _, _, first in members(found)] == [False, False]


def test_who_has_no_date_stands_last(page):
    found = page("x", x=(DAM,), y=(DAM, None, "2026-03-01"), z=(DAM, None, "2026-03-02"))
    assert [key for key, _, _ in members(found)] == ["y", "z", "x"]


def test_the_copy_knows_what_it_is_a_copy_of(page):
    found = page("x", x=(DAM, None, "2026-03-02"), y=(DAM, None, "2026-03-01"))
    assert (found.lineage.reason, found.lineage.through[-1]) == ("copy", "y")


def test_members_carry_their_outlet_and_day(page):
    found = page("x", x=(DAM, "Varn Courier", "2026-03-02"), y=(DAM, "Ebb Gazette", "2026-03-01"))
    assert [(each.outlet, each.date[:10]) for each in found.members] == [
        ("Ebb Gazette", "2026-03-01"),
        ("Varn Courier", "2026-03-02"),
    ]


def test_the_archive_is_on_the_page_too(page):
    """What came before is what the article is held against."""
    found = page("x", archive=("y",), x=(DAM,), y=(DAM, "Ebb Gazette", "2026-03-01"))
    assert [key for key, _, _ in members(found)] == ["y", "x"]


def test_sources_stand_in_order_of_how_much_rests_on_them(page):
    found = page("x", x=(DAM,))
    assert (found.sources[0].name, found.sources[0].kind) == ("Ada Brenk", "named")
    totals = [each.statements + each.quotations for each in found.sources]
    assert totals == sorted(totals, reverse=True)
    assert all(total > 0 for total in totals)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ada Brenk", {"kind": "named", "role": "the county’s chief engineer", "explained": None}),
        ("Ada Brenk", {"via": ("Reuters",), "quotations": 1, "statements": 2}),
        ("Milan Horvat", {"kind": "named", "role": "a farmer", "quotations": 1, "via": ()}),
        ("official", {"kind": "anonymous", "role": None, "explained": True, "quotations": 0}),
    ],
)
def test_of_each_source_it_is_told_what_it_is_and_how_it_came(page, name, told):
    source = next(each for each in page("x", x=(DAM,)).sources if each.name == name)
    assert {field: getattr(source, field) for field in told} == told


def test_one_reason_explains_a_nameless_source_for_the_whole_text(page):
    """It is given once, where the source first speaks."""
    again = "\nThe official, speaking on condition of anonymity, said nobody had looked at it.\n"
    source = next(each for each in page("x", x=(DAM + again,)).sources if each.name == "official")
    assert (source.statements, source.explained) == (2, True)
    bare = next(each for each in page("x", x=(FERRY + again,)).sources if each.name == "official")
    assert bare.explained is not True


def test_what_he_said_interrupts_is_one_quotation(page):
    text = "“Nobody asked us,” said Milan Horvat, a farmer. “They shut it in the night.”\n"
    (source,) = page("x", x=(text,)).sources
    assert (source.name, source.quotations) == ("Milan Horvat", 1)
    (source,) = page("x", x=(f"{text}\n“It was a Sunday,” Horvat said.\n",)).sources
    assert (source.name, source.quotations) == ("Milan Horvat", 2)


def test_the_credit_of_a_picture_is_not_the_text_s(page):
    text = f"{DAM}\nThe wall at Lower Ebb on Sunday. (Photo by Nils Olm/Getty Images)\n"
    assert page("x", x=(text,)).credits == ()


def test_the_place_of_a_source_is_where_it_is_named_first(page):
    for source in page("x", x=(DAM,)).sources:
        words = DAM[source.start : source.end]
        assert words
        if source.kind == "named":
            assert source.name.split()[-1] in words


def test_a_claim_shows_its_places_here_before_those_elsewhere(page):
    for wanted, other in ("xy", "yx"):
        found = page(wanted, x=(DAM,), y=(HAY,))
        assert {each.claim.kind for each in found.claims} == {"quotation", "figure"}
        for shared in found.claims:
            assert [row.article_id[-1] for row in shared.mentions] == [wanted, other]
            assert shared.claim.articles == 2


def test_claims_come_in_the_order_in_which_the_article_makes_them(page):
    found = page("x", x=(DAM,), y=(HAY,))
    starts = [shared.mentions[0].start for shared in found.claims]
    assert starts == sorted(starts)


def test_what_nobody_else_says_is_on_no_page(page):
    assert page("x", x=(DAM,), y=(FERRY,)).claims == ()
    assert page("y", x=(DAM,), y=(FERRY,)).claims == ()


def test_claims_of_others_are_on_no_page(page):
    assert page("z", x=(DAM,), y=(HAY,), z=(FERRY,)).claims == ()


def test_a_credit_is_told_where_it_stands(page):
    text = f"{DAM}\n(Reporting by Nils Olm; Editing by Ruth Vell) (Reuters)\n"
    found = page("x", x=(text,))
    assert {(each.source, each.subject) for each in found.credits} == {("Reuters", "article")}
    assert all(len(DAM) < each.start < each.end <= len(text) for each in found.credits)
    assert page("x", x=(FERRY,)).credits == ()


def test_the_order_of_the_input_changes_no_page(page):
    articles = {"x": (DAM,), "y": (HAY,), "z": (DAM, None, "2026-03-01")}
    turned = dict(reversed(articles.items()))
    one, other = page("x", **articles), page("x", **turned)
    assert members(one) == members(other)
    assert one.sources == other.sources
    assert [each.claim.label for each in one.claims] == [each.claim.label for each in other.claims]
