"""Words that tie sentences, in each language that has a list."""

from __future__ import annotations

import pytest

from seocheck.analysis.prose.transitions import has_transitions, transition
from tests.support import no_hang


@pytest.mark.parametrize(
    ("code", "sentence", "found"),
    [
        ("en", "The mill, however, survived.", "however"),
        ("en", "As a result, the wheel stood still.", "as a result"),
        ("en", "Then he left.", "then"),
        ("en", "He was there then.", ""),
        ("en", "He soon got there.", ""),
        ("de", "Das gilt zum Beispiel für Brot.", "zum beispiel"),
        ("de", "Er blieb, obwohl es regnete.", "obwohl"),
        ("fr", "Il vint d’abord à pied.", "d'abord"),
        ("fr", "C'est-à-dire un dixième.", "c'est à dire"),
        ("fr", "Le pain est noir.", ""),
        ("es", "Sin embargo, llegó.", "sin embargo"),
        ("it", "È tardi, quindi andiamo.", "quindi"),
        ("nl", "Hij bleef, omdat het regende.", "omdat"),
        ("pt", "No entanto, chegou.", "no entanto"),
        ("ru", "Однако он пришёл.", "однако"),
        ("pl", "Przyszedł, ponieważ padało.", "ponieważ"),
        ("sv", "Han kom däremot inte.", "däremot"),
        ("da", "Men han kom.", ""),
        ("", "However, he came.", ""),
    ],
)
def test_the_first_transition(code: str, sentence: str, found: str) -> None:
    assert transition(sentence, code) == found


def test_which_languages_have_a_list() -> None:
    assert all(map(has_transitions, ["en", "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv"]))
    assert not any(map(has_transitions, ["da", "zh", "", "xx"]))


def test_time_is_linear() -> None:
    with no_hang():
        transition("as in on at by for " * 20_000, "en")
