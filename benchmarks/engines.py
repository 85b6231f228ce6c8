"""What an engine costs beside seocheck's own pool: the same generated articles, checked by each.

    python benchmarks/engines.py [--rows 20000] [--only pool,dask,spark]

Processor time and memory are those of the whole tree of processes, looked at five times a second; a process that is
gone counts with what was last seen of it. Engines that aren't installed are left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from measuring.processes import children_of, machine, python_path, resident

SETTINGS = "{'topics': False, 'school_grades': False}"
MADE = """
import sys
import pyarrow as pa
import seocheck
from tables import article
import random

ROWS = int(sys.argv[1])
chance = random.Random(1)
TEXTS = [article(number, chance) for number in range(ROWS)]
IDS = [f"{number}.md" for number in range(ROWS)]
"""
SCRIPTS = {
    "pool": MADE
    + f"""
if __name__ == "__main__":
    count = sum(1 for _ in seocheck.check_texts(zip(IDS, TEXTS), workers=2, settings={SETTINGS}))
    assert count == ROWS
""",
    "dask": MADE
    + f"""
import dask.dataframe as dd
import pandas as pd
from distributed import Client, LocalCluster

OPTIONS = dict(id="id", text="text", settings={SETTINGS})

def main():
    frame = pd.DataFrame({{"id": IDS, "text": TEXTS}})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        meta = seocheck.check_table(frame.head(0), **OPTIONS)
        parts = dd.from_pandas(frame, npartitions=max(ROWS // 500, 2))
        found = parts.map_partitions(seocheck.check_table, meta=meta, enforce_metadata=False, **OPTIONS).compute()
    assert len(found) == ROWS

if __name__ == "__main__":
    main()
""",
    "spark": MADE
    + f"""
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from seocheck.formats.tables.batch import arrow_schema

def check(batches):
    for batch in batches:
        yield seocheck.check_table(batch, id="id", text="text", settings={SETTINGS})

if __name__ == "__main__":
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    frame = spark.createDataFrame(pa.table({{"id": IDS, "text": TEXTS}})).repartition(8)
    found = frame.mapInArrow(check, from_arrow_schema(arrow_schema())).toArrow()
    assert found.num_rows == ROWS
    spark.stop()
""",
}
TICK = os.sysconf("SC_CLK_TCK")


def used_by(pid: int) -> float:
    """Seconds of processor time of a running process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    return [pid, *(each for child in children_of(pid) for each in tree(child))]


def measured(name: str, rows: int) -> tuple[float, float, float]:
    """Seconds by the clock and of processor time, and the most memory of all processes together, in MB."""
    with tempfile.TemporaryDirectory(prefix="seocheck-engines-") as folder:
        script = Path(folder) / "run.py"
        script.write_text(SCRIPTS[name], encoding="utf-8")
        log = (Path(folder) / "log").open("wb")
        changes = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONWARNINGS": "ignore"}
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, str(script), str(rows)], cwd=folder, env={**python_path(), **changes}, stdout=log,
            stderr=log,
        )  # fmt: skip
        used: dict[int, float] = {}
        most = 0.0
        while process.poll() is None:
            running = tree(process.pid)
            used.update({pid: max(used.get(pid, 0.0), used_by(pid)) for pid in running})
            most = max(most, sum(map(resident, running)))
            time.sleep(0.2)
        took = time.perf_counter() - began
        log.close()
        if process.returncode:
            raise SystemExit((Path(folder) / "log").read_text(encoding="utf-8", errors="replace")[-3000:])
    return took, sum(used.values()), most


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--only", default="pool,dask,spark")
    arguments = parser.parse_args()
    there = {"pool": True, "dask": find_spec("distributed"), "spark": find_spec("pyspark") and shutil.which("java")}
    print(machine())
    print("\n| engine | clock | processor time | ms a row | over the pool | memory of all, MB |")
    print("|---|---:|---:|---:|---:|---:|")
    first = 0.0
    for name in arguments.only.split(","):
        if not there[name]:
            print(f"| {name} | not installed | | | | |")
            continue
        took, used, most = measured(name, arguments.rows)
        first = first or used
        over = f"{used / first - 1:+.0%}"
        print(f"| {name} | {took:.0f} s | {used:.0f} s | {1000 * used / arguments.rows:.2f} | {over} | {most:.0f} |")


if __name__ == "__main__":
    main()
