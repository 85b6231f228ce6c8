"""The Python API: what it returns, what it raises, and that it keeps nothing and says nothing."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

import seocheck
from seocheck.model.report import Report
from tests.support import BODY, markdown, write

TEXTS = [markdown(), markdown(title=None), markdown(keywords=None), markdown(description=None, lang="de"), BODY]


def test_a_text_gives_a_report() -> None:
    report = seocheck.check_text(markdown(), path="bread.md")
    assert isinstance(report, seocheck.Report)
    assert (report.path, report.format, report.language.code) == ("bread.md", "markdown", "en")
    assert report.title is not None
    assert report.title.text == "Sourdough bread for busy people"
    assert [k.text for k in report.keywords] == ["sourdough bread", "starter", "rye crispbread"]
    assert [k.tier for k in report.keywords] == ["exact", "exact", "absent"]
    assert report.score is not None
    assert 0 <= report.score <= 100


def test_a_finding_points_at_its_words() -> None:
    report = seocheck.check_text(markdown())
    (absent,) = [f for f in report.findings if f.rule == "keywords/unsupported"]
    assert isinstance(absent, seocheck.Finding)
    assert absent.quote == "rye crispbread"
    assert (absent.place.start.line, absent.place.start.column) == (4, 38)
    assert absent.line is not None
    assert absent.line.text == "keywords: [sourdough bread, starter, rye crispbread]"


@pytest.mark.parametrize(
    ("path", "format_", "expected"),
    [
        ("a.md", None, "markdown"),
        ("a.html", None, "html"),
        ("a.txt", None, "labelled-text"),
        ("a.md", "html", "html"),
        ("<text>", None, "markdown"),
    ],
)
def test_the_name_or_the_caller_tells_the_format(path: str, format_: object, expected: str) -> None:
    assert seocheck.check_text(BODY, path=path, format=format_).format == expected  # type: ignore[arg-type]


def test_a_byte_order_mark_is_no_text() -> None:
    report = seocheck.check_text("\ufeff" + markdown())
    assert report.title is not None
    assert [f.rule for f in report.findings if f.rule.startswith("front-matter")] == ["front-matter/not-first"]


def test_reports_are_frozen_and_plain() -> None:
    report = seocheck.check_text(markdown())
    with pytest.raises(AttributeError):
        report.score = 100.0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        report.findings[0].message = "fine"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(report)) == report
    assert Report.from_json(report.to_json()) == report
    assert Report.from_json(report.to_json(indent=2)) == report


def test_json_of_another_shape_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        Report.from_json('{"path": "a.md"}')


def test_settings_are_values_a_file_or_settings(tmp_path: Path) -> None:
    write(tmp_path, {"house.yml": "profile: news\n"})
    text = markdown(description=None)
    given: list[object] = [{"profile": "news"}, tmp_path / "house.yml", str(tmp_path / "house.yml")]
    given.append(seocheck.Settings(profile="news"))
    reports = [seocheck.check_text(text, settings=settings) for settings in given]  # type: ignore[arg-type]
    assert {r.profile for r in reports} == {"news"}
    assert len({(r.score, r.findings, r.weights) for r in reports}) == 1
    (missing,) = [f for f in reports[0].findings if f.rule == "description/missing"]
    assert missing.severity == "error"


def test_wrong_settings_raise() -> None:
    with pytest.raises(seocheck.SettingsError, match=r"unknown key “profil”; did you mean “profile”"):
        seocheck.check_text("text", settings={"profil": "news"})
    with pytest.raises(seocheck.SettingsError, match=r"unknown rule or group “headings/no-h2”"):
        seocheck.check_text("text", select=["headings/no-h2"])


def test_select_and_ignore_make_a_partial_report() -> None:
    report = seocheck.check_text(markdown(), select=["keywords"], ignore=["keywords/undeclared-topic"])
    assert report.partial
    assert {f.rule.split("/")[0] for f in report.findings} <= {"keywords"}
    assert not seocheck.check_text(markdown()).partial


def test_check_file_uses_the_closest_settings(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "profile: docs\n", "guide/bread.md": markdown()})
    report = seocheck.check_file(tmp_path / "guide" / "bread.md")
    assert report.profile == "docs"
    assert report.path.endswith("guide/bread.md")


def test_check_file_reads_whatever_it_is_given(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": markdown(draft="true")})
    assert seocheck.check_file(tmp_path / "README.md").score is not None


@pytest.mark.parametrize("name", ["none.md", "nul\0byte.md", "."])
def test_check_file_raises_for_what_it_cannot_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(seocheck.UnreadableError) as caught:
        seocheck.check_file(f"{tmp_path}/{name}")
    assert caught.value.reason
    assert "\n" not in str(caught.value)


def test_check_paths_yields_reports_as_they_come(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(), "b.md": markdown(), "c.md": markdown()})
    reports = seocheck.check_paths(tmp_path)
    assert iter(reports) is reports
    first = next(reports)
    (tmp_path / "c.md").unlink()  # not read yet
    assert first.path.endswith("a.md")
    assert next(reports).path.endswith("b.md")


def test_check_paths_over_a_site(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(), "b.md": markdown(), "sitemap.xml": "<urlset>", "feed.xml": "<rss/>"})
    failed: list[seocheck.UnreadableError] = []
    first, second = seocheck.check_paths(tmp_path, site=True, on_failure=failed.append)
    assert [Path(failure.path).name for failure in failed] == ["sitemap.xml"]
    assert not [finding for finding in first.findings if finding.rule.startswith("site/")]
    assert "site/duplicate-title" in {finding.rule for finding in second.findings}
    assert second.score == seocheck.check_file(tmp_path / "b.md").score
    assert second.is_article


def test_check_paths_raises_after_the_last_report(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(), "b.md": b"%PDF-1.7 and more", "c.md": markdown()})
    seen: list[str] = []
    reports = seocheck.check_paths([tmp_path, tmp_path / "nowhere.md"])
    with pytest.raises(seocheck.UnreadableFilesError) as caught:
        seen.extend(Path(report.path).name for report in reports)
    assert seen == ["a.md", "c.md"]
    assert [Path(f.path).name for f in caught.value.failures] == ["b.md", "nowhere.md"]


def test_check_paths_tells_what_it_skipped_and_could_not_read(tmp_path: Path) -> None:
    draft = markdown(draft="true")
    write(tmp_path, {"README.md": "# Read me", "draft.md": draft, "b.md": b"%PDF-", "a.md": markdown()})
    passed: list[seocheck.PassedOver] = []
    failed: list[seocheck.UnreadableError] = []
    reports = list(seocheck.check_paths(str(tmp_path), on_passed_over=passed.append, on_failure=failed.append))
    assert [Path(r.path).name for r in reports] == ["a.md"]
    assert {Path(p.path).name: p.reason for p in passed} == {"README.md": "not an article", "draft.md": "a draft"}
    assert [Path(f.path).name for f in failed] == ["b.md"]


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"a.md": markdown(), "b.md": b"\x89PNG", "README.md": "x"})
    list(seocheck.check_paths(tmp_path, on_failure=lambda _: None))
    seocheck.check_text(markdown())
    assert tuple(capfd.readouterr()) == ("", "")


def test_threads_get_the_same_reports() -> None:
    alone = [seocheck.check_text(text).to_json() for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: seocheck.check_text(text).to_json(), TEXTS * 8))
    assert together == alone * 8


def test_half_a_surrogate_pair_does_not_break_the_json() -> None:
    report = seocheck.check_text("# A loaf \ud83d of bread\n", path="latin-\udce9.md")
    read = Report.from_json(report.to_json())
    assert read.path == "latin-\ufffd.md"
    assert read.summary.anchors == ("A loaf \ufffd of bread",)


def test_check_paths_respects_the_setting_exclude(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "exclude: [old]\n", "new.md": markdown(), "old/a.md": markdown()})
    assert [Path(report.path).name for report in seocheck.check_paths(tmp_path)] == ["new.md"]
    named = seocheck.check_paths([tmp_path / "old" / "a.md"])
    assert [Path(report.path).name for report in named] == ["a.md"]
