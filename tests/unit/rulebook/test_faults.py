import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import RuleError
from provenance.rulebook.faults import MOST_FAULTS, FaultLog, Place, nearest, shown
from provenance.rulebook.files import RuleFile


def hint(text, at, advice=""):
    log = FaultLog(RuleFile("r.yaml", text))
    log.add(at, "bad", advice)
    (fault,) = log.faults()
    return fault.hint.split("\n")


def test_a_fault_says_file_line_and_column():
    log = FaultLog(RuleFile("rules/r.yaml", "a\nb: c\n"))
    log.add(Place(2, 4), "this is wrong")
    (fault,) = log.faults()
    assert isinstance(fault, RuleError)
    assert str(fault).startswith("rules/r.yaml:2:4: error[P300] this is wrong\n")


def test_the_hint_shows_the_line_a_caret_under_the_place_and_the_advice():
    assert hint("a: b\nsevrity: x\n", Place(2, 1, 7), "did you mean `severity`?") == [
        "   2 | sevrity: x",
        "         ^^^^^^^",
        "  did you mean `severity`?",
    ]


def test_the_caret_stands_under_the_place_in_the_printed_message():
    """The first line of a hint is set in by two characters when it is printed."""
    log = FaultLog(RuleFile("r.yaml", "key: value"))
    log.add(Place(1, 6, 5), "bad")
    _, line, caret = str(log.faults()[0]).split("\n")
    assert line[caret.index("^") : caret.rindex("^") + 1] == "value"


def test_a_long_line_is_cut_around_the_place():
    line, caret = hint("x" * 500 + "HERE" + "y" * 500, Place(1, 501, 4))
    assert len(line) < 110
    assert "HERE" in line
    assert caret.strip() == "^^^^"
    assert line[caret.index("^") - 2 :].startswith("HERE")


@pytest.mark.parametrize("at", [Place(1, 1), Place(1, 99), Place(9, 1)])
def test_a_place_outside_the_file_still_makes_a_hint(at):
    _, caret = hint("ab", at)
    assert caret.strip() == "^"


def test_no_character_of_the_file_reaches_a_terminal_unless_it_can_be_printed():
    """Rule files come from strangers; an escape sequence would be obeyed."""
    line, _ = hint("a: \x1b]0;owned\x07 \u202egnp.exe\u202c", Place(1, 1))
    assert line.isprintable()


def test_faults_come_in_the_order_of_their_places():
    log = FaultLog(RuleFile("r.yaml", "a\nb\nc"))
    for at in (Place(3, 1), Place(1, 2), Place(1, 1)):
        log.add(at, "bad")
    assert [fault.place for fault in log.faults()] == ["r.yaml:1:1", "r.yaml:1:2", "r.yaml:3:1"]


def test_faults_without_end_are_cut_and_the_cut_is_told():
    log = FaultLog(RuleFile("r.yaml", "a"))
    for _ in range(100_000):
        log.add(Place(1, 1), "bad")
    assert len(log.faults()) == MOST_FAULTS + 1
    assert "not all shown" in log.faults()[-1].message


def test_a_file_without_faults_has_none():
    assert FaultLog(RuleFile("r.yaml", "a")).faults() == []


def test_lines_are_those_that_editors_show():
    log = FaultLog(RuleFile("r.yaml", "\ufeffab\r\ncd\ref"))
    assert [log.first_character(Place(n, 2)) for n in (1, 2, 3)] == ["b", "d", "f"]
    assert log.first_character(Place(1, 3)) == ""


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("sevrity", "did you mean `severity`?"),
        ("meesage", "did you mean `message`?"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_offered_when_there_is_one(word, advice):
    assert nearest(word, ["severity", "message", "name"]) == advice


def test_a_word_of_a_million_letters_is_looked_up_in_no_time():
    assert nearest("a" * 1_000_000, ["severity"]) == ""


@given(st.text(max_size=200))
def test_what_is_shown_is_short_and_can_be_printed(text):
    assert shown(text).isprintable()
    assert len(shown(text)) <= 62
