"""The view of an article: its own words, cut where marks begin and end, and each finding at its place."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.base.text import Segment, Span, Text
from seocheck.config import SettingsFinder
from seocheck.formats.people.view.article_view import ArticleView, BlockView
from seocheck.formats.people.view.places import decoded_range
from seocheck.formats.people.view.reading import Viewer
from seocheck.formats.people.view.segments import Mark, segments
from seocheck.model.report import Report
from seocheck.runs.run import Candidate, Run
from tests.support import EXAMPLES, ROOT

ARTICLE = """---
title: Keeping rye bread
description: Bikes!
keywords: [rye bread, mouse]
lang: en
---
# Keeping rye bread

Fresh **rye bread** keeps for &ldquo;a week&rdquo; in linen. The mice of the mill eat the loaves that nobody has locked
away, which is why the miller built a cupboard of oak with a door that shuts without leaving even the smallest gap.

#### Too deep

Read [more here](https://example.org/bread), or look [here](https://example.org).
"""


def viewed(path: Path, text: str) -> tuple[Report, ArticleView]:
    path.write_text(text, encoding="utf-8")
    run = Run(SettingsFinder())
    report = run.check(Candidate(str(path), True))
    assert isinstance(report, Report)
    view = Viewer(run)(report)
    assert view is not None
    return report, view


def words(block: BlockView) -> str:
    return "".join(segment.text for segment in block.segments)


def test_blocks_read_as_the_article_does(tmp_path: Path) -> None:
    _, view = viewed(tmp_path / "a.md", ARTICLE)
    assert [(block.kind, block.level) for block in view.blocks] == [
        ("heading", 1), ("paragraph", 0), ("heading", 4), ("paragraph", 0),
    ]  # fmt: skip
    assert words(view.blocks[0]) == "Keeping rye bread"
    assert words(view.blocks[1]).startswith("Fresh rye bread keeps for “a week” in linen. The mice of the mill")


def test_keywords_are_marked_where_they_are_said(tmp_path: Path) -> None:
    report, view = viewed(tmp_path / "a.md", ARTICLE)
    assert [k.text for k in report.keywords] == ["rye bread", "mouse"]
    said = [(s.text, s.keywords, s.tier) for block in view.blocks for s in block.segments if s.tier]
    assert said == [("rye bread", (0,), "exact"), ("rye bread", (0,), "exact"), ("mice", (1,), "inflected")]


def test_a_long_sentence_is_marked_and_counted(tmp_path: Path) -> None:
    _, view = viewed(tmp_path / "a.md", ARTICLE)
    long = [segment for segment in view.blocks[1].segments if segment.is_long]
    assert "".join(segment.text for segment in long).startswith("The mice of the mill")
    assert [segment.long_end for segment in long if segment.long_end] == [34]
    assert [(sentence.length, sentence.is_long) for sentence in view.sentences][:2] == [(9, False), (34, True)]
    assert view.long_from == 20


def test_the_hardest_sentences_and_the_hardest_paragraph_are_marked() -> None:
    run = Run(SettingsFinder())
    report = run.check(Candidate(str(ROOT / "examples" / "rushed.md"), True))
    assert isinstance(report, Report)
    view = Viewer(run)(report)
    assert view is not None
    (paragraph,) = (block for block in view.blocks if block.is_hard)
    (said,) = (passage for passage in report.readability.hardest if passage.kind == "paragraph")
    assert words(paragraph).startswith(said.quote[:60])
    marked = "".join(s.text for block in view.blocks for s in block.segments if s.is_hard)
    for passage in report.readability.hardest:
        if passage.kind == "sentence":
            assert passage.quote[:60] in marked


def test_findings_are_at_their_place(tmp_path: Path) -> None:
    report, view = viewed(tmp_path / "a.md", ARTICLE)
    places = {
        report.findings[index].rule: words(block)
        for block in view.blocks
        for index in block.findings
    }  # fmt: skip
    assert places["headings/skipped-level"] == "Too deep"
    assert places["links/generic-text"].startswith("Read more here")
    assert {report.findings[index].rule for index in view.elsewhere} >= {"description/too-short"}
    marked = [s.text for s in view.blocks[3].segments if s.findings]
    assert marked == ["more here", "here"]


def test_a_finding_of_declared_keywords_is_not_hung_on_the_text_of_a_saved_page() -> None:
    run = Run(SettingsFinder())
    report = run.check(Candidate(str(ROOT / "examples" / "saved-page.txt"), True))
    assert isinstance(report, Report)
    view = Viewer(run)(report)
    assert view is not None
    of_list = [n for n, finding in enumerate(report.findings) if finding.rule == "keywords/unsupported"]
    assert of_list
    assert set(of_list) <= set(view.elsewhere)


def test_every_finding_is_somewhere_once() -> None:
    run = Run(SettingsFinder())
    for path in EXAMPLES:
        report = run.check(Candidate(str(path), True))
        assert isinstance(report, Report)
        view = Viewer(run)(report)
        assert view is not None, path
        shown = sorted([*view.elsewhere, *(index for block in view.blocks for index in block.findings)])
        assert shown == list(range(len(report.findings))), path


def test_japanese_is_counted_in_characters() -> None:
    run = Run(SettingsFinder())
    report = run.check(Candidate(str(ROOT / "examples" / "nihongo.md"), True))
    assert isinstance(report, Report)
    view = Viewer(run)(report)
    assert view is not None
    assert view.characters_counted
    assert view.long_from == 0
    assert sum(sentence.length for sentence in view.sentences) <= report.readability.characters


def test_a_file_that_has_gone_or_changed_has_no_view(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    report, _ = viewed(path, ARTICLE)
    path.write_text("New words.\n" + ARTICLE)
    assert Viewer(Run(SettingsFinder()))(report) is None
    path.unlink()
    assert Viewer(Run(SettingsFinder()))(report) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[rye bread, mouse]", "[rye bread, mouse, linen]"),
        ("[rye bread, mouse]", "[]"),
        ("Too deep", "Deeper still"),
        ("in linen", "in paper"),
        ("title: Keeping rye bread", "title: Keeping rye loaf "),
    ],
)
def test_no_change_is_overlooked_where_no_finding_quotes_it(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "a.md"
    report, _ = viewed(path, ARTICLE)
    quiet = msgspec.structs.replace(report, findings=())
    assert Viewer(Run(SettingsFinder()))(quiet) is not None
    path.write_text(ARTICLE.replace(old, new))
    assert Viewer(Run(SettingsFinder()))(quiet) is None


def test_a_report_of_the_site_alone_has_a_text_without_keywords(tmp_path: Path) -> None:
    report, _ = viewed(tmp_path / "a.md", ARTICLE)
    alone = msgspec.structs.replace(report, keywords=(), score=None, grade="–")
    view = Viewer(Run(SettingsFinder()))(alone)
    assert view is not None
    assert words(view.blocks[0]) == "Keeping rye bread"
    assert not [segment for block in view.blocks for segment in block.segments if segment.keywords]


def test_a_very_long_article_is_cut(tmp_path: Path) -> None:
    _, view = viewed(tmp_path / "a.md", ARTICLE + "\nBread is baked in the morning and eaten at night.\n" * 2000 + "\n"
                     + "\n\nBread is baked in the morning and eaten at night." * 4000)  # fmt: skip
    assert view.left_out > 500
    assert sum(len(words(block)) for block in view.blocks) <= 160_000


marks = st.lists(
    st.tuples(st.sampled_from(["keyword", "finding", "long", "hard", "code"]), st.integers(0, 30), st.integers(0, 30)),
    max_size=12,
)


@given(st.text(max_size=25), marks)
def test_segments_joined_are_the_text(value: str, found: list[tuple[str, int, int]]) -> None:
    made = [
        Mark(kind, start, end, of=number, tier="exact" if kind == "keyword" else "", words=7 * (kind == "long"))  # type: ignore[arg-type]
        for number, (kind, start, end) in enumerate(found)
    ]
    parts = list(segments(value, made))
    assert "".join(part.text for part in parts) == value
    at = 0
    for part in parts:
        inside = [mark for mark in made if 0 <= mark.start <= at < at + len(part.text) <= mark.end <= len(value)]
        assert part.is_long == any(mark.kind == "long" for mark in inside)
        assert set(part.findings) == {mark.of for mark in inside if mark.kind == "finding"}
        assert set(part.keywords) == {mark.of for mark in inside if mark.kind == "keyword"}
        at += len(part.text)
    whole = [mark for mark in made if mark.kind == "long" and 0 <= mark.start < mark.end <= len(value)]
    assert sum(bool(part.long_end) for part in parts) == len({mark.end for mark in whole})


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (Span(10, 15), (0, 5)),
        (Span(12, 14), (2, 4)),
        (Span(0, 12), (0, 2)),
        (Span(14, 21), (4, 6)),  # the entity stands for one letter, whole or not at all
        (Span(0, 10), None),
        (Span(40, 50), None),
    ],
)
def test_from_the_source_to_the_text(span: Span, found: tuple[int, int] | None) -> None:
    text = Text("Bread &c", (Segment(0, 5, 10, 15, True), Segment(5, 6, 20, 26, False), Segment(6, 8, 30, 32, True)))
    assert decoded_range(text, span) == found
