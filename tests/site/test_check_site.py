"""`seocheck check --site`: each article's own report, with what the site's rules find in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support import markdown, run_command, write

SITE = {
    "a.md": markdown(),
    "b.md": markdown(description="Rye."),
    "c.md": markdown(title="Rye", description="Another description, as long as results can show, about rye bread."),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, dict(SITE))
    return tmp_path


def reports(folder: Path, *args: str, code: int = 0) -> dict[str, Any]:
    done = run_command("check", "-f", "json", *args, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    return {report["path"]: report for report in json.loads(done.stdout)["reports"]}


def test_one_report_an_article_with_the_same_score(site: Path) -> None:
    own, together = reports(site), reports(site, "--site")
    assert list(own) == list(together) == ["./a.md", "./b.md", "./c.md"]
    for path, report in together.items():
        assert report["score"] == own[path]["score"]
        assert report["fix_first"] == own[path]["fix_first"]
        count = len(own[path]["findings"])
        assert report["findings"][:count] == own[path]["findings"]
        assert all(finding["rule"].startswith("site/") for finding in report["findings"][count:])
    rules = [finding["rule"] for finding in together["./b.md"]["findings"]]
    assert "description/too-short" in rules
    assert "site/duplicate-title" in rules


def test_workers_and_the_cache_change_nothing(site: Path, tmp_path: Path) -> None:
    once = reports(site, "--site", "--workers", "1")
    kept = str(tmp_path / "cache")
    assert reports(site, "--site", "--workers", "2", "--cache-dir", kept) == once
    assert reports(site, "--site", "--cache-dir", kept) == once


def test_the_gate_counts_both(site: Path) -> None:
    write(site, {"seocheck.yml": "severities: {site/duplicate-title: error}\n"})
    assert run_command("check", ".", cwd=site).returncode == 0
    assert run_command("check", "--site", ".", cwd=site).returncode == 1


def test_the_summary_counts_articles_once(site: Path) -> None:
    done = run_command("check", "-q", "--site", ".", cwd=site)
    assert done.stdout.decode().splitlines()[-1].startswith("3 articles: ")


def test_a_baseline_holds_both_and_is_pruned_of_both(site: Path) -> None:
    assert run_command("check", "--site", "--write-baseline", ".", cwd=site).returncode == 0
    written = json.loads((site / "seocheck-baseline.json").read_text())["files"]
    assert {"description/too-short", "site/duplicate-title"} <= set(written["b.md"])
    gate = ("check", "--site", "--baseline", "seocheck-baseline.json", "--fail-on", "warning")
    assert run_command(*gate, ".", cwd=site).returncode == 0
    write(site, {"d.md": markdown(title="Rye")})
    assert run_command(*gate, ".", cwd=site).returncode == 1
    (site / "d.md").unlink()
    write(site, {"b.md": markdown(title="Oats at home", description="Rye.")})
    done = run_command(*gate, "--prune-baseline", ".", cwd=site)
    assert b"removed or lowered" in done.stderr
    pruned = json.loads((site / "seocheck-baseline.json").read_text())["files"]
    assert "site/duplicate-title" not in pruned["b.md"]
    assert "description/too-short" in pruned["b.md"]


def test_without_site_the_baseline_keeps_what_the_site_said(site: Path) -> None:
    run_command("check", "--site", "--write-baseline", ".", cwd=site)
    run_command("check", "--baseline", "seocheck-baseline.json", "--prune-baseline", ".", cwd=site)
    kept = json.loads((site / "seocheck-baseline.json").read_text())["files"]
    assert "site/duplicate-title" in kept["b.md"]


def test_suppressed_in_the_article(site: Path) -> None:
    write(site, {"b.md": SITE["b.md"] + "\n<!-- seocheck-disable-file site/duplicate-title -->\n"})
    report = reports(site, "--site")["./b.md"]
    assert "site/duplicate-title" not in {finding["rule"] for finding in report["findings"]}
    assert [each["finding"]["rule"] for each in report["suppressed"]] == ["site/duplicate-title"]


@pytest.mark.parametrize("how", ["sarif", "junit", "html", "csv", "markdown", "text"])
def test_every_format_takes_it(site: Path, how: str) -> None:
    done = run_command("check", "--site", "--exit-zero", "-f", how, ".", cwd=site)
    assert done.returncode == 0, done.stderr.decode()
    assert b"site/duplicate-title" in done.stdout
    if how == "junit":
        assert done.stdout.count(b"<testsuite ") == 3
