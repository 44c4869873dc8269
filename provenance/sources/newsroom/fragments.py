"""The text of an HTML fragment that is all article, such as the body of a feed's entry.

Markup is taken out and nothing else: there is no page around it to tell the
article from. One block, one line.
"""

import re

from provenance.sources.tags import unescaped

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"<(script|style|template)\b[^<>]*>", re.IGNORECASE)
_CODE_ENDS = {
    name: re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE)
    for name in ("script", "style", "template")
}
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]"
    r"|header|hl2|hr|html|body|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_CELL = re.compile(r"</t[dh]\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")


def text_of(markup: str) -> str:
    r"""The text of an HTML or XHTML fragment, a line for each block, without blank lines. Linear.

    >>> text_of("<p>The ferry &amp; the <b>crew</b></p><p>left.</p>")
    'The ferry & the crew\nleft.'
    """
    bare = _without_code(_UNSEEN.sub(" ", markup))
    # White space in the source, line ends among it, is a blank to the eye.
    flowing = " ".join(bare.split())
    lines = _CELL.sub("\t", _BLOCK.sub("\n", flowing)).split("\n")
    shown = (" ".join(unescaped(_TAG.sub("", line)).split()) for line in lines)
    return "\n".join(line for line in shown if line)


def looks_like_markup(text: str) -> bool:
    """Whether a body of unknown kind is HTML: it begins with a tag, or closes a paragraph."""
    return bool(_TAG.match(text.lstrip())) or "</p>" in text


def _without_code(markup: str) -> str:
    """`markup` without scripts and styles; one that is never closed goes on to the end."""
    parts = []
    start = 0
    while opened := _CODE.search(markup, start):
        parts.append(markup[start : opened.start()])
        closed = _CODE_ENDS[opened[1].lower()].search(markup, opened.end())
        start = closed.end() if closed else len(markup)
    return " ".join([*parts, markup[start:]])
