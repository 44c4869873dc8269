"""The people that an article names: their full names, titles, roles and every mention.

In: a story. Out: rows of `Person`. A run of capitalised words is a person's
name when something says so: a title, a first name, an age or role beside it, a
verb of speech; a place, an organisation and an outlet is none. Later mentions
by surname are joined to the one person who bears it. Only the writer's own
words are read: who is named in a quotation alone is not among them.
"""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field
from operator import attrgetter

from provenance.attribution.candidates import FIRM, Alone, Candidate, begins, candidates
from provenance.attribution.name_words import DOUBTFUL, FIRST, ORDINARY, PHRASE, NameWords
from provenance.attribution.roles import is_introduced, is_personal, role, speaks
from provenance.attribution.story import Story
from provenance.model import Person, Span

__all__ = ["NameWords", "people"]

_MOST_PARTS = 5
# Among so many mentions at the beginning it is said what somebody is.
_INTRODUCING = 4
_start = attrgetter("start")
# Longer lines, in characters, are paragraphs.
_LONGEST_HEADLINE = 200
# Words of a name that only what is said further on tells for one.
_MOST_DOUBTED = 4


@dataclass(slots=True)
class _Figure:
    """A person while the text is read; of the mentions the first `full` hold the whole name."""

    surname: str
    given: str
    mentions: list[Candidate] = field(default_factory=list)
    full: int = 0

    def has_title(self, title: str) -> bool:
        return any(each.title == title for each in self.mentions[: self.full])


def people(story: Story, words: NameWords) -> tuple[Person, ...]:
    """The people of a story, in order of their first mention. Linear in its text."""
    several, alone = candidates(story, words)
    full, short = list[Candidate](), list[Candidate]()
    for each in several:
        (short if _is_short(each, words) else full).append(each)
    figures: dict[tuple[str, str], _Figure] = {}
    bearers: dict[str, list[_Figure]] = defaultdict(list)
    doubted: list[Candidate] = []
    for each in full:
        if _is_person(story, each, words):
            _join_full(each, figures, bearers, words)
        elif _may_be_person(story, each, words):
            doubted.append(each)
    for each in _proved(story, short, alone, doubted, words):
        _join_full(each, figures, bearers, words)
    within = _within(bearers, words)
    titled = {each.family for each in short if each.title}
    short += _known(alone, bearers.keys() | within.keys() | titled)
    for each in sorted(short, key=_start):
        _join_short(story, each, bearers, within, words)
    rows = [_person(story, figure, words) for many in bearers.values() for figure in many]
    return tuple(sorted(rows, key=lambda row: (row.mentions[0].start, row.start)))


def _known(alone: Alone, surnames: Container[str]) -> list[Candidate]:
    """The words alone that somebody has for a surname, or may have."""
    return [
        Candidate(start, start + len(word), start, "", [word], family)
        for word, starts in alone.items()
        if (family := word.casefold()) in surnames
        for start in starts
    ]


def _is_short(each: Candidate, words: NameWords) -> bool:
    """Whether it is a surname alone, particles in front of it left aside: "De Blasio"."""
    if len(each.parts) == 1:  # most of them
        return True
    return all(_is_particle(part, words) for part in each.parts[:-1])


def _is_particle(part: str, words: NameWords) -> bool:
    if part.lower() not in words.particles:
        return False
    kind = words.known.get(part, 0)
    return not (kind & FIRST and not kind & DOUBTFUL)


def _is_person(story: Story, each: Candidate, words: NameWords) -> bool:
    """Whether several words name a person."""
    parts = each.parts
    if len(parts) > _MOST_PARTS or any(
        len(part) > 3 and part.isupper() and part.isalpha() for part in parts
    ):
        return False
    if not each.family[1:] or all(part.endswith(".") for part in parts):
        return False
    if _in_headline(story.text, each.start):
        return False
    first = words.known.get(parts[0], 0)
    if each.title or (first & FIRST and not first & DOUBTFUL):
        return True
    institutional = parts[-1].lower().endswith(words.institutional)
    return not institutional and is_introduced(story.masked, each, words)


def _may_be_person(story: Story, each: Candidate, words: NameWords) -> bool:
    """Whether several words that nothing tells for a person's name may be one."""
    parts = each.parts
    if len(parts) > _MOST_DOUBTED or not words.known.keys().isdisjoint(parts):
        return False
    if not all(part[0].isupper() and part.replace("-", "").isalpha() for part in parts):
        return False
    article = story.masked[max(0, each.whole - 5) : each.whole].lower().endswith("the ")
    if article or parts[-1].lower().endswith(words.institutional):
        return False
    return not _in_headline(story.text, each.start)


def _proved(
    story: Story,
    short: list[Candidate],
    alone: Alone,
    doubted: list[Candidate],
    words: NameWords,
) -> list[Candidate]:
    """The doubted names whose last word alone speaks, or has an age, somewhere."""
    if not doubted:
        return []
    wanted = {each.family for each in doubted}
    persons = {
        each.family
        for each in (*short, *_known(alone, wanted))
        if each.family in wanted and is_personal(story.masked, each, words)
    }
    return [each for each in doubted if each.family in persons]


def _within(bearers: dict[str, list[_Figure]], words: NameWords) -> dict[str, _Figure | None]:
    """Who is named by a word of the name that is not the last: null where two are."""
    found: dict[str, _Figure | None] = {}
    for figure in (figure for known in bearers.values() for figure in known if figure.full):
        for part in figure.mentions[0].parts[:-1]:
            key = words.family([part])
            found[key] = figure if found.get(key, figure) is figure else None
    return found


def _in_headline(text: str, at: int) -> bool:
    """Whether nearly all words of the line have capitals, so that these tell nothing."""
    since, until = max(0, at - _LONGEST_HEADLINE), at + _LONGEST_HEADLINE
    since = max(since - 1, text.rfind("\n", since, at), text.rfind("\r", since, at)) + 1
    for sign in "\n\r":
        found = text.find(sign, at, until)
        until = found if found >= 0 else until
    line = text[since:until].rstrip()
    if len(line) >= _LONGEST_HEADLINE or line[-1:] in '.”"’':
        return False
    long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = [word for word in long if word[0].isupper()]
    return len(long) > 3 and len(capitals) > 0.7 * len(long)


def _join_full(
    each: Candidate,
    figures: dict[tuple[str, str], _Figure],
    bearers: dict[str, list[_Figure]],
    words: NameWords,
) -> None:
    surname, first = each.family, words.given(each.parts)
    figure = figures.get((first, surname))
    if figure is None:
        figure = figures[first, surname] = _Figure(surname, each.parts[0])
        bearers[surname].append(figure)
    figure.mentions.append(each)
    figure.full += 1


def _join_short(
    story: Story,
    each: Candidate,
    bearers: dict[str, list[_Figure]],
    within: dict[str, _Figure | None],
    words: NameWords,
) -> None:
    """Joins one word to whoever bears it; a title in front makes a person of it.

    A first name, or the first of two surnames, does where it speaks.
    """
    surname = each.family
    figure = _bearer(bearers[surname], each, words) if surname in bearers else None
    if figure is None and not each.title and within.get(surname):
        figure = within[surname] if is_personal(story.masked, each, words) else None
    if figure:
        kind = 0 if each.title else words.known.get(each.parts[0], 0)
        doubtful = kind & ORDINARY and (kind & (FIRM | PHRASE) or begins(story.masked, each.start))
        if not doubtful or speaks(story.masked, each, words):
            figure.mentions.append(each)
    elif each.title and surname[1:] and not each.parts[0].endswith("."):
        bearers[surname].append(_Figure(surname, "", [each]))


def _bearer(known: list[_Figure], each: Candidate, words: NameWords) -> _Figure | None:
    """Whom a surname means, of those who bear it: whom the text names in full most often.

    Nobody against whom the form of address speaks: "Mr. Clinton" is not Hillary Clinton.
    """
    pronoun = words.genders.get(each.title)
    if pronoun:
        known = [figure for figure in known if words.genders.get(figure.given) in (None, pronoun)]
    if len(known) == 1:
        return known[0]
    titled = [figure for figure in known if each.title and figure.has_title(each.title)]
    return max(titled or known, key=lambda figure: figure.full, default=None)


def _person(story: Story, figure: _Figure, words: NameWords) -> Person:
    mentions = sorted(figure.mentions, key=_start)
    fullest = max(mentions, key=lambda each: len(each.parts))  # the first of several
    titles = [each.title for each in mentions if each.title]
    strong = [title for title in titles if title not in words.courtesies]
    roles = (role(story.masked, each, words) for each in mentions[:_INTRODUCING])
    article_id = story.article.article_id
    return Person(
        article_id=article_id,
        start=fullest.whole,
        end=fullest.end,
        name=story.text[fullest.start : fullest.end],
        surname=figure.surname,
        title=next(iter(strong or titles), None),
        role=next((text for text in roles if text), None),
        mentions=tuple(
            Span(article_id, each.whole, each.end, story.text[each.whole : each.end])
            for each in mentions
        ),
    )
