"""What several tests share: an article to vary, and the command, here and in a process of its own."""

from __future__ import annotations

import gc
import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import seocheck
from seocheck.cli import main
from seocheck.readers.formats import extensions

ROOT = Path(seocheck.__file__).resolve().parent.parent

EXAMPLES = sorted(str(path) for path in (ROOT / "examples").iterdir() if path.is_file() and path.suffix in extensions())
"""The example articles of a single file; `examples/site` is a site of its own."""


def hear_interrupts() -> None:
    """For `preexec_fn`: a shell has its jobs in the background ignore SIGINT, and so would what the tests start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


PROSE = """\
Sourdough bread needs flour, water, salt and a starter that is awake. Feed the starter in the morning and it will be
ready when you come home. The dough should feel soft and a little wet. If it sticks to your hands, wet your hands
and not the dough.

Fold the dough four times in the first two hours. Each fold gives it strength, so that the bread rises up and does
not run flat. Then let it rest in a cool place until the next day. A cold dough is easy to cut and easy to bake.

Heat the oven for an hour with the pot inside. Tip the bread into the hot pot, cut it once along the top, and close
the lid. After half an hour take the lid off. The crust is done when it is the brown of a chestnut.
"""

BODY = f"""\
{PROSE}
## When the starter sleeps

A starter that was forgotten in the fridge wakes up in two days. Feed it twice a day, keep it warm, and smell it. It
should smell of apples and not of paint.
"""

META = {
    "title": "Sourdough bread for busy people",
    "description": "How to bake sourdough bread when you work all day. Feed the starter in the morning, fold the "
    "dough in the evening, and bake before breakfast.",
    "keywords": "[sourdough bread, starter, rye crispbread]",
}


def markdown(meta: dict[str, str] | None = None, body: str = BODY, **changes: str | None) -> str:
    """An article with YAML front matter. A keyword argument sets a field, None leaves it out."""
    fields: dict[str, Any] = {**(META if meta is None else meta), **changes}
    lines = [f"{key}: {value}" for key, value in fields.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", body])


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write files by their names below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@contextmanager
def no_hang(seconds: float = 60) -> Iterator[None]:
    """Fail where time grows faster than the input.

    No measure of speed, which the benchmarks take: the inputs are such that linear time is a second or two, and
    quadratic time many minutes. Counted is the processor time of this process, so that a busy machine changes nothing.
    """
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds, "time grows faster than the input"


FAR_TOO_LONG = 30.0
"""Seconds of processor time that no input in a test may take; most take less than one."""


def assert_linear(run: Callable[[int], object], size: int) -> None:
    """Fail where four times the input takes much more than four times the processor time.

    run: does the work on an input of a size. Quadratic time would take sixteen times as long. A time that is measured
    can be off, and most of all a short one: what is said to grow is measured again. The garbage collector rests, since
    it looks at all that the process holds, whatever the input. Time that grows evenly may still be far too much.
    """
    for _ in range(5):
        small, large = (_processor_time(run, each) for each in (size, 4 * size))
        assert large < FAR_TOO_LONG, f"{large:.0f} s of processor time for {4 * size}"
        if large < max(8 * small, 0.1):
            return
    raise AssertionError(f"{small:.3f} s for {size}, {large:.3f} s for four times as much")


def _processor_time(run: Callable[[int], object], size: int) -> float:
    gc.disable()
    try:
        start = time.process_time()
        run(size)
        return time.process_time() - start
    finally:
        gc.enable()


TELLING = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONHASHSEED")
"""Variables that change what is printed."""


def environment(**changes: str) -> dict[str, str]:
    """The environment for a process that imports seocheck from wherever these tests do.

    Without a cache it would unpack dictionaries whenever it checks an article, which takes as long as all the rest of
    it: it has one of its own, which knows no article.
    """
    own = _surroundings(changes)
    if not own.get("SEOCHECK_CACHE_DIR") and "SEOCHECK_CACHE_DIR" not in changes:
        own["SEOCHECK_CACHE_DIR"] = new_cache()
    return own


def new_cache() -> str:
    """A folder for a cache that knows no article, and at most dictionaries as they are once unpacked."""
    return str(_new_caches().folder())


def _surroundings(changes: dict[str, str]) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in TELLING and not k.startswith(("GITHUB_", "CI_"))}
    paths = [str(ROOT), *filter(None, [kept.get("PYTHONPATH")])]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", **changes}


class _NewCaches:
    """Folders for caches that hold nothing but the dictionaries that processes with earlier ones have unpacked."""

    def __init__(self) -> None:
        self._above = tempfile.TemporaryDirectory(prefix="seocheck-tests-")
        self._made = 0
        self._dictionaries: dict[str, Path] = {}
        self._last: Path | None = None

    def folder(self) -> Path:
        """A new one."""
        if self._last is not None:
            self._dictionaries |= {file.name: file for file in self._last.glob("dictionary-*.bin")}
        self._made += 1
        made = self._last = Path(self._above.name, str(self._made))
        made.mkdir(mode=0o700)
        for name, file in self._dictionaries.items():
            with suppress(FileNotFoundError):  # one that turned out to be damaged is removed
                os.link(file, made / name)
        return made


_new_caches = lru_cache(None)(_NewCaches)


def run_command(*args: str, cwd: Path, stdin: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as `seocheck_process` does, but in this process, which saves half a second of imports.

    Of the environment, what Python itself reads when it starts changes nothing here, except PYTHONIOENCODING. What a
    process is needed for (locales, signals, pipes, workers, seeds of hashes) goes through `seocheck_process`.
    """
    variables = _surroundings(changes)
    encoding = variables.get("PYTHONIOENCODING") or "utf-8"
    out, err = io.BytesIO(), io.BytesIO()
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(stdin), encoding, "surrogateescape"),
        "stdout": io.TextIOWrapper(out, encoding, write_through=True),
        "stderr": io.TextIOWrapper(err, encoding, "backslashreplace", write_through=True),
    }
    code: object = 0
    with chdir(cwd), patch.dict(os.environ, variables, clear=True), patch.multiple(sys, **streams):
        try:
            main(list(args))
        except SystemExit as ended:
            code = ended.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(args, code, out.getvalue(), err.getvalue())


def seocheck_process(
    *args: str, cwd: Path, stdin: bytes | None = b"", **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m seocheck`; keyword arguments are environment variables."""
    command = [sys.executable, "-m", "seocheck", *args]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, env=environment(**changes), timeout=120, check=False
    )


def python_process(code: str, *args: str, cwd: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=cwd, capture_output=True, text=True, env=environment(**changes), timeout=120, check=False,
    )  # fmt: skip
