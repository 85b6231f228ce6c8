"""What is suggested, and why: keywords with their sentence, what to drop, headings, descriptions."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seocheck
from seocheck.analysis.declared.pixel_width import width
from seocheck.suggest import Suggestions, suggest_text
from tests.support import PROSE, markdown

RYE = """\
A rye starter needs warm water and fresh flour every day. Feed the rye starter in the evening, and it will be ready to
bake with when you get up. It rises in six hours.

## Warm water

The rye starter likes warm water. However, the rye starter dies above forty degrees. Warm water from the tap will do.
Does it smell of apples? "Warm water is all that you need," said the baker of our village last year.

## In the fridge

In the fridge a rye starter sleeps. Take it out the day before, and stir warm water into it. The stirring brings air
into the jar; a rye starter that gets air every day tastes mild and lifts even a heavy dough of whole grain.
It keeps for a month. Nobody needs to throw the rest away.
"""


def found(text: str, path: str = "bread.md") -> Suggestions:
    return suggest_text(text, path=path)


def article(body: str = RYE, **meta: str | None) -> str:
    return markdown({"title": "Keeping a rye starter", "lang": "en"}, body, **meta)


def test_a_phrase_that_the_text_dwells_on_is_suggested_with_its_sentence_and_place() -> None:
    text = article()
    keyword = next(k for k in found(text).keywords if k.text == "rye starter")
    assert keyword.count == 6
    assert keyword.sentence == "A rye starter needs warm water and fresh flour every day."
    start, end = keyword.place.start.offset, keyword.place.end.offset
    assert text[start:end] == "rye starter"
    assert keyword.gain > 0


def test_what_is_declared_is_not_suggested_again() -> None:
    assert "rye starter" not in {k.text for k in found(article(keywords="[rye starters]")).keywords}


def test_suggested_keywords_once_declared_bring_no_others() -> None:
    names = [k.text for k in found(article()).keywords]
    assert names
    assert found(article(keywords=json.dumps(names))).keywords == ()


def test_a_tag_that_the_text_dwells_on_comes_first_as_the_text_writes_it() -> None:
    suggested = found(article(tags="[rye-starter, kitchen]")).keywords
    assert (suggested[0].text, suggested[0].origin) == ("rye starter", "tag")
    assert "kitchen" not in {k.text for k in suggested}
    assert all(k.origin == "text" for k in found(article(tags="[rye-starter]", keywords="[flour]")).keywords)


def test_absent_and_repeated_keywords_are_worth_dropping() -> None:
    text = article(keywords="[rye starter, Rye starters, wheat beer, flour]")
    drop = found(text).drop
    assert [(k.text, k.reason, k.same_as) for k in drop] == [
        ("Rye starters", "duplicate", "rye starter"),
        ("wheat beer", "absent", ""),
    ]
    assert text[drop[1].place.start.offset :].startswith("wheat beer, flour")
    assert drop[1].gain > 0


def test_what_is_said_in_part_is_shortened_and_not_dropped() -> None:
    suggested = found(article(keywords="[organic rye starter, flour, wheat flour, Rye starter tutorial]"))
    assert suggested.drop == ()
    assert [(k.text, k.instead, k.missing) for k in suggested.shorten] == [
        ("organic rye starter", "rye starter", ("organic",)),
    ]


def test_the_author_and_the_focus_keyword_are_not_dropped() -> None:
    text = article(keywords="[Ada Muller, flour]", author="Ada Muller", focus_keyword="wheat beer")
    assert found(text).drop == ()


def test_nothing_is_absent_from_a_text_of_a_few_words() -> None:
    short = found(article("Bread.\n", keywords="[wheat beer]"))
    assert short.drop == ()
    assert any(n.subject == "keywords worth dropping" for n in short.not_assessed)


def test_a_heading_that_could_carry_a_keyword() -> None:
    body = RYE.replace("## Warm water", "## The right mix")
    headings = found(article(body, keywords="[warm water, rye starter, apples]")).headings
    assert [(h.keyword, h.heading, h.level, h.in_section) for h in headings] == [("warm water", "The right mix", 2, 3)]


def test_a_keyword_that_a_heading_or_the_title_says_needs_no_other() -> None:
    assert found(article(keywords="[warm water, rye starter]")).headings == ()


NARROWEST, WIDEST = 350 * 0.9, 920 * 1.1
"""What description/too-short and description/too-long let pass."""


def test_descriptions_are_whole_fit_and_lean_on_nothing() -> None:
    descriptions = found(article(keywords="[rye starter, warm water]")).descriptions
    assert 1 <= len(descriptions) <= 3
    for candidate in descriptions:
        assert candidate.text in " ".join(RYE.split())
        assert NARROWEST <= width(candidate.text, 14.0) <= WIDEST
        assert not candidate.text.startswith(("It ", "However", "Does", '"', "Nobody"))
        assert "?" not in candidate.text
        assert '"' not in candidate.text
    assert descriptions[0].text.startswith("A rye starter needs warm water and fresh flour every day.")
    assert descriptions[0].keywords == ("rye starter", "warm water")
    places = [(d.place.start.offset, d.place.end.offset) for d in descriptions]
    assert all(a[1] <= b[0] or b[1] <= a[0] for a in places for b in places if a != b)


def test_a_clause_gets_a_capital_and_nothing_else() -> None:
    long = (
        "The first half of this sentence speaks of ovens and of kitchens and of nothing that anybody would look for at "
    )
    body = f"{long}all in years; a good rye starter keeps its strength in the cold for several weeks.\n"
    texts = [d.text for d in found(article(body, keywords="[rye starter]")).descriptions]
    assert texts == ["A good rye starter keeps its strength in the cold for several weeks."]


def test_a_caveat_is_not_cut_off() -> None:
    half = "A rye starter is an easy thing to keep alive in a kitchen that is warm all through the winter"
    body = f"{half}, but it will die for certain when you forget to feed it with flour and with water for a month.\n"
    assert found(article(body, keywords="[rye starter]")).descriptions == ()


def test_an_applied_description_has_no_finding_of_its_own() -> None:
    text = article(keywords="[rye starter, warm water]")
    for candidate in found(text).descriptions:
        new = article(keywords="[rye starter, warm water]", description=json.dumps(candidate.text))
        report = seocheck.check_text(new, path="bread.md", select=["description"])
        assert [f.rule for f in report.findings] == []
        score = seocheck.check_text(new, path="bread.md").score
        before = seocheck.check_text(text, path="bread.md").score
        assert score is not None
        assert before is not None
        assert abs(score - before - candidate.gain) < 0.01


def test_the_widths_of_the_settings_hold() -> None:
    rules = {"description/too-long": {"max_pixels": 450}, "description/too-short": {"min_pixels": 100}}
    for candidate in suggest_text(article(), path="a.md", settings={"rules": rules}).descriptions:
        assert candidate.pixels <= 450 * 1.1


def test_where_nothing_fits_nothing_is_suggested() -> None:
    nothing = found("---\ntitle: A\n---\n\nShort.\n")
    assert nothing.descriptions == ()
    assert nothing.keywords == ()


def test_json_holds_every_part() -> None:
    data = json.loads(found(article(keywords="[rye starter, wheat beer]")).to_json())
    assert set(data) == {
        "schema_version", "path", "language", "score", "description", "description_from_text", "keywords", "drop",
        "shorten", "headings", "descriptions", "not_assessed",
    }  # fmt: skip
    assert data["drop"][0]["place"]["start"]["line"] == 4
    assert "gain" in data["descriptions"][0]


def test_a_description_from_the_text_is_known_as_such() -> None:
    own = found(article()).descriptions[0].text
    assert found(article(description=json.dumps(own))).description_from_text
    assert not found(article(description="Something else that nobody wrote.")).description_from_text


def test_html_gets_suggestions_too() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in PROSE.split("\n\n"))
    page = f"<html lang=en><title>Sourdough</title><body><main><h1>Bread</h1>{paragraphs}</main></body></html>"
    assert found(page, "a.html").descriptions


PIECES = """\
The rye starter needs warm water
it rises
It rises in six hours and twice as fast in July
Rye bread is baked in the oven of the village
However, nothing moves
“Feed it,” she said
iPhone users bake
and the oven is hot before the evening comes to the village
see [here](x) and `code`
Was it
(so they say)
24 degrees are enough for every rye starter in every kitchen of the town
The oven of the village bakes a rye bread on every Saturday of the year
ÄPFEL
das ist gut
a; b — c: d
""".splitlines()
SUBJECTS = [
    "A rye starter is fed in the evening and in the morning",
    "A rye starter in the oven is no more than a loaf of rye",
    "The rye starter needs warm water and a spoon of flour",
]
"""Most of the time what is said is about the title."""
pieces = st.lists(st.sampled_from([*PIECES, *SUBJECTS * 16]), min_size=1, max_size=12)
joints = st.sampled_from([". ", ". ", "; ", ", and ", ", ", " — ", ": ", "? ", "! ", "\n\n", "\n", ".\n\n## Rye\n\n"])


def test_nothing_is_invented() -> None:
    seen: Counter[str] = Counter()

    @given(pieces, st.lists(joints, min_size=12, max_size=12), st.booleans())
    def run(parts: list[str], between: list[str], declared: bool) -> None:
        body = "".join(part + joint for part, joint in zip(parts, between, strict=False)) + "."
        made = found(article(body, keywords="[rye starter, oven]" if declared else None))
        plain = body.replace("[here](x)", "here").replace("`code`", "code")
        text = " ".join(plain.split())
        for candidate in made.descriptions:
            small = candidate.text[0].lower() + candidate.text[1:]
            assert candidate.text in text or (candidate.kind == "clause" and small in text)
            assert NARROWEST <= width(candidate.text, 14.0) <= WIDEST
            seen[candidate.kind] += 1
        for keyword in made.keywords:
            assert keyword.text.casefold() in text.casefold()
            assert keyword.sentence in text
            assert keyword.text.casefold() in keyword.sentence.casefold()

    run()
    assert min(seen["sentence"], seen["sentences"]) > 3, seen  # else there was nothing to look at


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Feed the rye starter in the evening and keep it in the warm kitchen for the night.",
        "Other ways to feed the rye starter are known to every baker of the village.",
        "However, feed the rye starter in the evening and keep it in the kitchen.",
        "It is the rye starter that you feed in the evening and keep in the kitchen.",
        "Would you feed the rye starter in the evening and keep it in the kitchen?",
        "Feed the rye starter with flour from https://example.com in the evening, in the kitchen.",
        "“Feed the rye starter in the evening and keep it in the kitchen for the night.”",
        "As the baker said, “feed the rye starter in the evening and keep it warm” for the night.",
        "Feed the rye starter in the evening with the flour that the table below has for you.",
        "Description: Feed the rye starter in the evening and keep it in the kitchen for the night.",
        "FEED THE RYE STARTER IN THE EVENING AND KEEP IT IN THE WARM KITCHEN FOR THE NIGHT.",
        "Feed the rye starter in the evening (and keep it in the kitchen for the night.",
        "Feed the rye starter in the evening and keep it in the kitchen with this:",
    ],
)
def test_sentences_that_describe_nothing_alone(sentence: str) -> None:
    assert found(article(f"{sentence}\n", keywords="[rye starter]")).descriptions == ()


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("This guide shows how to feed a rye starter in the evening and keep it in the kitchen.", "en"),
        ("IT teams feed their rye starter in the evening and keep it in the warm server room.", "en"),
        ("openBread feeds a rye starter in the evening and keeps it warm for the whole night.", "en"),
        ("Das Rezept für den rye starter braucht nur Mehl, Wasser und ein wenig Geduld am Abend.", "de"),
        ("“Feeding” a rye starter in the evening means no more than flour and warm water in a jar.", "en"),
    ],
)
def test_sentences_that_do(sentence: str, lang: str) -> None:
    text = markdown({"title": "Keeping", "lang": lang, "keywords": "[rye starter]"}, f"{sentence}\n")
    assert [d.text for d in found(text).descriptions] == [sentence]


@pytest.mark.parametrize(
    ("sentence", "lang", "wanted"),
    [
        (
            "A rye starter is a dough of flour and water that lifts bread in a cold kitchen without any other yeast for"
            " a long time, which is what the bakers of the old mill are looking for.",
            "en",
            "A rye starter is a dough of flour and water that lifts bread in a cold kitchen without any other yeast for"
            " a long time",
        ),
        (
            "Ein Roggensauer ist ein Teig aus Mehl und Wasser für Brote aus der Küche und aus der kleinen Backstube am"
            " Ende der Straße, sodass niemand im Dorf noch Hefe kaufen muss.",
            "de",
            "Ein Roggensauer ist ein Teig aus Mehl und Wasser für Brote aus der Küche und aus der kleinen Backstube am"
            " Ende der Straße",
        ),
        (
            "Keeping a rye starter asks for a few things that are found in every kitchen of the town, including flour,"
            " warm water, a jar with a lid, a spoon of wood, and a cloth of linen.",
            "en",
            "Keeping a rye starter asks for a few things that are found in every kitchen of the town",
        ),
    ],
)
def test_the_end_that_only_adds_is_left_off(sentence: str, lang: str, wanted: str) -> None:
    assert width(sentence, 14.0) > WIDEST
    title = "Einen Roggensauer führen" if lang == "de" else "Keeping a rye starter"
    assert first([sentence], title, lang) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "A rye starter, which is found in every kitchen of the town and of the village, lifts a dough of white flour"
        " and of whole grain when nothing else in the whole house will do.",
        "A rye starter keeps for many weeks and months in the cold of the cellar and of the fridge of the house,"
        " though nobody of the village or of the town has ever tried it there.",
        "To keep a rye starter in the cold of the cellar and of the fridge of the house for many weeks and months,"
        " which is no small thing in the heat of the summer, one needs a jar.",
    ],
)
def test_no_end_is_left_off_that_the_rest_needs(sentence: str) -> None:
    assert width(sentence, 14.0) > WIDEST
    assert first([sentence], "Keeping a rye starter") == ""


GUIDE = "This guide shows how a rye starter is kept in the cold of the cellar for weeks."
BREAD = "Bread of white flour is sold at the market on every day of the week but one, as it has always been."


@pytest.mark.parametrize(
    ("title", "sentences", "wanted"),
    [
        # What the article says of itself, though it comes third.
        ("Keeping a rye starter", [BREAD, BREAD, GUIDE], 2),
        # No story.
        (
            "Keeping a rye starter",
            ["Yesterday the rye starter of the old mill was out of its jar, and everybody ran."],
            -1,
        ),
        # A clause before another one is no clause that leans.
        (
            "Keeping a rye starter",
            ["If you bake once a week, a rye starter in the fridge is all that you need for it."],
            0,
        ),
        # How the article came about is no description.
        (
            "Keeping a rye starter",
            ["This guide on the rye starter was written for the bakers of the old mill at the river."],
            0,
        ),
        (
            "Bees",
            ["This guide was written for the bakers of the old mill and for all of their friends at the river."],
            -1,
        ),
        # What begins with "the" has been spoken of before.
        (
            "Keeping a rye starter",
            [BREAD, "The miller of the village has all that a starter needs, and sells it in bags."],
            -1,
        ),
    ],
)
def test_which_sentence_describes(title: str, sentences: list[str], wanted: int) -> None:
    assert first(sentences, title) == (sentences[wanted] if wanted >= 0 else "")


def test_an_article_without_a_title_is_known_by_its_file() -> None:
    text = f"{BREAD}\n\nA rye starter is a dough of flour and water that raises bread without any other yeast.\n"
    page = markdown({"lang": "en"}, text)
    assert found(page, "posts/rye-starter.md").descriptions[0].text.startswith("A rye starter is a dough")


LONG = "of all the ovens and the kitchens and the jars that anybody could ever think of in a town of that size and age"


@pytest.mark.parametrize(
    "sentence",
    [
        f"A rye starter keeps in the cold of the cellar for many weeks and months — but only with {LONG} in it.",
        f"A rye starter keeps in the cold of the cellar for many weeks and months: the first is that of {LONG} in it.",
        f"The rye starter course in the town runs each year from May 26 - 28 with the help {LONG} in the year.",
        f"A rye starter of the village needs the flour of the mill, the water of the well, and the jar {LONG} in it.",
    ],
)
def test_no_clause_is_cut_where_half_a_thought_would_stay(sentence: str) -> None:
    assert width(sentence, 14.0) > 920
    assert found(article(f"{sentence}\n", keywords="[rye starter]")).descriptions == ()


def test_what_one_section_says_alone_is_no_topic_of_the_article() -> None:
    once = "The copper kettle is old. " * 5
    more = (
        "## The copper kettle\n\n" + once + "\n\n## Water\n\nWarm water from the tap will do for every kind of bread.\n"
    )
    assert "copper kettle" not in {k.text for k in found(article(f"{RYE}\n{more}")).keywords}
    spread = more + "\n" + once + "\n\n## Bread\n\nNo bread comes out of a copper kettle.\n"
    assert "copper kettle" in {k.text for k in found(article(f"{RYE}\n{spread}")).keywords}


def test_three_topics_are_enough() -> None:
    names = (
        "copper kettle",
        "oak table",
        "stone oven",
        "linen cloth",
        "iron pot",
        "clay jar",
        "wooden spoon",
        "salt cellar",
    )
    parts = "".join(f"The {name} is dear to us. Nobody lends the {name} out, for the {name} is old. " for name in names)
    text = article(f"## One\n\n{parts}\n\n## Two\n\n{parts}\n", title="Things in a kitchen")
    suggested = [k.text for k in found(text).keywords]
    assert len(suggested) == 3
    declared = article(
        f"## One\n\n{parts}\n\n## Two\n\n{parts}\n", title="Things in a kitchen", keywords=json.dumps(suggested)
    )
    assert found(declared).keywords == ()


def test_a_keyword_said_here_and_there_asks_for_no_heading() -> None:
    body = RYE.replace("## Warm water", "## The right mix")
    spread = body.replace("Warm water from the tap will do.", "").replace("likes warm water", "likes apples")
    assert "warm water" in spread
    headings = found(article(spread.replace('"Warm water is', '"That is'), keywords="[warm water]")).headings
    assert headings == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more about the rye starter and its long history on the website of the old mill at the river.",
        "For details on how a rye starter is fed in winter, ask the people who bake for the whole village.",
        "Ida Moss: A rye starter needs warm water, fresh flour and somebody who thinks of it twice a day.",
        "I feed my rye starter in the evening, and it is ready to bake with as soon as the sun comes up.",
        "A rye starter also keeps its strength in the cold for several weeks, if nobody opens the jar.",
        "Plus, a rye starter keeps its strength in the cold for several weeks, if nobody opens the jar.",
        "Welcome to the pages of the old mill, where a rye starter is kept alive for the whole village.",
    ],
)
def test_what_cannot_stand_alone_is_no_description(sentence: str) -> None:
    assert found(article(f"{sentence}\n", keywords="[rye starter]")).descriptions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "A rye starter keeps its strength in the cold for several weeks, if nobody opens the jar before.",
        "A rye starter of the same age as the house makes bread that is sold at 6:30, long before eight.",
    ],
)
def test_what_can_stand_alone_is_a_description(sentence: str) -> None:
    assert [d.text for d in found(article(f"{sentence}\n", keywords="[rye starter]")).descriptions] == [sentence]


def first(sentences: list[str], title: str, lang: str = "en") -> str:
    text = markdown({"title": title, "lang": lang}, "\n\n".join(sentences) + "\n")
    return next((d.text for d in found(text).descriptions), "")


@pytest.mark.parametrize(
    ("title", "lang", "other", "wanted"),
    [
        (
            "Keeping a rye starter",
            "en",
            "You stand in the kitchen at six, the children are asleep, and the kettle begins to sing.",
            "A rye starter is a dough of flour and water that raises bread without any other yeast.",
        ),
        (
            "Keeping a rye starter",
            "en",
            "Check out the rye starter of the old mill before you buy a bag of flour at the market.",
            "A rye starter of the old mill keeps in the cold for weeks and lifts a dough of whole grain.",
        ),
        (
            "Einen Roggensauer führen",
            "de",
            "Bitte bringen Sie zum Roggensauer ein großes Glas mit einem Deckel und etwas Geduld mit.",
            "Ein Roggensauer ist ein Teig aus Mehl und Wasser, der Brot ohne Hefe aufgehen lässt.",
        ),
        (
            "Cómo cuidar una masa madre",
            "es",
            "Consulta al panadero del pueblo antes de tirar una masa madre que huele a manzana verde.",
            "Una masa madre es una mezcla de harina y agua que levanta el pan sin otra levadura.",
        ),
        (
            "ライ麦のサワー種",
            "ja",
            "台所に立つと、子どもたちはまだ眠っていて、窓の外では雪が静かに降り続けていました。",
            "ライ麦のサワー種とは、粉と水だけで起こし、パンをふくらませる生地のことです。",
        ),
    ],
)
def test_the_first_description_says_what_the_page_is_about(title: str, lang: str, other: str, wanted: str) -> None:
    assert first([other, wanted], title, lang) == wanted


def test_what_only_asks_for_something_else_is_no_description() -> None:
    call = "Check out the cheese of the old mill before you buy a pound of it at the market in town."
    about = "Check out the rye starter of the old mill before you buy a bag of flour at the market."
    assert first([call], "Keeping a rye starter") == ""
    assert first([about], "Keeping a rye starter") == about


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "A rye starter of the old mill costs € 4 a jar, and you can fetch it on every day of the week."),
        ("en", "The rye starter of the old mill was fed for the first time on 12 March by the miller himself."),
        ("ko", "이러한 반죽은 따뜻한 부엌에서 하룻밤을 두면 두 배로 부풀고, 아침에는 바로 빵을 구울 수 있게 된다."),
        ("zh", "这种面团在温暖的厨房里放一夜就会发到两倍大，第二天早上可以直接拿来烤面包，味道也会更加柔和。"),
        ("tr", "Bu hamur sıcak bir mutfakta bir gece bekler, sabah iki katına çıkar ve hemen pişirilebilir."),
        ("pt", "Este fermento fica uma noite na cozinha quente e de manhã já pode ir para o forno com a massa."),
        ("hi", "इस आटे को गर्म रसोई में रात भर रखा जाता है और सुबह यह दोगुना हो जाता है, फिर रोटी सेंकी जाती है।"),
    ],
)
def test_what_dates_costs_or_leans_is_no_description(lang: str, sentence: str) -> None:
    assert first([sentence], "Rye", lang) == ""


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "本文介绍如何在家里用黑麦粉和水培养酵种，并说明怎样保存、喂养和使用它来烤出松软的面包。"),
        ("tr", "Bu rehber, çavdar mayasının evde nasıl beslendiğini ve ekmeğin nasıl kabardığını anlatır."),
        ("hi", "इस लेख में बताया गया है कि राई का खमीर घर पर कैसे बनाया और खिलाया जाता है और रोटी कैसे फूलती है।"),
    ],
)
def test_what_an_article_says_of_itself_is_a_description(lang: str, sentence: str) -> None:
    assert first([sentence], "Rye", lang) == sentence
