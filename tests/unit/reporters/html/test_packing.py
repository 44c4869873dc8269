"""Blocks that hold data and pages inside the page."""

import base64
import json
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from provenance.reporters.html import packing
from provenance.reporters.html.packing import Packer, data, packed
from provenance.reporters.safe import encodable

BLOCK = re.compile(
    r'<script type="application/(json|octet-stream)" id="([^"]*)">([^<>]*)</script>\Z'
)


def opened(block):
    """Kind, id and content of a block, read as a browser does: up to the first `<`."""
    kind, name, content = BLOCK.match(block).groups()
    if kind == "octet-stream":
        content = zlib.decompress(base64.b64decode(content, validate=True)).decode()
    return kind, name, content


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(values)
def test_data_comes_out_as_it_went_in(value):
    kind, name, content = opened(data("rows", value))
    assert (kind, name) == ("json", "rows")
    assert json.loads(content) == encodable(value)


def test_no_payload_ends_a_block_or_opens_a_comment_in_it(payloads):
    """`<!--<script` in a script makes a browser overlook the end of the block."""
    block = data("rows", payloads)
    assert block.count("<") == 2
    assert json.loads(opened(block)[2]) == encodable(payloads)


def test_line_ends_of_scripts_are_escaped():
    assert "\u2028" not in data("rows", "a\u2028b\u2029c")
    assert json.loads(opened(data("rows", "a\u2028b\u2029c"))[2]) == "a\u2028b\u2029c"


def test_large_data_is_packed():
    value = [f"title {number % 50}" for number in range(40_000)]
    kind, _, content = opened(data("rows", value))
    assert kind == "octet-stream"
    assert json.loads(content) == value
    assert len(data("rows", value)) < 200_000


@given(st.binary(max_size=200))
def test_packed_content_comes_out_as_it_went_in(content):
    _, _, text = BLOCK.match(packed("x", content)).groups()
    assert zlib.decompress(base64.b64decode(text, validate=True)) == content


@pytest.fixture
def small_groups(monkeypatch):
    monkeypatch.setattr(packing, "_GROUP", 100)


def test_every_fragment_is_in_the_group_that_is_told_for_it(small_groups):
    packer = Packer()
    fragments = {f"a{number}": Markup(f"<p id=a{number}>") * 3 for number in range(1, 40)}
    for anchor, fragment in fragments.items():
        packer.add(anchor, fragment)
    blocks = [opened(block) for block in packer.blocks()]
    assert len(blocks) > 5
    assert [name for _, name, _ in blocks] == [f"group-{number}" for number in range(len(blocks))]
    for anchor, fragment in fragments.items():
        assert fragment in blocks[packer.group_of[anchor]][2]
    assert "".join(content for *_, content in blocks) == "".join(fragments.values())


def test_the_size_is_that_of_the_groups_that_are_full(small_groups):
    packer = Packer()
    packer.add("a1", Markup("x"))
    assert packer.size == 0
    packer.add("a2", Markup("y") * 100)
    assert packer.size == sum(map(len, packer.blocks()))


def test_a_packer_of_nothing_has_no_block():
    assert Packer().blocks() == []


def test_a_lone_surrogate_becomes_visible_in_a_fragment():
    """A file in UTF-8 cannot hold one, and one bad character must not cost the report."""
    packer = Packer()
    packer.add("a1", Markup("<p>\ud800</p>"))
    assert [opened(block)[2] for block in packer.blocks()] == ["<p>\\ud800</p>"]
