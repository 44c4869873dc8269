"""A grammar is made from the lexicons of a language, and says which of them cannot be read."""

import pytest

from provenance.errors import RuleError
from provenance.numbers import Grammar
from provenance.numbers.grammar import TEMPLATES


def test_every_table_of_templates_is_a_relation(grammar, lexicons):
    named = {kind for name in TEMPLATES for kind in lexicons[f"{name}.en"]}
    assert set(grammar.templates) == named - {"classes", "multiples", "units", "letters"}


def test_words_for_multiples_are_found_by_their_multiple(grammar):
    assert grammar.multiples.at(["it", "tripled", "then"], 1) == ("3", 1)
    assert grammar.multiples.at(["it", "was", "cut", "in", "half"], 2) == ("0.5", 3)
    assert grammar.multiples.at(["it", "rose"], 1) is None


def test_word_classes_are_named_after_their_lexicon(grammar, lexicons):
    for name in TEMPLATES:
        for key, phrases in lexicons[f"{name}.en"].get("classes", {}).items():
            assert grammar.classes[f"{name}.{key}"] == frozenset(phrases)


@pytest.mark.parametrize("name", ["numbers", *TEMPLATES])
def test_a_missing_lexicon_is_named(lexicons, name):
    rest = {key: tables for key, tables in lexicons.items() if key != f"{name}.en"}
    with pytest.raises(ValueError, match=rf"^{name}\.en: there is no such lexicon$"):
        Grammar.of(rest)


def test_a_fault_in_a_template_is_told_with_its_lexicon(lexicons):
    broken = {"percent-change": {"up": ("up {a:apples}",)}}
    with pytest.raises(
        ValueError, match=r"^changes\.en: percent-change: up: .*no kind of figure 'apples'"
    ):
        Grammar.of(lexicons | {"changes.en": broken})


@pytest.mark.parametrize("part", ["templates", "classes"])
def test_a_table_or_class_that_is_missing_is_a_fault_of_the_rules(grammar, part):
    """Not an internal error: somebody took it out of a lexicon."""
    with pytest.raises(RuleError, match=r"no lexicon has the table or class `parts\.gone`"):
        getattr(grammar, part)["parts.gone"]


def test_a_language_without_lexicons_has_no_grammar(lexicons):
    with pytest.raises(ValueError, match=r"^numbers\.xx: "):
        Grammar.of(lexicons, "xx")
