"""Many files: what is found, in which order, what is skipped and why."""

from __future__ import annotations

from pathlib import Path

import pytest

import seocheck
from seocheck.config.globs import matches
from seocheck.model.result import PassedOver
from seocheck.runs.run import Candidate, discover
from tests.support import markdown, write

LABELLED = "Meta Description: All about rye.\nKeywords: rye, oats\n\nRye is a grain of the north.\n"


def found(folder: Path, *paths: str) -> list[str]:
    given = [folder / path for path in paths] or [folder]
    return [Path(c.path).relative_to(folder).as_posix() for c in discover(given)]


def passed_over(folder: Path) -> dict[str, str]:
    passed: list[PassedOver] = []
    list(seocheck.check_paths(folder, on_passed_over=passed.append))
    return {Path(p.path).relative_to(folder).as_posix(): p.reason for p in passed}


def test_a_folder_is_walked_for_articles_in_a_fixed_order(tmp_path: Path) -> None:
    names = ["b.md", "a.markdown", "c.mdx", "d.html", "e.htm", "F.MD", "sub/a.md", "sub/deep/er/z.md"]
    write(tmp_path, dict.fromkeys(names, "# Bread\n"))
    write(tmp_path, dict.fromkeys(["x.py", "y.css", "z.json", ".hidden.md", "md", "photo.jpg"], "no article"))
    assert found(tmp_path) == ["F.MD", "a.markdown", "b.md", "c.mdx", "d.html", "e.htm", "sub/a.md", "sub/deep/er/z.md"]


def test_texts_need_two_labels(tmp_path: Path) -> None:
    write(tmp_path, {
        "labelled.txt": LABELLED,
        "one.txt": "Keywords: rye\n\nRye.\n",
        "robots.txt": "User-agent: *\nDisallow: /\n",
        "front.txt": "---\ntitle: Rye\n---\n\nRye.\n",
        "notes.txt": "Milk, bread, and butter.\n",
    })  # fmt: skip
    assert found(tmp_path) == ["front.txt", "labelled.txt"]
    assert set(passed_over(tmp_path).values()) == {"a text without metadata labels"}
    assert found(tmp_path, "notes.txt") == ["notes.txt"]  # named by hand


@pytest.mark.parametrize(
    "name", ["README.md", "readme.de.md", "CHANGELOG.md", "LICENSE.txt", "CONTRIBUTING.md", "_sidebar.md", "SUMMARY.md"]
)
def test_known_non_articles_are_skipped_except_by_name(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: LABELLED, "a.md": "# Bread\n"})
    assert found(tmp_path) == ["a.md"]
    assert passed_over(tmp_path) == {name: "not an article"}
    assert found(tmp_path, name) == [name]


@pytest.mark.parametrize("folder", ["node_modules", "layouts", "_layouts", "_includes", ".git", ".venv", "Vendor"])
def test_folders_of_templates_and_dependencies_are_left_out(tmp_path: Path, folder: str) -> None:
    write(tmp_path, {f"{folder}/a.md": "# Bread\n", "docs/a.md": "# Bread\n"})
    assert found(tmp_path) == ["docs/a.md"]
    assert found(tmp_path, folder) == [f"{folder}/a.md"]  # but not when one asks for it


PASSED = {
    "draft": (markdown(draft="true"), "a draft"),
    "unpublished": (markdown(published="false"), "a draft"),
    "noindex": (markdown(robots="noindex, follow"), "not to be indexed"),
    "noindex flag": (markdown(noindex="true"), "not to be indexed"),
    "redirect": ("---\ntitle: Bread\nredirect_to: /rye/\n---\n", "a redirect"),
}


@pytest.mark.parametrize("case", PASSED)
def test_what_is_not_to_be_found_is_skipped(tmp_path: Path, case: str) -> None:
    text, reason = PASSED[case]
    write(tmp_path, {"a.md": text})
    assert passed_over(tmp_path) == {"a.md": reason}
    assert seocheck.check_file(tmp_path / "a.md").score is not None


@pytest.mark.parametrize(
    "text",
    [markdown(draft="false"), markdown(published="true"), markdown(robots="index"), markdown(redirect_from="/x/")],
)
def test_what_is_to_be_found_is_checked(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"a.md": text})
    assert passed_over(tmp_path) == {}


def test_html_that_says_so_is_skipped(tmp_path: Path) -> None:
    head = "<!doctype html><html><head><title>Rye</title>{}</head><body><main><p>Rye.</p></main></body></html>"
    write(tmp_path, {
        "noindex.html": head.format('<meta name="robots" content="noindex">'),
        "moved.html": head.format('<meta http-equiv="refresh" content="0; url=/rye/">'),
        "fragment.html": "<div class=footer>About</div>",
        "page.html": head.format(""),
    })  # fmt: skip
    assert passed_over(tmp_path) == {
        "fragment.html": "a fragment without title and text",
        "moved.html": "a redirect",
        "noindex.html": "not to be indexed",
    }


def test_an_ignored_folder_that_is_named_is_walked(tmp_path: Path) -> None:
    write(tmp_path, {
        ".git/HEAD": "", ".gitignore": "public/\n*.tmp.md\n", "public/a.md": "", "public/b.tmp.md": "",
        "public/sub/c.md": "", "public/.gitignore": "sub/\n",
    })  # fmt: skip
    found = [c.path for c in discover([str(tmp_path / "public")])]
    assert found == [str(tmp_path / "public" / "a.md"), str(tmp_path / "public" / "b.tmp.md")]
    assert [c.path for c in discover([str(tmp_path)])] == []


def test_gitignore_is_respected(tmp_path: Path) -> None:
    write(tmp_path, {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".gitignore": "build/\n*.tmp.md\n/only-here.md\n",
        "a.md": "x", "a.tmp.md": "x", "only-here.md": "x", "build/b.md": "x",
        "docs/only-here.md": "x", "docs/c.tmp.md": "x",
        "docs/.gitignore": "secret.md\n!c.tmp.md\n",
        "docs/secret.md": "x",
    })  # fmt: skip
    assert found(tmp_path) == ["a.md", "docs/c.tmp.md", "docs/only-here.md"]
    assert found(tmp_path, "docs") == ["docs/c.tmp.md", "docs/only-here.md"]  # from below too
    assert found(tmp_path, "build/b.md") == ["build/b.md"]


def test_a_file_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "x", "sub/b.md": "x"})
    assert found(tmp_path, "a.md", ".", "sub", "sub/../a.md") == ["a.md", "sub/b.md"]
    assert list(discover([tmp_path / "a.md"])) == [Candidate(str(tmp_path / "a.md"), True)]


def test_links_to_files_that_are_checked_and_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"site/a.md": "x", "other/b.md": "x"})
    (tmp_path / "site" / "linked.md").symlink_to("a.md")
    (tmp_path / "site" / "folder").symlink_to(tmp_path / "other", target_is_directory=True)
    (tmp_path / "site" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path, "site") == ["site/a.md"]
    assert found(tmp_path, "site/linked.md") == ["site/linked.md"]
    assert found(tmp_path, "site/folder") == ["site/folder/b.md"]  # named by hand


def test_missing_paths_are_failures_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "x"})
    failed: list[seocheck.UnreadableError] = []
    given = [tmp_path / "none", tmp_path / "a.md"]
    assert [c.named for c in discover(given, on_failure=failed.append)] == [True]
    assert [f.reason for f in failed] == ["no such file or folder"]


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("a.md", "*.md", True),
        ("blog/a.md", "*.md", True),  # a name without a slash fits anywhere
        ("blog/a.md", "blog/*.md", True),
        ("blog/2024/a.md", "blog/*.md", False),
        ("blog/2024/a.md", "blog/**", True),
        ("blog/2024/a.md", "blog/**/*.md", True),
        ("blog/a.md", "blog/**/*.md", True),
        ("a.md", "**/*.md", True),
        ("a.md", "**", True),
        ("notes/blog/a.md", "blog/**", False),
        ("blog/ab.md", "blog/a?.md", True),
        ("blog/a/b.md", "blog/a?b.md", False),
        ("blog/a+b.md", "blog/a+b.md", True),
    ],
)
def test_globs(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, pattern) is fits


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("de/brot.md", "de"),
        ("content/fr/pain.md", "fr"),
        ("brot.de.md", "de"),
        ("index.pt-BR.md", "pt"),
        ("bread.md", ""),
    ],
)
def test_the_path_tells_the_language(path: str, code: str) -> None:
    language = seocheck.check_text("Bread.\n", path=path).language
    assert language.code == code
    assert language.source == ("path" if code else "unknown")
