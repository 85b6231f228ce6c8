"""What a description claims, and what an article says in another way: no finding where nobody would look for it."""

import pytest

from seocheck import check_text

FILLER = {
    "en": "The mill stands by the river and has two stones of granite. Whoever brings rye in the morning takes "
    "flour home at noon, and the miller keeps a tenth of it for himself and for his hens. In winter the wheel "
    "is locked in ice, and the stones are turned by a horse that walks in a circle.",
    "de": "Die Mühle liegt am Fluss und hat zwei Steine aus Granit. Wer am Morgen Roggen bringt, nimmt am Mittag "
    "Mehl mit nach Hause, und der Müller behält den zehnten Teil für sich und seine Hühner. Im Winter liegt "
    "das Rad im Eis, und ein Pferd, das im Kreis geht, dreht die Steine weiter.",
    "fr": "Le moulin est au bord de la rivière et possède deux meules de granit. Celui qui apporte du seigle le "
    "matin rentre à midi avec de la farine, et le meunier en garde un dixième pour lui et pour ses poules. En "
    "hiver la roue est prise dans la glace, et un cheval qui marche en rond fait tourner les meules.",
    "es": "El molino está junto al río y tiene dos piedras de granito. Quien trae centeno por la mañana vuelve a "
    "casa con harina al mediodía, y el molinero guarda una décima parte para él y para sus gallinas. En "
    "invierno la rueda queda presa en el hielo, y un caballo que camina en círculo mueve las piedras.",
    "pl": "Młyn stoi nad rzeką i ma dwa kamienie z granitu. Kto rano przywozi żyto, ten w południe wraca do domu z "
    "mąką, a młynarz zatrzymuje dziesiątą część dla siebie i dla swoich kur. Zimą koło jest uwięzione w "
    "lodzie, a kamieniami obraca koń, który chodzi w kółko. Wiosną lód topnieje, koło znowu skrzypi i cała "
    "wieś wie, że wkrótce będzie chleb.",
    "ru": "Мельница стоит у реки, и в ней два камня из гранита. Кто утром привозит рожь, тот в полдень уезжает "
    "домой с мукой, а десятую часть мельник оставляет себе и своим курам. Зимой колесо сковано льдом, и камни "
    "вращает лошадь, которая ходит по кругу. Весной лёд тает, колесо снова скрипит, и вся деревня знает, что "
    "скоро будет свежий хлеб.",
    "ja": "水車小屋は川のそばにあり、花崗岩の石臼が二つある。朝にライ麦を持ってきた人は、昼には小麦粉を持って家に帰"
    "る。粉屋はその十分の一を自分と鶏のために取っておく。冬になると水車は氷に閉ざされ、円を描いて歩く馬が石臼"
    "を回す。春が来ると氷がとけて、水車はまたゆっくりと回り始める。村の人はみなその音を聞いて、畑に出かける。",
}


def found(lang: str, description: str, more: str = "", title: str = "-") -> list[str]:
    text = f"---\ntitle: {title!r}\ndescription: {description!r}\nlang: {lang}\n---\n\n{FILLER[lang]}\n\n{more}\n"
    report = check_text(text, path="mill.md")
    return [f.message.split("“")[1].split("”")[0] for f in report.findings if f.rule == "description/unsupported-claim"]


@pytest.mark.parametrize(
    ("lang", "description", "more", "title"),
    [
        pytest.param("en", "How the mill of Oakham grinds rye.", "", "The mill of Oakham", id="a name of the title"),
        pytest.param("en", "What 30 years at the mill have taught us.", "", "30 years at the mill", id="its number"),
        pytest.param("en", "You can Download the plan of the wheel here.", "", "-", id="what to do"),
        pytest.param("es", "En el plano del molino Descubre la rueda y las piedras.", "", "-", id="to do, Spanish"),
        pytest.param("fr", "Sur le plan, Découvrez la roue et les meules du moulin.", "", "-", id="what to do, French"),
        pytest.param("en", "The plan of the mill as a PDF, with the URL of each part.", "", "-", id="plain acronyms"),
        pytest.param("fr", "Le moulin, sa TVA et le travail des RH.", "", "-", id="plain acronyms, French"),
        pytest.param("en", "How the WRX unit grinds rye.", "The MWRX turns the wheel.", "-", id="in a longer acronym"),
        pytest.param("en", "How the QTZ tool grinds.", "```\nsudo mill allow 'QTZ'\n```", "-", id="in a listing"),
        pytest.param("en", "The mill grinds in 46 steps.", "```\nmill --steps 46\n```", "-", id="number in code"),
        pytest.param("en", "It grinds in 46 steps.", "{{< mermaid >}}\nA[46 steps]\n{{< /mermaid >}}", "-", id="g"),
        pytest.param("en", "Photographs of the mill in the 1950s.", "The wheel in 1954.", "-", id="a year of a decade"),
        pytest.param("de", "Bilder der Mühle aus den 1950er Jahren.", "Das Rad im Jahr 1954.", "-", id="German decade"),
        pytest.param("en", "The story of the mill in English.", "", "-", id="the language it is in"),
        pytest.param("de", "Die Mühle und d'Vorteil vom Wasserrad.", "", "-", id="a German noun behind an article"),
        pytest.param("fr", "Le moulin et ses meules, que l'Académie a vus.", "Une académie les a vus.", "-", id="l'"),
        pytest.param("en", "OAKHAM (MNA) - The old mill grinds rye again.", "", "-", id="where it was written"),
        pytest.param("en", "Oakham Green, 12 May - The old mill grinds again.", "On 12 May.", "-", id="where and when"),
        pytest.param("en", "The mill grinds rye in Oakham.", "We grind in {{< town >}}, and sell.", "-", id="gap"),
        pytest.param("ja", "水車小屋とTokenの話。", "水車小屋でトークンを使う。", "-", id="by its sound"),
        pytest.param("en", "A Small plan of the mill.", "", "-", id="a common word behind a"),
        pytest.param("en", "The mill with Assoc. Prof. Dr. Miller.", "Miller grinds.", "-", id="academic titles"),
        pytest.param("en", "How to grind. 1.Clean the stone 2.4.Turn it", "1 stone.", "-", id="numbers of steps"),
        pytest.param("en", "The late-Ice-Age wheel of the mill.", "", "-", id="a part of a compound"),
        pytest.param("ru", "Мельница по книге Hamelford и её камни.", "Так пишет Хамелфорт.", "-", id="other letters"),
        pytest.param("en", "What Kornland Trust keeps of you.", "", "Privacy policy", id="the site's name"),
        pytest.param("ja", "水車小屋のThe話。", "", "-", id="an English article"),
        pytest.param("ru", "Как на мельнице сдают ФП.", "Здесь фабричная пошлина. " * 3, "-", id="initials"),
        pytest.param(
            "pl", "Jak młyn działa z programem Kornmelera.", "[strona](https://kornmeler.example/)", "-", id="declined"
        ),
        pytest.param(
            "en", "The book of the mill, pages 1 to 361.", "The book has 1 [end](/book/18-300-361/).", "-", id="address"
        ),
        pytest.param("en", "The rota of 2026-05-22 22:32 UTC.", "Of 2026-05-22 22:32 UTC.", "-", id="a date, a time"),
        pytest.param("es", "El molino de la ribera, Doble piedra por la mañana.", "", "-", id="a word behind a comma"),
        pytest.param("de", "Die Mühle hilft beim Mahlen Ihrer Körner.", "", "-", id="nouns with a polite word"),
        pytest.param("en", "You can run it on GQM or by hand.", "Great and quiet mills.", "-", id="around and"),
        pytest.param("en", "The book of Kornland.", "[home](https://kornland.example/a) [x](https://kornland.example/b)",
                     "-", id="the site's address"),
    ],
)  # fmt: skip
def test_what_nobody_would_look_for(lang, description, more, title):
    assert found(lang, description, more, title) == []


@pytest.mark.parametrize(
    ("lang", "description", "more", "title", "says"),
    [
        pytest.param("en", "How the mill of Oakham grinds rye.", "", "The mill", "Oakham", id="a place"),
        pytest.param("en", "The mill runs on Docker and rye.", "", "-", "Docker", id="a product that is a word"),
        pytest.param("en", "The mill and what Amazon sells of it.", "", "-", "Amazon", id="a company before a verb"),
        pytest.param("en", "You can run the mill on QGZ or by hand.", "", "-", "QGZ", id="an acronym"),
        pytest.param("en", "The mill in the 1950s and later.", "The wheel in 1964.", "-", "1950s", id="another decade"),
        pytest.param("en", "How to grind 46 sacks.", "```\nmill 460\n```", "-", "46", id="another number in a listing"),
        pytest.param("en", "The story of the mill in Danish.", "", "-", "Danish", id="another language"),
        pytest.param("en", "The mill of Oakham – and its river.", "", "-", "Oakham", id="no dateline"),
        pytest.param("en", "The old mill of Oakham.", "{{< gallery >}}", "-", "Oakham", id="a gap between paragraphs"),
        pytest.param("es", "El molino y la rueda de Lorca.", "", "-", "Lorca", id="a name in Spanish"),
        pytest.param("es", "El molino y la rueda, Lorca y el río.", "", "-", "Lorca", id="a name behind a comma"),
        pytest.param("fr", "Le moulin et l'Ormontois.", "", "-", "l'Ormontois", id="a name behind an article"),
        pytest.param("en", "What we keep for 730 days.", "", "Privacy policy", "730", id="a number on a legal page"),
        pytest.param("ru", "Мельница по книге Hamelford.", "Так пишет Хартманн.", "-", "Hamelford", id="another name"),
        pytest.param("fr", "Le moulin de Saint\u2011Orlan.", "", "-", "Saint\u2011Orlan", id="a name with hyphens"),
        pytest.param("fr", "Le moulin en Basse-de-Brame.", "", "-", "Basse-de-Brame", id="one with a small word"),
        pytest.param("en", "You can run it on GQM or by hand.", "Great and old mills.", "-", "GQM", id="others around"),
        pytest.param("de", "Die Mühle, gebaut von Erna Wiesinger.", "", "-", "Erna Wiesinger", id="a person"),
        pytest.param("ru", "Как на мельнице сдают ФП.", "Фунтовый мешок и пуд.", "-", "ФП", id="initials of no phrase"),
        pytest.param("en", "The mill and its 320 sacks.", "[end](/book/18-200-561/)", "-", "320", id="no such address"),
    ],
)  # fmt: skip
def test_what_a_reader_looks_for_in_vain(lang, description, more, title, says):
    assert found(lang, description, more, title) == [says]


@pytest.mark.parametrize(
    ("beside", "says"),
    [
        ("<a class='card' href='/o'><div>Oakham</div><div>Rye · Oats · Wheat</div><p>6–7h</p></a>", []),
        ("<section><p style='color:#fff'>Flour from Oakham. Fast, cheap, at your door.</p></section>", []),
        ("<footer><p>Mill Lane 9<br>Oakham</p></footer>", []),
        ("<footer><p>Sacks of 20kg and 460g</p></footer>", ["Oakham"]),
        ("<footer><img alt='' data-town='Oakham'></footer>", ["Oakham"]),
    ],
)
def test_what_a_page_shows_beside_its_article_is_said(beside, says):
    head = "<title>-</title><meta name='description' content='The mill of Oakham grinds 460g of rye.'>"
    body = f"<main><article><h1>The mill</h1><p>{FILLER['en']}</p><p>It grinds 460g.</p></article></main>{beside}"
    text = f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    report = check_text(text, path="mill.html")
    rule = "description/unsupported-claim"
    assert [f.message.split("“")[1].split("”")[0] for f in report.findings if f.rule == rule] == says


def test_a_figure_with_its_unit_beside_the_article_is_said():
    head = "<title>-</title><meta name='description' content='The mill fills bags of 460g with rye.'>"
    body = f"<main><article><h1>The mill</h1><p>{FILLER['en']}</p></article></main><aside>Bags: 200g · 460g</aside>"
    text = f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    report = check_text(text, path="mill.html")
    assert not any(f.rule == "description/unsupported-claim" for f in report.findings)


@pytest.mark.parametrize(
    ("path", "more", "judged"),
    [("_index.md", "", False), ("_index.md", "The mill. " * 60, True), ("index.md", "", True)],
)
def test_a_list_that_a_generator_fills_in_is_not_judged(path, more, judged):
    text = f"---\ntitle: '-'\ndescription: The mill of Oakham.\nlang: en\n---\n\n{FILLER['en']}\n\n{more}\n"
    report = check_text(text, path=path)
    assert any(f.rule == "description/unsupported-claim" for f in report.findings) is judged
    assert any(n.subject == "description/unsupported-claim" for n in report.not_assessed) is not judged
