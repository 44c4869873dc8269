"""Takes out of articles what rules find: reads, looks and plans; writes nothing.

What is taken out is told as edits of each file's bytes. `written` makes files of
them, `restoring` undoes them.
"""

import io
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from provenance import __version__, attribution, cleaning, rulebook, sources
from provenance.api.configured import rules
from provenance.api.progress import Progress, silent
from provenance.api.run import look
from provenance.cleaning import Edit, Entry, Plan, Text
from provenance.config import Config
from provenance.model import Article, Notice, Rule, Scope, Unread
from provenance.rulebook import Rulebook
from provenance.sources.decoding import UTF_8
from provenance.sources.files import unreadable
from provenance.sources.originals import STDIN, Original, originals, standard_input
from provenance.sources.readers import READERS
from provenance.text import segment

_PACKED = "is packed, and is not written anew; unpack it to have it cleaned"
_CHANGED = "was changed while it was being read and stays as it is; clean it again"
# The formats whose text stands in the file as it is, or on one line as a value of JSON; and the one
# in which a record may stand on one line.
_SPREAD = ".json"
_WRITTEN = (".txt", ".md", ".jsonl", ".ndjson", _SPREAD)
_OTHER_FORMAT = (
    "is not written anew, as of a {} file only the reading is known; write its articles as .jsonl, "
    "and clean that"
)
_OTHER_ENCODING = (
    "is in {}, and only UTF-8 is written anew; convert it, for example with: iconv -f {} -t UTF-8"
)
_WITHIN = "keeps a text in {}, a field within a field, where it is not written anew"
_READ_OTHERWISE = (
    "stays as it is: what is left would be read as another text, as where a front matter would "
    "begin; correct it by hand"
)
_UNNAMED = "stays as it is: its name is not UTF-8, so that no ledger can name it; rename it"


@dataclass(frozen=True, slots=True)
class CleanedFile:
    """A file that was read, and what is taken out of it.

    Attributes:
        original: Where it is.
        entry: Its line in a ledger; without edits when there is nothing to take out.
    """

    original: Original
    entry: Entry


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What is to be taken out, and what is not.

    Attributes:
        version, settings_digest, unsafe_fixes: As in the ledger.
        files: Every file of which at least one article was read, by path.
        rules: The rules that took part, by id.
        spared: Places of the articles of which nothing would be left, and which stay as they are.
        held: Places left, by rule id, because taking them out is not safe.
        unread: Input that could not be read, and files that could not be cleaned.
        notices: What was passed over on purpose.
    """

    version: str
    settings_digest: str
    unsafe_fixes: bool
    files: tuple[CleanedFile, ...]
    rules: Mapping[str, Rule]
    spared: tuple[str, ...]
    held: Mapping[str, int]
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]

    @property
    def changed(self) -> tuple[CleanedFile, ...]:
        """The files of which something is taken out."""
        return tuple(file for file in self.files if file.entry.edits)


def clean(
    paths: Sequence[str],
    config: Config | None = None,
    *,
    unsafe: bool = False,
    stdin_format: str = "txt",
    progress: Progress = silent,
) -> Cleaning:
    """What the rules that say so take out of the articles at `paths`. Writes nothing.

    What they find in a text that was cleaned is less, but it need not be nothing: taking out makes
    neighbours of what was apart, and moves the first and last lines. A rule that looks at each
    line for itself and takes out the line finds nothing more.

    Args:
        paths: Files, folders, globs, or `-` for standard input.
        config: Settings; the defaults when left out.
        unsafe: Whether to take out also what is not safe to.
        stdin_format: As for `check`.
        progress: As for `check`.

    Raises:
        InputError, UsageError, FaultList: As for `check`.
    """
    config = config or Config()
    book = rules(config)
    progress("reading", 0, len(paths))
    stdin = standard_input(stdin_format, config) if STDIN in paths else None
    stream = io.BytesIO(stdin.data) if stdin else None
    reading = sources.read(paths, config, stdin_format, stream)
    matches, credits_ = _found(reading.articles, book, config, progress)
    progress("taking out", 0, len(reading.articles))
    after = {each.rule_id: {*each.after, each.rule_id} for each in book.patterns if each.after}
    plan = cleaning.plan(reading.articles, matches, credits_, book.rules, after, unsafe=unsafe)
    known = [*originals(paths, config), *([stdin] if stdin else [])]
    files, failed = _files(known, reading.articles, plan, config)
    return Cleaning(
        version=__version__,
        settings_digest=config.digest(),
        unsafe_fixes=unsafe,
        files=tuple(files),
        rules={rule.rule_id: rule for rule in book.rules},
        spared=tuple(_places(reading.articles, plan.spared)),
        held=plan.held,
        unread=(*reading.unread, *failed),
        notices=reading.notices,
    )


def _found(
    articles: pl.DataFrame, book: Rulebook, config: Config, progress: Progress
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A frame of `Match` and one of `Credit` over `articles`.

    Only rules whose scope is the corpus ask which articles are copies of one another; without
    one there is no search for shared passages, which takes most of the time of a check.
    """
    ways = {rule.rule_id for rule in book.rules if rule.clean}
    if any(each.scope is Scope.CORPUS for each in book.patterns if each.rule_id in ways):
        corpus = look(articles, book, config.min_words, progress, memory=config.memory)
        return corpus.matches, corpus.credits
    progress("rules", 0, len(articles))
    lines = segment.lines(articles)
    matches = rulebook.match(book.patterns, lines, articles, os.cpu_count() or 1)
    concerned = articles.filter(pl.col.article_id.is_in(matches["article_id"].implode()))
    words = attribution.CreditWords.of(book.lexicons["credits.en"])
    return matches, attribution.credits(concerned, words)


def _files(
    known: Iterable[Original], articles: pl.DataFrame, plan: Plan, config: Config
) -> tuple[list[CleanedFile], list[Unread]]:
    """The files with their edits, and those that cannot be cleaned."""
    texts = _texts(articles, plan)
    paths = set(articles["path"])
    others = articles.filter(pl.col.encoding != UTF_8).select("path", "encoding")
    encodings = dict(others.unique("path").iter_rows())
    found: list[CleanedFile] = []
    failed = [Unread(path, _UNNAMED) for path in paths - {original.path for original in known}]
    for original in known:
        if original.path in paths:
            encoding = encodings.get(original.path)
            file = _file(original, texts[original.path], encoding, config)
            (found if isinstance(file, CleanedFile) else failed).append(file)  # type: ignore[arg-type]
    return found, sorted(failed, key=lambda item: item.place)


def _texts(articles: pl.DataFrame, plan: Plan) -> Mapping[str, list[Text]]:
    """The texts that are cut, by path."""
    columns = ("path", "article_id", "line", "embedded", "text", "field")
    rows = articles.filter(pl.col.article_id.is_in(list(plan.cuts))).select(*columns).rows()
    found: defaultdict[str, list[Text]] = defaultdict(list)
    for path, article_id, line, embedded, text, key in rows:
        found[path].append(Text(article_id, line, embedded, text, plan.cuts[article_id], key))
    return found


def _file(
    original: Original, texts: Sequence[Text], encoding: str | None, config: Config
) -> CleanedFile | Unread:
    """A file with its edits, or why it cannot have them; its encoding is null for UTF-8."""
    if texts and (reason := _unwritable(original, encoding)):
        return Unread(original.path, reason)
    try:
        data = original.read()
    except OSError as fault:
        return Unread(original.path, unreadable(fault))
    edits = cleaning.edits(data, texts, config.fields.text)
    if edits is None:
        return Unread(original.path, _why_not(original, texts))
    cleaned = cleaning.apply(data, edits)
    if edits and not _is_read_as(cleaned, original, texts, config):
        return Unread(original.path, _READ_OTHERWISE)
    return CleanedFile(original, _entry(original.path, data, cleaned, edits))


def _unwritable(original: Original, encoding: str | None) -> str | None:
    """Why a file cannot be written anew, whatever it holds; null when it can."""
    if original.is_packed:
        return _PACKED
    if original.suffix not in _WRITTEN:
        return _OTHER_FORMAT.format(original.suffix)
    return _OTHER_ENCODING.format(encoding, encoding) if encoding else None


def _why_not(original: Original, texts: Iterable[Text]) -> str:
    """Why the texts of a file do not stand in it as they were read."""
    if original.suffix == _SPREAD:
        return _OTHER_FORMAT.format(original.suffix)
    within = next((text.key for text in texts if text.key and "." in text.key), None)
    return _WITHIN.format(within) if within else _CHANGED


def _is_read_as(cleaned: bytes, original: Original, texts: Iterable[Text], config: Config) -> bool:
    """Whether the reader finds in the cleaned file what was to be left of each text.

    The last word on every offset, at the cost of reading once more what changes.
    """
    rows = READERS[original.suffix](io.BytesIO(cleaned), original.path, config)
    found = {row.line: row.text for row in rows if isinstance(row, Article)}
    return all(found.get(text.line) == cleaning.cleaned(text.text, text.cuts) for text in texts)


def _entry(path: str, data: bytes, cleaned: bytes, edits: Sequence[Edit]) -> Entry:
    return Entry(
        path=path,
        sha256=cleaning.digest(data),
        size=len(data),
        cleaned_sha256=cleaning.digest(cleaned),
        cleaned_size=len(cleaned),
        edits=tuple(edits),
    )


def _places(articles: pl.DataFrame, ids: Sequence[str]) -> list[str]:
    """Where the articles of these ids are, in order."""
    rows = articles.filter(pl.col.article_id.is_in(list(ids))).sort("path", "line")
    places = rows.select("path", "line", "embedded").rows()
    return [f"{path}:{line}" if embedded else path for path, line, embedded in places]
