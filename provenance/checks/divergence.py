"""Copies of one text whose figures differ: 175 here, 200 there, and the same words around them.

Goes in: regions in which nearly all words match. Comes out: a finding for each
figure of a later article that stands differently in an earlier one. Which of
the two is right is not asked. Passages in which many figures differ, tables and
reports of another day are forms filled in anew, and are left alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, alone, finding, wordless
from provenance.checks.views import View, by_article, views
from provenance.model import Finding, Label, Span
from provenance.reuse.coverage import share
from provenance.reuse.difference import Edit, difference
from provenance.reuse.units import units
from provenance.text.tokens import WORD

_DIFFERS = "DUP007"
_UPDATED = "DUP010"
# Families of text rules whose lines are no part of the story, or not as it was written.
_FURNITURE = ["BPL", "DMG"]

# Words that must match, and their share of the longer span: less is another report of the event.
FEWEST_WORDS = 25
AGREEMENT = 0.85
# More figures that differ, or so many in so few words, are the data of a form: results, weather,
# quarterly earnings. Of 40 read findings in 20,042 articles, those in fewer words were all of
# another company, day or hour, and the copies that had been corrected had 67 words and more.
MOST_FIGURES = 3
WORDS_A_FIGURE = 35
# A passage in which more of the words are figures is a table. Prose about polls has a sixth.
TABLE = 0.25
# Words of the passage that must stand on both sides of a figure: at its edge it may belong to
# what differs beyond, such as the last row of a table.
FRAME = 4
# An agency's copy is in print on the next day; what is later than that had time for new figures.
UPDATE_DAYS = 2
# A changed figure stands in so few words; a longer replacement was written anew.
LONGEST_EDIT = 4

_COPIES = (Label.VERBATIM, Label.EDITED, Label.SYNDICATED, Label.SELF_REUSE)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
# Words with a digit or that are a number; a look at these is 50 times cheaper than a difference.
_FIGURE = re.compile(
    r"\b(?:\w*[0-9]\w*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    rf"|hundred|thousand|[mb]illion|{'|'.join(sorted(_MONTHS))})\b",
    re.IGNORECASE,
)
# Figures that belong to the page: when it was made, where it goes on, who owns it, its scripts.
_PAGE = re.compile(
    r"©|\bcopyright\b|\brights reserved\b|\b(?:updated?|published|posted|modified|page)\b|[{}=_]",
    re.IGNORECASE,
)
# How many characters beside a figure hold the month of its day.
_BESIDE = 10
# How many characters of the line around a figure are looked at for these.
_AROUND = 100
# So near a figure a changed name says that the text is about somebody else.
_SAME_SENTENCE = 200
# The texts of so many articles are held at a time.
_PART = 5_000
# "Three hundred and 45 thousand" are four words of figures.
_MOST_WORDS = MOST_FIGURES * LONGEST_EDIT


def _run(corpus: Corpus) -> Examined:
    if skipped := alone(corpus):
        return Examined([], skipped)
    copies = views(_copies(corpus.regions), corpus).filter(~pl.col("ran_first"))
    found = list(_found(copies, corpus))
    texts = _texts([view for view, _ in found], corpus)
    findings = [_finding(view, edit, texts, corpus) for view, edit in _unflagged(found, corpus)]
    return Examined([item for item in findings if item is not None], wordless(corpus))


def _found(copies: pl.DataFrame, corpus: Corpus) -> Iterator[tuple[View, Edit]]:
    """The figures that stand differently, with the texts of some articles in hand at a time."""
    groups = by_article(copies)
    while part := list(islice(groups, _PART)):
        texts = _texts([view for seen in part for view in seen], corpus)
        for seen in part:
            yield from _differing(seen, texts)


def _texts(seen: Sequence[View], corpus: Corpus) -> dict[str, str]:
    """The texts of the articles on both sides."""
    ids = {key for view in seen for key in (view.article_id, view.other_id)}
    wanted = corpus.known.filter(pl.col("article_id").is_in(list(ids)))
    return dict(wanted.select("article_id", "text").iter_rows())


def _copies(regions: pl.DataFrame) -> pl.DataFrame:
    """The regions in which nearly all words match, but not all."""
    longest = pl.max_horizontal("left_words", "right_words")
    return regions.filter(
        pl.col("label").is_in(_COPIES),
        pl.col("matched_words") >= FEWEST_WORDS,
        pl.col("matched_words") >= AGREEMENT * longest,
        pl.col("matched_words") < longest,
    )


def _differing(seen: Sequence[View], texts: Mapping[str, str]) -> list[tuple[View, Edit]]:
    """The figures of one article that stand differently in others, each with the earliest one."""
    found: dict[int, tuple[View, Edit]] = {}
    for view in sorted(seen, key=lambda view: (view.date is None, view.date or "", view.other_id)):
        for edit in _figures(view, texts):
            found.setdefault(edit.left_start, (view, edit))
    return list(found.values())


def _figures(view: View, texts: Mapping[str, str]) -> list[Edit]:
    """The figures that differ, with the same words around them; none when there are too many."""
    here, there = texts[view.article_id], texts[view.other_id]
    spans = (view.start, view.end), (view.other_start, view.other_end)
    if not _may_differ(here[slice(*spans[0])], there[slice(*spans[1])]):
        return []
    edits = difference(here, spans[0], there, spans[1])
    figures = [edit for edit in edits if edit.changed == "number" and edit.kind == "replace"]
    if _is_filled_in(here, view, figures):
        return []
    names = [edit for edit in edits if edit.changed == "name"]
    return [
        edit
        for edit in figures
        if _is_framed(here, view, edit)
        and _is_figure(here, there, edit)
        and not any(abs(name.left_start - edit.left_start) <= _SAME_SENTENCE for name in names)
    ]


def _is_filled_in(here: str, view: View, figures: Sequence[Edit]) -> bool:
    """Whether the figures that differ are the data of a form: many, of a table, of another day."""
    if len(figures) > min(MOST_FIGURES, view.matched / WORDS_A_FIGURE):
        return True
    dated = any(_is_dated(here, edit) for edit in figures)
    return (dated and len(figures) > 1) or _is_table(here[view.start : view.end])


def _is_table(passage: str) -> bool:
    """Whether a good part of the words of a passage are figures."""
    return len(_FIGURE.findall(passage)) > TABLE * len(WORD.findall(passage))


def _is_dated(here: str, edit: Edit) -> bool:
    """Whether a figure is the day of a month."""
    beside = here[max(0, edit.left_start - _BESIDE) : edit.left_end + _BESIDE]
    return not _MONTHS.isdisjoint(WORD.findall(beside.lower()))


def _may_differ(left: str, right: str) -> bool:
    """Whether each of two texts has figures that the other has not, but not too many."""
    here, there = (
        Counter(match.lower() for match in _FIGURE.findall(text)) for text in (left, right)
    )
    return all(0 < (a - b).total() <= _MOST_WORDS for a, b in ((here, there), (there, here)))


def _is_framed(here: str, view: View, edit: Edit) -> bool:
    """Whether words of the passage stand on both sides of an edit, or nothing does."""
    return all(
        len(WORD.findall(here, *side)) >= FRAME or not WORD.search(here, *beyond)
        for side, beyond in (
            ((view.start, edit.left_start), (0, view.start)),
            ((edit.left_end, view.end), (view.end,)),
        )
    )


def _is_figure(here: str, there: str, edit: Edit) -> bool:
    """Whether an edit changes a figure of the story and nothing else."""
    left = _masked(here, edit.left_start, edit.left_end)
    right = _masked(there, edit.right_start, edit.right_end)
    return (
        left == right
        and len(left) <= LONGEST_EDIT
        and not _is_piece(here, edit.left_start, edit.left_end)
        and not _is_piece(there, edit.right_start, edit.right_end)
        and not _is_of_page(here, edit.left_start, edit.left_end)
        and not _is_of_page(there, edit.right_start, edit.right_end)
    )


def _masked(text: str, start: int, end: int) -> list[str]:
    """The words of a span, figures and months as `#`, several of these as one."""
    masked: list[str] = []
    for unit in units(text, start, end):
        word = "#" if unit.value is not None or unit.key in _MONTHS else unit.key
        if word != "#" or masked[-1:] != ["#"]:
            masked.append(word)
    return masked


def _is_piece(text: str, start: int, end: int) -> bool:
    """Whether a figure is one side of a fraction: 8-1/4 and 8-3/4 differ in more than 1 and 3."""
    return "/" in (text[max(start - 1, 0) : start], text[end : end + 1])


def _is_of_page(text: str, start: int, end: int) -> bool:
    """Whether a figure stands in the same line as a word that dates or owns the page."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _AROUND].partition("\n")[0]
    return _PAGE.search(before) is not None or _PAGE.search(behind) is not None


def _unflagged(found: Sequence[tuple[View, Edit]], corpus: Corpus) -> Iterator[tuple[View, Edit]]:
    """Those that no text rule has flagged as page furniture or damage."""
    names = {"article_id": pl.String, "start": pl.Int64, "end": pl.Int64}
    places = [(view.article_id, edit.left_start, edit.left_end) for view, edit in found]
    furniture = corpus.matches.filter(pl.col("rule_id").str.slice(0, 3).is_in(_FURNITURE))
    flagged = share(pl.DataFrame(places, schema=names, orient="row"), furniture.select(list(names)))
    return (item for item, part in zip(found, flagged.tolist(), strict=True) if not part)


def _finding(view: View, edit: Edit, texts: Mapping[str, str], corpus: Corpus) -> Finding | None:
    rule = corpus.rules.get(_UPDATED if _is_update(view) else _DIFFERS)
    if rule is None:
        return None
    here = texts[view.article_id][edit.left_start : edit.left_end]
    there = texts[view.other_id][edit.right_start : edit.right_end]
    return finding(
        rule,
        (view.article_id, edit.left_start, edit.left_end),
        (Span(view.other_id, edit.right_start, edit.right_end, view.other.note),),
        here=" ".join(here.split()),
        there=" ".join(there.split()),
        other=view.other_id,
        words=view.matched,
        order=view.order,
    )


def _is_update(view: View) -> bool:
    """Whether the later article is likely to have brought the figure up to date."""
    days = view.days_after or 0
    return view.other_first and (view.own or days >= UPDATE_DAYS)


CHECK = Check(
    name="divergence",
    question="Which figures stand differently in a copy of the text?",
    families=("DUP",),
    rules=(_DIFFERS, _UPDATED),
    run=_run,
    between=True,
)
