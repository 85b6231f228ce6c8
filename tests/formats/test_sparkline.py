"""Rows of bars."""

from __future__ import annotations

import pytest

from seocheck.formats.people.sparkline import sparkline


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        ([0, 50, 100], "▁▅█"),
        ([80.0, 80.0], "▅▅"),
        ([80.0, 80.4, 80.8], "▄▅▅"),  # less than a point is no mountain
        ([70, None, 80], "▁ █"),
        ([None, None], "  "),
        ([], ""),
    ],
)
def test_bars(values: list[float | None], bars: str) -> None:
    assert sparkline(values) == bars


def test_a_terminal_without_bars() -> None:
    assert sparkline([0, 50, 100], ascii_only=True) == ".+#"
