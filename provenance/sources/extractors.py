"""A program of its own: takes web pages and feeds to pieces for the process that started it.

`confined` starts it, so that a page that takes a parser too long, too much memory
or to a crash costs that page and nothing else. It is given the bytes of one task
after another on standard input and answers each in JSON on standard output, ends
with its input, opens no connection, and knows nothing of the rest of the package,
whose libraries alone would take more memory than it may have.
"""

import contextlib
import importlib
import io
import os
import signal
import socket
import struct
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

import orjson

# Of addresses, of which the libraries alone take 300 MB. A page of 100,000 paragraphs, the most
# that is let through, takes trafilatura 220 MB.
MOST_MEMORY = 2_000_000_000
# What a task is: the seconds of processor time it may take, 0 for any, the length of its name and
# of what is given; these two follow. What an answer is: its length, and it.
ASKED = struct.Struct(">dBI")
TOLD = struct.Struct(">I")
_ENTRY = ("id", "link", "published", "updated", "author")


def trafilatura(page: bytes) -> object:
    """The text of the article in a page, a line for each paragraph; null for none.

    Its precise way leaves less of the page around the article (P .956, R .958, and the very text of
    .331 of 181 labelled pages) than its usual way (P .942, R .972, .293), which takes a page of
    nothing but links for an article. Its fast way goes with both and is no worse (F1 .959 against
    .957); the two together were not measured on these pages. Readers' comments are no part of the
    article.
    """
    extract = importlib.import_module("trafilatura").extract
    return extract(page.decode(), fast=True, favor_precision=True, include_comments=False)


def resiliparse(page: bytes) -> object:
    """The same at six times the speed, with more of the page (F1 .917, P .861, R .981)."""
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    text = extract(
        page.decode(), main_content=True, alt_texts=False, comments=False, list_bullets=False
    )
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def feed(document: bytes) -> object:
    """The title, language and entries of a feed, and whether it is malformed.

    Texts that may be marked up come with their media type; the first of an entry is its content.
    """
    parse = importlib.import_module("feedparser").parse
    # As a stream: text and bytes it would take for an address or the name of a file first.
    found = parse(io.BytesIO(document), resolve_relative_uris=False, sanitize_html=False)
    return {
        "version": found.get("version", ""),
        "malformed": bool(found.get("bozo")),
        "title": _typed(found.feed.get("title_detail")),
        "language": found.feed.get("language"),
        "entries": [_entry(each) for each in found.entries],
    }


def _entry(entry: Mapping[str, Any]) -> dict[str, object]:
    return {
        **{key: entry[key] for key in _ENTRY if key in entry},
        "title": _typed(entry.get("title_detail")) if "title" in entry else None,
        "content": [_typed(each) for each in entry.get("content", ())],
        "summary": _typed(entry.get("summary_detail")),
    }


def _typed(detail: Mapping[str, Any] | None) -> tuple[str, str]:
    return (detail or {}).get("type", ""), (detail or {}).get("value", "")


TASKS: Mapping[str, Callable[[bytes], object]] = {
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
    "feed": feed,
}


def answer(task: str, given: bytes) -> dict[str, object]:
    """What the task makes of what is given: `found`, or `missing` a package, or a `fault` of it."""
    try:
        return {"found": TASKS[task](given)}
    except ImportError as fault:
        return {"missing": str(fault.name)}
    except MemoryError:
        raise
    except Exception as fault:
        return {"fault": type(fault).__name__}


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    """Answers tasks until there are no more. One that takes too long ends the process.

    The time is that of the processor, so that no page is left out because others keep it busy.
    """
    while len(header := asked.read(ASKED.size)) == ASKED.size:
        seconds, name, size = ASKED.unpack(header)
        task, given = asked.read(name).decode(), asked.read(size)
        with contextlib.suppress(AttributeError):  # not on every system
            signal.setitimer(signal.ITIMER_PROF, seconds)
        reply = orjson.dumps(answer(task, given))
        with contextlib.suppress(AttributeError):
            signal.setitimer(signal.ITIMER_PROF, 0)
        told.write(TOLD.pack(len(reply)) + reply)
        told.flush()


def main() -> None:
    """Serves the process that started this one, within its limits."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on every system
        resource = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    socket.socket.connect = _refuse  # type: ignore[method-assign]
    socket.getaddrinfo = _refuse
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    serve(sys.stdin.buffer, told)


def _refuse(*_: object, **__: object) -> Any:  # noqa: ANN401
    raise OSError("no connection is opened")


if __name__ == "__main__":
    main()
