"""Damage at random what a run reads besides its articles, and the articles too: nothing may end in a traceback.

    python tools/mutate.py --minutes 12 [--seed 1]

Settings, caches, histories, baselines and articles are made, some of their bytes are changed, cut, doubled or
replaced, and commands are run over them in this process. An exit code other than 0, 1 and 2, a traceback, an "internal
error" or a command that takes more than a minute of processor time is printed with the seed that repeats it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from seocheck.cli import main as seocheck

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SETTINGS = """\
profile: news
fields: {description: [teaser]}
synonyms: {car: [automobile]}
severities: {readability: note}
rules: {title/too-wide: {max_pixels: 500}}
defaults: {"*.md": {description: Bread}}
suppress: {"a*": [readability]}
overrides: [{files: "b*", profile: docs}]
extends: base.yml
exclude: [old]
"""
COMMANDS = {
    "settings": (["check", "-q", "."], ["show-config", "decent.md"]),
    "cache": (["check", "-f", "json", "--cache-dir", "cache", "."],),
    "history": (["check", "-q", "--history", "runs.db", "."], ["trend", "runs.db"]),
    "baseline": (["check", "-q", "--baseline", "known.json", "."],),
    "article": (["check", "-v", "--no-cache", "."], ["site", "."], ["suggest", "rushed.md"], ["check", "--diff", "."]),
}
FILES = {
    "settings": ("seocheck.yml", "base.yml"),
    "cache": ("cache/results-*.sqlite*", "cache/dictionary-*"),
    "history": ("runs.db",),
    "baseline": ("known.json",),
    "article": ("*.md", "*.html", "*.txt"),
}
LONGEST = 60.0


def main() -> int:
    """Run until the time is up; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    runs: Counter[str] = Counter()
    faults = 0
    end = time.monotonic() + 60 * given.minutes
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work, "whole")
        made(whole)
        seed = given.seed
        while time.monotonic() < end:
            kind = list(COMMANDS)[seed % len(COMMANDS)]
            fault = one(whole, Path(work, "damaged"), kind, random.Random(seed))
            runs[kind] += 1
            if fault:
                faults += 1
                print(f"seed {seed}, {kind}: {fault}", flush=True)
            seed += 1
    print(f"{sum(runs.values())} runs ({', '.join(f'{k} {n}' for k, n in runs.items())}); {faults} faults")
    return int(faults > 0)


def made(folder: Path) -> None:
    """A folder with articles and all that earlier runs leave."""
    folder.mkdir()
    for name in ("decent.md", "rushed.md", "page.html", "saved-page.txt"):
        shutil.copy(EXAMPLES / name, folder)
    (folder / "seocheck.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "base.yml").write_text("title_template: '{title} | Bread'\n", encoding="utf-8")
    for command in (
        ["check", "-q", "--cache-dir", "cache", "--history", "runs.db", "."],
        ["check", "-q", "--write-baseline", "--baseline", "known.json", "."],
    ):
        fault = ran(folder, command)
        assert not fault, fault


def one(whole: Path, folder: Path, kind: str, chance: random.Random) -> str:
    """Damage one kind of file in a copy, and run the commands that read it. What went wrong, "" for nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    for pattern in FILES[kind]:
        for path in sorted(folder.glob(pattern)):
            if chance.random() < 0.7:
                path.write_bytes(damaged(path.read_bytes(), chance))
    return next((fault for command in COMMANDS[kind] if (fault := ran(folder, command))), "")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with up to twenty changes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(changed) + 1)
        size = chance.choice((1, 2, 8, 100))
        how = chance.randrange(5)
        if how == 0:
            changed[at : at + size] = chance.randbytes(size)
        elif how == 1:
            del changed[at : at + size]
        elif how == 2:
            changed[at:at] = changed[at : at + size] * chance.choice((1, 2, 50))
        elif how == 3:
            changed[at:at] = chance.choice(
                (b"\x00", b"\n", b": ", b"[" * 50, b"&a ", b"*a", b"{{", "\ufeff".encode(), b"\xff")
            )
        else:
            del changed[at if chance.random() < 0.1 else len(changed) :]
    return bytes(changed)


def ran(folder: Path, command: list[str]) -> str:
    """What went wrong with a command in a folder, "" for nothing."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    before, start = Path.cwd(), time.process_time()
    code: object = None
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            seocheck([command[0], *command[1:]])
    except SystemExit as ended:
        code = ended.code
    except BaseException:
        return f"{' '.join(command)}: {traceback.format_exc().strip().splitlines()[-1]}"
    finally:
        os.chdir(before)
    err.seek(0)
    said = err.read()
    if code not in (0, 1, 2) or "internal error" in said or "Traceback" in said:
        return f"{' '.join(command)}: exit {code}: {said.strip()[-300:]}"
    took = time.process_time() - start
    return f"{' '.join(command)}: {took:.0f} s" if took > LONGEST else ""


if __name__ == "__main__":
    os.environ["SEOCHECK_CACHE_DIR"] = ""
    sys.exit(main())
