"""Processes that are measured: what they answer, how much memory they took at most, how long they took."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PATIENCE = 120.0
"""Seconds that an answer may take."""


class Conversation:
    """A process that answers a line of JSON for each line of JSON it is sent."""

    def __init__(self, command: Sequence[str], *, folder: str | Path, env: Mapping[str, str] | None = None) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `close`
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(env) if env is not None else None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )

    def ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """The answer, or {"error": ...} where there is none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(question).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            return {"error": self._complaint()}
        if not select.select([self._process.stdout], [], [], PATIENCE)[0]:
            return {"error": f"no answer in {PATIENCE:.0f} s"}
        line = self._process.stdout.readline()
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError:
            return {"error": self._complaint() if not line else f"answers {line[:100]!r}"}
        return answer

    def peak(self) -> float:
        """The most memory it has had, in MB; 0 where that cannot be told."""
        return peak_of(self._process.pid)

    def close(self) -> None:
        """End it."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def _complaint(self) -> str:
        """The line of its error output that says most."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        told = [line.strip() for line in lines if "Error" in line]
        return (told or lines or [f"ended with exit code {self._process.returncode}"])[-1][:300]


def peak_of(pid: int) -> float:
    """The most memory (resident set) that a running process has had, in MB; 0 where that cannot be told."""
    return _status(pid, "VmHWM:")


def resident(pid: int) -> float:
    """The memory (resident set) of a running process, in MB; 0 where that cannot be told."""
    return _status(pid, "VmRSS:")


def _status(pid: int, label: str) -> float:
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
        for line in file:
            if line.startswith(label):
                return int(line.split()[1]) / 1024
    return 0.0


def children_of(pid: int) -> list[int]:
    """The processes that a process has started and that run."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                found += [int(child) for child in file.read().split()]
    return found


def wall(
    command: Sequence[str], *, folder: str | Path | None = None, env: Mapping[str, str] | None = None
) -> tuple[float, float, subprocess.CompletedProcess[str]]:
    """Seconds by the clock and of processor time that a command takes, and what became of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def python_path() -> dict[str, str]:
    """The environment in which this project's package and the benchmarks' own can be imported."""
    root = Path(__file__).resolve().parents[2]
    paths = [str(root), str(root / "benchmarks"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def machine() -> str:
    """This machine in words: processor, cores, load, Python."""
    name = ""
    with contextlib.suppress(OSError), open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
        name = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), "")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{name or 'processor unknown'}, {os.cpu_count()} cores, load {load}; Python {version}"
