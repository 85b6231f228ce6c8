"""What the language server costs: first diagnostics after its start, and those after a pause in typing.

    python benchmarks/language_server.py

An article of 2,300 words. Processor time of the server's process, medians, and as a multiple of `import click, yaml`
in the same run. Linux only: it reads /proc.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.lsp.client import Client  # noqa: E402
from tests.support import PROSE, environment, markdown  # noqa: E402

ROUNDS = 5
CHANGES = 5


def processor_time(process: int) -> float:
    """Seconds that a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def importing() -> float:
    """Seconds of `import click, yaml`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import click, yaml"], env=environment(), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print both figures."""
    base = statistics.median(importing() for _ in range(9))
    body = "\n".join(f"## Part {n} of the bread\n\n{PROSE.replace('bread', f'bread {n}')}" for n in range(15))
    first, later = [], []
    for _ in range(ROUNDS):
        with Client(Path(tempfile.mkdtemp())) as client:
            client.open("a.md", markdown(body=body))
            process = client._process.pid
            first.append(processor_time(process))
            for version in range(2, 2 + CHANGES):
                client.change("a.md", markdown(body=body + "more " * version), version)
                client.diagnostics("a.md", version)
            later.append((processor_time(process) - first[-1]) / CHANGES)
    print(f"{len(body.split()):,} words; import click, yaml: {base * 1000:.0f} ms")
    for what, times in (("first diagnostics", first), ("after a pause in typing", later)):
        took = statistics.median(times)
        print(f"{what}: {took * 1000:.0f} ms, {took / base:.1f} times")


if __name__ == "__main__":
    main()
