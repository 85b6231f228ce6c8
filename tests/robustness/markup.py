"""Hypothesis strategies for markup as it is found on real sites, and then broken."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

WORDS = (
    "rye",
    "bread",
    "crust",
    "oven",
    "Café",
    "a",
    "the",
    "of",
    "1.5",
    "e.g.",
    "U.S.",
    "don't",
    "slow-baked",
    "面包",
    "ß",
)
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
sentences = words.map(lambda text: f"{text.capitalize()}. ")
prose = st.lists(sentences, min_size=1, max_size=6).map("".join)


def around(*pairs: tuple[str, str]) -> Callable[[st.SearchStrategy[str]], st.SearchStrategy[str]]:
    """Wraps what is inside into one of these openings and closings."""
    return lambda inner: st.builds(lambda pair, text: pair[0] + text + pair[1], st.sampled_from(pairs), inner)


_inline = around(
    ("*", "*"), ("**", "**"), ("`", "`"), ("~~", "~~"), ("[", "](/rye_(a)?b#c)"), ("![", "](rye.jpg)"), ("<b>", "</b>"),
    ("<a href='/x'>", "</a>"), ("{{< ref >}}", "{{< /ref >}}"), ("[", "][r]"), ("<https://", ">"), ("{", "}"), ("“",
    "”"),
    ("$", "$"), ("<Note a={b}>", "</Note>"), ("{% raw %}", "{% endraw %}"), ("[^", "]"), ("http://a.example/", ""),
)  # fmt: skip
_block = around(
    ("# ", ""), ("### ", " {#rye}"), ("- ", ""), ("  1. ", ""), ("> ", ""), ("    ", ""), ("```rye\n", "\n```"),
    ("~~~\n", "\n~~~"), ("| ", " | x |\n|---|---|\n| a | b |"), ("<div class=note>\n\n", "\n\n</div>"), ("<!-- ",
    " -->"),
    ("!!! note\n    ", ""), (":::tip\n", "\n:::"), ("[^1]: ", ""), ("[r]: /", ""), ("<details><summary>",
    "</summary></details>"),
    ("import A from '", "'"), ("export const a = {", "}"), ("<!-- seocheck-disable ", " -->"), ("<pre>", "</pre>"),
    ("", "\n==="), ("", "\n---"), ("$$\n", "\n$$"), ("{{% tab %}}\n", "\n{{% /tab %}}"), ("{/* ", " */}"),
    ("Keywords: ", ""),
    ("<script>", "</script>"), ("<table><tr><td>", "</table>"), ("<h2>", "</h2>"), ("<img alt='", "' src=x>"),
)  # fmt: skip
_inlines = st.lists(st.recursive(words, _inline, max_leaves=6), min_size=1, max_size=5).map(" ".join)
markdown_bodies = st.lists(st.recursive(_inlines, _block, max_leaves=4), max_size=7).map("\n\n".join)

_element = around(
    *((f"<{name}>", f"</{name}>") for name in (
        "p", "div", "h1", "h2", "h6", "ul", "li", "table", "tr", "td", "article", "main", "nav", "aside", "section",
        "b", "code",
        "pre", "figure", "figcaption", "blockquote", "script", "style", "template", "svg", "select", "option",
        "button", "title",
        "textarea", "noscript", "span", "form", "details", "summary", "dl", "dd", "iframe", "head", "body", "header",
        "footer",
    )),
    ("<p class='caption'>", ""), ("<a href=", ">x</a>"), ("<img alt='", "'>"), ("<!--", "-->"), ("<![CDATA[", "]]>"),
    ("<br>", ""),
    ('<script type="application/ld+json">{"@type": "Article", "headline": "', '"}</script>'), ("&", ";"), ("&#x", ";"),
    ('<meta name="keywords" content="', '">'), ("<meta property=og:title content='", "'>"),
    ("<link rel=canonical href='", "'>"),
    ("<ul><li><a href=/>", "</a></ul>"), ("<p hidden>", "</p>"), ("<h2><br>", "</h2>"), ("<?php ", "?>"),
    ("<html lang=", ">"),
)  # fmt: skip
html_bodies = st.lists(st.recursive(prose, _element, max_leaves=8), max_size=7).map("\n".join)
html_pages = st.builds(
    "<!doctype html><html lang=en><head><title>{}</title><meta name=description content='{}'>{}</head>"
    "<body>{}</body></html>".format,
    words, prose.map(lambda text: text.replace("'", "")), html_bodies, html_bodies,
)  # fmt: skip
labelled_texts = st.builds(
    lambda labels, body: "\n".join(labels) + "\n\n" + body,
    st.lists(
        st.builds(
            "{}{}{}".format,
            st.sampled_from(["Title", "Meta Description", "KEYWORDS", "Keywords", "Slug", "Tags", "**Title**", "Rye"]),
            st.sampled_from([": ", ":", " - ", "\n", " :\t"]),
            words,
        ),
        max_size=6,
    ),
    st.lists(prose, max_size=5).map("\n\n".join),
)  # fmt: skip

_yaml_value = st.recursive(
    st.one_of(words, st.sampled_from(["null", "~", "2024-13-45", "12:30", "no", "!!python/name:os.system", "*a",
    "&a rye", "|\n  rye",
                                      ">-\n  rye\n  bread", "{{ title }}", '"rye\\n\\u00e9"', "'it''s'", "[", "{a: b",
                                      "- a", "@x"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda found: f"[{', '.join(found)}]"),
        st.lists(inner, max_size=4).map(lambda found: "".join(f"\n  - {item}" for item in found)),
        st.builds("\n  {}: {}".format, words, inner),
        st.builds("{{{}: {}}}".format, words, inner),
    ),
    max_leaves=5,
)  # fmt: skip
_keys = st.sampled_from(
    ["title", "Title", "description", "keywords", "tags", "slug", "lang", "date", "draft", "seo.title", "seocheck",
    "params",
     "ms.keywords", "focus_keyword", '"quoted key"', "? complex", "<<", "aliases", "canonical"]
)  # fmt: skip
yaml_blocks = st.lists(st.builds("{}: {}".format, _keys, _yaml_value), max_size=7).map("\n".join)
_toml_value = st.sampled_from(
    ['"rye"', "'rye'", '"""\nrye\n"""', "'''rye'''", "[", "[]", '["rye", "bread"]', "{a = 1}", "1979-05-27", "1e9",
    "inf", "true",
     '"\\u00e9\\U0001F35E"', '"\\x"', "07:32:00", '{ignore = ["title"]}', "", "[[1], {a = 2}]"]
)  # fmt: skip
_toml_line = st.one_of(
    st.builds("{} = {}".format, _keys, _toml_value),
    st.builds("[{}]".format, _keys),
    st.builds("[[{}]]".format, _keys),
    words.map(lambda text: f"# {text}"),
)
toml_blocks = st.lists(_toml_line, max_size=8).map("\n".join)
_json_value = st.recursive(
    st.one_of(
        words.map('"{}"'.format),
        st.sampled_from(["null", "1e999", "true", '"\\ud83d"', '"\\ud83d\\ude00"', '"\\q"', "", "NaN"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda found: f"[{', '.join(found)}]"),
        st.builds('{{"{}": {}}}'.format, _keys, inner),
    ),
    max_leaves=5,
)
json_blocks = st.lists(st.builds('"{}": {}'.format, _keys, _json_value), max_size=6).map(",\n".join)

front_matters = st.one_of(
    yaml_blocks.map("---\n{}\n---\n\n".format),
    toml_blocks.map("+++\n{}\n+++\n\n".format),
    json_blocks.map("{{{}}}\n\n".format),
    st.just(""),
)
markdown_articles = st.builds("{}{}".format, front_matters, markdown_bodies)

SCRAPS = (
    "\n", "\n\n", "\r\n", "\r", "\0", "\t", "\u00a0", "\u200b", "\ufeff", "\u202e", "\x1b[31m", "\u2028", "---\n",
    "+++\n", "```", "~~~",
    "{{<", ">}}", "{%", "%}", "{", "}", "[", "](", "<", "</", "/>", "<!--", "-->", "&", ";", '"', "'", "`", "*", "_",
    "|", "\\", ": ", "=",
    "#", "> ", "- ", "<div>", "</p>", "<script>", "<pre>", "\U0001f35e", "e\u0301", "::error::", "%0A", "]]>", "$",
    "!", "^", "@", "http://",
)  # fmt: skip


@st.composite
def broken(draw: st.DrawFn, whole: st.SearchStrategy[str]) -> str:
    """A text with a few of the accidents that happen to files: cuts, doublings, stray pieces, changed line ends."""
    text = draw(whole)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(start + draw(st.integers(0, 60)), len(text))
        accident = draw(st.sampled_from(["cut", "double", "insert", "truncate", "ends", "repeat"]))
        if accident == "cut":
            text = text[:start] + text[end:]
        elif accident == "double":
            text = text[:end] + text[start:]
        elif accident == "insert":
            text = text[:start] + draw(st.sampled_from(SCRAPS)) + text[start:]
        elif accident == "truncate":
            text = text[:start]
        elif accident == "ends":
            text = text[:start] + text[start:].replace("\n", draw(st.sampled_from(["\r\n", "\r", "\u2028"])))
        else:
            text = text[:start] + text[start:end] * draw(st.integers(2, 40)) + text[end:]
    return text
