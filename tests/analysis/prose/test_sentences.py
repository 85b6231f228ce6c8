from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seocheck.analysis.prose import sentences as sentences_module
from seocheck.analysis.prose.abbreviations import abbreviations
from seocheck.analysis.prose.sentences import split_sentences
from seocheck.languages import load
from tests.support import assert_linear


def sentences(text: str, code: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, load(code))]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Dr. Smith met Mr. Brown at 5 p.m. The talk was short.", 2),
        ("en", "The U.S. President spoke. He left the U.S. The end.", 3),
        ("en", "They cost $3.14, e.g. in May. Version 2.0.1 is out. See example.com. Next.", 4),
        ("en", "J. R. R. Tolkien wrote it. So did C. S. Lewis.", 2),
        ("en", "Well... maybe. Wait… What? Yes!", 4),
        ("en", "1. First do this. 2. Then do that.", 2),
        ("en", "See fig. 3 and No. 5. No. He did not.", 3),
        ("en", "iPhone sales fell. iPhone prices rose.", 2),
        ("en", "Visit https://a.example/c?d=e! Now read config.yml. Done.", 3),
        ("en", "It is true.[1] The rest follows.² There is more.", 3),
        ("en", "There is no stop here", 1),
        ("en", "We shipped both features. pnkfelix wrote them. mw was there, i.e. online.", 2),
        ("en", "It grew approx. fivefold, max. twice as fast as before. the rest is known.", 1),
        ("en", "See clinicaltrials.gov. Together they wrote it.", 2),
        ("de", "Das gilt z. B. für Hunde. Am 3. Oktober kam Dr. Meier usw. Die Feier war u. a. in Bonn.", 3),
        ("de", "Das war im Jahr 2014. Danach geschah nichts.", 2),
        ("es", "El Sr. Pérez, p. ej., vive aquí. ¿Por qué? ¡No sé!", 3),
        ("fr", "M. Dupont est là. « Vraiment ? » dit-il. Oui.", 3),
        ("ru", "Он родился в 1950 г. в Москве, т. е. давно. А. С. Пушкин писал стихи. Да.", 3),
        ("ja", "止まれ！止まった。「行け！」と言った。はい？", 4),
        ("zh", "你好。我很好！真的吗？", 3),
        ("ar", "هل هذا صحيح؟ نعم. شكرا.", 3),
        ("hi", "यह सच है। हाँ। ठीक है।", 3),
        ("xx", "An unknown language. It has stops, too.", 2),
    ],
)
def test_how_many_sentences(code: str, text: str, count: int) -> None:
    assert len(sentences(text, code)) == count


def test_a_stop_inside_a_quotation_goes_on_in_lower_case() -> None:
    assert sentences("“Stop!” he said. “Go.” Then he left.") == ["“Stop!” he said.", "“Go.”", "Then he left."]


def test_a_stop_is_seen_inside_quotation_marks_and_brackets() -> None:
    assert sentences("(It was late. Nobody came.) She “waited. And left.”") == [
        "(It was late.",
        "Nobody came.)",
        "She “waited.",
        "And left.”",
    ]


def test_pieces_without_words_belong_to_their_neighbour() -> None:
    assert sentences("... and so on. !!! Then more.") == ["... and so on. !!!", "Then more."]
    assert sentences("...") == ["..."]
    assert sentences(" \n ") == []


HARD_CASES = yaml.safe_load((Path(__file__).parents[2] / "accuracy" / "sentences.yml").read_text("utf-8"))


@pytest.mark.parametrize("code", sorted(HARD_CASES))
def test_hard_cases(code: str) -> None:
    lines = HARD_CASES[code]["tune"].splitlines()
    missed = [line for line in lines if sentences(line.replace("¦", ""), code) != [s.strip() for s in line.split("¦")]]
    assert len(missed) <= 0.05 * len(lines), missed


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("en", ["“Where to?” Tom Miller asked.", "He waited."]),
        ("en", ["“Where to?” I asked.", "She said nothing."]),
        ("en", ["“Where to?”", "I asked this of everybody."]),
        ("en", ["“Where to?”", "She said nothing."]),
        ("en", ["“Where to?”", "Tom said, “Home.”"]),
        ("en", ["It fell to 300 people.3", "The rest had left.4"]),
        ("en", ["We need Release 2.", "The first one failed."]),
        ("en", ["That is known.", "—In the last years it was not."]),
        ("en", ["Mr.—Smith came late."]),
        ("en", ["He stayed at home, as did I.", "I know why."]),
        ("en", ["Day!...", "Day!...", "Go on."]),
        ("en", ["I like my 🍎 A lot of them."]),
        ("en", ["We won 👏👏", "The rest is known."]),
        ("en", ["Thanks 😊 Anna"]),
        ("de", ["Er rief: »Halt!«", "Niemand hielt an."]),
        ("de", ["Sie wohnt in der Lindenstr. 4 in Ulm.", "Dort ist es still."]),
        ("de", ["Im II. Weltkrieg brannte es.", "Danach nicht."]),
        ("de", ["Er kaufte Äpfel, Birnen usw.", "Abends kochte er."]),
        ("fr", ["« Sors ! »", "Il sortit.", "« Vite ! », dit-elle."]),
        ("it", ["Comprò pane, latte ecc.", "È tutto."]),
        ("zh", ["“走吧！”爸爸说。", "我们走了。"]),
        ("zh", ["他说：“走吧！”", "我们走了。"]),
        ("ja", ["「行け！」", "それは命令だった。"]),
        ("ja", ["「行け！」は命令だ。", "違う？"]),
        ("ja", ["約２．５倍になった。", "多い。"]),
        ("ar", ["قال «توقف!» بصوت عال.", "توقف الجميع."]),
        ("hi", ["श्री के. एल. राव आए।", "वे बैठे।"]),
        ("th", ["เขาเกิดเมื่อ พ.ศ. 2500 ที่บ้าน"]),
        ("ko", ["그는 갔다.", "나는 남았다?", "정말!"]),
    ],
)
def test_what_closes_a_sentence_and_what_does_not(code: str, parts: list[str]) -> None:
    blank = "" if code in ("zh", "ja", "ko") else " "
    assert sentences(blank.join(parts), code) == parts


TEXTS = st.text(
    st.sampled_from("aA1zZ .!?…\"'”)([]„。！-*\n\u00a0éß「」《》：؟😀❤🍎د我は") | st.characters(), max_size=80
)


@given(TEXTS, st.sampled_from(["en", "de", "ja", "zh", "ar", "th", "xx"]))
def test_sentences_are_in_order_and_hold_every_character(text: str, code: str) -> None:
    last = 0
    for start, end in split_sentences(text, load(code)):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    "piece", [".", "(", ". ", "a. ", "z. B. ", "(. ", "1. ", "[1]", ".[1", '". ', "x", "😀 ", " :)", ".—A"]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    assert_linear(lambda size: split_sentences(piece * (size // len(piece)), load("de")), 10_000)


@pytest.mark.parametrize("piece", ["《！》啊", "“！”啊", "（？）", "！」", "«؟» ", "!” A "])
@pytest.mark.parametrize("code", ["zh", "ar", "en"])
def test_time_grows_with_the_length_alone_in_brackets_and_quotations_too(piece: str, code: str) -> None:
    assert_linear(lambda size: split_sentences(piece * (size // len(piece)), load(code)), 10_000)


@pytest.mark.parametrize(("piece", "code"), [(". ", "de"), ("！」", "zh")])
def test_time_grows_with_the_length_alone_where_there_are_only_stops(piece: str, code: str) -> None:
    language = load(code)
    assert_linear(lambda size: split_sentences(piece * (size // len(piece)), language), 25_000)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We stopped in Bavaria.Sunday was warm.", 2),
        ("Put it in the oven.The crust is dark.", 2),
        ("It runs on Node.js and System.Out is full.", 1),
        ("We wrote to example.Com and they said no.", 1),
        ("Call Live.Code.Party today, or never.", 1),
        ("Use time.Format for dates and css.Build options.", 1),
        ("See a.Method and Foo.Bar today.", 1),
    ],
)
def test_a_stop_without_its_space(text: str, count: int) -> None:
    assert len(split_sentences(text, load("en"))) == count


def test_a_language_without_spaces_needs_none_behind_a_stop() -> None:
    assert len(split_sentences("We stopped in Bavaria.Sunday was warm.", load("zh"))) == 1


PIECES = st.sampled_from((
    "Anna ", "bread. ", "oven. The ", "Why? ", "Go! Now ", "e.g. ", "e. g. Rye ", "Dr. Miller ", "etc. The ",
    "No. ", "ill. Then ", "XVI. Louis ", "in 2014. Then ", "3.14 ", "am 3. Oktober ", "2. ", "a.b ",
    "Hauptstr. Zwei ", "well-known. Rye ", "(rye. It ", "don't. He ", "usw. Die ", "iPhone ", "x. Y ", ".", " ",
    "É. A", "…", "नमक. A ", "Straße. Ü", "etc.and ",
))  # fmt: skip


@given(
    st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join), st.sampled_from(["en", "de", "fr", "tr", "zh"])
)
def test_common_ends_are_told_as_the_rules_tell_all(text: str, code: str) -> None:
    language = load(code)
    known = abbreviations(language.code, language.abbreviations, language.function_words, language.spaced)
    expected = []
    start = 0
    for stop in sentences_module._STOP.finditer(text):
        reached = sentences_module._end_at(text, start, stop, known) if stop.start() >= start else 0
        if reached:
            expected.append(reached)
            start = reached
    assert sentences_module._ends(text, known) == expected
