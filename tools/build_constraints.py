"""Writes requirements/action.txt: what the action installs, each release with the hashes of all its files.

    python tools/build_constraints.py

It needs uv (`pip install uv`) and a package index. The dependencies are those of pyproject.toml and its build backend,
resolved once for all systems and versions of Python; then each of `SYSTEMS` is tried, and all it takes must be wheels:
building a package would bring a build backend that nobody pinned.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = ROOT / "requirements" / "action.txt"
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = (
    "x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "x86_64-apple-darwin", "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)  # fmt: skip
HEADER = """\
# What the action installs before seocheck itself; written by tools/build_constraints.py.
# pip takes no file whose hash is not here.
"""


def wanted() -> list[str]:
    """The core dependencies of pyproject.toml and its build backend, as requirements."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["build-system"]["requires"]]


def uv(*arguments: str) -> str:
    """What uv prints. Exits with what it says where it fails."""
    program = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if program is None:
        raise SystemExit("uv is not installed: pip install uv")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def pinned(requirements: list[str], folder: Path) -> str:
    """The releases, with hashes and no address of where they come from."""
    source = folder / "wanted.txt"
    source.write_text("\n".join(requirements) + "\n", encoding="utf-8")
    text = uv(
        "pip", "compile", "--universal", "--python-version", PYTHONS[0], "--generate-hashes", "--only-binary", ":all:",
        "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--no-emit-build-options",
        "--no-config", str(source),
    )  # fmt: skip
    if re.search(r"://|--(?:index|extra|find)", text):
        raise SystemExit("an address is among what uv wrote")
    return HEADER + text


def main() -> None:
    """Resolve, try each system, and write the file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = pinned(wanted(), folder)
        file = folder / "action.txt"
        file.write_text(text, encoding="utf-8")
        for python in PYTHONS:
            for system in SYSTEMS:
                uv(
                    "pip", "install", "--dry-run", "--require-hashes", "--only-binary", ":all:", "--no-config",
                    "--target", str(folder / "target"), "--python-version", python, "--python-platform", system,
                    "--requirement", str(file),
                )  # fmt: skip
                print(f"{system}, Python {python}: wheels alone")
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text, encoding="utf-8")
    print(f"wrote {FILE.relative_to(ROOT)}: {text.count('==')} releases")


if __name__ == "__main__":
    main()
