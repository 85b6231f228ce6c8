"""Settings that build on others: how many files, how deep, and each of them read once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import seocheck
import seocheck.config.extend as extend
from seocheck.cli import main
from seocheck.config.source import SettingsSource
from tests.support import markdown, write


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file that another extends was read, by its name."""
    counted: Counter[str] = Counter()
    real = extend.read_source

    def counting(path: str | Path) -> SettingsSource | None:
        counted[Path(path).name] += 1
        return real(path)

    monkeypatch.setattr(extend, "read_source", counting)
    return counted


def layers(folder: Path, levels: int, each: int) -> None:
    """Files in levels: each file extends all of the level below."""
    for level in range(levels):
        below = [f"{level + 1}-{n}.yml" for n in range(each)] if level + 1 < levels else []
        for number in range(each):
            said = f"extends: {below}\n" if below else "ignore: [links]\n"
            rules = f"rules: {{title/too-wide: {{max_pixels: {500 + level}}}}}\n"
            write(folder, {f"{level}-{number}.yml": said + rules})
    write(folder, {"seocheck.yml": "extends: [0-0.yml]\n", "a.md": markdown()})


def chained(folder: Path, files: int) -> None:
    for number in range(1, files + 1):
        more = f"extends: {number + 1}.yml\n" if number < files else "profile: news\n"
        write(folder, {f"{number}.yml": more})
    write(folder, {"seocheck.yml": "extends: 1.yml\n", "a.md": markdown()})


def refused(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([*args, str(folder / "a.md")])
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert err.count("\n") == 1
    return err


def test_each_file_is_read_once(tmp_path: Path, read: Counter[str]) -> None:
    layers(tmp_path, levels=9, each=3)
    settings = seocheck.load_settings(tmp_path / "seocheck.yml")
    assert settings.ignore == ("links",)
    assert settings.rules["title/too-wide"]["max_pixels"] == 500
    assert set(read.values()) == {1}
    assert len(read) == 1 + 8 * 3


def test_show_config_reads_each_file_once_more(
    tmp_path: Path, read: Counter[str], capsys: pytest.CaptureFixture[str]
) -> None:
    layers(tmp_path, levels=9, each=3)
    with pytest.raises(SystemExit) as stopped:
        main(["show-config", str(tmp_path / "a.md")])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert out.count("# from ") == 1 + 1 + 8 * 3
    assert "max_pixels: 500  # " in out
    assert set(read.values()) == {2}  # for the settings, and for where they are said


def test_ten_levels_may_extend_each_other(tmp_path: Path) -> None:
    chained(tmp_path, 10)
    assert seocheck.load_settings(tmp_path / "seocheck.yml").profile == "news"


@pytest.mark.parametrize("command", ["check", "show-config"])
@pytest.mark.parametrize("files", [11, 1500])
def test_more_levels_are_refused(
    tmp_path: Path, files: int, command: str, read: Counter[str], capsys: pytest.CaptureFixture[str]
) -> None:
    chained(tmp_path, files)
    assert "10.yml:1: extends: more than 10 levels of files that extend others" in refused(tmp_path, capsys, command)
    assert len(read) <= 11


@pytest.mark.parametrize("command", ["check", "show-config"])
def test_more_files_are_refused(
    tmp_path: Path, command: str, read: Counter[str], capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"{n}.yml" for n in range(60)]
    write(tmp_path, {**dict.fromkeys(names, "profile: news\n"), "seocheck.yml": f"extends: {names}\n"})
    write(tmp_path, {"a.md": markdown()})
    assert "seocheck.yml:1: extends: more than 50 files" in refused(tmp_path, capsys, command)
    assert len(read) <= 50


def test_fifty_files_may_be_extended(tmp_path: Path) -> None:
    names = [f"{n}.yml" for n in range(50)]
    write(tmp_path, {**dict.fromkeys(names, "profile: news\n"), "seocheck.yml": f"extends: {names}\n"})
    assert seocheck.load_settings(tmp_path / "seocheck.yml").profile == "news"


def test_a_file_named_again_and_again_counts_once_and_is_applied_where_it_is_named(
    tmp_path: Path, read: Counter[str]
) -> None:
    write(
        tmp_path,
        {
            "seocheck.yml": f"extends: [{'a.yml, ' * 200}b.yml, a.yml]\n",
            "a.yml": "profile: news\nlanguage: de\n",
            "b.yml": "profile: docs\n",
        },
    )
    settings = seocheck.load_settings(tmp_path / "seocheck.yml")
    assert (settings.profile, settings.language) == ("news", "de")
    assert read == {"a.yml": 1, "b.yml": 1}


def test_overrides_do_not_multiply(tmp_path: Path) -> None:
    """Overrides of several files are put behind one another: one that many extend must not bring its own each time."""
    for level in range(9):
        names = [f"{level + 1}-{n}.yml" for n in range(3)] if level < 8 else []
        for number in range(3):
            said = f"extends: {names}\n" if names else "overrides: [{files: x.md, profile: news}]\n"
            write(tmp_path, {f"{level}-{number}.yml": said})
    assert len(seocheck.load_settings(tmp_path / "0-0.yml").overrides) == 3


def test_large_files_are_refused_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"{n}.yml" for n in range(40)]
    write(tmp_path, dict.fromkeys(names, f"profile: news\n{'#' * 100_000}\n"))
    write(tmp_path, {"seocheck.yml": f"extends: {names}\n", "a.md": markdown()})
    assert "seocheck.yml:1: extends: the files are too large together" in refused(tmp_path, capsys, "check")


def test_a_file_that_lies_too_deep_on_one_of_its_ways_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read first where it lies high enough, with all that it extends."""
    chained(tmp_path, 9)
    write(tmp_path, {"x.yml": "extends: y.yml\n", "y.yml": "extends: 1.yml\n"})
    write(tmp_path, {"seocheck.yml": "extends: [1.yml, x.yml]\n"})
    assert "y.yml:1: extends: more than 10 levels" in refused(tmp_path, capsys, "check")


def test_circles_are_named_however_long(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"a.yml": "extends: b.yml\n", "b.yml": "extends: c.yml\n", "c.yml": "extends: [d.yml, a.yml]\n"})
    write(tmp_path, {"d.yml": "profile: news\n", "seocheck.yml": "extends: a.yml\n", "a.md": markdown()})
    assert "extends: a circle: seocheck.yml -> a.yml -> b.yml -> c.yml -> a.yml" in refused(tmp_path, capsys, "check")
