"""Templates say how a language tells a relation; a sentence is read by them and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.templates import Templates, marks, seen

CLASSES = {"rise": ("rose", "went up", "per cent"), "end": (".",)}


def find(line, sentence):
    """The slots of every place where `line` matches; figures are written as `<kind>`."""
    tokens, figures, low = sentence.split(), [], []
    for token in tokens:
        if token.startswith("<") and token != "<":
            figures.append((len(low), len(low) + 1, token.strip("<>")))
        low.append(token)
    templates = Templates.of({"key": (line,)}, CLASSES)
    return [slots for _, slots in templates.find(seen(low, figures)[0], len(figures))]


def test_a_sentence_is_a_row_of_tokens_in_which_a_figure_is_one():
    low = ["about", "5", "%", "of", "20"]
    figures = [(0, 3, "percent"), (4, 5, "count")]
    assert seen(low, figures)[0] == " <percent:0> of <count:1> "
    assert seen(["none"], [])[0] == " none "
    assert seen([], [])[0] == " "


@pytest.mark.parametrize("kind", ["age", "ordinal", "rank"])
def test_a_figure_that_amounts_to_nothing_stays_words(kind):
    """A gap must run over it, and the figures behind it keep their numbers."""
    low = ["brenk", ",", "41", ",", "won", "5", "boats"]
    figures = [(2, 3, kind), (5, 6, "count")]
    assert seen(low, figures)[0] == " brenk , 41 , won <count:1> boats "


@pytest.mark.parametrize(
    ("line", "sentence", "found"),
    [
        ("to {new}", "rose to <count>", [{"new": 0}]),
        ("to {new} from {old}", "to <count> from <money>", [{"new": 0, "old": 1}]),
        ("{a} {b}", "<count> <count> <count>", [{"a": 0, "b": 1}]),
        ("{a:money}", "<count> <money>", [{"a": 1}]),
        ("{a:money|percent}", "<percent> <money> <count>", [{"a": 0}, {"a": 1}]),
        ("a|an {a}", "an <count> a <count> the <count>", [{"a": 0}, {"a": 1}]),
        ("@rise {a}", "rose <count> went up <count> went <count>", [{"a": 0}, {"a": 1}]),
        ("by? {a}", "<count> by <count>", [{"a": 0}, {"a": 1}]),
        ("{a} ( {b} )", "<count> ( <count> )", [{"a": 0, "b": 1}]),
        ("{a} {b}? ,", "<count> , <count> <count> ,", [{"a": 0}, {"a": 1, "b": 2}]),
        ("per|the cent|rise {a}", "per cent <count> the rise <count>", [{"a": 0}, {"a": 1}]),
    ],
)
def test_slots_are_filled_from_left_to_right(line, sentence, found):
    assert find(line, sentence) == found


@pytest.mark.parametrize(
    ("line", "sentence", "count"),
    [
        ("{a} * {b}", "<count> <count>", 1),
        ("{a} * {b}", "<count> one two three <count>", 1),
        ("{a} * {b}", "<count> one two three four <count>", 0),
        ("{a} *5 {b}", "<count> one two three four <count>", 1),
        ("{a} *5 {b}", "<count> one ; four <count>", 0),
        ("{a:percent} *5 {b}", "<percent> ; <count>", 0),
        ("{a:percent} *5 {b:money}", "<percent> one <count> four <money>", 0),
    ],
)
def test_a_gap_holds_a_few_words_and_no_figure_and_no_semicolon(line, sentence, count):
    assert len(find(line, sentence)) == count


@pytest.mark.parametrize("sign", [",", "(", ":", "-", "–", ";"])
def test_a_plain_gap_holds_no_sign_either(sign):
    """A comma often begins another statement."""
    assert len(find("{a} ~3 {b:money}", "<count> one two <money>")) == 1
    assert len(find("{a} ~3 {b:money}", f"<count> one {sign} two <money>")) == 0


def test_a_line_under_two_names_is_read_for_the_class_of_each():
    templates = Templates.of({"up|down": ("@key {a}",)}, {"up": ("rose",), "down": ("fell",)})
    assert list(templates.find(" rose <count:0> ", 1)) == [("up", {"a": 0})]
    assert list(templates.find(" fell <count:0> ", 1)) == [("down", {"a": 0})]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("( <count> )", [0]),
        ("( <count> men . <count> women )", [0, 1]),
        ("( <count> men . a few <count> women )", [0, 1]),
        ("( <count> men . went up <count> women )", []),
        ("( <count> men . to all those few <count> )", []),
        ("( <count> men <count> )", []),
        ("( <count> men . <money> )", []),
    ],
)
def test_a_row_holds_every_figure_that_is_joined_to_the_next(sentence, found):
    (slots,) = find("( {part:count+@end!@rise} *9 )", sentence) or [{}]
    assert list(slots) == [f"part.{place}" for place in range(len(found))]
    assert list(slots.values()) == found


def test_a_row_is_taken_as_a_whole_or_not_at_all():
    """Else a list of three would be read as one of two where its end is not as told."""
    assert find("( {part:count+@end} men", "( <count> . <count> boys . <count> men") != []
    assert find("( {part:count+@end} men", "( <count> men . <count> boys") == []


def test_words_are_whole_words():
    assert find("to {a}", "into <count>") == []
    assert find("{a} men", "<count> mental") == []


def test_a_kind_is_not_part_of_another_kind():
    assert find("{a:count}", "<percent>") == []


@pytest.mark.parametrize("text", ["<", "< count : 0 >", "<count:0", "count:0>"])
def test_a_text_cannot_forge_a_figure(text):
    """Signs are tokens of their own, so no token of a text looks like a figure."""
    from provenance.text.sentence_tokens import split  # noqa: PLC0415

    words = split(text, 0, len(text))
    templates = Templates.of({"key": ("{a}",)}, {})
    assert list(templates.find(seen(words.low[: words.count], [])[0], 9)) == []


def test_a_sentence_with_too_few_figures_is_not_searched():
    templates = Templates.of({"key": ("{a} and {b}",), "one": ("{a} so",)}, {})
    assert templates.slots == 1
    assert list(templates.find(" <count:0> and <count:1> ", 1)) == []


def test_every_line_tells_the_key_it_stands_under():
    templates = Templates.of({"up": ("up {a}",), "down": ("down {a}", "off {a}")}, {})
    found = list(templates.find(" off <count:0> up <count:1> ", 2))
    assert found == [("up", {"a": 1}), ("down", {"a": 0})]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "is no template"),
        ("{a:apples}", "no kind of figure 'apples'"),
        ("@fall {a}", "no class 'fall'"),
        ("{a} {a}", "is no template"),
        ("{a", "is no template"),
        ("{1a}", "is no template"),
        ("{a:}", "is no template"),
    ],
)
def test_a_line_that_is_no_template_is_told_with_its_key(line, told):
    with pytest.raises(ValueError, match=told) as caught:
        Templates.of({"up": (line,)}, CLASSES)
    assert "up: " in str(caught.value)


@given(st.text("ab{}:|*?@<>() 09", max_size=30))
def test_a_line_is_a_template_or_a_value_error(line):
    try:
        templates = Templates.of({"key": (line,)}, {"a": ("b",)})
    except ValueError:
        return
    list(templates.find(" <count:0> a b <count:1> ", 2))


@given(st.lists(st.sampled_from(["a", "b", "<", ";", "(", "."]), max_size=8), st.data())
def test_slots_are_figures_of_the_sentence(low, data):
    places = data.draw(st.sets(st.integers(0, max(len(low) - 1, 0)), max_size=4))
    figures = [(at, at + 1, "count") for at in sorted(places) if low]
    templates = Templates.of({"key": ("{x} *9 {y}?",)}, {})
    for _, slots in templates.find(seen(low, figures)[0], len(figures)):
        assert all(0 <= number < len(figures) for number in slots.values())


def test_a_long_row_of_gaps_and_words_is_read():
    line = "{a} *9 a *9 a *9 {b}"
    sentence = " <count:0> " + "a " * 2_000
    assert list(Templates.of({"key": (line,)}, {}).find(sentence, 2)) == []


def ungated(templates, sentence, figures):
    """What the lines tell when each is held against the sentence, whatever its words."""
    return [
        (line.key, {name: int(value) for name, value in match.groupdict().items() if value})
        for line in templates.lines
        if line.slots <= figures
        for match in line.pattern.finditer(sentence)
    ]


LINES = (
    "@rise {a}", "{a:money} * of|in {b}", "{a:percent|count} ~ ( {b:money}? )", "{a} *9 {b}",
    "by? @rise? {a}", "per cent|few {a:count}", "went @end {a}?", "@end",
)  # fmt: skip
WAYS = {"down": ("down",), "off": ("off", "few of")}
WORDS = ("rose", "went", "up", "per", "cent", "of", "in", "by", "few", ".", "(", ")", ",", ";")


@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=6),
    st.lists(st.sampled_from((*WORDS, "<count>", "<money>", "<percent>")), max_size=12),
)
def test_a_line_that_is_not_tried_would_not_have_held(lines, tokens):
    """The words and kinds that lines are chosen by save time and change no answer."""
    low, figures = list(tokens), []
    for at, token in enumerate(tokens):
        if token[0] == "<":
            figures.append((at, at + 1, token.strip("<>")))
    sentence, told = seen(low, figures)
    templates = Templates.of({"up": lines, "down|off": ("@key {a}",)}, {**CLASSES, **WAYS})
    found = list(templates.find(sentence, len(figures), told))
    assert told == marks(sentence)
    assert found == ungated(templates, sentence, len(figures))


def test_a_line_is_not_compiled_before_a_sentence_holds_its_words():
    """Hundreds of lines would else be compiled before the first article is read."""
    templates = Templates.of({"up": ("@rise {a:money}",)}, CLASSES)
    (line,) = templates.lines
    for sentence in (" fell <money:0> ", " rose <count:0> ", " up <money:0> ", " "):
        assert list(templates.find(sentence, 1)) == []
    assert "pattern" not in vars(line)
    assert list(templates.find(" rose <money:0> ", 1)) == [("up", {"a": 0})]
    assert "pattern" in vars(line)


def test_what_may_be_missing_is_not_asked_for():
    (line,) = Templates.of({"up": ("by? {a:money}? * {b} @end",)}, CLASSES).lines
    assert line.needs == (frozenset(["."]),)


def test_of_each_phrase_one_word_must_stand_there():
    (line,) = Templates.of({"up": ("@rise {a:money|count} few|many",)}, CLASSES).lines
    rise, kinds, words = line.needs
    assert rise == {"rose", "went", "cent"}
    assert (kinds, words) == ({"<money", "<count"}, {"few", "many"})


def test_a_sign_is_no_mark_of_a_figure():
    assert marks(seen(["<", "count", ":", "0", ">"], [])[0]) == {"<", "count", ":", "0", ">"}
    assert marks(" <count:12> ") == {"<count"}


def test_marks_that_are_known_may_be_more_than_those_of_the_words():
    """Those of a whole sentence are used for a piece of it."""
    templates = Templates.of({"up": ("@rise {a}", "fell {a}")}, CLASSES)
    told = frozenset(["rose", "fell", "<count"])
    assert list(templates.find(" fell <count:0> ", 1, told)) == [("up", {"a": 0})]
