import pytest

from provenance.errors import FaultList
from provenance.model import Clean, Confidence, Example, Removal, Severity
from provenance.rulebook import RuleFile, load


def test_a_text_rule_is_read_whole(pack, rule):
    (read,) = load([RuleFile("p.yaml", pack(rule()))]).rules
    assert (read.rule_id, read.name, read.family) == ("TST001", "rule-tst001", "TST")
    assert (read.category, read.severity, read.confidence) == (
        "test",
        Severity.WARNING,
        Confidence.HIGH,
    )
    assert (read.message, read.why, read.fix) == ("found: {match}", "Because.", "Take it out.")
    assert (read.locale, read.check, read.since, read.place) == ("en", None, "0.1", "p.yaml:4")
    assert read.hits == (Example(("one",)), Example(("two",)))
    assert read.misses == (Example(("three",)), Example(("four",)))


def test_a_coded_rule_names_its_check_and_has_no_pattern(pack, rule):
    coded = rule("check: figures", message="{left} and {right}")
    book = load([RuleFile("p.yaml", pack(coded))])
    assert book.rules[0].check == "figures"
    assert book.patterns == ()


def test_an_example_may_be_a_list_of_texts(pack, rule):
    text = pack(rule().replace("hit: [one, two]", "hit: [[one, other], two]"))
    (read,) = load([RuleFile("p.yaml", text)]).rules
    assert read.hits == (Example(("one", "other")), Example(("two",)))


@pytest.mark.parametrize(("outlet", "one"), [("same", True), ("other", False)])
def test_examples_say_whether_their_articles_are_of_one_outlet(pack, rule, outlet, one):
    text = pack(rule().replace("hit: [one, two]", f"outlet: {outlet}\n    hit: [one, two]"))
    assert load([RuleFile("p.yaml", text)]).rules[0].one_outlet is one


def test_examples_are_of_several_outlets_when_nothing_is_said(pack, rule):
    assert load([RuleFile("p.yaml", pack(rule()))]).rules[0].one_outlet is False


def test_prose_over_several_lines_is_one_line(pack, rule):
    text = pack(rule().replace("why: Because.", "why: One\n    and two."))
    assert load([RuleFile("p.yaml", text)]).rules[0].why == "One and two."


def test_a_multi_line_example_keeps_its_lines(pack, rule):
    text = pack(rule().replace("hit: [one, two]", "hit:\n    - |\n      a\n\n      b\n    - c"))
    assert load([RuleFile("p.yaml", text)]).rules[0].hits[0] == Example(("a\n\nb\n",))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: TST001", "id: TST1", "4:7 `TST1` is not a rule id"),
        ("id: TST001", "id: tst001", "4:7 `tst001` is not a rule id"),
        ("id: TST001", "id: TSTX001", "4:7 `TSTX001` is not a rule id"),
        ("name: rule-tst001", "name: Rule One", "5:9 `name` cannot be `Rule One`"),
        ("name: rule-tst001", "name: rule--x", "5:9 `name` cannot be `rule--x`"),
        ("category: test", "category: Test", "6:13 `category` cannot be `Test`"),
        ("severity: warning", "severity: warn", "7:13 `severity` cannot be `warn`"),
        ("severity: warning", "severity: off", "7:13 `severity` cannot be `off`"),
        ("confidence: high", "confidence: sure", "8:15 `confidence` cannot be `sure`"),
        ("hit: [one, two]", "hit: [one]", "14:10 `hit` needs at least 2 examples in a list"),
        ("hit: [one, two]", "outlet: mine\n    hit: [a, b]", "14:13 `outlet` cannot be `mine`"),
        ("miss: [three, four]", "miss: three", "15:11 `miss` needs at least 2 examples in a list"),
        ("hit: [one, two]", "hit: [one, '']", "14:16 a text is expected here"),
        ("locale: en", "locale: English", "2:9 `English` is not a locale"),
        ("pack: test", "pack: My Pack", "1:7 `pack` cannot be `My Pack`"),
        ("since:", "sinse:", "16:3 unknown key `sinse` in a rule"),
    ],
)
def test_what_a_rule_declares_is_checked(pack, rule, faults, *, old, new, fault):
    text = pack(rule())
    assert old in text
    assert fault in faults(text.replace(old, new))


@pytest.mark.parametrize(
    "key", ["id", "name", "category", "severity", "confidence", "message", "why", "fix", "since"]
)
def test_every_key_is_needed(pack, rule, faults, key):
    lines = pack(rule()).split("\n")
    text = "\n".join(line for line in lines if not line.lstrip(" -").startswith(f"{key}:"))
    text = text.replace("  name: rule", "- name: rule") if key == "id" else text
    assert any(f"a rule has no `{key}`" in fault for fault in faults(text))


def test_examples_are_needed(pack, rule, faults):
    text = pack(rule().replace("    hit: [one, two]\n    miss: [three, four]\n", ""))
    assert any("`examples` must be lines of" in fault for fault in faults(text))


@pytest.mark.parametrize(
    ("look", "fault"),
    [
        ("where: {max-words: 2}", "a rule has either `match` or `check`"),
        ("check: x\nmatch: {lines: [a]}", "a rule has either `match` or `check`"),
        ("check: x\nwhere: {max-words: 2}", "unknown key `where` in a rule"),
        ("check: x\nflags: line", "unknown key `flags` in a rule"),
    ],
)
def test_a_rule_is_either_text_or_code(pack, rule, faults, look, fault):
    assert any(fault in told for told in faults(pack(rule(look))))


@pytest.mark.parametrize(
    "message",
    [
        "{match",
        "match}",
        "{other}",
        "{}",
        "{0}",
        "{match.__class__}",
        "{match[0]}",
        "{match!r}",
        "{match:>9999999999}",
    ],
)
def test_a_message_can_only_be_filled_with_the_match(pack, rule, faults, message):
    """`str.format` reads attributes and pads to gigabytes when a stranger asks it to."""
    told = faults(pack(rule(message=message)))
    assert len(told) == 1
    assert told[0].startswith("9:12 ")


def test_a_coded_message_may_hold_any_name_and_escaped_braces(pack, rule, faults):
    assert faults(pack(rule("check: x", message="{{ {left} and {right} }}"))) == []
    assert len(faults(pack(rule("check: x", message="{left.real}")))) == 1


def test_a_pack_without_rules_or_with_something_else_is_told(faults):
    assert faults("pack: p\nlocale: en\n") == ["1:1 a pack has no `rules`"]
    assert faults("pack: p\nlocale: en\nrules: none\n") == ["3:8 `rules` must be a list"]
    assert faults("pack: p\nlocale: en\nrules: [x]\n")[0].startswith("3:9 a rule must be lines of")


def test_all_faults_of_all_rules_are_told_in_one_run(pack, rule, faults):
    text = pack(
        rule(rule_id="TST1"), rule(severity="x", rule_id="TST002"), rule("match: {lines: []}")
    )
    assert [fault.split()[0] for fault in faults(text)] == ["4:7", "20:13", "38:18"]


def read_rule(pack, rule, more, look="match: {lines: [advert]}"):
    """The one rule of a pack, with these further keys."""
    return load([RuleFile("p.yaml", pack(rule(f"{look}\n{more}")))]).rules[0]


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        ("{remove: line, safety: safe}", Clean(Removal.LINE, "", safe=True)),
        ("{remove: match, safety: unsafe}", Clean(Removal.MATCH, "", safe=False)),
        ("{remove: rest, safety: unsafe}", Clean(Removal.REST, "", safe=False)),
        ("{replace: ' a  b', safety: safe}", Clean(Removal.MATCH, " a  b", safe=True)),
        ("{replace: '', safety: safe}", Clean(Removal.MATCH, "", safe=True)),
    ],
)
def test_a_rule_says_how_its_finds_are_taken_out(pack, rule, clean, expected):
    assert read_rule(pack, rule, f"clean: {clean}").clean == expected


def test_without_a_word_nothing_is_taken_out(pack, rule):
    assert read_rule(pack, rule, "tags: x").clean is None


@pytest.mark.parametrize(
    ("clean", "fault"),
    [
        ("{remove: line}", "`clean` has no `safety`"),
        ("{safety: safe}", "`clean` has either `remove` or `replace`"),
        ("{remove: line, replace: x, safety: safe}", "`clean` has either `remove` or `replace`"),
        ("{remove: page, safety: safe}", "`remove` cannot be `page`"),
        ("{remove: line, safety: maybe}", "`safety` cannot be `maybe`"),
        ("line", "`clean` must be lines of `key: value`"),
    ],
)
def test_how_finds_are_taken_out_is_checked(pack, rule, faults, clean, fault):
    assert fault in faults(pack(rule(f"match: {{lines: a}}\nclean: {clean}")))[-1]


def test_tags_and_links_are_kept(pack, rule):
    read = read_rule(pack, rule, "tags: [news, ads]\nlinks: https://one.example/a")
    assert (read.tags, read.links) == (("news", "ads"), ("https://one.example/a",))


@pytest.mark.parametrize("link", ["www.one.example", "javascript:x", "'https://a b'"])
def test_a_link_is_a_whole_address(pack, rule, faults, link):
    (told,) = faults(pack(rule(f"match: {{lines: a}}\nlinks: {link}")))
    assert told.endswith("is not an address")


def test_a_rule_may_be_for_another_language_than_its_pack(pack, rule):
    book = load([RuleFile("p.yaml", pack(rule("match: {lines: a}\nlocale: de")))])
    assert (book.rules[0].locale, book.patterns[0].locale) == ("de", "de")


def test_an_example_may_say_where_and_what_else(pack, rule):
    hit = "hit: [{text: 'one\n      two', at: '1:1-1:4', also: [TST002, TST003]}, two]"
    others = [rule(rule_id="TST002"), rule(rule_id="TST003")]
    text = pack(rule().replace("hit: [one, two]", hit), *others)
    read = load([RuleFile("p.yaml", text)]).rules[0]
    assert read.hits[0] == Example(("one two",), "1:1-1:4", ("TST002", "TST003"))


def test_an_example_may_say_what_its_record_gives_and_leaves_empty(pack, rule):
    """In the order of the fields, however often and in whatever order they are named."""
    hit = "hit: [{text: one, given: [title, date, title], blank: byline}, two]"
    read = load([RuleFile("p.yaml", pack(rule().replace("hit: [one, two]", hit)))]).rules[0]
    assert read.hits[0] == Example(("one",), given=("date", "title"), blank=("byline",))
    assert (read.hits[1].given, read.hits[1].blank) == ((), ())


@pytest.mark.parametrize(
    ("hit", "fault"),
    [
        ("{text: one, blank: author}", "there is no metadata field `author`"),
        ("{text: one, blank: titel}", "did you mean `title`?"),
        ("{text: one, given: language}", "the fields are byline, date, outlet, title"),
        ("{text: one, given: [date, title], blank: date}", "`date` cannot be both"),
        ("{text: one, blank: []}", "`blank` is empty"),
        ("{blank: title}", "an example has no `text`"),
        ("{text: one, at: '1:1'}", "`1:1` is not a place"),
        ("{text: one, at: '0:1-1:2'}", "`0:1-1:2` is not a place"),
        ("{at: '1:1-1:2'}", "an example has no `text`"),
        ("{text: one, where: x}", "unknown key `where` in an example"),
        ("{Share: now}", "quote this line: it begins with `{`"),
        ("[]", "a text is expected here"),
    ],
)
def test_an_example_is_checked(pack, rule, hit, fault):
    with pytest.raises(FaultList) as told:
        load([RuleFile("p.yaml", pack(rule().replace("hit: [one, two]", f"hit: [{hit}, two]")))])
    assert fault in str(told.value)


def test_a_message_may_tell_what_a_structural_kind_counted(pack, rule, faults):
    message = "{match}: {detail}"
    assert faults(pack(rule("match: {run: {lines: 2}}", message=message))) == []
    assert len(faults(pack(rule(message=message)))) == 1
