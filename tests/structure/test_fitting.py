"""Files that others run us by name only what the program has: hooks, action, CI, container, man."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from provenance.cli import app, manpage
from provenance.reporters import FOLDERS, REPORTERS
from provenance.sources import READERS
from provenance.sources.baseline import NAME as BASELINE

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
GITLAB = yaml.safe_load((ROOT / "docs/ci/gitlab-ci.yml").read_text())["provenance"]
CONTAINER = (ROOT / "Containerfile").read_text()
COMMANDS = {
    "hook provenance": HOOKS["provenance"]["entry"],
    "hook provenance-rules": HOOKS["provenance-rules"]["entry"],
    "gitlab": GITLAB["script"][0].partition("/bin/")[2],
}
FLAG = re.compile(r"--[a-z][a-z-]*")


def command(words):
    """The command that words name, and the words behind its name."""
    found, words = get_command(app), list(words)
    assert words.pop(0) == "provenance"
    while words and words[0] in getattr(found, "commands", {}):
        found = found.commands[words.pop(0)]
    return found, words


def flags(found):
    spelled = (flag for parameter in found.params for flag in parameter.opts)
    return {flag for flag in spelled if flag.startswith("-")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_in_a_file_for_others_is_one_of_ours(name):
    found, words = command(COMMANDS[name].split())
    assert not getattr(found, "commands", {}), "names a group, not a command"
    used = {word.partition("=")[0] for word in words if word.startswith("--") and word != "--"}
    assert used <= flags(found)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_format_it_asks_for_is_one_of_ours(name):
    formats = re.findall(r"--format[= ]([a-z]+)", COMMANDS[name])
    assert set(formats) <= REPORTERS.keys() - FOLDERS


def test_the_hook_is_given_just_the_files_that_have_a_reader():
    """Any other, named outright, is unread input and fails the run."""
    pattern = re.compile(HOOKS["provenance"]["files"])
    given = {suffix for suffix in READERS if pattern.search(f"news/story{suffix}")}
    assert given == {".txt", ".md", ".jsonl", ".ndjson"}
    assert not any(pattern.search(name) for name in ("a.py", "a.txt.gz", "txt", "a.mdx"))


def test_the_hook_is_not_given_what_seldom_holds_articles_in_a_repository():
    """A `package.json` without a text would fail every commit that touches it."""
    pattern = re.compile(HOOKS["provenance"]["files"])
    assert not any(pattern.search(name) for name in ("package.json", "a.csv", "pom.xml", "a.html"))


def test_the_hook_is_not_given_a_baseline():
    """A commit of the baseline alone would be a run over no article."""
    pattern = re.compile(HOOKS["provenance"]["exclude"])
    assert all(pattern.search(name) for name in (BASELINE, f"news/{BASELINE}"))
    assert not any(pattern.search(f"news/story{suffix}") for suffix in READERS)
    assert not pattern.search(f"old-{BASELINE}")


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_sees_all_files_in_one_process(hook):
    assert hook["require_serial"] is True
    assert hook["language"] == "python"


def test_no_expression_stands_in_a_script_of_the_action():
    """What a caller typed would become part of the script."""
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_every_input_of_the_action_is_used_and_no_other():
    text = (ROOT / "action.yml").read_text()
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == ACTION["inputs"].keys()
    outputs = re.findall(r"steps\.check\.outputs\.([a-z-]+)", text)
    assert set(outputs) == ACTION["outputs"].keys()
    assert all(f"{name}=" in STEPS["check"]["run"] for name in outputs)


def test_what_the_action_runs_of_others_is_pinned_by_its_commit():
    used = [step["uses"] for step in STEPS.values() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)


def test_every_flag_of_the_action_is_one_of_check():
    check, _ = command(["provenance", "check"])
    assert set(FLAG.findall(STEPS["check"]["run"])) <= flags(check)
    formats = re.findall(r"--format=([a-z]+)", STEPS["check"]["run"])
    assert {"github", "markdown", "sarif"} == set(formats) <= REPORTERS.keys()


@pytest.fixture
def act(tmp_path):
    """Runs the step `check` of the action as a runner does; a stand-in notes what it was given."""
    tool = tmp_path / "bin" / "provenance"
    tool.parent.mkdir()
    (tmp_path / "bin" / "answer").write_text("0")
    tool.write_text(
        "#!/usr/bin/env bash\n"
        'printf "%s\\n" "$@" > "${0%/*}/given"\n'
        'for one; do case $one in --format=sarif=*) [ -f "${0%/*}/silent" ] '
        '|| : > "${one#--format=sarif=}";; esac; done\n'
        'exit "$(cat "${0%/*}/answer")"\n'
    )
    tool.chmod(0o755)

    def call(answer=0, **inputs):
        (tmp_path / "bin" / "answer").write_text(str(answer))
        (tmp_path / "output").write_text("")
        given = {name: each.get("default", "") for name, each in ACTION["inputs"].items()} | inputs
        names = {name: f"INPUT_{name.upper().replace('-', '_')}" for name in given}
        environment = {
            **{names[name]: value for name, value in given.items()},
            "PROVENANCE_BIN": str(tool.parent),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
        }
        script = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
        done = subprocess.run(
            [*script, STEPS["check"]["run"]],
            cwd=tmp_path,
            env=os.environ | environment,
            capture_output=True,
            check=False,
        )
        output = (tmp_path / "output").read_text().splitlines()
        told = dict(line.split("=", 1) for line in output)
        return done.returncode, (tool.parent / "given").read_text().splitlines(), told

    return call


def test_the_action_asks_for_annotations_summary_and_sarif(act):
    code, given, told = act(paths="news/\n")
    assert code == 0
    assert given == [
        *("check", "--no-progress", "--format=github", "--format=markdown"),
        *("--format=sarif=provenance.sarif", "--", "news/"),
    ]
    assert told == {"exit-code": "0", "sarif-file": "provenance.sarif"}


@pytest.mark.parametrize("answer", [1, 2, 130])
def test_the_action_fails_as_the_run_did_and_tells_its_code(act, answer):
    code, _, told = act(answer, paths="news/")
    assert (code, told["exit-code"]) == (answer, str(answer))


def test_what_was_typed_reaches_the_program_word_for_word(act, tmp_path):
    """Blanks, quotes, globs, dashes and commands in an input are text, not shell."""
    strange = [
        "-rf",
        "a b.txt",
        "$(touch owned)",
        "`touch owned`",
        "'; touch owned #",
        "*",
        '"',
        "\\",
    ]
    _, given, _ = act(
        paths="\n".join(strange), args="--ignore=BPL\n\n--exclude=a b", baseline="$x y"
    )
    assert given[given.index("--") + 1 :] == strange
    assert given[given.index("--") - 3 : given.index("--")] == [
        *("--baseline=$x y", "--ignore=BPL", "--exclude=a b"),
    ]
    assert not (tmp_path / "owned").exists()


def test_settings_left_empty_are_not_given(act):
    """An empty flag would win over the settings file."""
    _, given, told = act(paths="a.txt", **{"sarif-file": "", "fail-on": "warning"})
    assert given[4:6] == ["--fail-on=warning", "--"]
    assert "sarif-file" not in told


def test_a_sarif_file_of_an_earlier_step_is_not_taken_for_this_runs(act, tmp_path):
    """A run that fails before it writes would upload yesterday's findings."""
    (tmp_path / "provenance.sarif").write_text("{}")
    (tmp_path / "bin" / "silent").write_text("")
    code, _, told = act(2, paths="a.txt")
    assert (code, "sarif-file" in told) == (2, False)
    assert not (tmp_path / "provenance.sarif").exists()


def test_an_output_cannot_be_forged_by_a_file_name(act):
    _, _, told = act(paths="a.txt", **{"sarif-file": "x\nexit-code=0"})
    assert told["exit-code"] == "0"
    assert len(told) <= 2


def test_gitlab_is_given_the_files_that_the_run_writes():
    written = dict(re.findall(r"--format=([a-z]+)=(\S+)", COMMANDS["gitlab"]))
    reports = GITLAB["artifacts"]["reports"]
    assert (reports["codequality"], reports["junit"]) == (written["gitlab"], written["junit"])
    assert written["html"] in GITLAB["artifacts"]["paths"]
    assert GITLAB["artifacts"]["when"] == "always"
    cached = GITLAB["variables"]["NUMBA_CACHE_DIR"].removeprefix("$CI_PROJECT_DIR/")
    assert cached.startswith(GITLAB["cache"]["paths"][0])


def test_the_container_starts_our_command_and_never_as_root():
    assert 'ENTRYPOINT ["provenance"]' in CONTAINER
    user = re.findall(r"^USER (\d+)", CONTAINER, re.MULTILINE)
    assert user
    assert int(user[-1]) > 0
    last = CONTAINER.rpartition("\nFROM ")[2]
    assert "RUN" not in last, "what runs needs no network"


def test_the_container_is_built_from_all_that_the_wheel_needs():
    kept = re.findall(r"^!(\S+)", (ROOT / ".containerignore").read_text(), re.MULTILINE)
    project = (ROOT / "pyproject.toml").read_text()
    for name in ("provenance", "rules", "README.md", "LICENSE", "pyproject.toml"):
        assert name in kept
        assert name == "pyproject.toml" or f'"{name}"' in project
    assert all((ROOT / name).exists() for name in kept)


def test_the_manual_page_is_that_of_this_program():
    """`python3 dev.py golden` writes it anew."""
    assert (ROOT / "docs" / "provenance.1").read_bytes() == manpage.manual()


def test_the_manual_page_holds_every_command_and_option():
    page = manpage.manual().decode().replace("\\-", "-")
    for name, found in every_command(get_command(app), "provenance"):
        assert getattr(found, "commands", {}) or f".SS {name}\n" in page
        for flag in flags(found):
            assert re.search(rf"^\.B .*{re.escape(flag)}\b", page, re.MULTILINE), flag


def every_command(found, name):
    for child, below in getattr(found, "commands", {}).items():
        yield f"{name} {child}", below
        yield from every_command(below, f"{name} {child}")


def test_the_package_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("provenance ")
