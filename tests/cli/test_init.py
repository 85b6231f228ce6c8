"""`seocheck init`: the settings file fits what the folder holds, and can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import seocheck
from seocheck.base.yaml12 import load_yaml
from seocheck.cli import cli
from seocheck.errors import SeocheckError
from tests.support import markdown, write

ARTICLE = markdown()


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["init", str(folder), *arguments], catch_exceptions=True)


def made(folder: Path, files: dict[str, str | bytes]) -> dict[str, object]:
    """The keys that the file sets for a folder with these files."""
    write(folder, files)
    result = run(folder)
    assert result.exit_code == 0, result.output + str(result.exception)
    seocheck.load_settings(folder / "seocheck.yml")
    text = (folder / "seocheck.yml").read_text(encoding="utf-8")
    assert all(len(line) <= 120 for line in text.splitlines())
    values = load_yaml(text)
    assert isinstance(values, dict)
    return values


def test_hugo(tmp_path: Path) -> None:
    values = made(tmp_path, {
        "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "The Mill"\ndefaultContentLanguage = "de"\n',
        "content/posts/a.md": ARTICLE,
    })  # fmt: skip
    assert values == {"profile": "default", "language": "de", "title_is_h1": True}


def test_hugo_of_old_with_another_content_folder(tmp_path: Path) -> None:
    write(tmp_path, {
        "config.yaml": "baseURL: https://example.org/\nlanguageCode: en-us\ncontentDir: texts\n", "texts/a.md": ARTICLE,
        "README.md": "# x",
    })  # fmt: skip
    result = run(tmp_path)
    assert "Hugo, 1 article in " in result.output
    assert result.output.rstrip().endswith("/texts")


def test_jekyll_with_defaults(tmp_path: Path) -> None:
    values = made(tmp_path, {
        "_config.yml": """\
title: The Mill
lang: en
plugins: [jekyll-feed, jekyll-seo-tag]
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, description: News from the mill, author: Ann}
  - scope: {path: guides}
    values: {tags: [guide]}
  - scope: {path: about.md}
    values: {layout: page}
""",
        "_posts/2024-01-01-a.md": ARTICLE,
    })  # fmt: skip
    assert values == {
        "profile": "default", "language": "en", "title_template": "{title} | The Mill", "title_is_h1": True,
        "defaults": {
            "**/_posts/**": {"description": "News from the mill"}, "guides/**": {"taxonomy": ["guide"]},
        },
    }  # fmt: skip


def test_what_jekyll_fills_in_is_not_missing(tmp_path: Path) -> None:
    made(tmp_path, {
        "_config.yml": "defaults: [{scope: {path: '', type: posts}, values: {description: News from the old mill}}]\n",
        "_posts/2024-01-01-a.md": markdown(description=None),
    })  # fmt: skip
    (report,) = seocheck.check_paths(tmp_path)
    assert report.description is not None
    assert report.description.text == "News from the old mill"


def test_data_files_of_eleventy(tmp_path: Path) -> None:
    values = made(tmp_path, {
        ".eleventy.js": "module.exports = () => ({ dir: { input: 'src' } });",
        "src/bread/bread.json": '{"description": "Breads of the mill", "layout": "bread"}',
        "src/bread/rye/rye.11tydata.json": '{"keywords": ["rye"], "eleventyComputed": {"title": "{{ name }}"}}',
        "src/bread/spelt.11tydata.js": "module.exports = { layout: 'x', description: async () => text() };",
        "src/news/news.11tydata.js": "module.exports = { layout: 'title' };",
        "src/_data/eleventyComputed.js": "export default { title: (data) => data.name };",
        "src/_data/site.json": '{"title": "The Mill"}',
        "src/node_modules/a/a.json": '{"description": "A package"}',
        "src/bread/prices.json": '{"description": "A table"}',
        "src/bread/spelt.md": ARTICLE, "src/bread/a.md": markdown(description=None),
        "src/b.md": "---\nx: y\n---\n\nRye.\n",
    })  # fmt: skip
    assert values["defaults"] == {
        "src/**": {"title": None},
        "src/bread/**": {"description": "Breads of the mill"},
        "src/bread/rye/**": {"keywords": ["rye"], "title": None},
        "src/bread/spelt.*": {"description": None},
    }
    reports = {Path(report.path).name: report for report in seocheck.check_paths(tmp_path)}
    assert reports["a.md"].description is not None
    assert reports["a.md"].description.text == "Breads of the mill"
    assert "title/missing" not in {finding.rule for finding in reports["b.md"].findings}
    reasons = {each.subject: each.reason for each in reports["b.md"].not_assessed}
    assert reasons["title/missing"] == "the site gives the title where seocheck can't read it"
    assert reasons["title/too-wide"] == "the site gives the title where seocheck can't read it"
    assert "description/missing" in {finding.rule for finding in reports["b.md"].findings}


def test_cascades_of_hugo(tmp_path: Path) -> None:
    values = made(tmp_path, {
        "hugo.toml": "baseURL = 'https://example.org/'\n[[cascade]]\ndescription = 'The mill'\n"
        "[cascade._target]\npath = '/news/**'\n",
        "content/_index.md": "---\ntitle: Home\n---\n",
        "content/bread/_index.md": "---\ncascade:\n  params:\n    description: Breads of the mill\n  type: x\n---\n",
        "content/flour/_index.md": "+++\n[[cascade]]\nkeywords = ['rye flour']\n[cascade.target]\nkind = 'page'\n"
        "[[cascade]]\ndescription = 'Mehl'\n[cascade.target]\nlang = 'de'\n+++\n",
        "content/bread/a.md": markdown(description=None),
    })  # fmt: skip
    assert values["defaults"] == {
        "content/news/**": {"description": "The mill"},
        "content/bread/**": {"description": "Breads of the mill"},
        "content/flour/**": {"keywords": ["rye flour"]},
    }
    report = next(iter(seocheck.check_paths(tmp_path / "content/bread/a.md")))
    assert report.description is not None
    assert report.description.text == "Breads of the mill"


def test_mkdocs_with_tags_that_name_code(tmp_path: Path) -> None:
    values = made(tmp_path, {
        "mkdocs.yml": "site_name: The Mill\ntheme: {name: material, language: fr}\nmarkdown_extensions:\n"
        "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }\n",
        "docs/a.md": "# A\n\nText.\n",
    })  # fmt: skip
    assert values == {
        "profile": "docs", "language": "fr", "title_template": "{title} - The Mill", "title_from_h1": True,
    }  # fmt: skip


def test_docusaurus(tmp_path: Path) -> None:
    values = made(tmp_path, {
        "docusaurus.config.js": "export default {\n  title: 'The Mill',\n  i18n: {defaultLocale: 'en'},\n}\n",
        "docs/a.md": "# A\n", "blog/2024-01-01-b.md": ARTICLE,
    })  # fmt: skip
    assert values == {
        "profile": "default", "language": "en", "title_template": "{title} | The Mill", "title_from_h1": True,
        "overrides": [{"files": "docs/**", "profile": "docs"}],
    }  # fmt: skip


def test_astro(tmp_path: Path) -> None:
    values = made(tmp_path, {"astro.config.mjs": "export default defineConfig({})", "src/content/blog/a.mdx": ARTICLE})
    assert values == {"profile": "default"}


def test_starlight(tmp_path: Path) -> None:
    config = "import starlight from '@astrojs/starlight';\nexport default {integrations: [starlight({title: 'Docs'})]}"
    values = made(tmp_path, {"astro.config.mjs": config, "src/content/docs/a.md": ARTICLE})
    assert values == {"profile": "docs", "title_template": "{title} | Docs", "title_is_h1": True}


def test_plain_html(tmp_path: Path) -> None:
    assert made(tmp_path, {"index.html": "<!doctype html><title>A</title><p>Text"}) == {"profile": "default"}
    assert "plain HTML" in run(tmp_path, "--force").output


def test_an_empty_folder(tmp_path: Path) -> None:
    assert made(tmp_path, {}) == {"profile": "default"}
    assert "0 articles" in run(tmp_path, "--force").output


def test_names_that_only_this_site_uses(tmp_path: Path) -> None:
    texts = [
        markdown({"title": "A", "teaser": "Short and good", "seo": "x", "keyphrases": "[bread, rye]"}) for _ in "123"
    ]
    values = made(tmp_path, {f"content/{n}.md": text for n, text in enumerate(texts)})
    assert values["fields"] == {"description": ["teaser"], "keywords": ["keyphrases"]}
    assert not {f.rule for r in seocheck.check_paths(tmp_path) for f in r.findings} & {"description/missing"}


def test_tags_where_nobody_declares_keywords_are_offered_as_a_comment(tmp_path: Path) -> None:
    write(tmp_path, {f"content/{n}.md": markdown({"title": "A", "tags": "[bread]"}) for n in "123"})
    assert "# tags_are_keywords: true" in run(tmp_path, "--print").output


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "profile: news\n"})
    result = run(tmp_path)
    assert isinstance(result.exception, SeocheckError)
    assert "--force overwrites it" in str(result.exception)
    assert (tmp_path / "seocheck.yml").read_text(encoding="utf-8") == "profile: news\n"
    assert run(tmp_path, "--force").exit_code == 0


def test_print_writes_nothing(tmp_path: Path) -> None:
    assert "profile: default" in run(tmp_path, "--print").output
    assert not list(tmp_path.iterdir())


def test_no_such_folder(tmp_path: Path) -> None:
    assert "no such folder" in str(run(tmp_path / "none").exception)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", "= ="), ("_config.yml", "a: [\n"), ("_config.yml", "&a [*a]"), ("mkdocs.yml", "- 1"),
        ("mkdocs.yml", "site_name: [1]\ntheme: 3"), ("_config.yml", "defaults: {a: 1}"),
        ("_config.yml", "defaults: [1, {scope: 1, values: {description: [{a: 1}]}}]"),
        ("docusaurus.config.js", "title: '${x}'"),
        ("_config.yml", "title: \"a: 'b' #c\"\nplugins: [jekyll-seo-tag]"), ("hugo.json", "[" * 10_000),
    ],
)  # fmt: skip
def test_a_configuration_that_makes_no_sense_is_skipped(tmp_path: Path, name: str, text: str) -> None:
    made(tmp_path, {name: text, "a.md": ARTICLE})


def test_zola_is_not_hugo(tmp_path: Path) -> None:
    write(tmp_path, {
        "config.toml": 'base_url = "https://example.org"\ndefault_language = "fr"\n', "content/a.md": ARTICLE,
        "templates/page.html": "<h1>{{ page.title }}</h1>",
    })  # fmt: skip
    result = run(tmp_path)
    assert "Zola, 1 article in " in result.output
    assert "language: fr" in (tmp_path / "seocheck.yml").read_text(encoding="utf-8")


def test_hexo_is_not_jekyll(tmp_path: Path) -> None:
    write(tmp_path, {
        "_config.yml": "title: The Mill\nlanguage: [de, en]\n", "scaffolds/post.md": "---\ntitle: {{ title }}\n---\n",
        "source/_posts/a.md": ARTICLE,
    })  # fmt: skip
    result = run(tmp_path)
    assert "Hexo, 1 article in " in result.output
    assert "language: de" in (tmp_path / "seocheck.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"eleventy.config.js": 'export default { dir: { input: "pages" } };', "pages/a.md": ARTICLE}, "Eleventy"),
        ({".eleventy.js": "module.exports = () => {};", "a.md": ARTICLE}, "Eleventy"),
        ({"docs/.vitepress/config.mts": "export default { title: 'Mill', lang: 'en-US' }", "docs/a.md": ARTICLE},
         "VitePress"),
        ({"docs/.vuepress/config.js": "module.exports = { title: 'Mill' }", "docs/a.md": ARTICLE}, "VuePress"),
        ({"pelicanconf.py": "AUTHOR = 'Ann'", "content/a.md": ARTICLE}, "Pelican"),
    ],
)  # fmt: skip
def test_other_generators(tmp_path: Path, files: dict[str, str | bytes], said: str) -> None:
    write(tmp_path, files)
    assert f"{said}, 1 article in " in run(tmp_path).output


def test_a_site_in_a_folder_below(tmp_path: Path) -> None:
    values = made(tmp_path, {
        "package.json": "{}",
        "website/docusaurus.config.js": "module.exports = { title: 'Mill' }",
        "website/docs/a.md": ARTICLE,
    })  # fmt: skip
    assert values["overrides"] == [{"files": "website/docs/**", "profile": "docs"}]
    assert values["title_template"] == "{title} | Mill"


def test_two_sites_below_are_none(tmp_path: Path) -> None:
    write(tmp_path, {
        "one/mkdocs.yml": "site_name: One\n", "one/docs/a.md": ARTICLE, "two/mkdocs.yml": "site_name: Two\n",
    })  # fmt: skip
    assert "unknown generator" in run(tmp_path).output


def articles(declaring: int, of: int) -> dict[str, str | bytes]:
    plain = "---\ntitle: Rye\n---\n\nRye needs a day.\n"
    tagged = "---\ntitle: Rye\nkeywords: [rye]\n---\n\nRye needs a day.\n"
    return {f"{number}.md": tagged if number < declaring else plain for number in range(of)}


def test_missing_keywords_are_not_reported_where_the_site_declares_none(tmp_path: Path) -> None:
    values = made(tmp_path, articles(0, 12))
    assert values["severities"] == {"keywords/missing": "off"}
    assert "none of 12 articles declare keywords" in (tmp_path / "seocheck.yml").read_text(encoding="utf-8")
    report = seocheck.check_file(tmp_path / "0.md", settings=seocheck.load_settings(tmp_path / "seocheck.yml"))
    assert not [finding for finding in report.findings if finding.rule == "keywords/missing"]


@pytest.mark.parametrize(("declaring", "of"), [(1, 20), (0, 5)])
def test_missing_keywords_stay_reported(tmp_path: Path, declaring: int, of: int) -> None:
    assert "severities" not in made(tmp_path, articles(declaring, of))


def test_a_long_value_has_its_comment_apart(tmp_path: Path) -> None:
    values = made(tmp_path, {"mkdocs.yml": "site_name: A name that fills the line of the template\n"})
    assert values["title_template"] == "{title} - A name that fills the line of the template"
