"""A generated site: Markdown articles in fourteen languages, the same for the same seed.

What it was fitted to: 700 English articles of seven public sites, their prose cut into words as seocheck cuts them.

* Length is log-normal. Theirs have a median of 580 words, a mean of 1,000 and a sigma of 1.04; ours a median of 600, a
  mean of about 800 and a sigma of 0.75, cut off at 80 and 8,000 words: "an article of about 800 words" is what is
  asked about.
* Variety of words. Of the first 800 words of an English article 45 % are different ones there (53 % of the first 400),
  and 700 articles have 25,000 different words, of which 40 % are said once. Here 44 % (54 %), and 27,000, of which 48
  % are said once: a check that remembers words is not flattered. The words themselves are made up (see `vocabulary`).
* For every 1,000 words theirs have 22 paragraphs, 10 list items, 6 headings, 16 links, 7 table cells, 2 images and 1
  code block; ours 18, 10, 6, 17, 10, 1 and 1. Sentences have 17 words in both.

An article says its own topic's words again and again, and some of the site's. Of its declared keywords six in ten are
said in the text, one in ten in part, three in ten nowhere. Some lack a description, have a heading level left out or an
image without alternative text.
"""

from __future__ import annotations

import math
import random
from itertools import accumulate
from pathlib import Path

from measuring.vocabulary import Vocabulary, vocabulary

LANGUAGES = {
    "en": 50, "de": 10, "fr": 8, "es": 7, "it": 4, "pt": 4, "nl": 3, "ru": 4, "pl": 2, "sv": 2, "ja": 3, "zh": 1,
    "tr": 1, "ar": 1,
}  # fmt: skip
"""Of a hundred articles how many are in each language."""

MEDIAN, SIGMA = 600, 0.75
SHORTEST, LONGEST = 80, 8000
SENTENCE = 17
"""Words of a sentence on average."""

COMMON, TOPIC = 0.47, 0.29
"""The parts of all words that are function words, and words of the article's topic."""
BATCH = 200

STOPS = {"ja": "。", "zh": "。"}
COMMAS = {"ja": "、", "zh": ",", "ar": "،"}


def length(chance: random.Random) -> int:
    """Words of an article's body."""
    drawn = math.exp(chance.gauss(math.log(MEDIAN), SIGMA))
    return round(min(max(drawn, SHORTEST), LONGEST))


def generate(folder: Path, *, articles: int, seed: int) -> list[Path]:
    """Write a site. An article is the same whatever their number: it depends on the seed and its own number alone."""
    written = []
    for number in range(articles):
        code, name, text = article(number, seed)
        path = folder / code / f"section-{number // 100:03}" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def article(number: int, seed: int, *, words: int = 0, code: str = "") -> tuple[str, str, str]:
    """An article's language, file name and text. words, code: instead of what chance says."""
    chance = random.Random(f"article {seed} {number}")
    drawn = chance.choices(tuple(LANGUAGES), tuple(LANGUAGES.values()))[0]
    size = length(chance)
    made = _Article(chance, vocabulary(code or drawn, seed), words or size)
    return made.code, f"{number:06}", made.text()


class _Article:
    """One article in the making."""

    def __init__(self, chance: random.Random, words: Vocabulary, size: int) -> None:
        self._chance = chance
        self._words = words
        self._size = size
        self.code = words.code
        self._gap = " " if words.spaced else ""
        # A longer article has more to talk about.
        self._topic = chance.choices(words.roots, cum_weights=words.weights, k=40 + min(size, LONGEST) // 40)
        self._topic_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._topic))))
        self._drawn: list[str] = []
        self._phrases = [self._gap.join(chance.sample(self._topic, 2)) for _ in range(2)]

    def text(self) -> str:
        """Front matter and body."""
        body = self._body()
        return self._front_matter() + body

    # -- words -----------------------------------------------------------------------------------

    def _word(self) -> str:
        """A word of running text: half of them hold sentences together, the others are about something."""
        if not self._drawn:
            chance, words = self._chance, self._words
            common = chance.choices(words.small, cum_weights=words.small_weights, k=BATCH)
            topic = chance.choices(self._topic, cum_weights=self._topic_weights, k=BATCH)
            site = chance.choices(words.roots, cum_weights=words.weights, k=BATCH)
            draws = zip(common, topic, site, (chance.random() for _ in range(BATCH)), strict=True)
            self._drawn = [
                a if draw < COMMON else (b if draw < COMMON + TOPIC else c) + self._ending() for a, b, c, draw in draws
            ]
        return self._drawn.pop()

    def _ending(self) -> str:
        endings = self._words.endings
        return self._chance.choice(endings) if endings and self._chance.random() < 0.22 else ""

    def _sentence(self, at_least: int = 3) -> tuple[str, int]:
        """A sentence, and how many words it has."""
        chance = self._chance
        count = max(at_least, round(chance.gauss(SENTENCE, 7)))
        found = [self._word() for _ in range(count)]
        if self._words.transitions and chance.random() < 0.2:
            found[0] = chance.choice(self._words.transitions)
        if self.code == "en" and chance.random() < 0.12 and count > 6:
            at = chance.randrange(2, count - 3)
            found[at : at + 2] = ["was", chance.choice(self._topic) + "ed"]
        if chance.random() < 0.08:
            found[chance.randrange(1, count)] = str(chance.choice((12, 40, 250, 1999, 2024, "3.5", "18 %")))
        if chance.random() < 0.25:
            found[chance.randrange(1, count)] = chance.choice(self._phrases)
        if count > 8:
            at = chance.randrange(3, count - 2)
            found[at] += COMMAS.get(self.code, ",")
        if chance.random() < 0.1:  # a name
            at = chance.randrange(1, count)
            found[at] = found[at].capitalize()
        words = self._gap.join(found)
        return words[:1].upper() + words[1:] + STOPS.get(self.code, chance.choices(".?!", (92, 5, 3))[0]), count

    def _paragraph(self, most: int) -> tuple[str, int]:
        """A paragraph with a link or a marked word here and there, and how many words it has."""
        chance = self._chance
        sentences, count = [], 0
        for _ in range(chance.choice((1, 2, 2, 3, 3, 4))):
            words, size = self._sentence()
            sentences.append(self._marked(words))
            count += size
            if count >= most:
                break
        return (self._gap or "").join(sentences), count

    def _marked(self, words: str) -> str:
        """Now and then a sentence has a link, bold words or code in it."""
        parts = words.split(" ")
        chance = self._chance
        if len(parts) < 6:
            return words
        at = chance.randrange(1, len(parts) - 3)
        draw = chance.random()
        if draw < 0.4:
            parts[at : at + 2] = [f"[{parts[at]} {parts[at + 1]}](/{self.code}/{chance.randrange(9999)}/)"]
        elif draw < 0.47:
            parts[at] = f"**{parts[at]}**"
        elif draw < 0.52:
            parts[at] = f"`{parts[at]}`"
        return " ".join(parts)

    def _title(self, words: int) -> str:
        found = self._gap.join(self._word() for _ in range(words))
        return (found[:1].upper() + found[1:]).replace('"', "")

    # -- body ------------------------------------------------------------------------------------

    def _body(self) -> str:
        chance = self._chance
        blocks: list[str] = []
        left = self._size
        level = 2
        while left > 0:
            draw = chance.random()
            if len(blocks) > 1 and draw < 0.27:
                level = chance.choice((2, 2, 3, 3, 4)) if level > 2 else chance.choice((2, 3, 3))
                blocks.append(f"{'#' * level} {self._title(chance.randint(2, 7))}")
                left -= 4
                text, count = self._paragraph(left)
            elif draw < 0.35:
                items = [self._sentence(4) for _ in range(chance.randint(2, 6))]
                text = "\n".join(f"- {words}" for words, _ in items)
                count = sum(size for _, size in items)
            elif draw < 0.38:
                rows = [[self._word() for _ in range(3)] for _ in range(chance.randint(2, 5))]
                text = "\n".join(("| a | b | c |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)))
                count = 3 * len(rows)
            elif draw < 0.42:
                text, count = f"```sh\nmake {chance.choice(self._topic)} --jobs {chance.randint(1, 9)}\n```", 0
            elif draw < 0.47:
                alt = self._title(4) if chance.random() < 0.8 else ""
                text, count = f"![{alt}](/images/{chance.randrange(9999)}.jpg)", 0
            elif draw < 0.48:
                words, count = self._sentence()
                text = f"> {words}"
            else:
                text, count = self._paragraph(left)
            blocks.append(text)
            left -= count
        return "\n\n".join(blocks) + "\n"

    # -- front matter ----------------------------------------------------------------------------

    def _front_matter(self) -> str:
        chance = self._chance
        title = self._title(chance.randint(3, 9)) + (f"{self._gap or ' '}{self._phrases[0]}" * (chance.random() < 0.6))
        description = " ".join(self._sentence(6)[0] for _ in range(chance.choice((1, 1, 2))))
        keywords = [*self._phrases[: chance.randint(1, 2)]]
        keywords += [chance.choice(self._topic) + self._ending() for _ in range(chance.randint(1, 3))]
        absent = chance.choices(self._words.roots[-4000:], k=chance.randint(0, 3))
        for word in absent:
            keywords.append(self._gap.join((word, chance.choice(self._topic))) if chance.random() < 0.5 else word)
        quoted = [f'"{_plain(keyword)}"' for keyword in dict.fromkeys(keywords)]
        toml = chance.random() < 0.1
        sign, mark = (" =", "+++") if toml else (":", "---")
        lines = [mark, f'title{sign} "{_plain(title)}"']
        if chance.random() < 0.9:
            lines.append(f'description{sign} "{_plain(description)}"')
        lines.append(f'lang{sign} "{self.code}"')
        lines.append(f'date{sign} "2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"')
        lines.append(f"keywords{sign} [{', '.join(quoted)}]")
        if chance.random() < 0.4:
            tags = (f'"{_plain(word)}"' for word in chance.sample(self._topic, 3))
            lines.append(f"tags{sign} [{', '.join(tags)}]")
        return "\n".join((*lines, mark, "", ""))


def _plain(value: str) -> str:
    return value.replace("\\", "").replace('"', "")
