"""Reads pages as a browser does, and makes views of small reports."""

from html.parser import HTMLParser

import pytest

from provenance.reporters.html.view import View

APART = {"td", "th", "p", "li", "ul", "br"}
VOID = {"br", "meta", "link", "input", "img", "hr"}
# What a page says besides the text that was read.
SAID = ("ref", "hidden-text")


class Element:
    """An element with its attributes and what it holds."""

    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def classes(self):
        return (self.attributes.get("class") or "").split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def of(self, name):
        """The elements of a tag or a class, in order."""
        return [each for each in self.walk() if name == each.tag or name in each.classes()]

    def text(self, leave_out=SAID):
        """The characters it holds, but for those of some classes."""
        if set(self.classes()) & set(leave_out):
            return ""
        parts = (each if isinstance(each, str) else each.text(leave_out) for each in self.children)
        return "".join(parts)

    def words(self):
        """All that it says, with single spaces, and one between what stands apart."""
        return " ".join(self._spaced().split())

    def _spaced(self):
        parts = (each if isinstance(each, str) else each._spaced() for each in self.children)
        told = "".join(parts)
        return f" {told} " if self.tag in APART else told


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("root", ())
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


@pytest.fixture(scope="session")
def parsed():
    """Reads markup; every element must be closed in order."""

    def _parsed(markup):
        reader = Reader()
        reader.feed(str(markup))
        reader.close()
        assert reader.open == [reader.root]
        return reader.root

    return _parsed


@pytest.fixture(scope="session")
def view(report):
    """The view of a report made from the same parts."""

    def _view(*args, **parts):
        return View.of(report(*args, **parts))

    return _view
