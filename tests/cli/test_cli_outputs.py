"""Where reports go: several at once, to files, folders, standard output and a step's summary."""

import json

import orjson
import polars as pl
import pytest

from provenance.cli.outputs import Target, targets
from provenance.errors import UsageError
from provenance.reporters import FOLDERS, REPORTERS


def asked(*formats, output=None, **environment):
    return targets(formats or None, output, environment)


@pytest.mark.parametrize(
    ("formats", "output", "wanted"),
    [
        ((), None, [("text", None)]),
        ((), "r.txt", [("text", "r.txt")]),
        (("json",), "-", [("json", None)]),
        (("json=-",), None, [("json", None)]),
        (("=json",), None, [("json", None)]),
        (("=json=r",), None, [("json", "r")]),
        (("text", "sarif=out.sarif"), None, [("text", None), ("sarif", "out.sarif")]),
        (("text", "sarif=out.sarif"), "r.txt", [("text", "r.txt"), ("sarif", "out.sarif")]),
        (("json=a=b.json",), None, [("json", "a=b.json")]),
        (("github", "text"), None, [("github", None), ("text", None)]),
        (("github", "json"), "r.json", [("github", None), ("json", "r.json")]),
        (("github=g.txt",), None, [("github", "g.txt")]),
        (("parquet=tables/",), None, [("parquet", "tables/")]),
    ],
)
def test_each_format_goes_where_it_is_sent(folder, formats, output, wanted):
    assert asked(*formats, output=output) == [Target(name, file) for name, file in wanted]


@pytest.mark.parametrize(
    ("formats", "output", "told"),
    [
        (("jsn",), None, "no format 'jsn'"),
        (("",), None, "no format ''"),
        (("=x",), None, "no format 'x'"),
        (("json=",), None, "names no file"),
        (("json", "text"), None, "two reports would go to standard output"),
        (("github", "github"), None, "two reports would go to standard output"),
        (("json=-", "csv"), None, "two reports would go to standard output"),
        (("json", "csv"), "r", "two reports would go to r"),
        (("json=r", "csv=./x/../r"), None, "two reports would go to ./x/../r"),
        (("json=link", "csv=real"), None, "two reports would go to real"),
        (("json=r",), "s", "no report goes to s"),
        (("github",), "s", "no report goes to s"),
        (("parquet",), None, "several files"),
        (("parquet=-",), None, "several files"),
        (("parquet=file",), None, "several files"),
        (("json=dir",), None, "dir is a folder"),
        (("json=new/",), None, "new/ is a folder"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_the_run_with_the_next_step(
    folder, formats, output, told
):
    (folder / "dir").mkdir()
    (folder / "file").touch()
    (folder / "link").symlink_to("real")
    with pytest.raises(UsageError) as fault:
        asked(*formats, output=output)
    assert told in fault.value.message
    assert fault.value.hint


def test_the_nearest_format_is_named():
    with pytest.raises(UsageError) as fault:
        asked("Sarf")
    assert fault.value.hint == "did you mean sarif?"


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_can_be_sent_to_a_place(name):
    assert asked(f"{name}=place") == [Target(name, "place")]


def test_markdown_goes_to_the_summary_of_the_step_unless_sent_elsewhere(folder):
    def sent(*formats, output=None):
        return asked(*formats, output=output, GITHUB_STEP_SUMMARY="s.md")

    assert sent("markdown", "text") == [Target("markdown", "s.md", True), Target("text")]
    assert sent("markdown=-") == [Target("markdown")]
    assert sent("markdown=m.md") == [Target("markdown", "m.md")]
    assert sent("markdown", output="m.md") == [Target("markdown", "m.md")]
    assert asked("markdown", GITHUB_STEP_SUMMARY="") == [Target("markdown")]


def test_several_reports_of_one_run_are_those_of_several_runs(run, labelled, folder):
    single = {name: run("check", labelled, "-f", name).out for name in ("text", "json", "csv")}
    done = run("check", labelled, "-f", "text", "-f", "json=a/b/r.json", "-f", "csv=r=1.csv")
    assert (done.code, done.out, done.err) == (0, single["text"], "")
    assert (folder / "a/b/r.json").read_bytes().decode() == single["json"]
    assert (folder / "r=1.csv").read_bytes().decode() == single["csv"]


def test_the_verdict_is_told_where_no_page_is(run, labelled):
    """Whoever looks at the log of a job must see how it ended."""
    assert run("check", labelled, "-f", "json=r.json").err.startswith("gate passed")
    assert run("check", labelled, "-f", "json=r.json", "-q").err == ""
    assert run("check", labelled, "-f", "grouped").err == ""


def test_a_report_that_cannot_be_written_is_code_2_and_the_others_are_written(
    run, labelled, folder
):
    """A full disk under one report must not cost the others, nor pass for a pass."""
    done = run(
        *("check", labelled, "--fail-on", "never", "-f", "concise"),
        *("-f", f"json={labelled}/r.json", "-f", "csv=r.csv", "-f", f"junit={labelled}/r.xml"),
    )
    assert done.code == 2
    assert done.out.startswith("labelled.txt:7:1: ")
    assert (folder / "r.csv").read_bytes().startswith(b"kind,")
    for name in ("r.json", "r.xml"):
        assert f"labelled.txt/{name}: error[P500]" in done.err


OLDER = ("old.xml", "old.html", "old.sarif")
ASKED = ("-f", "junit=old.xml", "-f", "html=old.html", "-f", "sarif=old.sarif")


@pytest.fixture
def older(folder):
    """Reports of a run of yesterday."""
    for name in OLDER:
        (folder / name).write_text("yesterday", encoding="utf-8")
    return folder


@pytest.mark.parametrize("path", ["empty", "none.txt", "no*.txt"])
def test_a_run_over_nothing_replaces_the_older_reports(run, older, path):
    """Else a server that collects them shows yesterday's for today's."""
    (older / "empty").mkdir()
    done = run("check", path, *ASKED)
    assert done.code == 2
    told = [(older / name).read_text(encoding="utf-8") for name in OLDER]
    assert all(path in page for page in told)
    assert "left as it was" not in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--min-words", "0", "clean.txt"),
        ("--rules", "gone.yaml", "clean.txt"),
        ("--limit", "articles", "clean.txt"),
        ("--against", "", "clean.txt"),
        (),
    ],
)
def test_a_run_that_ends_before_its_reports_names_the_older_ones(run, clean, older, arguments):
    (older / "new").mkdir()
    (older / "old" / "tables").mkdir(parents=True)
    (older / "old" / "tables" / "manifest.json").write_text("{}")
    more = ("-f", "parquet=new", "-f", "parquet=old/tables", "-f", "json=fresh.json")
    done = run("check", *ASKED, *more, *arguments)
    assert (done.code, done.out) == (2, "")
    told = "left as it was, from an earlier run: old.xml, old.html, old.sarif, old/tables\n"
    assert done.err.startswith(told)
    assert (older / "old.xml").read_text() == "yesterday"


def test_older_reports_are_named_after_a_fault_of_ours_too(run, clean, older, monkeypatch):
    def fail(*arguments, **options):
        raise ZeroDivisionError

    monkeypatch.setattr("provenance.api.check", fail)
    assert "from an earlier run: old.xml" in run("check", clean, *ASKED).err
    assert "earlier run" not in run("check", clean).err


def test_what_the_run_has_read_is_not_said_to_be_an_older_report(run, clean, older):
    done = run("check", clean, "-o", clean, *ASKED, "-f", "text")
    assert done.code == 2
    assert f"earlier run: {', '.join(OLDER)}\n" in done.err


@pytest.mark.parametrize("fault", [ValueError("a bug"), SystemExit(0), RecursionError()])
def test_a_fault_in_one_reporter_costs_no_other_report(run, clean, older, monkeypatch, fault):
    def fail(*arguments):
        raise fault

    monkeypatch.setattr("provenance.reporters.junit.render", fail)
    done = run("check", clean, *ASKED, "-f", "csv=r.csv", "-f", "json")
    assert done.code == 2
    assert done.err.startswith(f"internal error: {type(fault).__name__}: ")
    assert "left as it was, from an earlier run: old.xml\n" in done.err
    assert "<html" in (older / "old.html").read_text(encoding="utf-8")
    assert (older / "r.csv").read_bytes().startswith(b"kind,")
    verdict = orjson.loads(done.out)["verdict"]
    assert verdict["exit_code"] == 2
    assert verdict["reasons"][0] == "a report could not be written: junit to old.xml"


@pytest.mark.parametrize("page", ["text", "concise"])
def test_a_page_does_not_say_passed_when_another_report_is_missing(run, clean, page):
    done = run("check", clean, "-f", page, "-f", f"json={clean}/r.json")
    told = "not a valid run: a report could not be written: json to clean.txt/r.json; no finding"
    assert done.code == 2
    assert told in done.out + done.err
    assert "gate passed" not in done.out + done.err


def test_no_report_replaces_what_the_run_has_read(run, labelled, folder):
    """And none of the others is written then: it is a slip of the hand."""
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text("Rain fell on the town.\n", encoding="utf-8")
    for target in ("json=texts/a.txt", "json=texts/../texts/a.txt", "parquet=texts", "parquet=."):
        done = run("check", "texts", labelled, "-f", "csv=r.csv", "-f", target)
        assert (done.code, done.out) == (2, "")
        assert "error[P500]" in done.err
    files = sorted(path.name for path in folder.rglob("*"))
    assert files == ["a.txt", "labelled.txt", "texts"]


def test_the_summary_of_the_step_is_added_to_and_standard_output_stays_free(
    run, labelled, folder, monkeypatch
):
    (folder / "summary.md").write_text("# Another tool\nsays this", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    done = run("check", labelled, "-f", "markdown")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("gate passed")
    shown = (folder / "summary.md").read_text(encoding="utf-8")
    assert shown.startswith("# Another tool\nsays this\n## ✅ gate passed\n")
    assert (
        shown[len("# Another tool\nsays this\n") :]
        == run("check", labelled, "-f", "markdown=-").out
    )


@pytest.fixture
def paths(folder, clean, labelled):
    """Texts in a folder of their own, so that reports can stand beside them."""
    (folder / "texts").mkdir()
    for name in (clean, labelled):
        (folder / name).rename(folder / "texts" / name)
    return "texts"


def test_tables_are_read_back_as_the_json_report_says(run, paths, folder):
    assert run("check", paths, "-f", "parquet=tables", "-f", "json=r.json").code == 0
    told = orjson.loads((folder / "r.json").read_bytes())
    manifest = json.loads((folder / "tables" / "manifest.json").read_text(encoding="utf-8"))
    written = {path.name for path in (folder / "tables").iterdir()}
    assert written == {file["name"] for file in manifest["files"]} | {"manifest.json"}
    for name in ("findings", "articles", "scores", "rules"):
        assert len(pl.read_parquet(folder / "tables" / f"{name}.parquet")) == len(told[name])


def test_tables_written_among_the_articles_are_no_articles_of_the_next_run(run, paths, folder):
    for _ in range(2):
        done = run("check", paths, "-f", f"parquet={paths}/tables", "-f", "json")
        document = orjson.loads(done.out)
        assert done.code == 0
        assert len(document["articles"]) == 2
    (notice,) = document["notices"]
    assert notice["message"] == "folders that hold the tables of a report are no input (1 here)"


@pytest.mark.parametrize(
    "asked",
    [
        ("-f", "json=texts/report.json"),
        ("-f", "text", "-f", "html=texts/deep/er/report.html"),
        ("-o", "./texts/../texts/report.md"),
        ("--manifest", "texts/run.json"),
        ("-o", "texts/clean.txt"),
        ("-f", "csv=other.txt"),
        ("-f", "parquet=texts"),
        ("-f", "csv=texts/report.md"),
        ("--against", "more", "-o", "more/old.txt"),
        ("--against", "more", "-o", "more/new.txt"),
    ],
)
def test_a_report_among_the_articles_is_refused_before_anything_is_read(
    run, paths, folder, monkeypatch, asked
):
    """A run may take an hour, and the next one would read the report as an article."""
    (folder / "more").mkdir()
    (folder / "more" / "old.txt").write_text("The ferry left at noon.", encoding="utf-8")
    (folder / "other.txt").write_text("The ferry left at noon.", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    monkeypatch.delattr("provenance.api.check")
    done = run("check", paths, "other.txt", *asked)
    assert (done.code, done.out) == (2, "")
    assert "error[P500]" in done.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("more", [(), ("--exclude", "*.json")])
def test_what_no_run_reads_may_stand_among_the_articles(run, paths, folder, more):
    name = "report.json" if more else "report.sarif"
    for _ in range(2):
        done = run("check", paths, *more, "-f", f"{name.partition('.')[2]}={paths}/{name}")
        assert done.code == 0


@pytest.mark.parametrize("tables", ["report.parquet", "report.json"])
def test_tables_may_stand_among_the_articles_and_files_beside_them(run, paths, tables):
    """They are passed over, whatever the folder is called, and so is all else in it."""
    for more in ((), ("-f", f"json={paths}/{tables}/report.json")):
        assert run("check", paths, "-f", f"parquet={paths}/{tables}", *more).code == 0


def test_a_report_may_stand_beside_the_batches_of_a_run(run, paths, folder):
    (folder / paths / "run" / "below").mkdir(parents=True)
    (folder / paths / "run" / ".provenance-run").touch()
    for _ in range(2):
        assert run("check", paths, "-o", f"{paths}/run/below/report.txt").code == 0


def test_equal_runs_give_equal_tables(start, paths, folder):
    """Whatever the hash seed and the number of threads, and in place of older ones."""
    for seed, threads in (("1", "1"), ("2", "4")):
        environment = {"PYTHONHASHSEED": seed, "POLARS_MAX_THREADS": threads}
        start("check", paths, "-f", f"parquet=new/{seed}", env=environment)
        start("check", paths, "-f", "parquet=again", env=environment)
    kept = [
        {path.name: path.read_bytes() for path in (folder / name).iterdir()}
        for name in ("new/1", "new/2", "again")
    ]
    assert kept[0] == kept[1] == kept[2]


def test_the_shell_completes_formats(start):
    words = {"COMP_WORDS": "provenance check -f js", "COMP_CWORD": "3"}
    done = start("check", env={"_PROVENANCE_COMPLETE": "complete_bash", **words})
    assert (done.code, done.out.split()) == (0, ["json", "jsonl"])


def test_help_names_every_format(run):
    shown = " ".join(run("check", "--help").out.split())
    for name in REPORTERS:
        assert name in shown
    assert set(FOLDERS) <= set(REPORTERS)
