"""Time the counts of an article's prose (sentences, words, syllables, letters) and its school grades.

    python benchmarks/readability.py [PAGE ...]

First an English article of about 800 words, made of the project's own examples, or of the pages that are given, over
and over: the best of many runs, in milliseconds of this process's own time, with everything known that a process keeps
(words it has met, textstat loaded). What the counts are made of is timed apart: choosing the running text and leaving
code out, cutting it into sentences, parting these into words and adding up what is known of each. So is what a word
costs that has never been met.

Then how time grows with length: the same article at 100 to 200,000 words, by the word; and texts that are no articles
at twice the length, as a ratio: 2 is linear, 4 quadratic.

With pages, last, all that are English one after the other in a new process that has met none of their words, each once:
what a run over a site costs for every 800 words. This is the dearest way to count and the honest one.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from seocheck.analysis.prose.reading_ease import Prose, prose
from seocheck.analysis.prose.running_text import is_running_text, without_code
from seocheck.analysis.prose.school_grades import school_grades
from seocheck.analysis.prose.sentences import split_sentences
from seocheck.analysis.prose.syllables import count_syllables
from seocheck.analysis.prose.word_sums import WordSums, word_sums
from seocheck.base.text import verbatim
from seocheck.check.complete import settle
from seocheck.config.settings import Settings
from seocheck.languages import load
from seocheck.model.article import Article, Block, Source
from seocheck.readers import read
from seocheck.readers.formats import choose

ENGLISH = load("en")
WORDS = 800
LENGTHS = (100, 800, 5_000, 20_000, 50_000, 200_000)
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BAD_INPUT = {
    "no full stop": "the rye starter rests ",
    "one word": "starter ",
    "one sentence again and again": "It rises. ",
    "only stops": ". ",
    "emoji": "😀🎉 ",
    "one token": "abcdefghij",
    "one token of stops": "a.B",
    "abbreviations": "e.g. Dr. ",
    "quotations": "“Go!” He ",
    "mixed languages": "Это тест. これは試験です。 The end is here. هذا اختبار؟ ",
    "blanks": "a         ",
    "identifiers": "MAX_SIZE readFromDisk ",
}


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of many runs, in milliseconds of the process's own time."""
    shortest = float("inf")
    gc.collect()
    gc.freeze()
    for _ in range(times):
        start = time.process_time()
        run()
        shortest = min(shortest, time.process_time() - start)
    gc.unfreeze()
    return shortest * 1000


def article_of(path: Path) -> Article:
    """A page as the check sees it."""
    text = path.read_text("utf-8", "replace")
    return settle(read(Source(str(path), text), choose(text, str(path)).name), Settings())


def of_length(blocks: Sequence[Block], words: int) -> list[Block]:
    """Blocks of running text, repeated until they have so many words; the last is cut short."""
    chosen: list[Block] = []
    left = words
    while left > 0:
        for block in blocks:
            value = " ".join(block.text.value.split()[:left])
            if left > 0:
                # A value of its own for each, so that nothing is known of a text as a whole.
                chosen.append(Block(block.kind, verbatim(value, 0, len(value))))
                left -= len(value.split())
    return chosen


def parts(blocks: Sequence[Block], times: int) -> dict[str, float]:
    """What the counts are made of, in milliseconds."""
    known = word_sums("en")
    texts = [without_code(block) for block in blocks if is_running_text(block)]
    ranges = [split_sentences(text, ENGLISH) for text in texts]
    return {
        "choosing": best(lambda: [without_code(block) for block in blocks if is_running_text(block)], times),
        "sentences": best(lambda: [split_sentences(text, ENGLISH) for text in texts], times),
        "words": best(lambda: [known.of_sentences(t, r) for t, r in zip(texts, ranges, strict=True)], times),
    }


def first_sight(found: Prose, times: int) -> tuple[int, float, float]:
    """Different words of a text as they stand between blanks; microseconds for one that is new, with and without its
    syllables."""
    written = sorted({part for text in found.texts for part in text.split()})

    def look_up() -> None:
        sums = WordSums("en")
        for part in written:
            sums[part]

    def look_up_anew() -> None:
        count_syllables.cache_clear()
        look_up()

    return len(written), 1000 * best(look_up_anew, times) / len(written), 1000 * best(look_up, times) / len(written)


def one_after_the_other(paths: Sequence[str]) -> None:
    """Each page once, and the time for every 800 words."""
    articles = [article_of(Path(path)) for path in paths]
    articles = [article for article in articles if article.language.code == "en" and article.blocks]
    warm = "The table of syllables and textstat are loaded for this sentence."
    school_grades(prose([Block("paragraph", verbatim(warm, 0, len(warm)))], ENGLISH).texts, "en")
    gc.collect()
    gc.freeze()
    start = time.process_time()
    found = [prose(article.blocks, ENGLISH) for article in articles]
    counting = time.process_time() - start
    start = time.process_time()
    for one in found:
        school_grades(one.texts, "en")
    grading = time.process_time() - start
    words = sum(one.counts.words for one in found)
    each = 1000 * WORDS / max(words, 1)
    print(
        f"{len(articles)} English pages of {words} words, each once; for every {WORDS} words: counts"
        f" {counting * each:.2f} ms, school grades {grading * each:.2f} ms"
    )


def main() -> None:
    """Print the figures."""
    if sys.argv[1:2] == ["--each-once"]:
        one_after_the_other(sys.stdin.read().splitlines())
        return
    pages = sys.argv[1:] or [str(EXAMPLES / "decent.md"), str(EXAMPLES / "rushed.md")]
    source = [b for page in pages[:50] for b in article_of(Path(page)).blocks if is_running_text(b)]
    blocks = of_length(source, WORDS)
    found = prose(blocks, ENGLISH)
    texts = found.texts
    counts = found.counts
    times = 300
    print(f"{counts.words} words, {counts.sentences} sentences, {len(blocks)} blocks, all met before:")
    whole = best(lambda: prose(blocks, ENGLISH), times)
    print(f"  counts {whole:.2f} ms: " + ", ".join(f"{name} {ms:.3f}" for name, ms in parts(blocks, times).items()))
    reading = best(lambda: found.texts, times)
    grades = best(lambda: school_grades(texts, "en"), times)
    print(
        f"  school grades {reading + grades:.2f} ms: the sentences as they read {reading:.3f}, the grades {grades:.3f}"
    )
    number, new, other = first_sight(found, 20)
    print(f"  {number} different words: {new:.1f} µs for one never met, {other:.1f} if its syllables are known")
    print("microseconds a word:    counts  school grades")
    for length in LENGTHS:
        longer = of_length(source, length)
        found = prose(longer, ENGLISH)
        each, texts = 1000 / found.counts.words, found.texts
        runs = max(3, 100_000 // length)
        counting, grading = best(lambda: prose(longer, ENGLISH), runs), best(lambda: school_grades(texts, "en"), runs)  # noqa: B023
        print(f"  {found.counts.words:7} words {counting * each:13.2f} {grading * each:14.2f}")
    print("a paragraph of twice the length takes times as long: counts, school grades (ms for 1 MB)")
    for name, piece in BAD_INPUT.items():
        once, twice = (bad_input(piece, size) for size in (500_000, 1_000_000))
        ratios = (f"{b / max(a, 0.001):.1f} ({b:.0f} ms)" for a, b in zip(once, twice, strict=True))
        print(f"  {name}: {', '.join(ratios)}")
    if len(sys.argv) > 1:
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, "--each-once"], input="\n".join(pages), text=True, check=True)


def bad_input(piece: str, size: int) -> tuple[float, float]:
    """Milliseconds for the counts and the grades of one paragraph that repeats a piece."""
    text = piece * (size // len(piece))
    block = Block("paragraph", verbatim(text, 0, len(text)))
    texts = prose([block], ENGLISH).texts
    return best(lambda: prose([block], ENGLISH), 2), best(lambda: school_grades(texts, "en"), 2)


if __name__ == "__main__":
    main()
