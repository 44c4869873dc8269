"""The whole run: what it reads, asks, scores and judges, from files to a report."""

import json
from dataclasses import replace

import pytest

import provenance
from provenance import api, frames
from provenance.config import Config
from provenance.errors import ConfigError, FaultList, InputError, RuleError, UsageError
from provenance.model import Article, Finding, Outcome, Score
from provenance.sources.packs import rule_files

STORY = (
    "Storm closes the mountain road at Helm\n\n"
    + "The wind took down the power line above the village and the road crew closed the pass. " * 12
    + "\n\n"
)


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A folder with two stories and one page with an ad label, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(STORY + "Advertisement\n")
    (tmp_path / "two.txt").write_text("A short line about the harbour and its boats today.\n")
    return tmp_path


def findings(report):
    return list(frames.rows(report.findings, Finding))


def outcome(report, article_id, check):
    rows = frames.rows(report.outcomes, Outcome)
    (found,) = (row for row in rows if (row.article_id, row.check) == (article_id, check))
    return found


def scores(report):
    return {row.article_id: row for row in frames.rows(report.scores, Score)}


def test_a_report_has_one_score_an_article_and_one_outcome_an_article_and_check(corpus):
    report = api.check(["."])
    assert len(report.scores) == len(report.articles) == 2
    outcomes = report.outcomes.collect()
    assert len(outcomes) == 2 * len(set(outcomes["check"]))


def test_the_evidence_of_every_finding_is_the_text_at_its_span(corpus):
    report = api.check(["."])
    texts = {row.article_id: row.text for row in frames.rows(report.articles, Article)}
    (label,) = (item for item in findings(report) if item.rule_id == "BPL001")
    assert texts["one.txt"][label.start : label.end] == "Advertisement"


def test_a_hundred_less_the_deductions_is_the_score(corpus):
    report = api.check(["."])
    lost = sum(item.deduction for item in findings(report) if item.article_id == "one.txt")
    assert lost > 0
    assert scores(report)["one.txt"].score == 100 - lost


def test_the_order_of_the_paths_never_shows(corpus):
    left, right = api.check(["one.txt", "two.txt"]), api.check(["two.txt", "one.txt"])
    for name in ("articles", "findings", "outcomes", "scores", "quotes", "quantities"):
        here, there = (getattr(each, name).lazy().collect() for each in (left, right))
        assert here.equals(there)


def test_one_article_alone_was_not_compared_and_says_so(corpus):
    """An editor must not read "nothing shared" where nothing was compared."""
    found = outcome(api.check(["one.txt"]), "one.txt", "duplication")
    assert (found.status, found.reason) == ("not_available", "nothing to compare with")


def test_a_check_whose_rules_are_switched_off_is_not_clear(corpus):
    report = api.check(["one.txt"], Config(ignore=("BPL",)))
    found = outcome(report, "one.txt", "boilerplate")
    assert (found.status, found.reason) == ("not_available", "its rules are switched off")


def test_a_score_needs_most_checks_to_have_looked(corpus):
    """With figures alone, the 20 points of consistency are judged."""
    report = api.check(["one.txt"], Config(select=("NUM", "DAT")))
    assert scores(report)["one.txt"].score is None
    assert scores(report)["one.txt"].reason.startswith("20 %")


def test_unread_input_is_in_the_report_and_fails_the_run(corpus):
    (corpus / "bad.txt").write_bytes(b"caf\0 closed for the day\n")
    report = api.check(["."])
    assert [item.place for item in report.unread] == ["bad.txt:1"]
    assert len(report.articles) == 2
    assert report.verdict.exit_code == 2


def test_a_folder_without_articles_is_no_run(corpus):
    (corpus / "empty").mkdir()
    for paths, read in ((["empty"], 0), (["empty", "one.txt"], 1)):
        report = api.check(paths)
        assert [item.place for item in report.unread] == ["empty"]
        assert (len(report.articles), report.verdict.exit_code) == (read, 2)


def test_no_path_is_no_run(corpus):
    with pytest.raises(InputError, match="no path"):
        api.check([])


def test_progress_names_every_stage_in_order(corpus):
    told = []
    api.check(["."], progress=lambda stage, done, total: told.append((stage, total)))
    assert [stage for stage, _ in told] == [
        "reading",
        "shared passages",
        "rules",
        "quotations",
        "figures",
        "sources",
    ]
    assert told[-1][1] == 2


def test_a_lexicon_that_cannot_be_read_is_a_rule_error_with_its_place(corpus):
    book = api.rules()
    broken = {**book.lexicons, "numbers.en": {"words": {"seven": ("x",)}}}
    articles = api.check(["one.txt"]).articles
    with pytest.raises(RuleError) as raised:
        api.look(articles, replace(book, lexicons=broken), min_words=15)
    assert raised.value.place == "rules/lexicon/numbers.en.yaml"


def test_a_rule_of_the_users_own_takes_part(corpus):
    (corpus / "house.yaml").write_text(
        """pack: house
locale: en
rules:
- id: BPL901
  name: harbour-box
  category: house
  severity: error
  confidence: high
  message: "house box left in the text: {match}"
  why: Our own page sets this box.
  fix: Remove the line.
  match:
    starts: [a short line about]
  examples:
    hit: [A short line about boats, A short line about ships]
    miss: [A long line about boats, The line]
  since: "0.1"
"""
    )
    report = api.check(["two.txt"], Config(rules=("house.yaml",)))
    assert [item.rule_id for item in findings(report)] == ["BPL901"]
    assert report.verdict.exit_code == 1


def test_a_severity_of_the_settings_is_the_severity_of_the_finding(corpus):
    report = api.check(["one.txt"], Config(severity=(("BPL001", "error"),)))
    (label,) = (item for item in findings(report) if item.rule_id == "BPL001")
    assert (label.severity, report.verdict.exit_code) == ("error", 1)


def test_settings_are_the_file_under_the_flags(corpus):
    (corpus / "provenance.toml").write_text('min-words = 20\n[gate]\nfail-on = "warning"\n')
    config = api.settings(None, {"min_words": 30})
    assert (config.fail_on, config.min_words) == ("warning", 30)


def test_a_bad_flag_and_a_bad_file_are_told_together(corpus):
    (corpus / "provenance.toml").write_text("min-word = 20\n")
    with pytest.raises(FaultList) as raised:
        api.settings(None, {"min_words": 2})
    assert len(raised.value.faults) == 2


def test_the_public_names_are_there_and_others_are_not():
    assert provenance.check is api.check
    assert all(getattr(provenance, name) is not None for name in provenance.__all__)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = provenance.nothing_like_it


@pytest.mark.parametrize("fail_on", ["NUM999", "BPL"])
def test_a_gate_on_a_rule_that_takes_no_part_is_refused(corpus, fail_on):
    """It would pass for ever."""
    with pytest.raises(ConfigError, match="no such rule takes part"):
        api.check(["."], Config(fail_on=fail_on, ignore=("BPL",)))


def test_a_run_without_any_rule_is_refused(corpus):
    with pytest.raises(ConfigError, match="no rule takes part"):
        api.check(["."], Config(select=("BPL",), ignore=("BPL",)))


def test_a_rule_that_no_check_reports_is_refused(corpus):
    files = {file.place: file.text for file in rule_files(())}
    text = files["rules/attribution.en.yaml"].replace("ATT001", "MET901")
    (corpus / "house.yaml").write_text(text.replace("belief-without", "other-without"))
    with pytest.raises(FaultList, match=r"house\.yaml:\d+: .*no check reports the rule MET901"):
        api.check(["."], Config(rules=("house.yaml",)))


def test_a_current_folder_that_was_removed_is_an_error_with_a_next_step(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(ConfigError, match="removed"):
        api.settings(None, {})


COPY = (
    "The wind took down the power line above the village on Monday night, and the road crew closed "
    "the pass to all lorries until the masts had been looked at by an engineer from the valley. "
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A draft, and an archive of a story it shares a passage with, its copy, and another one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    (tmp_path / "draft.txt").write_text(f"Pass closed\n\n{COPY}\n\nNobody was hurt by it.\n")
    for name in ("one", "two"):
        said = "She said: “The masts will be looked at again in May.” (Reuters)\n\nAdvertisement\n"
        (tmp_path / "archive" / f"{name}.txt").write_text(f"Old\n\n{COPY}\n\n{said}")
    (tmp_path / "archive" / "other.txt").write_text("The harbour is calm.\n\nAdvertisement\n")
    return tmp_path


def ids(table):
    return table.lazy().collect()["article_id"].to_list()


def test_only_drafts_are_judged_beside_an_archive(desk):
    """An archive holds a desk's faults of years; the gate is about today's."""
    report = api.check(["draft.txt"], Config(fail_on="BPL"), against=["archive"])
    assert report.verdict.exit_code == 0
    for name in ("articles", "scores"):
        assert ids(getattr(report, name)) == ["draft.txt"]
    for name in ("findings", "outcomes", "quotes", "credits", "quantities", "reuse"):
        assert set(ids(getattr(report, name))) <= {"draft.txt"}


def test_what_a_draft_shares_with_the_archive_is_found_with_its_place(desk):
    report = api.check(["draft.txt"], against=["archive"])
    (item,) = (item for item in findings(report) if item.rule_id.startswith("DUP"))
    assert item.related[0].article_id == "archive/one.txt"
    assert ids(report.archive) == ["archive/one.txt", "archive/two.txt"]


def test_the_archive_is_not_compared_with_itself(desk):
    report = api.check(["draft.txt"], against=["archive"])
    pairs = set(report.regions.select("left_id", "right_id").rows())
    assert pairs == {("archive/one.txt", "draft.txt"), ("archive/two.txt", "draft.txt")}


def test_a_draft_in_its_archive_gives_what_it_gives_beside_it(desk):
    beside = api.check(["draft.txt"], against=["archive"])
    (desk / "archive" / "draft.txt").symlink_to(desk / "draft.txt")
    inside = api.check(["draft.txt"], against=["archive", "draft.txt"])
    assert inside.findings.equals(beside.findings)
    assert [item.place for item in inside.notices if "itself" in item.message] == ["draft.txt"]


def test_an_archive_that_shares_nothing_was_looked_at(desk):
    report = api.check(["draft.txt"], against=["archive/other.txt"])
    assert len(report.archive) == 0
    assert outcome(report, "draft.txt", "duplication").status == "clear"


def test_unread_input_in_the_archive_fails_the_run(desk):
    """What could not be read may be the very text that was copied."""
    (desk / "archive" / "bad.txt").write_bytes(b"caf\0")
    report = api.check(["draft.txt"], against=["archive"])
    assert [item.place for item in report.unread] == ["archive/bad.txt:1"]
    assert report.verdict.exit_code == 2


def test_an_archive_without_articles_is_no_run(desk):
    (desk / "empty").mkdir()
    report = api.check(["draft.txt"], against=["empty"])
    assert [item.place for item in report.unread] == ["empty"]
    assert report.verdict.exit_code == 2


def test_standard_input_cannot_be_draft_and_archive(desk):
    with pytest.raises(UsageError, match="named twice"):
        api.check(["-"], against=["-"])


def test_two_articles_are_compared_whatever_their_ids(desk):
    """Two records of two files may have one id."""
    for name in ("a", "b"):
        (desk / f"{name}.jsonl").write_text(json.dumps({"id": "x", "text": COPY}) + "\n")
    found = api.compare("a.jsonl", "b.jsonl")
    assert (found.left.article.path, found.right.article.path) == ("a.jsonl", "b.jsonl")
    (passage,) = found.passages
    assert (passage.region.left_start, passage.edits) == (0, ())
    assert found.left.shared > 0.95


def test_left_stays_left_whatever_the_ids(desk):
    found = api.compare("draft.txt", "archive/one.txt")
    turned = api.compare("archive/one.txt", "draft.txt")
    (one,), (other,) = found.passages, turned.passages
    assert found.left.article == turned.right.article
    assert one.region.left_start == other.region.right_start
    assert found.left.shared == turned.right.shared < 1


def test_an_article_is_named_by_its_id_in_a_file_of_several(desk):
    lines = [json.dumps({"id": name, "text": f"{name} {COPY}"}) for name in ("x", "y")]
    (desk / "c.jsonl").write_text("\n".join(lines))
    assert api.compare("draft.txt", "c.jsonl#y").right.article.text.startswith("y ")
    with pytest.raises(UsageError, match="holds 2 articles"):
        api.compare("draft.txt", "c.jsonl")


def test_settings_hold_for_a_comparison(desk):
    assert api.compare("draft.txt", "archive/one.txt", Config(min_words=500)).passages == ()


def test_standard_input_cannot_be_compared_with_itself(desk):
    with pytest.raises(UsageError, match="named twice"):
        api.compare("-", "-#x")


def many(count, passage):
    """Articles that have one passage in common, and nothing else."""
    rows = [
        {
            "id": f"n{number:02}",
            "text": " ".join(f"w{number}x{at}" for at in range(40)) + f" {passage}",
            "outlet": "Gazette" if number % 2 else "Courier",
        }
        for number in range(count)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize(("count", "told"), [(16, 0), (17, 1)])
def test_what_was_not_compared_with_everything_is_told(tmp_path, count, told):
    """A limit that nobody hears of would pass for a clean corpus."""
    passage = "the ferry to the outer islands runs twice a day and takes no cars at all"
    (tmp_path / "corpus.jsonl").write_text(many(count, passage))
    notices = api.check([str(tmp_path / "corpus.jsonl")]).notices
    found = [item.message for item in notices if item.place == "shared passages"]
    assert len(found) == told
    assert all("more than 16 places" in text and "Courier" in text for text in found)


def test_the_memory_of_the_search_is_what_the_settings_say(tmp_path):
    (tmp_path / "story.txt").write_text("A short story. " * 20)
    with pytest.raises(ConfigError, match="do not hold") as raised:
        api.check([str(tmp_path / "story.txt")], Config(memory=1000))
    assert raised.value.hint


def of_one_outlet(folder, name, numbers):
    """Stories without a word in common, all under the same line."""
    records = [
        {
            "id": f"s{n}",
            "outlet": "Post",
            "text": "From The Weir\n\n" + " ".join(f"word{n}x{k}" for k in range(60)),
        }
        for n in numbers
    ]
    (folder / name).write_text("".join(json.dumps(record) + "\n" for record in records))


def test_a_line_comes_back_in_the_whole_archive_not_in_what_shares_a_passage(tmp_path):
    """A draft that shares nothing but this line with the archive still has it."""
    of_one_outlet(tmp_path, "archive.jsonl", range(5))
    of_one_outlet(tmp_path, "draft.jsonl", [5])
    paths = [str(tmp_path / name) for name in ("draft.jsonl", "archive.jsonl")]
    beside = api.check(paths[:1], Config(fail_on="BPL131"), against=paths[1:])
    assert [(each.article_id, each.rule_id) for each in findings(beside)] == [("s5", "BPL131")]
    assert "in 6 stories of Post" in findings(beside)[0].message
    assert beside.verdict.exit_code == 1
    assert beside.archive.is_empty()


def test_reprints_in_the_archive_are_one_story(tmp_path):
    of_one_outlet(tmp_path, "archive.jsonl", [1, 1, 1, 1])
    of_one_outlet(tmp_path, "draft.jsonl", [5])
    lines = (tmp_path / "archive.jsonl").read_text().splitlines()
    other_ids = [line.replace('"s1"', f'"t{n}"') for n, line in enumerate(lines)]
    (tmp_path / "archive.jsonl").write_text("\n".join(other_ids) + "\n")
    report = api.check([str(tmp_path / "draft.jsonl")], against=[str(tmp_path / "archive.jsonl")])
    assert findings(report) == []


GERMAN = (
    "Die Fähre ist am Montag nicht gefahren, weil der Wind zu stark war und die Leute nicht auf den "
    "Steg gehen sollten. Der Kapitän sagte, dass er am Dienstag mit dem Boot wieder auf die Insel "
    "fahren wird, wenn der Sturm sich bis dahin gelegt hat."
)


def test_a_gate_on_a_rule_that_looked_at_no_article_says_so(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(GERMAN)
    told = api.check([str(path)], Config(fail_on="BPL001,BPL201")).notices
    assert [notice.place for notice in told] == ["BPL001"]
    assert "looked at no article" in told[0].message


def test_rules_of_the_languages_that_occur_take_part_whether_one_is_named_or_not(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{GERMAN}\n\nAnzeige\n")
    plain, named = (
        api.check([str(path)], config) for config in (Config(), Config(fail_on="BPL201"))
    )
    assert [rule.rule_id for rule in plain.rules] == [rule.rule_id for rule in named.rules]
    assert {rule.locale for rule in plain.rules if rule.check is None} == {"de", "und"}
    assert [item.rule_id for item in findings(plain)] == ["BPL201"]
    assert named.verdict.exit_code == 1


def test_an_article_whose_figures_were_cut_is_told_and_one_of_the_archive_is_not(corpus):
    """A table is read in part; silence about its rest must not look like a clean one."""
    (corpus / "table.txt").write_text("12 boats. " * 900)
    (corpus / "old.txt").write_text("14 boats. " * 900)
    report = api.check(["one.txt", "table.txt"], against=["old.txt"])
    (notice,) = (item for item in report.notices if item.place == "figures")
    assert "table.txt" in notice.message
    assert "old.txt" not in notice.message
    assert "figures" not in [item.place for item in api.check(["one.txt"]).notices]


def test_of_many_articles_whose_figures_were_cut_a_few_are_named(corpus):
    for number in range(5):
        (corpus / f"table{number}.txt").write_text(f"1{number} boats. " * 900)
    report = api.check([f"table{number}.txt" for number in range(5)])
    (notice,) = (item for item in report.notices if item.place == "figures")
    assert [f"table{number}.txt" in notice.message for number in range(5)] == [True] * 3 + [
        False
    ] * 2
    assert "and 2 more" in notice.message
