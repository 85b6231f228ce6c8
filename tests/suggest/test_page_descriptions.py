"""Descriptions of the pages of a site: the line below the headline, pages about the firm, what says where to click."""

from __future__ import annotations

import pytest

from seocheck.suggest import suggest_text
from tests.suggest.described import STORY, first, made


def of_page(lead: str, headline: str, title: str, lang: str = "en", more: str = "", head: str = "") -> str:
    """The first description of a page in HTML with a line below its headline."""
    rest = f"<h2>Opening hours</h2><p>{STORY[lang]}</p>"
    body = f"<main><h1>{headline}</h1><p>{lead}</p>{more}{rest}</main>"
    text = f"<!doctype html><html lang='{lang}'><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return next((d.text for d in suggest_text(text, path="page.html").descriptions), "")


PARTS = "<h2>Rye loaves</h2><p>Dark.</p><h2>Wheat rolls</h2><p>White.</p><h2>Spelt cakes</h2><p>Sweet.</p>"


@pytest.mark.parametrize(
    ("lead", "headline", "title"),
    [
        pytest.param(
            "Loaves, rolls and cakes from a stone oven, baked by hand every single night of the year.",
            "Room for the bread you love", "Kornmann", id="it names the parts of the page",
        ),
        pytest.param(
            "We mill, mix and bake rye from the fields of the valley, and bring it to your door.",
            "Dark rye at your door", "Dark rye | Kornmann", id="it has a word of the title",
        ),
    ],
)  # fmt: skip
def test_the_line_below_the_headline_describes_a_page(lead: str, headline: str, title: str) -> None:
    assert of_page(lead, headline, title, more=PARTS) == lead


@pytest.mark.parametrize(
    "lead",
    [
        "Some evenings are made for sitting still, with the window open and nobody to call.",
        "If rye is what you eat, and rolls and cakes are not, this is a house to remember.",
    ],
)
def test_a_line_of_something_else_does_not(lead: str) -> None:
    assert of_page(lead, "Room for what you love", "Kornmann") != lead


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "About us | Kornmann", "Every night the bakers of the valley knead rye by hand and fire a stone oven."),
        ("de", "Über uns – Kornmann", "Jede Nacht kneten die Bäcker im Tal Roggenteig und heizen den alten Steinofen."),
        ("fr", "À propos", "Chaque nuit, les boulangers de la vallée pétrissent le seigle et chauffent un four."),
        ("es", "Quiénes somos - Kornmann", "Cada noche los panaderos del valle amasan centeno y encienden un horno."),
        ("pt", "Sobre nós", "Todas as noites os padeiros do vale amassam centeio e acendem um forno de pedra antigo."),
        ("it", "Chi siamo", "Ogni notte i fornai della valle impastano la segale e scaldano un vecchio forno."),
        ("nl", "Over ons", "Elke nacht kneden de bakkers van het dal rogge met de hand en stoken een stenen oven."),
        ("sv", "Om oss", "Varje natt knådar bagarna i dalen råg för hand och eldar en gammal ugn av sten."),
        ("pl", "O nas", "Co noc piekarze z doliny wyrabiają ręcznie żytnie ciasto i palą w kamiennym piecu."),
        ("ru", "О нас", "Каждую ночь пекари долины месят вручную ржаное тесто и топят старую каменную печь."),
        ("cs", "O nás", "Každou noc pekaři z údolí hnětou ručně žitné těsto a topí ve staré kamenné peci."),
        ("ro", "Despre noi", "În fiecare noapte brutarii din vale frământă secara și încălzesc un cuptor vechi."),
    ],
)
def test_a_page_about_the_firm_is_described_by_its_first_sentence(lang: str, title: str, sentence: str) -> None:
    assert first([f"{sentence} {STORY[lang]}"], title, lang).startswith(sentence)


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye loaves", "Here you will find all the rye loaves that our bakers make by hand every night."),
        ("de", "Roggenbrote", "Hier finden Sie alle Roggenbrote, die unsere Bäcker jede Nacht von Hand backen."),
        ("fr", "Les pains de seigle", "Vous trouverez ici tous les pains de seigle que les boulangers font la nuit."),
        ("es", "Panes de centeno", "Aquí encontrarás todos los panes de centeno que se hacen a mano cada noche."),
        ("pt", "Pães de centeio", "Aqui você encontra todos os pães de centeio que são feitos à mão cada noite."),
        ("it", "Pani di segale", "Qui trovi tutti i pani di segale che si fanno a mano ogni notte nella valle."),
        ("nl", "Roggebroden", "Hier vindt u alle roggebroden die de bakkers van het dal elke nacht kneden."),
        ("sv", "Rågbröd", "Här hittar du alla rågbröd som bagarna i dalen knådar för hand varje natt om året."),
        ("pl", "Chleb żytni", "Tutaj znajdziesz chleb żytni, który piekarze z doliny wyrabiają ręcznie co noc."),
        ("ru", "Ржаной хлеб", "Здесь вы найдёте ржаной хлеб, который пекари долины делают вручную каждую ночь."),
    ],
)
def test_what_is_to_be_found_here_describes_a_page(lang: str, title: str, sentence: str) -> None:
    assert first([sentence, STORY[lang]], title, lang) == sentence


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye loaves", "Click on one of the rye loaves for a picture and for the flour that is in it."),
        ("de", "Roggenbrote", "Klicken Sie auf die Roggenbrote, um ein Bild und die Zutaten von allen zu sehen."),
        ("fr", "Pains de seigle", "Il suffit de cliquer sur les pains de seigle pour voir la farine et une image."),
        ("it", "Pani di segale", "Cliccando sui pani di segale si vedono la farina e una grande immagine del pane."),
        ("nl", "Roggebroden", "Klik op de roggebroden om een foto en het meel van alle broden te kunnen zien."),
        ("sv", "Rågbröd", "Klicka på något av våra rågbröd för en bild och det mjöl som finns i det brödet."),
        ("en", "Rye bread", "Rye bread is not just a loaf that somebody takes out of an oven in the morning."),
        ("fr", "Le seigle", "Le seigle ne se limite pas à une simple farine que le boulanger met dans son pain."),
        ("es", "El centeno", "El centeno no es solo una harina que el panadero pone en su pan de cada mañana."),
        ("it", "La segale", "La segale non è solo una farina che il fornaio mette nel pane di ogni mattina."),
        ("en", "Rye bread", "In today's fast world, rye bread and good food are more important than ever before."),
        ("id", "Roti gandum", "Dalam dunia yang terus berubah, roti gandum menjadi makanan yang makin penting."),
        ("vi", "Bánh mì đen", "Qua đó, bánh mì đen có thể được làm nhanh chóng và giữ được lâu trong nhà."),
    ],
)
def test_where_to_click_halves_and_what_is_so_today_describe_nothing(lang: str, title: str, sentence: str) -> None:
    assert first([sentence, STORY.get(lang, "Tuyết rơi.")], title, lang) != sentence


def test_what_is_said_after_not_just_makes_it_whole() -> None:
    sentence = "Rye bread is not just a loaf but a way to keep flour, water and salt for a week."
    assert first([sentence, STORY["en"]], "Rye bread") == sentence
    pair = "Rye bread is not just a loaf of flour. It keeps for a week and feeds a family in winter."
    assert first([pair, STORY["en"]], "Rye bread") == pair


def test_a_title_of_the_whole_site_gives_way_to_the_headline() -> None:
    lead = "Spelt cakes are baked on a hot stone for ten minutes and eaten with butter or honey."
    assert of_page(lead, "Spelt cakes", "Kornmann, your breakdown service") == lead
    shared = "<meta property='og:description' content='Kornmann tows your car by day and night, and mends it.'>"
    assert of_page(lead, "Spelt cakes", "Kornmann, your breakdown service", head=shared) == lead


def test_a_standfirst_that_says_only_the_headline_is_none() -> None:
    head = "<meta property='og:description' content='Rye Energy 3x Stone 5000 + Oven US5000 (14 kWh) of the mill'>"
    title = "Rye Energy 3x Stone 5000 + Oven US5000 (14 kWh) of the mill: price and data"
    assert "Stone 5000 + Oven" not in of_page(STORY["en"], "Rye Energy", title, head=head)


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("es", "El centeno", "Se trata del centeno, que el panadero no debe guardar más de un año en la bodega."),
        ("ar", "خبز الجاودار", "لكن خبز الجاودار يبقى طازجا في البيت أسبوعا كاملا إذا حفظ في قماش من الكتان."),
        ("de", "Roggen", "Weder Roggen noch Weizen sollte länger als ein Jahr im Keller des Müllers liegen."),
        ("en", "Rye courses", "Rye courses for bakers, 16:00-17:30, and for all of their children, 18:00-19:30."),
        ("en", "Rye", "This guide helps you to find your way among the many choices that there are today."),
    ],
)
def test_what_leans_on_more_or_says_nothing_of_the_subject(lang: str, title: str, sentence: str) -> None:
    story = STORY.get(lang, "سقط الثلج على السطح.")
    assert first([story, story, sentence], title, lang) != sentence


def test_an_excerpt_that_breaks_off_is_none() -> None:
    head = "<meta property='og:description' content='The bakers of rye have two ways to knead it, one of which is the'>"
    assert "one of which" not in of_page(STORY["en"], "Rye", "Rye", head=head)


SECOND = "The miller counts his sacks, the owl leaves the barn, and the river freezes at the old bridge."


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Rye loses a little of its flavour where the cellar is damp in spring.", id="one word of a title"),
        pytest.param("Warm milk is what many people in the village pour over dry rye bread.", id="in passing"),
    ],
)
def test_a_detail_behind_the_first_sentence_describes_nothing(sentence: str) -> None:
    assert first([f"{SECOND} {sentence}"], "Rye") != sentence


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Rye is a grain of the north that grows on poor soil and keeps for years.", id="what it is"),
        pytest.param("This guide shows how rye is milled, kneaded and baked in a stone oven.", id="of itself"),
    ],
)
def test_what_says_what_the_subject_is_does_behind_it_too(sentence: str) -> None:
    assert first([f"{SECOND} {sentence}"], "Rye") == sentence


def test_a_greeting_and_a_question_before_it_are_passed_over() -> None:
    sentence = "Rye from the fields of the valley is milled, kneaded and baked by hand every night."
    assert first([f"Hello, friends! Do you bake? {sentence}"], "Rye of the valley") == sentence


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye bread", "Sometimes you have rye bread that is too old to eat and too good to throw away."),
        ("it", "Pane di segale", "Fare clic sul pane di segale per vedere la farina e una grande immagine."),
        ("pl", "Chleb żytni", "Bo chleb żytni leży długo w piwnicy i karmi całą rodzinę od jesieni do wiosny."),
        ("es", "Los panes", "Los panes de trigo se hacen con la misma harina como arriba y un poco de sal."),
    ],
)
def test_lead_ins_and_reasons_describe_nothing(lang: str, title: str, sentence: str) -> None:
    assert first([sentence, STORY.get(lang, "Kar yağıyor.")], title, lang) != sentence


def test_the_first_part_of_a_list_of_services_does_not_describe_them_all() -> None:
    sentence = "Trained bakers knead the dark dough by hand and have learned to do so for many years."
    parts = "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in (
        ("Dark bread", sentence), ("White bread", "Soft."), ("Cakes", "Sweet."), ("Rolls", "Crisp."),
    ))  # fmt: skip
    text = f"<!doctype html><html lang='en'><head><title>Kornmann | Services</title></head><body><main>{{}}{parts}"
    listed = suggest_text(text.format("<h1>Services</h1>"), path="page.html").descriptions
    assert sentence not in [d.text for d in listed]


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("en", "Rye bread", "One of the key benefits of rye bread is that it keeps for a week in a cold cellar."),
        ("en", "Rye bread", "The first requirement is that rye bread and its crumbs be kept in the same old chest."),
        ("en", "Rye bread", "My mother keeps rye bread for a week in a cold cellar and eats it with old butter."),
        ("pl", "Chleb żytni", "Jesteśmy bardzo zadowoleni i polecamy chleb żytni każdemu, kto lubi dobre pieczywo."),
        ("de", "Roggenbrot", "Vielen Dank, das Roggenbrot war sehr gut, ich empfehle es allen meinen Freunden."),
    ],
)
def test_lead_ins_and_thanks_of_customers_describe_nothing(lang: str, title: str, sentence: str) -> None:
    assert first([sentence, STORY[lang]], title, lang) != sentence


def test_a_part_of_a_compound_of_the_title_tells_what_a_line_is_about() -> None:
    lead = "Reinigung von Öfen und Mühlen zum Erhalt ihrer Steine, mit Bürste und heißem Wasser."
    assert of_page(lead, "Ofenreinigung", "Ofenreinigung | Kornmann", lang="de") == lead


def test_soft_hyphens_are_no_part_of_a_description() -> None:
    text = first(["Rye is a grain of the north that grows on the poor\u00adest of soils and keeps for years."], "Rye")
    assert text == "Rye is a grain of the north that grows on the poorest of soils and keeps for years."


def test_questions_that_are_often_asked_are_described_by_what_says_so() -> None:
    sentence = "Här hittar du svar på de vanligaste frågorna om våra bröd och om hur de bakas."
    assert first([f"{sentence} {STORY['sv']} Kornmann bakar."], "Vanliga frågor – Kornmann", "sv") == sentence


def test_no_clause_ends_with_a_word_that_none_ends_with() -> None:
    long = "In the year of the great flood the millers told of a rye that astonished the bakers of all the valley: "
    long += "Northern Rye, without using any manure, starting from a handful of seed, fed more than a hundred people."
    assert all(not d.text.endswith("without") for d in made([long], "Northern Rye").descriptions)


def test_an_excerpt_in_another_language_is_none() -> None:
    told = "Expérience the rye of the valley with Kornmann. Book an oven, a table and a room for the night."
    head = f"<meta property='og:description' content='{told}'>"
    assert of_page(STORY["fr"], "Le seigle de la vallée", "Le seigle de la vallée", lang="fr", head=head) != told
