"""Text rules alone, before any check: their own examples, and prose that no rule may touch."""

from pathlib import Path

import pytest
import yaml

from provenance import api, frames, rulebook
from provenance.model import Article, Match, Scope
from provenance.text import segment

BOOK = api.rules()
PATTERNS = BOOK.patterns
FAMILIES = ("BPL", "DMG")
# Rules about a whole corpus are tried in `test_examples`: they find nothing in one text.
CORPUS = {pattern.rule_id for pattern in PATTERNS if pattern.scope is Scope.CORPUS}
RULES = [
    rule
    for rule in BOOK.rules
    if rule.family in FAMILIES and rule.check is None and rule.rule_id not in CORPUS
]
HITS = [(rule, each.texts[0]) for rule in RULES for each in rule.hits]
MISSES = [(rule, each.texts[0]) for rule in RULES for each in rule.misses]
PROSE = (Path(__file__).parent / "clean_prose.txt").read_text("utf-8").splitlines()


def matches(texts, rules=()):
    """What every text rule matches in each of these texts: (number, rule id, words).

    A text is in the language of its rule; in English when that is any, or there are no rules.
    """
    locales = [rule.locale.replace("und", "en") for rule in rules] or ["en"] * len(texts)
    articles = frames.frame(
        [
            Article(f"{n:04}", f"{n:04}", 1, False, text, None, 0, None, None, locale)
            for n, (text, locale) in enumerate(zip(texts, locales, strict=True))
        ],
        Article,
    )
    found = rulebook.match(PATTERNS, segment.lines(articles), articles)
    return [
        (int(item.article_id), item.rule_id, texts[int(item.article_id)][item.start : item.end])
        for item in frames.rows(found, Match)
    ]


def name(value):
    return value.rule_id if hasattr(value, "rule_id") else value[:30]


IN_HITS = matches([text for _, text in HITS], [rule for rule, _ in HITS])
IN_MISSES = matches([text for _, text in MISSES], [rule for rule, _ in MISSES])


def test_there_are_packs_to_test():
    assert {rule.family for rule in RULES} == set(FAMILIES)
    assert {pattern.rule_id for pattern in PATTERNS} >= {rule.rule_id for rule in RULES}


@pytest.mark.parametrize("number", range(len(HITS)), ids=lambda n: f"{HITS[n][0].rule_id}-{n}")
def test_a_rule_finds_each_of_its_hits(number):
    rule, text = HITS[number]
    assert rule.rule_id in {rule_id for found, rule_id, _ in IN_HITS if found == number}, text


@pytest.mark.parametrize("number", range(len(MISSES)), ids=lambda n: f"{MISSES[n][0].rule_id}-{n}")
def test_a_rule_is_silent_on_each_of_its_misses(number):
    rule, text = MISSES[number]
    assert rule.rule_id not in {rule_id for found, rule_id, _ in IN_MISSES if found == number}, text


def test_the_clean_prose_is_large_enough_to_mean_something():
    assert len(PROSE) > 50


def test_no_rule_touches_clean_prose_line_by_line():
    """Alone, each line is also the first and the last one of its article."""
    mine = {rule.rule_id for rule in RULES}
    assert [found for found in matches(PROSE) if found[1] in mine] == []


def test_no_rule_touches_clean_prose_as_one_article():
    mine = {rule.rule_id for rule in RULES}
    assert [found for found in matches(["\n\n".join(PROSE)]) if found[1] in mine] == []


def test_a_label_between_paragraphs_is_found_wherever_it_stands():
    """The prose must not be silent because nothing is looked for."""
    for place in (0, len(PROSE) // 2, len(PROSE)):
        text = "\n\n".join([*PROSE[:place], "Advertisement", *PROSE[place:]])
        found = [item[1:] for item in matches([text]) if item[1][:3] in FAMILIES]
        assert found == [("BPL001", "Advertisement")]


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_hit_shows_the_rule_and_not_only_its_neighbours(rule):
    """The lines that a rule's hits flag must include one that no more severe rule claims."""
    order = ["error", "warning", "info"]
    levels = {each.rule_id: order.index(each.severity) for each in BOOK.rules}
    for number in (n for n, (owner, _) in enumerate(HITS) if owner is rule):
        mine = {words for n, rule_id, words in IN_HITS if n == number and rule_id == rule.rule_id}
        severer = {
            words
            for n, rule_id, words in IN_HITS
            if n == number
            and rule_id[:3] == rule.family
            and (levels[rule_id], rule_id) < (levels[rule.rule_id], rule.rule_id)
        }
        assert mine - severer, HITS[number][1]


def test_the_shipped_files_have_nothing_a_linter_would_remark_on():
    assert api.lint_rules().remarks == ()


RULE_FILES = sorted((Path(__file__).parents[2] / "rules").rglob("*.yaml"))


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_both_parsers_read_a_shipped_file_alike(path):
    """Where PyYAML comes without libyaml, its own parser reads, which takes less."""
    text = path.read_text("utf-8")
    assert yaml.load(text, yaml.BaseLoader) == yaml.load(text, yaml.CBaseLoader)
