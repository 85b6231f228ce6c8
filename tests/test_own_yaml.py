"""What is read of seocheck's own data is what YAML says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seocheck
from seocheck.base.own_yaml import load_own_yaml
from seocheck.base.yaml12 import load_yaml

PACKAGE = Path(seocheck.__file__).parent
FILES = [
    *(PACKAGE / "languages").glob("*.yml"), *(PACKAGE / "readers" / "label_names").glob("*.yml"),
    *(PACKAGE / "analysis" / "data" / "passive").glob("*.yml"),
]  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_each_file_is_read_as_yaml_reads_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert load_own_yaml(text) == load_yaml(text)


VALUES = st.sampled_from(
    ["rye", "rye bread", "null", "true", "True", "12", "1.5", "2020-01-01", "'rye'", '"rye"', "[rye, bread]", "~", "",
     "rye # bread", "rye: bread", "rye:", "# rye", "- rye", ">-", "|", "é è", "rye | bread", "no", "y", "&a rye", "*a",
     "!x rye", "rye  bread", "{a: b}", "rye \t bread"]
)  # fmt: skip
LINES = st.lists(
    st.one_of(
        st.builds("{}: {}".format, st.sampled_from(["one", "two", "three", "no"]), VALUES),
        st.builds("  {}: {}".format, st.sampled_from(["de", "en", "true", "no", "12"]), VALUES),
        st.builds("  {}".format, VALUES),
        st.sampled_from(["one:", "two: >-", "two: |", "", "# rye", "  # rye", "    rye", "three:  # rye", "- rye"]),
    ),
    max_size=8,
)


@given(LINES)
def test_whatever_the_text_it_says_what_yaml_says_or_refuses(lines: list[str]) -> None:
    text = "\n".join([*lines, ""])
    try:
        expected = load_yaml(text)
    except Exception:
        return  # no file of ours is such
    if isinstance(expected, dict) and all(isinstance(key, str) for key in expected):
        assert load_own_yaml(text) == expected
