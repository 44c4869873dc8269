"""What is installed from the wheel works far from the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """An environment with the wheel in it; its dependencies come from the one we run in."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [*pip, "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run(build, check=True, cwd=folder)
    venv.create(folder / "env", with_pip=False)
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = folder / "env" / scripts / "python"
    (wheel,) = folder.glob("*.whl")
    install = [*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, cwd=folder)
    library = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # A folder named in a .pth file is searched, but .pth files in it are not followed, so the
    # editable install of the checkout stays out of sight.
    (Path(library) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "env" / scripts / "provenance", python, folder


def test_it_runs_from_its_own_copy_of_the_package(installed):
    _, python, folder = installed
    code = "import provenance; print(provenance.__file__)"
    done = subprocess.run(
        [python, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).is_relative_to(folder)


def test_it_carries_its_rules_and_finds_boilerplate_with_them(installed):
    command, _, folder = installed
    (folder / "story.txt").write_text("Rain closed the pass for a second day\n\nAdvertisement\n")
    done = subprocess.run(
        [command, "check", "story.txt", "--format", "json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Advertisement" in [item["evidence"] for item in json.loads(done.stdout)["findings"]]


def test_it_tells_its_version_and_its_rules(installed):
    command, _, folder = installed
    version = subprocess.run(
        [command, "--version"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "0.1.0" in version.stdout
    rules = subprocess.run(
        [command, "rules", "list"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "NUM001" in rules.stdout
