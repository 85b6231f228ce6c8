"""The recipe for Spark in docs/scale.md, on a real local Spark with two cores."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.engines.support import ends_with_equal
from tests.runs.test_texts import rules as rules

SCRIPT = """
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import seocheck
from articles import IDS, OPTIONS, TEXTS, compare
from seocheck.formats.tables.batch import arrow_schema


def check(batches):
    for batch in batches:
        yield seocheck.check_table(batch, **OPTIONS)


spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
frame = spark.createDataFrame(list(zip(IDS, TEXTS)), ["id", "text"]).repartition(6)
found = frame.mapInArrow(check, from_arrow_schema(arrow_schema())).toArrow()
spark.stop()
columns = [found.column(name).to_pylist() for name in ("id", "score", "errors", "error", "summary")]
compare(list(zip(*columns)))
"""


@pytest.mark.engines
@pytest.mark.skipif(find_spec("pyspark") is None, reason="Spark is not installed (pip install -e '.[spark]')")
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, and there is none")
def test_two_cores_find_what_one_process_finds(tmp_path: Path, rules: str) -> None:
    ends_with_equal(SCRIPT, tmp_path, rules, PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
