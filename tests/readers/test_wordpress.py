"""Exports of WordPress: an article for each item, with what its plugins declare; places are lines of the content."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

import seocheck
from tests.support import run_command, write

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Mill</title><link>https://mill.example</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>jane</wp:author_login></wp:author>
"""
CONTENT = """<!-- wp:paragraph -->
<p>The rye bread rises slowly in the warm kitchen, as you can read <a href="https://example.org">here</a>.</p>
<!-- /wp:paragraph -->

<!-- wp:heading {"level":4} -->
<h4>Too deep</h4>
<!-- /wp:heading -->
[gallery ids="1,2" link="pumpkin soup"]"""


def item(number: int, content: str = CONTENT, *, title: str = "Rye bread for beginners", kind: str = "post",
         status: str = "publish", excerpt: str = "", terms: str = "", **meta: str) -> str:  # fmt: skip
    kept = "".join(
        f"<wp:postmeta><wp:meta_key>{name}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for name, value in meta.items()
    )
    return (
        f"<item><title>{escape(title)}</title><link>https://mill.example/{number}/</link><dc:creator>jane</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[{excerpt}]]>"
        f"</excerpt:encoded><wp:post_id>{number}</wp:post_id><wp:post_date>2026-03-09 10:00:00</wp:post_date>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{terms}{kept}</item>\n"
    )


def export(*items: str) -> str:
    return f"{HEAD}{''.join(items)}</channel></rss>\n"


def reports(folder: Path, *items: str, name: str = "export.xml") -> list[seocheck.Report]:
    write(folder, {name: export(*items)})
    return list(seocheck.check_paths(folder / name))


def test_each_item_is_an_article(tmp_path: Path) -> None:
    first, second = reports(tmp_path, item(3), item(17, title="Oats", kind="page"))
    assert [Path(each.path).name for each in (first, second)] == ["export.xml#3", "export.xml#17"]
    assert first.format == "wordpress"
    assert first.title is not None
    assert first.title.text == "Rye bread for beginners"
    assert first.language.code == "en"
    assert first.summary.canonical == "https://mill.example/3/"
    assert "headings/no-h1" not in {each.rule for each in first.findings}


def test_blocks_and_shortcodes_are_no_prose_and_places_are_lines_of_the_content(tmp_path: Path) -> None:
    (report,) = reports(tmp_path, item(3))
    assert report.readability.words == 14
    lines = CONTENT.splitlines()
    for rule, words in (("links/generic-text", ">here<"), ("headings/skipped-level", "<h4>")):
        (found,) = [each for each in report.findings if each.rule == rule]
        assert words in lines[found.place.start.line - 1]


@pytest.mark.parametrize(
    ("meta", "title", "description", "keywords"),
    [
        (
            {"_yoast_wpseo_title": "%%title%% %%page%% %%sep%% %%sitename%%", "_yoast_wpseo_metadesc": "How it rises.",
             "_yoast_wpseo_focuskw": "rye bread",
             "_yoast_wpseo_focuskeywords": '[{"keyword":"pumpkin soup","score":1}]'},
            "Rye bread for beginners - The Mill", "How it rises.", ["rye bread", "pumpkin soup"],
        ),
        (
            {"rank_math_title": "%title% %sep% %sitename%", "rank_math_description": "How it rises.",
             "rank_math_focus_keyword": "rye bread,pumpkin soup"},
            "Rye bread for beginners - The Mill", "How it rises.", ["rye bread", "pumpkin soup"],
        ),
        (
            {"_seopress_titles_title": "Rye %%sep%% %%sitetitle%%", "_seopress_titles_desc": "How it rises.",
             "_seopress_analysis_target_kw": "rye bread,pumpkin soup"},
            "Rye - The Mill", "How it rises.", ["rye bread", "pumpkin soup"],
        ),
        (
            {"_aioseo_title": "#post_title #separator_sa #site_title", "_aioseo_description": "How it rises.",
             "_aioseo_keywords": '[{"label":"rye bread","value":"rye bread"}]'},
            "Rye bread for beginners - The Mill", "How it rises.", ["rye bread"],
        ),
    ],
)  # fmt: skip
def test_what_plugins_declare(
    tmp_path: Path, meta: dict[str, str], title: str, description: str, keywords: list[str]
) -> None:
    write(tmp_path, {"export.xml": export(item(3, excerpt="Another text.", **meta))})
    shown = run_command("check", "export.xml", "-f", "json", "--exit-zero", cwd=tmp_path)
    (report,) = json.loads(shown.stdout)["reports"]
    assert report["title"]["text"] == "Rye bread for beginners"
    assert report["description"]["text"] == description
    assert [each["text"] for each in report["keywords"]] == keywords
    assert report["keywords"][0]["primary"]
    html = run_command("check", "export.xml", "-f", "html", "--exit-zero", cwd=tmp_path).stdout.decode()
    assert f'<p class="result-title">{title}</p>' in html


def test_without_a_plugin_the_excerpt_describes_and_nothing_is_a_keyword(tmp_path: Path) -> None:
    terms = '<category domain="post_tag" nicename="rye"><![CDATA[rye]]></category>'
    terms += '<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>'
    (report,) = reports(tmp_path, item(3, excerpt="<p>How it rises &amp; falls.</p>", terms=terms))
    assert report.description is not None
    assert report.description.text == "How it rises & falls."
    assert report.keywords == ()
    assert [each.text for each in report.taxonomy] == ["rye"]


def test_what_a_post_shows_of_a_head_declares_nothing(tmp_path: Path) -> None:
    shown = '<pre><title>Wrong</title>\n<meta name="description" content="Wrong too."></pre>'
    (report,) = reports(tmp_path, item(3, content=f"<p>The rye bread rises.</p>\n{shown}"))
    assert report.title is not None
    assert report.title.text == "Rye bread for beginners"
    assert report.description is None


def test_a_term_that_is_a_tag_and_a_category_counts_once(tmp_path: Path) -> None:
    terms = "".join(
        f'<category domain="{domain}" nicename="rye"><![CDATA[Rye]]></category>' for domain in ("category", "post_tag")
    )
    (report,) = reports(tmp_path, item(3, terms=terms))
    assert [each.text for each in report.taxonomy] == ["Rye"]


def test_blank_lines_make_paragraphs_as_in_the_old_editor(tmp_path: Path) -> None:
    text = "The rye bread rises slowly\nin two lines.\n\nThe oven is hot.\n\n<h2>Then</h2>\nIt rests.\n"
    text += "<ul>\n<li>Flour</li>\n</ul>"
    write(tmp_path, {"export.xml": export(item(3, text))})
    from seocheck.readers import decode, read
    from seocheck.runs.run import discover

    (found,) = discover([tmp_path / "export.xml"])
    from seocheck.config import SettingsFinder
    from seocheck.runs.run import Run

    article = read(decode(Run(SettingsFinder()).read(found), found.path), "wordpress")
    assert [(block.kind, block.text.value) for block in article.blocks] == [
        ("paragraph", "The rye bread rises slowly in two lines."),
        ("paragraph", "The oven is hot."),
        ("heading", "Then"),
        ("paragraph", "It rests."),
        ("item", "Flour"),
    ]


def test_what_is_no_article_is_counted(tmp_path: Path) -> None:
    items = (item(1), item(2, status="draft"), item(3, kind="attachment"), item(4, kind="nav_menu_item"),
             item(5, status="private"), item(6, kind="recipe"))  # fmt: skip
    write(tmp_path, {"export.xml": export(*items)})
    done = run_command("check", "export.xml", "-q", "--exit-zero", cwd=tmp_path).stdout.decode()
    assert [line.split()[0] for line in done.splitlines()[:2]] == ["export.xml#1", "export.xml#6"]
    assert "Skipped: 1 a draft, 1 an attachment, 1 a nav menu item, 1 private." in done


def test_an_export_is_known_by_what_it_holds(tmp_path: Path) -> None:
    other = export(item(1)).replace("http://wordpress.org/export", "https://wordpress.org/export")
    write(tmp_path, {"all/posts.2026.xml": other, "all/other.xml": "<rss/>", "all/a.md": "# A\n\nText.\n"})
    done = run_command("check", "all", "-q", "--exit-zero", cwd=tmp_path).stdout.decode()
    assert [line.split()[0] for line in done.splitlines()[:2]] == ["all/a.md", "all/posts.2026.xml#1"]
    refused = run_command("check", "all/other.xml", cwd=tmp_path)
    assert refused.returncode == 2
    assert b".xml files aren't read" in refused.stderr


def test_all_that_holds_for_files_holds_for_items(tmp_path: Path) -> None:
    words = "Rye bread rises slowly in the warm kitchen, and oats are boiled in milk for the children. " * 20
    twin = f"<p>{words}</p>"
    items = (item(1, twin), item(2, twin), item(3, f"<!-- seocheck-disable -->{CONTENT}"))
    write(tmp_path, {"export.xml": export(*items)})

    def run(*arguments: str) -> list[dict[str, object]]:
        done = run_command(*arguments, "-f", "json", "export.xml", cwd=tmp_path)
        found: list[dict[str, object]] = json.loads(done.stdout)["reports"]
        return found

    site = run("site", "--exit-zero")
    assert any("export.xml#2" in json.dumps(report["findings"]) for report in site)
    assert run("check", "--exit-zero")[2]["suppressed"]
    once = run("check", "--exit-zero", "--cache-dir", "cache")
    assert run("check", "--exit-zero", "--cache-dir", "cache") == once
    assert run("check", "--exit-zero", "--workers", "2", "--no-cache") == once
    assert run_command("check", "export.xml", "--write-baseline", cwd=tmp_path).returncode == 0
    gate = ("check", "export.xml", "--baseline", "seocheck-baseline.json", "--fail-on", "note")
    assert run_command(*gate, cwd=tmp_path).returncode == 0
    html = run_command("check", "export.xml", "-f", "html", "--exit-zero", cwd=tmp_path).stdout.decode()
    assert "The text isn't shown" not in html
    fixed = run_command("check", "export.xml", "--fix", "--exit-zero", "-q", cwd=tmp_path)
    assert fixed.returncode == 0
    assert (tmp_path / "export.xml").read_text(encoding="utf-8") == export(*items)


LAUGHS = "".join(f'<!ENTITY a{n} "{"".join(f"&a{n - 1};" for _ in range(10)) if n else "soup"}">' for n in range(12))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (export(item(1))[:-40], "broken XML in line"),
        (export(item(1), "<item><title>a & b</title></item>"), "broken XML in line"),
        (export(item(1)).replace("<rss", f"<!DOCTYPE rss [{LAUGHS}]><rss"), "declares entities, which exports don't"),
        (export(item(1)).replace("<rss", '<!DOCTYPE rss [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss'),
         "declares entities, which exports don't"),
    ],
)  # fmt: skip
def test_a_broken_export_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    write(tmp_path, {"export.xml": text})
    done = run_command("check", "export.xml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"seocheck: export.xml: {reason}")
    assert done.stdout == b""


def test_one_item_that_is_too_large_costs_no_other(tmp_path: Path) -> None:
    write(tmp_path, {"export.xml": export(item(1), item(2, "x" * 3_100_000), item(3))})
    done = run_command("check", "export.xml", "-q", cwd=tmp_path)
    assert done.returncode == 2
    assert b"export.xml#2: too large" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[:2]] == [b"export.xml#1", b"export.xml#3"]


def test_odd_items_are_read(tmp_path: Path) -> None:
    odd = "<item></item><item><wp:post_id></wp:post_id></item><item><title/><wp:postmeta/></item>"
    made = reports(tmp_path, odd, item(1, "", title=""), item(1, "]]&gt;"))
    assert [Path(each.path).name.partition("#")[2] for each in made] == ["1", "2", "3", "1-2", "1-3"]
