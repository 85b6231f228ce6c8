"""How a list of keywords written as one text is split, and what a keyword with brackets asks for."""

import pytest

import seocheck
from seocheck.base.text import verbatim
from seocheck.readers.fields import readings, split_entry, split_keywords


def split(value: str, **options: bool) -> list[str]:
    return [text.value for text in split_keywords(verbatim(value, 0, len(value)), **options)]


@pytest.mark.parametrize(
    ("value", "keywords"),
    [
        ("rye; spelt, oats; millet | barley", ["rye", "spelt", "oats", "millet", "barley"]),
        ("黑麦，燕麦、大麦；小米", ["黑麦", "燕麦", "大麦", "小米"]),
        ("خبز، ملح؛ زيت", ["خبز", "ملح", "زيت"]),
        ("rye\nspelt, oats\r\nmillet", ["rye", "spelt", "oats", "millet"]),
        ("flour (rye, spelt), oven", ["flour (rye, spelt)", "oven"]),
        ("flour [rye (dark; light)], oven", ["flour [rye (dark; light)]", "oven"]),
        ("小麦粉（強力、薄力）、オーブン", ["小麦粉（強力、薄力）", "オーブン"]),
        ('"salt, pepper", oven', ["salt, pepper", "oven"]),
        ("'salt, pepper', oven", ["salt, pepper", "oven"]),
        ("«соль, перец», печь", ["соль, перец", "печь"]),
        ('the "salt, pepper" mix, oven', ['the "salt, pepper" mix', "oven"]),
        ("[rye, spelt]", ["rye", "spelt"]),
        ("rye, spelt.", ["rye", "spelt"]),
        ("rye,, spelt,", ["rye", "spelt"]),
        ("ライ麦\u3000オーツ麦の粥\u3000窯 温度", ["ライ麦", "オーツ麦の粥", "窯 温度"]),
        ("ライ麦\u3000オーツ麦\u3000\u3000窯", ["ライ麦", "オーツ麦", "窯"]),
    ],
)
def test_split_at_every_separator(value: str, keywords: list[str]) -> None:
    assert split(value) == keywords


@pytest.mark.parametrize(
    ("value", "keywords"),
    [
        ("1,000 loaves, rye", ["1,000 loaves", "rye"]),
        ("Q&amp;A, rye", ["Q&amp;A", "rye"]),
        ('3" tins, 5" tins', ['3" tins', '5" tins']),
        ("rock 'n' rye, spelt", ["rock 'n' rye", "spelt"]),
        ("flour (rye, oven", ["flour (rye", "oven"]),
        ("A/B baking, rye-and-oats", ["A/B baking", "rye-and-oats"]),
        ("ライ麦\u3000窯", ["ライ麦\u3000窯"]),
        ("ライ麦\u3000窯\u3000温度、オーツ麦", ["ライ麦\u3000窯\u3000温度", "オーツ麦"]),
    ],
)
def test_what_looks_like_a_separator(value: str, keywords: list[str]) -> None:
    assert split(value) == keywords


def test_lines_of_an_attribute_end_anywhere() -> None:
    assert split("rye\n  bread, oats", lines=False) == ["rye\n  bread", "oats"]
    assert split("rye\noats", lines=False) == ["rye", "oats"]


@pytest.mark.parametrize(
    ("value", "keywords"),
    [
        ("rye, spelt", ["rye", "spelt"]),
        ("rye; Spelt", ["rye", "Spelt"]),
        ("Rye, Spelt, Oats", ["Rye", "Spelt", "Oats"]),
        ("黑麦，燕麦", ["黑麦", "燕麦"]),
        ("Springfield, Ohio", ["Springfield, Ohio"]),
        ("Baker, Ann", ["Baker, Ann"]),
    ],
)
def test_an_entry_among_others(value: str, keywords: list[str]) -> None:
    assert [text.value for text in split_entry(verbatim(value, 0, len(value)), alone=False)] == keywords


def test_quotation_marks_in_yaml_keep_a_comma() -> None:
    report = seocheck.check_text("---\nkeywords: ['rye, coarse', spelt]\n---\n\nRye.\n", path="a.md", settings={})
    assert [keyword.text for keyword in report.keywords] == ["rye, coarse", "spelt"]


@pytest.mark.parametrize(
    ("keyword", "both"),
    [
        ("proof of ownership (PoO)", ("proof of ownership", "PoO")),
        ("天然酵母（サワー種）", ("天然酵母", "サワー種")),
        ("loaf(s)", ()),
        ("loaf ( )", ()),
        ("(rye)", ()),
        ("rye (dark) bread", ()),
    ],
)
def test_a_second_name_in_brackets(keyword: str, both: tuple[str, ...]) -> None:
    assert readings(keyword) == both


@pytest.mark.parametrize(
    ("keyword", "text", "said"),
    [
        ("final proofing box (FPB)", "Put the dough into the final proofing box.", True),
        ("final proofing box (FPB)", "Put the dough into the FPB.", True),
        ("final proofing box (FPB)", "Put the dough into the oven.", False),
    ],
)
def test_whoever_says_one_name_says_the_keyword(keyword: str, text: str, said: bool) -> None:
    report = seocheck.check_text(f"---\nkeywords: [{keyword}]\n---\n\n{text}\n", path="a.md", settings={})
    assert (report.keywords[0].tier == "exact") is said


def test_a_semicolon_in_a_word_does_not_separate() -> None:
    assert split("summary, tl;dr maker, abstract") == ["summary", "tl;dr maker", "abstract"]
    assert split("summary; digest; abstract") == ["summary", "digest", "abstract"]
    assert split("summary, digest;abstract") == ["summary", "digest", "abstract"]
