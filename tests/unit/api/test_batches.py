"""A run in batches finds what a run in one piece finds, and goes on where it was stopped."""

import dataclasses
import shutil

import polars as pl
import pytest

from provenance import api
from provenance.api import batches, run
from provenance.config import Config
from provenance.sources import stream

CORPUS = ["seeds"]


@pytest.fixture
def small_batches(monkeypatch):
    """Batches of five articles, so that those that share a passage lie in several."""
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 5)


@pytest.fixture(scope="module")
def whole(root_folder):
    """What a run in one piece says of the sample corpus."""
    return api.check(CORPUS)


@pytest.fixture(scope="module")
def root_folder():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(stream.__file__.rpartition("/provenance/")[0])
        yield


def differences(one, other):
    """The names of the fields in which two reports differ."""
    found = []
    for field in dataclasses.fields(one):
        here, there = getattr(one, field.name), getattr(other, field.name)
        if isinstance(here, pl.DataFrame | pl.LazyFrame):
            same = here.lazy().collect().equals(there.lazy().collect())
        else:
            same = here == there or field.name == "kept"
        found += [field.name] * (not same)
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_batches_change_nothing(whole, small_batches, workers):
    assert differences(whole, api.check(CORPUS, workers=workers)) == []


def test_batches_change_nothing_where_articles_are_compared_with_an_archive(
    root_folder, small_batches, monkeypatch
):
    given = {"against": ["seeds/harbour-gazette"]}
    parts = api.check(["seeds/archive.jsonl", "seeds/der-talbote"], **given)
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 1)
    assert (
        differences(api.check(["seeds/archive.jsonl", "seeds/der-talbote"], **given), parts) == []
    )


def test_batches_change_nothing_under_settings(root_folder, small_batches, monkeypatch):
    config = Config(select=("BPL", "DUP"), severity=(("BPL001", "error"),), min_words=20)
    parts = api.check(CORPUS, config)
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 10_000)
    assert differences(api.check(CORPUS, config), parts) == []


def asked(monkeypatch):
    """What workers are asked from now on, by the names of the functions."""
    calls = []
    for name in ("look_within", "ask_checks"):
        function = getattr(batches, name)

        def call(task, function=function, name=name):
            calls.append(name)
            return function(task)

        monkeypatch.setattr(batches, name, call)
    return calls


def test_a_second_run_does_nothing_again(whole, small_batches, monkeypatch, tmp_path):
    api.check(CORPUS, checkpoint=str(tmp_path / "runs"))
    calls = asked(monkeypatch)
    again = api.check(CORPUS, checkpoint=str(tmp_path / "runs"))
    assert calls == []
    assert differences(whole, again) == []


@pytest.mark.parametrize("failing", ["look_within", "ask_checks"])
@pytest.mark.parametrize("at", [1, 3])
def test_a_run_that_was_stopped_does_only_what_is_left(  # noqa: PLR0917
    whole, small_batches, monkeypatch, tmp_path, failing, at
):
    folder, function = str(tmp_path / "runs"), getattr(batches, failing)
    begun = []

    def stop(task):
        begun.append(task)
        if len(begun) == at:
            raise KeyboardInterrupt
        return function(task)

    with monkeypatch.context() as patch:
        patch.setattr(batches, failing, stop)
        with pytest.raises(KeyboardInterrupt):
            api.check(CORPUS, checkpoint=folder)
    calls = asked(monkeypatch)
    again = api.check(CORPUS, checkpoint=folder)
    number = -(-len(whole.articles) // 5)
    assert calls.count(failing) == number - (at - 1)
    assert differences(whole, again) == []


def test_a_changed_article_is_looked_at_again_and_others_are_not(
    root_folder, small_batches, monkeypatch, tmp_path
):
    shutil.copytree("seeds", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    api.check(["corpus"], checkpoint="runs")
    last = max((tmp_path / "corpus").rglob("*.md"))
    last.write_text(last.read_text() + "\nAdvertisement\n")
    calls = asked(monkeypatch)
    report = api.check(["corpus"], checkpoint="runs")
    assert calls.count("look_within") == 1
    name = last.relative_to(tmp_path).as_posix()
    assert report.findings.filter(article_id=name, rule_id="BPL001").height == 1


def test_other_settings_or_rules_find_nothing_of_an_earlier_run(
    root_folder, small_batches, monkeypatch, tmp_path
):
    """What was found under other rules would be another run's answer."""
    folder = str(tmp_path / "runs")
    api.check(CORPUS, checkpoint=folder)
    calls = asked(monkeypatch)
    api.check(CORPUS, Config(min_words=20), checkpoint=folder)
    assert "look_within" in calls
    calls.clear()
    pack = tmp_path / "house.yaml"
    pack.write_text(
        "pack: house\nlocale: und\nrules:\n- {id: BPL901, name: house-label, category: house, "
        "severity: warning, confidence: high, message: 'left: {match}', why: It is left., "
        "fix: Take it out., match: {lines: [qq label]}, clean: {remove: line, safety: safe}, "
        "examples: {hit: [qq label, QQ label], miss: [nothing, not here]}, since: '0.1'}\n"
    )
    api.check(CORPUS, Config(rules=(str(pack),)), checkpoint=folder)
    assert "look_within" in calls


def test_progress_tells_articles_and_never_more_than_all(root_folder, small_batches):
    told = []
    report = api.check(CORPUS, progress=lambda *step: told.append(step))
    for stage in ("within articles", "findings"):
        steps = [(done, total) for name, done, total in told if name == stage]
        assert steps[-1] == (len(report.articles),) * 2
        assert all(done <= total for done, total in steps)


def test_a_temporary_folder_is_gone_after_the_run(
    root_folder, small_batches, monkeypatch, tmp_path
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    report = api.check(CORPUS)
    assert len(list(tmp_path.iterdir())) == 1
    del report
    assert list(tmp_path.iterdir()) == []


def test_a_report_has_its_tables_wherever_the_program_goes(
    root_folder, small_batches, monkeypatch, tmp_path
):
    shutil.copytree("seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    report = api.check(CORPUS, checkpoint="runs")
    monkeypatch.chdir("/")
    assert len(report.quotes.collect())


@pytest.mark.parametrize(("memory", "workers"), [(100_000_000, 1), (1_100_000_000, 2), (None, 8)])
def test_no_more_workers_are_started_than_memory_holds(
    root_folder, small_batches, monkeypatch, memory, workers
):
    """Each takes up to 500 MB; half of a machine with plenty of memory holds them all."""
    asked_for = []

    def stop(_config, number, *_rest):
        asked_for.append(number)
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "workshop", stop)
    monkeypatch.setattr(run, "allowed", lambda memory: memory or 64_000_000_000)
    with pytest.raises(KeyboardInterrupt):
        api.check(CORPUS, Config(memory=memory), workers=8)
    assert asked_for == [workers]
