"""The map of keywords: columns, strips, and what happens where there is little room or only ASCII."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seocheck
from seocheck.analysis.keywords.support import TIERS
from seocheck.formats.people.keyword_map import _MARKS, map_lines
from seocheck.formats.people.styled import cells, plain
from tests.support import ROOT, markdown, run_command, write

BODY = """
# Rye

Rye bread keeps for a week. ![an oven](oven.jpg)

> The oven is old.

## Two ovens

Bread of rye, and more rye bread from `the oven`.

- [a mill](https://example.org/mill)

Nine words stand between here and the end: rye, rye, rye, rye.
"""


def drawn(keywords: list[str], width: int = 80, body: str = BODY, *, ascii_only: bool = False) -> list[str]:
    listed = ", ".join(keywords)
    report = seocheck.check_text(f"---\nlang: en\ntitle: Rye\nkeywords: [{listed}]\n---\n{body}", path="rye.md")
    return plain(map_lines(report, width, ascii_only=ascii_only)).splitlines()


def test_marks_counts_and_strip() -> None:
    lines = drawn(["rye bread", "oven", "oats"])
    head, rye, oven, oats = lines[2:6]
    assert head.split() == [
        "keyword",
        "first",
        "title",
        "intro",
        "heads",
        "body",
        "alt",
        "quote",
        "code",
        "slug",
        "the",
        "text",
    ]
    at = head.index("body")
    assert rye[at : at + 2] == "=1"
    assert oven[head.index("heads") :].startswith("~1")
    assert oats.split() == ["oats", "-", "absent"]
    assert len(rye.split()[-1]) == 10
    assert lines[-1].strip().startswith("the text, in tenths: · not said")


def test_every_tier_has_a_mark() -> None:
    assert {*_MARKS, "absent"} == set(TIERS)


def test_another_spelling_has_a_mark() -> None:
    lines = drawn(["colour of rye"], body="\n# Rye\n\nThe color of rye is dark. The color of rye bread is darker.\n")
    assert "^" in lines[3]
    assert "^ another spelling" in "\n".join(lines)


def test_the_strip_shows_how_often() -> None:
    body = f"Rye. {'Some other words stand here. ' * 7}Rye, rye. {'Others here. ' * 12}Rye rye and rye, rye, rye.\n"
    (rye,) = [line for line in drawn(["rye"], body=body) if line.startswith("  rye ")]
    assert set(rye.split()[-1]) == set("·▂▄█")
    (rye,) = [line for line in drawn(["rye"], body=body, ascii_only=True) if line.startswith("  rye ")]
    assert set(rye.split()[-1]) == set(".124")


def test_zones_nobody_says_are_left_out() -> None:
    head = drawn(["mill"])[2]
    assert "link" in head
    assert "body" not in head


def test_fifteen_keywords_on_eighty_columns() -> None:
    names = [f"rye bread number {n} of the old mill by the river" for n in range(12)] + ["oven", "rye", "mill"]
    lines = drawn(names)
    assert sum("number" in line and "never" not in line for line in lines) == 12
    assert sum("never “number”" in line for line in lines) == 6
    assert "  and 6 more in part" in lines
    assert max(map(cells, lines)) <= 80


@given(st.lists(st.sampled_from(["rye", "oven", "an oven", "mill", "rye bread", "bread rye"]), min_size=1, unique=True),
       st.integers(60, 100))  # fmt: skip
def test_it_fits_its_width(keywords: list[str], width: int) -> None:
    assert max(map(cells, drawn(keywords, width))) <= width


def test_ascii_is_ascii() -> None:
    lines = drawn(
        ["rye", "a keyword that is so long that it never fits into a column of a terminal, by far"], ascii_only=True
    )
    assert "\n".join(lines).isascii()


def test_the_spread_is_over_prose_and_headings() -> None:
    body = "\n\n".join(f"Word number {n} is rye." if n in (0, 9) else "One two three four five." for n in range(10))
    report = seocheck.check_text(f"---\nlang: en\nkeywords: [rye, mice]\n---\n\n{body}\n")
    rye, mice = report.keywords
    assert rye.spread == (1, 0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert mice.spread == (0,) * 10


@pytest.mark.parametrize("name", ["decent.md", "rushed.md", "deutsch.md", "page.html", "saved-page.txt"])
def test_the_spread_adds_up_to_the_count(name: str) -> None:
    report = seocheck.check_file(ROOT / "examples" / name)
    assert report.keywords
    for keyword in (*report.keywords, *report.taxonomy):
        assert sum(keyword.spread) == keyword.count


def test_a_terminal_without_utf8_gets_digits() -> None:
    done = run_command("keywords", "examples/decent.md", cwd=ROOT, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"1........." in done.stdout
    assert b"?" not in done.stdout


def test_the_readme_shows_what_the_command_prints() -> None:
    done = run_command("keywords", "examples/decent.md", cwd=ROOT)
    assert done.stdout.decode() in (ROOT / "docs" / "keywords.md").read_text(encoding="utf-8")


def test_several_files(tmp_path: Path) -> None:
    write(tmp_path, {name: markdown(keywords="[starter]") for name in ("a.md", "b.md")})
    done = run_command("keywords", "b.md", "a.md", "b.md", cwd=tmp_path)
    assert done.returncode == 0
    assert [line for line in done.stdout.decode().splitlines() if "declared" in line] == [
        f"{name}.md: 1 declared keyword, 1 supported by the text" for name in "ba"
    ]
    assert "often\n\na.md:" in done.stdout.decode()
    many = json.loads(run_command("keywords", "b.md", "a.md", "-f", "json", cwd=tmp_path).stdout)
    assert [each["path"] for each in many] == ["b.md", "a.md"]
    one = json.loads(run_command("keywords", "a.md", "-f", "json", cwd=tmp_path).stdout)
    assert one == many[1]


def test_one_of_several_that_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(keywords="[starter]")})
    done = run_command("keywords", "none.md", "a.md", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"seocheck: none.md: no such file or folder\n"
    assert b"a.md: 1 declared keyword" in done.stdout
    assert run_command("keywords", cwd=tmp_path).returncode == 2
