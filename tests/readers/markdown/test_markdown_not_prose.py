"""What stands in a Markdown body and is none of the article's words."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read


def article(text: str) -> Article:
    return read(Source("bread.md", text), "markdown")


def words(text: str) -> list[str]:
    return [block.text.value for block in article(text).blocks]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>Bake.</p>\n<pre><code>oven = 1\n\nheat(oven)\n\n# Hot\n</code></pre>\n<p>Eat.</p>\n", ["Bake.", "Eat."]),
        ("<pre>\n\n- a\n\n</pre>\n\nEat.\n", ["Eat."]),
        ("<p>Bake.</p>\n<pre>\n\nheat\n\n</pre> Eat.\n", ["Bake.", "Eat."]),
        ("<p>Bake.</p>\n<pre>\n\nNever closed.\n", ["Bake.", "Never closed."]),
    ],
)
def test_code_with_blank_lines_in_html(text: str, left: list[str]) -> None:
    assert words(text) == left


def test_template_code_that_is_shown_as_code_keeps_its_characters() -> None:
    found = article("Write `{{% oven %}}` or `{{ heat }}-hot`.").blocks[0]
    assert found.text.value == "Write {{% oven %}} or {{ heat }}-hot."
    assert [found.text.value[a:b] for a, b in found.code] == ["{{% oven %}}", "{{ heat }}-hot"]


def test_code_in_several_notations_is_code() -> None:
    assert words("Bake.\n\n{{< code-toggle file=hugo >}}\noven = 1\n{{< /code-toggle >}}\n") == ["Bake."]


@pytest.mark.parametrize("line", ["[Docs](/docs) / Ovens", "[Docs](/docs) > [Ovens](/ovens) > Clay"])
def test_breadcrumbs(line: str) -> None:
    found = article(f"{line}\n\n# Ovens\n\n{line}\n")
    assert [block.kind for block in found.blocks] == ["heading", "paragraph"]
    assert [ignored.reason for ignored in found.ignored] == ["breadcrumbs"]


@pytest.mark.parametrize(
    "line", ["Bread / butter", "[Bread](/b) / butter, as you like.", "[Bread](/b) or [butter](/c)"]
)
def test_no_breadcrumbs(line: str) -> None:
    assert len(words(line)) == 1


def test_a_table_of_contents_is_left_out() -> None:
    text = "- [The oven](#oven)\n- [The dough](#dough)\n\nRead [the part on salt](#salt) first. See [salt](/salt).\n"
    assert words(text) == ["Read the part on salt first. See salt."]
    assert [i.reason for i in article(text).ignored] == ["table of contents"] * 2


@pytest.mark.parametrize("above", ["![Oven](oven.png)", '{% image "oven.png" %}', "{% figure oven.png %}"])
def test_words_in_italics_below_an_image_are_its_caption(above: str) -> None:
    found = article(f"Bake.\n\n{above}\n\n*The oven in the yard, built in May. Photo: A. Baker.*\n\nEat.\n")
    assert [block.kind for block in found.blocks] == ["paragraph", "caption", "paragraph"]


def test_words_in_italics_elsewhere_are_no_caption() -> None:
    found = article("![Oven](oven.png)\n\nBake.\n\n*This was written in May.*\n\n![](a.png)\n\n*Never* do that.\n")
    assert [block.kind for block in found.blocks] == ["paragraph"] * 3


@pytest.mark.parametrize("above", ["{{ site.title }}", "{% include note.html %}"])
def test_other_template_tags_have_no_captions(above: str) -> None:
    assert article(f"{above}\n\n*The oven was built in May.*\n").blocks[0].kind == "paragraph"


def test_marks_of_what_stays_untranslated_are_no_words() -> None:
    text = "The [!DNL Snail Oven] has a [!UICONTROL Start] button, and [!NOTE] is a note.\n"
    assert article(text).blocks[0].text.value == "The Snail Oven has a Start button, and [!NOTE] is a note."


def test_labels_of_tabs_are_no_headings() -> None:
    text = (
        "# Install it\n\nSome words.\n\n# [Windows](#tab/windows)\n\nRun the installer.\n\n"
        '# <a name="linux"></a>[Linux](#tab/linux)\n\nUse the package.\n\n## [A link](#tab-key)\n\nMore.\n'
    )
    article = read(Source("a.md", text), "markdown")
    assert [block.text.value for block in article.headings] == ["Install it", "A link"]
    assert [each.reason for each in article.ignored if "tab" in each.reason] == ["the label of a tab"] * 2
    assert [block.text.value for block in article.blocks if block.kind == "paragraph"][1] == "Run the installer."
