"""Every language file loads and holds what the rest of the code relies on."""

import re
from pathlib import Path

import pytest
import Stemmer

from seocheck import languages
from seocheck.languages import available, entry, function_words, load
from seocheck.languages.sentence_words import SentenceWords, alternatives, sentence_words

CODES = available()
SENTENCES = Path(languages.__file__).parent / "sentences"


def test_the_languages_promised_are_there():
    promised = "ar cs da de el en es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk zh"
    assert set(promised.split()) <= set(CODES)


@pytest.mark.parametrize("code", CODES)
class TestFile:
    def test_loads_and_is_named(self, code):
        data = load(code)
        assert data.known
        assert data.code == code

    def test_stemmer_is_one_that_exists(self, code):
        stemmer = load(code).stemmer
        assert not stemmer or stemmer in Stemmer.algorithms()

    def test_function_words_are_lower_case_and_listed_once(self, code):
        words = load(code).function_words.split()
        assert len(words) >= 60
        assert words == [word.lower() for word in words]
        assert sorted(words) == sorted(function_words(code))

    def test_generic_titles_are_lower_case_and_listed_once(self, code):
        titles = [title.strip() for title in load(code).generic_titles.split(",")]
        assert all(titles)
        assert titles == [title.lower() for title in titles]
        assert len(titles) == len(set(titles))

    def test_words_that_end_no_sentence_are_lower_case_and_listed_once(self, code):
        words = load(code).unfinished.split()
        assert words == [word.lower() for word in words]
        assert len(words) == len(set(words))

    def test_words_that_texts_have_for_themselves_are_lower_case_and_listed_once(self, code):
        nouns, others = load(code).text_nouns.split(), load(code).text_words.split()
        assert [*nouns, *others] == [word.lower() for word in (*nouns, *others)]
        assert len(nouns) + len(others) == len({*nouns, *others})
        assert bool(nouns) == bool(others)

    def test_acronyms_and_legal_pages_are_lower_case_and_listed_once(self, code):
        acronyms = load(code).plain_acronyms.split()
        pages = [page.strip() for page in load(code).legal_pages.split(",") if page.strip()]
        for listed in (acronyms, pages):
            assert listed == [word.lower() for word in listed]
            assert len(listed) == len(set(listed))

    def test_inflections_begin_with_the_bare_form(self, code):
        endings = load(code).inflections
        assert len(endings) == len(set(endings))
        assert not endings or "" in endings

    def test_derivations_are_lower_case_and_lead_elsewhere(self, code):
        for word, family in load(code).derivations.items():
            members = family.split()
            assert [word, *members] == [w.lower() for w in (word, *members)]
            assert members
            assert len({word, *members}) == len(members) + 1
            assert " " not in word


def test_chinese_japanese_and_thai_are_written_without_blanks():
    assert {code for code in CODES if not load(code).spaced} == {"ja", "th", "zh"}


def test_yake_is_not_asked_where_it_has_no_stop_words():
    assert {code for code in CODES if not load(code).yake} == {"he", "ja", "ko", "th", "zh"}
    assert load("cs").yake == "cz"
    assert load("nb").yake == "no"


@pytest.mark.parametrize(
    ("word", "lookalike"),
    [("police", "policy"), ("organ", "organization"), ("universe", "university"), ("market", "marketing")],
)
def test_lookalikes_are_no_family(word, lookalike):
    families = [{head, *members.split()} for head, members in load("en").derivations.items()]
    assert not any({word, lookalike} <= family for family in families)


@pytest.mark.parametrize("code", available())
def test_an_entry_read_by_itself_is_that_of_the_whole(code: str) -> None:
    data = load(code)
    assert entry(code, "function_words").split() == data.function_words.split()
    assert entry(code, "apostrophe") == data.apostrophe
    assert entry(code, "name") == data.name
    assert entry(code, "nothing") == entry("../en", "name") == ""


@pytest.mark.parametrize("code", sorted(path.stem for path in SENTENCES.glob("*.yml")))
def test_words_of_sentences_are_listed_once_and_are_patterns(code):
    words = sentence_words(code)
    assert any(getattr(words, name) for name in SentenceWords.__struct_fields__)
    for name in SentenceWords.__struct_fields__:
        listed = getattr(words, name).split()
        assert len(listed) == len(set(listed)), name
        for word in listed:
            assert re.compile(alternatives(word)), name
