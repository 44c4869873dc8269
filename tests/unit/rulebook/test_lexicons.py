from provenance.rulebook import RuleFile, load

NUMBERS = """lexicon: numbers
locale: en
tables:
  bounds:
    more-than: [more than, over]
    about: [about]
  digits:
    "0": [No, zero]
"""


def test_tables_hold_phrases_by_key_in_the_order_of_the_file():
    tables = load([RuleFile("l.yaml", NUMBERS)]).lexicons["numbers.en"]
    assert tables == {
        "bounds": {"more-than": ("more than", "over"), "about": ("about",)},
        "digits": {"0": ("No", "zero")},
    }
    assert list(tables["bounds"]) == ["more-than", "about"]


def test_lexicons_of_other_names_and_locales_stand_beside_each_other():
    other = NUMBERS.replace("locale: en", "locale: de")
    books = load([RuleFile("a.yaml", NUMBERS), RuleFile("b.yaml", other)])
    assert sorted(books.lexicons) == ["numbers.de", "numbers.en"]


def test_a_single_phrase_need_not_be_a_list():
    text = NUMBERS.replace("about: [about]", "about: about")
    tables = load([RuleFile("l.yaml", text)]).lexicons["numbers.en"]
    assert tables["bounds"]["about"] == ("about",)


def test_the_same_lexicon_twice_is_told_with_both_places(faults):
    assert faults(NUMBERS, NUMBERS) == [
        "file1.yaml:1:10 the lexicon `numbers.en` is declared a second time"
    ]


def test_what_is_no_table_is_told(faults):
    assert faults("lexicon: x\nlocale: en\n") == ["1:1 a lexicon has no `tables`"]
    assert faults("lexicon: x\nlocale: en\ntables: [a]\n") == [
        "3:9 `tables` must be lines of `key: value`"
    ]
    assert faults("lexicon: x\nlocale: en\ntables:\n  t: [a]\n") == [
        "4:6 the table `t` must be lines of `key: value`"
    ]


def test_phrases_are_checked_like_any_text(faults):
    text = "lexicon: x\nlocale: en\ntables:\n  t:\n    k: [a, b: c, '']\n    l: []\n"
    assert [fault.split()[0] for fault in faults(text)] == ["5:12", "5:18", "6:8"]


def test_a_lexicon_of_a_thousand_phrases_is_read():
    phrases = ", ".join(f"phrase {n}" for n in range(1000))
    text = f"lexicon: x\nlocale: en\ntables:\n  t:\n    k: [{phrases}]\n"
    tables = load([RuleFile("l.yaml", text)]).lexicons["x.en"]
    assert tables["t"]["k"][999] == "phrase 999"
