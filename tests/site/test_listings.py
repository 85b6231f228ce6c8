"""Sitemaps and feeds in a run: what the reports, the counts and the exit code say of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import markdown, run_command, write

NAMES = ("hives", "honey", "wax", "queens", "smoke")
ENTRY = "  <url><loc>https://bees.example/posts/{}/</loc></url>"


def sitemap(*names: str) -> str:
    entries = "\n".join(ENTRY.format(name) for name in names)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}\n</urlset>\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {f"content/posts/{name}.md": markdown(title=name) for name in NAMES})
    write(tmp_path, {"content/sitemap.xml": sitemap(*NAMES, "combs")})
    return tmp_path


def only_entries(folder: Path, *arguments: str, code: int = 0) -> str:
    done = run_command("site", "--select", "site/entry-without-article", *arguments, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode() + ("" if "json" in arguments else done.stderr.decode())


def test_the_text_report_counts_articles_alone(site: Path) -> None:
    said = only_entries(site, "content")
    assert "content/sitemap.xml" in said
    assert "7:13" in said
    assert said.rstrip().endswith("5 articles: 0 errors, 1 warning, 0 notes")
    assert "Readability" not in said


def test_it_is_a_report_like_any_other(site: Path) -> None:
    (report,) = json.loads(only_entries(site, "content", "-f", "json"))["reports"]
    assert (report["path"], report["format"], report["score"]) == ("content/sitemap.xml", "sitemap", None)
    (finding,) = report["findings"]
    assert finding["quote"] == "https://bees.example/posts/combs/"
    assert (finding["place"]["start"]["line"], finding["place"]["start"]["column"]) == (7, 13)
    assert finding["id"] == "site/entry-without-article:/posts/combs:0"


def test_check_adds_it_behind_the_articles(site: Path) -> None:
    done = run_command("check", "--site", "-f", "json", "content", cwd=site)
    reports = json.loads(done.stdout)["reports"]
    assert [report["format"] for report in reports] == ["markdown"] * 5 + ["sitemap"]
    done = run_command("check", "--site", "-q", "content", cwd=site)
    assert done.stdout.decode().splitlines()[-1].startswith("5 articles: ")


def test_check_alone_looks_at_no_sitemap(site: Path) -> None:
    done = run_command("check", "-f", "json", "content", cwd=site)
    assert len(json.loads(done.stdout)["reports"]) == 5


def test_one_that_is_named(site: Path) -> None:
    write(site, {"public/urls.xml": sitemap(*NAMES, "combs")})
    assert "public/urls.xml" in only_entries(site, "content/posts", "public/urls.xml")
    assert "public/urls.xml" not in only_entries(site, ".")
    write(site, {"pom.xml": "<project/>"})
    assert "pom.xml: neither a sitemap nor a feed" in only_entries(site, "content", "pom.xml", code=2)


def test_a_broken_one_is_named_and_loses_nothing(site: Path) -> None:
    write(site, {"content/feed.xml": "<rss><channel>\n<item>"})
    said = only_entries(site, "content", code=2)
    assert "content/feed.xml: broken XML in line 2, column 7: no element found" in said
    assert "https://bees.example/posts/combs/" in said


def test_a_template_is_skipped(site: Path) -> None:
    write(site, {"content/feed.xml": "---\nlayout: null\n---\n<rss>{% for post in site.posts %}</rss>"})
    assert "Skipped: 1 a template of a sitemap or feed" in only_entries(site, "content")


def test_excluded_suppressed_and_known(site: Path) -> None:
    assert "combs" not in only_entries(site, "content", "--exclude", "*.xml")
    write(site, {"seocheck.yml": "suppress: {content/sitemap.xml: [site/entry-without-article]}\n"})
    assert "posts/combs" not in only_entries(site, "content", "-f", "concise")
    write(site, {"seocheck.yml": ""})
    run_command("check", "--site", "--write-baseline", "content", cwd=site)
    kept = json.loads((site / "seocheck-baseline.json").read_text())["files"]
    assert "site/entry-without-article" in kept["content/sitemap.xml"]
    strict = ("content", "--baseline", "seocheck-baseline.json", "--fail-on", "warning")
    only_entries(site, *strict)
    write(site, {"content/sitemap.xml": sitemap(*NAMES, "combs", "frames", "moths")})
    write(
        site, {f"content/posts/{name}.md": markdown(title=name) for name in ("oak", "ash", "elm", "lime", "yew", "fir")}
    )
    write(site, {"content/sitemap.xml": sitemap(*NAMES, "oak", "ash", "elm", "lime", "yew", "fir", "combs", "frames")})
    only_entries(site, *strict, code=1)


def test_many_of_one_file_are_told_of_in_short(site: Path) -> None:
    pages = [f"p{number}" for number in range(300)]
    write(site, {f"content/posts/{name}.md": markdown(title=name) for name in pages})
    write(site, {"content/sitemap.xml": sitemap(*pages, *(f"gone{number}" for number in range(70)))})
    (report,) = json.loads(only_entries(site, "content", "-f", "json"))["reports"]
    assert len(report["findings"]) == 50
    assert report["findings"][-1]["message"].endswith("but no article has that address (and 20 more like it).")


def test_a_history_counts_articles_alone(site: Path) -> None:
    run_command("check", "--site", "--history", "runs.sqlite", "content", cwd=site)
    done = run_command("trend", "runs.sqlite", "-f", "json", cwd=site)
    assert json.loads(done.stdout)["runs"][-1]["articles"] == 5
