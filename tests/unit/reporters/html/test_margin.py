from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.reporters.html.margin import MOST_NOTES, marks, notes, shown
from provenance.reporters.safe import printable


def noted(view, story, findings, *others, rules=None):
    return notes(view([story, *others], findings, rules), findings)


def test_a_note_tells_what_the_finding_and_its_rule_say(view, article, finding, rule):
    story = article("a.txt", "He said so.")
    found = finding(story, "He", severity="error", confidence="low", message="who?", deduction=8)
    (note,) = noted(view, story, [found], rules=[rule("BPL001", "who-is-he")])
    assert (note.number, note.severity, note.confidence) == (1, "error", "low")
    assert (note.rule_id, note.rule_name, note.message) == ("BPL001", "who-is-he", "who?")
    assert (note.deduction, note.accepted, note.places) == (8, "", [])


def test_why_and_what_to_do_stand_with_the_first_note_of_a_rule(view, article, finding):
    """The same two sentences beside fifty ad labels would bury the text."""
    story = article("a.txt", "one two three")
    found = [
        finding(story, "one"),
        finding(story, "two", rule_id="NUM001"),
        finding(story, "three"),
    ]
    told = noted(view, story, found)
    assert [(note.why is None, note.first) for note in told] == [
        (False, 1),
        (False, 2),
        (True, 1),
    ]
    assert told[0].fix == "Take the line out."


def test_an_accepted_finding_says_by_what_and_why(view, article, finding):
    story = article("a.txt", "one two")
    found = [
        finding(story, "one", accepted="baseline", accepted_because="agreed with the desk"),
        finding(story, "two", accepted="settings"),
    ]
    told = [note.accepted for note in noted(view, story, found)]
    assert told == ["accepted by baseline: agreed with the desk", "accepted by settings"]


def test_other_places_are_shown_up_to_a_few_and_the_rest_counted(view, article, finding, span):
    story, other = article("a.txt", "one two"), article("b.txt", "two more")
    related = (span(other, "two", "also here"), *(Span("a.txt", 4, 7, "") for _ in range(4)))
    (note,) = noted(view, story, [finding(story, "one", related=related)], other)
    assert [place.marked for place in note.places] == ["two"] * 3
    assert note.places[0].article.link == "#a2"
    assert note.places[1].article is None
    assert note.more_places == 2


def test_findings_that_rest_on_quotations_can_be_set_aside(view, article, finding):
    story = article("a.txt", "one two")
    found = [finding(story, "one", rule_id="QUO001"), finding(story, "two")]
    assert [note.quotation for note in noted(view, story, found)] == [True, False]


def test_marks_carry_the_numbers_of_their_notes(article, finding):
    story = article("a.txt", "one two")
    found = [finding(story, "one"), finding(story, "two")]
    assert [(mark.number, mark.start, mark.end) for mark in marks(found)] == [(1, 0, 3), (2, 4, 7)]


def test_where_marks_lie_over_one_another_the_weightiest_short_one_is_seen(article, finding):
    """A copied article is one long span; what is found inside it must still be seen."""
    story = article("a.txt", "word " * 100)
    whole = finding(story, story.text, severity="error")
    settled = finding(story, "word", severity="error", accepted="baseline")
    hint, label = finding(story, "word", severity="info"), finding(story, "word")
    by_rank = sorted(marks([whole, settled, hint, label]))
    assert [mark.number for mark in by_rank] == [4, 3, 2, 1]
    assert by_rank[-1].look == "m-error m-long"
    assert by_rank[-2].look == "m-error m-accepted"


def test_of_too_many_findings_those_that_matter_most_have_notes(article, finding):
    story = article("a.txt", "one two three four")
    many = [finding(story, "two", severity="info") for _ in range(MOST_NOTES)]
    settled = finding(story, "one", severity="error", accepted="settings")
    grave = finding(story, "four", severity="error")
    kept = shown([settled, *many, grave])
    assert len(kept) == MOST_NOTES
    assert kept[-1] is grave
    assert settled not in kept
    assert all(found.severity == "info" for found in kept[:-1])


@given(st.lists(st.sampled_from(["error", "warning", "info"]), max_size=12))
def test_few_findings_all_have_notes_in_their_order(article, finding, severities):
    story = article("a.txt", "one")
    found = [finding(story, "one", severity=severity) for severity in severities]
    assert shown(found) == found
    assert [mark.number for mark in marks(found)] == list(range(1, len(found) + 1))


def test_what_a_stranger_wrote_into_a_rule_is_shown_and_not_obeyed(
    view, article, finding, rule, parsed
):
    payload = "<script>alert(1)</script>\u202e"
    story = article("a.txt", "one")
    found = finding(story, "one", message=payload, accepted="baseline", accepted_because=payload)
    hostile = rule("BPL001", payload, why=payload, fix=payload)
    (note,) = noted(view, story, [found], rules=[hostile])
    for told in (note.rule_name, note.message, note.why, note.fix):
        assert parsed(told).text() == printable(payload)
    assert "<script" not in note.accepted
