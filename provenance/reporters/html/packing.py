"""Data and parts of the page that stand in it without being a part of it yet.

Goes in: values, or fragments of HTML. Comes out: inert `<script>` blocks that a
browser neither runs nor shows: JSON with every `<` escaped, or, from some size
on, compressed (zlib) and in base64, which holds no character that means anything.
"""

import base64
import zlib
from dataclasses import dataclass, field

import orjson
from markupsafe import Markup

from provenance.reporters.safe import encodable

# From here on unpacking is quicker than reading what was not packed.
_PLAIN = 200_000
# A browser unpacks and reads a group of this size in some 20 milliseconds.
_GROUP = 400_000
# zlib's default is 6: a third of the time of 9, and 2 % larger.
_LEVEL = 6
# What could end the block, begin a comment in it, or end a line of a script.
_ESCAPES = {
    b"<": b"\\u003c",
    b">": b"\\u003e",
    b"&": b"\\u0026",
    "\u2028".encode(): b"\\u2028",
    "\u2029".encode(): b"\\u2029",
}


@dataclass(slots=True)
class Packer:
    """Packs fragments that each have an anchor of their own into groups.

    Attributes:
        group_of: The group of each anchor, from 0.
        size: Bytes that the groups take on the page so far.
    """

    group_of: dict[str, int] = field(default_factory=dict)
    size: int = 0
    _blocks: list[Markup] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _open_size: int = 0

    def add(self, anchor: str, fragment: Markup) -> None:
        """Puts a fragment into the group that is open."""
        self.group_of[anchor] = len(self._blocks)
        self._open.append(fragment)
        self._open_size += len(fragment)
        if self._open_size >= _GROUP:
            self._close()

    def blocks(self) -> list[Markup]:
        """The groups as blocks with the ids `group-0`, `group-1` and so on."""
        if self._open:
            self._close()
        return self._blocks

    def _close(self) -> None:
        block = packed(f"group-{len(self._blocks)}", "".join(self._open).encode(*_LENIENT))
        self.size += len(block)
        self._blocks.append(block)
        self._open, self._open_size = [], 0


# A lone surrogate, which UTF-8 cannot carry, becomes a visible escape.
_LENIENT = ("utf-8", "backslashreplace")


def data(name: str, value: object) -> Markup:
    r"""A block with the id `name` that holds `value` as JSON, packed when it is large.

    >>> print(data("d", ["</script>"]))
    <script type="application/json" id="d">["\u003c/script\u003e"]</script>
    """
    try:
        document = orjson.dumps(value)
    except orjson.JSONEncodeError:  # A lone surrogate.
        document = orjson.dumps(encodable(value))
    if len(document) > _PLAIN:
        return packed(name, document)
    for character, escape in _ESCAPES.items():
        document = document.replace(character, escape)
    return _block("application/json", name, document.decode())


def packed(name: str, content: bytes) -> Markup:
    """A block with the id `name` that holds `content` compressed."""
    text = base64.b64encode(zlib.compress(content, _LEVEL)).decode()
    return _block("application/octet-stream", name, text)


def _block(kind: str, name: str, content: str) -> Markup:
    """A block of content that cannot end it; `Markup` because that content is escaped."""
    return Markup(f'<script type="{kind}" id="{name}">{content}</script>')  # noqa: S704
