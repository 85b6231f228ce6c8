"""What is refused, each with one clear line, and the file as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seocheck.config import Settings, make_plan
from seocheck.edit.change import Change, changed
from seocheck.edit.write import check_writable, replace_file
from seocheck.edit.written import RefusedError

PLAN = make_plan(Settings())
DESCRIPTION = Change(description="Bread needs time.")
KEYWORDS = Change(add=("rye flour",))


@pytest.mark.parametrize(
    ("text", "change", "said"),
    [
        ("---\na: &b old\ndescription: *b\n---\n", DESCRIPTION, "an alias"),
        ("---\ndescription: &b old\nx: *b\n---\n", DESCRIPTION, "an anchor or a tag"),
        ("---\ndescription: !!str old\n---\n", DESCRIPTION, "an anchor or a tag"),
        ("---\ndescription: !include a.txt\n---\n", DESCRIPTION, "an anchor or a tag"),
        ("---\nkeywords: [a, *b]\n---\n", KEYWORDS, "isn't valid YAML"),
        ("---\nx: &b c\nkeywords: [a, *b]\n---\n", KEYWORDS, "an alias, an anchor or a tag"),
        ("---\nx: &b [c]\nkeywords: *b\n---\n", KEYWORDS, "an alias"),
        ("---\nx: &b {description: old}\nseo: *b\n---\n", DESCRIPTION, "an alias"),
        (
            "---\nx: &b {description: old}\n<<: *b\n---\n",
            DESCRIPTION,
            "“description” is merged in from elsewhere (by the key <<); change it there",
        ),
        ("---\nx: &b {description: old}\n<<: *b\n---\n", DESCRIPTION, "<<"),
        ("---\nx: &b {keywords: [a]}\n<<: *b\n---\n", KEYWORDS, "<<"),
        ("---\ndescription: {{ page.teaser }}\n---\n", DESCRIPTION, "a template"),
        ("---\ndescription: '{% include a %}'\n---\n", DESCRIPTION, "a template"),
        ('+++\ndescription = "{{ a }}"\n+++\n', DESCRIPTION, "a template"),
        ('{"keywords": ["${a}"]}\n', KEYWORDS, "a template"),
        ("---\ndescription: a\ndescription: b\n---\n", DESCRIPTION, "declared twice"),
        ("---\ntitle: a\ntitle: b\n---\n", DESCRIPTION, "declared twice"),
        ('{"title": "a", "title": "b"}\n', DESCRIPTION, "declared twice"),
        ("---\ntitle: [a\n---\n", DESCRIPTION, "isn't valid YAML"),
        ("---\ntitle: a\n--- \n---\n", DESCRIPTION, None),
        ("+++\ntitle = a\n+++\n", DESCRIPTION, "isn't valid TOML"),
        ("+++\ntitle = 'a'\ntitle = 'b'\n+++\n", DESCRIPTION, "isn't valid TOML"),
        ('{"title": a}\n', DESCRIPTION, "isn't valid JSON"),
        ("---\ntitle: a\n", DESCRIPTION, "never closed"),
        ("Bread.\n", DESCRIPTION, "no front matter"),
        ("---\ndescription: [a, b]\n---\n", DESCRIPTION, "a list"),
        ("---\ndescription: {a: b}\n---\n", DESCRIPTION, "a mapping"),
        ("+++\ndescription = 3\n+++\n", DESCRIPTION, "isn't a text"),
        ('{"description": 3}\n', DESCRIPTION, "isn't a text"),
        ("---\nkeywords: {a: b}\n---\n", KEYWORDS, "a mapping"),
        ("---\nkeywords:\n- a, b\n---\n", KEYWORDS, "one entry of a list"),
        ("---\nkeywords: [a, [b]]\n---\n", KEYWORDS, "isn't a text"),
        ("+++\nkeywords = ['a', 3]\n+++\n", KEYWORDS, "isn't a text"),
        ("---\nkeywords: one two three four five six seven\n---\n", KEYWORDS, None),
        ("---\n{title: a}\n---\n", DESCRIPTION, "in braces"),
        ("---\n- a\n---\n", DESCRIPTION, "isn't a list of keys"),
    ],
)
def test_refused_in_one_line(text: str, change: Change, said: str | None) -> None:
    data = f"{text}\nBread needs time.\n".encode()
    if said is None:  # either a safe change, or a refusal: never a wrong one
        try:
            made = changed(data, "a.md", PLAN, change)
        except RefusedError:
            return
        assert b"Bread needs time." in made
        assert made.endswith(data[-20:])
        return
    with pytest.raises(RefusedError) as refused:
        changed(data, "a.md", PLAN, change)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("a.html", "<html><title>A</title><p>Bread.</p></html>", "an HTML page"),
        ("a.txt", "Title: A\nDescription: B\nKeywords: c\n\nBread.\n", "a labelled text"),
    ],
)
def test_only_front_matter_is_written(path: str, text: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        changed(text.encode(), path, PLAN, DESCRIPTION)


@pytest.mark.parametrize("data", ["---\ndescription: Käse\n---\n".encode("latin-1"), "a: b".encode("utf-16")])
def test_what_is_not_utf_8_stays(data: bytes) -> None:
    with pytest.raises(RefusedError, match="isn't UTF-8"):
        changed(data, "a.md", PLAN, DESCRIPTION)


def test_values_of_the_settings_are_not_written_over(tmp_path: Path) -> None:
    defaults = {"*.md": {"description": "From the site.", "keywords": ("site",)}}
    plan = make_plan(Settings(defaults=defaults, file="seocheck.yml"))
    for change in (DESCRIPTION, KEYWORDS):
        with pytest.raises(RefusedError, match=r"comes? from the settings \(seocheck.yml\)"):
            changed(b"---\ntitle: A\n---\nBread.\n", "a.md", plan, change)


def test_dropping_the_whole_list_is_refused() -> None:
    text = b"---\nkeywords: [aa]\n---\nBread.\n"
    with pytest.raises(RefusedError, match="all of its keywords"):
        changed(text, "a.md", PLAN, Change(drop=frozenset([text.index(b"aa")])))


def test_a_comment_between_keywords_is_not_lost() -> None:
    text = "---\nkeywords: [\n  aa, # first\n  bb\n]\n---\nBread.\n"
    with pytest.raises(RefusedError, match="a comment"):
        changed(text.encode(), "a.md", PLAN, Change(drop=frozenset([text.index("bb")])))


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(RefusedError, match="a symbolic link"):
        replace_file(str(tmp_path / "b.md"), b"old", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(RefusedError, match="read-only"):
        check_writable(str(path))


def test_a_file_of_two_names_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    os.link(path, tmp_path / "b.md")
    with pytest.raises(RefusedError, match="hard links"):
        replace_file(str(path), b"old", b"new")


def test_a_file_changed_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"newer")
    with pytest.raises(RefusedError, match="has changed"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"newer"


def test_replacing_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_failed_replacement_leaves_the_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(RefusedError, match="cannot be written: no space left"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bread needs time.", "Bread needs"),  # the value itself is cut short
        ("title: A", "title: B"),
        ("date: 2024-01-02", "date: '2024-01-03'"),
        ("  - y", "  - z"),
        ("  deep: here", "  deep: there"),
        ("Loaf.", "Loaves."),  # the body
        ("---\n\nLoaf", "---\nx: y\n---\n\nLoaf"),
        ("# ", ": ["),  # it does not parse any more
    ],
)
def test_an_edit_that_does_more_than_it_should_is_never_given_out(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "---\n# c\ntitle: A\ndate: 2024-01-02\nx:\n  - y\nm:\n  deep: here\ndescription: old\n---\n\nLoaf.\n"
    right = changed(text.encode(), "a.md", PLAN, DESCRIPTION).decode()
    assert right == text.replace("old", "Bread needs time.")
    assert old in right
    monkeypatch.setattr("seocheck.edit.change.edited", lambda *_: right.replace(old, new))
    with pytest.raises(RefusedError, match="reads back as intended"):
        changed(text.encode(), "a.md", PLAN, DESCRIPTION)
