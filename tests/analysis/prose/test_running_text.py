"""Which paragraphs are sentences of the author's: not titles of what links lead to, not filler text."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.analysis.prose.filler_text import is_filler_text

MORE = "The loaf keeps for a week. It is baked at four."


def sentences(paragraph: str) -> int:
    report = seocheck.check_text(f"# Rye bread\n\n{MORE}\n\n{paragraph}\n", path="a.md", settings={})
    return report.readability.sentences - 2


@pytest.mark.parametrize(
    "paragraph",
    [
        "[How the mill at the upper weir was saved from the flood of last autumn](a.md)",
        "→ [How the mill at the upper weir was saved](a.md) · [Why the baker at the corner is up at two](b.md)",
        "Mauris blandit aliquet elit, eget tincidunt nibh pulvinar a. Vestibulum ac diam sit amet quam vehicula.",
    ],
)
def test_no_sentences(paragraph: str) -> None:
    assert sentences(paragraph) == 0


@pytest.mark.parametrize(
    "paragraph",
    [
        "[The mill at the upper weir was saved from the flood last autumn.](a.md)",
        "Read on in [how the mill at the upper weir was saved from the flood](a.md)",
        "Mauris is a baker, and the sign above the door of his shop says amet in letters of gold.",
    ],
)
def test_sentences(paragraph: str) -> None:
    assert sentences(paragraph) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam Galli.",
        "Non est ad astra mollis e terris via, et ipsum dolor docet patientem animum fortiter vivere.",
        "In nova fert animus mutatas dicere formas corpora; di, coeptis (nam vos mutastis et illas) adspirate.",
        "Il dolore al braccio non è una malattia in sé, ma un sintomo che va sempre valutato con il medico.",
        "Lorem ipsum is the filler text that designers put where the words of an article will be.",
        "ipsum dolor",
    ],
)
def test_no_filler_text(text: str) -> None:
    assert not is_filler_text(text)
