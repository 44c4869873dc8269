"""Tests and suites as JUnit XML.

The elements and attributes are those that Jenkins' `junit-10.xsd` allows. No
times: two equal runs must give equal bytes. What XML 1.0 forbids, and what
could harm a terminal, is written as visible escapes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from provenance.reporters.safe import printable


class Result(StrEnum):
    """How a test came out; the values are the elements that say so, but for the first."""

    PASSED = "passed"
    FAILURE = "failure"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Test:
    """One test. No text of it needs to be safe.

    Attributes:
        suite, name: Where it stands and what it is called.
        kind: What it did not pass on, such as a rule id; empty when there is nothing to name.
        message: Why it did not pass, on one line.
        lines: All that the result rests on.
        output: What else there is to know.
    """

    suite: str
    name: str
    result: Result = Result.PASSED
    kind: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()
    output: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite as it is written, with its counts for the element around it."""

    tests: int
    failures: int
    errors: int
    xml: str

    @classmethod
    def of(
        cls, name: str, tests: Iterable[Test], properties: Mapping[str, object] | None = None
    ) -> "Suite":
        """The suite of tests, in their order."""
        told = list(tests)
        results = [test.result for test in told]
        counts = {
            "tests": len(told),
            "failures": results.count(Result.FAILURE),
            "errors": results.count(Result.ERROR),
        }
        skipped = results.count(Result.SKIPPED)
        parts = [_tag("testsuite", {"name": name, **counts, "skipped": skipped})]
        if properties:
            parts += ["<properties>", *_properties(properties), "</properties>"]
        parts += [*map(_test, told), "</testsuite>"]
        return cls(**counts, xml="\n".join(parts))


def document(name: str, suites: Iterable[Suite]) -> bytes:
    """The suites in UTF-8."""
    told = list(suites)
    counts = {
        "tests": sum(suite.tests for suite in told),
        "failures": sum(suite.failures for suite in told),
        "errors": sum(suite.errors for suite in told),
    }
    parts = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        _tag("testsuites", {"name": name, **counts}),
        *(suite.xml for suite in told),
        "</testsuites>\n",
    )
    return "\n".join(parts).encode()


def _properties(properties: Mapping[str, object]) -> list[str]:
    return [
        _tag("property", {"name": name, "value": value}, "/") for name, value in properties.items()
    ]


def _test(test: Test) -> str:
    parts = [_tag("testcase", {"classname": test.suite, "name": test.name})]
    if test.result != Result.PASSED:
        kind = {"type": test.kind} if test.kind else {}
        start = _tag(test.result, {**kind, "message": test.message})
        parts.append(f"{start}{_text(test.lines)}</{test.result}>")
    if test.output:
        parts.append(f"<system-out>{_text(test.output)}</system-out>")
    return "".join((*parts, "</testcase>"))


def _text(lines: Iterable[str]) -> str:
    return "\n".join(escape(printable(line)) for line in lines)


def _tag(name: str, attributes: Mapping[str, object], end: str = "") -> str:
    told = "".join(f' {key}="{escape(printable(str(value)))}"' for key, value in attributes.items())
    return f"<{name}{told}{end}>"
