"""Word documents, made with python-docx: styles, properties, label lines, comments, and what is damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import seocheck
from tests.support import run_command

docx = pytest.importorskip("docx", reason="python-docx is not installed")

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def made(tmp_path: Path, write: Callable[[Any], None], name: str = "rye.docx") -> seocheck.Report:
    document = docx.Document()
    write(document)
    document.save(str(tmp_path / name))
    return seocheck.check_file(tmp_path / name)


def article(document: Any) -> None:
    document.add_paragraph("Rye bread for beginners", style="Title")
    document.add_paragraph("Meta description: How rye bread rises, and what it needs in the oven.")
    document.add_paragraph("Keywords: rye bread, pumpkin soup")
    document.add_heading("The dough", 1)
    document.add_paragraph("The rye bread rises slowly in the warm kitchen.")
    document.add_heading("Too deep", 4)
    document.add_paragraph("The oven is hot.")


def test_label_lines_declare_and_the_headline_is_the_title(tmp_path: Path) -> None:
    report = made(tmp_path, article)
    assert report.format == "docx"
    assert report.title is not None
    assert report.title.text == "Rye bread for beginners"
    assert report.description is not None
    assert report.description.text == "How rye bread rises, and what it needs in the oven."
    assert [(each.text, each.tier) for each in report.keywords] == [("rye bread", "exact"), ("pumpkin soup", "absent")]
    assert report.readability.words == 13
    assert "content/leaked-metadata" not in {each.rule for each in report.findings}


def test_a_place_is_a_paragraph(tmp_path: Path) -> None:
    report = made(tmp_path, article)
    places = {each.rule: each.place.start for each in report.findings}
    assert (places["keywords/unsupported"].line, places["keywords/unsupported"].label) == (3, "paragraph 3")
    assert places["headings/skipped-level"].label == "paragraph 6"
    shown = run_command("check", "rye.docx", "--exit-zero", cwd=tmp_path).stdout.decode()
    assert "warning  paragraph 6 headings/skipped-level" in shown


def test_below_a_headline_headings_are_one_level_deeper(tmp_path: Path) -> None:
    def sections(document: Any) -> None:
        document.add_heading("The dough", 1)
        document.add_heading("The oven", 1)

    assert "headings/several-h1" in {each.rule for each in made(tmp_path, sections).findings}

    def with_headline(document: Any) -> None:
        document.add_paragraph("Rye bread", style="Title")
        sections(document)

    assert "headings/several-h1" not in {each.rule for each in made(tmp_path, with_headline).findings}


def test_properties_fill_what_no_label_declares(tmp_path: Path) -> None:
    def properties(document: Any) -> None:
        core = document.core_properties
        core.title, core.keywords, core.comments = "Rye bread", "rye; soup", "How rye rises."
        document.add_paragraph("Rye rises slowly.")

    report = made(tmp_path, properties)
    assert report.title is not None
    assert report.description is not None
    assert (report.title.text, report.title.origin) == ("Rye bread", "property")
    assert report.description.text == "How rye rises."
    assert [(each.text, each.tier) for each in report.keywords] == [("rye", "exact"), ("soup", "absent")]


def test_labels_win_over_properties(tmp_path: Path) -> None:
    def both(document: Any) -> None:
        document.core_properties.title = "Template of the newsroom"
        document.core_properties.keywords = "template"
        article(document)

    report = made(tmp_path, both)
    assert report.title is not None
    assert report.title.text == "Rye bread for beginners"
    assert [each.text for each in report.keywords] == ["rye bread", "pumpkin soup"]


def test_a_first_table_may_be_the_labels(tmp_path: Path) -> None:
    def table(document: Any) -> None:
        rows = (("Meta title", "Rye bread for beginners"), ("Meta description", "How it rises and what it needs."),
                ("Focus keyword", "rye bread"))  # fmt: skip
        made_of = document.add_table(len(rows), 2)
        for row, cells in zip(made_of.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        document.add_heading("Rye bread", 1)
        document.add_paragraph("The rye bread rises slowly in the warm kitchen.")

    report = made(tmp_path, table)
    assert report.title is not None
    assert report.description is not None
    assert report.title.text == "Rye bread for beginners"
    assert report.description.text == "How it rises and what it needs."
    assert [(each.text, each.primary) for each in report.keywords] == [("rye bread", True)]
    assert report.description.place.start.label == "table 1, row 2"


def test_what_markdown_would_take_for_its_own_stays_words(tmp_path: Path) -> None:
    def signs(document: Any) -> None:
        for words in (
            "# no heading",
            "- no item",
            "1. no list",
            "> no quotation",
            "*a* _b_ [c](d) `e` <f> |g| ~h~ &amp;",
        ):
            document.add_paragraph(words)

    made(tmp_path, signs)
    from seocheck.readers import decode, read

    source = decode((tmp_path / "rye.docx").read_bytes(), "rye.docx")
    blocks = read(source, "docx").blocks
    assert [(block.kind, block.text.value) for block in blocks if block.text.value != "no list"] == [
        ("paragraph", "# no heading"), ("paragraph", "- no item"), ("paragraph", "> no quotation"),
        ("paragraph", "*a* _b_ [c](d) `e` <f> |g| ~h~ &amp;"),
    ]  # fmt: skip


def test_styles_make_zones(tmp_path: Path) -> None:
    def zones(document: Any) -> None:
        document.add_paragraph("Flour", style="List Bullet")
        document.add_paragraph("Water", style="List Number")
        document.add_paragraph("Bread is bread.", style="Quote")
        document.add_paragraph("A loaf on a table", style="Caption")
        document.styles.add_style("Source Code", 1)
        document.add_paragraph("print('# soup')", style="Source Code")
        document.add_paragraph("print('stew')", style="Source Code")

    made(tmp_path, zones)
    from seocheck.readers import decode, read

    source = decode((tmp_path / "rye.docx").read_bytes(), "rye.docx")
    assert "```\nprint('# soup')\nprint('stew')\n```" in source.text
    kinds = [(block.kind, block.text.value) for block in read(source, "docx").blocks]
    assert kinds[:4] == [
        ("item", "Flour"),
        ("item", "Water"),
        ("quotation", "Bread is bread."),
        ("caption", "A loaf on a table"),
    ]


def test_pictures_and_links(tmp_path: Path) -> None:
    def both(document: Any) -> None:
        document.core_properties.language = "en"
        paragraph = document.add_paragraph("See ")
        part = document.part
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link = docx.oxml.OxmlElement("w:hyperlink")
        link.set(docx.oxml.ns.qn("r:id"), part.relate_to("https://example.org/a b", kind, is_external=True))
        run = docx.oxml.OxmlElement("w:r")
        text = docx.oxml.OxmlElement("w:t")
        text.text = "here"
        run.append(text)
        link.append(run)
        paragraph._p.append(link)
        for alt in ("", "A loaf"):
            document.add_picture(io.BytesIO(PIXEL))
            document.paragraphs[-1]._p.xpath(".//wp:docPr")[0].set("descr", alt)

    report = made(tmp_path, both)
    found = {each.rule: each.place.start.label for each in report.findings}
    assert found["links/generic-text"] == "paragraph 1"
    assert found["images/missing-alt"] == "paragraph 2"
    assert [link.href for link in report.summary.links] == ["https://example.org/a%20b"]


def test_deleted_words_are_gone_and_inserted_ones_are_there(tmp_path: Path) -> None:
    def tracked(document: Any) -> None:
        paragraph = document.add_paragraph("Keywords: rye")
        for tag, words in (("w:del", ", soup"), ("w:ins", ", bread")):
            change = docx.oxml.OxmlElement(tag)
            run = docx.oxml.OxmlElement("w:r")
            text = docx.oxml.OxmlElement("w:t")
            text.text = words
            run.append(text)
            change.append(run)
            paragraph._p.append(change)
        document.add_paragraph("Meta description: How rye bread rises and what it needs.")
        document.add_heading("Rye", 1)
        document.add_paragraph("Rye bread rises slowly.")

    assert [each.text for each in made(tmp_path, tracked).keywords] == ["rye", "bread"]


def test_a_comment_of_word_suppresses(tmp_path: Path) -> None:
    def commented(document: Any) -> None:
        document.add_heading("Rye", 1)
        paragraph = document.add_heading("Too deep", 4)
        text = "seocheck-disable-next-line headings/skipped-level -- the template does it"
        document.add_comment(paragraph.runs, text=text, author="A")
        document.add_comment(paragraph.runs, text="Is this right?", author="A")

    report = made(tmp_path, commented)
    assert [(each.finding.rule, each.reason) for each in report.suppressed] == [
        ("headings/skipped-level", "the template does it")
    ]


def test_it_is_only_read(tmp_path: Path) -> None:
    made(tmp_path, article)
    before = (tmp_path / "rye.docx").read_bytes()
    for command in (["check", "--fix", "--exit-zero"], ["suggest", "--apply", "front-matter"]):
        done = run_command(*command, "rye.docx", cwd=tmp_path)
        assert b"a Word document is only read, and can't be changed here" in done.stderr or command[0] == "check"
    assert (tmp_path / "rye.docx").read_bytes() == before


# -- what is damaged ------------------------------------------------------------------------------------


def zipped(**files: bytes) -> bytes:
    made_of = io.BytesIO()
    with zipfile.ZipFile(made_of, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return made_of.getvalue()


def document_xml(text: str) -> bytes:
    """A whole document with this as its main part."""
    held = io.BytesIO()
    docx.Document().save(held)
    made_of = io.BytesIO()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made_of, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = text.encode() if item.filename == "word/document.xml" else old.read(item)
            new.writestr(item.filename, data)
    return made_of.getvalue()


ENTITIES = """<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "soup">{}]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&{};</w:t></w:r>
</w:p></w:body></w:document>"""
LAUGHS = "".join(f'<!ENTITY a{n} "{"".join(f"&a{n - 1};" for _ in range(10)) if n else "soup"}">' for n in range(12))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "has a password, or is an old Word file"),
        (b"", "not a Word file, or damaged"),
        (b"PK\x03\x04", "not a Word file, or damaged"),
        (b"just words", "not a Word file, or damaged"),
        (zipped(a=b"x"), "a damaged Word file"),
        (document_xml("<w:document"), "a damaged Word file"),
        (document_xml("<a/>"), "a damaged Word file"),
        (zipped(word__document_xml=b"x", **{f"p{n}.xml": bytes(7_000_000) for n in range(10)}), "unpacks to 70 MB"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "rye.docx").write_bytes(data)
    done = run_command("check", "rye.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"seocheck: rye.docx: {reason}")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("entities", [ENTITIES.format("", "a"), ENTITIES.format(LAUGHS, "a11"),
                                      ENTITIES.format('<!ENTITY b SYSTEM "file:///etc/passwd">', "b")])  # fmt: skip
def test_entities_are_not_expanded(tmp_path: Path, entities: str) -> None:
    (tmp_path / "rye.docx").write_bytes(document_xml(entities))
    done = run_command("check", "rye.docx", "--exit-zero", "-f", "json", cwd=tmp_path)
    assert b"root:" not in done.stdout
    assert b"soup" not in done.stdout


def test_without_the_library_a_folder_is_checked_and_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    made(tmp_path, article)
    (tmp_path / "a.md").write_text("---\ntitle: Rye\n---\n\nRye.\n", encoding="utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    done = run_command("check", ".", "--exit-zero", "--no-cache", cwd=tmp_path)
    assert done.returncode == 0
    assert b"Skipped: 1 python-docx isn't installed." in done.stdout
    named = run_command("check", "rye.docx", "--no-cache", cwd=tmp_path)
    assert named.returncode == 2
    assert b"needs python-docx, which isn't installed: pip install python-docx" in named.stderr
