"""The settings themselves, with their defaults: one frozen value."""

import dataclasses
import json
from dataclasses import dataclass, field
from hashlib import blake2b


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


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of a run.

    Attributes:
        fail_on: What fails the gate, comma-separated: the lowest severity that does (`error`,
            `warning`, `info`, or `never`) and any rule ids or their beginnings.
        select: Rule ids or their beginnings (`NUM`, `BPL001`) that take part; empty for all.
        ignore: Rule ids or their beginnings that do not take part.
        severity: Pairs of a rule id and `error`, `warning`, `info` or `off`, sorted by id.
        rules: Rule files, or folders of them, besides the bundled ones.
        exclude: Globs of files and folders to pass over inside folders.
        fields: Where records keep what.
        min_words: Words of the shortest shared passage that is reported, 8 to 1,000.
        max_article_mb: Largest file of one article, or line of one record, that is read, in
            millions of bytes, 1 to 1,000.
        memory: Bytes that the search for shared passages may take, from 100 millions on; null for
            half of the machine's. It changes no result.
    """

    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fields: Fields = field(default_factory=Fields)
    min_words: int = 12
    max_article_mb: int = 5
    memory: int | None = None

    def digest(self) -> str:
        """Sixteen hexadecimal digits that are equal for equal settings, on any machine.

        `memory` does not count, as it changes no result.
        """
        settings = dataclasses.asdict(self)
        del settings["memory"]
        text = json.dumps(settings, sort_keys=True)
        return blake2b(text.encode(), digest_size=8).hexdigest()
