"""The recipe for Dask in docs/scale.md, on a real cluster of two worker processes, one of which is killed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.engines.support import ends_with_equal
from tests.runs.test_texts import rules as rules

SCRIPT = """
import os
import signal
import sys

import dask.dataframe as dd
import pandas as pd
from distributed import Client, LocalCluster

import seocheck
from articles import IDS, OPTIONS, TEXTS, compare


def main():
    frame = pd.DataFrame({"id": IDS, "text": TEXTS})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        meta = seocheck.check_table(frame.head(0), **OPTIONS)
        mapped = dd.from_pandas(frame, npartitions=8).map_partitions(
            seocheck.check_table, meta=meta, enforce_metadata=False, **OPTIONS
        )
        future = client.compute(mapped)
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        found = future.result()
    compare(list(zip(found["id"], found["score"], found["errors"], found["error"], found["summary"])))


if __name__ == "__main__":
    main()
"""


@pytest.mark.engines
@pytest.mark.skipif(
    any(find_spec(name) is None for name in ("dask", "distributed", "pandas", "pyarrow")),
    reason="Dask is not installed (pip install -e '.[dask]')",
)
def test_two_workers_find_what_one_process_finds(tmp_path: Path, rules: str) -> None:
    ends_with_equal(SCRIPT, tmp_path, rules, DASK_TEMPORARY_DIRECTORY=str(tmp_path))
