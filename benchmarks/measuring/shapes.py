"""Articles of any length and of various shapes, for telling how time grows with length."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import lru_cache

from measuring.site import article
from measuring.vocabulary import vocabulary

LONG = 200_000

FRONT = '---\ntitle: "{title}"\ndescription: "{description}"\nlang: {code}\nkeywords: [{keywords}]\n---\n\n'


class _Prose:
    """Words to write with: sentences of a made vocabulary."""

    def __init__(self, code: str, seed: int) -> None:
        self.chance = random.Random(f"shape {code} {seed}")
        self.source = vocabulary(code, seed)
        self.code = code

    def words(self, count: int) -> list[str]:
        """Running text without punctuation."""
        some = count * 2 // 5
        found = self.chance.choices(self.source.small, cum_weights=self.source.small_weights, k=some)
        found += self.chance.choices(self.source.roots, cum_weights=self.source.weights, k=count - some)
        self.chance.shuffle(found)
        return found

    def keywords(self, count: int) -> str:
        """A YAML list of different keywords of two words each."""
        roots = self.source.roots
        many = len(roots)
        return ", ".join(f"{roots[i % many]} {roots[(7 * i + 1 + i // many) % many]}" for i in range(count))

    def front(self, keywords: int) -> str:
        """Front matter."""
        title, description = " ".join(self.words(7)), " ".join(self.words(22)) + "."
        return FRONT.format(title=title, description=description, code=self.code, keywords=self.keywords(keywords))


def _sentences(words: list[str], size: int = 16) -> list[str]:
    return [" ".join(words[i : i + size]).capitalize() + "." for i in range(0, len(words), size)]


def _ordinary(words: int, code: str, seed: int) -> str:
    """The beginning of one long article, so that all lengths have the same subject and the same metadata."""
    front, blocks = _long(code, seed, max(words, LONG))
    kept, left = [], words
    for block in blocks:
        if left <= 0:
            break
        kept.append(block)
        left -= len(block.split())
    return front + "\n\n".join(kept) + "\n"


@lru_cache(maxsize=2)
def _long(code: str, seed: int, words: int) -> tuple[str, list[str]]:
    """The front matter and the blocks of a long article of the generated site."""
    text = article(1, seed, words=words, code=code)[2]
    mark = text[:3]
    end = text.index(f"\n{mark}\n", 3) + 5
    return text[:end] + "\n", text[end:].strip().split("\n\n")


def _one_paragraph(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    return prose.front(5) + " ".join(_sentences(prose.words(words))) + "\n"


def _one_sentence(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    return prose.front(5) + " ".join(prose.words(words)) + ".\n"


def _items(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    return prose.front(5) + "".join(f"- {sentence}\n" for sentence in _sentences(prose.words(words), 8))


def _headings(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    return prose.front(5) + "\n\n".join(
        f"{'#' * (2 + i % 4)} {sentence[:-1]}" if i % 2 else sentence
        for i, sentence in enumerate(_sentences(prose.words(words), 10))
    )


def _links(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    found = [f"[{word}](/{i}/)" if i % 3 == 0 else word for i, word in enumerate(prose.words(words))]
    return prose.front(5) + "\n\n".join(_sentences(found, 30)) + "\n"


def _keywords(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    return prose.front(max(words // 50, 1)) + "\n\n".join(_sentences(prose.words(words))) + "\n"


def _one_word(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    said = prose.source.roots[0]
    front = FRONT.format(title=said, description=f"{said} {said}.", code=code, keywords=said)
    return front + "\n\n".join(_sentences([said] * words)) + "\n"


def _one_topic(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    said = "The Miller Bridge"
    front = FRONT.format(title=said, description=f"{said} and its keeper.", code=code, keywords=said)
    return front + " ".join(f"{said} {sentence.lower()}" for sentence in _sentences(prose.words(words), 9)) + "\n"


def _linked_paragraph(words: int, code: str, seed: int) -> str:
    prose = _Prose(code, seed)
    found = [f"[{word}](/{i}/)" if i % 3 == 0 else word for i, word in enumerate(prose.words(words))]
    return prose.front(5) + " ".join(_sentences(found, 30)) + "\n"


SHAPES: dict[str, Callable[[int, str, int], str]] = {
    "article": _ordinary,
    "one paragraph": _one_paragraph,
    "one sentence": _one_sentence,
    "list items": _items,
    "headings": _headings,
    "links": _links,
    "keywords": _keywords,
    "one word": _one_word,
    "one topic": _one_topic,
    "linked paragraph": _linked_paragraph,
}
"""An article of the generated site; all sentences in one paragraph; all words in one sentence; a list item for every
sentence; a heading for every other one; every third word a link; a declared keyword for every fifty words; one word,
which is the keyword, again and again; one paragraph that says its topic in every sentence; one in which every third
word is a link."""


def shaped(shape: str, words: int, *, code: str = "en", seed: int = 1) -> str:
    """An article of this shape with about so many words."""
    return SHAPES[shape](words, code, seed)
