"""Edits of a file's bytes: made from the cuts of its texts, done, and undone.

In: bytes and cuts. Out: edits by byte offset, the same for all formats, and the
bytes before or after them. Nothing outside the edits is touched, so that what is
undone is the file as it was.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.cleaning.lines import Cut
from provenance.cleaning.literals import as_literal, literal, places_in


@dataclass(frozen=True, slots=True)
class Edit:
    """One place of a file that is taken out.

    Attributes:
        offset: Where it began in the original file, in bytes.
        cleaned_offset: Where that is in the cleaned file.
        removed: What stood there, as it was written in the file: in JSON with its escapes.
        inserted: What stands there now; mostly empty.
        rule_id: The rule it was taken out for.
        article_id: The article it stood in.
    """

    offset: int
    cleaned_offset: int
    removed: str
    inserted: str
    rule_id: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text in a file, with what is cut out of it.

    Attributes:
        line: Line of the file, from 1, where the record or the text begins.
        embedded: Whether it is a value inside a JSON record; else it is the end of the file.
        cuts: Sorted and apart.
        key: The field of the record that holds it; null for the one that holds texts as a rule.
    """

    article_id: str
    line: int
    embedded: bool
    text: str
    cuts: Sequence[Cut]
    key: str | None = None


def edits(data: bytes, texts: Iterable[Text], key: str) -> list[Edit] | None:
    """The edits that make the cuts of `texts` in the file `data`. Linear in the file.

    Args:
        data: The file as it was read.
        texts: In any order, each of another place.
        key: The field of a record that holds its text, where the text names none.

    Returns:
        Edits in order; null when a text does not stand where it is said to.
    """
    starts = [0]
    found: list[Edit] = []
    for text in sorted(texts, key=lambda text: text.line):
        if text.embedded and len(starts) == 1:
            starts += (end.end() for end in re.finditer(b"\n", data))
        some = (
            _in_record(data, text, starts, text.key or key)
            if text.embedded
            else _in_file(data, text)
        )
        if some is None:
            return None
        found += some
    return _with_cleaned_offsets(found)


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """`data` without what `edits`, in order, take out. Linear."""
    parts: list[bytes] = []
    at = 0
    for edit in edits:
        parts += (data[at : edit.offset], edit.inserted.encode())
        at = edit.offset + len(edit.removed.encode())
    return b"".join((*parts, data[at:]))


def undo(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file of which `edits` made `data`; the inverse of `apply`. Linear.

    Raises:
        ValueError: An edit is out of order or beyond the end, or what it inserted is not there.
    """
    parts: list[bytes] = []
    at = 0
    for edit in edits:
        inserted = edit.inserted.encode()
        end = edit.cleaned_offset + len(inserted)
        if edit.cleaned_offset < at or data[edit.cleaned_offset : end] != inserted:
            raise ValueError(f"no edit fits at byte {edit.cleaned_offset:,}")
        parts += (data[at : edit.cleaned_offset], edit.removed.encode())
        at = end
    if at > len(data):
        raise ValueError("an edit lies beyond the end")
    return b"".join((*parts, data[at:]))


def _in_file(data: bytes, text: Text) -> list[Edit] | None:
    """The edits of a text that is the end of its file."""
    encoded = text.text.encode()
    if not data.endswith(encoded):
        return None
    bounds = [bound for cut in text.cuts for bound in (cut.start, cut.end)]
    return _made(text, text.text, bounds, len(data) - len(encoded))


def _in_record(data: bytes, text: Text, starts: Sequence[int], key: str) -> list[Edit] | None:
    """The edits of a text that is a value in a record."""
    if text.line > len(starts):
        return None
    begin = starts[text.line - 1]
    end = starts[text.line] if text.line < len(starts) else len(data)
    record = data[begin:end].decode(errors="replace")
    span = literal(record, key)
    if span is None:
        return None
    raw = record[slice(*span)]
    bounds = places_in(raw, [bound for cut in text.cuts for bound in (cut.start, cut.end)])
    return _made(text, raw, bounds, begin + len(record[: span[0]].encode()))


def _made(text: Text, raw: str, bounds: Sequence[int], base: int) -> list[Edit]:
    """The edits of `raw`, which begins at byte `base`, with the starts and ends of the cuts in it.

    `cleaned_offset` is not known yet.
    """
    found = []
    offset, at = base, 0
    for cut, start, end in zip(text.cuts, bounds[::2], bounds[1::2], strict=True):
        offset += len(raw[at:start].encode())
        at = start
        inserted = as_literal(cut.inserted, raw) if text.embedded else cut.inserted
        found.append(Edit(offset, 0, raw[start:end], inserted, cut.rule_id, text.article_id))
    return found


def _with_cleaned_offsets(edits: Iterable[Edit]) -> list[Edit]:
    found = []
    shift = 0
    for edit in edits:
        at = edit.offset + shift
        found.append(
            Edit(edit.offset, at, edit.removed, edit.inserted, edit.rule_id, edit.article_id)
        )
        shift += len(edit.inserted.encode()) - len(edit.removed.encode())
    return found
