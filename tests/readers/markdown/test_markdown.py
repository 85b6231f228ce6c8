"""Markdown: which words are the article's, of what kind, and where they stand."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read


def article(text: str, path: str = "bread.md") -> Article:
    return read(Source(path, text), "markdown")


def kinds(text: str, path: str = "bread.md") -> list[tuple[str, str]]:
    """(kind, words) of each block; headings with their level."""
    found = article(text, path).blocks
    return [(f"h{b.level}" if b.kind == "heading" else b.kind, b.text.value) for b in found]


def words(text: str, path: str = "bread.md") -> str:
    return " / ".join(value for _, value in kinds(text, path))


def ranges(text: str, name: str) -> list[str]:
    """The words in the code or link ranges of all blocks."""
    return [b.text.value[s.start : s.end] for b in article(text).blocks for s in getattr(b, name)]


# -- blocks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye bread\nkeeps long.", [("paragraph", "Rye bread keeps long.")]),
        ("Rye  \nbread", [("paragraph", "Rye bread")]),
        ("Rye\\\nbread", [("paragraph", "Rye bread")]),
        ("# Rye #\n\n## Oat *bread*\n\nBarley\n===\n\nWheat\n---", [
            ("h1", "Rye"), ("h2", "Oat bread"), ("h1", "Barley"), ("h2", "Wheat"),
        ]),
        ("## Rye {#rye .dark}", [("h2", "Rye")]),
        ("- Rye\n- Oats\n  and more\n\n1. One\n2. Two", [
            ("item", "Rye"), ("item", "Oats and more"), ("item", "One"), ("item", "Two"),
        ]),
        ("- Rye\n\n  Dark.\n  - Deep", [("item", "Rye"), ("item", "Dark."), ("item", "Deep")]),
        ("- [x] Knead\n- [ ] Bake", [("item", "Knead"), ("item", "Bake")]),
        ("> Rye is king.\n>\n> - said the baker", [("quotation", "Rye is king."), ("quotation", "said the baker")]),
        ("> [!NOTE]\n> Rye needs time.", [("paragraph", "Rye needs time.")]),
        ("> [!WARNING]\n> Hot!\n\n> Quoted.", [("paragraph", "Hot!"), ("quotation", "Quoted.")]),
        ("| Flour | Water |\n|---|---|\n| rye | 300 g |", [
            ("cell", "Flour"), ("cell", "Water"), ("cell", "rye"), ("cell", "300 g"),
        ]),
        ("Rye[^1].\n\n[^1]: A *dark* grain.", [("paragraph", "Rye."), ("caption", "A dark grain.")]),
        ("```python\nrye = 1\n```\n\n    indented\n\nAfter.", [("paragraph", "After.")]),
        ("***\n\nRye\n\n---\n\nOats", [("paragraph", "Rye"), ("paragraph", "Oats")]),
        ("~~Rye~~ **oats** *and* ***wheat***", [("paragraph", "Rye oats and wheat")]),
        ("Rye &amp; oats &#8211; caf&eacute;", [("paragraph", "Rye & oats – café")]),
        (r"2 \* 3 \_rye\_", [("paragraph", "2 * 3 _rye_")]),
        ("...\n\n!!!", []),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize("text", ["Rye *bread* &amp; `oats`\nand caf&eacute; 🍞 [wheat](x)", "# Brot für 🍞 *alle*"])
def test_every_word_has_its_place(text: str) -> None:
    source = f"---\ntitle: Ä 🍞\n---\n\n{text}\n"
    (block,) = article(source).blocks
    for word in ("Rye", "bread", "oats", "and", "wheat", "Brot", "für", "🍞", "alle"):
        at = block.text.value.find(word)
        if at >= 0:
            span = block.text.span(at, at + len(word))
            assert source[span.start : span.end] == word
    at = block.text.value.find("&")
    if at >= 0:
        span = block.text.span(at, at + 1)
        assert source[span.start : span.end] == "&amp;"


def test_what_is_between_paragraphs_is_known() -> None:
    found = article("One.\n\nTwo.\n\n```\nx\n```\n\nThree.\n\n![oven](a.jpg)\n\nFour.\n\n---\n\nFive.").blocks
    assert [(b.text.value, b.after_break) for b in found] == [
        ("One.", False), ("Two.", False), ("Three.", True), ("Four.", True), ("Five.", True),
    ]  # fmt: skip


# -- code, links, images --------------------------------------------------------------------------


def test_inline_code_is_marked() -> None:
    assert ranges("Use `rye --dark` and ``a ` b``.", "code") == ["rye --dark", "a ` b"]
    assert ranges("**`rye`** first", "code") == ["rye"]


def test_addresses_are_no_prose() -> None:
    text = "See https://example.org/rye and <https://a.example>, or write to baker@example.org."
    assert sorted(set(ranges(text, "code"))) == ["baker@example.org", "https://a.example", "https://example.org/rye"]
    assert ranges("Read [about rye](https://example.org).", "code") == []


def test_links() -> None:
    text = 'Read [about *rye*](/rye "Rye"), [oats][o] and ![alt](a.jpg).\n\n[o]: /oats\n'
    found = article(text)
    assert [(link.text.value, link.href) for link in found.links] == [("about rye", "/rye"), ("oats", "/oats")]
    assert [text[link.span.start : link.span.end] for link in found.links] == ['[about *rye*](/rye "Rye")', "[oats][o]"]
    assert ranges(text, "links") == ["about rye", "oats"]


def test_links_and_code_written_as_html_in_a_sentence() -> None:
    text = (
        'See <a class="x" href="rye.md">rye *bread*</a>, press <kbd>Ctrl</kbd>, run <code>bake --hot</code>.\n\n'
        "- <A HREF='oat.md?a=1&amp;b=2'>Oats</A>\n\n| <a href=wheat.md>wheat</a> |\n|---|\n| bran |\n"
    )
    links = [(link.href, link.text.value, text[slice(*link.span)][-4:].lower()) for link in article(text).links]
    assert links == [
        ("rye.md", "rye bread", "</a>"), ("oat.md?a=1&b=2", "Oats", "</a>"), ("wheat.md", "wheat", "</a>"),
    ]  # fmt: skip
    assert ranges(text, "links") == ["rye bread", "Oats", "wheat"]
    assert ranges(text, "code") == ["Ctrl", "bake --hot"]


@pytest.mark.parametrize(
    "text",
    [
        '<a name="rye"></a>Rye bread',
        'Rye <a href="rye.md">bread that no tag ends\n\nOats</a>',
        "Rye <abbr>bread</abbr> and <address>oats</address>",
        "Rye </a> bread</code>",
        "`<a href='rye.md'>rye</a>`",
    ],
)
def test_no_link_in_a_sentence(text: str) -> None:
    assert article(text).links == ()
    assert "<a" in text or ranges(text, "code") == []


def test_images_and_their_alternative_texts() -> None:
    text = 'A ![dark *rye*](a.jpg "T") loaf ![](b.jpg).\n\n<img src="c.jpg" alt="oat &amp; bread"> <img src=d.jpg>\n'
    found = article(text)
    alts = [image.alt.value if image.alt is not None else None for image in found.images]
    assert alts == ["dark rye", "", "oat & bread", None]
    assert words(text) == "A loaf ." or "rye" not in words(text)
    alt = found.images[0].alt
    assert alt is not None
    span = alt.span(5, 8)
    assert text[span.start : span.end] == "rye"


# -- HTML in Markdown -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye <b>bread</b><br>keeps <!-- not --> long.", [("paragraph", "Rye bread keeps long.")]),
        ("<p>Rye &amp; <em>oats</em></p>", [("paragraph", "Rye & oats")]),
        ("<h2>Rye</h2>\n<ul><li>One</li><li>Two</li></ul>", [("h2", "Rye"), ("item", "One"), ("item", "Two")]),
        ("<blockquote>Quoted.</blockquote>", [("quotation", "Quoted.")]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("cell", "a"), ("cell", "b")]),
        ("<figure><img src=x><figcaption>The oven</figcaption></figure>", [("caption", "The oven")]),
        ("<script>var rye = 1;</script>\n\n<style>p {color: red}</style>\n\n<pre>rye</pre>\n\nBread.",
         [("paragraph", "Bread.")]),
        ("<details>\n<summary>Rye</summary>\n\nInside *it*.\n\n</details>", [
            ("paragraph", "Rye"), ("paragraph", "Inside it."),
        ]),
        ("<!-- a\n\ncomment -->\n\nBread.", [("paragraph", "Bread.")]),
        ("<div>\n\n## Rye\n\n</div>", [("h2", "Rye")]),
    ],
)  # fmt: skip
def test_html_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


# -- templating -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('Rye {{< figure src="a.jpg" title="No words" >}} bread', "Rye bread"),
        ("{{< note >}}\nRye bread.\n{{< /note >}}", "Rye bread."),
        ("{{% tip %}}Rye{{% /tip %}} bread", "Rye bread"),
        ("Costs {{ product.price | currency }} euros", "Costs euros"),
        ('{% include "a.html" %}\n\nRye {% if x %}bread{% endif %}', "Rye bread"),
        ("{% highlight ruby %}\nputs 'oats'\n{% endhighlight %}\n\nRye.", "Rye."),
        ("{{< highlight go >}}\noats\n{{< /highlight >}}\n\nRye.", "Rye."),
        ("{% comment %}oats{% endcomment %}\n\nRye.", "Rye."),
        ("{# oats #}Rye.", "Rye."),
        (":::tip Oats\nRye bread.\n:::", "Rye bread."),
        ("::: warning\n\nRye.\n\n:::\n\nBread.", "Rye. / Bread."),
        ("Rye bread.\n{: .lead #first}", "Rye bread."),
        ("## Rye {: .lead}", "Rye"),
        ("![oven](a.jpg){.wide} Rye.", "Rye."),
        ("[TOC]\n\nRye.", "Rye."),
        ("{:toc}\n\nRye.", "Rye."),
        ('!!! note "Mind"\n\nRye.', '"Mind" / Rye.'),
        ("a {b} c", "a {b} c"),
        ("{{", ""),
        ("Braces {{ that never close, and rye.", "Braces {{ that never close, and rye."),
    ],
)
def test_templating_is_no_prose(text: str, left: str) -> None:
    assert words(text) == left


MDX = """\
import Oven from './oven'
import {
  Loaf,
} from 'bread'

export const meta = {
  oats: true,
}

# Rye

<Oven hot={{a: 1}}>Dark **rye**.</Oven>

{/* oats */}

Bread.
"""


def test_mdx_statements_are_no_prose() -> None:
    found = words(MDX, "rye.mdx")
    assert "Rye" in found
    assert "Bread." in found
    assert "Dark rye." in found
    for hidden in ("import", "export", "oats: true", "{/*"):
        assert hidden not in found


def test_the_same_in_plain_markdown_is_prose() -> None:
    assert words("import rye from the north\n\nexport it") == "import rye from the north / export it"


def test_offsets_stay_behind_hidden_code() -> None:
    source = "{{< figure 🍞 >}} Rye {% x %} bread.\n\nÄ {{ y }} oats.\n"
    for block in article(source).blocks:
        for word in ("Rye", "bread", "oats"):
            at = block.text.value.find(word)
            if at >= 0:
                span = block.text.span(at, at + len(word))
                assert source[span.start : span.end] == word


# -- declared fields ------------------------------------------------------------------------------


def declared(front: str) -> Article:
    return article(f"---\n{front}\n---\n\nBread.\n")


@pytest.mark.parametrize("key", ["title", "Title", "headline", "page_title", "linkTitle", "seo_title", "meta-title"])
def test_names_of_a_title(key: str) -> None:
    title = declared(f"{key}: Rye bread").title
    assert title is not None
    assert (title.key, title.text.value) == (key, "Rye bread")


@pytest.mark.parametrize("key", ["seo_title", "meta_title", "page_title", "pageTitle"])
def test_the_title_for_the_title_tag_is_apart_from_that_of_the_article(key: str) -> None:
    read = declared(f"title: Rye\n{key}: Rye bread in a cold kitchen")
    assert read.title is not None
    assert read.title.text.value == "Rye"
    assert read.shown_title is not None
    assert read.shown_title.value == "Rye bread in a cold kitchen"


def test_an_empty_title_falls_through_to_that_for_the_title_tag() -> None:
    title = declared("title:\npage_title: Rye bread").title
    assert title is not None
    assert title.key == "page_title"


@pytest.mark.parametrize(
    "key", ["description", "meta_description", "metaDescription", "summary", "excerpt", "seo_description"]
)
def test_names_of_a_description(key: str) -> None:
    description = declared(f"{key}: All about rye").description
    assert description is not None
    assert description.text.value == "All about rye"


@pytest.mark.parametrize(
    "front",
    [
        "head:\n  - - meta\n    - name: description\n      content: Boats for hire\n",
        "head: [[link, {rel: icon}], [meta, {name: description, content: Boats for hire}]]",
        "meta:\n  - name: description\n    content: Boats for hire\n",
        "description: Boats for hire\nmeta:\n  - name: description\n    content: Oars\n",
    ],
)
def test_a_description_among_the_elements_of_the_head(front: str) -> None:
    description = declared(front).description
    assert description is not None
    assert description.text.value == "Boats for hire"


def test_keywords_among_the_elements_of_the_head() -> None:
    front = "head:\n  - - meta\n    - name: keywords\n      content: boats, oars"
    assert [k.text.value for k in declared(front).keywords] == ["boats", "oars"]


@pytest.mark.parametrize(
    "front",
    [
        "keywords: [rye, oat bread]",
        "keywords: rye, oat bread",
        'keywords: "rye, oat bread."',
        "keywords:\n  - rye\n  - oat bread",
        "Keywords: rye; oat bread",
        "meta_keywords: rye | oat bread",
        "news_keywords: |\n  rye\n  oat bread",
        "seo:\n  keywords: [rye, oat bread]",
    ],
)
def test_keyword_lists(front: str) -> None:
    found = declared(front)
    assert [k.text.value for k in found.keywords] == ["rye", "oat bread"]
    source = found.source.text
    for keyword in found.keywords:
        span = keyword.text.span()
        assert source[span.start : span.end] == keyword.text.value
    assert [k.primary for k in found.keywords] == [True, False]


def test_a_sorted_list_names_no_primary_keyword() -> None:
    assert not any(k.primary for k in declared("keywords: [barley, oats, rye]").keywords)
    assert not any(k.primary for k in declared("keywords: [Äpfel, Birnen, Pflaumen]").keywords)
    assert [k.primary for k in declared("keywords: [rye, barley, oats]").keywords] == [True, False, False]


def test_the_focus_keyword_is_the_primary_one() -> None:
    found = declared("keywords: [barley, oats, rye]\nfocus_keyword: Oats")
    assert [(k.text.value, k.primary) for k in found.keywords] == [("Oats", True), ("barley", False), ("rye", False)]


def test_tags_are_a_taxonomy() -> None:
    found = declared("tags: [rye, oats]")
    assert found.keywords == ()
    assert [k.text.value for k in found.taxonomy] == ["rye", "oats"]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("title: [Rye, oats]", "“title” is a list, not a text."),
        ("description: {text: Rye}", None),  # no text is found: description/missing says so
        ("description: {text: Rye}\nsummary: Rye", "“description” is a mapping, not a text."),
        ("keywords: {a: rye}", "“keywords” is a mapping, not a list of keywords."),
        ("keywords: rye; oats", "“keywords” is one text with semicolons instead of commas between its keywords."),
        ("keywords: [rye, ]\nkeyword: [[a]]", None),
        ("keywords: [rye, '']", "“keywords” has an empty entry."),
        ("keywords: [rye, [oats]]", "“keywords” has an entry that isn't a text."),
        ("keywords: ['rye, oats, barley']", "“keywords” is a list of one text that holds 3 keywords."),
        ("keywords: rye", None),
        ("keywords: 2024", None),
    ],
)
def test_wrong_forms(front: str, message: str | None) -> None:
    assert [p.message for p in declared(front).problems] == ([message] if message else [])
