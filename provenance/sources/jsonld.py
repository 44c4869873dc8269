"""What a page says of its article in JSON-LD, by the words of schema.org.

In: the contents of the page's JSON-LD scripts. Out: for each field all that is
said, unjudged. Only what describes the page itself is looked at, an article that
stands by itself, in a graph or as the main entity of a page; articles in lists,
such as those to read next, are others. What is not JSON is passed over.
"""

from collections.abc import Iterable, Iterator, Mapping

import orjson

from provenance.sources.tags import unescaped

_TYPES = frozenset("Article BlogPosting LiveBlogPosting NewsArticle Report".split())
_NEWS = "NewsArticle"  # OpinionNewsArticle, ReportageNewsArticle and others
_MOST_NODES = 1000

Node = Mapping[str, object]
Said = dict[str, list[object]]


def article_said(scripts: Iterable[str]) -> Said:
    """What the articles in `scripts` say: title, outlet, date, byline, language, url; in order.

    A field that no article has is no key. References such as `&amp;`, which many a program leaves
    in its JSON, are taken for what they mean.
    """
    nodes = list(_nodes(scripts))[:_MOST_NODES]
    known = {name: node for node in nodes if isinstance(name := node.get("@id"), str)}
    said: Said = {}
    for node in filter(_is_article, nodes):
        for field, values in _fields(node, known).items():
            said.setdefault(field, []).extend(map(_unescaped, values))
    return said


def _unescaped(value: object) -> object:
    return unescaped(value) if isinstance(value, str) else value


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    """The objects at the top of each script, those of its graphs, and the main entities of all."""
    for script in scripts:
        try:
            value = orjson.loads(script)
        except orjson.JSONDecodeError:
            continue
        for node in _objects(value):
            yield node
            for inner in (*_objects(node.get("@graph")), *_objects(node.get("mainEntity"))):
                yield inner
                yield from _objects(inner.get("mainEntity"))


def _objects(value: object) -> list[Node]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    # `schema:NewsArticle` and `https://schema.org/NewsArticle` are the same.
    plain = [name.replace(":", "/").rpartition("/")[2] for name in names if isinstance(name, str)]
    return any(name in _TYPES or name.endswith(_NEWS) for name in plain)


def _fields(node: Node, known: Mapping[str, Node]) -> Said:
    page = [node[name] for name in ("mainEntityOfPage", "url") if name in node]
    all_said = {
        "title": [node[name] for name in ("headline", "name") if name in node][:1],
        "outlet": _named(node, "publisher", known),
        "date": [node["datePublished"]] if "datePublished" in node else [],
        "byline": _named(node, "author", known),
        "language": _language(node),
        "url": [_address(value) for value in page][:1],
    }
    return {field: values for field, values in all_said.items() if values}


def _named(node: Node, key: str, known: Mapping[str, Node]) -> list[object]:
    """The names of the persons or organisations under `key`; those told by their id looked up."""
    if key not in node:
        return []
    value = node[key]
    names: list[object] = []
    for item in value if isinstance(value, list) else [value]:
        there = item if not isinstance(item, dict) or "name" in item else _behind(item, known)
        names.append(there.get("name", "") if isinstance(there, dict) else there)
    return names or [""]


def _behind(item: Node, known: Mapping[str, Node]) -> Node:
    name = item.get("@id")
    return known.get(name, item) if isinstance(name, str) else item


def _language(node: Node) -> list[object]:
    if "inLanguage" not in node:
        return []
    value = node["inLanguage"]
    return [value.get("alternateName", "") if isinstance(value, dict) else value]


def _address(value: object) -> object:
    return value.get("@id", value.get("url", "")) if isinstance(value, dict) else value
