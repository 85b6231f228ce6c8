"""Line ends, byte order marks and encodings stay what they are."""

from __future__ import annotations

import codecs

import pytest

from seocheck.config import Settings, make_plan
from seocheck.fix import FixOutcome, fixes_for

PLAN = make_plan(Settings())


def fixed_file(data: bytes, path: str = "article.md") -> FixOutcome:
    return fixes_for(data, path, PLAN)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_a_mark_stay(end: str, mark: bytes) -> None:
    text = "---\ntitle: Rye\nkeywords:\n- rye\n- rye\n- oven # hot\ndescription: '<b>Rye</b>  bread'\n---\n\nRye.\n\n"
    want = "---\ntitle: Rye\nkeywords:\n- rye\n- oven # hot\ndescription: 'Rye bread'\n---\n\nRye.\n\n"
    outcome = fixes_for(mark + text.replace("\n", end).encode(), "a.md", make_plan(Settings(), ignore=["front-matter"]))
    assert outcome.after == mark + want.replace("\n", end).encode()
    assert len(outcome.fixed) == 3


def test_mixed_line_ends_stay_and_a_file_without_a_last_one() -> None:
    data = b"---\r\ntitle: Rye\nkeywords: [rye, rye]\r\n---\nRye.\r\n\n\rBread."
    assert fixed_file(data).after == data.replace(b"[rye, rye]", b"[rye]")


def test_a_byte_order_mark_before_front_matter_goes() -> None:
    data = b"---\ntitle: Rye\n---\nRye.\n"
    outcome = fixed_file(codecs.BOM_UTF8 + data)
    assert outcome.after == data
    assert [f.done for f in outcome.fixed] == ["removed the byte order mark before the front matter"]
    assert outcome.fixed[0].drops_byte_order_mark
    assert outcome.fixed[0].edits == ()
    assert "-\ufeff---" in outcome.diff


def test_a_mark_and_blank_lines_go_together() -> None:
    data = b"---\ntitle: Rye\n---\nRye.\n"
    outcome = fixed_file(codecs.BOM_UTF8 + b"\n \n" + data)
    assert outcome.after == data
    assert [f.done for f in outcome.fixed] == [
        "removed the byte order mark and the white space before the front matter"
    ]
    assert [(e.start, e.end, e.new) for e in outcome.fixed[0].edits] == [(0, 3, "")]


@pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)])
def test_utf_16_stays_and_keeps_its_mark(codec: str, mark: bytes) -> None:
    text = "---\ntitle: Brötchen\nkeywords: [Brötchen, brötchen]\n---\n\nBrötchen.\n"
    outcome = fixed_file(mark + text.encode(codec))
    assert outcome.after == mark + text.replace(", brötchen", "").encode(codec)
    assert [(r.rule, r.reason) for r in outcome.refused] == [
        ("front-matter/not-first", f"the byte order mark says that the file is {codec.upper()}; save it as UTF-8")
    ]


def test_windows_1252_stays() -> None:
    text = "---\ntitle: Brötchen\nkeywords: [Brötchen, brötchen]\ndescription: Brot &ndash; einfach\n---\n\nBrötchen.\n"
    outcome = fixed_file(text.encode("cp1252"))
    assert outcome.after == text.replace(", brötchen", "").replace("&ndash;", "–").encode("cp1252")


def test_a_page_in_the_encoding_that_it_declares() -> None:
    page = (
        '<html><head><meta charset="iso-8859-2"><title>Žitný chléb</title>'
        '<meta name="description" content="Žitný  chléb"></head><body><p>Žitný chléb.</p></body></html>'
    )
    outcome = fixed_file(page.encode("iso8859-2"), "a.html")
    assert outcome.after == page.replace("  ", " ").encode("iso8859-2")


def test_refused_what_the_encoding_lacks() -> None:
    page = (
        '<html><head><meta charset="iso-8859-2"><title>Žitný chléb</title>'
        '<meta name="description" content="Žitný &amp;hellip;"></head><body><p>Žitný chléb.</p></body></html>'
    )
    outcome = fixed_file(page.encode("iso8859-2"), "a.html")
    assert outcome.fixed == ()
    assert [r.reason for r in outcome.refused] == ["“…” can't be written in the file's encoding (iso8859-2)"]


def test_refused_where_bytes_mean_nothing() -> None:
    data = "---\ntitle: Brötchen\nkeywords: [rye, rye]\n---\n\n".encode("cp1252") + b"\x81\x8d bread\n"
    outcome = fixed_file(data)
    assert outcome.after == data
    assert [r.reason for r in outcome.refused] == ["some of its bytes aren't valid in its encoding (cp1252)"]


def test_refused_where_another_encoding_would_be_taken() -> None:
    # The only letter that is no UTF-8 would go with a tag; what is left would be read as UTF-8, and otherwise.
    data = b"---\ntitle: caf\xc3\xa9\ndescription: '<b title=\"\xe9\">Rye</b> bread'\n---\n\nRye.\n"
    outcome = fixed_file(data)
    assert outcome.after == data
    assert [r.reason for r in outcome.refused] == ["the file would no longer be read as cp1252"]


def test_only_what_the_plan_reports_is_fixed() -> None:
    data = b"---\nkeywords: [rye, rye]\ndescription: a  b\n---\n\nRye.\n"
    chosen = make_plan(Settings(), select=["keywords"])
    assert fixes_for(data, "a.md", chosen).after == data.replace(b", rye", b"")
    left = make_plan(Settings(), ignore=["keywords/duplicate", "description/stray-white-space"])
    assert fixes_for(data, "a.md", left) == FixOutcome(after=data, path="a.md")


def test_many_duplicates_are_taken_out_at_once() -> None:
    words = ", ".join(["rye"] * 150)
    outcome = fixed_file(f"---\nkeywords: [{words}]\n---\n\nRye.\n".encode())
    assert outcome.after == b"---\nkeywords: [rye]\n---\n\nRye.\n"
    assert len(outcome.fixed) == 149


def test_edits_count_code_points() -> None:
    text = "---\ntitle: 🍞 Brot\nkeywords: [𝔅rot, 𝔅rot]\n---\n\nBrot.\n"
    fixed = fixed_file(text.encode()).fixed[0]
    (edit,) = fixed.edits
    assert text[: edit.start] + edit.new + text[edit.end :] == text.replace(", 𝔅rot", "")


def test_the_opening_line_of_front_matter() -> None:
    text = "layout: post\r\ntitle: Rye\r\nkeywords: [rye, Rye]\r\n---\r\n\r\nRye bread.\r\n"
    outcome = fixed_file(text.encode())
    assert outcome.after == b"---\r\n" + text.replace(", Rye]", "]").encode()
    assert not outcome.refused
