"""Keywords in Chinese, Japanese and Thai: words that nothing separates, and other ways to spell them."""

import pytest

import seocheck


def tier(keyword: str, text: str, language: str) -> str:
    article = f"---\ntitle: x\nlang: {language}\nkeywords: ['{keyword}']\n---\n\n{text}\n"
    return seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"]).keywords[0].tier


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("サワードウブレッドマシーン", "このサワードウブレッドマシーンで焼く。", "ja"),
        (
            "天然酵母で焼くフランスパンの作り方と保存方法",
            "今日は天然酵母で焼くフランスパンの作り方と保存方法です。",
            "ja",
        ),
        ("Python入门", "这是 Python 入门。", "zh"),
        ("Python 入门", "这是Python入门。", "zh"),
        ("パン屋", "The パン屋 is open.", "en"),
    ],
)
def test_exact(keyword: str, text: str, language: str) -> None:
    assert tier(keyword, text, language) == "exact"


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("麵包", "面包很好吃。", "zh"),
        ("烤箱溫度", "先看烤箱温度。", "zh"),
        ("酵母", "酵母很好。", "zh-TW"),
        ("オーブントースター", "オーブントースタで焼く。", "ja"),
        ("ミキサ", "ミキサーで混ぜる。", "ja"),
        ("ヴァイオリン", "バイオリンを弾く。", "ja"),
        ("焼き上がり", "焼上がりを見る。", "ja"),
        ("取扱い", "取り扱いの説明", "ja"),
        ("小麦粉の組合せ", "小麦粉の組み合わせを変える。", "ja"),
        ("たまご", "卵を割る。", "ja"),
        ("生姜", "しょうがを入れる。", "ja"),
        ("ねこ", "ネコは寝る。", "ja"),
    ],
)
def test_another_spelling(keyword: str, text: str, language: str) -> None:
    assert tier(keyword, text, language) in ("exact", "variant")


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("バラ", "すばらしいパンだ。", "ja"),
        ("組合せ", "労働組合の会議", "ja"),
        ("ミキサー", "ミキサーズという店", "ja"),
        ("干果", "结果很好。", "zh"),
    ],
)
def test_what_only_looks_alike(keyword: str, text: str, language: str) -> None:
    assert tier(keyword, text, language) in ("absent", "partial")


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("Python 面包", "用 Python 写的烤面包程序", "zh"),
        ("面包温度", "烤面包时温度要高。", "zh"),
        ("酵母の保存", "保存のしかたと酵母", "ja"),
        ("パンレシピ", "レシピどおりにパンを焼く。", "ja"),
        ("ขนมปังร้าน", "ร้านนี้มีขนมปัง", "th"),
    ],
)
def test_its_words_in_another_order(keyword: str, text: str, language: str) -> None:
    assert tier(keyword, text, language) == "reordered"


def test_some_of_its_words() -> None:
    assert tier("面包温度", "面包很好。", "zh") == "partial"
    assert tier("Python チュートリアル", "Python でパンを焼く。", "ja") == "partial"
    assert tier("面包机", "洗衣机很好。", "zh") == "absent"


def test_a_common_word_at_the_end_of_a_longer_one_in_katakana() -> None:
    assert tier("ゲーム", "ボードゲームを作る。", "ja") == "reordered"
    assert tier("ホテルの予約", "ビジネスホテルの予約を変える。", "ja") == "reordered"
    assert tier("コード", "レコードを聴く。", "ja") == "absent"  # another word, of which one syllable is left
    assert tier("ライブ", "ドライブに行く。", "ja") == "absent"
    assert tier("ライン", "オンラインで学ぶ。", "ja") == "absent"
    assert tier("ゲーム", "ゲームオーバー画面。", "ja") == "absent"  # its end says what it is
    assert tier("トップ", "デスクトップに置く。", "ja") == "absent"
    assert tier("パズル", "パズルゲームを作る。", "ja") == "reordered"  # both are words
    assert tier("タイム", "タイムラインを見る。", "ja") == "absent"


def test_the_end_of_a_longer_word_in_katakana() -> None:
    assert tier("フランスパン", "ミニフランスパンを焼く。", "ja") == "reordered"
    assert tier("プレゼンテーション", "プレゼンテーションスライドを開く。", "ja") == "reordered"
    assert tier("カテゴリーの色", "シリーズカテゴリーの色を変更する。", "ja") == "reordered"
    assert tier("パン", "パンダが来た。", "ja") == "absent"
    assert tier("フランスパンナイフの柄", "フランスパンの柄を見る。", "ja") == "partial"
    assert tier("ローカライゼーション", "パンのレシピをローカライズする。", "ja") == "variant"
    assert tier("フランスパン", "フランスパンナイフを買う。", "ja") != "exact"


def test_what_only_the_description_says_is_looked_for_in_parts() -> None:
    article = "---\ntitle: x\nlang: zh\ndescription: 面包温度很高。\nkeywords: [面包温度]\n---\n\n烤面包时温度要高。\n"
    report = seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"])
    assert report.keywords[0].tier == "reordered"


def missing(keyword: str, text: str, language: str) -> tuple[str, ...]:
    article = f"---\ntitle: x\nlang: {language}\nkeywords: ['{keyword}']\n---\n\n{text}\n"
    return seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"]).keywords[0].missing


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("Snailo烤箱温度", "在 snailo.com 上设置温度。烤箱很热。", "zh"),
        ("SnailoのAPIキー", "Snailo.ioにはAPIのキーがある。", "ja"),
        ("Reactjs酵母", "酵母和 React 一起。用 React 写。", "zh"),
    ],
)
def test_a_word_of_another_script_in_any_spelling(keyword: str, text: str, language: str) -> None:
    assert missing(keyword, text, language) == ()


@pytest.mark.parametrize(
    ("keyword", "text", "language", "names"),
    [
        ("小麦の発酵", "この小麦はおいしい。窯の前で待つ。", "ja", ("発酵",)),
        ("石窯の温度を測る", "この石窯は大きい。鍵を測る。", "ja", ("温度",)),
        ("小麦を発酵させる", "この小麦はおいしい。発酵を待つ。", "ja", ()),
        ("烤箱监控", "烤箱很热，设备监看。", "zh", ("监控",)),
        ("面包器监控", "请看面包，并监控温度。", "zh", ()),
        ("เตาอบไฟฟ้า", "เตาอบร้อนมาก แต่เปลวไฟใหญ่ ฟ้าใส", "th", ("ไฟฟ้า",)),
    ],
)
def test_names_words_and_no_particles(keyword: str, text: str, language: str, names: tuple[str, ...]) -> None:
    assert missing(keyword, text, language) == names
