"""What does not change the sense of a sentence does not change what is read from it."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

COUNTS = st.integers(2, 999)
THINGS = st.sampled_from(["sheds", "barges", "lorries", "men", "women", "cows", "greenhouses"])
EVENTS = st.sampled_from(["destroyed", "damaged", "killed", "rescued", "sold", "built"])
NAMES = st.sampled_from(["Orla", "Tarn", "Varn", "New Arrel", "Port Sallow"])
BOUNDS = st.sampled_from(["", "more than ", "about ", "up to ", "nearly ", "at least "])
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number):
    """English for 1 to 999."""
    if number >= 100:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def sense(row):
    """All that is read of a figure but where it stands."""
    reach = (row.low, row.high, row.soft_low, row.soft_high)
    what = (row.noun, row.event, row.modifiers, row.qualifiers)
    return (row.value, reach, row.bound, row.kind, row.unit, what)


@given(COUNTS, THINGS, EVENTS, BOUNDS)
def test_digits_and_words_read_alike(read, count, thing, event, bound):
    digits = read(f"Hail {event} {bound}{count} {thing} near Orla.")
    words = read(f"Hail {event} {bound}{spell(count)} {thing} near Orla.")
    assert list(map(sense, digits)) == list(map(sense, words))


@given(COUNTS, THINGS, EVENTS, BOUNDS)
def test_active_and_passive_count_the_same(read, count, thing, event, bound):
    (active,) = read(f"Hail {event} {bound}{count} {thing}.")
    (passive,) = read(f"Yonder {bound}{count} {thing} were {event} by hail.")
    assert (active.noun, active.event) == (passive.noun, passive.event)
    assert set(active.qualifiers) == set(passive.qualifiers)


@given(COUNTS, THINGS, EVENTS, NAMES)
def test_another_kind_of_white_space_changes_nothing(read, count, thing, event, name):
    text = f"Near {name}, hail {event} {count} {thing} today."
    for space in ("  ", "\u00a0", "\u2009", "\t"):
        assert list(map(sense, read(text.replace(" ", space)))) == list(map(sense, read(text)))


@given(COUNTS, THINGS, EVENTS)
def test_a_title_in_title_case_counts_the_same(read, count, thing, event):
    text = f"hail {event} {count} {thing}"
    (plain,), (title,) = read(text), read(text.title())
    assert (plain.value, plain.noun, plain.event) == (title.value, title.noun, title.event)


@given(COUNTS, EVENTS, NAMES, st.sampled_from(["“{}”", "({})", "— {}", "{}…", "‘{}’ 😀"]))
def test_marks_around_a_sentence_change_nothing(read, count, event, name, frame):
    text = f"Hail {event} {count} sheds near {name}"
    assert [sense(row) for row in read(frame.format(text))] == [sense(row) for row in read(text)]


@given(COUNTS, COUNTS, THINGS, NAMES)
def test_the_thing_and_the_place_do_not_decide_whether_figures_fit(
    clashes, left, right, thing, name
):
    text = f"Hail destroyed {left} {thing} near {name} today. Near {name} today hail destroyed {right} {thing}."
    plain = text.replace(thing, "sheds").replace(name, "Orla")
    assert [pair[1:] for pair in clashes(text)] == [pair[1:] for pair in clashes(plain)]


@given(COUNTS, COUNTS, NAMES, NAMES)
def test_two_places_never_clash(clashes, left, right, here, there):
    assume(here != there)
    text = f"Hail destroyed {left} sheds near {here}. Hail destroyed {right} sheds near {there}."
    assert clashes(text) == []


@given(COUNTS, COUNTS, st.integers(1900, 2020), st.integers(1900, 2020))
def test_two_years_never_clash(clashes, left, right, before, after):
    assume(before != after)
    text = (
        f"In {before} hail destroyed {left} sheds near Orla. "
        f"In {after} hail destroyed {right} sheds near Orla."
    )
    assert clashes(text) == []


@given(COUNTS, COUNTS)
def test_figures_written_in_words_clash_where_digits_do(clashes, left, right):
    text = "Hail destroyed {} sheds near Orla today. Near Orla today hail destroyed {} sheds."
    digits, words = (
        clashes(text.format(left, right)),
        clashes(text.format(spell(left), spell(right))),
    )
    assert len(digits) == len(words)


@given(COUNTS)
def test_a_running_total_never_clashes_with_a_smaller_part(clashes, part):
    text = (
        f"Gunners destroyed {part} barges on the canal near Orla. "
        f"That brought the number of barges destroyed by the gunners near Orla to {part * 2}."
    )
    assert clashes(text) == []


@pytest.mark.parametrize(
    "filler",
    [
        "The mayor thanked everybody.",
        "Ada Brenk, 41, who lives in Varn, saw 3 cows on Monday.",
        "In 1987 the mill burned down, and 20 mills burned in 1999.",
        "It costs $5 million or 14 percent more than last year.",
    ],
)
@pytest.mark.parametrize("end", [" ", "\n", "\r\n\r\n"])
def test_sentences_about_other_things_do_not_hide_a_clash(clashes, filler, end):
    first = "Hail destroyed 340 sheds in the Orla valley."
    second = "In the Orla valley the hail destroyed 210 sheds."
    for parts in itertools.permutations([first, second, "Nobody was there.", filler]):
        text = "\n".join(parts) if end == "\n" else end.join(parts)
        if end == " " and "1987" in filler:
            continue  # a year holds on in the next sentence of its paragraph
        assert {frozenset(pair[1:]) for pair in clashes(text)} == {frozenset(["340", "210"])}
