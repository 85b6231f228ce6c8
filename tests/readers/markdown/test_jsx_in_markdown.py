"""Components in `.md`: code and containers, not HTML; and what only looks like them."""

from __future__ import annotations

import pytest

from seocheck.model.article import Source
from seocheck.readers import read
from seocheck.readers.markdown.jsx import components, is_mdx
from tests.support import assert_linear


def read_blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text.value) for block in read(Source("soup.md", text), "markdown").blocks]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("import Pot from 'a';\n\nSoup {pot}.\n<Pot>\n## Stir\n</Pot>", [("paragraph", "Soup ."), ("heading", "Stir")]),
        ("# Soup\n\nimport {Lid} from './lid'\n\n<Lid/>\n\nStir.", [("heading", "Soup"), ("paragraph", "Stir.")]),
        ("export const pot = {size: 3}\n\nStir.", [("paragraph", "Stir.")]),
        ("<Pots>\n  <Pot>\n    Stir.\n\n    - Salt\n  </Pot>\n</Pots>", [("paragraph", "Stir."), ("item", "Salt")]),
        ("Stir.\n\n<Source text={`\n# No heading\n\n- no item\n`} />", [("paragraph", "Stir.")]),
        ("Stir <Key>now</Key> and <Pot size='3' /> eat.", [("paragraph", "Stir now and eat.")]),
        ("<My.Pot\n  size='3'\n>\n\nStir.\n\n</My.Pot>", [("paragraph", "Stir.")]),
        ("<Table rows={[\n  ['# a'],\n]} />\n\nStir.", [("paragraph", "Stir.")]),
    ],
)  # fmt: skip
def test_components(text: str, left: list[tuple[str, str]]) -> None:
    assert read_blocks(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<H1>Soup</H1>\n\nStir.", [("heading", "Soup"), ("paragraph", "Stir.")]),
        ("<P>Stir <A HREF='/salt'>salt</A> in.</P>", [("paragraph", "Stir salt in.")]),
        ("<TABLE><TR><TD>Salt</TD></TR></TABLE>", [("cell", "Salt")]),
        ("<div>\n<h2>Soup</h2>\n</div>\n\nStir.", [("heading", "Soup"), ("paragraph", "Stir.")]),
        ("A {pot}, `<Pot>`,\nimport tax from 'a' up.", [("paragraph", "A {pot}, <Pot>, import tax from 'a' up.")]),
        ("```js\nimport Pot from './pot'\n<Pot>\n```\n\nA {pot}.", [("paragraph", "A {pot}.")]),
        ("A {pot}.\n\nimport Pot from 'a'", [("paragraph", "A {pot}."), ("paragraph", "import Pot from 'a'")]),
        ("    import Pot from './pot'\n\nA {pot}.", [("paragraph", "A {pot}.")]),
        ("export const is a word of {it}.", [("paragraph", "export const is a word of {it}.")]),
    ],
)  # fmt: skip
def test_near_misses(text: str, left: list[tuple[str, str]]) -> None:
    assert read_blocks(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "A List<String> and a Map<String, Pot> hold pots.",
        "Write <Name> here, and <Your Name> there.",
        "Vec<T>, then </T> by itself.",
        "<A HREF='x'>y</A> <Font size='2'>z</Font> <BR/>",
    ],
)
def test_what_is_no_component(text: str) -> None:
    assert not components(text)
    assert not is_mdx(text)


@pytest.mark.parametrize(
    "piece", ["<Pot ", "<Pot a={", "</Pot>", "<Pot/>", "import ", "import {a\n", "import a from '\n", "export const "]
)
def test_time_is_linear(piece: str) -> None:
    def look(size: int) -> None:
        text = piece * (size // len(piece))
        components(text)
        is_mdx(text)

    assert_linear(look, 25_000)
