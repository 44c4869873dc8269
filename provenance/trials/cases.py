"""The examples of rules as small corpora that can be read like any other."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from provenance.model import ANY, Article, Example, Rule
from provenance.text.language import guess
from provenance.text.spans import LineMap
from provenance.text.tokens import tokenise

_LAST_DAY = 28
_RUN = 3


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a rule.

    Attributes:
        key: What its articles are named after; no two cases have the same.
        rule: Whose it is.
        is_hit: Whether the rule must find something in it, or must leave it alone.
        number: Which of the rule's hits or misses it is, from 1.
        example: Its texts.
    """

    key: str
    rule: Rule
    is_hit: bool
    number: int
    example: Example

    @property
    def text(self) -> str:
        """The text that is judged."""
        return self.example.texts[0]

    @property
    def name(self) -> str:
        """How a user finds it in the file, such as `hit 2`."""
        return f"{'hit' if self.is_hit else 'miss'} {self.number}"

    def place(self, start: int, end: int) -> str:
        """A span of the judged text as `LINE:COLUMN-LINE:COLUMN`, as `at:` is written."""
        lines = LineMap.of(self.text)
        return "-".join(f"{line}:{column}" for line, column in map(lines.place, (start, end)))


def cases(rules: Iterable[Rule]) -> list[Case]:
    """Every example of `rules`, hits before misses."""
    return [
        Case(f"{rule.rule_id}-{is_hit:d}-{number:03}", rule, is_hit, number, example)
        for rule in rules
        for is_hit, examples in ((True, rule.hits), (False, rule.misses))
        for number, example in enumerate(examples, 1)
    ]


def judged(case: Case, *, has_title: bool = False) -> Article:
    """The article of a case that is judged, as the latest of its texts.

    Its language is that of the rule; it is guessed when the rule is for any. `has_title` makes
    its first line the headline, as rules that look at headlines need.
    """
    return next(_articles(case, case.example.texts[:1], has_title))


def corpus(case: Case) -> list[Article]:
    """All articles of a case: the judged one, and the earlier ones.

    Each is of another day and, unless the rule's examples are of one outlet, of another outlet.
    Only the judged one has a record, where the example says what is in it.
    Of a rule that a check decides, a first line without a stop behind it and with a blank line
    below it is a headline.
    """
    has_title = None if case.rule.check else False
    return list(_articles(case, case.example.texts, has_title))


def apart(tried: Iterable[Case]) -> list[list[Case]]:
    """Cases in groups that can be read as one corpus, since no two in one share three words.

    Nearly linear in the texts.
    """
    groups: list[tuple[set[tuple[str, ...]], list[Case]]] = []
    for case in tried:
        words = {shingle for text in case.example.texts for shingle in _shingles(text)}
        fitting = (group for group in groups if group[0].isdisjoint(words))
        group = next(fitting, None)
        if group is None:
            group = (set(), [])
            groups.append(group)
        group[0].update(words)
        group[1].append(case)
    return [members for _, members in groups]


def in_language(rule: Rule, locales: Collection[str]) -> bool:
    """Whether a rule is for one of `locales` or for any language."""
    return rule.locale == ANY or rule.locale in locales


def _articles(case: Case, texts: Iterable[str], has_title: bool | None) -> Iterator[Article]:
    """The texts as articles; whether they have a headline is told from them when null."""
    stated = None if case.rule.locale == ANY else case.rule.locale
    for number, text in enumerate(texts):
        article_id = f"{case.key}-{number:03}"
        starts = (*LineMap.of(text).starts, len(text))
        titled = _has_headline(text) if has_title is None else has_title
        given, blank = ((), ()) if number else (case.example.given, case.example.blank)
        outlet = case.key if case.rule.one_outlet else article_id
        yield Article(
            article_id=article_id,
            path=article_id,
            line=1,
            embedded=False,
            text=text,
            title=text[: starts[1]].strip() if titled else None,
            body_start=starts[1] if titled else 0,
            outlet=None if "outlet" in blank else outlet,
            date=None if "date" in blank else _day(number),
            language=stated or guess(tokenise(text).words),
            given=given,
            blank=blank,
        )


def _has_headline(text: str) -> bool:
    first, _, rest = text.partition("\n")
    return rest.startswith("\n") and first[-1:].isalnum()


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Each run of three words; of a shorter text all of it."""
    words = tokenise(text).words
    return (tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def _day(back: int) -> str:
    """The day so many before the last one, months of 28 days."""
    months, days = divmod(back, _LAST_DAY)
    years, month = divmod(months, 12)
    return f"{2026 - years}-{12 - month:02}-{_LAST_DAY - days:02}"
