"""From nothing to a running program with one command; needs Python 3.11 and pip, no more.

python3 dev.py demo     set up, then check the sample corpus in seeds/
python3 dev.py test     set up, then run everything that CI runs
python3 dev.py golden   write the sample reports and generated docs anew; read the diff

Everything is installed into .venv beside this file, and again only when pyproject.toml changed.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BIN = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
# The formats of which a report of seeds/ is committed, with its file in reports/.
SAMPLES = {
    "text": "sample.txt",
    "grouped": "sample.grouped.txt",
    "concise": "sample.concise.txt",
    "json": "sample.json",
    "jsonl": "sample.jsonl",
    "csv": "sample.csv",
    "markdown": "sample.md",
    "html": "sample.html",
    "sarif": "sample.sarif",
    "github": "sample.github.txt",
    "gitlab": "sample.gitlab.json",
    "junit": "sample.junit.xml",
}


def main() -> int:
    """Runs the command named on the command line."""
    commands = {"demo": demo, "test": test, "golden": golden}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    return commands[sys.argv[1]]()


def demo() -> int:
    """The main job on the sample corpus."""
    set_up(".")
    code = run("provenance", "check", "seeds")
    if code == 1:
        print("\n(exit code 1: the gate failed on the sample corpus, as it is meant to)")
    return 0 if code in (0, 1) else code


def test() -> int:
    """Style, types, import contract and tests; stops at the first that fails."""
    set_up(".[dev]")
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
        ("pytest", "-n", "auto"),
    )
    for step in steps:
        code = run(*step)
        if code:
            print(f"\nfailed: {' '.join(step)}", file=sys.stderr)
            return code
    return 0


def golden() -> int:
    """The sample reports and the rule pages, as the program makes them now."""
    set_up(".[dev]")
    wanted = (f"--format={name}=reports/{file}" for name, file in SAMPLES.items())
    run("provenance", "check", "seeds", *wanted)
    rules = ("rules", "list", "--all", "--format", "markdown", "--output", "docs/rules.md")
    run("provenance", *rules)
    run("python", "-m", "provenance.cli.manpage", "docs/provenance.1")
    return run("git", "--no-pager", "diff", "--stat", "reports", "docs")


def set_up(target: str) -> None:
    """Installs `target` into .venv unless that was done for this very pyproject.toml."""
    stamp = ROOT / ".venv" / "installed"
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    wanted = f"{target} {digest}"
    done = stamp.read_text().splitlines() if stamp.exists() else []
    if wanted in done:
        return
    if not (BIN / "pip").exists() and not (BIN / "pip.exe").exists():
        venv.create(ROOT / ".venv", with_pip=True)
    print(f"installing {target} into .venv ...", file=sys.stderr)
    command = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--editable", target]
    subprocess.run(command, cwd=ROOT, check=True)
    # Where Python is told to write no bytecode, every start would compile the package anew.
    run("python", "-m", "compileall", "-q", "provenance")
    stamp.write_text("\n".join([*done, wanted]))


def run(program: str, *arguments: str) -> int:
    """Runs a program of the environment (or of the machine) in the project's folder."""
    path = BIN / program
    command = [str(path) if path.exists() or os.name == "nt" else program, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
