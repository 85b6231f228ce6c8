"""The language of a text, a tag and a path: right, or none."""

import pytest

from seocheck.languages import available
from seocheck.languages.detect import detect, language_of_path, normalise
from tests.support import no_hang

PARAGRAPHS = {
    "ar": (
        "قبل أن تبدأ في العمل على هذا المشروع يجب أن تعرف أن الماء الذي يأتي من البئر لا يكفي إلا "
        "لبعض الوقت، وقد كانت القرية تعتمد عليه منذ سنوات."
    ),
    "cs": (
        "Když se večer vrátili domů, zjistili, že na stole nic není a že kočka už všechno snědla. "
        "Nebylo to poprvé, ale tentokrát se nikdo nesmál."
    ),
    "da": (
        "Da de kom hjem om aftenen, var der ikke noget på bordet, og katten havde allerede spist det "
        "hele. Det var ikke første gang, men nu var der ingen, som grinede af det, og hun blev ked af"
        " det."
    ),
    "de": (
        "Als sie am Abend nach Hause kamen, war nichts mehr auf dem Tisch, und die Katze hatte schon "
        "alles gefressen. Es war nicht das erste Mal, aber diesmal lachte niemand."
    ),
    "el": (
        "Όταν γύρισαν στο σπίτι το βράδυ, δεν υπήρχε τίποτα στο τραπέζι και η γάτα είχε ήδη φάει τα "
        "πάντα."
    ),
    "en": (
        "When they came home in the evening there was nothing on the table, and the cat had eaten it "
        "all. It was not the first time, but nobody laughed about it."
    ),
    "es": (
        "Cuando llegaron a casa por la noche no había nada en la mesa, y el gato ya se lo había "
        "comido todo. No era la primera vez, pero esta vez nadie se rió."
    ),
    "fa": (
        "وقتی شب به خانه آمدند هیچ چیزی روی میز نبود و گربه همه چیز را خورده بود. این بار اول نبود "
        "اما هیچ‌کس نخندید."
    ),
    "fi": (
        "Kun he tulivat illalla kotiin, pöydällä ei ollut enää mitään, ja kissa oli jo syönyt kaiken."
        " Se ei ollut ensimmäinen kerta, mutta nyt kukaan ei nauranut."
    ),
    "fr": (
        "Quand ils sont rentrés le soir, il n'y avait plus rien sur la table et le chat avait déjà "
        "tout mangé. Ce n'était pas la première fois, mais personne n'a ri."
    ),
    "he": (
        "כאשר הם חזרו הביתה בערב לא היה כלום על השולחן, והחתול כבר אכל את הכול. זו לא היתה הפעם "
        "הראשונה, אבל אף אחד לא צחק."
    ),
    "hi": (
        "जब वे शाम को घर आए तो मेज पर कुछ नहीं था और बिल्ली सब कुछ खा चुकी थी। यह पहली बार नहीं था, "
        "लेकिन इस बार कोई नहीं हँसा।"
    ),
    "hu": (
        "Amikor este hazaértek, már semmi sem volt az asztalon, és a macska mindent megevett. Nem ez "
        "volt az első alkalom, de most senki nem nevetett."
    ),
    "id": (
        "Ketika mereka pulang pada malam hari, tidak ada apa pun di atas meja, dan kucing itu sudah "
        "makan semuanya. Ini bukan yang pertama, tetapi tidak ada yang tertawa karena itu."
    ),
    "it": (
        "Quando sono tornati a casa la sera non c'era più niente sul tavolo, e il gatto aveva già "
        "mangiato tutto. Non era la prima volta, ma nessuno ha riso."
    ),
    "ja": "夕方家に帰ると、テーブルの上には何もなく、猫がすべて食べてしまっていた。",
    "ko": "저녁에 집에 돌아와 보니 식탁 위에는 아무것도 없었고 고양이가 벌써 다 먹어 버렸다.",
    "nb": (
        "Da de kom hjem om kvelden, var det ikke noe på bordet, og katten hadde allerede spist alt. "
        "Det var ikke første gang, men nå var det ingen som lo av det, og hva skulle hun si etter "
        "dette?"
    ),
    "nl": (
        "Toen ze 's avonds thuiskwamen, lag er niets meer op de tafel, en de kat had alles al "
        "opgegeten. Het was niet de eerste keer, maar nu lachte er niemand om."
    ),
    "pl": (
        "Kiedy wieczorem wrócili do domu, na stole nie było już nic, a kot wszystko zjadł. Nie był to"
        " pierwszy raz, ale tym razem nikt się nie śmiał."
    ),
    "pt": (
        "Quando chegaram a casa à noite, não havia nada na mesa, e o gato já tinha comido tudo. Não "
        "era a primeira vez, mas desta vez ninguém riu."
    ),
    "ro": (
        "Când au ajuns acasă seara, nu mai era nimic pe masă, iar pisica mâncase deja totul. Nu era "
        "prima dată, dar acum nimeni nu a râs."
    ),
    "ru": (
        "Когда они вечером вернулись домой, на столе уже ничего не было, и кошка всё съела. Это было "
        "не в первый раз, но теперь никто не смеялся."
    ),
    "sv": (
        "När de kom hem på kvällen fanns det inget kvar på bordet, och katten hade redan ätit allt. "
        "Det var inte första gången, men nu var det ingen som skrattade."
    ),
    "th": "เมื่อพวกเขากลับถึงบ้านในตอนเย็น บนโต๊ะไม่มีอะไรเหลือ และแมวกินหมดแล้ว",
    "tr": (
        "Akşam eve geldiklerinde masada hiçbir şey yoktu ve kedi her şeyi yemişti. Bu ilk kez değildi"
        " ama bu sefer kimse bir şey için gülmedi."
    ),
    "uk": (
        "Коли вони ввечері повернулися додому, на столі вже нічого не було, і кішка все з'їла. Це "
        "було не вперше, але тепер ніхто не сміявся."
    ),
    "zh": "他们晚上回到家的时候，桌子上什么都没有了，猫已经把东西都吃了。",
}  # fmt: skip

STRANGERS = {
    "Afrikaans": (
        "Toe hulle saans by die huis kom, was daar niks op die tafel nie, en die kat het alles geëet."
        " Dit was nie die eerste keer nie."
    ),
    "Bulgarian": (
        "Когато се прибраха вечерта, на масата нямаше нищо и котката вече беше изяла всичко. Това не "
        "беше за първи път, но никой не се смя."
    ),
    "Catalan": (
        "Quan van arribar a casa al vespre no hi havia res a la taula, i el gat ja s'ho havia menjat "
        "tot. No era la primera vegada, però ningú no va riure."
    ),
    "Croatian": (
        "Kad su se navečer vratili kući, na stolu nije bilo ničega, a mačka je već sve pojela. To "
        "nije bilo prvi put, ali se nitko nije smijao."
    ),
    "Galician": (
        "Cando chegaron á casa pola noite non había nada na mesa, e o gato xa o comera todo. Non era "
        "a primeira vez, pero ninguén riu."
    ),
    "Serbian": (
        "Када су се увече вратили кући, на столу није било ничега, а мачка је већ све појела. То није"
        " било први пут, али се нико није смејао."
    ),
    "Slovak": (
        "Keď sa večer vrátili domov, na stole už nič nebolo a mačka všetko zjedla. Nebolo to prvý "
        "raz, ale teraz sa nikto nesmial."
    ),
    "Urdu": (
        "جب وہ شام کو گھر آئے تو میز پر کچھ نہیں تھا اور بلی سب کچھ کھا چکی تھی۔ یہ پہلی بار نہیں "
        "تھا۔"
    ),
    "Vietnamese": (
        "Khi họ về nhà vào buổi tối thì trên bàn không còn gì và con mèo đã ăn hết mọi thứ."
    ),
    "Tamil": "அவர்கள் மாலையில் வீட்டிற்கு வந்தபோது மேசையில் எதுவும் இல்லை.",
}  # fmt: skip


class TestDetect:
    @pytest.mark.parametrize("code", PARAGRAPHS)
    def test_a_short_paragraph(self, code):
        assert detect(PARAGRAPHS[code]) == code

    def test_every_language_with_a_file_is_tried(self):
        assert set(PARAGRAPHS) == set(available())

    @pytest.mark.parametrize("code", PARAGRAPHS)
    def test_a_piece_of_a_sentence_is_right_or_nothing(self, code):
        words = PARAGRAPHS[code].split()
        for length in (2, 4, 8):
            for start in range(0, max(len(words) - length, 1), 3):
                assert detect(" ".join(words[start : start + length])) in (code, "")

    @pytest.mark.parametrize("name", STRANGERS)
    def test_a_language_without_a_file_is_unknown(self, name):
        assert detect(STRANGERS[name]) == ""

    def test_traditional_characters_are_chinese(self):
        assert detect("他們晚上回到家的時候，桌子上什麼都沒有了，貓已經把東西都吃了。") == "zh"

    def test_prose_about_programming_is_in_its_own_language(self):
        german = (
            "Wir haben den Kubernetes Cluster mit Docker Compose und GitHub Actions für das Rollout nicht "
            "neu gebaut, weil Helm Chart und Ingress Controller auf dem Node schon liefen."
        )
        japanese = "Kubernetes のクラスタを GitHub Actions と Docker Compose でデプロイする方法を説明します。"
        assert detect(german) == "de"
        assert detect(japanese) == "ja"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " \n",
            "2024 — 100 %",
            "Putin",
            "NATO, Kyiv, Moscow, Zelenskyy",
            "東京都庁",
            "x = a + b",
            "🎉🎉🎉",
        ],
    )
    def test_nothing_to_go_by(self, text):
        assert detect(text) == ""

    def test_two_languages_in_one_text_are_none(self):
        assert detect(PARAGRAPHS["de"] + " " + PARAGRAPHS["en"]) == ""
        assert detect(PARAGRAPHS["ru"] + " " + PARAGRAPHS["en"]) == ""

    def test_decomposed_accents_and_capitals_change_nothing(self):
        import unicodedata

        assert detect(unicodedata.normalize("NFD", PARAGRAPHS["fr"])) == "fr"
        assert detect(PARAGRAPHS["sv"].upper()) == "sv"

    def test_time_does_not_grow_with_the_text(self):
        text = PARAGRAPHS["en"] * 10_000
        detect(text)
        with no_hang(1):  # a megabyte read as a whole takes several
            for _ in range(20):
                assert detect(text) == "en"


class TestNormalise:
    @pytest.mark.parametrize(
        ("tag", "code"),
        [
            ("en", "en"), ("en_US", "en"), ("en_US.UTF-8", "en"), ("pt-BR", "pt"), ("zh-Hant", "zh"),
            ("zh_Hans_CN", "zh"), ("es-419", "es"), ("no", "nb"), ("nn-NO", "nb"), ("iw", "he"),
            ("German", "de"), (" english ", "en"), ("Français", "fr"), ("日本語", "ja"), ("ca", "ca"),
            ("deu", "de"),
        ],
    )  # fmt: skip
    def test_tags_and_names(self, tag, code):
        assert normalise(tag) == code

    @pytest.mark.parametrize("tag", ["", "xx", "und", "x-default", "junk", "e", "en-", "12", "{{ lang }}"])
    def test_junk(self, tag):
        assert normalise(tag) == ""


class TestLanguageOfPath:
    @pytest.mark.parametrize(
        ("path", "code", "tag"),
        [
            ("/site/de/index.md", "de", "de"), ("content/pt-br/a.md", "pt", "pt-br"),
            ("blog/zh_CN/a.html", "zh", "zh_CN"), ("post/index.fr.md", "fr", "fr"),
            ("post/index.zh-hant.md", "zh", "zh-hant"), ("content.es/a.md", "es", "es"),
            ("content/it/a.md", "it", "it"), ("i18n/uk/a.md", "uk", "uk"), ("it-IT/a.md", "it", "it-IT"),
            ("de/archive/en/a.md", "en", "en"), ("site\\ja\\a.md", "ja", "ja"),
            ("locales/no/a.md", "nb", "no"),
        ],
    )  # fmt: skip
    def test_places_that_name_a_language(self, path, code, tag):
        assert language_of_path(path) == (code, tag)

    @pytest.mark.parametrize(
        "path",
        [
            "a.md", "news/uk/a.md", "it/helpdesk.md", "support/it/a.md", "no/a.md", "is/a.md", "to/a.md",
            "my/am/a.md", "node.js.md", ".de.md", "de.md", "ca/a.md", "cn/a.md", "", "german/a.md",
        ],
    )  # fmt: skip
    def test_places_that_do_not(self, path):
        assert language_of_path(path) == ("", "")


WORKS = (
    "Замена подшипников, восстановление геометрии узла, настройка механизмов автоматической подачи. Ремонт "
    "гидравлических цилиндров, установка частотных преобразователей, смазка винтовой пары. Проверка суппорта, "
    "шабрение направляющих станины, замена изношенных шестерён, обслуживание электродвигателей."
)


def test_a_russian_list_of_nouns() -> None:
    assert detect(WORKS) == "ru"
    assert detect(WORKS.replace("и", "і")) == ""  # Belarusian writes ы, too
    assert detect(WORKS.replace("ы", "и")) == ""
    assert detect(WORKS[:90]) == ""
