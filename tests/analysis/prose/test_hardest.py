from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import seocheck
from seocheck.analysis.prose.hardest import MIN_WORDS, hardest
from seocheck.analysis.prose.reading_ease import Prose, prose, reading_ease
from seocheck.base.text import verbatim
from seocheck.formats.people.styled import plain
from seocheck.formats.people.text import article_lines
from seocheck.languages import LanguageData, load
from seocheck.model.article import Block
from tests.support import no_hang

EASY = "The dog ran to the old red barn. "
HARD = (
    "Administrative considerations necessitated institutional reorganisation, notwithstanding considerable opposition. "
)


def read(*paragraphs: str, language: str = "en") -> Prose:
    """Each paragraph as it is in a source that holds them all, separated by empty lines."""
    source = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", verbatim(source, start, start + len(paragraph))))
        start += len(paragraph) + 2
    return prose(blocks, load(language))


def ease(found: Prose, language: LanguageData) -> float:
    made = reading_ease(found.counts, language)
    assert made is not None
    return made.value


def test_the_worst_sentences_and_the_worst_paragraph() -> None:
    worst = HARD.strip()
    next_worst = "The dog ran on. " * 4 + "The " + worst[0].lower() + worst[1:]
    paragraphs = [EASY * 9 + worst, EASY * 9, next_worst]
    source = "\n\n".join(paragraphs)
    found = hardest(read(*paragraphs), load("en"))
    assert [(p.kind, p.text) for p in found] == [
        ("sentence", worst),
        ("sentence", next_worst[next_worst.index("The admin") :]),
        ("paragraph", next_worst),
    ]
    assert [source[p.span.start : p.span.end] for p in found] == [p.text for p in found]
    assert found[0].gain > found[1].gain > found[2].gain > 0


def test_equal_ones_come_in_the_order_of_the_text() -> None:
    found = hardest(read(EASY * 14, *[EASY * 4 + HARD + HARD + EASY] * 5), load("en"))
    assert [p.kind for p in found] == ["sentence", "sentence", "sentence", "paragraph"]
    first = len(EASY) * 14 + 2
    assert found[3].span.start == first
    assert [p.span.start - first - 4 * len(EASY) for p in found[:2]] == [0, len(HARD)]
    assert found[2].span.start > found[1].span.start
    assert len({p.gain for p in found[:3]}) == 1


def test_a_short_sentence_is_never_named() -> None:
    short = "Notwithstanding institutional considerations, administrative reorganisation continued. "
    assert len(short.split()) < MIN_WORDS
    found = hardest(read(EASY * 10 + short, EASY * 5), load("en"))
    assert [p.kind for p in found] == ["paragraph"]


def test_a_paragraph_of_one_sentence_is_that_sentence() -> None:
    assert [p.kind for p in hardest(read(EASY * 15, HARD.strip()), load("en"))] == ["sentence"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "en"), (HARD * 3, "en"), (EASY * 20 + HARD * 3, "xx"), ("今日は寒い。" * 50, "ja"), (EASY * 20, "en")],
    ids=["nothing", "too short", "unknown language", "no formula", "all alike"],
)
def test_nothing_where_there_is_nothing_to_name(text: str, language: str) -> None:
    assert hardest(read(text, language=language), load(language)) == ()


def test_a_scale_that_rises_with_difficulty_is_turned_round() -> None:
    swedish = load("sv")
    assert swedish.reading_ease is not None
    assert swedish.reading_ease.higher_is_harder
    easy, hard = "Hunden sprang till den röda ladan. ", "Förvaltningsmyndigheterna genomförde omorganisationen trots "
    hard += "betydande motstånd från arbetsmarknadens organisationer. "
    found = hardest(read(easy * 20 + hard, language="sv"), swedish)
    assert [p.text for p in found] == [hard.strip()]
    whole = ease(read(easy * 20 + hard, language="sv"), swedish)
    assert whole - ease(read(easy * 20, language="sv"), swedish) == pytest.approx(found[0].gain)


WORDS = st.sampled_from(["a", "dog", "barn", "water", "ladder", "considerable", "administrative", "opposition", "of"])
SENTENCES = st.lists(WORDS, min_size=7, max_size=30).map(lambda words: " ".join([*words, "ends"]).capitalize() + ".")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=8)


@given(st.lists(PARAGRAPHS, min_size=2, max_size=6), st.sampled_from(["en", "it", "sv", "es"]))
def test_without_a_passage_the_ease_rises_by_what_was_said(article: list[list[str]], code: str) -> None:
    language = load(code)
    joined = [" ".join(sentences) for sentences in article]
    whole = read(*joined, language=code)
    found = hardest(whole, language)
    assume(found)
    assert language.reading_ease is not None
    turned = -1 if language.reading_ease.higher_is_harder else 1
    source = "\n\n".join(joined)
    for passage in found:
        # Cut out of the source, so that its place is put to the test as well.
        rest = source[: passage.span.start] + source[passage.span.end :]
        left = read(*[part for part in rest.split("\n\n") if part.strip()], language=code)
        assert left.counts.words == whole.counts.words - passage.words
        assert turned * (ease(left, language) - ease(whole, language)) == pytest.approx(passage.gain, abs=1e-9)
        assert passage.gain > 0
        assert passage.words >= MIN_WORDS
    gains = [p.gain for p in found if p.kind == "sentence"]
    assert gains == sorted(gains, reverse=True)
    # No sentence that was not named would have done better.
    ends = [s for s in whole.sentences if s.words >= MIN_WORDS]
    for sentence in ends:
        span = sentence.block.text.span(sentence.start, sentence.end)
        if any(p.span == span for p in found):
            continue
        rest = source[: span.start] + source[span.end :]
        left = read(*[part for part in rest.split("\n\n") if part.strip()], language=code)
        gain = turned * (ease(left, language) - ease(whole, language))
        assert gain <= (gains[-1] if len(gains) == 3 else 0.01) + 1e-9


def test_time_is_linear() -> None:
    made = read(*[EASY * 40 + HARD] * 500)
    with no_hang():
        assert len(hardest(made, load("en"))) >= 3


ARTICLE = f"---\ntitle: x\nlang: en\n---\n\n{EASY * 20}\n\n{EASY}**Then:** {{}}\n"
LONG = HARD.strip().rstrip(".") + ", " + "and the dog ran to the barn, " * 12 + "so it was done."


def test_the_report_quotes_them_at_their_place() -> None:
    report = seocheck.check_text(ARTICLE.format(LONG))
    sentence, paragraph = report.readability.hardest
    assert (sentence.kind, sentence.place.start.line, sentence.place.start.column) == ("sentence", 8, len(EASY) + 3)
    assert sentence.quote.startswith("Then: Administrative considerations")
    assert len(sentence.quote) <= 300
    assert sentence.quote.endswith("…")
    assert (paragraph.kind, paragraph.place.start.line, paragraph.words) == ("paragraph", 8, sentence.words + 8)
    assert sentence.gain > 0
    assert paragraph.gain > 0
    assert seocheck.Report.from_json(report.to_json()).readability.hardest == (sentence, paragraph)


def test_the_text_report_shows_them_only_when_asked_for_more() -> None:
    report = seocheck.check_text(ARTICLE.format(LONG))
    shown = plain(article_lines(report, verbose=True)).partition("  Hardest passages")[2].partition("\n\n")[0]
    assert [line.split()[1] for line in shown.splitlines()[1:]] == ["sentence", "paragraph"]
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "Hardest passages" not in plain(article_lines(report))
    easy = seocheck.check_text(f"---\ntitle: x\nlang: en\n---\n\n{EASY * 20}\n")
    assert "Hardest passages" not in plain(article_lines(easy, verbose=True))


def test_a_report_without_them_still_reads() -> None:
    report = seocheck.check_text(ARTICLE.format(LONG))
    assert report.readability.hardest
    before = report.to_json().replace('"hardest":', '"not_in_older_reports":')
    assert seocheck.Report.from_json(before).readability.hardest == ()
