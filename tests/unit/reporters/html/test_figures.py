from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Relation, Span
from provenance.reporters.html.figures import MOST_ROWS, misfits
from provenance.reporters.safe import printable

TEXT = "More than 200 lorries stood there.\nIn all 175 lorries were counted."


def relation(start, end, *others, kind="same-quantity-conflict", fits=False, **words):
    told = {"stated": "“200”", "expected": "“175”", "held": "counts of lorries"} | words
    return Relation("a.txt", start, end, kind, fits, **told, others=others)


def test_what_is_stated_stands_beside_what_the_others_say(view, article, rule, finding):
    story = article("a.txt", TEXT)
    found = [
        finding(story, "there"),
        finding(story, "More than 200", rule_id="NUM001"),
    ]
    rules = [rule("BPL001", "label"), rule("NUM001", "same-quantity-conflict")]
    rows = [relation(0, 13, Span("a.txt", 42, 45, "the other figure"))]
    (row,) = misfits(view([story], found, rules, relations=rows), "a.txt", found)
    assert (row.number, row.kind) == (2, "same-quantity-conflict")
    assert (row.stated, row.expected, row.held) == ("“200”", "“175”", "counts of lorries")
    assert (row.here.number, row.here.marked) == (1, "More than 200")
    (other,) = row.others
    assert (other.number, other.marked, other.note) == (2, "175", "the other figure")


def test_relations_that_fit_are_left_out(view, article):
    story = article("a.txt", TEXT)
    assert misfits(view([story], relations=[relation(0, 13, fits=True)]), "a.txt", []) == []


def test_a_misfit_whose_rule_is_switched_off_has_a_row_without_a_note(view, article):
    story = article("a.txt", TEXT)
    (row,) = misfits(view([story], relations=[relation(0, 13)]), "a.txt", [])
    assert (row.number, row.others) == (None, [])


def test_of_thousands_of_misfits_the_first_are_shown(view, article):
    story = article("a.txt", "9" * 3_000)
    rows = [relation(at, at + 1) for at in range(3_000)]
    assert len(misfits(view([story], relations=rows), "a.txt", [])) == MOST_ROWS


@given(st.text(alphabet="<>&\"'\u202e\x1ba ", max_size=10))
def test_words_of_a_relation_are_shown_and_not_obeyed(view, article, parsed, text):
    story = article("a.txt", TEXT)
    rows = [relation(0, 13, kind=text, stated=text, expected=text, held=text)]
    (row,) = misfits(view([story], relations=rows), "a.txt", [])
    for told in (row.kind, row.stated, row.expected, row.held):
        assert parsed(told).text() == printable(text)
