"""Pages as careless tools leave them: huge, doubled, wrongly encoded, all menu. Each gets a true report, soon."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seocheck
from seocheck.model.article import Source
from seocheck.readers.html.reader import read_html
from tests.support import no_hang, write

PARAGRAPH = (
    "<p>A rye loaf keeps for a week if it is wrapped in linen and stands on its cut side. "
    "Do not put it into the fridge, for there it dries out faster than on the table.</p>\n"
)
MENU = "".join(f'<li><a href="/bread/{n}">Bread number {n}</a></li>' for n in range(400))


def page(body: str, head: str = "", title: str = "How to keep rye bread") -> str:
    head = f'<meta charset="utf-8"><title>{title}</title>{head}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def described(description: str) -> str:
    return f'<meta name="description" content="{description}">'


def checked(folder: Path, content: str | bytes, name: str = "page.html") -> seocheck.Report:
    """The report of a file, which must not take long (in processor time: other programs may be busy)."""
    write(folder, {name: content})
    with no_hang():
        report = seocheck.check_file(folder / name)
    assert report.failures == ()
    return report


def rules(report: seocheck.Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def test_a_page_of_nearly_three_megabytes(tmp_path: Path) -> None:
    widgets = '<div class="widget" data-state="{&quot;open&quot;: false}"><span></span></div>\n' * 34_000
    script = "<script>var state = '" + "x" * 200_000 + "';</script>"
    content = page(f"<nav><ul>{MENU}</ul></nav><main><h1>Rye</h1>{PARAGRAPH * 20}</main>{widgets}{script}")
    assert 2_800_000 < len(content) < 3_000_000
    report = checked(tmp_path, content)
    assert report.readability.words == 20 * 36


def test_twenty_five_descriptions(tmp_path: Path) -> None:
    head = "".join(described(f"Rye bread keeps for {n} days when it is wrapped in linen.") for n in range(1, 26))
    report = checked(tmp_path, page(f"<main><h1>Rye</h1>{PARAGRAPH * 5}</main>", head))
    assert report.description is not None
    assert report.description.text.startswith("Rye bread keeps for 1 days")
    told = [f for f in report.findings if f.rule == "metadata/description-differs"]
    assert len(told) <= 1  # one fault, one finding, however many tags


def test_a_hundred_and_sixteen_keywords(tmp_path: Path) -> None:
    keywords = ", ".join(["rye bread", "linen", *(f"bread recipe {n}" for n in range(114))])
    report = checked(
        tmp_path, page(f"<main><h1>Rye</h1>{PARAGRAPH * 5}</main>", f'<meta name="keywords" content="{keywords}">')
    )
    assert len(report.keywords) == 116
    (told,) = [f for f in report.findings if f.rule == "keywords/too-many"]
    assert "116" in told.message


def test_entities_encoded_twice_read_as_a_browser_shows_them(tmp_path: Path) -> None:
    body = (
        "<main><h1>Rye &amp;amp; barley</h1>"
        + PARAGRAPH * 4
        + "<p>The baker&amp;#39;s own rye &amp;amp; barley loaf.</p></main>"
    )
    head = described("The baker&amp;#39;s own rye &amp;amp; barley loaf, and how long it keeps in linen.")
    article = read_html(Source("page.html", page(body, head)))
    assert article.blocks[0].text.value == "Rye &amp; barley"
    assert article.blocks[-1].text.value == "The baker&#39;s own rye &amp; barley loaf."
    assert article.description is not None
    assert article.description.text.value.startswith("The baker&#39;s own rye &amp; barley")
    report = checked(tmp_path, page(body, head))
    (told,) = [f for f in report.findings if f.rule == "description/has-markup"]
    assert "an HTML entity (&#39;)" in told.message


def test_shift_jis_declared_as_utf_8(tmp_path: Path) -> None:
    words = "ライ麦パンは布に包んで、切り口を下にして置くと一週間もちます。冷蔵庫に入れないでください。"
    content = page(f"<main><h1>ライ麦パン</h1>{f'<p>{words}</p>' * 6}</main>", described(words), "ライ麦パンの保存")
    report = checked(tmp_path, content.replace('lang="en"', 'lang="ja"').encode("shift_jis"))
    assert report.encoding == "cp932"
    assert report.title is not None
    assert report.title.text == "ライ麦パンの保存"


@pytest.mark.parametrize(
    "text",
    [
        "Der Bäcker fährt über die Brücke, fünf Öfen glühen für das Weißbrot.",
        "El panadero enseñó cómo está hecho el pan de centeno en la montaña.",
        "“Rye” – the baker’s word…",
    ],
)
def test_western_text_declared_as_utf_8_is_not_taken_for_japanese(text: str) -> None:
    from seocheck.readers.html.encoding import decode

    assert decode(page(f"<p>{text}</p>").encode("cp1252"))[0] == page(f"<p>{text}</p>")


def test_a_page_that_is_all_navigation(tmp_path: Path) -> None:
    report = checked(
        tmp_path, page(f"<nav><ul>{MENU}</ul></nav><div class=menu><ul>{MENU}</ul></div><footer>{MENU}</footer>")
    )
    assert report.readability.words == 0
    assert not any(rule.startswith("readability/") for rule in rules(report))


def test_markdown_that_is_all_html(tmp_path: Path) -> None:
    menu = f"<nav><ul>{MENU}</ul></nav>"
    body = f'<div class="post">\n<h1>Keeping rye</h1>\n{menu}\n<h2>Linen</h2>\n{PARAGRAPH * 10}</div>\n'
    report = checked(tmp_path, f"---\ntitle: How to keep rye bread\nkeywords: [rye loaf]\n---\n{body}", "page.md")
    assert report.readability.words == 10 * 36
    assert [keyword.tier for keyword in report.keywords] == ["exact"]


@pytest.mark.parametrize(
    "text",
    [
        "```\nnever closed\n\n# Not a heading\n",
        "~~~~\ncode\n~~~\nstill code\n```\n",
        "</div></p></div>\n\nRye bread keeps.\n\n<div><p><em>\n",
        "<table><tr><td>Rye</table></td></p>\n\n```\n<div>\n",
        ":::note\n\nRye.\n\n{% raw %}\n\n{{< box >}}\n\n!!! note\n    Rye.\n        {% endraw\n",
        "<Box data={[{ a: `${ }\n\nRye.\n\n</Tabs></Box>{\n",
    ],
)
@pytest.mark.parametrize("name", ["page.md", "page.mdx", "page.html"])
def test_unbalanced_fences_and_tags(tmp_path: Path, text: str, name: str) -> None:
    report = checked(tmp_path, text * 300, name)
    assert report.score is None or 0 <= report.score <= 100


def json_ld(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "How to keep rye bread", "keywords": ["rye bread"]}


@pytest.mark.parametrize(
    "value",
    [
        json.dumps([{"@graph": [ARTICLE]}, {"@graph": [{"@type": "WebSite"}, [ARTICLE]]}]),
        json.dumps({"@graph": [*({"@type": "Thing", "@id": f"#{n}", "name": [{}]} for n in range(10_000)), ARTICLE]}),
        '{"@graph": ' * 3_000 + "[]" + "}" * 3_000,
        "[" * 50_000,
    ],
    ids=["arrays of graphs", "10,000 nodes", "3,000 graphs in each other", "brackets"],
)
def test_structured_data_of_any_shape(tmp_path: Path, value: str) -> None:
    report = checked(tmp_path, page(f"<main><h1>Rye</h1>{PARAGRAPH * 5}</main>", json_ld(value)))
    assert report.score is not None


def test_structured_data_with_comments_cannot_be_read(tmp_path: Path) -> None:
    value = "/* made by hand */ " + json.dumps(ARTICLE) + " // end"
    report = checked(tmp_path, page(f"<main><h1>Rye</h1>{PARAGRAPH * 5}</main>", json_ld(value)))
    assert "metadata/invalid-json-ld" in rules(report)


def test_one_cut_character_does_not_spoil_a_page_in_utf_8(tmp_path: Path) -> None:
    words = "Ein gut gewickeltes Roggenbrot hält sich für eine Woche; im Kühlschrank würde es nur spröde. "
    content = page(f"<main><h1>Brot</h1><p>{words * 8}</p></main>").encode() + "ü".encode()[:1]
    report = checked(tmp_path, content)
    assert report.encoding == "utf-8"
