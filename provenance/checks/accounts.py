"""Accounts of one event that differ: nine dead here, fourteen there, in stories that share text.

Goes in: regions that make two articles versions of one story, and their
figures. Comes out: a finding for each figure of the later article that the
other one gives otherwise for the same noun and event, with who says which. A
figure inside a copied passage is left to `divergence`. Two sources with two
figures are no fault, and nothing here says which is right.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from provenance import frames
from provenance.checks.corpus import Check, Corpus, Examined, alone, finding, wordless
from provenance.checks.divergence import AGREEMENT, FEWEST_WORDS, UPDATE_DAYS
from provenance.checks.views import View, by_article, views
from provenance.model import Finding, Label, Quantity, Rule, Span
from provenance.numbers.relations.places import likeness
from provenance.numbers.relations.places.likeness import Mention
from provenance.numbers.shown import reach, shown
from provenance.text.segment import sentence_spans

_RULE = "NUM040"
_STORIES = (Label.VERBATIM, Label.EDITED, Label.SYNDICATED, Label.SELF_REUSE)
# Two articles are of one story when so much of either stands in the other: less is a form that
# reports of one kind are filled into.
_STORY_SHARE = 0.5
# Two figures are about different things when each names one of these and they have none in common.
_FAMILIES = ("month", "day", "place", "actor")
# With more figures of one noun and event in an article, it is a table or a chronicle.
_MOST_MENTIONS = 4
# Characters beside a figure that a message quotes.
_QUOTED = 40

_Key = tuple[str, str]
_Span = tuple[int, int]


@dataclass(frozen=True)
class _Account:
    """The figures of one article that count something."""

    text: str
    rows: tuple[Quantity, ...]

    @cached_property
    def figures(self) -> dict[_Key, list[Mention]]:
        """By noun and event, where something happened, and all of a noun under an empty event.

        Made when first asked for: most articles are no versions of another one.
        """
        spans = sentence_spans(self.text) if self.rows else []
        found: dict[_Key, list[Mention]] = defaultdict(list)
        for row in self.rows:
            mention = Mention(row, self.text, *spans[row.sentence])
            for event in {row.event or "", ""}:
                found[row.noun or "", event].append(mention)
        return found


def _run(corpus: Corpus) -> Examined:
    if skipped := alone(corpus):
        return Examined([], skipped)
    stories = views(_of_one_story(corpus.regions), corpus).filter(~pl.col("ran_first"))
    if stories.is_empty():
        return Examined([], wordless(corpus))
    accounts, rule = _accounts(corpus, stories), corpus.rules[_RULE]
    findings = [
        item for seen in by_article(stories) for item in _differing(seen, accounts, rule).values()
    ]
    return Examined(findings, wordless(corpus))


def _of_one_story(regions: pl.DataFrame) -> pl.DataFrame:
    largest = pl.max_horizontal("left_share", "right_share")
    return regions.filter(pl.col("label").is_in(_STORIES), largest >= _STORY_SHARE)


def _accounts(corpus: Corpus, stories: pl.DataFrame) -> dict[str, _Account]:
    """The accounts of the articles that are versions of one another, by article."""
    ids = pl.concat([stories["article_id"], stories["other_id"]]).unique()
    told = pl.col("article_id").is_in(ids.implode())
    is_count = pl.col("kind") == "count", pl.col("noun").is_not_null()
    counts = corpus.quantities.filter(told, *is_count).sort(Quantity.ORDER)
    rows: dict[str, list[Quantity]] = defaultdict(list)
    for row in frames.rows(counts, Quantity):
        rows[row.article_id].append(row)
    texts = corpus.known.filter(told).select("article_id", "text").iter_rows()
    return {key: _Account(text, tuple(rows[key])) for key, text in texts}


def _differing(
    seen: list[View], accounts: Mapping[str, _Account], rule: Rule
) -> dict[int, Finding]:
    """The findings of one article by place, each with the earliest article that differs."""
    pairs: dict[str, list[View]] = defaultdict(list)
    for view in sorted(seen, key=lambda view: (view.date is None, view.date or "", view.other_id)):
        pairs[view.other_id].append(view)
    found: dict[int, Finding] = {}
    for shared in pairs.values():
        if _is_update(shared[0]):
            continue
        for mine, yours in _rivals(shared, accounts):
            place = mine.row.start
            if place not in found:
                found[place] = _finding(shared[0], mine, yours, rule)
    return found


def _is_update(view: View) -> bool:
    """Whether the later article had time for new figures."""
    return view.other_first and (view.days_after or 0) >= UPDATE_DAYS


def _rivals(
    shared: list[View], accounts: Mapping[str, _Account]
) -> Iterator[tuple[Mention, Mention]]:
    """Figures of two articles for one thing, outside what is copied, that fit nothing there."""
    here, there = accounts[shared[0].article_id].figures, accounts[shared[0].other_id].figures
    copied = [view for view in shared if _is_copy(view)]
    own = [(view.start, view.end) for view in copied]
    other = [(view.other_start, view.other_end) for view in copied]
    for key in sorted(here.keys() & there.keys()):
        if not key[1] or max(len(here[key]), len(there[key])) > _MOST_MENTIONS:
            continue
        ours, theirs = here[key[0], ""], there[key[0], ""]
        for mine in _unmatched(here[key], theirs, own):
            for yours in _unmatched(there[key], ours, other):
                if _is_same(mine, yours):
                    yield mine, yours
                    break


def _is_copy(view: View) -> bool:
    """Whether nearly all words match: what differs there is told as a change to a copy."""
    return view.matched >= max(FEWEST_WORDS, AGREEMENT * view.longest)


def _unmatched(figures: list[Mention], others: list[Mention], copied: list[_Span]) -> list[Mention]:
    return [
        figure
        for figure in figures
        if not any(start <= figure.row.start < end for start, end in copied)
        and not any(likeness.fits(figure, other) for other in others)
        and not likeness.adds_up(figure, others)
    ]


def _is_same(mine: Mention, yours: Mention) -> bool:
    if not (likeness.is_rival(mine, yours) and likeness.is_rival(yours, mine)):
        return False
    if mine.family("year") != yours.family("year"):
        return False
    named = [(_words(mine, name), _words(yours, name)) for name in _FAMILIES]
    return not any(a and b and not a & b for a, b in named)


def _words(mention: Mention, name: str) -> set[str]:
    return {word for told in mention.family(name) for word in told.split()}


def _finding(view: View, mine: Mention, yours: Mention, rule: Rule) -> Finding:
    return finding(
        rule,
        (view.article_id, mine.row.start, mine.row.end),
        (Span(view.other_id, yours.row.start, yours.row.end, f"there: {reach(yours.row)}"),),
        stated=shown(mine.row, mine.text),
        expected=shown(yours.row, yours.text),
        other=view.other_id,
        held=" and ".join(f"“{_quoted(mention)}”" for mention in (mine, yours)),
        sources=_sources(mine, yours),
        order=view.order,
    )


def _quoted(mention: Mention) -> str:
    """The figure with a few words on each side, white space joined, as the article has it."""
    before = mention.text[max(mention.start, mention.row.start - _QUOTED) : mention.row.start]
    behind = mention.text[mention.row.end : min(mention.end, mention.row.end + _QUOTED)]
    if len(before) == _QUOTED:
        before = f"…{before.partition(' ')[2]}"
    if len(behind) == _QUOTED:
        behind = f"{behind.rpartition(' ')[0]}…"
    return " ".join(f"{before}{mention.text[mention.row.start : mention.row.end]}{behind}".split())


def _sources(mine: Mention, yours: Mention) -> str:
    """Who says which, in words."""
    here, there = _speaker(mine), _speaker(yours)
    if here and there and here != there:
        return f"two sources are named, “{here}” here and “{there}” there"
    if here == there:
        return f"both name “{here}”" if here else "neither names a source"
    return f"“{here or there}” is named {'here' if here else 'there'} only"


def _speaker(mention: Mention) -> str:
    """The words for who says it, in the order of the sentence; empty when nobody is named."""
    sentence = mention.text[mention.start : mention.end].lower()
    return " ".join(sorted(mention.family("speaker"), key=lambda word: (sentence.find(word), word)))


CHECK = Check(
    name="accounts",
    question="Which figures does another version of the story give otherwise?",
    families=("NUM",),
    rules=(_RULE,),
    run=_run,
    between=True,
)
