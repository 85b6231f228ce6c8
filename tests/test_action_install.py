"""What the action installs: pinned releases, and no code of the checkout that it runs in."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = (ROOT / "requirements" / "action.txt").read_text(encoding="utf-8")
WANTED = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
INSTALL = next(step for step in ACTION["runs"]["steps"] if step["name"] == "Install seocheck")["run"]

# -- the releases ---------------------------------------------------------------------------------------


def pins() -> dict[str, list[str]]:
    """The versions of each release; several where systems or versions of Python differ."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", PINNED, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


@pytest.mark.parametrize("wanted", WANTED)
def test_a_dependency_is_pinned_within_its_bounds(wanted: str) -> None:
    requirement = Requirement(wanted)
    versions = pins()[canonicalize_name(requirement.name)]
    assert versions
    assert all(version in requirement.specifier for version in versions)


def test_every_release_has_hashes() -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^#.*\n", "", PINNED, flags=re.MULTILINE).strip())
    assert len(entries) >= 30
    for entry in entries:
        first, *others = entry.replace(" \\\n", "\n").splitlines()
        assert re.fullmatch(r"[a-z0-9.-]+==\S+( ; .+)?", first), first
        assert others, first
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in others), first


def test_no_address_is_in_the_file() -> None:
    assert "://" not in PINNED
    assert not re.search(r"^\s*-(?!-hash)", PINNED, re.MULTILINE)


# -- the step -----------------------------------------------------------------------------------------------

TRAPS = (
    "venv", "ensurepip", "pip", "sitecustomize", "usercustomize", "runpy", "zipfile", "json", "ssl", "logging",
    "standin", "hatchling", "setuptools", "subprocess", "tempfile", "typing",
)  # fmt: skip
CONFIGURATION = {
    "pip.conf": "[global]\nno-index = false\nfind-links = .\n[install]\nroot = stolen\n",
    "pip/pip.conf": "[install]\nroot = stolen\n",
    ".config/pip/pip.conf": "[install]\nroot = stolen\n",
    "setup.cfg": "[install]\nroot = stolen\n",
    ".pydistutils.cfg": "[install]\nroot = stolen\n",
    "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'standin'\nbackend-path = ['.']\n",
    "pyvenv.cfg": "home = .\n",
}
BACKEND = """
import zipfile
WHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
METADATA = "Metadata-Version: 2.1\\nName: seocheck-lint\\nVersion: 9\\n"
def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = "seocheck_lint-9-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("seocheck_installed.py", "")
        wheel.writestr("seocheck_lint-9.dist-info/METADATA", METADATA)
        wheel.writestr("seocheck_lint-9.dist-info/WHEEL", WHEEL)
        wheel.writestr("seocheck_lint-9.dist-info/RECORD", "")
    return name
"""


def wheel_of(folder: Path, name: str, module: str) -> str:
    """A wheel that holds one module; its hash."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": module,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }

    def line(path: str, text: str) -> str:
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        return f"{path},sha256={digest},{len(text.encode())}\n"

    record = "".join(line(path, text) for path, text in files.items())
    file = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        for path, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(path, text)
    return hashlib.sha256(file.read_bytes()).hexdigest()


class Runner:
    """A runner's folders: a hostile checkout, and an action whose one dependency is a wheel beside it."""

    def __init__(self, root: Path) -> None:
        self.temp, self.checkout, self.action, self.wheels = (
            root / name for name in ("temp", "checkout", "action", "wheels")
        )
        self.canary = root / "canary"
        for folder in (self.temp, self.checkout, self.action / "requirements", self.wheels):
            folder.mkdir(parents=True)
        self.pin(wheel_of(self.wheels, "standin", BACKEND))
        (self.action / "pyproject.toml").write_text(
            "[build-system]\nrequires = ['standin']\nbuild-backend = 'standin'\n", encoding="utf-8"
        )
        sprung = f"with open({str(self.canary)!r}, 'a') as file:\n    file.write(__name__ + ' ')\n"
        for name in TRAPS:
            (self.checkout / f"{name}.py").write_text(sprung, encoding="utf-8")
        for name, text in CONFIGURATION.items():
            (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
            (self.checkout / name).write_text(text, encoding="utf-8")

    def pin(self, digest: str) -> None:
        text = f"standin==1.0 \\\n    --hash=sha256:{digest}\n"
        (self.action / "requirements" / "action.txt").write_text(text, encoding="utf-8")

    def run(self, script: str, **changes: str) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "PYTHON", "VIRTUAL_ENV"))}
        own = {"RUNNER_TEMP": str(self.temp), "ACTION_PATH": str(self.action), "REQUIREMENT": ""}
        own |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.checkout, capture_output=True, text=True, check=False, env={**kept, **own, **changes},
        )  # fmt: skip

    def sprung(self) -> str:
        return self.canary.read_text(encoding="utf-8") if self.canary.exists() else ""

    def installed(self) -> set[str]:
        return {path.name for path in self.temp.rglob("*.dist-info")}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_the_checkout_is_a_trap(runner: Runner) -> None:
    """Else the tests below would show nothing."""
    runner.run('python3 -m venv "$RUNNER_TEMP/plain"')
    assert runner.sprung() == "__main__ "  # venv.py in place of the library
    runner.run('python3 -I -c ""', PYTHONPATH=".")
    assert "sitecustomize" not in runner.sprung()
    runner.run('python3 -c ""', PYTHONPATH=".")
    assert "sitecustomize" in runner.sprung()


def test_no_code_of_the_checkout_is_run(runner: Runner) -> None:
    done = runner.run(INSTALL)
    assert done.returncode == 0, done.stderr
    assert runner.sprung() == ""
    assert {"standin-1.0.dist-info", "seocheck_lint-9.dist-info"} <= runner.installed()
    assert not (runner.checkout / "stolen").exists()


def test_a_requirement_that_is_given_is_installed_instead(runner: Runner) -> None:
    """With the checkout on Python's path, which changes nothing."""
    wheel_of(runner.wheels, "other", "")
    given = {"PYTHONPATH": f".{os.pathsep}{runner.checkout}"}
    done = runner.run(INSTALL, REQUIREMENT=str(runner.wheels / "other-1.0-py3-none-any.whl"), **given)
    assert done.returncode == 0, done.stderr
    assert runner.sprung() == ""
    assert "other-1.0.dist-info" in runner.installed()
    assert "standin-1.0.dist-info" not in runner.installed()


def test_a_release_with_another_hash_is_not_installed(runner: Runner) -> None:
    runner.pin("0" * 64)
    done = runner.run(INSTALL)
    assert done.returncode != 0
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in done.stderr
    assert "standin-1.0.dist-info" not in runner.installed()


# -- names ------------------------------------------------------------------------------------------------------


def test_the_distribution_has_a_name_of_its_own() -> None:
    assert PROJECT["project"]["name"] == "seocheck-lint"
    assert PROJECT["project"]["scripts"] == {"seocheck": "seocheck.__main__:run"}


def texts() -> list[Path]:
    files = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "action.yml", ".pre-commit-hooks.yaml")]
    return [*files, *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "seocheck").rglob("*.py"))]


INSTALLING = re.compile(r"(?:pip|pipx|uvx|uv tool) +(?:install|run) +([^\n`#]*)")
OURS = re.compile(r"seocheck(-lint)?($|[\[=<>~!@])")
MODULE = re.compile(r"\bpython3?(?= ).* -m (?:seocheck|pip|venv)\b")


def test_nothing_tells_to_install_it_by_a_name_that_somebody_could_take() -> None:
    for file in texts():
        for words in INSTALLING.findall(file.read_text(encoding="utf-8")):
            assert not any(OURS.match(word) for word in re.split(r"[\s\"']+", words)), f"{file.name}: {words}"


def test_what_is_copied_leaves_the_working_folder_out() -> None:
    """`python -m` looks for modules in the working folder first."""
    lines = [line for file in texts() if file.name != "__main__.py" for line in file.read_text("utf-8").splitlines()]
    told = [line for line in lines if MODULE.search(line) and "has Python put the working folder" not in line]
    told = [line for line in told if "venv .venv" not in line]  # in seocheck's own checkout
    assert len(told) >= 6
    for line in told:
        assert re.search(r" -[IP] .*-m ", line), line
