"""Whatever a file holds or is called: a report, or one clear line; and the next file is checked all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import seocheck
from seocheck.model.article import Format
from seocheck.readers import formats
from tests.support import assert_linear, markdown, run_command, write

FORMATS = tuple(each.name for each in formats.FORMATS)

# -- files that get a report ----------------------------------------------------------------------

READABLE: dict[str, bytes] = {
    "empty.md": b"",
    "blank.md": b"\n \n\t\n",
    "mark-only.md": b"\xef\xbb\xbf",
    "mark.md": b"\xef\xbb\xbf" + markdown().encode(),
    "utf16.md": markdown().encode("utf-16"),
    "utf16be.md": b"\xfe\xff" + markdown().encode("utf-16-be"),
    "latin1.md": markdown(title="Brot vom B\u00e4cker").encode("latin-1"),
    "few-nul.md": b"A loaf\0of bread\0and butter.\n" + markdown().encode(),
    "cr-only.md": markdown().replace("\n", "\r").encode(),
    "broken.md": b"---\ntitle: [never closed\nkeywords: }\n---\n\nBread.\n",
    "date.md": b"---\ntitle: Bread\ndate: 2024-13-45\n---\n\nBread.\n",
    "tag.md": b"---\ntitle: !!python/object:os.system {}\n---\n\nBread.\n",
    "unclosed.md": b"---\ntitle: Bread\n\nBread.\n",
    "list.md": b"---\n- bread\n- rye\n---\n\nBread.\n",
    "bomb.md": b"---\na: &a [x, x]\n"
    + b"".join(b"%c: &%c [*%c, *%c, *%c, *%c]\n" % (c, c, *[c - 1] * 4) for c in range(98, 118))
    + b"keywords: *u\n---\n\nBread.\n",
    "self-alias.md": b"---\ntitle: &a [*a]\nkeywords: &b {c: *b}\n---\n\nBread.\n",
    "deep.md": b"---\nkeywords: " + b"[" * 5_000 + b"\n---\n\nBread.\n",
    "deep-toml.md": b"+++\nkeywords = " + b"[" * 5_000 + b"\n+++\n\nBread.\n",
    "deep-json.md": b'{"a":' * 5_000 + b"\n\nBread.\n",
    "bell.md": b"---\ntitle: ring \x07\n---\n\nBread.\n",
}


@pytest.mark.parametrize("name", READABLE)
def test_a_report_in_spite_of_all(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: READABLE[name]})
    report = seocheck.check_file(tmp_path / name)
    assert report.failures == ()
    assert report.score is not None


@pytest.mark.parametrize(("name", "encoding"), [("mark.md", "utf-8"), ("utf16.md", "utf-16"), ("utf16be.md", "utf-16")])
def test_encodings_are_told_by_their_mark(tmp_path: Path, name: str, encoding: str) -> None:
    write(tmp_path, {name: READABLE[name]})
    report = seocheck.check_file(tmp_path / name)
    assert report.encoding.startswith(encoding)
    assert report.title is not None
    assert report.title.text == "Sourdough bread for busy people"


def test_latin_1_keeps_its_letters(tmp_path: Path) -> None:
    write(tmp_path, {"latin1.md": READABLE["latin1.md"]})
    report = seocheck.check_file(tmp_path / "latin1.md")
    assert report.title is not None
    assert report.title.text == "Brot vom Bäcker"
    assert report.encoding == "cp1252"


@pytest.mark.parametrize(
    "name", ["broken.md", "unclosed.md", "list.md", "bomb.md", "deep.md", "deep-toml.md", "bell.md"]
)
def test_front_matter_that_cannot_be_read_is_the_one_fault(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: READABLE[name]})
    rules = [f.rule for f in seocheck.check_file(tmp_path / name).findings]
    assert rules.count("front-matter/invalid") == 1
    assert not [rule for rule in rules if rule.endswith("/missing")]


def test_an_impossible_date_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"date.md": READABLE["date.md"]})
    report = seocheck.check_file(tmp_path / "date.md")
    assert report.title is not None
    assert "front-matter/invalid" not in {f.rule for f in report.findings}


LONG = {
    "one word of a megabyte": "a" * 1_000_000,
    "brackets": "[" * 20_000,
    "brackets both": "[" * 20_000 + "]" * 20_000,
    "parentheses": "(" * 20_000,
    "braces": "{a" * 20_000,
    "templates": "{{" * 20_000 + "{%" * 20_000,
    "quotation marks": '"' * 20_000 + "«" * 20_000,
    "block quotations": "> " * 20_000 + "x",
    "lists": "- " * 20_000 + "x",
    "indented lists": "".join(" " * (2 * i) + "- x\n" for i in range(300)),
    "stars": "*a " * 20_000,
    "underscores": "_a" * 20_000,
    "backticks": "`" * 20_000 + " `a" * 10_000,
    "links": "[rye bread](https://example.org) " * 5_000,
    "addresses": "see http://a.example/b and a@b.example " * 3_000,
    "code": "`rye` " * 6_000,
    "images": "![rye bread](a.jpg) " * 4_000,
    "headings": "# One\n\n#### Four\n\n" * 1_500,
    "tables": "| a | b |\n|---|---|\n" + "| x | y |\n" * 5_000,
    "tags": "<div>" * 20_000,
    "open tags": "<a href=" * 20_000,
    "comments": "<!--" * 20_000,
    "entities": "&amp;&#120;&nosuch;" * 10_000,
    "footnotes": "[^1]: x\n" * 5_000 + "[^1]" * 5_000,
    "labels": "Meta Description: x\n" * 5_000,
    "short lines": "a rye loaf\n" * 10_000,
    "blank lines": "\n" * 200_000,
    "accents": "e\u0301" * 50_000,
    "no blanks": "字" * 20_000,
    "stops": "a. " * 20_000,
    "keys given again": "---\n" + "title: Rye\n" * 3_000 + "---\n\nRye.\n",
    "keywords without end": "---\nkeywords: [" + "rye, " * 3_000 + "]\n---\n\n" + "rye " * 5_000,
    "lists for keywords": "---\nkeywords: [" + "[rye], " * 3_000 + "]\n---\n\nRye.\n",
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", LONG)
def test_long_and_nested_texts_do_not_hang(name: str, format_: Format) -> None:
    text = LONG[name] if format_ == "markdown" else LONG[name][:4_000]
    report = seocheck.check_text(text, format=format_)
    assert report.failures == ()
    assert report.score is None or 0 <= report.score <= 100


def test_a_keyword_that_is_declared_and_said_again_and_again() -> None:
    def run(times: int) -> None:
        seocheck.check_text(f"---\nkeywords: [{'rye, ' * times}]\n---\n\n{'rye ' * times}")

    run(1)
    assert_linear(run, 700)


PARAGRAPHS = {
    "says its topic in every sentence": "The rye bread of our baker keeps for a week in a cool place. ",
    "is full of links": "See [rye bread](https://example.org) and more. ",
    "is full of long links": f"See [rye bread{' and more' * 9}](https://example.org) there. ",
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_one_long_paragraph(name: str) -> None:
    def run(sentences: int) -> None:
        seocheck.check_text(f"# Rye bread\n\n{PARAGRAPHS[name] * sentences}")

    run(1)
    assert_linear(run, 700)


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_one_line_of_a_megabyte(format_: Format) -> None:
    assert seocheck.check_text("word " * 200_000, format=format_).readability.words == 200_000


# -- files that cannot be read --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("image.md", b"\x89PNG\r\n\x1a\n\0\0\0", "not a text file"),
        ("paper.md", b"%PDF-1.7\n", "not a text file"),
        ("zip.md", b"PK\x03\x04\0\0", "not a text file"),
        ("binary.md", bytes(range(256)) * 40, "not a text file"),
        ("nul.md", b"\0" * 4000, "not a text file (it contains NUL bytes)"),
    ],
)
def test_what_is_no_text_is_said_in_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    write(tmp_path, {name: content})
    with pytest.raises(seocheck.UnreadableError) as caught:
        seocheck.check_file(tmp_path / name)
    assert caught.value.reason == says


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    with open(tmp_path / "sparse.md", "wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(seocheck.UnreadableError, match=r"too large: 50\.0 MB, at most 3 \(setting max_file_size\)"):
        seocheck.check_file(tmp_path / "sparse.md")


def test_bytes_beyond_the_limit_are_not_checked(tmp_path: Path) -> None:
    """From standard input, or as they are in a commit: no file tells how many they are."""
    done = run_command("check", "-", cwd=tmp_path, stdin=b"# Rye\n\n" + b"bread " * 600_000)
    assert done.returncode == 2
    assert done.stderr == b"seocheck: -: too large: 3.6 MB, at most 3 (setting max_file_size)\n"


@pytest.fixture
def rough(tmp_path: Path) -> Path:
    """A folder with all that lies about in folders."""
    write(tmp_path, READABLE)
    write(tmp_path, {"binary.md": b"\x89PNG", "z-last.md": markdown(), "folder.md/inner.md": markdown()})
    (tmp_path / "dangling.md").symlink_to("nowhere.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "linked.md").symlink_to("z-last.md")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "circle").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.md")
    return tmp_path


def test_a_rough_folder_is_checked_to_the_end(rough: Path) -> None:
    done = run_command("check", "-q", "--select", "front-matter", ".", cwd=rough)
    assert done.returncode == 2
    failures = done.stderr.decode().splitlines()
    assert failures == [
        "seocheck: warning: ./dangling.md: a link that leads nowhere, skipped",
        "seocheck: warning: ./loop.md: a link that leads nowhere, skipped",
        "seocheck: ./binary.md: not a text file",
        "seocheck: ./pipe.md: not a regular file",
    ]
    *lines, numbers, left_out = done.stdout.decode().splitlines()
    assert {line.split()[0] for line in lines} == {
        *(f"./{name}" for name in READABLE), "./z-last.md", "./folder.md/inner.md",
    }  # fmt: skip
    assert numbers.endswith("2 files could not be read")
    assert left_out == "Skipped: 2 a link that leads nowhere, 1 a link to a file that is checked itself."


@pytest.mark.parametrize("name", ["dangling.md", "loop.md"])
def test_links_that_lead_nowhere_named_by_hand(rough: Path, name: str) -> None:
    done = run_command("check", name, cwd=rough)
    assert done.returncode == 2
    assert done.stderr.decode() == f"seocheck: {name}: a link that leads nowhere\n"
    with pytest.raises(seocheck.UnreadableError):
        seocheck.check_file(rough / name)


def test_files_and_folders_without_permission(tmp_path: Path) -> None:
    write(tmp_path, {"closed.md": markdown(), "shut/a.md": markdown(), "z.md": markdown()})
    (tmp_path / "closed.md").chmod(0)
    if os.access(tmp_path / "closed.md", os.R_OK):
        pytest.skip("root reads everything")
    (tmp_path / "shut").chmod(0)
    try:
        done = run_command("check", "-q", ".", cwd=tmp_path)
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "seocheck: ./shut: permission denied",
        "seocheck: ./closed.md: permission denied",
    ]
    assert b"z.md" in done.stdout


# -- nothing reaches the terminal raw -------------------------------------------------------------

HOSTILE = "red \x1b[31m, title \x1b]0;gone\x07, clear \x9b2J, turned \u202e"
ESCAPED = HOSTILE.replace("\x1b", "\\e").replace("\x07", "\\a").replace("\x9b", "\\x9b").replace("\u202e", "\\u202e")
RAW = [c.encode() for c in "\x1b\x07\x9b\u202e"]


@pytest.mark.parametrize(
    "args", [["check"], ["check", "-v"], ["check", "-q"], ["check", "-f", "json"], ["keywords"]], ids=" ".join
)
def test_escape_sequences_of_an_article_stay_in_it(tmp_path: Path, args: list[str]) -> None:
    text = markdown(
        title=f'"{ESCAPED}"', description=f'"{ESCAPED}"', keywords=f'["{ESCAPED}", rye]', lang=f'"{ESCAPED}"',
        tags=f'["{ESCAPED}"]', body=f"#### {HOSTILE}\n\n{HOSTILE}. Slug: {HOSTILE}\n",
    )  # fmt: skip
    write(tmp_path, {"a.md": text, "b.txt": f"Title: {HOSTILE}\nKeywords: {HOSTILE}\n\n{HOSTILE}\n\nclose\n"})
    done = run_command(*args, "a.md", *(["b.txt"] if "check" in args else []), cwd=tmp_path)
    assert done.returncode in (0, 1)
    for character in RAW[:2] if "json" in args else RAW:  # JSON escapes what JSON must
        assert character not in done.stdout + done.stderr


def test_escape_sequences_in_names_stay_in_them(tmp_path: Path) -> None:
    names = ["red\x1b[31m\nline.md", "bell\x07.md", "turned\u202edm.md", "latin-\udce9.md"]
    for name in names:
        (tmp_path / name).write_text(markdown())
    (tmp_path / "binary\x1b[2J\n.md").write_bytes(b"\x89PNG")
    for args in (["."], ["-q", "red\x1b[31m\nline.md", "binary\x1b[2J\n.md", "none\x1b[2J.md"]):
        done = run_command("check", *args, cwd=tmp_path)
        assert done.returncode == 2
        for character in RAW:
            assert character not in done.stdout + done.stderr
        assert all(line.startswith("seocheck: ") for line in done.stderr.decode().splitlines())


def test_escape_sequences_in_settings_stay_in_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from seocheck.cli import main

    write(tmp_path, {"seocheck.yml": '"\\e[31mprofile": news\n', "a.md": markdown()})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["check", "a.md"])
    err = capsys.readouterr().err
    assert stopped.value.code == 2
    assert "unknown key" in err
    assert "\x1b" not in err
    assert err.count("\n") == 1


def test_colour_is_ours_alone(tmp_path: Path) -> None:
    import re

    write(tmp_path, {"a.md": markdown(title=f'"{ESCAPED} [bold]loaf[/bold]"', keywords=f'["{ESCAPED}"]')})
    done = run_command("check", "-v", "a.md", cwd=tmp_path, FORCE_COLOR="1")
    out = done.stdout.decode()
    assert "\x1b[" in out
    ours = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "\x1b" not in ours
    assert "\x9b" not in ours
    assert "\x1b[31m, title" not in out
