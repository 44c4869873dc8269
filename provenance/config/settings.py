"""The settings themselves, with their defaults: one frozen value."""

import dataclasses
import difflib
import json
from dataclasses import dataclass, field
from hashlib import blake2b

from provenance.errors import ConfigError
from provenance.model import METRICS


@dataclass(frozen=True, slots=True)
class Fields:
    """Which field of a record, or key of a front matter, holds what."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    byline: str = "byline"
    outlet: str = "outlet"
    date: str = "date"
    language: str = "language"
    url: str = "url"


@dataclass(frozen=True, slots=True)
class Limit:
    """Limits on one metric of a run; at least one of the two is set.

    Attributes:
        metric: One of `provenance.model.METRICS`, in whose unit the limits are.
        warn: Beyond this the metric is told; null for no such limit.
        error: Beyond this the gate fails; null for no such limit.
    """

    metric: str
    warn: float | None = None
    error: float | None = None

    def __post_init__(self) -> None:
        """Refuses a limit that could never do anything, wherever it was made.

        Raises:
            ConfigError: There is no such metric, or no limit, or one below 0 or no number, or the
                gate would fail before it warns.
        """
        if self.metric not in METRICS:
            raise unknown_metric(self.metric)
        given = [number for number in (self.warn, self.error) if number is not None]
        if not given or not all(number >= 0 for number in given):
            raise ConfigError(f"a limit on {self.metric} needs numbers from 0 on", hint=_EXAMPLE)
        if self.warn is not None and self.error is not None:
            at_least = METRICS[self.metric].at_least
            if (self.warn < self.error) if at_least else (self.warn > self.error):
                raise ConfigError(self._reversed(at_least), hint="exchange the two")

    def _reversed(self, at_least: bool) -> str:
        sides = ("under", "over") if at_least else ("over", "under")
        return (
            f"the limits on {self.metric} are the wrong way round: it fails {sides[0]} "
            f"{self.error:g} and would warn {sides[0]} {self.warn:g} only, which is {sides[0]} that"
        )


_EXAMPLE = "for example { warn = 0.1, error = 0.2 }"


def unknown_metric(name: str) -> ConfigError:
    """The error for a limit on what is not measured, with the nearest name."""
    close = difflib.get_close_matches(name[:60].replace("_", "-"), METRICS, n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(METRICS)}"
    return ConfigError(f"there is no metric {name[:60]!r}", hint=hint)


# What is ignored where: pairs of a glob or a name, and rule ids or their beginnings.
Ignores = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of a run.

    Attributes:
        fail_on: What fails the gate, comma-separated: the lowest severity that does (`error`,
            `warning`, `info`, or `never`) and any rule ids or their beginnings.
        fail_under: The score, 0 to 100, that every article must have; null for none.
        limits: Limits on rates and numbers of the run, sorted by metric.
        baseline: The file of accepted findings; null for `provenance-baseline.jsonl` in the current
            folder or beside the settings file, where there is one.
        keep_going: Whether records, and files in folders, that could not be read are only counted,
            and the run is judged on the rest; false makes any of them an invalid run.
        only_new: Whether accepted findings are passed over; false lets the baseline accept nothing.
        per_path_ignores: Rules that are passed over in files that match a glob, sorted.
        per_outlet_ignores: Rules that are passed over in articles of an outlet, sorted.
        select: Rule ids or their beginnings (`NUM`, `BPL001`) that take part; empty for all.
        ignore: Rule ids or their beginnings that do not take part.
        severity: Pairs of a rule id and `error`, `warning`, `info` or `off`, sorted by id.
        rules: Rule files, or folders of them, besides the bundled ones.
        exclude: Globs of files and folders to pass over inside folders.
        fields: Where records keep what.
        min_words: Words of the shortest shared passage that is reported, 8 to 1,000.
        max_article_mb: Largest file of one article, or line of one record, that is read, in
            millions of bytes, 1 to 1,000.
        extractor: What takes the article out of a web page: `trafilatura`, or `resiliparse`, which
            is faster and leaves more of the page around it.
        seconds_per_document: Seconds of processor time that taking apart one web page, or one
            feed, may take, 1 to 600.
        memory: Bytes that the search for shared passages may take, from 100 millions on; null for
            half of the machine's. It changes no result.
    """

    fail_on: str = "error"
    fail_under: int | None = None
    limits: tuple[Limit, ...] = ()
    keep_going: bool = False
    baseline: str | None = None
    only_new: bool = True
    per_path_ignores: Ignores = ()
    per_outlet_ignores: Ignores = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fields: Fields = field(default_factory=Fields)
    min_words: int = 12
    max_article_mb: int = 5
    extractor: str = "trafilatura"
    seconds_per_document: int = 10
    memory: int | None = None

    def digest(self) -> str:
        """Sixteen hexadecimal digits that are equal for equal settings, on any machine.

        `memory` does not count, as it changes no result, nor where the baseline is.
        """
        settings = dataclasses.asdict(self)
        del settings["memory"], settings["baseline"]
        text = json.dumps(settings, sort_keys=True)
        return blake2b(text.encode(), digest_size=8).hexdigest()
