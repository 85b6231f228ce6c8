"""Articles of a given number of bytes, in each format, in the shapes that cost most."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import count

from measuring.vocabulary import vocabulary

Block = tuple[str, str]
"""What it is (heading, paragraph, item), and its text; `[words](address)` is a link in it."""


class Prose:
    """Sentences of a made vocabulary of English, with as many different words as a long book has."""

    def __init__(self) -> None:
        self._chance = random.Random("large")
        self._source = vocabulary("en", 1)
        self._number = 0

    def words(self, many: int) -> list[str]:
        """Running text without punctuation; content words take all their endings."""
        source, chance = self._source, self._chance
        small = chance.choices(source.small, cum_weights=source.small_weights, k=many * 2 // 5)
        roots = chance.choices(source.roots, cum_weights=source.weights, k=many - len(small))
        found = small + [f"{root}{chance.choice(('', '', *source.endings))}" for root in roots]
        chance.shuffle(found)
        return found

    def sentence(self, many: int = 16) -> str:
        """One sentence."""
        return " ".join(self.words(many)).capitalize() + "."

    def new_word(self) -> str:
        """A word that was not there before."""
        self._number += 1
        left, letters = self._number, ""
        while left:
            left, one = divmod(left, 100)
            letters += "bdfgklmnprstvzcjhwxq"[one % 20] + "aeiou"[one // 20]
        return letters


def _prose(prose: Prose) -> Iterator[Block]:
    for number in count():
        yield (
            ("heading", prose.sentence(6)[:-1])
            if number % 8 == 0
            else (
                "paragraph",
                " ".join(prose.sentence() for _ in range(5)),
            )
        )


def _headings(prose: Prose) -> Iterator[Block]:
    while True:
        yield "heading", prose.sentence(4)[:-1]
        yield "paragraph", prose.sentence(6)


def _tiny(prose: Prose) -> Iterator[Block]:
    while True:
        yield "paragraph", prose.words(1)[0]


def _items(prose: Prose) -> Iterator[Block]:
    while True:
        yield "item", prose.sentence(3)


def _links(prose: Prose) -> Iterator[Block]:
    for number in count():
        yield "paragraph", " ".join(f"[{word}](/{number}/{i})" for i, word in enumerate(prose.words(40)))


def _findings(prose: Prose) -> Iterator[Block]:
    for number in count():
        yield "heading", f"Results {number % 3}"
        yield "paragraph", f"[click here](/{number}) " + " ".join(prose.sentence(34) for _ in range(2))
        yield "paragraph", "It was utilized by them. It was baked by him. [](/x) TODO: lorem ipsum dolor sit amet."


def _new_words(prose: Prose) -> Iterator[Block]:
    while True:
        yield "paragraph", " ".join(prose.new_word() for _ in range(60)).capitalize() + "."


def _one_letter(prose: Prose) -> Iterator[Block]:
    while True:
        yield "paragraph", "a b. " * 200


LARGE: dict[str, Callable[[Prose], Iterator[Block]]] = {
    "prose": _prose,
    "one paragraph": _prose,
    "headings": _headings,
    "paragraphs of a word": _tiny,
    "list items": _items,
    "links": _links,
    "findings": _findings,
    "every word new": _new_words,
    "words of a letter": _one_letter,
}


def large(shape: str, form: str, size: int) -> bytes:
    """An article of this shape in this format (md, html, txt) with about so many bytes, and never more."""
    prose = Prose()
    title, description = prose.sentence(6)[:-1], prose.sentence(22)
    keywords = ", ".join(" ".join(prose.words(2)) for _ in range(8))
    parts = [_HEADS[form].format(title=title, description=description, keywords=keywords)]
    left = size - len(parts[0]) - 40
    for kind, text in LARGE[shape](prose):
        if shape == "one paragraph":
            part = text + " " if kind == "paragraph" else ""
        else:
            part = _html(kind, text) if form == "html" else _BLOCKS[form][kind] % text
        left -= len(part.encode())
        if left < 0:
            break
        parts.append(part)
    return "".join(parts).encode()


_HEADS = {
    "md": "---\nlang: en\ntitle: {title}\ndescription: {description}\nkeywords: [{keywords}]\n---\n\n",
    "html": "<!doctype html><html lang=en><head><title>{title}</title><meta name=description "
    'content="{description}"><meta name=keywords content="{keywords}"></head><body><main>\n<h1>{title}</h1>\n<p>',
    "txt": "Language: en\nTitle: {title}\nDescription: {description}\nKeywords: {keywords}\n\n",
}
_BLOCKS = {
    "md": {"heading": "## %s\n\n", "paragraph": "%s\n\n", "item": "- %s\n"},
    "txt": {"heading": "%s\n\n", "paragraph": "%s\n\n", "item": "- %s\n"},
}
_TAGS = {"heading": "h2", "paragraph": "p", "item": "li"}


def _html(kind: str, text: str) -> str:
    import re

    linked = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r'<a href="\2">\1</a>', text)
    return f"<{_TAGS[kind]}>{linked}</{_TAGS[kind]}>\n"
