"""Which words count as hard, and which are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from seocheck.analysis import Analysis
from seocheck.analysis.prose.easy_words import easy_words, hard_words
from seocheck.check.reporter import read_article
from seocheck.config import Settings, make_plan
from seocheck.model.article import Source
from tests.support import python_process


def hard(body: str) -> dict[str, int]:
    source = Source("a.md", f"---\ntitle: x\nlang: en\n---\n\n{body}\n")
    found = hard_words(Analysis(read_article(source, make_plan(Settings()))).prose.sentences)
    assert found is not None
    assert found.hard == sum(word.count for word in found.words)
    assert found.hard <= found.judged
    return {word.text: word.count for word in found.words}


def test_the_list_is_there() -> None:
    assert len(easy_words()) > 2900
    assert {"apple", "zebra", "about"} & easy_words() >= {"apple", "about"}


@pytest.mark.parametrize(
    "body",
    [
        "The boys were running quickly to the biggest houses and stopped there.",
        "He went home, for the women's children didn't want the leaves.",
        "She carries the prettiest baskets to the hunters' tables.",
    ],
)
def test_regular_and_common_irregular_forms_are_easy(body: str) -> None:
    assert hard(body) == {}


def test_hard_words_are_counted_and_have_their_first_place() -> None:
    body = "The repository is old. A repository has documentation, and the Repository is big."
    assert hard(body) == {"repository": 2, "documentation": 1}  # a capital in mid-sentence is a name


@pytest.mark.parametrize(
    "body",
    [
        "We met Wilhelmina there. Wilhelmina went home to the farm with us.",
        "The `repository.initialize()` is good and MAX_XMIT_SIZE is 2,500 or 3.14 at the BBC in the U.S. now.",
        "Node.js and C++ and WikiWikiWeb are on the list that we made.",
    ],
)
def test_names_code_and_numbers_are_left_out(body: str) -> None:
    assert hard(body) == {}


def test_no_list_without_textstat(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "sys.modules['textstat'] = None\n"
        "from seocheck.analysis.prose.easy_words import easy_words, hard_words\n"
        "print(len(easy_words()), hard_words([]))"
    )
    assert python_process(code, cwd=tmp_path).stdout.split() == ["0", "None"]


def test_textstat_is_not_imported(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom seocheck.analysis.prose.easy_words import easy_words\n"
        "print(len(easy_words()) > 0, 'textstat' in sys.modules, 'nltk' in sys.modules)"
    )
    assert python_process(code, cwd=tmp_path).stdout.split() == ["True", "False", "False"]
