"""Template code in the text of a page is no prose; in metadata, code and elements that it fills it stays."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.article import Source
from seocheck.readers.html.reader import read_html
from tests.support import assert_linear


def texts(body: str) -> list[str]:
    source = f"<html><body><h1>Rye bread</h1>\n{body}</body></html>"
    return [block.text.value for block in read_html(Source("a.html", source)).blocks[1:]]


@pytest.mark.parametrize(
    "comment",
    [
        "{{/* A loaf for <b>each</b> guest. */}}",
        "{{- /* A loaf\nfor each guest. */ -}}",
        "{% comment %}<p>A loaf for each guest.</p>{% endcomment %}",
        "{%- comment 'why' -%}A loaf for each guest.{%- endcomment -%}",
        "{# A loaf for <p>each</p> guest. #}",
        "<%-- A loaf for each guest. --%>",
        "<%# A loaf for each guest. %>",
        "{{/*" + "A loaf for each guest. " * 3000 + "*/}}",
    ],
    ids=lambda comment: comment[:30],
)
def test_a_comment_is_no_prose(comment: str) -> None:
    assert texts(f"{comment}<p>It keeps for a week.</p>") == ["It keeps for a week."]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It {{ verb }} for a {% if long %}week{% endif %}.", "It for a week."),
        ("It keeps{{ how_long | default: 'long' }} here.", "It keeps here."),
        ("It keeps <%= days %> days.", "It keeps days."),
        ("It <code>{{ keeps }}</code> for a week.", "It {{ keeps }} for a week."),
        ("It keeps {for} a {week}.", "It keeps {for} a {week}."),
        ("It keeps {{ for a week.", "It keeps {{ for a week."),
        ("It keeps {# for a week.", "It keeps {# for a week."),
    ],
)
def test_expressions_go_from_the_text(written: str, read: str) -> None:
    assert texts(f"<p>{written}</p>") == [read]


def test_places_stay() -> None:
    source = "<h1>Rye</h1>{# one\ntwo #}<p>The {{ loaf }} keeps [INSERT TIME].</p>"
    finding = next(f for f in seocheck.check_text(source, path="a.html").findings if f.rule == "content/placeholder")
    assert (finding.place.start.line, finding.quote) == (2, "[INSERT TIME]")


def test_what_a_template_fills_is_not_empty() -> None:
    page = "<title>{{ t }}</title><h1>{{ title }}</h1><p><a href='b.html'><i>{{ icon }}</i></a></p><h2>{{ x }}</h2>"
    rules = {finding.rule for finding in seocheck.check_text(page, path="a.html").findings}
    assert not rules & {"headings/empty", "headings/no-h1", "links/empty-link"}
    assert "headings/empty" in {f.rule for f in seocheck.check_text(f"{page}<h2></h2>", path="a.html").findings}


def test_a_layout_without_text_is_no_article_without_h1() -> None:
    layout = "{{ define 'main' }}<div class='{{ .Class }}'>{{ .Content }}{{ partial 'share.html' . }}</div>{{ end }}"
    report = seocheck.check_text(layout, path="a.html")
    assert report.readability.words == 0
    assert "headings/no-h1" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize("opening", ["{{/*", "{% comment %}", "{#", "<%--", "<%#", "{{", "{%", "<%", "<a>{{", "{{<a>"])
def test_openings_that_never_close_take_time_in_proportion(opening: str) -> None:
    assert_linear(lambda size: read_html(Source("a.html", f"<p>{opening * size}")), 3000)
