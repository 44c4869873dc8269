"""Tries rules on their own examples, on those of others, on clean prose and on labelled lines."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance import checks, frames, rulebook
from provenance.api.describing import every_rule
from provenance.api.progress import Progress, silent
from provenance.api.run import look
from provenance.config import Config
from provenance.errors import UsageError
from provenance.model import Article, Match, Rule, Scope, Severity
from provenance.rulebook import Rulebook
from provenance.rulebook.measured import Measured
from provenance.sources.labelled import read_labelled
from provenance.text import segment
from provenance.trials import cases, examples, labelled
from provenance.trials.cases import Case
from provenance.trials.examples import Found
from provenance.trials.labelled import About, Page
from provenance.trials.trial import FEWEST_HITS, Trial, hold


def try_rules(
    names: Sequence[str] = (),
    config: Config | None = None,
    *,
    labelled_files: Sequence[str] = (),
    min_precision: float | None = None,
    progress: Progress = silent,
) -> Trial:
    """Tries rules on texts of which it is known what they hold.

    Args:
        names: Rules to try, by id, beginning of an id, category or name; all when there are none.
            All other rules stand by, also those that are switched off.
        config: Settings; the defaults when left out.
        labelled_files: Files of labelled pages (see `sources.labelled`).
        min_precision: The share of the lines flagged by each pack and category that must not be
            of the story, in [0, 1]; null to ask for none.
        progress: As for `check`.

    Raises:
        FaultList: As for `rules`; of `ConfigError` for a name that is no rule's; of `InputError`
            for labelled files.
        UsageError: A precision is asked for, and there is nothing to hold it against.
    """
    config = config or Config()
    if min_precision is not None and not 0 <= min_precision <= 1:
        raise UsageError("a precision lies between 0 and 1", hint="such as --min-precision 0.97")
    if min_precision is not None and not labelled_files:
        raise UsageError("--min-precision needs labelled lines", hint="name a file with --on FILE")
    book = every_rule(config)
    asked = rulebook.select(book, names).rules if names else book.rules
    if not asked:
        raise UsageError("there is no rule to try")
    trial = _on_examples(book, asked, progress)
    if not labelled_files:
        return trial
    pages = read_labelled(labelled_files, config.max_article_mb)
    about = About(", ".join(labelled_files), "", "", "")
    measured = measure(pages, book, about, rules=asked, config=config, progress=progress)
    held = () if min_precision is None else tuple(hold(measured, min_precision))
    if min_precision is not None and all(each.enough is None for each in held):
        message = f"no pack and no category flags {FEWEST_HITS} of the judged lines"
        raise UsageError(message, hint="--min-precision needs more labelled lines, or other rules")
    return replace(trial, measured=measured, held=held)


def measure(  # noqa: PLR0913  (what a measurement has to know)
    pages: Iterable[Page],
    book: Rulebook,
    about: About,
    *,
    rules: Sequence[Rule] | None = None,
    config: Config | None = None,
    progress: Progress = silent,
) -> Measured:
    """What the rules of `book` flag in labelled pages, all of which are one corpus.

    Args:
        pages: With a place of its own each.
        book: The rules that look.
        about: The set.
        rules: Those to count; all when left out.
        config: Settings of the search for shared passages; the defaults when left out.
        progress: As for `check`.
    """
    config, pages = config or Config(), list(pages)
    articles = labelled.articles(pages)
    corpus = look(articles, book, config.min_words, progress, memory=config.memory)
    return labelled.measure(pages, corpus.matches, book.rules if rules is None else rules, about)


def _on_examples(book: Rulebook, asked: Sequence[Rule], progress: Progress) -> Trial:
    mine = {rule.rule_id for rule in asked}
    every = cases.cases(book.rules)
    tried = [case for case in every if case.rule.rule_id in mine]
    prose = {
        f"{locale}, text {number}": (locale, text)
        for locale, texts in book.prose.items()
        for number, text in enumerate(texts, 1)
    }
    in_texts = _by_words(book, every, prose)
    by_words = {p.rule_id for p in book.patterns if p.scope is not Scope.CORPUS}
    apart = [case for case in tried if case.rule.rule_id not in by_words]
    alone = {**in_texts, **_by_run(book, apart, progress)}
    faults = [*examples.own(tried, alone), *examples.others(every, in_texts, _talking(book), mine)]
    found = examples.in_prose(prose, in_texts, book.rules)
    faults += [fault for fault in found if fault.rule_id in mine]
    hits = sum(case.is_hit for case in tried)
    spoken = {rule.locale for rule in asked if rule.check is None} - {"und"}
    return Trial(
        rules=len(asked),
        hits=hits,
        misses=len(tried) - hits,
        prose={locale: len(texts) for locale, texts in sorted(book.prose.items())},
        without_prose=tuple(sorted(spoken - book.prose.keys())),
        faults=tuple(faults),
    )


def _talking(book: Rulebook) -> list[Rule]:
    """The rules whose finds in an example of another rule mean something.

    Statistics of whole articles do not: an example is a sentence or two.
    """
    whole = {p.rule_id for p in book.patterns if p.scope is Scope.DOCUMENT}
    info = (rule for rule in book.rules if rule.severity is Severity.INFO)
    silent = {rule.rule_id for rule in info if rule.rule_id in whole}
    return [rule for rule in book.rules if rule.rule_id not in silent]


def _by_words(book: Rulebook, every: Iterable[Case], prose: dict[str, tuple[str, str]]) -> Found:
    """What text rules find in all judged texts and in the prose, read at once."""
    titled = {p.rule_id for p in book.patterns if p.scope is Scope.TITLE}
    articles = [cases.judged(each, has_title=each.rule.rule_id in titled) for each in every]
    keys = {article.article_id: case.key for article, case in zip(articles, every, strict=True)}
    articles += [
        Article(key, key, 1, False, text, None, 0, None, None, locale)
        for key, (locale, text) in prose.items()
    ]
    table = frames.frame(articles, Article)
    found = defaultdict(list)
    for item in frames.rows(rulebook.match(book.patterns, segment.lines(table), table), Match):
        key = keys.get(item.article_id, item.article_id)
        found[key].append((item.rule_id, item.start, item.end))
    return found


def _by_run(book: Rulebook, tried: Sequence[Case], progress: Progress) -> Found:
    """What a whole run finds in the judged text of each case; opt-in rules take no part.

    Cases without words in common are one corpus, which takes a tenth of the time.
    """
    opt_in = {rule.rule_id for rule in book.rules if rule.opt_in}
    book = replace(book, patterns=tuple(p for p in book.patterns if p.rule_id not in opt_in))
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups := cases.apart(tried)):
        progress("examples", number, len(groups))
        rows = [article for case in group for article in cases.corpus(case)]
        corpus = look(frames.frame(rows, Article), book, Config().min_words)
        findings, _ = checks.examine(corpus)
        places = {(x.article_id, x.rule_id, x.start, x.end) for x in findings}
        # Of several text rules in one line only one is told: the others match it all the same.
        columns = ("article_id", "rule_id", "start", "end")
        places.update(corpus.matches.select(columns).iter_rows())
        keys = {cases.judged(case).article_id: case.key for case in group}
        for article_id, rule_id, start, end in sorted(places):
            if article_id in keys:
                found[keys[article_id]].append((rule_id, start, end))
    return found
