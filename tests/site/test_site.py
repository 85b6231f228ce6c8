"""Articles compared with each other: the command, suppressions, baselines, big and odd sites."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
import pytest

from seocheck.model.report import Report
from seocheck.site.index import SiteIndex
from seocheck.site.links import Links
from seocheck.site.near import Sketches, jaccard
from seocheck.site.pages import competes, language_folders, name_of
from tests.support import markdown, run_command, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {"a.md": markdown(), "b.md": markdown(), "c.md": markdown(title="Rye")})
    return tmp_path


def found(folder: Path, *args: str, code: int = 0) -> list[tuple[str, str]]:
    done = run_command("site", "-f", "json", *args, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    return [(r["path"], f["rule"]) for r in json.loads(done.stdout)["reports"] for f in r["findings"]]


def test_what_is_shared_is_found_at_all_but_the_first(site: Path) -> None:
    assert found(site) == [
        ("./b.md", "site/near-duplicate"),
        ("./b.md", "site/duplicate-title"),
        ("./b.md", "site/duplicate-description"),
        ("./b.md", "site/same-primary-keyword"),
        ("./c.md", "site/near-duplicate"),
        ("./c.md", "site/duplicate-description"),
    ]


def test_the_text_report(site: Path) -> None:
    done = run_command("site", ".", cwd=site)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "./b.md" in text
    assert "site/duplicate-title" in text
    assert "The title “Sourdough bread for busy people” is also that of a.md." in text


FORMATS = ["concise", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "checkstyle", "markdown"]


@pytest.mark.parametrize("how", FORMATS)
def test_every_format_takes_it(site: Path, how: str) -> None:
    done = run_command("site", "-f", how, cwd=site)
    assert done.returncode == 0
    assert b"site/duplicate-title" in done.stdout
    assert b"Traceback" not in done.stderr


def test_select_ignore_and_the_gate(site: Path) -> None:
    assert {rule for _, rule in found(site, "--select", "site/duplicate-title")} == {"site/duplicate-title"}
    assert "site/duplicate-title" not in {rule for _, rule in found(site, "--ignore", "site/duplicate-title")}
    assert run_command("site", "--fail-on", "warning", cwd=site).returncode == 1
    done = run_command("site", "--select", "site/duplicate-titel", cwd=site)
    assert done.returncode == 2
    assert b"did you mean" in done.stderr


def test_settings_hold(site: Path) -> None:
    write(site, {"seocheck.yml": "severities: {site/duplicate-title: error}\nignore: [site/near-duplicate]\n"})
    rules = found(site, code=1)
    assert ("./b.md", "site/duplicate-title") in rules
    assert "site/near-duplicate" not in {rule for _, rule in rules}


def test_suppressed_by_comment_front_matter_and_settings(site: Path) -> None:
    write(site, {"b.md": markdown().replace("---\n\n", "---\n\n<!-- seocheck-disable-file site -->\n\n", 1)})
    assert {path for path, _ in found(site)} == {"./c.md"}
    write(site, {"seocheck.yml": 'suppress: {"c.md": [site]}\n'})
    assert found(site) == []


def test_such_a_comment_is_of_use_when_articles_are_checked_alone(site: Path) -> None:
    comment = "<!-- seocheck-disable-file site/duplicate-title -->"
    write(site, {"b.md": markdown().replace("---\n\n", f"---\n\n{comment}\n\n", 1)})
    done = run_command("check", "-f", "concise", "b.md", cwd=site)
    assert b"suppressions/" not in done.stdout


def test_a_baseline_of_findings_holds(site: Path) -> None:
    write(site, {"seocheck.yml": "baseline: known.json\n"})
    done = run_command("site", "--fail-on", "note", cwd=site)
    assert done.returncode == 2  # there is none yet
    assert b"known.json" in done.stderr


def test_rules_of_the_site_cost_no_points_and_are_no_matter_of_check(site: Path) -> None:
    done = run_command("check", "-f", "json", ".", cwd=site)
    reports = json.loads(done.stdout)["reports"]
    assert not [f for r in reports for f in r["findings"] if f["rule"].startswith("site/")]
    assert not [n for r in reports for n in r["not_assessed"] if n["subject"].startswith("site/")]


def test_no_article_one_article_and_none_with_a_fault(tmp_path: Path) -> None:
    done = run_command("site", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert run_command("site", "--allow-empty", cwd=tmp_path).returncode == 0
    assert b"no article found" in done.stderr
    write(tmp_path, {"a.md": markdown()})
    done = run_command("site", cwd=tmp_path)
    assert done.returncode == 0
    assert b"no article" not in done.stderr


def test_articles_whose_metadata_cannot_be_parsed_are_named(site: Path) -> None:
    write(site, {"d.md": "---\ntitle: [Sourdough\n---\n\nSourdough.\n"})
    done = run_command("site", "-f", "concise", cwd=site)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "2 of 4 articles: 0 errors, 5 warnings, 1 note",
        "seocheck: warning: metadata that can't be parsed was not compared: ./d.md",
    ]


def test_what_cannot_be_read_is_named(site: Path) -> None:
    write(site, {"d.md": b"\x89PNG\r\n"})
    done = run_command("site", "-f", "concise", cwd=site)
    assert done.returncode == 2
    assert b"d.md: not a text file" in done.stderr
    assert b"site/duplicate-title" in done.stdout


def test_many_identical_articles_are_one_finding_each_rule(tmp_path: Path) -> None:
    write(tmp_path, {f"{n:04}.md": markdown() for n in range(300)})
    assert found(tmp_path) == [
        ("./0000.md", "site/near-duplicate"),
        ("./0000.md", "site/duplicate-title"),
        ("./0000.md", "site/duplicate-description"),
        ("./0000.md", "site/same-primary-keyword"),
    ]


def test_the_same_path_in_two_roots(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.md": markdown(), "two/a.md": markdown()})
    assert ("two/a.md", "site/duplicate-title") in found(tmp_path, "one", "two")


def test_workers_and_cache_change_nothing(site: Path) -> None:
    plain = run_command("site", "-f", "json", "--no-cache", "--workers", "1", cwd=site).stdout
    cache = str(site / ".cache")
    for workers in ("2", "1"):
        done = run_command("site", "-f", "json", "--cache-dir", cache, "--workers", workers, cwd=site)
        assert done.stdout == plain


def test_odd_paths_and_text(tmp_path: Path) -> None:
    name = "ü \udcff.md" if os.name == "posix" else "ü.md"
    write(tmp_path, {"a.md": markdown(title='"\\ud800 x"'), "b.md": markdown(title='"\\ud800 x"')})
    try:
        (tmp_path / name).write_text(markdown())
    except OSError:
        pytest.skip("the file system takes no such name")
    assert ("./b.md", "site/near-duplicate") in found(tmp_path)


# -- the parts ------------------------------------------------------------------------------------


def report(text: str, path: str = "a.md") -> Report:
    import seocheck

    return seocheck.check_text(text, path=path)


def test_the_index_holds_little_an_article() -> None:
    from tests.support import BODY

    with SiteIndex() as index:
        for number in range(100):
            index.add(report(markdown(title=f"Bread {number}", body=BODY * 4), f"{number}.md").summary)
        index.finish()
        assert index.size / 100 < 3_000
        assert [page.path for page in index.pages()] == [f"{n}.md" for n in range(100)]
        assert len(index) == 100


@pytest.mark.parametrize(
    ("path", "canonical", "alone"),
    [
        ("blog/a.md", "", True),
        ("blog/a.md", "https://example.com/blog/a/", True),
        ("blog/2024-01-02-a.md", "https://example.com/a.html", True),
        ("blog/a/index.md", "/blog/a/", True),
        ("blog/a.de.md", "/de/a", True),
        ("blog/a.md", "https://example.com/blog/b/", False),
        ("amp/a-amp.html", "/a/", False),
        ("blog/page/3/index.html", "", False),
        ("blog/page-3.html", "", False),
        ("landing-page-3.md", "", True),
        ("a.md", "https://example.com/", True),
    ],
)
def test_which_articles_compete(path: str, canonical: str, alone: bool) -> None:
    summary = msgspec.structs.replace(report("Text.\n", path).summary, canonical=canonical)
    assert competes(summary) is alone


def test_folders_beside_those_of_languages_are_of_languages_too() -> None:
    found = language_folders(
        ["blog/de/2026", "blog/fr", "blog/it", "blog/ar", "blog/zh-hant", "docs/it", "docs/ab", "en"]
    )
    assert found == {"blog/de": "de", "blog/fr": "fr", "blog/it": "it", "blog/ar": "ar", "blog/zh-hant": "zh-hant"}


def test_pages_that_nobody_has_translated_yet_are_no_copies_of_each_other(tmp_path: Path) -> None:
    write(
        tmp_path, {f"blog/{tag}/a.md": markdown() for tag in ("de", "fr", "it", "id", "zh", "zh-hant", "en-us", "en")}
    )
    assert found(tmp_path) == []
    write(tmp_path, {"blog/it/b.md": markdown()})
    assert {path for path, _ in found(tmp_path)} == {"./blog/it/b.md"}


def test_names_of_pages() -> None:
    assert name_of("content/2024-05-06-rye.md") == "rye"
    assert name_of("content/rye/_index.md") == "rye"
    assert name_of("/rye/") == "rye"
    assert name_of("index.html") == ""
    assert name_of("v1.2-notes.md") == "v1.2-notes"


@pytest.mark.parametrize(
    ("href", "kind", "path"),
    [
        ("b.md", "article", "docs/b.md"),
        ("b.md?x=1#y", "article", "docs/b.md"),
        ("../top.md", "article", "top.md"),
        ("b", "article", "docs/b.md"),
        ("sub/", "article", "docs/sub/index.md"),
        ("with%20blank.md", "article", "docs/with blank.md"),
        ("#here", "article", "docs/a.md"),
        ("B.md", "other case", "docs/b.md"),
        ("gone.md", "missing", "docs/gone.md"),
        ("../../up.md", "missing", "../up.md"),
        ("file.md", "file", "docs/file.md"),
        ("gone.html", "unknown", ""),
        ("gone", "unknown", ""),
        ("/docs/b.md", "unknown", ""),
        ("//example.com/b.md", "unknown", ""),
        ("https://example.com/b.md", "unknown", ""),
        ("http://[broken", "unknown", ""),
        ("javascript:void(0)", "unknown", ""),
        ("{{ url }}.md", "unknown", ""),
        ("a\\b.md", "unknown", ""),
        ("%00.md", "unknown", ""),
        ("?x", "unknown", ""),
        ("", "unknown", ""),
    ],
)
def test_where_links_lead(href: str, kind: str, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = ["docs/a.md", "docs/b.md", "docs/sub/index.md", "docs/with blank.md", "top.md"]
    write(tmp_path, dict.fromkeys([*files, "docs/file.md"], "x"))
    target = Links(enumerate(files)).target("docs/a.md", 0, href)
    assert target.kind == kind
    assert target.path == path


def test_nearly_the_same_are_found_and_others_are_not() -> None:
    words = [f"word{n}" for n in range(400)]
    changed = [*words[:200], "new", *words[201:]]
    other = [f"other{n}" for n in range(400)]
    signatures = [report(" ".join(each)).summary.signature for each in (words, changed, other)]
    known = Sketches()
    assert list(known.candidates(0, signatures[0])) == []
    assert list(known.candidates(1, signatures[1])) == [0]
    assert list(known.candidates(2, signatures[2])) == []
    assert jaccard(words, changed) > 0.9
    assert jaccard(words, other) == 0
    assert jaccard([], []) == 0
