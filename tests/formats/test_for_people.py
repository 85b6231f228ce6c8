"""What people read is short and adds up; what machines read is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import seocheck
from seocheck.formats.people.for_people import for_people, in_numbers, short, supported
from seocheck.formats.people.keyword_map import map_lines
from seocheck.formats.people.styled import plain
from seocheck.formats.people.text import article_lines
from tests.support import BODY, markdown, run_command, write

LONG = {"letters": "b" * 20_000, "CJK": "面" * 20_000, "words": "rye crumpet " * 2_000}


@pytest.mark.parametrize("keyword", LONG.values(), ids=LONG)
@pytest.mark.parametrize("name", ["text", "concise", "markdown", "html"])
def test_a_very_long_keyword_is_shortened(tmp_path: Path, keyword: str, name: str) -> None:
    write(tmp_path, {"a.md": markdown(keywords=f'[starter, "{keyword}"]')})
    done = run_command("check", "a.md", "-f", name, "--no-cache", cwd=tmp_path)
    assert len(done.stdout.decode()) < (60_000 if name == "html" else 5_000)
    assert "…" in done.stdout.decode()
    assert keyword.strip()[:450] not in " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("keyword", LONG.values(), ids=LONG)
def test_the_map_and_comparisons_shorten_it_and_json_keeps_it(tmp_path: Path, keyword: str) -> None:
    write(tmp_path, {"a.md": markdown(keywords=f'[starter, "{keyword}"]')})
    assert len(run_command("keywords", "a.md", cwd=tmp_path).stdout.decode()) < 5_000
    for args in (("check", "-f", "json"), ("keywords", "-f", "json")):
        out = run_command(*args, "a.md", cwd=tmp_path).stdout.decode()
        assert keyword.strip() in out


def test_what_is_no_longer_than_others_stays() -> None:
    """Near misses."""
    report = seocheck.check_text(markdown(keywords=f"[starter, {'oat milk ' * 8}]"))
    assert for_people(report) == report
    assert short("The title “Rye” is short.") == "The title “Rye” is short."
    assert short(f"The title “{'x' * 120}” is long.").count("x") == 120
    assert short(f"“{'x' * 500}” or “{'y' * 100}” and “") == f"“{'x' * 119}…” or “{'y' * 100}” and “"


def test_sums_add_up_and_say_the_same_everywhere(tmp_path: Path) -> None:
    keywords = ["sourdough bread", "starter", "sourdough car", "oats"]
    report = seocheck.check_text(markdown(keywords=f"[{', '.join(keywords)}]"), path="a.md")
    assert supported(report.keywords) == (keywords[:2], keywords[2:3], keywords[3:])
    assert in_numbers(report.keywords) == "2 supported by the text, 1 in part, 1 absent"
    text = " ".join(plain(article_lines(report)).split())
    assert "Keywords 2 of 4 supported by the text; only in part: sourdough car; absent: oats " in text
    assert "a.md: 4 declared keywords, 2 supported by the text, 1 in part, 1 absent\n" in plain(map_lines(report, 80))
    write(tmp_path, {"a.md": markdown(keywords=f"[{', '.join(keywords)}]")})
    page = run_command("check", "a.md", "-f", "html", cwd=tmp_path).stdout.decode()
    assert "2 supported by the text, 1 in part, 1 absent" in page


def test_many_in_part_are_not_also_supported() -> None:
    words = ", ".join(f"starter moon{n}" for n in range(30))
    said = " ".join(plain(article_lines(seocheck.check_text(markdown(keywords=f"[{words}]")))).split())
    assert "0 of 30 supported by the text; only in part: starter moon0" in said
    assert "starter moon5 and 24 more" in said


def test_one_is_one() -> None:
    report = seocheck.check_text(markdown(keywords="[starter]"), path="a.md")
    assert plain(map_lines(report, 80)).startswith("a.md: 1 declared keyword, 1 supported by the text\n")


@pytest.mark.parametrize("code", ["```\ncrumpet()\n```\n", "    crumpet()\n", "- an item\n\n      crumpet()\n"])
def test_a_word_that_only_code_says(code: str) -> None:
    report = seocheck.check_text(markdown(keywords="[starter, crumpet]", body=f"{BODY}\n{code}"))
    assert [keyword.tier for keyword in report.keywords] == ["exact", "apart"]
    drawn = plain(map_lines(report, 80))
    assert "& only in code" in drawn
    assert "words apart" not in drawn


@pytest.mark.parametrize("prose", ["- an item\n    more of it: crumpets\n", "    \n", "text\n    lazy line\n"])
def test_an_indent_that_makes_no_code(prose: str) -> None:
    """Near misses: a line that goes on, and nothing at all."""
    report = seocheck.check_text(markdown(keywords="[starter, crumpet]", body=f"{BODY}\n{prose}"))
    assert report.keywords[1].tier == ("inflected" if "crumpets" in prose else "absent")


def test_words_apart_and_in_code() -> None:
    body = f"{BODY}\nThe cinnamon is old. {'Words come between. ' * 30}\n\nRolls are made.\n\n    crumpet()\n"
    report = seocheck.check_text(markdown(keywords="[cinnamon rolls, crumpet]", body=body))
    assert [keyword.tier for keyword in report.keywords] == ["apart", "apart"]
    assert "& words apart, or only in code" in plain(map_lines(report, 80))
