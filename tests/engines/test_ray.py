"""The recipe for Ray in docs/scale.md, on a Ray of two cores."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.engines.support import ends_with_equal
from tests.runs.test_texts import rules as rules

SCRIPT = """
import pyarrow as pa
import ray

import seocheck
from articles import IDS, OPTIONS, TEXTS, compare

ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
data = ray.data.from_arrow(pa.table({"id": IDS, "text": TEXTS})).repartition(8)
found = data.map_batches(seocheck.check_table, batch_format="pyarrow", fn_kwargs=OPTIONS).take_all()
compare([(row["id"], row["score"], row["errors"], row["error"], row["summary"]) for row in found])
"""


@pytest.mark.engines
@pytest.mark.skipif(
    any(find_spec(name) is None for name in ("ray", "pandas", "pyarrow")),
    reason="Ray is not installed (pip install ray)",
)
def test_two_cores_find_what_one_process_finds(tmp_path: Path, rules: str) -> None:
    ends_with_equal(SCRIPT, tmp_path, rules, RAY_USAGE_STATS_ENABLED="0")
