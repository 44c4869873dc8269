"""A run over many articles: they are looked at in batches, and what is found of each is kept.

In: batches of articles as they are read. What stands within them is found in
worker processes and kept in a store under the digest of all it follows from, so
that a run that was stopped goes on by running again.
"""

import functools
import io
import platform
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from provenance import __version__, checks, frames, scoring
from provenance.api.between import alone
from provenance.api.configured import named_rules, rules_digest, spoken_rules
from provenance.api.foreseeing import Foresight
from provenance.api.judging import Examined, examine, together
from provenance.api.progress import Progress, silent
from provenance.api.within import Within, gathered, tables, within
from provenance.checks.corpus import Corpus
from provenance.config import Config
from provenance.model import Article, Scope
from provenance.rulebook import Rulebook
from provenance.scale import Pool, Store, Temporary, allowed, give_back, key, opened
from provenance.text import segment

_ARTICLES, _WITHIN, _EXAMINED = "articles", "within", "examined"
# What is kept changes its form with this number.
_FORM = "1"


@dataclass(frozen=True, slots=True)
class Task:
    """A batch for a worker.

    Attributes:
        store: Where the tables are.
        articles: The key of the articles.
        within: The key for what stands within them.
        config: The settings of the run.
    """

    store: Path
    articles: str
    within: str
    config: Config


@dataclass(frozen=True, slots=True)
class ArticleChecks:
    """A batch for a worker, to be asked what the checks ask of each article by itself.

    Attributes:
        batch: The batch.
        key: The key for the answers.
        languages: Those of the whole run, as its rules are those of all of them.
        recurring: Matches of rules whose scope is the corpus, a frame of `Match` as Arrow.
    """

    batch: Task
    key: str
    languages: frozenset[str | None]
    recurring: bytes


@dataclass(frozen=True, slots=True)
class Survey:
    """All articles of a run, and what stands within them.

    Attributes:
        articles: A frame of `Article`.
        inside: What was found; its large frames are read from the store when they are collected.
        tasks: The batches, in the order in which they were read.
        batches: Columns `article_id` and `batch`: in which of them each article is, from 0.
    """

    articles: pl.DataFrame
    inside: Within
    tasks: tuple[Task, ...]
    batches: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a run in batches works with.

    Attributes:
        config: The settings of the run.
        store: Where tables are kept, and looked for first.
        pool: Who does the work.
        progress: Told how many articles are done of how many, as far as that is known.
        kept: What the store's folder is there as long as, where it is a temporary one.
    """

    config: Config
    store: Store
    pool: Pool
    progress: Progress = silent
    kept: object = None

    def survey(
        self, batches: Iterable[pl.DataFrame], share: Callable[[], float], *, alike: bool = False
    ) -> Survey:
        """What stands within articles, found or found again in the store.

        Args:
            batches: Frames of `Article` with unique ids, one at a time.
            share: How much of the input is read by now, in [0, 1].
            alike: Whether the rest of the input can be told from that.

        Raises:
            MachineError: A worker ended before its work was done.
            ConfigError: The articles will not fit into the memory, as far as can be foreseen.
            FaultList, RuleError: As for `check`.
        """
        run = self._run()
        tasks: list[Task] = []
        ids: list[pl.DataFrame] = []
        done = read = 0
        foresight = Foresight(allowed(self.config.memory))

        def wanted() -> Iterator[Task]:
            """The batches of which nothing is kept; of the others only the articles count."""
            nonlocal done, read
            for batch in batches:
                foresight.see(batch, (share() or 1) if alike else 1)
                name = key(_ARTICLES, _FORM, _bytes(batch))
                self.store.keep(name, {_ARTICLES: batch})
                task = Task(self.store.folder, name, key(_WITHIN, run, name), self.config)
                ids.append(batch.select("article_id", batch=pl.lit(len(tasks), pl.UInt32)))
                tasks.append(task)
                read += len(batch)
                if self.store.holds(task.within):
                    done += len(batch)
                else:
                    yield task

        for count in self.pool.each(look_within, wanted()):
            done += count
            self.progress("within articles", done, max(done, int(read / (share() or 1))))
        every = self.store.scan([task.articles for task in tasks])[_ARTICLES].collect()
        found = gathered(self.store.scan([task.within for task in tasks]))
        return Survey(frames.conform(every, Article), found, tuple(tasks), pl.concat(ids))

    def examine(
        self, survey: Survey, corpus: Corpus, languages: frozenset[str | None]
    ) -> tuple[Examined, pl.DataFrame]:
        """What all checks answer about a corpus, and `scoring.words_outside_boilerplate`.

        Findings are kept as Parquet, batch by batch, as they are made.

        Args:
            survey: The articles.
            corpus: What stands between them as well.
            languages: Those of the run's articles, and of its archive.

        Raises:
            MachineError: A worker ended before its work was done.
        """
        book = spoken(self.config, languages)
        wide = [each.rule_id for each in book.patterns if each.scope is Scope.CORPUS]
        recurring = corpus.matches.filter(pl.col("rule_id").is_in(wide))
        owned = recurring.join(survey.batches, on="article_id", maintain_order="left")
        run, tasks = self._run(), list[ArticleChecks]()
        spoken_ = ",".join(sorted(str(each) for each in languages))
        for number, task in enumerate(survey.tasks):
            mine = _bytes(owned.filter(pl.col("batch") == number).drop("batch"))
            name = key(_EXAMINED, run, task.within, spoken_, mine)
            tasks.append(ArticleChecks(task, name, languages, mine))
        missing = [task for task in tasks if not self.store.holds(task.key)]
        done, total = 0, len(survey.articles)
        for count in self.pool.each(ask_checks, missing):
            done += count
            self.progress("findings", done, total)
        parts = self.store.scan([task.key for task in tasks])
        answers = []
        for check in checks.BETWEEN:
            answers.append(examine(corpus, (check,)))
            give_back()
        answers.append(Examined(parts["findings"].collect(), parts["outcomes"]))
        give_back()
        return together(answers), parts["words"].collect()

    def _run(self) -> str:
        """What all that is kept follows from besides the articles."""
        versions = _FORM, __version__, pl.__version__, platform.python_version(), _code_digest()
        return key(*versions, self.config.digest(), rules_digest(self.config))


@contextmanager
def workshop(
    config: Config, workers: int, checkpoint: str | None, progress: Progress = silent
) -> Iterator[Workshop]:
    """What a run in batches works with, until the `with` block ends.

    Args:
        config: The settings of the run.
        workers: How many processes.
        checkpoint: The folder to keep tables in; null for a temporary one.
        progress: Told how far the run is.

    Raises:
        ConfigError: The folder cannot be used.
    """
    with ExitStack() as held:
        kept = None if checkpoint else Temporary()
        store = held.enter_context(
            opened(kept.folder if kept else Path(checkpoint or "").absolute())
        )
        yield Workshop(config, store, held.enter_context(Pool(workers)), progress, kept)


def _bytes(table: pl.DataFrame) -> bytes:
    """All that a frame holds; equal for equal frames."""
    return table.rechunk().write_ipc(None, compression="uncompressed").getvalue()


def look_within(task: Task) -> int:
    """Does one task, in a worker process or in this one; the number of its articles."""
    store = Store(task.store)
    articles = store.tables(task.articles)[_ARTICLES]
    book = spoken(task.config, frozenset(articles["language"].unique()))
    found = within(articles, segment.lines(articles), book, 1)
    store.keep(task.within, tables(found))
    return len(articles)


def ask_checks(task: ArticleChecks) -> int:
    """Asks the checks that look at each article by itself; the number of the articles."""
    store = Store(task.batch.store)
    articles = store.tables(task.batch.articles)[_ARTICLES]
    inside = gathered(store.scan([task.batch.within]))
    book = spoken(task.batch.config, task.languages)
    recurring = pl.read_ipc(io.BytesIO(task.recurring))
    corpus = alone(articles, inside, recurring, book)
    answered = examine(corpus, checks.WITHIN)
    words = scoring.words_outside_boilerplate(articles, corpus.lines, corpus.matches)
    outcomes = answered.outcomes.collect()
    kept = {"findings": answered.findings, "outcomes": outcomes, "words": words}
    store.keep(task.key, kept, small=True)
    return len(articles)


@functools.cache
def _code_digest() -> str:
    """A digest of the program itself: a checkout changes without a new version."""
    package = Path(__file__).parents[1]
    files = sorted(package.rglob("*.py"))
    return key(*(part for file in files for part in (file.name, file.read_bytes())))


@functools.lru_cache(maxsize=4)
def spoken(config: Config, languages: frozenset[str | None]) -> Rulebook:
    """The rules for articles in these languages; read once by each process."""
    return spoken_rules(named_rules(config), languages)
