"""The score follows the truth: what is promised and kept costs nothing, what is false costs more than silence.

Ten articles, in two languages and three formats, in which only the metadata changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

import seocheck
from seocheck.model.report import Report


class Written(NamedTuple):
    """An article's words: metadata that its body keeps, and metadata that belong to another article."""

    language: str
    title: str
    description: str
    keywords: tuple[str, ...]
    paragraphs: tuple[str, ...]
    foreign_title: str
    foreign_description: str
    foreign_keywords: tuple[str, ...]


LIGHTHOUSE = Written(
    "en",
    "How a lighthouse keeper spends a night",
    "A lighthouse keeper winds the clockwork, trims the wick and writes down each ship, from dusk until the morning.",
    ("lighthouse keeper", "clockwork", "logbook", "lamp oil"),
    (
        "A lighthouse keeper begins his night at dusk. He climbs the stairs, lights the lamp and winds the "
        "clockwork that turns the lens. The clockwork runs for four hours. Then somebody must wind it again, or "
        "the light stands still.",
        "Between two rounds he trims the wick and pours lamp oil. Good lamp oil burns without smoke. Bad oil "
        "leaves soot on the glass, and the glass must be clean before a ship comes near the rocks.",
        "Each ship that passes is written into the logbook. The logbook holds the hour, the wind and the name of "
        "the ship. In the morning the keeper draws the curtains, so that the sun does not set the lens on fire, "
        "and goes to bed.",
    ),
    "Ten pumpkin seeds for a narrow windowsill",
    "Which pumpkin seeds sprout on a narrow windowsill, how deep a gardener sows them in peat, and when slugs come.",
    ("pumpkin seeds", "window gardening", "peat moss", "slug traps"),
)
BARGE = Written(
    "en",
    "Why canal barges wait at the lock",
    "Canal barges wait at the lock because the chamber fills slowly, and because the lock keeper lets the uphill "
    "boats go first.",
    ("canal barges", "lock keeper", "towpath", "chamber"),
    (
        "Canal barges wait at the lock for an hour on a good day. The chamber fills slowly, since the gates are "
        "old and the sluices are narrow. A barge that is full of gravel needs more water than one that is empty.",
        "The lock keeper lets the boats that go uphill pass first. The lock keeper knows each skipper by name, "
        "and no skipper argues with him. Who argues waits until the evening.",
        "Horses used to pull the barges along the towpath. Today the towpath belongs to people who walk their "
        "dogs. From there one sees how the chamber empties, how the gates open, and how the next barge slides in.",
    ),
    "Vegan cheese from roasted cashews",
    "How cashews are soaked, roasted and blended into vegan cheese, and which yeast gives it the taste of parmesan.",
    ("vegan cheese", "cashew nuts", "yeast flakes", "dairy allergy"),
)
IMKER = Written(
    "de",
    "Was ein Imker im März zu tun hat",
    "Ein Imker prüft im März die Beuten, füttert hungrige Völker und reinigt die Bodenbretter, bevor die Weiden "
    "blühen.",
    ("Imker", "Bodenbretter", "Futterteig", "Weiden"),
    (
        "Ein Imker geht im März zum ersten Mal an die Beuten. Er hebt sie an und merkt, ob ein Volk noch Futter "
        "hat. Ist eine Beute leicht, legt er Futterteig auf. Der Futterteig muss warm sein, sonst nehmen ihn die "
        "Bienen nicht an.",
        "Danach zieht er die Bodenbretter heraus. Auf den Bodenbrettern liegt, was im Winter gestorben ist. Wer "
        "sie reinigt, spart den Bienen viel Arbeit. Ein Besen und ein Eimer reichen dafür aus.",
        "Wenn die Weiden blühen, fliegen die Bienen den ganzen Tag. Die Weiden geben den ersten Pollen des "
        "Jahres. Jetzt lässt der Imker die Beuten zu, denn die Brut darf nicht kalt werden.",
    ),
    "Zehn Fahrradreifen für die Rennstrecke",
    "Welche Fahrradreifen auf nassem Asphalt haften, wie viel Luftdruck Rennfahrer wählen und wann der Mantel platzt.",
    ("Fahrradreifen", "Luftdruck", "Rennstrecke", "Asphaltbelag"),
)
ARTICLES = {"lighthouse": LIGHTHOUSE, "barge": BARGE, "Imker": IMKER}
FORMATS = ("markdown", "html", "labels", "draft")
CASES = [(name, kind) for name in ARTICLES for kind in FORMATS][:-2]
"""Ten of them."""


def text_of(kind: str, written: Written, title: str, description: str, keywords: Sequence[str]) -> tuple[str, str]:
    """An article with these metadata, and the name of its file."""
    paragraphs, words = written.paragraphs, ", ".join(keywords)
    body = "\n\n".join(paragraphs)
    if kind == "html":
        meta = (f'<meta name="description" content="{description}">' if description else "") + (
            f'<meta name="keywords" content="{words}">' if words else ""
        )
        inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        head = f"<title>{title}</title>{meta}"
        page = (
            f'<!doctype html><html lang="{written.language}"><head>{head}</head><body><article><h1>{title}</h1>{inner}'
        )
        return f"{page}</article></body></html>", "page.html"
    if kind == "labels":
        labels = [f"Title: {title}", *([f"Meta Description: {description}"] if description else []),
                  *([f"Keywords: {words}"] if words else []), f"Language: {written.language}"]  # fmt: skip
        return "\n".join(labels) + f"\n\n{title}\n\n{body}\n", "page.txt"
    if kind == "draft":
        labels = [f"**Meta title:** {title}", *([f"**Meta description:** {description}"] if description else []),
                  *([f"**Keywords:** {words}"] if words else []), f"**Language:** {written.language}"]  # fmt: skip
        return f"# {title}\n\n" + "\n\n".join(labels) + f"\n\n---\n\n{body}\n", "draft.md"
    lines = [f"title: {title!r}", *([f"description: {description!r}"] if description else []),
             *([f"keywords: [{words}]"] if words else []), f"lang: {written.language}"]  # fmt: skip
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n", "page.md"


def checked(
    case: tuple[str, str], *, title: str | None = None, description: str | None = None,
    keywords: Sequence[str] | None = None,
) -> Report:  # fmt: skip
    """The report of an article with these metadata instead of its true ones."""
    written = ARTICLES[case[0]]
    text, path = text_of(
        case[1],
        written,
        written.title if title is None else title,
        written.description if description is None else description,
        written.keywords if keywords is None else keywords,
    )
    return seocheck.check_text(text, path=path, settings={"rules": {"headings/wall-of-text": {"max_words": 400}}})


def scored(report: Report) -> float:
    assert report.score is not None
    return report.score


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    found: tuple[str, str] = request.param
    return found


def test_what_is_true_costs_nothing(case: tuple[str, str]) -> None:
    report = checked(case)
    assert scored(report) >= 95
    assert not [f.rule for f in report.findings if f.severity in ("warning", "error")]


def test_nothing_declared_is_better_than_something_false(case: tuple[str, str]) -> None:
    written = ARTICLES[case[0]]
    own, foreign = written.keywords, written.foreign_keywords
    true, nothing = scored(checked(case)), scored(checked(case, keywords=()))
    assert 0.96 * true <= nothing <= 0.98 * true
    assert scored(checked(case, keywords=(*own[:3], foreign[0]))) < true
    assert scored(checked(case, keywords=(*own[:2], *foreign[:2]))) < nothing
    all_foreign = checked(case, keywords=foreign)
    assert scored(all_foreign) <= 75
    assert any(f.rule == "keywords/unsupported" and f.severity == "error" for f in all_foreign.findings)
    assert all_foreign.grade not in ("A", "B")


def test_a_false_keyword_at_the_end_of_a_long_list_costs_more_than_no_list() -> None:
    own = ("lighthouse keeper", "clockwork", "logbook", "lamp oil", "keeper", "stairs", "lens", "wick", "soot", "glass",
           "rocks", "curtains", "dusk", "wind")  # fmt: skip
    case = ("lighthouse", "markdown")
    with_false = scored(checked(case, keywords=(*own, "pumpkin seeds")))
    assert with_false < scored(checked(case, keywords=()))
    assert with_false < scored(checked(case, keywords=own))


def test_without_a_false_keyword_it_is_better(case: tuple[str, str]) -> None:
    written = ARTICLES[case[0]]
    listed = [*written.keywords[:2], *written.foreign_keywords]
    while any(keyword in written.foreign_keywords for keyword in listed):
        before = scored(checked(case, keywords=listed))
        listed.remove(next(keyword for keyword in reversed(listed) if keyword in written.foreign_keywords))
        assert scored(checked(case, keywords=listed)) > before


def test_a_true_keyword_more_costs_nothing(case: tuple[str, str]) -> None:
    written = ARTICLES[case[0]]
    for kept in (1, 2, 3):
        before = scored(checked(case, keywords=written.keywords[:kept]))
        assert scored(checked(case, keywords=written.keywords[: kept + 1])) >= before - 0.5


def test_descriptions(case: tuple[str, str]) -> None:
    written = ARTICLES[case[0]]
    true, missing = scored(checked(case)), scored(checked(case, description=""))
    foreign = scored(checked(case, description=written.foreign_description))
    assert foreign <= missing < true


def test_a_stub_of_a_description_is_worth_little(case: tuple[str, str]) -> None:
    words = ARTICLES[case[0]].description.split()
    missing = scored(checked(case, description=""))
    gains = [scored(checked(case, description=" ".join(words[:count]))) - missing for count in (1, 2, len(words))]
    assert gains == sorted(gains)
    assert 0 <= gains[0] <= 0.6 * gains[-1]
    one_letter = scored(checked(case, description="-o-")) - missing
    assert 0 <= one_letter <= 0.2 * gains[-1]


def test_titles_and_all_together(case: tuple[str, str]) -> None:
    written = ARTICLES[case[0]]
    assert scored(checked(case, title=written.foreign_title)) <= scored(checked(case)) - 12
    both = checked(case, title=written.foreign_title, description=written.foreign_description)
    assert scored(both) <= 76
    everything = checked(
        case, title=written.foreign_title, description=written.foreign_description, keywords=written.foreign_keywords
    )
    assert scored(everything) <= 50


@pytest.mark.parametrize("name", ARTICLES)
def test_the_same_values_have_the_same_score_in_every_format(name: str) -> None:
    scores = {kind: scored(checked((name, kind))) for kind in FORMATS}
    assert max(scores.values()) - min(scores.values()) < 0.1, scores


def test_hard_prose_costs() -> None:
    hard = (
        "Notwithstanding the considerable organisational complexities that characterise contemporary "
        "institutional environments, administrators increasingly acknowledge that comprehensive methodological "
        "frameworks necessitate interdisciplinary collaboration, transparent accountability and sustained "
        "professional development, irrespective of the particular circumstances in which the responsible "
        "authorities habitually find themselves constrained. "
    )
    plain = (
        "The lamp is lit at dusk. A man goes up the stairs. He winds the clock and looks at the sea. Then he rests. "
    )

    def article(body: str, times: int) -> float:
        text = f"---\ntitle: On the work of the night\nlang: en\n---\n\n{(body * times).strip()}\n"
        return scored(seocheck.check_text(text, path="a.md", settings={"ignore": ["headings/wall-of-text"]}))

    assert article(hard, 8) <= article(plain, 14) - 5
