"""Web pages as newsrooms publish them, with much around the article."""

import json

import pytest

BODY = (
    "The ferry to the islands stopped at noon on Monday, and nobody on the quay could say why.",
    "The harbour master, Anna Lindqvist, said the crew had found water in the engine room.",
    "Some 120 passengers were taken off by fishing boats before the tide turned.",
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry stops without a word",
    "datePublished": "2026-03-02T12:30:00+01:00",
    "author": [{"@type": "Person", "name": "Maja Berg"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour Gazette"},
    "inLanguage": "en-GB",
}


@pytest.fixture(scope="session")
def body():
    """The paragraphs of the story in a page."""
    return BODY


@pytest.fixture(scope="session")
def news_page():
    """A page with the story: what its head holds, and what linked data says, can be given."""

    def news_page(linked=LINKED, head="", lang="en", paragraphs=BODY):
        links = "".join(f'<li><a href="/s/{n}">Section {n} of the news</a></li>' for n in range(25))
        cards = "".join(f'<div><a href="/x/{n}">Another story {n}</a></div>' for n in range(25))
        story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        script = (
            f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
        )
        return (
            f'<!DOCTYPE html><html lang="{lang}"><head><title>Ferry stops | Harbour Gazette</title>'
            f"{head}{script}<style>p {{ color: red }}</style></head><body><header><nav><ul>{links}"
            f"</ul></nav></header><main><article><h1>Ferry stops without a word</h1>{story}"
            f"</article><aside>{cards}</aside></main><footer><p>Copyright Harbour Gazette. All "
            f"rights reserved.</p><ul>{links}</ul></footer><script>var a = '<div>';</script></body>"
            "</html>"
        )

    return news_page
