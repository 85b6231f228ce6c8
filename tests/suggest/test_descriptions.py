"""Which sentences describe an article, and how a long one is cut: made-up texts in several languages."""

from __future__ import annotations

import pytest

from seocheck.analysis.declared.pixel_width import width
from tests.suggest.described import STORY, WIDEST, first, made

# -- what an article says of itself ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        (
            "en",
            "Rye starter",
            "In this talk you will learn how a rye starter is kept in the cold of the cellar for weeks.",
        ),
        ("en", "Rye starter", "This is a short guide to keeping a rye starter in the cold of the cellar for weeks."),
        ("de", "Roggensauer", "In diesem Blogbeitrag lernst du, wie man einen Roggensauer wochenlang im Keller hält."),
        ("de", "Roggensauer", "Ziel dieses Tutorials ist es, einen Roggensauer wochenlang kühl im Keller zu halten."),
        (
            "fr",
            "Le levain",
            "L’objectif de ce billet est de montrer comment un levain se garde des semaines à la cave.",
        ),
        ("es", "La masa madre", "El objetivo de esta guía es mostrar cómo se guarda una masa madre en la bodega."),
        ("pt", "O fermento", "Neste post você aprende como guardar um fermento de centeio durante semanas na adega."),
        ("it", "Il lievito", "Lo scopo di questa guida è mostrare come si conserva un lievito madre per settimane."),
        ("nl", "Desem", "In deze lezing leer je hoe je een desem van rogge wekenlang in de kelder kunt bewaren."),
        (
            "sv",
            "Surdeg",
            "I den här artikeln visar vi hur en surdeg av råg hålls vid liv i källaren under flera veckor.",
        ),
        (
            "da",
            "Surdej",
            "I denne vejledning viser vi, hvordan en surdej af rug holdes i live i kælderen i flere uger.",
        ),
        ("nb", "Surdeig", "I denne artikkelen viser vi hvordan en surdeig av rug holdes i live i kjelleren i uker."),
        ("pl", "Zakwas", "W tym wpisie pokazujemy, jak przechowywać zakwas żytni w piwnicy przez wiele tygodni."),
        ("ru", "Закваска", "В этом посте мы покажем, как хранить ржаную закваску в подвале несколько недель."),
        ("uk", "Закваска", "У цьому дописі ми покажемо, як зберігати житню закваску в підвалі кілька тижнів."),
        ("cs", "Kvásek", "V tomto příspěvku ukážeme, jak uchovat žitný kvásek ve sklepě po několik týdnů."),
        ("ro", "Maiaua", "În acest articol arătăm cum se păstrează maiaua de secară în pivniță timp de săptămâni."),
        ("hu", "Kovász", "Ebben a bejegyzésben megmutatjuk, hogyan tartható el a rozskovász hetekig a pincében."),
        ("fi", "Taikinajuuri", "Tässä artikkelissa näytämme, miten ruisjuuri säilyy kellarissa monta viikkoa elossa."),
        ("id", "Ragi", "Dalam tulisan ini kami menunjukkan cara menyimpan ragi gandum di ruang bawah tanah."),
    ],
)
def test_what_an_article_says_of_itself_describes_it(lang: str, title: str, sentence: str) -> None:
    assert first([STORY[lang], sentence], title, lang) == sentence


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye starter", "In this kitchen the rye starter is fed in the evening, before the people go to bed."),
        ("de", "Roggensauer", "In dieser Küche wird der Roggensauer am Abend gefüttert, bevor alle zu Bett gehen."),
        ("it", "Il lievito", "In questa cucina il lievito madre mangia di sera, prima che la gente vada a dormire."),
        ("nl", "Desem", "In deze keuken krijgt de desem van rogge in de avond te eten, voordat men gaat slapen."),
    ],
)
def test_what_points_at_something_else_does_not(lang: str, title: str, sentence: str) -> None:
    assert first([STORY[lang], sentence], title, lang) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "This article contains affiliate links to a rye starter, for which the mill gets a small commission.",
        "This post about the rye starter first appeared in the newsletter of the mill, which was sent in May.",
        "This guide to the rye starter is sponsored by the makers of jars, who have not read a word of it.",
    ],
)
def test_how_an_article_is_paid_for_is_no_description(sentence: str) -> None:
    assert first([sentence], "Bees and honey") == ""
    guide = "A rye starter is a dough of flour and water that raises bread without any other yeast in it."
    assert first([sentence, guide], "Keeping a rye starter") == guide


# -- what leans ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        (
            "es",
            "La masa madre",
            "Comencemos con una masa madre que alguien haya cuidado bien durante todo el invierno.",
        ),
        (
            "pt",
            "O fermento",
            "Comecemos com um fermento de que alguém tenha cuidado bem durante todo o inverno passado.",
        ),
        (
            "fr",
            "Le levain",
            "Commençons par un levain dont quelqu’un s’est bien occupé pendant tout l’hiver à la cave.",
        ),
        (
            "it",
            "Il lievito",
            "Cominciamo con un lievito madre che qualcuno ha curato bene per tutto l’inverno in cantina.",
        ),
        ("de", "Der Roggensauer", "Beginnen wir mit dem Roggensauer, den jemand den Winter über gut gefüttert hat."),
        ("nl", "De desem", "Laten we beginnen met een desem die iemand de hele winter goed heeft verzorgd en gevoed."),
        ("pl", "Zakwas", "Zacznijmy od zakwasu, o który ktoś dobrze dbał przez całą zimę w piwnicy starego młyna."),
        ("ru", "Закваска", "Начнём с закваски, за которой кто-то хорошо ухаживал всю зиму в подвале мельницы."),
        ("en", "Rye starter", "The rye starter of the old mill is a good part of the reason why we care for that."),
        ("es", "La masa madre", "Una masa madre bien cuidada es la mejor manera de hablar del tema con los vecinos."),
        ("en", "Rye starter", "A rye starter of the old mill is the best way to talk to the people about the topic."),
    ],
)
def test_what_begins_something_or_leans_on_it_is_no_description(lang: str, title: str, sentence: str) -> None:
    assert first([STORY[lang], sentence], title, lang) == ""


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye starter", "A rye starter is a dough that bakers of the village feed, and that nobody ever buys."),
        (
            "es",
            "La masa madre",
            "Una masa madre es el tema de conversación preferido de todos los panaderos del pueblo.",
        ),
    ],
)
def test_what_only_looks_like_it_is_one(lang: str, title: str, sentence: str) -> None:
    assert first([STORY[lang], sentence], title, lang) == sentence


# -- what says too little of the subject ---------------------------------------------------------------

BEES = "Bees are a wonder of nature, and bees are loved by everybody in the village and in the town."
MORE = [f"Bees visit the {place}, and the bees come home late with honey." for place in ("wood", "meadow", "river")]


def test_a_first_sentence_without_the_subject_is_no_description() -> None:
    starter = "The cellar is where they put the jar of the rye starter for the whole of the winter."
    assert first([BEES, *MORE, starter], "Rye starter") == starter
    assert first([BEES, *MORE], "Humming") == ""


def test_a_word_of_a_long_title_is_not_its_subject() -> None:
    title = "The moat that nobody copies: why personal brands win in a world of machines"
    assert first(["The world was made in seven days, and on the eighth the people began to complain."], title) == ""


def test_a_sentence_far_down_must_say_what_the_subject_is() -> None:
    far = [*[STORY["en"]] * 4, "## The jar", STORY["en"]]
    does = "A starter has two lids, and the bakers of the village take the smaller one in winter, as a rule."
    defines = "A starter is a dough of flour and water that raises bread without any other yeast in it."
    lets = "A starter lets you bake bread from flour and water without any other yeast in the house."
    assert first([*far, does], "Starter") == ""
    assert first([*far, defines], "Starter") == defines
    assert first([*far, lets], "Starter") == lets


def test_a_title_of_two_parts_is_known_by_both() -> None:
    title = "Baking - Complex Flour Types"
    sentence = "Complex flour types are the flours of which a grain was milled in more than one way or place."
    assert first([STORY["en"], STORY["en"], "## Types", STORY["en"], sentence], title) == sentence


# -- names and marks ---------------------------------------------------------------------------------------


def test_a_name_in_quotation_marks_is_no_quotation() -> None:
    sentence = "A rye starter, known in the town as “The Old Lady”, is a dough of flour and water for bread."
    assert first([sentence], "Rye starter") == sentence
    said = "A rye starter, of which they say “the old lady lives”, is a dough of flour and water for bread."
    assert first([said], "Rye starter") == ""


def test_an_identifier_may_begin_a_sentence_without_capitals() -> None:
    sentence = "rye_starter 是一个用面粉和水来计算面包发酵时间的程序库，可以在任何一台旧电脑上运行。"
    assert first([sentence], "rye_starter 入门", "zh") == sentence
    marked = "Rye starter is a _dough of flour and water that raises bread without any other yeast."
    assert first([marked.replace("_dough", "\\_dough")], "Rye starter") == ""


# -- what the article has written as its summary ---------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["subtitle", "standfirst", "teaser", "lead", "abstract", "chapo", "untertitel", "ingress"]
)
def test_a_standfirst_is_the_first_description(name: str) -> None:
    text = "How bakers keep a dough of flour and water alive in the cold of the cellar for many weeks"
    found = made([STORY["en"]], "Rye starter", **{name: text}).descriptions
    assert [(d.text, d.kind) for d in found] == [(text, "standfirst")]


@pytest.mark.parametrize(
    "text",
    [
        "Part two of the series",  # too short
        "In this kitchen the rye starter is fed in the evening, before the people go to bed.",  # leans
        "Would you keep a dough of flour and water alive in the cold of the cellar for weeks?",
        "Rye starter, rye starter, rye starter, rye starter, rye starter, rye starter, rye starter",
    ],
)
def test_a_standfirst_that_says_nothing_alone_is_none(text: str) -> None:
    assert made([STORY["en"]], "Rye starter", subtitle=text).descriptions == ()


def test_a_standfirst_that_is_the_description_already_is_not_suggested() -> None:
    text = "How bakers keep a dough of flour and water alive in the cold of the cellar for many weeks."
    assert made([STORY["en"]], "Rye starter", subtitle=text, description=text).descriptions == ()


@pytest.mark.parametrize(
    ("lang", "label", "summary"),
    [
        ("en", "TL;DR:", "Two meals a day and a cool cellar are all that a starter of rye needs to live for weeks."),
        (
            "en",
            "In short –",
            "two meals a day and a cool cellar are all that a starter of rye needs to live for weeks.",
        ),
        ("de", "Kurz gesagt:", "Zwei Mahlzeiten am Tag und ein kühler Keller sind alles, was ein Roggensauer braucht."),
        ("fr", "En bref :", "Deux repas par jour et une cave fraîche suffisent à un levain de seigle pour vivre bien."),
        ("es", "En resumen:", "Dos comidas al día y una bodega fresca bastan para que una masa madre viva semanas."),
        ("pt", "Em resumo:", "Duas refeições por dia e uma adega fresca bastam para que um fermento viva semanas."),
        ("it", "In breve:", "Due pasti al giorno e una cantina fresca bastano perché un lievito madre viva settimane."),
        (
            "nl",
            "Samenvatting:",
            "Twee maaltijden per dag en een koele kelder zijn alles wat een desem van rogge nodig heeft.",
        ),
        ("pl", "W skrócie:", "Dwa posiłki dziennie i chłodna piwnica wystarczą, żeby zakwas żytni żył przez tygodnie."),
        ("ru", "Коротко:", "Двух кормлений в день и прохладного подвала хватает, чтобы ржаная закваска жила неделями."),
    ],
)
def test_the_label_of_a_summary_is_left_off(lang: str, label: str, summary: str) -> None:
    assert first([STORY[lang], f"**{label}** {summary}"], "Roggensauer", lang) == summary[0].upper() + summary[1:]


def test_a_summary_of_two_sentences_stays_whole() -> None:
    summary = "a rye starter can raise a heavy dough of whole grain. It does not do so in the cold of the cellar."
    assert first([STORY["en"], f"Bottom line: {summary}"], "Rye starter") == "A" + summary[1:]


@pytest.mark.parametrize(
    ("lang", "title", "opening", "rest"),
    [
        (
            "en",
            "Rye starter",
            "With the release of the new mill at the river by the people of the town, ",
            "feeding a rye starter has become a little easier for the bakers of the valley and of the hills around it.",
        ),
        (
            "es",
            "Masa madre",
            "En el marco del encuentro de molineros del valle y de la ciudad, ",
            "nos reunimos una vez más para hablar de la masa madre y de las experiencias de todos los panaderos.",
        ),
        (
            "fr",
            "Le levain",
            "Dans le cadre de la fête des meuniers de la vallée et de la ville, ",
            "le levain de seigle devient un peu plus facile à nourrir pour les boulangers de toutes les collines qui"
            " l’entourent.",
        ),
    ],
)
def test_the_occasion_before_the_subject_is_left_off(lang: str, title: str, opening: str, rest: str) -> None:
    assert width(opening + rest, 14.0) > WIDEST
    assert first([opening + rest], title, lang) == rest[0].upper() + rest[1:]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "In the whole of the old town by the river and in the valley behind it, a rye starter is kept by nobody but"
            " the bakers of the mill and the people of the stone house next to it.",
        ),
        (
            "de",
            "Dank der neuen Mühle am Fluss und der Leute aus der ganzen alten Stadt, ist der rye starter für die Bäcker"
            " im Tal und auf den Hügeln ein wenig leichter zu füttern als früher.",
        ),
    ],
)
def test_what_tells_where_or_turns_the_verb_round_stays(lang: str, sentence: str) -> None:
    assert width(sentence, 14.0) > WIDEST
    assert first([sentence], "Rye starter", lang) == ""


def test_a_label_that_names_no_summary_stays_a_label() -> None:
    note = "**Note:** a rye starter needs flour and water, two meals a day, and a cool cellar."
    assert first([STORY["en"], note], "Rye starter") == ""


def test_what_a_summary_says_comes_first() -> None:
    other = "A rye starter keeps its strength in the cold for several weeks, if nobody opens the jar before."
    summary = "Flour and water, two meals a day, and a cool cellar are all that a starter of rye ever needs."
    assert first([other, "## Summary", summary], "Rye starter") == summary
    assert first([other, "## Storage", summary], "Rye starter") == other


def test_a_standfirst_that_is_too_wide_loses_its_end() -> None:
    short = "How bakers keep a dough of flour and water alive in the cold of the cellar for many weeks"
    text = f"{short}: what the old mill at the river has learnt of it in a hundred years, and what it has not"
    assert width(text, 14.0) > WIDEST
    assert first([STORY["en"]], "Rye starter", subtitle=f'"{text}"') == short


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye starter", "In this post I show how I keep a rye starter in the cold of my cellar for many weeks."),
        ("de", "Roggensauer", "In diesem Beitrag zeige ich, wie ich meinen Roggensauer wochenlang im Keller halte."),
        (
            "en",
            "Rye starter",
            "How a rye starter is kept in the cold of the cellar for weeks is what this guide shows.",
        ),
    ],
)
def test_who_writes_may_say_what_the_article_shows(lang: str, title: str, sentence: str) -> None:
    assert first([STORY[lang], sentence], title, lang) == sentence


def test_what_mentions_the_article_without_showing_anything_is_no_description() -> None:
    mentions = "Most of the jars for a rye starter that are mentioned in this guide are sold at the mill."
    assert first([*[STORY["en"]] * 9, mentions], "Rye starter") == ""


def test_an_event_may_have_its_day_in_the_first_sentence() -> None:
    event = "The bakers of the valley met on 14 March 2023 for the rye starter fair at the old mill by the river."
    assert first([event], "Rye starter fair") == event
    assert first([STORY["en"], event], "Rye starter fair") == ""
    assert first([event.replace(" 2023", "")], "Rye starter fair") == ""
    assert first([event], "The long story of wheat and of barley") == ""


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Back in the old days, a rye starter was what every bride of the village got from the miller."),
        ("en", "Some time ago a rye starter was what every bride of the village got from the old miller."),
        ("de", "Vor einigen Jahren war der Rye Starter das Geschenk des Müllers an jede Braut im Dorf."),
        ("fr", "Il y a quelques années, le rye starter était le cadeau du meunier aux mariées du village."),
        ("es", "Hace unos años el rye starter era el regalo del molinero a todas las novias del pueblo."),
    ],
)
def test_how_a_story_begins_is_no_description(lang: str, sentence: str) -> None:
    assert first([sentence], "Rye starter", lang) == ""


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("de", "Eine Mühle", "Eine Mühle am Fluss ist ein Haus, in dem das Korn der Bauern zu Mehl gemahlen wird."),
        (
            "sv",
            "Den svenska skolan",
            "Den svenska skolan är en skola för alla barn i landet, från de minsta till de största.",
        ),
        ("en", "Old mills", "One of the great joys of the old mills is the sound that their wheels make in the water."),
        (
            "en",
            "VoidMill",
            "Void Mill is a program that counts the loaves of a bakery and tells how much flour is left.",
        ),
        (
            "en",
            "Meet Mill.js",
            "Mill is a library that counts the loaves of a bakery and tells how much flour is left.",
        ),
    ],
)
def test_an_article_before_a_noun_does_not_lean(lang: str, title: str, sentence: str) -> None:
    assert first([sentence], title, lang) == sentence


def test_a_part_of_the_title_without_a_word_is_no_reason_to_stop() -> None:
    assert made(["The arrow --> points at the oven, and --> points at the door."], "Rye bread | -->").descriptions == ()


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye starter", "A rye starter is however a dough of flour and water that raises bread of whole grain."),
        ("en", "Rye starter", "Not every rye starter is a dough of flour and water that raises bread of whole grain."),
        ("en", "Rye starter", "Many people think that a rye starter is a dough of flour and water from the mill."),
        (
            "de",
            "Roggensauer",
            "Ein Roggensauer ist allerdings ein Teig aus Mehl und Wasser, der das Brot aufgehen lässt.",
        ),
        ("de", "Roggensauer", "Viele Menschen denken, ein Roggensauer sei ein Teig aus Mehl und Wasser vom Markt."),
        (
            "fr",
            "Levain",
            "Beaucoup de gens pensent qu'un levain est une pâte de farine et d'eau qui fait lever le pain.",
        ),
        ("pl", "Zakwas", "Powyższy zakwas to mieszanka mąki i wody, która podnosi chleb bez innych drożdży."),
        (
            "ja",
            "ライ麦の種",
            "ただ、ライ麦の種とは、小麦粉と水を混ぜて発酵させた、パンをふくらませるための生地のことです。",
        ),
    ],
)
def test_what_takes_back_or_repeats_an_opinion_is_no_description(lang: str, title: str, sentence: str) -> None:
    assert (
        first([STORY.get(lang, "水車小屋の屋根に雪が降り、猫がかまどのそばで眠っている。"), sentence], title, lang)
        == ""
    )


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye starter", "A rye starter is a dough of flour and water; wheat, however, needs another one."),
        (
            "de",
            "Roggensauer",
            "Ein Roggensauer ist ein Teig aus Mehl und Wasser, der jedoch viel Zeit und Ruhe braucht.",
        ),
        (
            "ja",
            "ただ働き",
            "ただ働きとは、働いた人に払うはずの給料を払わずに、長い時間にわたって仕事をさせることです。",
        ),
    ],
)
def test_a_contrast_inside_a_sentence_is_no_reason_to_leave_it_out(lang: str, title: str, sentence: str) -> None:
    assert first([sentence], title, lang) == sentence


def test_a_title_that_only_names_the_kind_of_text_is_no_subject() -> None:
    sentence = "A rye starter is a dough of flour and water that raises bread of whole grain without any other yeast."
    assert first([sentence], "Introduction") == sentence
    assert first([STORY["en"], STORY["en"], STORY["en"], sentence], "Oats") == ""


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        (
            "en",
            "Rye starter",
            "To sum up, a rye starter is a dough of flour and water that raises bread of whole grain.",
        ),
        ("zh", "黑麦酵种", "总而言之，黑麦酵种是一种用面粉和水做成的面团，不用别的酵母就能让全麦面包发起来。"),
    ],
)
def test_a_conclusion_is_no_description(lang: str, title: str, sentence: str) -> None:
    assert first([STORY.get(lang, "老磨坊的屋顶上落着雪，猫在炉子旁边睡觉。"), sentence], title, lang) == ""


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye starter", "At first glance, a rye starter is a dough of flour and water that raises bread."),
        ("de", "Roggensauer", "Auf den ersten Blick ist ein Roggensauer ein Teig aus Mehl und Wasser vom Markt."),
        ("en", "Rye starter", "We've been to the mill where a rye starter is a dough of flour and cold water."),
        ("ar", "خميرة الجاودار", "كان قراري أن أبدأ مع خميرة الجاودار في الشتاء قرارا منطقيا تماما لأهل البيت كلهم."),
    ],
)
def test_a_first_look_or_a_story_of_a_journey_is_no_description(lang: str, title: str, sentence: str) -> None:
    assert first([sentence], title, lang) == ""


def test_an_infinitive_with_its_noun_is_not_cut_off() -> None:
    sentence = (
        "Der Roggensauer ist ein Teig aus Mehl und Wasser vom alten Markt mit dem Ziel, die Hefe aus dem Laden durch"
        " eine eigene zu ersetzen und das Brot der ganzen Straße aufgehen zu lassen."
    )
    assert not first([sentence], "Roggensauer", "de").endswith("Ziel")


def test_a_detail_behind_the_first_sentence_is_no_description() -> None:
    title = "Feeding a rye starter in winter"
    detail = "Bakers of the valley who feed in winter keep all their jars of flour and water behind the stove."
    assert first([STORY["en"], detail], title) == ""
    assert first([detail], title) == detail
    defined = "A rye starter is a dough of flour and water that raises bread of whole grain without any yeast."
    assert first([STORY["en"], defined], title) == defined
