"""Settings: which file holds, what each key does, and how a wrong one is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import seocheck
from seocheck.config import SettingsFinder, settings_from
from seocheck.config.exclude import Exclusion
from seocheck.config.plan import make_plan
from seocheck.config.profiles import load_profile, profile_names
from seocheck.rulekit.registry import load_rules
from seocheck.runs.run import discover
from tests.support import BODY, markdown, write


def check(text: str, path: str = "bread.md", **settings: Any) -> seocheck.Report:
    return seocheck.check_text(text, path=path, settings=settings)


def rules_of(report: seocheck.Report) -> set[str]:
    return {f.rule for f in report.findings}


# -- which file -----------------------------------------------------------------------------------


def test_the_closest_file_holds_alone(tmp_path: Path) -> None:
    write(tmp_path, {
        "seocheck.yml": "profile: docs\nignore: [keywords]\n",
        "a.md": markdown(),
        "blog/seocheck.yml": "profile: news\n",
        "blog/b.md": markdown(),
        "blog/2024/c.md": markdown(),
        "shop/.seocheck.yml": "profile: product\n",
        "shop/d.md": markdown(),
    })  # fmt: skip
    reports = {Path(r.path).name: r for r in seocheck.check_paths(tmp_path)}
    assert {name: r.profile for name, r in reports.items()} == {
        "a.md": "docs", "b.md": "news", "c.md": "news", "d.md": "product",
    }  # fmt: skip
    assert "keywords/unsupported" not in rules_of(reports["a.md"])
    assert "keywords/unsupported" in rules_of(reports["b.md"])  # nothing is merged


def test_a_given_file_holds_for_all(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "profile: docs\n", "house.yml": "profile: news\n", "a.md": markdown()})
    (report,) = seocheck.check_paths(tmp_path / "a.md", settings=tmp_path / "house.yml")
    assert report.profile == "news"


def test_a_given_text_has_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"seocheck.yml": "profile: docs\n"})
    monkeypatch.chdir(tmp_path)
    assert seocheck.check_text(markdown()).profile == "default"


def test_an_empty_file_is_fine(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "# nothing yet\n", "other.yml": "profile:\nignore:\n"})
    assert seocheck.load_settings(tmp_path / "seocheck.yml").profile == "default"
    assert seocheck.load_settings(tmp_path / "other.yml").ignore == ()


# -- what is wrong --------------------------------------------------------------------------------

WRONG = {
    "unknown key": ("language: en\nprofil: news\n", "2", "unknown key “profil”; did you mean “profile”?"),
    "unknown rule": (
        "rules:\n  headings/skiped-level: {}\n", "2",
        "unknown rule or group “headings/skiped-level”; did you mean “headings/skipped-level”?",
    ),
    "rule without its group": ("severities:\n  no-h1: off\n", "2", "did you mean “headings/no-h1”?"),
    "unknown option": (
        "rules:\n  description/too-long:\n    max_pixel: 900\n", "3",
        "rules: description/too-long: unknown option “max_pixel”; did you mean “max_pixels”?",
    ),
    "option of a rule without any": (
        "rules:\n  title/missing: {strict: true}\n", "2", "unknown option “strict”; this rule has no options",
    ),
    "options that are no mapping": ("rules:\n  title/too-wide: 600\n", "2", "options are keys with values"),
    "unknown profile": ("\n\nprofile: newz\n", "3", "unknown profile “newz”; did you mean “news”?"),
    "unknown severity": (
        "severities:\n  headings/no-h1: off\n  title/missing: warn\n", "3",
        "severities: title/missing: unknown severity “warn”; did you mean “warning”?",
    ),
    "severity like nothing": (
        "severities:\n  title/missing: 5\n", "2", "unknown severity “5”; one of error, warning, note, suggestion, off",
    ),
    "wrong type": ("tags_are_keywords: sometimes\n", "1", "tags_are_keywords: expected true or false"),
    "text for a list": ("ignore: keywords\n", "1", "ignore: expected a list"),
    "list for a text": ("language: [en, de]\n", "1", "language: expected a text, got a list"),
    "wrong type of an option": (
        "rules:\n  title/too-wide:\n    max_pixels: wide\n", "3",
        "rules: title/too-wide: max_pixels: expected a whole number",
    ),
    "out of range": (
        "rules:\n  title/too-wide:\n    max_pixels: 50\n", "3", "max_pixels: expected a whole number >= 100",
    ),
    "size out of range": ("max_file_size: 0\n", "1", "max_file_size: expected a number > 0"),
    "duplicate key": (
        "profile: news\nlanguage: en\nprofile: docs\n", "3", "“profile” is given twice (first on line 1)",
    ),
    "duplicate nested key": (
        "severities:\n  title/missing: off\n  title/missing: error\n", "3", "“title/missing” is given twice",
    ),
    "invalid YAML": ("profile: news\nignore: [a\nlanguage: en\n", "3", "not valid YAML"),
    "no mapping": ("- news\n", "1", "settings are keys with values, not a list"),
    "unknown rule to ignore": (
        "ignore:\n  - heading\n", "1", "ignore: unknown rule or group “heading”; did you mean “headings”?",
    ),
    "unknown field of a label": (
        "labels:\n  headline: Teaser\n", "2", "labels: unknown field “headline”",
    ),
    "unknown field": (
        "fields:\n  descripton: teaser\n", "2", "unknown field “descripton”; did you mean “description”?",
    ),
    "name of a field that is no text": (
        "fields:\n  title: headline\n  description: [teaser, 5]\n", "3",
        "fields: description: expected a text or a list of texts",
    ),
    "unknown default": (
        "defaults:\n  '*.md':\n    titel: Bread\n", "3", "unknown field “titel”; did you mean “title”?",
    ),
    "default that is no text": (
        "defaults:\n  '*.md':\n    title: 5\n", "3", "defaults: *.md: title: expected a text or a list of texts",
    ),
    "template without title": ("title_template: My Site\n", "1", "title_template: must contain {title}"),
    "title_is_h1": ("title_is_h1: maybe\n", "1", "title_is_h1: expected auto, true or false, got “maybe”"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_with_file_line_and_key(case: str, tmp_path: Path) -> None:
    text, line, says = WRONG[case]
    file = tmp_path / "seocheck.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(seocheck.SettingsError) as caught:
        seocheck.load_settings(file)
    message = str(caught.value)
    assert message.startswith(f"{file}:{line}: ")
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"language: caf\xe9\n"])
def test_a_file_that_is_no_utf8(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, {"seocheck.yml": content})
    with pytest.raises(seocheck.SettingsError, match="cannot be read: not UTF-8 text"):
        seocheck.load_settings(tmp_path / "seocheck.yml")


@pytest.mark.parametrize(
    "text", ["date: 2024-13-45\n", "a: &a [*a]\n", "x: !!python/object:os.system {}\n", "\x07: 1\n"]
)
def test_hostile_settings_are_one_line_too(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"seocheck.yml": text})
    with pytest.raises(seocheck.SettingsError) as caught:
        seocheck.load_settings(tmp_path / "seocheck.yml")
    assert "\n" not in str(caught.value)


def test_a_broken_file_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "profil: news\n", "a.md": markdown()})
    with pytest.raises(seocheck.SettingsError):
        list(seocheck.check_paths(tmp_path))


# -- what each key does ---------------------------------------------------------------------------


def test_off_needs_no_quotation_marks(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "severities:\n  keywords/unsupported: off\n  description/missing: error\n"})
    report = seocheck.check_text(markdown(description=None), settings=tmp_path / "seocheck.yml")
    assert "keywords/unsupported" not in rules_of(report)
    (missing,) = [f for f in report.findings if f.rule == "description/missing"]
    assert missing.severity == "error"


def test_norwegian_needs_no_quotation_marks_either(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "language: no\n"})
    assert seocheck.load_settings(tmp_path / "seocheck.yml").language == "no"


def test_ignore_takes_rules_and_groups() -> None:
    text = markdown(description=None)
    assert {"keywords/unsupported", "description/missing"} <= rules_of(check(text))
    report = check(text, ignore=["keywords", "description/missing"])
    assert not {"keywords/unsupported", "description/missing"} & rules_of(report)
    assert not report.partial  # settings make another scale, not a partial score
    assert report.weights != check(text).weights


def test_options_reach_their_rule() -> None:
    assert "title/too-wide" not in rules_of(check(markdown()))
    assert "title/too-wide" in rules_of(check(markdown(), rules={"title/too-wide": {"max_pixels": 120}}))


def test_an_option_of_the_settings_overrides_the_profile() -> None:
    plan = make_plan(
        seocheck.Settings(profile="plain-language", rules={"readability/hard-to-read": {"min_ease": 20.0}})
    )
    options = next(r.options for r in plan.rules if r.loaded.id == "readability/hard-to-read")
    assert options.min_ease == 20
    plan = make_plan(seocheck.Settings(profile="plain-language"))
    assert next(r.options for r in plan.rules if r.loaded.id == "readability/hard-to-read").min_ease == 60


@pytest.mark.parametrize("name", profile_names())
def test_profiles_load_and_name_only_what_there_is(name: str) -> None:
    profile = load_profile(name)
    rules = load_rules()
    assert profile.description
    assert {*profile.weights, *profile.severities, *profile.rules} <= set(rules)
    for rule, options in profile.rules.items():
        assert options.keys() <= rules[rule].option_defaults().keys()
    report = check(markdown(), profile=name)
    assert report.profile == name
    assert report.score is not None


def test_the_profiles_of_the_readme_are_there() -> None:
    assert set(profile_names()) == {"default", "news", "docs", "product", "plain-language"}


def test_language_where_article_and_path_say_nothing() -> None:
    assert check(BODY, language="de").language.code == "de"
    assert check(BODY, language="de").language.source == "settings"
    assert check(markdown(lang="en"), language="de").language.source == "article"


def test_fields_add_names_nested_ones_too() -> None:
    text = "---\ntitle: Bread\nteaser: A loaf in a day.\nparams:\n  seo:\n    words: [bread, loaf]\n---\n\nBread.\n"
    assert check(text).description is None
    report = check(text, fields={"description": ["teaser"], "keywords": "params.seo.words"})
    assert report.description is not None
    assert (report.description.key, report.description.text) == ("teaser", "A loaf in a day.")
    assert [(k.text, k.place.start.line) for k in report.keywords] == [("bread", 6), ("loaf", 6)]


def test_names_of_the_settings_come_first() -> None:
    report = check("---\ndescription: one\nteaser: two\n---\n\nBread.\n", fields={"description": ["teaser"]})
    assert report.description is not None
    assert report.description.text == "two"


def test_tags_are_keywords_only_on_request() -> None:
    text = markdown(keywords=None, tags="[sourdough bread, crispbread]")
    report = check(text)
    assert report.keywords == ()
    assert [(k.text, k.tier) for k in report.taxonomy] == [("sourdough bread", "exact"), ("crispbread", "absent")]
    assert "keywords/missing" in rules_of(report)
    report = check(text, tags_are_keywords=True)
    assert [k.text for k in report.keywords] == ["sourdough bread", "crispbread"]
    assert report.taxonomy == ()
    assert "keywords/unsupported" in rules_of(report)


def test_title_template_is_measured_with_the_title() -> None:
    text = markdown(title="Sourdough bread for people who work the whole day")
    assert "title/too-wide" not in rules_of(check(text))
    report = check(text, title_template="The Bakery Notebook of Our Town | {title}")
    (wide,) = [f for f in report.findings if f.rule == "title/too-wide"]
    assert wide.quote == "Sourdough bread for people who work the whole day"


def test_title_is_h1() -> None:
    assert "headings/no-h1" not in rules_of(check(markdown()))
    assert "headings/no-h1" in rules_of(check(markdown(), title_is_h1=False))
    with_h1 = markdown(body=f"# Bread\n\n{BODY}")
    assert "headings/several-h1" not in rules_of(check(with_h1))
    assert "headings/several-h1" in rules_of(check(with_h1, title_is_h1=True))


def test_title_from_h1() -> None:
    text = markdown(title=None, body=f"# Sourdough bread in a day\n\n{BODY}")
    assert "title/missing" in rules_of(check(text))
    report = check(text, title_from_h1=True)
    assert "title/missing" not in rules_of(report)
    assert report.title is not None
    assert report.title.text == "Sourdough bread in a day"
    declared = check(markdown(body=f"# Another\n\n{BODY}"), title_from_h1=True).title
    assert declared is not None
    assert declared.text == "Sourdough bread for busy people"


def test_topics_can_be_switched_off_or_left_to_yake() -> None:
    article = markdown(title="Sourdough bread from a proving basket", keywords="[starter]")
    text = article + markdown().split("---")[2] + TOPIC
    plain, by_yake, off = check(text), check(text, topics="yake"), check(text, topics=False)
    assert "keywords/undeclared-topic" in {finding.rule for finding in plain.findings}
    assert by_yake == plain
    assert "keywords/undeclared-topic" not in {finding.rule for finding in off.findings}
    assert ("keywords/undeclared-topic", "not requested") in {(n.subject, n.reason) for n in off.not_assessed}


TOPIC = """

## Baskets

The proving basket stands in the cold. A proving basket keeps it warm.

## Why

No proving basket, no loaf. Any proving basket will do, but wash the proving basket.
"""


def test_school_grades_can_be_switched_off() -> None:
    assert check(markdown()).readability.school_grades is not None
    report = check(markdown(), school_grades=False)
    assert report.readability.school_grades is None
    assert report.score == check(markdown()).score


def test_max_file_size(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "max_file_size: 0.001\n", "a.md": "bread " * 300})
    with pytest.raises(seocheck.UnreadableError, match=r"too large: 0\.0 MB, at most 0\.001 \(setting max_file_size\)"):
        seocheck.check_file(tmp_path / "a.md")


# -- defaults by glob -----------------------------------------------------------------------------

DEFAULTS = """\
defaults:
  "**": {description: From the oven of our town.}
  "blog/**": {description: From our blog., keywords: [bread, loaf]}
  "blog/*/index.md": {keywords: "rye, wheat"}
  "*.de.md": {language: de}
"""


def test_defaults_fill_in_by_glob(tmp_path: Path) -> None:
    bare = "---\ntitle: Bread\n---\n\nA loaf of bread.\n"
    write(tmp_path, {
        "seocheck.yml": DEFAULTS, "a.md": bare, "blog/b.md": bare, "blog/2024/index.md": bare, "blog/c.de.md": bare,
    })  # fmt: skip
    reports = {Path(r.path).relative_to(tmp_path).as_posix(): r for r in seocheck.check_paths(tmp_path)}

    def filled(name: str) -> tuple[str, list[str]]:
        description = reports[name].description
        assert description is not None
        assert description.origin == "inherited"
        return description.text, [k.text for k in reports[name].keywords]

    assert filled("a.md") == ("From the oven of our town.", [])
    assert filled("blog/b.md") == ("From our blog.", ["bread", "loaf"])
    assert filled("blog/2024/index.md") == ("From our blog.", ["rye", "wheat"])
    assert reports["blog/c.de.md"].language.code == "de"


def test_what_the_article_says_overrides_the_defaults() -> None:
    report = check(markdown(), defaults={"*.md": {"description": "Ours.", "title": "Ours"}})
    assert report.title is not None
    assert report.title.origin == "source"
    empty = check(markdown(description='""'), defaults={"*.md": {"description": "Ours."}})
    assert empty.description is not None
    assert empty.description.text == "Ours."
    assert "description/missing" not in rules_of(empty)


def test_globs_hold_below_a_linked_folder_too(tmp_path: Path) -> None:
    write(tmp_path, {"site/seocheck.yml": DEFAULTS, "site/blog/b.md": "# Bread\n\nA loaf.\n"})
    (tmp_path / "link").symlink_to(tmp_path / "site", target_is_directory=True)
    (report,) = seocheck.check_paths(tmp_path / "link" / "blog")
    assert [k.text for k in report.keywords] == ["bread", "loaf"]


# -- pyproject.toml -------------------------------------------------------------------------------


def test_a_section_of_pyproject_holds(tmp_path: Path) -> None:
    write(tmp_path, {
        "pyproject.toml": "[project]\nname = 'site'\n\n[tool.seocheck]\nprofile = 'docs'\n",
        "blog/pyproject.toml": "[project]\nname = 'no section: skipped'\n",
        "a.md": markdown(),
        "blog/b.md": markdown(),
    })  # fmt: skip
    assert {r.profile for r in seocheck.check_paths(tmp_path)} == {"docs"}


def test_a_file_of_its_own_overrides_pyproject(tmp_path: Path) -> None:
    write(tmp_path, {
        "pyproject.toml": "[tool.seocheck]\nprofile = 'docs'\n",
        "seocheck.yml": "profile: news\n",
        "a.md": markdown(),
    })  # fmt: skip
    assert {r.profile for r in seocheck.check_paths(tmp_path)} == {"news"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[tool.seocheck]\nlanguage = 'en'\nprofil = 'news'\n", ":3: unknown key “profil”"),
        ("[tool.seocheck.rules.'title/too-wide']\nmax_pixel = 9\n", ":2: rules: title/too-wide: unknown option"),
        ("[[tool.seocheck.overrides]]\nfiles = 'a'\nprofile = 'x'\n", ":3: profile: unknown profile “x”"),
        ("[tool]\nseocheck = 3\n", "settings are keys with values"),
        ("[tool.seocheck\n", "not valid TOML"),
    ],
)
def test_what_is_wrong_in_pyproject_is_named(tmp_path: Path, text: str, says: str) -> None:
    write(tmp_path, {"pyproject.toml": text, "a.md": markdown()})
    with pytest.raises(seocheck.SettingsError) as error:
        list(seocheck.check_paths(tmp_path))
    assert f"pyproject.toml{says}" in str(error.value) or says in str(error.value)
    assert "\n" not in str(error.value)


# -- extends --------------------------------------------------------------------------------------


def test_extends_merges_what_the_files_say(tmp_path: Path) -> None:
    write(tmp_path, {
        "house.yml": "profile: news\nlanguage: en\nseverities: {headings/no-h1: off}\n"
        "rules: {title/too-wide: {max_pixels: 500}}\n",
        "site/seocheck.yml": "extends: ../house.yml\nlanguage: de\nseverities: {title/too-wide: error}\n",
    })  # fmt: skip
    settings = seocheck.load_settings(tmp_path / "site" / "seocheck.yml")
    assert (settings.profile, settings.language) == ("news", "de")
    assert settings.severities == {"headings/no-h1": "off", "title/too-wide": "error"}
    assert settings.rules == {"title/too-wide": {"max_pixels": 500}}


def test_the_last_of_several_overrides_the_first(tmp_path: Path) -> None:
    write(tmp_path, {
        "a.yml": "profile: news\nlanguage: en\n",
        "b.yml": "extends: a.yml\nprofile: docs\n",
        "c.yml": "profile: product\n",
        "seocheck.yml": "extends: [b.yml, c.yml]\n",
    })  # fmt: skip
    settings = seocheck.load_settings(tmp_path / "seocheck.yml")
    assert (settings.profile, settings.language) == ("product", "en")


def test_patterns_stay_relative_to_the_file_that_holds_them(tmp_path: Path) -> None:
    write(tmp_path, {
        "seocheck.yml": "defaults: {'site/blog/**': {description: From the house.}}\n"
        "overrides: [{files: 'site/blog/**', profile: news}]\nsuppress: {'site/blog/**': title}\n",
        "site/seocheck.yml": "extends: ../seocheck.yml\n",
        "site/blog/a.md": markdown(description=""),
    })  # fmt: skip
    (report,) = seocheck.check_paths(tmp_path / "site")
    assert report.profile == "news"
    assert report.description is not None
    assert report.description.text == "From the house."


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"seocheck.yml": "extends: seocheck.yml\n"}, "seocheck.yml:1: extends: a circle"),
        ({"seocheck.yml": "extends: a.yml\n", "a.yml": "\nextends: seocheck.yml\n"}, "a.yml:2: extends: a circle"),
        ({"seocheck.yml": "extends: none.yml\n"}, "seocheck.yml:1: extends: no such file: none.yml"),
        ({"seocheck.yml": "extends: 3\n"}, "extends: expected a path or a list of paths"),
        ({"seocheck.yml": "extends: a.yml\n", "a.yml": "profil: x\n"}, "a.yml:1: unknown key “profil”"),
        ({"seocheck.yml": "extends: pyproject.toml\n", "pyproject.toml": "[x]\n"}, "has no section [tool.seocheck]"),
    ],
)
def test_what_is_wrong_with_extends_is_named(tmp_path: Path, files: dict[str, str], says: str) -> None:
    write(tmp_path, files)
    with pytest.raises(seocheck.SettingsError) as error:
        seocheck.load_settings(tmp_path / "seocheck.yml")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_given_values_extend_nothing() -> None:
    with pytest.raises(seocheck.SettingsError, match="extends"):
        check(markdown(), extends="seocheck.yml")


# -- overrides ------------------------------------------------------------------------------------


def test_overrides_hold_where_a_glob_fits(tmp_path: Path) -> None:
    write(tmp_path, {
        "seocheck.yml": """\
profile: docs
severities: {headings/no-h1: off}
overrides:
  - files: blog/**
    profile: news
    severities: {title/too-wide: error}
  - files: ["blog/de/**", "*.de.md"]
    language: de
""",
        "a.md": markdown(),
        "b.de.md": markdown(),
        "blog/c.md": markdown(),
        "blog/de/d.md": markdown(),
    })  # fmt: skip
    finder = SettingsFinder()
    found = {name: finder.settings_for(tmp_path / name) for name in ("a.md", "b.de.md", "blog/c.md", "blog/de/d.md")}
    assert {name: (s.profile, s.language) for name, s in found.items()} == {
        "a.md": ("docs", ""), "b.de.md": ("docs", "de"), "blog/c.md": ("news", ""), "blog/de/d.md": ("news", "de"),
    }  # fmt: skip
    assert found["blog/c.md"].severities == {"headings/no-h1": "off", "title/too-wide": "error"}
    assert finder.settings_for(tmp_path / "blog/e.md") is found["blog/c.md"]  # so that plans are made once


def test_options_of_overrides_are_added_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, {
        "seocheck.yml": "rules: {headings/wall-of-text: {}, title/too-wide: {max_pixels: 500}}\n"
        "overrides: [{files: '*', rules: {description/too-long: {max_pixels: 800}}}]\n",
    })  # fmt: skip
    settings = SettingsFinder().settings_for(tmp_path / "a.md")
    assert settings.rules["title/too-wide"] == {"max_pixels": 500}
    assert settings.rules["description/too-long"] == {"max_pixels": 800}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("overrides: 3\n", ":1: overrides: expected a list"),
        ("overrides:\n  - blog\n", ":2: overrides: entry 1: expected keys with values"),
        ("overrides:\n  - profile: news\n", ":2: overrides: entry 1: “files” has no glob"),
        (
            "overrides:\n  - files: a\n    profil: news\n",
            ":3: overrides: unknown key “profil”; did you mean “profile”?",
        ),
        (
            "overrides:\n  - files: a\n    defaults: {}\n",
            ":3: overrides: unknown key “defaults”; it applies to the whole site",
        ),
        ("overrides:\n  - files: a\n  - files: b\n    profile: new\n", ":4: profile: unknown profile “new”"),
        ("overrides:\n  - files: a\n    severities:\n      title/to-wide: off\n", ":4: severities: unknown rule"),
        ("overrides:\n  - files: a\n    language: 3\n", "expected a text"),
    ],
)
def test_what_is_wrong_in_overrides_is_named(tmp_path: Path, text: str, says: str) -> None:
    write(tmp_path, {"seocheck.yml": text})
    with pytest.raises(seocheck.SettingsError) as error:
        seocheck.load_settings(tmp_path / "seocheck.yml")
    assert says in str(error.value)


# -- exclude --------------------------------------------------------------------------------------


def test_exclude_leaves_out_files_and_folders(tmp_path: Path) -> None:
    names = ["a.md", "a.draft.md", "old/b.md", "old/deep/c.md", "blog/2019/d.md", "blog/2024/e.md"]
    write(
        tmp_path, {"seocheck.yml": 'exclude: ["*.draft.md", old, "blog/2019/**"]\n', **dict.fromkeys(names, markdown())}
    )
    finder = SettingsFinder()
    found = [Path(c.path).name for c in discover([tmp_path], excluded=Exclusion(finder))]
    assert found == ["a.md", "e.md"]
    named = [tmp_path / "old" / "b.md", tmp_path / "a.md"]
    assert len(list(discover(named, excluded=Exclusion(finder)))) == 2
    passed: list[Any] = []
    kept = list(discover(named, passed.append, excluded=Exclusion(finder, force=True)))
    assert [Path(c.path).name for c in kept] == ["a.md"]
    assert [p.reason for p in passed] == ["excluded"]


def test_patterns_of_the_command_line_are_relative_to_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"blog/old/a.md": markdown(), "old/b.md": markdown()})
    monkeypatch.chdir(tmp_path / "blog")
    found = discover([".", "../old"], excluded=Exclusion(SettingsFinder(), ["old/*"]))
    assert [c.path for c in found] == ["../old/b.md"]


def test_a_severity_may_be_that_of_a_group() -> None:
    article = markdown(body="x")
    settings = {"severities": {"title": "off", "title/too-short": "note", "readability": "off"}}
    plan = make_plan(settings_from(settings))
    on = {rule.loaded.id: rule.severity for rule in plan.rules}
    assert {name for name in on if name.startswith(("title/", "readability/"))} == {"title/too-short"}
    assert on["title/too-short"] == "note"
    assert seocheck.check_text(article, settings=settings).partial is False


def test_options_belong_to_a_rule_and_not_to_a_group() -> None:
    with pytest.raises(
        seocheck.SettingsError, match="“title” is a group, but options belong to a rule; its rules: title/"
    ):
        settings_from({"rules": {"title": {"max_pixels": 1}}})
