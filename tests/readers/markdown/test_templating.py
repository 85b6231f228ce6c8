"""What generators and their extensions write into Markdown: hidden, and the text around it kept."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read
from seocheck.readers.markdown.templating import hide
from tests.support import assert_linear


def article(text: str, name: str = "bread.md") -> Article:
    return read(Source(name, text), "markdown")


def words(text: str, name: str = "bread.md") -> list[str]:
    return [block.text.value for block in article(text, name).blocks]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('!!! note "Mind"\n\n    Rye.\n\n    Oats.\n\nEnd.', ["Rye.", "Oats.", "End."]),
        ("??? tip\n    Rye.\n    Oats.", ["Rye. Oats."]),
        ('=== "One"\n\n    Rye.\n\n=== "Two"\n\n    ```sh\n    bake\n    ```\n', ["Rye."]),
        ("!!! a\n\n    !!! b\n\n        Rye.\n\n            code\n", ["Rye."]),
        ("!!! really now, how much?", ["!!! really now, how much?".removeprefix("!!! really")]),
        ("Heading\n===\n\nRye.", ["Heading", "Rye."]),
        ('Rye.\n\n--8<-- "a.md"\n\n--8<--\nb.md\n--8<--\n\nOats.', ["Rye.", "Oats."]),
        ("/// note | Mind\nRye.\n///\n", ["Rye."]),
        ("Press ++ctrl+alt+p++ now.", ["Press now."]),
        ("C++ and g++ are ==two== things; a == b.", ["C++ and g++ are two things; a == b."]),
        ("{--Rye--}{++Oats++} and {~~a~>b~~} {>>why?<<} end.", ["Oats and b end."]),
        ("Mail us :octicons-mail-16: at 12:30:45.", ["Mail us at 12:30:45."]),
        ("A std::vector::iterator, [a]:b.", ["A std::vector::iterator, [a]:b."]),
        ("See [rye].\n\n[rye]:https://example.org/rye\n", ["See rye."]),
        ("![Rye](a.png){ width=300 loading=lazy } Rye.{ .small #a }", ["Rye."]),
        ("The sum $x_{i=1}^{n}$ and {.5} stay.", ["The sum $x_{i=1}^{n}$ and {.5} stay."]),
        ("The HTML.\n\n*[HTML]: Hypertext", ["The HTML."]),
        ("* Contents\n{:toc}\n\nRye.", ["Rye."]),
        ("Rye\n: A grain.\n\n:-) is no definition.", ["Rye", "A grain.", "-) is no definition."]),
        ("| a |\n|:--|\n| b |\n", ["a", "b"]),
        ("a | b\n:--|:--\nc | d\n", ["a", "b", "c", "d"]),
        ("Write {% raw %}`{{ x }}`{% endraw %} or {% raw %}{{ y }}{% endraw %} here.", ["Write {{ x }} or here."]),
        ("{% raw %}\nRye.\n\n```\n{{ x }}\n```\n\nOats.\n{% endraw %}", ["Rye.", "Oats."]),
        ("{% raw %}```\nx\n```{% endraw %}\n\nRye.", ["Rye."]),
        ("{{% code-tabs %}}\nRye.\n{{% /code-tabs %}}\n\n{{< code >}}x{{< /code >}}", ["Rye."]),
        ("{% highlight sh %}\n\nRye.", ["Rye."]),
    ],
)  # fmt: skip
def test_markdown(text: str, left: list[str]) -> None:
    assert words(text) == [piece.strip() for piece in left]


def test_text_in_a_box_is_a_paragraph_and_its_lists_are_lists() -> None:
    found = article("- Bread\n\n!!! note\n\n    Rye.\n\n    - Oats\n").blocks
    assert [(b.kind, b.text.value) for b in found] == [("item", "Bread"), ("paragraph", "Rye."), ("item", "Oats")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("import A from 'a'\nimport {\n  B,\n} from 'b'\n\nRye.", ["Rye."]),
        ("export const a = {\n  b: 1,\n\n  c: 2,\n};\n\nRye.", ["Rye."]),
        ("import duties rise.\n\nexport of rye fell.", ["import duties rise.", "export of rye fell."]),
        ("<Box a={{ b: '}' }} c={(d) => <E f={d} />}>\nRye.\n</Box>", ["Rye."]),
        ("<Box\n  a={[\n    { b: 1 },\n  ]}\n/>\n\nRye.", ["Rye."]),
        ("A <Term def='x > y'>word</Term> and {count} more.", ["A word and more."]),
        ("{/* why\n\nnot */}\n\nRye.", ["Rye."]),
        ("It's {`a ${b} c`} isn't.", ["It's isn't."]),
        ("<Tabs>\n  <Tab>\n    Rye.\n\n    - Oats\n    - Barley\n  </Tab>\n</Tabs>", ["Rye.", "Oats", "Barley"]),
        ("- Rye\n\n    And oats.", ["Rye", "And oats."]),
        (
            "<Steps>\n1. Rye\n\n    ```js\n    a\n\n    b\n    ```\n"
            "2. Oats\n\n    <Tab>\n        Hot.\n    </Tab>\n</Steps>",
            ["Rye", "Oats", "Hot."],
        ),
        ("```jsx\n<Box {\n```\n\nRye `<Box {` and \\{ a brace.\n\nOats.", ["Rye <Box { and { a brace.", "Oats."]),
        ("<div className={x}>\n  <p>Rye.</p>\n</div>", ["Rye."]),
        ("a < b and {never closed", ["a < b and {never closed"]),
    ],
)
def test_mdx(text: str, left: list[str]) -> None:
    assert words(text, "bread.mdx") == left


PARTIAL = "Rye.\n\n{}\n\nOats.\n"


@pytest.mark.parametrize(
    "block",
    [
        "---\ntitle: A part\ndate: 2026-01-01\ntags:\n  - a\n- b\n---",
        "---\nlayout: post\n---",
        "+++\ntitle = 'A part'\n\n[params]\nweight = 3\n+++",
        "---\ndescription: >\n  Bread of rye.\n---",
    ],
)
def test_front_matter_in_the_middle_is_no_text(block: str) -> None:
    found = article(PARTIAL.format(block))
    assert [b.text.value for b in found.blocks] == ["Rye.", "Oats."]
    assert {b.kind for b in found.blocks} == {"paragraph"}
    assert [i.reason for i in found.ignored] == ["front matter"]
    assert words(PARTIAL.format(block).replace("Rye.\n\n", "Rye.\n")) == ["Rye.", "Oats."]


@pytest.mark.parametrize(
    ("block", "left"),
    [
        ("---\n\nNote: rye sinks.\n\n---", "Note: rye sinks."),
        ("---\nNote: rye sinks.\n\n---", "Note: rye sinks."),
        ("---\n\ntitle: rye\n\n---", "title: rye"),
        ("---\nTitle: Rye\n\n---", "Title: Rye"),
        ("---\ntitle: a word that needs to be explained.\n\n---", "title: a word that needs to be explained."),
        ("---\ntitle: rye\nand then some words\n\n---", "title: rye and then some words"),
        ("+++\nRye = oats\n+++", "+++ Rye = oats +++"),
    ],
)
def test_rules_around_a_paragraph_are_rules(block: str, left: str) -> None:
    assert words(PARTIAL.format(block)) == ["Rye.", left, "Oats."]


@pytest.mark.parametrize(
    "piece",
    [
        "{", "{% raw %}", "{% highlight a %}", "{{< code >}}", "{%", "{{", "{--", "{>>", "{~~", "{a='", '{a="', "{.a ",
        "==a", "++a", ":a", "<A ", "<A b={", "</A>", "`", "`{", "'{", "import {\n", "export const a = {\n",
        "---\ntitle: a\n", "+++\n", "!!! a\n",
        '=== "a"\n    ', "--8<--\na\n", "*[a", "{/*", "<A>\n    a\n\n", "```\n", "{`${",
    ],
)  # fmt: skip
def test_time_is_linear_and_the_length_stays(piece: str) -> None:
    def hidden(size: int) -> None:
        text = piece * (size // len(piece))
        for mdx in (False, True):
            assert len(hide(text, mdx=mdx)) == len(text)

    assert_linear(hidden, 12_500)


@pytest.mark.parametrize("opening", ["{{", "{{<", "{%"])
def test_an_expression_that_never_ends_takes_linear_time(opening: str) -> None:
    assert_linear(lambda size: article(opening + " " * size), 12_500)
