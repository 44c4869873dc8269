"""What finds the article in a web page can be chosen on the command line."""

import json

import pytest

NAV = "<nav><ul>" + "<li><a href='/n'>Section of the news</a></li>" * 20 + "</ul></nav>"


@pytest.fixture
def page(folder, clean):
    """The story as a web page."""
    paragraphs = (folder / clean).read_text().split("\n\n")
    story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs[1:])
    path = folder / "page.html"
    path.write_text(f"<html lang=en><body>{NAV}<article>{story}</article></body></html>")
    return path


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
def test_every_extractor_finds_the_story_in_a_page(run, page, folder, clean, extractor):
    done = run("check", page.name, "--extractor", extractor, "-f", "json")
    assert done.code == 0
    (article,) = json.loads(done.out)["articles"]
    paragraphs = (folder / clean).read_text().split("\n\n")[1:]
    text = "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    assert article["characters"] == len(text)


def test_the_usual_one_is_that_of_the_settings(run, page):
    """A report that was made otherwise must not look like the same."""
    digests = [
        json.loads(run("check", page.name, "-f", "json", *options).out)["settings_digest"]
        for options in ([], ["--extractor", "trafilatura"], ["--extractor", "resiliparse"])
    ]
    assert digests[0] == digests[1] != digests[2]


def test_there_is_no_other_one(run, page):
    done = run("check", page.name, "--extractor", "newspaper")
    assert done.code == 2
    assert "resiliparse" in done.err
