"""What holds for any text: Hypothesis looks for the one for which it does not."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pyromark
from hypothesis import example, given
from hypothesis import strategies as st

import seocheck
from seocheck.base.text import Text
from seocheck.model.article import Article, Format, Source
from seocheck.model.report import Report
from seocheck.readers import formats, read
from tests.support import python_process

FORMATS = tuple(each.name for each in formats.FORMATS)

# -- articles to check ----------------------------------------------------------------------------

WORDS = ["bread", "starter", "flour", "rye", "café", "oven", "baker's", "slow-baked", "the", "a", "of", "ÖLE", "brøt"]
words = st.sampled_from(WORDS)
phrases = st.lists(words, min_size=1, max_size=4).map(" ".join)
sentences = st.lists(words, min_size=3, max_size=12).map(lambda w: " ".join(w).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
keywords = st.lists(phrases, min_size=1, max_size=4)

blocks = st.one_of(
    paragraphs,
    paragraphs,
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "####"]), phrases),
    st.lists(sentences, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.builds("> {}".format, sentences),
    st.builds("{} [{}](https://example.org/a) and `{}` too.".format, sentences, phrases, words),
    st.builds("![{}](oven.jpg)".format, phrases),
    st.builds("| {} | {} |\n|---|---|\n| {} | {} |".format, words, words, words, words),
    st.builds("```\n{}\n```".format, phrases),
)
bodies = st.lists(blocks, max_size=7).map("\n\n".join)
scraps = st.sampled_from(
    ["---", "+++", "{", "}", "[", "](", "<", ">", "&amp;", "&", "```", "~~~", "#", "> ", "- ", "|", "\\", '"', "'", "*",
     "_", ":", "{{< x >}}", "{% y %}", "<!--", "-->", "<p>", "</div>", "<script>", "\n", "\r\n", "\r", "\t", "\0",
     "\ufeff", "\u200b", "\u202e", "\x1b[31m", "\ufdd0", "\U0001f35e", "e\u0301", "ß", "İ", "字", "ไทย", "title:",
     "keywords:", "Meta Description: ", "Keywords: ", "a", "word ", "!", "1.", "[^1]", "[^1]: "]
)  # fmt: skip
hostile = st.lists(st.one_of(scraps, st.text(max_size=5)), max_size=40).map("".join)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@st.composite
def metadata(draw: st.DrawFn) -> dict[str, str]:
    """Fields of front matter as they are written."""
    fields = {
        "title": phrases.map(quoted),
        "description": paragraphs.map(quoted),
        "keywords": keywords.map(lambda found: "[" + ", ".join(map(quoted, found)) + "]"),
    }
    return {name: draw(value) for name, value in fields.items() if draw(st.booleans())}


def front_matter(fields: dict[str, str]) -> str:
    return "".join(["---\n", "lang: en\n", *(f"{key}: {value}\n" for key, value in fields.items()), "---\n\n"])


articles = st.builds(lambda fields, body: front_matter(fields) + body + "\n", metadata(), bodies)
labelled = st.builds(
    "Bakery\n{0}\n{0}\n\nMeta Description: {1}\nKeywords: {2}\n\n{3}\n\nclose\n".format,
    phrases, paragraphs, keywords.map(", ".join), st.lists(paragraphs, max_size=4).map("\n\n".join),
)  # fmt: skip
pages = st.builds(
    "<!doctype html><html lang=en><head><title>{}</title><meta name=keywords content='{}'></head>"
    "<body><main>{}</main></body></html>".format,
    phrases.map(lambda t: t.replace("'", "’")), keywords.map(lambda k: ", ".join(k).replace("'", "’")),
    bodies.map(pyromark.html),
)  # fmt: skip
anything: st.SearchStrategy[tuple[Format, str]] = st.one_of(
    st.tuples(st.just("markdown"), articles),
    st.tuples(st.just("labelled-text"), labelled),
    st.tuples(st.just("html"), pages),
    st.tuples(st.sampled_from(FORMATS), hostile),
    st.tuples(st.sampled_from(FORMATS), st.builds("---\n{}\n---\n{}".format, hostile, hostile)),
    st.tuples(st.sampled_from(FORMATS), st.text()),
)


def check(text: str, format_: Format = "markdown") -> Report:
    report = seocheck.check_text(text, format=format_)
    assert report.failures == ()
    return report


def said(report: Report) -> list[tuple[str, str, str]]:
    """The findings without their places."""
    return sorted((f.rule, f.subject, f.message) for f in report.findings)


# -- any text -------------------------------------------------------------------------------------


@given(anything)
def test_any_text_gives_a_report_whose_places_are_true(given_: tuple[Format, str]) -> None:
    format_, text = given_
    report = check(text, format_)
    source = text.removeprefix("\ufeff")
    assert report.score is None or 0 <= report.score <= 100
    if report.score is not None:
        assert abs(sum(f.points for f in report.findings) - (100 - report.score)) < 0.01
    for finding in report.findings:
        for place in (finding.place, *finding.related):
            assert 0 <= place.start.offset <= place.end.offset <= len(source)
            assert place.start.line >= 1
        start, end = finding.place.start.offset, finding.place.end.offset
        assert finding.quote == source[start : min(end, start + 200)]
        line = finding.line
        if line is not None and finding.place.start.line == finding.place.end.line:
            at = finding.place.start.column - line.first_column
            assert line.text[at : at + end - start] == source[start:end][: len(line.text) - at]
    assert Report.from_json(report.to_json()) == report


def texts_of(article: Article) -> list[Text]:
    fields = [article.title, article.description, *(f for found in article.metadata.values() for f in found)]
    return [
        *(f.text for f in fields if f is not None),
        *(k.text for k in (*article.keywords, *article.taxonomy)),
        *(b.text for b in article.blocks),
        *(link.text for link in article.links),
        *(i.alt for i in article.images if i.alt is not None),
    ]


@given(anything)
def test_verbatim_segments_hold_what_is_in_the_source(given_: tuple[Format, str]) -> None:
    format_, source = given_
    for text in texts_of(read(Source("a", source), format_)):
        end = 0
        for segment in text.segments:
            assert end <= segment.start < segment.end <= len(text.value)
            assert 0 <= segment.source_start <= segment.source_end <= len(source)
            end = segment.end
            if segment.verbatim:
                words = text.value[segment.start : segment.end]
                assert source[segment.source_start : segment.source_end] == words
                assert text.span(segment.start, segment.end) == (segment.source_start, segment.source_end)


@given(anything)
def test_the_same_input_gives_the_same_json(given_: tuple[Format, str]) -> None:
    format_, text = given_
    assert check(text, format_).to_json() == check(text, format_).to_json()


# -- what must not matter -------------------------------------------------------------------------


@given(metadata(), bodies)
def test_a_comment_in_the_front_matter_only_shifts_lines(fields: dict[str, str], body: str) -> None:
    text = front_matter(fields) + body
    comment = "# baked on Tuesday\n"
    before, after = check(text), check(text.replace("---\n", f"---\n{comment}", 1))
    assert said(before) == said(after)
    assert before.score == after.score

    def lines(report: Report) -> list[tuple[str, str, int, int]]:
        found = ((f.id, f.quote, f.place.start.line, f.place.start.column) for f in report.findings)
        return sorted(found)

    moved = [(i, q, line + (line > 1), column) for i, q, line, column in lines(before)]
    assert moved == lines(after)


@given(anything.filter(lambda given_: "\r" not in given_[1]))
def test_line_ends_change_offsets_at_most(given_: tuple[Format, str]) -> None:
    format_, text = given_
    before, after = check(text, format_), check(text.replace("\n", "\r\n"), format_)
    assert said(before) == said(after)
    assert before.score == after.score
    assert [f.place.start.line for f in before.findings] == [f.place.start.line for f in after.findings]


composed = st.one_of(
    st.tuples(st.just("markdown"), articles),
    st.tuples(st.just("labelled-text"), labelled),
    st.tuples(st.just("html"), pages),
)


@given(composed)
@example(("markdown", '---\ntitle: "bread"\nkeywords: [starter, starter bread, ÖLE]\n---\n'))
def test_unicode_forms_change_columns_at_most(given_: tuple[Format, str]) -> None:
    format_, text = given_
    nfc, nfd = (check(unicodedata.normalize(form, text), format_) for form in ("NFC", "NFD"))

    def folded(report: Report) -> list[tuple[str, ...]]:
        lengths = ("description/too-", "title/too-")  # their messages count characters as written
        return sorted(
            (f.rule, unicodedata.normalize("NFC", f.subject), "" if f.rule.startswith(lengths) else f.measured)
            for f in report.findings
        )

    assert folded(nfc) == folded(nfd)
    assert nfc.score == nfd.score
    assert [(k.tier, k.count) for k in nfc.keywords] == [(k.tier, k.count) for k in nfd.keywords]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    texts = {
        "a.md": "# Bread\n\nA loaf.\n",
        "b.md": "---\ntitle: Rye\nkeywords: [rye, oats]\n---\n\nRye.\n",
        "c.md": "",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    paths = [tmp_path / name for name in texts]
    forwards = {r.path: r.to_json() for r in seocheck.check_paths(paths)}
    backwards = {r.path: r.to_json() for r in seocheck.check_paths(paths[::-1])}
    alone = {str(path): seocheck.check_file(path).to_json() for path in paths}
    assert forwards == backwards == alone


SEEDED = """\
import sys, seocheck
texts = sys.argv[1:]
print("\\n".join(seocheck.check_text(t, format=f).to_json() for t in texts for f in ("markdown", "labelled-text")))
"""


def test_the_seed_of_hashes_does_not_matter(tmp_path: Path) -> None:
    body = "A starter needs flour. Bread from rye flour keeps for a week, and rye bread tastes of autumn. " * 8
    text = f"---\ntitle: Rye bread\nkeywords: [rye bread, flour, oats, breads, starters]\n---\n\n{body}\n"
    label = f"Rye bread\n\nMeta Description: Rye\nKeywords: rye, oats\n\n{body}\n"
    outs = {python_process(SEEDED, text, label, cwd=tmp_path, PYTHONHASHSEED=seed).stdout for seed in ("1", "4711")}
    assert len(outs) == 1
    assert outs.pop().count("\n") == 4


# -- the score rewards neither silence nor stuffing -----------------------------------------------


@given(fields=metadata(), body=bodies, data=st.data())
def test_a_true_keyword_costs_next_to_nothing(fields: dict[str, str], body: str, data: st.DataObject) -> None:
    """Phrases that are cut from the text itself; what is false may cost more than nothing."""
    spoken = re.findall(r"[a-z]{4,12}(?: [a-z]{4,12})?", body)
    if not spoken:
        return
    cut = data.draw(st.lists(st.sampled_from(spoken), min_size=1, max_size=3, unique=True))
    without = {name: value for name, value in fields.items() if name != "keywords"}
    with_it = {**without, "keywords": "[" + ", ".join(map(quoted, cut)) + "]"}
    less, more = check(front_matter(without) + body), check(front_matter(with_it) + body)
    if more.keywords and all(keyword.tier == "exact" for keyword in more.keywords):
        assert (more.score or 0) >= (less.score or 0) - 0.5 * max(1, len(cut))


KEYWORD_RULES = (
    "keywords/unsupported",
    "keywords/weakly-supported",
    "keywords/duplicate",
    "title/lacks-keyword",
    "description/lacks-keyword",
)


@given(metadata(), phrases, sentences, st.lists(blocks, max_size=4), st.integers(1, 5))
def test_saying_a_keyword_again_never_pays(
    fields: dict[str, str], keyword: str, lead: str, more: list[str], times: int
) -> None:
    """Where the introduction has it exactly, having it there more often changes no keyword rule's points."""
    fields = {**fields, "keywords": f"[{quoted(keyword)}, crispbread]"}
    once = f"{keyword.capitalize()}. {lead}"
    again = f"{once} {f'{keyword.capitalize()}. ' * times}".strip()

    def loss(introduction: str) -> dict[str, list[float]]:
        report = check(front_matter(fields) + "\n\n".join([introduction, *more]))
        losses: dict[str, list[float]] = {}
        for finding in report.findings:
            if finding.rule.startswith(KEYWORD_RULES):
                losses.setdefault(f"{finding.rule} {finding.subject}", []).append(finding.loss)
        return {name: sorted(found) for name, found in losses.items()}

    assert loss(again) == loss(once)


# -- two ways to write one article ----------------------------------------------------------------


@given(metadata(), st.lists(blocks, min_size=1, max_size=7).map("\n\n".join))
@example({"keywords": '["bread"]'}, "- Bread a a.\n\n- Rye a a.")
def test_markdown_and_its_html_agree(fields: dict[str, str], body: str) -> None:
    found = [json.loads(fields["keywords"])] if "keywords" in fields else [[]]
    listed = ", ".join(found[0]).replace('"', "&quot;")
    tags = f'<meta name="keywords" content="{listed}">' if found[0] else ""
    options = pyromark.Options.ENABLE_TABLES
    page = (
        f"<!doctype html><html lang=en><head><title>x</title>{tags}</head><body><main>"
        f"{pyromark.html(body, options=options)}</main></body></html>"
    )
    text = front_matter({"title": "x", **({"keywords": fields["keywords"]} if found[0] else {})}) + body
    markdown = seocheck.check_text(text, format="markdown", settings={"title_is_h1": False})
    html = seocheck.check_text(page, format="html")
    assert html.readability.words == markdown.readability.words
    assert html.readability.sentences == markdown.readability.sentences
    assert html.summary.anchors == markdown.summary.anchors

    def keyword_map(report: Report) -> list[tuple[str, str, int]]:
        return [(k.text, k.tier, k.count) for k in report.keywords]

    assert keyword_map(html) == keyword_map(markdown)
