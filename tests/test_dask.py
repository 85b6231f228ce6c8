"""The recipe for Dask in docs/scale.md, on a real cluster of two worker processes."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support import ROOT, environment
from tests.test_texts import rules as rules

SCRIPT = """
import sys

import dask.dataframe as dd
import pandas as pd
from distributed import Client, LocalCluster

import seocheck


def main():
    texts = [f"---\\ntitle: Loaf {number}\\n---\\n\\nRye bread number {number}.\\n" for number in range(200)]
    texts[77] = "POISON"
    frame = pd.DataFrame({"id": [f"{number}.md" for number in range(200)], "text": texts})
    options = {
        "id": "id", "text": "text", "rules": sys.argv[1], "select": ["title", "traps"], "settings": {"topics": False}
    }
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        meta = seocheck.check_table(frame.head(0), **options)
        mapped = dd.from_pandas(frame, npartitions=6).map_partitions(
            seocheck.check_table, meta=meta, enforce_metadata=False, **options
        )
        found = mapped.compute()
    assert found["id"].tolist() == frame["id"].tolist()
    assert found["error"].notna().to_list() == [number == 77 for number in range(200)], found["error"]
    pairs = [pair for pair in zip(frame["id"], texts) if pair[1] != "POISON"]
    reports = seocheck.check_texts(pairs, select=["title"], settings={"topics": False})
    alone = {report.path: report for report in reports}
    for path, score, errors in zip(found["id"], found["score"], found["errors"]):
        if path != "77.md":
            assert (score, errors) == (alone[path].score, alone[path].count("error")), path
    print("equal")


if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(
    any(find_spec(name) is None for name in ("dask", "distributed", "pandas", "pyarrow")),
    reason="Dask is not installed (pip install -e '.[dask]')",
)
def test_two_workers_find_what_one_process_finds(tmp_path: Path, rules: str) -> None:
    (tmp_path / "cluster.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "cluster.py", rules], cwd=tmp_path, capture_output=True, text=True, check=False,
        env=environment(PYTHONPATH=str(ROOT), DASK_TEMPORARY_DIRECTORY=str(tmp_path)),
    )  # fmt: skip
    assert done.stdout == "equal\n", done.stderr[-3000:]
