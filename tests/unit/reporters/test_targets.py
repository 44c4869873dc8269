"""What the user named is found, or what may have been meant is told."""

import pytest

from provenance.errors import UsageError
from provenance.model import Unread
from provenance.reporters import targets


def test_a_target_that_is_nothing_gets_near_names(rule):
    rules = [rule("BPL001", "share-label"), rule("NUM001", "same-quantity-conflict")]
    fault = targets.unknown_target(rules, "same-quantity-conflct")
    assert "'same-quantity-conflct' is no rule and no file" in str(fault)
    assert "did you mean same-quantity-conflict?" in str(fault)
    assert "did you mean NUM001" in str(targets.unknown_target(rules, "NUM0001"))
    assert "did you mean" not in str(targets.unknown_target(rules, "zzz"))


def test_an_article_is_found_by_id_and_by_the_file_it_fills(report, article):
    told = report([article("a.txt", "x"), article("b.txt", "y", article_id="b-7")])
    assert targets.find_article(told, "b-7").path == "b.txt"
    assert targets.find_article(told, "b.txt").article_id == "b-7"


def test_a_file_of_several_articles_asks_for_one_of_them(report, article):
    records = [article("c.jsonl", "x", article_id=f"r{n:02}", line=n) for n in range(1, 13)]
    with pytest.raises(UsageError) as fault:
        targets.find_article(report(records), "c.jsonl")
    assert "c.jsonl holds 12 articles" in str(fault.value)
    assert "r01, r02" in str(fault.value)
    assert "r10, ..." in str(fault.value)


@pytest.mark.parametrize("target", ["news", "./news/"])
def test_a_folder_of_several_articles_asks_for_one_of_them(report, article, target):
    told = report([article(path, "x") for path in ("a.txt", "news/b.txt", "news/in/c.txt")])
    with pytest.raises(UsageError) as fault:
        targets.find_article(told, target)
    assert f"{target} holds 2 articles" in str(fault.value)
    assert "with ID one of news/b.txt, news/in/c.txt" in str(fault.value)


def test_the_current_folder_holds_all_and_a_beginning_of_a_name_is_no_folder(report, article):
    told = report([article(path, "x") for path in ("a.txt", "news/b.txt")])
    with pytest.raises(UsageError, match=r"\. holds 2 articles"):
        targets.find_article(told, ".")
    with pytest.raises(UsageError, match="there is no article 'new'"):
        targets.find_article(told, "new")


def test_an_article_that_is_not_there_gets_near_ids(report, article):
    told = report([article("c.jsonl", "x", article_id="story-17")])
    with pytest.raises(UsageError, match="did you mean story-17"):
        targets.find_article(told, "story-71")


def test_an_article_that_could_not_be_read_gives_the_reason(report):
    with pytest.raises(UsageError, match=r"a\.txt: not text"):
        targets.find_article(report(unread=(Unread("a.txt", "not text"),)), "a.txt")
