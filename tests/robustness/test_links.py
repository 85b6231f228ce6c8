"""A symbolic link in a folder of articles brings no other file of the machine into a report."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import seocheck
from seocheck.config import SettingsFinder
from seocheck.errors import SettingsError
from seocheck.model.result import PassedOver
from seocheck.runs import guard as checking
from seocheck.runs.run import Candidate, Run, discover
from tests.support import BODY, markdown, no_hang, run_command, write

SECRET = "the-word-nobody-is-to-see"
LEAKY = f"---\ntitle: {SECRET}\nkeywords: [{SECRET}]\n---\n\n{SECRET} is in here, and [here]({SECRET}).\n\n{BODY}"
OUTSIDE = "a link to outside the folders given"
HIDDEN = "a link to a hidden file"
NOWHERE = "a link that leads nowhere"
ITSELF = "a link to a file that is checked itself"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with an article; beside it, and in its hidden folders, what nobody is to see."""
    write(tmp_path, {
        "site/a.md": markdown(), "site/.git/config": LEAKY, "site/.env": LEAKY, "site/.github/ci.md": LEAKY,
        "site/content/b.md": markdown(title="Rye"), "site/README.md": markdown(title="About the mill"),
        "secret/secret.md": LEAKY, "secret/sitemap.xml": f"<urlset><url><loc>https://{SECRET}</loc></url></urlset>",
        "secret/labelled.txt": f"Title: {SECRET}\nKeywords: {SECRET}\n\n{BODY}",
    })  # fmt: skip
    return tmp_path / "site"


def link(folder: Path, name: str, target: str | Path) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).symlink_to(target)


def looked_at(*paths: Path) -> tuple[list[str], dict[str, str]]:
    """The articles that have a report, and what was skipped and why, by their names."""
    skipped: list[PassedOver] = []
    reports = list(seocheck.check_paths(paths, on_passed_over=skipped.append))
    return [Path(r.path).name for r in reports], {Path(p.path).name: p.reason for p in skipped}


def checked(folder: Path, *arguments: str, **changes: str) -> tuple[int, dict[str, Any], str]:
    """Exit code, JSON report and standard error of a check in a folder."""
    done = run_command("check", "--no-cache", "-f", "json", *arguments, cwd=folder, **changes)
    return done.returncode, json.loads(done.stdout), done.stderr.decode()


# -- links to where nothing is read -----------------------------------------------------------------

FAULTY = {
    "relative.md": ("../secret/secret.md", OUTSIDE),
    "chain.md": ("relative.md", OUTSIDE),
    "listed.txt": ("../secret/labelled.txt", OUTSIDE),
    "conf.md": (".git/config", HIDDEN),
    "env.md": (".env", HIDDEN),
    "ci.md": (".github/ci.md", HIDDEN),
    "gone.md": ("nowhere.md", NOWHERE),
    "gone/too.md": ("../../site/nowhere.md", NOWHERE),
    "circle.md": ("circle.md", NOWHERE),
    "inside.md": ("a.md/nothing.md", NOWHERE),
    "passwd.md": ("/etc/passwd", OUTSIDE),
    "environ.md": ("/proc/self/environ", OUTSIDE),
    "endless.md": ("/dev/zero", OUTSIDE),
    "stdin.md": ("/dev/stdin", OUTSIDE),
    "release.md": ("/sys/kernel/notes", OUTSIDE),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_link_is_skipped_and_counted(site: Path, name: str) -> None:
    target, reason = FAULTY[name]
    link(site, "relative.md", "../secret/secret.md")
    if name != "relative.md":
        link(site, name, target)
    with no_hang(20):
        articles, skipped = looked_at(site)
    assert articles == ["a.md", "b.md"]
    assert skipped[Path(name).name] == reason


def test_all_that_is_said_is_that_links_were_skipped(site: Path) -> None:
    for name, (target, _) in FAULTY.items():
        link(site, name, target)
    done = run_command("check", "--exit-zero", "--verbose", ".", cwd=site, PASSWORD=SECRET)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, said
    assert SECRET not in said
    assert "root:" not in said
    assert f"8 {OUTSIDE}" in said
    assert f"3 {HIDDEN}" in said
    assert f"4 {NOWHERE}" in said
    assert f"seocheck: warning: ./circle.md: {NOWHERE}, skipped" in done.stderr.decode().splitlines()
    assert "seocheck: warning: 5 more links skipped" in done.stderr.decode().splitlines()


@pytest.mark.parametrize("command", [["check", "--site"], ["site"], ["check", "--workers", "2"], ["check", "--diff"]])
def test_no_command_reads_through_them(site: Path, command: list[str]) -> None:
    for name, (target, _) in FAULTY.items():
        link(site, name, target)
    link(site, "sitemap.xml", "../secret/sitemap.xml")
    done = run_command(*command, ".", cwd=site, PASSWORD=SECRET)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert SECRET not in (done.stdout + done.stderr).decode()


def test_whether_a_file_outside_exists_is_not_said(site: Path) -> None:
    link(site, "there.md", "../secret/secret.md")
    link(site, "nowhere.md", "../secret/nothing.md")
    assert set(looked_at(site)[1].values()) == {OUTSIDE, "not an article"}


def test_a_link_named_by_hand_is_read(site: Path) -> None:
    link(site, "relative.md", "../secret/secret.md")
    code, found, _ = checked(site, "relative.md")
    assert code in (0, 1)
    assert [report["path"] for report in found["reports"]] == ["relative.md"]


@pytest.mark.parametrize("name", ["relative.md", "conf.md", "environ.md"])
def test_names_that_count_as_found_are_links_of_a_walk(site: Path, name: str) -> None:
    """A hook names every file, whoever made it."""
    link(site, name, FAULTY[name][0])
    code, found, said = checked(site, "--force-exclude", "--", name, "a.md", PASSWORD=SECRET)
    assert [report["path"] for report in found["reports"]] == ["a.md"]
    assert SECRET not in json.dumps(found) + said
    assert code == 0


# -- links to what may be read ----------------------------------------------------------------------


def test_a_link_to_a_file_of_the_repository_is_read(site: Path) -> None:
    link(site, "content/index.md", "../README.md")
    articles, skipped = looked_at(site / "content")
    assert articles == ["b.md", "index.md"]
    assert skipped == {}


def test_a_link_from_one_folder_given_to_another_that_is_none_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.md": markdown(), "two/README.md": markdown(title="About")})
    link(tmp_path, "one/about.md", "../two/README.md")
    assert looked_at(tmp_path / "one") == (["a.md"], {"about.md": OUTSIDE})
    assert looked_at(tmp_path / "one", tmp_path / "two")[0] == ["a.md", "about.md"]


def test_a_hidden_folder_that_is_given_is_no_secret(tmp_path: Path) -> None:
    write(tmp_path, {".docs/README.md": markdown()})
    link(tmp_path, ".docs/about.md", "README.md")
    assert looked_at(tmp_path / ".docs")[0] == ["about.md"]


def test_a_folder_that_is_given_through_a_link(site: Path, tmp_path: Path) -> None:
    link(tmp_path, "here", "site")
    link(site, "about.md", "README.md")
    link(site, "again.md", "a.md")
    articles, skipped = looked_at(tmp_path / "here")
    assert articles == ["a.md", "about.md", "b.md"]
    assert skipped["again.md"] == ITSELF


# -- a link is no second article ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["0-before.md", "z-after.md", "content/of-above.md"])
def test_a_link_to_an_article_that_is_checked_is_not_checked_again(site: Path, name: str) -> None:
    link(site, name, "../a.md" if "/" in name else "a.md")
    articles, skipped = looked_at(site)
    assert articles == ["a.md", "b.md"]
    assert skipped[Path(name).name] == ITSELF


def test_two_links_to_one_file_are_one_article(site: Path) -> None:
    link(site, "one.md", "README.md")
    link(site, "two.md", "one.md")
    articles, skipped = looked_at(site)
    assert articles == ["a.md", "one.md", "b.md"]
    assert skipped["two.md"] == ITSELF


@pytest.mark.parametrize("order", [("content", "a.md"), ("a.md", "content")])
def test_a_link_to_a_file_that_is_named_too(site: Path, order: tuple[str, str]) -> None:
    link(site, "content/of-above.md", "../a.md")
    _, found, _ = checked(site, *order)
    assert sorted(report["path"] for report in found["reports"]) == ["a.md", "content/b.md"]


def test_a_link_is_no_duplicate_of_what_it_leads_to(site: Path) -> None:
    shutil.rmtree(site / "content")
    link(site, "copy.md", "a.md")
    done = run_command("check", "--site", "-f", "concise", ".", cwd=site)
    assert "copy.md" not in done.stdout.decode()
    assert "site/duplicate" not in done.stdout.decode()
    assert "site/near" not in done.stdout.decode()
    assert f"1 {ITSELF}" in done.stderr.decode()
    assert "warning: " not in done.stderr.decode()


@pytest.mark.parametrize(
    ("target", "left_out"),
    [("drafts/c.md", ["--exclude", "drafts"]), ("vendor/c.md", []), ("built/c.md", [])],
)
def test_a_link_to_what_the_walk_leaves_out_is_the_article(site: Path, target: str, left_out: list[str]) -> None:
    write(site, {target: markdown(title="Oats"), ".gitignore": "built/\n"})
    link(site, "z.md", target)
    _, found, _ = checked(site, *left_out, ".")
    assert [report["path"] for report in found["reports"]] == ["./a.md", "./z.md", "./content/b.md"]


def test_many_links_take_time_that_grows_with_their_number(tmp_path: Path) -> None:
    write(tmp_path, {f"{n % 50}/{n}.md": "x" for n in range(1_500)})
    for n in range(1_500):
        link(tmp_path, f"links/{n}.md", f"../{n % 50}/{n}.md")
    with no_hang(20):
        assert len(list(discover([tmp_path]))) == 1_500


# -- what was looked at is what is read -----------------------------------------------------------------


@contextmanager
def swapped(monkeypatch: pytest.MonkeyPatch, path: Path, target: Path) -> Iterator[None]:
    """Put a link in the place of a file after it was found, and before it is read."""
    check = checking.check_candidate

    def later(run: Run, candidate: Candidate, data: bytes | None = None) -> Any:
        path.unlink(missing_ok=True)
        path.symlink_to(target)
        return check(run, candidate, data)

    with monkeypatch.context() as patch:
        patch.setattr(checking, "check_candidate", later)
        yield


def test_a_link_that_leads_elsewhere_by_now(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site / "content")
    (site / "a.md").unlink()
    link(site, "about.md", "README.md")
    with swapped(monkeypatch, site / "about.md", site.parent / "secret" / "secret.md"):
        (report,) = seocheck.check_paths(site)
    assert report.summary.title == "About the mill"


def test_a_file_that_is_a_link_by_now(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site / "content")
    failed: list[seocheck.UnreadableError] = []
    with swapped(monkeypatch, site / "a.md", site.parent / "secret" / "secret.md"):
        assert list(seocheck.check_paths(site, on_failure=failed.append)) == []
    assert [Path(error.path).name for error in failed] == ["a.md"]


def test_a_second_look_reads_what_the_first_did(site: Path) -> None:
    link(site, "content/about.md", "../README.md")
    run = Run(SettingsFinder())
    (candidate,) = (c for c in discover([site / "content"]) if c.path.endswith("about.md"))
    first = run.read(candidate)
    Path(candidate.path).unlink()
    link(site, "content/about.md", site.parent / "secret" / "secret.md")
    assert run.read_again(candidate.path) == first == (site / "README.md").read_bytes()


# -- .gitignore and settings ------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "/proc/self/environ", "../secret/ignore"])
def test_a_gitignore_that_is_a_link_is_not_read(site: Path, target: str) -> None:
    """As with git itself."""
    write(site.parent, {"secret/ignore": "*.md\n"})
    link(site, ".gitignore", target)
    with no_hang(20):
        assert looked_at(site)[0] == ["a.md", "b.md"]


def test_a_gitignore_that_is_a_pipe_or_huge_is_not_read(site: Path) -> None:
    os.mkfifo(site / ".gitignore")
    with open(site / "content" / ".gitignore", "wb") as file:
        file.truncate(200_000_000)
    with no_hang(20):
        assert looked_at(site)[0] == ["a.md", "b.md"]


@pytest.mark.parametrize("name", ["seocheck.yml", ".seocheck.yaml", "content/seocheck.yml", "pyproject.toml"])
@pytest.mark.parametrize("target", ["secret.yml", "site/.git/config", "/proc/self/environ", "/etc/passwd"])
def test_settings_are_not_read_through_a_link_to_elsewhere(site: Path, name: str, target: str) -> None:
    write(site.parent, {"secret.yml": f"{SECRET}: 1\n[tool.seocheck.{SECRET}]\n"})
    link(site, name, target if target.startswith("/") else site.parent / target)
    done = run_command("check", ".", cwd=site, PASSWORD=SECRET)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    assert SECRET not in said
    assert done.stderr.decode().count("\n") == 1
    assert "a link to" in done.stderr.decode()
    assert "--config" in done.stderr.decode()


@pytest.mark.parametrize("target", ["shared/seocheck.yml", ".config/seocheck.yml"])
def test_settings_are_read_through_a_link_within_the_repository(site: Path, target: str) -> None:
    write(site, {target: "title_template: '{title} - Mill'\n"})
    link(site, "content/seocheck.yml", f"../{target}")
    settings = SettingsFinder().settings_for(site / "content" / "b.md")
    assert settings.title_template == "{title} - Mill"


def test_settings_named_by_hand_are_read_from_anywhere(site: Path) -> None:
    write(site.parent, {"secret/seocheck.yml": "title_template: '{title} - Mill'\n"})
    link(site, "mine.yml", "../secret/seocheck.yml")
    assert checked(site, "--config", "mine.yml", "a.md")[0] == 0


def test_a_settings_file_without_end_is_not_read(site: Path) -> None:
    """Its size is said to be 0."""
    if not os.access("/proc/self/pagemap", os.R_OK):
        pytest.skip("no such file here")
    write(site, {"seocheck.yml": "extends: /proc/self/pagemap\n"})
    with no_hang(20), pytest.raises(SettingsError, match="too large"):
        SettingsFinder().settings_for(site / "a.md")


def test_an_article_without_end_is_not_read() -> None:
    if not os.access("/proc/self/pagemap", os.R_OK):
        pytest.skip("no such file here")
    with no_hang(20), pytest.raises(seocheck.UnreadableError, match="too large"):
        seocheck.check_file("/proc/self/pagemap")


def test_init_reads_no_link_to_elsewhere(site: Path) -> None:
    shutil.rmtree(site / "content")
    write(site.parent, {"secret/secret.md": "---\nmy_title: x\nmy_keywords: [a]\n---\n\nText.\n"})
    link(site, "z.md", "../secret/secret.md")
    done = run_command("init", "--print", cwd=site)
    assert done.returncode == 0
    assert "my_title" not in done.stdout.decode()


# -- what git says ------------------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("command", [["check", "--changed"], ["check", "--changed-lines"], ["compare", "HEAD"]])
def test_what_git_says_is_changed_is_no_reason_to_follow_a_link(site: Path, command: list[str]) -> None:
    shutil.rmtree(site / ".git")
    git(site, "init", "-q")
    git(site, "add", "a.md")
    git(site, "commit", "-q", "-m", "first")
    for name, (target, _) in FAULTY.items():
        link(site, name, target)
    write(site, {"a.md": markdown(title="Rye bread")})
    git(site, "add", "-A")
    done = run_command(*command, "-f", "json", cwd=site, PASSWORD=SECRET)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode in (0, 1), said
    assert SECRET not in said
    assert "a.md" in done.stdout.decode()
