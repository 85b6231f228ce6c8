"""`--url`: the pages of a built site know where they are published, by their place in the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seocheck
from tests.support import run_command, write

RULE = "metadata/canonical-conflict"


def page(canonical: str) -> str:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return f'<html lang="en"><head><title>Rye</title>{link}</head><body><h1>Rye</h1><p>Rye rises.</p></body></html>'


def found(folder: Path, *options: str) -> list[tuple[str, str]]:
    done = run_command("check", "public", "--select", RULE, "-f", "json", "--exit-zero", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)["reports"]
    return [(each["path"], finding["message"]) for each in reports for finding in each["findings"]]


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("index.html", "https://example.org/"), ("index.html", "https://example.org"),
        ("rye/index.html", "https://example.org/rye/"), ("rye/index.html", "http://www.example.org/rye"),
        ("rye.html", "https://example.org/rye"), ("rye.html", "https://example.org/rye.html"),
        ("a b/ä.html", "https://example.org/a%20b/%C3%A4.html"), ("rye.html", "/rye"), ("rye.html", ""),
    ],
)  # fmt: skip
def test_a_page_that_names_itself_is_fine(tmp_path: Path, name: str, canonical: str) -> None:
    write(tmp_path, {f"public/{name}": page(canonical)})
    assert found(tmp_path, "--url", "https://example.org") == []


def test_a_page_that_names_another_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"public/rye/index.html": page("https://example.org/bread/")})
    ((path, message),) = found(tmp_path, "--url", "https://example.org/")
    assert path == "public/rye/index.html"
    assert message == (
        "The canonical URL is “https://example.org/bread/”, but this page is published at “https://example.org/rye/”."
    )
    assert found(tmp_path) == []
    assert found(tmp_path, "--url", "https://example.org/", "--workers", "2", "--no-cache")


def test_a_site_below_a_folder_of_its_host(tmp_path: Path) -> None:
    write(tmp_path, {"public/rye.html": page("https://example.org/docs/rye.html")})
    assert found(tmp_path, "--url", "https://example.org/docs/") == []
    assert len(found(tmp_path, "--url", "https://example.org")) == 1


def test_the_settings_may_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path,
        {"public/seocheck.yml": "url: https://example.org\n", "public/rye.html": page("https://example.org/b")},
    )
    (report,) = seocheck.check_paths("public", select=[RULE])
    assert len(report.findings) == 1


def test_what_is_no_page_has_no_address(tmp_path: Path) -> None:
    write(tmp_path, {"public/rye.md": "---\ntitle: Rye\ncanonical: https://example.org/other\n---\n\nRye.\n"})
    assert found(tmp_path, "--url", "https://example.org") == []


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://", "https://example.org/?a=b", "https://["]
)
def test_a_url_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    write(tmp_path, {"public/rye.html": page(""), "seocheck.yml": f"url: '{url}'\n"})
    done = run_command("check", "public", "--isolated", "--url", url, cwd=tmp_path)
    assert (done.returncode, b"is no full URL such as https://example.org" in done.stderr) == (2, True)
    config = run_command("check", "public", cwd=tmp_path)
    assert config.returncode == 2
    assert b"seocheck.yml:1: url: expected a full URL such as https://example.org" in config.stderr


def test_it_needs_one_folder(tmp_path: Path) -> None:
    write(tmp_path, {"public/rye.html": page("")})
    done = run_command("check", "public/rye.html", "--url", "https://example.org", cwd=tmp_path)
    assert done.returncode == 2
    assert b"--url needs one folder" in done.stderr
