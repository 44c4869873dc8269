"""Markdown: one file, one article, with a front matter of `key: value` lines or without.

The front matter stands between a first line `---` and the next such line. It is
not YAML: a key, a colon, the rest of the line, which may be in quotation marks.
Lists and nested values are refused rather than half understood where a wanted
key has them; below any other key, such as the tags of a site generator, they are
passed over, but for the byline's, of which is kept whether it is empty. The
article's text is what follows, with all its markup.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, stated
from provenance.sources.decoding import BOM, is_blank, told, whole_text

_FENCE = "---"
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_KEY = re.compile(r"[\w-]+")
_HEADING = re.compile(rf"{BOM}?\s*#[ \t]+([^\r\n]*)")


@dataclass(frozen=True, slots=True)
class _Page:
    """A Markdown file, taken apart.

    Attributes:
        values: Of the wanted keys and of the byline; of a list below it, the first text.
        line: Line of the file, from 1, at which `text` begins.
    """

    values: dict[str, object]
    text: str
    line: int


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The article in `stream`, with `path` as its id, or why it is unread.

    The title is the front matter's, else a first heading `# ...`, else looked for.
    """
    whole = whole_text(stream, path, config.max_article_mb)
    fields = config.fields
    wanted = (fields.title, fields.outlet, fields.date, fields.language, fields.url)
    if isinstance(whole, Unread):
        yield whole
        return
    page = _take_apart(whole.text, path, wanted, fields.byline)
    if isinstance(page, Unread):
        yield page
        return
    known = stated(page.values, fields)
    heading = _HEADING.match(page.text)
    if heading and not known.title:
        known = replace(known, title=_without_closing_hashes(heading[1]).strip() or None)
    origin = Origin(path, path, page.line, embedded=False, encoding=whole.encoding)
    yield article(origin, page.text, known)
    yield from told(path, whole)
    for key, fault in known.faults.items():
        yield Notice(path, f"{key} in the front matter {fault} and is left out")


def _take_apart(whole: str, path: str, wanted: Collection[str], byline: str) -> _Page | Unread:
    """The front matter's `wanted`, its `byline` and the text, or where it is at fault. Linear."""
    lines = _LINE.finditer(whole)
    if next(lines)[1].removeprefix(BOM).rstrip() != _FENCE:
        return _Page({}, whole, 1)
    values: dict[str, object] = {}
    above: str | None = None  # The last key, where lines may hang below it.
    for number, match in enumerate(lines, 2):
        line = match[1].rstrip()
        if line == _FENCE:
            return _text_after(whole[match.end() :], values, path, number + 1)
        if not line or (above is not None and _hangs(line)):
            if line and above == byline:
                values[byline] = values[byline] or _unquoted(line.lstrip("- \t"))
            continue
        key, colon, value = line.partition(":")
        key = key.rstrip()
        if not colon or not _KEY.fullmatch(key):
            reason = "the front matter has a line that is not `key: value`"
            return Unread(f"{path}:{number}", f"{reason}; write it so, or take out the `---` lines")
        if key in values and key in wanted:
            return Unread(f"{path}:{number}", f"the front matter has {key} twice; keep one of them")
        above = None if key in wanted else key
        if key in wanted or (key == byline and not values.get(byline)):
            values[key] = _unquoted(value.strip())
    return Unread(f"{path}:1", "the front matter is never closed; end it with a line `---`")


def _hangs(line: str) -> bool:
    """Whether a line, without white space at its end, belongs to the key above it in YAML."""
    return line.startswith((" ", "\t", "- ")) or line == "-"


def _text_after(text: str, values: dict[str, object], path: str, line: int) -> _Page | Unread:
    if is_blank(text):
        return Unread(path, "there is no text after the front matter")
    return _Page(values, text, line)


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _without_closing_hashes(heading: str) -> str:
    """`Title ##` is `Title`, but `Learning C#` stays."""
    bare = heading.rstrip().rstrip("#")
    return bare if bare.endswith((" ", "\t")) else heading
